# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands in the pointer: a QGIS project or a mapfile, by the kind of target; and the list beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .liste import skriv_liste
from .maal import Maal
from .mapfil import skriv_mapfil
from .tjeneste import skriv_projekt

if TYPE_CHECKING:
    from .tjeneste_oplysninger import Oplysninger
    from .udgave import MappeUdgave

#: The one page for people without a map: of each version, and beside the pointer.
LISTE = "moedesteder.html"
#: Denmark, for a service that has nothing to show yet.
DANMARK = (420_000.0, 6_030_000.0, 900_000.0, 6_420_000.0)


def skriv_peger(maal: Maal, sti: Path, udgave: MappeUdgave, om: Oplysninger) -> tuple[str, ...]:
    """Write the pointer where it will stand; gives what cannot be shown quite the same."""
    udsnit = udgave.ramme() or DANMARK
    if maal.maaltype.mapserver:
        data = f"data/{udgave.version}/{udgave.data.name}"
        return skriv_mapfil(sti, data, om, udgave.version, udsnit)

    def kilde(tabel: str) -> str:
        return f"{udgave.data}|layername={tabel}"

    skriv_projekt(sti, kilde, "ogr", om, udgave.version, udsnit)
    return ()


def skriv_liste_i(mappe: Path, data: Path, om: Oplysninger, version: str) -> None:
    """Write the list of the version."""
    skriv_liste(mappe / LISTE, data, om, version)
