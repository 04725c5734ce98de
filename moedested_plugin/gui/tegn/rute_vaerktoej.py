# SPDX-License-Identifier: GPL-2.0-or-later
"""The tool *Tegn rute langs netværket*: click, click, end – the route follows the network between the clicks."""

from __future__ import annotations

from qgis.core import QgsPointXY, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QMenu

from moedested_plugin.domain.tempo import INDSTILLING, Tempo, tempo_af
from moedested_plugin.drawing.rutegeometri import KanIkke, maal
from moedested_plugin.drawing.rutetegning import Forslag, Tegning
from moedested_plugin.drawing.rutevej import Ben, Vej
from moedested_plugin.i18n import tr
from moedested_plugin.project.aabent import rolle_af

from .rute_bjaelke import RuteBjaelke
from .rute_efter import RuteEfter
from .rute_kort import RuteKort
from .rute_maptool import RuteMapTool
from .rute_netvaerk import ROLLER
from .rute_ny import RuteNy
from .rute_ord import fortalt, hvorfor, laengde_og_tid, meter, raad
from .rute_sted import RUTER, UNDER_PX, Sted, lav_menu
from .spoergsmaal import Spoergsmaal
from .vaerktoej import Tegneomgivelser, Vaerktoej

#: On a leg shorter than this (m) nobody looks for other ways.
_KORT_BEN_M = 20.0


