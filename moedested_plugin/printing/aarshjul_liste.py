# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of the annual wheel: by type beside the wheel, or month by month on pages of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from moedested_plugin.domain.aktiviteter import AARLIG
from moedested_plugin.domain.hvornaar import DANSK, opremsning

from .aarshjul_ord import (
    er_for_alle,
    for_hvem,
    hvor,
    hvornaar,
    klokken,
    rytme,
)
from .flyd import Afsnit
from .hjul import udseende
from .spalte import Maerke
from .stil import SVAG, Skrift

if TYPE_CHECKING:
    from .hjul_baner import Post, Slags

_AFLYST = "AFLYST: "
_OM_FERIER = "Skolernes ferier er ikke ens overalt. Spørg på mødestedet."
_FOR_ALLE = "Hvor intet andet står, er alle velkomne."
_HELE_AARET, _FAA = 12, 2
_HENVISER = "Bogstaver og tal på hjulet henviser til listen."


def efter_slags(slags: Sequence[Slags], aar: int, stoerrelse: float) -> list[Afsnit]:
    """Each type with its letter, and below it what there is: when, where, for whom."""
    ud: list[Afsnit] = []
    for en in slags:
        ud.append(
            Afsnit(en.navn, Skrift.SMAA_FED, luft=2.2, foelges=True, maerke=_maerke(en), stoerrelse=stoerrelse * 1.15)
        )  # fmt: skip
        for post in en.poster:
            ud += _to_linjer(post, hvornaar(post.aktivitet, aar), stoerrelse, kort=True)
    for_alle = Afsnit(
        f"{_HENVISER} {_FOR_ALLE}", Skrift.SMAA, SVAG, luft=3.0, stoerrelse=stoerrelse
    )
    return [*ud, for_alle, *_slut(slags, stoerrelse)]


def efter_maaned(slags: Sequence[Slags], aar: int) -> list[Afsnit]:
    """First in full what happens again and again; then each month: its days, and in short what goes on in it."""
    poster = [post for en in slags for post in en.poster]
    faste = [post for post in poster if not post.er_dage]
    ud = [Afsnit("Igen og igen", Skrift.MELLEM, foelges=True)] if faste else []
    for post in faste:
        ud += _to_linjer(post, hvornaar(post.aktivitet, aar))
    for nr, navn in enumerate(DANSK.maaneder, 1):
        dage = sorted(
            (min(dag for dag in post.dage if dag.month == nr), post.kode, post)
            for post in poster
            if post.er_dage and nr in post.maaneder
        )
        nogle = [p for p in faste if len(p.maaneder) < _HELE_AARET and nr in p.maaneder]
        if not dage and not nogle:
            continue
        ud.append(Afsnit(navn.capitalize(), Skrift.MELLEM, luft=4.0, foelges=True))
        for _, _, post in dage:
            ud += _to_linjer(post, _dage(post, nr))
        ud += [_kort(post, nr) for post in nogle]
    hele = [post.kode for post in faste if len(post.maaneder) == _HELE_AARET]
    if hele:
        ud.append(Afsnit(f"Hele året: {', '.join(hele)}.", Skrift.SMAA, SVAG, luft=3.0))
    return [*ud, *_slut(slags)]


def noegle(slags: Sequence[Slags]) -> list[Afsnit]:
    """What the letters and colours of the wheel mean."""
    return [
        *(Afsnit(en.navn, Skrift.SMAA, luft=1.2, maerke=_maerke(en)) for en in slags),
        Afsnit(f"{_HENVISER} Den begynder på næste side.", Skrift.SMAA, SVAG, luft=2.0),
    ]


def _maerke(en: Slags) -> Maerke:
    ser = udseende(en.nummer)
    return Maerke(en.bogstav, ser.fyld, ser.tekst, ser.kant)


def _to_linjer(post: Post, naar: str, stoerrelse: float | None = None, *, kort: bool = False) -> list[Afsnit]:  # fmt: skip
    det = post.aktivitet
    navn = f"{post.kode}  {_AFLYST if det.aflyst else ''}{det.navn}"
    hvem = "" if kort and er_for_alle(det.maalgrupper) else for_hvem(det.maalgrupper)
    tekst = " ".join(et for et in (naar, _punktum(hvor(det, kort=kort)), hvem) if et)
    return [
        Afsnit(navn, Skrift.SMAA_FED, luft=1.0, foelges=True, stoerrelse=stoerrelse),
        Afsnit(tekst, Skrift.SMAA, stoerrelse=stoerrelse),
    ]


def _kort(post: Post, maaned: int) -> Afsnit:
    """One line below its month: the days where they are few, else how often."""
    dage = [dag for dag in post.dage if dag.month == maaned]
    naar = rytme(post.aktivitet) if len(dage) > _FAA else _naevnt(dage)
    ferie = ", ikke i skolernes ferier" if post.aktivitet.ferielukket else ""
    aflyst = _AFLYST if post.aktivitet.aflyst else ""
    return Afsnit(
        f"{post.kode}  {aflyst}{post.aktivitet.navn}: {naar}{ferie}".rstrip(".") + ".",
        Skrift.SMAA,
        luft=1.0,
    )


def _dage(post: Post, maaned: int) -> str:
    """`Onsdag den 23. kl. 14 til 16.` below its month; more days are all named."""
    dage = [dag for dag in post.dage if dag.month == maaned]
    det = post.aktivitet.gentagelse
    uvist = det.gentagelse == AARLIG and det.dato_fra.year != dage[0].year
    naar = f"omkring den {dage[0].day}." if uvist else _naevnt(dage)
    tid = klokken(post.aktivitet.klokken)
    return f"{naar[:1].upper()}{naar[1:]} {tid}." if tid else f"{naar[:1].upper()}{naar[1:]}"


def _naevnt(dage: Sequence[dt.date]) -> str:
    led = [f"{DANSK.ugedage[dag.weekday()]} den {dag.day}." for dag in dage]
    if len(dage) > 1 and (dage[-1] - dage[0]).days == len(dage) - 1:
        return f"fra {led[0]} til {led[-1]}"
    return opremsning(led)


def _slut(slags: Sequence[Slags], stoerrelse: float | None = None) -> list[Afsnit]:
    if any(post.aktivitet.ferielukket for en in slags for post in en.poster):
        return [Afsnit(_OM_FERIER, Skrift.SMAA, SVAG, luft=3.0, stoerrelse=stoerrelse)]
    return []


def _punktum(tekst: str) -> str:
    return f"{tekst}." if tekst and tekst[-1] not in ".!?" else tekst
