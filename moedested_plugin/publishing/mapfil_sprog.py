# SPDX-License-Identifier: GPL-2.0-or-later
"""The language of a mapfile: quoted text, blocks, lengths, colours.

Everything that is not a keyword or a number of ours goes through `citat`, so that no value can end its own string.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

#: The pixel of OGC is 0.28 mm; scale denominators and millimetres follow from it, as in QGIS Server.
PIXEL_MM = 0.28
DPI = 25.4 / PIXEL_MM

Linjer = list[str]


def citat(tekst: str) -> str:
    """Give the text as one string of a mapfile, on one line, without characters that XML refuses."""
    synlig = "".join(tegn if tegn.isprintable() else " " for tegn in tekst)
    for tegn in ("\\", '"', "'"):
        synlig = synlig.replace(tegn, "\\" + tegn)
    return f'"{synlig}"'


def noegleord(ord_: Iterable[str]) -> str:
    """Give keywords as the list MapServer reads; a comma would make two of one."""
    return ",".join(" ".join(et.replace(",", " ").split()) for et in ord_ if et.strip())


def tal(vaerdi: float) -> str:
    """Give the number as short as it can be said to two decimals."""
    return f"{vaerdi:.2f}".rstrip("0").rstrip(".") or "0"


def pixels(mm: float) -> str:
    """Give a length on the map in pixels."""
    return tal(mm / PIXEL_MM)


def farve(hex_: str) -> str:
    """Give `#1a2b3c` as MapServer's three numbers."""
    return " ".join(str(byte) for byte in bytes.fromhex(hex_[1:]))


def blok(navn: str, linjer: Iterable[str]) -> Linjer:
    """Give a block with its lines set in."""
    return [navn, *(f"  {linje}" for linje in linjer), "END"]


def metadata(par: Mapping[str, str]) -> Linjer:
    """Give a METADATA block; what is empty is left out."""
    return blok("METADATA", (f"{citat(k)} {citat(v)}" for k, v in par.items() if v))
