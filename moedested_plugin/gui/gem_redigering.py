# SPDX-License-Identifier: GPL-2.0-or-later
"""What helps while rows are edited and saved: advice in the forms, the guard of the saves, conflicts, history.

All of it is there only while one of our projects is open, so that it costs nothing when QGIS starts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

if TYPE_CHECKING:
    from qgis.core import QgsGeometry
    from qgis.gui import QgisInterface
    from qgis.PyQt.QtWidgets import QDialog

    from moedested_plugin.store import Store

    from .current_project import CurrentProject
    from .formular_raad import FormularRaad
    from .gem_vagt import GemVagt
    from .historik_handling import HistorikHandling
    from .konflikt import Konflikt
    from .messages import Messages
    from .tegn.underlag_foelg import UnderlagFoelg


class Redigering(QObject):
    """Builds the parts for a project of ours and closes them when it goes."""

    #: See `FormularRaad.skrevet`.
    skrevet = pyqtSignal(object, object, object)

    def __init__(
        self,
        iface: QgisInterface,
        current: CurrentProject,
        messages: Messages,
        bruger: Callable[[], str],
    ) -> None:
        super().__init__()
        self._iface, self._current, self._messages, self._bruger = iface, current, messages, bruger
        self._raad: FormularRaad | None = None
        self._vagt: GemVagt | None = None
        self._underlag: UnderlagFoelg | None = None
        self._historik: HistorikHandling | None = None
        self._dialoger: list[QDialog] = []
        current.replaced.connect(self._foelg)
        self._foelg()

    def close(self) -> None:
        """Take everything away."""
        self._current.replaced.disconnect(self._foelg)
        self._luk()
        self.deleteLater()

    @property
    def store(self) -> Store:
        """The store of the open project, kept open while it is edited. Raises `StoreFejl`."""
        from moedested_plugin.i18n import tr
        from moedested_plugin.store import StoreFejl

        if self._vagt is None:
            raise StoreFejl(tr("Intet Mødested-projekt er åbent."))
        return self._vagt.store

    def slaaet_fra(self) -> frozenset[str]:
        """The checks that the municipality does without; none where the store cannot say."""
        from moedested_plugin.checks.indstillet import laes
        from moedested_plugin.store import StoreFejl

        try:
            return laes(self.store).slaaet_fra
        except StoreFejl:
            return frozenset()

    def ret_krav(self, slaaet_fra: frozenset[str]) -> None:
        """Let QGIS's own marks in the forms follow what is switched off."""
        from moedested_plugin.project.aabent import rolle_af
        from moedested_plugin.project.felter import ret_krav
        from moedested_plugin.project.lag import LAG_AF_ROLLE

        for layer in self._current.layers():
            lag = LAG_AF_ROLLE.get(rolle_af(layer))
            if lag is not None and not lag.kun_laes and not lag.opslag:
                ret_krav(layer, lag, slaaet_fra)

    def vis_historik(self, tabel: str = "", noegle: str = "") -> None:
        """Open the history of one row, or of the whole store."""
        from moedested_plugin.store import StoreFejl, aabn

        from .historik_dialog import HistorikDialog

        try:
            store = aabn(self._current.store_address, opgrader=False)
        except StoreFejl as fejl:
            self._messages.error(str(fejl))
            return
        dialog = HistorikDialog(
            store, self._bruger(), self._har_ugemte, tabel, noegle, self._iface.mainWindow()
        )
        dialog.gendannet.connect(self._hent_igen)
        self._dialoger = [kendt for kendt in self._dialoger if not sip.isdeleted(kendt)]
        self._dialoger.append(dialog)
        dialog.show()

    def vis_historik_fra_panel(self) -> None:
        """Open the history of the one row that is selected in the active layer, else of the whole store."""
        layer = self._iface.activeLayer()
        if (
            self._historik is not None
            and isinstance(layer, QgsVectorLayer)
            and self._historik.canRunUsingLayer(layer)
            and layer.selectedFeatureCount() == 1
        ):
            self._historik.valgt(layer, layer.selectedFeatures()[0])
        else:
            self.vis_historik()

    def _har_ugemte(self, tabel: str, noegle: str) -> bool:
        from .gem_buffer import aflaes, raekker

        return any(
            raekke.aendring.noegle == noegle
            for layer in self._lag_paa(tabel)
            for raekke in raekker(aflaes(layer), {})
        )

    def _lag_paa(self, tabel: str) -> list[QgsVectorLayer]:
        from moedested_plugin.project.aabent import tabelnavn_af

        return [layer for layer in self._current.layers() if tabelnavn_af(layer) == tabel]

    def _hent_igen(self, tabel: str) -> None:
        """Show what has been brought back."""
        for layer in self._lag_paa(tabel):
            if layer.isEditable() and self._vagt is not None:
                self._vagt.laest.begynd(layer)
            # Not reload(): that opens the file anew under the layers that share its opening, and empties them.
            layer.dataProvider().dataChanged.emit()
            layer.triggerRepaint()

    def _foelg(self) -> None:
        if not self._current.is_moedested:
            self._luk()
        elif self._vagt is None:
            self._begynd()

    def _begynd(self) -> None:
        from . import boern_editor
        from .formular_raad import FormularRaad
        from .gem_vagt import GemVagt
        from .gem_vis import vis_raekke
        from .historik_handling import HistorikHandling
        from .tegn.underlag_foelg import UnderlagFoelg

        current = self._current
        self._vagt = GemVagt(
            current.project,
            lambda: current.store_address,
            self._bruger,
            self._iface.messageBar(),
            self._messages,
            partial(vis_raekke, self._iface),
        )
        self._vagt.vis_konflikter.connect(self._vis_konflikter)
        self._underlag = UnderlagFoelg(current, self._messages, self._vis_linjer)
        boern_editor.tilmeld()
        self._raad = FormularRaad(current.project, self.slaaet_fra)
        self._raad.aabnet.connect(self._vagt.laest.form_aabnet)
        self._raad.skrevet.connect(self.skrevet)
        self._historik = HistorikHandling(self.vis_historik, self._messages.info, self)

    def _luk(self) -> None:
        for dialog in self._dialoger:
            if not sip.isdeleted(dialog):
                dialog.close()
        self._dialoger.clear()
        if self._historik is not None:
            self._historik.close()
            self._historik = None
        if self._raad is not None:
            from . import boern_editor

            boern_editor.frameld()
            self._raad.close()
            self._raad = None
        if self._underlag is not None:
            self._underlag.close()
            self._underlag = None
        if self._vagt is not None:
            self._vagt.close()
            self._vagt = None

    def _vis_konflikter(self, konflikter: list[Konflikt]) -> None:
        """Ask about each row; when all are answered, save."""
        from moedested_plugin.store import StoreFejl

        from .konflikt_dialog import KonfliktDialog
        from .konflikt_valg import udfoer
        from .vaerdi_tekst import VaerdiTekst

        vagt = self._vagt
        if vagt is None:
            return
        try:
            tekst = VaerdiTekst(vagt.store)
        except StoreFejl as fejl:
            self._messages.error(str(fejl))
            return
        for konflikt in konflikter:
            dialog = KonfliktDialog(konflikt, tekst, self._vis_tegning, self._iface.mainWindow())
            dialog.exec()
            if not udfoer(vagt, konflikt, dialog.svar, dialog.valgt_deres()):
                return
        self._iface.vectorLayerTools().saveEdits(konflikter[0].raekke.layer)

    def _vis_tegning(self, wkb: bytes | None) -> None:
        from moedested_plugin.project.raekke import geometri_af

        self._vis_linjer([geometri_af(wkb)])

    def _vis_linjer(self, geometrier: Sequence[QgsGeometry]) -> None:
        """Go there on the map, and flash them."""
        from qgis.core import QgsCoordinateReferenceSystem, QgsReferencedRectangle

        from moedested_plugin.domain.skema import EPSG

        alle = [geometri for geometri in geometrier if not geometri.isNull()]
        if not alle:
            return
        canvas = self._iface.mapCanvas()
        crs = QgsCoordinateReferenceSystem.fromEpsgId(EPSG)
        ramme = alle[0].boundingBox()
        for geometri in alle[1:]:
            ramme.combineExtentWith(geometri.boundingBox())
        ramme.grow(max(ramme.width(), ramme.height(), 100) / 2)
        canvas.setReferencedExtent(QgsReferencedRectangle(ramme, crs))
        canvas.refresh()
        canvas.flashGeometries(alle, crs)
