# SPDX-License-Identifier: GPL-2.0-or-later
"""The little window by the cursor that asks from when, until when and why a place is closed."""

from __future__ import annotations

import datetime as dt

from qgis.gui import QgsDateEdit
from qgis.PyQt.QtCore import QDate, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLineEdit, QWidget

from moedested_plugin.drawing.luk import Lukning
from moedested_plugin.gui.widgets import button, wrapped
from moedested_plugin.i18n import tr

_AARSAG = 254


class LukBoble(QFrame):
    """Esc or a click beside it changes nothing."""

    #: A `Lukning`.
    luk = pyqtSignal(object)
    aabn = pyqtSignal()

    def __init__(self, navn: str, nu: Lukning | None, i_dag: dt.date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("MoedestedLuk")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        felter = QFormLayout(self)
        hvem = wrapped(navn)
        skrift = hvem.font()
        skrift.setBold(True)
        hvem.setFont(skrift)
        felter.addRow(hvem)
        self.fra = _dato(nu.fra if nu is not None else i_dag, "fra")
        self.til = _dato(nu.til if nu is not None else None, "til")
        self.til.setToolTip(tr("Tom: indtil videre."))
        self.aarsag = QLineEdit(nu.aarsag if nu is not None else "")
        self.aarsag.setMaxLength(_AARSAG)
        self.aarsag.setObjectName("aarsag")
        self.aarsag.setPlaceholderText(tr("Fx skovarbejde"))
        felter.addRow(tr("Lukket fra"), self.fra)
        felter.addRow(tr("til og med"), self.til)
        felter.addRow(tr("Årsag"), self.aarsag)
        self._fejl = wrapped("")
        self._fejl.hide()
        felter.addRow(self._fejl)
        knapper = QHBoxLayout()
        knapper.addStretch()
        if nu is not None:
            knapper.addWidget(button(tr("Åbn igen"), self._aabn))
        self._luk_knap = button(tr("Luk") if nu is None else tr("Ret lukningen"), self._luk)
        self._luk_knap.setDefault(True)
        knapper.addWidget(self._luk_knap)
        felter.addRow(knapper)
        self.aarsag.returnPressed.connect(self._luk)

    def vis_ved(self, hvor: QPoint) -> None:
        """Show it by the cursor, on the screen as a whole."""
        self.adjustSize()
        plads = self.screen().availableGeometry()
        self.move(
            max(plads.left(), min(hvor.x() + 8, plads.right() - self.width())),
            max(plads.top(), min(hvor.y() + 8, plads.bottom() - self.height())),
        )
        self.show()
        self._luk_knap.setFocus()

    def _luk(self) -> None:
        fra = _valgt(self.fra)
        til = _valgt(self.til)
        if fra is None or (til is not None and til < fra):
            self._fejl.setText(tr("Til og med må ikke ligge før Lukket fra."))
            if fra is None:
                self._fejl.setText(tr("Vælg den dag, det lukker."))
            self._fejl.show()
            self.adjustSize()
            return
        self.luk.emit(Lukning(fra, til, self.aarsag.text().strip()))
        self.close()

    def _aabn(self) -> None:
        self.aabn.emit()
        self.close()


def _dato(dag: dt.date | None, navn: str) -> QgsDateEdit:
    felt = QgsDateEdit()
    felt.setObjectName(navn)
    felt.setCalendarPopup(True)
    felt.setAllowNull(True)
    felt.setNullRepresentation("")
    felt.setDisplayFormat("dd-MM-yyyy")
    if dag is None:
        felt.clear()
    else:
        felt.setDate(QDate(dag.year, dag.month, dag.day))
    return felt


def _valgt(felt: QgsDateEdit) -> dt.date | None:
    dag = felt.date()
    if felt.isNull() or not dag.isValid():
        return None
    return dt.date(dag.year(), dag.month(), dag.day())