class RuteVaerktoej(Vaerktoej):
    """Draws one route after another until Esc."""

    def __init__(self, omgivelser: Tegneomgivelser) -> None:
        super().__init__(omgivelser)
        canvas = omgivelser.iface.mapCanvas()
        self._canvas = canvas
        self.netvaerk = omgivelser.netvaerk
        self.netvaerk.klar.connect(self._netvaerk_klar)
        self.netvaerk.laeses.connect(self._vis_maal)
        self.tool = RuteMapTool(canvas, self)
        self.tool.deactivated.connect(self._forladt)
        self.sted = Sted(canvas, self._laget)
        self.kort = RuteKort(canvas)
        self.spoerg = Spoergsmaal(omgivelser.iface.messageBar())
        self.efter = RuteEfter(omgivelser, self.kort, self.spoerg)
        self.ny = RuteNy(omgivelser.tegner(), self.efter)
        self.bjaelke = RuteBjaelke(canvas)
        self.bjaelke.rolle_valgt.connect(self._slags_valgt)
        self.bjaelke.veje_valgt.connect(self._vejlag_valgt)
        self.bjaelke.hide()
        self.tegning: Tegning | None = None
        self._forslag: Forslag | None = None
        self._venter: Forslag | None = None
        self._andre: list[Ben] = []
        self._valgt = 0
        self._musen: QgsPointXY | None = None
        self._fri = self._taendt = False
        self._tempo = Tempo()
        #: Clicks made before the network was read.
        self._koe: list[tuple[QgsPointXY, bool]] = []

    # On and off ----------------------------------------------------------------------------------------

    def begynd(self) -> bool:
        """Switch on; the network is read in the background the first time."""
        lag = self.om.current.layers_of(RUTER)
        if not lag:
            self.om.messages.warning(
                tr("Projektet har ingen lag med ruter. Åbn et Mødested-projekt.")
            )
            return False
        self.bjaelke.fyld(
            [(rolle_af(layer), layer.name()) for layer in lag], self.om.current.layers_of(ROLLER)
        )
        aktivt = self.om.iface.activeLayer()
        for layer in lag:
            if layer is aktivt:
                self.bjaelke.vaelg(rolle_af(layer))
        store = self.om.store()
        self._tempo = tempo_af(store.indstilling(INDSTILLING) if store is not None else None)
        self._taendt = True
        self._canvas.setMapTool(self.tool)
        self._canvas.setFocus()
        self.bjaelke.vis()
        self.netvaerk.brug(self.bjaelke.vejlag)
        self.om.tegner().rute_begynder(self.bjaelke.valgt)
        self._vis_maal()
        return True

    def stands(self) -> None:
        """Switch off; what is half drawn goes."""
        if not self._taendt:
            return
        self._taendt = False
        self._ryd()
        self.ny.glem()
        self.efter.giv_slip()
        self.efter.venter = None
        self.netvaerk.slip()
        self.bjaelke.hide()
        if self._canvas.mapTool() is self.tool:
            self._canvas.unsetMapTool(self.tool)
        self.om.tegner().rute_slutter()

    def close(self) -> None:
        """Take everything away again."""
        self.stands()
        self.ny.close()
        self.netvaerk.klar.disconnect(self._netvaerk_klar)
        self.netvaerk.laeses.disconnect(self._vis_maal)
        self.kort.luk()
        self.tool.deleteLater()
        if not sip.isdeleted(self.bjaelke):
            self.bjaelke.hide()
            self.bjaelke.deleteLater()
        super().close()

    def _forladt(self) -> None:
        """Another map tool took over, or Esc."""
        if self._taendt:
            self.stands()
            self.sluttet.emit()

    # What the mouse says -------------------------------------------------------------------------------

    def flyttet(self, punkt: QgsPointXY, *, fri: bool) -> None:
        """Let the next leg follow the mouse."""
        if self._venter is not None or self.netvaerk.graf is None or self.efter.venter:
            return
        if self._valgt and self._musen is not None and self.sted.naer(punkt, self._musen):
            return  # the hand shakes: the way chosen by Tab stays
        tegning = self._nuvaerende()
        self._musen, self._fri = punkt, fri
        self._forslag = tegning.forslag(self.sted.i_laget(punkt), fri=fri)
        self._andre, self._valgt = [], 0
        self._vis()

    def hviler(self) -> None:
        """The mouse rests: look for other ways."""
        if not self._taendt or self._venter is not None or self._andre or self.tegning is None:
            return
        forslag = self._forslag
        if forslag is None or forslag.ben is None or self._fri or forslag.ben.laengde < _KORT_BEN_M:
            return
        self._andre = self.tegning.andre(forslag.via)
        self._vis()

    def klikket(self, punkt: QgsPointXY, *, fri: bool) -> None:
        """Put a point down."""
        if self.efter.venter is not None:
            fundet = self.sted.rute_under(punkt, self.om.current)
            if fundet is not None:
                self.efter.venter(*fundet)
            return
        if self.netvaerk.graf is None:
            self._koe.append((punkt, fri))
            self.spoerg.sig(tr("Netværket læses … Dine klik huskes."))
            return
        if not (self.tegning and self.tegning.via) and not self.om.tegner().frit():
            return
        self._drop_spoergsmaal()
        self.flyttet(punkt, fri=fri)
        forslag = self._forslag
        if forslag is None or self._laget() is None:
            return
        tegning = self._nuvaerende()
        if forslag.grund is not None:
            self.spoerg.sig(hvorfor(forslag.grund))
        elif not tegning.via:
            self.efter.giv_slip()
            self.tegning = tegning
            tegning.begynd(forslag)
        elif forslag.hul:
            self._venter = forslag
            self.spoerg.stil(
                tr("Netværket mangler {0} m her.").format(meter(forslag.hul)),
                tr("Slå bro"),
                self._slaa_bro,
            )
        else:
            tegning.tag(forslag, fri=fri)
        self._andre, self._valgt = [], 0
        if self._venter is None:
            self._forslag = None
        self._vis()

    def _slaa_bro(self) -> None:
        forslag, self._venter = self._venter, None
        if forslag is not None and self.tegning is not None:
            self.tegning.tag(forslag)
            self._forslag = None
            self._vis()
            self._canvas.setFocus()

    def grib(self, punkt: QgsPointXY) -> bool:
        """Take hold of the route just drawn."""
        if self.tegning is not None and self.tegning.via:
            return False
        return self.efter.grib(
            self.sted.i_laget(punkt), self.sted.meter(UNDER_PX), self.sted.hoejst()
        )

    def traek(self, punkt: QgsPointXY) -> None:
        """Drag what was taken hold of."""
        self.efter.traek(self.sted.i_laget(punkt))

    def slip(self, punkt: QgsPointXY) -> None:
        """Let go of it."""
        self.efter.slip(self.sted.i_laget(punkt))
        self._vis_maal()

    # What the keys say ---------------------------------------------------------------------------------

    def tast(self, tast: int) -> bool:
        """Do what the key says; True where it meant something."""
        if tast == Qt.Key.Key_Escape:
            self._afbryd()
        elif tast == Qt.Key.Key_Tab:
            self._anden_vej()
        elif tast == Qt.Key.Key_Backspace:
            self._tilbage()
        else:
            self.faerdig()
        return True

    def _afbryd(self) -> None:
        """The question, then the half drawn route, then the tool."""
        if self.efter.venter is not None:
            self.efter.venter = None
            self.spoerg.tag_vaek()
        elif self._venter is not None:
            self._drop_spoergsmaal()
            self._vis()
        elif self.tegning is not None:
            self._ryd()
            self._vis_maal()
        else:
            self._canvas.unsetMapTool(self.tool)

    def _tilbage(self) -> None:
        if self._venter is not None:
            self._drop_spoergsmaal()
        elif self.tegning is not None:
            self.tegning.tilbage()
            if not self.tegning.via:
                self._ryd()
        self._forslag, self._andre, self._valgt = None, [], 0
        if self._musen is not None and self.tegning is not None:
            self.flyttet(self._musen, fri=self._fri)
        self._vis()

    def _anden_vej(self) -> None:
        """The next of the ways: of the leg under the mouse, else of the last one."""
        tegning, forslag = self.tegning, self._forslag
        if tegning is None or self._venter is not None:
            return
        naeste = forslag is not None and forslag.ben is not None and not self._fri
        if naeste and forslag is not None and forslag.ben is not None:
            naeste = forslag.ben.laengde >= _KORT_BEN_M
        if not self._andre:
            if naeste and forslag is not None:
                self._andre = tegning.andre(forslag.via)
            else:
                # Over a gap nobody goes without being asked: that is for the leg not yet taken.
                self._andre = [ben for ben in tegning.andre_for_sidste() if not ben.huller]
        if len(self._andre) > 1:
            self._valgt = (self._valgt + 1) % len(self._andre)
            if naeste and forslag is not None:
                self._forslag = Forslag(forslag.via, self._andre[self._valgt])
            else:
                tegning.skift_sidste(self._andre[self._valgt])
        self._vis()

    # The end -------------------------------------------------------------------------------------------

    def faerdig(self) -> None:
        """Put the route into its layer and open its form."""
        tegning, layer = self.tegning, self._laget()
        if tegning is None or layer is None or self._venter is not None:
            return
        vej = tegning.vej
        if len(vej.punkter) < 2:
            self.spoerg.sig(tr("En rute har mindst to punkter. Klik, hvor den ender."))
            return
        if not self.om.tegner().frit():
            return
        if not layer.isEditable() and not self.om.iface.vectorLayerTools().startEditing(layer):
            return
        self.om.iface.setActiveLayer(layer)  # what Ctrl+Z takes back
        self._ryd()
        self.ny.tag(self.bjaelke.valgt, layer, tegning)
        self.om.messages.success(fortalt(vej, self._tempo))
        self._vis_maal()

    def menu(self, punkt: QgsPointXY, paa_skaermen: QPoint) -> None:
        """Right click: the end of the route, or what can be done to the one under the mouse."""
        if self.tegning is not None:
            self.faerdig()
            return
        if not self.om.tegner().frit():
            return
        menu = self.lav_menu(punkt)
        if menu is not None:
            menu.popup(paa_skaermen)

    def lav_menu(self, punkt: QgsPointXY) -> QMenu | None:
        """What can be done to the route under the mouse; None where there is none that may be changed."""
        return lav_menu(self.om, self.efter, self.netvaerk.graf, self.sted, punkt)

    # Small things --------------------------------------------------------------------------------------

    def _laget(self) -> QgsVectorLayer | None:
        return self.om.current.layer(self.bjaelke.valgt)

    def _nuvaerende(self) -> Tegning:
        graf = self.netvaerk.graf
        tegning = self.tegning
        if tegning is None and graf is not None:
            tegning = Tegning(graf, self.sted.hoejst())
        if tegning is None:
            raise KanIkke
        tegning.hoejst = self.sted.hoejst()
        return tegning

    def _slags_valgt(self, rolle: str) -> None:
        layer = self._laget()
        if layer is not None:
            self.om.iface.setActiveLayer(layer)
            self.om.tegner().rute_begynder(rolle)
        self._canvas.setFocus()

    def _vejlag_valgt(self) -> None:
        if self._taendt:
            self.netvaerk.brug(self.bjaelke.vejlag)
            self._vis_maal()

    def _netvaerk_klar(self) -> None:
        graf = self.netvaerk.graf
        if self.tegning is not None and graf is not None:
            self.tegning = self.tegning.langs_nyt(graf)
        if self._venter is None:
            self.spoerg.tag_vaek()
        koe, self._koe = self._koe, []
        for punkt, fri in koe:
            self.klikket(punkt, fri=fri)
        self._vis_maal()

    def _drop_spoergsmaal(self) -> None:
        self._venter = None
        self.spoerg.tag_vaek()

    def _ryd(self) -> None:
        self._drop_spoergsmaal()
        self.tegning, self._forslag, self._andre, self._valgt = None, None, [], 0
        self._koe = []
        self.kort.ryd()

    def _vis(self) -> None:
        layer, tegning, forslag = self._laget(), self.tegning, self._venter or self._forslag
        if layer is None:
            return
        if tegning is not None:
            self.kort.rute(tegning.ben, layer)
            self.kort.via([via.sted for via in tegning.via], layer)
        self.kort.naeste(forslag.ben if forslag is not None else None, layer)
        self.kort.andre([b for nr, b in enumerate(self._andre) if nr != self._valgt], layer)
        paa_nettet = forslag is not None and (forslag.via.fod is not None or self._fri)
        self.kort.musen(forslag.via.sted if forslag is not None and paa_nettet else None, layer)
        self._vis_maal()

    def _vis_maal(self) -> None:
        """Say in the small panel how long it is, and what can be done now."""
        if self.netvaerk.graf is None:
            self.bjaelke.maal.setText(tr("Netværket læses …"))
            self.bjaelke.raad.setText("")
            return
        ben = list(self.tegning.ben) if self.tegning is not None else []
        forslag = self._venter or self._forslag
        if forslag is not None and forslag.ben is not None and self.tegning is not None:
            ben.append(forslag.ben)
        vej = Vej(tuple(ben))
        langt = len(vej.punkter) > 1
        self.bjaelke.maal.setText(
            laengde_og_tid(maal(vej.geometri(), self._tempo)) if langt else ""
        )
        self.bjaelke.raad.setText(
            raad(
                tegner=self.tegning is not None,
                kan_traekkes=self.efter.tegning is not None,
                grund=forslag.grund if forslag is not None else None,
                veje=len(self._andre),
                spurgt=self._venter is not None,
            )
        )
