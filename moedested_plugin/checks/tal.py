# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers as a Dane reads them."""

from __future__ import annotations

#: From here on one decimal tells nobody anything.
_STORT = 100
_DANSK = str.maketrans(",.", ".,")


def dansk(tal: float, decimaler: int) -> str:
    """With a comma, a point between the thousands, and without zeros at the end: 12,5; 1.231."""
    if decimaler == 1 and abs(tal) >= _STORT:
        decimaler = 0
    tekst = f"{tal:,.{decimaler}f}"
    if decimaler:
        tekst = tekst.rstrip("0").rstrip(".")
    return tekst.translate(_DANSK)


def koordinat(tal: float, decimaler: int) -> str:
    """As other programs show and take it: no point between the thousands."""
    return dansk(tal, decimaler).replace(".", "")
