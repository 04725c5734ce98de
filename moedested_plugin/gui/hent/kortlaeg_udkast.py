# SPDX-License-Identifier: GPL-2.0-or-later
"""The mapping while it is being made (*udkast*): a profile that is replaced by another at each change, so all can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from moedested_plugin.domain.diff import STEMPELFELTER
from moedested_plugin.domain.felt import Felt
from moedested_plugin.domain.navne import ens_navn
from moedested_plugin.sources.gaet import Gaet
from moedested_plugin.sources.kortlaeg_udtryk import typefelt
from moedested_plugin.sources.laest import KildeFelt, Laest
from moedested_plugin.sources.omregn import Koder
from moedested_plugin.sources.profil import FeltKort, Genkendelse, Profil
from moedested_plugin.sources.profiler import genkend
from moedested_plugin.sources.sag import har_standard

#: From here on a guess is called sure.
SIKKER = 0.8
#: Of our own tables: what the import fills by itself.
_AUTOMATISKE = frozenset(("geofa_version", "geofa_ekstra", "koersel_id", "netvaerk_id", "kilde"))


class Tilstand(Enum):
    """How a field stands."""

    UDEN = "uden"
    MANGLER = "mangler"
    FORSVUNDET = "forsvundet"
    USIKKER = "usikker"
    SIKKER = "sikker"
    VALGT = "valgt"
    FAST = "fast"
    SELV = "selv"


@dataclass(frozen=True)
class _Trin:
    profil: Profil
    gaet: Mapping[str, Gaet]


class Udkast(QObject):
    """What the parts of the dialog look at and change."""

    #: Something has changed.
    aendret = pyqtSignal()
    #: Another table, and so other fields. `aendret` follows.
    erstattet = pyqtSignal()

    def __init__(
        self, laest: Laest, koder: Koder, profil: Profil, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.laest, self.koder = laest, koder
        self._trin = [_Trin(profil, {})]
        self._gemt = profil
        eksakte = {felt.navn: felt for felt in laest.felter}
        self._kolonner = {felt.navn.casefold(): felt for felt in reversed(laest.felter)}
        self._eksakte = eksakte

    # -- look ---------------------------------------------------------------------------------------------------------

    @property
    def profil(self) -> Profil:
        """The profile as it stands."""
        return self._trin[-1].profil

    @property
    def kan_fortrydes(self) -> bool:
        """Whether there is a step to go back."""
        return len(self._trin) > 1

    @property
    def er_aendret(self) -> bool:
        """Whether something would be lost by closing."""
        return self.profil != self._gemt

    def felter(self) -> list[Felt]:
        """The fields of the target that a source may fill."""
        return [
            felt
            for felt in self.profil.beskrevet.felter
            if felt.navn not in STEMPELFELTER and felt.navn not in _AUTOMATISKE
        ]

    def kort(self, felt: str) -> FeltKort | None:
        """How a field is filled, if the profile says so."""
        return next((kort for kort in self.profil.alle_felter() if kort.felt == felt), None)

    def kolonne(self, felt: str) -> KildeFelt | None:
        """The column that a field comes from, found as the import finds it."""
        kort = self.kort(felt)
        fundne = (self._find(navn) for navn in (kort.fra if kort else ()))
        return next((kilde for kilde in fundne if kilde is not None), None)

    def gaet(self, felt: str) -> Gaet | None:
        """The guess that still stands for a field."""
        gaet = self._trin[-1].gaet.get(felt)
        kort = self.kort(felt)
        return gaet if gaet is not None and kort is not None and gaet.kort.fra == kort.fra else None

    def tilstand(self, felt: Felt) -> Tilstand:
        """How a field stands."""
        kort = self.kort(felt.navn)
        if self.kolonne(felt.navn) is not None:
            gaet = self.gaet(felt.navn)
            if gaet is None:
                return Tilstand.VALGT
            return (
                Tilstand.SIKKER
                if gaet.sikkerhed >= SIKKER and not gaet.ukendte
                else Tilstand.USIKKER
            )
        if felt.navn in self.profil.standarder:
            return Tilstand.FAST
        if felt.obligatorisk and not har_standard(felt):
            return Tilstand.MANGLER
        if kort is not None and kort.fra and self.profil.geofa is None:
            return Tilstand.FORSVUNDET
        return Tilstand.SELV if felt.obligatorisk else Tilstand.UDEN

    # -- change -------------------------------------------------------------------------------------------------------

    def saet_kolonne(self, felt: str, kolonne: str | None) -> None:
        """Fill a field from a column, or from none. Values chosen for another column are let go."""
        foer = self.kolonne(felt)
        navn = foer.navn if foer else None
        if navn == kolonne:
            return
        profil = self._med_kort(FeltKort(felt, () if kolonne is None else (kolonne,)))
        if felt == typefelt(profil) and (profil.type is None or profil.type == navn):
            profil = replace(profil, type=kolonne)
        self._tag(profil)

    def saet_standard(self, felt: str, vaerdi: object) -> None:
        """What the field gets where the source says nothing; None takes it away."""
        resten = {navn: v for navn, v in self.profil.standarder.items() if navn != felt}
        self.saet(standarder=resten if vaerdi is None else {**resten, felt: vaerdi})

    def saet_vaerdi(self, felt: str, tekst: str, vaerdi: object) -> None:
        """What a value of the source becomes; None: what it says itself."""
        self._ret_vaerdi(felt, tekst, {} if vaerdi is None else {tekst: vaerdi}, ())

    def saet_tom(self, felt: str, tekst: str) -> None:
        """A value of the source means that nothing was filled in."""
        self._ret_vaerdi(felt, tekst, {}, (tekst,))

    def saet_ellers(self, felt: str, ellers: object) -> None:
        """What becomes of a value that is not understood."""
        kort = self.kort(felt)
        if kort is not None and kort.ellers is not ellers:
            self._tag(self._med_kort(replace(kort, ellers=ellers)))

    def saet_lokal(self, felt: str, *, lokal: bool) -> None:
        """Whether the field is ours once the row is there."""
        resten = tuple(navn for navn in self.profil.lokale if navn != felt)
        self.saet(lokale=(*resten, felt) if lokal else resten)

    def saet(self, **felter: Any) -> None:  # noqa: ANN401 - whatever a Profil has
        """Change other parts of the profile."""
        self._tag(replace(self.profil, **felter))

    def erstat(self, profil: Profil, gaet: Iterable[Gaet] = ()) -> None:
        """Begin from another profile; the one before can be had back."""
        foer = self.profil
        self._trin.append(_Trin(profil, {g.kort.felt: g for g in gaet}))
        self._meld(foer)

    def begynd_forfra(self, profil: Profil, gaet: Iterable[Gaet] = ()) -> None:
        """The profile that the dialog begins with: nothing to undo, nothing to lose."""
        self.erstat(profil, gaet)
        self._trin, self._gemt = self._trin[-1:], profil
        self.aendret.emit()

    def fortryd(self) -> None:
        """Go back one step."""
        if self.kan_fortrydes:
            foer = self._trin.pop().profil
            self._meld(foer)

    def er_gemt(self) -> None:
        """What stands is kept somewhere."""
        self._gemt = self.profil

    def goer_kendelig(self) -> None:
        """Let the profile know this source again, also if it was made for another."""
        profil, kolonner = self.profil, {felt.navn.casefold() for felt in self.laest.felter}
        if genkend([profil], self.laest.felter, self.laest.navn, self.laest.navn) is not None:
            return
        lag = (*profil.genkendes.lag, self.laest.navn) if self.laest.navn else ()
        felter = tuple(navn for navn in profil.genkendes.felter if navn.casefold() in kolonner)
        if not felter:
            fundne = (self.kolonne(kort.felt) for kort in profil.felter)
            felter = tuple(kilde.navn for kilde in fundne if kilde is not None)
        self.saet(genkendes=Genkendelse(tuple(dict.fromkeys(lag)), felter))

    def _meld(self, foer: Profil) -> None:
        if foer.tabel != self.profil.tabel:
            self.erstattet.emit()
        self.aendret.emit()

    def _find(self, navn: str) -> KildeFelt | None:
        return self._eksakte.get(navn) or self._kolonner.get(navn.casefold())

    def _ret_vaerdi(
        self, felt: str, tekst: str, vaerdier: Mapping[str, Any], tomme: tuple[str, ...]
    ) -> None:
        kort = self.kort(felt)
        if kort is None:
            return
        noegle = ens_navn(tekst) or tekst
        andre = {navn: v for navn, v in kort.vaerdier.items() if (ens_navn(navn) or navn) != noegle}
        andre_tomme = tuple(v for v in kort.tomme if str(v).strip().casefold() != tekst.casefold())
        self._tag(
            self._med_kort(
                replace(kort, vaerdier={**andre, **vaerdier}, tomme=(*andre_tomme, *tomme))
            )
        )

    def _med_kort(self, kort: FeltKort) -> Profil:
        """The profile with a field filled so. One that GeoFA's names would fill is kept, to say that it is not."""
        profil = self.profil
        felter = tuple(kort if k.felt == kort.felt else k for k in profil.felter)
        if kort not in felter:
            felter = (*felter, kort)
        if not kort.fra and profil.geofa is None:
            felter = tuple(k for k in felter if k.felt != kort.felt)
        return replace(profil, felter=felter)

    def _tag(self, profil: Profil) -> None:
        if profil != self.profil:
            self._trin.append(replace(self._trin[-1], profil=profil))
            self.aendret.emit()
