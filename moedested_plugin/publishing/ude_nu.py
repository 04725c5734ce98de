# SPDX-License-Identifier: GPL-2.0-or-later
"""What is out there just now, in few numbers that cost little: since when, and what has grown old in it."""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moedested_plugin.domain.offentlig import ENGANGS

from .fejl import UdgivelsesFejl
from .forbered import sted
from .maal import navngivne

if TYPE_CHECKING:
    from moedested_plugin.store import Store

    from .maal import Maal
    from .sted import Udgave


_AKTIVITET = "aktivitet"


@dataclass(frozen=True)
class UdeNu:
    """The last publication. `udloebne` is how many of its activities are over; None when that cannot be seen from here."""

    tid: dt.datetime
    udloebne: int | None

    @property
    def dage(self) -> int:
        """Days since, by the calendar of this place."""
        return (_i_dag() - self.tid.astimezone().date()).days


def ude_nu(store: Store) -> UdeNu | None:
    """By the store's own log; None when nothing was ever published from it."""
    sidst = max(
        (
            (raekke["tid"], str(raekke["maal"]))
            for raekke in store.raekker("udgivelse", ["tid", "maal"])
            if isinstance(raekke["tid"], dt.datetime)
        ),
        default=None,
    )
    if sidst is None:
        return None
    tid, service = sidst
    try:
        maal = [et for et in navngivne(store).values() if et.service == service]
        return UdeNu(tid, _udloebne_i(maal[0]) if maal else None)
    except (UdgivelsesFejl, OSError, ValueError, KeyError, sqlite3.Error):
        return UdeNu(tid, None)


def _udloebne_i(maal: Maal) -> int | None:
    gaeldende = sted(maal).gaeldende()
    return udloebne(gaeldende) if gaeldende is not None else None


def udloebne(udgave: Udgave, dag: dt.date | None = None) -> int:
    """Activities of the version whose last day has passed on that day, else today."""
    i_dag = (dag or _i_dag()).isoformat()
    kolonner = udgave.kolonner[_AKTIVITET]
    antal = 0
    for raekke in udgave.raekker(_AKTIVITET, [*udgave.aftryk()[_AKTIVITET]]).values():
        aktivitet = dict(zip(kolonner, raekke))
        engang = aktivitet["gentagelse_k"] == ENGANGS
        slut = aktivitet["dato_til"] or (aktivitet["dato_fra"] if engang else None)
        antal += slut is not None and str(slut) < i_dag
    return antal


def _i_dag() -> dt.date:
    return dt.datetime.now(dt.timezone.utc).astimezone().date()
