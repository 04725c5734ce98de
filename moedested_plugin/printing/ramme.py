# SPDX-License-Identifier: GPL-2.0-or-later
"""What every page has round its content (ramme): the band at the top, and the foot with name, logo and dates."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QDate, QLocale

from .ark import HOEJRE
from .ord import Ord
from .stil import LUFT, SVAG, Skrift

if TYPE_CHECKING:
    from .ark import Ark
    from .udskriv import Grundlag

_FOD_MM = 11.0
_SPROG = {
    "da": QLocale(QLocale.Language.Danish, QLocale.Country.Denmark),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
    "de": QLocale(QLocale.Language.German, QLocale.Country.Germany),
}


def dag(dato: dt.date, sprog: str = "da") -> str:
    """`4. februar 2027`, in the language of the print."""
    form = {"da": "d. MMMM yyyy", "en": "d MMMM yyyy", "de": "d. MMMM yyyy"}[sprog]
    return _SPROG[sprog].toString(QDate(dato.year, dato.month, dato.day), form)


def maaned_og_dag(tekst: object, sprog: str = "da") -> str:
    """`04-01` as `1. april`; '' where it is no day."""
    try:
        dato = dt.date.fromisoformat(f"2000-{str(tekst or '')[-5:]}")
    except ValueError:
        return ""
    form = {"da": "d. MMMM", "en": "d MMMM", "de": "d. MMMM"}[sprog]
    return _SPROG[sprog].toString(QDate(dato.year, dato.month, dato.day), form)


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
    halv = (papir.margen + papir.indre_bredde - x) * 0.55
    ark.tekst("fod: kommune", hus.kommune, x, top, halv, Skrift.SMAA_FED)
    if hus.kontakt:
        linje = ark.tekst_hoejde("X", 100, Skrift.SMAA)
        ark.tekst("fod: kontakt", hus.kontakt, x, top + linje, halv, Skrift.NOTE, farve=SVAG)
    led = []
    if grundlag.stof.rettet is not None:
        led.append(ord_("Data pr. {}").format(dag(grundlag.stof.rettet, sprog)))
    led.append(ord_("Udskrevet {}").format(dag(grundlag.i_dag, sprog)))
    tekst = "\n".join(led)
    if antal > 1:
        led[-1] += " · " + ord_("Side {} af {}").format(nummer, antal)
        tekst = "\n".join(led)
    ark.tekst(
        "fod: datoer", tekst, x + halv, top, papir.margen + papir.indre_bredde - x - halv,
        Skrift.NOTE, farve=SVAG, vandret=HOEJRE,
    )  # fmt: skip


def baand(grundlag: Grundlag, ark: Ark, titel: str, under: str = "") -> float:
    """Place the band with the title at the top of the present page, and give where the content begins (mm)."""
    papir, hus, skala = ark.papir, grundlag.hus, ark.papir.skala
    bredde = papir.indre_bredde
    stoerrelse = ark.passende(
        titel, bredde, 2.3 * ark.tekst_hoejde("X", bredde, Skrift.TITEL), Skrift.TITEL, 12 * skala
    )
    hoejde = ark.tekst_hoejde(titel, bredde, Skrift.TITEL, stoerrelse)
    under_hoejde = ark.tekst_hoejde(under, bredde, Skrift.MELLEM)
    ialt = papir.margen * 0.75 + hoejde + (under_hoejde + skala if under else 0) + 3 * skala
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
