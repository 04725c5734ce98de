# SPDX-License-Identifier: GPL-2.0-or-later
"""What a store holds right now, in numbers: asked of the store itself, so it may run in a task."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import Alle
from moedested_plugin.domain.moedesteder import ER_AKTIV
from moedested_plugin.domain.offentlig import MOEDESTED_OFFENTLIGT
from moedested_plugin.domain.regler import Alvor
from moedested_plugin.store import HistorikPost, Store, aabn

if TYPE_CHECKING:
    from qgis.core import QgsFeedback


@dataclass(frozen=True)
class Checked:
    """What is left of the last run of the checks, as rows have been mended and findings accepted since."""

    when: dt.datetime
    counts: Mapping[Alvor, int]
    accepted: int = 0


@dataclass(frozen=True)
class StoreStatus:
    """What the panel tells of the store."""

    kommune: str
    can_write: bool
    livscyklus: Mapping[int, int]
    facilitet_punkt: Mapping[int, int]
    omraader: int
    ruter: Mapping[int, int]
    aktiviteter: int
    #: None until the checks have been run.
    checked: Checked | None = None
    #: Rows that go out, by table, and those that an error keeps at home.
    ready: Mapping[str, int] = field(default_factory=dict)
    held: Mapping[str, int] = field(default_factory=dict)
    #: Active mødesteder that citizens can see, and how many there should be.
    active: int = 0
    active_wanted: int = 0
    latest: HistorikPost | None = None
    can_undo_import: bool = False
    #: Codes of the checks that the municipality does without.
    switched_off: frozenset[str] = frozenset()

    @property
    def has_rows(self) -> bool:
        """Whether there is anything to look at."""
        return bool(
            self.livscyklus
            or self.facilitet_punkt
            or self.omraader
            or self.ruter
            or self.aktiviteter
        )

    @property
    def moedesteder(self) -> int:
        """All mødesteder, whatever their state."""
        return sum(self.livscyklus.values())


def read_status(address: str, feedback: QgsFeedback) -> StoreStatus:
    """Open the store, count, and let go of it. An unfinished count is thrown away by who cancelled.

    An older store is refused by `ForGammel`: nobody has said yes to an upgrade.
    """
    with aabn(address, feedback, opgrader=False) as store:
        return status_of(store, feedback)


def upgrade(address: str, feedback: QgsFeedback) -> None:
    """Open the store so that it is backed up and upgraded."""
    aabn(address, feedback).luk()


def status_of(store: Store, feedback: QgsFeedback) -> StoreStatus:
    """Count in an open store."""
    from moedested_plugin.checks.gemte import sammentalt
    from moedested_plugin.checks.holdt import UDGIVES
    from moedested_plugin.checks.indstillet import laes
    from moedested_plugin.domain.kontroller_parat import MINDST_AKTIVE
    from moedested_plugin.sources.fortryd import sidste_import

    history, chosen = store.historik(hoejst=1), laes(store)
    last = sammentalt(store)
    held = {table: len(last.holdt.get(table, ())) if last else 0 for table in UDGIVES}
    public = {
        table: 0 if feedback.isCanceled() else store.antal(table, rows)
        for table, rows in UDGIVES.items()
    }
    return StoreStatus(
        kommune=store.kommune.navn,
        can_write=store.kan_skrive,
        livscyklus=_codes(store, "moedested", "livscyklus_k"),
        facilitet_punkt=_codes(store, "facilitet_punkt", "facil_ty_k"),
        omraader=store.antal("facilitet_flade"),
        ruter=_codes(store, "rute", "rute_ty_k"),
        aktiviteter=store.antal("aktivitet"),
        checked=Checked(last.tidspunkt, last.antal, last.accepterede) if last else None,
        ready={table: public[table] - held[table] for table in UDGIVES},
        held=held,
        active=store.antal("moedested", Alle((ER_AKTIV, MOEDESTED_OFFENTLIGT))),
        active_wanted=int(chosen.tal(MINDST_AKTIVE)),
        latest=history[0] if history else None,
        can_undo_import=sidste_import(store) is not None,
        switched_off=chosen.slaaet_fra,
    )


def _codes(store: Store, table: str, column: str) -> dict[int, int]:
    return {
        code: rows
        for code, rows in store.optaelling(table, column).items()
        if isinstance(code, int)
    }
