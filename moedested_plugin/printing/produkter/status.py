# SPDX-License-Identifier: GPL-2.0-or-later
"""`status`: the report to the committee, in numbers. An internal paper: it counts rows that are not public.

Asks (`valg`): `siden`, the day that changes are counted from: a date as 2026-01-01, `udgivelse` for the last
publication, '' for the first of January; `titel`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from moedested_plugin.domain.hvornaar import dag
from moedested_plugin.i18n import tr
from moedested_plugin.printing.ark import HOEJRE, Ark
from moedested_plugin.printing.bestilling import UdskriftFejl
from moedested_plugin.printing.flyd import Flow, Kasse, Stykke, spalter
from moedested_plugin.printing.ramme import baand, fod_hoejde, hoved, sidefod
from moedested_plugin.printing.status_tal import Felt, Linje, StatusTal, tal
from moedested_plugin.printing.stil import FELT_FARVE, LUFT, SVAG, Skrift
from moedested_plugin.printing.udskriv import Blad

if TYPE_CHECKING:
    from moedested_plugin.printing.spalte import Spalte
    from moedested_plugin.printing.udskriv import Grundlag

_UDGIVELSE = "udgivelse"
#: Columns on paper that stands and that lies, and the room between (mm).
_STAAR, _LIGGER, _MELLEM_MM = 2, 3, 8.0
#: Of the width of a panel: the name and its bar; numbers stand to the right of them.
_NAVN, _SOEJLE = 0.46, 0.30
_LINJE_LUFT, _FELT_LUFT, _SOEJLE_MM = 0.7, 6.0, 2.2
_NOEGLETAL_MM = 19.0


@dataclass(frozen=True)
class _Siden:
    tid: dt.datetime
    ord: str


def blade(grundlag: Grundlag) -> Iterator[Blad]:
    """Give the report."""
    titel = grundlag.bestilling.valg.get("titel", "").strip() or "Status på mødesteder"
    siden = _siden(grundlag)
    yield Blad(titel, lambda: _ark(grundlag, titel, siden))


def _siden(grundlag: Grundlag) -> _Siden:
    """When changes are counted from. Raises `UdskriftFejl`."""
    tekst = grundlag.bestilling.valg.get("siden", "").strip()
    if tekst.casefold() == _UDGIVELSE:
        tider = [raekke["tid"] for raekke in grundlag.store.raekker("udgivelse", ["tid"])]
        seneste = max((tid for tid in tider if isinstance(tid, dt.datetime)), default=None)
        if seneste is None:
            raise UdskriftFejl(tr("Der er endnu ikke udgivet noget. Vælg en dato i stedet."))
        return _Siden(seneste, f"siden udgivelsen {dag(seneste.astimezone().date())}")
    try:
        dato = dt.date.fromisoformat(tekst) if tekst else dt.date(grundlag.i_dag.year, 1, 1)
    except ValueError:
        raise UdskriftFejl(
            tr("Datoen {} kan ikke læses. Skriv den som 2026-01-01.").format(tekst)
        ) from None
    if dato > grundlag.i_dag:
        raise UdskriftFejl(tr("Datoen {} er ikke kommet endnu. Vælg en tidligere.").format(tekst))
    return _Siden(dt.datetime.combine(dato, dt.time()).astimezone(), f"siden {dag(dato)}")


def _ark(grundlag: Grundlag, titel: str, siden: _Siden) -> Ark:
    ark = Ark(grundlag.project, titel, grundlag.bestilling.papir)
    talt = StatusTal(grundlag.store, grundlag.i_dag, siden.tid)
    y = baand(grundlag, ark, titel, _under(grundlag))
    y = _noegletal(grundlag, ark, talt, y)
    rest = [Stykke(partial(_felt, grundlag, felt), _FELT_LUFT) for felt in talt.felter(siden.ord)]
    while rest:
        kasser = _kasser(ark, y)
        flow = Flow(ark, rest, kasser[0].bredde)
        # the last page's columns become about equally long
        jaevn = flow.afstemt(len(kasser), kasser[0].hoejde)
        fordelt = flow.fordel([jaevn or kasser[0].hoejde])[: len(kasser)]
        for spalte, kasse in zip(fordelt, kasser):
            flow.placer(spalte, kasse.x, kasse.y)
        rest = flow.rest(fordelt)
        if rest:
            ark.ny_side()
            y = hoved(grundlag, ark, titel)
    for side in range(antal := ark.sider):
        ark.gaa_til(side)
        sidefod(grundlag, ark, side + 1, antal)
    return ark


def _under(grundlag: Grundlag) -> str:
    rettet = grundlag.stof.rettet
    data = f" · data pr. {dag(rettet)}" if rettet is not None else ""
    return f"{grundlag.hus.kommune} · talt {dag(grundlag.i_dag)}{data}"


def _kasser(ark: Ark, y: float) -> list[Kasse]:
    papir = ark.papir
    bund = papir.hoejde - papir.margen - fod_hoejde(ark) - LUFT * papir.skala
    kasse = Kasse(papir.margen, y, papir.indre_bredde, bund - y)
    return list(spalter(kasse, _LIGGER if papir.ligger else _STAAR, _MELLEM_MM))


def _noegletal(grundlag: Grundlag, ark: Ark, talt: StatusTal, y: float) -> float:
    """The criterion in a sentence, and four numbers; gives where the panels begin."""
    papir = ark.papir
    opfyldt = talt.aktive >= talt.krav
    dom = "Kravet er opfyldt." if opfyldt else f"Der mangler {tal(talt.krav - talt.aktive)}."
    aktive = "1 aktivt mødested" if talt.aktive == 1 else f"{tal(talt.aktive)} aktive mødesteder"
    saetning = f"Kommunen har {aktive}, som alle kan se; kravet er {tal(talt.krav)}. {dom}"
    y += ark.tekst("krav", saetning, papir.margen, y, papir.indre_bredde, Skrift.MELLEM) + LUFT
    fire = [
        (tal(talt.aktive), "aktive mødesteder"),
        (tal(talt.i_gang), "mødesteder i gang i alt"),
        (tal(talt.aktiviteter), "aktiviteter"),
        (f"{tal(talt.km)} km", "gældende ruter"),
    ]
    kasser = spalter(Kasse(papir.margen, y, papir.indre_bredde, _NOEGLETAL_MM), len(fire), LUFT)
    for (vaerdi, ord_), kasse in zip(fire, kasser):
        ark.felt("nøgletal: felt", kasse.x, kasse.y, kasse.bredde, kasse.hoejde, farve=FELT_FARVE)
        x, bredde = kasse.x + LUFT, kasse.bredde - 2 * LUFT
        ned = kasse.y + LUFT * 0.6
        ned += ark.tekst("nøgletal", vaerdi, x, ned, bredde, Skrift.TITEL, farve=grundlag.hus.farve_paa_hvid)  # fmt: skip
        ark.tekst("nøgletal: ord", ord_, x, ned, bredde, Skrift.SMAA)
    return y + _NOEGLETAL_MM + _FELT_LUFT


# Panels -----------------------------------------------------------------------------------------------------


def _linjehoejde(ark: Ark, linje: Linje, bredde: float) -> float:
    return ark.tekst_hoejde(linje.navn, bredde * _navnebredde(linje), Skrift.SMAA) + _LINJE_LUFT


def _navnebredde(linje: Linje) -> float:
    return _NAVN if linje.andel is not None else _UDEN_SOEJLE


def _felt(grundlag: Grundlag, felt: Felt, spalte: Spalte) -> None:
    ark, x, bredde = spalte.ark, spalte.x, spalte.bredde
    spalte.tekst("felt: titel", felt.titel, Skrift.FED)
    if not spalte.maaler:
        ark.streg("felt: streg", x, spalte.y + 0.4, bredde, grundlag.hus.farve)
    spalte.y += 1.6
    spalte.tekst("felt: note", felt.note, Skrift.NOTE, farve=SVAG)
    spalte.y += 0.7
    for linje in felt.linjer or (_INGEN,):
        if not spalte.maaler:
            _linje(grundlag, linje, spalte)
        spalte.y += _linjehoejde(ark, linje, bredde)


def _linje(grundlag: Grundlag, linje: Linje, spalte: Spalte) -> None:
    ark, x, y, bredde = spalte.ark, spalte.x, spalte.y, spalte.bredde
    navn = bredde * _navnebredde(linje)
    ark.tekst("linje: navn", linje.navn, x, y, navn - 1, Skrift.SMAA)
    ark.tekst("linje: tal", linje.vaerdi, x + navn, y, bredde - navn, Skrift.SMAA, vandret=HOEJRE)
    if linje.andel is not None:
        en_linje = ark.tekst_hoejde("X", bredde, Skrift.SMAA)
        top = y + (en_linje - _SOEJLE_MM) / 2
        fuld = bredde * _SOEJLE
        ark.felt("linje: spor", x + navn, top, fuld, _SOEJLE_MM, farve=FELT_FARVE)
        if linje.andel > 0:
            ark.felt("linje: søjle", x + navn, top, max(0.3, fuld * min(1.0, linje.andel)), _SOEJLE_MM, farve=grundlag.hus.farve_paa_hvid)  # fmt: skip


_INGEN = Linje("Ingen at tælle.", "")
#: What has no bar has more room for its name, and for words to the right.
_UDEN_SOEJLE = 0.44
