# SPDX-License-Identifier: GPL-2.0-or-later
"""Follows the edits of all our layers and asks for each changed row to be checked, a little after the last change.

The rows are told by layer and feature id, as QGIS tells of them; they are read when their turn comes. Many rows come in
small portions, so that QGIS goes on drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtBoundSignal

from moedested_plugin.project.aabent import tabel_af
from moedested_plugin.project.raekke import er_null, raekke_af

from .retning import LagAfRolle

if TYPE_CHECKING:
    from qgis.core import QgsFeature

    from moedested_plugin.domain.betingelse import Vaerdi
    from moedested_plugin.gui.current_project import CurrentProject

    from .liste import Raekke

#: Rests this long after the last change (ms).
RO = 300
#: Rows of one portion.
PORTION = 25
#: So many that wait are looked at in larger portions.
MANGE = 500
#: So many unsaved rows are looked at together, since they may refer to each other.
SAMLET = 30

#: Table → key → values.
Rettede = dict[str, dict[str, "dict[str, Vaerdi]"]]
_Fid = tuple[str, int]


class Redigerede(QObject):
    """Calls `kontroller(rows, deleted)` with whole rows by table and key, and with the keys of deleted ones."""

    def __init__(
        self,
        current: CurrentProject,
        kontroller: Callable[[Rettede, set[Raekke]], object],
    ) -> None:
        super().__init__()
        self._current, self._kontroller = current, kontroller
        self._fulgte: list[tuple[QgsVectorLayer, pyqtBoundSignal, Callable[..., None]]] = []
        self._venter: dict[_Fid, None] = {}
        #: Keys of the rows that have been edited, since a deleted one cannot be asked.
        self._noegler: dict[_Fid, Raekke] = {}
        #: Rows as they stand in open forms, which QGIS has not put into the edit buffer yet.
        self._i_formular: dict[_Fid, dict[str, Vaerdi]] = {}
        self._ur = QTimer(self)
        self._ur.setSingleShot(True)
        self._ur.timeout.connect(self._naeste)
        current.replaced.connect(self._foelg)
        self._foelg()

    def close(self) -> None:
        """Let go of all layers."""
        self._ur.stop()
        self._current.replaced.disconnect(self._foelg)
        self._slip()
        self.deleteLater()

    def alle(self) -> None:
        """Check every unsaved row: the list has been made anew from what is saved."""
        for layer in self._lag():
            for fid in _ugemte(layer):
                self._venter[layer.id(), fid] = None
        if self._venter:
            self._ur.start(0)

    def se_paa(self, layer: QgsVectorLayer, fid: int) -> None:
        """Check this row soon."""
        self._venter[layer.id(), fid] = None
        self._ur.start(RO)

    def skrevet(self, layer: QgsVectorLayer, fid: int, raekke: dict[str, Vaerdi] | None) -> None:
        """Check the row as a form shows it, and as it is once the form is gone."""
        if sip.isdeleted(layer):
            return
        noegle = (layer.id(), fid)
        if raekke == self._i_formular.get(noegle):
            return
        if raekke is None:
            del self._i_formular[noegle]
        elif noegle not in self._i_formular and not self._afviger(layer, fid, raekke):
            return  # merely opened
        else:
            self._i_formular[noegle] = raekke
        self.se_paa(layer, fid)

    def _afviger(self, layer: QgsVectorLayer, fid: int, raekke: dict[str, Vaerdi]) -> bool:
        feature = layer.getFeature(fid)
        hele = self._raekke(layer, feature) if feature.isValid() else None
        return hele is not None and any(hele[1].get(felt) != v for felt, v in raekke.items())

    @property
    def venter(self) -> bool:
        """Whether more rows wait for their turn."""
        return bool(self._venter)

    @property
    def roerte(self) -> set[Raekke]:
        """Rows that have been edited since the project was opened."""
        return set(self._noegler.values())

    # Following -----------------------------------------------------------------------------------------

    def _lag(self) -> list[QgsVectorLayer]:
        return [
            layer
            for layer in self._current.layers()
            if layer.isValid() and not layer.readOnly() and _noeglefelt(layer)
        ]

    def _foelg(self) -> None:
        self._slip()
        for layer in self._lag():
            for signal, goer in self._signaler(layer):
                signal.connect(goer)
                self._fulgte.append((layer, signal, goer))

    def _slip(self) -> None:
        for layer, signal, goer in self._fulgte:
            if not sip.isdeleted(layer):
                signal.disconnect(goer)
        self._fulgte.clear()
        self._venter.clear()
        self._noegler.clear()
        self._i_formular.clear()

    def _signaler(
        self, layer: QgsVectorLayer
    ) -> Iterator[tuple[pyqtBoundSignal, Callable[..., None]]]:
        en = partial(self._roert, layer)
        yield layer.attributeValueChanged, en
        yield layer.geometryChanged, en
        yield layer.featureAdded, en
        yield layer.featuresDeleted, partial(self._slettet, layer)
        yield layer.beforeRollBack, partial(self._opgives, layer)

    def _roert(self, layer: QgsVectorLayer, fid: int, *_: object) -> None:
        self.se_paa(layer, fid)

    def _slettet(self, layer: QgsVectorLayer, fids: Iterable[int]) -> None:
        for fid in fids:
            self._find_noegle(layer, fid)
            self.se_paa(layer, fid)

    def _find_noegle(self, layer: QgsVectorLayer, fid: int) -> None:
        """Before the row is out of reach: as it is saved."""
        if (layer.id(), fid) in self._noegler or fid < 0:
            return
        from moedested_plugin.gui.gem_buffer import gemte_noegler

        tabel = tabel_af(layer)
        for fundet, (noegle, _) in gemte_noegler(layer, tabel, [fid]).items():
            self._noegler[layer.id(), fundet] = (tabel.navn, noegle)

    def _opgives(self, layer: QgsVectorLayer) -> None:
        for fid in _ugemte(layer):
            self.se_paa(layer, fid)

    # Checking ------------------------------------------------------------------------------------------

    def _naeste(self) -> None:
        """The next portion; the rest when QGIS has drawn."""
        portion = list(self._venter)[: PORTION if len(self._venter) < MANGE else 3 * PORTION]
        for en in portion:
            del self._venter[en]
        rettede: Rettede = {}
        vaek: set[Raekke] = set()
        lag = {layer.id(): layer for layer in self._lag()}
        for layer_id, fid in portion:
            if layer_id in lag:
                self._laes(lag[layer_id], fid, rettede, vaek)
        self._laeg_ugemte_til(rettede)
        # A row that has moved to another layer of its table is gone from the first only.
        vaek -= {(tabel, noegle) for tabel, raekker in rettede.items() for noegle in raekker}
        if rettede or vaek:
            self._kontroller(rettede, vaek)
        if self._venter:
            self._ur.start(0)

    def _laes(self, layer: QgsVectorLayer, fid: int, rettede: Rettede, vaek: set[Raekke]) -> None:
        feature = layer.getFeature(fid)
        kendt = self._noegler.get((layer.id(), fid))
        if not feature.isValid():
            if kendt is not None:
                vaek.add(kendt)
            return
        raekke = self._raekke(layer, feature)
        if raekke is None:
            return
        (tabel, noegle), hele = raekke
        hele = {**hele, **self._i_formular.get((layer.id(), fid), {})}
        if kendt is not None and kendt != (tabel, noegle):
            vaek.add(kendt)
        self._noegler[layer.id(), fid] = (tabel, noegle)
        rettede.setdefault(tabel, {})[noegle] = hele

    @staticmethod
    def _raekke(
        layer: QgsVectorLayer, feature: QgsFeature
    ) -> tuple[Raekke, dict[str, Vaerdi]] | None:
        tabel = tabel_af(layer)
        hele = raekke_af(tabel, feature)
        noegle = hele.get(tabel.noegle)
        return None if er_null(noegle) else ((tabel.navn, str(noegle)), hele)

    def _laeg_ugemte_til(self, rettede: Rettede) -> None:
        """Few unsaved rows are looked at together: one that refers to another must find it."""
        ugemte = [
            (layer, fid) for layer in self._lag() for fid in _ugemte(layer, hoejst=SAMLET + 1)
        ]
        if not rettede or len(ugemte) > SAMLET:
            return
        for layer, fid in ugemte:
            self._laes(layer, fid, rettede, set())


def _ugemte(layer: QgsVectorLayer, hoejst: int = 0) -> list[int]:
    """Feature ids of new and changed rows, and of those deleted when all are asked for."""
    buffer = layer.editBuffer()
    if buffer is None:
        return []
    # Not changedAttributeValues(): that copies every changed value of every row.
    fids = sorted(buffer.allAddedOrEditedFeatures())
    return fids[:hoejst] if hoejst else [*fids, *buffer.deletedFeatureIds()]


def ugemte_raekker(lag_af_rolle: LagAfRolle, roller: Iterable[str]) -> Rettede:
    """Whole unsaved rows of these layers by table and key: what lies over the store."""
    rettede: Rettede = {}
    for rolle in roller:
        layer = lag_af_rolle(rolle)
        if layer is None or not _noeglefelt(layer):
            continue
        for fid in _ugemte(layer):
            feature = layer.getFeature(fid)
            tabel = tabel_af(layer)
            if feature.isValid():
                hele = raekke_af(tabel, feature)
                if not er_null(hele.get(tabel.noegle)):
                    rettede.setdefault(tabel.navn, {})[str(hele[tabel.noegle])] = hele
    return rettede


def _noeglefelt(layer: QgsVectorLayer) -> str:
    from moedested_plugin.gui.historik_handling import noeglefelt

    return noeglefelt(layer)
