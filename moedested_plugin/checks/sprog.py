# SPDX-License-Identifier: GPL-2.0-or-later
"""Looks at the language of what people will read. What one text says of itself is asked once per text, not per row."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from moedested_plugin.domain import kontroller_sprog as k
from moedested_plugin.domain.kontrol import Kontrol
from moedested_plugin.domain.kontroller_felter import KORTE_TEKSTER
from moedested_plugin.domain.laesbarhed import laesbarhed
from moedested_plugin.domain.ordliste import Soeger, ordene, soeger
from moedested_plugin.domain.ordsigte import SPROG
from moedested_plugin.domain.rens import er_forlaest, har_html, pudset, ser_pudset_ud
from moedested_plugin.domain.skema import tabel as beskrevet
from moedested_plugin.domain.tekstfelter import prosa, sprog_af

from .fund import Fund, aftryk_af

if TYPE_CHECKING:
    from .tekstgang import Raekketekst
    from .teksttvivl import Sigte
    from .udsnit import Udsnit

#: (code, values of the sentence, what tells two of a kind apart)
Maerke = tuple[str, Mapping[str, object], str]

_HUSKES = 50_000
#: Shorter texts say too little about how hard they are.
_MINDST_ORD = 40
_MINDST_VERSALER = 9
_MINDST_LAENGDE = 20
_MINDST_ORD_I_OVERSAETTELSE = 5
_SLUT = re.compile(r"[.!?…:)\]\"'”»]\Z")
_ORD = re.compile(r"[^\W\d_]{3,}")
_ALT_INTET = re.compile(
    r"(?:et |en )?(?:billede|foto|fotografi|illustration|logo)(?:t|et)?(?: af.{0,3})?\Z|.*\.(?:jpe?g|png|gif|webp|tiff?|heic)\Z|"
    r"(?:img|dsc|p|foto|billede|image)[_ -]?\d+\Z|(?:billede|foto|fotografi) af\b",
    re.IGNORECASE,
)
#: English, German and Danish fields that say the same.
_OVERSAETTELSER = {
    "moedested": (("beskriv_uk", "beskriv_d", ("beskrivels", "lang_beskr")), ("navn_uk", "navn_d", ())),
    **dict.fromkeys(
        ("facilitet_punkt", "facilitet_flade", "rute"),
        (("uk_k_beskr", "d_k_beskr", ("beskrivels",)), ("navn_uk", "navn_d", ())),
    ),
}  # fmt: skip


class _Felt(NamedTuple):
    """A field of a table to read."""

    navn: str
    sprog: str
    laengde: int
    husket: dict[str, tuple[Maerke, ...]]


class Laeser:
    """Reads texts with the municipality's lists and numbers."""

    hvad = SPROG

    def __init__(self, udsnit: Udsnit, kontroller: Sequence[Kontrol]) -> None:
        self.valgte = {kontrol.kode: kontrol for kontrol in kontroller}
        self.tabeller = frozenset(navn for kontrol in kontroller for navn in kontrol.tabeller)
        self._felter: dict[str, tuple[_Felt, ...]] = {}
        self._tal = udsnit.indstillet.tal
        ord_ = udsnit.indstillet.ord
        self._lister: tuple[tuple[str, Soeger], ...] = tuple(
            (kontrol.kode, soeger(ord_(kontrol.ordlister[0])))
            for kontrol in (k.STEMPLER, k.TOM_FRASE, k.PROEVE)
            if kontrol.kode in self.valgte
        )
        self._plads = {
            "navn": int(self._tal(k.TEGN_I_NAVN)),
            "beskrivels": int(self._tal(k.TEGN_I_KORT_TEKST)),
        }
        # Any of the lists, for texts that hold no word of them: most do not.
        self._ethvert = soeger(
            tuple(
                linje
                for kontrol in (k.STEMPLER, k.TOM_FRASE, k.PROEVE)
                for linje in ord_(kontrol.ordlister[0])
            )
        )
        self._husket: dict[str, dict[str, tuple[Maerke, ...]]] = {}
        self._trin: tuple[Callable[[str, str], Iterator[Maerke]], ...] = (
            self._ordene, self._tegnene, self._laengden, self._laesbarheden,
        )  # fmt: skip

    def se(self, raekke: Raekketekst) -> Iterator[Fund]:
        """The findings of one row."""
        if raekke.tabel not in self._felter:
            self._felter[raekke.tabel] = self._felter_i(raekke.tabel)
        return _i_raekken(self, self._felter[raekke.tabel], raekke)

    def efter(self, sigte: Sigte, tabel: str) -> Iterator[Fund]:
        """What only all rows of a table together can tell."""
        kontrol = self.valgte.get(k.GENTAGET.kode)
        if kontrol is not None:
            for tekst, noegler, antal in sigte.gentagne(tabel):
                alias = beskrevet(tabel).felt("lang_beskr").alias
                for noegle in noegler:
                    yield Fund(
                        kontrol, tabel, noegle, {"felt": alias, "antal": antal}, "lang_beskr",
                        aftryk=aftryk_af(tekst),
                    )  # fmt: skip

    def _felter_i(self, tabel: str) -> tuple[_Felt, ...]:
        """The fields to read, each with what has been said of texts in fields of its kind."""
        return tuple(
            _Felt(
                felt, sprog_af(felt), beskrevet(tabel).felt(felt).laengde or sys.maxsize,
                self._husket.setdefault(felt if felt in self._plads else sprog_af(felt), {}),
            )
            for felt in prosa(tabel)
        )  # fmt: skip

    def laes(self, felt: _Felt, tekst: str) -> tuple[Maerke, ...]:
        """What is to be said of a text in a field."""
        kendt = felt.husket.get(tekst)
        if kendt is None:
            if len(felt.husket) > _HUSKES:
                felt.husket.clear()
            kendt = tuple(
                maerke
                for trin in self._trin
                for maerke in trin(felt.navn, tekst)
                if maerke[0] in self.valgte and (felt.sprog == "da" or maerke[0] not in _KUN_DANSK)
            )
            felt.husket[tekst] = kendt
        return kendt

    def _ordene(self, felt: str, tekst: str) -> Iterator[Maerke]:
        del felt
        lille = tekst.casefold()
        ord_ = ordene(lille)
        if not self._ethvert.maaske(lille, ord_):
            return
        for kode, liste in self._lister:
            for nr, et in enumerate(liste.find(tekst)):
                forslag = f" → {et.forslag}" if et.forslag else ""
                yield kode, {"fundet": et.fundet, "forslag": forslag}, str(nr)

    def _tegnene(self, felt: str, tekst: str) -> Iterator[Maerke]:
        del felt
        if har_html(tekst):
            yield k.HTML.kode, {}, ""
        elif er_forlaest(tekst):
            yield k.FORLAEST.kode, {}, ""
        elif not ser_pudset_ud(tekst) and pudset(tekst) != tekst:
            yield k.TEGN.kode, {}, ""
        if tekst.isupper() and len(tekst) >= _MINDST_VERSALER and _ORD.search(tekst):
            yield k.VERSALER.kode, {}, ""

    def _laengden(self, felt: str, tekst: str) -> Iterator[Maerke]:
        plads = self._plads.get(felt)
        if plads is not None and len(tekst) > plads:
            yield k.FOR_LANGT.kode, {"tegn": len(tekst), "plads": plads}, ""

    def _laesbarheden(self, felt: str, tekst: str) -> Iterator[Maerke]:
        del felt
        if tekst.count(" ") < min(self._tal(k.ORD_I_SAETNING), _MINDST_ORD) - 1:
            return
        maalt = laesbarhed(tekst)
        if maalt.ord_i_alt >= _MINDST_ORD and maalt.lix > self._tal(k.HOEJESTE_LIX):
            yield k.SVAER.kode, {"lix": maalt.lix}, ""
        if maalt.laengste_saetning > self._tal(k.ORD_I_SAETNING):
            yield k.LANG_SAETNING.kode, {"ord": maalt.laengste_saetning}, ""


