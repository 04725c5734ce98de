# SPDX-License-Identifier: GPL-2.0-or-later
"""An import step by step, as a person goes through it: read, compare, carry out, take back. Each may run in a task."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.i18n import tr
from moedested_plugin.paths import same_file
from moedested_plugin.store import aabn, er_geopackage

from . import crs, planliste, sprog
from .anvend import Resultat, anvend
from .fejl import LaeseFejl
from .fortryd import Fortrudt, fortryd_import, sidste_import
from .importer import med_profilens_kilde
from .laes import laes
from .plan import Plan
from .profil import Profil, ProfilFejl
from .profiler import genkend, lagnavn, med_lag, profiler
from .sammenlign import forhaandsvis

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from moedested_plugin.store import Store

    from .laest import Kilde, Laest

_FLEST = 4


@dataclass(frozen=True)
class Laesning:
    """A source that has been read, and the profile that knows it, if any does."""

    kilde: Kilde
    laest: Laest
    profil: Profil | None
    alle: tuple[Profil, ...]


@dataclass(frozen=True)
class Tilbage:
    """What was taken back, and the rows left alone by their names, each with the reason."""

    fortrudt: Fortrudt
    uroert: tuple[tuple[str, str], ...]


def laes_kilde(store: str, kilde: Kilde, feedback: QgsFeedback | None = None) -> Laesning:
    """Read, and find the profile. Raises `LaeseFejl` (also `MaaSpoerges`, `Annulleret`), `ProfilFejl` or `StoreFejl`.

    Who gets the answer closes its `laest`.
    """
    with aabn(store, opgrader=False) as aaben:
        alle = tuple(profiler(aaben))
    laest = laes(kilde, feedback)
    return Laesning(kilde, laest, genkend(alle, laest.felter, laest.navn, kilde.sti), alle)


def kendte_kilder(store: str, _feedback: QgsFeedback | None = None) -> list[Profil]:
    """The profiles that know where their source lies."""
    with aabn(store, opgrader=False) as aaben:
        return [profil for profil in profiler(aaben) if profil.laes.get("sti")]


def hvorfor(profil: Profil, laest: Laest, sti: str) -> str:
    """Why the profile was chosen."""
    if sti.lower().endswith(".ics"):  # its columns are ours, nobody knows them
        return tr("Valgt, fordi filen er en kalender.")
    regler = profil.genkendes
    navn = lagnavn(profil, laest.navn, sti) if regler.lag else None
    felter = ", ".join(regler.felter[:_FLEST])
    if navn and felter:
        return tr("Valgt, fordi laget hedder {} og har kolonnerne {}.").format(laest.navn, felter)
    if navn:
        return tr("Valgt, fordi laget hedder {}.").format(laest.navn)
    return tr("Valgt, fordi kolonnerne {} er der.").format(felter)


def om_laest(laest: Laest) -> str:
    """What was read, in one line."""
    led = [sprog.raekker(laest.antal)]
    if laest.afviste:
        led.append(tr("{} kan ikke læses").format(len(laest.afviste)))
    led.append(crs.navn(crs.angivet(laest.crs)) if laest.crs else tr("uden steder"))
    return tr("{}: {}").format(laest.navn, ", ".join(led))


def sammenlign(
    store: str, laesning: Laesning, profil: Profil, feedback: QgsFeedback | None = None
) -> Plan:
    """What an import would do. Raises `LaeseFejl`, `ProfilFejl` or `StoreFejl`.

    A profile may know of the source what nobody has said (a filter); then the source is read once more.
    """
    with aabn(store, opgrader=False) as aaben:
        kilde = med_profilens_kilde(laesning.kilde, profil)
        if kilde == laesning.kilde:
            plan = _sammenlign(aaben, laesning.laest, kilde, profil, feedback)
        else:
            with laes(kilde, feedback) as laest:
                plan = _sammenlign(aaben, laest, kilde, profil, feedback)
    planliste.goer_klar(plan)
    return plan


def _sammenlign(
    store: Store, laest: Laest, kilde: Kilde, profil: Profil, feedback: QgsFeedback | None
) -> Plan:
    return forhaandsvis(store, laest, med_lag(profil, laest.navn, kilde.sti), feedback)


def aabn_plan(sti: Path, store: str) -> Plan:
    """A plan that was kept. Raises `LaeseFejl` when it is none, or is made for another store."""
    try:
        plan = Plan.aabn(sti)
    except (OSError, sqlite3.Error, ValueError, TypeError, KeyError, ProfilFejl) as fejl:
        raise LaeseFejl(
            tr("{} er ikke en gemt import. Vælg en anden fil.").format(sti.name)
        ) from fejl
    if not samme_lager(plan.maal.store, store):
        plan.luk()
        raise LaeseFejl(
            tr("{} hører til andre data end dem, der er åbne. Åbn det projekt først.").format(
                sti.name
            )
        )
    planliste.goer_klar(plan)
    return plan


def samme_lager(en: str, anden: str) -> bool:
    """Whether two addresses are the same store."""
    if not (er_geopackage(en) and er_geopackage(anden)):
        return en == anden
    return same_file(en, anden)


def udfoer(
    store: str, plan: Plan, af: str, ugemte: Collection[str], feedback: QgsFeedback | None = None
) -> Resultat:
    """Carry the plan out. Raises `KanIkkeAnvendes`, `Annulleret` or `StoreFejl`; nothing was changed then."""
    with aabn(store, opgrader=False) as aaben:
        return anvend(aaben, plan, af, feedback, ugemte=ugemte)


def tag_tilbage(
    store: str, af: str, ugemte: Sequence[str], feedback: QgsFeedback | None = None
) -> Tilbage:
    """Undo the last import. Raises `KanIkkeAnvendes`, `Annulleret` or `StoreFejl`."""
    with aabn(store, opgrader=False) as aaben:
        fortrudt = fortryd_import(aaben, sidste_import(aaben) or "", af, feedback, ugemte=ugemte)
        return Tilbage(
            fortrudt, tuple((_navn(aaben, u.tabel, u.noegle), u.grund) for u in fortrudt.uroert)
        )


def _navn(store: Store, tabel: str, noegle: str) -> str:
    """What one calls a row; its key when it has no name or is gone."""
    beskrevet = tabel_af_navn(tabel)
    fundet = next(store.raekker(tabel, noegler=[noegle]), None) if beskrevet.har("navn") else None
    return str((fundet or {}).get("navn") or noegle)
