# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from qgis.core import QgsGeometry, QgsProject
from qgis.PyQt.QtWidgets import QRadioButton, QTableWidget

from moedested_plugin.gui.konflikt import Konflikt
from moedested_plugin.gui.konflikt_dialog import KonfliktDialog
from moedested_plugin.gui.konflikt_valg import Svar, udfoer
from moedested_plugin.gui.vaerdi_tekst import VaerdiTekst
from moedested_plugin.store import Store, aabn
from tests.integration.gui.redigering import (
    Redigering,
    alle,
    en,
    knap,
    projekt,
    punkt,
    ro,
    steder,
    widgets,
)

__all__ = ["widgets"]


@pytest.fixture
def bo(postgis_store: Store, widgets: None, qgis_new_project: None) -> Iterator[Redigering]:
    steder(postgis_store, ["Torvet", "Skoven"])
    yield from projekt(postgis_store, "Bo", QgsProject.instance())


@pytest.fixture
def anne(bo: Redigering) -> Iterator[Redigering]:
    """Her own project and her own connection."""
    with aabn(bo.store.adresse) as store:
        yield from projekt(store, "Anne", QgsProject())


def gemmer(hvem: Redigering, vaerdier: dict[str, Any], navn: str = "Torvet") -> None:
    """Someone else's QGIS: change, save, done."""
    hvem.rediger()
    layer, fid = hvem.lag("moedested"), hvem.fid("moedested", navn)
    hvem.ret("moedested", fid, vaerdier)
    # The form's default would be the one user who runs the tests.
    layer.changeAttributeValue(
        fid, layer.fields().lookupField("rettet_af"), hvem.bruger, None, True
    )
    assert hvem.gem(slut=True), hvem.linjer()


def konflikter(bo: Redigering) -> list[Konflikt]:
    fundet: list[Konflikt] = []
    bo.vagt.vis_konflikter.connect(fundet.extend)
    bo.tryk("Se forskellen")
    bo.vagt.vis_konflikter.disconnect(fundet.extend)
    return fundet


def raekke(bo: Redigering, navn: str | None = None) -> dict[str, Any]:
    return next(dict(r) for r in bo.store.raekker("moedested") if navn is None or r["navn"] == navn)


def test_different_columns_merge_in_silence(bo: Redigering, anne: Redigering) -> None:
    bo.rediger()
    fid = bo.fid("moedested", "Torvet")
    gemmer(anne, {"sted": "Algade 1"})
    bo.ret("moedested", fid, {"by": "Gedser"})
    assert bo.gem(), bo.linjer()
    assert bo.linjer() == []
    gemt = raekke(bo, "Torvet")
    assert [gemt["sted"], gemt["by"], gemt["raekke_version"]] == ["Algade 1", "Gedser", 3]


def test_the_same_column_asks(bo: Redigering, anne: Redigering) -> None:
    bo.rediger()
    fid = bo.fid("moedested", "Torvet")
    bo.ret("moedested", fid, {"sted": "Bos sted", "by": "Gedser"})
    gemmer(anne, {"sted": "Annes sted"})
    assert not bo.gem()
    assert bo.linjer() == ["Mødested: Intet er gemt. Anne har rettet Torvet, siden du hentede det."]
    assert raekke(bo, "Torvet")["sted"] == "Annes sted"
    assert raekke(bo, "Torvet")["by"] is None
    [konflikt] = konflikter(bo)
    [felt] = konflikt.felter
    assert [felt.felt, felt.laest, felt.min, felt.deres] == ["sted", None, "Bos sted", "Annes sted"]


@pytest.mark.parametrize("mine", [2, 30])
def test_of_a_row_with_a_long_history_only_what_came_since_is_read(
    bo: Redigering, anne: Redigering, monkeypatch: pytest.MonkeyPatch, mine: int
) -> None:
    """`mine` changes by Anne while Bo has the row open, after forty before that."""
    noegle = str(raekke(bo, "Torvet")["moedested_id"])

    def ret(nr: int) -> None:
        with bo.store.skriv("ret", "Anne") as skriver:
            skriver.ret("moedested", noegle, {"sted": f"Sted {nr}"})

    for nr in range(40):
        ret(nr)
    bo.rediger()
    bo.ret("moedested", bo.fid("moedested", "Torvet"), {"sted": "Bos sted"})
    for nr in range(40, 40 + mine):
        ret(nr)
    linjer: list[int] = []
    rigtig = bo.store.historik

    def talt(*hvor: Any, **hoejst: Any) -> Any:
        poster = rigtig(*hvor, **hoejst)
        linjer.append(len(poster))
        return poster

    monkeypatch.setattr(bo.vagt.store, "historik", talt)
    assert not bo.gem()
    [felt] = konflikter(bo)[0].felter
    assert [felt.laest, felt.min, felt.deres] == ["Sted 39", "Bos sted", f"Sted {39 + mine}"]
    assert (max(linjer) <= 8) is (mine < 8), linjer


