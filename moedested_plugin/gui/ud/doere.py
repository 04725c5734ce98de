# SPDX-License-Identifier: GPL-2.0-or-later
"""The actions of the doors out, in menu, panel and map; what they say when the work is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsFeature, QgsMapLayer, QgsReferencedRectangle, QgsVectorLayer
from qgis.gui import QgsGui, QgsMapLayerAction
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QDialog, QMenu

from moedested_plugin.i18n import tr
from moedested_plugin.project.aabent import rolle_af

from .efter import Efter

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from moedested_plugin.gui.current_project import CurrentProject
    from moedested_plugin.gui.messages import Messages
    from moedested_plugin.gui.tasks import Tasks
    from moedested_plugin.settings import Settings

    from .send_med import Spurgt


class UdDoere(QObject):
    """Owns the actions; the dialogs are made when asked for."""

    #: Rows of the store were made or changed.
    aendret = pyqtSignal()

    def __init__(
        self, iface: QgisInterface, current: CurrentProject, settings: Settings, tasks: Tasks, messages: Messages,
        kan_rette: Callable[[], bool],
    ) -> None:  # fmt: skip
        super().__init__()
        self._iface, self._current, self._settings = iface, current, settings
        self._tasks, self._messages, self._kan_rette = tasks, messages, kan_rette
        self._dialoger: list[QDialog] = []
        self._efter = Efter(
            iface, current, settings, tasks, messages, self.aendret.emit, self._vis_liste
        )
        self.handlinger = [
            self._handling(tr("Tag med i marken …"), self.tag_med),
            self._handling(tr("Hent hjem fra marken …"), self.hent_hjem),
            self._handling(tr("Gem som fil …"), self.gem_som),
            self._handling(tr("Ark til kolleger …"), self.ark),
            self._handling(tr("Eksportér til GeoFA …"), self.til_geofa),
            self._handling(tr("Send med til GeoFA …"), self.send_med),
        ]
        self._paa_kortet: QgsMapLayerAction | None = None
        current.replaced.connect(self._foelg)
        self._foelg()

    def close(self) -> None:
        """Take everything away again."""
        self._current.replaced.disconnect(self._foelg)
        self._fjern_fra_kortet()
        for dialog in self._dialoger:
            if not sip.isdeleted(dialog):
                dialog.close()
                dialog.deleteLater()
        self._dialoger.clear()
        for handling in self.handlinger:
            handling.deleteLater()
        self.deleteLater()

    def fyld(self, menu: QMenu) -> None:
        """Put the actions into a menu that is about to show."""
        menu.clear()
        menu.addActions(self.handlinger)

    def _handling(self, tekst: str, goer: Callable[[], None]) -> QAction:
        handling = QAction(tekst, self)
        handling.triggered.connect(lambda _=False: goer())
        return handling

    def _foelg(self) -> None:
        for handling in self.handlinger:
            handling.setEnabled(self._current.is_moedested)
        self._fjern_fra_kortet()
        layer = self._current.layer("moedested")
        if layer is not None:
            self._paa_kortet = QgsMapLayerAction(
                tr("Send med til GeoFA …"), self, layer, Qgis.MapLayerActionTarget.SingleFeature
            )
            self._paa_kortet.triggeredForFeature.connect(self._send_en)
            QgsGui.mapLayerActionRegistry().addMapLayerAction(self._paa_kortet)

    def _fjern_fra_kortet(self) -> None:
        if self._paa_kortet is not None:
            QgsGui.mapLayerActionRegistry().removeMapLayerAction(self._paa_kortet)
            self._paa_kortet.deleteLater()
            self._paa_kortet = None

    # -- dialogs --------------------------------------------------------------------------------------------------------

    def tag_med(self) -> None:
        """A folder for the field."""
        from .feltkopi import TagMed

        self._vis(TagMed, self._efter.taget)

    def hent_hjem(self) -> None:
        """What was done in the field."""
        if self._maa_rette():
            from .hjem import HentHjem

            self._vis(HentHjem, self._efter.hjemme)

    def gem_som(self) -> None:
        """Rows as files."""
        from .gem_som import GemSom

        self._vis(GemSom, self._efter.gemt)

    def ark(self) -> None:
        """A sheet to fill in, for those without QGIS."""
        from .ark import ArkUd

        self._vis(ArkUd, self._efter.ark_skrevet)

    def til_geofa(self) -> None:
        """The layers for GeoFA."""
        from .geofa import GeofaUd

        self._vis(GeofaUd, self._efter.eksporteret)

    def _vis(self, art: Callable[..., Any], faerdig: Callable[[Any], None]) -> None:
        if not self._current.is_moedested:
            return
        canvas = self._iface.mapCanvas()
        ramme = QgsReferencedRectangle(canvas.extent(), canvas.mapSettings().destinationCrs())
        dialog = art(
            self._current,
            ramme,
            self._settings,
            self._tasks,
            self._messages,
            self._iface.mainWindow(),
        )
        dialog.faerdig.connect(faerdig)
        self._aabn(dialog)

    def _aabn(self, dialog: QDialog) -> None:
        self._dialoger = [
            kendt for kendt in self._dialoger if not sip.isdeleted(kendt) and kendt.isVisible()
        ]
        self._dialoger.append(dialog)
        dialog.open()

    def _maa_rette(self) -> bool:
        if self._kan_rette():
            return True
        self._messages.warning(tr("Du kan se, men ikke rette her. Panelet siger hvorfor."))
        return False

    # -- send med -------------------------------------------------------------------------------------------------------

    def send_med(self) -> None:
        """The mødesteder that are selected."""
        layer = self._current.layer("moedested")
        valgte = layer.selectedFeatures() if layer is not None else []
        if not valgte:
            self._messages.info(
                tr("Vælg først et eller flere mødesteder på kortet eller i tabellen.")
            )
            return
        self._send([str(feature["moedested_id"]) for feature in valgte])

    def _send_en(self, layer: QgsMapLayer, feature: QgsFeature) -> None:
        if isinstance(layer, QgsVectorLayer) and rolle_af(layer) == "moedested":
            self._send([str(feature["moedested_id"])])

    def _send(self, noegler: Sequence[str]) -> None:
        from .send_med import spoerg

        if not self._maa_rette():
            return
        ugemte = [each.layer.name() for each in self._current.unsaved()]
        if ugemte:
            self._messages.warning(
                tr("Gem eller fortryd først rettelserne i {}.").format(", ".join(ugemte))
            )
            return
        self._efter.start(
            tr("Send med til GeoFA"),
            partial(spoerg, self._current.store_address, noegler),
            self._spurgt,
        )

    def _spurgt(self, spurgt: Spurgt) -> None:
        from .send_med import SendMed

        dialog = SendMed(
            self._current.store_address, self._settings.bruger, spurgt, self._tasks, self._messages,
            self._iface.mainWindow(),
        )  # fmt: skip
        dialog.faerdig.connect(self._efter.sendt)
        self._aabn(dialog)

    def _vis_liste(self, dialog: QDialog) -> None:
        self._dialoger.append(dialog)
        dialog.show()
