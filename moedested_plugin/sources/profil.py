# SPDX-License-Identifier: GPL-2.0-or-later
"""A named source (*profil*): where it goes, which field comes from which column, which value becomes which code.

A profile is JSON, so that it can be mailed to a colleague, and says in Danish what is wrong with it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.diff import STEMPELFELTER
from moedested_plugin.domain.felt import Tabel
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.i18n import tr

from .geofa_felter import tema

VERSION = 1
NETVAERK = "netvaerk"
#: How the key of a row without an id begins.
NY_FORAN = "ny/"
#: Where a source may go.
TABELLER = (
    "facilitet_punkt",
    "facilitet_flade",
    "rute",
    NETVAERK,
    "moedested",
    "aktivitet",
    "organisation",
)
#: Where only a copy of our own data may go: they mean nothing without the rows that they belong to.
BOERNETABELLER = ("straekning", "tilknytning", "udstyr", "medvirkende", "besoegstal", "foto")
_STOERST = 2_000_000
_NAVN = re.compile(r"[\wæøåÆØÅ .,()+-]{1,80}\Z")


class ProfilFejl(Exception):
    """A profile cannot be used; `str(fejl)` is the sentence for the user."""


class _Afvis:
    """Stands where an unknown value refuses the row."""


AFVIS = _Afvis()


@dataclass(frozen=True)
class FeltKort:
    """How one of our fields is filled."""

    felt: str
    #: Names that the column may have at the source, the likeliest first.
    fra: tuple[str, ...] = ()
    #: Source value (as text, case and space do not matter) → ours.
    vaerdier: Mapping[str, Any] = field(default_factory=dict)
    #: What a value that is not understood becomes; `AFVIS` refuses the row.
    ellers: Any = AFVIS
    #: Source values that mean nothing was filled in.
    tomme: tuple[Any, ...] = ()

    def som_json(self) -> dict[str, Any]:
        """As it stands in the file."""
        ud: dict[str, Any] = {"felt": self.felt, "fra": list(self.fra)}
        if self.vaerdier:
            ud["vaerdier"] = dict(self.vaerdier)
        if self.ellers is not AFVIS:
            ud["ellers"] = self.ellers
        if self.tomme:
            ud["tomme"] = list(self.tomme)
        return ud


@dataclass(frozen=True)
class Genkendelse:
    """What a file looks like that the profile is for."""

    #: Beginnings of layer or file names; the one that fits is the name of the layer ever after.
    lag: tuple[str, ...] = ()
    #: Columns that must all be there.
    felter: tuple[str, ...] = ()


@dataclass(frozen=True)
class Profil:
    """One named source."""

    navn: str
    titel: str
    kilde: str
    tabel: str
    felter: tuple[FeltKort, ...] = ()
    bemaerkning: str = ""
    #: Name of the layer in the store; empty: that of `genkendes`, or of what was read.
    lag: str = ""
    genkendes: Genkendelse = Genkendelse()
    #: Where to read: the fields of `Kilde` that are the same each time.
    laes: Mapping[str, str] = field(default_factory=dict)
    #: GeoFA theme whose fields are mapped by themselves; everything else goes to `geofa_ekstra`.
    geofa: int | None = None
    #: Columns that together are the key at the source; empty: kind and place are the key.
    noegle: tuple[str, ...] = ()
    #: Columns that are the key of a row whose key is empty.
    noegle_ellers: tuple[str, ...] = ()
    #: The key is our own id: rows without one are new, and one that we do not know is refused.
    egne_id: bool = False
    #: Rows outside the municipality are left out, and counted.
    kun_kommunen: bool = False
    #: Column that says the kind, as the source calls it.
    type: str | None = None
    #: Values for our fields where the source says nothing.
    standarder: Mapping[str, Any] = field(default_factory=dict)
    #: Fields that are ours once the row is there: a later import never touches them.
    lokale: tuple[str, ...] = ()
    #: Columns of which equal values make one row of several lines.
    saml: tuple[str, ...] = ()
    #: Columns that hold a municipality's code, the first that is there counts; others' rows are left out.
    kommune: tuple[str, ...] = ()
    #: A row changed both here and at the source is a conflict as a whole, not field by field.
    hel_konflikt: bool = False
    #: The source is a copy of these data: every field comes from the column of its own name.
    egne_felter: bool = False

    @property
    def beskrevet(self) -> Tabel:
        """The table of the model that it goes to."""
        return tabel_af_navn(self.tabel)

    @property
    def er_netvaerk(self) -> bool:
        """Lines for tracing and background: never a route, read-only."""
        return self.tabel == NETVAERK

    def alle_felter(self) -> tuple[FeltKort, ...]:
        """The mappings written in the profile, then those that follow from GeoFA."""
        skrevne = {kort.felt for kort in self.felter}
        selv = _egne(self.beskrevet) if self.egne_felter else _geofa(self.geofa)
        return (*self.felter, *(kort for kort in selv if kort.felt not in skrevne))

    def som_json(self) -> dict[str, Any]:
        """As it stands in the file; what is as usual is left out."""
        ud: dict[str, Any] = {"version": VERSION, "navn": self.navn, "titel": self.titel}
        for navn in ("bemaerkning", "kilde", "lag", "tabel", "geofa", "type"):
            if getattr(self, navn):
                ud[navn] = getattr(self, navn)
        if self.genkendes != Genkendelse():
            ud["genkendes"] = {
                "lag": list(self.genkendes.lag),
                "felter": list(self.genkendes.felter),
            }
        ud["felter"] = [kort.som_json() for kort in self.felter]
        for navn in _LISTER:
            if getattr(self, navn):
                ud[navn] = list(getattr(self, navn))
        for navn in ("laes", "standarder"):
            if getattr(self, navn):
                ud[navn] = dict(getattr(self, navn))
        for navn in _JA_NEJ:
            if getattr(self, navn):
                ud[navn] = True
        return ud

    def gem(self, sti: Path) -> None:
        """Write the file to share."""
        sti.write_text(
            json.dumps(self.som_json(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )


def _geofa(nummer: int | None) -> Iterator[FeltKort]:
    """GeoFA's names are ours; shapefiles cut them to ten characters, in two ways."""
    if nummer is None:
        return
    t = tema(nummer)
    for navn, felt in t.egne.items():
        korte = [kort for kort, lang in t.korte_navne.items() if lang == navn]
        tomme = (0, "0") if felt.navn == "laengde" else ()
        yield FeltKort(felt.navn, tuple(dict.fromkeys((navn, *korte, navn[:10]))), tomme=tomme)


