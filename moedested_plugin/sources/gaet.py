# SPDX-License-Identifier: GPL-2.0-or-later
"""Guesses how a source nobody has seen before might be mapped: by the names of its columns, their types, their content.

A guess is a start for the mapping dialog: each field comes with how sure it is and why, and nothing is imported by it
unseen.
"""

from __future__ import annotations

import difflib
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from moedested_plugin.domain.diff import STEMPELFELTER
from moedested_plugin.domain.felt import Felt
from moedested_plugin.domain.navne import ens_navn
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.i18n import tr
from moedested_plugin.store.oversaet import citer

from . import sted
from .kortlaeg_udtryk import typefelt
from .laest import GEOMETRI, TABEL, KildeFelt, Laest
from .omregn import KanIkke, Koder, omregner
from .profil import NETVAERK, FeltKort, Genkendelse, Profil

_PROEVE = 500
_MINDST = 0.6
_NAVN_LIGNER = 0.84
_FLEST_VAERDIER = 60
#: What others call our fields.
_SYNONYMER: Mapping[str, tuple[str, ...]] = {
    "navn": ("name", "titel", "title", "stednavn", "facilitetsnavn", "rutenavn", "navn_kort", "lokation", "betegnelse"),
    "beskrivels": ("beskrivelse", "description", "desc", "kort_beskrivelse", "cmt", "tekst", "bemaerkning", "placering"),
    "lang_beskr": ("lang_beskrivelse", "beskrivelse_lang", "langbeskrivelse", "long_description"),
    "facil_ty_k": ("type", "facilitet", "facilitetstype", "facilitet_type", "facil_ty", "kategori", "udstyr_type", "slags",
                   "pplads_type", "facilitet_type_kode"),
    "rute_ty_k": ("type", "rutetype", "rute_type", "rute_ty", "slags", "kategori"),
    "type": ("type", "kategori", "vejklasse", "slags", "vejmidtetype"),
    "type_k": ("type", "kategori", "slags"),
    "link": ("url", "website", "hjemmeside", "web", "www", "link1_href", "homepage"),
    "foto_link": ("foto", "billede", "image", "photo", "billedlink"),
    "antal_pl": ("antal", "pladser", "antal_pladser", "kapacitet", "siddepladser"),
    "bookinglink": ("booking", "book_link"),
    "noegle": ("id", "gid", "objectid", "objekt_id", "globalid", "lokalid", "id_lokalid", "osmid", "uuid"),
    "ansvar_org": ("ansvarlig", "ejer", "organisation", "forening", "drift"),
    "kontak_ved": ("kontakt", "mail", "email", "e_mail", "kontaktmail"),
    "straekn_nr": ("rutenummer", "nummer", "rute_nr", "ref"),
    "niveau": ("niveau", "level", "layer"),
    "telefon": ("tlf", "telefonnummer", "phone"),
    "kontakt_mail": ("mail", "email", "e_mail"),
    "kontakt_tlf": ("tlf", "telefon", "telefonnummer", "phone"),
    "obs": ("advarsel", "vaer_opmaerksom"),
    "tilstand_k": ("tilstand", "stand"),
    "belaegn_k": ("belaegning", "underlag", "overflade", "surface"),
}  # fmt: skip
_NOEGLER = (
    "objekt_id",
    "globalid",
    "lokalid",
    "id_lokalid",
    "uuid",
    "gml_id",
    "id",
    "gid",
    "objectid",
    "nr",
    "osmid",
)
_AF_GEOMETRI = {
    1: "facilitet_punkt",
    4: "facilitet_punkt",
    2: NETVAERK,
    5: NETVAERK,
    3: "facilitet_flade",
    6: "facilitet_flade",
}


@dataclass(frozen=True)
class Gaet:
    """One guess: the mapping of a field, how sure (0 to 1), and why."""

    kort: FeltKort
    sikkerhed: float
    grund: str
    #: Values of the source that no code was found for.
    ukendte: tuple[str, ...] = ()


@dataclass(frozen=True)
class Forslag:
    """A profile to begin with, and what it builds on."""

    profil: Profil
    gaet: tuple[Gaet, ...]


