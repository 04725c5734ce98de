# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows that were taken away to protect somebody: a list beside the versions that going back obeys as well."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from moedested_plugin.domain.personnumre import personnumre
from moedested_plugin.domain.rens import som_laest

from .aendringer import Aendring, Art
from .filskift import erstat

if TYPE_CHECKING:
    from pathlib import Path

    from .sted import Udgave

_FIL = "fjernet.json"


@dataclass(frozen=True)
class Fjernet:
    """A row that must not be shown as it stood in the version `til` or any before it."""

    tabel: str
    noegle: str
    til: str


def laes(rod: Path) -> set[Fjernet]:
    """The list."""
    sti = rod / _FIL
    if not sti.is_file():
        return set()
    return {Fjernet(**post) for post in json.loads(sti.read_text(encoding="utf-8"))}


def tilfoej(rod: Path, nye: Iterable[Fjernet]) -> None:
    """Add to the list; it is written anew and put in place whole."""
    foer = laes(rod)
    alle = foer | set(nye)
    if alle == foer:
        return
    poster = sorted((asdict(post) for post in alle), key=lambda post: tuple(post.values()))
    tekst = json.dumps(poster, indent=1)
    erstat({rod / _FIL: lambda sti: sti.write_text(tekst, encoding="utf-8")})


def af_hensyn(
    aendringer: Iterable[Aendring], til: str, valgte: Collection[tuple[str, str]]
) -> Iterator[Fjernet]:
    """What must not come back: what the publisher says, what held a personal number, and photos that are gone."""
    for aendring in aendringer:
        cpr = any(
            next(personnumre(som_laest(vaerdi)), None)
            for vaerdi in aendring.gammel or ()
            if isinstance(vaerdi, str)
        )
        foto = aendring.tabel == "foto" and aendring.art is Art.FJERNET
        if cpr or foto or (aendring.tabel, aendring.noegle) in valgte:
            yield Fjernet(aendring.tabel, aendring.noegle, til)


def ramte(liste: Collection[Fjernet], udgave: Udgave) -> dict[str, dict[str, int]]:
    """Key and fid of the rows of a version that must not be shown, by table."""
    aftryk = udgave.aftryk()
    ud: dict[str, dict[str, int]] = {}
    for post in liste:
        raekke = aftryk.get(post.tabel, {}).get(post.noegle)
        if raekke is not None and udgave.version <= post.til:
            ud.setdefault(post.tabel, {})[post.noegle] = raekke[0]
    return ud
