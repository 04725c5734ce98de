# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of the public views, as they go out: alike from both stores, and nothing else."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from typing import Any

import pytest

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.moedesteder import MARKOER, OPSAT
from moedested_plugin.domain.offentlig import VISNINGER, Visning
from moedested_plugin.store import Store, StoreFejl, offentlige
from moedested_plugin.store.postgis import PostgisStore
from moedested_plugin.store.visninger import visning_kolonner
from tests.postgis import OPRETTER, Database

from .raekker import FLADE, MOEDESTED, ORGANISATION, PUNKT, RUTE, fuld

_NOEGLER = {
    "organisation": ORGANISATION,
    "moedested": MOEDESTED,
    "facilitet_punkt": PUNKT,
    "facilitet_flade": FLADE,
    "rute": RUTE,
}
#: Makes a row with every field filled a public one.
_OFFENTLIG: dict[str, dict[str, Any]] = {
    "organisation": {"navn": "Foreningen Æblet"},
    "moedested": {"off_kode": 1, "livscyklus_k": 3, "gyldig_til": None},
    "aktivitet": {"dato_til": None, "gentagelse_k": 2},
    "udstyr": {"type_k": MARKOER, "udstyr_status_k": OPSAT, "moedested_id": MOEDESTED},
    "foto": {"sti": "https://billeder.example.dk/1.jpg", "samtykke_k": 2},
}
_STED: dict[str, Any] = {"off_kode": 1, "statuskode": 3}


def laeg(store: Store) -> None:
    """One full public row in every table that a view shows, with the same keys in every store."""
    with store.skriv("prøve", "AB") as skriver:
        for nummer, (tabel, mere) in enumerate(
            (t, _OFFENTLIG.get(t, _STED if t in _NOEGLER else {}))
            for t in (*_NOEGLER, "straekning", "tilknytning", "udstyr", "aktivitet", "foto")
        ):
            noegle = _NOEGLER.get(tabel, f"{nummer:08d}-0000-4000-8000-000000000000")
            skriver.indsaet(tabel, [_hel(tabel, noegle, mere)])


def _hel(tabel: str, noegle: str, mere: dict[str, Any]) -> dict[str, Any]:
    """A row with every field that the store does not fill in itself."""
    raekke = fuld(tabel) | mere
    felt = f"{tabel}_id" if f"{tabel}_id" in raekke else "objekt_id"
    raekke[felt] = noegle
    for navn in ("raekke_version", "rettet", "oprettet", "lokalId", "geofa_version"):
        raekke.pop(navn, None)
    return {k: v for k, v in raekke.items() if not _fremmed(k, v, felt)}


def _fremmed(felt: str, vaerdi: object, noegle: str) -> bool:
    """A made-up reference: random, and so not alike in two stores."""
    return (
        isinstance(vaerdi, str)
        and len(vaerdi) == 36
        and felt != noegle
        and vaerdi not in _NOEGLER.values()
    )


def alle(store: Store) -> dict[str, list[dict[str, object]]]:
    return {
        visning.navn: [
            dict(zip(visning_kolonner(visning), raekke)) for raekke in store.offentlige(visning)
        ]
        for visning in VISNINGER
    }


def test_both_stores_give_the_same_values(gpkg_store: Store, postgis_store: Store) -> None:
    laeg(gpkg_store)
    laeg(postgis_store)
    fil, database = alle(gpkg_store), alle(postgis_store)
    assert {navn: len(raekker) for navn, raekker in fil.items()} == {
        visning.navn: int(visning.navn != "off_moedested_uden_sted") for visning in VISNINGER
    }
    for navn, raekker in fil.items():
        for i_fil, i_database in zip(raekker, database[navn]):
            for kolonne, vaerdi in i_fil.items():
                andet = i_database[kolonne]
                if isinstance(vaerdi, str) and vaerdi[:1] in "{[":
                    assert json.loads(vaerdi) == json.loads(str(andet)), (navn, kolonne)
                else:
                    assert (vaerdi, type(vaerdi)) == (andet, type(andet)), (navn, kolonne)


@pytest.mark.parametrize("visning", VISNINGER, ids=lambda visning: visning.navn)
def test_values_are_plain(gpkg_store: Store, visning: Visning) -> None:
    laeg(gpkg_store)
    uden_sted = _OFFENTLIG["moedested"] | {GEOMETRI: None}
    with gpkg_store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("moedested", [_hel("moedested", str(uuid.uuid4()), uden_sted)])
    raekker = [*gpkg_store.offentlige(visning)]
    assert raekker
    for raekke in raekker:
        assert len(raekke) == len(visning_kolonner(visning))
        assert not any(isinstance(vaerdi, (bool, dt.date, list, dict)) for vaerdi in raekke)


def test_a_draft_is_not_given(fyldt: Store) -> None:
    assert not any(alle(fyldt).values())


def test_rows_are_chosen_by_their_keys(store: Store) -> None:
    laeg(store)
    ruter = next(visning for visning in VISNINGER if visning.navn == "off_rute")
    nr = visning_kolonner(ruter).index("objekt_id")
    (rute,) = store.offentlige(ruter)
    assert list(store.offentlige(ruter, [str(rute[nr]), "it's"])) == [rute]
    assert not list(store.offentlige(ruter, []))
    assert not list(store.offentlige(ruter, ["' OR '1'='1"]))


def test_pages_are_of_no_consequence(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """All rows, once, in the order of their keys, however many are fetched at a time; also of those chosen."""
    laeg(store)
    noegler = [str(uuid.UUID(int=nr)) for nr in range(1, 6)]
    with store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("rute", [_hel("rute", noegle, _STED) for noegle in reversed(noegler)])
    ruter = next(visning for visning in VISNINGER if visning.navn == "off_rute")
    nr = visning_kolonner(ruter).index("objekt_id")
    hele = [*store.offentlige(ruter)]
    assert [raekke[nr] for raekke in hele] == sorted([*noegler, RUTE])
    for side in (1, 2, 3, 6, 7):
        monkeypatch.setattr(offentlige, "SIDE", side)
        assert [*store.offentlige(ruter)] == hele
        assert [raekke[nr] for raekke in store.offentlige(ruter, noegler)] == noegler


def test_a_comparison_that_fails_says_why_and_leaves_no_setting_behind(
    postgis_store: PostgisStore, postgis_database: Database
) -> None:
    """Also in a transaction that has failed by then, where PostgreSQL answers nothing but that."""
    laeg(postgis_store)
    ruter = next(visning for visning in VISNINGER if visning.navn == "off_rute")
    # Such a copy cannot be compared with: columns are missing.
    postgis_database.udfoer("create schema kopi; create table kopi.rute (objekt_id text)")
    postgis_database.udfoer(
        f"grant usage on schema kopi to {OPRETTER}; grant select on kopi.rute to {OPRETTER}"
    )

    def sammenlign() -> None:
        postgis_store.offentlige_siden(ruter, "kopi", "rute", (), samme_tekster=True)

    ingen_saadan_kolonne = "42703"
    with pytest.raises(StoreFejl, match=ingen_saadan_kolonne):
        sammenlign()
    with pytest.raises(StoreFejl, match=ingen_saadan_kolonne), postgis_store.skriv("prøve", "AB"):
        sammenlign()
    with postgis_store._markoer() as markoer:
        markoer.execute("show enable_nestloop")
        assert markoer.fetchone() == ("on",)
