# SPDX-License-Identifier: GPL-2.0-or-later
"""The engine: what is kept from run to run, what is accepted and comes back, what is folded, and edits on top of saved rows."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from qgis.core import QgsFeedback, QgsGeometry

from moedested_plugin.checks import gemte, indstillet, kontrol, undtagelser
from moedested_plugin.checks.fund import Fund, aftryk_af
from moedested_plugin.checks.hele import HeltUdsnit
from moedested_plugin.checks.kontrol import (
    Valg,
    gem_raekker,
    kontroller,
    kontroller_raekker,
    med_tilhoerende,
)
from moedested_plugin.checks.redigeret import RedigeretUdsnit
from moedested_plugin.checks.resultat import Post, Resultat
from moedested_plugin.domain.kontroller import alle_kontroller
from moedested_plugin.domain.regler import Alvor
from moedested_plugin.project.graense import gem_graense, graense_af
from moedested_plugin.store import Store
from tests.integration.store.conftest import store
from tests.integration.store.raekker import gyldig, ny_id, punkt

__all__ = ["store"]

VALG = Valg(i_dag=dt.date(2026, 6, 1), af="AB")
NU = dt.datetime(2026, 6, 1, 12, tzinfo=dt.timezone.utc)
KRAEVES = "moedested.link.kraeves"


@pytest.fixture
def noegle(store: Store) -> str:
    """A digital moedested without link."""
    raekke = gyldig("moedested") | {"form_k": 2, "geometri": punkt()}
    with store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("moedested", [raekke])
    return str(raekke["moedested_id"])


def ret(store: Store, tabel: str, noegle: str, **vaerdier: Any) -> None:
    with store.skriv("prøve", "AB") as skriver:
        assert skriver.ret(tabel, noegle, vaerdier)


def af_kode(resultat: Resultat, kode: str) -> list[Post]:
    return [post for post in resultat.poster if post.fund.kode == kode]


def test_a_finding_keeps_the_day_it_was_first_seen_until_it_is_gone(
    store: Store, noegle: str
) -> None:
    foerste = kontroller(store, VALG)
    [post] = af_kode(foerste, KRAEVES)
    assert (post.ny, post.fund.sted, post.fund.felt) == (True, (680000.25, 6080000.75), "link")
    igen = kontroller(store, VALG)
    [gammel] = af_kode(igen, KRAEVES)
    assert (gammel.ny, gammel.foerst_set, gammel.fund_id) == (False, post.foerst_set, post.fund_id)
    assert igen.koersel_id != foerste.koersel_id
    ret(store, "moedested", noegle, link="https://havnen.dk")
    assert af_kode(kontroller(store, VALG), KRAEVES) == []
    assert KRAEVES not in {p.fund.kode for p in gemte.laes(store)}


def test_a_run_of_some_rules_leaves_the_findings_of_the_others(store: Store, noegle: str) -> None:
    alle = {post.fund_id for post in kontroller(store, VALG).poster}
    kontroller(store, replace(VALG, koder=frozenset({"parat"})))
    seneste = gemte.seneste(store)
    assert seneste is not None
    assert len(seneste.kontroller) > 400
    assert {post.fund_id for post in gemte.laes(store)} == alle


def test_what_is_read_back_is_what_was_found(store: Store, noegle: str) -> None:
    resultat = kontroller(store, VALG)
    laest = gemte.seneste(store)
    assert laest is not None
    assert {(p.fund_id, p.fund, p.foerst_set) for p in _uden_vaerdier(laest.poster)} == {
        (p.fund_id, p.fund, p.foerst_set) for p in _uden_vaerdier(resultat.poster)
    }
    assert [p.fund.tekst for p in sorted(laest.poster, key=lambda p: p.fund_id)] == [
        p.fund.tekst for p in sorted(resultat.poster, key=lambda p: p.fund_id)
    ]
    assert (laest.set_paa, laest.koersel_id, laest.antal) == (
        resultat.set_paa,
        resultat.koersel_id,
        resultat.antal,
    )


def _uden_vaerdier(poster: Any) -> list[Post]:
    return [replace(post, fund=replace(post.fund, vaerdier=())) for post in poster]


def test_an_accepted_finding_is_listed_not_counted_and_comes_back_when_the_object_changes(
    store: Store, noegle: str
) -> None:
    resultat = kontroller(store, VALG)
    [post] = af_kode(resultat, KRAEVES)
    undtagelser.accepter(store, [post.fund], "Kun i telefonbogen", "KP")
    accepteret = kontroller(store, VALG)
    [nu] = af_kode(accepteret, KRAEVES)
    assert nu.undtagelse is not None
    assert (nu.undtagelse.begrundelse, nu.undtagelse.initialer) == ("Kun i telefonbogen", "KP")
    assert accepteret.antal[Alvor.FEJL] == resultat.antal[Alvor.FEJL] - 1
    ret(store, "moedested", noegle, beskrivels="Noget andet")
    assert af_kode(kontroller(store, VALG), KRAEVES)[0].accepteret
    ret(store, "moedested", noegle, form_k=4)
    assert not af_kode(kontroller(store, VALG), KRAEVES)[0].accepteret
    ret(store, "moedested", noegle, form_k=2)
    undtagelser.ophaev(store, [nu.undtagelse.undtagelse_id], "KP")
    assert not af_kode(kontroller(store, VALG), KRAEVES)[0].accepteret


def test_a_rule_is_accepted_for_all_that_a_source_brings(store: Store) -> None:
    kode = "felter.saeson_halv"
    raekker = [gyldig("facilitet_punkt") | {"saeson_st": "04-01", "kilde_k": k} for k in (2, 2, 3)]
    with store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("facilitet_punkt", raekker)
    undtagelser.accepter_kilde(
        store, kode, "facilitet_punkt", 2, "Naturlandet skriver kun fra", "KP"
    )
    poster = af_kode(kontroller(store, VALG), kode)
    assert sorted((post.kilde, post.accepteret) for post in poster) == [
        (2, True),
        (2, True),
        (3, False),
    ]


@pytest.mark.parametrize(
    ("kode", "begrundelse", "initialer"),
    [(KRAEVES, " ", "KP"), (KRAEVES, "Fordi", ""), ("moedested.navn.mangler", "Fordi", "KP")],
)
def test_an_acceptance_needs_a_reason_initials_and_a_rule_that_allows_it(
    store: Store, kode: str, begrundelse: str, initialer: str
) -> None:
    with pytest.raises(undtagelser.KanIkkeAccepteres):
        undtagelser.accepter_kilde(store, kode, "moedested", 1, begrundelse, initialer)
    assert store.antal("undtagelse") == 0


def test_a_rule_that_hits_a_tenth_of_a_layer_is_folded(store: Store) -> None:
    raekker = [gyldig("facilitet_punkt") | {"kilde_k": 2} for _ in range(100)]
    halve = [raekke | {"saeson_st": "04-01"} for raekke in raekker[:11]]
    with store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("facilitet_punkt", halve + raekker[11:])
    felt = ("felter.saeson_halv", "facilitet_punkt")
    assert felt in kontroller(store, VALG).foldede
    ret(store, "facilitet_punkt", str(halve[0]["objekt_id"]), saeson_st=None)
    assert felt not in kontroller(store, VALG).foldede


def test_what_the_municipality_has_decided_is_obeyed(store: Store, noegle: str) -> None:
    ret(store, "moedested", noegle, livscyklus_k=3, tjekket_dato=dt.date(2026, 5, 1))
    koder = {post.fund.kode for post in kontroller(store, VALG).poster}
    assert KRAEVES in koder
    assert "felter.tjekket_gammel" not in koder
    indstillet.gem(
        store,
        indstillet.Indstillet(slaaet_fra=frozenset({KRAEVES}), graenser={"dage_mellem_tjek": 30}),
    )
    koder = {post.fund.kode for post in kontroller(store, VALG).poster}
    assert KRAEVES not in koder
    assert "felter.tjekket_gammel" in koder


def test_a_cancelled_run_keeps_nothing(store: Store, noegle: str) -> None:
    feedback = QgsFeedback()
    feedback.cancel()
    resultat = kontroller(store, VALG, feedback)
    assert (resultat.afbrudt, resultat.poster, store.antal("fund")) == (True, (), 0)


def test_an_error_holds_a_public_row_back(store: Store, noegle: str) -> None:
    assert kontroller(store, VALG).holdt == {}
    ret(store, "moedested", noegle, off_kode=1, livscyklus_k=2)
    resultat = kontroller(store, VALG)
    assert resultat.holdt == {"moedested": [noegle]}
    assert af_kode(resultat, "parat.holdes_tilbage")[0].fund.vaerdier["antal"] == 1
    undtagelser.accepter(
        store, [p.fund for p in resultat.poster if p.fund.kode == KRAEVES], "Ok", "KP"
    )
    assert kontroller(store, VALG).holdt == {}


def test_edits_lie_over_what_is_saved(store: Store, noegle: str) -> None:
    slettet, ny = gyldig("moedested") | {"geometri": punkt(680010.25)}, gyldig("moedested")
    with store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("moedested", [slettet])
    udsnit = RedigeretUdsnit(
        store,
        {
            "moedested": {
                noegle: {"navn": "Nyt navn"},
                str(ny["moedested_id"]): ny | {"geometri": punkt(680001.25)},
            }
        },
        slettede={"moedested": {str(slettet["moedested_id"])}},
    )
    [rettet, _] = udsnit.raekker("moedested", ("navn",))
    assert (rettet["navn"], rettet["form_k"]) == ("Nyt navn", 2)
    assert [r["navn"] for r in udsnit.ved("moedested", "form_k", 2, ("navn",))] == ["Nyt navn"]
    assert udsnit.ved("moedested", "moedested_id", str(slettet["moedested_id"]), ()) == []
    [par] = udsnit.naboer("moedested", "moedested", 20, ("navn",))
    assert (round(par.afstand, 6), {par.a["navn"], par.b["navn"]}) == (
        1.0,
        {"Nyt navn", ny["navn"]},
    )


def test_both_slices_see_the_same_neighbours_exactly(store: Store) -> None:
    """At this northing a step of the R-tree is half a metre."""
    steder = [(680000 + 1.99 * nr, 6080000.0) for nr in range(12)]
    raekker = [gyldig("moedested") | {"geometri": punkt(x, y)} for x, y in steder]
    with store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("moedested", raekker)
    hele = {
        frozenset((p.a["moedested_id"], p.b["moedested_id"]))
        for p in HeltUdsnit(store).naboer("moedested", "moedested", 2, ())
    }
    enkelte = {
        frozenset((p.a["moedested_id"], p.b["moedested_id"]))
        for raekke in raekker
        for p in RedigeretUdsnit(store, {"moedested": {raekke["moedested_id"]: {}}}).naboer(
            "moedested", "moedested", 2, ()
        )
    }
    assert len(hele) == 11
    assert hele == enkelte
    assert not [*HeltUdsnit(store).naboer("moedested", "moedested", 1.98, ())]


def test_saved_edits_replace_only_the_findings_of_their_own_rows(store: Store, noegle: str) -> None:
    anden = gyldig("moedested") | {"form_k": 2}
    with store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("moedested", [anden])
    kontroller(store, VALG)
    ret(store, "moedested", noegle, link="https://havnen.dk", telefon="hos Jens")
    poster = kontroller_raekker(store, {"moedested": {noegle: {}}}, i_dag=VALG.i_dag)
    gem_raekker(store, poster, {"moedested": {noegle}}, "AB")
    tilbage = {
        (p.fund.kode, p.fund.noegle)
        for p in gemte.laes(store)
        if p.fund.alvor is not Alvor.ANBEFALING
    }
    assert (KRAEVES, anden["moedested_id"]) in tilbage
    assert (KRAEVES, noegle) not in tilbage
    assert ("felter.telefon_form", noegle) in tilbage


def test_a_saved_change_is_also_asked_of_the_rows_that_refer_to_it(
    store: Store, noegle: str
) -> None:
    aktivitet = gyldig("aktivitet") | {"moedested_id": noegle, "dato_fra": dt.date(2026, 7, 1)}
    with store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("aktivitet", [aktivitet])
    oploest = {"moedested": {noegle: {"livscyklus_k": 5}}}
    alle = med_tilhoerende(store, oploest)
    assert set(alle["aktivitet"]) == {aktivitet["aktivitet_id"]}
    kode = ("livscyklus.oploest_med_aktiviteter", aktivitet["aktivitet_id"])
    fundne = {
        (p.fund.kode, p.fund.noegle) for p in kontroller_raekker(store, alle, i_dag=VALG.i_dag)
    }
    assert kode in fundne
    assert kode not in {
        (p.fund.kode, p.fund.noegle) for p in kontroller_raekker(store, oploest, i_dag=VALG.i_dag)
    }


def test_the_border_is_kept_in_the_store(store: Store) -> None:
    assert graense_af(store) is None
    gem_graense(store, QgsGeometry.fromWkt("MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)))"))
    graense = graense_af(store)
    assert graense is not None
    assert graense.area() == 40.5


def test_links_to_rows_that_are_not_there_need_no_table_scan(store: Store) -> None:
    """Many questions are answered from memory, few by the database; the answer is the same."""
    raekker = [gyldig("facilitet_punkt") for _ in range(60)]
    with store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("facilitet_punkt", raekker)
    udsnit = HeltUdsnit(store)
    for raekke in raekker:
        fundne = udsnit.ved("facilitet_punkt", "objekt_id", raekke["objekt_id"], ("facil_ty_k",))
        assert [r["facil_ty_k"] for r in fundne] == [1371]
        assert list(udsnit.ved("facilitet_punkt", "objekt_id", ny_id(), ("facil_ty_k",))) == []


def test_the_collector_of_rings_rests_in_a_run_that_waits_for_no_one(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_: list[bool] = []

    def find(*_: Any) -> list[Any]:
        set_.append(gc.isenabled())
        if len(set_) == 3:
            raise OSError
        return []

    monkeypatch.setattr(kontrol, "FINDERE", {**kontrol.FINDERE, "parat": find})
    for valg in (VALG, replace(VALG, koder=frozenset({"parat"}), paa_opfordring=True)):
        kontroller(store, valg)
        assert gc.isenabled()
    with pytest.raises(OSError, match=r"^$"):
        kontroller(store, VALG)
    assert gc.isenabled()
    assert set_ == [False, True, False]


def test_an_answer_about_a_link_stands_until_the_address_is_another(store: Store) -> None:
    adresse = "https://havnen.dk/kaffe"
    raekker = [gyldig("moedested") | {"link": adresse} for _ in range(2)]
    with store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("moedested", raekker)
    foerste, anden = (str(raekke["moedested_id"]) for raekke in raekker)
    regel = alle_kontroller()["links.svarer_ikke"]
    siger = {"felt": "Link", "svar": "siden findes ikke", "dato": "1.6.2026"}
    aftryk = aftryk_af(adresse)
    svar = [
        Post(Fund(regel, "moedested", n, siger, "link", None, "link", aftryk), ny_id(), NU)
        for n in (foerste, anden)
    ]
    gemte.gem(store, Resultat(tuple(svar), kontroller=(regel,)), "AB", delvis=True)

    def svarede(poster: Sequence[Post]) -> set[str]:
        return {p.fund.noegle for p in poster if p.fund.kode == regel.kode}

    igen = kontroller(store, VALG)
    assert svarede(igen.poster) == svarede(gemte.laes(store)) == {foerste, anden}
    assert {p.fund_id for p in igen.poster if p.fund.kode == regel.kode} == {
        p.fund_id for p in svar
    }

    nyt = {"moedested": {anden: {"link": "https://havnen.dk/te"}, foerste: {"navn": "Nyt"}}}
    poster = kontroller_raekker(store, nyt)
    assert svarede(poster) == {foerste}
    gem_raekker(store, poster, {"moedested": {foerste, anden}}, "AB")
    assert svarede(gemte.laes(store)) == {foerste}
    ret(store, "moedested", foerste, link=None)
    assert svarede(kontroller(store, VALG).poster) == set()
    assert svarede(gemte.laes(store)) == set()
