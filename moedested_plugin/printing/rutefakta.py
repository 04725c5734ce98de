# SPDX-License-Identifier: GPL-2.0-or-later
"""What is true of a route for those who want to go it: length, surfaces, what lies along it, how to get there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from moedested_plugin.checks.indstillet import Indstillet, laes
from moedested_plugin.checks.langs import Langs
from moedested_plugin.checks.tegning import afstand, dele, et_punkt, kaeder, punkter, ramme, wkb_af
from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.genbrug import er
from moedested_plugin.domain.kontroller_ruter import BAENK_VED_M, PAA_RUTEN_M, RUNDTUR_M
from moedested_plugin.domain.moedesteder import ADGANGSVEJ
from moedested_plugin.domain.moedesteder import RUTE as ROLLE_RUTE
from moedested_plugin.domain.steder import BAENK_TYPER, CYKEL_TYPER, MTB_TYPER, VANDRE_TYPER
from moedested_plugin.domain.tempo import minutter
from moedested_plugin.domain.underlag_langs import UKENDT, Stykke, daekkende, laengste_uden

if TYPE_CHECKING:
    from qgis.core import QgsGeometry

    from moedested_plugin.checks.tegning import Sted

    from .hus import Hus
    from .stof import Raekke, Stof

#: What lies no further from the route is along it. Of benches the municipality says how far, to the check as well.
VED_M = 50.0
#: How far from the start a stop or a car park is worth to know of.
_STOP_M, _PARKERING_M = 2_000.0, 5_000.0
#: A cycle route that is no longer can also be walked.
_GAA_KM = 8.0
_TOILET, _PARKERING = (1012,), 1351
_ADGANGSVEJ_RUTE = 12
GAA_TYPER = frozenset((*VANDRE_TYPER, _ADGANGSVEJ_RUTE))
CYKLE_TYPER = frozenset((*CYKEL_TYPER, *MTB_TYPER, _ADGANGSVEJ_RUTE))

BAENK, TOILET, MOEDESTED, FORHINDRING = "baenk", "toilet", "moedested", "forhindring"


@dataclass(frozen=True)
class Ved:
    """Something along the route, at its metre mark; `hvor` is its place."""

    slags: str
    meter: float
    hvor: Sted
    raekke: Raekke
    #: Metres from the route.
    langt: float = 0.0


@dataclass(frozen=True)
class Naer:
    """The nearest of a kind to the start, as the crow flies."""

    navn: str
    meter: float


class Rutekilde:
    """Where the facts of every route of a print are taken from; what they share is read once."""

    def __init__(self, stof: Stof, hus: Hus) -> None:
        self.stof = stof
        self.hus = hus

    def fakta(self, rute: Raekke) -> Rutefakta:
        """The facts of one route."""
        return Rutefakta(self, rute)

    @cached_property
    def indstillet(self) -> Indstillet:
        """The municipality's limits, which the check goes by: a sheet must not say otherwise."""
        return laes(self.stof.store)

    @cached_property
    def moedesteder(self) -> list[tuple[Raekke, Sted]]:
        """Public moedesteder that have a place."""
        ud = []
        for raekke in self.stof.raekker("moedested"):
            punkt = _et_sted(raekke[GEOMETRI])
            if punkt is not None:
                ud.append((raekke, punkt))
        return ud

    @cached_property
    def links(self) -> dict[tuple[str, int], list[str]]:
        """Moedesteder by route and role."""
        ud: dict[tuple[str, int], list[str]] = {}
        for moedested, alle in self.stof.tilknytninger.items():
            for link in alle:
                if link["rute_id"]:
                    ud.setdefault((str(link["rute_id"]), link["rolle_k"]), []).append(moedested)
        return ud

    @cached_property
    def parkering(self) -> list[tuple[str, Sted]]:
        """Every public car park."""
        ud = []
        for tabel in ("facilitet_punkt", "facilitet_flade"):
            for raekke in self.stof.med(tabel, er("facil_ty_k", _PARKERING), ("navn",)):
                geometri = raekke[GEOMETRI]
                midte = None if geometri is None else _et_sted(geometri.pointOnSurface())
                if midte is not None:
                    ud.append((str(raekke["navn"] or "").strip(), midte))
        return ud


