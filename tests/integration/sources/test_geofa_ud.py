# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes to GeoFA: accepted row by row by a database like GeoFA's own, lossless, and never a word too much."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg2
import pytest
from qgis.core import QgsFeedback

from moedested_plugin.domain.felt import Offentlig, Type
from moedested_plugin.domain.skema import DOMAENETABELLER
from moedested_plugin.sources.filer_ogr import Afbrudt, UdFejl
from moedested_plugin.sources.geofa_felter import tema, temaer, til_geofa
from moedested_plugin.sources.geofa_regler import afslag
from moedested_plugin.sources.geofa_resultat import Eksport, Grund
from moedested_plugin.sources.geofa_ud import eksporter_geofa
from moedested_plugin.store import Store
from tests.geofa_database import LAG, GeofaDatabase, byg, kolonner, laes
from tests.integration.store.raekker import fuld as fuld_raekke
from tests.integration.store.raekker import grundlag
from tests.postgis import Database, Klynge

from .geofa_raekker import FREMMED_CVR, GEOMETRIER, fra_geofa, fuld, mindst, vores, wkb

NUMRE = (5800, 5801, 5802)
KANARIE = "kanariefugl"
_NU = dt.datetime(2026, 11, 1, tzinfo=dt.timezone.utc)


@pytest.fixture(scope="module")
def geofa_klynge_database(postgis_klynge: Klynge) -> Any:
    navn = postgis_klynge.ny_database()
    yield Database(postgis_klynge, navn)
    postgis_klynge.slet_database(navn)


@pytest.fixture(scope="module")
def byggede(geofa_klynge_database: Database) -> dict[str, GeofaDatabase]:
    return {version: byg(geofa_klynge_database, version) for version in ("3.04", "1.7")}


@pytest.fixture
def geofa(byggede: dict[str, GeofaDatabase]) -> GeofaDatabase:
    return _toemt(byggede["3.04"])


@pytest.fixture
def geofa_1_7(byggede: dict[str, GeofaDatabase]) -> GeofaDatabase:
    return _toemt(byggede["1.7"])


def _toemt(database: GeofaDatabase) -> GeofaDatabase:
    for lag in LAG.values():
        database.database.udfoer(f"truncate {database.skema}.{lag}")
    return database


def ind(store: Store, nummer: int, *raekker: dict[str, Any]) -> None:
    with store.skriv("prøve", "AB") as skriver:
        skriver.indsaet(tema(nummer).tabel.navn, raekker)


def en(store: Store, nummer: int, **mere: Any) -> str:
    """One own row in force, made here; gives its id."""
    raekke = vores(nummer, mindst(nummer), **mere)
    ind(store, nummer, raekke)
    return str(raekke["objekt_id"])


def ud(store: Store, mappe: Path, **mere: Any) -> tuple[Eksport, dict[str, list[dict[str, Any]]]]:
    fil = mappe / "til geofa æøå.gpkg"
    eksport = eksporter_geofa(store, fil, overskriv=True, **mere)
    return eksport, laes(fil)


# ---- lossless -------------------------------------------------------------------------------------------------------


def test_what_geofa_gave_goes_back_as_it_was(
    store: Store, tmp_path: Path, geofa: GeofaDatabase
) -> None:
    """Every field filled, inactive codes, several parts with holes, a field and properties that nobody knows."""
    sendt = {nummer: fuld(nummer) for nummer in NUMRE}
    try:
        for nummer, lag in LAG.items():
            geofa.tilfoej_felt(lag, "Nyt felt", "jsonb")
            geofa.indsaet(lag, sendt[nummer] | {"Nyt felt": {"a": [1, {"b": "æ"}]}})
            modtaget = geofa.raekker(lag)
            assert len(modtaget) == 1
            ind(store, nummer, vores(nummer, modtaget[0], kilde_k=3))
        _toemt(geofa)

        eksport, lagene = ud(store, tmp_path)

        assert (eksport.antal, eksport.udeladte) == (3, ())
        assert eksport.ukendte_felter == ("Nyt felt",)
        for nummer, lag in LAG.items():
            (raekke,) = lagene[lag]
            forventet = sendt[nummer] | {"Nyt felt": {"a": [1, {"b": "æ"}]}}
            assert raekke == forventet
        assert geofa.indlaes(eksport.fil) == {lag: [] for lag in LAG.values()}
        for nummer, lag in LAG.items():
            (igen,) = geofa.raekker(lag)
            assert {n: igen[n] for n in sendt[nummer]} == sendt[nummer]
    finally:
        for lag in LAG.values():
            geofa.database.udfoer(
                f'alter table {geofa.skema}.{lag} drop column if exists "Nyt felt"'
            )


