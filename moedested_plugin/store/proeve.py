# SPDX-License-Identifier: GPL-2.0-or-later
"""Tries changes on the database itself and takes them back: what only it can know is said before anything is saved."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.skema import TABELLER
from moedested_plugin.domain.skema import tabel as tabel_af_navn

from .fejl import Afvist

if TYPE_CHECKING:
    from moedested_plugin.domain.betingelse import Vaerdi

    from .base import HistorikPost, Skriver, Store

ART = "prøve"
#: More than one save ever writes.
_LINJER = 100_000
_STEMPLER = ("rettet", "rettet_af", "raekke_version")
_RANG = {tabel.navn: nummer for nummer, tabel in enumerate(TABELLER)}


@dataclass(frozen=True)
class Aendring:
    """One row to be inserted, changed or deleted; `noegle` is the key that it has in the database."""

    art: Literal["indsaet", "ret", "slet"]
    tabel: str
    noegle: str
    vaerdier: Mapping[str, Vaerdi] = field(default_factory=dict)


class _Tilbage(Exception):
    """Everything was accepted; undo it."""


def proev(store: Store, aendringer: Sequence[Aendring], af: str) -> tuple[Aendring, Afvist] | None:
    """The first change that the database refuses, or None when it takes all. Nothing is left behind."""
    try:
        with store.skriv(ART, af) as skriver:
            for aendring in i_raekkefoelge(aendringer):
                _proev_en(skriver, aendring)
            raise _Tilbage  # noqa: TRY301 - the only way out that undoes it all
    except _Tilbage:
        return None
    except _Afvist as fundet:
        return fundet.aendring, fundet.afvist


def _proev_en(skriver: Skriver, aendring: Aendring) -> None:
    try:
        _udfoer(skriver, aendring)
    except Afvist as afvist:
        raise _Afvist(aendring, afvist) from None


class _Afvist(Exception):
    def __init__(self, aendring: Aendring, afvist: Afvist) -> None:
        super().__init__()
        self.aendring = aendring
        self.afvist = afvist


def i_raekkefoelge(aendringer: Sequence[Aendring]) -> list[Aendring]:
    """As QGIS saves: deleted rows first, children before parents; then the new, parents first; then the changed."""

    def plads(aendring: Aendring) -> tuple[int, int]:
        rang = _RANG[aendring.tabel]
        if aendring.art == "slet":
            return 0, -rang
        return (1, rang) if aendring.art == "indsaet" else (2, -rang)

    return sorted(aendringer, key=plads)


def _udfoer(skriver: Skriver, aendring: Aendring) -> None:
    if aendring.art == "indsaet":
        skriver.indsaet(aendring.tabel, [aendring.vaerdier])
    elif aendring.art == "ret":
        skriver.ret(aendring.tabel, aendring.noegle, aendring.vaerdier)
    else:
        skriver.slet(aendring.tabel, aendring.noegle)


def tag_tilbage(store: Store, siden: int, raekker: Collection[tuple[str, str]], af: str) -> int:
    """Reverse what the history says has happened to these rows (table, key) after its line `siden`.

    A save that failed should have saved nothing. But when the connection is lost on the way, QGIS 3.40 connects anew
    and goes on without a transaction, so that half of it stays. Gives the number of changes taken back.
    """
    if not raekker:
        return 0
    poster = [
        post
        for post in store.historik(siden=siden, hoejst=_LINJER)
        if (post.tabel, post.noegle) in raekker and post.art != "tilsidesat"
    ]
    if poster:
        with store.skriv("fortryd", af) as skriver:
            for post in poster:  # the newest first
                _omvendt(skriver, post)
    return len(poster)


def _omvendt(skriver: Skriver, post: HistorikPost) -> None:
    tabel = tabel_af_navn(post.tabel)
    if post.raekke is None:
        skriver.slet(post.tabel, post.noegle)
        return
    foer = {navn: v for navn, v in post.raekke.items() if tabel.har(navn) and navn not in _STEMPLER}
    if tabel.geometri is not None:
        foer[GEOMETRI] = post.geometri
    if not skriver.ret(post.tabel, post.noegle, foer):
        skriver.indsaet(post.tabel, [foer])
