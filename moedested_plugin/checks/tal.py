# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers as a Dane reads them."""

from __future__ import annotations


def dansk(tal: float, decimaler: int) -> str:
    """With a comma, and without zeros at the end: 12,5."""
    tekst = f"{tal:.{decimaler}f}"
    if decimaler:
        tekst = tekst.rstrip("0").rstrip(".")
    return tekst.replace(".", ",")
