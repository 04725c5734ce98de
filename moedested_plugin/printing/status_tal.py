# SPDX-License-Identifier: GPL-2.0-or-later
"""The numbers of the report to the committee (status): counts and lengths only, never a name of a row, a note or a person.

Unlike all other prints it counts rows that are not public; each panel says what is counted.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from moedested_plugin.checks.gemte import sammentalt
from moedested_plugin.checks.indstillet import laes
from moedested_plugin.domain.betingelse import GEOMETRI, Alle, EnAf, Vaerdi, fra_json
from moedested_plugin.domain.kontroller_parat import MINDST_AKTIVE
from moedested_plugin.domain.moedesteder import (
    AKTIV,
    ER_AKTIV,
    KIT,
    MARKOER,
    OPLOEST,
    PAUSE,
    UNDER_ETABLERING,
)
from moedested_plugin.domain.offentlig import MOEDESTED_OFFENTLIGT
from moedested_plugin.domain.regler import Alvor
from moedested_plugin.domain.steder import ER_GAELDENDE
from moedested_plugin.project.kommuner import dansk_orden

from .stof import geometri_af

if TYPE_CHECKING:
    from moedested_plugin.store import Store

I_GANG = (UNDER_ETABLERING, AKTIV, PAUSE)
#: A group of visitors smaller than this is never told.
FAERREST = 5
_BYER = 10
_UKENDT, _UKENDT_KODE = "Ukendt", 99
_IKKE_OPLYST = "Ikke oplyst"
_STEDER = {"facilitet_punkt": "Faciliteter", "facilitet_flade": "Bygninger og områder", "rute": "Ruter"}  # fmt: skip
_AENDRES = {"moedested": "Mødesteder", "aktivitet": "Aktiviteter", **_STEDER}
_ALVOR = {Alvor.FEJL: "Fejl", Alvor.ADVARSEL: "Advarsler", Alvor.ANBEFALING: "Anbefalinger"}


@dataclass(frozen=True)
class Linje:
    """One line of a panel: name, what stands to the right, and how long its bar is (0 to 1; None for no bar)."""

    navn: str
    vaerdi: str
    andel: float | None = None


@dataclass(frozen=True)
class Felt:
    """A panel: title, what is counted, lines."""

    titel: str
    note: str
    linjer: tuple[Linje, ...]


def tal(antal: float, decimaler: int = 0) -> str:
    """A number as Danes write it: `1.507`, `12,4`."""
    return f"{antal:,.{decimaler}f}".translate(str.maketrans(",.", ".,"))


class StatusTal:
    """Counts in a store. `siden` is when changes are counted from."""

    def __init__(self, store: Store, i_dag: dt.date, siden: dt.datetime) -> None:
        self.store, self.i_dag, self.siden = store, i_dag, siden

    @cached_property
    def aktive(self) -> int:
        """Active moedesteder that everyone can see."""
        return self.store.antal("moedested", Alle((ER_AKTIV, MOEDESTED_OFFENTLIGT)))

    @cached_property
    def krav(self) -> int:
        """How many there must be."""
        return int(laes(self.store).tal(MINDST_AKTIVE))

    @cached_property
    def i_gang(self) -> int:
        """Moedesteder that are neither an idea nor dissolved."""
        return len(self._moedesteder_i_gang)

    @cached_property
    def aktiviteter(self) -> int:
        """Activities of the moedesteder."""
        return self.store.antal("aktivitet")

    @cached_property
    def km(self) -> float:
        """Kilometres of route in force."""
        return sum(meter for _, meter in self._ruter.values()) / 1000

    def felter(self, siden_ord: str) -> list[Felt]:
        """The panels in the order of the report; `siden_ord` says from when changes are counted."""
        return [
            self._livscyklus(), self._by(), self._form(), self._maalgruppe(), self._aendret(siden_ord),
            self._rutetyper(), self._underlag(), self._tilgaengelighed(), self._fund(),
            self._udstyr(), self._finansiering(), self._besoeg(),
        ]  # fmt: skip

    # Rows -------------------------------------------------------------------------------------------------

    @cached_property
    def _moedesteder(self) -> list[dict[str, Any]]:
        felter = [
            "livscyklus_k", "form_k", "by", "maalgruppe_k", "gyldig_fra", "gyldig_til", "tilgaeng_beskriv",
        ]  # fmt: skip
        return list(self.store.raekker("moedested", felter))

    @cached_property
    def _moedesteder_i_gang(self) -> list[dict[str, Any]]:
        return [raekke for raekke in self._moedesteder if raekke["livscyklus_k"] in I_GANG]

    @cached_property
    def _ord(self) -> Mapping[tuple[str, object], str]:
        raekker = self.store.raekker("kodeliste", ["liste", "kode", "navn"])
        return {(str(et["liste"]), et["kode"]): str(et["navn"]) for et in raekker}

    @cached_property
    def _ruter(self) -> dict[str, tuple[object, float]]:
        """Type and length (m) of the routes in force, by key."""
        ud: dict[str, tuple[object, float]] = {}
        felter = ["objekt_id", "rute_ty_k", GEOMETRI]
        for raekke in self.store.raekker("rute", felter, ER_GAELDENDE):
            geometri = geometri_af(raekke[GEOMETRI])
            laengde = 0.0 if geometri is None else max(0.0, geometri.length())
            ud[str(raekke["objekt_id"])] = (raekke["rute_ty_k"], laengde)
        return ud

    # Panels -----------------------------------------------------------------------------------------------

    def _livscyklus(self) -> Felt:
        talt = Counter(raekke["livscyklus_k"] for raekke in self._moedesteder)
        return Felt("Mødesteder efter livscyklus", "Alle mødesteder, også dem, der endnu ikke er synlige.",
                    self._koder("livscyklus", talt))  # fmt: skip

    def _by(self) -> Felt:
        talt = Counter(str(raekke["by"] or "").strip() for raekke in self._moedesteder_i_gang)
        uden = talt.pop("", 0)
        orden = sorted(talt.items(), key=lambda et: (-et[1], dansk_orden(et[0])))
        par = orden[:_BYER]
        if len(orden) > _BYER:
            rest = orden[_BYER:]
            par.append((f"{len(rest)} andre byer", sum(antal for _, antal in rest)))
        if uden:
            par.append((_IKKE_OPLYST, uden))
        return Felt("Mødesteder efter by", "Under etablering, aktive og på pause.", _linjer(par))

    def _form(self) -> Felt:
        talt = Counter(raekke["form_k"] for raekke in self._moedesteder_i_gang)
        return Felt("Mødesteder efter form", "Under etablering, aktive og på pause.",
                    self._koder("moedested_form", talt))  # fmt: skip

    def _maalgruppe(self) -> Felt:
        talt = Counter(
            kode for raekke in self._moedesteder_i_gang for kode in set(_liste(raekke["maalgruppe_k"]))
        )  # fmt: skip
        return Felt("Mødesteder efter målgruppe", "Under etablering, aktive og på pause. Et mødested kan have flere.",
                    self._koder("maalgruppe", talt, ialt=self.i_gang))  # fmt: skip

    def _aendret(self, siden_ord: str) -> Felt:
        fra = self.siden.astimezone().date()
        nye = sum(
            _i(raekke["gyldig_fra"], fra, self.i_dag)
            and raekke["livscyklus_k"] in (AKTIV, PAUSE, OPLOEST)
            for raekke in self._moedesteder
        )
        slut = sum(
            _i(raekke["gyldig_til"], fra, self.i_dag) and raekke["livscyklus_k"] == OPLOEST
            for raekke in self._moedesteder
        )
        linjer = [Linje("Blev aktive (Aktivt fra)", tal(nye)), Linje("Blev opløst (Opløst den)", tal(slut))]  # fmt: skip
        talt = self._historik()
        linjer += [
            Linje(navn, " · ".join(f"{tal(len(talt[tabel, art]))} {ord_}" for art, ord_ in _ARTER.items()))
            for tabel, navn in _AENDRES.items()
        ]  # fmt: skip
        return Felt(f"Ændringer {siden_ord}", "Talt i historikken, der gemmes i 24 måneder: rækker, der er kommet til, "
                    "rettet eller slettet.", tuple(linjer))  # fmt: skip

    def _historik(self) -> dict[tuple[str, str], set[str]]:
        """Keys of what was made, changed and deleted; a row counts once, as the most that happened to it."""
        samlet: dict[tuple[str, str], set[str]] = defaultdict(set)
        raekker = self.store.raekker(
            "historik", ["tabel", "noegle", "art", "tid"], EnAf("tabel", tuple(_AENDRES))
        )
        for raekke in raekker:
            tid = raekke["tid"]
            if isinstance(tid, dt.datetime) and tid >= self.siden:
                samlet[str(raekke["tabel"]), str(raekke["art"])].add(str(raekke["noegle"]))
        for tabel in _AENDRES:
            ny, slettet = samlet[tabel, "oprettet"], samlet[tabel, "slettet"]
            begge = ny & slettet  # came and went: nothing to tell
            samlet[tabel, "rettet"] -= ny | slettet
            samlet[tabel, "oprettet"], samlet[tabel, "slettet"] = ny - begge, slettet - begge
        return samlet

    def _rutetyper(self) -> Felt:
        km: dict[object, float] = defaultdict(float)
        for type_k, meter in self._ruter.values():
            km[type_k] += meter / 1000
        par = sorted(((self._navn("d_5802_rutetype", kode), laengde) for kode, laengde in km.items()), key=lambda et: -et[1])  # fmt: skip
        return Felt(
            "Ruter efter type",
            f"Gældende ruter, i alt {tal(self.km, 1)} km.",
            _linjer(par, " km", 1),
        )

    def _underlag(self) -> Felt:
        km: dict[object, float] = defaultdict(float)
        for raekke in self.store.raekker("straekning", ["rute_id", "underlag_k", "fra_m", "til_m"]):
            if str(raekke["rute_id"]) in self._ruter:
                fra, til = raekke["fra_m"], raekke["til_m"]
                if isinstance(fra, (int, float)) and isinstance(til, (int, float)):
                    km[raekke["underlag_k"]] += max(0.0, til - fra) / 1000
        km.pop(_UKENDT_KODE, None)
        par = sorted(((self._navn("underlag", kode), laengde) for kode, laengde in km.items()), key=lambda et: -et[1])  # fmt: skip
        ukendt = max(0.0, self.km - sum(km.values()))
        return Felt("Ruter efter underlag", "Gældende ruter. Ukendt er det, som ingen strækning beskriver.",
                    _linjer([*par, (_UKENDT, ukendt)] if self.km else [], " km", 1))  # fmt: skip

    def _tilgaengelighed(self) -> Felt:
        linjer = [_af("Mødesteder", sum(bool(str(r["tilgaeng_beskriv"] or "").strip()) for r in self._moedesteder_i_gang), self.i_gang)]  # fmt: skip
        for tabel, navn in _STEDER.items():
            raekker = list(
                self.store.raekker(tabel, ["tilgaeng_beskriv", "tilgaeng_opl"], ER_GAELDENDE)
            )
            beskrevet = sum(
                bool(str(et["tilgaeng_beskriv"] or "").strip() or et["tilgaeng_opl"])
                for et in raekker
            )
            linjer.append(_af(navn, beskrevet, len(raekker)))
        return Felt("Tilgængelighed er beskrevet", "Med ord eller skema. Mødesteder i gang og gældende steder.",
                    tuple(linjer))  # fmt: skip

    def _fund(self) -> Felt:
        talt = sammentalt(self.store)
        if talt is None:
            return Felt("Kontrol af data", "Kontrollen har endnu ikke kørt.", ())
        dage = max(0, (self.i_dag - talt.tidspunkt.astimezone().date()).days)
        alder = "i dag" if dage == 0 else "i går" if dage == 1 else f"for {tal(dage)} dage siden"
        par = [(navn, talt.antal.get(alvor, 0)) for alvor, navn in _ALVOR.items()]
        return Felt("Kontrol af data", f"Seneste kontrol kørte {alder}. {tal(talt.accepterede)} accepterede er ikke talt med.",
                    _linjer(par))  # fmt: skip

    def _udstyr(self) -> Felt:
        return self._udstyr_efter(
            "udstyr_status_k", "udstyr_status", "Markører og kit efter status"
        )

    def _finansiering(self) -> Felt:
        return self._udstyr_efter(
            "finansiering_k", "finansiering", "Markører og kit efter finansiering"
        )

    def _udstyr_efter(self, felt: str, liste: str, titel: str) -> Felt:
        talt: Counter[tuple[object, object]] = Counter()
        for raekke in self.store.raekker("udstyr", ["type_k", felt]):
            talt[raekke[felt], raekke["type_k"]] += 1
        koder = self._orden(liste, {kode for kode, _ in talt})
        mest = max((sum(n for (k, _), n in talt.items() if k == kode) for kode in koder), default=0)
        linjer = []
        for kode in koder:
            markoerer, kit = talt[kode, MARKOER], talt[kode, KIT]
            ialt = sum(antal for (en, _), antal in talt.items() if en == kode)
            linjer.append(
                Linje(self._navn(liste, kode), f"{tal(markoerer)} + {tal(kit)}", ialt / mest)
            )
        return Felt(titel, "Markører + mødestedskit.", tuple(linjer))

    def _besoeg(self) -> Felt:
        """Sums of the years; no total, from which a small group could be worked out."""
        talt: Counter[int] = Counter()
        steder: dict[int, set[str]] = defaultdict(set)
        for raekke in self.store.raekker("besoegstal", ["moedested_id", "til", "antal"]):
            til, antal = raekke["til"], raekke["antal"]
            if isinstance(til, dt.date) and isinstance(antal, int):
                talt[til.year] += antal
                steder[til.year].add(str(raekke["moedested_id"]))
        mest = max(talt.values(), default=0)
        linjer = tuple(
            Linje(
                f"{aar}, talt på {len(steder[aar])} {'sted' if len(steder[aar]) == 1 else 'steder'}",
                tal(antal) if antal >= FAERREST else f"under {FAERREST}",
                antal / mest if antal >= FAERREST else 0.0,
            )
            for aar, antal in sorted(talt.items())
        )
        return Felt(
            "Besøg, hvor der er talt", "En periode hører til det år, den slutter i.", linjer
        )

    # Lines ------------------------------------------------------------------------------------------------

    def _navn(self, liste: str, kode: object) -> str:
        return self._ord.get((liste, kode), _IKKE_OPLYST)

    def _orden(self, liste: str, koder: Iterable[object]) -> list[object]:
        """Codes as their list has them; those that are none last."""
        kendte = [kode for navn, kode in self._ord if navn == liste]
        brugte = set(koder)
        return [*(kode for kode in kendte if kode in brugte), *(brugte - set(kendte))]

    def _koder(self, liste: str, talt: Mapping[object, int], ialt: int | None = None) -> tuple[Linje, ...]:  # fmt: skip
        par = [(self._navn(liste, kode), talt[kode]) for kode in self._orden(liste, talt)]
        return _linjer(par, mest=ialt)


_ARTER = {"oprettet": "nye", "rettet": "rettet", "slettet": "slettet"}


def _linjer(par: Sequence[tuple[str, float]], enhed: str = "", decimaler: int = 0, mest: float | None = None) -> tuple[Linje, ...]:  # fmt: skip
    """Lines with bars against the largest."""
    mest = mest or max((antal for _, antal in par), default=0)
    return tuple(
        Linje(navn, f"{tal(antal, decimaler)}{enhed}", antal / mest if mest else 0.0)
        for navn, antal in par
    )


def _af(navn: str, antal: int, ialt: int) -> Linje:
    return Linje(navn, f"{tal(antal)} af {tal(ialt)}", antal / ialt if ialt else 0.0)


def _liste(vaerdi: Vaerdi) -> list[object]:
    laest = fra_json(vaerdi)
    return list(laest) if isinstance(laest, list) else []


def _i(dag: Vaerdi, fra: dt.date, til: dt.date) -> bool:
    return isinstance(dag, dt.date) and fra <= dag <= til
