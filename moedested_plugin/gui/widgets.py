# SPDX-License-Identifier: GPL-2.0-or-later
"""The small widgets that panel and dialogs are made of."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPalette, QPixmap
from qgis.PyQt.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from moedested_plugin.domain.farve import HVID, bland, kontrast
from moedested_plugin.paths import resource

#: Drawn larger than it is shown, for screens of high resolution.
PICTOGRAM_PX = 64
#: The ground of every second row is not among them: the themes of QGIS leave it as it was in the light.
_GROUNDS = (QPalette.ColorRole.Base, QPalette.ColorRole.Window)
_AA = 4.5
_SHADE = 0.1
#: How wide a letter is (px) where the sizes of windows in pixels are chosen.
LETTER = 9
#: What the frame and the title bar of a window take (px), where they cannot be asked for yet.
FRAME = 40


def icon(name: str) -> QIcon:
    """One of the plugin's own icons."""
    return QIcon(str(resource("icons", *f"{name}.svg".split("/"))))


def pictogram(name: str, colour: str) -> QIcon:
    """One of the map's pictograms in a colour of the map; it shows on light and on dark themes."""
    path = str(resource("icons", "kort", f"{name}.svg"))
    image, _ = QgsApplication.svgCache().svgAsImage(
        path, PICTOGRAM_PX, QColor(colour), QColor(HVID), 0.0, 1.0
    )
    return QIcon(QPixmap.fromImage(image))


def readable(colour: str, palette: QPalette) -> QColor:
    """That colour as text on the ground of any theme: drawn towards the theme's own text until it can be read (WCAG AA)."""
    text = palette.color(QPalette.ColorRole.Text).name()
    grounds = [palette.color(role).name() for role in _GROUNDS]
    shades = (bland(colour, text, tenth / 10) for tenth in range(11))
    return QColor(next((s for s in shades if min(kontrast(s, g) for g in grounds) >= _AA), text))


def shaded(palette: QPalette) -> QColor:
    """A ground a little off that of lists, light or dark, for a row that parts others."""
    base, text = (
        palette.color(r).name() for r in (QPalette.ColorRole.Base, QPalette.ColorRole.Text)
    )
    return QColor(bland(base, text, _SHADE))


def wrapped(text: str) -> QLabel:
    """Plain text that breaks its lines."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def note(text: str) -> QLabel:
    """A remark under a field, in italics."""
    label = QLabel(text)
    label.setWordWrap(True)
    font = label.font()
    font.setItalic(True)
    label.setFont(font)
    return label


def grow(dialog: QDialog) -> None:
    """Make the dialog as high as what it says now; nothing lies over anything. Call when Qt lays it out anew."""
    layout = dialog.layout()
    if layout is None:
        return
    height = layout.totalHeightForWidth(dialog.width())
    if height > dialog.height():
        dialog.resize(dialog.width(), height)


def letters(widget: QWidget) -> float:
    """How many times as wide the letters are as those that sizes in pixels are chosen for."""
    return max(widget.fontMetrics().averageCharWidth() / LETTER, 1.0)


def room(window: QWidget, width: int, height: int) -> tuple[int, int]:
    """That size as much larger as the letters are, inside the screen."""
    screen = window.screen().availableGeometry()
    scale = letters(window)
    return (
        min(round(width * scale), screen.width() - FRAME),
        min(round(height * scale), screen.height() - 2 * FRAME),
    )


def button(text: str, press: Callable[[], None]) -> QPushButton:
    """A button that does `press`."""
    made = QPushButton(text)
    made.clicked.connect(lambda _checked: press())
    return made
