# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoFA's rows by the shipped profiles: both field sets, short names, unknown fields, versions, other authorities."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import pytest

from moedested_plugin.sources.anvend import anvend
from moedested_plugin.sources.fortryd import fortryd_import
from moedested_plugin.sources.profiler import find_profil
from moedested_plugin.store import Store

from .geofa_raekker import fra_geofa
from .kilder import Import

ID, ANDEN = ("e6ab20ea-67e4-4c11-a051-b50a084788a3", "11111111-67e4-4c11-a051-b50a084788a3")
ET, TO = ("aaaaaaaa-67e4-4c11-a051-b50a084788a3", "bbbbbbbb-67e4-4c11-a051-b50a084788a3")


def geofa(**mere: Any) -> dict[str, Any]:
    return {
        "temakode": 5800, "objekt_id": ID, "versions_id": ET, "systid_fra": "2026-01-01T10:00:00.000Z", "cvr_kode": 29188599,
        "cvr_navn": "Guldborgsund Kommune", "bruger_id": "guld1", "oprindkode": 1, "statuskode": 3, "off_kode": 1,
        "facil_ty_k": 1371, "facil_ty": "Bænk", "navn": "Bænken", "beskrivels": "Ved søen", "saeson_st": "0001-04-01",
        "saeson_sl": "0001-10-31", "kvalitet_k": None, "folder_k": 1, "vejkode": 376, "felt_fra_fremtiden": 12.5,
        "tilgaeng_opl": '{"b": 1, "a": [null, 2.50]}', "sted": (0, 0), **mere,
    }  # fmt: skip


@pytest.fixture
def kilde(store: Store, tmp_path: Path) -> Import:
    return Import(store, tmp_path, find_profil(store, "geofa_5800_fil"))


def raekke(kilde: Import) -> dict[str, Any]:
    (fundet,) = kilde.store.raekker("facilitet_punkt")
    return dict(fundet)


def test_known_names_go_to_their_fields_and_all_others_are_kept(kilde: Import) -> None:
    kilde.gem(geofa())
    fundet = raekke(kilde)
    ventet = fra_geofa(5800, {navn: v for navn, v in geofa().items() if navn != "sted"})
    assert {felt: fundet[felt] for felt in ventet} == ventet
    assert fundet["geofa_version"] == ET
    assert fundet["kilde_k"] == 3
    assert fundet["geofa_ekstra"] == {"systid_fra": "2026-01-01T10:00:00.000Z", "folder_k": 1, "vejkode": 376,
                                      "felt_fra_fremtiden": 12.5}  # fmt: skip
    assert kilde.antal(geofa()) == {}


def test_short_names_of_a_shapefile(kilde: Import) -> None:
    lang = geofa(bookinglink="https://book.dk", kvalitetstjekket_k=2, tilgaeng_beskriv="Trin")
    korte = {"bookinglink": "book_link", "kvalitetstjekket_k": "kva_tjek_k", "tilgaeng_beskriv": "tilgaeng_b",
             "tilgaeng_opl": "tilgaeng_o", "versions_id": "versions_i"}  # fmt: skip
    kilde.gem({korte.get(navn, navn): v for navn, v in lang.items()})
    fundet = raekke(kilde)
    assert (fundet["bookinglink"], fundet["kvalitetstjekket_k"], fundet["tilgaeng_beskriv"]) == (
        "https://book.dk",
        2,
        "Trin",
    )
    assert fundet["tilgaeng_opl"] == {"b": 1, "a": [None, 2.5]}
    assert kilde.antal(lang) == {}


def test_a_new_version_alone_is_no_change(kilde: Import) -> None:
    kilde.gem(geofa())
    assert (
        kilde.antal(geofa(versions_id=TO, systid_fra="2026-05-01T10:00:00.000Z", facil_ty="Baenk"))
        == {}
    )


def test_a_change_there_brings_its_version_along(kilde: Import) -> None:
    kilde.gem(geofa())
    kilde.gem(
        geofa(
            versions_id=TO,
            systid_fra="2026-05-01T10:00:00.000Z",
            beskrivels="Ved åen",
            folder_k=0,
            vejkode=None,
        )
    )
    fundet = raekke(kilde)
    assert (fundet["beskrivels"], fundet["geofa_version"]) == ("Ved åen", TO)
    assert fundet["geofa_ekstra"] == {
        "systid_fra": "2026-05-01T10:00:00.000Z",
        "folder_k": 0,
        "felt_fra_fremtiden": 12.5,
    }


