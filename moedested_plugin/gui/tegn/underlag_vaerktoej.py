# SPDX-License-Identifier: GPL-2.0-or-later
"""The tool *Mal underlag*: a route, from, to; the stretch stands in the layer at once, as one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapTool
from qgis.PyQt import sip

from moedested_plugin.checks.tal import dansk
from moedested_plugin.drawing.afledt import oversigt
from moedested_plugin.drawing.maal import Maal
from moedested_plugin.drawing.maling import STED_VED_M, Maling, langt, steder_langs
from moedested_plugin.drawing.overtag_underlag import fra_andre_ruter, fra_netvaerket, overtag
from moedested_plugin.drawing.straekning import Plan, mal
from moedested_plugin.drawing.straekning_lag import lagte, skriv, som_linje, udfoer
from moedested_plugin.i18n import tr
from moedested_plugin.project.aabent import tabelnavn_af

from .underlag_kort import UnderlagKort
from .underlag_valg import UnderlagValg
from .vaerktoej import Tegneomgivelser, Vaerktoej

if TYPE_CHECKING:
    from moedested_plugin.drawing.maal import Strakt


class MalUnderlag(Vaerktoej):
    """Holds the map tool and the small panel, and writes what is painted."""

    def __init__(self, omgivelser: Tegneomgivelser) -> None:
        super().__init__(omgivelser)
        self._kort: UnderlagKort | None = None
        self._valg: UnderlagValg | None = None
        self._underlag: QgsVectorLayer | None = None
        self._foer: QgsMapTool | None = None

    # On and off ----------------------------------------------------------------------------------------

    def begynd(self) -> bool:
        """Make the layer of surfaces ready, and wait for a route to be clicked."""
        underlag = self.om.current.layer("straekning")
        if underlag is None or not self._ruter():
            self.om.messages.info(tr("Slå et lag med ruter til i kortet, og prøv igen."))
            return False
        if not underlag.isEditable() and not self.om.iface.vectorLayerTools().startEditing(
            underlag
        ):
            return False
        self._underlag = underlag
        # Ctrl+Z undoes in the active layer.
        self.om.iface.setActiveLayer(underlag)
        knude = self.om.current.project.layerTreeRoot().findLayer(underlag.id())
        if knude is not None:
            knude.setItemVisibilityCheckedParentRecursive(True)
        canvas = self.om.iface.mapCanvas()
        self._foer = canvas.mapTool()
        self._valg = UnderlagValg(self.om.current.layer("kodeliste"), canvas)
        self._kort = self._nyt_kort(self._valg)
        self._valg.laeg_paa_plads()
        self._valg.show()
        canvas.setMapTool(self._kort)
        canvas.setFocus()
        self._kort.deactivated.connect(self._en_anden)
        underlag.undoStack().indexChanged.connect(self._forny)
        underlag.editingStopped.connect(self.slut)
        self._kort.fortael()
        return True

    def _nyt_kort(self, valg: UnderlagValg) -> UnderlagKort:
        kort = UnderlagKort(self.om.iface.mapCanvas(), self._ruter, self._aabn)
        kort.kode = lambda: valg.kode
        kort.farve = valg.farve
        kort.hvor.connect(valg.sig)
        kort.tast.connect(valg.vaelg)
        kort.malet.connect(self._mal)
        kort.rute_skiftet.connect(self._fortael_ruten)
        kort.forladt.connect(self.slut)
        valg.valgt.connect(self._valgt)
        valg.overtag.connect(self._overtag)
        return kort

    def stands(self) -> None:
        """Take tool and panel off the map."""
        kort, self._kort = self._kort, None
        valg, self._valg = self._valg, None
        underlag, self._underlag = self._underlag, None
        self._foer = None
        if underlag is not None and not sip.isdeleted(underlag):
            underlag.undoStack().indexChanged.disconnect(self._forny)
            underlag.editingStopped.disconnect(self.slut)
        if kort is not None:
            kort.deactivated.disconnect(self._en_anden)
            self.om.iface.mapCanvas().unsetMapTool(kort)
            kort.fjern()
            kort.deleteLater()
        if valg is not None:
            valg.hide()
            valg.deleteLater()

    def slut(self) -> None:
        """It is over: the tool that was there before comes back."""
        foer = self._foer
        self.stands()
        if foer is not None and not sip.isdeleted(foer):
            self.om.iface.mapCanvas().setMapTool(foer)
        self.sluttet.emit()

    def _en_anden(self) -> None:
        """The user took another tool."""
        self.stands()
        self.sluttet.emit()

    # Routes --------------------------------------------------------------------------------------------

    def _ruter(self) -> list[QgsVectorLayer]:
        """The layers of routes that are seen on the map; all of them where none is."""
        alle = [
            layer
            for layer in self.om.current.layers()
            if tabelnavn_af(layer) == "rute" and layer.isValid() and not layer.readOnly()
        ]
        vist = {layer.id() for layer in self.om.iface.mapCanvas().layers()}
        return [layer for layer in alle if layer.id() in vist] or alle

    def _aabn(self, rute: QgsFeature) -> Maling | None:
        maal = Maal(rute.geometry())
        if not maal.loeb or self._underlag is None:
            return None
        noegle = str(rute["objekt_id"])
        if noegle in ("", "NULL", "ny"):
            self.om.messages.info(tr("Gem ruten først, så kan underlaget males."))
            return None
        return Maling(
            noegle, str(rute["navn"] or ""), maal, lagte(self._underlag, noegle, maal),
            self._moedesteder(rute.geometry().boundingBox(), maal),
        )  # fmt: skip

    def _moedesteder(self, boks: QgsRectangle, maal: Maal) -> list[float]:
        layer = self.om.current.layer("moedested")
        if layer is None:
            return []
        boks.grow(STED_VED_M)
        geometrier = (
            f.geometry() for f in layer.getFeatures(QgsFeatureRequest().setFilterRect(boks))
        )
        punkter = (g.asPoint() for g in geometrier if not g.isNull() and not g.isEmpty())
        return steder_langs(maal, ((punkt.x(), punkt.y()) for punkt in punkter))

    # Painting ------------------------------------------------------------------------------------------

    def _valgt(self) -> None:
        if self._kort is not None and self._valg is not None:
            self._kort.farve = self._valg.farve
            self._kort.vis_igen()
            self.om.iface.mapCanvas().setFocus()

    def _mal(self, vej: list[Strakt]) -> None:
        kort, valg, underlag = self._kort, self._valg, self._underlag
        if kort is None or valg is None or underlag is None or kort.valgt is None:
            return
        rute = kort.valgt
        plan = mal(rute.maal, rute.lagte, vej, valg.maling())
        if plan.er_tom:
            self.om.messages.info(tr("Sådan er underlaget her allerede."))
        else:
            self._skriv(tr("Mal underlag"), rute, plan)

    def _overtag(self) -> None:
        """From other routes, then from the network."""
        kort, underlag = self._kort, self._underlag
        if kort is None or kort.valgt is None or kort.rutelag is None or underlag is None:
            return
        rute = kort.valgt
        linje = kort.rutelag.getFeature(kort.fid).geometry()
        net = self.om.current.layer("netvaerk_linje")
        kilder = [*fra_andre_ruter(underlag, linje, rute.noegle)]
        if net is not None:
            kilder += fra_netvaerket(net, linje)
        plan = overtag(rute.maal, rute.lagte, kilder)
        if plan.er_tom:
            self.om.messages.info(
                tr("Ingen andre ruter eller veje her har et underlag, som ruten mangler.")
            )
            return
        foer = langt((et.fra, et.til) for et in rute.lagte)
        if self._skriv(tr("Overtag underlag"), rute, plan):
            meter = langt((et.fra, et.til) for et in plan.efter) - foer
            self.om.messages.success(tr("Overtog underlag på {0} m.").format(dansk(meter, 0)))

    def _skriv(self, tekst: str, rute: Maling, plan: Plan) -> bool:
        underlag = self._underlag
        if underlag is None:
            return False
        if not underlag.isEditable() and not self.om.iface.vectorLayerTools().startEditing(
            underlag
        ):
            return False
        gik = udfoer(underlag, tekst, lambda: skriv(underlag, rute.noegle, rute.maal, plan))
        if not gik:
            self.om.messages.error(
                tr("Underlaget kunne ikke skrives. Se efter, om laget kan rettes.")
            )
        return gik

    def _forny(self, _plads: int = 0) -> None:
        """Painted, undone or redone: what lies on the route is read again."""
        kort, underlag = self._kort, self._underlag
        if kort is not None:
            kort.efterse()
        if kort is not None and kort.valgt is not None and underlag is not None:
            kort.valgt.lagte = lagte(underlag, kort.valgt.noegle, kort.valgt.maal)
            self._fortael_ruten()

    def _fortael_ruten(self) -> None:
        kort, valg = self._kort, self._valg
        if kort is None or valg is None:
            return
        if kort.valgt is None:
            kort.vis_lagte({})
            valg.sig_ruten("")
            return
        maal = kort.valgt.maal
        lagt: dict[str, list[QgsGeometry]] = {}
        for et in kort.valgt.lagte:
            farve = valg.farve_af(et.stykke.underlag).name()
            lagt.setdefault(farve, []).append(som_linje(maal.linje((et.fra, et.til))))
        kort.vis_lagte(lagt)
        alt = oversigt(maal, [et.stykke for et in kort.valgt.lagte])
        dele = [
            f"{valg.navn(kode)} {dansk(100 * meter / maal.laengde, 0)} %"
            for kode, meter in alt.andele.items()
        ]
        navn = kort.valgt.navn or tr("Ruten")
        valg.sig_ruten(tr("{0}, {1} m: {2}.").format(navn, dansk(maal.laengde, 0), ", ".join(dele)))