def _egne(tabel: Tabel) -> Iterator[FeltKort]:
    for felt in tabel.felter:
        if felt.navn not in STEMPELFELTER:
            yield FeltKort(felt.navn, (felt.navn,))


# ---- reading --------------------------------------------------------------------------------------------------------

_TEKSTER = ("navn", "titel", "kilde", "tabel", "bemaerkning", "lag", "type")
_LISTER = ("noegle", "noegle_ellers", "lokale", "saml", "kommune")
_JA_NEJ = ("hel_konflikt", "egne_id", "egne_felter", "kun_kommunen")
_KENDTE = frozenset(
    (
        *_TEKSTER,
        *_LISTER,
        *_JA_NEJ,
        "version",
        "genkendes",
        "laes",
        "geofa",
        "felter",
        "standarder",
    )
)
_KRAEVEDE = ("navn", "titel", "kilde", "tabel")
_LAESES = frozenset(("sti", "lag", "filter", "tegnsaet", "crs", "authcfg", "noegle"))


def laes_profil(sti: Path) -> Profil:
    """Read a profile from a file. Raises `ProfilFejl`."""
    try:
        if sti.stat().st_size > _STOERST:
            raise ProfilFejl(
                tr("Profilen {} er for stor. Er det den rigtige fil?").format(sti.name)
            )
        indhold = json.loads(sti.read_text(encoding="utf-8-sig"))
    except OSError:
        raise ProfilFejl(
            tr("Profilen {} kan ikke læses. Vælg en anden.").format(sti.name)
        ) from None
    except (ValueError, RecursionError):
        raise ProfilFejl(
            tr("Profilen {} er ikke gyldig JSON. Hent den igen.").format(sti.name)
        ) from None
    return profil_af(indhold)


def profil_af(indhold: object) -> Profil:
    """A profile from what its JSON says. Raises `ProfilFejl` with the first thing that is wrong."""
    if not isinstance(indhold, dict):
        raise ProfilFejl(tr("Profilen skal være et JSON-objekt."))
    _kendte(indhold, _KENDTE)
    version = indhold.get("version", VERSION)
    if not isinstance(version, int) or version > VERSION:
        raise ProfilFejl(tr("Profilen er lavet med en nyere udgave af Mødested. Opdatér pluginet."))
    for navn in _KRAEVEDE:
        if not indhold.get(navn):
            raise ProfilFejl(tr("Profilen mangler “{}”.").format(navn))
    tekster = {navn: _tekst(indhold, navn) for navn in _TEKSTER}
    lister = {navn: _liste(indhold, navn) for navn in _LISTER}
    genkendes = _objekt(indhold, "genkendes")
    _kendte(genkendes, {"lag", "felter"})
    laes = {navn: _tekst(_objekt(indhold, "laes"), navn) for navn in _objekt(indhold, "laes")}
    _kendte(laes, _LAESES)
    felter = indhold.get("felter", [])
    if not isinstance(felter, list):
        raise ProfilFejl(tr("“{}” i profilen skal være en liste.").format("felter"))
    profil = Profil(
        felter=tuple(_feltkort(kort) for kort in felter),
        genkendes=Genkendelse(_liste(genkendes, "lag"), _liste(genkendes, "felter")),
        laes=laes,
        geofa=indhold.get("geofa"),
        standarder=_objekt(indhold, "standarder"),
        hel_konflikt=indhold.get("hel_konflikt") is True,
        egne_id=indhold.get("egne_id") is True,
        kun_kommunen=indhold.get("kun_kommunen") is True,
        noegle_ellers=lister["noegle_ellers"],
        egne_felter=indhold.get("egne_felter") is True,
        navn=tekster["navn"],
        titel=tekster["titel"],
        kilde=tekster["kilde"],
        tabel=tekster["tabel"],
        bemaerkning=tekster["bemaerkning"],
        lag=tekster["lag"],
        type=tekster["type"] or None,
        noegle=lister["noegle"],
        lokale=lister["lokale"],
        saml=lister["saml"],
        kommune=lister["kommune"],
    )
    _efterse(profil)
    return profil


