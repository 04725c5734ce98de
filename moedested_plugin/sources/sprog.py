# SPDX-License-Identifier: GPL-2.0-or-later
"""How many rows, and of what, as one says it."""

from __future__ import annotations

from moedested_plugin.i18n import tr

_FLADE = 3  # OGR's number; those after it are the same kinds of several parts


def raekker(antal: int) -> str:
    """Give "1 række" or "12 rækker"."""
    return tal(antal, tr("1 række"), tr("{} rækker"))


def tal(antal: int, en: str, flere: str) -> str:
    """Give `en` when there is one, else `flere` with the number in it."""
    return en if antal == 1 else flere.format(antal)


def geometri(art: int | None) -> str:
    """Give what a layer holds, by OGR's number of its kind."""
    if art is None:
        return tr("uden steder")
    enkelt = art - _FLADE if _FLADE < art <= 2 * _FLADE else art
    return {1: tr("punkter"), 2: tr("linjer"), 3: tr("flader")}.get(enkelt, tr("blandet"))
