# SPDX-License-Identifier: GPL-2.0-or-later
"""Days and times as people say them."""

from __future__ import annotations

import datetime as dt

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QDate, QLocale, QTime

from moedested_plugin.i18n import tr


def dag(tid: dt.datetime, nu: dt.datetime | None = None) -> str:
    """The day, as '3. marts'; with the year when it is another."""
    lokal, nu = tid.astimezone(), (nu or dt.datetime.now(dt.timezone.utc)).astimezone()
    dato = QDate(lokal.year, lokal.month, lokal.day)
    form = tr("d. MMMM") if lokal.year == nu.year else tr("d. MMMM yyyy")
    return _sprog().toString(dato, form)


def _sprog() -> QLocale:
    """Names of months in the language of QGIS; its numbers may be another country's."""
    return QLocale(QgsApplication.instance().locale())


def kort_siden(tid: dt.datetime, nu: dt.datetime | None = None) -> str:
    """The same in a narrow column: '3. mar', or the year."""
    lokal, nu = tid.astimezone(), (nu or dt.datetime.now(dt.timezone.utc)).astimezone()
    if lokal.date() == nu.date():
        return tr("i dag")
    if lokal.year != nu.year:
        return str(lokal.year)
    dato = QDate(lokal.year, lokal.month, lokal.day)
    return _sprog().toString(dato, tr("d. MMM")).rstrip(".")


def siden(tid: dt.datetime, nu: dt.datetime | None = None) -> str:
    """How long a finding has been there."""
    nu = (nu or dt.datetime.now(dt.timezone.utc)).astimezone()
    if tid.astimezone().date() == nu.date():
        return tr("i dag")
    return tr("siden {0}").format(dag(tid, nu))


def klokken(tid: dt.datetime) -> str:
    """The day and the time."""
    lokal = tid.astimezone()
    tekst = QLocale().toString(QTime(lokal.hour, lokal.minute), tr("HH.mm"))
    return tr("{0} kl. {1}").format(dag(tid), tekst)
