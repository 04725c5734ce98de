# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks about a picture before it is copied: who is on it, who took it, what it shows."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QImage, QPixmap
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.domain.faelles import AFVENTER, FOTO
from moedested_plugin.gui.widgets import wrapped
from moedested_plugin.i18n import oversat, tr

_VIST_PX = 220


class FotoDialog(QDialog):
    """A small window that stops nobody from working. Nothing is copied before *Tilføj billedet*."""

    #: The values of the row, and whether the object is to be moved to where the picture was taken.
    tilfoej = pyqtSignal(object, bool)

    def __init__(
        self,
        navn: str,
        billede: QImage,
        samtykker: Mapping[int, str],
        flyt: str,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("MoedestedFoto")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Billede af {0}").format(navn))
        lodret = QVBoxLayout(self)
        vist = QLabel()
        vist.setAlignment(Qt.AlignmentFlag.AlignCenter)
        lille = billede.scaled(
            _VIST_PX, _VIST_PX, Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )  # fmt: skip
        vist.setPixmap(QPixmap.fromImage(lille))
        lodret.addWidget(vist)
        lodret.addWidget(
            wrapped(
                tr(
                    "En kopi lægges ved projektet uden kameraets oplysninger om person, tid og sted. Billedet "
                    "vises først for andre, når der er samtykke."
                )
            )
        )
        felter = QFormLayout()
        self.samtykke = QComboBox()
        self.samtykke.setObjectName("samtykke_k")
        for kode, tekst in samtykker.items():
            self.samtykke.addItem(tekst, kode)
        self.samtykke.setCurrentIndex(max(0, self.samtykke.findData(AFVENTER)))
        self._tekster: dict[str, QLineEdit] = {}
        felter.addRow(oversat(FOTO.felt("samtykke_k").alias), self.samtykke)
        for felt in ("ophav", "alt_tekst"):
            linje = QLineEdit()
            linje.setObjectName(felt)
            linje.setMaxLength(FOTO.felt(felt).laengde or 0)
            linje.setPlaceholderText(oversat(FOTO.felt(felt).hjaelp))
            felter.addRow(oversat(FOTO.felt(felt).alias), linje)
            self._tekster[felt] = linje
        lodret.addLayout(felter)
        self.flyt = QCheckBox(flyt)
        self.flyt.setVisible(bool(flyt))
        lodret.addWidget(self.flyt)
        knapper = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        knapper.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Annullér"))
        self.knap = knapper.addButton(tr("Tilføj billedet"), QDialogButtonBox.ButtonRole.AcceptRole)
        knapper.accepted.connect(self.accept)
        knapper.rejected.connect(self.reject)
        lodret.addWidget(knapper)
        self.setMinimumWidth(460)

    def accept(self) -> None:
        """Give the answers."""
        vaerdier: dict[str, object] = {"samtykke_k": self.samtykke.currentData()}
        for felt, linje in self._tekster.items():
            vaerdier[felt] = linje.text().strip() or None
        self.tilfoej.emit(vaerdier, self.flyt.isChecked())
        super().accept()
