# SPDX-License-Identifier: GPL-2.0-or-later
"""Templates (skabeloner): what is drawn, in which layer, and with which values. The municipality's own lie in the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from moedested_plugin.domain.betingelse import Vaerdi
from moedested_plugin.domain.farve import BLAA, BRUN, GRAA, GROEN, HIMMEL, LILLA, ROED
from moedested_plugin.domain.regler import brud
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.project.lag import LAG_AF_ROLLE, Lag

from .overtag import kan_overtages

if TYPE_CHECKING:
    from moedested_plugin.store import Store

NOEGLE = "skabeloner"
#: A name longer than this is cut by its button.
NAVN_LAENGDE = 40


@dataclass(frozen=True)
class Skabelon:
    """`rolle` is the layer's; `vaerdier` go before the layer's default values. `tegn` is a pictogram of the map."""

    navn: str
    rolle: str
    vaerdier: Mapping[str, Vaerdi] = field(default_factory=dict)
    paa_kort: bool = True
    tegn: str = ""
    farve: str = ""

    @property
    def lag(self) -> Lag:
        """The layer's description."""
        return LAG_AF_ROLLE[self.rolle]

    @property
    def er_linje(self) -> bool:
        """Drawn with several clicks, along something."""
        return "Line" in (self.lag.geometri or "")


def indbyggede() -> tuple[Skabelon, ...]:
    """What can always be drawn, with pictogram and colour as on the map."""
    return (
        Skabelon(tr("Mødested"), "moedested", {}, True, "moedested_fysisk", BLAA),
        Skabelon(tr("Uden sted"), "moedested", {}, False, "moedested_digitalt", GROEN),
        Skabelon(tr("Bænk"), "baenk", {}, True, "baenk", BRUN),
        Skabelon(tr("Facilitet"), "facilitet", {}, True, "facilitet_baal", GRAA),
        Skabelon(tr("Område"), "omraade", {}, True, "facilitet_trae", GROEN),
        Skabelon(tr("Markør"), "udstyr", {}, True, "udstyr_markoer", GRAA),
        Skabelon(tr("Vandrerute"), "vandrerute", {}, True, "aktivitet_gaaende", ROED),
        Skabelon(tr("Cykelrute"), "cykelrute", {}, True, "aktivitet_cykel", BLAA),
        Skabelon(tr("Kørerute"), "koererute", {}, True, "facilitet_p", BRUN),
        Skabelon(tr("Anden rute"), "andenrute", {}, True, "facilitet_kano", HIMMEL),
        Skabelon(tr("Underlag"), "straekning", {}, True, "facilitet_bro", GRAA),
        Skabelon(tr("Aktivitet"), "aktivitet", {}, False, "aktivitet_snak", LILLA),
        Skabelon(tr("Organisation"), "organisation", {}, False, "facilitet_hus", LILLA),
    )


def indbygget(rolle: str, *, paa_kort: bool = True) -> Skabelon:
    """The built-in template of a layer."""
    af_rollen = [skabelon for skabelon in indbyggede() if skabelon.rolle == rolle]
    return next((led for led in af_rollen if led.paa_kort == paa_kort), af_rollen[0])


def fejl_i(skabelon: Skabelon) -> list[str]:
    """Why the model does not take it; empty when it does."""
    if not skabelon.navn.strip():
        return [tr("Skriv et navn.")]
    if skabelon.rolle not in {led.rolle for led in indbyggede()}:
        return [tr("Laget {0} findes ikke.").format(skabelon.rolle)]
    lag = skabelon.lag
    fejl = [
        tr("Feltet {0} kan ikke stå i en skabelon.").format(navn)
        for navn in skabelon.vaerdier
        if not (lag.tabel.har(navn) and kan_overtages(lag.tabel.felt(navn)))
    ]
    if fejl:
        return fejl
    type_ = skabelon.vaerdier.get(lag.typefelt)
    if type_ is not None and (
        (lag.typer and type_ not in lag.typer) or (lag.undtagen and type_ in lag.undtagen)
    ):
        return [tr("Typen {0} hører ikke til i laget {1}.").format(type_, lag.titel)]
    # Only what the template says itself: what it leaves out is filled in when it is used.
    return [
        oversat(led.regel.besked)
        for led in brud(lag.tabelnavn, skabelon.vaerdier, kun_haarde=True)
        if set(led.regel.felter) <= set(skabelon.vaerdier)
    ]


def hent(store: Store) -> tuple[list[Skabelon], list[str]]:
    """The municipality's own in their order, and what is wrong with those that are left out."""
    gemt: Any = store.indstilling(NOEGLE)
    gode: list[Skabelon] = []
    fejl: list[str] = []
    for led in gemt if isinstance(gemt, list) else []:
        skabelon = _fra_json(led)
        if skabelon is None:
            fejl.append(tr("En skabelon kan ikke læses."))
            continue
        grunde = fejl_i(skabelon)
        if grunde:
            fejl.append(f"{skabelon.navn}: {grunde[0]}")
        else:
            gode.append(skabelon)
    return gode, fejl


def gem(store: Store, skabeloner: Sequence[Skabelon]) -> None:
    """Keep them, in this order, for all colleagues. Raises `StoreFejl`."""
    store.saet_indstilling(NOEGLE, [_til_json(skabelon) for skabelon in skabeloner])


def flyttet(skabeloner: Sequence[Skabelon], nummer: int, skridt: int) -> list[Skabelon]:
    """The same with one of them moved up (-1) or down (1); the ends stay."""
    ny = list(skabeloner)
    plads = max(0, min(len(ny) - 1, nummer + skridt))
    ny.insert(plads, ny.pop(nummer))
    return ny


def _til_json(skabelon: Skabelon) -> dict[str, Any]:
    return {
        "navn": skabelon.navn,
        "rolle": skabelon.rolle,
        "paa_kort": skabelon.paa_kort,
        "vaerdier": dict(skabelon.vaerdier),
    }


def _fra_json(led: object) -> Skabelon | None:
    """None where another version, or another hand, wrote something else."""
    if not isinstance(led, dict):
        return None
    navn, rolle, vaerdier = led.get("navn"), led.get("rolle"), led.get("vaerdier", {})
    if not (isinstance(navn, str) and isinstance(rolle, str) and isinstance(vaerdier, dict)):
        return None
    paa_kort = bool(led.get("paa_kort", True))
    if rolle not in {kendt.rolle for kendt in indbyggede()}:
        return Skabelon(navn, rolle, vaerdier, paa_kort)
    som = indbygget(rolle, paa_kort=paa_kort)
    return Skabelon(navn, rolle, vaerdier, som.paa_kort, som.tegn, som.farve)
