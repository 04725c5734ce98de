# SPDX-License-Identifier: GPL-2.0-or-later
"""A sheet with a title above its header: the header is looked for, and the rows under it are read as a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import ark_laes, ogr_doer
from .csv_raekker import antal_titler, navngiv, sprunget_over
from .laest import FeltType
from .typer import Gaet

#: What OGR calls a column whose first cell is empty.
_UDEN_NAVN = re.compile(r"Field\d+\Z")
_LEDT_I = 60


def har_titel(lag: ogr_doer.Lag) -> bool:
    """Whether the first row has but one cell, and a header comes after it."""
    navne = _navne(lag)
    if sum(_UDEN_NAVN.match(navn) is None for navn in navne) > 1:
        return False
    start = [celler for celler, _ in zip(_raekker(lag), range(_LEDT_I))]
    return bool(start) and antal_titler([navne[:1], *start]) > 0


class UnderTitel:
    """The rows under the header, typed by what they hold."""

    def __init__(self, lag: ogr_doer.Lag) -> None:
        raekker = list(_raekker(lag))
        titler = antal_titler([_navne(lag)[:1], *raekker])
        self._navne = navngiv(raekker[titler - 1])
        self._raekker = raekker[titler:]
        self._gaet = [Gaet() for _ in self._navne]
        for celler in self._raekker:
            for gaet, celle in zip(self._gaet, celler):
                gaet.se(celle)
        self.bemaerkninger = (sprunget_over(titler),)

    @property
    def typer(self) -> dict[str, FeltType]:
        """Name → type."""
        return {navn: gaet.type for navn, gaet in zip(self._navne, self._gaet)}

    def raekker(self) -> Iterator[tuple[int, list[object]]]:
        """Give (row number, typed values)."""
        for nummer, celler in enumerate(self._raekker, 1):
            yield nummer, [gaet.vaerdi(celle) for gaet, celle in zip(self._gaet, celler)]


def _navne(lag: ogr_doer.Lag) -> list[str]:
    skema = lag.GetLayerDefn()
    return [ogr_doer.navn_af(skema.GetFieldDefn(nr)) for nr in range(skema.GetFieldCount())]


def _raekker(lag: ogr_doer.Lag) -> Iterator[list[str]]:
    """The rows that hold anything, as texts."""
    antal = lag.GetLayerDefn().GetFieldCount()
    lag.ResetReading()
    for objekt in lag:
        celler = [objekt.GetFieldAsString(nr) for nr in range(antal)]
        celler = ["" if celle in ark_laes.CELLEFEJL else celle for celle in celler]
        if any(celle.strip() for celle in celler):
            yield celler
