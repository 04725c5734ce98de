# SPDX-License-Identifier: GPL-2.0-or-later
"""The clock on the wall in Denmark and UTC. Qt knows the zones on every system; Python's own list is not on Windows."""

from __future__ import annotations

import datetime as dt

from qgis.PyQt.QtCore import QByteArray, QDateTime, QTimeZone

DANMARK = "Europe/Copenhagen"


def dansk(tid: dt.datetime, zone: str = "UTC") -> dt.datetime:
    """What the clock in Denmark shows then. Of a zone that nobody knows the clock is taken to be ours."""
    kilde = QTimeZone(QByteArray(zone.encode("ascii", "replace")))
    return tid if not kilde.isValid() else _omregn(tid, kilde, _danmark())


def utc(tid: dt.datetime) -> dt.datetime:
    """The time in UTC when the clock in Denmark shows this."""
    return _omregn(tid, _danmark(), QTimeZone.utc())


def _danmark() -> QTimeZone:
    return QTimeZone(QByteArray(DANMARK.encode()))


def _omregn(tid: dt.datetime, fra: QTimeZone, til: QTimeZone) -> dt.datetime:
    da = QDateTime.fromString(tid.strftime("%Y-%m-%dT%H:%M:%S").zfill(19), "yyyy-MM-ddTHH:mm:ss")
    nu = QDateTime(da.date(), da.time(), fra).toTimeZone(til)
    return dt.datetime.fromisoformat(nu.toString("yyyy-MM-ddTHH:mm:ss"))