def test_a_second_round_changes_nothing(store: Store, tmp_path: Path) -> None:
    for nummer in NUMRE:
        ind(store, nummer, vores(nummer, fuld(nummer), kilde_k=3))
    _, foerste = ud(store, tmp_path)
    for nummer, lag in LAG.items():
        (raekke,) = foerste[lag]
        (gemt,) = store.raekker(tema(nummer).tabel.navn)
        igen = fra_geofa(nummer, raekke)
        assert {n: gemt[n] for n in igen} == igen


def test_the_layers_are_geofas_own(store: Store, tmp_path: Path) -> None:
    eksport, lagene = ud(store, tmp_path)
    assert [*lagene] == ["t_5800_fac_pkt", "t_5801_fac_fl", "t_5802_fac_li"]
    assert eksport.antal_i_lag == dict.fromkeys(lagene, 0)
    for t in temaer():
        assert [navn for navn, _, _ in kolonner(eksport.fil, t.lag)] == [f.navn for f in t.sendte]
    typer = {
        navn: (type_, bredde) for navn, type_, bredde in kolonner(eksport.fil, "t_5800_fac_pkt")
    }
    assert (typer["saeson_st"], typer["navn"], typer["temakode"]) == (
        ("Date", 0),
        ("String", 254),
        ("Integer", 0),
    )
    typer = {
        navn: (type_, bredde) for navn, type_, bredde in kolonner(eksport.fil, "t_5802_fac_li")
    }
    assert (typer["saeson_st"], typer["kontak_ved"], typer["laengde"]) == (
        ("String", 25),
        ("String", 128),
        ("Real", 0),
    )


def test_the_example_data_are_accepted(store: Store, tmp_path: Path, geofa: GeofaDatabase) -> None:
    from moedested_plugin.project.eksempel import skriv_eksempler

    skriv_eksempler(store, "AB")
    eksport, lagene = ud(store, tmp_path)
    assert eksport.antal > 10
    assert geofa.indlaes(eksport.fil) == {lag: [] for lag in lagene}
    i_alt = sum(store.antal(t.tabel.navn) for t in temaer())
    assert eksport.antal + len(eksport.udeladte) == i_alt


# ---- which rows -----------------------------------------------------------------------------------------------------


def test_only_own_rows_from_proposal_on_and_what_geofa_has(store: Store, tmp_path: Path) -> None:
    med = {
        en(store, 5800, statuskode=2), en(store, 5800, statuskode=4), en(store, 5800, statuskode=1, kilde_k=3),
        en(store, 5800, statuskode=0, geofa_version=str(uuid.uuid4())), en(store, 5800, statuskode=3, off_kode=2),
    }  # fmt: skip
    hjemme = {
        en(store, 5800, cvr_kode=FREMMED_CVR, kilde_k=3): Grund.ANDEN_MYNDIGHED,
        en(store, 5800, kilde_k=9): Grund.OPENSTREETMAP,
        en(store, 5801, kilde_k=9, geofa_version="x"): Grund.OPENSTREETMAP,
        en(store, 5802, statuskode=1): Grund.KLADDE,
        en(store, 5802, statuskode=0): Grund.KLADDE,
    }
    eksport, lagene = ud(store, tmp_path)
    assert {r["objekt_id"] for r in lagene["t_5800_fac_pkt"]} == med
    assert {u.raekke.objekt_id: u.grund for u in eksport.udeladte} == hjemme
    assert eksport.udeladt_pr_grund == {
        Grund.ANDEN_MYNDIGHED: 1,
        Grund.OPENSTREETMAP: 2,
        Grund.KLADDE: 2,
    }
    linjer = "\n".join(eksport.linjer())
    for grund in (Grund.ANDEN_MYNDIGHED, Grund.OPENSTREETMAP, Grund.KLADDE):
        assert grund.tekst in linjer


