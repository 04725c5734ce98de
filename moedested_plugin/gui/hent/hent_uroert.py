# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows that an undone import left alone, each with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.gui.widgets import wrapped
from moedested_plugin.i18n import tr


class UroertDialog(QDialog):
    """A list to read."""

    def __init__(self, uroert: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Rækker, der er ladt i fred"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        liste = QTreeWidget()
        liste.setObjectName("uroert")
        liste.setRootIsDecorated(False)
        liste.setHeaderLabels([tr("Navn"), tr("Hvorfor")])
        liste.addTopLevelItems([QTreeWidgetItem(list(par)) for par in uroert])
        liste.resizeColumnToContents(0)
        luk = QDialogButtonBox()
        luk.addButton(tr("Luk"), QDialogButtonBox.ButtonRole.RejectRole)
        luk.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(wrapped(tr("Se dem efter, og ret dem selv, hvis de skal tilbage.")))
        layout.addWidget(liste)
        layout.addWidget(luk)
        self.resize(560, 320)
