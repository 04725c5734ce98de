# SPDX-License-Identifier: GPL-2.0-or-later
"""Writing many rows at once: from the tables of a work file (SQLite) into the store, in one transaction.

The values lie in the work file as SQLite keeps those of a GeoPackage; the geometry as plain WKB. The rows have been
asked against the rules already (`raekkekrav`), so the triggers of a GeoPackage need not look at each new one again.
"""

from __future__ import annotations

import abc
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from moedested_plugin.domain.betingelse import Vaerdi

    from .base import Skriver


class Masseskriver(abc.ABC):
    """Writes in the transaction of `skriver`; `fra` is a table or view of the work file, or a query on it."""

    def __init__(self, skriver: Skriver) -> None:
        self.skriver = skriver

    @property
    def koersel_id(self) -> str:
        """The run that everything is tagged with."""
        return self.skriver.koersel_id

    @abc.abstractmethod
    def indsaet(
        self, tabel: str, fra: str, felter: Sequence[str], faste: Mapping[str, Vaerdi]
    ) -> int:
        """Insert every row of `fra` with these columns, and the same `faste` values in each. Returns how many."""

    @abc.abstractmethod
    def ret(self, tabel: str, fra: str, felter: Sequence[str], faste: Mapping[str, Vaerdi]) -> int:
        """Give the rows that have the business keys of `fra` these values. Returns how many there were.

        Where `fra` has `raekke_version`, a row of another version is left alone.
        """

    @abc.abstractmethod
    def slet(self, tabel: str, fra: str) -> int:
        """Delete the rows that have the business keys of `fra`."""
