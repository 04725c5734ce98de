# SPDX-License-Identifier: GPL-2.0-or-later
"""The squares of a map (gitter): letters across, numbers down, so that a name in a list is found on the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt

from .ark import MIDT
from .stil import SVAG, Skrift

if TYPE_CHECKING:
    from qgis.core import QgsLayoutItemMap, QgsPointXY, QgsRectangle

    from .ark import Ark

#: About how wide a square is, and the rim with letters and numbers (mm on an A4).
_RUDE_MM, KANT_MM = 38.0, 4.2
_LINJE = "#b0b0b0"
_BOGSTAVER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class Gitter:
    """The squares over a frame of the map."""

    udsnit: QgsRectangle
    kolonner: int
    raekker: int

    def rude(self, punkt: QgsPointXY) -> str:
        """The square of a point (`B3`); '' outside the map."""
        if not self.udsnit.contains(punkt):
            return ""
        kolonne = (punkt.x() - self.udsnit.xMinimum()) / self.udsnit.width() * self.kolonner
        raekke = (self.udsnit.yMaximum() - punkt.y()) / self.udsnit.height() * self.raekker
        return (
            f"{_BOGSTAVER[min(int(kolonne), self.kolonner - 1)]}"
            f"{min(int(raekke), self.raekker - 1) + 1}"
        )


def placer_gitter(ark: Ark, kort: QgsLayoutItemMap, x: float, y: float) -> Gitter:
    """Draw squares over the map that stands at this place, with letters above it and numbers to its left."""
    skala = ark.papir.skala
    bredde, hoejde = kort.rect().width(), kort.rect().height()
    kolonner = max(2, min(len(_BOGSTAVER), round(bredde / (_RUDE_MM * skala))))
    raekker = max(2, round(hoejde / (_RUDE_MM * skala)))
    tynd, kant = 0.12 * skala, KANT_MM * skala
    lodret = Qt.AlignmentFlag.AlignVCenter
    for nr in range(kolonner):
        if nr:
            ark.felt("gitter: linje", x + nr * bredde / kolonner, y, tynd, hoejde, farve=_LINJE)
        ark.tekst(
            "gitter: bogstav", _BOGSTAVER[nr], x + nr * bredde / kolonner, y - kant, bredde / kolonner,
            Skrift.NOTE, farve=SVAG, hoejde=kant, vandret=MIDT, lodret=lodret,
        )  # fmt: skip
    for nr in range(raekker):
        if nr:
            ark.felt("gitter: linje", x, y + nr * hoejde / raekker, bredde, tynd, farve=_LINJE)
        ark.tekst(
            "gitter: tal", str(nr + 1), x - kant, y + nr * hoejde / raekker, kant,
            Skrift.NOTE, farve=SVAG, hoejde=hoejde / raekker, vandret=MIDT, lodret=lodret,
        )  # fmt: skip
    return Gitter(kort.extent(), kolonner, raekker)
