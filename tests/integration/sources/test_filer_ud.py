# SPDX-License-Identifier: GPL-2.0-or-later
"""Chosen rows as files, read back as another program would."""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal, ogr
from qgis.core import QgsFeedback

from moedested_plugin.domain.dansk_csv import uskadelig
from moedested_plugin.domain.genbrug import er
from moedested_plugin.domain.offentlig import VISNINGER
from moedested_plugin.domain.skema import DOMAENETABELLER
from moedested_plugin.sources.filer_formater import Format, Tilpasning, arknavn
from moedested_plugin.sources.filer_kolonner import Synlige, Vaerdier, kolonner
from moedested_plugin.sources.filer_ogr import Afbrudt, UdFejl, aliaser, lovligt_navn
from moedested_plugin.sources.filer_ud import Bestilling, Resultat, Udvalg, skriv_filer
from moedested_plugin.store import Store
from tests.integration.store.conftest import Fremmed, fremmed
from tests.integration.store.raekker import (
    FLADE,
    MOEDESTED,
    ORGANISATION,
    PUNKT,
    RUTE,
    fuld,
    grundlag,
    gyldig,
    ny_id,
    punkt,
)

from .geofa_raekker import wkb

__all__ = ["fremmed"]
KANARIE = "kanariefugl"
MED_GAB = "MULTILINESTRING ((680000 6080000,680500 6080100),(680700 6080100,681000 6081000))"
FIRKANT = (
    "MULTIPOLYGON (((680000 6080000,680100 6080000,680100 6080100,680000 6080100,680000 6080000)))"
)
GIS = (Format.GEOPACKAGE, Format.MAPINFO, Format.SHAPE, Format.GEOJSON)


def ind(store: Store, tabel: str, *raekker: dict[str, Any]) -> None:
    with store.skriv("prøve", "AB") as skriver:
        skriver.indsaet(tabel, [gyldig(tabel) | raekke for raekke in raekker])


@pytest.fixture
def lager(gpkg_store: Store) -> Store:
    """A public place of every kind, one that is not, and a moedested with partners."""
    _fyld(gpkg_store)
    return gpkg_store


def _fyld(store: Store) -> None:
    ude: dict[str, Any] = {"off_kode": 1, "statuskode": 3}
    ind(
        store,
        "organisation",
        {"organisation_id": ORGANISATION, "navn": "Torvets Venner", "kontakt_mail": "t@example.dk"},
    )
    ind(store, "moedested",
        {"moedested_id": MOEDESTED, "navn": "Kaffe på torvet", "off_kode": 1, "livscyklus_k": 3, "geometri": punkt(),
         "maalgruppe_k": [2, 15], "formaal_k": [3, 1], "organisation_id": ORGANISATION, "betaling_k": 0,
         "lang_beskr": "å" * 300, "beskrivels": "=1+1", "telefon": "+45 54 73 10 00", "gyldig_fra": dt.date(2026, 5, 1),
         "intern_note": KANARIE, "godkendt_af": KANARIE, "link": "https://x.dk/?a=1&b=<2>"},
        {"navn": "Kladden", "beskrivels": "uden sted"})  # fmt: skip
    ind(store, "medvirkende", {"moedested_id": MOEDESTED, "organisation_id": ORGANISATION})
    ind(store, "facilitet_punkt",
        {"objekt_id": PUNKT, "navn": "Bænk 🍎 ved “åen”", "facil_ty_k": 1371, "antal_pl": 3, "underlag_k": 6,
         "tilgaeng_opl": {"a": 1.5}, **ude},
        {"navn": "Skjult bænk", "off_kode": 2, "statuskode": 3, "intern_note": KANARIE})  # fmt: skip
    ind(
        store,
        "facilitet_flade",
        {"objekt_id": FLADE, "facil_ty_k": 1031, "geometri": wkb(FIRKANT), **ude},
    )
    ind(
        store,
        "rute",
        {
            "objekt_id": RUTE,
            "navn": "Åstien",
            "geometri": wkb(MED_GAB),
            "laengde": 12.25,
            "rundtur": False,
            **ude,
        },
    )
    ind(store, "straekning", {"rute_id": RUTE, "underlag_k": 2})
    ind(store, "besoegstal", {})
    ind(
        store,
        "aktivitet",
        {"navn": "Fortid", "dato_fra": dt.date(2020, 1, 1)},
        {"navn": "Fremtid", "dato_fra": dt.date(2099, 1, 1)},
    )
    ind(
        store,
        "foto",
        {"sti": f"DCIM/{KANARIE}.jpg", "samtykke_k": 2},
        {"sti": "https://x.dk/1.jpg", "samtykke_k": 2},
    )


