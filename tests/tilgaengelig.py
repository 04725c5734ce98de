# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a window can be used without a mouse, heard by a screen reader and read on any theme. Used inside a real QGIS."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QPalette
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from moedested_plugin.domain.farve import kontrast

_KAN_BRUGES = (
    QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QAbstractItemView, QPlainTextEdit, QTextEdit
)  # fmt: skip
#: QGIS's and Qt's own parts, as they are everywhere in QGIS: their insides are not ours to arrange.
_ANDRES = re.compile(
    r"^(QgsRelation|QgsDualView|QgsFeatureListView|QgsAttributeTable|QgsExternalResource|QgsMapCanvas|QgsFieldExpression"
    r"|QDockWidgetTitleButton|QCalendar|QgsDocumentation|QgsCollapsibleGroupBox)"
)
_TAST = re.compile(r"&(\w)")
_QGIS = ("mSearchLineEdit", "mOptionsTreeView")  # of the window of options
_FLEST_TRYK = 400
_LAESELIGT = 3.0  # of large letters, and of what only repeats what a sign says (WCAG 2)


def mangler(vindue: QWidget, *, klip: bool = True) -> list[str]:
    """What is wrong in a window that is shown, one sentence each."""
    brugbare = [*_brugbare(vindue)]
    ud = [f"no name: {_hvem(w)}" for w in brugbare if not _navn(w, vindue)]
    ud += [f"not reached by Tab: {_hvem(w)}" for w in _utraadte(vindue, brugbare)]
    ud += [f"same key: {tekst}" for tekst in samme_tast(vindue)]
    ud += [f"unreadable: {tekst}" for tekst in _ulaeselige(vindue)]
    if klip:
        ud += [f"cut: {tekst}" for tekst in _klippede(vindue)]
    return ud


def samme_tast(vindue: QWidget) -> Iterator[str]:
    """Parts that Alt and one letter would have to choose between; a label gives its key to its field."""
    efter_tast: dict[str, list[str]] = {}
    for widget in _egne(vindue):
        if isinstance(widget, QTabBar):
            tekster = [widget.tabText(nr) for nr in range(widget.count())]
        elif isinstance(widget, QGroupBox):
            tekster = [widget.title()]
        elif isinstance(widget, QAbstractButton) or (
            isinstance(widget, QLabel) and widget.buddy() is not None
        ):
            tekster = [widget.text()]
        else:
            continue
        for tekst in tekster:
            fundet = _TAST.search(tekst.replace("&&", ""))
            if fundet:
                efter_tast.setdefault(fundet[1].lower(), []).append(tekst)
    return (f"Alt+{tast}: {tekster}" for tast, tekster in efter_tast.items() if len(tekster) > 1)


def _over(widget: QWidget) -> QWidget | None:
    return cast("QWidget | None", widget.parentWidget())


def _hvem(widget: QWidget) -> str:
    tekst = widget.text() if isinstance(widget, (QAbstractButton, QLabel)) else ""
    over = _over(widget)
    sted = type(over).__name__ if over is not None else "-"
    return f"{widget.metaObject().className()} {widget.objectName()!r} {tekst[:50]!r} in {sted}"


def _egne(vindue: QWidget) -> Iterator[QWidget]:
    """Every visible part, without the insides of what Qt and QGIS put together."""
    for barn in vindue.children():
        if not isinstance(barn, QWidget) or barn.isWindow() or not barn.isVisible():
            continue
        if _ANDRES.match(barn.metaObject().className()):
            continue
        yield barn
        if isinstance(barn, QAbstractItemView):
            yield from (w for w in _egne(barn.viewport()) if not isinstance(w, QHeaderView))
        elif not isinstance(barn, (QComboBox, QAbstractSpinBox, QLineEdit, QTabBar)):
            yield from _egne(barn)


def _brugbare(vindue: QWidget) -> Iterator[QWidget]:
    for widget in _egne(vindue):
        if isinstance(widget, _KAN_BRUGES) and widget.isEnabled():
            skjult = widget.objectName().startswith(("qt_", *_QGIS)) or isinstance(
                widget, (QScrollBar, QHeaderView)
            )
            laest = isinstance(widget, (QPlainTextEdit, QTextEdit)) and widget.isReadOnly()
            if not skjult and not laest:
                yield widget


def _navn(widget: QWidget, vindue: QWidget) -> str:
    if widget.accessibleName():
        return str(widget.accessibleName())
    if isinstance(widget, QAbstractButton) and (widget.text() or widget.toolTip()):
        return str(widget.text() or widget.toolTip())
    for etiket in vindue.findChildren(QLabel):
        if etiket.buddy() is widget or (
            etiket.buddy() is not None and etiket.buddy() is widget.parentWidget()
        ):
            return str(etiket.text())
    over = _over(widget)
    while over is not None and over is not vindue:
        if over.accessibleName():
            return str(over.accessibleName())
        over = _over(over)
    return ""


