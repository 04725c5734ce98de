# SPDX-License-Identifier: GPL-2.0-or-later
"""The checks of words together: each table is read once for privacy, language and addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from . import links, privatliv, sprog
from .teksttvivl import Sigte

if TYPE_CHECKING:
    from moedested_plugin.domain.kontrol import Kontrol

    from .fund import Fund
    from .tekstgang import Raekketekst
    from .udsnit import Udsnit


class _Laeser(Protocol):
    """The checks of one kind on one row at a time."""

    #: The bit of the sieve that says that it must look.
    hvad: int
    tabeller: frozenset[str]

    def se(self, raekke: Raekketekst) -> Iterator[Fund]:
        """What it finds in the row."""


def find(udsnit: Udsnit, kontroller: Sequence[Kontrol]) -> Iterator[Fund]:
    """The findings of the given checks. Those that ask the network do so here: keep off the GUI thread."""
    sproget = sprog.Laeser(udsnit, _af("sprog", kontroller))
    laesere: tuple[_Laeser, ...] = (
        sproget,
        privatliv.Laeser(udsnit, _af("privatliv", kontroller)),
        links.Laeser(udsnit, _af("links", kontroller)),
    )
    sigte = Sigte(udsnit)
    for tabel in dict.fromkeys(navn for kontrol in kontroller for navn in kontrol.tabeller):
        her = [laeser for laeser in laesere if tabel in laeser.tabeller]
        if not her or udsnit.afbrudt():
            continue
        for dom, raekke in sigte.i_tvivl(tabel):
            for laeser in her:
                if dom & laeser.hvad:
                    yield from laeser.se(raekke)
        if sproget in her and not udsnit.afbrudt():
            yield from sproget.efter(sigte, tabel)
    yield from privatliv.fotos(udsnit, kontroller)
    yield from links.spoerg(udsnit, kontroller)


def _af(liste: str, kontroller: Sequence[Kontrol]) -> list[Kontrol]:
    return [kontrol for kontrol in kontroller if kontrol.kode.startswith(f"{liste}.")]
