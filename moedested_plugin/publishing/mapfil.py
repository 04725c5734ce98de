# SPDX-License-Identifier: GPL-2.0-or-later
"""One mapfile over the published GeoPackage: the whole service as MapServer 8 gives it (WMS, WFS 2.0, OGC API).

The pictograms lie as files beside the data, in the folder of the version, because MapServer takes none inside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from moedested_plugin.domain.signaturer import SIGNATURER
from moedested_plugin.gdal import gdal
from moedested_plugin.i18n import tr
from moedested_plugin.project.lag import LAG_AF_ROLLE
from moedested_plugin.project.styles.etiketter import ETIKETTER
from moedested_plugin.project.styles.regler import LUKKET

from .mapfil_etiketter import etiketklasse
from .mapfil_sprog import DPI, Linjer, blok, citat, metadata, noegleord, tal
from .mapfil_svar import skabelon
from .mapfil_tegn import Symboler, klasser
from .mapfil_udtryk import med_hjaelp, uden_geometri
from .raekker import VERSIONSORD
from .tjeneste_lag import GRUPPER, ROD, TJENESTELAG, Tjenestelag

if TYPE_CHECKING:
    from moedested_plugin.store.base import Ramme

    from .tjeneste import Oplysninger

KOORDINATSYSTEMER = "EPSG:25832 EPSG:3857 EPSG:4326"
STOERSTE_BILLEDE = 5000
_MED_GEOMETRI = tuple(lag for lag in TJENESTELAG if lag.wfs and lag.geometri)
_TEGN = "tegn"
_TYPER = {"Point": "POINT", "LineString": "LINE", "Polygon": "POLYGON"}
_INGEN = "!*"


def skriv_mapfil(
    sti: Path, data: str, oplysninger: Oplysninger, version: str, udsnit: Ramme
) -> tuple[str, ...]:
    """Write the mapfile, and its pictograms beside the data; `data` is the GeoPackage as seen from the mapfile.

    Gives, in the user's language, what is drawn simpler than in QGIS.
    """
    mappe = PurePosixPath(data.replace("\\", "/")).parent / _TEGN
    symboler = Symboler(str(mappe))
    lag = [
        linje
        for et in reversed(TJENESTELAG)  # MapServer draws the first layer first
        for linje in _lag(et, data, oplysninger, udsnit, symboler)
    ]
    symbolblokke = [linje for symbol in symboler.blokke() for linje in symbol]
    linjer = blok("MAP", (*_hoved(oplysninger, version, udsnit), *_formater(), *symbolblokke, *lag))
    filer = {f"{navn}.svg": svg for navn, svg in symboler.svg.items()}
    filer |= {f"{et.navn}.html": skabelon(et) for et in TJENESTELAG if et.wms}
    _skriv_filer(sti.parent / mappe, filer)
    sti.write_text("\n".join(linjer) + "\n", "utf-8")
    return (*forenklet(), *_uden_sted(sti.parent / data))


def _skriv_filer(mappe: Path, filer: Mapping[str, str]) -> None:
    mappe.mkdir(parents=True, exist_ok=True)
    for navn, indhold in filer.items():
        if not (mappe / navn).is_file():  # a version's files never change
            (mappe / navn).write_text(indhold, "utf-8")


def forenklet() -> tuple[str, ...]:
    """Say what MapServer draws or answers simpler than QGIS does, whatever the data."""
    return (
        tr("forenklet: Skriften er MapServers egen, ikke Open Sans, og den er aldrig fed."),
        tr("forenklet: Etiketter viger kun for hinanden, ikke for tegnene på kortet."),
        tr(
            "forenklet: Tegnet i et område står i områdets tyngdepunkt, også hvor det falder uden for en krum flade."
        ),
        tr("forenklet: Tegnforklaringen er en liste uden overskrifter."),
        tr("forenklet: Tabeller uden geometri er med i WFS, men ikke i OGC API Features."),
        tr(
            "forenklet: Tomme felter gives som tom tekst eller udelades, og ja/nej gives som 1 og 0."
        ),
        tr("forenklet: Et klik på kortet giver alle rækkens udfyldte felter, ikke kortets boble."),
    )


def udeladte(data: Path) -> dict[str, int]:
    """Give how many rows of each table with geometry have none: MapServer passes over them."""
    datasaet = gdal.OpenEx(str(data), gdal.OF_VECTOR, allowed_drivers=["GPKG"])
    antal = {}
    for lag in _MED_GEOMETRI if datasaet is not None else ():
        raekker = datasaet.GetLayerByName(lag.tabelnavn)
        raekker.SetAttributeFilter("geometri IS NULL")
        antal[lag.navn] = int(raekker.GetFeatureCount())
    return {navn: fundet for navn, fundet in antal.items() if fundet}


def _uden_sted(data: Path) -> Iterator[str]:
    titler = {lag.navn: lag.titel for lag in TJENESTELAG}
    for navn, antal in udeladte(data).items():
        yield tr(
            "forenklet: {antal} i {lag} har intet sted på kortet og kan ikke hentes fra MapServer."
        ).format(antal=antal, lag=titler[navn])


# The map ----------------------------------------------------------------------------------------------


def _hoved(o: Oplysninger, version: str, udsnit: Ramme) -> Linjer:
    par = {
        "ows_title": o.titel,
        "ows_abstract": o.resume,
        "ows_rootlayer_title": o.titel,
        "ows_rootlayer_abstract": o.resume,
        "ows_keywordlist": noegleord((*o.noegleord, f"{VERSIONSORD}{version}")),
        "ows_rootlayer_keywordlist": noegleord((*o.noegleord, f"{VERSIONSORD}{version}")),
        "ows_contactorganization": o.organisation,
        "ows_contactelectronicmailaddress": o.mail,
        "ows_contactvoicetelephone": o.telefon,
        "ows_fees": o.gebyr,
        "ows_accessconstraints": o.betingelser,
        "ows_onlineresource": o.url,
        "ows_service_onlineresource": o.metadata_url,
        "ows_srs": KOORDINATSYSTEMER,
        "ows_enable_request": "*",
        "ows_sld_enabled": "false",
        "ms_enable_modes": _INGEN,
        "wms_bbox_extended": "true",
        "wms_feature_info_mime_type": "text/html",
        "wms_getfeatureinfo_formatlist": "text/html,text/plain,application/vnd.ogc.gml",
        "wms_getmap_formatlist": "image/png,image/jpeg",
        "wfs_getfeature_formatlist": "geojson",
        "wfs_namespace_prefix": "moedested",
        "wfs_namespace_uri": "urn:moedested",
    }
    return [
        f"NAME {citat(ROD)}",
        f"EXTENT {_ramme(udsnit)}",
        "SIZE 800 600",
        f"MAXSIZE {STOERSTE_BILLEDE}",
        "UNITS METERS",
        f"RESOLUTION {tal(DPI)}",
        f"DEFRESOLUTION {tal(DPI)}",
        "IMAGECOLOR 255 255 255",
        "IMAGETYPE png",
        *_projektion(),
        *blok("WEB", metadata(par)),
        *blok("LEGEND", ("KEYSIZE 30 24", *blok("LABEL", ("SIZE 8", "COLOR 26 26 26")))),
    ]


def _formater() -> Iterator[str]:
    yield from blok(
        "OUTPUTFORMAT",
        ('NAME "png"', 'DRIVER "AGG/PNG"', 'MIMETYPE "image/png"', "IMAGEMODE RGB", "TRANSPARENT FALSE",
         'EXTENSION "png"'),
    )  # fmt: skip
    yield from blok(
        "OUTPUTFORMAT",
        ('NAME "jpeg"', 'DRIVER "AGG/JPEG"', 'MIMETYPE "image/jpeg"', "IMAGEMODE RGB",
         'EXTENSION "jpg"', 'FORMATOPTION "QUALITY=90"'),
    )  # fmt: skip
    yield from blok(
        "OUTPUTFORMAT",
        ('NAME "geojson"', 'DRIVER "OGR/GEOJSON"', 'MIMETYPE "application/json; subtype=geojson"',
         'FORMATOPTION "FORM=simple"', 'FORMATOPTION "STORAGE=memory"',
         'FORMATOPTION "FILENAME=data.geojson"'),
    )  # fmt: skip


def _projektion() -> Linjer:
    return blok("PROJECTION", (citat("init=epsg:25832"),))


def _ramme(ramme: Ramme) -> str:
    return " ".join(tal(tal_) for tal_ in ramme)


# Layers -----------------------------------------------------------------------------------------------


def _lag(lag: Tjenestelag, data: str, o: Oplysninger, udsnit: Ramme, symboler: Symboler) -> Linjer:
    form = (lag.geometri or "Point").removeprefix("Multi")
    linjer = [
        f"NAME {citat(lag.navn)}",
        *([f"GROUP {citat(lag.gruppe)}"] if lag.wms else ()),
        f"TYPE {_TYPER[form]}",
        "STATUS OFF",
        "CONNECTIONTYPE OGR",
        f"CONNECTION {citat(data)}",
        f"DATA {citat(_kilde(lag, udsnit))}",
        'PROCESSING "CLOSE_CONNECTION=DEFER"',
        f"EXTENT {_ramme(udsnit)}",
        *_projektion(),
        f"TEMPLATE {citat(f'{symboler.mappe}/{lag.navn}.html' if lag.wms else 'nej')}",
        *metadata(_metadata(lag, o, udsnit)),
    ]
    if lag.wms:
        linjer += [
            'PROCESSING "RENDERMODE=ALL_MATCHING_CLASSES"',
            # else dashes, and the middle of a line, would differ from one tile to the next
            'PROCESSING "POLYLINE_NO_CLIP=True"',
            f"TOLERANCE {8 if form != 'Polygon' else 0}",
            "TOLERANCEUNITS PIXELS",
            *_laengst_vaek(lag.rolle),
            *(linje for klasse in klasser(lag.rolle, symboler) for linje in klasse),
            *etiketklasse(lag.rolle),
        ]
    return blok("LAYER", linjer)


def _kilde(lag: Tjenestelag, udsnit: Ramme) -> str:
    """Give what is read: a table, or a SELECT of ours where MapServer needs help."""
    if lag.geometri is None:
        midt = ((udsnit[0] + udsnit[2]) / 2, (udsnit[1] + udsnit[3]) / 2)
        return uden_geometri(lag.tabelnavn, *midt)
    if lag.wms and any(etiket.naar == LUKKET for etiket in ETIKETTER.get(lag.rolle, ())):
        return med_hjaelp(lag.tabelnavn, lag.filter, LAG_AF_ROLLE[lag.rolle].typefelt)
    return lag.tabelnavn


def _metadata(lag: Tjenestelag, o: Oplysninger, udsnit: Ramme) -> dict[str, str]:
    felter = ",".join(felt.navn for felt in lag.felter)
    par = {
        "ows_title": lag.titel,
        "ows_abstract": lag.resume,
        "ows_keywordlist": noegleord(o.noegleord),
        "ows_srs": KOORDINATSYSTEMER,
        "ows_extent": _ramme(udsnit),
        "ows_include_items": felter,
        "gml_include_items": felter,
        "gml_types": "auto",
        "gml_featureid": lag.felter[0].navn,
        "wms_enable_request": "*" if lag.wms else _INGEN,
        "wfs_enable_request": "*" if lag.wfs else _INGEN,
        "oga_enable_request": "*" if lag.wfs and lag.geometri else _INGEN,
        "ows_metadataurl_href": o.metadata_url,
        "ows_metadataurl_format": "text/html" if o.metadata_url else "",
        "ows_metadataurl_type": "TC211" if o.metadata_url else "",
    }
    if lag.wms:
        gruppe = next(g for g in GRUPPER.values() if g.navn == lag.gruppe)
        par |= {"wms_group_title": gruppe.titel, "wms_group_abstract": gruppe.resume}
    if lag.geometri is None:
        par |= {"gml_geometries": "none", "ows_geomtype": "None"}
    else:
        par |= {
            "gml_geometries": "geometri",
            "gml_geometri_type": lag.geometri.replace("LineString", "Line").lower(),
            "ows_geomtype": lag.geometri,
        }
    return par


def _laengst_vaek(rolle: str) -> Linjer:
    """Spare MapServer from reading rows that no signature draws at this scale."""
    til = [signatur.skala.til for signatur in SIGNATURER[rolle] if signatur.offentlig]
    return [] if 0 in til else [f"MAXSCALEDENOM {max(til)}"]
