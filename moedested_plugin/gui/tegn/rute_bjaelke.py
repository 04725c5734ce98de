# SPDX-License-Identifier: GPL-2.0-or-later
"""The small panel over the map while a route is drawn: which kind, along which roads, how long it is by now."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import Qgis, QgsVectorLayer
from qgis.gui import QgsFloatingWidget, QgsMapCanvas, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QFrame, QLabel, QVBoxLayout

from moedested_plugin.i18n import tr

_BREDDE = 350
#: Room for the longest advice, so that the panel does not jump.
_LINJER = 3
#: A layer with an icon makes its row a little higher (pixels).
_LUFT = 14


class RuteBjaelke(QgsFloatingWidget):
    """Kind of route, layer of roads, and one line that says where one is. Low on the map: above stands the message bar."""

    rolle_valgt = pyqtSignal(str)
    veje_valgt = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setObjectName("MoedestedRuteBjaelke")
        self.setFixedWidth(_BREDDE)
        self.setAnchorWidget(canvas)
        self.setAnchorPoint(QgsFloatingWidget.AnchorPoint.BottomLeft)
        self.setAnchorWidgetPoint(QgsFloatingWidget.AnchorPoint.BottomLeft)
        ramme = QFrame()
        ramme.setFrameShape(QFrame.Shape.StyledPanel)
        ramme.setAutoFillBackground(True)
        yderst = QVBoxLayout(self)
        yderst.setContentsMargins(6, 6, 6, 6)
        yderst.addWidget(ramme)
        form = QFormLayout(ramme)
        form.setContentsMargins(8, 8, 8, 8)
        self.rolle = QComboBox()
        self.rolle.setObjectName("rolle")
        # Methods and no functions: QGIS empties both lists as it closes, when Python may have collected a function.
        self.rolle.currentIndexChanged.connect(self._rolle_skiftet)
        form.addRow(tr("Tegn i"), self.rolle)
        self.veje = QgsMapLayerComboBox()
        self.veje.setObjectName("veje")
        self.veje.setFilters(Qgis.LayerFilter.LineLayer)
        self.veje.setAllowEmptyLayer(True, tr("Kun projektets ruter og netværk"))
        self.veje.setToolTip(
            tr("Et lag med veje eller stier, som ruten også må følge. Det ændres ikke.")
        )
        self.veje.setCurrentIndex(0)  # none
        self.veje.layerChanged.connect(self._veje_skiftet)
        form.addRow(tr("Følg også"), self.veje)
        self.maal = QLabel()
        self.maal.setObjectName("maal")
        form.addRow(self.maal)
        self.raad = QLabel()
        self.raad.setObjectName("raad")
        self.raad.setWordWrap(True)
        self.raad.setFixedHeight(_LINJER * self.fontMetrics().lineSpacing())
        self.raad.setAlignment(Qt.AlignmentFlag.AlignTop)
        form.addRow(self.raad)

    def _rolle_skiftet(self, _nr: int) -> None:
        self.rolle_valgt.emit(str(self.rolle.currentData()))

    def _veje_skiftet(self, _layer: object) -> None:
        self.veje_valgt.emit()

    def vis(self) -> None:
        """Show it, as high as what it says: QGIS's floating widget only moves."""
        self.ensurePolished()
        layout = self.layout()
        layout.activate()
        stort = layout.sizeHint().expandedTo(layout.minimumSize())
        self.resize(stort.width(), stort.height() + _LUFT)
        self.show()  # QGIS puts it into its corner now
        self.raise_()

    def fyld(self, roller: Sequence[tuple[str, str]], uden: Sequence[QgsVectorLayer]) -> None:
        """The kinds that can be drawn, as role and name; and the layers that are followed anyway."""
        self.rolle.blockSignals(True)
        foer = self.rolle.currentData()
        self.rolle.clear()
        for rolle, navn in roller:
            self.rolle.addItem(navn, rolle)
        self.rolle.setCurrentIndex(max(0, self.rolle.findData(foer)))
        self.rolle.blockSignals(False)
        self.veje.setExceptedLayerList(list(uden))

    def vaelg(self, rolle: str) -> None:
        """Choose a kind without saying so."""
        self.rolle.blockSignals(True)
        self.rolle.setCurrentIndex(max(0, self.rolle.findData(rolle)))
        self.rolle.blockSignals(False)

    @property
    def valgt(self) -> str:
        """The role of the layer that is drawn in."""
        return str(self.rolle.currentData() or "")

    @property
    def vejlag(self) -> QgsVectorLayer | None:
        """The layer of roads; None for none."""
        layer = self.veje.currentLayer()
        return layer if isinstance(layer, QgsVectorLayer) else None
