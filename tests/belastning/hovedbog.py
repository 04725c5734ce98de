# SPDX-License-Identifier: GPL-2.0-or-later
"""The ledger (hovedbog) of an editor: what he saved, and whether all of it, and nothing else, is in the database.

A field's values form a chain: what the history says it was before each change, then what it is. Each link of the chain
must be one line of one ledger, from the value that the editor had seen to the one he saved. An update that was written
over by somebody who had not seen it makes a link that nobody meant; one that never came is a line without a link.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import Literal

from tests.postgis import Database

#: The field of each table that the editors write.
FELT = {"moedested": "navn", "facilitet_punkt": "navn"}
NOEGLE = {"moedested": "moedested_id", "facilitet_punkt": "objekt_id"}


@dataclass(frozen=True)
class Linje:
    """One save: of a row that is new, changed or gone."""

    art: Literal["ny", "ret", "slet"]
    tabel: str
    noegle: str
    fra: str | None
    til: str | None


def skriv(fil: Path, linje: Linje) -> None:
    """One line more, on the disk at once."""
    with fil.open("a", encoding="utf-8") as ud:
        ud.write(json.dumps(asdict(linje), ensure_ascii=False) + "\n")


def laes(filer: Iterable[Path]) -> list[Linje]:
    """All ledgers."""
    tekster = chain.from_iterable(fil.read_text("utf-8").splitlines() for fil in filer)
    return [Linje(**json.loads(tekst)) for tekst in tekster]


@dataclass(frozen=True)
class Kaede:
    """A row: the values of its field one after another, and whether it is still there."""

    vaerdier: tuple[str | None, ...]
    lever: bool


Kaeder = Mapping[tuple[str, str], Kaede]


def kaeder(database: Database) -> Kaeder:
    """As rows and history have it."""
    ud: dict[tuple[str, str], Kaede] = {}
    for tabel, felt in FELT.items():
        foer: dict[str, list[str | None]] = {}
        doede = set()
        for noegle, art, vaerdi in database.udfoer(
            f"select noegle, art, raekke->>'{felt}' from moedested.historik"
            f" where tabel = '{tabel}' and art in ('rettet', 'slettet') order by fid"
        ):
            foer.setdefault(noegle, []).append(vaerdi)
            if art == "slettet":
                doede.add(noegle)
        for noegle, vaerdi in database.udfoer(
            f"select {NOEGLE[tabel]}::text, {felt} from moedested.{tabel}"
        ):
            foer.setdefault(noegle, []).append(vaerdi)
            doede.discard(noegle)
        for noegle, vaerdier in foer.items():
            ens = (v for nr, v in enumerate(vaerdier) if not nr or v != vaerdier[nr - 1])
            ud[tabel, noegle] = Kaede(tuple(ens), noegle not in doede)
    return ud


def uenigheder(linjer: Iterable[Linje], alle: Kaeder) -> list[str]:
    """What the ledgers and the database do not agree on; empty when no update was lost."""
    efter_raekke: dict[tuple[str, str], list[Linje]] = {}
    for linje in linjer:
        efter_raekke.setdefault((linje.tabel, linje.noegle), []).append(linje)
    ud = []
    for raekke in {*efter_raekke, *alle}:
        egne = efter_raekke.get(raekke, [])
        ud += [f"{' '.join(raekke)}: {galt}" for galt in _uenige(egne, alle.get(raekke))]
    return sorted(ud)


def _uenige(linjer: list[Linje], kaede: Kaede | None) -> Iterator[str]:
    if kaede is None:
        yield "er der ikke, og har aldrig været der"
        return
    sagt = Counter((linje.fra, linje.til) for linje in linjer if linje.art == "ret")
    sket = Counter(zip(kaede.vaerdier, kaede.vaerdier[1:]))
    for (fra, til), antal in (sagt - sket).items():
        yield f"{fra} → {til} er gemt {antal} gange for meget i hovedbogen: gået tabt"
    for (fra, til), antal in (sket - sagt).items():
        yield f"{fra} → {til} er sket {antal} gange for meget: skrevet over uden at være set"
    for linje in linjer:
        if linje.art == "ny" and linje.til != kaede.vaerdier[0]:
            yield f"begyndte som {kaede.vaerdier[0]}, ikke {linje.til}"
        if linje.art == "slet" and linje.fra != kaede.vaerdier[-1]:
            yield f"endte som {kaede.vaerdier[-1]}, ikke {linje.fra}"
    if kaede.lever is any(linje.art == "slet" for linje in linjer):
        yield "er slettet, men lever" if kaede.lever else "er væk, men ingen slettede den"
