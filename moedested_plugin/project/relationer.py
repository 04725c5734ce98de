# SPDX-License-Identifier: GPL-2.0-or-later
"""Relations between the layers: what a form shows of another row, and which rows are edited inside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qgis.core import Qgis, QgsPolymorphicRelation, QgsProject, QgsRelation, QgsRelationContext

from moedested_plugin.domain.faelles import FOTO, FOTO_OBJEKTER
from moedested_plugin.domain.felt import Felt, VedSletning
from moedested_plugin.domain.skema import tabel

from .lag import LAG, Lag, lag_paa, opslag_for

#: Polymorphic: a photo names its object's table and key. QGIS wants the key to have the same name in all layers of
#: one polymorphic relation, so there is one per name.
_FOTO_RELATION = "moedested_foto_{noegle}"


@dataclass(frozen=True)
class Relation:
    """`felt` of the child layer holds the business key of a row of the parent layer."""

    barn: Lag
    felt: Felt
    foraelder: Lag

    @property
    def id(self) -> str:
        """The relation's id, the same in every project."""
        return f"moedested_{self.barn.rolle}_{self.felt.navn}_{self.foraelder.rolle}"

    @property
    def slettes_med(self) -> bool:
        """Whether the child goes when its parent is deleted."""
        henviser = self.felt.henviser
        return (
            henviser is not None
            and henviser.ved_sletning is VedSletning.SLET
            and not self.foraelder.opslag
        )


def opslagsrelation(lag: Lag, felt: Felt) -> Relation:
    """Give the relation through which a form of the layer picks the row that the field refers to."""
    if felt.henviser is None:
        raise ValueError(felt.navn)
    return Relation(lag, felt, opslag_for(felt.henviser.tabel))


def foto_relation(foraelder: Lag) -> str:
    """Give the id of the relation from a layer to its photos (QGIS makes it of the polymorphic one)."""
    return f"{_FOTO_RELATION.format(noegle=foraelder.tabel.noegle)}_{foraelder.id}"


def relationer() -> Iterator[Relation]:
    """Give every relation: to the layer that a field is looked up in, and to each where the parent is edited."""
    for lag in LAG:
        if lag.kun_laes:
            continue
        for felt in lag.tabel.felter:
            if felt.henviser is None:
                continue
            foraeldre = (opslag_for(felt.henviser.tabel), *lag_paa(felt.henviser.tabel))
            for foraelder in dict.fromkeys(foraeldre):
                yield Relation(lag, felt, foraelder)


def tilfoej_relationer(project: QgsProject) -> None:
    """Add all relations to a project that has all layers."""
    manager = project.relationManager()
    for relation in relationer():
        manager.addRelation(_qgis_relation(relation, project))
    for noegle in dict.fromkeys(tabel(navn).noegle for navn in FOTO_OBJEKTER):
        manager.addPolymorphicRelation(_foto(project, noegle))


def _qgis_relation(relation: Relation, project: QgsProject) -> QgsRelation:
    henviser = relation.felt.henviser
    ud = QgsRelation(QgsRelationContext(project))
    ud.setId(relation.id)
    ud.setName(f"{relation.foraelder.titel}: {relation.barn.titel}")
    ud.setReferencingLayer(relation.barn.id)
    ud.setReferencedLayer(relation.foraelder.id)
    ud.addFieldPair(relation.felt.navn, henviser.felt if henviser else "")
    ud.setStrength(
        Qgis.RelationshipStrength.Composition
        if relation.slettes_med
        else Qgis.RelationshipStrength.Association
    )
    return ud


def _foto(project: QgsProject, noegle: str) -> QgsPolymorphicRelation:
    tabeller = [navn for navn in FOTO_OBJEKTER if tabel(navn).noegle == noegle]
    foraeldre = [lag for navn in tabeller for lag in lag_paa(navn)]
    navne = ", ".join(f"'{lag.id}', '{lag.tabelnavn}'" for lag in foraeldre)
    ud = QgsPolymorphicRelation(QgsRelationContext(project))
    ud.setId(_FOTO_RELATION.format(noegle=noegle))
    ud.setName(FOTO.titel)
    ud.setReferencingLayer(f"moedested_{FOTO.navn}")
    ud.setReferencedLayerField("objekt_lag")
    # Several layers lie on one table, so the layer's own name will not do.
    ud.setReferencedLayerExpression(f"map_get(map({navne}), @layer_id)")
    ud.setReferencedLayerIds([lag.id for lag in foraeldre])
    ud.addFieldPair("objekt_id", noegle)
    ud.setRelationStrength(Qgis.RelationshipStrength.Composition)
    return ud
