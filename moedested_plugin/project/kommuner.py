# SPDX-License-Identifier: GPL-2.0-or-later
"""The 98 municipalities (kommuner) to choose among, from GeoFA's list of authorities."""

from __future__ import annotations

import csv
from functools import lru_cache

from moedested_plugin.paths import resource
from moedested_plugin.store import Kommune

#: In the list of authorities, but no municipality.
CHRISTIANSOE = 411
_ENDELSE = " Kommune"


@lru_cache(maxsize=1)
def kommuner() -> tuple[Kommune, ...]:
    """Give all municipalities by name, in Danish order."""
    with resource("geofa", "municipalities.csv").open(encoding="utf-8", newline="") as fil:
        alle = [
            Kommune(int(raekke["kommunekode"]), _kort(raekke["name"]), int(raekke["cvr_kode"]))
            for raekke in csv.DictReader(fil)
        ]
    return tuple(
        sorted((k for k in alle if k.kode != CHRISTIANSOE), key=lambda k: dansk_orden(k.navn))
    )


def find_kommune(kode_eller_navn: str) -> Kommune | None:
    """Give the municipality with this code (376, 0376) or name (Guldborgsund, Guldborgsund Kommune)."""
    soegt = kode_eller_navn.strip()
    if soegt.isdecimal():
        return next((k for k in kommuner() if k.kode == int(soegt)), None)
    navn = _kort(soegt).casefold()
    return next((k for k in kommuner() if k.navn.casefold() == navn), None)


def _kort(navn: str) -> str:
    return navn[: -len(_ENDELSE)] if navn.casefold().endswith(_ENDELSE.casefold()) else navn


def dansk_orden(navn: str) -> str:
    """Sort key: æ, ø, å after z, and Aa as the å it once was."""
    return navn.lower().replace("aa", "å").translate(str.maketrans("æøå", "{|}"))
