# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes files through OGR beside where they shall lie, and moves them there when all of them are whole."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from moedested_plugin.domain.skema import EPSG
from moedested_plugin.gdal import gdal, ogr, osr
from moedested_plugin.i18n import tr

from . import ogr_doer

KolonneType = Literal["tekst", "heltal", "stort", "tal", "bool", "dato", "tid", "json"]

_OGR_TYPER: dict[KolonneType, tuple[int, int]] = {
    "tekst": (ogr.OFTString, ogr.OFSTNone),
    "heltal": (ogr.OFTInteger, ogr.OFSTNone),
    "stort": (ogr.OFTInteger64, ogr.OFSTNone),
    "tal": (ogr.OFTReal, ogr.OFSTNone),
    "bool": (ogr.OFTInteger, ogr.OFSTBoolean),
    "dato": (ogr.OFTDate, ogr.OFSTNone),
    "tid": (ogr.OFTDateTime, ogr.OFSTNone),
    "json": (ogr.OFTString, ogr.OFSTJSON),
}
_GEOMETRIER = {
    None: ogr.wkbNone, "Point": ogr.wkbPoint, "LineString": ogr.wkbLineString, "Polygon": ogr.wkbPolygon,
    "MultiPoint": ogr.wkbMultiPoint, "MultiLineString": ogr.wkbMultiLineString,
    "MultiPolygon": ogr.wkbMultiPolygon,
}  # fmt: skip
_ULOVLIGE = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVEREDE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?\Z", re.IGNORECASE)
_LAENGSTE_NAVN = 100


class UdFejl(Exception):
    """Nothing was written; `str(fejl)` is the sentence for the user."""


class Afbrudt(UdFejl):
    """The user stopped it."""


def lovligt_navn(navn: str) -> str:
    """The name as a file may be called on Windows too."""
    rent = _ULOVLIGE.sub("_", navn).strip()[:_LAENGSTE_NAVN].rstrip(". ")
    return f"_{rent}" if not rent or _RESERVEREDE.match(rent) else rent


@contextmanager
def nye_filer(mappe: Path, *, overskriv: bool) -> Iterator[Path]:
    """A folder to write in; what lies there in the end is moved to `mappe`, all of it or, on any error, nothing."""
    if not mappe.is_dir():
        raise UdFejl(tr("Mappen {} findes ikke. Vælg en anden.").format(mappe))
    skjult = mappe / f"~moedested-{uuid.uuid4().hex[:8]}"
    try:
        skjult.mkdir()
    except OSError:
        raise UdFejl(tr("Du må ikke skrive i mappen {}. Vælg en anden.").format(mappe)) from None
    try:
        (skjult / "nye").mkdir()
        yield skjult / "nye"
        _flyt(skjult, mappe, overskriv=overskriv)
    finally:
        shutil.rmtree(skjult, ignore_errors=True)


def _flyt(skjult: Path, mappe: Path, *, overskriv: bool) -> None:
    nye = sorted((skjult / "nye").iterdir())
    findes = [mappe / fil.name for fil in nye if (mappe / fil.name).exists()]
    if findes and not overskriv:
        raise UdFejl(tr("{} findes allerede. Vælg et andet navn.").format(findes[0].name))
    flyttet: list[tuple[Path, Path]] = []
    try:
        for gammel in findes:
            gammel.replace(skjult / gammel.name)
            flyttet.append((gammel, skjult / gammel.name))
        for fil in nye:
            fil.replace(mappe / fil.name)
            flyttet.append((fil, mappe / fil.name))
    except OSError:
        for fra, til in reversed(flyttet):
            til.replace(fra)
        raise UdFejl(
            tr("En af filerne er åben i et andet program. Luk det, og prøv igen. Intet er ændret.")
        ) from None


@contextmanager
def skrivning(fil: str) -> Iterator[None]:
    """Turn what OGR complains of into one sentence; its own words may hold the row."""
    try:
        with ogr_doer.stille() as klager:
            yield
    except (RuntimeError, OSError, OverflowError):
        raise _ikke_skrevet(fil) from None
    if klager:
        raise _ikke_skrevet(fil)


def _ikke_skrevet(fil: str) -> UdFejl:
    return UdFejl(
        tr("{} kunne ikke skrives. Er der plads på disken, og må du skrive i mappen?").format(fil)
    )


@dataclass(frozen=True)
class Kolonne:
    """One column of a layer to write; `alias` is what people read."""

    navn: str
    type: KolonneType
    laengde: int | None = None
    alias: str | None = None


def reference(epsg: int = EPSG) -> Any:  # noqa: ANN401 - SWIG knows no types
    """A coordinate system with x first."""
    ud = osr.SpatialReference()
    ud.ImportFromEPSG(epsg)
    ud.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return ud


