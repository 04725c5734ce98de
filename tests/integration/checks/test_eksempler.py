# SPDX-License-Identifier: GPL-2.0-or-later
"""Every check by its examples: saved in both stores, and as unsaved edits on top of them."""

from __future__ import annotations

import csv

from moedested_plugin.domain import afvisning
from moedested_plugin.domain.kontroller import LISTER, alle_kontroller
from moedested_plugin.domain.skema import tabel
from moedested_plugin.paths import resource
from moedested_plugin.store import Store
from moedested_plugin.store.fejl import Afvist
from tests.integration.store.conftest import store
from tests.kontroller.geofa_regler import REGEL_TIL_KODE
from tests.kontroller.koersel import alle_eksempler, gemt, redigeret

__all__ = ["store"]

#: What the database refuses to keep is seen only while it is edited.
AFVISES = {
    "sammenhaeng.henvisning",
    "sammenhaeng.selve_stedet_to_gange",
    "sammenhaeng.foto_uden_objekt",
    "geometri.tom",
}
#: What only the whole store can tell, or only a run of its own.
KUN_HELE = {"parat.for_faa_aktive", "parat.holdes_tilbage"}
EKSEMPLER = [et for et in alle_eksempler() if not alle_kontroller()[et.kode].paa_opfordring]


def test_saved_rows(store: Store) -> None:
    forkert = []
    for et in EKSEMPLER:
        if et.kode in AFVISES:
            try:
                gemt(store, et.forkert, et.kode)
            except Afvist:
                continue
            forkert.append((et.kode, "gemt"))
        elif et.kode not in gemt(store, et.forkert, et.kode):
            forkert.append((et.kode, "ikke fundet"))
        if et.kode in gemt(store, et.rigtig, et.kode):
            forkert.append((et.kode, "fundet i det rigtige"))
    assert forkert == []
    assert store.antal("moedested") == 0


def test_rows_being_edited(store: Store) -> None:
    forkert = []
    for et in EKSEMPLER:
        if et.kode not in KUN_HELE:
            if et.kode not in redigeret(store, et.forkert, et.kode):
                forkert.append((et.kode, "ikke fundet"))
            if et.kode in redigeret(store, et.rigtig, et.kode):
                forkert.append((et.kode, "fundet i det rigtige"))
    assert forkert == []


def test_every_check_that_can_be_saved_has_an_example() -> None:
    bloede = {kode for kode, kontrol in alle_kontroller().items() if not kontrol.haard}
    uden = bloede - {et.kode for et in alle_eksempler()}
    assert uden == set(), "write a wrong and a right row in tests/kontroller/eksempler_*.py"


def test_there_are_at_least_sixty_checks_beside_the_mechanical_ones() -> None:
    assert sum(len(egne) for egne in LISTER.values()) >= 60


def test_every_line_of_geofas_rules_is_kept() -> None:
    afviste = {hvad.kode for hvad in afvisning.alle()}
    with resource("geofa", "regler.csv").open(encoding="utf-8-sig", newline="") as fil:
        linjer = [(r["art"], r["temaer"], r["felter"]) for r in csv.DictReader(fil)]
    assert sorted(set(linjer)) == sorted(REGEL_TIL_KODE)
    ukendte = []
    for kode in (kode for koder in REGEL_TIL_KODE.values() for kode in koder):
        art, _, rest = kode.partition(":")
        if art == "felt":
            navn, _, felt = rest.partition(".")
            assert tabel(navn).felt(felt).hjaelp
        elif art != "eksport" and kode not in alle_kontroller() and kode not in afviste:
            gruppe, _, navn = kode.partition(".")
            if gruppe in LISTER and navn != "*":
                ukendte.append(kode)
    assert ukendte == []
