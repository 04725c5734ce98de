# SPDX-License-Identifier: GPL-2.0-or-later
"""The clock on the wall in Denmark. Qt knows the zones on every system; Python's own list is not on Windows."""

from __future__ import annotations

import datetime as dt

from qgis.PyQt.QtCore import QByteArray, QDateTime, QTimeZone

DANMARK = "Europe/Copenhagen"


def dansk(tid: dt.datetime, zone: str = "UTC") -> dt.datetime:
    """What the clock in Denmark shows then. Of a zone that nobody knows the clock is taken to be ours."""
    if zone == DANMARK:
        return tid
    navn = QByteArray(zone.encode("ascii", "replace"))
    # Outlook names zones as Windows does: GMT Standard Time.
    kilde = QTimeZone(QTimeZone.windowsIdToDefaultIanaId(navn) or navn)
    if not kilde.isValid():
        return tid
    da = QDateTime.fromString(tid.strftime("%Y-%m-%dT%H:%M:%S").zfill(19), "yyyy-MM-ddTHH:mm:ss")
    der = QDateTime(da.date(), da.time(), kilde)
    if not der.isValid():  # the hour that is skipped in spring: an hour later, as calendars have it
        da = da.addSecs(3600)
        der = QDateTime(da.date(), da.time(), kilde)
    her = der.toTimeZone(QTimeZone(QByteArray(DANMARK.encode())))
    return dt.datetime.fromisoformat(her.toString("yyyy-MM-ddTHH:mm:ss"))
