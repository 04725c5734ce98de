# SPDX-License-Identifier: GPL-2.0-or-later
"""Times of the day as people and sheets write them: 9.30, kl. 9, 14-16, 0,395833 of a day, PT9H30M."""

from __future__ import annotations

import re

_TID = r"(?:kl\.?\s*)?(\d{1,2})(?:[:.]([0-5]\d))?(?:[:.][0-5]\d(?:[.,]\d+)?)?"
_ET = re.compile(_TID + r"\Z", re.IGNORECASE)
_FRA_TIL = re.compile(_TID + r"\s*(?:-|–|—|til)\s*" + _TID + r"\Z", re.IGNORECASE)
_VARIGHED = re.compile(r"PT(?:(\d{1,2})H)?(?:(\d{1,2})M)?(?:[\d.]+S)?\Z", re.IGNORECASE)
_BROEK = re.compile(r"0[.,]\d+\Z")
_MINUTTER, _TIME, _TIMER = 24 * 60, 60, 24


def klokken(tekst: str) -> str | None:
    """One time of the day as HH:MM; None when it is none."""
    tekst = tekst.strip()
    broek, varighed = _BROEK.match(tekst), _VARIGHED.match(tekst)
    if broek is not None:
        minutter = round(float(tekst.replace(",", ".")) * _MINUTTER) % _MINUTTER
        return f"{minutter // _TIME:02}:{minutter % _TIME:02}"
    fund = varighed or _ET.match(tekst)
    return None if fund is None or not (fund[1] or fund[2]) else _skriv(fund[1], fund[2])


def fra_til(tekst: str) -> str | None:
    """From one time of the day to another, as HH:MM-HH:MM; None when it is not that."""
    fund = _FRA_TIL.match(" ".join(tekst.split()))
    if fund is None:
        return None
    fra, til = _skriv(fund[1], fund[2]), _skriv(fund[3], fund[4])
    return None if fra is None or til is None else f"{fra}-{til}"


def _skriv(timer: str | None, minutter: str | None) -> str | None:
    if int(timer or 0) == _TIMER and not int(minutter or 0):
        return "00:00"
    if int(timer or 0) >= _TIMER or int(minutter or 0) >= _TIME:
        return None
    return f"{int(timer or 0):02}:{int(minutter or 0):02}"