def test_mine_wins_and_hers_is_in_the_history(bo: Redigering, anne: Redigering) -> None:
    bo.rediger()
    bo.ret("moedested", bo.fid("moedested", "Torvet"), {"sted": "Bos sted"})
    gemmer(anne, {"sted": "Annes sted"})
    assert not bo.gem()
    [konflikt] = konflikter(bo)
    assert udfoer(bo.vagt, konflikt, Svar.VALGT, [])
    assert bo.gem(), bo.linjer()
    gemt = raekke(bo, "Torvet")
    assert gemt["sted"] == "Bos sted"
    post = bo.store.historik("moedested", str(gemt["moedested_id"]))[0]
    assert post.raekke is not None
    assert [post.art, post.raekke["sted"]] == ["rettet", "Annes sted"]
    bo.store.gendan(post, "Bo")
    assert raekke(bo, "Torvet")["sted"] == "Annes sted"


def test_hers_wins_and_mine_is_in_the_history(bo: Redigering, anne: Redigering) -> None:
    bo.rediger()
    bo.ret("moedested", bo.fid("moedested", "Torvet"), {"sted": "Bos sted", "by": "Gedser"})
    gemmer(anne, {"sted": "Annes sted"})
    assert not bo.gem()
    [konflikt] = konflikter(bo)
    assert udfoer(bo.vagt, konflikt, Svar.VALGT, konflikt.felter)
    assert bo.gem(), bo.linjer()
    gemt = raekke(bo, "Torvet")
    assert [gemt["sted"], gemt["by"]] == ["Annes sted", "Gedser"]
    poster = bo.store.historik("moedested", str(gemt["moedested_id"]))
    [post] = [post for post in poster if post.art == "tilsidesat"]
    assert [post.af, dict(post.raekke or {})] == ["Bo", {"sted": "Bos sted"}]
    bo.store.gendan(post, "Bo")
    assert raekke(bo, "Torvet")["sted"] == "Bos sted"


def test_cancel_undoes_my_change_to_that_row_only(bo: Redigering, anne: Redigering) -> None:
    bo.rediger()
    bo.ret("moedested", bo.fid("moedested", "Torvet"), {"sted": "Bos sted", "by": "Gedser"})
    bo.ret("moedested", bo.fid("moedested", "Skoven"), {"by": "Nysted"})
    gemmer(anne, {"sted": "Annes sted"})
    assert not bo.gem()
    [konflikt] = konflikter(bo)
    assert udfoer(bo.vagt, konflikt, Svar.FORTRYD, [])
    assert bo.gem(), bo.linjer()
    assert [raekke(bo, "Torvet")[felt] for felt in ("sted", "by")] == ["Annes sted", None]
    assert raekke(bo, "Skoven")["by"] == "Nysted"


def test_geometry_is_a_field_like_others(bo: Redigering, anne: Redigering) -> None:
    bo.rediger()
    fid = bo.fid("moedested", "Torvet")
    bo.lag("moedested").changeGeometry(fid, QgsGeometry.fromWkt(punkt(690000)))
    anne.rediger()
    anne.lag("moedested").changeGeometry(
        anne.fid("moedested", "Torvet"), QgsGeometry.fromWkt(punkt(691000))
    )
    assert anne.gem(slut=True), anne.linjer()
    assert not bo.gem()
    [konflikt] = konflikter(bo)
    assert [felt.felt for felt in konflikt.felter] == ["geometri"]
    assert udfoer(bo.vagt, konflikt, Svar.VALGT, konflikt.felter)
    assert bo.gem(), bo.linjer()
    gemt = QgsGeometry()
    gemt.fromWkb(raekke(bo, "Torvet")["geometri"])
    assert gemt.asPoint().x() == 691000


def test_the_same_value_from_both_is_no_conflict(bo: Redigering, anne: Redigering) -> None:
    bo.rediger()
    bo.ret("moedested", bo.fid("moedested", "Torvet"), {"sted": "Havnen", "formaal_k": [1, 2]})
    gemmer(anne, {"sted": "Havnen", "formaal_k": [1, 2]})
    assert bo.gem(), bo.linjer()


def test_a_form_opened_later_has_read_the_newer_row(bo: Redigering, anne: Redigering) -> None:
    bo.rediger()
    gemmer(anne, {"sted": "Annes sted"})
    layer = bo.lag("moedested")
    fid = bo.fid("moedested", "Torvet")
    assert layer.getFeature(fid)["sted"] == "Annes sted"
    bo.vagt.laest.form_aabnet(layer, layer.getFeature(fid))
    bo.ret("moedested", fid, {"sted": "Bos sted"})
    assert bo.gem(), bo.linjer()
    assert raekke(bo, "Torvet")["sted"] == "Bos sted"


def test_a_second_save_knows_my_own_first(bo: Redigering, anne: Redigering) -> None:
    bo.rediger()
    fid = bo.fid("moedested", "Torvet")
    for sted in ("Havnen", "Kirken", "Skolen"):
        bo.ret("moedested", fid, {"sted": sted})
        assert bo.gem(), bo.linjer()
    gemmer(anne, {"sted": "Annes sted"})
    bo.ret("moedested", fid, {"sted": "Bos sted"})
    assert not bo.gem()
    assert "Anne har rettet Torvet" in bo.linjer()[-1]


