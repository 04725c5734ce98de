# SPDX-License-Identifier: GPL-2.0-or-later
"""The published tables, and one published row: named as the public views without `off_`."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.offentlig import VISNINGER, Visning
from moedested_plugin.store.visninger import visning_kolonner

if TYPE_CHECKING:
    from moedested_plugin.store.base import OffentligVaerdi

Raekke = tuple["OffentligVaerdi", ...]
#: The table with the one row that says which version the data are.
STEMPEL = "udgivelse"
STEMPEL_FELTER = ("version", "tid", "kommune", "kommunekode")
#: Begins the keyword that says which version the project or mapfile is.
VERSIONSORD = "version:"


@dataclass(frozen=True)
class Tabel:
    """One published table."""

    visning: Visning

    @property
    def navn(self) -> str:
        """Its name in the services."""
        return self.visning.navn.removeprefix("off_")

    @property
    def kilde(self) -> str:
        """The table of the store that its rows come from."""
        return self.visning.tabel.navn

    @cached_property
    def kolonner(self) -> tuple[str, ...]:
        """Names of the columns, the geometry last."""
        return visning_kolonner(self.visning)

    @cached_property
    def alias(self) -> Mapping[str, str]:
        """What a person calls each column."""
        return {k.navn: k.alias for k in self.visning.kolonner} | {GEOMETRI: "Placering"}

    @cached_property
    def nr(self) -> int:
        """Where the business key stands in a row."""
        return self.kolonner.index(self.visning.tabel.noegle)

    def noegle(self, raekke: Raekke) -> str:
        """Give the row's business key."""
        return str(raekke[self.nr])

    def vaerdi(self, raekke: Raekke, kolonne: str) -> OffentligVaerdi:
        """One value of the row."""
        return raekke[self.kolonner.index(kolonne)]

    @cached_property
    def henvisninger(self) -> tuple[tuple[int, str], ...]:
        """(Number of the column, table of the store) of each reference that must be public too."""
        return tuple(
            (self.kolonner.index(felt), henviser.tabel)
            for felt in self.visning.offentlige_henvisninger
            if (henviser := self.visning.tabel.felt(felt).henviser) is not None
        )


TABELLER: tuple[Tabel, ...] = tuple(Tabel(visning) for visning in VISNINGER)
TABEL_AF_NAVN: Mapping[str, Tabel] = {tabel.navn: tabel for tabel in TABELLER}


def aftryk(raekke: Raekke) -> str:
    """A short hash of the row, the same on every machine."""
    return aftryk_af(repr(raekke))


def aftryk_af(tekst: str) -> str:
    """The same of a row that is written out already."""
    return hashlib.blake2b(tekst.encode("utf-8"), digest_size=8).hexdigest()