def _utraadte(vindue: QWidget, brugbare: list[QWidget]) -> list[QWidget]:
    """Those that Tab does not come to, pressed as often as a patient hand would."""
    maal = vindue.window()
    QApplication.setActiveWindow(maal)  # there is no window manager to do it
    foerste = next((w for w in brugbare if w.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
    if foerste is None:
        return brugbare
    foerste.setFocus(Qt.FocusReason.TabFocusReason)
    set_: list[QWidget] = []
    paa_stedet = 0
    for _ in range(_FLEST_TRYK):
        her = QApplication.focusWidget()
        if her is None:
            break
        paa_stedet = paa_stedet + 1 if set_ and her is set_[-1] else 0
        if paa_stedet > 40 or (her is foerste and len(set_) > len(brugbare)):
            break
        set_.append(her)
        QTest.keyClick(her, Qt.Key.Key_Tab)
    naaet = {id(w) for w in set_} | {id(w.parentWidget()) for w in set_}
    naaet |= {id(w.focusProxy()) for w in set_ if w.focusProxy() is not None}
    return [
        w
        for w in brugbare
        if id(w) not in naaet and not isinstance(w, QRadioButton) and w.focusProxy() is None
    ]


# ---- what is seen ---------------------------------------------------------------------------------------------------


def _ulaeselige(vindue: QWidget) -> Iterator[str]:
    for widget in _egne(vindue):
        stil = widget.styleSheet()
        skrift = re.search(r"(?<![-\w])color:\s*(#[0-9a-fA-F]{6})", stil)
        grund = re.search(r"background(?:-color)?:\s*(#[0-9a-fA-F]{6})", stil)
        palet = widget.palette()
        paa = grund[1] if grund else palet.color(QPalette.ColorRole.Window).name()
        med = skrift[1] if skrift else palet.color(QPalette.ColorRole.WindowText).name()
        if (skrift or grund) and kontrast(med, paa) < _LAESELIGT:
            yield f"{_hvem(widget)}: {stil}"
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from _ulaeselige_led(widget)


def _ulaeselige_led(view: QAbstractItemView) -> Iterator[str]:
    model, palet = view.model(), view.palette()
    grund = palet.color(QPalette.ColorRole.Base).name()
    for nr in range(min(model.rowCount(QModelIndex()), 60)):
        for spalte in range(_spalter(view)):
            led = model.index(nr, spalte)
            farve = _farve(led.data(Qt.ItemDataRole.ForegroundRole))
            if farve is not None and kontrast(farve, grund) < _LAESELIGT:
                yield f"{farve} on {grund}: {led.data()!r} in {_hvem(view)}"


def _spalter(view: QAbstractItemView) -> int:
    """How many columns are looked at; a model of a list keeps its number to itself."""
    model = view.model()
    if isinstance(model, QAbstractListModel):
        return 1
    return min(model.columnCount(QModelIndex()), 20)


def _farve(rolle: object) -> str | None:
    if isinstance(rolle, QBrush):
        rolle = rolle.color()
    return rolle.name() if isinstance(rolle, QColor) else None


def _klippede(vindue: QWidget) -> Iterator[str]:
    for widget in _egne(vindue):
        if isinstance(widget, QLabel):
            ord_ = widget.text() and not widget.wordWrap() and widget.pixmap() is None
            smal = bool(ord_) and widget.width() + 1 < widget.sizeHint().width()
        elif isinstance(widget, QAbstractButton) and not isinstance(widget, QToolButton):
            smal = widget.width() + 1 < widget.minimumSizeHint().width()
        else:
            smal = False
        if smal or _udenfor(widget, vindue):
            yield f"{_hvem(widget)} {widget.width()} < {widget.sizeHint().width()}"


def _udenfor(widget: QWidget, vindue: QWidget) -> bool:
    """Whether a part of it lies beside what is seen, and nothing can be rolled to bring it in."""
    if not isinstance(widget, (*_KAN_BRUGES, QLabel)) or isinstance(widget, QgsFilterLineEdit):
        return False
    over = _over(widget)
    while over is not None and over is not vindue:
        flade = _over(over)
        if isinstance(flade, QAbstractScrollArea) and flade.viewport() is over:
            rul = flade.horizontalScrollBar()
            hoejre = widget.mapTo(over, widget.rect().topRight()).x()
            return hoejre > over.width() + 1 and not rul.isVisible()
        over = flade
    return False
