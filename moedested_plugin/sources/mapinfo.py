# SPDX-License-Identifier: GPL-2.0-or-later
"""What OGR does not see of a MapInfo layer: an encoding that is not named ("Neutral"), and places that were cut off."""

from __future__ import annotations

import re
from pathlib import Path

from moedested_plugin.i18n import tr

from . import dbf, tegnsaet
from .fejl import oedelagt

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


def skal_vaere_hel(sti: Path, steder: int, navn: str) -> None:
    """Refuse a .mif with fewer places than its .mid has rows: OGR ends at the last place, and says nothing."""
    tabel = sti.with_suffix(".mid")
    if not tabel.is_file():
        return
    with tabel.open("rb") as fil:
        raekker = sum(1 for linje in fil if linje.strip())
    if steder < raekker:
        raise oedelagt(navn)


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