def skriv(store: Store, mappe: Path, format_: Format, *tabeller: str, **mere: Any) -> Resultat:
    udvalg = tuple(Udvalg(tabel) for tabel in tabeller)
    return skriv_filer(store, Bestilling(udvalg, mappe, "ud æøå", format_, **mere))


def laes(fil: Path, lag: str | None = None) -> list[dict[str, Any]]:
    datasaet = gdal.OpenEx(str(fil), gdal.OF_VECTOR | gdal.OF_READONLY)
    assert datasaet is not None, fil
    laget = datasaet.GetLayerByName(lag) if lag else datasaet.GetLayer(0)
    ud = []
    for objekt in laget:
        geometri = objekt.GetGeometryRef()
        ud.append({**objekt.items(), "geometri": geometri.ExportToWkt() if geometri else None})
    return ud


def epsg(fil: Path) -> str | None:
    """What QGIS recognises the coordinate system as; the codes are not in every format."""
    from qgis.core import QgsVectorLayer

    return str(QgsVectorLayer(str(fil), "x", "ogr").crs().authid())


# ---- GIS formats ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format_", GIS)
def test_a_place_reads_back_where_it_is(lager: Store, tmp_path: Path, format_: Format) -> None:
    resultat = skriv(lager, tmp_path, format_, "facilitet_punkt")
    fil = tmp_path / f"ud æøå{format_.endelse}"
    assert fil in resultat.filer
    assert resultat.antal == {"facilitet_punkt": 1}
    (raekke,) = laes(fil)
    grader = format_ is Format.GEOJSON
    x, y = (11.802756, 54.834736) if grader else (680000.25, 6080000.75)
    placering = ogr.CreateGeometryFromWkt(raekke["geometri"]).GetEnvelope()
    assert placering == pytest.approx((x, x, y, y), abs=1e-5 if grader else 1e-3)
    assert epsg(fil) == ("EPSG:4326" if grader else "EPSG:25832")
    navn = "Bænk ? ved “åen”" if format_ is Format.MAPINFO else "Bænk 🍎 ved “åen”"
    assert raekke["navn"] == navn
    type_tekst = resultat.feltnavne["facilitet_punkt"]["facil_ty_tekst"]
    assert (raekke["facil_ty_k"], raekke[type_tekst]) == (1371, "Bænk")
    assert str(raekke["antal_pl"]) == "3"


@pytest.mark.parametrize("format_", GIS)
@pytest.mark.parametrize(
    "tabel", ["moedested", "facilitet_flade", "rute", "straekning", "udstyr", "tilknytning"]
)
def test_every_layer_can_be_written(
    lager: Store, tmp_path: Path, format_: Format, tabel: str
) -> None:
    resultat = skriv(lager, tmp_path, format_, tabel, kun_offentlige=False)
    fil = next(f for f in resultat.filer if f.suffix == format_.endelse or f.suffix == ".dbf")
    assert len(laes(fil)) == resultat.antal[tabel] == lager.antal(tabel)


def test_gaps_stay_gaps(lager: Store, tmp_path: Path) -> None:
    for format_ in (*GIS, Format.GPX):
        skriv(lager, tmp_path, format_, "rute")
        fil = tmp_path / f"ud æøå{format_.endelse}"
        (raekke,) = laes(fil, "tracks" if format_ is Format.GPX else None)
        geometri = ogr.CreateGeometryFromWkt(raekke["geometri"])
        assert (geometri.GetGeometryName(), geometri.GetGeometryCount()) == (
            "MULTILINESTRING",
            2,
        ), format_