def gaet_profil(laest: Laest, koder: Koder, tabel: str | None = None, navn: str = "") -> Forslag:
    """A profile for what was read. Lines without anything that looks like routes go to the network."""
    with closing(sqlite3.connect(laest.staging)) as con:
        maal = tabel or _tabel(con, laest)
        gaet = tuple(_felter(con, laest, maal, koder)) or tuple(_noget(laest, maal))
        noegle = _noegle(con, laest)
    beskrevet = tabel_af_navn(maal)
    type_ = typefelt(Profil("x", "x", "x", maal))
    typekolonne = next((g.kort.fra[0] for g in gaet if g.kort.felt == type_), None)
    standarder: dict[str, Any] = {"kilde_k": 98} if beskrevet.har("kilde_k") else {}
    if typekolonne is None and maal == "facilitet_punkt":
        standarder["facil_ty_k"] = 9981
    if typekolonne is None and maal == "facilitet_flade":
        standarder["facil_ty_k"] = 9981
    if typekolonne is None and maal == "rute":
        standarder["rute_ty_k"] = 98
    titel = navn or laest.navn or "kilde"
    profil = Profil(
        navn=_profilnavn(titel), titel=titel, kilde=titel, tabel=maal, lag=laest.navn,
        felter=tuple(g.kort for g in gaet),
        genkendes=Genkendelse((laest.navn,) if laest.navn else (), tuple(felt.navn for felt in laest.felter)),
        noegle=noegle, type=typekolonne, standarder=standarder,
        lokale=tuple(felt for felt in ("kilde_k", "statuskode", "off_kode") if beskrevet.har(felt)),
    )  # fmt: skip
    return Forslag(profil, gaet)


def _profilnavn(titel: str) -> str:
    return (
        "".join(tegn if tegn.isalnum() or tegn in " .,()+-_" else " " for tegn in titel)[
            :80
        ].strip()
        or "kilde"
    )


def _noget(laest: Laest, tabel: str) -> Iterator[Gaet]:
    """A line of the network needs no more than something to be called by."""
    if tabel == NETVAERK and laest.felter:
        felt = laest.felter[0]
        yield Gaet(FeltKort("navn", (felt.navn,)), 0.1, tr("Kolonnen hedder {}.").format(felt.navn))


def _tabel(con: sqlite3.Connection, laest: Laest) -> str:
    kolonner = {felt.navn.casefold() for felt in laest.felter}
    if "rute_ty_k" in kolonner:
        return "rute"
    raekke = con.execute(
        f"SELECT {GEOMETRI} FROM {TABEL} WHERE {GEOMETRI} IS NOT NULL LIMIT 1"  # nosec B608 - only names that domain or `citer` has
    ).fetchone()  # nosec B608
    if raekke is None:
        return "moedested"
    wkb = sted.enkel_af_blob(raekke[0])
    return _AF_GEOMETRI.get(sted.kode(wkb) if wkb else 0, "facilitet_punkt")


def _felter(con: sqlite3.Connection, laest: Laest, tabel: str, koder: Koder) -> Iterator[Gaet]:
    """The best column for each field; a column serves one field, the surest first."""
    kandidater = []
    for felt in tabel_af_navn(tabel).felter:
        if felt.navn in STEMPELFELTER or felt.navn in ("objekt_id", "geofa_version", "geofa_ekstra", "kilde_k", "koersel_id",
                                                       "netvaerk_id", "kilde", "kilde_noegle"):  # fmt: skip
            continue
        for kilde in laest.felter:
            lighed = navnelighed(felt, kilde.navn)
            if lighed >= _MINDST:
                kandidater.append((lighed, felt, kilde))
    brugte_felter: set[str] = set()
    brugte_kolonner: set[str] = set()
    for lighed, felt, kilde in sorted(kandidater, key=lambda led: -led[0]):
        if felt.navn in brugte_felter or kilde.navn in brugte_kolonner:
            continue
        gaet = _proev(con, felt, kilde, lighed, koder)
        if gaet is not None:
            brugte_felter.add(felt.navn)
            brugte_kolonner.add(kilde.navn)
            yield gaet


def navnelighed(felt: Felt, kolonne: str) -> float:
    """How much a column is called like a field: 1 the same, 0 nothing alike."""
    hedder = ens_navn(kolonne)
    navne = [ens_navn(felt.navn), ens_navn(felt.alias), ens_navn(felt.navn.removesuffix("_k"))]
    if not hedder:
        return 0.0
    if hedder in navne or hedder == ens_navn(felt.navn)[:10]:
        return 1.0
    synonymer = [ens_navn(navn) for navn in _SYNONYMER.get(felt.navn, ())]
    if hedder in synonymer:
        return 0.9 - 0.02 * synonymer.index(hedder)
    bedst = max(difflib.SequenceMatcher(None, hedder, navn).ratio() for navn in navne)
    return bedst * 0.8 if bedst >= _NAVN_LIGNER and len(hedder) > 3 else 0.0


