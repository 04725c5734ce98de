# SPDX-License-Identifier: GPL-2.0-or-later
"""One step (skridt) to the user, several layers to QGIS: what belongs together is undone and redone together.

QGIS has one undo stack per layer, in `BufferedGroups` too, and Ctrl+Z undoes the latest command of the active one. Here
commands of several layers are bound: whichever of them is undone or redone, the others follow. Three things are bound:
what a tool does in several layers (`et`), what follows from a change (`bind`: surfaces follow their route), and a new
object with its children (`foelg_ny`), however and whenever these came.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from qgis.core import QgsFeature, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from moedested_plugin.i18n import tr

from .stak import Led, Stak

if TYPE_CHECKING:
    from qgis.core import QgsProject, QgsVectorLayerEditBuffer


@dataclass(frozen=True)
class _Baand:
    """Two commands that are done together; `modsat`: the one is done when the other is not."""

    a: Led
    b: Led
    modsat: bool = False
    #: Rows that `b` took away: put back anew where `b` itself cannot be undone any more.
    raekker: tuple[QgsFeature, ...] = ()


class Skridt(QObject):
    """Follows the layers of a project until their edits are saved or rolled back."""

    #: A new object is gone (its layer, and the object), and its new children are about to follow.
    boern_gaar = pyqtSignal(object, object)

    def __init__(self, project: QgsProject) -> None:
        super().__init__()
        self._project = project
        # Not `willBeDeleted` of the layer: then PyQt has forgotten it already.
        project.layersWillBeRemoved["QStringList"].connect(self._lag_vaek)
        self._stakke: dict[str, Stak] = {}
        self._baand: list[_Baand] = []
        self._i_gang = False
        #: (layer's id, the object's id) -> the object as it was drawn, and the command that put it there.
        self._nye: dict[tuple[str, int], tuple[QgsFeature, Led | None]] = {}
        #: Layer's id -> what children took away just now, until it is known what their parent's command was.
        self._venter: dict[str, list[tuple[int, Led, tuple[QgsFeature, ...]]]] = {}

    def close(self) -> None:
        """Let go of all layers."""
        for stak in list(self._stakke.values()):
            self._slip(stak)
        self._project.layersWillBeRemoved["QStringList"].disconnect(self._lag_vaek)
        self.deleteLater()

    # What is bound -------------------------------------------------------------------------------------

    def stak(self, layer: QgsVectorLayer) -> Stak:
        """The stack of the layer; from now on its commands can be bound."""
        kendt = self._stakke.get(layer.id())
        if kendt is not None and kendt.layer is layer:
            return kendt
        if kendt is not None:
            self._slip(kendt)
        stak = self._stakke[layer.id()] = Stak(layer, self)
        stak.ny.connect(partial(self._ny, stak))
        stak.gaaet.connect(partial(self._gaaet, stak))
        layer.featureDeleted.connect(self._objekt_vaek)
        # Saving and rolling back take temporary objects away too: nothing is undone then.
        layer.committedFeaturesAdded.connect(self._glem_nye)
        layer.editingStopped.connect(self._glem_nye)
        layer.beforeRollBack.connect(self._glem_nye)
        return stak

    @contextmanager
    def et(self, layers: Iterable[QgsVectorLayer], tekst: str) -> Iterator[None]:
        """Edits inside are one step; an exception takes them all back.

        A layer that only carries the step, so that Ctrl+Z finds it there as well, gets an empty command.
        """
        lag = list(dict.fromkeys(layer for layer in layers if layer.isEditable()))
        stakke = [self.stak(layer) for layer in lag]
        for layer in lag:
            layer.beginEditCommand(tekst)
        try:
            yield
        except BaseException:
            for layer in lag:
                layer.destroyEditCommand()
            raise
        led = []
        for layer, stak in zip(lag, stakke):
            layer.endEditCommand()
            # What follows from it may lie on top of it already, and goes first.
            led.append(stak.seneste())
        for andet in led[1:]:
            self.bind(led[0], andet)

    def bind(self, a: Led, b: Led) -> None:
        """The two commands are one step."""
        self._ryd()
        self._baand.append(_Baand(a, b))

    def foelg_ny(self, layer: QgsVectorLayer, feature: QgsFeature) -> None:
        """From now on this new object and its unsaved children are one, whatever layer they are drawn in."""
        stak = self.stak(layer)
        lagt = None if layer.isEditCommandActive() else stak.seneste()
        self._nye[layer.id(), feature.id()] = (QgsFeature(feature), lagt)

    # What moves ----------------------------------------------------------------------------------------

    def _ny(self, stak: Stak) -> None:
        self._ryd()
        self._bind_boern(stak, stak.seneste())
        for noegle, (feature, lagt) in self._nye.items():
            if lagt is None and noegle[0] == stak.layer.id():
                self._nye[noegle] = (feature, stak.seneste())

    def _gaaet(self, stak: Stak, tilbage: bool) -> None:
        self._ryd()
        self._bind_boern(stak, None if tilbage else stak.seneste())
        if self._i_gang:
            return
        self._i_gang = True
        try:
            self._foelges(stak, tilbage)
        finally:
            self._i_gang = False

    def _foelges(self, stak: Stak, tilbage: bool) -> None:
        """A chain follows along: what goes with the one takes its own other halves along."""
        venter = [(stak, tilbage)]
        while venter:
            nu, tilbage = venter.pop()
            # The undo panel may go several steps at once: undone from the latest, redone from the first.
            for baand in self._baand[::-1] if tilbage else list(self._baand):
                for den, anden in ((baand.a, baand.b), (baand.b, baand.a)):
                    skal = den.gjort is not baand.modsat
                    if den.stak is not nu or den.gjort is tilbage or anden.gjort is skal:
                        continue
                    if anden.skift(gjort=skal):
                        venter.append((anden.stak, not skal))
                    elif baand.raekker and den is baand.a and not skal:
                        self._laeg_tilbage(baand)

    def _ryd(self) -> None:
        self._baand = [baand for baand in self._baand if baand.a.staar and baand.b.staar]

    # A new object and its children ---------------------------------------------------------------------

    def _objekt_vaek(self, fid: int) -> None:
        layer = cast("QgsVectorLayer", self.sender())
        feature, _ = self._nye.get((layer.id(), fid), (None, None))
        buffer = buffer_i(layer)
        if feature is None or buffer is None or fid in buffer.addedFeatures():
            return
        self.boern_gaar.emit(layer, feature)
        kendte = set()
        for relation in self._project.relationManager().referencedRelations(layer):
            barn = relation.referencingLayer()
            if barn.id() in kendte or not barn.isEditable():
                continue
            nye = _nye_boern(barn, relation.fieldPairs(), feature)
            if nye:
                kendte.add(barn.id())
                stak = self.stak(barn)
                raekker = tuple(barn.getFeatures(QgsFeatureRequest().setFilterFids(nye)))
                barn.beginEditCommand(tr("Fortryd sammen med {0}").format(layer.name()))
                barn.deleteFeatures(nye)
                barn.endEditCommand()
                taget = (fid, stak.seneste(), raekker)
                self._venter.setdefault(layer.id(), []).append(taget)

    def _bind_boern(self, stak: Stak, aarsag: Led | None) -> None:
        """Children went with what was done (`aarsag`), or with the undoing of what put their parent there."""
        for fid, vaek, raekker in self._venter.pop(stak.layer.id(), ()):
            _, lagt = self._nye.get((stak.layer.id(), fid), (None, None))
            if aarsag is not None:
                self._baand.append(_Baand(aarsag, vaek))
            elif lagt is not None:
                self._baand.append(_Baand(lagt, vaek, True, raekker))

    def _laeg_tilbage(self, baand: _Baand) -> None:
        """Something newer lies on the children's stack: they come back as new rows."""
        self._baand.remove(baand)
        barn = baand.b.stak.layer
        barn.beginEditCommand(tr("Gentag sammen med {0}").format(baand.a.stak.layer.name()))
        barn.addFeatures(list(baand.raekker))
        barn.endEditCommand()
        self._baand.append(_Baand(baand.a, baand.b.stak.seneste()))

    # Letting go ----------------------------------------------------------------------------------------

    def _glem_nye(self, *_: object) -> None:
        layer = cast("QgsVectorLayer", self.sender())
        self._nye = {n: ny for n, ny in self._nye.items() if n[0] != layer.id()}
        self._venter.pop(layer.id(), None)

    def _lag_vaek(self, ids: list[str]) -> None:
        for stak in [stak for noegle, stak in self._stakke.items() if noegle in ids]:
            self._slip(stak)

    def _slip(self, stak: Stak) -> None:
        layer = stak.layer
        if not sip.isdeleted(layer):
            layer.featureDeleted.disconnect(self._objekt_vaek)
            for signal in (
                layer.committedFeaturesAdded,
                layer.editingStopped,
                layer.beforeRollBack,
            ):
                signal.disconnect(self._glem_nye)
        self._stakke = {
            noegle: kendt for noegle, kendt in self._stakke.items() if kendt is not stak
        }
        self._baand = [b for b in self._baand if stak not in (b.a.stak, b.b.stak)]
        stak.slip()


def buffer_i(layer: QgsVectorLayer) -> QgsVectorLayerEditBuffer | None:
    """What is not saved in the layer; None while it is not edited, whatever the stubs say."""
    return cast("QgsVectorLayerEditBuffer | None", layer.editBuffer())


def _nye_boern(barn: QgsVectorLayer, par: dict[str, str], feature: QgsFeature) -> list[int]:
    """The unsaved rows that refer to the object."""
    buffer = buffer_i(barn)
    nye = buffer.addedFeatures() if buffer is not None else {}
    return [
        fid
        for fid, raekke in nye.items()
        if all(raekke[her] == feature[der] for her, der in par.items())
    ]
