# SPDX-License-Identifier: GPL-2.0-or-later
"""Out to the field and home again when something is in the way: a full folder, a broken file, a colleague, a change of mind."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from osgeo import ogr
from qgis.core import (
    QgsAnnotationLayer,
    QgsCoordinateTransformContext,
    QgsFeedback,
    QgsProject,
)

from moedested_plugin.domain.betingelse import GEOMETRI, EnAf
from moedested_plugin.project.byg import ProjektFejl
from moedested_plugin.sources.anvend import UgemteRettelser
from moedested_plugin.sources.fejl import Annulleret, LaeseFejl
from moedested_plugin.sources.feltkopi import DATAFIL, kopier_ude
from moedested_plugin.sources.feltkopi_fotos import Fotoplan, planlaeg
from moedested_plugin.sources.feltkopi_projekt import indret_til_marken
from moedested_plugin.sources.feltkopi_ud import BAGGRUND, Feltbestilling, Taget, tag_med
from moedested_plugin.sources.filer_ogr import UdFejl
from moedested_plugin.sources.fortryd import fortryd_import
from moedested_plugin.sources.importer import lav_plan
from moedested_plugin.sources.laes import laes
from moedested_plugin.sources.laest import Kilde
from moedested_plugin.sources.profil import ProfilFejl
from moedested_plugin.store import Store, StoreFejl

from .feltkopier import BILLEDE, Midtvejs, hele, hjem, tegn

KUN_FIL = pytest.mark.parametrize("lavet", ["geopackage"], indirect=True)


def _moedested(taget: Taget) -> str:
    with closing(sqlite3.connect(taget.mappe / DATAFIL)) as con:
        return str(con.execute("SELECT min(moedested_id) FROM moedested").fetchone()[0])


def _billede(taget: Taget, sti: str, indhold: bytes = BILLEDE) -> None:
    fil = taget.mappe / sti
    fil.parent.mkdir(exist_ok=True)
    fil.write_bytes(indhold)


class _ImensLaves(QgsFeedback):
    """Somebody makes the folder while we write ours."""

    def __init__(self, mappe: Path) -> None:
        super().__init__()
        self._mappe = mappe

    def isCanceled(self) -> bool:  # noqa: N802 - as QGIS names it
        self._mappe.mkdir(exist_ok=True)
        return False


@KUN_FIL
def test_a_copy_that_could_not_be_put_in_place_is_forgotten(
    lager: Store, taget: Taget, tmp_path: Path, projektmappe: Path
) -> None:
    foer = lager.antal("kildepost")
    valgte = {"moedested": [_moedested(taget)]}
    bestilling = Feltbestilling(valgte, tmp_path, "Optaget", projektmappe)
    with pytest.raises(UdFejl, match="Optaget findes allerede"):
        tag_med(lager, bestilling, "AB", _ImensLaves(tmp_path / "Optaget"))
    assert list((tmp_path / "Optaget").iterdir()) == []
    with closing(sqlite3.connect(lager.adresse)) as con, con:
        con.execute(
            "CREATE TRIGGER nej BEFORE INSERT ON kildepost BEGIN SELECT RAISE(ABORT, 'nej'); END"
        )
    with pytest.raises(StoreFejl):
        tag_med(lager, replace(bestilling, navn="Ikke husket"), "AB", QgsFeedback())
    assert not (tmp_path / "Ikke husket").exists()
    assert lager.antal("kildepost") == foer
    assert [maerke.navn for maerke in kopier_ude(lager)] == ["Tur på Lolland"]


def test_one_picture_of_two_rows_and_a_place_that_is_on_no_map(
    eksempler: Store, tmp_path: Path, projektmappe: Path
) -> None:
    (projektmappe / "fotos" / "bænk.jpg").write_bytes(BILLEDE)
    (projektmappe / "kort.gpkg").write_bytes(b"for lidt til et kort")
    with eksempler.skriv("prøve", "AB") as skriver:
        noegle = "10000000-0000-4000-8000-000000000000"
        skriver.indsaet("moedested", [{"moedested_id": noegle, "navn": "På nettet", "form_k": 2, "formaal_k": [1],
                                       "link": "https://a.dk"}])  # fmt: skip
        skriver.indsaet("foto", [{"objekt_lag": "moedested", "objekt_id": noegle, "sti": "fotos/bænk.jpg"}] * 2)  # fmt: skip
    bestilling = Feltbestilling(
        {"moedested": [noegle]}, tmp_path, "Nettet", projektmappe, projektmappe / "kort.gpkg"
    )
    taget = tag_med(eksempler, bestilling, "AB", QgsFeedback())
    assert (taget.antal["foto"], taget.manglende_fotos) == (2, ())
    assert (taget.mappe / "fotos" / "bænk.jpg").read_bytes() == BILLEDE
    project = QgsProject()
    assert project.read(str(next(taget.mappe.glob("*.qgz"))))
    assert [layer.name() for layer in project.mapLayers().values() if not layer.isValid()] == []
    project.clear()
    assert (taget.mappe / BAGGRUND).stat().st_size > 1_000  # the shipped background


@KUN_FIL
def test_a_project_of_other_layers_is_fitted_and_one_that_cannot_be_saved_is_said(
    taget: Taget, tmp_path: Path
) -> None:
    maerke = taget.maerke
    project = QgsProject()
    valg = QgsAnnotationLayer.LayerOptions(QgsCoordinateTransformContext())
    project.addMapLayer(QgsAnnotationLayer("noter", valg))
    indret_til_marken(project, tmp_path / "a.qgz", maerke)
    assert (tmp_path / "a.qgz").is_file()
    assert project.title().endswith("Tur på Lolland")
    with pytest.raises(ProjektFejl, match="kan ikke gemmes"):
        indret_til_marken(project, tmp_path / "findes ikke" / "a.qgz", maerke)
    project.clear()


@KUN_FIL
def test_only_the_tables_of_a_copy_come_home(lager: Store, taget: Taget) -> None:
    with pytest.raises(ProfilFejl, match="kodeliste er ikke med i en feltkopi"):
        lav_plan(lager, Kilde(str(taget.mappe), lag="kodeliste"), "feltkopi")


@KUN_FIL
def test_nothing_comes_home_over_unsaved_edits_and_it_can_be_broken_off(
    lager: Store, taget: Taget, projektmappe: Path
) -> None:
    with pytest.raises(UgemteRettelser, match="i Bænk, Rute"):
        hjem(lager, taget, projektmappe, ugemte=["Rute", "Bænk"])
    with pytest.raises(UgemteRettelser, match="i Bænk, Rute"):
        fortryd_import(lager, "x", "CD", ugemte=["Rute", "Bænk"])
    with closing(sqlite3.connect(taget.mappe / DATAFIL)) as con, con:
        con.execute("UPDATE organisation SET kontakt_rolle = 'Formand'")
    afbrudt = Midtvejs(antal=1)
    with pytest.raises(Annulleret, match="kan fortrydes"):
        hjem(lager, taget, projektmappe, feedback=afbrudt)
    hentet = {str(r["kontakt_rolle"]) for r in lager.raekker("organisation")}
    assert hentet == {"Formand"}
    koersel = next(str(r["koersel_id"]) for r in lager.raekker("koersel") if r["art"] == "import")
    stop = QgsFeedback()
    stop.cancel()
    with pytest.raises(Annulleret):
        fortryd_import(lager, koersel, "CD", stop)
    assert {str(r["kontakt_rolle"]) for r in lager.raekker("organisation")} == hentet
    fortryd_import(lager, koersel, "CD")
    assert {str(r["kontakt_rolle"]) for r in lager.raekker("organisation")} != hentet


@KUN_FIL
def test_pictures_of_the_same_name_and_those_that_cannot_come(
    lager: Store, taget: Taget, marken: QgsProject, projektmappe: Path
) -> None:
    fotos = projektmappe / "fotos"
    (fotos / "A.jpg").write_bytes(b"hjemme".ljust(len(BILLEDE)))
    (fotos / "A (2).jpg").write_bytes(BILLEDE)
    _billede(taget, "DCIM/A.jpg")  # is at home already, under another name
    _billede(taget, "DCIM/B.jpg", b"den ene")
    _billede(taget, "Sendt/B.jpg", b"den anden")
    _billede(taget, "DCIM/A.png")
    with (taget.mappe / "DCIM" / "stor.jpg").open("wb") as fil:
        fil.truncate(60_000_001)
    (taget.mappe / "DCIM" / "ring.jpg").symlink_to(taget.mappe / "DCIM" / "ring.jpg")
    noegle = _moedested(taget)
    stier = (
        "DCIM/A.jpg",
        "DCIM/B.jpg",
        "DCIM/B.jpg",
        "Sendt/B.jpg",
        "DCIM/A.png",
        "DCIM/stor.jpg",
        "DCIM/ring.jpg",
    )
    for sti in stier:
        tegn(marken, "foto", None, objekt_lag="moedested", objekt_id=noegle, sti=sti)
    kom = hjem(lager, taget, projektmappe)
    assert kom.fotos == 3
    assert sorted(str(r["sti"]) for r in lager.raekker("foto") if r["objekt_id"] == noegle and "fotos/" in str(r["sti"])) == [
        "fotos/A (2).jpg", "fotos/A.png", "fotos/B (2).jpg", "fotos/B.jpg", "fotos/B.jpg",
    ]  # fmt: skip
    assert {(fotos / navn).read_bytes() for navn in ("B.jpg", "B (2).jpg")} == {
        b"den ene",
        b"den anden",
    }
    linjer = [*kom.linjer()]
    assert "Fotos kopieret: 3." in linjer
    assert [linje.split(".")[0] for linje in linjer if "ikke hentet" in linje] == [
        "Foto ikke hentet: DCIM/stor", "Foto ikke hentet: DCIM/ring",
    ]  # fmt: skip
    assert any("for stort" in linje for linje in linjer)


@KUN_FIL
def test_pictures_that_cannot_be_written_stop_their_rows(
    lager: Store, taget: Taget, marken: QgsProject, projektmappe: Path
) -> None:
    _billede(taget, "DCIM/A.jpg")
    tegn(
        marken, "foto", None, objekt_lag="moedested", objekt_id=_moedested(taget), sti="DCIM/A.jpg"
    )
    foer = hele(lager)["foto"]
    (projektmappe / "fotos").rmdir()
    (projektmappe / "fotos").write_text("en fil hvor mappen skal være")
    with pytest.raises(LaeseFejl, match="Billederne kan ikke kopieres"):
        hjem(lager, taget, projektmappe)
    assert hele(lager)["foto"] == foer
    (projektmappe / "fotos").unlink()
    # the database says no when the pictures are there
    with closing(sqlite3.connect(lager.adresse)) as con, con:
        con.execute(
            "CREATE TRIGGER nej BEFORE INSERT ON foto BEGIN SELECT RAISE(ABORT, 'nej'); END"
        )
    with pytest.raises(StoreFejl):
        hjem(lager, taget, projektmappe)
    assert [*(projektmappe / "fotos").iterdir()] == []


def test_copies_are_taken_away_again_when_one_of_them_fails(tmp_path: Path) -> None:
    (tmp_path / "god.jpg").write_bytes(BILLEDE)
    maal = tmp_path / "hjem" / "fotos"
    plan = Fotoplan(tmp_path / "hjem", {
        tmp_path / "god.jpg": maal / "god.jpg", tmp_path / "borte.jpg": maal / "borte.jpg",
    })  # fmt: skip
    with pytest.raises(FileNotFoundError):
        plan.udfoer()
    assert list(maal.iterdir()) == []


def test_rows_without_the_columns_of_a_photo_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("foto_id;navn\n1;x\n", "utf-8")
    with laes(Kilde(str(tmp_path / "a.csv"))) as laest:
        plan = planlaeg(laest, {}, tmp_path, tmp_path)
        assert (plan.kopier, plan.afviste, len(list(laest.raekker()))) == ({}, [], 1)


@KUN_FIL
def test_what_is_drawn_beside_something_we_have_is_new_and_what_breaks_a_rule_is_told(
    lager: Store, taget: Taget, filen: QgsProject, projektmappe: Path
) -> None:
    data = taget.mappe / DATAFIL
    with closing(sqlite3.connect(data)) as con:
        tagne = {led[0] for led in con.execute("SELECT moedested_id FROM moedested")}
    vores = next(
        r
        for r in lager.raekker("moedested")
        if r[GEOMETRI] is not None and r["moedested_id"] not in tagne
    )
    wkt = ogr.CreateGeometryFromWkb(vores[GEOMETRI]).ExportToWkt()
    ny_id = "10000000-0000-4000-8000-000000000000"
    tegn(filen, "moedested", wkt, formaal_k=[1], moedested_id=ny_id, navn=vores["navn"])
    barn = {"aktivitet_id": "20000000-0000-4000-8000-000000000000", "type_k": 22, "navn": "Kor"}
    tegn(
        filen, "aktivitet", None, moedested_id=ny_id, gentagelse_k=1,
        dato_fra="2026-09-01", maalgruppe_k=[2], **barn,
    )  # fmt: skip
    with closing(sqlite3.connect(data)) as con, con:
        for (trigger,) in con.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'organisation'"
        ).fetchall():
            con.execute(f'DROP TRIGGER "{trigger}"')
        (navn,) = con.execute("SELECT min(navn) FROM organisation").fetchone()
        con.execute("UPDATE organisation SET type_k = 9999 WHERE navn = ?", (navn,))
    vist = hjem(lager, taget, projektmappe, gem=False)
    kom = hjem(lager, taget, projektmappe)
    for hjemkomst in (vist, kom):
        assert hjemkomst.i_alt("NEW") == 2, [*hjemkomst.linjer()]
        assert [(u.tabel, u.navn) for u in hjemkomst.afviste] == [("organisation", navn)]
    hentet = next(lager.raekker("moedested", noegler=[ny_id]))
    assert lager.antal("aktivitet", EnAf("moedested_id", (ny_id,))) == 1
    assert (hentet["navn"], hentet[GEOMETRI]) == (vores["navn"], vores[GEOMETRI])
