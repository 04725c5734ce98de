# SPDX-License-Identifier: GPL-2.0-or-later
"""The project that QGIS Server serves: the public data in our own look, and nothing of this machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsDataSourceUri,
    QgsLayerMetadata,
    QgsLayerTreeGroup,
    QgsNullSymbolRenderer,
    QgsProject,
    QgsProjectMetadata,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsServerMetadataUrlProperties,
    QgsVectorLayer,
)

from moedested_plugin.domain.skema import EPSG
from moedested_plugin.i18n import tr
from moedested_plugin.project.styles import apply_style

from .fejl import UdgivelsesFejl
from .raekker import VERSIONSORD
from .tjeneste_laest import projektfejl
from .tjeneste_lag import (
    FID,
    GRUPPER,
    ROD,
    TJENESTELAG,
    Tjenestegruppe,
    Tjenestelag,
    snitflade,
)
from .tjeneste_oplysninger import Oplysninger, oplysninger

if TYPE_CHECKING:
    from qgis.PyQt.QtXml import QDomDocument

    from moedested_plugin.store.base import Ramme

__all__ = ["Oplysninger", "brud", "oplysninger", "projektfejl", "skriv_projekt", "snitflade"]

KOORDINATSYSTEMER = (f"EPSG:{EPSG}", "EPSG:3857", "EPSG:4326")
#: A map on A3 in 300 dpi; larger ones would let one client occupy the server.
_STOERSTE_BILLEDE = 5000
#: Pixels around a tile, so that signs and labels are not cut at its edge.
_FLISEKANT = 64
#: Decimals of coordinates: a centimetre in degrees.
_DECIMALER = 7


def skriv_projekt(
    sti: Path,
    kilde: Callable[[str], str],
    provider: str,
    oplysninger: Oplysninger,
    version: str,
    udsnit: Ramme,
) -> None:
    """Write the service as the project `sti`, with the data named from there.

    `kilde` gives the QGIS data source of a published table, which must exist. Raises UdgivelsesFejl.
    """
    # Without a library of styles of its own, a database that nobody would look into.
    project = QgsProject(None, Qgis.ProjectCapabilities())
    try:
        _indret(project, oplysninger, version, udsnit)
        _tilfoej_lag(project, kilde, provider, oplysninger)
        uden_navne = partial(_uden_navne, project)
        project.writeProject.connect(uden_navne)
        skrevet = project.write(str(sti))
        project.writeProject.disconnect(uden_navne)  # else it keeps the project for ever
        if not skrevet:
            raise UdgivelsesFejl(
                tr("Tjenesten kan ikke skrives i {mappe}. Vælg en mappe, du må skrive i.").format(
                    mappe=sti.parent
                )
            )
    finally:
        project.clear()  # lets go of the data, which Windows would else not let us remove


def brud(gamle: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Say which published names (layer: columns) vanish with the next publication, and break who uses them.

    `gamle` is what `snitflade` gave for the version that is out there, or the columns alone.
    """
    nye = snitflade()
    linjer = []
    for lag, kolonner in gamle.items():
        if lag not in nye:
            linjer.append(
                tr(
                    "Laget {lag} findes ikke længere. Sig det til dem, der bruger tjenesten, før du udgiver."
                ).format(lag=lag)
            )
            continue
        linjer += [
            tr(
                "Kolonnen {kolonne} i laget {lag} findes ikke længere. Sig det til dem, der bruger tjenesten, før du udgiver."
            ).format(kolonne=kolonne, lag=lag)
            for kolonne in kolonner
            if kolonne not in nye[lag]
        ]
    return linjer


# The project ------------------------------------------------------------------------------------------


def _uden_navne(project: QgsProject, dokument: QDomDocument) -> None:
    """QGIS writes who saved the project; nobody outside needs to know."""
    metadata = project.metadata()
    metadata.setAuthor("")  # since 3.44 QGIS fills it in as it begins to write
    project.setMetadata(metadata)
    rod = dokument.documentElement()
    for navn in ("saveUser", "saveUserFull", "saveDateTime"):
        rod.removeAttribute(navn)


def _indret(project: QgsProject, oplysninger: Oplysninger, version: str, udsnit: Ramme) -> None:
    crs = QgsCoordinateReferenceSystem.fromEpsgId(EPSG)
    project.setCrs(crs, True)
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    project.setTitle(oplysninger.titel)
    metadata = QgsProjectMetadata()  # without the author, which QGIS fills in
    metadata.setTitle(oplysninger.titel)
    metadata.setAbstract(oplysninger.resume)
    metadata.setLanguage("dan")
    project.setMetadata(metadata)
    ramme = QgsReferencedRectangle(QgsRectangle(*udsnit), crs)
    project.viewSettings().setDefaultViewExtent(ramme)
    project.viewSettings().setPresetFullExtent(ramme)
    for noegle, vaerdi in _indgange(oplysninger, version, udsnit).items():
        project.writeEntry(noegle, "/", vaerdi)


