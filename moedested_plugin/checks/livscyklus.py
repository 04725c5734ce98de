# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds what does not fit the stage of life: nothing to come for, activities where nobody is, a step that nobody takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import Alle, Enten, Ikke, Tom
from moedested_plugin.domain.genbrug import er
from moedested_plugin.domain.moedesteder import (
    AKTIV_OG_FYSISK,
    IDE,
    OPLOEST,
    PAUSE,
    er_saedvanligt_trin,
)

from .fund import Fund, aftryk_af
from .krav import overstaaet
from .opslag import Ser, kald, moedested_af, noegle_af

if TYPE_CHECKING:
    from moedested_plugin.domain.betingelse import Betingelse
    from moedested_plugin.domain.kontrol import Kontrol

    from .udsnit import Raekke, Udsnit

_TIDER = ("dato_fra", "dato_til", "gentagelse_k", "aflyst")


def find(udsnit: Udsnit, kontroller: Sequence[Kontrol]) -> Iterator[Fund]:
    """The findings of these checks."""
    yield from kald(_SER, udsnit, kontroller)


def _kommer(udsnit: Udsnit) -> Betingelse:
    return Ikke(Enten((overstaaet(udsnit.i_dag), er("aflyst", True))))


def _uden_tid(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    kommer = _kommer(udsnit)
    hvor = Alle((AKTIV_OG_FYSISK, Tom("aabningstid")))
    for raekke in udsnit.raekker("moedested", ("livscyklus_k", "form_k", "aabningstid"), hvor):
        noegle = noegle_af("moedested", raekke)
        if not any(
            kommer.holder(a) for a in udsnit.ved("aktivitet", "moedested_id", noegle, _TIDER)
        ):
            yield Fund(kontrol, "moedested", noegle, felt="aabningstid", aftryk=aftryk_af("tom"))


def _kommende(udsnit: Udsnit) -> Iterator[tuple[Raekke, Raekke]]:
    """Activities that are not over, with their mødested."""
    for raekke in udsnit.raekker("aktivitet", ("moedested_id", *_TIDER), _kommer(udsnit)):
        moedested = moedested_af(udsnit, raekke)
        if moedested is not None:
            yield raekke, moedested


def _oploest(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    for raekke, moedested in _kommende(udsnit):
        if moedested["livscyklus_k"] == OPLOEST:
            yield _paa_aktivitet(kontrol, raekke, moedested, "dato_fra")


def _ikke_aktivt(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    for raekke, moedested in _kommende(udsnit):
        fra = raekke["dato_fra"]
        if (
            moedested["livscyklus_k"] in (IDE, PAUSE)
            and isinstance(fra, dt.date)
            and fra <= udsnit.i_dag
        ):
            yield _paa_aktivitet(kontrol, raekke, moedested, "moedested_id")


def _paa_aktivitet(kontrol: Kontrol, raekke: Raekke, moedested: Raekke, felt: str) -> Fund:
    return Fund(
        kontrol, "aktivitet", noegle_af("aktivitet", raekke), {"navn": moedested["navn"]}, felt,
        aftryk=aftryk_af(raekke["dato_fra"], raekke["dato_til"], moedested["livscyklus_k"]),
    )  # fmt: skip


def _skift(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    koder = udsnit.koder("livscyklus")

    def navn(kode: object) -> str:
        return koder[kode].navn if isinstance(kode, int) and kode in koder else str(kode)

    for noegle, fra, til in udsnit.skift("moedested", "livscyklus_k"):
        if isinstance(fra, int) and isinstance(til, int) and not er_saedvanligt_trin(fra, til):
            yield Fund(
                kontrol, "moedested", noegle, {"fra": navn(fra), "til": navn(til)}, "livscyklus_k",
                aftryk=aftryk_af(fra, til),
            )  # fmt: skip


_SER: Mapping[str, Ser] = {
    "livscyklus.aktiv_uden_tid": _uden_tid,
    "livscyklus.oploest_med_aktiviteter": _oploest,
    "livscyklus.aktivitet_uden_aktivt_sted": _ikke_aktivt,
    "livscyklus.usaedvanligt_skift": _skift,
}
