# SPDX-License-Identifier: GPL-2.0-or-later
"""What QGIS leaves untidy in a form of ours: the window's size and place, lists, labels out of line, what the keyboard meets."""

from __future__ import annotations

import re
from typing import cast

from qgis.gui import QgsAttributeForm, QgsEditorWidgetWrapper
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, QTimer
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import (
    QGridLayout,
    QHeaderView,
    QLabel,
    QLayoutItem,
    QPlainTextEdit,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from .widgets import letters, room

#: A window narrower than this has never been sized by anyone; the size it gets.
FOR_SMAL, BREDDE, HOEJDE = 600, 960, 680
#: A list of codes shows this many rows before it scrolls; one with a row more shows all.
LINJER = 7
#: Over and under a line of a list, together.
LUFT = 8
#: Width of the list of children beside their form; their names have three parts.
BOERN = 400

#: QGIS marks a broken constraint with a half transparent colour on everything in the widget. In a list the Fusion style
#: paints the check boxes with it, which come out black, checked or not.
_GENNEMSIGTIG = re.compile(
    r"^QWidget *{ *background-color: rgba\((\d+), *(\d+), *(\d+), *([\d.]+)\)"
)


def giv_plads(vindue: QWidget) -> None:
    """Make room for all tabs the first time, inside the screen: QGIS opens a form it has not shown at about 500 × 400."""
    if vindue.metaObject().className() != "QgsAttributeDialog":
        return
    # QGIS's own first size grows with the letters.
    if vindue.width() >= min(FOR_SMAL * letters(vindue), BREDDE):
        return
    skaerm = vindue.screen().availableGeometry()
    midt = vindue.frameGeometry().center()
    vindue.resize(*room(vindue, BREDDE, HOEJDE))
    ramme = vindue.frameGeometry()
    ramme.moveCenter(midt)
    ramme.moveRight(min(ramme.right(), skaerm.right()))
    ramme.moveBottom(min(ramme.bottom(), skaerm.bottom()))
    vindue.move(max(ramme.left(), skaerm.left()), max(ramme.top(), skaerm.top()))


class Udseende(QObject):
    """Keeps the lists of one form readable, and puts its parts right once."""

    def __init__(self, form: QgsAttributeForm) -> None:
        super().__init__(form)
        self._lister: list[QWidget] = []
        # The list's own palette has been coloured by then.
        self._bund = form.palette().color(QPalette.ColorRole.Base)
        for tabel in cast("list[QTableWidget]", form.findChildren(QTableWidget)):
            liste = tabel.parentWidget()
            if liste.inherits("QgsFilteredTableWidget"):
                _vis_flere(tabel)
                self._lister.append(liste)
                self._daek(liste)
                liste.installEventFilter(self)
        for gitter in cast("list[QGridLayout]", form.findChildren(QGridLayout)):
            _ret_ind(gitter)
        for editor in cast(
            "list[QgsEditorWidgetWrapper]", form.findChildren(QgsEditorWidgetWrapper)
        ):
            _for_tastatur(editor)
        self._form = form
        self._brede: list[QSplitter] = []
        self._bred_boern()
        # Most children are made when their tab is first shown.
        for faner in cast("list[QTabWidget]", form.findChildren(QTabWidget)):
            faner.currentChanged.connect(self._fane_vist)

    def close(self) -> None:
        """Leave the lists to QGIS."""
        for liste in self._lister:
            if not sip.isdeleted(liste):
                liste.removeEventFilter(self)
        self.deleteLater()

    def _fane_vist(self) -> None:
        QTimer.singleShot(0, self._bred_boern)

    def _bred_boern(self) -> None:
        """Give each list of children room for their names, once: after that its width is the user's."""
        if sip.isdeleted(self) or sip.isdeleted(self._form):
            return
        alle = self._form.findChildren(QSplitter, "mAttributeEditorViewSplitter")
        for deler in cast("list[QSplitter]", alle):
            if deler not in self._brede:
                self._brede.append(deler)
                deler.setSizes([BOERN, BREDDE - BOERN])

    def eventFilter(self, widget: QObject, haendelse: QEvent) -> bool:
        """Take back QGIS's colour as soon as it is set; not at once, while Qt is still at it."""
        if haendelse.type() == QEvent.Type.StyleChange and isinstance(widget, QWidget):
            QTimer.singleShot(0, lambda: self._daek(widget))
        return False

    def _daek(self, liste: QWidget) -> None:
        if not sip.isdeleted(liste):
            ny = daekkende(liste.styleSheet(), self._bund)
            if ny != liste.styleSheet():
                liste.setStyleSheet(ny)


def daekkende(stil: str, bund: QColor) -> str:
    """The same mark in the colour that the eye sees on that ground, without transparency."""
    fundet = _GENNEMSIGTIG.match(stil)
    if fundet is None:
        return stil
    andel = float(fundet[4])
    farve = QColor(
        *(
            round(andel * int(led) + (1 - andel) * under)
            for led, under in zip(fundet.groups(), (bund.red(), bund.green(), bund.blue()))
        )
    )
    return f"QWidget {{ background-color: {farve.name()}; }}"


def _for_tastatur(editor: QgsEditorWidgetWrapper) -> None:
    """Let Tab leave the field, where QGIS keeps it inside a list, and a screen reader say which field it is."""
    widget = cast("QWidget | None", editor.widget())
    if widget is None:
        return
    if isinstance(widget, (QPlainTextEdit, QTextEdit)):
        # Else Tab is written into the text, and the keyboard never gets out.
        widget.setTabChangesFocus(True)
    navn = editor.field().displayName()
    tabeller = cast("list[QTableWidget]", widget.findChildren(QTableWidget))
    for tabel in tabeller:
        tabel.setTabKeyNavigation(False)
    for del_ in (widget, *tabeller):
        if not del_.accessibleName():
            del_.setAccessibleName(navn)


def _vis_flere(tabel: QTableWidget) -> None:
    """Enough rows to choose among, and no more room than the rows take: two lists in a tab would share it by halves."""
    antal = tabel.rowCount() if tabel.rowCount() <= LINJER + 1 else LINJER
    ramme = 2 * tabel.frameWidth()
    # Columns too narrow for their words are rolled to, not cut; each has room for its own, where QGIS gives all the same.
    hoved, maal = tabel.horizontalHeader(), tabel.fontMetrics()
    hoved.setMinimumSectionSize(0)
    hoved.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    for spalte in range(tabel.columnCount()):
        ord_ = [
            maal.horizontalAdvance(led.text())
            for raekke in range(tabel.rowCount())
            if (led := cast("QTableWidgetItem | None", tabel.item(raekke, spalte))) is not None
        ]
        # The box stands before them, and is as high as a line.
        hoved.resizeSection(spalte, max(ord_, default=0) + maal.lineSpacing() + 2 * LUFT)
    # Not as high as the rows are: they fill the list.
    linje = max(
        tabel.verticalHeader().minimumSectionSize(), tabel.fontMetrics().lineSpacing() + LUFT
    )
    tabel.setMinimumHeight(antal * linje + ramme)
    tabel.setMaximumHeight(tabel.rowCount() * linje + ramme)


def _ret_ind(gitter: QGridLayout) -> None:
    """Fields that show only sometimes stand in rows of their own: give their labels the width of the others."""
    etiketter: list[QLabel] = []
    raekker: list[QGridLayout] = []
    for nummer in range(gitter.count()):
        # A layout or a gap has no widget, whatever the stubs say.
        widget = cast("QWidget | None", gitter.itemAt(nummer).widget())
        if widget is None or gitter.getItemPosition(nummer)[1] != 0:
            continue
        if isinstance(widget, QLabel):
            etiketter.append(widget)
            continue
        i_raekken = widget.layout()
        if not isinstance(i_raekken, QGridLayout) or gitter.columnCount() == 1:
            continue
        etiket, felt = (_widget_i(i_raekken, spalte) for spalte in range(2))
        # A sentence that fills its row is no label.
        if isinstance(etiket, QLabel) and felt is not None and felt is not etiket:
            etiketter.append(etiket)
            raekker.append(i_raekken)
    if raekker:
        bredde = max(etiket.sizeHint().width() for etiket in etiketter)
        for i in (gitter, *raekker):
            i.setColumnMinimumWidth(0, bredde)


def _widget_i(gitter: QGridLayout, spalte: int) -> QWidget | None:
    """What stands in that column of the first row."""
    led = cast("QLayoutItem | None", gitter.itemAtPosition(0, spalte))
    return led.widget() if led is not None else None
