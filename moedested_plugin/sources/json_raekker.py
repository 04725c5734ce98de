# SPDX-License-Identifier: GPL-2.0-or-later
"""JSON that OGR refuses: bare arrays of features (GeoFA) or of plain objects, and GeoJSON inside a .js file."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from moedested_plugin.i18n import tr

from .fejl import LaeseFejl
from .laest import FeltType
from .tekst import Json
from .typer import Gaet

_START = 64 << 10
_STOERST = 256 << 20  # a plain array is held in memory while it is read
_DYBEST = 40


def uden_js(fra: Path, til: Path) -> None:
    """Copy only what stands from the first to the last bracket: `var x = {...};` is GeoJSON inside."""
    data = fra.read_bytes()
    start = min((i for i in (data.find(b"{"), data.find(b"[")) if i >= 0), default=0)
    slut = max(data.rfind(b"}"), data.rfind(b"]")) + 1
    til.write_bytes(data[start:slut] if slut > start else data)


def er_features(sti: Path) -> bool:
    """Whether this is a bare array of features."""
    start = _begyndelse(sti)
    return start.startswith("[") and bool(
        re.match(r"\[\s*\{", start) and re.search(r'"type"\s*:\s*"Feature"', start)
    )


def er_tabel(sti: Path) -> bool:
    """Whether this is an array of plain objects, perhaps inside one object."""
    start = _begyndelse(sti)
    if re.search(r'"type"\s*:\s*"(?:Feature|FeatureCollection|Topology)"', start):
        return False
    return not re.search(r'"(?:geometryType|spatialReference|features|arcs)"\s*:', start)


def pak_ind(fra: Path, til: Path) -> None:
    """Make a FeatureCollection of a bare array of features."""
    with fra.open("rb") as ind, til.open("wb") as ud:
        ud.write(b'{"type":"FeatureCollection","features":')
        shutil.copyfileobj(ind, ud)
        ud.write(b"}")


class Objekter:
    """The objects of a plain array as a table: nested ones by "a.b", texts typed by what they hold."""

    def __init__(self, sti: Path) -> None:
        if sti.stat().st_size > _STOERST:
            raise LaeseFejl(tr("Filen er for stor. Gem den som CSV eller GeoPackage."))
        try:
            indhold = json.loads(sti.read_text("utf-8", "replace"), parse_constant=_ingenting)
        except (ValueError, RecursionError):
            raise LaeseFejl(
                tr("Filen er ikke gyldig JSON; måske er den afkortet. Hent den igen.")
            ) from None
        liste = _liste(indhold)
        if liste is None:
            raise LaeseFejl(tr("Der er ingen rækker i filen. Vælg en anden."))
        self._raekker = [_fladt(objekt) for objekt in liste if isinstance(objekt, dict)]
        self._gaet: dict[str, Gaet] = {}
        self._typer: dict[str, FeltType] = {}
        for raekke in self._raekker:
            for navn, vaerdi in raekke.items():
                self._se(navn, vaerdi)

    @property
    def typer(self) -> dict[str, FeltType]:
        """Name → type."""
        return {
            navn: self._gaet[navn].type if type_ == "tekst" else type_
            for navn, type_ in self._typer.items()
        }

    def raekker(self) -> Iterator[tuple[int, list[object]]]:
        """Give (row number, values in the order of `typer`)."""
        typer = self.typer
        for nummer, raekke in enumerate(self._raekker, 1):
            yield nummer, [self._vaerdi(navn, raekke.get(navn)) for navn in typer]

    def _se(self, navn: str, vaerdi: Json) -> None:
        if vaerdi is None:
            self._typer.setdefault(navn, "tekst")
            self._gaet.setdefault(navn, Gaet())
            return
        self._gaet.setdefault(navn, Gaet()).se(_som_tekst(vaerdi))
        er_json = isinstance(vaerdi, (list, dict))
        foer = self._typer.get(navn)
        self._typer[navn] = "json" if er_json and foer in {None, "json"} else "tekst"

    def _vaerdi(self, navn: str, vaerdi: Json) -> object:
        if vaerdi is None:
            return None
        tekst = _som_tekst(vaerdi)
        return tekst if self._typer[navn] == "json" else self._gaet[navn].vaerdi(tekst)


def _som_tekst(vaerdi: Json) -> str:
    if isinstance(vaerdi, str):
        return vaerdi
    return json.dumps(vaerdi, ensure_ascii=False)


def _ingenting(_navn: str) -> None:
    """NaN and Infinity are no values."""


def _begyndelse(sti: Path) -> str:
    with sti.open("rb") as fil:
        return fil.read(_START).decode("utf-8", "replace").lstrip("\ufeff \t\r\n")


def _liste(indhold: Json, dybde: int = 3) -> list[Any] | None:
    """The first list of objects, also a few levels down (`result.records`)."""
    if isinstance(indhold, list):
        return indhold if any(isinstance(led, dict) for led in indhold) or not indhold else None
    if isinstance(indhold, dict) and dybde:
        for led in indhold.values():
            fundet = _liste(led, dybde - 1)
            if fundet:
                return fundet
    return None


def _fladt(objekt: dict[str, Any], foran: str = "", dybde: int = _DYBEST) -> dict[str, Any]:
    ud: dict[str, Any] = {}
    for navn, vaerdi in objekt.items():
        if isinstance(vaerdi, dict) and vaerdi and dybde:
            ud.update(_fladt(vaerdi, f"{foran}{navn}.", dybde - 1))
        else:
            ud[foran + navn] = vaerdi
    return ud
