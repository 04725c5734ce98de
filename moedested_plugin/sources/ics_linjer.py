# SPDX-License-Identifier: GPL-2.0-or-later
"""The lines of a calendar file (RFC 5545): unfolded, cut into name, parameters and value, gathered into events."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from moedested_plugin.i18n import tr

from .fejl import LaeseFejl

FLEST_AFTALER = 20_000
_FOLDET = re.compile(rb"\n[ \t]")
_NAVN = re.compile(r"[A-Za-z0-9-]{1,60}")
_PARAMETER = re.compile(r';([A-Za-z0-9-]{1,60})=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)')
_FLUGT = re.compile(r"\\([\\;,nN])")


@dataclass(frozen=True)
class Linje:
    """One property: its parameters, and its value as written."""

    parametre: Mapping[str, str]
    vaerdi: str

    @property
    def tekst(self) -> str:
        """The value as text, without the escapes."""
        return _FLUGT.sub(lambda m: "\n" if m[1] in "nN" else m[1], self.vaerdi).strip()


@dataclass
class Aftale:
    """One VEVENT: its number in the file, and its properties by name."""

    nummer: int
    linjer: dict[str, list[Linje]] = field(default_factory=dict)

    def foerste(self, navn: str) -> Linje | None:
        """The first property of that name that says something."""
        return next((linje for linje in self.linjer.get(navn, ()) if linje.vaerdi.strip()), None)

    def alle(self, navn: str) -> list[Linje]:
        """Every property of that name."""
        return self.linjer.get(navn, [])

    def tekst(self, navn: str) -> str | None:
        """The text of a property."""
        linje = self.foerste(navn)
        return None if linje is None else linje.tekst or None


def er_kalender(start: bytes) -> bool:
    """Whether a file begins as a calendar does."""
    return start.lstrip(b"\xef\xbb\xbf \t\r\n")[:15].upper() == b"BEGIN:VCALENDAR"


def aftaler(data: bytes, navn: str, tegnsaet: str | None = None) -> tuple[list[Aftale], bool]:
    """The events of a calendar, and whether the calendar as a whole is a cancellation. Raises `LaeseFejl`."""
    fundne: list[Aftale] = []
    aflyst = False
    stak: list[str] = []
    # A line that is none says nothing; the structure still tells what is missing.
    for ord_, egenskab in filter(None, map(_del, _linjer(data, tegnsaet))):
        if ord_ == "BEGIN":
            stak.append(egenskab.vaerdi.strip().upper())
            if stak[-1] == "VEVENT":
                fundne.append(_ny(navn, len(fundne) + 1))
        elif ord_ == "END":
            if not stak or stak.pop() != egenskab.vaerdi.strip().upper():
                raise _ufuldstaendig(navn)
        elif stak and stak[-1] == "VEVENT":
            fundne[-1].linjer.setdefault(ord_, []).append(egenskab)
        elif ord_ == "METHOD" and stak == ["VCALENDAR"]:
            aflyst = egenskab.vaerdi.strip().upper() == "CANCEL"
    if stak:
        raise _ufuldstaendig(navn)
    return fundne, aflyst


def _ny(navn: str, nummer: int) -> Aftale:
    if nummer > FLEST_AFTALER:
        raise LaeseFejl(
            tr("Kalenderen {} har mere end {} aftaler. Hent en kortere periode.").format(
                navn, FLEST_AFTALER
            )
        )
    return Aftale(nummer)


def _ufuldstaendig(navn: str) -> LaeseFejl:
    return LaeseFejl(tr("Kalenderen {} er afkortet eller ødelagt. Hent den igen.").format(navn))


def _linjer(data: bytes, tegnsaet: str | None) -> Iterator[str]:
    """Unfold before decoding: a letter may be cut in two by a fold."""
    hel = _FOLDET.sub(b"", data.replace(b"\r\n", b"\n").replace(b"\r", b"\n"))
    try:
        tekst = hel.decode(tegnsaet or "utf-8-sig")
    except (UnicodeDecodeError, LookupError):
        tekst = hel.decode("cp1252", "replace")
    return (linje for linje in tekst.split("\n") if linje.strip())


def _del(linje: str) -> tuple[str, Linje] | None:
    fund = _NAVN.match(linje.lstrip("\ufeff"))
    if fund is None:
        return None
    linje, plads, parametre = linje.lstrip("\ufeff"), fund.end(), {}
    while (parameter := _PARAMETER.match(linje, plads)) is not None:
        parametre[parameter[1].upper()] = parameter[2].replace('"', "")
        plads = parameter.end()
    if linje[plads : plads + 1] != ":":
        return None
    return fund[0].upper(), Linje(parametre, linje[plads + 1 :])