class Lag:
    """One layer being written."""

    def __init__(
        self,
        datasaet: Any,  # noqa: ANN401 - SWIG knows no types
        navn: str,
        kolonner: Sequence[Kolonne],
        geometri: str | None,
        valg: Sequence[str] = (),
    ) -> None:
        self._multi = _GEOMETRIER[geometri]
        srs = reference() if geometri is not None else None
        self._lag = datasaet.CreateLayer(navn, srs, self._multi, list(valg))
        if self._lag is None:
            raise RuntimeError(navn)
        for kolonne, alias in zip(kolonner, aliaser(kolonner)):
            self._lag.CreateField(_feltdefinition(kolonne, alias))
        self._defn = self._lag.GetLayerDefn()
        if self._defn.GetFieldCount() != len(kolonner):
            raise RuntimeError(navn)
        self._typer = [kolonne.type for kolonne in kolonner]
        self._nr = {kolonne.navn: nr for nr, kolonne in enumerate(kolonner)}

    def skriv(self, vaerdier: Mapping[str, Any], wkb: bytes | None = None) -> None:
        """Write one row; the drawing becomes 2D and of the layer's kind."""
        objekt = ogr.Feature(self._defn)
        for navn, vaerdi in vaerdier.items():
            if vaerdi is not None:
                nr = self._nr[navn]
                objekt.SetField(nr, _som_ogr(self._typer[nr], vaerdi))
        if wkb is not None:
            geometri = ogr.CreateGeometryFromWkb(wkb)
            if geometri is None:
                raise RuntimeError(self._lag.GetName())
            geometri.FlattenTo2D()
            objekt.SetGeometryDirectly(ogr.ForceTo(geometri, self._multi))
        if self._lag.CreateFeature(objekt) != 0:
            raise RuntimeError(self._lag.GetName())


def aliaser(kolonner: Sequence[Kolonne]) -> list[str | None]:
    """What people read, told apart: a code and its text are called the same, and a GeoPackage refuses that."""
    ud: list[str | None] = []
    for kolonne in kolonner:
        ens = kolonne.alias is not None and kolonne.alias in ud
        ud.append(f"{kolonne.alias} ({kolonne.navn})" if ens else kolonne.alias)
    return ud


def _feltdefinition(kolonne: Kolonne, alias: str | None) -> Any:  # noqa: ANN401 - SWIG knows no types
    type_, undertype = _OGR_TYPER[kolonne.type]
    felt = ogr.FieldDefn(kolonne.navn, type_)
    felt.SetSubType(undertype)
    if kolonne.laengde is not None:
        felt.SetWidth(kolonne.laengde)
    if alias is not None and hasattr(felt, "SetAlternativeName"):  # GDAL 3.7
        felt.SetAlternativeName(alias)
    return felt


def _som_ogr(type_: KolonneType, vaerdi: Any) -> str | float:  # noqa: ANN401 - any value of the model
    if type_ == "bool":
        return int(vaerdi)
    if type_ == "json":
        vaerdi = json.dumps(vaerdi, ensure_ascii=False)
    elif isinstance(vaerdi, dt.date):
        vaerdi = vaerdi.isoformat()
    elif isinstance(vaerdi, (int, float)) and type_ != "tekst":
        return float(vaerdi) if isinstance(vaerdi, float) else int(vaerdi)
    # what no file can hold: the end of a C string, half a character
    return str(vaerdi).replace("\0", "").encode("utf-8", "replace").decode("utf-8")


class Datasaet:
    """A new file (or files) being written; whole when the `with` is left."""

    def __init__(self, driver: str, sti: Path, valg: Sequence[str] = ()) -> None:
        self._datasaet = gdal.GetDriverByName(driver).Create(
            str(sti), 0, 0, 0, gdal.GDT_Unknown, list(valg)
        )
        if self._datasaet is None:
            raise RuntimeError(str(sti))
        self._transaktion = bool(self._datasaet.TestCapability(ogr.ODsCTransactions))
        if self._transaktion:
            self._datasaet.StartTransaction()

    def lag(
        self,
        navn: str,
        kolonner: Sequence[Kolonne],
        geometri: str | None,
        valg: Sequence[str] = (),
    ) -> Lag:
        """Begin a layer."""
        return Lag(self._datasaet, navn, kolonner, geometri, valg)

    def __enter__(self) -> Datasaet:
        return self

    def __exit__(self, fejl: object, *_: object) -> None:
        if self._transaktion and fejl is None:
            self._datasaet.CommitTransaction()
        # Windows cannot take away a file that is open, and a traceback may still hold this object.
        self._datasaet = None
