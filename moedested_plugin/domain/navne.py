# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether two names are the same, or may be of the same place."""

from __future__ import annotations

import difflib
import unicodedata

_LIGNER = 0.8


def ens_navn(tekst: str) -> str:
    """The name of a value or column, as one hears it: without case, accents, spaces and signs."""
    flad = (
        tekst.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa").replace("ß", "ss")
    )
    flad = unicodedata.normalize("NFKD", flad)
    return "".join(tegn for tegn in flad if tegn.isalnum())


def ligner_navn(a: str, b: str) -> bool:
    """Whether two names may be of the same place."""
    x, y = ens_navn(a), ens_navn(b)
    if not x or not y:
        return False
    return x == y or x in y or y in x or difflib.SequenceMatcher(None, x, y).ratio() >= _LIGNER


def filnavn(tekst: str, hoejst: int = 60) -> str:
    """The name as part of a file name that every system takes: small letters, digits and hyphens."""
    flad = (
        tekst.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa").replace("ß", "ss")
    )
    flad = unicodedata.normalize("NFKD", flad).encode("ascii", "ignore").decode()
    led = "".join(tegn if tegn.isalnum() else " " for tegn in flad).split()
    return "-".join(led)[:hoejst].rstrip("-") or "uden-navn"
