# SPDX-License-Identifier: GPL-2.0-or-later
"""The geometries in which there is nothing to mend: plain points and lines, told by their bytes, many at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: 'GP', version and flags: little-endian, without a box or with one.
_UDEN_BOKS, _MED_BOKS = b"GP\0\1", b"GP\0\3"
_HOVED, _BOKS_SLUT = 8, 40
_ET_PUNKT, _EN_LINJE = (bytes((1, kode, 0, 0, 0)) for kode in (1, 2))
#: A multi of one line, as exports from a shapefile are.
_I_MULTI = bytes((1, 5, 0, 0, 0, 1, 0, 0, 0))
_PUNKT_BYTES, _PAR = 29, 16
_FAERREST = 2


@dataclass(frozen=True)
class Rene:
    """Which of those looked at, and the box of each: min x, max x, min y, max y."""

    pladser: list[int]
    bokse: NDArray[np.float64]
    #: Lines that are anything but plain: another box than is written, no length, numbers that are none.
    daarlige: frozenset[int]
    linjer: bool


def find(blobs: Sequence[object]) -> Rene:
    """The plain ones: numbers that are numbers, and of lines a box that is true and some length."""
    punkter: list[tuple[int, bytes]] = []
    linjer: list[tuple[int, bytes]] = []
    kasser: list[bytes] = []
    for plads, blob in enumerate(blobs):
        if not isinstance(blob, bytes):
            continue
        if len(blob) == _PUNKT_BYTES:
            if blob[:4] == _UDEN_BOKS and blob[_HOVED : _HOVED + 5] == _ET_PUNKT:
                punkter.append((plads, blob[_HOVED + 5 :]))
        elif blob[:4] == _MED_BOKS:
            fra = _BOKS_SLUT + (9 if blob[_BOKS_SLUT : _BOKS_SLUT + 9] == _I_MULTI else 0)
            antal = int.from_bytes(blob[fra + 5 : fra + 9], "little")
            if (
                blob[fra : fra + 5] == _EN_LINJE
                and antal >= _FAERREST
                and len(blob) == fra + 9 + antal * _PAR
            ):
                linjer.append((plads, blob[fra + 9 :]))
                kasser.append(blob[_HOVED:_BOKS_SLUT])
    steder, bokse = _punkter(punkter)
    linjesteder, linjebokse = _linjer(linjer, kasser)
    daarlige = frozenset(plads for plads, _ in linjer).difference(linjesteder)
    return Rene(
        steder + linjesteder, np.concatenate((bokse, linjebokse)), daarlige, bool(linjesteder)
    )


def _punkter(punkter: Sequence[tuple[int, bytes]]) -> tuple[list[int], NDArray[np.float64]]:
    par = _tal([data for _, data in punkter])
    gode = np.isfinite(par).all(axis=1)
    pladser = np.array([plads for plads, _ in punkter], np.int64)[gode]
    return pladser.tolist(), par[gode][:, [0, 0, 1, 1]]


def _linjer(
    linjer: Sequence[tuple[int, bytes]], kasser: Sequence[bytes]
) -> tuple[list[int], NDArray[np.float64]]:
    if not linjer:
        return [], np.empty((0, 4))
    par = _tal([data for _, data in linjer])
    starter = np.cumsum([0, *(len(data) // _PAR for _, data in linjer[:-1])])
    # A number that is none spreads to the box, and a box with such a one is equal to no other.
    mindst, stoerst = (laes.reduceat(par, starter) for laes in (np.minimum, np.maximum))
    bokse = np.column_stack((mindst[:, 0], stoerst[:, 0], mindst[:, 1], stoerst[:, 1]))
    skrevet = np.frombuffer(b"".join(kasser), "<f8").reshape(-1, 4)
    gode = (
        np.isfinite(bokse).all(axis=1)
        & (bokse == skrevet).all(axis=1)
        & (mindst < stoerst).any(axis=1)
    )
    pladser = np.array([plads for plads, _ in linjer], np.int64)[gode]
    return pladser.tolist(), bokse[gode]


def _tal(dele: Sequence[bytes]) -> NDArray[np.float64]:
    return np.frombuffer(b"".join(dele), "<f8").reshape(-1, 2)