_KUN_DANSK = frozenset({k.STEMPLER.kode, k.TOM_FRASE.kode, k.SVAER.kode})


def _i_raekken(laeser: Laeser, felter: Sequence[_Felt], raekke: Raekketekst) -> Iterator[Fund]:
    valgte, vaerdier = laeser.valgte, raekke.vaerdier
    for felt in felter:
        tekst = vaerdier[felt.navn]
        if not tekst or not isinstance(tekst, str):
            continue
        for kode, mere, nr in laeser.laes(felt, tekst):
            if raekke.tabel in valgte[kode].tabeller and not _siges_andetsteds(
                raekke.tabel, felt.navn, kode, tekst
            ):
                yield _fund(valgte[kode], raekke, felt.navn, mere, nr)
        if len(tekst) >= felt.laengde and k.AFKORTET.kode in valgte and _er_afkortet(felt, tekst):
            yield _fund(valgte[k.AFKORTET.kode], raekke, felt.navn)
    if raekke.tabel == "foto" and k.ALT_TEKST.kode in valgte and _alt_siger_intet(raekke):
        yield _fund(valgte[k.ALT_TEKST.kode], raekke, "alt_tekst")
    for engelsk, tysk, danske in _OVERSAETTELSER.get(raekke.tabel, ()):
        if vaerdier.get(engelsk) or vaerdier.get(tysk):
            yield from _oversat(valgte, raekke, engelsk, tysk, danske)


