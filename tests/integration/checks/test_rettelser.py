# SPDX-License-Identifier: GPL-2.0-or-later
"""Fixes: what they set, and what they leave to a person."""

from __future__ import annotations

from typing import Any

import pytest

from moedested_plugin.checks.fund import Fund
from moedested_plugin.checks.redigeret import RedigeretUdsnit
from moedested_plugin.checks.rettelser import Slet, kan_rettes, ret
from moedested_plugin.domain.kontrol import Gruppe, Kontrol, Rettelse
from moedested_plugin.domain.kontroller import alle_kontroller
from moedested_plugin.domain.regler import Alvor
from moedested_plugin.store import Store
from tests.integration.store.raekker import gyldig


def rettet(store: Store, rettelse: Rettelse, tabel: str, felt: str, **vaerdier: Any) -> Any:
    """What the fix makes of an unsaved row with these values."""
    raekke = gyldig(tabel) | vaerdier
    noegle = {"aktivitet": "aktivitet_id", "tilknytning": "tilknytning_id"}.get(
        tabel, "moedested_id"
    )
    kontrol = Kontrol(
        "x.y", Gruppe.FELTER, Alvor.ADVARSEL, (tabel,), (felt,), "", "", "", rettelse=rettelse
    )
    fund = Fund(kontrol, tabel, str(raekke[noegle]), {"ny": "https://ny.dk/side"}, felt)
    assert kan_rettes(fund)
    return ret(RedigeretUdsnit(store, {tabel: {fund.noegle: raekke}}), fund)


@pytest.mark.parametrize(
    ("rettelse", "felt", "foer", "efter"),
    [
        (Rettelse.SAMME_TEKST_RENSET, "navn", "  Torvet\u00a0 i\nNysted ", "Torvet i Nysted"),
        (Rettelse.SAMME_TEKST_RENSET, "navn", "Caf\u00e9\u200b <b>Nord</b>", "Caf\u00e9 Nord"),
        (Rettelse.SAMME_TEKST_RENSET, "navn", "G\u00c3\u00a5fl\u00c3\u00b8jen", "Gåfløjen"),
        (Rettelse.SAMME_TEKST_RENSET, "navn", "Torvet", None),
        (Rettelse.SAMME_TEKST_RENSET, "lang_beskr", "To  linjer.\r\n Her.", "To linjer.\nHer."),
        (Rettelse.FORSLAG_TIL_ADRESSE, "link", "www.nysted.dk/kaffe", "https://www.nysted.dk/kaffe"),
        (Rettelse.FORSLAG_TIL_ADRESSE, "link", "http//nysted.dk", "http://nysted.dk"),
        (Rettelse.FORSLAG_TIL_ADRESSE, "link", "https://nysted.dk", None),
        (Rettelse.FORSLAG_TIL_ADRESSE, "link", "ring til Bo", None),
        (Rettelse.FORSLAG_TIL_ADRESSE, "link", "bo@nysted.dk", None),
        (Rettelse.RENSET_ADRESSE, "link", "https://n.dk/a?utm_source=x&b=1", "https://n.dk/a?b=1"),
        (Rettelse.FOELG_OMDIRIGERING, "link", "http://gammel.dk", "https://ny.dk/side"),
        (Rettelse.UDFYLD_STANDARD, "kilde_k", None, 1),
        (Rettelse.UDFYLD_STANDARD, "kilde_k", 3, None),
        (Rettelse.UDFYLD_STANDARD, "navn", None, None),
    ],
)  # fmt: skip
def test_a_fix_sets_one_value_or_leaves_it_to_a_person(
    gpkg_store: Store, rettelse: Rettelse, felt: str, foer: Any, efter: Any
) -> None:
    svar = rettet(gpkg_store, rettelse, "moedested", felt, **{felt: foer})
    assert svar == (None if efter is None else {felt: efter})


def test_a_fix_never_makes_a_text_too_long(gpkg_store: Store) -> None:
    lang = "www.nysted.dk/" + "a" * 1010
    assert rettet(gpkg_store, Rettelse.FORSLAG_TIL_ADRESSE, "moedested", "link", link=lang) is None


def test_links_are_deleted_and_activities_called_off(gpkg_store: Store) -> None:
    assert rettet(gpkg_store, Rettelse.SLET_TILKNYTNING, "tilknytning", "rolle_k") == Slet()
    assert rettet(gpkg_store, Rettelse.AFLYS, "aktivitet", "aflyst") == {"aflyst": True}
    assert rettet(gpkg_store, Rettelse.AFLYS, "aktivitet", "aflyst", aflyst=True) is None


def test_every_fix_that_a_check_promises_is_there() -> None:
    lovede = [kontrol for kontrol in alle_kontroller().values() if kontrol.rettelse is not None]
    assert len(lovede) > 20
    for kontrol in lovede:
        assert kan_rettes(Fund(kontrol, kontrol.tabeller[0], "n")), kontrol.kode


def test_a_row_that_is_gone_is_left_alone(gpkg_store: Store) -> None:
    kontrol = alle_kontroller()["felter.mellemrum"]
    assert (
        ret(RedigeretUdsnit(gpkg_store, {}), Fund(kontrol, "moedested", "væk", felt="navn")) is None
    )
