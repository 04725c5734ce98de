# SPDX-License-Identifier: GPL-2.0-or-later
"""Places as bytes: one form to compare in, the form of the table to write in, distances between them.

All are 2D WKB, little-endian, in EPSG:25832, as the reading leaves them; a multi of one part is kept as that part.
"""

from __future__ import annotations

import hashlib
import math
import struct
from collections.abc import Iterable

from qgis.core import QgsGeometry

from . import gpkg_blob

#: Closer to the last received position than this is no change.
SAMME_M = 0.1
_FLADT_PUNKT = 21
_KORTEST_KM, _LAENGST_KM = 0.1, 500.99
_ET_STYKKE = struct.pack("<I", 1)
_MULTI = {1: 4, 2: 5, 3: 6}
_KODER = {
    "Point": 1, "LineString": 2, "Polygon": 3, "MultiPoint": 4, "MultiLineString": 5, "MultiPolygon": 6
}  # fmt: skip
_NAVNE = {
    1: "et punkt",
    2: "en linje",
    3: "en flade",
    4: "flere punkter",
    5: "flere linjer",
    6: "flere flader",
}


def kode(wkb: bytes) -> int:
    """The kind of geometry by the WKB's own number."""
    return int(struct.unpack_from("<I" if wkb[0] else ">I", wkb, 1)[0])


def enkel(wkb: bytes) -> bytes:
    """A multi of one part as that part."""
    if wkb[0] == 0:
        wkb = bytes(_qgis(wkb).asWkb())
    return wkb[9:] if 4 <= kode(wkb) <= 6 and wkb[5:9] == _ET_STYKKE else wkb


def enkel_af_blob(blob: bytes | None) -> bytes | None:
    """The same of a GeoPackage geometry."""
    return None if blob is None else enkel(gpkg_blob.wkb(blob))


def passer(wkb: bytes, geometritype: str) -> bool:
    """Whether a table of that kind can hold it."""
    maal, har = _KODER.get(geometritype), kode(wkb)
    return maal is None or har == maal or _MULTI.get(har) == maal


def navn(wkb: bytes) -> str:
    """What one calls it."""
    return _NAVNE.get(kode(wkb), "en samling")


def afstand(a: bytes, b: bytes) -> float:
    """How far apart at most (Hausdorff), in metres."""
    if a == b:
        return 0.0
    if len(a) == len(b) == _FLADT_PUNKT:
        ax, ay = struct.unpack_from("<dd", a, 5)
        bx, by = struct.unpack_from("<dd", b, 5)
        return math.hypot(ax - bx, ay - by)
    return float(_qgis(a).hausdorffDistance(_qgis(b)))


def samme(a: bytes | None, b: bytes | None) -> bool:
    """Whether the difference is none to speak of."""
    if a is None or b is None:
        return a is b
    return a == b or (kode(a) == kode(b) and afstand(a, b) < SAMME_M)


def midte(wkb: bytes) -> tuple[float, float]:
    """The middle of its box: what is near as a whole is near here."""
    if len(wkb) == _FLADT_PUNKT:
        x, y = struct.unpack_from("<dd", wkb, 5)
        return x, y
    boks = _qgis(wkb).boundingBox()
    return boks.center().x(), boks.center().y()


def noegle(type_: str | None, wkb: bytes | None) -> str:
    """The key of a row without an id: its kind and its place."""
    if wkb is None:
        return f"{type_ or ''}@"
    if len(wkb) == _FLADT_PUNKT:
        x, y = struct.unpack_from("<dd", wkb, 5)
        return f"{(type_ or '')[:150]}@{x:.1f} {y:.1f}"
    return f"{(type_ or '')[:150]}@{hashlib.blake2b(wkb, digest_size=12).hexdigest()}"


def km(wkb: bytes) -> float | None:
    """Length in kilometres, to ten metres; None when it is none that a route may have."""
    laengde = float(_qgis(wkb).length()) / 1000
    return round(laengde, 2) if _KORTEST_KM <= laengde <= _LAENGST_KM else None


def saml(dele: Iterable[bytes]) -> bytes:
    """Lines as one, joined where they meet; gaps stay gaps."""
    samlet = QgsGeometry.collectGeometry([_qgis(del_) for del_ in dele])
    flettet = samlet.mergeLines()
    return enkel(bytes((samlet if flettet.isNull() else flettet).asWkb()))


def samlede(steder: Iterable[bytes]) -> list[bytes]:
    """Many places as one of points, one of lines and one of areas, those that there are."""
    dele: dict[int, list[bytes]] = {1: [], 2: [], 3: []}
    for wkb in steder:
        art = kode(wkb)
        if art in dele:
            dele[art].append(wkb)
        elif art in _MULTI.values():
            dele[art - 3] += [bytes(del_.asWkb()) for del_ in _qgis(wkb).asGeometryCollection()]
    return [
        b"\x01" + struct.pack("<II", _MULTI[art], len(led)) + b"".join(led)
        for art, led in dele.items()
        if led
    ]


def wkt(wkb: bytes | None) -> str | None:
    """To be read by people, in centimetres."""
    return None if wkb is None else _qgis(wkb).asWkt(2)


def _qgis(wkb: bytes) -> QgsGeometry:
    geometri = QgsGeometry()
    geometri.fromWkb(wkb)
    return geometri
