# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds what is wrong between a route and the places at it: no bench for long, a moedested far off, a way in that ends short."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import GEOMETRI, Alle, EnAf, Ikke
from moedested_plugin.domain.genbrug import er
from moedested_plugin.domain.kontroller_ruter import ADGANG_M, BAENK_M, BAENK_VED_M, PAA_RUTEN_M
from moedested_plugin.domain.moedesteder import ADGANGSVEJ
from moedested_plugin.domain.moedesteder import RUTE as ROLLE_RUTE
from moedested_plugin.domain.steder import BAENK_TYPER, IKKE_GAELDENDE, VANDRE_TYPER

from .fund import Fund, aftryk_af
from .gitter import Gitter
from .krav import typens_navn
from .langs import Langs
from .sted import punkt_i
from .tal import dansk
from .tegning import Sted, dele, et_punkt, kaeder, punkter, wkb_af

if TYPE_CHECKING:
    from moedested_plugin.domain.kontrol import Kontrol

    from .udsnit import Raekke, Udsnit

_RUTE, _PUNKT = "rute", "facilitet_punkt"
_I_BRUG = Ikke(er("statuskode", IKKE_GAELDENDE))
_BAENK_I_BRUG = Alle((EnAf("facil_ty_k", BAENK_TYPER), _I_BRUG))
_VANDRE_I_BRUG = Alle((EnAf("rute_ty_k", VANDRE_TYPER), _I_BRUG))
_CELLE_M = 250.0


def baenke(udsnit: Udsnit, til: Mapping[str, Kontrol]) -> Iterator[Fund]:
    """The longest way without a bench on each walking route."""
    kontrol = til.get("langt_til_baenk")
    if kontrol is None:
        return
    hoejst, ved = udsnit.indstillet.tal(BAENK_M), udsnit.indstillet.tal(BAENK_VED_M)
    vandre = {str(r["objekt_id"]) for r in udsnit.raekker(_RUTE, (), _VANDRE_I_BRUG)}
    kender = _alle_baenke(udsnit) if udsnit.alt and vandre else None
    for noegle, geometri in udsnit.geometrier(_RUTE):
        if noegle not in vandre or geometri.length() <= hoejst or udsnit.afbrudt():
            continue
        wkb = wkb_af(geometri)
        langs = Langs(dele(wkb))
        steder = _baenke_ved(udsnit, noegle, ved) if kender is None else kender.ved(langs, ved)
        maerker = sorted(mark for punkt in steder for mark in langs.ved(punkt, ved))
        fra, til_ = _laengste(langs, maerker)
        if til_ - fra > hoejst:
            vaerdier = {"meter": dansk(til_ - fra, 0)}
            aftryk = aftryk_af(wkb, sorted(steder))
            yield Fund(kontrol, _RUTE, noegle, vaerdier, GEOMETRI, langs.punkt(fra), "", aftryk)


def _laengste(langs: Langs, maerker: list[float]) -> tuple[float, float]:
    """The longest stretch between two benches; on a loop also over its beginning."""
    if langs.er_rund and maerker:
        maerker = [*maerker, maerker[0] + langs.laengde]
    else:
        maerker = [0.0, *maerker, langs.laengde]
    fra, til_ = max(zip(maerker, maerker[1:]), key=lambda p: p[1] - p[0])
    return fra, til_


class _Baenke:
    """All benches, by where they are."""

    def __init__(self) -> None:
        self._gitter = Gitter(_CELLE_M)
        self._steder: dict[str, list[Sted]] = {}

    def laeg(self, noegle: str, steder: list[Sted]) -> None:
        """Remember a bench (a row may have several points)."""
        self._steder[noegle] = steder
        for punkt in steder:
            self._gitter.laeg(*punkt, noegle)

    def ved(self, langs: Langs, meter: float) -> set[Sted]:
        """Those that may be near the route."""
        noegler = {
            noegle for boks in langs.bokse(meter) for noegle in self._gitter.i_boks(boks)
        }  # fmt: skip
        return {punkt for noegle in noegler for punkt in self._steder[noegle]}


def _alle_baenke(udsnit: Udsnit) -> _Baenke:
    noegler = {str(r["objekt_id"]) for r in udsnit.raekker(_PUNKT, (), _BAENK_I_BRUG)}
    ud = _Baenke()
    if noegler:
        for noegle, geometri in udsnit.geometrier(_PUNKT):
            if noegle in noegler:
                wkb = wkb_af(geometri)
                punkt = et_punkt(wkb)
                ud.laeg(
                    noegle, [punkt] if punkt else [p for k in kaeder(dele(wkb)) for p in punkter(k)]
                )
    return ud


def _baenke_ved(udsnit: Udsnit, rute: str, meter: float) -> set[Sted]:
    steder: set[Sted] = set()
    for par in udsnit.naboer(_RUTE, _PUNKT, meter, ("facil_ty_k", "statuskode"), kun=(rute,)):
        geometri = udsnit.geometri(_PUNKT, str(par.b["objekt_id"]))
        if geometri is not None and _BAENK_I_BRUG.holder(par.b):
            steder.update(p for k in kaeder(dele(wkb_af(geometri))) for p in punkter(k))
    return steder


# The way to a moedested ------------------------------------------------------------------------------

_ROLLER = {
    ROLLE_RUTE: ("moedested_langt_fra", PAA_RUTEN_M),
    ADGANGSVEJ: ("adgangsvej_naar_ikke", ADGANG_M),
}
_LINK = ("moedested_id", "rute_id", "rolle_k")


def moedesteder(udsnit: Udsnit, til: Mapping[str, Kontrol]) -> Iterator[Fund]:
    """A moedested that lies far from the route it is said to be on."""
    if til.keys().isdisjoint(kode for kode, _ in _ROLLER.values()):
        return
    for link in _links(udsnit):
        kode, graense = _ROLLER[int(str(link["rolle_k"]))]
        kontrol = til.get(kode)
        moedested, rute = str(link["moedested_id"]), str(link["rute_id"])
        her, linje = udsnit.geometri("moedested", moedested), udsnit.geometri(_RUTE, rute)
        if kontrol is None or not her or not linje or her.isEmpty() or linje.isEmpty():
            continue
        meter = her.distance(linje)
        if meter > udsnit.indstillet.tal(graense):
            navn = next(
                (
                    str(r["navn"] or "").strip() or typens_navn(udsnit, _RUTE, r)
                    for r in udsnit.af_noegler(_RUTE, [rute], ("navn", "rute_ty_k"))
                ),
                "",
            )
            yield Fund(
                kontrol, "moedested", moedested, {"anden": navn, "meter": dansk(meter, 0)}, GEOMETRI, punkt_i(her), rute,
                aftryk_af(her.asWkb().data(), linje.asWkb().data()),
            )  # fmt: skip


def _links(udsnit: Udsnit) -> Iterator[Raekke]:
    """The links of what is looked at, each once."""
    er_rute = EnAf("rolle_k", tuple(_ROLLER))
    fundet = {str(r["tilknytning_id"]): r for r in udsnit.raekker("tilknytning", _LINK, er_rute)}
    if not udsnit.alt:
        for tabel, felt, noegle in (
            ("moedested", "moedested_id", "moedested_id"),
            (_RUTE, "rute_id", "objekt_id"),
        ):
            for raekke in udsnit.raekker(tabel, ()):
                for link in udsnit.ved("tilknytning", felt, raekke[noegle], _LINK):
                    fundet.setdefault(str(link["tilknytning_id"]), link)
    yield from (link for link in fundet.values() if er_rute.holder(link) and link["rute_id"])
