# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoFA's three themes field by field, and the one way in which their rows become ours and ours theirs.

A GeoFA row is a plain mapping from GeoFA's own names to values: text, int, float, bool, dict (`tilgaeng_opl`), and a
date or a time as ISO text. Which of our fields a name belongs to is said once, by `Felt.geofa` in the model; every
other name lives in `geofa_ekstra`.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any, Literal

from moedested_plugin.domain.betingelse import BLANKE, GEOMETRI
from moedested_plugin.domain.felt import Felt, Tabel
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.paths import resource

GeofaType = Literal["tekst", "heltal", "tal", "bool", "dato", "tid", "uuid", "json", "geometri"]

EKSTRA, VERSION, OBJEKT_ID = "geofa_ekstra", "geofa_version", "objekt_id"
TEMAKODE, VERSIONS_ID, KVALITET, KVALITET_UKENDT = "temakode", "versions_id", "kvalitet_k", 9
SAESON = frozenset(("saeson_st", "saeson_sl"))
_TEMAER = {5800: ("facilitet_punkt", "t_5800_fac_pkt"), 5801: ("facilitet_flade", "t_5801_fac_fl"),
           5802: ("rute", "t_5802_fac_li")}  # fmt: skip
#: Made by GeoFA itself: kept for display, never sent.
_TIL_VISNING = frozenset(
    ("systid_fra", "oprettet", "beliggenhedskommune", "vejnavn", "postnr_by", "kommunekode")
)
#: What programs call the row number or the drawing; no field of GeoFA's.
_ANDRE_KOLONNER = frozenset(
    ("fid", "gid", "ogc_fid", "gml_id", "the_geom", "geom", "geometry", "wkb_geometry")
)
_TYPER: dict[str, GeofaType] = {
    "integer": "heltal", "double": "tal", "boolean": "bool", "date": "dato", "timestamptz": "tid", "uuid": "uuid",
    "jsonb": "json",
}  # fmt: skip
_SAND, _FALSK = ("1", "true", "t", "ja"), ("0", "false", "f", "nej")
_HELTAL = re.compile(r"-?\d{1,18}(?:\.0*)?\Z")
_MAANED_DAG = re.compile(r"(?:\d{4}[-/])?(\d{2})[-/](\d{2})(?:[T ].*)?\Z")


@dataclass(frozen=True)
class GeofaFelt:
    """One field of a theme, as production has it."""

    navn: str
    #: Its name of 10 characters, in a shapefile.
    kort: str
    type: GeofaType
    laengde: int | None
    obligatorisk: bool
    kodeliste: str | None
    #: Already in OpenFKG 1.7.
    i_1_7: bool
    #: Made by GeoFA; what is sent is ignored. The id is made by GeoFA too, but only for what is sent without one.
    system: bool


@dataclass(frozen=True)
class Tema:
    """One theme: its number, our table, GeoFA's layer, its fields by name and those of them that we have a field for."""

    nummer: int
    tabel: Tabel
    lag: str
    felter: Mapping[str, GeofaFelt]
    egne: Mapping[str, Felt]

    def navn(self, navn: str) -> str:
        """The name as GeoFA spells it; an unknown one stays as it is."""
        return navn.lower() if navn.lower() in self.felter else navn

    def sendes(self, navn: str) -> bool:
        """Whether a field may go to GeoFA. An unknown one may, unless it bears a name that is only ours."""
        if navn in self.felter:
            felt = self.felter[navn]
            return not felt.system and felt.type != "geometri"
        lille = navn.lower()
        fremmed = lille in _ANDRE_KOLONNER or lille in _systemfelter() or self.tabel.har(lille)
        return bool(navn.strip()) and not fremmed

    def gemmes(self, navn: str) -> bool:
        """Whether a field that we have none for is kept in `geofa_ekstra`; the texts of codes are not."""
        return navn in _TIL_VISNING or (navn != TEMAKODE and self.sendes(navn))

    @cached_property
    def sendte(self) -> tuple[GeofaFelt, ...]:
        """The known fields that go to GeoFA, in GeoFA's order."""
        return tuple(felt for navn, felt in self.felter.items() if self.sendes(navn))

    @cached_property
    def korte_navne(self) -> Mapping[str, str]:
        """GeoFA's name by the name of 10 characters in a shapefile."""
        return {felt.kort: felt.navn for felt in self.felter.values()}


