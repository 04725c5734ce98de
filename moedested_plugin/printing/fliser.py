# SPDX-License-Identifier: GPL-2.0-or-later
"""A large page on several small ones (fliser), to be cut and glued: still vector, each with cut marks and an overlap."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moedested_plugin.i18n import tr

from .bestilling import UdskriftFejl
from .papir import A3, A4
from .pdf_fil import Henvisning, Navn, PdfFil, Uforstaaet

if TYPE_CHECKING:
    from pathlib import Path

    from .papir import Papir

PAPIRER = {papir.navn: papir for papir in (A4, A3)}
#: What no office printer reaches, what neighbours share to be glued, and the marks at the corners (mm).
KANT_MM, OVERLAP_MM, MAERKE_MM = 8.0, 10.0, 5.0
_PUNKT = 72 / 25.4


@dataclass(frozen=True)
class Flise:
    """One of the small pages (flise): where it lies on the large one, from the top left corner, counted from 1."""

    side: int
    raekke: int
    kolonne: int


def find_fliser(navn: str) -> Papir | None:
    """The paper to part the pages on; None for ''. Raises `UdskriftFejl`."""
    if not navn.strip():
        return None
    if navn.strip().upper() not in PAPIRER:
        raise UdskriftFejl(tr("Fliser kan laves på A4 og A3. Vælg en af dem."))
    return PAPIRER[navn.strip().upper()]


def del_i_fliser(sti: Path, papir: Papir) -> list[Flise]:
    """Part each page of the PDF on this paper, upright or lying, whichever takes fewest. Raises `UdskriftFejl`."""
    try:
        fil = PdfFil(sti.read_bytes())
        alle = fil.rod["Pages"]
        kids: list[Henvisning] = []
        fliser: list[Flise] = []
        for nr, side in enumerate(fil.sider(), 1):
            bog = fil.ordbog(side)
            _, _, bredde, hoejde = (float(tal) for tal in bog["MediaBox"])
            ark = min((papir, papir.liggende), key=lambda p: _antal(p, bredde, hoejde)[0])
            _, kolonner, raekker = _antal(ark, bredde, hoejde)
            for raekke in range(raekker):
                for kolonne in range(kolonner):
                    kids.append(_side(fil, alle, bog, ark, hoejde, raekke, kolonne))
                    fliser.append(Flise(nr, raekke + 1, kolonne + 1))
        fil.skriv(alle, {"Type": Navn("Pages"), "Kids": kids, "Count": len(kids)})
        info = fil.trailer.get("Info")
        sti.write_bytes(
            fil.faerdig(info if isinstance(info, Henvisning) else fil.skriv(fil.ny(), {}))
        )
    except (Uforstaaet, KeyError, OSError):
        raise UdskriftFejl(tr("Siden kunne ikke deles i fliser. Udskriv den hel.")) from None
    return fliser


def _indre(ark: Papir) -> tuple[float, float]:
    """What of the large page one small page shows (points)."""
    return (ark.bredde - 2 * KANT_MM) * _PUNKT, (ark.hoejde - 2 * KANT_MM) * _PUNKT


def _antal(ark: Papir, bredde: float, hoejde: float) -> tuple[int, int, int]:
    indre_bredde, indre_hoejde = _indre(ark)
    overlap = OVERLAP_MM * _PUNKT
    kolonner = max(1, math.ceil((bredde - overlap - 1) / (indre_bredde - overlap)))
    raekker = max(1, math.ceil((hoejde - overlap - 1) / (indre_hoejde - overlap)))
    return kolonner * raekker, kolonner, raekker


def _side(
    fil: PdfFil,
    alle: object,
    bog: dict[str, object],
    ark: Papir,
    hoejde: float,
    raekke: int,
    kolonne: int,
) -> Henvisning:
    """Write one small page: the large one's drawing, moved and clipped, and the marks."""
    indre_bredde, indre_hoejde = _indre(ark)
    kant, overlap = KANT_MM * _PUNKT, OVERLAP_MM * _PUNKT
    venstre = kolonne * (indre_bredde - overlap)
    bund = hoejde - raekke * (indre_hoejde - overlap) - indre_hoejde
    foer = (
        f"q {kant:.2f} {kant:.2f} {indre_bredde:.2f} {indre_hoejde:.2f} re W n "
        f"1 0 0 1 {kant - venstre:.2f} {kant - bund:.2f} cm\n"
    )
    efter = f"\nQ q 0.5 w 0 G {_maerker(ark)} S Q\n"
    indhold = bog["Contents"]
    return fil.skriv(
        fil.ny(),
        {
            "Type": Navn("Page"),
            "Parent": alle,
            "MediaBox": [0, 0, round(ark.bredde * _PUNKT, 2), round(ark.hoejde * _PUNKT, 2)],
            "Resources": bog["Resources"],
            "Contents": [
                fil.skriv_stroem({}, foer.encode("ascii"), pak=False),
                *(indhold if isinstance(indhold, list) else [indhold]),
                fil.skriv_stroem({}, efter.encode("ascii"), pak=False),
            ],
        },
    )


def _maerker(ark: Papir) -> str:
    """Lines outside each corner of what is shown."""
    kant, maerke = KANT_MM * _PUNKT, MAERKE_MM * _PUNKT
    ud = []
    for x, mod_x in ((kant, -1), (ark.bredde * _PUNKT - kant, 1)):
        for y, mod_y in ((kant, -1), (ark.hoejde * _PUNKT - kant, 1)):
            ud.append(f"{x + mod_x:.2f} {y:.2f} m {x + mod_x * maerke:.2f} {y:.2f} l")
            ud.append(f"{x:.2f} {y + mod_y:.2f} m {x:.2f} {y + mod_y * maerke:.2f} l")
    return " ".join(ud)
