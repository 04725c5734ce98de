# SPDX-License-Identifier: GPL-2.0-or-later
"""The table `fund`: the last findings, replaced in one transaction; what was there before keeps the day it was first seen."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from moedested_plugin.domain.betingelse import EnAf, Tom, udfyldt
from moedested_plugin.domain.kontroller import alle_kontroller
from moedested_plugin.domain.regler import Alvor
from moedested_plugin.domain.skema import tabel as tabel_af_navn

from .fund import Fund
from .holdt import holdt_tilbage
from .resultat import Post, Resultat

if TYPE_CHECKING:
    from moedested_plugin.domain.betingelse import Betingelse, Vaerdi
    from moedested_plugin.store import Store

    from .undtagelser import Undtagelser

ART = "kontrol"
#: Checks whose findings stay, while what they tell of is unchanged, until they are asked again.
PAA_OPFORDRING = frozenset(kode for kode, et in alle_kontroller().items() if et.paa_opfordring)
_TEKST, _MAERKE = 1000, 254
#: What a finding that was there before is known by, and what else is read of it to keep its line as it is.
_SAMMENLIGNES = [felt for felt in tabel_af_navn("fund").feltnavne if felt != "foerst_set"]
_SOM_FOER = [felt for felt in _SAMMENLIGNES if felt != "koersel_id"]
Noegle = tuple[str, str, str, str]


@dataclass(frozen=True)
class Sammentalt:
    """The last full run in numbers, as rows have been mended and findings accepted since."""

    tidspunkt: dt.datetime
    antal: Mapping[Alvor, int]
    accepterede: int
    holdt: Mapping[str, Collection[str]]


def sammentalt(store: Store) -> Sammentalt | None:
    """Counted in the database; only the errors are read."""
    koersel = _seneste_koersel(store)
    if koersel is None:
        return None
    talt = store.optaelling("fund", "alvor", Tom("undtagelse_id"))
    fejl = laes(store, hvor=EnAf("alvor", (Alvor.FEJL.value,)))
    return Sammentalt(
        cast("dt.datetime", koersel["sluttet"]),
        {alvor: talt.get(alvor.value, 0) for alvor in Alvor},
        store.antal("fund", udfyldt("undtagelse_id")),
        holdt_tilbage(store, fejl),
    )


def saet_undtagelser(store: Store, undtagelser: Mapping[str, str | None], af: str) -> None:
    """Say of kept findings (by `fund_id`) with which decision they are accepted, or that they are not any more."""
    with store.skriv(ART, af) as skriver:
        for fund_id, undtagelse_id in undtagelser.items():
            skriver.ret("fund", fund_id, {"undtagelse_id": undtagelse_id})


def laes(
    store: Store,
    undtagelser: Undtagelser | None = None,
    koersel: Mapping[str, Vaerdi] | None = None,
    hvor: Betingelse | None = None,
) -> list[Post]:
    """The findings of the last run; those of checks that are no more are left out. New are those it was first to see."""
    from . import undtagelser as fra_store

    aktuelle = undtagelser or fra_store.laes(store)
    af_id = {en.undtagelse_id: en for en in aktuelle.enkelte.values()}
    af_id |= {en.undtagelse_id: en for kilder in aktuelle.kilder.values() for en in kilder.values()}
    ud = []
    for raekke in store.raekker("fund", hvor=hvor):
        fund = _fund_af(raekke)
        if fund is not None:
            ud.append(
                Post(
                    fund, str(raekke["fund_id"]), cast("dt.datetime", raekke["foerst_set"]),
                    ny=koersel is not None and _er_ny(raekke, koersel),
                    undtagelse=af_id.get(str(raekke["undtagelse_id"])),
                    kilde=cast("int | None", raekke["kilde_k"]),
                )
            )  # fmt: skip
    return ud


def laes_svar(store: Store, raekker: Collection[str] | None = None) -> list[Fund]:
    """What is kept of the checks that only run when asked to; `raekker`: of rows with these keys."""
    hvor = EnAf("regel", tuple(PAA_OPFORDRING))
    fundne = store.raekker(
        "fund", hvor=hvor if raekker is None else EnAf("objekt_id", tuple(raekker))
    )
    alle = (_fund_af(raekke) for raekke in fundne if raekke["regel"] in PAA_OPFORDRING)
    return [fund for fund in alle if fund is not None]


def _fund_af(raekke: Mapping[str, Vaerdi]) -> Fund | None:
    kontrol = alle_kontroller().get(str(raekke["regel"]))
    if kontrol is None:
        return None
    x, y = raekke["x"], raekke["y"]
    sted = (float(x), float(y)) if isinstance(x, float) and isinstance(y, float) else None
    felt, vaerdier = raekke["felt"], raekke["vaerdier"]
    return Fund(
        kontrol, str(raekke["tabel"]), str(raekke["objekt_id"] or ""),
        vaerdier if isinstance(vaerdier, dict) else {}, None if felt is None else str(felt), sted,
        str(raekke["maerke"] or ""), str(raekke["aftryk"] or ""),
    )  # fmt: skip


def _er_ny(raekke: Mapping[str, Vaerdi], koersel: Mapping[str, Vaerdi]) -> bool:
    """First seen by this run, or in a row that was edited since."""
    set_, sluttet = raekke["foerst_set"], koersel["sluttet"]
    senere = isinstance(set_, dt.datetime) and isinstance(sluttet, dt.datetime) and set_ > sluttet
    return senere or raekke["koersel_id"] == koersel["koersel_id"]


def seneste(store: Store) -> Resultat | None:
    """The last full run as it is kept; None where there has been none."""
    sidste = _seneste_koersel(store)
    if sidste is None:
        return None
    indhold = cast("dict[str, Any]", sidste["resultat"])
    return Resultat(
        tuple(laes(store, koersel=sidste)), indhold.get("set_paa", {}),
        tuple(k for kode, k in alle_kontroller().items() if kode not in indhold["ikke_koert"]),
        cast("dt.datetime", sidste["sluttet"]), str(sidste["koersel_id"]), holdt=indhold.get("holdt", {}),
    )  # fmt: skip


def _seneste_koersel(store: Store) -> dict[str, Vaerdi] | None:
    felter = ["koersel_id", "art", "sluttet", "resultat"]
    sidste = None
    for raekke in store.raekker("koersel", felter, EnAf("art", (ART,))):
        if _er_fuld(raekke["resultat"]):
            sidste = raekke
    return sidste


def som_poster(
    store: Store,
    fund: Iterable[Fund],
    undtagelser: Undtagelser,
    kilder: Callable[[str, str], int | None],
    raekker: Collection[str] | None = None,
) -> list[Post]:
    """The findings with what the list already knows of them; `raekker`: only rows with these keys have findings."""
    hvor = None if raekker is None else EnAf("objekt_id", tuple(raekker))
    kendte = {
        (str(r["regel"]), str(r["tabel"]), str(r["objekt_id"] or ""), str(r["maerke"] or "")): r
        for r in store.raekker("fund", ["fund_id", "regel", "tabel", "objekt_id", "maerke", "foerst_set"], hvor)
    }  # fmt: skip
    nu = dt.datetime.now(dt.timezone.utc)
    nu = nu.replace(microsecond=nu.microsecond // 1000 * 1000)  # what both stores can keep
    ud: dict[Noegle, Post] = {}
    for et in fund:
        kortet = et if len(et.maerke) <= _MAERKE else replace(et, maerke=et.maerke[:_MAERKE])
        noegle = kortet.noegle_i_listen
        kendt = kendte.get(noegle)
        kilde = kilder(et.tabel, et.noegle)
        ud[noegle] = Post(
            kortet,
            str(kendt["fund_id"]) if kendt else str(uuid.uuid4()),
            cast("dt.datetime", kendt["foerst_set"]) if kendt else nu,
            kendt is None,
            undtagelser.for_fund(kortet, kilde),
            kilde,
        )
    return list(ud.values())


def gem(
    store: Store,
    resultat: Resultat,
    af: str,
    *,
    raekker: Mapping[str, Collection[str]] | None = None,
    delvis: bool = False,
) -> str:
    """Replace the findings of the checks that were run; with `raekker` (table → keys) only those of these rows.

    What was `delvis` (some checks, some rows) is not what `seneste` tells of.
    """
    if raekker is not None and not any(raekker.values()):
        return ""
    koder = {kontrol.kode for kontrol in resultat.kontroller}
    if not delvis or raekker is not None:  # among the findings are those answers that still hold
        koder |= PAA_OPFORDRING
    hvor = (
        None
        if raekker is None
        else EnAf("objekt_id", tuple(noegle for noegler in raekker.values() for noegle in noegler))
    )
    gamle = {
        str(r["fund_id"]): r
        for r in store.raekker("fund", _SAMMENLIGNES, hvor)
        if r["regel"] in koder | _ukendte(r["regel"])
        and (raekker is None or r["objekt_id"] in raekker.get(str(r["tabel"]), ()))
    }
    nye = {
        post.fund_id: _som_raekke(post)
        for post in resultat.poster
        if raekker is None or post.fund.noegle in raekker.get(post.fund.tabel, ())
    }
    ens = {nr for nr, raekke in nye.items() if nr in gamle and _ens(gamle[nr], raekke)}
    with store.skriv(ART, af) as skriver:
        skriver.slet_mange("fund", [nr for nr in gamle if nr not in ens])
        skriver.indsaet(
            "fund",
            (
                {
                    **raekke,
                    "koersel_id": gamle[nr]["koersel_id"] if nr in gamle else skriver.koersel_id,
                }
                for nr, raekke in nye.items()
                if nr not in ens
            ),
        )
        if not delvis:
            skriver.ret("koersel", skriver.koersel_id, {"resultat": _som_resultat(resultat)})
        return skriver.koersel_id


def _er_fuld(resultat: object) -> bool:
    return isinstance(resultat, dict) and "ikke_koert" in resultat


def _ukendte(kode: object) -> set[object]:
    return set() if kode in alle_kontroller() else {kode}


def _ens(gammel: Mapping[str, Vaerdi], ny: Mapping[str, Vaerdi]) -> bool:
    return all(gammel[felt] == ny[felt] for felt in _SOM_FOER)


def _som_raekke(post: Post) -> dict[str, Vaerdi]:
    fund = post.fund
    x, y = fund.sted or (None, None)
    return {
        "fund_id": post.fund_id, "regel": fund.kode, "tabel": fund.tabel, "objekt_id": fund.noegle or None,
        "felt": fund.felt, "alvor": fund.alvor.value, "tekst": fund.tekst[:_TEKST],
        "vaerdier": cast("Vaerdi", dict(fund.vaerdier)) or None, "maerke": fund.maerke or None,
        "aftryk": fund.aftryk or None, "undtagelse_id": post.undtagelse.undtagelse_id if post.undtagelse else None,
        "kilde_k": post.kilde, "foerst_set": post.foerst_set, "x": x, "y": y,
    }  # fmt: skip


def _som_resultat(resultat: Resultat) -> dict[str, Any]:
    return {
        "antal": {alvor.value: antal for alvor, antal in resultat.antal.items()},
        "accepteret": sum(post.accepteret for post in resultat.poster),
        "set_paa": dict(resultat.set_paa),
        "ikke_koert": sorted(
            set(alle_kontroller()) - {kontrol.kode for kontrol in resultat.kontroller}
        ),
        "holdt": {tabel: sorted(noegler) for tabel, noegler in resultat.holdt.items()},
    }
