# SPDX-License-Identifier: GPL-2.0-or-later
"""Passwords and keys in texts that are on their way out: in a link that somebody has copied from a browser, mostly."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from moedested_plugin.domain.felt import Type
from moedested_plugin.domain.offentlig import Kolonneart, type_af

if TYPE_CHECKING:
    from .raekker import Raekke, Tabel

_MOENSTER = re.compile(
    r"://[^/\s]*:[^/\s]*@|[?&;](access_?token|token|api_?key|password|passwd|pwd)=", re.IGNORECASE
)


def har_hemmeligt(tekst: str) -> bool:
    """Whether a password or a key stands in it."""
    return _MOENSTER.search(tekst) is not None


def kan_vaere_hemmelig(tekst: str) -> bool:
    """Whether it is worth looking closer at a whole row written out: cheap, and never wrong when it says no."""
    return "=" in tekst or "@" in tekst


def hemmelig_i(tabel: Tabel) -> Callable[[Raekke], bool]:
    """What tells whether a row of the table holds such a text."""
    numre = [
        nr
        for nr, kolonne in enumerate(tabel.visning.kolonner)
        if kolonne.art is not Kolonneart.KODE_TEKST
        and type_af(tabel.visning, kolonne) is Type.TEKST
    ]

    def hemmelig(raekke: Raekke) -> bool:
        for nr in numre:
            tekst = raekke[nr]
            if tekst is not None and ":" in str(tekst) and har_hemmeligt(str(tekst)):
                return True
        return False

    return hemmelig
