# SPDX-License-Identifier: GPL-2.0-or-later
"""The sieve over the texts of a whole store: it lets nothing go that looking at every row would find."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Sequence
from itertools import count, cycle
from pathlib import Path

from moedested_plugin.checks import tekster, teksttvivl
from moedested_plugin.checks.fund import Fund
from moedested_plugin.checks.hele import HeltUdsnit
from moedested_plugin.checks.udsnit import Raekke
from moedested_plugin.domain import kontroller_links, kontroller_privatliv, kontroller_sprog
from moedested_plugin.domain.betingelse import Betingelse
from moedested_plugin.domain.ordsigte import PRIVATLIV
from moedested_plugin.store import Store
from tests.integration.store.conftest import store
from tests.integration.store.raekker import gyldig
from tests.kontroller.koersel import alle_eksempler

__all__ = ["store"]

_DELE = (
    kontroller_privatliv.KONTROLLER,
    kontroller_sprog.KONTROLLER,
    tuple(k for k in kontroller_links.KONTROLLER if not k.paa_opfordring),
)
_NUMRE = (
    "010190-1234", "01 01 90 12 34", "0101 901234", "01.01.1990 - 1234", "0 1 0 1 9 0 1 2 3 4", "010190\n1234", "12\n34\n56\n78",
    "22334455", "22 33 44 55", "+45 22334455", "tlf.: 22 33 44 55.", "nr 22334455", "01011990 1234", "2233-4455", "[22334455,5]",
    "12345678 er et nummer", "CPR: 0101901234", "cpr 0101 90-12\u00a034", "(45) 2233 4455",
)  # fmt: skip
_ANDRE = (
    "jens ( at ) gmail.com", "jens snabel-a gmail.com", "jens@gmail.com", "ET HELT SKILT", "Åben. Kom bare", "en\nperle", "De\ngamle",
    "i  hjertet af", "Kaffe \nog kage", "Kaffe\n", "\nKaffe", "Kaffe\n\nKage", "!!", "A & B", "a &amp; b", "<b>fed", "JENS HANSEN", "Kontakt Jens",
    "Formand Jens Bro", "Jens\nHansen", "ord " * 29 + "ord.", "ord " * 45,
)  # fmt: skip


class _HverRaekke(HeltUdsnit):
    """Looks at every row, as if each were being edited."""

    alt = False


def _tekster() -> list[str]:
    maalte = json.loads(
        (Path(__file__).parents[2] / "kontroller" / "tekster_privatliv.json").read_text("utf-8")
    )
    ud = [et["tekst"] for art in ("positive", "negative") for et in maalte[art]]
    for kontroller in _DELE:
        for kontrol in kontroller:
            for liste in kontrol.ordlister:
                ord_ = [linje.partition("=")[0].strip() for linje in liste.standard]
                ud += [f"Se {et.replace('*', 'erne')}, og {et.rstrip('*').upper()}!" for et in ord_]
    for eksempel in alle_eksempler():
        for raekker in (*eksempel.forkert.values(), *eksempel.rigtig.values()):
            ud += [v for r in raekker for f, v in r.items() if f != "geometri" and isinstance(v, str) and " " in v]  # fmt: skip
    return [*_NUMRE, *_ANDRE, *dict.fromkeys(ud)]


def _fyld(store: Store) -> None:
    tekster, naeste = _tekster(), cycle(_tekster()[7:])
    steder = []
    for tekst, anden in zip(tekster, naeste):
        steder += [
            {"lang_beskr": tekst[:3000]},
            {"beskrivels": anden[:254], "lang_beskr": "Bænken ved søen", "adgangsvej": tekst[:254]},
            {"link": f"https://a.dk/{tekst}"[:254], "intern_note": anden[:254]},
        ]  # fmt: skip
    _indsaet(store, steder)


def _indsaet(store: Store, steder: list[dict[str, str]]) -> None:
    mindst, noegler = gyldig("moedested"), (str(uuid.UUID(int=nr)) for nr in count(1))
    with store.skriv("prøve", "AB") as skriver:
        skriver.indsaet(
            "moedested", [{**mindst, "moedested_id": n, **s} for n, s in zip(noegler, steder)]
        )


def _noegler(fundne: Iterator[Fund]) -> set[tuple[str, ...]]:
    return {
        (et.kontrol.kode, et.tabel, et.noegle, et.felt or "", et.maerke, et.aftryk) for et in fundne
    }


def test_the_sieve_finds_what_a_look_at_every_row_finds(gpkg_store: Store) -> None:
    _fyld(gpkg_store)
    sigtet, hver = HeltUdsnit(gpkg_store), _HverRaekke(gpkg_store)
    samlet = _noegler(tekster.find(sigtet, [k for kontroller in _DELE for k in kontroller]))
    for kontroller in _DELE:
        fundne = _noegler(tekster.find(hver, kontroller))
        assert len(fundne) > len(kontroller)
        assert fundne - samlet == set()
        assert fundne - _noegler(tekster.find(sigtet, kontroller)) == set()


def test_rows_with_nothing_to_find_are_not_looked_at(gpkg_store: Store) -> None:
    gode = [
        "Bænken står ved stien. Den har ryglæn.", "Åbent 1. maj til 3. juni for gamle og unge.", "Plads til 12 ved broen i skoven",
        "Kaffe og kage\nKort og spil", "A/S, ApS & Co. på Hovedgaden 12, 4800",
    ]  # fmt: skip
    _indsaet(gpkg_store, [{"lang_beskr": tekst} for tekst in (*gode, "Ring til Jens Hansen")])
    i_tvivl = teksttvivl.Sigte(HeltUdsnit(gpkg_store)).i_tvivl("moedested")
    assert [et.vaerdier["lang_beskr"] for dom, et in i_tvivl if dom & PRIVATLIV] == [
        "Ring til Jens Hansen"
    ]


class _Taeller(HeltUdsnit):
    """Counts how often the texts of a table are read."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.gange = 0

    def raekker(
        self, tabel: str, felter: Sequence[str], hvor: Betingelse | None = None
    ) -> Iterator[Raekke]:
        self.gange += tabel == "moedested" and "lang_beskr" in felter
        return super().raekker(tabel, felter, hvor)


def test_however_many_rows_are_in_doubt_they_are_read_once(gpkg_store: Store) -> None:
    engelsk = {"beskriv_uk": "A place by the lake", "lang_beskr": "Ring til Jens Hansen."}
    _indsaet(gpkg_store, [engelsk | {"link": "havnen.dk/ og"}] * 30)
    udsnit = _Taeller(gpkg_store)
    fundne = list(tekster.find(udsnit, [k for kontroller in _DELE for k in kontroller]))
    grupper = {et.kontrol.kode.partition(".")[0] for et in fundne}
    assert (udsnit.gange, grupper) == (1, {"privatliv", "sprog", "links"})


def test_a_text_that_too_many_rows_have_is_told_of_each(gpkg_store: Store) -> None:
    ens, flest = "Bænken ved søen, hvor alle kan sidde i læ. ", 12
    _indsaet(gpkg_store, [{"lang_beskr": ens}] * flest + [{"lang_beskr": ens + str(nr)} for nr in range(flest)])  # fmt: skip
    udsnit = _Taeller(gpkg_store)
    [kontrol] = [k for k in kontroller_sprog.KONTROLLER if k is kontroller_sprog.GENTAGET]
    fundne = list(tekster.find(udsnit, [kontrol]))
    assert ([et.vaerdier["antal"] for et in fundne], udsnit.gange) == ([flest] * flest, 2)