class Rutefakta:
    """The facts of one route, each worked out when it is asked for."""

    def __init__(self, kilde: Rutekilde, raekke: Raekke) -> None:
        self.raekke = raekke
        self.noegle = str(raekke["objekt_id"])
        self._kilde = kilde
        geometri: QgsGeometry | None = raekke[GEOMETRI]
        self._dele = [] if geometri is None else dele(wkb_af(geometri))
        self.langs = Langs(self._dele)

    @property
    def har_linje(self) -> bool:
        """Whether there is anything to go along."""
        return self.langs.laengde > 0

    @property
    def laengde(self) -> float:
        """Metres."""
        return self.langs.laengde

    @property
    def start(self) -> Sted:
        """Where it begins."""
        linje = self.langs.linjer[0]
        return linje[0], linje[1]

    @property
    def slut(self) -> Sted:
        """Where it ends."""
        linje = self.langs.linjer[-1]
        return linje[-2], linje[-1]

    @cached_property
    def rund(self) -> bool:
        """It ends where it begins, or as good as."""
        hoejst = self._kilde.indstillet.tal(RUNDTUR_M)
        naesten = bool(self.raekke["rundtur"]) and afstand(self.start, self.slut) <= hoejst
        return naesten or not self.langs.loese_ender()

    @property
    def til_fods(self) -> int | None:
        """Minutes on foot, where it is for walking."""
        kort = self.laengde <= _GAA_KM * 1000
        art = self.raekke["rute_ty_k"]
        if art in GAA_TYPER or (art in CYKEL_TYPER and kort):
            return minutter(self.laengde, self._kilde.hus.gang_kmt)
        return None

    @property
    def paa_cykel(self) -> int | None:
        """Minutes by bike, where it is for cycling."""
        if self.raekke["rute_ty_k"] in CYKLE_TYPER:
            return minutter(self.laengde, self._kilde.hus.cykel_kmt)
        return None

    # Surfaces ------------------------------------------------------------------------------------------

    @cached_property
    def stykker(self) -> list[Stykke]:
        """The surfaces from start to end, what is not known put in."""
        return daekkende(
            (
                Stykke(
                    float(raekke["fra_m"]),
                    float(raekke["til_m"]),
                    raekke["underlag_k"] or UKENDT,
                    raekke["bredde_m"],
                    raekke["forhindring_k"],
                    str(raekke["note"] or "").strip(),
                )
                for raekke in self._kilde.stof.straekninger.get(self.noegle, ())
                if raekke["fra_m"] is not None and raekke["til_m"] is not None
            ),
            self.laengde,
        )

    @cached_property
    def underlagsnavne(self) -> dict[int, str]:
        """What the municipality calls the surfaces that there are."""
        return {
            raekke["underlag_k"]: str(raekke["underlag_tekst"] or "")
            for raekke in self._kilde.stof.straekninger.get(self.noegle, ())
        }

    @cached_property
    def forhindringsnavne(self) -> dict[int, str]:
        """What the municipality calls the obstacles that there are."""
        return {
            raekke["forhindring_k"]: str(raekke["forhindring_tekst"] or "")
            for raekke in self._kilde.stof.straekninger.get(self.noegle, ())
            if raekke["forhindring_k"]
        }

    # Along the way -------------------------------------------------------------------------------------

    @cached_property
    def _naere_faciliteter(self) -> list[Ved]:
        vest, syd, oest, nord = ramme(self._dele)
        ved_baenk = self._kilde.indstillet.tal(BAENK_VED_M)
        luft = max(VED_M, ved_baenk)
        boks = (vest - luft, syd - luft, oest + luft, nord + luft)
        ud: list[Ved] = []
        slags = {**dict.fromkeys(BAENK_TYPER, BAENK), **dict.fromkeys(_TOILET, TOILET)}
        for raekke in self._kilde.stof.inden_for("facilitet_punkt", boks, ("facil_ty_k", "navn")):
            art = slags.get(raekke["facil_ty_k"])
            if art is not None:
                ud += self._ved(art, raekke, ved_baenk if art == BAENK else VED_M)
        return sorted(ud, key=lambda ved: (ved.slags, ved.meter))

    def _ved(self, slags: str, raekke: Raekke, hoejst: float) -> Iterator[Ved]:
        if raekke[GEOMETRI] is None:
            return
        for kaede in kaeder(dele(wkb_af(raekke[GEOMETRI]))):
            for hvor in punkter(kaede):
                for meter in self.langs.ved(hvor, hoejst):
                    yield Ved(slags, meter, hvor, raekke)

    def ved(self, slags: str) -> list[Ved]:
        """What of this kind stands along the route, in the order of the way; the same place twice where one passes twice."""
        if slags == MOEDESTED:
            return self.moedesteder
        return [ved for ved in self._naere_faciliteter if ved.slags == slags]

    @cached_property
    def moedesteder(self) -> list[Ved]:
        """Moedesteder that one passes, or that are said to be on the route; each once, where one is nearest to it."""
        hoerer_til = set(self._kilde.links.get((self.noegle, ROLLE_RUTE), ()))
        vest, syd, oest, nord = ramme(self._dele)
        paa_ruten = self._kilde.indstillet.tal(PAA_RUTEN_M)
        ud = []
        for raekke, hvor in self._kilde.moedesteder:
            naer = paa_ruten if str(raekke["moedested_id"]) in hoerer_til else VED_M
            if not (vest - naer <= hvor[0] <= oest + naer and syd - naer <= hvor[1] <= nord + naer):
                continue
            langt = self.langs.fra(hvor)
            if langt <= naer:
                meter = self.langs.ved(hvor, langt + 0.01)
                ud.append(Ved(MOEDESTED, meter[0] if meter else 0.0, hvor, raekke, langt))
        return sorted(ud, key=lambda ved: (ved.meter, str(ved.raekke["navn"])))

    @cached_property
    def uden_baenk(self) -> tuple[float, float]:
        """From and to of the longest way without a bench."""
        maerker = [ved.meter for ved in self.ved(BAENK)]
        return laengste_uden(maerker, self.laengde, rund=self.rund)

    # How to get there ----------------------------------------------------------------------------------

    @cached_property
    def stoppested(self) -> Naer | None:
        """The nearest stop."""
        x, y = self.start
        boks = (x - _STOP_M, y - _STOP_M, x + _STOP_M, y + _STOP_M)
        mulige = []
        for raekke in self._kilde.stof.store.inden_for("netvaerk", boks, ("navn", GEOMETRI)):
            wkb = raekke[GEOMETRI]
            hvor = et_punkt(wkb) if isinstance(wkb, bytes) else None
            if hvor is not None and str(raekke["navn"] or "").strip():
                mulige.append((str(raekke["navn"]).strip(), hvor))
        return self._naermest(mulige, _STOP_M)

    @cached_property
    def parkering(self) -> Naer | None:
        """The nearest car park."""
        return self._naermest(self._kilde.parkering, _PARKERING_M)

    def _naermest(self, mulige: Sequence[tuple[str, Sted]], hoejst: float) -> Naer | None:
        naere = [Naer(navn, afstand(hvor, self.start)) for navn, hvor in mulige]
        return min(
            (naer for naer in naere if naer.meter <= hoejst),
            key=lambda naer: (naer.meter, naer.navn),
            default=None,
        )

    @cached_property
    def adgangsvej_til(self) -> list[Raekke]:
        """Moedesteder that this route is the way to."""
        til = set(self._kilde.links.get((self.noegle, ADGANGSVEJ), ()))
        return [
            raekke for raekke in self._kilde.stof.moedesteder if str(raekke["moedested_id"]) in til
        ]

    @cached_property
    def adgangsveje(self) -> list[tuple[Raekke, Raekke]]:
        """Moedesteder along the route, each with another place or route that is the way to it."""
        ud = []
        for ved in self.moedesteder:
            for link in self._kilde.stof.tilknytninger.get(str(ved.raekke["moedested_id"]), ()):
                sted = link["rute_id"] or link["facilitet_punkt_id"] or link["facilitet_flade_id"]
                if link["rolle_k"] == ADGANGSVEJ and sted != self.noegle:
                    vej = self._sted(link)
                    if vej is not None:
                        ud.append((ved.raekke, vej))
        return ud

    def _sted(self, link: Raekke) -> Raekke | None:
        for tabel in ("rute", "facilitet_punkt", "facilitet_flade"):
            noegle = link[f"{tabel}_id"]
            if noegle:
                fundet = self._kilde.stof.med(tabel, er("objekt_id", str(noegle)), ("navn",))
                return next(
                    (raekke for raekke in fundet if str(raekke["navn"] or "").strip()), None
                )
        return None


def _et_sted(geometri: QgsGeometry | None) -> Sted | None:
    """The point of a place with one."""
    if geometri is None or geometri.isEmpty():
        return None
    return et_punkt(wkb_af(geometri))
