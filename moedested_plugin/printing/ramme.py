# SPDX-License-Identifier: GPL-2.0-or-later
"""What every page has round its content (ramme): the band at the top, and the foot with name, logo and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moedested_plugin.domain.hvornaar import dag

from .ark import HOEJRE
from .ord import Ord
from .stil import LUFT, SVAG, Skrift

if TYPE_CHECKING:
    from .ark import Ark
    from .udskriv import Grundlag

_FOD_MM = 11.0


def fod_hoejde(ark: Ark) -> float:
    """Room that the foot takes above the lower margin (mm)."""
    return _FOD_MM * ark.papir.skala


def sidefod(grundlag: Grundlag, ark: Ark, nummer: int = 0, antal: int = 0) -> None:
    """Place the foot on the present page: logo, name and contact, dates of data and print, number of the page."""
    papir, hus, sprog = ark.papir, grundlag.hus, grundlag.bestilling.sprog
    ord_ = Ord(sprog)
    skala = papir.skala
    hoejde = fod_hoejde(ark)
    y = papir.hoejde - papir.margen - hoejde
    ark.streg("fod: streg", papir.margen, y + 1.2 * skala, papir.indre_bredde)
    top = y + (1.2 + 1.4) * skala
    rest = hoejde - 2.6 * skala
    x = papir.margen
    if hus.logo_sti:
        bredde = 3.2 * rest
        ark.logo(hus.logo_sti, hus.logo_art, x, top, bredde, rest)
        x += bredde + LUFT * skala
    led = []
    if grundlag.stof.rettet is not None:
        led.append(ord_("Data pr. {}").format(dag(grundlag.stof.rettet, sprog)))
    led.append(ord_("Udskrevet {}").format(dag(grundlag.i_dag, sprog)))
    if antal > 1:
        led[-1] += " · " + ord_("Side {} af {}").format(nummer, antal)
    tekst = "\n".join(led)
    # the name and the contact have all the room that the dates do not take
    ender = papir.margen + papir.indre_bredde
    datoer = 1.04 * ark.tekst_bredde(tekst, Skrift.NOTE)
    rum = ender - datoer - LUFT * skala - x
    ark.tekst("fod: kommune", hus.kommune, x, top, rum, Skrift.SMAA_FED)
    if hus.kontakt:
        linje = ark.tekst_hoejde("X", 100, Skrift.SMAA)
        ark.tekst("fod: kontakt", hus.kontakt, x, top + linje, rum, Skrift.NOTE, farve=SVAG)
    ark.tekst(
        "fod: datoer", tekst, ender - datoer, top, datoer, Skrift.NOTE, farve=SVAG, vandret=HOEJRE
    )


def baand_hoejde(ark: Ark, titel: str, under: str = "") -> float:
    """How far down the band with the title and what follows it reach: where the content begins (mm)."""
    skala = ark.papir.skala
    return _baand_felt(ark, titel, under, _titel_punkt(ark, titel)) + LUFT * skala


def _titel_punkt(ark: Ark, titel: str) -> float:
    bredde = ark.papir.indre_bredde
    to_linjer = 2.3 * ark.tekst_hoejde("X", bredde, Skrift.TITEL)
    return ark.passende(titel, bredde, to_linjer, Skrift.TITEL, 12 * ark.papir.skala)


def _baand_felt(ark: Ark, titel: str, under: str, punkt: float) -> float:
    papir, skala, bredde = ark.papir, ark.papir.skala, ark.papir.indre_bredde
    hoejde = ark.tekst_hoejde(titel, bredde, Skrift.TITEL, punkt)
    under_hoejde = ark.tekst_hoejde(under, bredde, Skrift.MELLEM)
    return papir.margen * 0.75 + hoejde + (under_hoejde + skala if under else 0) + 3 * skala


def baand(grundlag: Grundlag, ark: Ark, titel: str, under: str = "") -> float:
    """Place the band with the title at the top of the present page, and give where the content begins (mm)."""
    papir, hus, skala = ark.papir, grundlag.hus, ark.papir.skala
    bredde = papir.indre_bredde
    stoerrelse = _titel_punkt(ark, titel)
    ialt = _baand_felt(ark, titel, under, stoerrelse)
    ark.felt("baand", 0, 0, papir.bredde, ialt, farve=hus.farve)
    y = papir.margen * 0.75
    y += ark.tekst(
        "titel", titel, papir.margen, y, bredde, Skrift.TITEL,
        farve=hus.farve_tekst, stoerrelse=stoerrelse,
    )  # fmt: skip
    ark.tekst("undertitel", under, papir.margen, y + skala * 0.6, bredde, Skrift.MELLEM, farve=hus.farve_tekst)  # fmt: skip
    return ialt + LUFT * skala


def hoved(grundlag: Grundlag, ark: Ark, titel: str, under: str = "") -> float:
    """Place a plain heading, for a page that is mostly map, and give where the content begins (mm)."""
    papir, skala = ark.papir, ark.papir.skala
    y = papir.margen
    bredde = papir.indre_bredde
    y += ark.tekst("titel", titel, papir.margen, y, bredde, Skrift.OVERSKRIFT)
    if under:
        y += ark.tekst("undertitel", under, papir.margen, y + 0.4 * skala, bredde, Skrift.SMAA)
    ark.felt("streg", papir.margen, y + 1.4 * skala, bredde, 0.7 * skala, farve=grundlag.hus.farve)
    return y + (2.1 + LUFT) * skala
