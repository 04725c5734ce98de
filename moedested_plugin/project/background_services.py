# SPDX-License-Identifier: GPL-2.0-or-later
"""The national map services (Dataforsyningen, Datafordeler), switched on with the user's own key.

The key lies in QGIS's authentication manager; a project only names the configuration (`authcfg`). The services want the
key in the address, but no method of QGIS's can put it there: `APIHeader` sends it as a header. `send_keys_in_address`
moves it from that header into the address as the request leaves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsDataSourceUri,
    QgsNetworkAccessManager,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QByteArray, QUrl, QUrlQuery

from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.PyQt.QtNetwork import QNetworkRequest

METHOD = "APIHeader"
CREDIT = "Indeholder data fra Klimadatastyrelsen (CC BY 4.0)"


class Provider(NamedTuple):
    """Who answers: the name the user knows, the parameter the key is sent as, and where a key is had."""

    navn: str
    parameter: str
    sign_up: str


class Service(NamedTuple):
    """One map of a provider: id for settings, Danish name, WMS address, layer and picture format."""

    id: str
    navn: str
    provider: Provider
    url: str
    layer: str
    format: str = "image/jpeg"


class KeyNotKept(Exception):
    """QGIS's authentication manager did not take the key; the text says what to do."""


DATAFORSYNINGEN = Provider("Dataforsyningen", "token", "https://dataforsyningen.dk")
DATAFORDELER = Provider("Datafordeler", "apikey", "https://datafordeler.dk")


def national_services() -> list[Service]:
    """Give the maps that can be switched on, best known first."""
    muted, photo = tr("Skærmkort, dæmpet"), tr("Ortofoto, forår")
    forsyning, fordeler = "https://api.dataforsyningen.dk/", "https://wms.datafordeler.dk/"
    return [
        Service("dataforsyningen_skaermkort", muted, DATAFORSYNINGEN,
                forsyning + "topo_skaermkort_DAF", "dtk_skaermkort_daempet"),
        Service("dataforsyningen_ortofoto", photo, DATAFORSYNINGEN,
                forsyning + "orto_foraar_DAF", "orto_foraar"),
        Service("datafordeler_skaermkort", muted, DATAFORDELER,
                fordeler + "Dkskaermkort/topo_skaermkort/1.0.0/wms", "dtk_skaermkort_daempet"),
        Service("datafordeler_ortofoto", photo, DATAFORDELER,
                fordeler + "GeoDanmarkOrto/orto_foraar/1.0.0/WMS", "orto_foraar"),
    ]  # fmt: skip


def keep_key(provider: Provider, key: str) -> str:
    """Keep the user's key in the authentication manager and give its id. An earlier key is replaced.

    May ask for QGIS's master password, so call it from the main thread.
    """
    manager = QgsApplication.authManager()
    config = QgsAuthMethodConfig(METHOD)
    known = kept_key(provider)
    if known:
        manager.loadAuthenticationConfig(known, config, True)
    config.setName(_config_name(provider))
    config.setConfigMap({provider.parameter: key.strip()})
    kept = (
        manager.updateAuthenticationConfig(config)
        if known
        else manager.storeAuthenticationConfig(config)[0]
    )
    if not kept or not config.id():
        raise KeyNotKept(
            tr(
                "Nøglen blev ikke gemt. Giv QGIS sin hovedadgangskode under Indstillinger › Godkendelse, og prøv igen."
            )
        )
    return config.id()


def kept_key(provider: Provider) -> str | None:
    """Give the id of the provider's configuration in the authentication manager, or None before the first key."""
    for identifier, config in QgsApplication.authManager().availableAuthMethodConfigs().items():
        if config.name() == _config_name(provider) and config.method() == METHOD:
            return identifier
    return None


def service_layer(service: Service) -> QgsRasterLayer | None:
    """Give the service as a layer that names the kept key, or None while the user has given none.

    Without network the layer is invalid; that is for the caller to say.
    """
    authcfg = kept_key(service.provider)
    if authcfg is None:
        return None
    uri = QgsDataSourceUri()
    for name, value in (
        ("authcfg", authcfg), ("crs", "EPSG:25832"), ("format", service.format), ("layers", service.layer),
        ("styles", ""), ("dpiMode", "7"), ("contextualWMSLegend", "0"), ("url", service.url),
        # The addresses in the capabilities may point elsewhere, and may repeat the key.
        ("IgnoreGetMapUrl", "1"), ("IgnoreGetFeatureInfoUrl", "1"),
    ):  # fmt: skip
        uri.setParam(name, value)
    layer = QgsRasterLayer(bytes(uri.encodedUri()).decode(), service.navn, "wms")
    layer.setCustomProperty("moedested/tjeneste", service.id)
    metadata = layer.metadata()
    metadata.setRights([CREDIT])
    layer.setMetadata(metadata)
    return layer


def send_keys_in_address(services: Iterable[Service]) -> str:
    """From now on move the key of these services' requests from header to address. Hand the result to `stop_sending`."""
    parameters = {QUrl(service.url).host(): service.provider.parameter for service in services}

    def move(request: QNetworkRequest) -> None:
        parameter = parameters.get(request.url().host())
        if parameter is None or not request.hasRawHeader(parameter.encode()):
            return
        url = request.url()
        query = QUrlQuery(url)
        query.removeAllQueryItems(parameter)
        key = bytes(request.rawHeader(parameter.encode())).decode()
        query.addQueryItem(parameter, bytes(QUrl.toPercentEncoding(key)).decode())
        url.setQuery(query)
        request.setUrl(url)
        request.setRawHeader(
            parameter.encode(), QByteArray()
        )  # an empty value takes the header away

    return QgsNetworkAccessManager.setRequestPreprocessor(move)


def stop_sending(preprocessor: str) -> None:
    """Undo `send_keys_in_address`."""
    QgsNetworkAccessManager.removeRequestPreprocessor(preprocessor)


def _config_name(provider: Provider) -> str:
    return f"Mødested: {provider.navn}"
