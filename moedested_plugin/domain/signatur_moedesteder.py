# SPDX-License-Identifier: GPL-2.0-or-later
"""Signatures of the moedesteder and of their equipment."""

from __future__ import annotations

from dataclasses import replace

from .farve import BLAA, GROEN, HVID, LILLA, ROED, SORT
from .signatur import ALTID, NAER, Punkt, Signatur, Valg, synlighed

_MST_MM = 6.0
#: Forms of a moedested: code, name of the drawing after `moedested_`, text, colour.
FORMER = (
    (1, "fysisk", "Fysisk mødested", BLAA),
    (2, "digitalt", "Digitalt mødested", ROED),
    (3, "viden", "Viden i spil", LILLA),
    (4, "begge", "Både fysisk og digitalt", GROEN),
)
_LIVSCYKLUS = (
    (1, "ide", "Idé", False),
    (2, "etablering", "Under etablering", True),
    (4, "pause", "På pause", True),
    (5, "oploest", "Opløst", False),
)


def moedested() -> tuple[Signatur, ...]:
    """Form, lifecycle and visibility of a moedested."""
    return (
        Signatur(
            "aktiv",
            "Aktive mødesteder",
            valg=(Valg("livscyklus_k", (3,)),),
            under=tuple(
                Signatur(
                    navn,
                    tekst,
                    Punkt(f"moedested_{navn}", farve, _MST_MM),
                    (Valg("form_k", (kode,)),),
                )
                for kode, navn, tekst, farve in FORMER
            ),
        ),
        Signatur(
            "hvile",
            "Mødesteder, der ikke er aktive",
            valg=(Valg("livscyklus_k", (1, 2, 4, 5)),),
            under=tuple(
                Signatur(
                    f"{navn}_tom",
                    tekst,
                    Punkt(f"moedested_{navn}_tom", HVID, _MST_MM, kant=farve, kant_mm=0.45),
                    (Valg("form_k", (kode,)),),
                )
                for kode, navn, tekst, farve in FORMER
            ),
        ),
        Signatur(
            "livscyklus",
            "Livscyklus",
            under=tuple(
                Signatur(
                    f"livscyklus_{navn}",
                    tekst,
                    Punkt(f"livscyklus_{navn}", SORT, round(_MST_MM * 0.9, 2)),
                    (Valg("livscyklus_k", (kode,)),),
                    offentlig=offentlig,
                )
                for kode, navn, tekst, offentlig in _LIVSCYKLUS
            ),
        ),
        replace(synlighed(_MST_MM, lambda p: p), skala=ALTID),
    )


_UDSTYR_MM = 4.5
_UDSTYR = ((1, "markoer", "Markør"), (2, "kit", "Mødestedskit"))
_UDSTYR_STATUS = (
    (1, "foreslaaet", "Foreslået"),
    (2, "bestilt", "Bestilt"),
    (3, "lager", "På lager"),
    (5, "mangler", "Mangler"),
    (6, "kasseret", "Kasseret"),
)


def udstyr() -> tuple[Signatur, ...]:
    """Markers and kits, and how far they are."""
    return (
        Signatur(
            "opsat",
            "Sat op",
            valg=(Valg("udstyr_status_k", (4,)),),
            skala=NAER,
            under=tuple(
                Signatur(
                    navn,
                    tekst,
                    Punkt(f"udstyr_{navn}", SORT, _UDSTYR_MM),
                    (Valg("type_k", (kode,)),),
                    offentlig=kode == 1,
                )
                for kode, navn, tekst in _UDSTYR
            ),
        ),
        Signatur(
            "ikke_opsat",
            "Ikke sat op",
            valg=(Valg("udstyr_status_k", (1, 2, 3, 5, 6)),),
            skala=NAER,
            offentlig=False,
            under=tuple(
                Signatur(
                    f"{navn}_tom",
                    tekst,
                    Punkt(f"udstyr_{navn}", HVID, _UDSTYR_MM, kant=SORT, kant_mm=0.4),
                    (Valg("type_k", (kode,)),),
                )
                for kode, navn, tekst in _UDSTYR
            ),
        ),
        Signatur(
            "udstyr_status",
            "Status",
            skala=NAER,
            offentlig=False,
            under=tuple(
                Signatur(
                    f"udstyr_{navn}",
                    tekst,
                    Punkt(f"udstyr_{navn}", SORT, round(_UDSTYR_MM * 0.72, 2)),
                    (Valg("udstyr_status_k", (kode,)),),
                )
                for kode, navn, tekst in _UDSTYR_STATUS
            ),
        ),
    )
