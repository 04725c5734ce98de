# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands in the pointer: a QGIS project or a mapfile, by the kind of target; and the list beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .liste import skriv_liste
from .maal import MAPSERVER, Maal
from .mapfil import skriv_mapfil
from .mappe import LISTE
from .tjeneste import skriv_projekt
from .udgave import DATA

if TYPE_CHECKING:
    from moedested_plugin.store.base import Ramme

    from .tjeneste_oplysninger import Oplysninger
    from .udgave import Udgave

#: Denmark, for a service that has nothing to show yet.
_DANMARK = (420_000.0, 6_030_000.0, 900_000.0, 6_420_000.0)


def skriv_peger(
    maal: Maal, sti: Path, udgave: Udgave, om: Oplysninger, udsnit: Ramme | None
) -> tuple[str, ...]:
    """Write the pointer where it will stand; gives what cannot be shown quite the same."""
    udsnit = udsnit or _DANMARK
    if maal.type == MAPSERVER:
        data = f"data/{udgave.version}/{DATA}"
        return skriv_mapfil(sti, data, om, udgave.version, udsnit)

    def kilde(tabel: str) -> str:
        return f"{udgave.data}|layername={tabel}"

    skriv_projekt(sti, kilde, "ogr", om, udgave.version, udsnit)
    return ()


def skriv_liste_i(mappe: Path, om: Oplysninger, version: str) -> None:
    """Write the list of the version."""
    skriv_liste(mappe / LISTE, mappe / DATA, om, version)
