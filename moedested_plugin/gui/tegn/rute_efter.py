# SPDX-License-Identifier: GPL-2.0-or-later
"""What is done to a route that is there: drag a point, turn it round, split, join, close the loop."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import QgsExpressionContextUtils, QgsGeometry, QgsVectorLayer
from qgis.PyQt import sip

from moedested_plugin.domain.ejerskab import EJER
from moedested_plugin.drawing.rutegeometri import KanIkke, dele_af, luk, vend
from moedested_plugin.drawing.ruteskriv import antal_boern, del_rute, ret, saml_ruter
from moedested_plugin.drawing.rutetegning import Tegning, genkend
from moedested_plugin.drawing.rutevej import Grund, IngenVej, Punkt, Vej, multilinje
from moedested_plugin.i18n import tr
from moedested_plugin.project.raekke import er_null

from .rute_ord import meter

if TYPE_CHECKING:
    from moedested_plugin.drawing.graf import Graf

    from .rute_kort import RuteKort
    from .spoergsmaal import Spoergsmaal
    from .vaerktoej import Tegneomgivelser


class RuteEfter:
    """The route that can be dragged (`tegning`), and the actions on any route."""

    def __init__(self, om: Tegneomgivelser, kort: RuteKort, spoerg: Spoergsmaal) -> None:
        self._om, self._kort, self._spoerg = om, kort, spoerg
        self.tegning: Tegning | None = None
        self._layer: QgsVectorLayer | None = None
        self._fid: int | None = None
        #: Where the route does not lie in the layer yet: who is told that it was dragged.
        self._kladde: Callable[[QgsGeometry], None] | None = None
        self._greb: tuple[int | None, int | None] | None = None
        self._skriver = False
        #: Waits for the route to join with; called with layer and fid.
        self.venter: Callable[[QgsVectorLayer, int], None] | None = None

    # The route that can be dragged ----------------------------------------------------------------------

    def tag_fat(
        self,
        layer: QgsVectorLayer,
        fid: int | None,
        tegning: Tegning,
        kladde: Callable[[QgsGeometry], None] | None = None,
    ) -> None:
        """This route's points can be dragged from now on; None and `kladde` where it waits in the form."""
        self.giv_slip()
        self.tegning, self._layer, self._fid, self._kladde = tegning, layer, fid, kladde
        layer.featureDeleted.connect(self._borte)
        layer.geometryChanged.connect(self._aendret)
        layer.editingStopped.connect(self.giv_slip)
        self._vis(tegning)

    def giv_slip(self) -> None:
        """No route can be dragged."""
        layer, self._layer, self.tegning, self._greb = self._layer, None, None, None
        self._fid = self._kladde = None
        if layer is not None and not sip.isdeleted(layer):
            layer.featureDeleted.disconnect(self._borte)
            layer.geometryChanged.disconnect(self._aendret)
            layer.editingStopped.disconnect(self.giv_slip)
            self._kort.ryd()

    def ret_rute(self, layer: QgsVectorLayer, fid: int, graf: Graf, hoejst: float) -> None:
        """Find the points of a route that is there, so that they can be dragged."""
        dele = dele_af(layer.getFeature(fid).geometry())
        if len(dele) != 1:
            self._spoerg.sig(tr("Ruten er i flere dele. Saml den først; så kan den trækkes."))
            return
        self.tag_fat(layer, fid, genkend(graf, dele[0], hoejst))
        self._spoerg.sig(
            tr("Træk i ruten eller i et af dens punkter. Et klik på kortet begynder en ny rute.")
        )

    def grib(self, punkt: Punkt, taet: float, hoejst: float) -> bool:
        """Take hold of what is under the mouse; False where nothing is."""
        if self.tegning is None:
            return False
        self.tegning.hoejst = hoejst
        greb = self.tegning.grebet(punkt, taet)
        self._greb = greb if greb != (None, None) else None
        return self._greb is not None

    def traek(self, punkt: Punkt) -> None:
        """Show the route as it would be."""
        ny, _ = self._som_trukket(punkt, over=False)
        if ny is not None:
            self._vis(ny)

    def slip(self, punkt: Punkt) -> None:
        """Let go: the route goes there, after a question where a gap must be bridged."""
        ny, grund = self._som_trukket(punkt, over=False)
        if ny is None and grund is Grund.ADSKILT:
            ny, grund = self._som_trukket(punkt, over=True)
        self._greb = None
        if ny is None:
            self._vis(self.tegning)
            self._spoerg.sig(
                tr("Der er ikke noget netværk her. Slip punktet på en vej eller sti.")
                if grund is Grund.UDENFOR
                else tr("Der er ingen vej hertil i netværket. Ruten er, som den var.")
            )
            return
        hul = sum(led.laengde for led in ny.vej.huller)
        foer = self.tegning.vej.huller if self.tegning is not None else ()
        if hul > sum(led.laengde for led in foer):
            self._vis(self.tegning)
            self._spoerg.stil(
                tr("Netværket mangler {0} m her.").format(meter(hul)),
                tr("Slå bro"),
                partial(self._gem_tegning, ny),
            )
            return
        self._gem_tegning(ny)

    def _som_trukket(self, punkt: Punkt, *, over: bool) -> tuple[Tegning | None, Grund | None]:
        if self.tegning is None or self._greb is None:
            return None, None
        via, ben = self._greb
        try:
            if via is not None:
                return self.tegning.flyttet(via, punkt, over=over), None
            return self.tegning.indsat(ben or 0, punkt, over=over), None
        except IngenVej as ingen:
            return None, ingen.grund

    def _gem_tegning(self, ny: Tegning) -> None:
        if self._kladde is not None:
            self._kladde(ny.vej.geometri())
        elif self._layer is not None and self._fid is not None:
            self._skriv(self._layer, self._fid, ny.vej.geometri(), tr("Træk i rute"))
        else:
            return
        self.tegning = ny
        self._vis(ny)

    def _vis(self, tegning: Tegning | None) -> None:
        if tegning is not None and self._layer is not None:
            self._kort.rute(tegning.ben, self._layer)
            self._kort.via([via.sted for via in tegning.via], self._layer)

    def _borte(self, fid: int) -> None:
        if fid == self._fid:
            self.giv_slip()

    def _aendret(self, fid: int, _geometri: QgsGeometry) -> None:
        if fid == self._fid and not self._skriver:
            self.giv_slip()

    # Actions on any route -------------------------------------------------------------------------------

    def maa_rettes(self, layer: QgsVectorLayer, fid: int) -> bool:
        """Whether the route is ours to change; says so where it is not."""
        rute = layer.getFeature(fid)
        nr = layer.fields().lookupField(EJER)
        ejer: Any = rute.attribute(nr) if nr >= 0 else None
        egen: Any = QgsExpressionContextUtils.projectScope(self._om.current.project).variable("cvr")
        if fid > 0 and not er_null(ejer) and not er_null(egen) and int(ejer) != int(egen):
            self._spoerg.sig(tr("Ruten er en anden myndigheds. Kun den kan ændre den."))
            return False
        self._om.iface.setActiveLayer(layer)  # what Ctrl+Z takes back
        return layer.isEditable() or bool(self._om.iface.vectorLayerTools().startEditing(layer))

    def vend(self, layer: QgsVectorLayer, fid: int) -> None:
        """Turn it round."""
        egen = self.tegning if self._er_min(layer, fid) else None
        self._skriv(layer, fid, vend(layer.getFeature(fid).geometry()), tr("Vend rute"))
        if egen is not None:
            self.tegning = egen.vendt()
        self._spoerg.sig(tr("Ruten går nu den anden vej."))

    def del_her(self, layer: QgsVectorLayer, fid: int, punkt: Punkt) -> None:
        """Cut it in two."""
        boern = self._boern(layer, fid)
        self.giv_slip()
        try:
            del_rute(layer, fid, punkt, tr("Del rute"))
        except KanIkke:
            self._spoerg.sig(tr("Peg på et sted inde på ruten, ikke ved enden."))
            return
        self._spoerg.sig(
            tr(
                "Ruten er delt i to, underlaget med. Tilknytninger og fotos ({0}) hører stadig til den første del. Se dem efter."
            ).format(boern)
            if boern
            else tr("Ruten er delt i to. Giv den anden del et navn.")
        )

    def saml_med(self, layer: QgsVectorLayer, fid: int) -> None:
        """Wait for a click on the route to join with."""
        self.venter = partial(self._saml, layer, fid)
        self._spoerg.sig(tr("Klik på den rute, som skal lægges til. Esc fortryder."))

    def _saml(self, layer: QgsVectorLayer, fid: int, andet: QgsVectorLayer, anden: int) -> None:
        self.venter = None
        if andet is not layer or anden == fid:
            self._spoerg.sig(tr("Klik på en anden rute af samme slags. Intet er ændret."))
            return
        if self._boern(layer, anden):
            self._spoerg.sig(
                tr(
                    "Den anden rute har foto eller tilknytninger. Flyt dem først; ellers gik de tabt. Intet er ændret."
                )
            )
            return
        if not self.maa_rettes(layer, anden):
            return
        self._samlet(layer, fid, anden, bro=False)

    def _samlet(self, layer: QgsVectorLayer, fid: int, anden: int, *, bro: bool) -> None:
        self.giv_slip()
        try:
            saml_ruter(layer, fid, anden, tr("Saml ruter"), bro=bro)
        except KanIkke as nej:
            if nej.hul:
                self._spoerg.stil(
                    tr("Der er {0} m mellem de to ruter.").format(meter(nej.hul)),
                    tr("Slå bro"),
                    lambda: self._samlet(layer, fid, anden, bro=True),
                )
            return
        self._spoerg.sig(tr("De to ruter er nu én."))

    def luk(self, layer: QgsVectorLayer, fid: int, graf: Graf | None, hoejst: float) -> None:
        """Lead it back to where it began: along the network where there is a way, else straight when the user agrees."""
        rute = layer.getFeature(fid).geometry()
        dele = dele_af(rute)
        if not dele:
            return
        try:
            lukket = luk(rute)
        except KanIkke as nej:
            if not nej.hul:
                self._spoerg.sig(tr("Ruten er for kort til at være en rundtur."))
                return
            self._luk_langs(layer, fid, graf, hoejst, nej.hul)
            return
        self._lukket(layer, fid, lukket)

    def _luk_langs(
        self, layer: QgsVectorLayer, fid: int, graf: Graf | None, hoejst: float, hul: float
    ) -> None:
        rute = layer.getFeature(fid).geometry()
        dele = dele_af(rute)
        if graf is not None:
            hjem = Tegning(graf, hoejst)
            hjem.begynd(hjem.forslag(dele[-1][-1]))
            forslag = hjem.forslag(dele[0][0])
            if forslag.ben is not None and not forslag.hul:
                punkter = [*dele[-1], *Vej((forslag.ben,)).punkter, dele[0][0]]
                self._lukket(layer, fid, multilinje([*dele[:-1], punkter]))
                return
        self._spoerg.stil(
            tr("Der er ingen vej hjem i netværket. Luk med en lige linje på {0} m?").format(
                meter(hul)
            ),
            tr("Slå bro"),
            lambda: self._lukket(layer, fid, luk(rute, bro=True)),
        )

    def _lukket(self, layer: QgsVectorLayer, fid: int, geometri: QgsGeometry) -> None:
        if self._er_min(layer, fid):
            self.giv_slip()
        self._skriv(layer, fid, geometri, tr("Luk rundtur"))
        self._spoerg.sig(tr("Rundturen er lukket."))

    def _skriv(self, layer: QgsVectorLayer, fid: int, geometri: QgsGeometry, tekst: str) -> None:
        self._skriver = True
        try:
            ret(layer, fid, geometri, tekst)
        finally:
            self._skriver = False

    def _er_min(self, layer: QgsVectorLayer, fid: int) -> bool:
        return self._layer is layer and self._fid == fid

    def _boern(self, layer: QgsVectorLayer, fid: int) -> int:
        """Rows that belong to a route and do not follow it when it is split or joined."""
        objekt_id = str(layer.getFeature(fid).attribute("objekt_id"))
        ud = 0
        for rolle in ("tilknytning", "foto"):
            boern = self._om.current.layer(rolle)
            if boern is not None:
                felt = "objekt_id" if rolle == "foto" else "rute_id"
                ud += antal_boern([boern], felt, objekt_id)
        return ud
