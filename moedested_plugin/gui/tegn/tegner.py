# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws (tegner) what a template says: one click sets everything up, the next click on the map draws."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsPointXY
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

from moedested_plugin.domain.betingelse import Vaerdi
from moedested_plugin.drawing import skabelon as skabeloner
from moedested_plugin.drawing.adresse import Adresse, vaerdier
from moedested_plugin.drawing.kendt import SidstBrugt, mangler, nyt_objekt
from moedested_plugin.drawing.naboer import Nabo, Omgivelserne, afstande, naermeste
from moedested_plugin.drawing.overtag import overtag
from moedested_plugin.drawing.ruteskriv import maalt
from moedested_plugin.drawing.skabelon import Skabelon
from moedested_plugin.i18n import tr
from moedested_plugin.project.aabent import rolle_af
from moedested_plugin.project.lag import LAG_AF_ROLLE
from moedested_plugin.project.raekke import raekke_af
from moedested_plugin.store import StoreFejl

from .adresseopslag import Adresseopslag
from .fang import Fang
from .formular_dok import PANEL, FormularDok
from .graense import naevn
from .i_stedet import knyt, moedested_i_arbejde
from .rute_sted import RUTER
from .tegn_punkt import TegnObjekt
from .varsel import Varsel, nabo_saetning, saetning

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer, QgsVectorLayer
    from qgis.gui import QgsMapTool

    from .vaerktoej import Tegneomgivelser

_EPSG = "EPSG:25832"
#: An address is shown so large on the map (1:…).
MAALESTOK = 2_000