def test_mapinfo_is_windows_latin_and_an_empty_number_is_no_zero(
    lager: Store, tmp_path: Path
) -> None:
    resultat = skriv(lager, tmp_path, Format.MAPINFO, "facilitet_punkt", "facilitet_flade")
    assert [f.name for f in resultat.filer if f.suffix == ".tab"] == [
        "ud æøå_facilitet_flade.tab", "ud æøå_facilitet_punkt.tab",
    ]  # fmt: skip
    hoved = (tmp_path / "ud æøå_facilitet_punkt.tab").read_bytes()
    assert b"!charset WindowsLatin1" in hoved
    raa = (tmp_path / "ud æøå_facilitet_punkt.dat").read_bytes()
    assert "Bænk ? ved “åen”".encode("cp1252") in raa
    (punktet,) = laes(tmp_path / "ud æøå_facilitet_punkt.tab")
    assert (punktet["ryglaen_k"], punktet["antal_pl"], punktet["facil_ty_k"]) == ("", "3", 1371)
    assert any("Tal, der må være tomme" in a for a in resultat.advarsler)
    assert any(
        a.startswith("navn: tegn, som MapInfo TAB ikke kan gemme, er blevet til ? i 1 række")
        for a in resultat.advarsler
    )


def test_mapinfo_does_not_bend_what_lies_far_away(lager: Store, tmp_path: Path) -> None:
    ind(lager, "facilitet_punkt", {"navn": "Byttet om", "geometri": wkb("MULTIPOINT ((6080000 680000))"),
                                   "off_kode": 1, "statuskode": 3})  # fmt: skip
    resultat = skriv(lager, tmp_path, Format.MAPINFO, "facilitet_punkt")
    raekker = {r["navn"]: r["geometri"] for r in laes(tmp_path / "ud æøå.tab")}
    assert raekker["Byttet om"] is None
    assert any(
        a.startswith("Tegninger langt uden for Danmark, som MapInfo ikke kan gemme: 1.")
        for a in resultat.advarsler
    )


def test_shape_has_short_names_and_says_its_encoding(lager: Store, tmp_path: Path) -> None:
    resultat = skriv(lager, tmp_path, Format.SHAPE, "facilitet_punkt", "moedested")
    assert (tmp_path / "ud æøå_moedested.cpg").read_text() == "UTF-8"
    for navne in resultat.feltnavne.values():
        korte = [n.lower() for n in navne.values()]
        assert len(set(korte)) == len(korte)
        assert max(map(len, korte)) <= 10
    navne = resultat.feltnavne["facilitet_punkt"]
    assert (navne["kvalitetstjekket_k"], navne["bookinglink"], navne["tilgaeng_beskriv"]) == (
        "kva_tjek_k", "book_link", "tilgaeng_b",
    )  # fmt: skip
    (moedested,) = laes(tmp_path / "ud æøå_moedested.shp")
    assert moedested[resultat.feltnavne["moedested"]["lang_beskr"]] == "å" * 127
    assert any(
        a.startswith("lang_beskr: for lang til Shape og afkortet i 1 række")
        for a in resultat.advarsler
    )


def test_a_geopackage_holds_all_layers(lager: Store, tmp_path: Path) -> None:
    resultat = skriv(
        lager,
        tmp_path,
        Format.GEOPACKAGE,
        "moedested",
        "facilitet_punkt",
        "rute",
        "aktivitet",
        "foto",
    )
    assert [f.name for f in resultat.filer] == ["ud æøå.gpkg"]
    datasaet = gdal.OpenEx(str(resultat.filer[0]))
    assert {datasaet.GetLayer(n).GetName() for n in range(datasaet.GetLayerCount())} == {
        *resultat.antal
    }
    (ruten,) = laes(resultat.filer[0], "rute")
    assert (ruten["laengde"], ruten["rundtur"]) == (12.25, False)


# ---- which columns, which rows --------------------------------------------------------------------------------------


def _offentlige(store: Store, visning: Any) -> list[dict[str, Any]]:
    valgte = kolonner(visning.tabel, internt=False)
    vaerdier, synlige = Vaerdier(store, visning.tabel, valgte, internt=False), Synlige(store)
    return [
        vaerdier.af(r) for r in store.raekker(visning.tabel.navn)
        if synlige.har(visning.tabel, r) and (visning.betingelse is None or visning.betingelse.holder(r))
    ]  # fmt: skip


