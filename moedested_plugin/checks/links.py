# SPDX-License-Identifier: GPL-2.0-or-later
"""Looks at the web addresses: how they are written, and, when asked to, whether anyone answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from moedested_plugin.domain import kontroller_links as k
from moedested_plugin.domain import webadresser as w
from moedested_plugin.domain.skema import tabel as beskrevet
from moedested_plugin.domain.tekstfelter import adresser

from .fund import Fund, aftryk_af
from .linksvar import Svar, Udfald, hukommelse, svarer
from .tekstgang import Raekketekst, gennemgaa
from .teksttvivl import LINKS

if TYPE_CHECKING:
    from moedested_plugin.domain.kontrol import Kontrol
    from moedested_plugin.store import Store

    from .udsnit import Udsnit


@dataclass(frozen=True)
class _Adresse:
    """One address: where it stands, and the findings' common part."""

    raekke: Raekketekst
    felt: str
    tekst: str

    def fund(self, kontrol: Kontrol, mere: Mapping[str, object]) -> Fund:
        """A finding about this address."""
        alias = beskrevet(self.raekke.tabel).felt(self.felt).alias
        return Fund(
            kontrol, self.raekke.tabel, self.raekke.noegle, {"felt": alias, **mere}, self.felt,
            maerke=self.felt, aftryk=aftryk_af(self.tekst),
        )  # fmt: skip


class Laeser:
    """Looks at how the addresses are written."""

    hvad = LINKS

    def __init__(self, udsnit: Udsnit, kontroller: Sequence[Kontrol]) -> None:
        del udsnit
        self._valgte = {et.kode: et for et in kontroller if not et.paa_opfordring}
        self.tabeller = frozenset(navn for et in self._valgte.values() for navn in et.tabeller)

    def se(self, raekke: Raekketekst) -> Iterator[Fund]:
        """The findings of one row."""
        for adresse in _adresser(raekke):
            yield from _skrivemaade(adresse, self._valgte)


def spoerg(
    udsnit: Udsnit, kontroller: Sequence[Kontrol], *, husk: Path | None = None
) -> Iterator[Fund]:
    """The findings of those of the given checks that ask the network: keep off the GUI thread.

    `husk` is the file in which answers are remembered; the user's own where none is given.
    """
    valgte = {kontrol.kode: kontrol for kontrol in kontroller if kontrol.paa_opfordring}
    aabnes: dict[str, list[_Adresse]] = {}
    for navn in dict.fromkeys(navn for et in valgte.values() for navn in et.tabeller):
        for raekke in gennemgaa(udsnit, navn, adresser(navn)):
            for adresse in _adresser(raekke):
                if kan_aabnes(adresse.tekst):
                    aabnes.setdefault(adresse.tekst.strip(), []).append(adresse)
    if aabnes:
        yield from _spoerg(udsnit, valgte, aabnes, husk)


def staar_endnu(udsnit: Udsnit, svar: Sequence[Fund]) -> Iterator[Fund]:
    """The earlier answers about addresses that are still the same."""
    pr_felt: dict[tuple[str, str], list[Fund]] = {}
    for fund in svar:
        if fund.felt is not None and udsnit.indstillet.koerer(fund.kontrol):
            pr_felt.setdefault((fund.tabel, fund.felt), []).append(fund)
    for (tabel, felt), fundne in pr_felt.items():
        noegle = beskrevet(tabel).noegle
        raekker = udsnit.af_noegler(tabel, {fund.noegle for fund in fundne}, (felt,))
        nu = {raekke[noegle]: aftryk_af(raekke[felt]) for raekke in raekker}
        yield from (fund for fund in fundne if nu.get(fund.noegle) == fund.aftryk)


def kan_aabnes(tekst: str) -> bool:
    """Whether it is worth asking: an address with http(s) that the world can reach."""
    dele = w.delt(tekst.strip())
    return (
        dele is not None
        and not w.har_mellemrum(tekst.strip())
        and not w.er_eksempel(dele)
        and not w.er_intern(dele)
    )


def antal_at_spoerge(store: Store) -> int:
    """How many different addresses there are to ask."""
    tekster = (
        str(raekke[felt]).strip()
        for navn in k.SVARER_IKKE.tabeller
        for raekke in store.raekker(navn, adresser(navn))
        for felt in adresser(navn)
        if raekke[felt]
    )
    return len({tekst for tekst in tekster if kan_aabnes(tekst)})


def _adresser(raekke: Raekketekst) -> Iterator[_Adresse]:
    for felt in adresser(raekke.tabel):
        tekst = raekke.vaerdier.get(felt)
        # A photo may be a file in the project's folder.
        if isinstance(tekst, str) and tekst.strip() and (felt != "sti" or _er_ude(tekst)):
            yield _Adresse(raekke, felt, tekst)


def _er_ude(sti: str) -> bool:
    return w.er_fil(sti) or "://" in sti or sti.lower().startswith(("www.", "http"))


def _skrivemaade(adresse: _Adresse, valgte: Mapping[str, Kontrol]) -> Iterator[Fund]:
    if w.ser_rigtig_ud(adresse.tekst):
        return
    for kode, mere in _fejl(adresse.tekst):
        if kode in valgte:
            yield adresse.fund(valgte[kode], mere)


def _fejl(tekst: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """What is wrong with the way it is written; that http(s) is missing altogether is a rule of the model."""
    if w.er_fil(tekst):
        yield k.FIL.kode, {}
        return
    if w.har_mellemrum(tekst):
        yield k.MELLEMRUM.kode, {}
    if w.har_forkert_forled(tekst):
        yield k.FORLED.kode, {"begynder": tekst.strip()[:24]}
        return
    dele = w.delt(tekst.strip())
    if dele is None:
        return
    vaert = dele.hostname or ""
    if w.er_eksempel(dele):
        yield k.EKSEMPEL.kode, {"vaert": vaert}
    elif w.er_intern(dele):
        yield k.INTERN.kode, {}
    elif w.er_forkortet(dele):
        yield k.FORKORTET.kode, {"vaert": vaert}
    if w.har_sporing(dele):
        yield k.SPORING.kode, {}


def _spoerg(
    udsnit: Udsnit,
    valgte: Mapping[str, Kontrol],
    aabnes: Mapping[str, Sequence[_Adresse]],
    husk: Path | None,
) -> Iterator[Fund]:
    tal = udsnit.indstillet.tal
    svarene = svarer(
        aabnes, udsnit.feedback, hukommelse(husk), i_dag=udsnit.i_dag,
        sekunder=tal(k.SEKUNDER), dage=int(tal(k.DAGE_MELLEM_SPOERGSMAAL)),
    )  # fmt: skip
    for svar in svarene:
        kode, mere = _siger(svar)
        if kode in valgte:
            for adresse in aabnes[svar.adresse]:
                yield adresse.fund(valgte[kode], mere)


def _siger(svar: Svar) -> tuple[str, Mapping[str, object]]:
    dato = f"{svar.dato.day}.{svar.dato.month}.{svar.dato.year}"
    if svar.udfald is Udfald.CERTIFIKAT:
        return k.CERTIFIKAT.kode, {"dato": dato}
    if svar.udfald is Udfald.FLYTTET:
        return k.OMDIRIGERET.kode, {"ny": svar.endelig}
    if svar.udfald in (Udfald.VIRKER, Udfald.LOGIN):
        return "", {}
    return k.SVARER_IKKE.kode, {"svar": svar.tekst(), "dato": dato}