@lru_cache(maxsize=len(_TEMAER))
def tema(nummer: int) -> Tema:
    """The theme 5800, 5801 or 5802; KeyError for another."""
    tabelnavn, lag = _TEMAER[nummer]
    beskrevet = tabel_af_navn(tabelnavn)
    with resource("geofa", f"fields_{nummer}.csv").open(encoding="utf-8-sig", newline="") as fil:
        raekker = list(csv.DictReader(fil))
    navne = {raekke["felt"] for raekke in raekker}
    felter = {raekke["felt"]: _felt(raekke, navne) for raekke in raekker}
    egne = {felt.geofa: felt for felt in beskrevet.felter if felt.geofa is not None}
    return Tema(nummer, beskrevet, lag, MappingProxyType(felter), MappingProxyType(egne))


def tema_af_tabel(tabel: str) -> Tema:
    """The theme of one of the three place tables; KeyError for another table."""
    return tema({navn: nummer for nummer, (navn, _) in _TEMAER.items()}[tabel])


def temaer() -> tuple[Tema, ...]:
    """All three themes."""
    return tuple(tema(nummer) for nummer in _TEMAER)


@lru_cache(maxsize=1)
def _systemfelter() -> frozenset[str]:
    """What GeoFA makes itself in any of the themes."""
    return frozenset(felt.navn for t in temaer() for felt in t.felter.values() if felt.system)


def _felt(raekke: Mapping[str, str], navne: set[str]) -> GeofaFelt:
    type_, kort = raekke["type"], (raekke["feltnavn10"] or raekke["felt"])[:10]
    return GeofaFelt(
        raekke["felt"],
        # production calls filmlink2 by the name of filmlink3
        raekke["felt"][:10] if kort in navne - {raekke["felt"]} else kort,
        "geometri" if type_.startswith("geometry") else _TYPER.get(type_, "tekst"),
        int(raekke["laengde"]) if raekke["laengde"] else None,
        raekke["obligatorisk_ofs"] == "O",
        raekke["kodeliste"] or None,
        raekke["siden_version"] == "<=1.7",
        raekke["systemfelt"] == "ja" and raekke["felt"] != OBJEKT_ID,
    )


# ---- from GeoFA -----------------------------------------------------------------------------------------------------


