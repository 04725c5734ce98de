# SPDX-License-Identifier: GPL-2.0-or-later
"""A table as Danish Excel opens it by a double click: semicolons, and UTF-8 that says so."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

#: What a sheet takes for the beginning of a formula.
_FORMEL = ("=", "+", "-", "@", "\t", "\r", "\n")


def uskadelig(tekst: str) -> str:
    """The text so that a sheet shows it instead of calculating it."""
    return f"'{tekst}" if tekst.startswith(_FORMEL) else tekst


def dansk_csv(overskrifter: Sequence[str], raekker: Iterable[Sequence[str]]) -> bytes:
    """The file. What a cell must not be read as is for the caller to see to (`uskadelig`)."""
    ud = io.StringIO(newline="")
    skriver = csv.writer(ud, delimiter=";", lineterminator="\r\n")
    skriver.writerow(overskrifter)
    skriver.writerows(raekker)
    return b"\xef\xbb\xbf" + ud.getvalue().encode("utf-8", "replace")
