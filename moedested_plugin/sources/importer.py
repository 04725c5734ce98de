# SPDX-License-Identifier: GPL-2.0-or-later
"""From a file or service to a plan in one call: read, find the profile, compare."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from moedested_plugin.i18n import tr

from .feltkopi import find_datafil, kendt, profil_til
from .laes import laes
from .laest import Kilde, Laest
from .profil import Profil, ProfilFejl
from .profiler import find_profil, genkend, med_lag, profiler
from .sammenlign import forhaandsvis

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from moedested_plugin.store import Store

    from .plan import Plan


def lav_plan(
    store: Store,
    kilde: Kilde,
    profil: Profil | str | None = None,
    feedback: QgsFeedback | None = None,
) -> Plan:
    """What an import would do. Without a profile, the first that knows the layer.

    Raises `LaeseFejl` (also `MaaSpoerges`, `Annulleret`), `ProfilFejl` or `StoreFejl`.
    """
    valgt = (
        find_profil(store, profil) if isinstance(profil, str) and profil.strip() else profil or None
    )
    if isinstance(valgt, Profil):
        kilde = med_profilens_kilde(kilde, valgt)
    if isinstance(valgt, Profil) and valgt.egne_felter and kilde.sti:
        kilde = replace(kilde, sti=str(find_datafil(Path(kilde.sti))))
    if not kilde.sti:
        raise ProfilFejl(tr("Der er ikke valgt noget at importere. Vælg en fil eller en adresse."))
    with laes(kilde, feedback) as laest:
        return forhaandsvis(store, laest, _til(store, kilde, laest, valgt), feedback)


def _til(store: Store, kilde: Kilde, laest: Laest, valgt: Profil | str | None) -> Profil:
    if isinstance(valgt, Profil) and valgt.egne_felter:
        if laest.navn == "foto":
            raise ProfilFejl(
                tr("Fotos kommer hjem sammen med resten. Hent hele feltkopien hjem på én gang.")
            )
        return profil_til(store, laest.navn, kendt(store, Path(kilde.sti)))
    if isinstance(valgt, Profil):
        return med_lag(valgt, laest.navn, kilde.sti)
    fundet = genkend(profiler(store), laest.felter, laest.navn, kilde.sti)
    if fundet is None:
        raise ProfilFejl(
            tr("Ingen profil kender laget {}. Vælg en profil, eller lav en.").format(laest.navn)
        )
    return fundet


def med_profilens_kilde(kilde: Kilde, profil: Profil) -> Kilde:
    """What the user did not say, the profile may know."""
    mangler: dict[str, Any] = {
        navn: vaerdi for navn, vaerdi in profil.laes.items() if not getattr(kilde, navn)
    }
    return replace(kilde, **mangler)
