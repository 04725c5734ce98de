# SPDX-License-Identifier: GPL-2.0-or-later
"""Cells in which something is chosen from a list that can be searched, or written."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QPainter
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from .kortlaeg_koder import Valg

_PIL = "▾"
_MARGEN = 4
#: What a row is higher than its text: a list opens in it.
RUM = 8


class ValgDelegate(QStyledItemDelegate):
    """`valg(index)` gives what there is to choose between; None where anything may be written."""

    def __init__(
        self,
        valg: Callable[[QModelIndex], Valg | None],
        parent: QObject | None = None,
        *,
        fri: bool = False,
    ) -> None:
        super().__init__(parent)
        self._valg, self._fri = valg, fri

    def createEditor(
        self, foraelder: QWidget, _stil: QStyleOptionViewItem, indeks: QModelIndex
    ) -> QWidget:
        """A list with search, or a line."""
        valg = self._valg(indeks)
        if valg is None:
            return QLineEdit(foraelder)
        boks = QComboBox(foraelder)
        boks.setEditable(True)
        boks.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for tekst, vaerdi in valg:
            boks.addItem(tekst, vaerdi)
        boks.view().setMinimumWidth(min(460, boks.view().sizeHintForColumn(0) + 30))
        fuldfoer = boks.completer()
        fuldfoer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        fuldfoer.setFilterMode(Qt.MatchFlag.MatchContains)
        boks.activated.connect(lambda _: self._faerdig(boks))
        return boks

    def setEditorData(self, felt: QWidget, indeks: QModelIndex) -> None:
        """What stands in the cell."""
        tekst = str(indeks.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(felt, QComboBox):
            felt.setCurrentIndex(felt.findText(tekst) if tekst else -1)
            felt.lineEdit().selectAll()
        elif isinstance(felt, QLineEdit):
            felt.setText(tekst)

    def setModelData(self, felt: QWidget, model: QAbstractItemModel, indeks: QModelIndex) -> None:
        """Take the choice. What is on no list changes nothing, unless it may be written freely."""
        if isinstance(felt, QLineEdit):
            model.setData(indeks, felt.text().strip() or None)
            return
        if not isinstance(felt, QComboBox):
            return
        tekst = felt.currentText().strip()
        if tekst == str(indeks.data(Qt.ItemDataRole.EditRole) or ""):
            return
        nummer = felt.currentIndex()
        if nummer < 0 or felt.itemText(nummer) != tekst:
            # Columns may differ in the case of their letters only.
            nummer = felt.findText(tekst)
        if nummer < 0:
            nummer = felt.findText(tekst, Qt.MatchFlag.MatchFixedString)
        if nummer >= 0:
            model.setData(indeks, felt.itemData(nummer))
        elif not tekst:
            model.setData(indeks, None)
        elif self._fri:
            model.setData(indeks, tekst)

    def paint(self, maler: QPainter, stil: QStyleOptionViewItem, indeks: QModelIndex) -> None:
        """As usual, with an arrow where there is something to choose."""
        super().paint(maler, stil, indeks)
        if indeks.flags() & Qt.ItemFlag.ItemIsEditable:
            rum = stil.rect.adjusted(0, 0, -_MARGEN, 0)
            maler.drawText(rum, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _PIL)

    def _faerdig(self, felt: QWidget) -> None:
        self.commitData.emit(felt)
        self.closeEditor.emit(felt, QStyledItemDelegate.EndEditHint.NoHint)


def aabn_ved_klik(tabel: QAbstractItemView) -> None:
    """One click unfolds the list; Enter, F2 or a letter begins the writing; Tab goes on to the next widget."""
    udloeser = QAbstractItemView.EditTrigger
    tabel.setEditTriggers(
        udloeser.EditKeyPressed | udloeser.AnyKeyPressed | udloeser.DoubleClicked  # type: ignore[arg-type]  # the stubs say int
    )
    tabel.setTabKeyNavigation(False)

    def rediger(indeks: QModelIndex) -> None:
        if indeks.flags() & Qt.ItemFlag.ItemIsEditable:
            tabel.edit(indeks)

    def klik(indeks: QModelIndex) -> None:
        rediger(indeks)
        boks = tabel.indexWidget(indeks)
        if isinstance(boks, QComboBox):
            boks.showPopup()

    tabel.clicked.connect(klik)
    tabel.activated.connect(rediger)
