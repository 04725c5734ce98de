# SPDX-License-Identifier: GPL-2.0-or-later
"""Looks for what must not leave the municipality: personal numbers, names, private contacts, photos without consent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from moedested_plugin.domain import kontroller_privatliv as k
from moedested_plugin.domain.faelles import FOTO_OBJEKTER, HAR_WEBADRESSE, MAA_VISES
from moedested_plugin.domain.kontaktoplysninger import (
    MULIG_MAIL,
    MULIGT_NUMMER,
    private_mails,
    telefonnumre,
)
from moedested_plugin.domain.kontrol import Kontrol
from moedested_plugin.domain.offentlig import MOEDESTED_OFFENTLIGT, STED_OFFENTLIGT
from moedested_plugin.domain.ordliste import soeger
from moedested_plugin.domain.personnavne import muligt_navn, personnavne
from moedested_plugin.domain.personnumre import MULIGT, personnumre
from moedested_plugin.domain.skema import tabel as beskrevet
from moedested_plugin.domain.tekstfelter import (
    KONTAKTFELTER,
    UDEN_PERSONNAVNE,
    alle,
    offentlige,
    som_tekst,
)

from .fund import Fund, aftryk_af
from .tekstgang import Raekketekst, gennemgaa
from .udsnit import Raekke, Udsnit

#: Finds in one text: what may be shown of each.
Finder = Callable[[str], Iterator[str]]


def find(udsnit: Udsnit, kontroller: Sequence[Kontrol]) -> Iterator[Fund]:
    """The findings of the given checks."""
    valgte = {kontrol.kode: kontrol for kontrol in kontroller}
    tabeller = dict.fromkeys(navn for kontrol in kontroller for navn in kontrol.tabeller)
    gang = _Gang(udsnit, valgte)
    for navn in tabeller:
        if gang.ser_paa_tekst:
            for tekst in gennemgaa(udsnit, navn, alle(navn)):
                yield from gang.se(tekst)
    if k.FOTO_SAMTYKKE.kode in valgte:
        yield from _foto(udsnit, valgte[k.FOTO_SAMTYKKE.kode])
    if k.FOTO_ADRESSE_SAMTYKKE.kode in valgte:
        yield from _foto_adresser(udsnit, valgte[k.FOTO_ADRESSE_SAMTYKKE.kode])


class _Gang:
    """One run over the texts, with the word lists made ready."""

    def __init__(self, udsnit: Udsnit, valgte: dict[str, Kontrol]) -> None:
        ord_ = udsnit.indstillet.ord
        self._valgte = valgte
        self._cpr = k.CPR.kode in valgte or k.CPR_MAASKE.kode in valgte
        udbydere = frozenset(linje.strip().lower() for linje in ord_(k.PRIVATE_POSTKASSER))
        maa_staa = frozenset(linje.strip().casefold() for linje in ord_(k.NAVNE_DER_MAA_STAA))
        self._interne = soeger(ord_(k.ORD_DER_BLIVER_INTERNE))
        self._findere: dict[str, tuple[frozenset[str], Finder]] = {
            k.PRIVAT_MAIL.kode: (frozenset(), partial(_mails, udbydere)),
            k.TELEFON_I_TEKST.kode: (KONTAKTFELTER, _numre),
            k.PERSONNAVN.kode: (UDEN_PERSONNAVNE, partial(_navne, maa_staa)),
            k.INTERNT_ORD.kode: (frozenset(), self._interne_ord),
        }
        self.ser_paa_tekst = self._cpr or not self._findere.keys().isdisjoint(valgte)

    def se(self, raekke: Raekketekst) -> Iterator[Fund]:
        """The findings of one row."""
        # Most rows hold nothing of the kind: one look at the whole row's text says so.
        samlet = raekke.samlet
        if self._cpr and MULIGT.search(samlet):
            yield from self._personnumre(raekke)
        for kode in self._mulige(samlet):
            kontrol = self._valgte.get(kode)
            if kontrol is not None:
                ikke_i, finder = self._findere[kode]
                yield from _i_felterne(kontrol, raekke, ikke_i, finder)

    def _mulige(self, samlet: str) -> list[str]:
        mulige = []
        if MULIG_MAIL.search(samlet):
            mulige.append(k.PRIVAT_MAIL.kode)
        if MULIGT_NUMMER.search(samlet):
            mulige.append(k.TELEFON_I_TEKST.kode)
        if muligt_navn(samlet):
            mulige.append(k.PERSONNAVN.kode)
        if self._interne.maaske(samlet.lower()):
            mulige.append(k.INTERNT_ORD.kode)
        return mulige

    def _personnumre(self, raekke: Raekketekst) -> Iterator[Fund]:
        for felt in alle(raekke.tabel):
            tekst = som_tekst(raekke.vaerdier.get(felt))
            for nr, fundet in enumerate(personnumre(tekst)):
                kode = k.CPR_MAASKE.kode if fundet.tvivlsomt else k.CPR.kode
                kontrol = self._valgte.get(kode)
                if kontrol is not None:
                    yield _fund(kontrol, raekke, felt, fundet.vist, f"{felt}:{nr}", tekst)

    def _interne_ord(self, tekst: str) -> Iterator[str]:
        return (fundet.fundet for fundet in self._interne.find(tekst))


def _mails(udbydere: frozenset[str], tekst: str) -> Iterator[str]:
    return (fundet.vist for fundet in private_mails(tekst, udbydere))


def _numre(tekst: str) -> Iterator[str]:
    return (fundet.vist for fundet in telefonnumre(tekst))


def _navne(maa_staa: frozenset[str], tekst: str) -> Iterator[str]:
    return (fundet.vist for fundet in personnavne(tekst, maa_staa))


def _i_felterne(
    kontrol: Kontrol, raekke: Raekketekst, ikke_i: frozenset[str], finder: Finder
) -> Iterator[Fund]:
    for felt in offentlige(raekke.tabel):
        if felt in ikke_i:
            continue
        tekst = som_tekst(raekke.vaerdier.get(felt))
        for nr, vist in enumerate(finder(tekst)) if tekst else ():
            yield _fund(kontrol, raekke, felt, vist, f"{felt}:{nr}", tekst)


def _fund(
    kontrol: Kontrol, raekke: Raekketekst, felt: str, vist: str, maerke: str, tekst: str
) -> Fund:
    alias = beskrevet(raekke.tabel).felt(felt).alias
    return Fund(
        kontrol, raekke.tabel, raekke.noegle, {"felt": alias, "vist": vist}, felt,
        maerke=maerke, aftryk=aftryk_af(tekst),
    )  # fmt: skip


def _foto(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    """Photos on the web that belong to something public and have no consent."""
    felter = ("objekt_lag", "objekt_id", "sti", "samtykke_k")
    for raekke in udsnit.raekker("foto", felter):
        if udsnit.afbrudt():
            return
        if _uden_samtykke(raekke) and _objekt_er_offentligt(udsnit, raekke):
            yield Fund(
                kontrol, "foto", str(raekke["foto_id"]), {}, "samtykke_k",
                aftryk=aftryk_af(*(raekke.get(felt) for felt in felter)),
            )  # fmt: skip


def _uden_samtykke(foto: Raekke) -> bool:
    return HAR_WEBADRESSE.holder(foto) and not MAA_VISES.holder(foto)


def _objekt_er_offentligt(udsnit: Udsnit, foto: Raekke) -> bool:
    lag = str(foto.get("objekt_lag"))
    if lag not in FOTO_OBJEKTER:
        return False
    offentligt = MOEDESTED_OFFENTLIGT if lag == "moedested" else STED_OFFENTLIGT
    felter = offentligt.felter()
    fundne = udsnit.ved(lag, beskrevet(lag).noegle, foto.get("objekt_id"), felter)
    return any(offentligt.holder(objekt) for objekt in fundne)


def _foto_adresser(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    """Places whose own photo address is that of a photo without consent."""
    felter = ("sti", "samtykke_k")
    # In a full run all photos are at hand; the few rows of an edit are asked one by one.
    spaerrede = (
        {foto["sti"] for foto in udsnit.raekker("foto", felter) if _uden_samtykke(foto)}
        if udsnit.alt
        else None
    )
    for navn in kontrol.tabeller:
        noegle = beskrevet(navn).noegle
        for raekke in udsnit.raekker(navn, ("foto_link", *STED_OFFENTLIGT.felter())):
            if udsnit.afbrudt():
                return
            link = raekke.get("foto_link")
            if not link or not STED_OFFENTLIGT.holder(raekke):
                continue
            spaerret = (
                link in spaerrede
                if spaerrede is not None
                else any(map(_uden_samtykke, udsnit.ved("foto", "sti", link, felter)))
            )
            if spaerret:
                alias = beskrevet(navn).felt("foto_link").alias
                yield Fund(
                    kontrol, navn, str(raekke[noegle]), {"felt": alias}, "foto_link",
                    aftryk=aftryk_af(link),
                )  # fmt: skip
