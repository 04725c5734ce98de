# SPDX-License-Identifier: GPL-2.0-or-later
"""The report as a GeoPackage: every finding at its place, with symbols, those without a place, and the checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsMarkerSymbol,
    QgsProviderRegistry,
    QgsRendererCategory,
    QgsSimpleMarkerSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from moedested_plugin.domain.farve import HIMMEL, ORANGE, ROED
from moedested_plugin.domain.regler import Alvor
from moedested_plugin.domain.skema import EPSG
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.gdal import gdal, ogr, osr
from moedested_plugin.i18n import oversat, tr

from .tekst import alvor_flertal, alvortekst, regeltekst

if TYPE_CHECKING:
    from pathlib import Path

    from .rapport import Linje, Rapport

FUND, UDEN_STED, REGLER = "fund", "fund_uden_sted", "kontroller"
#: Colour and shape, so that they differ in grey print too.
_SYMBOL = {
    Alvor.FEJL: (ROED, Qgis.MarkerShape.Square),
    Alvor.ADVARSEL: (ORANGE, Qgis.MarkerShape.Triangle),
    Alvor.ANBEFALING: (HIMMEL, Qgis.MarkerShape.Circle),
}


def skriv_gpkg(sti: Path, rapport: Rapport) -> None:
    """Write the file. Raises `RuntimeError` or `OSError`."""
    med = [linje for linje in rapport.linjer if linje.post.fund.sted is not None]
    uden = [linje for linje in rapport.linjer if linje.post.fund.sted is None]
    datakilde = gdal.GetDriverByName("GPKG").Create(str(sti), 0, 0, 0, gdal.GDT_Unknown)
    if datakilde is None:
        raise OSError(str(sti))
    datakilde.StartTransaction()
    try:
        _lag(datakilde, FUND, ogr.wkbPoint, _fund_felter(), map(_fund, med), _sted_af(med))
        if uden:
            _lag(datakilde, UDEN_STED, ogr.wkbNone, _fund_felter(), map(_fund, uden))
        _lag(datakilde, REGLER, ogr.wkbNone, _regel_felter(), _regler(rapport))
        datakilde.CommitTransaction()
    finally:
        datakilde = None  # closes the file
    _giv_stil(sti)


def _fund_felter() -> tuple[tuple[str, str], ...]:
    """Name, and what QGIS shows as the name of the field."""
    return (
        ("alvor", tr("Alvor")), ("regel", tr("Regel")), ("tekst", tr("Fund")), ("raad", tr("Gør sådan")),
        ("lag", tr("Lag")), ("navn", tr("Navn")), ("felt", tr("Felt")), ("noegle", tr("Nøgle")),
        ("set_siden", tr("Set siden")),
    )  # fmt: skip


def _regel_felter() -> tuple[tuple[str, str], ...]:
    return (
        ("alvor", tr("Alvor")), ("regel", tr("Regel")), ("tekst", tr("Fund")), ("lag", tr("Lag")),
        ("antal", tr("Antal")), ("hvorfor", tr("Hvorfor")), ("raad", tr("Gør sådan")),
    )  # fmt: skip


def _lag(
    datakilde: Any,  # noqa: ANN401 - GDAL has no stubs
    navn: str,
    art: int,
    felter: Sequence[tuple[str, str]],
    raekker: Iterable[Sequence[str | int]],
    sted: Callable[[int], tuple[float, float]] | None = None,
) -> None:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(EPSG)
    lag = datakilde.CreateLayer(
        navn, reference if sted else None, art, ["SPATIAL_INDEX=YES"] if sted else []
    )
    if lag is None:
        raise RuntimeError(navn)
    for felt, alias in felter:
        beskrevet = ogr.FieldDefn(felt, ogr.OFTInteger if felt == "antal" else ogr.OFTString)
        if hasattr(beskrevet, "SetAlternativeName"):
            beskrevet.SetAlternativeName(alias)
        lag.CreateField(beskrevet)
    for nr, raekke in enumerate(raekker):
        feature = ogr.Feature(lag.GetLayerDefn())
        for plads, vaerdi in enumerate(raekke):
            feature.SetField(plads, vaerdi)
        if sted is not None:
            punkt = ogr.Geometry(ogr.wkbPoint)
            punkt.AddPoint_2D(*sted(nr))
            feature.SetGeometryDirectly(punkt)
        if lag.CreateFeature(feature) != ogr.OGRERR_NONE:
            raise RuntimeError(navn)


def _sted_af(linjer: Sequence[Linje]) -> Callable[[int], tuple[float, float]]:
    return lambda nr: linjer[nr].post.fund.sted or (0.0, 0.0)


def _fund(linje: Linje) -> tuple[str, ...]:
    fund = linje.post.fund
    return (
        alvortekst(fund.alvor), fund.kode, linje.tekst, oversat(fund.kontrol.raad), linje.lag, linje.navn, linje.felt,
        fund.noegle, linje.siden,
    )  # fmt: skip


def _regler(rapport: Rapport) -> Iterable[Sequence[str | int]]:
    for afsnit in rapport.afsnit.values():
        for et in afsnit:
            kontrol = et.kontrol
            yield (
                alvortekst(kontrol.alvor), kontrol.kode, regeltekst(kontrol), oversat(tabel_af_navn(et.tabel).titel),
                len(et.linjer), oversat(kontrol.hvorfor), oversat(kontrol.raad),
            )  # fmt: skip


def _giv_stil(sti: Path) -> None:
    """Keep the symbols in the file, so that they are there wherever it is opened."""
    layer = QgsVectorLayer(f"{sti}|layername={FUND}", tr("Fund"), "ogr")
    if not layer.isValid():
        raise RuntimeError(FUND)
    kategorier = []
    for alvor, (farve, form) in _SYMBOL.items():
        maerke = QgsSimpleMarkerSymbolLayer(form, 3.2)
        maerke.setColor(QColor(farve))
        maerke.setStrokeColor(QColor("#1a1a1a"))
        symbol = QgsMarkerSymbol()
        # Not given to the constructor: PyQGIS then still takes the layer for its own, and deletes it.
        symbol.changeSymbolLayer(0, maerke)
        kategorier.append(QgsRendererCategory(alvortekst(alvor), symbol, alvor_flertal(alvor)))
    layer.setRenderer(QgsCategorizedSymbolRenderer("alvor", kategorier))
    layer.setDisplayExpression('"tekst"')
    layer.setMapTipTemplate('<b>[% "tekst" %]</b><br>[% "navn" %]<br>[% "raad" %]')
    stil = QDomDocument()
    layer.exportNamedStyle(stil)
    # Not `saveStyleToDatabase`: QGIS 3.44 warns of it, and what takes its place is not in 3.40.
    QgsProviderRegistry.instance().saveStyle(
        "ogr", layer.source(), stil.toString(), "", tr("Fund"), "", "", True, ""
    )
    del layer
