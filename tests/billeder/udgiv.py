# SPDX-License-Identifier: GPL-2.0-or-later
"""Ways to the publication: target, plan, course, history, back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qgis import utils
from qgis.PyQt.QtWidgets import QAbstractItemView, QApplication, QDialog, QTabWidget, QWidget

shell = utils.plugins["moedested_plugin"].shell

PLAN, FORLOEB, HISTORIK = range(3)
NAVN = "Kommunens kort"


def intet_maal() -> Iterator[object]:
    """Before a target is known."""
    shell.publishing.vis()
    yield 1500
    yield shell.publishing.dialog


def maal(fane: str) -> Iterator[object]:
    """Where a target is described."""
    _med_maal()
    shell.publishing.vis()
    yield 800
    shell.publishing.vis_maal()
    yield 1200
    dialog = _vindue("maal")
    dialog.findChild(QTabWidget).setCurrentIndex(int(fane))
    yield 600
    yield dialog


def plan() -> Iterator[object]:
    """What a first publication would put out."""
    yield from _plan()
    yield shell.publishing.dialog


def publiceret() -> Iterator[object]:
    """Publishes."""
    yield from _plan()
    shell.publishing.udgiv()
    yield 15000


def forloeb() -> Iterator[object]:
    """How a publication went. Publishes."""
    yield from publiceret()
    yield shell.publishing.dialog


def aendret() -> Iterator[object]:
    """What has changed since."""
    layer = shell.current.layer("moedested")
    layer.startEditing()
    rows = {row["navn"]: row.id() for row in layer.getFeatures()}
    felter = layer.fields()
    layer.changeAttributeValue(
        rows["Bænken mod syd"], felter.indexOf("aabningstid"), "Hver dag kl. 10-16"
    )
    layer.changeAttributeValue(rows["Kaffebordet på havnen"], felter.indexOf("off_kode"), 3)
    shell.save_all()
    yield 3000
    yield from _plan()
    changes = shell.publishing.dialog.findChild(QAbstractItemView, "aendringer")
    changes.setCurrentIndex(changes.model().index(0, 0))
    yield 1500
    yield shell.publishing.dialog


def historik() -> Iterator[object]:
    """What has been published, and the way back. Publishes."""
    yield from publiceret()
    shell.publishing.vis_historik()
    yield 2500
    yield shell.publishing.dialog


def tilbage() -> Iterator[object]:
    """What going back would change."""
    shell.publishing.vis_historik()
    yield 2500
    # The version before is chosen.
    shell.publishing.dialog.historik._tilbage()
    yield 4000
    yield _vindue("tilbage")


def panelet() -> Iterator[object]:
    """The panel, which tells how old the published data are."""
    from qgis.PyQt.QtWidgets import QScrollArea

    shell.panel.raise_()
    for area in shell.panel.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    yield 800
    yield shell.panel


def _med_maal() -> None:
    from moedested_plugin.publishing.maal import gem_maal, som_maal
    from moedested_plugin.store import aabn

    mappe = Path(shell.current.store_address).parent
    with aabn(shell.current.store_address) as store:
        maal = som_maal(
            {"type": "qgisserver-file", "folder": str(mappe / "ud"), "service": "moedesteder"}
        )
        gem_maal(store, {NAVN: maal})


def _plan() -> Iterator[object]:
    _med_maal()
    shell.publishing.vis()
    yield 1000
    shell.publishing.planlaeg()
    yield 6000


def _vindue(navn: str) -> QWidget:
    return next(
        w
        for w in QApplication.topLevelWidgets()
        if isinstance(w, QDialog) and w.isVisible() and w.objectName() == navn
    )
