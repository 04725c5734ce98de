# SPDX-License-Identifier: GPL-2.0-or-later
"""Takes a forgotten lock of a target away, after a question: two who publish at once is what it guards against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from moedested_plugin.i18n import tr
from moedested_plugin.publishing.mappe import Mappe

if TYPE_CHECKING:
    from moedested_plugin.publishing.maal import Maal


def bryd(maal: Maal, vindue: QWidget) -> str | None:
    """What stands in the way, '' when the lock is gone; None when the user says no."""
    mappe = Mappe(maal)
    ejer = mappe.laest_af()
    if ejer is None:
        return ""
    spoergsmaal = tr(
        "{0} på {1} har låst siden {2}. Er du sikker på, at ingen er ved at udgive lige nu?"
    ).format(ejer.bruger, ejer.maskine, ejer.siden)
    svar = QMessageBox.question(vindue, tr("Bryd låsen"), spoergsmaal)
    if svar != QMessageBox.StandardButton.Yes:
        return None
    try:
        mappe.bryd_laas()
    except OSError:
        return tr("Låsen kan ikke fjernes. Bed om skriverettigheder.")
    return ""