_STOR = "æ" * 255
_SMAA_FEJL: list[tuple[int, dict[str, Any], str]] = [
    (5800, {"geofa_ekstra": {"husnr": "12345"}}, "husnr må højst være på 4 tegn"),
    (5800, {"geofa_ekstra": {"link3": "h" * 1025}}, "link3 må højst være på 1024 tegn"),
    (5800, {"geofa_ekstra": {"folder_k": 77}}, "folder_k: GeoFA 3.04 kender ikke koden 77"),
    (5801, {"geofa_ekstra": {"postnr": 1}}, "postnr: GeoFA 3.04 kender ikke koden 1"),
    (5800, {"geofa_ekstra": {"folder_k": "ja"}}, "folder_k er af en forkert slags"),
    (5800, {"geofa_ekstra": {"folder_k": 2**31}}, "folder_k er af en forkert slags"),
    (5800, {"saeson_st": "02-29"}, "Sæson fra er ikke en dag"),
    (5801, {"saeson_sl": "04-00"}, "Sæson til er ikke en dag"),
    (5800, {"geometri": wkb("MULTIPOINT ((11.8 54.8))")}, "uden for Danmark"),
    (5800, {"geometri": wkb("MULTIPOINT ((6080000 680000))")}, "byttet om"),
    (5801, {"geometri": wkb("MULTIPOLYGON (((680000 6080000,680002 6080000,680002 6080002,680000 6080000)))")},
     "mindre end 10 m²"),
    (5801, {"geometri": wkb("MULTIPOLYGON (((680000 6080000,680100 6080100,680100 6080000,680000 6080100,680000 6080000)))")},
     "krydser sig selv"),
    (5802, {"geometri": wkb("MULTILINESTRING ((680000 6080000,680000.5 6080000))")}, "kortere end 1 m"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("nummer", "fejl", "saetning"), _SMAA_FEJL, ids=lambda v: v if isinstance(v, str) else ""
)
def test_what_geofa_would_refuse_stays_at_home_and_says_why(
    gpkg_store: Store,
    tmp_path: Path,
    geofa: GeofaDatabase,
    nummer: int,
    fejl: dict[str, Any],
    saetning: str,
) -> None:
    """The store takes it, the database like GeoFA's does not: the export knows before."""
    god = en(gpkg_store, nummer)
    raekke = vores(nummer, mindst(nummer), navn="Den forkerte", **fejl)
    ind(gpkg_store, nummer, raekke)
    with pytest.raises((psycopg2.DataError, psycopg2.IntegrityError)):
        geofa.indsaet(LAG[nummer], til_geofa(tema(nummer).tabel.navn, raekke))

    eksport, lagene = ud(gpkg_store, tmp_path)

    assert [r["objekt_id"] for r in lagene[LAG[nummer]]] == [god]
    (udeladt,) = eksport.udeladte
    assert (udeladt.grund, udeladt.raekke.objekt_id) == (Grund.AFVISES, raekke["objekt_id"])
    assert any(saetning in s for s in udeladt.saetninger), udeladt.saetninger
    assert any("Den forkerte" in linje and saetning in linje for linje in eksport.linjer())


_PROEVER: dict[str, list[Any]] = {
    "heltal": ["x", 2**40], "uuid": ["x"], "bool": ["x"], "json": [[1], {"a": 1}], "tal": ["x"], "tekst": [],
    "dato": ["0001-02-29", "2024-04-01", "0001-12-31"],
}  # fmt: skip
_GRAENSER: dict[str, list[Any]] = {
    "antal_pl": [-1, 0, 9999, 10_000], "laengde": [0, 0.1, 500.99, 501.0], "facil_ty_k": [1012, 2263],
}  # fmt: skip


@pytest.mark.parametrize("nummer", NUMRE)
def test_rules_and_database_agree_field_by_field(nummer: int, geofa: GeofaDatabase) -> None:
    """For every field: what is too long, of another kind, or not in its list is refused by both; the rest by neither."""
    t, god = tema(nummer), mindst(nummer)
    assert afslag(t, god, "3.04") == []
    for felt in t.sendte:
        if felt.navn in (
            "temakode",
            "objekt_id",
            "vejkode",
        ):  # of the streets only GeoFA has a list
            continue
        proever: list[Any] = [None]
        if felt.laengde:
            proever += ["æ" * felt.laengde, "æ" * (felt.laengde + 1)]
        if felt.kodeliste:
            proever += [fuld(nummer)[felt.navn], -5]
        proever += _PROEVER[felt.type] + _GRAENSER.get(felt.navn, [])
        for vaerdi in proever:
            if felt.navn.startswith("saeson_s") and felt.laengde and vaerdi:
                continue
            raekke = god | {"objekt_id": str(uuid.uuid4()), felt.navn: vaerdi}
            if vaerdi is None:
                raekke.pop(felt.navn)
            taget = True
            try:
                geofa.indsaet(t.lag, raekke)
            except psycopg2.Error:
                taget = False
            if felt.navn == "kvalitet_k" and vaerdi is None:  # allowed in production, always sent
                continue
            assert (afslag(t, raekke, "3.04") == []) == taget, (
                felt.navn,
                vaerdi,
                afslag(t, raekke, "3.04"),
            )


@pytest.mark.parametrize(
    ("felt", "tekst", "holdes"),
    [
        ("note", "Ring til 010170-1234", True),
        ("beskrivels", "3112991234", True),
        ("lang_beskr", "nr. 311299 - 1234.", True),
        ("kontak_ved", "54 73 10 00", False),
        ("kontak_ved", "+4554731000", False),
        ("note", "EAN 5790001234567", False),
        ("noegle", "0101701234", False),
        ("link", "https://x.dk/0101701234", False),
    ],
)
def test_a_civil_registration_number_never_leaves(
    gpkg_store: Store, tmp_path: Path, felt: str, tekst: str, holdes: bool
) -> None:
    en(gpkg_store, 5800, **{felt: tekst})
    eksport, _ = ud(gpkg_store, tmp_path)
    assert len(eksport.udeladte) == holdes
    if holdes:
        assert "CPR" in eksport.udeladte[0].saetninger[0]
        assert tekst.encode() not in eksport.fil.read_bytes()


def test_advice_is_given_and_the_row_is_sent(gpkg_store: Store, tmp_path: Path) -> None:
    en(gpkg_store, 5800, navn="Gammel type", facil_ty_k=1162, link="guldborgsund.dk", adr_id=str(uuid.uuid4()),
       geofa_ekstra={"vejkode": 3760128})  # fmt: skip
    en(gpkg_store, 5800, facil_ty_k=1162, kilde_k=3)
    en(gpkg_store, 5802, navn="Svær", svaerhed_k=5)
    eksport, _ = ud(gpkg_store, tmp_path)
    assert eksport.antal == 3
    assert [(b.raekke.navn, b.saetning.split(".")[0]) for b in eksport.bemaerkninger] == [
        ("Gammel type", "Hjemmeside ligner ikke en webadresse"),
        ("Gammel type", "Både adresse-id og vejkode er udfyldt"),
        ("Gammel type", "Type: koden 1162 er udgået"),
        ("Svær", "Sværhedsgrad 1 og 5 bruges kun på mountainbikeruter"),
    ]
    (linje,) = (linje for linje in eksport.linjer() if linje.startswith("Svær (rute "))
    assert linje.endswith(f": {eksport.bemaerkninger[-1].saetning}")


# ---- never a word too much ------------------------------------------------------------------------------------------


def test_no_internal_field_is_in_the_file(store: Store, tmp_path: Path) -> None:
    """A text put in every internal field of every table occurs nowhere in the bytes."""
    hemmelig = _med_kanariefugle(store)
    eksport, lagene = ud(store, tmp_path)
    assert eksport.antal == 3
    assert hemmelig > 20
    skjult = [
        (n, v)
        for raekker in lagene.values()
        for r in raekker
        for n, v in r.items()
        if KANARIE in str(v)
    ]
    assert skjult == []
    filen = eksport.fil.read_bytes()
    assert "Offentlig bænk".encode() in filen
    assert KANARIE.encode() not in filen
    assert KANARIE.encode("utf-16-le") not in filen
    alle = {navn for raekker in lagene.values() for raekke in raekker for navn in raekke}
    interne = {f.navn for t in temaer() for f in t.tabel.felter if Offentlig.GEOFA not in f.off} | {
        "geofa_ekstra"
    }
    assert not alle & interne


def _med_kanariefugle(store: Store) -> int:
    """Fill every table; gives how many fields were marked."""
    antal = 0
    with store.skriv("prøve", KANARIE) as skriver:
        grundlag(skriver)
        for beskrevet in DOMAENETABELLER:
            if beskrevet.navn in ("kodeliste", "straekning"):
                continue
            raekke = fuld_raekke(beskrevet.navn)
            for felt in beskrevet.felter:
                if (
                    felt.off & (Offentlig.OFFENTLIG | Offentlig.GEOFA)
                    or felt.type is not Type.TEKST
                    or felt.krav
                ):
                    continue
                raekke[felt.navn] = KANARIE
                antal += 1
            if beskrevet.navn in ("facilitet_punkt", "facilitet_flade", "rute"):
                nummer = next(t.nummer for t in temaer() if t.tabel is beskrevet)
                raekke |= {
                    **vores(nummer, mindst(nummer)), "navn": "Offentlig bænk", "lukket_aarsag": KANARIE,
                    "geofa_ekstra": {"intern_note": KANARIE, "RETTET_AF": KANARIE, "versions_id": KANARIE,
                                     "facil_ty": KANARIE, "systid_fra": KANARIE, "beliggenhedskommune": KANARIE},
                }  # fmt: skip
                antal += 7
            if beskrevet.navn == "foto":
                raekke |= {"sti": f"DCIM/{KANARIE}.jpg", "objekt_lag": "moedested"}
            skriver.indsaet(beskrevet.navn, [raekke])
    return antal


# ---- photos and end points ------------------------------------------------------------------------------------------


def _foto(objekt_id: str, sti: str, **mere: Any) -> dict[str, Any]:
    return {
        "objekt_lag": "facilitet_punkt",
        "objekt_id": objekt_id,
        "sti": sti,
        "samtykke_k": 2,
        **mere,
    }


def test_public_photos_fill_free_places(store: Store, tmp_path: Path) -> None:
    bar = en(store, 5800)
    optaget = en(
        store,
        5800,
        foto_link="https://geofa.dk/a.jpg",
        geofa_ekstra={"foto_link2": "https://geofa.dk/b.jpg"},
    )
    skjult = en(store, 5800, off_kode=2)
    with store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("foto", [
            _foto(bar, "https://x.dk/1.jpg"), _foto(bar, "https://x.dk/2.jpg", primaer=True, samtykke_k=3),
            _foto(bar, "https://x.dk/venter.jpg", samtykke_k=1), _foto(bar, "https://x.dk/nej.jpg", samtykke_k=4),
            _foto(bar, "DCIM/lokal.jpg"), _foto(skjult, "https://x.dk/skjult.jpg"),
            *(_foto(optaget, f"https://x.dk/{navn}") for navn in ("p.jpg", "q.jpg", "r.jpg")),
            _foto(optaget, "https://geofa.dk/a.jpg"),
        ])  # fmt: skip
    eksport, lagene = ud(store, tmp_path)
    fotos = {
        r["objekt_id"]: [r["foto_link"], r["foto_link1"], r["foto_link2"], r["foto_link3"]]
        for r in lagene["t_5800_fac_pkt"]
    }
    assert fotos == {
        bar: ["https://x.dk/2.jpg", "https://x.dk/1.jpg", None, None],
        optaget: [
            "https://geofa.dk/a.jpg",
            "https://x.dk/p.jpg",
            "https://geofa.dk/b.jpg",
            "https://x.dk/q.jpg",
        ],
        skjult: [None] * 4,
    }
    assert [(b.raekke.objekt_id, b.saetning) for b in eksport.bemaerkninger] == [
        (optaget, "Fotos, der ikke er plads til i GeoFA: 1.")
    ]


_ENDER = {"startpkt_x": 441001, "startpkt_y": 6049001, "slutpkt_x": 441002, "slutpkt_y": 6049002}
_AF_LINJEN = {
    "startpkt_x": 680000,
    "startpkt_y": 6080001,
    "slutpkt_x": 681000,
    "slutpkt_y": 6081000,
}
_NY_LINJE = wkb("MULTILINESTRING ((681000.4 6081000.5,680000.4 6080000.6))")


def _ender(store: Store, mappe: Path) -> dict[str, Any]:
    (raekke,) = ud(store, mappe)[1]["t_5802_fac_li"]
    return {navn: raekke[navn] for navn in _ENDER}


def test_end_points_of_an_own_route_come_from_the_line(store: Store, tmp_path: Path) -> None:
    en(store, 5802)
    assert _ender(store, tmp_path) == _AF_LINJEN


def test_end_points_from_geofa_stay_until_the_line_is_drawn_anew(
    store: Store, tmp_path: Path
) -> None:
    noegle = en(store, 5802, geofa_ekstra=_ENDER, kilde_k=3)
    assert _ender(store, tmp_path) == _ENDER
    with store.skriv("prøve", "AB") as skriver:
        skriver.ret("rute", noegle, {"navn": "Nyt navn"})
    assert _ender(store, tmp_path) == _ENDER
    with store.skriv("prøve", "AB") as skriver:
        skriver.ret("rute", noegle, {"geometri": _NY_LINJE})
    assert _ender(store, tmp_path) == {
        "startpkt_x": 681000, "startpkt_y": 6081000, "slutpkt_x": 680000, "slutpkt_y": 6080001,
    }  # fmt: skip


def test_end_points_that_geofa_left_empty_stay_empty(store: Store, tmp_path: Path) -> None:
    en(store, 5802, kilde_k=3)
    assert _ender(store, tmp_path) == dict.fromkeys(_ENDER)


def test_the_line_received_last_decides(store: Store, tmp_path: Path) -> None:
    """A line that GeoFA itself has changed since is not drawn anew by us."""
    noegle = en(store, 5802, geofa_ekstra=_ENDER, kilde_k=3)
    with store.skriv("import", "AB") as skriver:
        skriver.ret("rute", noegle, {"geometri": _NY_LINJE})
        skriver.indsaet("kildepost", [{
            "kildepost_id": str(uuid.uuid4()), "kilde": "GeoFA", "lag": "t_5802_fac_li", "kilde_noegle": noegle,
            "tabel": "rute", "objekt_id": noegle, "modtaget": _NU, "set_senest": _NU, "raekke": {"navn": "x"},
            "geometri": wkb("LINESTRING (681000.4 6081000.5,680000.4 6080000.6)"),
        }])  # fmt: skip
    assert _ender(store, tmp_path) == _ENDER
    with store.skriv("prøve", "AB") as skriver:
        skriver.ret("rute", noegle, {"geometri": wkb(GEOMETRIER[5802])})
        skriver.indsaet("kildepost", [{  # what was taken to the field is not what GeoFA has
            "kildepost_id": str(uuid.uuid4()), "kilde": "feltkopi", "lag": "rute 1", "kilde_noegle": noegle,
            "tabel": "rute", "objekt_id": noegle, "modtaget": _NU, "set_senest": _NU, "raekke": {"navn": "x"},
            "geometri": wkb(GEOMETRIER[5802]),
        }])  # fmt: skip
    assert _ender(store, tmp_path) == _AF_LINJEN


# ---- the older version ----------------------------------------------------------------------------------------------


def test_version_1_7_gets_what_it_knows(
    store: Store, tmp_path: Path, geofa_1_7: GeofaDatabase
) -> None:
    for nummer in NUMRE:
        ind(store, nummer, vores(nummer, fuld(nummer, "1.7"), kilde_k=3))
    med_nyt = en(store, 5802, rundtur=True, rutefarve_k=1, geofa_ekstra={"nyt": "x", **_ENDER})
    ny_type = en(store, 5800, facil_ty_k=5122)
    ny_undertype = en(store, 5802, rute_uty_k=19, navn="Ny undertype")
    eksport, lagene = ud(store, tmp_path, profil="1.7")
    assert eksport.antal == 4
    assert geofa_1_7.indlaes(eksport.fil) == {lag: [] for lag in lagene}
    assert {u.raekke.objekt_id: u.saetninger for u in eksport.udeladte} == {
        ny_type: ("Type: GeoFA 1.7 kender ikke koden 5122.",),
        ny_undertype: ("Rutekoncept: GeoFA 1.7 kender ikke koden 19.",),
    }
    assert eksport.felter_ikke_sendt == {"nyt": 1, "rundtur": 1, "rutefarve_k": 1}
    assert any("rundtur" in linje and "1.7" in linje for linje in eksport.linjer())
    assert "rundtur" not in lagene["t_5802_fac_li"][0]
    assert med_nyt in {r["objekt_id"] for r in lagene["t_5802_fac_li"]}


# ---- all or nothing -------------------------------------------------------------------------------------------------


class _Afbryder(QgsFeedback):
    def __init__(self) -> None:
        super().__init__()
        self.cancel()


def _mange(store: Store) -> None:
    ind(store, 5800, *(vores(5800, mindst(5800)) for _ in range(600)))


def test_a_stopped_export_leaves_the_file_as_it_was(gpkg_store: Store, tmp_path: Path) -> None:
    _mange(gpkg_store)
    fil = tmp_path / "ud.gpkg"
    fil.write_bytes(b"det gamle")
    with pytest.raises(Afbrudt, match="ikke lavet nogen fil"):
        eksporter_geofa(gpkg_store, fil, overskriv=True, feedback=_Afbryder())
    assert fil.read_bytes() == b"det gamle"
    assert [f.name for f in tmp_path.iterdir() if f.name != "Mødesteder på Lolland"] == ["ud.gpkg"]


def test_a_file_is_replaced_only_when_asked(gpkg_store: Store, tmp_path: Path) -> None:
    fil = tmp_path / "ud.gpkg"
    fil.write_bytes(b"det gamle")
    with pytest.raises(UdFejl, match="findes allerede"):
        eksporter_geofa(gpkg_store, fil)
    assert fil.read_bytes() == b"det gamle"
    eksporter_geofa(gpkg_store, fil, overskriv=True)
    assert [*laes(fil)] == [*LAG.values()]
    assert sorted(f.name for f in tmp_path.iterdir()) == ["Mødesteder på Lolland", "ud.gpkg"]


@pytest.mark.parametrize(
    ("fil", "profil", "saetning"),
    [
        ("ud.shp", "3.04", "skal ende på .gpkg"),
        ("ud.gpkg", "2.0", "findes ikke. Vælg 3.04 eller 1.7"),
        ("findes ikke/ud.gpkg", "3.04", "findes ikke"),
    ],
)
def test_what_cannot_be_written_is_said(
    gpkg_store: Store, tmp_path: Path, fil: str, profil: Any, saetning: str
) -> None:
    with pytest.raises(UdFejl, match=saetning):
        eksporter_geofa(gpkg_store, tmp_path / fil, profil)


def test_the_store_itself_is_never_overwritten(gpkg_store: Store) -> None:
    with pytest.raises(UdFejl, match="selve mødestederne"):
        eksporter_geofa(gpkg_store, Path(gpkg_store.adresse), overskriv=True)
    assert gpkg_store.antal("kodeliste") > 0


def test_the_progress_reaches_the_end(gpkg_store: Store, tmp_path: Path) -> None:
    _mange(gpkg_store)
    set_: list[float] = []
    feedback = QgsFeedback()
    meld: Callable[[float], None] = set_.append
    feedback.progressChanged.connect(meld)
    eksporter_geofa(gpkg_store, tmp_path / "ud.gpkg", feedback=feedback)
    assert set_ == sorted(set_)
    assert set_[-1] == 100


def test_field_names_of_unknown_fields_never_collide(gpkg_store: Store, tmp_path: Path) -> None:
    ens = en(gpkg_store, 5800, geofa_ekstra={"Nyt": 1, "b": 2**70, "c": 1})
    andet = en(
        gpkg_store, 5800, geofa_ekstra={"NYT": 2, "c": 1.5, "fid": 9, "geom": "x", "b": "tekst"}
    )
    eksport, lagene = ud(gpkg_store, tmp_path)
    raekker = {r["objekt_id"]: r for r in lagene["t_5800_fac_pkt"]}
    assert (raekker[ens]["Nyt"], raekker[andet]["Nyt"]) == (1, None)
    assert (raekker[ens]["b"], raekker[andet]["b"]) == (2**70, "tekst")
    assert (raekker[ens]["c"], raekker[andet]["c"]) == (1.0, 1.5)
    assert [b.raekke.objekt_id for b in eksport.bemaerkninger] == [andet]
    assert eksport.som_json()["bemaerkninger"][0]["saetning"].startswith("NYT er ikke sendt")