def test_in_the_window_between_the_database_itself_refuses(
    bo: Redigering, postgis_database: Any
) -> None:
    """A real second connection saves after the guard has looked and before QGIS has saved."""
    bo.rediger()
    fid = bo.fid("moedested", "Torvet")
    bo.ret("moedested", fid, {"sted": "Bos sted"})
    gjort: list[bool] = []

    def kollega() -> None:
        if bo.vagt._gang is not None and not gjort:
            gjort.append(True)
            postgis_database.udfoer(
                "update moedested.moedested set sted = 'Annes sted', rettet_af = 'Anne' where navn = 'Torvet'"
            )

    for layer in bo.project.editBufferGroup().layers():
        layer.beforeModifiedCheck.connect(kollega)
    assert not bo.gem()
    assert gjort
    assert bo.linjer() == [
        "Mødested: Intet er gemt. En kollega har rettet rækken, siden du hentede den. Hent den igen, og ret på ny."
    ]
    assert raekke(bo, "Torvet")["sted"] == "Annes sted"
    assert bo.feature("moedested", fid)["sted"] == "Bos sted"
    assert not bo.gem()
    assert "Anne har rettet Torvet" in bo.linjer()[0] + bo.linjer()[-1]


def test_a_row_that_a_colleague_deleted_can_be_made_again(bo: Redigering, anne: Redigering) -> None:
    bo.rediger()
    fid = bo.fid("moedested", "Torvet")
    noegle = bo.feature("moedested", fid)["moedested_id"]
    bo.ret("moedested", fid, {"sted": "Bos sted"})
    anne.rediger()
    assert anne.lag("moedested").deleteFeature(anne.fid("moedested", "Torvet"))
    assert anne.gem(slut=True), anne.linjer()
    assert not bo.gem()
    assert "har slettet Torvet, siden du hentede det" in bo.linjer()[0]
    [konflikt] = konflikter(bo)
    assert udfoer(bo.vagt, konflikt, Svar.OPRET, [])
    assert bo.gem(), bo.linjer()
    gemt = raekke(bo, "Torvet")
    assert [gemt["moedested_id"], gemt["sted"]] == [noegle, "Bos sted"]


def test_a_row_that_a_colleague_deleted_can_be_let_go(bo: Redigering, anne: Redigering) -> None:
    bo.rediger()
    bo.ret("moedested", bo.fid("moedested", "Torvet"), {"sted": "Bos sted"})
    bo.ret("moedested", bo.fid("moedested", "Skoven"), {"sted": "Søen"})
    anne.rediger()
    assert anne.lag("moedested").deleteFeature(anne.fid("moedested", "Torvet"))
    assert anne.gem(slut=True), anne.linjer()
    assert not bo.gem()
    [konflikt] = konflikter(bo)
    assert udfoer(bo.vagt, konflikt, Svar.OPGIV, [])
    assert bo.gem(), bo.linjer()
    assert [r["navn"] for r in bo.store.raekker("moedested")] == ["Skoven"]
    assert raekke(bo)["sted"] == "Søen"


def test_what_a_colleague_changed_is_not_deleted_unasked(bo: Redigering, anne: Redigering) -> None:
    bo.rediger()
    assert bo.lag("moedested").deleteFeature(bo.fid("moedested", "Torvet"))
    gemmer(anne, {"sted": "Annes sted"})
    assert not bo.gem()
    [konflikt] = konflikter(bo)
    assert konflikt.raekke.aendring.art == "slet"
    assert udfoer(bo.vagt, konflikt, Svar.VALGT, [])
    assert bo.gem(), bo.linjer()
    assert [r["navn"] for r in bo.store.raekker("moedested")] == ["Skoven"]


def test_the_dialog_speaks_in_words(bo: Redigering, anne: Redigering) -> None:
    bo.rediger()
    bo.ret("moedested", bo.fid("moedested", "Torvet"), {"livscyklus_k": 2, "sted": "Bos sted"})
    gemmer(anne, {"livscyklus_k": 3, "sted": "Annes sted"})
    assert not bo.gem()
    [konflikt] = konflikter(bo)
    dialog = KonfliktDialog(konflikt, VaerdiTekst(bo.store), lambda _: None)
    tabel = en(dialog, QTableWidget, "felter")
    koder = [tabel.item(nummer, 0).text() for nummer in range(tabel.rowCount())]
    assert koder == ["Livscyklus", "Adresse eller stedsangivelse"]
    assert tabel.item(0, 1).text() == "Idé"
    knapper = {knap.accessibleName(): knap for knap in alle(dialog, QRadioButton)}
    assert set(knapper) == {
        "Livscyklus, min: Under etablering", "Livscyklus, deres: Aktiv",
        "Adresse eller stedsangivelse, min: Bos sted", "Adresse eller stedsangivelse, deres: Annes sted",
    }  # fmt: skip
    assert dialog.valgt_deres() == []
    knapper["Livscyklus, deres: Aktiv"].click()
    assert [felt.felt for felt in dialog.valgt_deres()] == ["livscyklus_k"]
    knap(dialog, "Gem").click()
    assert dialog.svar is Svar.VALGT
    ro()
