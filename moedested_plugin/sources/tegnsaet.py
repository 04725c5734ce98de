# SPDX-License-Identifier: GPL-2.0-or-later
"""Which encoding a text has, when nobody wrote it down: UTF-8, Windows-1252 or DOS (CP850)."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import TYPE_CHECKING

from moedested_plugin.i18n import tr

from .fejl import LaeseFejl, MaaSpoerges, Valg

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOK = 1 << 20
_BOM = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DANSK = "æøåÆØÅéÉüÜöÖäÄ–’”“§°½"
_KANDIDATER = ("cp1252", "cp850")
#: A field cut at its full length may end in half a letter; so few are no sign against UTF-8.
_HALVE = 0.02


def valg() -> tuple[Valg, ...]:
    """Give the encodings that a user can choose between."""
    return (
        Valg("utf-8", "UTF-8"),
        Valg("cp1252", tr("Windows (CP1252, Latin-1)")),
        Valg("cp850", tr("DOS (CP850)")),
        Valg("mac_roman", tr("Ældre Mac")),
    )


def kendt(navn: str) -> str:
    """Give Python's name of an encoding, or say that it is unknown."""
    try:
        return codecs.lookup(navn).name
    except (LookupError, ValueError):
        raise LaeseFejl(
            tr("Tegnsættet “{}” kendes ikke. Skriv for eksempel utf-8 eller cp1252.").format(
                navn[:40]
            )
        ) from None


def af_bom(start: bytes) -> str | None:
    """Give the encoding that a byte order mark names."""
    return next((navn for bom, navn in _BOM if start.startswith(bom)), None)


def gaet(prove: bytes) -> str | None:
    """Guess from bytes; None when letters are there that none of the guesses makes Danish."""
    if prove.isascii():
        return "utf-8"
    hoeje = sum(byte > 0x7F for byte in prove)
    ugyldige = prove.decode("utf-8", "replace").count("\ufffd") - prove.count(b"\xef\xbf\xbd")
    if ugyldige <= hoeje * _HALVE:
        return "utf-8"
    bedst, flest = None, 0.0
    for navn in _KANDIDATER:
        tekst = prove.decode(navn, "replace")
        danske = sum(tekst.count(tegn) for tegn in _DANSK)
        if danske > flest:
            bedst, flest = navn, danske
    return bedst if flest >= hoeje / 2 else None


def gaet_fil(sti: Path) -> str | None:
    """Guess the encoding of a whole text file without holding it in memory."""
    with sti.open("rb") as fil:
        bom = af_bom(fil.read(4))
        if bom:
            return bom
        fil.seek(0)
        laeser = codecs.getincrementaldecoder("utf-8")("strict")
        try:
            for blok in iter(lambda: fil.read(_BLOK), b""):
                laeser.decode(blok)
            laeser.decode(b"", True)
        except UnicodeDecodeError:
            fil.seek(0)
            return gaet(_hoeje(fil.read(_BLOK * 8)))
    return "utf-8"


def for_fil(sti: Path, angivet: str | None) -> str:
    """Give the encoding of a text file: as the user says, as found, or ask."""
    if angivet:
        return kendt(angivet)
    fundet = gaet_fil(sti)
    if fundet is None:
        raise MaaSpoerges(
            tr("Filens bogstaver kan ikke genkendes. Vælg det tegnsæt, som filen er gemt i."),
            "tegnsaet",
            valg(),
        )
    return fundet


def skriv_utf8(fra: Path, til: Path, tegnsaet: str) -> None:
    """Copy a text file as UTF-8, without a byte order mark."""
    laeser = codecs.getincrementaldecoder(tegnsaet)("replace")
    with fra.open("rb") as ind, til.open("wb") as ud:
        for blok in iter(lambda: ind.read(_BLOK), b""):
            ud.write(laeser.decode(blok).encode("utf-8", "replace"))
        ud.write(laeser.decode(b"", True).encode("utf-8", "replace"))


def linjer(sti: Path, tegnsaet: str) -> Iterator[str]:
    """Give the lines of a text file with their ends, without zero bytes, which no table means."""
    with sti.open(encoding=tegnsaet, errors="replace", newline="") as fil:
        for linje in fil:
            yield linje.replace("\0", "")


def _hoeje(data: bytes) -> bytes:
    """Keep the lines that say something about the encoding."""
    return b"\n".join(linje for linje in data.split(b"\n") if not linje.isascii())
