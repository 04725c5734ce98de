# SPDX-License-Identifier: GPL-2.0-or-later
"""A person's data everywhere the plugin keeps something: the store with its copies, the photos, all kept publications.

Nothing that is shown is ever changed: an earlier version that has something is thrown away, and what is shown now goes
when the cleaned rows are published. Until then its rows cannot come back by going back to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from moedested_plugin.domain.eftersoegt import FJERNET
from moedested_plugin.i18n import tr
from moedested_plugin.store.persondata import ART, Fjernelse, Forekomst, efterladt, noter
from moedested_plugin.store.persondata import find as find_tekster
from moedested_plugin.store.persondata_fotos import find_fotos, flyttede_fotos

from .fejl import UdgivelsesFejl
from .forbered import sted as sted_af
from .maal import Maal, navngivne
from .privat import Fjernet

if TYPE_CHECKING:
    from moedested_plugin.domain.eftersoegt import Eftersoegt
    from moedested_plugin.store import Store

    from .sted import Sted, Udgave

HISTORIK = "historik"


@dataclass(frozen=True)
class Gennemgang:
    """Where to look, and for what. `fotomappe` is the folder that the paths of photos begin in."""

    store: Store
    eftersoegt: Eftersoegt
    af: str
    fotomappe: Path | None = None
    #: Targets beside those that the store has names for.
    flere_maal: tuple[Maal, ...] = ()

    def find(self) -> list[Forekomst]:
        """Everything, and nothing is changed. Raises `StoreFejl` or `UdgivelsesFejl`."""
        ud = self.store.find_persondata(self.eftersoegt)
        if self.fotomappe is not None:
            ud += find_fotos(self.fotomappe, self.eftersoegt)
        for navn, maal in self._maal().items():
            sted = sted_af(maal)
            ud += [fundet for udgave in sted.udgaver() for fundet in self._i(sted, udgave)]
            ud += self._i_historik(navn, sted)
        return ud

    def fjern(self) -> Fjernelse:
        """Take it away: the store first, so that the next publication has it no more."""
        with flyttede_fotos(self.store, self.fotomappe, self.eftersoegt) as (nye_navne, fotos):
            udfald = self.store.fjern_persondata(self.eftersoegt, self.af, nye_navne) + fotos
        for navn, maal in self._maal().items():
            try:
                udfald += self._fra_maal(navn, sted_af(maal))
            except (UdgivelsesFejl, OSError) as fejl:
                udfald += efterladt(navn, str(fejl))
        return udfald

    def _maal(self) -> Mapping[str, Maal]:
        return {**navngivne(self.store), **{maal.service: maal for maal in self.flere_maal}}

    def _i(self, sted: Sted, udgave: Udgave) -> list[Forekomst]:
        with sted.tekster(udgave) as tekster:
            ud, navn = find_tekster(tekster, self.eftersoegt), tekster.sted
        andre = {hvad for hvad, tekst in sted.om(udgave) if self.eftersoegt.staar_i(tekst)}
        return ud + [Forekomst(navn, "", "", hvad) for hvad in sorted(andre)]

    def _i_historik(self, navn: str, sted: Sted) -> list[Forekomst]:
        return [
            Forekomst(navn, HISTORIK, str(nr), "")
            for nr, linje in enumerate(sted.historik(), 1)
            if self.eftersoegt.staar_i(linje)
        ]

    def _fra_maal(self, navn: str, sted: Sted) -> Fjernelse:
        fundne = {udgave.version: self._i(sted, udgave) for udgave in sted.udgaver()}
        linjer = self._i_historik(navn, sted)
        if not linjer and not any(fundne.values()):
            return Fjernelse()
        with sted.laast(self.af):
            sted.ryd_op()
            gaeldende = sted.gaeldende()
            vises = gaeldende.version if gaeldende is not None else ""
            for udgave in sted.udgaver():
                if fundne.get(udgave.version) and udgave.version != vises:
                    sted.smid(udgave)
            sted.fjern_ogsaa(_raekker(fundne.get(vises, ()), vises))
            sted.ret_historik(self._renset)
            tilbage = {udgave.version for udgave in sted.udgaver()}
        udfald = Fjernelse(tuple(linjer))
        for version, steder in fundne.items():
            if version not in tilbage:
                udfald += Fjernelse(tuple(steder))
            else:
                grund = _vises() if version == vises else _bruges()
                udfald += Fjernelse(efterladt=tuple((sted_, grund) for sted_ in steder))
        self._log(navn, udfald)
        return udfald

    def _renset(self, linje: dict[str, object]) -> dict[str, object]:
        """A line keeps its shape: others read it."""
        person = self.eftersoegt
        return {
            navn: (person.uden(vaerdi) or FJERNET) if person.staar_i(vaerdi) else vaerdi
            for navn, vaerdi in linje.items()
        }

    def _log(self, navn: str, udfald: Fjernelse) -> None:
        with self.store.skriv(ART, self.af) as skriver:
            noter(skriver, udfald, {"maal": str(self.eftersoegt.uden(navn) or "")})


def _raekker(steder: Iterable[Forekomst], version: str) -> set[Fjernet]:
    return {Fjernet(sted.tabel, sted.noegle, version) for sted in steder if sted.tabel}


def _vises() -> str:
    return tr("Den udgivelse vises nu. Udgiv igen, og kør så dette en gang til.")


def _bruges() -> str:
    return tr("Udgivelsen er i brug og kunne ikke slettes. Prøv igen om lidt.")
