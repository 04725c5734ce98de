# SPDX-License-Identifier: GPL-2.0-or-later
"""Values of the model in a GeoPackage: as SQL literals on the way in, from SQLite's own on the way out."""

from __future__ import annotations

import datetime as dt
import json
import math
import struct
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from moedested_plugin.domain.felt import Felt, Tabel, Type
from moedested_plugin.domain.skema import EPSG
from moedested_plugin.gdal import ogr
from moedested_plugin.i18n import tr

from .fejl import Afvist
from .oversaet import SQLITE, tal

if TYPE_CHECKING:
    from moedested_plugin.domain.betingelse import Vaerdi

#: Begins a geometry of a GeoPackage: little-endian, not empty, without envelope.
HOVED = b"GP\x00\x01" + struct.pack("<i", EPSG)
_TOM = 0x10
_WKB = {"Point": 1, "LineString": 2, "MultiPoint": 4, "MultiLineString": 5, "MultiPolygon": 6}
_RAMMER = (0, 32, 48, 48, 64)


def literal(felt: Felt | None, vaerdi: Vaerdi) -> str:
    """The value as SQL. A value of the wrong kind goes in as it is, and the database refuses it."""
    if vaerdi is None:
        return "NULL"
    if felt is not None and felt.er_json:
        return SQLITE.tekst(som_json(vaerdi))
    if isinstance(vaerdi, bytes):
        return f"x'{vaerdi.hex()}'"
    if isinstance(vaerdi, (bool, int, float)):
        return _tal(vaerdi)
    if isinstance(vaerdi, (dt.date, dt.datetime)):
        return f"'{_tid(vaerdi)}'"
    tekst = vaerdi if isinstance(vaerdi, str) else som_json(vaerdi)
    if "\0" in tekst:  # would end the statement; PostgreSQL has no such text either
        raise Afvist(tr("En tekst indeholder et ulovligt tegn. Skriv den igen."))
    return SQLITE.tekst(tekst)


def _tal(vaerdi: float) -> str:
    return tal(vaerdi) if math.isfinite(vaerdi) else "NULL"


def _tid(vaerdi: dt.date) -> str:
    if not isinstance(vaerdi, dt.datetime):
        return vaerdi.isoformat()
    utc = vaerdi.astimezone(dt.timezone.utc)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"


def som_json(vaerdi: object) -> str:
    """JSON text of a value, dates as text."""
    return json.dumps(vaerdi, ensure_ascii=False, default=_tid)


def geometri_literal(tabel: Tabel, vaerdi: Vaerdi) -> str:
    """The geometry as SQL, made 2D and multi where the table is. One without points is none."""
    if not isinstance(vaerdi, bytes):
        return literal(None, vaerdi)
    tilpasset = vaerdi if _kode(vaerdi) == _WKB.get(str(tabel.geometri)) else _tilpas(tabel, vaerdi)
    return "NULL" if _er_tom(tilpasset) else f"x'{(HOVED + tilpasset).hex()}'"


def _kode(vaerdi: bytes) -> int:
    """The kind of geometry by the WKB's own number."""
    return int.from_bytes(vaerdi[1:5], "little" if vaerdi[:1] == b"\x01" else "big")


def _tilpas(tabel: Tabel, vaerdi: bytes) -> bytes:
    geometri = ogr.CreateGeometryFromWkb(vaerdi)
    if geometri is None:
        return vaerdi
    geometri.FlattenTo2D()
    til = _WKB.get(str(tabel.geometri))
    return bytes((ogr.ForceTo(geometri, til) if til else geometri).ExportToWkb(ogr.wkbNDR))


def _er_tom(wkb: bytes) -> bool:
    orden = "<" if wkb[:1] == b"\x01" else ">"
    if len(wkb) == 9:  # no parts
        return bool(struct.unpack(orden + "I", wkb[5:9])[0] == 0)
    return len(wkb) == 21 and math.isnan(struct.unpack(orden + "d", wkb[5:13])[0])


def wkb(blob: bytes) -> bytes | None:
    """The WKB in the bytes of a GeoPackage geometry."""
    if not blob or blob[3] & _TOM:
        return None
    return blob[8 + _RAMMER[(blob[3] >> 1) & 7] :]


def fra_sqlite(felt: Felt, raa: object) -> Vaerdi:
    """The value by the type of the model."""
    return None if raa is None else laeser(felt)(raa)


def laeser(felt: Felt) -> Callable[[Any], Vaerdi]:
    """The same, ready to be used on many values that are not None."""
    if felt.type is Type.JA_NEJ:
        return bool
    if felt.er_json:
        return _fra_json
    if felt.type is Type.TAL:
        return _fra_tal
    return partial(_fra_tekst, felt.type)


def _fra_tal(raa: object) -> Vaerdi:
    return float(raa) if isinstance(raa, int) else cast("Vaerdi", raa)


def _fra_json(raa: object) -> Vaerdi:
    if not isinstance(raa, str):
        return cast("Vaerdi", raa)
    if raa == "{}":  # most of them
        return {}
    try:
        return cast("Vaerdi", json.loads(raa))
    except ValueError:  # what the triggers did not see; it is shown as it is
        return raa


def _fra_tekst(type_: Type, raa: object) -> Vaerdi:
    if not isinstance(raa, str):
        return cast("Vaerdi", raa)
    try:
        if type_ is Type.DATO:
            return dt.date.fromisoformat(raa)
        if type_ is Type.TIDSPUNKT:
            return dt.datetime.fromisoformat(raa.rstrip("Z")).replace(tzinfo=dt.timezone.utc)
    except ValueError:
        return raa
    return raa


def raekke_fra_json(tabel: Tabel, tekst: str | None) -> Mapping[str, Vaerdi] | None:
    """A row of the history."""
    if tekst is None:
        return None
    raa = json.loads(tekst)
    return {
        navn: fra_sqlite(tabel.felt(navn), vaerdi) if tabel.har(navn) else vaerdi
        for navn, vaerdi in raa.items()
    }


_SOM_DE_ER = frozenset({Type.HELTAL, Type.TEKST, Type.UUID})


def staar_som_den_er(tabel: Tabel, felt: str) -> bool:
    """Whether JSON's value is the value: nearly all are texts and whole numbers."""
    return tabel.har(felt) and tabel.felt(felt).type in _SOM_DE_ER


def omsaetter(tabel: Tabel, felt: str) -> Callable[[Any], Vaerdi]:
    """What makes the field's value of what the page has for it."""
    if not tabel.har(felt):
        return lambda cifre: wkb(bytes.fromhex(cifre))
    if tabel.felt(felt).type is Type.BINAER:
        return lambda cifre: bytes.fromhex(cifre) or None
    return laeser(tabel.felt(felt))
