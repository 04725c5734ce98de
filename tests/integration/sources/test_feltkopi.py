# SPDX-License-Identifier: GPL-2.0-or-later
"""Out to the field and home again: a real project, real files, both stores."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from qgis.core import (
    Qgis,
    QgsFeedback,
    QgsProject,
)

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.sources.fejl import Annulleret
from moedested_plugin.sources.feltkopi import DATAFIL, PROJEKTFIL, TABELLER, kopier_ude
from moedested_plugin.sources.feltkopi_fotos import inden_for
from moedested_plugin.sources.feltkopi_hjem import hent_hjem
from moedested_plugin.sources.feltkopi_ud import Feltbestilling, Taget, tag_med
from moedested_plugin.sources.filer_ogr import UdFejl
from moedested_plugin.sources.fortryd import fortryd_import, sidste_import
from moedested_plugin.sources.importer import lav_plan
from moedested_plugin.sources.laest import Kilde
from moedested_plugin.sources.profil import ProfilFejl
from moedested_plugin.store import Store, aabn
from tests.integration.project.qfield import afvigelser

from .feltkopier import BILLEDE, Midtvejs, hele, hjem, lag, ret, tegn, ud


def test_the_folder_is_a_project_of_its_own(
    lager: Store, taget: Taget, marken: QgsProject, projektmappe: Path
) -> None:
    assert {fil.name for fil in taget.mappe.iterdir()} >= {
        DATAFIL,
        PROJEKTFIL,
        "DCIM",
        "baggrund.gpkg",
    }
    assert marken.filePathStorage() == Qgis.FilePathType.Relative
    assert marken.transactionMode() == Qgis.TransactionMode.Disabled
    assert not [layer.name() for layer in marken.mapLayers().values() if not layer.isValid()]
    assert str(taget.mappe) in lag(marken, "moedested").source()
    assert lag(marken, "kilde_punkt").readOnly()
    assert not lag(marken, "baenk").readOnly()
    assert [sag for sag in afvigelser(marken) if not sag.startswith("layer by id")] == []
    assert "DCIM" in str(lag(marken, "foto").customProperty("QFieldSync/photo_naming"))
    with aabn(str(taget.mappe / DATAFIL)) as kopi:
        tagne = {r["moedested_id"] for r in kopi.raekker("moedested")}
        assert len(tagne) == 2
        assert {r["moedested_id"] for r in kopi.raekker("aktivitet")} <= tagne
        knyttet = {
            r["facilitet_punkt_id"]
            for r in lager.raekker("tilknytning")
            if r["moedested_id"] in tagne
        }
        assert {r["objekt_id"] for r in kopi.raekker("facilitet_punkt")} == knyttet - {None}
        assert kopi.antal("organisation") == lager.antal("organisation")
        for tabel in TABELLER:
            assert kopi.antal(tabel) == taget.antal.get(tabel, 0)
    assert lager.antal("kildepost") == sum(taget.antal.values())
    foer = hele(lager)
    kom = hjem(lager, taget, projektmappe)  # untouched it changes nothing
    assert {
        hvad: kom.i_alt(hvad) for hvad in ("NEW", "CHANGED", "GONE", "CONFLICT", "REJECTED")
    } == dict.fromkeys(("NEW", "CHANGED", "GONE", "CONFLICT", "REJECTED"), 0), [*kom.linjer()]
    assert hele(lager) == foer


def test_the_field_comes_home_and_can_be_taken_back(
    lager: Store, taget: Taget, marken: QgsProject, projektmappe: Path
) -> None:
    foer = hele(lager)
    (taget.mappe / "DCIM" / "IMG 1.jpg").write_bytes(BILLEDE)
    (projektmappe / "fotos" / "IMG 1.jpg").write_bytes(b"et andet")
    nyt = tegn(marken, "moedested", "Point (690000 6080000)", navn="Nyt i marken", formaal_k=[1, 2])
    baenk = tegn(marken, "baenk", "MultiPoint ((690010 6080000))", facil_ty_k=1371)
    tegn(
        marken,
        "tilknytning",
        None,
        moedested_id=nyt["moedested_id"],
        facilitet_punkt_id=baenk["objekt_id"],
        rolle_k=2,
    )
    tegn(
        marken,
        "foto",
        None,
        objekt_lag="moedested",
        objekt_id=nyt["moedested_id"],
        sti="DCIM/IMG 1.jpg",
    )
    gammelt = next(lag(marken, "moedested").getFeatures())["moedested_id"]
    ret(marken, "moedested", gammelt, intern_note="Set i marken", maalgruppe_k=[2, 5])
    assert {"Nyt i marken"} <= {f["navn"] for f in lag(marken, "moedested").getFeatures()}

    vist = hjem(lager, taget, projektmappe, gem=False)
    assert hele(lager) == foer  # a preview changes nothing
    assert not (projektmappe / "fotos" / "IMG 1 (2).jpg").exists()
    kom = hjem(lager, taget, projektmappe)
    for hjemkomst in (vist, kom):
        assert (hjemkomst.i_alt("NEW"), hjemkomst.i_alt("CHANGED")) == (4, 1), [*hjemkomst.linjer()]
        assert hjemkomst.fotos == 1
        assert not hjemkomst.konflikter + hjemkomst.afviste + hjemkomst.borte
    assert (projektmappe / "fotos" / "IMG 1 (2).jpg").read_bytes() == BILLEDE
    assert (projektmappe / "fotos" / "IMG 1.jpg").read_bytes() == b"et andet"
    hjemme = {r["moedested_id"]: r for r in lager.raekker("moedested")}
    assert hjemme[nyt["moedested_id"]]["formaal_k"] == [1, 2]
    assert (hjemme[gammelt]["intern_note"], hjemme[gammelt]["maalgruppe_k"]) == (
        "Set i marken",
        [2, 5],
    )
    foto = next(r for r in lager.raekker("foto") if r["objekt_id"] == nyt["moedested_id"])
    assert foto["sti"] == "fotos/IMG 1 (2).jpg"
    igen = hjem(lager, taget, projektmappe)
    assert (igen.i_alt("NEW"), igen.i_alt("CHANGED"), igen.fotos, igen.koersler) == (0, 0, 0, [])

    sidste = sidste_import(lager)
    assert sidste == kom.koersler[-1]
    with pytest.raises(Annulleret, match="Fortryd igen"):
        fortryd_import(lager, sidste, "CD", Midtvejs(antal=3))
    assert lager.antal("foto") == len(foer["foto"])
    assert hele(lager) != foer
    assert sidste_import(lager) == sidste  # the same button takes back the rest
    fortrudt = fortryd_import(lager, sidste, "CD")
    assert (fortrudt.slettede, fortrudt.tilbagefoerte, fortrudt.uroert) == (3, 1, ())
    assert hele(lager) == foer
    assert sidste_import(lager) is None


@pytest.mark.parametrize("lavet", ["geopackage"], indirect=True)
def test_what_both_have_changed_is_left_until_somebody_decides(
    lager: Store, taget: Taget, filen: QgsProject, projektmappe: Path
) -> None:
    to = sorted(f["moedested_id"] for f in lag(filen, "moedested").getFeatures())
    for noegle in to:
        ret(filen, "moedested", noegle, adgangsvej="Fra marken")
    with lager.skriv("prøve", "EF") as skriver:
        skriver.ret("moedested", to[0], {"adgangsvej": "Fra kontoret"})
    kom = hjem(lager, taget, projektmappe)
    assert [(u.tabel, u.noegle, u.grund) for u in kom.konflikter] == [
        ("moedested", to[0], "Adgangsvej")
    ]
    hjemme = {r["moedested_id"]: r["adgangsvej"] for r in lager.raekker("moedested")}
    assert (hjemme[to[0]], hjemme[to[1]]) == ("Fra kontoret", "Fra marken")
    assert any("Rettet både her og i marken" in linje for linje in kom.linjer())
    assert len(hjem(lager, taget, projektmappe).konflikter) == 1  # offered again
    hjem(lager, taget, projektmappe, politik="take")
    assert next(lager.raekker("moedested", noegler=[to[0]]))["adgangsvej"] == "Fra marken"


@pytest.mark.parametrize("lavet", ["geopackage"], indirect=True)
def test_what_was_deleted_out_there_stays_here(
    lager: Store, taget: Taget, filen: QgsProject, projektmappe: Path
) -> None:
    layer = lag(filen, "aktivitet")
    feature = next(layer.getFeatures())
    assert layer.startEditing()
    assert layer.deleteFeature(feature.id())
    assert layer.commitChanges()
    kom = hjem(lager, taget, projektmappe)
    assert [u.noegle for u in kom.borte] == [feature["aktivitet_id"]]
    assert list(lager.raekker("aktivitet", noegler=[feature["aktivitet_id"]]))


@pytest.mark.parametrize("lavet", ["geopackage"], indirect=True)
def test_pictures_come_from_the_folder_and_nowhere_else(
    lager: Store, taget: Taget, marken: QgsProject, projektmappe: Path, tmp_path: Path
) -> None:
    (tmp_path / "hemmelig.jpg").write_bytes(b"hemmeligt")
    (taget.mappe / "DCIM" / "program.exe").write_bytes(b"MZ")
    noegle = next(lag(marken, "moedested").getFeatures())["moedested_id"]
    for sti in (
        "../hemmelig.jpg",
        str(tmp_path / "hemmelig.jpg"),
        "DCIM/findes ikke.jpg",
        "DCIM/program.exe",
    ):
        tegn(marken, "foto", None, objekt_lag="moedested", objekt_id=noegle, sti=sti)
    foer = lager.antal("foto")
    kom = hjem(lager, taget, projektmappe)
    assert len(kom.fotos_blev) == 4
    assert (kom.fotos, lager.antal("foto")) == (0, foer)
    assert [fil.name for fil in (projektmappe / "fotos").iterdir()] == []
    (taget.mappe / "DCIM" / "findes ikke.jpg").write_bytes(
        BILLEDE
    )  # copied from the phone after all
    assert hjem(lager, taget, projektmappe).fotos == 1


@pytest.mark.parametrize(
    "sti", ["", "..", "../a.jpg", "DCIM/../../a.jpg", "/etc/a.jpg", "C:\\a.jpg", "\\\\server\\a.jpg", "C:a.jpg", "a\0.jpg"]
)  # fmt: skip
def test_a_path_never_leads_out(tmp_path: Path, sti: str) -> None:
    assert inden_for(tmp_path, sti) is None


def test_a_path_may_be_a_windows_one(tmp_path: Path) -> None:
    assert inden_for(tmp_path, "DCIM\\å.jpg") == tmp_path.resolve() / "DCIM" / "å.jpg"


def test_photos_go_along(eksempler: Store, tmp_path: Path, projektmappe: Path) -> None:
    noegle = sorted(
        str(r["moedested_id"]) for r in eksempler.raekker("moedested") if r[GEOMETRI] is not None
    )[0]
    (projektmappe / "fotos" / "bænk.jpg").write_bytes(BILLEDE)
    with eksempler.skriv("prøve", "AB") as skriver:
        skriver.indsaet("foto", [
            {"objekt_lag": "moedested", "objekt_id": noegle, "sti": sti}
            for sti in ("fotos/bænk.jpg", "fotos/væk.jpg", "../ude.jpg")
        ])  # fmt: skip
    taget = ud(eksempler, tmp_path, projektmappe)
    assert (taget.mappe / "fotos" / "bænk.jpg").read_bytes() == BILLEDE
    assert sorted(set(taget.manglende_fotos) & {"fotos/væk.jpg", "../ude.jpg"}) == [
        "../ude.jpg",
        "fotos/væk.jpg",
    ]
    kom = hjem(eksempler, taget, projektmappe)
    assert (kom.fotos, kom.fotos_blev, kom.i_alt("CHANGED")) == (0, [], 0)


def test_a_copy_goes_home_to_where_it_came_from(
    eksempler: Store, tmp_path: Path, projektmappe: Path
) -> None:
    taget = ud(eksempler, tmp_path, projektmappe, antal=1)
    plan = lav_plan(eksempler, Kilde(str(taget.mappe), lag="moedested"), "feltkopi")
    assert (plan.uaendrede, plan.maal.lag) == (1, taget.maerke.lag("moedested"))
    plan.luk()
    with pytest.raises(ProfilFejl, match="sammen med resten"):
        lav_plan(eksempler, Kilde(str(taget.mappe), lag="foto"), "feltkopi")
    eksempler.saet_indstilling("feltkopier", {})
    with pytest.raises(ProfilFejl, match="andre data"):
        hjem(eksempler, taget, projektmappe)
    with pytest.raises(ProfilFejl, match="ikke en feltkopi"):
        hent_hjem(eksempler, projektmappe, projektmappe, "AB")
    with pytest.raises(ProfilFejl, match="ikke en feltkopi"):
        hent_hjem(eksempler, Path(eksempler.adresse), projektmappe, "AB")


def test_nothing_is_left_of_what_could_not_be_made(
    eksempler: Store, tmp_path: Path, projektmappe: Path
) -> None:
    (tmp_path / "Tur på Lolland").mkdir()
    with pytest.raises(UdFejl, match="findes allerede"):
        ud(eksempler, tmp_path, projektmappe)
    shutil.rmtree(tmp_path / "Tur på Lolland")
    assert eksempler.antal("kildepost") == 0
    assert list(kopier_ude(eksempler)) == []
    afbrudt = QgsFeedback()
    afbrudt.cancel()
    bestilling = Feltbestilling({"moedested": _en(eksempler)}, tmp_path, "x", projektmappe)
    with pytest.raises(UdFejl, match="afbrudt"):
        tag_med(eksempler, bestilling, "AB", afbrudt)
    with pytest.raises(UdFejl, match="ikke valgt noget"):
        tag_med(eksempler, Feltbestilling({}, tmp_path, "x", projektmappe), "AB", QgsFeedback())
    assert [fil.name for fil in tmp_path.iterdir() if fil.name.startswith(("x", "~"))] == []


def _en(store: Store) -> list[str]:
    return [str(next(store.raekker("moedested"))["moedested_id"])]
