# SPDX-License-Identifier: GPL-2.0-or-later
"""Takes a forgotten lock of a target away, after a question: two who publish at once is what it guards against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from moedested_plugin.i18n import tr
from moedested_plugin.publishing.fejl import UdgivelsesFejl
from moedested_plugin.publishing.forbered import sted

if TYPE_CHECKING:
    from moedested_plugin.publishing.maal import Maal


def bryd(maal: Maal, vindue: QWidget) -> str | None:
    """What stands in the way, '' when the lock is gone; None when the user says no."""
    hos = sted(maal)
    try:
        ejer = hos.laest_af()
    except UdgivelsesFejl as fejl:
        return str(fejl)
    if ejer is None:
        return ""
    spoergsmaal = tr(
        "{0} på {1} har låst siden {2}. Er du sikker på, at ingen er ved at udgive lige nu?"
    ).format(ejer.bruger, ejer.maskine, ejer.tid if ejer.siden else "?")
    svar = QMessageBox.question(vindue, tr("Bryd låsen"), spoergsmaal)
    if svar != QMessageBox.StandardButton.Yes:
        return None
    try:
        hos.bryd_laas()
    except UdgivelsesFejl as fejl:
        return str(fejl)
    except OSError:
        return tr("Låsen kan ikke fjernes. Bed om skriverettigheder.")
    return ""
