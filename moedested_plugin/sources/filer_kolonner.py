# SPDX-License-Identifier: GPL-2.0-or-later
"""The columns of rows that go out as files: the public ones, with Danish texts for codes, or all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from moedested_plugin.domain.betingelse import GEOMETRI, Raekke, Tom
from moedested_plugin.domain.faelles import HAR_WEBADRESSE, ORGANISATION
from moedested_plugin.domain.felt import Felt, Tabel, Type
from moedested_plugin.domain.kodelister import LOKALE_LISTER
from moedested_plugin.domain.offentlig import ENGANGS, VISNINGER, Kolonneart, Visning
from moedested_plugin.domain.offentlig import Kolonne as Offentlig
from moedested_plugin.store import Store

from .filer_ogr import Kolonne, KolonneType

_TYPER: dict[Type, KolonneType] = {
    Type.HELTAL: "heltal", Type.TAL: "tal", Type.JA_NEJ: "bool", Type.DATO: "dato", Type.TIDSPUNKT: "tid",
    Type.KODER: "json", Type.LISTE: "json", Type.OBJEKT: "json", Type.JSON: "json",
}  # fmt: skip
_FRA_ORGANISATION = frozenset((Kolonneart.ORGANISATION, Kolonneart.ORGANISATION_KODE_TEKST))
_LAENGSTE_TEKST = 254


@dataclass(frozen=True)
class Udkolonne:
    """One column: what it is made of, and how it is written."""

    fra: Offentlig
    til: Kolonne
    #: Empty in some row, as far as the model knows.
    kan_vaere_tom: bool


def kan_vises(tabel: str) -> bool:
    """Whether rows of the table can ever be public."""
    return tabel in _visninger()


@lru_cache(maxsize=1)
def _visninger() -> Mapping[str, tuple[Visning, ...]]:
    return {
        visning.tabel.navn: tuple(v for v in VISNINGER if v.tabel is visning.tabel)
        for visning in VISNINGER
    }


def kolonner(tabel: Tabel, *, internt: bool) -> list[Udkolonne]:
    """The columns of the table: all its fields with a text beside each code, or those of its public view."""
    if internt:
        return [_udkolonne(tabel, fra) for fra in _alle(tabel)]
    return [_udkolonne(tabel, fra) for fra in _visninger()[tabel.navn][0].kolonner]


def _alle(tabel: Tabel) -> Iterator[Offentlig]:
    for felt in tabel.felter:
        yield Offentlig(felt.navn, Kolonneart.FELT, felt.navn, felt.alias)
        if felt.kodeliste is not None:
            art = Kolonneart.KODER_TEKST if felt.type is Type.KODER else Kolonneart.KODE_TEKST
            navn = f"{felt.navn.removesuffix('_k')}_tekst"
            yield Offentlig(navn, art, felt.navn, felt.alias, felt.kodeliste)
    if tabel.har("organisation_id"):
        yield Offentlig("organisation", Kolonneart.ORGANISATION, "navn", "Ansvarlig")


def _udkolonne(tabel: Tabel, fra: Offentlig) -> Udkolonne:
    felt = _felt(tabel, fra)
    if felt is None or fra.art not in (Kolonneart.FELT, Kolonneart.ORGANISATION):
        return Udkolonne(
            fra, Kolonne(fra.navn, "tekst", _LAENGSTE_TEKST, fra.alias), kan_vaere_tom=True
        )
    er_kode = felt.kodeliste is not None and felt.type is not Type.KODER
    alias = f"{fra.alias} (kode)" if er_kode else fra.alias
    til = Kolonne(fra.navn, _TYPER.get(felt.type, "tekst"), felt.laengde, alias)
    return Udkolonne(fra, til, kan_vaere_tom=not felt.obligatorisk or fra.art in _FRA_ORGANISATION)


def _felt(tabel: Tabel, fra: Offentlig) -> Felt | None:
    beskrevet = ORGANISATION if fra.art in _FRA_ORGANISATION else tabel
    return beskrevet.felt(fra.felt) if beskrevet.har(fra.felt) else None


class Vaerdier:
    """Makes the values of the columns of one table, with what they need from other tables read once."""

    def __init__(
        self, store: Store, tabel: Tabel, valgte: list[Udkolonne], *, internt: bool
    ) -> None:
        self._tabel = tabel
        self._valgte = valgte
        self._internt = internt
        arter = {kolonne.fra.art for kolonne in valgte}
        self._koder = _koder(store, internt=internt)
        self._visning = None if internt else _visninger()[tabel.navn][0]
        self._arv = _arv(store, self._visning)
        self._organisationer: dict[Any, Raekke] = {}
        if arter & (_FRA_ORGANISATION | {Kolonneart.MEDVIRKENDE}):
            self._organisationer = {o["organisation_id"]: o for o in store.raekker("organisation")}
        self._medvirkende: dict[Any, set[Any]] = {}
        if Kolonneart.MEDVIRKENDE in arter:
            for led in store.raekker("medvirkende", ["moedested_id", "organisation_id"]):
                self._medvirkende.setdefault(led["moedested_id"], set()).add(led["organisation_id"])

    def af(self, raekke: Raekke) -> dict[str, Any]:
        """The values of one row, by the names of the columns."""
        visning = self._visning
        if visning is not None and visning.arver:
            fra = self._arv.get(raekke[visning.arver_fra], {})
            tomme = {felt: fra.get(felt) for felt in visning.arver if Tom(felt).holder(raekke)}
            raekke = {**raekke, **tomme}
        return {kolonne.til.navn: self._vaerdi(kolonne.fra, raekke) for kolonne in self._valgte}

    def _vaerdi(self, fra: Offentlig, raekke: Raekke) -> object:
        if fra.art is Kolonneart.MEDVIRKENDE:
            noegler = self._medvirkende.get(raekke["moedested_id"], set())
            return (
                "; ".join(sorted(str(self._organisationer[noegle]["navn"]) for noegle in noegler))
                or None
            )
        if fra.art in _FRA_ORGANISATION:
            raekke = self._organisationer.get(raekke["organisation_id"], {})
        vaerdi = raekke.get(fra.felt)
        felt = _felt(self._tabel, fra)
        if vaerdi is None or felt is None:
            return None
        liste = self._koder.get(felt.kodeliste or "", {})
        if fra.art in (Kolonneart.KODE_TEKST, Kolonneart.ORGANISATION_KODE_TEKST):
            return liste.get(vaerdi)
        if fra.art is Kolonneart.KODER_TEKST:
            valgte = vaerdi if isinstance(vaerdi, list) else []
            return "; ".join(navn for kode, navn in liste.items() if kode in valgte) or None
        return vaerdi if self._internt or self._maa_vises(felt, vaerdi, raekke, liste) else None

    @staticmethod
    def _maa_vises(felt: Felt, vaerdi: object, raekke: Raekke, liste: Mapping[Any, str]) -> bool:
        """A code may be the municipality's own business, and so is the path of a photo in its folder."""
        if felt.navn == "sti":
            return HAR_WEBADRESSE.holder(raekke)
        return felt.kodeliste not in LOKALE_LISTER or vaerdi in liste