def test_public_rows_and_columns_are_those_of_the_public_views(
    store: Store, fremmed: Fremmed
) -> None:
    """The same rows, columns and texts as the views that WMS and WFS read, in both kinds of store."""
    _fyld(store)
    ind(store, "tilknytning", {"facilitet_punkt_id": PUNKT, "rute_id": None}, {"rute_id": RUTE})
    ind(
        store,
        "udstyr",
        {"type_k": 1, "udstyr_status_k": 4, "moedested_id": MOEDESTED, "geometri": punkt()},
        {},
    )
    set_ = 0
    for visning in VISNINGER:
        navne = [kolonne.navn for kolonne in visning.kolonner]
        citeret = ", ".join(f'"{navn}"' for navn in navne)
        noegle = visning.tabel.noegle
        laest = [
            dict(zip(navne, r))
            for r in fremmed.udfoer(f"select {citeret} from {visning.navn} order by {noegle}")
        ]
        vores = sorted(_offentlige(store, visning), key=lambda r: str(r[noegle]))
        assert [_som_sql(r) for r in vores] == [_som_sql(r) for r in laest], visning.navn
        set_ += len(laest)
    assert set_ >= 9


def _som_sql(raekke: dict[str, Any]) -> dict[str, Any]:
    ud = {}
    for navn, vaerdi in raekke.items():
        er_json = isinstance(vaerdi, str) and vaerdi[:1] in ("[", "{")
        laest = json.loads(vaerdi) if er_json else vaerdi
        ud[navn] = str(laest).replace("/", "-") if isinstance(laest, (dt.date, str)) else laest
    return ud


@pytest.mark.parametrize("format_", list(Format))
def test_no_internal_field_is_in_a_public_file(
    lager: Store, tmp_path: Path, format_: Format
) -> None:
    tabeller = ("moedested", "facilitet_punkt", "rute") if format_ is Format.GPX else (
        "moedested", "facilitet_punkt", "foto", "organisation",
    )[:3]  # fmt: skip
    resultat = skriv(lager, tmp_path, format_, *tabeller, kun_offentlige=False)
    indhold = b"".join(f.read_bytes() for f in resultat.filer)
    if format_ is Format.EXCEL:
        with zipfile.ZipFile(resultat.filer[0]) as pakke:
            indhold = b"".join(pakke.read(navn) for navn in pakke.namelist())
    assert b"Skjult b" in indhold
    assert KANARIE.encode() not in indhold


def test_a_hidden_code_and_a_local_photo_are_not_shown(lager: Store, tmp_path: Path) -> None:
    fil = skriv(
        lager, tmp_path, Format.GEOPACKAGE, "moedested", "foto", kun_offentlige=False
    ).filer[0]
    moedested, _ = laes(fil, "moedested")
    assert (moedested["maalgruppe_tekst"], moedested["formaal_tekst"]) == (
        "Seniorer",
        "Fællesskab; Naturoplevelse",
    )
    assert (moedested["organisation"], moedested["organisation_kontakt_mail"], moedested["medvirkende"]) == (
        "Torvets Venner", "t@example.dk", "Torvets Venner",
    )  # fmt: skip
    assert [r["sti"] for r in laes(fil, "foto")] == [None, "https://x.dk/1.jpg"]


def test_rows_that_are_not_public_are_left_out_and_counted(lager: Store, tmp_path: Path) -> None:
    resultat = skriv(
        lager, tmp_path, Format.GEOPACKAGE, "moedested", "facilitet_punkt", "aktivitet", "foto"
    )
    assert resultat.antal == {"moedested": 1, "facilitet_punkt": 1, "aktivitet": 1, "foto": 1}
    assert resultat.udeladt == 4
    assert resultat.advarsler == ("Udeladt, fordi de ikke er offentlige: 4.",)
    alle = skriv(
        lager, tmp_path, Format.GEOPACKAGE, "moedested", kun_offentlige=False, overskriv=True
    )
    assert (alle.antal, alle.udeladt, alle.advarsler) == (
        {"moedested": 2},
        0,
        ("Rækker i filen, der ikke er offentlige: 1.",),
    )


