# SPDX-License-Identifier: GPL-2.0-or-later
"""Builds the QGIS project on a store: an ordinary .qgz that opens and edits correctly without the plugin."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsDataSourceUri,
    QgsExpressionContextUtils,
    QgsLayerTreeGroup,
    QgsProject,
    QgsVectorLayer,
)

from moedested_plugin.domain.skema import EPSG
from moedested_plugin.i18n import tr
from moedested_plugin.store import Kommune, Store, StoreFejl

from .aabent import ROLLE, TABEL
from .background import Background, background_layers
from .background_style import SEA
from .formularer import forbind_boern, indret_formular
from .kodetekst import Kodetekster, forny_kodetekster, kodetekster_i
from .lag import LAG, Gruppe, Lag
from .relationer import tilfoej_relationer
from .styles import apply_style
from .temaer import indret_tegning, indret_udsnit, tilfoej_temaer
from .visning import indret_visning

if TYPE_CHECKING:
    from qgis.core import QgsFeedback


class ProjektFejl(Exception):
    """The project could not be made; `str(fejl)` is one Danish sentence that says what to do."""


def byg_projekt(
    project: QgsProject,
    store: Store,
    projektfil: Path,
    background: Background,
    kommune: Kommune,
    feedback: QgsFeedback,
) -> None:
    """Fill an empty project with everything, and save it as `projektfil`."""
    indret_projekt(project, store, kommune)
    layers = _tilfoej_lag(project, store, background, feedback)
    tilfoej_relationer(project)
    for layer in layers:
        forbind_boern(layer, project)
    indret_tegning(project)
    indret_udsnit(project, background.extent)
    tilfoej_temaer(project)
    if feedback.isCanceled():
        raise ProjektFejl(tr("Projektet blev ikke lavet, fordi du afbrød."))
    project.setDirty(False)
    if not project.write(str(projektfil)):
        raise ProjektFejl(
            tr("Projektet kan ikke gemmes i {mappe}. Vælg en mappe, du må skrive i.").format(
                mappe=projektfil.parent
            )
        )


def indret_projekt(project: QgsProject, store: Store, kommune: Kommune) -> None:
    """Set everything of the project that is not about layers."""
    project.setCrs(QgsCoordinateReferenceSystem.fromEpsgId(EPSG), True)
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    project.setTransactionMode(Qgis.TransactionMode.BufferedGroups)
    project.setBackgroundColor(SEA)
    project.setTitle(f"Mødesteder i {kommune.navn}")
    project.setDistanceUnits(Qgis.DistanceUnit.Meters)
    project.setAreaUnits(Qgis.AreaUnit.SquareMeters)
    if store.provider != "ogr":
        project.writeEntry("moedested", "/store", store.adresse)  # the name of the connection
    # Copies: the defaults of the forms need them, also without the plugin.
    QgsExpressionContextUtils.setProjectVariables(
        project,
        {
            "kommunekode": kommune.kode,
            "kommunenavn": kommune.navn,
            "cvr": kommune.cvr,
            "geofa_bruger": store.indstilling("geofa_bruger", "") or "",
        },
    )


def _tilfoej_lag(
    project: QgsProject, store: Store, background: Background, feedback: QgsFeedback
) -> list[QgsVectorLayer]:
    root = project.layerTreeRoot()
    grupper = {gruppe: root.addGroup(gruppe.value) for gruppe in _GRUPPER}
    koder = kodetekster_i(store)
    layers = []
    for nummer, lag in enumerate(LAG):
        if feedback.isCanceled():
            raise ProjektFejl(tr("Projektet blev ikke lavet, fordi du afbrød."))
        layer = nyt_lag(store, lag, koder)
        _saet_ind(project, grupper[lag.gruppe], layer)
        layers.append(layer)
        feedback.setProgress(100 * (nummer + 1) / len(LAG))
    for layer in background_layers(background.path):
        _saet_ind(project, grupper[Gruppe.BAGGRUND], layer)
    grupper[Gruppe.TABELLER].setExpanded(False)
    grupper[Gruppe.BAGGRUND].setExpanded(False)
    return layers


_GRUPPER = (*(gruppe for gruppe in Gruppe if gruppe is not Gruppe.TABELLER), Gruppe.TABELLER)


def nyt_lag(store: Store, lag: Lag, koder: Kodetekster) -> QgsVectorLayer:
    """Make one layer with style and form, known by its role."""
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    layer = QgsVectorLayer(_kilde(store, lag), lag.titel, store.provider, options)
    if not layer.isValid() or not layer.fields():
        raise StoreFejl(
            tr(
                "Tabellen {tabel} i {store} kan ikke åbnes i QGIS. Se efter, om datalageret er helt."
            ).format(tabel=lag.tabelnavn, store=store.navn)
        )
    layer.setId(lag.id)
    layer.setCustomProperty(ROLLE, lag.rolle)
    layer.setCustomProperty(TABEL, lag.tabelnavn)
    layer.serverProperties().setAbstract(lag.tabel.beskrivelse)
    apply_style(layer, lag.rolle)
    indret_formular(layer, lag)
    indret_visning(layer, lag)
    forny_kodetekster(layer, lag.tabel, koder)
    layer.setReadOnly(lag.kun_laes)
    if lag.opslag:
        layer.setFlags(layer.flags() | QgsVectorLayer.LayerFlag.Private)
    return layer


def _kilde(store: Store, lag: Lag) -> str:
    """Give the layer's source with its filter. Not by setSubsetString: that opens the file once more, and may fail."""
    uri = store.uri(lag.tabelnavn, geometritype=lag.del_af)
    if store.provider == "ogr":
        uri = uri.replace(f"|layername={lag.tabelnavn}", f"|layername={_stavet(lag)}")
        return f"{uri}|subset={lag.filter}" if lag.filter else uri
    kilde = QgsDataSourceUri(uri)
    kilde.setSql(lag.filter)
    return str(kilde.uri(False))


def _stavet(lag: Lag) -> str:
    """Spell the table's name differently for each layer on it: rute, Rute, rUte.

    QGIS opens a GeoPackage once more for every layer whose table it has open already, and the openings lock each other
    out when edits to two such layers are saved together: rows are lost (qgis/QGIS#55530). It compares the names letter
    by letter; GDAL and SQLite do not care for case. So all layers share one opening, and save in one transaction.
    """
    nummer = [andet.rolle for andet in LAG if andet.tabelnavn == lag.tabelnavn].index(lag.rolle)
    navn = lag.tabelnavn
    return navn if nummer == 0 else navn[: nummer - 1] + navn[nummer - 1].upper() + navn[nummer:]


def _saet_ind(project: QgsProject, gruppe: QgsLayerTreeGroup, layer: QgsVectorLayer) -> None:
    project.addMapLayer(layer, False)
    gruppe.addLayer(layer).setExpanded(False)
