# SPDX-License-Identifier: GPL-2.0-or-later
"""Surfaces follow their route when it is drawn anew, and its derived surface follows them; each is one step with its cause."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

from moedested_plugin.gui.forbindelser import Forbindelser
from moedested_plugin.i18n import tr
from moedested_plugin.project.aabent import tabelnavn_af

if TYPE_CHECKING:
    from moedested_plugin.checks.tegning import Kaede
    from moedested_plugin.domain.underlag_langs import Stykke
    from moedested_plugin.drawing.maal import Maal
    from moedested_plugin.drawing.omlaegning import Flytning
    from moedested_plugin.drawing.stak import Led
    from moedested_plugin.drawing.straekning import Lagt
    from moedested_plugin.gui.current_project import CurrentProject
    from moedested_plugin.gui.messages import Messages

#: Shows lines on the map.
VisLinjer = Callable[[Sequence[QgsGeometry]], object]
_NOEGLE, _RUTE_ID = "objekt_id", "rute_id"


@dataclass(frozen=True)
class _Omlagt:
    """A route that was drawn anew, and what became of its stretches."""

    layer: QgsVectorLayer
    rute: QgsFeature
    maal: Maal
    flytninger: list[Flytning]
    #: Those of routes that went in the same step, as when two are joined.
    medbragte: list[Flytning]
    #: The routes that came in the same step, as when it is split, each with the stretches that lie on it now.
    afskaarne: list[tuple[str, Maal, list[Stykke]]]

    @property
    def tabt_m(self) -> float:
        tabt = sum(flytning.tabt_m for flytning in (*self.flytninger, *self.medbragte))
        return tabt - sum(et.laengde for _, _, alle in self.afskaarne for et in alle)

    def tabte_steder(self) -> list[QgsGeometry]:
        """The ground of the stretches that were cut or lost."""
        from moedested_plugin.drawing.straekning_lag import som_linje

        alle = (*self.flytninger, *self.medbragte)
        return [som_linje(f.linje) for f in alle if f.tabt_m > 0]


class UnderlagFoelg(QObject):
    """Follows the layers of the project while it is open."""

    def __init__(self, current: CurrentProject, messages: Messages, vis: VisLinjer) -> None:
        super().__init__()
        self._current, self._messages, self._vis = current, messages, vis
        self._ruter_af: dict[int, str] = {}
        self._skridt = current.skridt
        self._omlagt: dict[str, set[int]] = {}
        self._nye: dict[str, set[int]] = {}
        self._vaek: dict[str, set[int]] = {}
        #: (layer's id, the route's id) -> the key of a route that is not saved: once it is gone nobody can say.
        self._noegler: dict[tuple[str, int], str] = {}
        #: A route's key -> its stretches that are about to go with it.
        self._gaar: dict[str, list[tuple[Lagt, Kaede]]] = {}
        self._malet: set[str] = set()
        self._lagene = Forbindelser()
        current.replaced.connect(self._foelg)
        self._foelg()

    def close(self) -> None:
        """Let go of the project and its layers."""
        self._current.replaced.disconnect(self._foelg)
        self._slip()
        self.deleteLater()

    # Following -----------------------------------------------------------------------------------------

    def _foelg(self) -> None:
        self._slip()
        self._lagene.lyt(self._skridt, self._skridt.boern_gaar, self._boern_gaar)
        for layer in self._current.layers():
            tabel = tabelnavn_af(layer)
            if tabel not in ("rute", "straekning") or layer.readOnly():
                continue
            stak = self._skridt.stak(layer)
            if tabel == "rute":
                self._lagene.lyt(layer, layer.geometryChanged, partial(self._linje_rettet, layer))
                self._lagene.lyt(layer, layer.featureAdded, partial(self._rute_ny, layer))
                self._lagene.lyt(layer, layer.featureDeleted, partial(self._rute_vaek, layer))
                self._lagene.lyt(stak, stak.ny, partial(self._rute_rettet, layer))
            else:
                for signal in (
                    layer.featureAdded,
                    layer.attributeValueChanged,
                    layer.geometryChanged,
                ):
                    self._lagene.lyt(layer, signal, partial(self._raekke_rettet, layer))
                self._lagene.lyt(layer, layer.featureDeleted, partial(self._raekke_slettet, layer))
                self._lagene.lyt(stak, stak.ny, self._underlag_rettet)
            self._lagene.lyt(stak, stak.gaaet, partial(self._glem, layer.id()))

    def _slip(self) -> None:
        self._lagene.slip()
        self._omlagt.clear()
        self._nye.clear()
        self._vaek.clear()
        self._noegler.clear()
        self._gaar.clear()
        self._malet.clear()
        self._ruter_af.clear()

    def _glem(self, layer_id: str, _tilbage: bool) -> None:
        """What was heard belonged to something undone."""
        self._omlagt.pop(layer_id, None)
        self._nye.pop(layer_id, None)
        self._vaek.pop(layer_id, None)
        self._gaar.clear()
        self._malet.clear()

    # A route is drawn anew -----------------------------------------------------------------------------

    def _linje_rettet(self, layer: QgsVectorLayer, fid: int, _: QgsGeometry) -> None:
        self._omlagt.setdefault(layer.id(), set()).add(fid)

    def _rute_ny(self, layer: QgsVectorLayer, fid: int) -> None:
        if fid < 0:  # not one that was saved
            self._nye.setdefault(layer.id(), set()).add(fid)
            self._noegler[layer.id(), fid] = str(layer.getFeature(fid)[_NOEGLE])

    def _rute_vaek(self, layer: QgsVectorLayer, fid: int) -> None:
        self._vaek.setdefault(layer.id(), set()).add(fid)

    def _boern_gaar(self, layer: QgsVectorLayer, feature: QgsFeature) -> None:
        from moedested_plugin.drawing.straekning_lag import laes

        underlag = self._current.layer("straekning")
        if tabelnavn_af(layer) == "rute" and underlag is not None:
            noegle = str(feature[_NOEGLE])
            # Their rows go by themselves.
            self._gaar[noegle] = [
                (replace(et, fid=None), hvor) for et, hvor in laes(underlag, noegle)
            ]

    def _borte(
        self, layer: QgsVectorLayer, fids: set[int], underlag: QgsVectorLayer
    ) -> list[tuple[Lagt, Kaede]]:
        """The stretches of routes that are gone."""
        from moedested_plugin.drawing.straekning_lag import laes

        gemte = QgsFeatureRequest().setFilterFids([fid for fid in fids if fid > 0])
        noegler = [str(f[_NOEGLE]) for f in layer.dataProvider().getFeatures(gemte)]
        noegler += [n for fid in sorted(fids) if (n := self._noegler.get((layer.id(), fid)))]
        alle: list[tuple[Lagt, Kaede]] = []
        for noegle in noegler:
            alle += self._gaar.get(noegle) or laes(underlag, noegle)
        return alle

    def _rute_rettet(self, layer: QgsVectorLayer) -> None:
        fids, nye, vaek = (
            hver.pop(layer.id(), set()) for hver in (self._omlagt, self._nye, self._vaek)
        )
        fids -= vaek
        underlag = self._current.layer("straekning")
        if not fids or underlag is None or not underlag.isEditable():
            return
        aarsag = self._skridt.stak(layer).seneste()
        borte = self._borte(layer, vaek, underlag) if vaek and len(fids) == 1 else []
        self._gaar.clear()
        omlagte = [
            o
            for fid in sorted(fids)
            if (o := _omlagt_rute(layer, fid, underlag, nye - fids, borte))
        ]
        if omlagte and _skriv(underlag, omlagte):
            self._skridt.bind(aarsag, self._skridt.stak(underlag).seneste())
            self._sig(omlagte)

    def _sig(self, omlagte: Sequence[_Omlagt]) -> None:
        tabte = [o for o in omlagte if o.tabt_m >= 1]
        if not tabte:
            return
        tekst = tr("{0}: {1} m underlag er taget af, for ruten går der ikke længere.")
        navn = str(tabte[0].rute["navn"] or "") or tr("Ruten")
        steder = [sted for o in tabte for sted in o.tabte_steder()]
        # The latest command may be what was derived from the reshape; it takes the rest along.
        seneste = self._skridt.stak(tabte[0].layer).seneste()
        self._messages.warning(
            tekst.format(navn, round(sum(o.tabt_m for o in tabte))),
            (tr("Vis"), partial(self._vis, steder)),
            (tr("Fortryd"), partial(self._fortryd, seneste)),
        )

    def _fortryd(self, seneste: Led) -> None:
        stak = seneste.stak
        if sip.isdeleted(stak) or not seneste.staar or stak.plads != seneste.plads:
            self._messages.info(
                tr("Ruten er rettet eller gemt siden. Fortryd trin for trin med Ctrl+Z.")
            )
            return
        stak.fortryd()
        stak.layer.triggerRepaint()

    # A surface is changed ------------------------------------------------------------------------------

    def _raekke_rettet(self, layer: QgsVectorLayer, fid: int, *_: object) -> None:
        feature = layer.getFeature(fid)
        if feature.isValid():
            self._ruter_af[fid] = str(feature[_RUTE_ID])
            self._malet.add(self._ruter_af[fid])

    def _raekke_slettet(self, layer: QgsVectorLayer, fid: int) -> None:
        # No longer in the layer: as it is saved, or as it was last heard of.
        feature = next(layer.dataProvider().getFeatures(QgsFeatureRequest(fid)), None)
        if feature is not None:
            self._malet.add(str(feature[_RUTE_ID]))
        elif fid in self._ruter_af:
            self._malet.add(self._ruter_af[fid])

    def _underlag_rettet(self) -> None:
        noegler, self._malet = self._malet, set()
        underlag = self._current.layer("straekning")
        if not noegler or underlag is None:
            return
        from moedested_plugin.gui.gem_afledt import lag_paa, skriv

        aarsag = self._skridt.stak(underlag).seneste()
        liste = ", ".join(QgsExpression.quotedString(noegle) for noegle in sorted(noegler))
        oensket = QgsFeatureRequest().setFilterExpression(f'"{_NOEGLE}" IN ({liste})')
        oensket.setFlags(Qgis.FeatureRequestFlag.NoGeometry)
        for layer in lag_paa(self._current.project, "rute"):
            fids = {rute.id() for rute in layer.getFeatures(oensket)}
            if skriv(self._current.project, layer, fids, underlag):
                self._skridt.bind(aarsag, self._skridt.stak(layer).seneste())


def _omlagt_rute(
    layer: QgsVectorLayer,
    fid: int,
    underlag: QgsVectorLayer,
    nye: set[int],
    borte: Sequence[tuple[Lagt, Kaede]],
) -> _Omlagt | None:
    from moedested_plugin.drawing.maal import Maal
    from moedested_plugin.drawing.omlaegning import omplacer
    from moedested_plugin.drawing.straekning_lag import laes

    rute = layer.getFeature(fid)
    gamle = list(laes(underlag, str(rute[_NOEGLE]))) if rute.isValid() else []
    if not gamle and not borte:
        return None
    maal = Maal(rute.geometry())
    flytninger = omplacer(maal, gamle)
    optaget = [(et.fra, et.til) for flytning in flytninger for et in flytning.stykker]
    medbragte = omplacer(maal, borte, optaget=optaget)
    rest = [(f.foer, f.linje) for f in flytninger if f.tabt_m > 0]
    afskaarne = []
    for ny in (layer.getFeature(nr) for nr in sorted(nye)) if rest else ():
        langs = Maal(ny.geometry())
        stykker = [et for flytning in omplacer(langs, rest) for et in flytning.stykker]
        if stykker:
            afskaarne.append((str(ny[_NOEGLE]), langs, stykker))
    return _Omlagt(layer, rute, maal, flytninger, medbragte, afskaarne)


def _skriv(underlag: QgsVectorLayer, omlagte: Sequence[_Omlagt]) -> bool:
    from moedested_plugin.drawing.omlaegning import plan_af
    from moedested_plugin.drawing.straekning import Plan
    from moedested_plugin.drawing.straekning_lag import skriv, udfoer

    planer = [(str(o.rute[_NOEGLE]), o.maal, plan_af(o.flytninger)) for o in omlagte]
    for o in omlagte:
        # Rows of another route are made anew for this one.
        nye = [et for flytning in o.medbragte for et in flytning.stykker]
        gamle = [f.foer.fid for f in o.medbragte if f.foer.fid is not None]
        planer.append((str(o.rute[_NOEGLE]), o.maal, Plan(nye, slettede=gamle)))
    planer += [(noegle, maal, Plan(alle)) for o in omlagte for noegle, maal, alle in o.afskaarne]
    return udfoer(
        underlag,
        tr("Underlag følger ruten"),
        lambda: all(skriv(underlag, noegle, maal, plan) for noegle, maal, plan in planer),
    )
