# SPDX-License-Identifier: GPL-2.0-or-later
"""A print under way: progress and cancel between the pages.

A layout is a scene that registers itself with the application, and may be made in the main thread only (QGIS's own
export of an atlas runs there too). Between two pages the application is let breathe; the window with the progress keeps
hands off the project meanwhile.
"""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QProgressDialog, QWidget

from moedested_plugin.i18n import tr
from moedested_plugin.printing.udskriv import Grundlag, Resultat, udskriv

#: A print that is shorter shows no window (ms).
_TAALMOD = 600


def udskriv_med_fremdrift(grundlag: Grundlag, parent: QWidget) -> Resultat:
    """Print in the main thread. Raises as `udskriv` does."""
    fremdrift = QProgressDialog(
        tr("Udskriver {} …").format(grundlag.bestilling.skabelon.titel),
        tr("Annullér"),
        0,
        100,
        parent,
    )
    fremdrift.setWindowTitle(tr("Udskriv"))
    fremdrift.setWindowModality(Qt.WindowModality.ApplicationModal)
    fremdrift.setMinimumDuration(_TAALMOD)
    fremdrift.setAutoReset(False)
    fremdrift.canceled.connect(grundlag.feedback.cancel)
    # `setValue` lets the application breathe
    grundlag.feedback.progressChanged.connect(lambda procent: fremdrift.setValue(round(procent)))
    QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
    try:
        return udskriv(grundlag)
    finally:
        QApplication.restoreOverrideCursor()
        grundlag.feedback.progressChanged.disconnect()
        fremdrift.canceled.disconnect()
        fremdrift.close()
        fremdrift.deleteLater()
