# SPDX-License-Identifier: GPL-2.0-or-later
"""The map tool of the routes: turns mouse and keys into a few plain words. What they mean is said elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from qgis.core import QgsPointXY
from qgis.gui import QgsMapMouseEvent, QgsMapTool, QgsSnapIndicator
from qgis.PyQt.QtCore import QEvent, QObject, QPoint, Qt, QTimer

if TYPE_CHECKING:
    from qgis.gui import QgsMapCanvas
    from qgis.PyQt.QtGui import QKeyEvent

#: The route follows the mouse no oftener than this (ms).
TAKT = 25
#: It rests this long before other ways are looked for (ms).
HVIL = 180
#: A press that moves less than this is a click (pixels).
_KLIK_PX = 4


class Tegner(Protocol):
    """Who is told. Points are in the map's coordinates."""

    def flyttet(self, punkt: QgsPointXY, *, fri: bool) -> None: ...
    def hviler(self) -> None: ...
    def klikket(self, punkt: QgsPointXY, *, fri: bool) -> None: ...
    def faerdig(self) -> None: ...
    def menu(self, punkt: QgsPointXY, paa_skaermen: QPoint) -> None: ...
    def grib(self, punkt: QgsPointXY) -> bool: ...
    def traek(self, punkt: QgsPointXY) -> None: ...
    def slip(self, punkt: QgsPointXY) -> None: ...
    def tast(self, tast: int) -> bool: ...


class RuteMapTool(QgsMapTool):
    """Left click: a point. Drag: move what is under the mouse. Right click: end, or the menu. Shift: free-hand."""

    def __init__(self, canvas: QgsMapCanvas, tegner: Tegner) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._kort, self._tegner = canvas, tegner
        self._snap = QgsSnapIndicator(canvas)
        self._trykket: QPoint | None = None
        self._traekker = self._dobbelt = False
        self._sidst = QgsPointXY()
        self._fri = False
        self._takt, self._hvil = self._ur(TAKT, self._vis), self._ur(HVIL, tegner.hviler)

    def _ur(self, ms: int, goer: object) -> QTimer:
        ur = QTimer(self)
        ur.setSingleShot(True)
        ur.setInterval(ms)
        ur.timeout.connect(goer)  # type: ignore[arg-type]  # a plain function
        return ur

    def activate(self) -> None:
        """Listen for Tab, which Qt would use to leave the map."""
        self._kort.installEventFilter(self)
        super().activate()

    def deactivate(self) -> None:
        """Let go of everything."""
        self._takt.stop()
        self._hvil.stop()
        self._kort.removeEventFilter(self)
        self._snap.setVisible(False)
        self._trykket, self._traekker = None, False
        super().deactivate()

    def eventFilter(self, ejer: QObject, event: QEvent) -> bool:
        """Take the keys that mean something here before the window does."""
        if event.type() in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
            tast = event.key()  # type: ignore[attr-defined]  # a key event
            if tast in _TASTER:
                if event.type() == QEvent.Type.ShortcutOverride:
                    event.accept()
                    return True
                return self._tegner.tast(tast)
        return super().eventFilter(ejer, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Other keys are QGIS's."""
        event.ignore()

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802 - QGIS's name
        """It may become a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._trykket = event.pos()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802 - QGIS's name
        """Follow the mouse, a little later than it moves."""
        if self._trykket is not None and not self._traekker:
            langt = (event.pos() - self._trykket).manhattanLength()
            if langt > _KLIK_PX:
                self._traekker = self._tegner.grib(self.toMapCoordinates(self._trykket))
        self._sidst, self._fri = self._punkt(event)
        if not self._takt.isActive():
            self._takt.start()
        self._hvil.start()

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802 - QGIS's name
        """A click, the end of a drag, or the right button."""
        if event.button() == Qt.MouseButton.RightButton:
            self._tegner.menu(self.toMapCoordinates(event.pos()), event.globalPos())
            return
        if event.button() != Qt.MouseButton.LeftButton or self._trykket is None:
            return
        self._trykket = None
        if self._dobbelt:
            self._dobbelt = False
            return
        self._takt.stop()
        punkt, fri = self._punkt(event)
        if self._traekker:
            self._traekker = False
            self._tegner.slip(punkt)
        else:
            self._tegner.klikket(punkt, fri=fri)
        self._hvil.start()

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802 - QGIS's name
        """The first click of the two put the point down."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._dobbelt, self._trykket = True, event.pos()
            self._tegner.faerdig()

    def _punkt(self, event: QgsMapMouseEvent) -> tuple[QgsPointXY, bool]:
        """Where the mouse is; free-hand with QGIS's own snapping."""
        fri = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not fri:
            self._snap.setVisible(False)
            return self.toMapCoordinates(event.pos()), False
        punkt = QgsPointXY(event.snapPoint())
        self._snap.setMatch(event.mapPointMatch())
        return punkt, True

    def _vis(self) -> None:
        if self._traekker:
            self._tegner.traek(self._sidst)
        elif self._trykket is None:
            self._tegner.flyttet(self._sidst, fri=self._fri)


_TASTER = frozenset(
    (Qt.Key.Key_Tab, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
)