def _indgange(
    oplysninger: Oplysninger, version: str, udsnit: Ramme
) -> dict[str, bool | int | str | list[str]]:
    """Give what QGIS Server reads of a project."""
    tekster: dict[str, bool | int | str | list[str]] = {
        "WMSServiceTitle": oplysninger.titel,
        "WMSServiceAbstract": oplysninger.resume,
        "WMSContactOrganization": oplysninger.organisation,
        "WMSContactPerson": oplysninger.organisation,  # else QGIS says "unknown"
        "WMSContactMail": oplysninger.mail,
        "WMSContactPhone": oplysninger.telefon,
        "WMSFees": oplysninger.gebyr,
        "WMSAccessConstraints": oplysninger.betingelser,
        "WMSOnlineResource": oplysninger.metadata_url or oplysninger.url,
        "WMSUrl": oplysninger.url,
        "WFSUrl": oplysninger.url,
    }
    return {
        **{noegle: tekst for noegle, tekst in tekster.items() if tekst},
        "WMSServiceCapabilities": True,
        "WMSRootName": ROD,
        "WMSKeywordList": [*oplysninger.noegleord, f"{VERSIONSORD}{version}"],
        "WMSCrsList": [*KOORDINATSYSTEMER],
        "WMSExtent": [str(tal) for tal in udsnit],
        "WMSUseLayerIDs": False,
        "WMSAddWktGeometry": True,
        "WMSMaxWidth": _STOERSTE_BILLEDE,
        "WMSMaxHeight": _STOERSTE_BILLEDE,
        "WMSTileBuffer": _FLISEKANT,
        "WMSRestrictedLayers": [lag.titel for lag in TJENESTELAG if not lag.wms],
        "WFSLayers": [lag.id for lag in TJENESTELAG if lag.wfs],
    }


# The layers -------------------------------------------------------------------------------------------


def _tilfoej_lag(
    project: QgsProject, kilde: Callable[[str], str], provider: str, oplysninger: Oplysninger
) -> None:
    root = project.layerTreeRoot()
    grupper = {gruppe.navn: _gruppe(root, gruppe) for gruppe in GRUPPER.values()}
    for lag in TJENESTELAG:
        layer = _nyt_lag(lag, kilde(lag.tabelnavn), provider, oplysninger)
        # What is data only stands outside the tree: in it, a click on the whole map would be refused.
        project.addMapLayer(layer, False)
        if lag.wms:
            grupper[lag.gruppe].addLayer(layer).setExpanded(False)
        if lag.wfs:
            project.writeEntry("WFSLayersPrecision", f"/{lag.id}", _DECIMALER)


def _gruppe(root: QgsLayerTreeGroup, gruppe: Tjenestegruppe) -> QgsLayerTreeGroup:
    node = root.addGroup(gruppe.titel)
    if hasattr(node, "serverProperties"):  # pragma: no cover - QGIS 3.44: make test-344
        node.serverProperties().setShortName(gruppe.navn)
        node.serverProperties().setTitle(gruppe.titel)
        node.serverProperties().setAbstract(gruppe.resume)
    else:
        node.setCustomProperty("wmsShortName", gruppe.navn)
        node.setCustomProperty("wmsTitle", gruppe.titel)
        node.setCustomProperty("wmsAbstract", gruppe.resume)
    return node


def _nyt_lag(
    lag: Tjenestelag, kilde: str, provider: str, oplysninger: Oplysninger
) -> QgsVectorLayer:
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    layer = QgsVectorLayer(_filtreret(kilde, provider, lag.filter), lag.titel, provider, options)
    if not layer.isValid():
        raise UdgivelsesFejl(
            tr("Tabellen {tabel} i udgivelsen kan ikke åbnes. Udgiv igen.").format(
                tabel=lag.tabelnavn
            )
        )
    layer.setId(lag.id)
    layer.setReadOnly(True)
    layer.setMetadata(QgsLayerMetadata())  # what QGIS has read may name the file
    if lag.rolle:
        apply_style(layer, lag.rolle, offentlig=True)
    else:
        _kun_data(layer)
    _beskriv(layer, lag, oplysninger)
    return layer


def _kun_data(layer: QgsVectorLayer) -> None:
    """WMS must neither draw it nor answer for it: QGIS Server finds a restricted layer by the tree, where it is not."""
    uden = ~QgsVectorLayer.LayerFlag.Identifiable
    layer.setFlags(layer.flags() & uden)  # type: ignore[operator]  # the stubs take ~ for a number
    if layer.isSpatial():
        layer.setRenderer(QgsNullSymbolRenderer())


def _filtreret(kilde: str, provider: str, filter_: str) -> str:
    """Give the source with the layer's rows; a database is named by its service, never by who logs in."""
    if provider == "ogr":
        return f"{kilde}|subset={filter_}" if filter_ else kilde
    uri = QgsDataSourceUri(kilde)
    if uri.username() or uri.password() or uri.authConfigId():
        raise UdgivelsesFejl(
            tr(
                "Forbindelsen til databasen har et brugernavn eller en adgangskode, som ville stå i tjenesten. "
                "Brug en forbindelse med service= fra pg_service.conf."
            )
        )
    uri.setSql(filter_)
    return str(uri.uri(False))


def _beskriv(layer: QgsVectorLayer, lag: Tjenestelag, oplysninger: Oplysninger) -> None:
    server = layer.serverProperties()
    server.setShortName(lag.navn)
    server.setTitle(lag.titel)
    server.setAbstract(lag.resume)
    server.setKeywordList(",".join(oplysninger.noegleord))
    server.setAttribution(oplysninger.organisation)
    if oplysninger.metadata_url:
        url = QgsServerMetadataUrlProperties.MetadataUrl(
            oplysninger.metadata_url, "ISO19115:2003", "text/html"
        )
        server.setMetadataUrls([url])
    felter = layer.fields()
    for felt in lag.felter:
        layer.setFieldAlias(felter.indexOf(felt.navn), felt.alias)
    for navn in (FID, *(felt.navn for felt in lag.felter if felt.teknisk)):
        # out of what a click in the map shows; data keep them (and OGC API makes its ids of the key)
        if (nummer := felter.indexOf(navn)) >= 0:
            layer.setFieldConfigurationFlag(nummer, Qgis.FieldConfigurationFlag.HideFromWms, True)
    if felter.indexOf("navn") >= 0:
        layer.setDisplayExpression('"navn"')