@pytest.mark.parametrize("format_", GIS)
def test_internal_columns_come_when_asked_for_with_a_warning(
    lager: Store, tmp_path: Path, format_: Format
) -> None:
    resultat = skriv(lager, tmp_path, format_, "moedested", internt=True)
    assert (
        resultat.advarsler[0]
        == "Filen indeholder interne oplysninger. Del den ikke uden for kommunen."
    )
    navne = resultat.feltnavne["moedested"]
    raekker = laes(next(f for f in resultat.filer if f.suffix == format_.endelse))
    assert len(raekker) == 2
    assert raekker[0][navne["intern_note"]] == KANARIE
    assert raekker[0][navne["maalgruppe_tekst"]] == "Seniorer; Mennesker med psykisk sårbarhed"
    assert raekker[0][navne["kilde_tekst"]] == "Kommunen"
    assert {f.navn for t in DOMAENETABELLER if t.navn == "moedested" for f in t.felter} <= set(
        navne
    )


@pytest.mark.parametrize("tabel", [t.navn for t in DOMAENETABELLER])
def test_every_table_with_every_field_can_go_out(
    gpkg_store: Store, tmp_path: Path, tabel: str
) -> None:
    with gpkg_store.skriv("prøve", "AB") as skriver:
        grundlag(skriver)
        skriver.indsaet(tabel, [fuld(tabel)])
    for format_ in Format:
        if format_ is Format.GPX:
            continue
        resultat = skriv(gpkg_store, tmp_path, format_, tabel, internt=True)
        assert resultat.antal[tabel] == gpkg_store.antal(tabel)
        assert resultat.udeladt == 0


def test_no_two_columns_of_a_layer_are_called_the_same() -> None:
    """GDAL from 3.7 on writes the names, and a GeoPackage with one of them twice is refused."""
    ens = 0
    for tabel in DOMAENETABELLER:
        til = [ud.til for ud in kolonner(tabel, internt=True)]
        kaldt = aliaser(til)
        assert len(set(kaldt)) == len(kaldt) == len(til)
        ens += len(kaldt) - len({kolonne.alias for kolonne in til})
    assert ens, "there are columns that need it"


def test_rows_are_chosen_by_key_or_condition(store: Store, tmp_path: Path) -> None:
    ind(
        store,
        "facilitet_punkt",
        *({"navn": f"Nr. {n}", "objekt_id": ny_id(), "antal_pl": n} for n in range(4)),
    )
    noegler = [str(r["objekt_id"]) for r in store.raekker("facilitet_punkt", ["objekt_id"])]

    def navne(**udvalg: Any) -> list[Any]:
        bestilling = Bestilling((Udvalg("facilitet_punkt", **udvalg),), tmp_path, "x", Format.GEOPACKAGE, internt=True,
                                overskriv=True)  # fmt: skip
        return [r["navn"] for r in laes(skriv_filer(store, bestilling).filer[0])]

    assert navne(noegler=noegler[1:3]) == ["Nr. 1", "Nr. 2"]
    assert navne(hvor=er("antal_pl", 3)) == ["Nr. 3"]
    assert navne(noegler=noegler[:2], hvor=er("antal_pl", 0)) == ["Nr. 0"]
    assert navne(noegler=[]) == []
    assert len(navne()) == 4


# ---- sheets ---------------------------------------------------------------------------------------------------------


def test_a_sheet_never_calculates(lager: Store, tmp_path: Path) -> None:
    excel = skriv(lager, tmp_path, Format.EXCEL, "moedested", "facilitet_punkt").filer[0]
    (raekke,) = laes(excel, "Mødesteder")
    assert raekke["Navn"] == "Kaffe på torvet"
    assert (raekke["Form (kode)"], raekke["Form"], raekke["Målgruppe"]) == (1, "Fysisk", "Seniorer")
    assert (raekke["Kort beskrivelse"], raekke["Telefon"]) == ("'=1+1", "'+45 54 73 10 00")
    assert (raekke["Øst (EPSG:25832)"], raekke["Nord (EPSG:25832)"]) == (680000.25, 6080000.75)
    assert raekke["Aktivt fra"] == "2026/05/01"
    assert len(raekke["Beskrivelse"]) == 300
    with zipfile.ZipFile(excel) as pakke:
        for navn in pakke.namelist():
            assert b"<f>" not in pakke.read(navn)
            assert b"<f " not in pakke.read(navn)
    assert [r["Type"] for r in laes(excel, "Faciliteter")] == ["Bænk"]


