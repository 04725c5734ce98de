# SPDX-License-Identifier: GPL-2.0-or-later
"""The small legend of what an import draws on the map."""

from __future__ import annotations

from qgis.gui import QgsRubberBand
from qgis.PyQt.QtCore import QLineF, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QWidget

from moedested_plugin.i18n import tr

from .kort import ALLE, DERES, SIDST, VORES, Udseende

_BREDDE, _HOEJDE = 26, 16


class Signatur(QWidget):
    """One sign and one word for each."""

    def __init__(self) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for udseende, tekst in (
            (VORES, tr("Vores")),
            (DERES, tr("Deres")),
            (SIDST, tr("Sidst modtaget")),
            (ALLE, tr("Listen")),
        ):
            tegn = QLabel()
            tegn.setPixmap(_tegn(udseende, self.devicePixelRatioF()))
            layout.addWidget(tegn)
            layout.addWidget(QLabel(tekst))
            layout.addSpacing(6)
        layout.addStretch(1)


def _tegn(udseende: Udseende, taethed: float) -> QPixmap:
    """As on the map: a bit of line with the point's sign on it."""
    billede = QPixmap(int(_BREDDE * taethed), int(_HOEJDE * taethed))
    billede.setDevicePixelRatio(taethed)
    billede.fill(Qt.GlobalColor.transparent)
    maler = QPainter(billede)
    maler.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(udseende.farve), 2)
    pen.setStyle(udseende.streg)
    maler.setPen(pen)
    midte = _HOEJDE / 2
    maler.drawLine(QLineF(0, midte, _BREDDE, midte))
    maler.setPen(QPen(QColor(udseende.farve), 2))
    radius = min(udseende.stoerrelse, _HOEJDE - 4) / 2
    boks = QRectF(_BREDDE / 2 - radius, midte - radius, 2 * radius, 2 * radius)
    ikoner = QgsRubberBand.IconType
    if udseende.ikon == ikoner.ICON_BOX:
        maler.drawRect(boks)
    elif udseende.ikon == ikoner.ICON_X:
        maler.drawLine(QLineF(boks.topLeft(), boks.bottomRight()))
        maler.drawLine(QLineF(boks.bottomLeft(), boks.topRight()))
    elif udseende.ikon == ikoner.ICON_CIRCLE:
        maler.drawEllipse(boks)
    else:
        maler.setBrush(QColor(udseende.farve))
        midt = boks.center()
        hjoerner = [
            QPointF(midt.x(), boks.top()), QPointF(boks.right(), midt.y()),
            QPointF(midt.x(), boks.bottom()), QPointF(boks.left(), midt.y()),
        ]  # fmt: skip
        maler.drawPolygon(QPolygonF(hjoerner))
    maler.end()
    return billede
