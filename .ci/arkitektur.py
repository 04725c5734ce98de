# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws the house from its imports: docs/arkitektur.svg, and the tables of docs/arkitektur.md (`make docs`)."""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path

import tomllib

ROOT = Path(__file__).resolve().parent.parent
PAKKE = ROOT / "moedested_plugin"
DOKUMENT = ROOT / "docs" / "arkitektur.md"
BILLEDE = ROOT / "docs" / "arkitektur.svg"

BUND = "bund"
"""The small modules beside the rooms, which every room but `domain` may use."""
HVAD = {
    "plugin": "starter og slukker; intet andet",
    "gui": "dør 1: panel, dialoger, værktøjer",
    "processing": "dør 2: én algoritme pr. opgave",
    "publishing": "det, der går ud: WMS, WFS, liste",
    "printing": "det, der kommer på papir",
    "sources": "det, der kommer ind, og ud til GeoFA",
    "drawing": "hvordan der tegnes",
    "checks": "hvad der er galt",
    "project": "QGIS-projektet: lag, formularer, stil",
    "store": "hvor det ligger: GeoPackage, PostGIS",
    BUND: "indstillinger, log, sprog, stier, GDAL",
    "domain": "hvad et mødested er; uden QGIS",
}
DOERE = 4
"""How many doors the table names: the modules that other rooms import most."""

_TIL_SIDEN = {"checks": -180}
"""Rooms that stand aside, so that no arrow runs behind them."""
_BREDDE, _HOEJDE, _KASSE, _RAEKKE, _MARGEN = 1000, 46, 225, 92, 12


@dataclass
class Hus:
    """The rooms and who imports what."""

    lag: list[list[str]]
    bruger: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    doere: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    moduler: Counter[str] = field(default_factory=Counter)


def _etager() -> list[list[str]]:
    """Read the storeys from the contract that import-linter holds, upper first."""
    kontrakter = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
    lag = next(kontrakt["layers"] for kontrakt in kontrakter if kontrakt["type"] == "layers")
    return [[BUND] if " : " in linje else re.findall(r"\((\w+)\)", linje) for linje in lag]


def _importeret(trae: ast.Module, dele: tuple[str, ...]) -> Iterator[str]:
    """Name every module of the package that a module imports, lazily or not."""
    for node in ast.walk(trae):
        if isinstance(node, ast.ImportFrom) and node.level:
            vej = [
                *dele[: len(dele) - node.level],
                *(node.module.split(".") if node.module else ()),
            ]
            for alias in node.names:
                yield ".".join([*vej, alias.name])
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(PAKKE.name):
            for alias in node.names:
                yield ".".join([*str(node.module).split(".")[1:], alias.name])


@cache
def hus() -> Hus:
    """Read the imports of the whole package."""
    fundet = Hus(_etager())
    rum = {navn for etage in fundet.lag for navn in etage}

    def rum_for(dele: tuple[str, ...]) -> str:
        return dele[0] if dele and dele[0] in rum else BUND

    for sti in sorted(PAKKE.rglob("*.py")):
        dele = sti.relative_to(PAKKE).with_suffix("").parts
        if dele == ("__init__",):
            continue  # QGIS's way in: it only names the plugin
        her = rum_for(dele)
        fundet.moduler[her] += 1
        for navn in set(_importeret(ast.parse(sti.read_text("utf-8")), dele)):
            der = rum_for(tuple(navn.split(".")))
            if navn and der != her:
                fundet.bruger[her].add(der)
                fundet.doere[der][_modul(navn)] += 1
    return fundet


def _modul(navn: str) -> str:
    """Give the module that a dotted name lies in: `store.Store` lies in `store`."""
    dele = navn.split(".")
    while len(dele) > 1:
        sti = PAKKE.joinpath(*dele)
        if sti.is_dir() or sti.with_suffix(".py").is_file():
            break
        dele.pop()
    return ".".join(dele)


