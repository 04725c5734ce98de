# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoFA's three themes field by field, and how our rows become theirs; theirs become ours by the profiles.

A GeoFA row is a plain mapping from GeoFA's own names to values: text, int, float, bool, dict (`tilgaeng_opl`), and a
date or a time as ISO text. Which of our fields a name belongs to is said once, by `Felt.geofa` in the model; every
other name lives in `geofa_ekstra`.
"""

from __future__ import annotations

import csv
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