def _fund(
    kontrol: Kontrol, raekke: Raekketekst, felt: str, mere: Mapping[str, object] | None = None, nr: str = "",
) -> Fund:  # fmt: skip
    alias = beskrevet(raekke.tabel).felt(felt).alias
    return Fund(
        kontrol, raekke.tabel, raekke.noegle, {"felt": alias, **(mere or {})}, felt,
        maerke=f"{felt}:{nr}", aftryk=aftryk_af(raekke.vaerdier.get(felt)),
    )  # fmt: skip


def _siges_andetsteds(tabel: str, felt: str, kode: str, tekst: str) -> bool:
    """Blanks in names have a check of their own."""
    kort = kode == k.TEGN.kode and felt in KORTE_TEKSTER.get(tabel, ())
    return kort and pudset(tekst) == " ".join(tekst.split())


def _er_afkortet(felt: _Felt, tekst: str) -> bool:
    return felt.laengde > _MINDST_LAENGDE and not _SLUT.search(tekst)


def _alt_siger_intet(raekke: Raekketekst) -> bool:
    alt = str(raekke.vaerdier.get("alt_tekst") or "").strip()
    return bool(alt) and (
        bool(_ALT_INTET.match(alt)) or alt == str(raekke.vaerdier.get("billedtekst") or "").strip()
    )


def _oversat(
    valgte: Mapping[str, Kontrol], raekke: Raekketekst, engelsk: str, tysk: str, danske: Sequence[str],
) -> Iterator[Fund]:  # fmt: skip
    v = raekke.vaerdier
    for kontrol, felt, andet in (
        (k.ENGELSK_MANGLER, engelsk, tysk),
        (k.TYSK_MANGLER, tysk, engelsk),
    ):
        if kontrol.kode in valgte and v.get(andet) and not v.get(felt):
            alias = beskrevet(raekke.tabel).felt(andet).alias
            yield _fund(valgte[kontrol.kode], raekke, felt, {"andet": alias})
        if k.IKKE_OVERSAT.kode in valgte and len(str(v.get(felt) or "").split()) >= (
            _MINDST_ORD_I_OVERSAETTELSE
        ):
            samme = next((a for a in (*danske, engelsk) if a != felt and v.get(a) == v[felt]), None)
            if samme is not None:
                alias = beskrevet(raekke.tabel).felt(samme).alias
                yield _fund(valgte[k.IKKE_OVERSAT.kode], raekke, felt, {"andet": alias})
