# SPDX-License-Identifier: GPL-2.0-or-later
"""What each kind of file can hold: names, lengths, characters, empty numbers; and texts that a sheet would calculate."""

from __future__ import annotations

import datetime as dt
import enum
import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from moedested_plugin.domain.dansk_csv import uskadelig
from moedested_plugin.gdal import ogr

from .filer_kolonner import Udkolonne
from .filer_ogr import Kolonne, KolonneType
from .geofa_felter import temaer

_DBF_NAVN, _DBF_BYTES, _TAB_TEGN, _CELLE_TEGN, _ARK_NAVN = 10, 254, 254, 32_767, 31


class Format(enum.Enum):
    """A kind of file: its name for people, and its ending."""

    GEOPACKAGE = ("GeoPackage", ".gpkg")
    MAPINFO = ("MapInfo TAB", ".tab")
    SHAPE = ("Shape", ".shp")
    EXCEL = ("Excel", ".xlsx")
    CSV = ("CSV", ".csv")
    GEOJSON = ("GeoJSON", ".geojson")
    GPX = ("GPX", ".gpx")

    @property
    def titel(self) -> str:
        """What people call it."""
        return self.value[0]

    @property
    def endelse(self) -> str:
        """The ending of its file, or of the one that names the others."""
        return self.value[1]

    @property
    def en_fil(self) -> bool:
        """Whether several tables lie in one file."""
        return self in (Format.GEOPACKAGE, Format.EXCEL, Format.GPX)


_HAR_JSON = frozenset((Format.GEOPACKAGE, Format.GEOJSON))


@dataclass(frozen=True)
class Opskrift:
    """How OGR is asked for a format."""

    driver: str
    valg: tuple[str, ...] = ()
    har_geometri: bool = True


#: West, south, east, north. MapInfo keeps coordinates as whole numbers within such bounds: these give 0.5 mm.
TAB_GRAENSER = (300_000, 5_900_000, 1_100_000, 6_600_000)
OPSKRIFTER = {
    Format.GEOPACKAGE: Opskrift("GPKG", ("GEOMETRY_NAME=geometri",)),
    Format.MAPINFO: Opskrift(
        "MapInfo File", ("ENCODING=CP1252", "BOUNDS=" + ",".join(map(str, TAB_GRAENSER)))
    ),
    Format.SHAPE: Opskrift("ESRI Shapefile", ("ENCODING=UTF-8",)),
    Format.EXCEL: Opskrift("XLSX", har_geometri=False),
    Format.CSV: Opskrift(
        "CSV", ("SEPARATOR=SEMICOLON", "WRITE_BOM=YES", "LINEFORMAT=CRLF"), har_geometri=False
    ),
    Format.GEOJSON: Opskrift("GeoJSON", ("RFC7946=YES",)),
}
_OEST, _NORD = "Øst (EPSG:25832)", "Nord (EPSG:25832)"


