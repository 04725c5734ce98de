# SPDX-License-Identifier: GPL-2.0-or-later
"""The encoding of a shapefile's texts: what the files say, held up against the bytes themselves."""

from __future__ import annotations

import codecs
import struct
from pathlib import Path

from moedested_plugin.i18n import tr

from . import tegnsaet
from .fejl import MaaSpoerges

_LDID = {0x57: "cp1252", 0x03: "cp1252", 0x02: "cp850", 0x01: "cp437", 0x65: "cp852", 0x66: "cp865"}
_PROVE = 8 << 20
_HOVED, _FELT = 32, 32


def prove(dbf: Path) -> bytes:
    """Give the bytes of the text fields, as far as the first megabytes reach."""
    with dbf.open("rb") as fil:
        start = fil.read(_HOVED)
        if len(start) < _HOVED:
            return b""
        laengde, post = struct.unpack_from("<HH", start, 8)
        felter = fil.read(max(0, laengde - _HOVED))
        if post < 2:
            return b""
        data = fil.read(_PROVE)
    dele, fra = [], 1
    for i in range(0, len(felter) - _FELT + 1, _FELT):
        if felter[i] == 0x0D:
            break
        bred = felter[i + 16]
        if felter[i + 11 : i + 12] == b"C":
            dele.append((fra, fra + bred))
        fra += bred
    return b"\n".join(
        tekst
        for r in range(0, len(data) - post + 1, post)
        for a, b in dele
        if not (tekst := data[r + a : r + b].rstrip()).isascii()
    )


def _sagt(dbf: Path) -> str | None:
    """Give what .cpg or the header of the .dbf says, where Python knows it."""
    cpg = dbf.with_suffix(".cpg")
    if cpg.is_file():
        navn = cpg.read_bytes()[:40].decode("ascii", "ignore").strip().lower()
        navn = {"ansi 1252": "cp1252", "88591": "latin-1", "8859_1": "latin-1"}.get(navn, navn)
        for forslag in (navn, f"cp{navn}"):
            try:
                return str(codecs.lookup(forslag).name)
            except (LookupError, ValueError):
                continue
    with dbf.open("rb") as fil:
        start = fil.read(_HOVED)
    return _LDID.get(start[29]) if len(start) == _HOVED else None


def for_shape(dbf: Path, angivet: str | None) -> tuple[str, str | None]:
    """Give the encoding to read with, and a remark when it is not the one that the files name."""
    if angivet:
        return tegnsaet.kendt(angivet), None
    bytes_ = prove(dbf)
    sagt, fundet = _sagt(dbf), tegnsaet.gaet(bytes_)
    if not bytes_:
        return sagt or "utf-8", None
    if fundet is None:
        if sagt:
            return sagt, None
        raise MaaSpoerges(
            tr("Shapefilen siger ikke, hvilket tegnsæt den er gemt i. Vælg det."),
            "tegnsaet",
            tegnsaet.valg(),
        )
    if sagt in {fundet, "iso8859-1"} and fundet != "utf-8":
        return fundet, None
    if sagt and sagt != fundet and "utf-8" in {sagt, fundet}:
        return fundet, tr(
            "Shapefilen siger tegnsæt {}, men bogstaverne er {}; det sidste er brugt."
        ).format(sagt, fundet)
    if sagt:
        return sagt, None
    return fundet, tr("Shapefilen siger ikke sit tegnsæt; bogstaverne er læst som {}.").format(
        fundet
    )
