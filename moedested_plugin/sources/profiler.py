# SPDX-License-Identifier: GPL-2.0-or-later
"""Which profiles there are: those that ship, those kept in the store, and a file that someone mailed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from moedested_plugin.domain.navne import ens_navn
from moedested_plugin.i18n import tr
from moedested_plugin.paths import resource

from .profil import Profil, ProfilFejl, laes_profil, profil_af

if TYPE_CHECKING:
    from moedested_plugin.store import Store

    from .laest import KildeFelt

INDSTILLING = "profiler"


@lru_cache(maxsize=1)
def medfoelgende() -> tuple[Profil, ...]:
    """The profiles that ship."""
    return tuple(laes_profil(sti) for sti in sorted(resource("profiler").glob("*.json")))


def profiler(store: Store) -> list[Profil]:
    """All profiles: the store's own first; one of the same name hides the one that ships."""
    egne = egne_profiler(store)
    navne = {profil.navn for profil in egne}
    return egne + [profil for profil in medfoelgende() if profil.navn not in navne]


def egne_profiler(store: Store) -> list[Profil]:
    """The profiles kept in the store."""
    gemte = store.indstilling(INDSTILLING, {})
    return [profil_af(indhold) for indhold in gemte.values()] if isinstance(gemte, dict) else []


def gem_profil(store: Store, profil: Profil) -> None:
    """Keep a profile in the store."""
    gemte = store.indstilling(INDSTILLING, {})
    alle = dict(gemte) if isinstance(gemte, dict) else {}
    store.saet_indstilling(INDSTILLING, {**alle, profil.navn: profil.som_json()})


def find_profil(store: Store, navn: str) -> Profil:
    """The profile of that name, or in that file. Raises `ProfilFejl`."""
    if navn.lower().endswith(".json"):
        return laes_profil(Path(navn))
    alle = profiler(store)
    for profil in alle:
        if profil.navn.casefold() == navn.strip().casefold():
            return profil
    raise ProfilFejl(
        tr("Profilen {} findes ikke. Vælg en af: {}.").format(navn, ", ".join(p.navn for p in alle))
    )


def genkend(
    kandidater: Iterable[Profil], felter: Sequence[KildeFelt], lag: str, fil: str
) -> Profil | None:
    """The first profile made for a layer of that name with those columns; its `lag` is then set."""
    kolonner = {felt.navn.casefold() for felt in felter} | {ens_navn(felt.navn) for felt in felter}
    for profil in kandidater:
        regler = profil.genkendes
        navn = lagnavn(profil, lag, fil)
        passer = navn is not None and all(
            felt.casefold() in kolonner or ens_navn(felt) in kolonner for felt in regler.felter
        )
        if (regler.lag or regler.felter) and passer:
            return replace(profil, lag=profil.lag or navn or lag)
    return None


def lagnavn(profil: Profil, lag: str, fil: str) -> str | None:
    """The lasting name of the layer; None when neither layer nor file is called as the profile expects."""
    for begyndelse in profil.genkendes.lag:
        for navn in (lag, Path(fil).stem):
            if navn.casefold().startswith(begyndelse.casefold()):
                return begyndelse
    return None if profil.genkendes.lag else lag


def med_lag(profil: Profil, lag: str, fil: str) -> Profil:
    """The profile with the name that the layer has in the store, the same each time."""
    return replace(profil, lag=profil.lag or lagnavn(profil, lag, fil) or lag)
