# SPDX-License-Identifier: GPL-2.0-or-later
"""The colours of the map: the Okabe-Ito palette, mixed with black or white where contrast asks for it."""

from __future__ import annotations


def bland(farve: str, med: str, andel: float) -> str:
    """Mix `andel` of the colour `med` into `farve` (opacity would turn the map into a raster in a PDF)."""
    par = zip(*(bytes.fromhex(f[1:]) for f in (farve, med)))
    return "#" + "".join(f"{round(a + (b - a) * andel):02x}" for a, b in par)


def _lysstyrke(farve: str) -> float:
    """Relative luminance (WCAG 2)."""
    trin = [vaerdi / 255 for vaerdi in bytes.fromhex(farve[1:])]
    roed, groen, blaa = (t / 12.92 if t <= 0.04045 else ((t + 0.055) / 1.055) ** 2.4 for t in trin)
    return 0.2126 * roed + 0.7152 * groen + 0.0722 * blaa


def kontrast(farve: str, mod: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2)."""
    lys, moerk = sorted((_lysstyrke(farve), _lysstyrke(mod)), reverse=True)
    return (lys + 0.05) / (moerk + 0.05)


HVID = "#ffffff"
SORT = "#1a1a1a"
GRAA = "#5c5c5c"
BLEG = "#858585"  # as received, to compare with: as pale as 3:1 on land allows

BLAA = "#0072b2"
ROED = "#d55e00"
GROEN = bland("#009e73", "#000000", 0.25)
ORANGE = "#e69f00"
BRUN = bland(ORANGE, "#000000", 0.40)
LILLA = bland("#cc79a7", "#000000", 0.32)
HIMMEL = bland("#56b4e9", "#000000", 0.40)