def _arv(store: Store, visning: Visning | None) -> dict[Any, Raekke]:
    """The rows that empty fields of a public view are taken from, by key."""
    henviser = visning.tabel.felt(visning.arver_fra).henviser if visning and visning.arver else None
    if visning is None or henviser is None:
        return {}
    felter = [henviser.felt, *visning.arver]
    return {r[henviser.felt]: r for r in store.raekker(henviser.tabel, felter)}


def _koder(store: Store, *, internt: bool) -> dict[str, dict[Any, str]]:
    """The texts of the codes by list, in the order of the list."""
    ud: dict[str, dict[Any, str]] = {}
    felter = ["liste", "kode", "navn", "offentlig", "sortering"]
    raekker = list(store.raekker("kodeliste", felter))
    for kode in sorted(raekker, key=lambda k: (_tal(k["sortering"]), _tal(k["kode"]))):
        if internt or kode["offentlig"] == 1:
            ud.setdefault(str(kode["liste"]), {})[kode["kode"]] = str(kode["navn"])
    return ud


def _tal(vaerdi: object) -> int:
    return vaerdi if isinstance(vaerdi, int) else 0


class Synlige:
    """Says of a row whether the public may see it: the same rows as in the public views."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._noegler: dict[str, set[Any]] = {}

    def har(self, tabel: Tabel, raekke: Raekke) -> bool:
        """Whether the row stands in a public view."""
        return any(self._staar_i(visning, raekke) for visning in _visninger()[tabel.navn])

    def _staar_i(self, visning: Visning, raekke: Raekke) -> bool:
        if visning.betingelse is not None and not visning.betingelse.holder(raekke):
            return False
        if visning.ikke_overstaaet and _overstaaet(raekke):
            return False
        if visning.objekt_offentligt and not self._findes(
            str(raekke["objekt_lag"]), raekke["objekt_id"]
        ):
            return False
        for navn in visning.offentlige_henvisninger:
            henviser = visning.tabel.felt(navn).henviser
            if (
                henviser is not None
                and raekke[navn] is not None
                and not self._findes(henviser.tabel, raekke[navn])
            ):
                return False
        return True

    def _findes(self, tabel: str, noegle: object) -> bool:
        if tabel not in self._noegler:
            fundet: set[Any] = set()
            for visning in _visninger()[tabel]:
                navn = visning.tabel.noegle
                fundet |= {r[navn] for r in self._store.raekker(tabel, [navn], visning.betingelse)}
            self._noegler[tabel] = fundet
        return noegle in self._noegler[tabel]


def _overstaaet(raekke: Raekke) -> bool:
    slut = raekke["dato_til"]
    if slut is None and raekke["gentagelse_k"] == ENGANGS:
        slut = raekke["dato_fra"]
    return isinstance(slut, dt.date) and slut < dt.datetime.now().astimezone().date()


def geometri_af(raekke: Raekke) -> bytes | None:
    """The drawing of a row as WKB."""
    wkb = raekke.get(GEOMETRI)
    return wkb if isinstance(wkb, bytes) else None
