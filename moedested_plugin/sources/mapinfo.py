# SPDX-License-Identifier: GPL-2.0-or-later
"""The encoding of a MapInfo layer that does not name it ("Neutral"): then OGR reads bytes as they are."""

from __future__ import annotations

import re
from pathlib import Path

from moedested_plugin.i18n import tr

from . import dbf, tegnsaet

_NEUTRAL = re.compile(rb"^([ \t]*!?charset[ \t]+\"?)neutral\b", re.IGNORECASE | re.MULTILINE)
#: What MapInfo calls them. UTF-8 is what OGR gives untouched.
_NAVNE = {"cp1252": b"WindowsLatin1", "cp850": b"CodePage850"}
_HOVED, _PROVE = 64 << 10, 8 << 20


def giv_tegnsaet(sti: Path, angivet: str | None) -> list[str]:
    """Write the encoding into our copy, as the user says or as the letters are; gives what to say of it."""
    data = sti.read_bytes()
    if _NEUTRAL.search(data, 0, _HOVED) is None:
        return []
    kode = tegnsaet.kendt(angivet) if angivet else tegnsaet.gaet(_tekster(sti))
    if kode not in _NAVNE:
        return []
    sti.write_bytes(_NEUTRAL.sub(rb"\g<1>" + _NAVNE[kode], data[:_HOVED], 1) + data[_HOVED:])
    if angivet:
        return []
    return [tr("MapInfo-filen siger ikke sit tegnsæt; bogstaverne er læst som {}.").format(kode)]


def _tekster(sti: Path) -> bytes:
    """The bytes of the texts: the rows of a .tab lie in a dBase table, those of a .mif in text."""
    tabel = sti.with_suffix(".dat")
    if tabel.is_file():
        return dbf.prove(tabel)
    tabel = sti.with_suffix(".mid")
    if not tabel.is_file():
        return b""
    with tabel.open("rb") as fil:
        return fil.read(_PROVE)