def _pile(fundet: Hus) -> list[tuple[str, str]]:
    """Give the arrows: those that do not follow from others."""

    def naar(fra: str, til: str) -> bool:
        return til in fundet.bruger[fra] or any(naar(led, til) for led in list(fundet.bruger[fra]))

    return [
        (fra, til)
        for fra in list(fundet.bruger)
        for til in sorted(fundet.bruger[fra])
        if not any(naar(led, til) for led in fundet.bruger[fra] - {til})
    ]


def tegning() -> str:
    """Draw the storeys and the arrows between them."""
    fundet = hus()
    sted: dict[str, tuple[float, float]] = {}
    for nummer, etage in enumerate(fundet.lag):
        mellem = (_BREDDE - len(etage) * _KASSE) / (len(etage) + 1)
        for plads, navn in enumerate(etage):
            sted[navn] = (
                mellem + plads * (_KASSE + mellem) + _TIL_SIDEN.get(navn, 0),
                _MARGEN + nummer * _RAEKKE,
            )
    hoejde = _MARGEN * 2 + _RAEKKE * (len(fundet.lag) - 1) + _HOEJDE
    dele = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_BREDDE} {hoejde}" font-family="Open Sans, DejaVu Sans, sans-serif">',
        "<title>Husets rum og hvem der bruger hvem</title>",
        '<defs><marker id="spids" markerWidth="9" markerHeight="9" refX="8" refY="4" orient="auto">'
        '<path d="M0,0 L9,4 L0,8 z" fill="#56606b"/></marker></defs>',
        f'<rect width="{_BREDDE}" height="{hoejde}" fill="#ffffff"/>',
    ]
    for fra, til in _pile(fundet):
        (x1, y1), (x2, y2) = sted[fra], sted[til]
        dele.append(
            f'<line x1="{x1 + _KASSE / 2:.0f}" y1="{y1 + _HOEJDE:.0f}" x2="{x2 + _KASSE / 2:.0f}" y2="{y2 - 1:.0f}" '
            'stroke="#56606b" stroke-width="1.4" marker-end="url(#spids)"/>'
        )
    for navn, (x, y) in sted.items():
        dele.append(
            f'<rect x="{x:.0f}" y="{y:.0f}" width="{_KASSE}" height="{_HOEJDE}" rx="5" fill="#e8f1f8" stroke="#0072b2"/>'
            f'<text x="{x + _KASSE / 2:.0f}" y="{y + 19:.0f}" text-anchor="middle" font-size="15" font-weight="bold" '
            f'fill="#1b1b1b">{escape(navn)}</text>'
            f'<text x="{x + _KASSE / 2:.0f}" y="{y + 36:.0f}" text-anchor="middle" font-size="10.5" fill="#1b1b1b">'
            f"{escape(HVAD[navn])}</text>"
        )
    return "\n".join([*dele, "</svg>"]) + "\n"


def _tabel() -> Iterator[str]:
    fundet = hus()
    raekkefoelge = [navn for etage in fundet.lag for navn in etage]
    yield "| rum | hvad | bruger | døre: det, de andre rum mest importerer |"
    yield "| --- | --- | --- | --- |"
    for navn in raekkefoelge:
        bruger = ", ".join(rum for rum in raekkefoelge if rum in fundet.bruger[navn]) or "ingen"
        doere = sorted(fundet.doere[navn].items(), key=lambda par: (-par[1], par[0]))[:DOERE]
        yield f"| `{navn}` | {HVAD[navn]} | {bruger} | {', '.join(f'`{doer}`' for doer, _antal in doere) or 'ingen'} |"


def skriv(tekst: str) -> str:
    """Put the table of rooms into the text of the document."""
    foer, resten = tekst.split("<!-- rum -->\n", 1)
    _gammel, efter = resten.split("<!-- slut -->", 1)
    return foer + "<!-- rum -->\n" + "\n".join(_tabel()) + "\n<!-- slut -->" + efter


if __name__ == "__main__":
    DOKUMENT.write_text(skriv(DOKUMENT.read_text("utf-8")), encoding="utf-8")
    BILLEDE.write_text(tegning(), encoding="utf-8")
    sys.stdout.write(f"{DOKUMENT.name}, {BILLEDE.name}\n")
