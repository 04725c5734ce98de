# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds what is wrong between a route and the places at it: no bench for long, a moedested far off, a way in that ends short."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import GEOMETRI, Alle, EnAf, Ikke
from moedested_plugin.domain.genbrug import er
from moedested_plugin.domain.kontroller_ruter import ADGANG_M, BAENK_M, BAENK_VED_M, PAA_RUTEN_M
from moedested_plugin.domain.moedesteder import ADGANGSVEJ
from moedested_plugin.domain.moedesteder import RUTE as ROLLE_RUTE
from moedested_plugin.domain.steder import BAENK_TYPER, IKKE_GAELDENDE, VANDRE_TYPER

from .fund import Fund, aftryk_af
from .krav import typens_navn
from .langs import IBoks, Langs
from .punktsky import i_celler, sky_af
from .sted import punkt_i
from .tal import dansk
from .tegning import Sted, dele, et_punkt, kaeder, punkter, ramme, wkb_af

if TYPE_CHECKING:
    from moedested_plugin.domain.kontrol import Kontrol

    from .gitter import Boks
    from .udsnit import Raekke, Udsnit

_RUTE, _PUNKT = "rute", "facilitet_punkt"
_I_BRUG = Ikke(er("statuskode", IKKE_GAELDENDE))
_BAENK_I_BRUG = Alle((EnAf("facil_ty_k", BAENK_TYPER), _I_BRUG))
_VANDRE_I_BRUG = Alle((EnAf("rute_ty_k", VANDRE_TYPER), _I_BRUG))
_CELLE_M = 100.0
#: So many benches are looked at for each leg of a route before it pays to sift them by squares.
_FAA = 12


def baenke(udsnit: Udsnit, til: Mapping[str, Kontrol]) -> Iterator[Fund]:
    """The longest way without a bench on each walking route."""
    kontrol = til.get("langt_til_baenk")
    if kontrol is None:
        return
    hoejst, ved = udsnit.indstillet.tal(BAENK_M), udsnit.indstillet.tal(BAENK_VED_M)
    vandre = {str(r["objekt_id"]) for r in udsnit.raekker(_RUTE, (), _VANDRE_I_BRUG)}
    kender = _alle_baenke(udsnit) if udsnit.alt and vandre else None
    for noegle, wkb in udsnit.wkb(_RUTE):
        if noegle not in vandre or udsnit.afbrudt():
            continue
        alle = dele(wkb)
        langs = Langs(alle)
        if not langs.laengde > hoejst:
            continue
        baenke_her = _baenke_ved(udsnit, noegle, ved) if kender is None else kender
        i_boks = baenke_her.omkring(ramme(alle), ved)
        if i_boks is None:
            fra, til_ = 0.0, langs.laengde
        else:
            fra, til_ = _laengste(langs, i_boks, ved, hoejst)
        if til_ - fra > hoejst:
            vaerdier = {"meter": dansk(til_ - fra, 0)}
            aftryk = aftryk_af(wkb, langs.punkt(fra), langs.punkt(til_))
            yield Fund(kontrol, _RUTE, noegle, vaerdier, GEOMETRI, langs.punkt(fra), "", aftryk)


def _laengste(langs: Langs, i_boks: IBoks, ved: float, hoejst: float) -> tuple[float, float]:
    """The longest stretch between two benches that is longer than `hoejst`; on a loop also over its beginning."""
    fra, slut = 0.0, langs.laengde
    if langs.er_rund:
        foerste = langs.foerste(i_boks, ved, 0.0, slut)
        if foerste is not None:
            fra, slut = foerste, foerste + langs.laengde
    laengst = (fra, fra)
    while fra < slut:
        # Of the benches within reach only the furthest matters.
        naeste = langs.sidste(i_boks, ved, fra, min(fra + hoejst, slut))
        if naeste is None and fra + hoejst < slut:
            naeste = langs.foerste(i_boks, ved, fra + hoejst, slut)
        til_ = slut if naeste is None else naeste
        if til_ - fra > laengst[1] - laengst[0]:
            laengst = (fra, til_)
        fra = til_
    return laengst