def fra_geofa(
    nummer: int, raekke: Mapping[str, Any], ekstra_foer: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Our row of a GeoFA row of this theme (the drawing, if given, under `geometri`).

    Only fields that the row has are in the result, so that a file with fewer columns clears nothing; `ekstra_foer` is
    the `geofa_ekstra` that we have, of which the names that the row lacks are kept. The texts of codes are left out.
    A value of the wrong kind comes as it is: the store refuses it with a sentence. Who owns the row and where it came
    from (`kilde_k`) is for the caller to say.
    """
    t = tema(nummer)
    ud: dict[str, Any] = {}
    ekstra: dict[str, Any] = dict(ekstra_foer or {})
    for kildens_navn, raa in raekke.items():
        navn = t.navn(kildens_navn)
        if navn == GEOMETRI:
            ud[GEOMETRI] = raa
            continue
        vaerdi = _laest(t.felter.get(navn), raa)
        if navn == VERSIONS_ID:
            ud[VERSION] = vaerdi
        elif navn in t.egne:
            ud[t.egne[navn].navn] = _maaned_dag(vaerdi) if navn in SAESON else vaerdi
        elif t.gemmes(navn):
            ekstra.pop(navn, None)
            if vaerdi is not None:
                ekstra[navn] = vaerdi
    if KVALITET in ud and ud[KVALITET] is None:
        ud[KVALITET] = KVALITET_UKENDT
    ud[EKSTRA] = ekstra or None
    return ud


def _laest(felt: GeofaFelt | None, raa: object) -> object:
    """The value by GeoFA's type; blank text is nothing."""
    if isinstance(raa, (dt.date, dt.datetime)):
        raa = raa.isoformat()
    if raa is None or (isinstance(raa, str) and not raa.strip(BLANKE)):
        return None
    if felt is None:
        return raa
    laes = _LAESERE.get(felt.type)
    return raa if laes is None else laes(raa)


def _uuid(raa: object) -> object:
    return raa.strip(BLANKE + "{}").lower() if isinstance(raa, str) else raa


def _heltal(raa: object) -> object:
    if isinstance(raa, str) and _HELTAL.match(raa.strip()):
        return int(raa.strip().split(".")[0])
    if isinstance(raa, bool) or (isinstance(raa, float) and raa.is_integer()):
        return int(raa)
    return raa


def _tal(raa: object) -> object:
    if not isinstance(raa, (str, int)):
        return raa
    try:
        return float(raa)
    except ValueError:
        return raa


def _bool(raa: object) -> object:
    tekst = str(raa).strip().lower()
    if tekst in _SAND or raa == 1:
        return True
    return False if tekst in _FALSK or raa == 0 else raa


def _json(raa: object) -> object:
    if not isinstance(raa, str):
        return raa
    try:
        laest: object = json.loads(raa)
    except ValueError:
        return raa
    return laest


def _tekst(raa: object) -> object:
    return str(raa) if isinstance(raa, (int, float)) else raa


_LAESERE = {
    "uuid": _uuid,
    "heltal": _heltal,
    "tal": _tal,
    "bool": _bool,
    "json": _json,
    "tekst": _tekst,
}


def _maaned_dag(vaerdi: object) -> object:
    """MM-DD of 0001-MM-DD (5800, 5801), MM-DD (5802) or a full date."""
    fund = _MAANED_DAG.match(vaerdi) if isinstance(vaerdi, str) else None
    return f"{fund[1]}-{fund[2]}" if fund else vaerdi


# ---- to GeoFA -------------------------------------------------------------------------------------------------------


def til_geofa(tabel: str, raekke: Mapping[str, Any]) -> dict[str, Any]:
    """The GeoFA row of our row: every field that goes to GeoFA, then what of `geofa_ekstra` no field of ours wrote.

    Fields that only we have, and those that GeoFA makes itself, are not in it. The drawing is handed on under `geometri`.
    """
    t = tema_af_tabel(tabel)
    ud: dict[str, Any] = {felt.navn: None for felt in t.sendte}
    ud[TEMAKODE] = t.nummer
    for navn, felt in t.egne.items():
        ud[navn] = _sendt(t.felter[navn], raekke.get(felt.navn))
    if ud[KVALITET] is None:
        ud[KVALITET] = KVALITET_UKENDT
    for gemt, vaerdi in _ekstra(raekke).items():
        navn = t.navn(gemt)
        if navn != TEMAKODE and navn not in t.egne and t.sendes(navn):
            ud[navn] = _ikke_tom(vaerdi)
    if GEOMETRI in raekke:
        ud[GEOMETRI] = raekke[GEOMETRI]
    return ud


def _ekstra(raekke: Mapping[str, Any]) -> Mapping[str, Any]:
    ekstra = raekke.get(EKSTRA)
    return ekstra if isinstance(ekstra, dict) else {}


def _sendt(felt: GeofaFelt, vaerdi: object) -> object:
    vaerdi = _ikke_tom(vaerdi)
    if felt.navn in SAESON and felt.type == "dato" and isinstance(vaerdi, str):
        return f"0001-{vaerdi}"
    return vaerdi


def _ikke_tom(vaerdi: object) -> object:
    """Empty text becomes NULL."""
    return None if isinstance(vaerdi, str) and not vaerdi.strip(BLANKE) else vaerdi
