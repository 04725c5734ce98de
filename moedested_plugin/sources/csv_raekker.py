# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads a table in text: finds separator, header and types; Danish decimals and dates; row by row."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from moedested_plugin.i18n import tr

from . import sprog, tegnsaet
from .fejl import LaeseFejl
from .laest import Afvist, FeltType
from .typer import Gaet, ligner_vaerdi

_SKILLETEGN = ";,\t|"
_PROVE = 60


@dataclass(frozen=True)
class Tabel:
    """A text table: how it is written, its columns, and their types."""

    sti: Path
    tegnsaet: str
    skilletegn: str
    overskrift: bool
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
        for nummer, celler in _raekker(self.sti, self.tegnsaet, self.skilletegn, self.overskrift):
            if _for_mange(celler, len(self.navne)):
                continue
            fyld = [""] * (len(self.navne) - len(celler))
            yield nummer, [gaet.vaerdi(celle) for gaet, celle in zip(self.gaet, celler + fyld)]


def laes(sti: Path, angivet_tegnsaet: str | None) -> Tabel:
    """Look the whole file through once, to know its columns and types."""
    navn = tegnsaet.for_fil(sti, angivet_tegnsaet)
    skilletegn = _skilletegn(sti, navn)
    start = list(islice(_raekker(sti, navn, skilletegn, overskrift=False), _PROVE))
    if not start:
        raise LaeseFejl(tr("Filen er tom. Hent den igen."))
    overskrift = _har_overskrift([celler for _, celler in start])
    foerste = start[0][1]
    navne = _navne(foerste) if overskrift else [f"kolonne_{i + 1}" for i in range(len(foerste))]
    gaet = tuple(Gaet() for _ in navne)
    afviste, korte = [], 0
    for nummer, celler in _raekker(sti, navn, skilletegn, overskrift):
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
    if korte:
        bemaerk.append(
            tr("{} er kortere end overskriften; resten er tomt.").format(sprog.raekker(korte))
        )
    if "\ufffd" in "".join(navne) or any(et.ulaeseligt for et in gaet):
        bemaerk.append(tr("Nogle bogstaver kan ikke læses. Vælg et andet tegnsæt."))
    return Tabel(
        sti, navn, skilletegn, overskrift, tuple(navne), gaet, tuple(afviste), tuple(bemaerk)
    )


def _raekker(
    sti: Path, kode: str, skilletegn: str, overskrift: bool
) -> Iterator[tuple[int, list[str]]]:
    """Give (row number, cells) without empty lines; numbers count data rows from 1."""
    nummer = 0
    try:
        laeser = csv.reader(tegnsaet.linjer(sti, kode), delimiter=skilletegn)
        for celler in laeser:
            if not any(celle.strip() for celle in celler):
                continue
            if overskrift:
                overskrift = False
                continue
            nummer += 1
            yield nummer, celler
    except csv.Error:
        raise LaeseFejl(
            tr(
                "Tabellen går i stykker efter række {}. Se efter et citationstegn, der ikke er lukket."
            ).format(nummer)
        ) from None


def _for_mange(celler: Sequence[str], antal: int) -> bool:
    return len(celler) > antal and any(celle.strip() for celle in celler[antal:])


def _skilletegn(sti: Path, kode: str) -> str:
    """The separator that cuts the first rows into the same, largest number of cells."""
    bedst, point = ";", (0.0, 0)
    for tegn in _SKILLETEGN:
        try:
            raekker = [
                r
                for r in islice(csv.reader(tegnsaet.linjer(sti, kode), delimiter=tegn), _PROVE)
                if r
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


def _navne(celler: Sequence[str]) -> list[str]:
    """Names of the columns; empty and repeated ones are numbered."""
    navne: list[str] = []
    for i, celle in enumerate(celler):
        navn = " ".join(celle.replace("\ufeff", "").split()) or f"kolonne_{i + 1}"
        entydig, nr = navn, 2
        while entydig in navne:
            entydig, nr = f"{navn}_{nr}", nr + 1
        navne.append(entydig)
    return navne
