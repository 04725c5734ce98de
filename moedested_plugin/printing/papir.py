# SPDX-License-Identifier: GPL-2.0-or-later
"""Papers: their names and sizes, and how large the type is on them."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Papir:
    """A sheet of paper (mm). `skala` is how much larger its type is than that of an A4."""

    navn: str
    bredde: float
    hoejde: float
    margen: float
    skala: float

    @property
    def liggende(self) -> Papir:
        """The same paper lying down."""
        if self.ligger:
            return self
        return replace(self, navn=f"{self.navn} liggende", bredde=self.hoejde, hoejde=self.bredde)

    @property
    def ligger(self) -> bool:
        """Whether it is wider than high."""
        return self.bredde > self.hoejde

    @property
    def indre_bredde(self) -> float:
        """Between the margins."""
        return self.bredde - 2 * self.margen

    @property
    def indre_hoejde(self) -> float:
        """Between the margins."""
        return self.hoejde - 2 * self.margen


A5 = Papir("A5", 148, 210, 9, 0.84)
A4 = Papir("A4", 210, 297, 12, 1.0)
A3 = Papir("A3", 297, 420, 14, 1.3)
A2 = Papir("A2", 420, 594, 18, 1.75)

PAPIRER: tuple[Papir, ...] = tuple(et for p in (A5, A4, A3, A2) for et in (p, p.liggende))