@dataclass
class Tilpasning:
    """Fits columns and values of one table to a format, and counts what was lost on the way."""

    format: Format
    tabel: str
    #: Our name of each column → its name in the file.
    navne: dict[str, str] = field(default_factory=dict)
    afkortet: Counter[str] = field(default_factory=Counter)
    erstattet: Counter[str] = field(default_factory=Counter)
    _typer: dict[str, KolonneType] = field(default_factory=dict)

    def kolonner(self, valgte: Iterable[Udkolonne]) -> list[Kolonne]:
        """The columns as they are written."""
        ud = []
        for udkolonne in valgte:
            kolonne = udkolonne.til
            navn = self._navn(kolonne)
            self.navne[kolonne.navn] = navn
            self._typer[kolonne.navn] = self._type(udkolonne)
            ud.append(
                replace(
                    kolonne,
                    navn=navn,
                    type=self._typer[kolonne.navn],
                    laengde=self._laengde(kolonne),
                )
            )
        return ud

    def _navn(self, kolonne: Kolonne) -> str:
        if self.format is Format.SHAPE:
            kort = {
                felt: kort
                for t in temaer()
                if t.tabel.navn == self.tabel
                for kort, felt in t.korte_navne.items()
            }
            return _entydigt(kort.get(kolonne.navn, kolonne.navn), self.navne.values(), _DBF_NAVN)
        if self.format in (Format.EXCEL, Format.CSV):
            return _entydigt(kolonne.alias or kolonne.navn, self.navne.values(), _CELLE_TEGN)
        return kolonne.navn

    def _type(self, udkolonne: Udkolonne) -> KolonneType:
        """A number that MapInfo would show as 0 where there is none is a text there: 0 is also *Nej*."""
        type_ = udkolonne.til.type
        if self.format is Format.CSV or (type_ == "json" and self.format not in _HAR_JSON):
            return "tekst"
        if type_ == "tid" and self.format in (Format.MAPINFO, Format.SHAPE):
            return "tekst"
        tal = type_ in ("heltal", "tal", "bool")
        return (
            "tekst" if self.format is Format.MAPINFO and tal and udkolonne.kan_vaere_tom else type_
        )

    def _laengde(self, kolonne: Kolonne) -> int | None:
        if self.format is Format.SHAPE and self._typer[kolonne.navn] == "tekst":
            return _DBF_BYTES
        if self.format is Format.MAPINFO and self._typer[kolonne.navn] == "tekst":
            return min(kolonne.laengde or _TAB_TEGN, _TAB_TEGN)
        return kolonne.laengde if self._typer[kolonne.navn] == "tekst" else None

    def vaerdier(self, raekke: Mapping[str, Any]) -> dict[str, Any]:
        """The values of one row under the names of the file."""
        return {
            self.navne[navn]: self._vaerdi(navn, vaerdi)
            for navn, vaerdi in raekke.items()
            if vaerdi is not None
        }

    def _vaerdi(self, navn: str, vaerdi: object) -> object:
        if self._typer[navn] != "tekst":
            return vaerdi
        if not isinstance(vaerdi, str):
            return self._kort(navn, som_tekst(vaerdi))
        if self.format in (Format.EXCEL, Format.CSV):
            return self._kort(navn, uskadelig(vaerdi))
        return self._kort(navn, self._tegn(navn, vaerdi))

    def _tegn(self, navn: str, tekst: str) -> str:
        """MapInfo's Windows code page has no emoji."""
        if self.format is not Format.MAPINFO:
            return tekst
        ud = unicodedata.normalize("NFC", tekst).encode("cp1252", "replace").decode("cp1252")
        self.erstattet[navn] += ud != unicodedata.normalize("NFC", tekst)
        return ud

    def _kort(self, navn: str, tekst: str) -> str:
        ud = tekst
        if self.format is Format.SHAPE:
            ud = tekst.encode("utf-8", "replace")[:_DBF_BYTES].decode("utf-8", "ignore")
        elif self.format is Format.MAPINFO:
            ud = tekst[:_TAB_TEGN]
        elif self.format in (Format.EXCEL, Format.CSV):
            ud = tekst[:_CELLE_TEGN]
        self.afkortet[navn] += ud != tekst
        return ud


def arknavn(titel: str, taget: Iterable[str]) -> str:
    """A name that a sheet may have."""
    rent = "".join("_" if tegn in "[]:*?/\\" else tegn for tegn in titel).strip("'")
    return _entydigt(rent, taget, _ARK_NAVN)


def _entydigt(navn: str, taget: Iterable[str], laengde: int) -> str:
    brugt = {t.lower() for t in taget}
    forslag, nr = navn[:laengde], 1
    while forslag.lower() in brugt:
        nr += 1
        forslag = f"{navn[: laengde - len(str(nr))]}{nr}"
    return forslag


def som_tekst(vaerdi: object) -> str:
    """A value that is no text, where only text can be written: as Danes write it."""
    if isinstance(vaerdi, bool):
        return "Ja" if vaerdi else "Nej"
    if isinstance(vaerdi, float):
        return str(vaerdi).replace(".", ",")
    if isinstance(vaerdi, dt.datetime):
        return vaerdi.astimezone(dt.timezone.utc).strftime("%Y-%m-%d %H:%M:%S UTC")
    if isinstance(vaerdi, (list, dict)):
        return json.dumps(vaerdi, ensure_ascii=False)
    return str(vaerdi)


def xy_kolonner(format_: Format) -> list[Kolonne]:
    """In a sheet the place is two numbers."""
    type_: KolonneType = "tekst" if format_ is Format.CSV else "tal"
    return [Kolonne(_OEST, type_), Kolonne(_NORD, type_)]


def xy(format_: Format, wkb: bytes | None) -> dict[str, Any]:
    """The place of a drawing in a sheet: the point itself, or one on the line or in the area."""
    if wkb is None:
        return {}
    punkt = midte(ogr.CreateGeometryFromWkb(wkb))
    tal = {_OEST: round(punkt.GetX(), 2), _NORD: round(punkt.GetY(), 2)}
    return {navn: som_tekst(v) for navn, v in tal.items()} if format_ is Format.CSV else tal


def i_graenserne(wkb: bytes) -> bool:
    """Whether MapInfo can hold the drawing."""
    vest, oest, syd, nord = ogr.CreateGeometryFromWkb(wkb).GetEnvelope()
    graenser = TAB_GRAENSER
    return bool(
        graenser[0] <= vest <= oest <= graenser[2] and graenser[1] <= syd <= nord <= graenser[3]
    )


def midte(geometri: Any) -> Any:  # noqa: ANN401 - SWIG knows no types
    """A point that stands for the drawing and lies on it."""
    if ogr.GT_Flatten(geometri.GetGeometryType()) == ogr.wkbPoint:
        return geometri
    return geometri.PointOnSurface()