def _kendte(indhold: Mapping[str, Any], navne: frozenset[str] | set[str]) -> None:
    for navn in indhold:
        if navn not in navne:
            raise ProfilFejl(
                tr("“{}” i profilen kendes ikke. Ret stavningen, eller fjern det.").format(navn)
            )


def _tekst(indhold: Mapping[str, Any], navn: str) -> str:
    vaerdi = indhold.get(navn) or ""
    if not isinstance(vaerdi, str):
        raise ProfilFejl(tr("“{}” i profilen skal være en tekst.").format(navn))
    return vaerdi


def _liste(indhold: Mapping[str, Any], navn: str) -> tuple[str, ...]:
    vaerdi = indhold.get(navn, [])
    if not isinstance(vaerdi, list) or not all(isinstance(led, str) for led in vaerdi):
        raise ProfilFejl(tr("“{}” i profilen skal være en liste af tekster.").format(navn))
    return tuple(vaerdi)


def _objekt(indhold: Mapping[str, Any], navn: str) -> Mapping[str, Any]:
    vaerdi = indhold.get(navn, {})
    if not isinstance(vaerdi, dict):
        raise ProfilFejl(tr("“{}” i profilen skal være et objekt.").format(navn))
    return vaerdi


def _feltkort(kort: object) -> FeltKort:
    if not isinstance(kort, dict):
        raise ProfilFejl(tr("“{}” i profilen skal være et objekt.").format("felter"))
    _kendte(kort, {"felt", "fra", "vaerdier", "ellers", "tomme"})
    tomme = kort.get("tomme", [])
    if not isinstance(tomme, list):
        raise ProfilFejl(tr("“{}” i profilen skal være en liste.").format("tomme"))
    return FeltKort(
        _tekst(kort, "felt"),
        _liste(kort, "fra"),
        _objekt(kort, "vaerdier"),
        kort.get("ellers", AFVIS),
        tuple(tomme),
    )


def _efterse(profil: Profil) -> None:
    """Everything that names must exist in the model."""
    if _NAVN.match(profil.navn) is None:
        raise ProfilFejl(tr("Profilens navn må kun have bogstaver, tal, mellemrum og . , ( ) + -."))
    if profil.tabel not in (*TABELLER, *(BOERNETABELLER if profil.egne_felter else ())):
        raise ProfilFejl(
            tr("Profilen vil skrive i “{}”. Vælg en af: {}.").format(
                profil.tabel, ", ".join(TABELLER)
            )
        )
    if profil.geofa is not None and (
        profil.geofa not in (5800, 5801, 5802) or tema(profil.geofa).tabel.navn != profil.tabel
    ):
        raise ProfilFejl(
            tr("GeoFA-temaet i profilen passer ikke til tabellen {}.").format(profil.tabel)
        )
    if profil.saml and profil.beskrevet.geometri not in ("MultiLineString", "Geometry"):
        raise ProfilFejl(tr("Kun linjer kan samles. Fjern “saml” fra profilen."))
    _felter_findes(profil, [kort.felt for kort in profil.felter])
    _felter_findes(profil, [*profil.standarder, *profil.lokale])
    navne = [kort.felt for kort in profil.felter]
    for navn in navne:
        if navne.count(navn) > 1:
            raise ProfilFejl(tr("Feltet {} står to gange i profilen.").format(navn))
    if not profil.alle_felter() and not profil.standarder:
        raise ProfilFejl(tr("Profilen har ingen felter. Vælg mindst ét."))


def _felter_findes(profil: Profil, navne: Sequence[str]) -> None:
    for navn in navne:
        if navn == GEOMETRI and profil.beskrevet.geometri is not None:
            continue
        if not profil.beskrevet.har(navn) or navn in STEMPELFELTER:
            raise ProfilFejl(tr("Feltet {} findes ikke i {}.").format(navn, profil.tabel))
