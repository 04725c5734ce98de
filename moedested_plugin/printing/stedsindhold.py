# SPDX-License-Identifier: GPL-2.0-or-later
"""The sheet of a moedested in pieces (stedsindhold): headings, pictograms, activities, facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from moedested_plugin.domain.hvornaar import hvornaar

from .flyd import Stykke, samlet, tekststykker
from .spalte import Spalte
from .sted import Sted, aktivitetstegn, saetninger
from .stil import Skrift

if TYPE_CHECKING:
    from .stof import Raekke
    from .udskriv import Grundlag

#: Pictograms (mm on an A4), and the narrowest cell of one with its words.
_TEGN_MM, _CELLE_MM = 7.5, 38.0
_LILLE_TEGN_MM = 5.5
#: Above a heading, and the titles of what stands as a list (mm on an A4).
_AFSNIT_LUFT, _TITEL_MM = 3.4, 25.0
_TITEL_LUFT_MM, _TITEL_HOEJST_MM = 2.0, 34.0
#: A section of so few characters stands in one column.
_SAMLET = 450
#: So many activities stand on a sheet; of the others it is said how many they are.
_AKTIVITETER = 8


def indhold(grundlag: Grundlag, sted: Sted, bredde: float) -> list[Stykke]:
    """All but name, description and telephone, in the order of need; `bredde` is that of a column (mm on an A4)."""
    ord_, farve = sted.ord, grundlag.hus.farve_paa_hvid
    celler = max(1, int(bredde / _CELLE_MM))

    def tegn(titel: str, par: list[tuple[str, str]], side: float) -> list[Stykke]:
        raekker = [par[fra : fra + celler] for fra in range(0, len(par), celler)]
        if raekker:
            raekker[-1] += [("", "")] * (celler - len(raekker[-1]))
        return afsnit(
            titel,
            [
                Stykke(lambda spalte, raekke=raekke: spalte.tegn_og_ord(titel, raekke, side, farve=farve))  # type: ignore[misc]
                for raekke in raekker
            ],
        )  # fmt: skip

    def tekst(titel: str, *led: str) -> list[Stykke]:
        return afsnit(
            titel, _samlet([et for del_ in led for et in tekststykker(titel, del_, luft=0.6)], led)
        )

    def afsnit(titel: str, stykker: list[Stykke]) -> list[Stykke]:
        if not stykker:
            return []
        hoved = Stykke(
            lambda spalte: spalte.tekst("overskrift", ord_(titel), Skrift.MELLEM, farve=farve),
            _AFSNIT_LUFT,
            foelges=True,
        )
        return [hoved, replace(stykker[0], luft=0.6), *stykker[1:]]

    def fakta(titel: str, *par: tuple[str, str]) -> list[Stykke]:
        kendt = [et for et in par if et[1]]
        titler = [ord_(navn) for navn, _ in kendt]
        stykker = [
            Stykke(partial(_oplysning, et, tekst, titler), 0.8)
            for et, (_, tekst) in zip(titler, kendt)
        ]
        return afsnit(titel, [*_samlet(stykker[:2], ()), *stykker[2:]])

    return [
        *tegn("Det kan du her", sted.kan, _TEGN_MM),
        *tekst("Åbningstid", sted.tekst("aabningstid")),
        *afsnit("Det sker her", aktivitetsstykker(grundlag, sted)),
        *tekst("Her mødes vi", sted.adresse, sted.tekst("adgangsvej")),
        *_foerste_gang(sted, farve),
        *fakta(
            "Godt at vide",
            ("For hvem", sted.for_hvem),
            ("Adgang", ord_(sted.tekst("adgang_tekst"))),
            ("Pris", sted.pris),
            ("Formål", saetninger(sted.opremset("formaal_tekst"), sted.tekst("formaal"))),
            ("Underlag", sted.underlag),
            ("Ansvarlig", sted.tekst("organisation")),
            ("Sammen med", sted.opremset("medvirkende")),
        ),
        *tegn("På stedet er der", sted.faciliteter, _LILLE_TEGN_MM),
        *tekst("Tilgængelighed", saetninger(sted.handicap, sted.tekst("tilgaeng_beskriv"))),
        *_kun_dansk(sted),
    ]


def _kun_dansk(sted: Sted) -> list[Stykke]:
    """Said to foreign readers, whose sheet has texts that nobody has translated."""
    if sted.sprog == "da":
        return []
    note = sted.ord("Nogle tekster findes kun på dansk.")
    return [Stykke(lambda spalte: spalte.tekst("kun dansk", note, Skrift.SMAA), _AFSNIT_LUFT)]


def _samlet(stykker: list[Stykke], tekster: Sequence[str]) -> list[Stykke]:
    """Short sections are not parted between two columns."""
    if sum(map(len, tekster)) > _SAMLET:
        return stykker
    return samlet(stykker)


def _oplysning(titel: str, tekst: str, titler: Sequence[str], spalte: Spalte) -> None:
    """A fact, its title as wide as the widest of the list: German words are long."""
    ark = spalte.ark
    bredest = max(ark.tekst_bredde(et, Skrift.FED) for et in titler) / ark.papir.skala
    spalte.oplysning(titel, tekst, min(max(_TITEL_MM, bredest + _TITEL_LUFT_MM), _TITEL_HOEJST_MM))


def _foerste_gang(sted: Sted, farve: str) -> list[Stykke]:
    tekst = sted.tekst("foerste_gang")
    if not tekst:
        return []

    def boks(spalte: Spalte) -> None:
        spalte.tekst("første gang: titel", sted.ord("Første gang"), Skrift.MELLEM, farve=farve)
        spalte.tekst("første gang", tekst)

    return [Stykke(lambda spalte: spalte.boks("første gang: felt", boks), _AFSNIT_LUFT)]


def aktivitetsstykker(grundlag: Grundlag, sted: Sted) -> list[Stykke]:
    """What happens here: the first of it, and how much more there is."""
    alle = sted.aktiviteter
    # one left over is shown as well: it takes no more room than to say so
    vist = alle if len(alle) <= _AKTIVITETER + 1 else alle[:_AKTIVITETER]
    stykker = [
        Stykke(partial(_aktivitet, grundlag, sted, aktivitet), 1.8 if nummer else 0.0)
        for nummer, aktivitet in enumerate(vist)
    ]
    if len(vist) < len(alle):
        mere = sted.ord("… og {} mere på kommunens hjemmeside").format(len(alle) - len(vist))
        stykker.append(Stykke(lambda spalte: spalte.tekst("flere aktiviteter", mere), 1.8))
    return stykker


def _aktivitet(grundlag: Grundlag, sted: Sted, aktivitet: Raekke, spalte: Spalte) -> None:
    navn = str(aktivitet["navn"])
    if aktivitet["aflyst"]:
        navn = f"{sted.ord('Aflyst')}: {navn}"
    hvor_tit = hvornaar(aktivitet, grundlag.i_dag, sted.sprog)
    spalte.tegnet("aktivitet", aktivitetstegn(aktivitet), navn, hvor_tit, _LILLE_TEGN_MM, farve=grundlag.hus.farve_paa_hvid)  # fmt: skip
