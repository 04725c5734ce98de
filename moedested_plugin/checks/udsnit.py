# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows to look at and the world around them: the same finders serve the whole store and the row being edited.

A finder goes through `raekker` or `geometrier` (all rows in a full run, the edited ones otherwise) and asks the world by
`ved` and `naboer`. The world is the store with the unsaved edits laid over it.
"""

from __future__ import annotations

import abc
import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import Vaerdi

from .tegning import wkb_af

if TYPE_CHECKING:
    from qgis.core import QgsFeedback, QgsGeometry

    from moedested_plugin.domain.betingelse import Betingelse

    from .indstillet import Indstillet

Raekke = Mapping[str, Vaerdi]


@dataclass(frozen=True)
class Kode:
    """A code as the municipality has it."""

    navn: str
    aktiv: bool


@dataclass(frozen=True)
class Par:
    """Two rows that lie near each other; `a` is one of the rows looked at. Each pair comes once."""

    a: Raekke
    b: Raekke
    afstand: float


class Udsnit(abc.ABC):
    """What one run looks at."""

    #: Switches, thresholds and word lists of the municipality.
    indstillet: Indstillet
    i_dag: dt.date
    #: The municipality's border, EPSG:25832, buffered by nothing; None where it is not known.
    graense: QgsGeometry | None
    feedback: QgsFeedback | None
    #: The whole store is looked at: then also what only the whole can tell (too few, missing).
    alt: bool

    @abc.abstractmethod
    def raekker(
        self, tabel: str, felter: Sequence[str], hvor: Betingelse | None = None
    ) -> Iterator[Raekke]:
        """The rows looked at, with these fields and the business key. No geometry.

        With `hvor` only those where it holds, asked of the database itself: a cheap sieve before a dear question.
        """

    @abc.abstractmethod
    def brudte(
        self, tabel: str, krav: Sequence[Betingelse]
    ) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Key of each row looked at that breaks a requirement, and the numbers of those it breaks."""

    @abc.abstractmethod
    def af_noegler(
        self, tabel: str, noegler: Collection[str], felter: Sequence[str]
    ) -> Iterator[Raekke]:
        """These rows of the world, with these fields and the business key."""

    @abc.abstractmethod
    def skift(self, tabel: str, felt: str) -> Iterator[tuple[str, Vaerdi, Vaerdi]]:
        """(key, before, now) of the rows looked at whose latest change of the field is known."""

    @abc.abstractmethod
    def geometrier(self, tabel: str) -> Iterator[tuple[str, QgsGeometry]]:
        """(key, geometry) of the rows looked at that have one."""

    def wkb(self, tabel: str) -> Iterator[tuple[str, bytes]]:
        """The same drawings as flat and straight bytes: for arithmetic, which needs no objects."""
        for noegle, geometri in self.geometrier(tabel):
            yield noegle, wkb_af(geometri)

    @abc.abstractmethod
    def ved(self, tabel: str, felt: str, vaerdi: Vaerdi, felter: Sequence[str]) -> Sequence[Raekke]:
        """The rows of the whole world with this value, with these fields and the business key."""

    @abc.abstractmethod
    def geometri(self, tabel: str, noegle: str) -> QgsGeometry | None:
        """The geometry of one row of the world."""

    @abc.abstractmethod
    def naboer(
        self,
        tabel: str,
        andre: str,
        meter: float,
        felter: Sequence[str],
        *,
        kun: Collection[str] | None = None,
    ) -> Iterator[Par]:
        """Pairs of a row looked at in `tabel` and another row of `andre` no further apart than `meter`, exactly.

        `kun`: only rows of `tabel` with these keys. Of edited rows only those of `tabel` are looked at: who wants to
        know what an edited row of `andre` means for others asks the other way round too, unless `alt`.
        """

    @abc.abstractmethod
    def koder(self, liste: str) -> Mapping[int, Kode]:
        """The codes of a list of the store."""

    def afbrudt(self) -> bool:
        """Whether the user wants no more."""
        return self.feedback is not None and self.feedback.isCanceled()
