# SPDX-License-Identifier: GPL-2.0-or-later
"""What the tasks do: each opens the store in its own thread, and asks `publishing`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from moedested_plugin.publishing.fejl import UdgivelsesFejl
from moedested_plugin.publishing.forbered import forbered, udgiver
from moedested_plugin.publishing.forbered import sted as sted_af
from moedested_plugin.publishing.forhaandsvisning import byg_forhaandsvisning
from moedested_plugin.publishing.tilbageplan import Tilbageplan, planlaeg_tilbage
from moedested_plugin.publishing.udgiv import forrige
from moedested_plugin.store import aabn

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from moedested_plugin.publishing.forhaandsvisning import Forhaandsvisning
    from moedested_plugin.publishing.maal import Maal
    from moedested_plugin.publishing.plan import Plan
    from moedested_plugin.publishing.ude_nu import UdeNu
    from moedested_plugin.publishing.udgiv import Udgiver, Udgivet


@dataclass(frozen=True)
class Sted:
    """Which store, which target, who."""

    adresse: str
    navn: str
    maal: Maal
    af: str


@dataclass(frozen=True)
class Slut:
    """How it went; `fejl` is what stood in the way, and `skiftet` whether readers have seen anything new meanwhile."""

    udgivet: Udgivet | None
    fejl: Exception | None
    skiftet: bool
    #: Somebody else's lock stood in the way, perhaps a forgotten one.
    laast: bool = False


@dataclass(frozen=True)
class Udgivelse:
    """One line of the history. `findes`: it can be shown again."""

    version: str
    tid: dt.datetime
    af: str
    art: str
    antal: int
    tilfoejet: int | None
    aendret: int | None
    fjernet: int | None
    findes: bool
    vises: bool
    grund: str = ""


@dataclass(frozen=True)
class Historik:
    """Newest first; `forrige` is the version that was shown before, '' when there is none."""

    linjer: tuple[Udgivelse, ...]
    forrige: str


def lav_plan(sted: Sted, feedback: QgsFeedback) -> Plan:
    """What would change."""
    with aabn(sted.adresse, opgrader=False) as store:
        return forbered(store, sted.maal, sted.af, feedback).plan


def byg_visning(sted: Sted, plan: Plan | None, _feedback: QgsFeedback) -> Forhaandsvisning:
    """What the plan would publish; without one, what is out there."""
    with aabn(sted.adresse, opgrader=False) as store:
        return byg_forhaandsvisning(store, sted_af(sted.maal), plan)


def udgiv(
    sted: Sted,
    plan: Plan,
    privat: Collection[tuple[str, str]],
    trin: Callable[[str], None],
    feedback: QgsFeedback,
) -> Slut:
    """Publish what the plan says."""
    return _gang(sted, lambda en: en.udgiv(plan, privat), trin, feedback)


def tilbage(sted: Sted, version: str, trin: Callable[[str], None], feedback: QgsFeedback) -> Slut:
    """Show that version again."""
    return _gang(sted, lambda en: en.tilbage(version), trin, feedback)


def _gang(
    sted: Sted,
    goer: Callable[[Udgiver], Udgivet],
    trin: Callable[[str], None],
    feedback: QgsFeedback,
) -> Slut:
    skiftet = False

    def meld(navn: str) -> None:
        nonlocal skiftet
        skiftet = skiftet or navn == "efterproev"
        trin(navn)

    try:
        with aabn(sted.adresse, opgrader=False) as store:
            en = replace(udgiver(store, sted.maal, sted.af, feedback), trin=meld)
            return Slut(goer(en), None, skiftet)
    except Exception as fejl:  # said on the main thread, whatever it is
        return Slut(None, fejl, skiftet, _laast(sted.maal))


def _laast(maal: Maal) -> bool:
    """Our own lock has been let go by now."""
    return sted_af(maal).laest_af() is not None


def tilbageplan(sted: Sted, version: str, feedback: QgsFeedback) -> Tilbageplan:
    """What going back would change."""
    with aabn(sted.adresse, opgrader=False) as store:
        return planlaeg_tilbage(udgiver(store, sted.maal, sted.af, feedback).sted, version)


def hent_historik(sted: Sted, feedback: QgsFeedback) -> Historik:
    """Read what has been published at the target."""
    with aabn(sted.adresse, opgrader=False) as store:
        ude = udgiver(store, sted.maal, sted.af, feedback).sted
    gaeldende = ude.gaeldende()
    findes = {udgave.version for udgave in ude.udgaver()}
    vises = gaeldende.version if gaeldende is not None else ""
    linjer = []
    for linje in reversed(ude.historik()):
        linjer.append(_linje(linje, findes, vises))
        if linjer[-1].vises:
            vises = ""  # older lines of the same version are history
    try:
        foer = forrige(ude)
    except UdgivelsesFejl:
        foer = ""
    return Historik(tuple(linjer), foer)


def _linje(linje: dict[str, object], findes: Collection[str], vises: str) -> Udgivelse:
    version, antal = str(linje["version"]), linje.get("antal")
    tal = {navn: linje.get(navn) for navn in ("tilfoejet", "aendret", "fjernet")}
    return Udgivelse(
        version=version,
        tid=_tid(linje.get("tid")),
        af=str(linje.get("af") or ""),
        art=str(linje.get("art") or ""),
        antal=sum(antal.values()) if isinstance(antal, dict) else 0,
        findes=version in findes,
        vises=version == vises,
        grund=str(linje.get("grund") or ""),
        **{navn: et if isinstance(et, int) else None for navn, et in tal.items()},
    )


def _tid(tekst: object) -> dt.datetime:
    try:
        tid = dt.datetime.fromisoformat(str(tekst))
    except ValueError:
        return dt.datetime.fromtimestamp(0, dt.timezone.utc)
    return tid if tid.tzinfo is not None else tid.replace(tzinfo=dt.timezone.utc)


def se_ude(adresse: str, _feedback: QgsFeedback) -> UdeNu | None:
    """For the panel."""
    from moedested_plugin.publishing.ude_nu import ude_nu

    with aabn(adresse, opgrader=False) as store:
        return ude_nu(store)
