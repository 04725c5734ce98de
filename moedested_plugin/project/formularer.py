# SPDX-License-Identifier: GPL-2.0-or-later
"""The attribute forms: tabs in the order a person thinks, and what belongs to a row edited inside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsAttributeEditorRelation,
    QgsExpression,
    QgsOptionalExpression,
    QgsProject,
    QgsVectorLayer,
)

from moedested_plugin.domain.betingelse import Betingelse, Enten, udfyldt
from moedested_plugin.domain.faelles import FOTO_OBJEKTER
from moedested_plugin.domain.felt import Fane, Felt
from moedested_plugin.domain.steder import BAENK_TYPER, ER_BAENK, STED_TABELLER

from .andres import fortael_ejer
from .felter import indret_felt, indret_krav
from .lag import LAG_AF_ROLLE, Lag
from .relationer import Relation, foto_relation
from .udtryk import udtryk

#: Made when it is first shown; QGIS takes its own editor where the plugin is not there to make it.
BOERN_EDITOR = "moedested_boern"
STEDER = "Steder"
MOEDESTEDER = "Mødesteder"

#: Tabs from left to right: those of the model, and those that hold nothing but other rows.
FANEBLADE = (
    Fane.VIGTIGST.value, Fane.FORMAAL.value, STEDER, Fane.BESKRIVELSE.value, Fane.UNDERLAG.value,
    Fane.ADGANG.value, Fane.KONTAKT.value, Fane.BILLEDER.value, MOEDESTEDER, Fane.SYNLIGHED.value,
    Fane.INTERNT.value,
)  # fmt: skip

_STED_NAVNE = tuple(tabel.navn for tabel in STED_TABELLER)
_STED_FELT = {"facilitet_punkt": "facilitet_punkt_id", "facilitet_flade": "facilitet_flade_id",
              "rute": "rute_id"}  # fmt: skip


@dataclass(frozen=True)
class Boern:
    """Rows of another layer that are edited inside a form."""

    faneblad: str
    titel: str
    relation: str
    #: A child that may be without a place on the map is added without drawing.
    uden_geometri: bool = False


def boern(lag: Lag) -> Iterator[Boern]:
    """Give what is edited inside the form of the layer."""

    def barn(faneblad: str, titel: str, rolle: str, felt: str) -> Boern:
        andet = LAG_AF_ROLLE[rolle]
        relation = Relation(andet, andet.tabel.felt(felt), lag).id
        return Boern(faneblad, titel, relation, not andet.tabel.geometri_obligatorisk)

    if lag.tabelnavn == "moedested":
        yield barn(Fane.FORMAAL.value, "Aktiviteter", "aktivitet", "moedested_id")
        yield barn(STEDER, "Tilknyttede steder og ruter", "tilknytning", "moedested_id")
        yield barn(Fane.INTERNT.value, "Medvirkende", "medvirkende", "moedested_id")
        yield barn(Fane.INTERNT.value, "Markører og kit", "udstyr", "moedested_id")
        yield barn(Fane.INTERNT.value, "Besøgstal", "besoegstal", "moedested_id")
    if lag.tabelnavn in _STED_NAVNE:
        yield barn(
            MOEDESTEDER, "Mødesteder, der bruger stedet", "tilknytning", _STED_FELT[lag.tabelnavn]
        )
    if lag.tabelnavn == "rute":
        yield barn(Fane.UNDERLAG.value, "Underlag på ruten", "straekning", "rute_id")
    if lag.tabelnavn in FOTO_OBJEKTER:
        yield Boern(Fane.BILLEDER.value, "Billeder", foto_relation(lag))


def indret_formular(layer: QgsVectorLayer, lag: Lag) -> None:
    """Give the layer its form. The relations are made afterwards; the form names them by id."""
    for felt in lag.tabel.felter:
        indret_felt(layer, lag, felt)
    indret_krav(layer, lag)
    form = layer.editFormConfig()
    form.setLayout(Qgis.AttributeFormLayout.DragAndDrop)
    form.clearTabs()
    rod = form.invisibleRootContainer()
    for navn in FANEBLADE:
        blad = QgsAttributeEditorContainer(navn, rod)
        blad.setType(Qgis.AttributeEditorContainerType.Tab)
        if navn == Fane.VIGTIGST.value:
            fortael_ejer(blad, lag)
        _fyld_blad(blad, layer, lag)
        if blad.children():
            form.addTab(blad)
    form.setSuppress(
        Qgis.AttributeFormSuppression.On if lag.kun_laes else Qgis.AttributeFormSuppression.Off
    )
    layer.setEditFormConfig(form)


def forbind_boern(layer: QgsVectorLayer, project: QgsProject) -> None:
    """Let the form find the relations that it names, once the project has them."""
    form = layer.editFormConfig()
    for element in form.invisibleRootContainer().findElements(Qgis.AttributeEditorType.Relation):
        if isinstance(element, QgsAttributeEditorRelation):
            element.init(project.relationManager())
    layer.setEditFormConfig(form)


def _fyld_blad(blad: QgsAttributeEditorContainer, layer: QgsVectorLayer, lag: Lag) -> None:
    navn = blad.name()
    felter = [felt for felt in lag.tabel.felter if felt.fane.value == navn and _bruges(felt, lag)]
    lukkede: list[Felt] = []
    if navn == Fane.INTERNT.value:
        lukkede = [felt for felt in felter if felt.laast]
        felter = [felt for felt in felter if not felt.laast]
    _tilfoej_felter(blad, layer, lag, felter)
    for barn in boern(lag):
        if barn.faneblad == navn:
            blad.addChildElement(_boern_element(barn, blad))
    if navn == Fane.INTERNT.value:
        geofa = [felt for felt in lag.tabel.felter if felt.fane is Fane.GEOFA]
        gruppe = _gruppe(Fane.GEOFA.value if geofa else "System", blad)
        gruppe.setCollapsed(True)
        _tilfoej_felter(gruppe, layer, lag, [*geofa, *lukkede])
        if gruppe.children():
            blad.addChildElement(gruppe)


def _bruges(felt: Felt, lag: Lag) -> bool:
    """A field for benches only is no use where no bench can be."""
    return not (felt.vis_naar is ER_BAENK and set(BAENK_TYPER) <= set(lag.undtagen))


def _tilfoej_felter(
    beholder: QgsAttributeEditorContainer, layer: QgsVectorLayer, lag: Lag, felter: list[Felt]
) -> None:
    for felt in felter:
        i = beholder
        if felt.vis_naar is not None:
            # A row, not a box: a box without a title has a frame and an arrow that mean nothing.
            i = QgsAttributeEditorContainer("", beholder)
            i.setType(Qgis.AttributeEditorContainerType.Row)
            i.setShowLabel(False)
            i.setVisibilityExpression(_synlig(felt.vis_naar, felt, lag))
            beholder.addChildElement(i)
        index = layer.fields().indexFromName(felt.navn)
        i.addChildElement(QgsAttributeEditorField(felt.navn, index, i))


def _synlig(vis_naar: Betingelse, felt: Felt, lag: Lag) -> QgsOptionalExpression:
    """Show also what is filled already: nothing may stand in a row, and perhaps be published, unseen."""
    betingelse = Enten((vis_naar, udfyldt(felt.navn)))
    return QgsOptionalExpression(QgsExpression(udtryk(betingelse, lag.tabel)))


def _gruppe(navn: str, i: QgsAttributeEditorContainer) -> QgsAttributeEditorContainer:
    gruppe = QgsAttributeEditorContainer(navn, i)
    gruppe.setType(Qgis.AttributeEditorContainerType.GroupBox)
    return gruppe


def _boern_element(barn: Boern, i: QgsAttributeEditorContainer) -> QgsAttributeEditorRelation:
    element = QgsAttributeEditorRelation(barn.relation, i)
    element.setLabel(barn.titel)
    element.setRelationWidgetTypeId(BOERN_EDITOR)
    element.setRelationEditorConfiguration(
        {
            "buttons": "AddChildFeature|DeleteChildFeature|DuplicateChildFeature|ZoomToChildFeature",
            "show_first_feature": False,
            "filter_expression": "",
            "allow_add_child_feature_with_no_geometry": barn.uden_geometri,
        }
    )
    return element
