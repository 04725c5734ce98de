# SPDX-License-Identifier: GPL-2.0-or-later
"""What is looked for (eftersøgt) when a person's data are to be found: names, mails, telephones, personal numbers.

A number is found however it is grouped (54 12 34 56, 54123456, +4554123456); a text as a whole word, in any case.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

#: What stands where something was taken out of a longer text, or where a text must not be missing.
FJERNET = "[fjernet]"
#: Shorter, and it would be found in every other row.
MINDST = 3
_MINDST_CIFRE = 6
#: What may stand between the digits of a number; of spaces and lines also those that a paste brings.
SKILLETEGN = " \t\r\n\u00a0\u2007\u2009\u202f-\u2010\u2011\u2013./()"
_IMELLEM = f"[{re.escape(SKILLETEGN)}]*"
_ER_NUMMER = re.compile(rf"\+?[\d{re.escape(SKILLETEGN)}]+")
_LANDEKODE = re.compile(r"(?:\+|00)45")
#: What is the same in every way to write or escape a letter, and so can be asked of a database.
_RENT_STYKKE = re.compile(r"[a-z0-9]+")


class ForKort(ValueError):
    """A text that is too short to look for."""


@dataclass(frozen=True)
class Eftersoegt:
    """The texts that together are one person. Raises `ForKort`."""

    tekster: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.tekster or any(len(tekst) < MINDST for tekst in self.tekster):
            raise ForKort

    @classmethod
    def af_linjer(cls, tekst: str) -> Eftersoegt:
        """One for each line that is not blank."""
        linjer = (_samlet(linje).strip() for linje in tekst.splitlines())
        return cls(tuple(dict.fromkeys(linje for linje in linjer if linje)))

    @cached_property
    def _moenster(self) -> re.Pattern[str]:
        # The longest first: of a full name nothing is to be left because the surname was looked for too.
        dele = sorted(self.tekster, key=len, reverse=True)
        return re.compile("|".join(f"(?:{_udtryk(del_)})" for del_ in dele), re.IGNORECASE)

    @cached_property
    def stumper(self) -> tuple[tuple[str, bool], ...]:
        """For each text a piece that every text which holds it has, in small letters, and whether it is digits that may be grouped.

        '' where there is none: then every row must be looked at.
        """
        return tuple(_stump(tekst) for tekst in self.tekster)

    def staar_i(self, vaerdi: object) -> bool:
        """Whether any of it stands in the value, however deep."""
        if isinstance(vaerdi, dict):
            return any(self.staar_i(del_) for par in vaerdi.items() for del_ in par)
        if isinstance(vaerdi, (list, tuple)):
            return any(map(self.staar_i, vaerdi))
        if vaerdi is None or isinstance(vaerdi, bool):
            return False
        return self._moenster.search(_samlet(str(vaerdi))) is not None

    def uden(self, vaerdi: object) -> object:
        """The value without it: None where nothing else was in it."""
        if not self.staar_i(vaerdi):
            return vaerdi
        if isinstance(vaerdi, dict):
            return {self.uden(navn) or FJERNET: self.uden(del_) for navn, del_ in vaerdi.items()}
        if isinstance(vaerdi, (list, tuple)):
            return [self.uden(del_) for del_ in vaerdi]
        if not isinstance(vaerdi, str):
            return None
        rest = self._moenster.sub(FJERNET, _samlet(vaerdi))
        return rest if rest.replace(FJERNET, "").strip(" \t\r\n,;.:-/") else None


def _samlet(tekst: str) -> str:
    """Letters as one sign each: a Mac writes å as two."""
    return unicodedata.normalize("NFC", tekst)


def _cifre(tekst: str) -> str:
    """The digits of a number; '' for what is no number."""
    uden_land = _LANDEKODE.sub("", tekst, count=1) if tekst[:1] in "+0" else tekst
    if _ER_NUMMER.fullmatch(uden_land) is None:
        return ""
    cifre = re.sub(r"\D", "", uden_land)
    return cifre if len(cifre) >= _MINDST_CIFRE else ""


def _udtryk(tekst: str) -> str:
    cifre = _cifre(tekst)
    if cifre:
        return rf"(?<!\d)(?:(?:\+|00)45{_IMELLEM})?{_IMELLEM.join(cifre)}(?!\d)"
    # In the name of a file the words are held together by a line.
    ord_ = r"[\s_\-]+".join(re.escape(del_) for del_ in tekst.split())
    return rf"(?<![^\W_]){ord_}(?![^\W_])"


def _stump(tekst: str) -> tuple[str, bool]:
    cifre = _cifre(tekst)
    if cifre:
        return cifre, True
    return max(_RENT_STYKKE.findall(tekst.lower()), key=len, default=""), False