def test_a_csv_opens_in_danish_excel(lager: Store, tmp_path: Path) -> None:
    (fil,) = skriv(lager, tmp_path, Format.CSV, "rute").filer
    raa = fil.read_bytes()
    assert raa.startswith(b"\xef\xbb\xbf")
    hoved, linje, tom = raa.decode("utf-8-sig").split("\r\n")
    assert tom == ""
    celler = dict(zip(hoved.split(";"), linje.split(";")))
    assert (celler["Navn"], celler["Længde (km)"].strip('"'), celler["Rundtur"]) == (
        "Åstien",
        "12,25",
        "Nej",
    )


@pytest.mark.parametrize(
    ("tekst", "ud"),
    [("=1+1", "'=1+1"), ("+45", "'+45"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
     ("\r=1", "'\r=1"), ("Kaffe = godt", "Kaffe = godt"), ("", "")],
)  # fmt: skip
def test_texts_that_look_like_formulas_are_guarded(tekst: str, ud: str) -> None:
    assert uskadelig(tekst) == ud


def test_names_of_sheets_are_legal_and_unique() -> None:
    assert arknavn("A/B:[x]*?\\", ()) == "A_B__x____"
    assert arknavn("'x'", ()) == "x"
    assert arknavn("å" * 40, ("Å" * 31,)) == "å" * 30 + "2"


# ---- GPX ------------------------------------------------------------------------------------------------------------


def test_gpx_has_waypoints_and_tracks(lager: Store, tmp_path: Path) -> None:
    ind(lager, "facilitet_punkt", {"navn": "To \x02steder", "off_kode": 1, "statuskode": 3,
                                   "geometri": wkb("MULTIPOINT ((680000 6080000),(680100 6080000))")})  # fmt: skip
    resultat = skriv(lager, tmp_path, Format.GPX, "rute", "moedested", "facilitet_punkt", "facilitet_flade",
                     kun_offentlige=False)  # fmt: skip
    (fil,) = resultat.filer
    punkter = laes(fil, "waypoints")
    assert [p["name"] for p in punkter] == [
        "Kaffe på torvet", "Bænk 🍎 ved “åen”", "Skjult bænk", "To steder (1)", "To steder (2)", "Legeplads",
    ]  # fmt: skip
    assert (punkter[0]["desc"], punkter[0]["link1_href"], punkter[0]["type"]) == (
        "=1+1",
        "https://x.dk/?a=1&b=<2>",
        "Fysisk",
    )
    placering = ogr.CreateGeometryFromWkt(punkter[0]["geometri"])
    assert (placering.GetX(), placering.GetY()) == pytest.approx((11.802756, 54.834736), abs=1e-5)
    (spor,) = laes(fil, "tracks")
    assert (spor["name"], spor["type"]) == ("Åstien", "Vandrerute")
    assert resultat.udeladt == 1
    assert any(
        a.startswith("Udeladt, fordi de ikke har en plads på kortet: 1.")
        for a in resultat.advarsler
    )


# ---- all or nothing -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("navn", "lovligt"),
    [
        ("Møde: kl. 14/16?", "Møde_ kl. 14_16_"), ("con", "_con"), ("COM1.x", "_COM1.x"), ("slut. ", "slut"),
        ("", "_"), ("...", "_"), ("a" * 300, "a" * 100), ("../../etc/passwd", ".._.._etc_passwd"),
    ],
)  # fmt: skip
def test_file_names_are_legal_on_windows(navn: str, lovligt: str) -> None:
    assert lovligt_navn(navn) == lovligt


