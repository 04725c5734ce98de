# SPDX-License-Identifier: GPL-2.0-or-later
"""The tool *Tilknyt*: from a moedested the places around it, from a route the moedesteder that it passes."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsPointXY,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, Qt, QTimer

from moedested_plugin.drawing import adgangsvej, tilknyt
from moedested_plugin.drawing.ramt import STEDROLLER, ramt
from moedested_plugin.drawing.tilknyt import Kandidat, kandidat_af
from moedested_plugin.drawing.visenavn import Visenavn
from moedested_plugin.i18n import tr
from moedested_plugin.project.aabent import tabel_af, tabelnavn_af
from moedested_plugin.project.raekke import er_null

from .klik import Klik
from .tilknyt_dok import TilknytDok, undervejs
from .tilknyt_kort import Tilknytkort
from .vaerktoej import Tegneomgivelser, Vaerktoej


class Tilknyt(Vaerktoej):
    """First a moedested or a route, then what is to be tied to it."""

    def __init__(self, omgivelser: Tegneomgivelser) -> None:
        super().__init__(omgivelser)
        self._canvas = omgivelser.iface.mapCanvas()
        self._klik: Klik | None = None
        self._kort = Tilknytkort(self._canvas)
        self.dok: TilknytDok | None = None
        #: The moedested or route that one stands at, by its key: a save gives what was new another number.
        self._fra: tuple[QgsVectorLayer, str] | None = None
        self._kandidater: list[Kandidat] = []
        self._ankomster: list[adgangsvej.Ankomst] = []
        omgivelser.netvaerk.klar.connect(self._maal_ankomst)
        # After the click has been answered: a large town is searched for its car parks.
        self._straks = QTimer(self)
        self._straks.setSingleShot(True)
        self._straks.setInterval(0)
        self._straks.timeout.connect(self._find_ankomst)

    def close(self) -> None:
        """Take everything away again."""
        self.om.netvaerk.klar.disconnect(self._maal_ankomst)
        super().close()

    def begynd(self) -> bool:
        """Open the list; what is chosen or active in the layer of moedesteder is where it begins."""
        moedested, links = self._lag("moedested"), self._lag("tilknytning")
        if moedested is None or links is None:
            return False
        self.dok = TilknytDok(_roller(self._lag("kodeliste")))
        self.dok.tilknyt.connect(lambda kandidat: self._tilknyt([kandidat]))
        self.dok.tilknyt_alle.connect(self._tilknyt)
        self.dok.lukket.connect(self._forladt)
        self.om.iface.addTabifiedDockWidget(
            Qt.DockWidgetArea.RightDockWidgetArea, self.dok, ["MoedestedPanel"], True
        )
        self._klik = Klik(self._canvas)
        self._klik.klikket.connect(self._klikket)
        self._klik.forladt.connect(self._forladt)
        self._klik.tag()
        # Another tool, of QGIS or of ours, ends this one.
        self._klik.deactivated.connect(self._forladt)
        links.undoStack().indexChanged.connect(self._marker)
        # For the distance along it; until it is read, and where it leads nowhere, it is that as the crow flies.
        self.om.netvaerk.brug_igen()
        valgte = list(moedested.getSelectedFeatures())
        if len(valgte) == 1:
            self._vaelg(moedested, valgte[0])
        return True

    def stands(self) -> None:
        """Take list, numbers and cursor away. The links stay."""
        klik, self._klik = self._klik, None
        dok, self.dok = self.dok, None
        self._straks.stop()
        self._kort.ryd()
        self._fra, self._kandidater, self._ankomster = None, [], []
        if klik is not None:
            self.om.netvaerk.slip()
        links = self._lag("tilknytning")
        if links is not None and klik is not None:
            links.undoStack().indexChanged.disconnect(self._marker)
        if klik is not None:
            klik.slip()
        if dok is not None:
            dok.lukket.disconnect(self._forladt)
            self.om.iface.removeDockWidget(dok)
            dok.deleteLater()

    # What the user does --------------------------------------------------------------------------------

    def _forladt(self) -> None:
        self.stands()
        self.sluttet.emit()

    def _klikket(self, punkt: QgsPointXY, _paa_skaermen: QPoint) -> None:
        nummer = self._nummer_ved(punkt)
        if nummer is not None and self.dok is not None:
            self._tilknyt([self.dok.kandidat(nummer)])
            return
        moedested = self._lag("moedested")
        ramte = self._ramt(["moedested", *STEDROLLER], punkt)
        if ramte is None or moedested is None:
            return
        layer, feature = ramte
        fra = self._her()
        er_rute = tabelnavn_af(layer) == "rute"
        if layer == moedested and (fra is None or fra[0] == moedested):
            self._vaelg(layer, feature)
        elif fra is None:
            if er_rute:
                self._vaelg(layer, feature)
        elif fra[0] == moedested:
            self._tilknyt([kandidat_af(layer, feature, fra[1])])
        elif layer == moedested:
            self._tilknyt([kandidat_af(fra[0], fra[1], feature)])
        elif er_rute:
            self._vaelg(layer, feature)

    def _vaelg(self, layer: QgsVectorLayer, feature: QgsFeature) -> None:
        moedested, links = self._lag("moedested"), self._lag("tilknytning")
        if self.dok is None or moedested is None or links is None:
            return
        self._fra, self._ankomster = (layer, str(feature[_noegle(layer)])), []
        fra_rute = layer != moedested
        if fra_rute:
            self._kandidater = tilknyt.passerede(moedested, links, layer, feature)
        else:
            self._kandidater = tilknyt.forslag(
                self.om.current.layers_of(STEDROLLER), links, feature
            )
        self._kort.vis(layer, feature.geometry(), self._kandidater)
        self.dok.vis(Visenavn(layer).af(feature), self._kandidater, fra_rute=fra_rute)
        self.dok.vis_ankomst([])
        self._straks.start()

    def _her(self) -> tuple[QgsVectorLayer, QgsFeature] | None:
        """Where one stands, as it is now; nowhere, with an empty list, where an undo took it away."""
        fra = self._fra
        if fra is None or sip.isdeleted(fra[0]):
            return None
        hvor = QgsExpression.createFieldEqualityExpression(_noegle(fra[0]), fra[1])
        feature = next(fra[0].getFeatures(QgsFeatureRequest().setFilterExpression(hvor)), None)
        if feature is not None:
            return fra[0], feature
        self._fra, self._kandidater, self._ankomster = None, [], []
        self._kort.ryd()
        if self.dok is not None:
            self.dok.vent()
        return None

    def _find_ankomst(self) -> None:
        """How one gets there; a path that leads there from a stop is then suggested as that."""
        moedested, fra = self._lag("moedested"), self._her()
        if fra is None or fra[0] is not moedested:
            return
        feature = fra[1]
        lag = self.om.current.layers_of(adgangsvej.ROLLER)
        self._ankomster = adgangsvej.ankomster(lag, feature.geometry())
        punkter = [hver.geometri for hver in self._ankomster]
        nu = tilknyt.ad_ankomsten(self._kandidater, feature.geometry(), punkter)
        if self.dok is not None and [k.rolle_k for k in nu] != [
            k.rolle_k for k in self._kandidater
        ]:
            self._kandidater = nu
            self.dok.vis(Visenavn(moedested).af(feature), nu, fra_rute=False)
        self._maal_ankomst()

    def _maal_ankomst(self) -> None:
        """Along the network, when it has been read."""
        fra, graf = self._her(), self.om.netvaerk.graf
        if fra is not None and graf is not None:
            her = fra[1].geometry()
            self._ankomster = [adgangsvej.ad_nettet(hver, her, graf) for hver in self._ankomster]
        self._vis_ankomst()

    def _vis_ankomst(self) -> None:
        links, fra, dok = self._lag("tilknytning"), self._her(), self.dok
        if links is None or fra is None or dok is None:
            return
        feature = fra[1]
        kendte = {kandidat.noegle for kandidat in self._kandidater}
        veje = [
            kandidat_af(hver.layer, hver.layer.getFeature(hver.fid), feature)
            for hver in self._ankomster
            if hver.kan_knyttes
        ]
        ikke_i_listen = [v for v in veje if v.noegle not in kendte]
        dok.vis_ankomst(self._ankomster, tilknyt.uknyttede(links, ikke_i_listen))

    def _tilknyt(self, kandidater: Sequence[Kandidat]) -> None:
        links, moedested = self._lag("tilknytning"), self._lag("moedested")
        if links is None or moedested is None or self._her() is None or not self._rediger(links):
            return
        # Ctrl+Z works on the active layer: the step stands there too, and in the layer of the moedesteder.
        aktivt = self.om.iface.activeLayer()
        baerere = [moedested, *([aktivt] if isinstance(aktivt, QgsVectorLayer) else [])]
        navn = kandidater[0].navn if len(kandidater) == 1 else str(len(kandidater))
        nye = tilknyt.uknyttede(links, kandidater)
        if not nye:
            self.om.messages.info(tr("{0} er allerede tilknyttet.").format(navn))
            return
        with self.om.current.skridt.et([links, *baerere], tr("Tilknyt {0}").format(navn)):
            tilknyt.tilknyt(links, nye)
            self._skriv_adgangsvej(moedested, nye)
        self._marker()

    def _skriv_adgangsvej(self, moedested: QgsVectorLayer, nye: Sequence[Kandidat]) -> None:
        """How far it is to a stop or car park that was tied, where nothing was written of it yet."""
        ankomne = {(hver.layer.id(), hver.fid): hver for hver in self._ankomster}
        her = self._her()
        for kandidat in nye:
            ankomst = ankomne.get((kandidat.layer.id(), kandidat.fid))
            if ankomst is None or her is None or not moedested.isEditable():
                continue
            nr = moedested.fields().lookupField("adgangsvej")
            if er_null(her[1].attribute(nr)):
                tekst = f"{ankomst.navn}: {undervejs(ankomst)}."
                moedested.changeAttributeValue(her[1].id(), nr, tekst)
                her[1].setAttribute(nr, tekst)

    def _marker(self, *_: object) -> None:
        """Numbers and rows show what is tied, also after an undo."""
        links = self._lag("tilknytning")
        if links is None or self.dok is None or self._her() is None:
            return
        mangler = {(k.moedested_id, k.noegle) for k in tilknyt.uknyttede(links, self._kandidater)}
        for nr, kandidat in enumerate(self._kandidater):
            knyttet = (kandidat.moedested_id, kandidat.noegle) not in mangler
            self.dok.marker(nr, knyttet=knyttet)
            self._kort.numre[nr].knyttet = knyttet
            self._kort.numre[nr].update()
        self._vis_ankomst()

    # What there is -------------------------------------------------------------------------------------

    def _lag(self, rolle: str) -> QgsVectorLayer | None:
        layer = self.om.current.layer(rolle)
        return None if layer is None or sip.isdeleted(layer) else layer

    def _rediger(self, layer: QgsVectorLayer) -> bool:
        return layer.isEditable() or bool(self.om.iface.vectorLayerTools().startEditing(layer))

    def _ramt(
        self, roller: Sequence[str], punkt: QgsPointXY
    ) -> tuple[QgsVectorLayer, QgsFeature] | None:
        klik = self._klik
        if klik is None:
            return None
        synlige = self._canvas.layers()
        return ramt(
            [layer for layer in self.om.current.layers_of(roller) if layer in synlige],
            klik.i_lagene(punkt),
        )

    def _nummer_ved(self, punkt: QgsPointXY) -> int | None:
        for nr, nummer in enumerate(self._kort.numre):
            if nummer.er_ved(punkt) and not nummer.knyttet:
                return nr
        return None


def _noegle(layer: QgsVectorLayer) -> str:
    return tabel_af(layer).noegle


def _roller(kodeliste: QgsVectorLayer | None) -> dict[int, str]:
    """The roles as the municipality calls them."""
    if kodeliste is None:
        return {}
    fundne = kodeliste.getFeatures(
        QgsFeatureRequest().setFilterExpression('"liste" = \'rolle\' AND "aktiv" = 1')
    )
    return dict(sorted((int(kode["kode"]), str(kode["navn"])) for kode in fundne))
