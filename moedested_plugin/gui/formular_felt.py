# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds the form around a widget and the widget of a field, and goes there: tab, group, focus, a flash."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, cast

from qgis.core import QgsApplication, QgsFeature
from qgis.gui import (
    QgsAttributeForm,
    QgsEditorWidgetWrapper,
    QgsFilterLineEdit,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QGraphicsColorizeEffect,
    QScrollArea,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

if TYPE_CHECKING:
    from moedested_plugin.domain.betingelse import Vaerdi
    from moedested_plugin.domain.felt import Tabel

#: How long a field that is gone to stays coloured (ms).
BLINK = 900
_FARVE = QColor("#d55e00")


def form_om(widget: QWidget | None) -> QgsAttributeForm | None:
    """The innermost attribute form that holds the widget."""
    while widget is not None:
        if widget.metaObject().className() == "QgsAttributeForm":
            # Met while it was still being made, PyQt knows it as a plain QWidget for ever.
            if isinstance(widget, QgsAttributeForm):
                return widget
            return cast(
                "QgsAttributeForm", sip.cast(widget, cast("sip.wrappertype", QgsAttributeForm))
            )
        widget = widget.parentWidget()
    return None


def samme(den_ene: QObject | None, den_anden: QObject) -> bool:
    """Whether two names that PyQt has for a thing mean the same thing."""
    adresse = cast("Callable[[QObject], int]", sip.unwrapinstance)
    return den_ene is not None and adresse(den_ene) == adresse(den_anden)


def widget_for(form: QgsAttributeForm, felt: str) -> QWidget | None:
    """The editor of the field in this very form, not in one embedded in it."""
    for widget in cast("list[QWidget]", form.findChildren(QWidget, felt)):
        if QgsEditorWidgetWrapper.fromWidget(widget) is not None and samme(form_om(widget), form):
            return widget
    return None


def gaa_til(form: QgsAttributeForm, felter: Iterable[str]) -> bool:
    """Show the first of the fields that the form has, and put the cursor there."""
    for felt in felter:
        widget = widget_for(form, felt)
        if widget is not None and vis(form, widget):
            return True
    return False


def vis(form: QgsAttributeForm, widget: QWidget) -> bool:
    """Open every tab and group around the widget, focus it and let it flash. False when the form hides it now."""
    _aabn_omkring(form, widget)
    if not widget.isVisibleTo(form):
        return False
    modtager = widget
    if widget.focusPolicy() == Qt.FocusPolicy.NoFocus:  # a widget made of several
        dele = cast("list[QWidget]", widget.findChildren(QWidget))
        modtager = next((d for d in dele if d.focusPolicy() & Qt.FocusPolicy.TabFocus), widget)
    form.window().activateWindow()
    modtager.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(modtager, QgsFilterLineEdit):
        modtager.selectAll()
    _blink(widget)
    return True


def _aabn_omkring(form: QgsAttributeForm, widget: QWidget) -> None:
    rulles: list[QScrollArea] = []
    barn: QWidget = widget
    omkring: QWidget | None = widget.parentWidget()
    while omkring is not None and omkring != form:
        faneblade = omkring.parentWidget()
        if isinstance(omkring, QStackedWidget) and isinstance(faneblade, QTabWidget):
            faneblade.setCurrentIndex(omkring.indexOf(barn))
        elif omkring.inherits("QgsCollapsibleGroupBoxBasic"):  # QGIS hands it out as a QGroupBox
            omkring.setProperty("collapsed", False)
        elif isinstance(omkring, QScrollArea):
            rulles.append(omkring)
        barn, omkring = omkring, omkring.parentWidget()
    for omraade in rulles:
        omraade.ensureWidgetVisible(widget)


def _blink(widget: QWidget) -> None:
    if widget.graphicsEffect() is not None:
        return
    effekt = QGraphicsColorizeEffect(widget)
    effekt.setColor(_FARVE)
    widget.setGraphicsEffect(effekt)
    ur = QTimer(effekt)
    ur.setSingleShot(True)
    # Slots of Qt's own. A function of ours would hold the widget that holds it by this timer; Python collects such a
    # ring as soon as nothing else knows the form, empties the function, and QGIS falls when the timer calls it.
    ur.timeout.connect(effekt.deleteLater)
    effekt.destroyed.connect(widget.update)
    ur.start(BLINK)


def vist_raekke(tabel: Tabel, form: QgsAttributeForm) -> dict[str, Vaerdi]:
    """The row as the form shows it, saved or not."""
    from moedested_plugin.project.raekke import raekke_af

    # QGIS 3.40 hands out its own word for "no value" as if it were the text of the field.
    intet = QgsApplication.nullRepresentation()
    nu = raekke_af(tabel, med_tal(form.currentFormFeature()))
    return {felt: None if vaerdi == intet else vaerdi for felt, vaerdi in nu.items()}


def med_tal(feature: QgsFeature) -> QgsFeature:
    """The row with numbers where the form hands out what is written: '2,41' in a Danish QGIS."""
    felter = feature.fields()
    for nummer in range(felter.count()):
        felt = felter.at(nummer)
        skrevet = feature.attribute(nummer)
        if felt.isNumeric() and isinstance(skrevet, str):
            # What is no number in the user's language is left to the rules.
            with contextlib.suppress(ValueError):
                feature.setAttribute(nummer, felt.convertCompatible(skrevet))
    return feature
