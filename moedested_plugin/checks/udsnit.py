# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows to look at and the world around them: the same finders serve the whole store and the row being edited.

A finder goes through `raekker` or `geometrier` (all rows in a full run, the edited ones otherwise) and asks the world by
`ved` and `naboer`. The world is the store with the unsaved edits laid over it.
"""

from __future__ import annotations

import abc
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import Vaerdi

if TYPE_CHECKING:
    from qgis.core import QgsFeedback, QgsGeometry

    from .indstillet import Indstillet

Raekke = Mapping[str, Vaerdi]


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
    def raekker(self, tabel: str, felter: Sequence[str]) -> Iterator[Raekke]:
        """The rows looked at, with these fields and the business key. No geometry."""

    @abc.abstractmethod
    def geometrier(self, tabel: str) -> Iterator[tuple[str, QgsGeometry]]:
        """(key, geometry) of the rows looked at that have one."""

    @abc.abstractmethod
    def ved(self, tabel: str, felt: str, vaerdi: Vaerdi, felter: Sequence[str]) -> Sequence[Raekke]:
        """The rows of the whole world with this value, with these fields and the business key."""

    @abc.abstractmethod
    def geometri(self, tabel: str, noegle: str) -> QgsGeometry | None:
        """The geometry of one row of the world."""

    @abc.abstractmethod
    def naboer(self, tabel: str, andre: str, meter: float, felter: Sequence[str]) -> Iterator[Par]:
        """Pairs of a row looked at in `tabel` and another row of `andre` no further apart than `meter`, exactly."""
