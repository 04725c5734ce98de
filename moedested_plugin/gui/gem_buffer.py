# SPDX-License-Identifier: GPL-2.0-or-later
"""What waits to be saved: a copy of the edit buffers, as layers keep them and as rows of the model."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from qgis.core import Qgis, QgsFeature, QgsFeatureRequest, QgsGeometry, QgsProject, QgsVectorLayer

from moedested_plugin.domain.betingelse import GEOMETRI, Vaerdi
from moedested_plugin.domain.felt import Tabel
from moedested_plugin.i18n import tr
from moedested_plugin.project.aabent import tabel_af, tabelnavn_af
from moedested_plugin.project.raekke import domaenevaerdi, er_null, raekke_af, wkb
from moedested_plugin.store.proeve import Aendring

VERSION = "raekke_version"


@dataclass
class LagBuffer:
    """The unsaved edits of one layer, copied."""

    layer: QgsVectorLayer
    nye: dict[int, QgsFeature]
    vaerdier: dict[int, dict[int, Any]]
    geometrier: dict[int, QgsGeometry]
    slettede: set[int]

    @property
    def er_tom(self) -> bool:
        """Nothing to save."""
        return not (self.nye or self.vaerdier or self.geometrier or self.slettede)

    @property
    def rettede(self) -> list[int]:
        """Saved rows with a change."""
        return sorted(({*self.vaerdier, *self.geometrier} - set(self.nye)) - self.slettede)

    def kun(self, fids: Collection[int]) -> LagBuffer:
        """The edits of these rows only."""
        return LagBuffer(
            self.layer,
            {fid: feature for fid, feature in self.nye.items() if fid in fids},
            {fid: felter for fid, felter in self.vaerdier.items() if fid in fids},
            {fid: geometri for fid, geometri in self.geometrier.items() if fid in fids},
            {fid for fid in self.slettede if fid in fids},
        )


@dataclass(frozen=True)
class Raekke:
    """One unsaved row of one of our layers."""

    layer: QgsVectorLayer
    tabel: Tabel
    fid: int
    aendring: Aendring
    #: The whole row as it will stand; empty for a deleted one.
    hele: dict[str, Vaerdi] = field(default_factory=dict)
    #: Someone has deleted it meanwhile, so `hele` has the changed fields only.
    forsvundet: bool = False

    @property
    def navn(self) -> str:
        """What the row is called, where it has a name."""
        return str(self.hele.get("navn") or "")


def aflaes(layer: QgsVectorLayer) -> LagBuffer:
    """Copy the edit buffer of the layer."""
    buffer = layer.editBuffer()
    if buffer is None:
        return LagBuffer(layer, {}, {}, {}, set())
    return LagBuffer(
        layer,
        {fid: QgsFeature(feature) for fid, feature in buffer.addedFeatures().items()},
        {fid: dict(felter) for fid, felter in buffer.changedAttributeValues().items()},
        {fid: QgsGeometry(geometri) for fid, geometri in buffer.changedGeometries().items()},
        set(buffer.deletedFeatureIds()),
    )


def aflaes_alle(project: QgsProject) -> list[LagBuffer]:
    """Copy the buffers of all layers that have something to save."""
    buffere = (aflaes(layer) for layer in project.editBufferGroup().layers())
    return [buffer for buffer in buffere if not buffer.er_tom]


def raekker(buffer: LagBuffer, kendte: Mapping[int, tuple[str, int]]) -> Iterator[Raekke]:
    """The unsaved rows of a layer of ours; none of any other layer. `kendte` has keys of rows as first read."""
    layer = buffer.layer
    if not tabelnavn_af(layer):
        return
    tabel = tabel_af(layer)
    gemte = gemte_noegler(layer, tabel, [*buffer.slettede, *buffer.rettede])
    noegler = {fid: noegle for fid, (noegle, _) in gemte.items()}
    for fid in sorted(buffer.slettede):
        if fid in noegler:
            yield Raekke(layer, tabel, fid, Aendring("slet", tabel.navn, noegler[fid]))
    for fid, feature in sorted(buffer.nye.items(), reverse=True):
        hele = raekke_af(tabel, feature)
        yield Raekke(
            layer, tabel, fid, Aendring("indsaet", tabel.navn, noegle_af(tabel, hele), hele), hele
        )
    for feature in layer.getFeatures(QgsFeatureRequest().setFilterFids(buffer.rettede)):
        fid, hele = feature.id(), raekke_af(tabel, feature)
        nye = {felt: hele[felt] for felt in _rettede_felter(buffer, fid) if felt in hele}
        if nye and fid in noegler:
            yield Raekke(layer, tabel, fid, Aendring("ret", tabel.navn, noegler[fid], nye), hele)
    for fid in buffer.rettede:
        if fid not in noegler and fid in kendte:
            yield _forsvundet(buffer, tabel, fid, kendte[fid][0])


def _rettede_felter(buffer: LagBuffer, fid: int) -> Iterator[str]:
    for nummer in buffer.vaerdier.get(fid, {}):
        navn = buffer.layer.fields()[nummer].name()
        if navn != VERSION:
            yield navn
    if fid in buffer.geometrier:
        yield GEOMETRI


def _forsvundet(buffer: LagBuffer, tabel: Tabel, fid: int, noegle: str) -> Raekke:
    nye: dict[str, Vaerdi] = {}
    for nummer, vaerdi in buffer.vaerdier.get(fid, {}).items():
        felt = buffer.layer.fields()[nummer].name()
        if tabel.har(felt) and felt != VERSION:
            nye[felt] = domaenevaerdi(tabel.felt(felt), vaerdi)
    if fid in buffer.geometrier:
        nye[GEOMETRI] = wkb(buffer.geometrier[fid])
    aendring = Aendring("ret", tabel.navn, noegle, nye)
    return Raekke(buffer.layer, tabel, fid, aendring, nye, forsvundet=True)


def noegle_af(tabel: Tabel, hele: dict[str, Vaerdi]) -> str:
    """The business key of a row as text, as the store and the history write it."""
    felter = (tabel.noegle,) if tabel.noegle else tabel.unikke[0]
    return "/".join(str(hele.get(felt) or "") for felt in felter)


def gemte_noegler(
    layer: QgsVectorLayer, tabel: Tabel, fids: list[int] | None
) -> dict[int, tuple[str, int]]:
    """Key and version of rows as they are saved, not as they are edited; of all rows for None."""
    felter = [tabel.noegle] if tabel.noegle else list(tabel.unikke[0])
    har_version = layer.fields().lookupField(VERSION) >= 0
    oensket = QgsFeatureRequest()
    if fids is not None:
        if not fids:
            return {}
        oensket.setFilterFids(fids)
    oensket.setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    oensket.setSubsetOfAttributes([*felter, VERSION] if har_version else felter, layer.fields())
    fundne = {}
    for feature in layer.dataProvider().getFeatures(oensket):
        version = feature[VERSION] if har_version else 0
        noegle = "/".join("" if er_null(feature[felt]) else str(feature[felt]) for felt in felter)
        fundne[feature.id()] = (noegle, 0 if er_null(version) else int(version))
    return fundne


def laeg_tilbage(foer: LagBuffer) -> int:
    """Put edits that a failed save has taken out of the buffer back into it. Gives the number of rows."""
    layer = foer.layer
    nu = aflaes(layer)
    noegle = _noeglefelt(layer)
    staar = {feature[noegle] for feature in nu.nye.values()} if noegle else set()
    nye = [f for fid, f in sorted(foer.nye.items(), reverse=True)
           if fid not in nu.nye and not (noegle and f[noegle] in staar)]  # fmt: skip
    slettede = foer.slettede - nu.slettede
    geometrier = {
        fid: g
        for fid, g in foer.geometrier.items()
        if fid not in nu.geometrier and fid not in foer.nye
    }
    vaerdier = {
        fid: mangler
        for fid, felter in foer.vaerdier.items()
        if fid not in foer.nye
        and (mangler := {n: v for n, v in felter.items() if n not in nu.vaerdier.get(fid, {})})
    }
    antal = len(nye) + len(slettede) + len({*geometrier, *vaerdier})
    if not antal:
        return 0
    # What was undone step by step before the save no longer fits what is in the buffer.
    layer.undoStack().clear()
    layer.beginEditCommand(tr("Rettelser, der ikke blev gemt"))
    for feature in nye:
        layer.addFeature(QgsFeature(feature))
    for fid, geometri in geometrier.items():
        layer.changeGeometry(fid, geometri, True)
    for fid, felter in vaerdier.items():
        layer.changeAttributeValues(fid, felter, {}, True)
    for fid in slettede:
        layer.deleteFeature(fid)
    layer.endEditCommand()
    layer.triggerRepaint()
    return antal


def _noeglefelt(layer: QgsVectorLayer) -> str:
    return tabel_af(layer).noegle if tabelnavn_af(layer) else ""
