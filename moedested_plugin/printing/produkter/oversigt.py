# SPDX-License-Identifier: GPL-2.0-or-later
"""`oversigt`: a map of the municipality or a part of it, with an index of names and a legend of what is seen.

Asks (`valg`): `titel`. The frame of the order, where there is one, is the part that is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from moedested_plugin.printing.ark import Ark
from moedested_plugin.printing.flyd import Afsnit, Kasse, flyd, jaevn_hoejde, rest_af, spalter
from moedested_plugin.printing.forklaring import placer_forklaring
from moedested_plugin.printing.gitter import KANT_MM, Gitter, placer_gitter
from moedested_plugin.printing.kilder import kildelinje
from moedested_plugin.printing.kort import omkring, placer_kort
from moedested_plugin.printing.lag import navngiv
from moedested_plugin.printing.ord import Ord
from moedested_plugin.printing.ramme import fod_hoejde, hoved, sidefod
from moedested_plugin.printing.stil import LUFT, Skrift
from moedested_plugin.printing.udskriv import Blad
from moedested_plugin.project.kommuner import dansk_orden

if TYPE_CHECKING:
    from moedested_plugin.printing.stof import Raekke
    from moedested_plugin.printing.udskriv import Grundlag

#: Beside the map on paper that lies, and below it on paper that stands (mm on an A4).
_SIDEN_MM, _UNDER_MM = 58.0, 74.0
#: The least width of a column of names, and of the legend below the map.
_SPALTE_MM, _FORKLARING_MM = 44.0, 84.0
_MELLEM_MM = 4.0
#: How much of the room beside the map the legend may take.
_FORKLARING_HOEJST = 0.6


def blade(grundlag: Grundlag) -> Iterator[Blad]:
    """Give the map, with the names on pages of their own where they do not fit beside it."""
    ord_ = Ord(grundlag.bestilling.sprog)
    titel = grundlag.bestilling.valg.get("titel", "").strip()
    titel = titel or ord_("Mødesteder i {}").format(grundlag.hus.kommune)
    valgte = grundlag.valgte(grundlag.stof.moedesteder, "moedested_id")
    yield Blad(titel, lambda: _ark(grundlag, titel, valgte))


def _ark(grundlag: Grundlag, titel: str, valgte: list[Raekke]) -> Ark:
    ark, ord_ = (
        Ark(grundlag.project, titel, grundlag.bestilling.papir),
        Ord(grundlag.bestilling.sprog),
    )
    papir, skala = ark.papir, ark.papir.skala
    top = hoved(grundlag, ark, titel) + KANT_MM * skala
    bund = papir.hoejde - papir.margen - fod_hoejde(ark) - LUFT * skala
    kant, afstand = KANT_MM * skala, LUFT * skala
    siden = _SIDEN_MM * skala if papir.ligger else 0.0
    under = 0.0 if papir.ligger else _UNDER_MM * skala
    x = papir.margen + kant
    bredde = papir.indre_bredde - kant - siden
    navngiv(grundlag.lag)
    kort = placer_kort(
        ark, "kort", x, top, bredde, bund - top - under, grundlag.lag, omkring(grundlag, valgte),
        kildelinje(grundlag.lag, grundlag.hus), alt=ord_("Kort med {} mødesteder. Navnene står i listen.").format(len(valgte)),
    )  # fmt: skip
    gitter = placer_gitter(ark, kort, x, top)
    navne = _navne(grundlag, valgte, gitter)
    if siden:
        kasse = Kasse(x + bredde + afstand, top, siden - afstand, bund - top)
        forklaring = placer_forklaring(
            ark,
            kort,
            grundlag.lag,
            kasse.x,
            kasse.y,
            kasse.bredde,
            kasse.hoejde * _FORKLARING_HOEJST,
            ord_,
        )
        brugt = forklaring.rect().height() + 2 * afstand
        kasse = Kasse(kasse.x, kasse.y + brugt, kasse.bredde, kasse.hoejde - brugt)
    else:
        y = bund - under + afstand
        forklaring_bredde = _FORKLARING_MM * skala
        placer_forklaring(
            ark, kort, grundlag.lag, papir.margen, y, forklaring_bredde, bund - y, ord_
        )
        kasse = Kasse(
            papir.margen + forklaring_bredde + afstand,
            y,
            papir.indre_bredde - forklaring_bredde - afstand,
            bund - y,
        )
    rest = _placer_navne(ark, navne, kasse, grundlag)
    while rest:
        ark.ny_side()
        y = hoved(grundlag, ark, titel)
        kasser = _spalter(ark, Kasse(papir.margen, y, papir.indre_bredde, bund - y))
        hoejde = min(jaevn_hoejde(ark, rest, kasser[0].bredde, len(kasser)), bund - y)
        rest = flyd(ark, "navne", rest, [replace(kasse, hoejde=hoejde) for kasse in kasser])
    for side in range(antal := ark.sider):
        ark.gaa_til(side)
        sidefod(grundlag, ark, side + 1, antal)
    return ark


def _spalter(ark: Ark, kasse: Kasse) -> list[Kasse]:
    skala = ark.papir.skala
    antal = max(1, int(kasse.bredde // (_SPALTE_MM * skala)))
    return list(spalter(kasse, antal, _MELLEM_MM * skala))


def _placer_navne(
    ark: Ark, grupper: list[tuple[str, list[str]]], kasse: Kasse, grundlag: Grundlag
) -> list[Afsnit]:
    """Place all names beside the map, or none of them: a list is not torn in two. Gives what is left."""
    kasser = _spalter(ark, kasse)
    for navne in (_rummeligt(grupper), _taet(grupper)):
        if not rest_af(ark, navne, kasser):
            return flyd(ark, "navne", navne, kasser)
    ord_ = Ord(grundlag.bestilling.sprog)
    flyd(ark, "navne: se", [Afsnit(ord_("Navnene står på næste side."), Skrift.SMAA)], kasser[:1])
    return _rummeligt(grupper)


def _navne(grundlag: Grundlag, valgte: list[Raekke], gitter: Gitter) -> list[tuple[str, list[str]]]:
    """The names by town, each with its square; those that stand on no map last."""
    ord_ = Ord(grundlag.bestilling.sprog)
    felt = {"da": "navn", "en": "navn_uk", "de": "navn_d"}[grundlag.bestilling.sprog]
    byer: dict[str, list[str]] = {}
    uden: list[str] = []
    for raekke in valgte:
        navn = str(raekke[felt] or raekke["navn"])
        geometri = raekke.get("geometri")
        if geometri is None:
            uden.append(navn)
            continue
        rude = gitter.rude(geometri.asPoint())
        if rude:
            byer.setdefault(str(raekke["by"] or "").strip(), []).append(f"{navn}, {rude}")
    grupper = [
        (by or ord_("Andre steder"), byer[by])
        for by in sorted(byer, key=lambda by: (not by, dansk_orden(by)))
    ]
    return [*grupper, *([(ord_("Uden fast sted"), uden)] if uden else [])]


def _rummeligt(grupper: list[tuple[str, list[str]]]) -> list[Afsnit]:
    """Each town a heading."""
    ud: list[Afsnit] = []
    for by, navne in grupper:
        ud.append(Afsnit(by, Skrift.SMAA_FED, luft=1.6, foelges=True))
        ud += [Afsnit(navn, Skrift.SMAA) for navn in navne]
    return ud


def _taet(grupper: list[tuple[str, list[str]]]) -> list[Afsnit]:
    """Each town a line."""
    return [Afsnit(f"{by}: {'; '.join(navne)}", Skrift.SMAA, luft=0.8) for by, navne in grupper]