class _Baenke:
    """Benches by the squares they stand in; asked once for each leg of every route, so no detour by keys."""

    def __init__(self) -> None:
        self._celler: dict[tuple[int, int], list[Sted]] = {}

    def laeg(self, wkb: bytes) -> None:
        """Remember a bench (a row may have several points)."""
        punkt = et_punkt(wkb)
        for x, y in [punkt] if punkt else [p for k in kaeder(dele(wkb)) for p in punkter(k)]:
            if math.isfinite(x) and math.isfinite(y):
                celle = int(x // _CELLE_M), int(y // _CELLE_M)
                self._celler.setdefault(celle, []).append((x, y))

    def laeg_alle(self, alle: Sequence[bytes]) -> None:
        """Remember very many, and no others before them."""
        sky = sky_af(alle)
        if sky is None:
            for wkb in alle:
                self.laeg(wkb)
        else:
            self._celler = i_celler(sky, _CELLE_M)

    def i_boks(self, boks: Boks) -> Sequence[Sted]:
        """Those that may be in the box."""
        celler = self._celler
        vest, syd, oest, nord = boks
        i, j = int(vest // _CELLE_M), int(syd // _CELLE_M)
        i_til, j_til = int(oest // _CELLE_M), int(nord // _CELLE_M)
        if i == i_til and j == j_til:
            return celler.get((i, j), ())
        ud: list[Sted] = []
        for a in range(i, i_til + 1):
            for b in range(j, j_til + 1):
                if (a, b) in celler:
                    ud += celler[a, b]
        return ud

    def omkring(self, boks: Boks, meter: float) -> IBoks | None:
        """What to ask for benches in a part of the box or so near it; None where there are none.

        Few are all given for every part: quicker than to ask for each leg of a route which squares it touches.
        """
        vest, syd, oest, nord = boks[0] - meter, boks[1] - meter, boks[2] + meter, boks[3] + meter
        i, j = int(vest // _CELLE_M), int(syd // _CELLE_M)
        vandret, lodret = range(i, int(oest // _CELLE_M) + 1), range(j, int(nord // _CELLE_M) + 1)
        if len(vandret) * len(lodret) > len(self._celler):
            celler = [c for (a, b), c in self._celler.items() if a in vandret and b in lodret]
        else:
            celler = [self._celler[a, b] for a in vandret for b in lodret if (a, b) in self._celler]
        faa = [(x, y) for c in celler for x, y in c if vest <= x <= oest and syd <= y <= nord]
        if not faa:
            return None
        return self.i_boks if len(faa) > _FAA else lambda _: faa


def _alle_baenke(udsnit: Udsnit) -> _Baenke:
    noegler = {str(r["objekt_id"]) for r in udsnit.raekker(_PUNKT, (), _BAENK_I_BRUG)}
    ud = _Baenke()
    if noegler:
        ud.laeg_alle([wkb for noegle, wkb in udsnit.wkb(_PUNKT) if noegle in noegler])
    return ud


def _baenke_ved(udsnit: Udsnit, rute: str, meter: float) -> _Baenke:
    ud = _Baenke()
    for par in udsnit.naboer(_RUTE, _PUNKT, meter, ("facil_ty_k", "statuskode"), kun=(rute,)):
        if _BAENK_I_BRUG.holder(par.b):
            # The row that was read by the spatial index has its drawing with it.
            wkb = par.b.get(GEOMETRI)
            if not isinstance(wkb, bytes):
                geometri = udsnit.geometri(_PUNKT, str(par.b["objekt_id"]))
                wkb = b"" if geometri is None else wkb_af(geometri)
            ud.laeg(wkb)
    return ud


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
