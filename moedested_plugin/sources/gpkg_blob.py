# SPDX-License-Identifier: GPL-2.0-or-later
"""The binary form of a geometry in a GeoPackage: a short header, then WKB."""

from __future__ import annotations

import struct
from typing import NamedTuple

_ENVELOPE_BYTES = (0, 32, 48, 48, 64)
_HEADER = 8
_WKB_HEADER = 5  # byte order and type
POINT = 1


class Hoved(NamedTuple):
    """What can be told without parsing: WKB type, whether empty, and the box if it is written there."""

    type: int
    tom: bool
    boks: tuple[float, float, float, float] | None  # min x, max x, min y, max y
    wkb_fra: int


def hoved(blob: bytes) -> Hoved | None:
    """Read the header; None when this is no geometry."""
    if len(blob) < _HEADER + _WKB_HEADER or blob[:2] != b"GP":
        return None
    flag = blob[3]
    slags = (flag >> 1) & 7
    if slags >= len(_ENVELOPE_BYTES):
        return None
    fra = _HEADER + _ENVELOPE_BYTES[slags]
    if len(blob) < fra + _WKB_HEADER:
        return None
    kode: int = struct.unpack_from("<I" if blob[fra] else ">I", blob, fra + 1)[0]
    boks: tuple[float, float, float, float] | None = None
    if kode == POINT and blob[fra] == 1 and len(blob) >= fra + 21:
        x, y = struct.unpack_from("<dd", blob, fra + _WKB_HEADER)
        boks = (x, x, y, y)
    elif slags:
        boks = struct.unpack_from("<4d" if flag & 1 else ">4d", blob, _HEADER)
    return Hoved(kode, bool(flag & 0x10), boks, fra)


def wkb(blob: bytes) -> bytes:
    """Give the WKB inside."""
    return blob[_HEADER + _ENVELOPE_BYTES[(blob[3] >> 1) & 7] :]


def blob_af(
    indhold: bytes, srs_id: int, boks: tuple[float, float, float, float] | None = None
) -> bytes:
    """Put WKB into a GeoPackage's form; everything but a point should bring its box."""
    if boks is None:
        return struct.pack("<2sBBi", b"GP", 0, 0b001, srs_id) + indhold
    return struct.pack("<2sBBi4d", b"GP", 0, 0b011, srs_id, *boks) + indhold


def punkt(x: float, y: float, srs_id: int) -> bytes:
    """Give a point in a GeoPackage's form."""
    return struct.pack("<2sBBiBIdd", b"GP", 0, 0b001, srs_id, 1, POINT, x, y)
