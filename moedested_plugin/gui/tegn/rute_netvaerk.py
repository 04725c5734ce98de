# SPDX-License-Identifier: GPL-2.0-or-later
"""The network (netvaerk) of the open project: read in the background, kept, and read anew when a layer changes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsFeedback, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtBoundSignal, pyqtSignal

from moedested_plugin.drawing.graf import Graf, byg
from moedested_plugin.drawing.graf_linjer import Lagkilde, laes
from moedested_plugin.gui.tasks import FunctionTask
from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

    from .vaerktoej import Tegneomgivelser

#: The layers of the project that routes may follow, in the order in which repeated lines are kept.
ROLLER = (
    "netvaerk_linje", "vandrerute", "cykelrute", "koererute", "andenrute", "kilde_linje",
)  # fmt: skip
#: Rests this long after a change before the network is read again (ms).
_RO = 800


class Netvaerk(QObject):
    """Has `graf` as soon as it is read; an older one stays in use while a newer is read."""

    #: There is a network to draw along, the first or a newer.
    klar = pyqtSignal()
    #: It is being read, and there is none yet.
    laeses = pyqtSignal()

    def __init__(self, omgivelser: Tegneomgivelser) -> None:
        super().__init__()
        self._om = omgivelser
        self.graf: Graf | None = None
        self._veje: QgsVectorLayer | None = None
        self._fulgte: list[tuple[QgsVectorLayer, pyqtBoundSignal]] = []
        self._opgave: FunctionTask[Graf] | None = None
        self._foraeldet = True
        self._i_brug = False
        self._ro = QTimer(self)
        self._ro.setSingleShot(True)
        self._ro.setInterval(_RO)
        self._ro.timeout.connect(self._byg)
        omgivelser.current.replaced.connect(self.glem)

    @property
    def er_paa_vej(self) -> bool:
        """Whether it is being read."""
        return self._opgave is not None

    def brug(self, veje: QgsVectorLayer | None) -> None:
        """Somebody draws along it, also along a layer of roads (veje). Read it unless it is there."""
        self._i_brug = True
        if veje is not self._veje:
            self._veje = veje
            self._foraeldet = True
        if self._foraeldet:
            self._byg()

    def brug_igen(self) -> None:
        """Somebody else asks of it: along the roads that were chosen last, if any."""
        self.brug(self._veje)

    def slip(self) -> None:
        """Nobody draws: what changes now is read when somebody does again."""
        self._i_brug = False
        self._ro.stop()

    def glem(self) -> None:
        """Another project: nothing of the old one is kept."""
        self._standset()
        self._slip_lag()
        self.graf, self._veje, self._foraeldet = None, None, True

    def close(self) -> None:
        """Take everything away again."""
        self._om.current.replaced.disconnect(self.glem)
        self.glem()
        self.deleteLater()

    # Reading -------------------------------------------------------------------------------------------

    def _lag(self) -> list[tuple[str, QgsVectorLayer]]:
        alle = [(rolle, self._om.current.layer(rolle)) for rolle in ROLLER]
        fundne = [(rolle, layer) for rolle, layer in alle if layer is not None]
        if self._veje is not None and not sip.isdeleted(self._veje) and self._veje.isValid():
            fundne.insert(0, ("", self._veje))
        return fundne

    def _byg(self) -> None:
        self._standset()
        lag = self._lag()
        maal = next((layer for rolle, layer in lag if rolle), None)
        if maal is None:
            return
        self._foelg([layer for _, layer in lag])
        self._foraeldet = False
        kilder = [Lagkilde.af(layer, rolle) for rolle, layer in lag]
        self._opgave = self._om.tasks.start(
            FunctionTask(
                tr("Læser netværket"),
                partial(
                    _laes_og_byg, kilder, maal.crs(), self._om.current.project.transformContext()
                ),
                self._faerdig,
                self._gik_galt,
                reads_only=True,
            )
        )
        if self.graf is None:
            self.laeses.emit()

    def _faerdig(self, graf: Graf) -> None:
        self._opgave = None
        self.graf = graf
        self.klar.emit()

    def _gik_galt(self, fejl: Exception) -> None:
        self._opgave = None
        self._foraeldet = True
        self._om.messages.failed(tr("Læsning af netværket"), fejl)

    def _standset(self) -> None:
        self._ro.stop()
        if self._opgave is not None:
            self._opgave.cancel()
            self._opgave = None

    # Following -----------------------------------------------------------------------------------------

    def _foelg(self, lag: list[QgsVectorLayer]) -> None:
        self._slip_lag()
        for layer in lag:
            for signal in (
                layer.geometryChanged, layer.featureAdded, layer.featureDeleted,
                layer.dataChanged, layer.afterRollBack, layer.subsetStringChanged,
            ):  # fmt: skip
                signal.connect(self._aendret)
                self._fulgte.append((layer, signal))

    def _slip_lag(self) -> None:
        for layer, signal in self._fulgte:
            if not sip.isdeleted(layer):
                signal.disconnect(self._aendret)
        self._fulgte = []

    def _aendret(self, *_: object) -> None:
        self._foraeldet = True
        if self._i_brug:
            self._ro.start()


def _laes_og_byg(
    kilder: list[Lagkilde],
    crs: QgsCoordinateReferenceSystem,
    transform: QgsCoordinateTransformContext,
    feedback: QgsFeedback,
) -> Graf:
    return byg(laes(kilder, crs, transform, feedback), feedback=feedback)
