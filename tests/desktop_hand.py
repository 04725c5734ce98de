# SPDX-License-Identifier: GPL-2.0-or-later
"""A hand on mouse and keyboard inside a real QGIS, which counts what it does. Used by scripts that `desktop_driver` runs.

Everything goes as events to what is seen on the screen: the widget at the point, the one that has the focus. What is
asked for and is not there, hidden, grey or outside its window, is a failure of the run. Each method gives the
milliseconds to wait; what it opens may be modal.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from typing import Any, cast

from desktop_driver import Step, iface, log
from qgis.core import QgsPointXY, QgsRectangle
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from qgis.PyQt.QtGui import QCursor, QMouseEvent, QWheelEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAction,
    QApplication,
    QScrollArea,
    QTableWidget,
    QToolButton,
    QWidget,
)

#: After an event QGIS gets this long before the next (ms); what takes longer is waited for by `til`.
RO = 60
#: A wait that ends by failing (ms).
TAALMODIGHED = 15_000

Scene = Generator[int, None, None]
VENSTRE, HOEJRE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@dataclass
class Trin:
    """One step of the script and what it cost. `tegn` are the letters of names, the same for everybody."""

    tekst: str
    klik: int = 0
    taster: int = 0
    tegn: int = 0


class Haand:
    """Clicks, keys and letters, counted step by step."""

    def __init__(self, x: float, y: float) -> None:
        """Points of the map are metres from here."""
        self._x, self._y = x, y
        self.trin: list[Trin] = []

    def begynd(self, tekst: str) -> None:
        """From here on it is another step."""
        self.trin.append(Trin(tekst))
        log("step", len(self.trin), tekst)

    @contextmanager
    def uden_regnskab(self) -> Iterator[None]:
        """What is done here costs nothing."""
        foer = replace(self.trin[-1])
        yield
        self.trin[-1] = foer

    def regnskab(self) -> list[dict[str, Any]]:
        """What it all cost."""
        return [asdict(trin) for trin in self.trin]

    # The mouse -----------------------------------------------------------------------------------------

    def klik(
        self,
        widget: QWidget | None,
        sted: QPoint | None = None,
        knap: Any = VENSTRE,
        taelles: bool = True,
    ) -> int:
        """Press a mouse button over a widget that is seen."""
        if widget is None or not widget.isVisible() or not widget.isEnabled():
            log(
                "FAIL cannot be clicked:",
                widget and (widget.metaObject().className(), widget.objectName()),
            )
            return RO
        hvor = widget.rect().center() if sted is None else sted
        paa_skaermen = widget.mapToGlobal(hvor)
        if QApplication.widgetAt(paa_skaermen) is not widget:
            log("FAIL not seen:", widget.metaObject().className(), widget.objectName(), hvor)
        if taelles:
            self.trin[-1].klik += 1
        QTimer.singleShot(0, lambda: self._tryk(widget, hvor, knap))
        return RO

    @staticmethod
    def _tryk(widget: QWidget, hvor: QPoint, knap: Any) -> None:
        _flyt(widget, hvor)
        QTest.mouseClick(widget, knap, Qt.KeyboardModifier.NoModifier, hvor)

    def rul(self, omraade: QScrollArea, til: QWidget) -> int:
        """Turn the wheel until a widget is seen; it costs as one click."""
        self.trin[-1].klik += 1
        QTimer.singleShot(0, lambda: _rul(omraade, til))
        return RO

    def kort(self, sted: tuple[float, float], knap: Any = VENSTRE) -> int:
        """Click on the map."""
        return self.klik(iface.mapCanvas().viewport(), self.pixel(sted), knap)

    def se(self, ramme: tuple[float, float, float, float]) -> Iterator[int]:
        """Look at a part of the map, and wait until it is drawn."""
        canvas = iface.mapCanvas()
        x, y = self._x, self._y
        canvas.setExtent(QgsRectangle(x + ramme[0], y + ramme[1], x + ramme[2], y + ramme[3]))
        canvas.refresh()
        yield 300
        yield from til(lambda: not canvas.isDrawing(), "the map")

    def peg(self, sted: tuple[float, float]) -> int:
        """Move over the map; that costs nothing."""
        _flyt(iface.mapCanvas().viewport(), self.pixel(sted))
        return RO

    def pixel(self, sted: tuple[float, float]) -> QPoint:
        """A place of the script on the canvas."""
        punkt = QgsPointXY(self._x + sted[0], self._y + sted[1])
        ud = iface.mapCanvas().getCoordinateTransform().transform(punkt)
        return QPoint(round(ud.x()), round(ud.y()))

    def knap(self, tekst: str, i: QWidget | None = None) -> int:
        """Click on a button by what stands on it."""
        return self.klik(find_knap(tekst, i))

    def handling(self, handling: QAction) -> int:
        """Click on the toolbar button of an action."""
        for knap in iface.mainWindow().findChildren(QToolButton):
            if knap.defaultAction() is handling and knap.isVisible():
                return self.klik(knap)
        log("FAIL no button for", handling.objectName(), handling.text())
        return RO

    def raekke(self, liste: QAbstractItemView, tekst: str, nr: int = 0) -> int:
        """Click on a row of a list or tree; `nr` where several say the same."""
        fundne = self._raekker(liste, tekst)
        if len(fundne) <= nr:
            log("FAIL no row", tekst)
            return RO
        liste.scrollTo(fundne[nr])
        return self.klik(liste.viewport(), liste.visualRect(fundne[nr]).center())

    def kryds(self, i: QWidget, tekst: str) -> int:
        """Tick a box of a list of boxes."""
        for tabel in i.findChildren(QTableWidget):
            for led in tabel.findItems(tekst, Qt.MatchFlag.MatchExactly):
                if tabel.isVisible():
                    rekt = tabel.visualItemRect(led)
                    return self.klik(tabel.viewport(), QPoint(rekt.left() + 9, rekt.center().y()))
        log("FAIL no box", tekst)
        return RO

    def fold_ud(self, traee: QAbstractItemView, tekst: str) -> int:
        """Click on the arrow before a row of a tree."""
        indeks = self._raekker(traee, tekst)[0]
        traee.scrollTo(indeks)
        rekt = traee.visualRect(indeks)
        return self.klik(traee.viewport(), QPoint(rekt.left() - 9, rekt.center().y()))

    @staticmethod
    def _raekker(liste: QAbstractItemView, tekst: str) -> Any:
        model: Any = liste.model()
        return model.match(
            model.index(0, 0), Qt.ItemDataRole.DisplayRole, tekst, -1,
            Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive,
        )  # fmt: skip

    # The keyboard --------------------------------------------------------------------------------------

    def tast(self, tast: Any, sammen_med: Any = Qt.KeyboardModifier.NoModifier) -> int:
        """Press one key, where the focus is."""
        self.trin[-1].taster += 1
        QTimer.singleShot(0, lambda: QTest.keyClick(_fokus(), tast, sammen_med))
        return RO

    def skriv(self, tekst: str) -> int:
        """Write a text, where the focus is."""
        self.trin[-1].tegn += len(tekst)
        QTimer.singleShot(0, lambda: cast("Any", QTest).keyClicks(_fokus(), tekst))
        return RO


def _flyt(widget: QWidget, hvor: QPoint) -> None:
    """As QTest.mouseMove, which lets everything that waits happen first: also the next step."""
    paa_skaermen = widget.mapToGlobal(hvor)
    QCursor.setPos(paa_skaermen)
    ingen = Qt.MouseButton.NoButton
    QApplication.sendEvent(
        widget,
        QMouseEvent(
            QEvent.Type.MouseMove, QPointF(hvor), QPointF(paa_skaermen), ingen, ingen,
            Qt.KeyboardModifier.NoModifier,
        ),
    )  # fmt: skip


def _rul(omraade: QScrollArea, til: QWidget) -> None:
    rude = omraade.viewport()
    midt = rude.rect().center()
    for _ in range(40):
        plads = rude.mapFromGlobal(til.mapToGlobal(til.rect().bottomLeft()))
        if rude.rect().contains(plads):
            return
        et_hak = QWheelEvent(
            QPointF(midt), QPointF(rude.mapToGlobal(midt)), QPoint(), QPoint(0, -120 if plads.y() > 0 else 120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(rude, et_hak)


def _fokus() -> QWidget:
    if QApplication.activeWindow() is None:  # what a window manager does when a dialog is gone
        QApplication.setActiveWindow(iface.mainWindow())
    fokus: QWidget | None = QApplication.focusWidget()
    return iface.mainWindow() if fokus is None else fokus


def find_knap(tekst: str, i: QWidget | None = None) -> QAbstractButton | None:
    """The button that is seen and says this."""
    steder = [i] if i is not None else QApplication.topLevelWidgets()
    for sted in steder:
        knapper = cast("list[QAbstractButton]", sted.findChildren(QAbstractButton))
        for knap in knapper:
            if knap.isVisible() and knap.text().replace("&", "") == tekst:
                return knap
    return None


def til(
    betingelse: Callable[[], object], hvad: str, taalmodighed: int = TAALMODIGHED
) -> Iterator[int]:
    """Wait until something is so; where it never is, the run ends as a failure."""
    for _ in range(taalmodighed // 50):
        if betingelse():
            return
        yield 50
    raise TimeoutError(hvad)


def skridt(scene: Scene) -> Iterator[Step]:
    """A scene as the steps that `run` wants."""
    gaar = True

    def naeste() -> int:
        nonlocal gaar
        try:
            return next(scene)
        except StopIteration:
            gaar = False
            return 0

    while gaar:
        yield naeste