def _proev(
    con: sqlite3.Connection, felt: Felt, kilde: KildeFelt, lighed: float, koder: Koder
) -> Gaet | None:
    """See whether the values of the column fit the field; None when most do not."""
    vaerdier = _vaerdier(con, kilde)
    if felt.kodeliste is not None:
        return _proev_koder(felt, kilde, lighed, vaerdier, koder)
    omregn = omregner(felt, FeltKort(felt.navn), koder)
    gode = sum(_gaar(omregn, vaerdi) for vaerdi in vaerdier)
    if vaerdier and gode / len(vaerdier) < _MINDST:
        return None
    sikkerhed = lighed * (gode / len(vaerdier) if vaerdier else 0.8)
    grund = tr("Kolonnen hedder {}.").format(kilde.navn)
    return Gaet(FeltKort(felt.navn, (kilde.navn,)), round(sikkerhed, 2), grund)


def _proev_koder(
    felt: Felt, kilde: KildeFelt, lighed: float, vaerdier: Sequence[Any], koder: Koder
) -> Gaet | None:
    liste = koder.get(felt.kodeliste or "", {})
    kendte = set(liste.values())
    oversat: dict[str, int] = {}
    ukendte = []
    rigtige = 0
    for vaerdi in vaerdier:
        tekst = (
            str(int(vaerdi))
            if isinstance(vaerdi, float) and vaerdi.is_integer()
            else str(vaerdi).strip()
        )
        if (tekst.isdigit() and int(tekst) in kendte) or ens_navn(tekst) in liste:
            rigtige += 1
            continue
        naer = naermeste(tekst, liste)
        if naer is not None:
            oversat[tekst] = naer
        else:
            ukendte.append(tekst)
    antal = len(vaerdier)
    if not antal or antal > _FLEST_VAERDIER or (rigtige + len(oversat)) / antal < 0.3:
        return None
    kort = FeltKort(felt.navn, (kilde.navn,), oversat)
    sikkerhed = lighed * (rigtige + 0.7 * len(oversat)) / antal
    grund = tr("{} af {} værdier i {} er i listen.").format(
        rigtige + len(oversat), antal, kilde.navn
    )
    return Gaet(kort, round(sikkerhed, 2), grund, tuple(ukendte))


def naermeste(tekst: str, liste: Mapping[str, int]) -> int | None:
    """The code whose name is most like the text, if any is like enough."""
    soegt = ens_navn(tekst)
    if len(soegt) < 3:
        return None
    indeholder = [navn for navn in liste if soegt in navn or (len(navn) > 3 and navn in soegt)]
    if len(indeholder) == 1:
        return liste[indeholder[0]]
    lig = difflib.get_close_matches(soegt, liste, n=1, cutoff=_NAVN_LIGNER)
    return liste[lig[0]] if lig else None


def _gaar(omregn: Callable[[object], object], vaerdi: object) -> bool:
    try:
        omregn(vaerdi)
    except KanIkke:
        return False
    return True


def _vaerdier(con: sqlite3.Connection, kilde: KildeFelt) -> list[Any]:
    kolonne = citer(kilde.kolonne)
    return [
        vaerdi
        for (vaerdi,) in con.execute(
            f"SELECT DISTINCT {kolonne} FROM {TABEL} WHERE {kolonne} IS NOT NULL AND {kolonne} <> '' LIMIT {_PROEVE}"  # nosec B608 - quoted by citer
        )
    ]


def _noegle(con: sqlite3.Connection, laest: Laest) -> tuple[str, ...]:
    """The column that is filled and different in every row, and called like a key."""
    for navn in _NOEGLER:
        for felt in laest.felter:
            if ens_navn(felt.navn) != ens_navn(navn):
                continue
            kolonne = citer(felt.kolonne)
            antal, fyldte, forskellige = con.execute(
                f"SELECT count(*), count({kolonne}), count(DISTINCT {kolonne}) FROM {TABEL}"  # nosec B608 - quoted by citer
            ).fetchone()
            if antal and antal == fyldte == forskellige:
                return (felt.navn,)
    return ()
