# SPDX-License-Identifier: GPL-2.0-or-later
"""The box with whom to call (kontaktfelt): the telephone number as large as it can be, and the QR code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .stil import Skrift

if TYPE_CHECKING:
    from .ark import Ark
    from .sted import Sted
    from .udskriv import Grundlag

#: Side of the QR code (mm on an A4), and the least that a telephone reads (mm).
_QR_MM = 23.0
_QR_MINDST_MM = 20.0
_LUFT_MM = 2.6
_TELEFON_PUNKT = (15.0, 26.0)


class Kontaktfelt:
    """The box of one moedested, whose height is known before it is placed."""

    def __init__(self, grundlag: Grundlag, ark: Ark, sted: Sted, bredde: float) -> None:
        self.ark, self.bredde, self._hus, self._sted = ark, bredde, grundlag.hus, sted
        skala = ark.papir.skala
        self._luft = _LUFT_MM * skala
        self._qr = sted.qr
        self._side = max(_QR_MM * skala, _QR_MINDST_MM) if self._qr else 0.0
        qr_rum = self._side + 2 * self._luft if self._qr else self._luft
        self._rum = bredde - self._luft - qr_rum
        ord_ = sted.ord
        self._telefon = sted.telefon
        mindst, stoerst = (punkt * skala for punkt in _TELEFON_PUNKT)
        self._punkt = ark.passende(
            self._telefon, self._rum, 3 * stoerst, Skrift.TITEL, mindst, stoerst
        )
        org = ", ".join(et for et in (sted.tekst("organisation"), sted.tekst("organisation_kontakt_rolle")) if et)  # fmt: skip
        linjer = [org, " · ".join(et for et in (sted.kontakt, sted.tekst("link")) if et)]
        if self._telefon:
            self._titel = ord_("Ring, og hør mere")
        else:
            self._titel = ord_("Kontakt") if any(linjer) else ord_("Læs mere")
        if self._qr:
            linjer.append(ord_("Scan koden med telefonen, og læs mere."))
        self._linjer = "\n".join(et for et in linjer if et)
        self._hoejder = [
            ark.tekst_hoejde(self._titel, self._rum, Skrift.FED),
            ark.tekst_hoejde(self._telefon, self._rum, Skrift.TITEL, self._punkt),
            ark.tekst_hoejde(self._linjer, self._rum, Skrift.SMAA),
        ]

    @property
    def hoejde(self) -> float:
        """How high it becomes (mm); 0 where there is nothing to say."""
        if not self._linjer and not self._telefon:
            return 0.0
        return max(sum(self._hoejder) + 2 * self._luft, self._side + 2 * self._luft * 0.6)

    def placer(self, x: float, y: float) -> None:
        """Place it on the present page."""
        if not self.hoejde:
            return
        ark, hus = self.ark, self._hus
        ark.felt("kontakt", x, y, self.bredde, self.hoejde, farve=hus.farve, rund=1.2)
        venstre = x + self._luft
        top = y + (self.hoejde - sum(self._hoejder)) / 2
        for navn, tekst, skrift, punkt, hoejde in (
            ("kontakt: titel", self._titel, Skrift.FED, None, self._hoejder[0]),
            ("kontakt: telefon", self._telefon, Skrift.TITEL, self._punkt, self._hoejder[1]),
            ("kontakt: hvem", self._linjer, Skrift.SMAA, None, self._hoejder[2]),
        ):
            ark.tekst(
                navn,
                tekst,
                venstre,
                top,
                self._rum,
                skrift,
                farve=hus.farve_tekst,
                stoerrelse=punkt,
            )
            top += hoejde
        if self._qr:
            ark.svg(
                "QR-kode",
                self._qr,
                x + self.bredde - self._luft - self._side,
                y + (self.hoejde - self._side) / 2,
                self._side,
                self._side,
                alt=self._sted.ord("QR-kode til {}").format(self._sted.navn),
            )
