# SPDX-License-Identifier: GPL-2.0-or-later
"""Looks for what must not leave the municipality: personal numbers, names, private contacts, photos without consent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moedested_plugin.domain import kontroller_privatliv as k
from moedested_plugin.domain.betingelse import udfyldt
from moedested_plugin.domain.faelles import FOTO_OBJEKTER, HAR_WEBADRESSE, MAA_VISES
from moedested_plugin.domain.kontaktoplysninger import private_mails, telefonnumre
from moedested_plugin.domain.kontrol import Kontrol
from moedested_plugin.domain.offentlig import MOEDESTED_OFFENTLIGT, STED_OFFENTLIGT
from moedested_plugin.domain.ordliste import ordene, soeger
from moedested_plugin.domain.ordsigte import PRIVATLIV
from moedested_plugin.domain.personnavne import muligt_navn, personnavne
from moedested_plugin.domain.personnumre import personnumre
from moedested_plugin.domain.rens import som_laest
from moedested_plugin.domain.skema import tabel as beskrevet
from moedested_plugin.domain.tekstfelter import (
    KONTAKTFELTER,
    UDEN_PERSONNAVNE,
    alle,
    offentlige,
    som_tekst,
)

from .fund import Fund, aftryk_af
from .tekstgang import Raekketekst
from .udsnit import Raekke, Udsnit

_HUSKES = 50_000
_ALLE_FELTER = frozenset({k.CPR.kode, k.CPR_MAASKE.kode})
_TEKSTKONTROLLER = _ALLE_FELTER | {
    k.PRIVAT_MAIL.kode, k.TELEFON_I_TEKST.kode, k.PERSONNAVN.kode, k.INTERNT_ORD.kode
}  # fmt: skip
_IKKE_I = {k.TELEFON_I_TEKST.kode: KONTAKTFELTER, k.PERSONNAVN.kode: UDEN_PERSONNAVNE}


class Laeser:
    """One run over the texts, with the word lists made ready. The same text is looked at once."""

    hvad = PRIVATLIV

    def __init__(self, udsnit: Udsnit, kontroller: Sequence[Kontrol]) -> None:
        ord_ = udsnit.indstillet.ord
        egne = [kontrol for kontrol in kontroller if kontrol.kode in _TEKSTKONTROLLER]
        self._valgte = {kontrol.kode: kontrol for kontrol in egne}
        self.tabeller = frozenset(navn for kontrol in egne for navn in kontrol.tabeller)
        self._udbydere = frozenset(linje.strip().lower() for linje in ord_(k.PRIVATE_POSTKASSER))
        self._maa_staa = frozenset(linje.strip().casefold() for linje in ord_(k.NAVNE_DER_MAA_STAA))
        self._interne = soeger(ord_(k.ORD_DER_BLIVER_INTERNE))
        self._set: dict[str, tuple[tuple[str, str], ...]] = {}

    def se(self, raekke: Raekketekst) -> Iterator[Fund]:
        """The findings of one row."""
        vaerdier = raekke.vaerdier
        for felt in alle(raekke.tabel):
            vaerdi = vaerdier[felt]
            if not vaerdi:
                continue
            tekst = som_laest(som_tekst(vaerdi))
            fundne = self._set.get(tekst)
            if fundne is None:
                fundne = self._laes(tekst)
            if fundne:
                yield from self._fund(raekke, felt, fundne)

    def _laes(self, tekst: str) -> tuple[tuple[str, str], ...]:
        """(code, what may be shown) of a text, whatever field it stands in."""
        if len(self._set) > _HUSKES:
            self._set.clear()
        fundne = tuple(self._i_teksten(tekst))
        self._set[tekst] = fundne
        return fundne

    def _i_teksten(self, tekst: str) -> Iterator[tuple[str, str]]:
        for nummer in personnumre(tekst):
            yield (k.CPR_MAASKE if nummer.tvivlsomt else k.CPR).kode, nummer.vist
        for et in telefonnumre(tekst):
            yield k.TELEFON_I_TEKST.kode, et.vist
        for et in private_mails(tekst, self._udbydere):
            yield k.PRIVAT_MAIL.kode, et.vist
        if " " not in tekst and tekst.startswith("http"):
            return
        if muligt_navn(ordene(tekst)):
            for navn in personnavne(tekst, self._maa_staa):
                yield k.PERSONNAVN.kode, navn.vist
        for internt in self._interne.find(tekst):
            yield k.INTERNT_ORD.kode, internt.fundet

    def _fund(
        self, raekke: Raekketekst, felt: str, fundne: tuple[tuple[str, str], ...]
    ) -> Iterator[Fund]:
        offentligt = felt in offentlige(raekke.tabel)
        for nr, (kode, vist) in enumerate(fundne):
            kontrol = self._valgte.get(kode)
            gaelder = kode in _ALLE_FELTER or (offentligt and felt not in _IKKE_I.get(kode, ()))
            if kontrol is not None and gaelder:
                yield Fund(
                    kontrol, raekke.tabel, raekke.noegle,
                    {"felt": beskrevet(raekke.tabel).felt(felt).alias, "vist": vist}, felt,
                    maerke=f"{felt}:{nr}", aftryk=aftryk_af(raekke.vaerdier[felt]),
                )  # fmt: skip


def fotos(udsnit: Udsnit, kontroller: Sequence[Kontrol]) -> Iterator[Fund]:
    """What is wrong with who may show a photo."""
    for kontrol in kontroller:
        if kontrol.kode == k.FOTO_SAMTYKKE.kode:
            yield from _foto(udsnit, kontrol)
        elif kontrol.kode == k.FOTO_ADRESSE_SAMTYKKE.kode:
            yield from _foto_adresser(udsnit, kontrol)


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
        felter_ = ("foto_link", *STED_OFFENTLIGT.felter())
        for raekke in udsnit.raekker(navn, felter_, udfyldt("foto_link")):
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