class Tegner(QObject):
    """One thing is drawn at a time. Raised rows go on until Esc, another tool, or another template."""

    #: Another template is drawn, or none; or the municipality's own are others.
    aendret = pyqtSignal()
    #: What was drawn lies in its layer now: layer and feature.
    lagt_ind = pyqtSignal(object, object)
    #: The form is empty again.
    form_sluppet = pyqtSignal()
    #: A route is to be drawn along the network (True), or no more (False): another tool does that.
    langs_netvaerk = pyqtSignal(bool)

    def __init__(self, om: Tegneomgivelser) -> None:
        super().__init__()
        self._om = om
        self._canvas = om.iface.mapCanvas()
        self.skabelon: Skabelon | None = None
        #: Click, click, click: no form, the next one as the one before.
        self.raekke = False
        #: Begin with what the nearest of the same kind has.
        self.som_nabo = False
        self.opslag = Adresseopslag(om)
        self.varsel = Varsel(self._canvas, om.current.layers)
        self._fang = Fang(om.current.project, self._canvas)
        self._sidst = SidstBrugt()
        self._vaerktoej: TegnObjekt | None = None
        self._foer: QgsMapTool | None = None
        #: The tool along the network is on.
        self._rute = False
        self._dok: FormularDok | None = None
        self._geometri = QgsGeometry()
        self._tilbud: list[object] = []
        om.current.replaced.connect(self._projekt_skiftet)

    def close(self) -> None:
        """Take everything away again."""
        self._om.current.replaced.disconnect(self._projekt_skiftet)
        self.stands()
        self.opslag.close()
        if self._dok is not None:
            self._om.iface.removeDockWidget(self._dok)
            self._dok.deleteLater()
            self._dok = None
        self.deleteLater()

    # The templates -------------------------------------------------------------------------------------

    def egne(self) -> list[Skabelon]:
        """The municipality's own, in their order."""
        store = self._om.store()
        return skabeloner.hent(store)[0] if store is not None else []

    def gem_egne(self, egne: list[Skabelon]) -> None:
        """Keep them for all colleagues."""
        store = self._om.store()
        if store is None:
            return
        try:
            skabeloner.gem(store, egne)
        except StoreFejl as fejl:
            self._om.messages.error(str(fejl))
        self.aendret.emit()

    def gem_skabelon(self, rolle: str, navn: str, raekke: Mapping[str, Vaerdi]) -> None:
        """Keep a row's values under a name; one of the same name is replaced."""
        ny = Skabelon(navn, rolle, dict(raekke), paa_kort=not self._geometri.isNull())
        grunde = skabeloner.fejl_i(ny)
        if grunde:
            self._om.messages.warning(grunde[0])
            return
        egne = self.egne()
        plads = next((nr for nr, led in enumerate(egne) if led.navn == navn), len(egne))
        self.gem_egne([*egne[:plads], ny, *egne[plads + 1 :]])
        self._om.messages.success(tr("Skabelonen {0} er gemt. Den står i panelet.").format(navn))

    # Drawing -------------------------------------------------------------------------------------------

    def begynd_rolle(self, rolle: str, paa_kort: bool) -> None:
        """Draw what a button of the panel says."""
        self.begynd(skabeloner.indbygget(rolle, paa_kort=paa_kort))

    def begynd(self, skabelon: Skabelon) -> None:
        """Set layer, edit mode, snapping, tracing, values and cursor; or open the form at once."""
        layer = self._om.current.layer(skabelon.rolle)
        if layer is None or not self.frit():
            return
        self.stands()
        iface = self._om.iface
        iface.setActiveLayer(layer)
        if not layer.isEditable() and not iface.vectorLayerTools().startEditing(layer):
            return
        self.skabelon = skabelon
        if not skabelon.paa_kort:
            self._nyt(layer, QgsGeometry(), {})
            return
        if skabelon.rolle in RUTER:
            self.langs_netvaerk.emit(True)
            return
        store = self._om.store()
        meter = afstande(store).get(skabelon.rolle, 0.0)
        self.varsel.begynd(layer, Omgivelserne(store), meter, self._type())
        naevn(self._om)
        self._fang.begynd(linje=skabelon.er_linje)
        self._foer = self._canvas.mapTool()
        self._vaerktoej = TegnObjekt(self._canvas, iface.cadDockWidget(), layer)
        self._vaerktoej.digitizingCompleted.connect(self._tegnet)
        self._vaerktoej.forladt.connect(self.stands)
        self._vaerktoej.deactivated.connect(self._sluppet)
        self._canvas.setMapTool(self._vaerktoej)
        self._canvas.currentLayerChanged.connect(self._lag_skiftet)
        self._canvas.setFocus()
        self.aendret.emit()

    def stands(self) -> None:
        """Draw no more. What is half drawn goes; so does a form that was not finished."""
        if self._dok is not None:
            self._dok.opgiv()
        self.langs_netvaerk.emit(False)
        self._laeg_vaerktoej()
        self._sluppet()

    # Routes: the tool along the network has the mouse, the rest is as with anything else ---------------

    def rute_begynder(self, rolle: str) -> None:
        """The tool is on: say what is drawn, and warn of the place under the mouse."""
        layer = self._om.current.layer(rolle)
        if layer is None:
            return
        if self.skabelon is None or self.skabelon.rolle != rolle:
            self.skabelon = skabeloner.indbygget(rolle)
        self._rute = True
        self.varsel.begynd(layer, Omgivelserne(self._om.store()), 0.0, None)
        naevn(self._om)
        self.aendret.emit()

    def rute_tegnet(self, rolle: str, geometri: QgsGeometry) -> None:
        """A route is drawn: into the form with it."""
        layer = self._om.current.layer(rolle)
        if layer is not None:
            self._nyt(layer, geometri, maalt(geometri))

    def rute_flyttet(self, geometri: QgsGeometry) -> None:
        """The route in the form was dragged."""
        self._geometri = QgsGeometry(geometri)
        self.formular().flyt(geometri, maalt(geometri))

    def rute_slutter(self) -> None:
        """The tool is off. A route that waits in the form goes on waiting."""
        self._rute = False
        self._sluppet()

    def _lag_skiftet(self, layer: QgsMapLayer | None) -> None:
        """The tool draws in the current layer, so with another it has nothing to draw. The form stays."""
        skabelon = self.skabelon
        if skabelon is None or layer is None or layer is not self._om.current.layer(skabelon.rolle):
            self._laeg_vaerktoej()

    def _laeg_vaerktoej(self) -> None:
        vaerktoej = self._vaerktoej
        if vaerktoej is not None and self._canvas.mapTool() is vaerktoej:
            if self._foer is not None and not sip.isdeleted(self._foer):
                self._canvas.setMapTool(self._foer)
            else:
                self._canvas.unsetMapTool(vaerktoej)

    def ved_adresse(self, adresse: Adresse) -> None:
        """Show the address; while a point is being drawn, draw it there."""
        if adresse.x is None or adresse.y is None:
            self._om.messages.info(tr("Adressen har intet sted på kortet."))
            return
        punkt = QgsGeometry.fromPointXY(QgsPointXY(adresse.x, adresse.y))
        crs = QgsCoordinateReferenceSystem(_EPSG)
        self._canvas.setCenter(self._til_kort(punkt, crs).asPoint())
        self._canvas.zoomScale(min(self._canvas.scale(), MAALESTOK))
        skabelon, vaerktoej = self.skabelon, self._vaerktoej
        layer = self._om.current.layer(skabelon.rolle) if skabelon is not None else None
        if (
            layer is None
            or skabelon is None
            or vaerktoej is None
            or "Point" not in str(skabelon.lag.geometri)
        ):
            self._canvas.flashGeometries([punkt], crs)
            return
        if layer.wkbType() != punkt.wkbType():
            punkt.convertToMultiType()
        self._nyt(layer, punkt, vaerdier(adresse, skabelon.lag.tabel))

    def frit(self) -> bool:
        """Put what waits in the form into its layer first."""
        if self._dok is None or self._dok.goer_faerdig():
            return True
        self._om.messages.info(tr("Udfyld det, der mangler i formularen, eller tryk Annullér."))
        return False

    def _tegnet(self, feature: QgsFeature) -> None:
        skabelon = self.skabelon
        layer = self._om.current.layer(skabelon.rolle) if skabelon is not None else None
        if layer is not None and self.frit():
            self._nyt(layer, feature.geometry(), {})

    def _nyt(
        self, layer: QgsVectorLayer, geometri: QgsGeometry, givne: Mapping[str, Vaerdi]
    ) -> None:
        skabelon = self.skabelon
        if skabelon is None:
            return
        self._glem_tilbud()
        self._geometri = QgsGeometry(geometri)
        fra_nabo = self._naboens(layer) if self.som_nabo and not geometri.isNull() else {}
        alle = {**fra_nabo, **self._sidst.vaerdier(skabelon), **givne}
        if fra_nabo:
            alle = {**self._sidst.vaerdier(skabelon), **fra_nabo, **skabelon.vaerdier, **givne}
        ny = nyt_objekt(layer, skabelon.lag, geometri, alle)
        kommando = tr("Ny: {0}").format(skabelon.navn)
        naboer, advarsler = ([], []) if geometri.isNull() else self.varsel.om_stedet(geometri)
        if self.raekke and not geometri.isNull() and not mangler(skabelon.lag, ny):
            layer.beginEditCommand(kommando)
            lagt = layer.addFeature(ny)
            layer.endEditCommand()
            if lagt:
                self._lagt_ind(layer, ny)
        else:
            varsler = [saetning(advarsel) for advarsel in advarsler]
            self.formular().vis(layer, ny, kommando, kommando, varsler)
        if naboer:
            self._tilbyd(naboer[0], ny)

    def _naboens(self, layer: QgsVectorLayer) -> dict[str, Vaerdi]:
        nabo = naermeste(layer, self._geometri)
        if nabo is None or self.skabelon is None:
            return {}
        tabel = self.skabelon.lag.tabel
        return overtag(tabel, raekke_af(tabel, layer.getFeature(nabo.fid)))

    def _kopier(self) -> dict[str, Vaerdi]:
        layer = self._om.current.layer(self.skabelon.rolle) if self.skabelon is not None else None
        fundet = self._naboens(layer) if layer is not None and not self._geometri.isNull() else {}
        if not fundet:
            self._om.messages.info(tr("Der er ingen nabo af samme slags at kopiere fra."))
        return fundet

    def _lagt_ind(self, layer: QgsVectorLayer, feature: QgsFeature) -> None:
        self._sidst.husk(LAG_AF_ROLLE[rolle_af(layer)], feature)
        self._om.current.skridt.foelg_ny(layer, feature)
        self.varsel.tegnet()
        self.lagt_ind.emit(layer, feature)

    # Instead of a new one ------------------------------------------------------------------------------

    def _tilbyd(self, nabo: Nabo, ny: QgsFeature) -> None:
        moedested = moedested_i_arbejde(self._om.current)
        kan_knyttes = moedested is not None and nabo.layer is not self._om.current.layer(
            "moedested"
        )
        knap = tr("Knyt til den i stedet") if kan_knyttes else tr("Brug den i stedet")
        hvad = partial(self._brug, nabo, ny.id(), moedested if kan_knyttes else None)
        self._tilbud.append(self._om.messages.offer(nabo_saetning(nabo) + ".", (knap, hvad)))

    def _brug(self, nabo: Nabo, ny: int, moedested: str | None) -> None:
        """Let the new one go; link the old one, or show it."""
        layer = nabo.layer
        if sip.isdeleted(layer) or not layer.isEditable():
            return
        if self._dok is not None and self._dok.optaget:
            self._dok.opgiv()
        elif ny in layer.editBuffer().addedFeatures():  # drawn in row mode
            layer.beginEditCommand(tr("Brug den i stedet"))
            layer.deleteFeature(ny)
            layer.endEditCommand()
        gammel = layer.getFeature(nabo.fid)
        if moedested is None:
            self.formular().vis(layer, gammel, nabo.navn, tr("Ret {0}").format(nabo.navn))
        elif knyt(self._om, moedested, layer, gammel):
            self._om.messages.success(tr("{0} er knyttet til mødestedet.").format(nabo.navn))
        else:
            self._om.messages.info(tr("{0} er allerede knyttet til mødestedet.").format(nabo.navn))

    def _glem_tilbud(self) -> None:
        for tag_vaek in self._tilbud:
            tag_vaek()  # type: ignore[operator]  # a function
        self._tilbud.clear()

    # Around it -----------------------------------------------------------------------------------------

    def formular(self) -> FormularDok:
        """The docked form, made when first needed."""
        if self._dok is None:
            self._dok = FormularDok(self._om.iface, self.opslag, self._kopier)
            self._dok.lagt_ind.connect(self._lagt_ind)
            self._dok.skabelon.connect(self.gem_skabelon)
            self._dok.sluppet.connect(self._form_sluppet)
            self._om.iface.addTabifiedDockWidget(
                Qt.DockWidgetArea.RightDockWidgetArea, self._dok, [PANEL], True
            )
        return self._dok

    def _form_sluppet(self) -> None:
        self._canvas.setFocus()
        self.form_sluppet.emit()
        if self._vaerktoej is None and not self._rute:
            self.skabelon = None
            self.aendret.emit()

    def _sluppet(self) -> None:
        """The tool is gone: nothing of it stays on the map."""
        self.varsel.stands()
        self._fang.slut()
        self._glem_tilbud()
        vaerktoej, self._vaerktoej, self._foer = self._vaerktoej, None, None
        if vaerktoej is not None:
            self._canvas.currentLayerChanged.disconnect(self._lag_skiftet)
            vaerktoej.deactivated.disconnect(self._sluppet)
            vaerktoej.deleteLater()
        if self._dok is None or not self._dok.optaget:
            self.skabelon = None
        self.aendret.emit()

    def _projekt_skiftet(self) -> None:
        self.stands()
        self._sidst = SidstBrugt()
        self.aendret.emit()

    def _type(self) -> int | None:
        """Only the same type is the same thing; in the layer of benches all are."""
        skabelon = self.skabelon
        if skabelon is None or skabelon.rolle != "facilitet":
            return None
        type_ = self._sidst.vaerdier(skabelon).get(skabelon.lag.typefelt)
        return type_ if isinstance(type_, int) else None

    def _til_kort(self, geometri: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> QgsGeometry:
        from qgis.core import QgsCoordinateTransform

        kort = self._canvas.mapSettings()
        ud = QgsGeometry(geometri)
        ud.transform(QgsCoordinateTransform(crs, kort.destinationCrs(), kort.transformContext()))
        return ud
