# SPDX-License-Identifier: GPL-2.0-or-later
"""What a store holds right now, in numbers: asked of the store itself, so it may run in a task."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import Alle, Betingelse, Enten, Ikke
from moedested_plugin.domain.offentlig import MOEDESTED_OFFENTLIGT, STED_OFFENTLIGT
from moedested_plugin.domain.regler import Alvor, Regel, alle_regler, regler_for
from moedested_plugin.store import HistorikPost, Store, aabn

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

#: Rows that go out when nothing is wrong with them.
UDGIVES: Mapping[str, Betingelse] = {
    "moedested": MOEDESTED_OFFENTLIGT,
    "facilitet_punkt": STED_OFFENTLIGT,
    "facilitet_flade": STED_OFFENTLIGT,
    "rute": STED_OFFENTLIGT,
}


@dataclass(frozen=True)
class Findings:
    """How many saved rows break one rule."""

    regel: Regel
    rows: int


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
    findings: tuple[Findings, ...] = ()
    ready: Mapping[str, int] = field(default_factory=dict)
    held: Mapping[str, int] = field(default_factory=dict)
    held_by: tuple[Findings, ...] = ()
    latest: HistorikPost | None = None
    can_undo_import: bool = False

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
    from moedested_plugin.sources.fortryd import sidste_import

    kommune = store.indstilling("kommune")
    history = store.historik(hoejst=1)
    return StoreStatus(
        kommune=str(kommune.get("navn", "")) if isinstance(kommune, dict) else "",
        can_write=store.kan_skrive,
        livscyklus=_codes(store, "moedested", "livscyklus_k"),
        facilitet_punkt=_codes(store, "facilitet_punkt", "facil_ty_k"),
        omraader=store.antal("facilitet_flade"),
        ruter=_codes(store, "rute", "rute_ty_k"),
        aktiviteter=store.antal("aktivitet"),
        findings=tuple(_count(store, _saveable(), feedback)),
        ready={
            table: store.antal(table, Alle((rows, Ikke(_broken(table)))))
            for table, rows in _while_wanted(feedback, UDGIVES)
        },
        held={
            table: store.antal(table, Alle((rows, _broken(table))))
            for table, rows in _while_wanted(feedback, UDGIVES)
        },
        held_by=tuple(
            _count(store, (rule for table in UDGIVES for rule in _errors(table)), feedback, UDGIVES)
        ),
        latest=history[0] if history else None,
        can_undo_import=sidste_import(store) is not None,
    )


def _while_wanted(
    feedback: QgsFeedback, tables: Mapping[str, Betingelse]
) -> Iterator[tuple[str, Betingelse]]:
    for item in tables.items():
        if feedback.isCanceled():
            return
        yield item


def _codes(store: Store, table: str, column: str) -> dict[int, int]:
    return {
        code: rows
        for code, rows in store.optaelling(table, column).items()
        if isinstance(code, int)
    }


def _saveable() -> Iterator[Regel]:
    """Rules that a saved row can break: the hard ones were refused by the database."""
    return (rule for rule in alle_regler().values() if not rule.haard)


def _errors(table: str) -> list[Regel]:
    return [rule for rule in regler_for(table) if not rule.haard and rule.alvor is Alvor.FEJL]


def _broken(table: str) -> Betingelse:
    """At least one error, which holds the row back."""
    return Enten(tuple(Ikke(rule.krav) for rule in _errors(table)))


def _count(
    store: Store,
    rules: Iterator[Regel],
    feedback: QgsFeedback,
    among: Mapping[str, Betingelse] | None = None,
) -> Iterator[Findings]:
    for rule in rules:
        if feedback.isCanceled():
            return
        wrong: Betingelse = Ikke(rule.krav)
        if among is not None:
            wrong = Alle((among[rule.tabel], wrong))
        rows = store.antal(rule.tabel, wrong)
        if rows:
            yield Findings(rule, rows)
