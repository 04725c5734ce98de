# SPDX-License-Identifier: GPL-2.0-or-later
"""How type and lines look on everything that is printed: the one place for sizes, weights and colours."""

from __future__ import annotations

import enum
from functools import lru_cache

from qgis.core import Qgis, QgsTextFormat
from qgis.PyQt.QtGui import QColor, QFont, QFontDatabase

from moedested_plugin.domain.farve import GRAA, SORT

#: The first that the machine has. Open Sans stands in the labels of the map too; Segoe UI is on every Windows.
SKRIFTER = ("Open Sans", "Segoe UI", "Arial", "DejaVu Sans")
#: Between boxes, and between text and what it belongs to (mm on an A4).
LUFT = 3.0
#: Lines that part.
STREG_FARVE = "#a0a0a0"
FELT_FARVE = "#f2f2f2"
#: Of the print; text is measured and drawn in whole pixels.
DPI = 300
#: No kind of text is smaller than this on any paper (points).
MINDST = 7.2
TEKST = SORT
_INGEN_LIGATUR = 0.025
SVAG = GRAA


class Skrift(enum.Enum):
    """A kind of text: size in points on an A4, and whether it is bold."""

    SKILT = (40.0, True)
    TITEL = (22.0, True)
    OVERSKRIFT = (14.0, True)
    MELLEM = (11.0, True)
    MELLEM_LET = (11.0, False)
    FED = (9.5, True)
    BROED = (9.5, False)
    SMAA = (8.0, False)
    SMAA_FED = (8.0, True)
    NOTE = (7.0, False)


#: How a kind of text is read aloud.
OVERSKRIFTER = {
    Skrift.SKILT: "H1", Skrift.TITEL: "H1", Skrift.OVERSKRIFT: "H1", Skrift.MELLEM: "H2", Skrift.FED: "H2",
}  # fmt: skip


@lru_cache(maxsize=1)
def skrifttype() -> str:
    """The family to print with."""
    findes = set(QFontDatabase().families())
    return next((navn for navn in SKRIFTER if navn in findes), SKRIFTER[-1])


def tekstformat(
    skrift: Skrift, farve: str = TEKST, skala: float = 1.0, stoerrelse: float | None = None
) -> QgsTextFormat:
    """The format of a kind of text; `stoerrelse` (points) where it must be another than the kind's own."""
    punkt, fed = skrift.value
    format_ = QgsTextFormat()
    font = QFont(skrifttype())
    font.setBold(fed)
    # The least that keeps f and i two letters, which as one sign are not found when the PDF is searched. More of it
    # would make lines wider than they are measured: the PDF rounds it up at every letter.
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _INGEN_LIGATUR)
    format_.setFont(font)
    format_.setFamilies(list(SKRIFTER))
    format_.setForcedBold(False)
    format_.setNamedStyle("Bold" if fed else "Regular")
    # of whole pixels in the print: else lines become wider there than QGIS works out, and stand over the margin
    punkt = stoerrelse if stoerrelse is not None else max(punkt * skala, MINDST)
    format_.setSize(round(punkt * DPI / 72) * 72 / DPI)
    format_.setSizeUnit(Qgis.RenderUnit.Points)
    format_.setColor(QColor(farve))
    format_.setLineHeight(1.12 if skrift in (Skrift.TITEL, Skrift.SKILT) else 1.25)
    return format_
