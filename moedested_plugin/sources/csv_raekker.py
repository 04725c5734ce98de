# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads a table in text: finds separator, header and types; Danish decimals and dates; row by row."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from moedested_plugin.i18n import tr

from . import sprog, tegnsaet
from .fejl import LaeseFejl
from .laest import Afvist, FeltType
from .typer import Gaet, er_wkt, ligner_vaerdi

_SKILLETEGN = ";,\t|"
_PROVE = 60
_NAVNE_UNDER_TITEL = 3
#: Excel's own first line, which tells the separator and is no row.
_SEP = re.compile(r"\s*\"?sep=(.)\"?\s*\Z", re.IGNORECASE)
#: Nobody writes so long a text; only the WKT of a long route or a large area.
_LANG_CELLE = 131_072
_LAENGSTE_CELLE = 32 << 20


@dataclass(frozen=True)
class Tabel:
    """A text table: how it is written, its columns, and their types."""

    sti: Path
    tegnsaet: str
    skilletegn: str
    #: How many rows come before the first that is data: titles, and the header.
    spring: int
    navne: tuple[str, ...]
    gaet: tuple[Gaet, ...]
    afviste: tuple[Afvist, ...]
    bemaerkninger: tuple[str, ...]

    @property
    def typer(self) -> dict[str, FeltType]:
        """Name → type."""
        return {navn: gaet.type for navn, gaet in zip(self.navne, self.gaet)}

    def raekker(self) -> Iterator[tuple[int, list[object]]]:
        """Give (row number, typed values); rows with too many cells are in `afviste`."""
        for nummer, celler in _raekker(self.sti, self.tegnsaet, self.skilletegn, self.spring):
            if _for_mange(celler, len(self.navne)):
                continue
            fyld = [""] * (len(self.navne) - len(celler))
            yield nummer, [gaet.vaerdi(celle) for gaet, celle in zip(self.gaet, celler + fyld)]


def laes(sti: Path, angivet_tegnsaet: str | None) -> Tabel:
    """Look the whole file through once, to know its columns and types."""
    navn = tegnsaet.for_fil(sti, angivet_tegnsaet)
    skilletegn = _skilletegn(sti, navn)
    start = [celler for _, celler in islice(_raekker(sti, navn, skilletegn, 0), _PROVE)]
    if not start:
        raise LaeseFejl(tr("Filen er tom. Hent den igen."))
    titler = antal_titler(start)
    overskrift = titler > 0 or _har_overskrift(start)
    spring = titler + overskrift
    foerste = start[titler]
    navne = navngiv(foerste) if overskrift else [f"kolonne_{i + 1}" for i in range(len(foerste))]
    gaet = tuple(Gaet() for _ in navne)
    afviste, korte = [], 0
    for nummer, celler in _raekker(sti, navn, skilletegn, spring):
        if _for_mange(celler, len(navne)):
            afviste.append(
                Afvist(
                    nummer,
                    tr(
                        "Rækken har {} felter, men der er {} kolonner. Se efter et skilletegn for meget."
                    ).format(len(celler), len(navne)),
                )
            )
            continue
        korte += len(celler) < len(navne)
        for et, celle in zip(gaet, celler):
            et.se(celle)
    bemaerk = [] if overskrift else [tr("Filen har ingen overskrifter; kolonnerne er nummereret.")]
    if titler:
        bemaerk.append(sprunget_over(titler))
    if korte:
        bemaerk.append(
            tr("{} er kortere end overskriften; resten er tomt.").format(sprog.raekker(korte))
        )
    if "\ufffd" in "".join(navne) or any(et.ulaeseligt for et in gaet):
        bemaerk.append(tr("Nogle bogstaver kan ikke læses. Vælg et andet tegnsæt."))
    return Tabel(sti, navn, skilletegn, spring, tuple(navne), gaet, tuple(afviste), tuple(bemaerk))