def test_names_inside_the_extra_fields_are_compared_one_by_one(kilde: Import) -> None:
    kilde.gem(geofa())
    ekstra = raekke(kilde)["geofa_ekstra"]
    with kilde.plan(geofa(versions_id=TO, folder_k=0)) as plan:
        (aendring,) = plan.raekker()
        assert [(f.felt, f.vores, f.deres) for f in aendring.felter] == [
            ("geofa_ekstra/folder_k", 1, 0)
        ]
    kilde.ret("Bænken", geofa_ekstra={**ekstra, "folder_k": 8})
    assert kilde.antal(geofa(versions_id=TO, folder_k=0)) == {"konflikt": 1}


def test_changed_here_and_there_is_a_conflict_as_a_whole(kilde: Import) -> None:
    kilde.gem(geofa())
    kilde.ret("Bænken", navn="Vores bænk")
    nyt = geofa(versions_id=TO, beskrivels="Ved åen")
    with kilde.plan(nyt) as plan:
        (aendring,) = plan.raekker()
        assert (aendring.art, aendring.grund, aendring.accept) == (
            "konflikt",
            "Rettet både her og hos kilden.",
            None,
        )
        plan.afgoer("report")
        anvend(kilde.store, plan, "AB")
    assert raekke(kilde)["beskrivels"] == "Ved søen"
    with kilde.plan(nyt) as plan:
        plan.afgoer("keep")
        (aendring,) = plan.raekker()
        assert {felt.accept for felt in aendring.felter} == {False}  # ours stays, as a whole
        resultat = anvend(kilde.store, plan, "AB")
    assert (raekke(kilde)["navn"], raekke(kilde)["beskrivels"]) == ("Vores bænk", "Ved søen")
    assert kilde.antal(nyt) == {}  # and it is not asked again, unless the import is taken back
    fortryd_import(kilde.store, str(resultat.koersel_id), "AB")
    assert kilde.antal(nyt) == {"konflikt": 1}
    with kilde.plan(nyt) as plan:
        plan.afgoer("take")
        anvend(kilde.store, plan, "AB")
    assert (raekke(kilde)["navn"], raekke(kilde)["beskrivels"]) == ("Vores bænk", "Ved åen")
    assert kilde.antal(nyt) == {}


def test_our_own_row_comes_back_by_its_id(kilde: Import) -> None:
    kilde.gem(geofa())
    with kilde.store.skriv("prøve", "AB") as skriver:
        for post in list(kilde.store.raekker("kildepost")):
            skriver.slet("kildepost", str(post["kildepost_id"]))
    assert kilde.antal(geofa()) == {}
    kilde.gem(geofa())
    assert kilde.store.antal("kildepost") == 1
    assert kilde.antal(geofa(versions_id=TO, beskrivels="Ved åen")) == {"aendret": 1}


def test_without_a_last_received_row_every_difference_is_a_conflict(kilde: Import) -> None:
    kilde.gem(geofa())
    with kilde.store.skriv("prøve", "AB") as skriver:
        for post in list(kilde.store.raekker("kildepost")):
            skriver.slet("kildepost", str(post["kildepost_id"]))
    assert kilde.antal(geofa(navn="Deres bænk")) == {"konflikt": 1}


def test_another_authority_s_row_keeps_its_owner(kilde: Import) -> None:
    kilde.gem(geofa(cvr_kode=33157274, cvr_navn="Naturstyrelsen"))
    assert (raekke(kilde)["cvr_kode"], raekke(kilde)["kilde_k"]) == (33157274, 3)


@pytest.mark.parametrize(
    ("kommune", "antal"), [(376, {"ny": 1}), ("0376", {"ny": 1}), (751, {"afvist": 1})]
)
def test_nothing_outside_the_municipality_comes_in(
    kilde: Import, kommune: Any, antal: dict[str, int]
) -> None:
    assert kilde.antal(geofa(beliggenhedskommune=kommune)) == antal


def test_an_id_that_another_table_has_is_refused(kilde: Import) -> None:
    with kilde.store.skriv("prøve", "AB") as skriver:
        linje_ = struct.pack("<BIIdddd", 1, 2, 2, 680000.0, 6080000.0, 680100.0, 6080000.0)
        skriver.indsaet(
            "rute", [{"objekt_id": ID, "rute_ty_k": 5, "bruger_id": "k", "geometri": linje_}]
        )
    with kilde.plan(geofa()) as plan:
        (aendring,) = plan.raekker()
        assert (aendring.art, aendring.grund) == (
            "afvist",
            "Objekt-id: findes allerede. Der må kun være én.",
        )
