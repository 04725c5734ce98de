# SPDX-License-Identifier: GPL-2.0-or-later
"""One pass over the texts of the staging table: the few dirty ones are found fast and cleaned."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Sequence
from contextlib import suppress

import numpy as np

from moedested_plugin.i18n import tr
from moedested_plugin.store.oversaet import citer

from . import sprog, tekst
from .laest import NUMMER, TABEL, KildeFelt

_RAEKKER_AD_GANGEN = 500
_ARGUMENTER = 120
_ANFOERSEL, _BLANK = b'" '
#: The same of one row: a blank at an end of a text, or no text between two marks.
_KANT = re.compile(rb'" | "|""')
#: Bytes that may belong to something dirty; printable ASCII and the lead byte of Danish letters (C3) do not. JSON has a
#: backslash before line breaks and other control characters.
_MISTAENKT = frozenset(
    (*range(9), *range(0x0B, 0x20), 0x26, 0x3C, 0x5C, 0x7F, 0xC2, 0xCC, 0xCD, 0xE2, 0xED, 0xEF)
)
_PAENE = bytes(byte for byte in range(256) if byte not in _MISTAENKT)


def rens_tekster(con: sqlite3.Connection, felter: Sequence[KildeFelt]) -> list[str]:
    """Clean all texts in place; gives remarks."""
    tekster = [felt for felt in felter if felt.type in {"tekst", "json"}]
    if not tekster:
        return []
    html = 0
    numre, ulaeselige = _mistaenkte(con, tekster)
    kolonner = ", ".join(citer(felt.kolonne) for felt in tekster)
    saet = ", ".join(f"{citer(felt.kolonne)} = ?" for felt in tekster)
    laes = f"SELECT {kolonner} FROM {TABEL} WHERE {NUMMER} = ?"  # nosec B608 - quoted by citer
    skriv = f"UPDATE {TABEL} SET {saet} WHERE {NUMMER} = ?"  # nosec B608 - quoted by citer
    con.text_factory = _tolerant
    for nummer in numre:
        foer = con.execute(laes, (nummer,)).fetchone()
        efter = [_ren(felt, vaerdi) for felt, vaerdi in zip(tekster, foer)]
        if nummer in ulaeselige or list(foer) != efter:
            con.execute(skriv, (*efter, nummer))
            html += any(isinstance(v, str) and tekst.har_html(v) for v in foer)
    con.text_factory = str
    bemaerk = []
    if html:
        bemaerk.append(
            tr("{} havde HTML i teksten, som er gjort til ren tekst.").format(sprog.raekker(html))
        )
    if ulaeselige:
        bemaerk.append(
            tr("{} havde bogstaver, der ikke kan læses; de står som �.").format(
                sprog.raekker(len(ulaeselige))
            )
        )
    return bemaerk


def _tolerant(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _ren(felt: KildeFelt, vaerdi: object) -> object:
    if not isinstance(vaerdi, str):
        return vaerdi
    if felt.type == "json":
        with suppress(ValueError, RecursionError):
            return json.dumps(tekst.rens_json(json.loads(vaerdi)), ensure_ascii=False)
        return json.dumps(tekst.rens(vaerdi), ensure_ascii=False)
    return tekst.rens(vaerdi)


def _mistaenkte(
    con: sqlite3.Connection, tekster: Sequence[KildeFelt]
) -> tuple[list[int], set[int]]:
    """Give the rows that may be dirty, and those that are no UTF-8.

    Reading all as one run of bytes is many times faster than looking at field after field. As JSON, since that tells
    no text from an empty one, and hides no control character.
    """
    samlet = f"json_array({', '.join(citer(felt.kolonne) for felt in tekster[:_ARGUMENTER])})"
    for start in range(_ARGUMENTER, len(tekster), _ARGUMENTER):
        navne = ", ".join(citer(felt.kolonne) for felt in tekster[start : start + _ARGUMENTER])
        samlet += f" || json_array({navne})"
    sql = f"SELECT {NUMMER}, CAST({samlet} AS BLOB) FROM {TABEL}"  # nosec B608 - quoted by citer
    numre: list[int] = []
    ulaeselige: set[int] = set()
    laeser = con.execute(sql)
    while stak := laeser.fetchmany(_RAEKKER_AD_GANGEN):
        alt = b"".join([data for _, data in stak])
        if not _er_utf8(alt):
            ulaeselige.update(nr for nr, data in stak if not _er_utf8(data))
        if alt.translate(None, _PAENE) or _har_kanter(alt):
            numre += [nr for nr, data in stak if data.translate(None, _PAENE) or _KANT.search(data)]
    return sorted({*numre, *ulaeselige}), ulaeselige


def _har_kanter(alt: bytes) -> bool:
    """Whether a quotation mark, begin or end of a text, has a blank or another one beside it."""
    tegn = np.frombuffer(alt, np.uint8)
    anfoersel = np.flatnonzero(tegn == _ANFOERSEL)  # never the last: an array ends with a bracket
    efter, foer = tegn[anfoersel + 1], tegn[anfoersel - 1]
    return bool(((efter == _BLANK) | (efter == _ANFOERSEL) | (foer == _BLANK)).any())


def _er_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