def _raekker(sti: Path, kode: str, skilletegn: str, spring: int) -> Iterator[tuple[int, list[str]]]:
    """Give (row number, cells) without empty lines; numbers count data rows from 1."""
    nummer = 0
    try:
        laeser = csv.reader(_linjer(sti, kode), delimiter=skilletegn)
        for celler in laeser:
            if not any(celle.strip() for celle in celler):
                continue
            if any(len(celle) > _LANG_CELLE and not er_wkt(celle) for celle in celler):
                raise csv.Error  # noqa: TRY301 - the same as the reader's own
            if spring:
                spring -= 1
                continue
            nummer += 1
            yield nummer, celler
    except csv.Error:
        raise LaeseFejl(
            tr(
                "Tabellen går i stykker efter række {}. Se efter et citationstegn, der ikke er lukket."
            ).format(nummer)
        ) from None


def _linjer(sti: Path, kode: str) -> Iterator[str]:
    """The lines without Excel's own first one."""
    csv.field_size_limit(max(csv.field_size_limit(), _LAENGSTE_CELLE))
    linjer = tegnsaet.linjer(sti, kode)
    foerste = next(linjer, "")
    return linjer if _SEP.match(foerste) else chain((foerste,), linjer)


def antal_titler(raekker: Sequence[Sequence[str]]) -> int:
    """How many rows of one cell, a title or a date, stand above a header of three names or more."""
    fyldte = [[celle for celle in celler if celle.strip()] for celler in raekker]
    titler = next((nr for nr, celler in enumerate(fyldte) if len(celler) > 1), 0)
    overskrift = fyldte[titler]
    if len(overskrift) < _NAVNE_UNDER_TITEL or any(map(ligner_vaerdi, overskrift)):
        return 0
    return titler


def sprunget_over(titler: int) -> str:
    """What is said of rows above the header."""
    return tr("{} over overskrifterne er sprunget over.").format(sprog.raekker(titler))


def _for_mange(celler: Sequence[str], antal: int) -> bool:
    return len(celler) > antal and any(celle.strip() for celle in celler[antal:])


def _skilletegn(sti: Path, kode: str) -> str:
    """The separator that cuts the first rows into the same, largest number of cells."""
    with sti.open(encoding=kode, errors="replace", newline="") as fil:
        fund = _SEP.match(fil.readline(_PROVE).replace("\0", ""))
    if fund and fund[1] in _SKILLETEGN:
        return fund[1]
    bedst, point = ";", (0.0, 0)
    for tegn in _SKILLETEGN:
        try:
            raekker = [
                r for r in islice(csv.reader(_linjer(sti, kode), delimiter=tegn), _PROVE) if r
            ]
        except csv.Error:
            continue
        if not raekker:
            continue
        bredde, gange = Counter(map(len, raekker)).most_common(1)[0]
        if bredde > 1 and (gange / len(raekker), bredde) > point:
            bedst, point = tegn, (gange / len(raekker), bredde)
    return bedst


def _har_overskrift(raekker: Sequence[Sequence[str]]) -> bool:
    """A header has no empty or repeated names, and no number or date above numbers or dates."""
    foerste = [celle.strip() for celle in raekker[0]]
    if len(raekker) == 1:
        return not any(map(ligner_vaerdi, foerste))
    resten = raekker[1:]
    for i, celle in enumerate(foerste):
        under = [raekke[i].strip() for raekke in resten if i < len(raekke) and raekke[i].strip()]
        if ligner_vaerdi(celle) and under and sum(map(ligner_vaerdi, under)) > len(under) / 2:
            return False
    return any(foerste)


def navngiv(celler: Sequence[str]) -> list[str]:
    """Names of the columns; empty and repeated ones are numbered."""
    navne: list[str] = []
    for i, celle in enumerate(celler):
        navn = " ".join(celle.replace("\ufeff", "").split()) or f"kolonne_{i + 1}"
        entydig, nr = navn, 2
        while entydig in navne:
            entydig, nr = f"{navn}_{nr}", nr + 1
        navne.append(entydig)
    return navne
