# SPDX-License-Identifier: GPL-2.0-or-later
"""The preview: the page as it will be, the way to the others, or the sentence that says why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QRect, QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from moedested_plugin.i18n import tr
from moedested_plugin.printing.bestilling import UdskriftFejl
from moedested_plugin.printing.proeve import Proeve, Sted

if TYPE_CHECKING:
    from collections.abc import Callable

_RO = 250  # ms
_KANT, _SKYGGE = 10, 3
_MINDST = QSize(330, 300)
_GRUND, _STREG, _SKYGGE_FARVE = QColor("#8a9199"), QColor("#5d6670"), QColor("#6d747c")


class Forhaandsvisning(QWidget):
    """Shows one page of a `Proeve`; the others are laid out when they are asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proeve: Proeve | None = None
        self.sted = Sted()
        self.side = _Side()
        # a picture of another size is made when the window has come to rest
        self._ro = QTimer(self)
        self._ro.setSingleShot(True)
        self._ro.setInterval(_RO)
        self._ro.timeout.connect(lambda: self._vis(self.sted))
        self.side.maal_aendret.connect(self._ro.start)
        self.forrige = _pil(Qt.ArrowType.LeftArrow, tr("Forrige side"), lambda: self._gaa(-1))
        self.naeste = _pil(Qt.ArrowType.RightArrow, tr("Næste side"), lambda: self._gaa(1))
        self.tekst = QLabel()
        self.tekst.setTextFormat(Qt.TextFormat.PlainText)
        self.tekst.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.tekst.setMinimumWidth(50)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.side, 1)
        under = QHBoxLayout()
        under.addWidget(self.forrige)
        under.addWidget(self.tekst, 1)
        under.addWidget(self.naeste)
        layout.addLayout(under)
        self.sig("")

    def vis(self, proeve: Proeve) -> None:
        """Show the print, on the page that was looked at where it still has it."""
        samme = self.proeve is not None and (
            self.proeve.grundlag.bestilling.skabelon is proeve.grundlag.bestilling.skabelon
        )
        self.proeve = proeve
        self._ro.stop()
        blad = self.sted.blad if samme and self.sted.blad < len(proeve.blade) else 0
        self._vis(Sted(blad))

    def sig(self, tekst: str) -> None:
        """Say why there is nothing to see."""
        self._ro.stop()
        self.proeve = None
        self._vis_tekst(tekst)
        self.tekst.clear()
        self.forrige.setEnabled(False)
        self.naeste.setEnabled(False)

    def _vis(self, sted: Sted) -> None:
        proeve = self.proeve
        if proeve is None:
            return
        self.sted = sted
        try:
            self.side.vis(proeve.billede(sted, self.side.plads()))
        except UdskriftFejl as fejl:
            self._vis_tekst(str(fejl))
        self._skriv()
        self.forrige.setEnabled(proeve.forrige(sted) is not None)
        self.naeste.setEnabled(proeve.naeste(sted) is not None)

    def _vis_tekst(self, tekst: str) -> None:
        self.side.sig(tekst)

    def _skriv(self) -> None:
        if self.proeve is None:
            return
        antal, navn = len(self.proeve.blade), self.proeve.blade[self.sted.blad].navn
        led = [navn] if antal == 1 else [tr("{0} af {1}").format(self.sted.blad + 1, antal), navn]
        if self.sted.side:
            led.append(tr("side {}").format(self.sted.side + 1))
        tekst = ": ".join(led[:2]) + "".join(f", {et}" for et in led[2:])
        self.tekst.setToolTip(tekst)
        self.tekst.setText(
            self.tekst.fontMetrics().elidedText(
                tekst, Qt.TextElideMode.ElideMiddle, max(50, self.tekst.width() - 4)
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A long name is shortened to the room that there is."""
        super().resizeEvent(event)
        self._skriv()

    def _gaa(self, vej: int) -> None:
        if self.proeve is None:
            return
        til = self.proeve.naeste(self.sted) if vej > 0 else self.proeve.forrige(self.sted)
        if til is not None:
            self._vis(til)


class _Side(QWidget):
    """A sheet on a grey desk."""

    maal_aendret = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.billede: QImage | None = None
        self.besked = ""
        self.setMinimumSize(_MINDST)

    def plads(self) -> QSize:
        """How many pixels there are for the sheet."""
        ratio = self.devicePixelRatioF()
        return QSize(
            max(100, round((self.width() - 2 * _KANT) * ratio)),
            max(100, round((self.height() - 2 * _KANT) * ratio)),
        )

    def vis(self, billede: QImage) -> None:
        self.billede, self.besked = billede, ""
        self.update()

    def sig(self, tekst: str) -> None:
        self.billede, self.besked = None, tekst
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.maal_aendret.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), _GRUND if self.billede is not None else self.palette().base())
        if self.billede is None:
            painter.setPen(self.palette().text().color())
            felt = self.rect().adjusted(3 * _KANT, _KANT, -3 * _KANT, -_KANT)
            flag = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(felt, flag, self.besked)
            return
        ind = self.rect().adjusted(_KANT, _KANT, -_KANT, -_KANT)
        maal = self.billede.size().scaled(ind.size(), Qt.AspectRatioMode.KeepAspectRatio)
        felt = QRect(ind.topLeft(), maal)
        felt.moveCenter(ind.center())
        painter.fillRect(felt.translated(_SKYGGE, _SKYGGE), _SKYGGE_FARVE)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(felt, self.billede)
        painter.setPen(_STREG)
        painter.drawRect(felt)


def _pil(pil: Qt.ArrowType, tip: str, tryk: Callable[[], None]) -> QToolButton:
    knap = QToolButton()
    knap.setArrowType(pil)
    knap.setToolTip(tip)
    knap.clicked.connect(lambda _=False: tryk())
    return knap
