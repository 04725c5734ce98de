# SPDX-License-Identifier: GPL-2.0-or-later
"""The engine: runs the checks that are switched on over the whole store, or over the rows being edited.

A task: takes a store and feedback, gives a `Resultat`. Each finder gets one slice of the store; what it reads is shared.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import EnAf
from moedested_plugin.domain.kontroller import LISTER, alle_kontroller
from moedested_plugin.domain.regler import Alvor
from moedested_plugin.domain.skema import DOMAENETABELLER, henvisninger_til
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.project.graense import graense_af

from . import (
    dubletter,
    felter,
    gemte,
    geofa,
    geometri,
    links,
    livscyklus,
    parat,
    ruter,
    sammenhaeng,
    tekster,
    undtagelser,
)
from .fund import Fund
from .hele import HeltUdsnit
from .holdt import holdt_tilbage, som_fund
from .hukommelse import uden_oprydning
from .indstillet import Indstillet
from .indstillet import laes as laes_indstillet
from .krav import er_raekkekontrol
from .redigeret import RedigeretUdsnit, Rettede
from .resultat import Post, Resultat
from .sted import steder

if TYPE_CHECKING:
    from qgis.core import QgsFeedback, QgsGeometry

    from moedested_plugin.domain.betingelse import Vaerdi
    from moedested_plugin.domain.kontrol import Kontrol
    from moedested_plugin.store import Store

    from .udsnit import Udsnit

Finder = Callable[["Udsnit", Sequence["Kontrol"]], Iterable[Fund]]
Ramme = tuple[float, float, float, float]
#: Who finds what the list of the same name describes; lists with the same finder are found together.
FINDERE: Mapping[str, Finder] = {
    "felter": felter.find,
    "livscyklus": livscyklus.find,
    "sammenhaeng": sammenhaeng.find,
    "geometri": geometri.find,
    "dubletter": dubletter.find,
    "ruter": ruter.find,
    "links": tekster.find,
    "privatliv": tekster.find,
    "sprog": tekster.find,
    "geofa": geofa.find,
    "parat": parat.find,
}


@dataclass(frozen=True)
class Valg:
    """What to run. Left alone: everything that the municipality has not switched off."""

    #: Codes, or groups such as `geometri`.
    koder: frozenset[str] = frozenset()
    #: Only findings inside (xmin, ymin, xmax, ymax; EPSG:25832).
    ramme: Ramme | None = None
    #: The municipality's border; else the one that the store knows.
    graense: QgsGeometry | None = None
    i_dag: dt.date | None = None
    #: Also what asks the network.
    paa_opfordring: bool = False
    #: Keep the findings in the store, when it can be written.
    gem: bool = True
    af: str = "ukendt"


def ukendte_koder(koder: Iterable[str]) -> list[str]:
    """Those that are neither a check nor a group."""
    return sorted(kode for kode in koder if kode not in alle_kontroller() and kode not in LISTER)


def valgte(indstillet: Indstillet, valg: Valg) -> tuple[Kontrol, ...]:
    """The checks to run."""
    return tuple(
        kontrol
        for kontrol in alle_kontroller().values()
        if indstillet.koerer(kontrol)
        and (valg.paa_opfordring or not kontrol.paa_opfordring)
        and (
            not valg.koder
            or kontrol.kode in valg.koder
            or kontrol.kode.partition(".")[0] in valg.koder
        )
    )


def kontroller(
    store: Store, valg: Valg | None = None, feedback: QgsFeedback | None = None
) -> Resultat:
    """Look through the whole store, and keep the findings there."""
    valg = valg or Valg()
    if valg.paa_opfordring:  # most of the time goes with waiting for others
        return _kontroller(store, valg, feedback)
    with uden_oprydning():
        return _kontroller(store, valg, feedback)


def _kontroller(store: Store, valg: Valg, feedback: QgsFeedback | None) -> Resultat:
    indstillet = laes_indstillet(store)
    udsnit = HeltUdsnit(
        store,
        indstillet=indstillet,
        i_dag=valg.i_dag,
        graense=valg.graense or graense_af(store),
        feedback=feedback,
    )
    valgt = valgte(indstillet, valg)
    fund = list(_find(udsnit, valgt, _fremskridt(feedback)))
    if not valg.koder and not valg.paa_opfordring:
        fund += links.staar_endnu(udsnit, gemte.laes_svar(store))
    if udsnit.afbrudt():
        return Resultat((), kontroller=valgt, afbrudt=True)
    poster = _poster(store, udsnit, fund)
    holdt = holdt_tilbage(store, poster)
    poster += _poster(store, udsnit, som_fund(valgt, holdt))
    set_paa = {t.navn: store.antal(t.navn) for t in DOMAENETABELLER if t.noegle}
    resultat = Resultat(
        tuple(sorted(poster, key=_orden)),
        set_paa,
        valgt,
        dt.datetime.now(dt.timezone.utc),
        holdt=holdt,
    )
    if valg.gem and store.kan_skrive:
        koersel = gemte.gem(store, resultat, valg.af, delvis=bool(valg.koder))
        resultat = replace(resultat, koersel_id=koersel)
    if feedback is not None:
        feedback.setProgress(100)
    return resultat if valg.ramme is None else _inden_for(resultat, valg.ramme)


def kontroller_raekker(
    store: Store,
    rettede: Rettede,
    *,
    slettede: dict[str, Collection[str]] | None = None,
    indstillet: Indstillet | None = None,
    graense: QgsGeometry | None = None,
    i_dag: dt.date | None = None,
) -> list[Post]:
    """Look at rows that are being edited. Nothing is kept; `gem_raekker` does that once they are saved."""
    udsnit = RedigeretUdsnit(
        store, rettede, slettede=slettede, indstillet=indstillet or laes_indstillet(store),
        i_dag=i_dag, graense=graense or graense_af(store),
    )  # fmt: skip
    tabeller = {tabel for tabel, raekker in rettede.items() if raekker}
    valgt = [
        kontrol
        for kontrol in valgte(udsnit.indstillet, Valg())
        if tabeller.intersection(kontrol.tabeller)
    ]
    fund = [et for et in _find(udsnit, valgt, lambda _: None) if et.noegle]
    noegler = {noegle for egne in rettede.values() for noegle in egne}
    fund += links.staar_endnu(udsnit, gemte.laes_svar(store, noegler)) if noegler else ()
    return sorted(_poster(store, udsnit, fund, {et.noegle for et in fund}), key=_orden)


def gem_raekker(
    store: Store, poster: Sequence[Post], raekker: dict[str, Collection[str]], af: str
) -> None:
    """Put the findings of rows that have been saved (table → keys) in the place of their old ones."""
    valgt = valgte(laes_indstillet(store), Valg())
    gemte.gem(store, Resultat(tuple(poster), kontroller=valgt), af, raekker=raekker, delvis=True)


def med_tilhoerende(store: Store, rettede: Rettede) -> Rettede:
    """The edited rows, and as they are the rows that refer to them: what a change means for others.

    Dearer than the edited rows alone, so for when a layer is saved.
    """
    ud: dict[str, dict[str, Mapping[str, Vaerdi]]] = {t: dict(r) for t, r in rettede.items()}
    for tabel, egne in rettede.items():
        for kilde, felt, _ in henvisninger_til(tabel) if egne else ():
            hvor = EnAf(felt, tuple(egne))
            for raekke in store.raekker(kilde.navn, [kilde.noegle], hvor):
                ud.setdefault(kilde.navn, {}).setdefault(str(raekke[kilde.noegle]), {})
    return ud


def _find(
    udsnit: Udsnit, valgt: Sequence[Kontrol], fremskridt: Callable[[float], None]
) -> Iterator[Fund]:
    """Ask each finder for the checks of its list, and give every finding a place."""
    koder = {kontrol.kode for kontrol in valgt}
    raekkevis = [kontrol for kontrol in valgt if er_raekkekontrol(kontrol)]
    arbejde: dict[Finder, list[Kontrol]] = {felter.find: raekkevis}
    for navn, beskrevne in LISTER.items():
        egne = [k for k in beskrevne if k.kode in koder and not er_raekkekontrol(k)]
        arbejde.setdefault(FINDERE[navn], []).extend(egne)
    med_sted = steder(udsnit)
    for nr, (finder, egne) in enumerate(arbejde.items()):
        if egne and not udsnit.afbrudt():
            for fund in finder(udsnit, egne):
                if udsnit.afbrudt():
                    return
                yield fund if fund.sted is not None else med_sted(fund)
        fremskridt(95 * (nr + 1) / len(arbejde))


def _poster(
    store: Store, udsnit: Udsnit, fund: Iterable[Fund], raekker: Collection[str] | None = None
) -> list[Post]:
    fundne = list(fund)
    if not fundne:
        return []
    kilder = _kilder(udsnit, fundne)
    return gemte.som_poster(store, fundne, undtagelser.laes(store), kilder, raekker)


def _kilder(udsnit: Udsnit, fund: Iterable[Fund]) -> Callable[[str, str], int | None]:
    """The source of each row with a finding, for those tables that know it."""
    noegler: dict[str, set[str]] = {}
    for et in fund:
        if et.noegle and tabel_af_navn(et.tabel).har("kilde_k"):
            noegler.setdefault(et.tabel, set()).add(et.noegle)
    kilder = {
        (tabel, raekke[tabel_af_navn(tabel).noegle]): raekke["kilde_k"]
        for tabel, egne in noegler.items()
        for raekke in udsnit.af_noegler(tabel, egne, ["kilde_k"])
    }

    def kilde(tabel: str, noegle: str) -> int | None:
        fundet = kilder.get((tabel, noegle))
        return fundet if isinstance(fundet, int) else None

    return kilde


_ALVOR = list(Alvor)


def _orden(post: Post) -> tuple[int, str, str, str, str]:
    fund = post.fund
    return (_ALVOR.index(fund.alvor), *fund.noegle_i_listen)


def _inden_for(resultat: Resultat, ramme: Ramme) -> Resultat:
    x_min, y_min, x_max, y_max = ramme
    return replace(
        resultat,
        poster=tuple(
            post
            for post in resultat.poster
            if post.fund.sted is not None
            and x_min <= post.fund.sted[0] <= x_max
            and y_min <= post.fund.sted[1] <= y_max
        ),
    )


def _fremskridt(feedback: QgsFeedback | None) -> Callable[[float], None]:
    return (lambda _: None) if feedback is None else feedback.setProgress
