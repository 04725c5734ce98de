# SPDX-License-Identifier: GPL-2.0-or-later
"""What is out there just now, in few numbers that cost little: since when, and what has grown old in it."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moedested_plugin.domain.offentlig import ENGANGS

from .fejl import UdgivelsesFejl
from .maal import POSTGIS, navngivne
from .mappe import Mappe

if TYPE_CHECKING:
    from moedested_plugin.store import Store

    from .maal import Maal
    from .udgave import Udgave


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
    except (UdgivelsesFejl, OSError, ValueError, sqlite3.Error):
        return UdeNu(tid, None)


def _udloebne_i(maal: Maal) -> int | None:
    if maal.type == POSTGIS:
        return None
    gaeldende = Mappe(maal).gaeldende()
    return udloebne(gaeldende) if gaeldende is not None else None


def udloebne(udgave: Udgave, dag: dt.date | None = None) -> int:
    """Activities of the version whose last day has passed on that day, else today."""
    adresse = f"{udgave.data.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(adresse, uri=True)) as con:
        (antal,) = con.execute(
            "SELECT count(*) FROM aktivitet"
            " WHERE coalesce(dato_til, CASE WHEN gentagelse_k = ? THEN dato_fra END) < ?",
            (ENGANGS, (dag or _i_dag()).isoformat()),
        ).fetchone()
    return int(antal)


def _i_dag() -> dt.date:
    return dt.datetime.now(dt.timezone.utc).astimezone().date()