def test_a_name_never_leads_out_of_the_folder(lager: Store, tmp_path: Path) -> None:
    bestilling = Bestilling((Udvalg("rute"),), tmp_path, "../op", Format.GEOJSON)
    assert [f.name for f in skriv_filer(lager, bestilling).filer] == [".._op.geojson"]


@pytest.mark.parametrize(
    ("tabeller", "mere", "saetning"),
    [
        ((), {}, "Vælg rækker"),
        (("rute", "rute"), {}, "kun én gang"),
        (("historik",), {}, "kan ikke sendes ud"),
        (("indstilling",), {"internt": True}, "kan ikke sendes ud"),
        (("besoegstal",), {}, "kun til internt brug"),
    ],
)
def test_what_cannot_go_out_is_said(
    lager: Store, tmp_path: Path, tabeller: Sequence[str], mere: dict[str, Any], saetning: str
) -> None:
    with pytest.raises(UdFejl, match=saetning):
        skriv(lager, tmp_path, Format.GEOPACKAGE, *tabeller, **mere)
    assert [f.name for f in tmp_path.iterdir()] == ["Mødesteder på Lolland"]


def test_files_are_replaced_only_when_asked_and_all_of_them(lager: Store, tmp_path: Path) -> None:
    (tmp_path / "ud æøå.dbf").write_bytes(b"det gamle")
    with pytest.raises(UdFejl, match=r"ud æøå\.dbf findes allerede"):
        skriv(lager, tmp_path, Format.SHAPE, "rute")
    assert sorted(f.name for f in tmp_path.iterdir()) == ["Mødesteder på Lolland", "ud æøå.dbf"]
    assert (tmp_path / "ud æøå.dbf").read_bytes() == b"det gamle"
    skriv(lager, tmp_path, Format.SHAPE, "rute", overskriv=True)
    assert len(laes(tmp_path / "ud æøå.shp")) == 1


def test_the_store_itself_is_never_overwritten(lager: Store) -> None:
    sti = Path(lager.adresse)
    bestilling = Bestilling(
        (Udvalg("rute"),), sti.parent, sti.stem, Format.GEOPACKAGE, overskriv=True
    )
    with pytest.raises(UdFejl, match="selve mødestederne"):
        skriv_filer(lager, bestilling)
    assert lager.antal("kodeliste") > 0


def test_a_file_that_cannot_be_moved_puts_the_others_back(lager: Store, tmp_path: Path) -> None:
    """As when one of them is open in Excel: here a folder stands in its place that cannot be moved away."""
    skriv(lager, tmp_path, Format.SHAPE, "rute")
    foer = {f.name: f.read_bytes() for f in tmp_path.iterdir() if f.is_file()}

    class Umulig(type(tmp_path)):  # type: ignore[misc]
        def replace(self, target: Any) -> Any:
            if self.suffix == ".shx" and "nye" in str(self):
                raise PermissionError
            return super().replace(target)

    with pytest.raises(UdFejl, match="åben i et andet program"):
        skriv(lager, Umulig(tmp_path), Format.SHAPE, "rute", overskriv=True)
    assert {f.name: f.read_bytes() for f in tmp_path.iterdir() if f.is_file()} == foer


def test_a_stopped_writing_leaves_nothing(lager: Store, tmp_path: Path) -> None:
    ind(lager, "facilitet_punkt", *({"navn": "x"} for _ in range(600)))
    feedback = QgsFeedback()
    feedback.cancel()
    bestilling = Bestilling(
        (Udvalg("facilitet_punkt"),), tmp_path, "x", Format.GEOPACKAGE, internt=True
    )
    with pytest.raises(Afbrudt):
        skriv_filer(lager, bestilling, feedback)
    assert [f.name for f in tmp_path.iterdir()] == ["Mødesteder på Lolland"]


def test_every_public_field_has_a_column_that_the_format_can_hold() -> None:
    for visning in VISNINGER:
        for format_ in Format:
            if format_ is Format.GPX:
                continue
            skrevne = Tilpasning(format_, visning.tabel.navn).kolonner(
                kolonner(visning.tabel, internt=False)
            )
            assert len({k.navn.lower() for k in skrevne}) == len(visning.kolonner)
