# SPDX-License-Identifier: GPL-2.0-or-later
"""Ways into an import: what was read, the mapping, the preview with a conflict, the result."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_driver import iface
from qgis import utils
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QDialog, QWidget

shell = utils.plugins["moedested_plugin"].shell

#: Beside the project: what a source delivers now, and what a neighbour mails.
_NU, _NABO = "facilit_service.geojson", "baenke_fra_vejafdelingen.geojson"


def dialog() -> Iterator[object]:
    """The first window, with a source that is known."""
    yield from _laes(_NU)
    yield _vindue("hent")


def kortlaeg() -> Iterator[object]:
    """The mapping of a file that no profile knows."""
    yield from _laes(_NABO)
    QTimer.singleShot(0, shell.fetching._dialog._tilpas)
    yield 3500
    dialog = _vindue("KortlaegDialog")
    for table in dialog.findChildren(QAbstractItemView):
        model = table.model()
        for nr in range(model.rowCount() if table.parent() is dialog.felter else 0):
            if str(model.index(nr, 0).data()).startswith("Type"):
                table.setCurrentIndex(model.index(nr, 0))
    yield 800
    yield dialog


def preview(art: str = "") -> Iterator[object]:
    """The preview beside the map, a row of that kind chosen."""
    yield from _sammenlign(art)
    yield iface.mainWindow()
    shell.fetching._fjern()
    yield 500


def resultat() -> Iterator[object]:
    """What was fetched, and the way back. Changes the store."""
    yield from _sammenlign("konflikt")
    shell.fetching.anvend()
    yield 4000
    yield iface.mainWindow()
    shell.fetching._fjern()


def _laes(navn: str) -> Iterator[object]:
    fil = Path(shell.current.store_address).with_name(navn)
    shell.fetching.vis()
    yield 800
    shell.fetching._dialog.laes(str(fil))
    yield 3000


def _sammenlign(art: str) -> Iterator[object]:
    yield from _laes(_NU)
    shell.fetching._dialog.sammenlign()
    yield 3500
    skuffe = shell.fetching.skuffe
    assert skuffe is not None
    # The first row of the kind is chosen, and the map goes there.
    skuffe.findChild(QAbstractButton, f"filter_{art}").click()
    yield 3000


def _vindue(navn: str) -> QWidget:
    return next(
        w
        for w in QApplication.topLevelWidgets()
        if isinstance(w, QDialog) and w.isVisible() and w.objectName() == navn
    )
