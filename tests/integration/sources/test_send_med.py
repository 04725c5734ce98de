# SPDX-License-Identifier: GPL-2.0-or-later
"""*Send med til GeoFA*: one step from a moedested to the facility that GeoFA gets."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import pytest

from moedested_plugin.domain.regler import brud
from moedested_plugin.sources.geofa_koder import kendte, udgaaede
from moedested_plugin.sources.geofa_ud import eksporter_geofa
from moedested_plugin.sources.send_med import TYPER, KanIkkeSendes, forslag, send_med
from moedested_plugin.store import Store
from tests.geofa_database import laes
from tests.integration.store.raekker import PUNKT, grundlag, punkt

_ORGANISATION = "10000000-0000-4000-8000-00000000000a"


def _moedested(store: Store, **mere: Any) -> str:
    noegle = str(uuid.uuid4())
    raekke = {
        "moedested_id": noegle, "navn": "Kaffe på torvet", "formaal_k": [1], "form_k": 1, "livscyklus_k": 3,
        "off_kode": 1, "geometri": punkt(), **mere,
    }  # fmt: skip
    with store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("moedested", [raekke])
    return noegle


def _med_organisation(store: Store, **mere: Any) -> None:
    with store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("organisation", [{
            "organisation_id": _ORGANISATION, "navn": "Torvets Venner", "type_k": 2, "ansva_v_k": 1,
            "kontakt_mail": "torvet@example.dk", "kontakt_tlf": "54 73 10 00", **mere,
        }])  # fmt: skip


def test_the_core_becomes_a_facility_that_geofa_gets(store: Store, tmp_path: Path) -> None:
    _med_organisation(store)
    store.saet_indstilling("geofa_bruger", "guldborgsund-gis")
    noegle = _moedested(
        store, organisation_id=_ORGANISATION, beskrivels="Hver fredag", lang_beskr="Alle er velkomne.",
        navn_uk="Coffee", beskriv_uk="Short", beskriv_d="ß" * 300, aabningstid="Fre 14-16", handicap_k=1,
        tilgaeng_beskriv="Ingen trin", betaling_k=0, underlag_k=2, link="https://x.dk", adr_id=str(uuid.uuid4()),
        intern_note="hemmelig", godkendt_af="hemmelig", faciliteter_k=[8],
    )  # fmt: skip
    objekt_id = send_med(store, noegle, "AB", 5011)

    (facilitet,) = store.raekker("facilitet_punkt", noegler=[objekt_id])
    assert {n: facilitet[n] for n in (
        "navn", "beskrivels", "lang_beskr", "navn_uk", "uk_k_beskr", "d_k_beskr", "geofa_ekstra", "saeson_bem",
        "handicap_k", "tilgaeng_beskriv", "betaling_k", "underlag_k", "link", "facil_ty_k", "statuskode", "off_kode",
        "ansvar_org", "ansva_v_k", "kontak_ved", "noegle", "cvr_kode", "bruger_id", "kilde_k", "intern_note",
        "kvalitet_k",
    )} == {
        "navn": "Kaffe på torvet", "beskrivels": "Hver fredag", "lang_beskr": "Alle er velkomne.",
        "navn_uk": "Coffee", "uk_k_beskr": "Short", "d_k_beskr": None, "geofa_ekstra": {"d_l_beskr": "ß" * 300},
        "saeson_bem": "Fre 14-16", "handicap_k": 1, "tilgaeng_beskriv": "Ingen trin", "betaling_k": 0,
        "underlag_k": 2, "link": "https://x.dk", "facil_ty_k": 5011, "statuskode": 3, "off_kode": 1,
        "ansvar_org": "Torvets Venner", "ansva_v_k": 1, "kontak_ved": "torvet@example.dk, 54 73 10 00",
        "noegle": noegle, "cvr_kode": 29188599, "bruger_id": "guldborgsund-gis", "kilde_k": 1, "intern_note": None,
        "kvalitet_k": 9,
    }  # fmt: skip
    assert brud("facilitet_punkt", facilitet) == []
    (led,) = store.raekker("tilknytning")
    assert (led["moedested_id"], led["facilitet_punkt_id"], led["rolle_k"]) == (
        noegle,
        objekt_id,
        1,
    )

    eksport = eksporter_geofa(store, tmp_path / "ud.gpkg")
    (sendt,) = laes(eksport.fil)["t_5800_fac_pkt"]
    assert (sendt["objekt_id"], sendt["navn"], sendt["d_l_beskr"]) == (
        objekt_id,
        "Kaffe på torvet",
        "ß" * 300,
    )


@pytest.mark.parametrize(
    ("mere", "organisation", "type_k"),
    [
        ({"form_k": 2, "link": "https://x.dk"}, {}, 1142),
        ({"formaal_k": [2, 3]}, {}, 1112),
        ({"formaal_k": [1, 3]}, {}, 2161),
        ({"formaal_k": [4]}, {}, 2161),
        ({"faciliteter_k": [18], "formaal_k": [2]}, {"type_k": 2}, 5061),
        ({"faciliteter_k": [3]}, {"type_k": 1}, 5011),
        ({"faciliteter_k": [8, 12]}, {}, 1371),
        ({}, {}, 5011),
    ],
)
def test_a_fitting_type_is_suggested(
    gpkg_store: Store, mere: dict[str, Any], organisation: dict[str, Any], type_k: int
) -> None:
    if organisation:
        _med_organisation(gpkg_store, **organisation)
        mere = mere | {"organisation_id": _ORGANISATION}
    noegle = _moedested(gpkg_store, **mere)
    assert [et.type_k for et in forslag(gpkg_store, [noegle])] == [type_k]
    send_med(gpkg_store, noegle, "AB")
    (facilitet,) = gpkg_store.raekker("facilitet_punkt")
    assert facilitet["facil_ty_k"] == type_k


def test_every_type_can_be_chosen_for_a_point() -> None:
    assert set(TYPER) <= (kendte("d_5800_facilitet", "1.7") or frozenset()) - udgaaede(
        "d_5800_facilitet"
    )
    assert {kode % 10 for kode in TYPER} <= {1, 2}


@pytest.mark.parametrize(
    ("mere", "saetning"),
    [
        ({"geometri": None}, "ingen plads på kortet"),
        ({"kilde_k": 9}, "OpenStreetMap"),
        ({"off_kode": 2}, "ikke synligt for alle"),
        ({"off_kode": 3}, "ikke synligt for alle"),
        ({"livscyklus_k": 1}, "En idé eller et opløst"),
        ({"livscyklus_k": 5}, "En idé eller et opløst"),
    ],
)
def test_what_may_not_go_out_is_refused(
    gpkg_store: Store, mere: dict[str, Any], saetning: str
) -> None:
    noegle = _moedested(gpkg_store, **mere)
    with pytest.raises(KanIkkeSendes, match=saetning):
        send_med(gpkg_store, noegle, "AB")
    assert (gpkg_store.antal("facilitet_punkt"), gpkg_store.antal("tilknytning")) == (0, 0)


def test_the_core_is_sent_once(store: Store) -> None:
    noegle = _moedested(store)
    send_med(store, noegle, "AB")
    with pytest.raises(KanIkkeSendes, match="allerede en tilknytning med rollen Selve stedet"):
        send_med(store, noegle, "AB")
    assert (store.antal("facilitet_punkt"), store.antal("tilknytning")) == (1, 1)


def test_other_links_are_no_hindrance(gpkg_store: Store) -> None:
    noegle = _moedested(gpkg_store)
    with gpkg_store.skriv("prøve", "AB") as skriver:
        grundlag(skriver)
        skriver.indsaet(
            "tilknytning", [{"moedested_id": noegle, "facilitet_punkt_id": PUNKT, "rolle_k": 2}]
        )
    assert send_med(gpkg_store, noegle, "AB") != PUNKT


def test_one_being_set_up_is_a_proposal_and_has_its_own_contact(gpkg_store: Store) -> None:
    _med_organisation(gpkg_store)
    noegle = _moedested(
        gpkg_store, livscyklus_k=2, kontakt="frivillige@example.dk", organisation_id=_ORGANISATION
    )
    (facilitet,) = gpkg_store.raekker(
        "facilitet_punkt", noegler=[send_med(gpkg_store, noegle, "AB")]
    )
    assert (facilitet["statuskode"], facilitet["kontak_ved"]) == (
        2,
        "frivillige@example.dk, 54 73 10 00",
    )
    assert facilitet["bruger_id"] == "Guldborgsund"


def test_an_unknown_moedested_or_type_is_refused(gpkg_store: Store) -> None:
    with pytest.raises(KanIkkeSendes, match="findes ikke"):
        send_med(gpkg_store, str(uuid.uuid4()), "AB")
    with pytest.raises(KanIkkeSendes, match="den type"):
        send_med(gpkg_store, _moedested(gpkg_store), "AB", 1012)
