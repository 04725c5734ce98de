# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of the annual wheel: by type beside the wheel, or month by month on pages of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .aarshjul_ord import MAANEDER, UGEDAGE, for_hvem, hvor, hvornaar, klokken
from .flyd import Afsnit, Maerke
from .hjul import udseende
from .stil import SVAG, Skrift

if TYPE_CHECKING:
    from .hjul_baner import Post, Slags

_AFLYST = "AFLYST: "
_OM_FERIER = "Skolernes ferier er ikke ens overalt. Spørg på mødestedet."
_HELE_AARET = 12


def efter_slags(slags: Sequence[Slags], aar: int, stoerrelse: float) -> list[Afsnit]:
    """Each type with its letter, and below it what there is: when, where, for whom."""
    ud: list[Afsnit] = []
    for en in slags:
        ud.append(
            Afsnit(en.navn, Skrift.SMAA_FED, foer=2.2, hoerer_til=True, maerke=_maerke(en), stoerrelse=stoerrelse * 1.15)
        )  # fmt: skip
        for post in en.poster:
            ud += _to_linjer(post, hvornaar(post.aktivitet, aar), stoerrelse)
    return [*ud, *_slut(slags, stoerrelse)]


def efter_maaned(slags: Sequence[Slags], aar: int) -> list[Afsnit]:
    """First what goes on all the year; then each month: its days, and what goes on in it again and again."""
    poster = [post for en in slags for post in en.poster]
    ud: list[Afsnit] = []
    hele = [post for post in poster if not post.er_dage and len(post.maaneder) == _HELE_AARET]
    if hele:
        ud.append(Afsnit("Hele året", Skrift.MELLEM, hoerer_til=True))
        for post in hele:
            ud += _to_linjer(post, hvornaar(post.aktivitet, aar))
    for nr, navn in enumerate(MAANEDER, 1):
        dage = sorted(
            (min(dag for dag in post.dage if dag.month == nr), post.kode, post)
            for post in poster
            if post.er_dage and nr in post.maaneder
        )
        faste = [p for p in poster if not p.er_dage and p not in hele and nr in p.maaneder]
        if not dage and not faste:
            continue
        ud.append(Afsnit(navn.capitalize(), Skrift.MELLEM, foer=4.0, hoerer_til=True))
        for dag, _, post in dage:
            ud += _to_linjer(post, _dag(post, dag))
        for post in faste:
            ud += _to_linjer(post, hvornaar(post.aktivitet, aar))
    return [*ud, *_slut(slags)]


def noegle(slags: Sequence[Slags]) -> list[Afsnit]:
    """What the letters and colours of the wheel mean."""
    return [Afsnit(en.navn, Skrift.SMAA, foer=1.2, maerke=_maerke(en)) for en in slags]


def _maerke(en: Slags) -> Maerke:
    ser = udseende(en.nummer)
    return Maerke(en.bogstav, ser.fyld, ser.tekst, ser.kant)


def _to_linjer(post: Post, naar: str, stoerrelse: float | None = None) -> list[Afsnit]:
    det = post.aktivitet
    navn = f"{post.kode}  {_AFLYST if det.aflyst else ''}{det.navn}"
    tekst = " ".join(et for et in (naar, _punktum(hvor(det)), for_hvem(det.maalgrupper)) if et)
    return [
        Afsnit(navn, Skrift.SMAA_FED, foer=1.0, hoerer_til=True, stoerrelse=stoerrelse),
        Afsnit(tekst, Skrift.SMAA, stoerrelse=stoerrelse),
    ]


def _dag(post: Post, dag: dt.date) -> str:
    """`Onsdag den 23. kl. 14 til 16.` below its month; more days are all named."""
    dage = [et for et in post.dage if et.month == dag.month]
    if len(dage) > 1 and (dage[-1] - dage[0]).days == len(dage) - 1:
        naar = f"Fra {UGEDAGE[dage[0].weekday()]} den {dage[0].day}. til {UGEDAGE[dage[-1].weekday()]} den {dage[-1].day}."
    else:
        led = [f"{UGEDAGE[et.weekday()]} den {et.day}." for et in dage]
        naar = ", ".join(led).capitalize()
    tid = klokken(post.aktivitet.klokken)
    return f"{naar} {tid}." if tid else naar


def _slut(slags: Sequence[Slags], stoerrelse: float | None = None) -> list[Afsnit]:
    if any(post.aktivitet.ferielukket for en in slags for post in en.poster):
        return [Afsnit(_OM_FERIER, Skrift.SMAA, SVAG, foer=3.0, stoerrelse=stoerrelse)]
    return []


def _punktum(tekst: str) -> str:
    return f"{tekst}." if tekst and tekst[-1] not in ".!?" else tekst
