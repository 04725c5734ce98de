# SPDX-License-Identifier: GPL-2.0-or-later
"""Marks what is drawn on a page of a PDF with the part of the page it belongs to, so that it can be read aloud in order.

Neither Qt's PDF engine nor QGIS (issue 35312) tags what it writes, and no library can do it afterwards without being
told what is what. But QGIS draws a layout one item at a time, and Qt's engine writes each item's own coordinates first:
a matrix where one unit is one millimetre, with its origin in the item's corner. That is how an item is known here.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Union

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: What stands on the page without being read aloud: frames, lines, pictures without a text.
PYNT = ""
FIGUR = "Figure"


@dataclass(frozen=True)
class Element:
    """An item of the page: its role (H1, H2, P, Figure, or `PYNT`), its corner and its box in mm, what is read aloud.

    Two items that are read must not have the same corner: the first would get it all, and the page is not marked.
    """

    rolle: str
    hjoerne: tuple[float, float]
    kasse: tuple[float, float, float, float]
    tekst: str = ""


@dataclass(frozen=True)
class Side:
    """A page: its name in the list of contents, and what is on it in the order it is to be read."""

    titel: str
    elementer: tuple[Element, ...] = ()


_TAL = rb"(-?[\d.]+)"
_MATRIX = re.compile(rb"^(?:q\n)?" + rb" ".join([_TAL] * 6) + rb" cm$", re.MULTILINE)
_MM_PR_PUNKT = 25.4 / 72
#: An item's unit is a millimetre but for the rounding of the paper to whole points.
_SKAEVHED = 0.01
_NAER_MM = 0.2
#: Marks of others, a string in its own letters, a picture inside the drawing: Qt writes none of them.
_FREMMED = (b"BDC", b"BMC", b"EMC", b"BI\n", b"(")
_Matrix = tuple[float, ...]
#: A stretch of the page's drawing: where it starts, and whose it is.
_Straek = tuple[int, Union[int, None]]


def maerk(indhold: bytes, side: Side) -> tuple[bytes, list[tuple[int, int]]] | None:
    """Give the drawing of the page with its marks, and (element, mark) pairs; None when an element is not found."""
    if any(tegn in indhold for tegn in _FREMMED):
        return None
    straek = list(_straek(indhold, side.elementer))
    fundne = {element for _, element in straek}
    ventede = {nr for nr, element in enumerate(side.elementer) if element.rolle != PYNT}
    if not ventede <= fundne:
        return None
    ud = bytearray()
    par: list[tuple[int, int]] = []
    for (start, nr), slut in zip(straek, [*(sted for sted, _ in straek[1:]), len(indhold)]):
        rolle = side.elementer[nr].rolle if nr is not None else PYNT
        if nr is None or rolle == PYNT:
            ud += b"/Artifact BMC\n"
        else:
            ud += b"/%s <</MCID %d>> BDC\n" % (rolle.encode("ascii"), len(par))
            par.append((nr, len(par)))
        ud += indhold[start:slut]
        ud += b"EMC\n" if ud.endswith(b"\n") else b"\nEMC\n"
    return bytes(ud), par


def _straek(indhold: bytes, elementer: Sequence[Element]) -> Iterator[_Straek]:
    """Follow the drawing from item to item; what none of them owns is decoration."""
    grund: _Matrix | None = None
    nu: int | None = None
    yield 0, None
    for fundet in _MATRIX.finditer(indhold):
        matrix = tuple(map(float, fundet.groups()))
        if grund is None:
            grund = matrix
            continue
        if not fundet[0].startswith(b"q"):
            continue
        ny = _ejer(grund, matrix, elementer)
        if ny is not None and ny != nu:
            yield fundet.start(), ny
            nu = ny


def _ejer(grund: _Matrix, matrix: _Matrix, elementer: Sequence[Element]) -> int | None:
    """Find the item whose own coordinates these are; what is drawn inside one has others, and says nothing new."""
    maal = abs(grund[0]) * _MM_PR_PUNKT
    enhed = math.hypot(matrix[0], matrix[1]) * maal
    if abs(enhed - 1) > _SKAEVHED:
        return None
    x, y = matrix[4] * maal / enhed, matrix[5] * maal / enhed
    naermeste = min(
        (
            (math.dist((x, y), element.hjoerne), element.rolle == PYNT, nr)
            for nr, element in enumerate(elementer)
        ),
        default=(math.inf, True, 0),
    )
    return naermeste[2] if naermeste[0] <= _NAER_MM else None
