# SPDX-License-Identifier: GPL-2.0-or-later
"""The published layers, described once: names, titles, groups, columns. This is what other programs rely on.

WFS has the public views as they are; WMS has the layers of the project, which draw parts of them. A layer that is
both stands once. Texts are Danish whatever the language of QGIS: they are the municipality's.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.faelles import ORGANISATION
from moedested_plugin.domain.felt import Felt, Tabel, Type
from moedested_plugin.domain.offentlig import Kolonne, Kolonneart, Visning
from moedested_plugin.project.lag import LAG, LAG_AF_ROLLE, Gruppe

from .raekker import STEMPEL, TABELLER

#: The name of the whole map: WMS layer for everything that is drawn.
ROD = "kort"
#: Key of every published table; never shown, but what WFS makes its feature ids of.
FID = "fid"


class Art(enum.Enum):
    """What a column holds, as said in the document."""

    TEKST = "tekst"
    TEKSTER = "tekst, flere adskilt af semikolon"
    HELTAL = "heltal"
    KODE = "heltal (kode)"
    TAL = "tal"
    JA_NEJ = "ja/nej"
    DATO = "dato"
    TIDSPUNKT = "tidspunkt"
    JSON = "JSON i tekst"


_ARTER = {
    Type.HELTAL: Art.HELTAL,
    Type.TAL: Art.TAL,
    Type.JA_NEJ: Art.JA_NEJ,
    Type.DATO: Art.DATO,
    Type.TIDSPUNKT: Art.TIDSPUNKT,
    Type.LISTE: Art.JSON,
    Type.OBJEKT: Art.JSON,
    Type.JSON: Art.JSON,
}


@dataclass(frozen=True)
class Tjenestefelt:
    """One public column: its stable name, what people see, and what it means."""

    navn: str
    alias: str
    art: Art
    betydning: str = ""
    kodeliste: str = ""
    #: For programs: a person who clicks in the map is not shown it.
    teknisk: bool = False


@dataclass(frozen=True)
class Tjenestegruppe:
    """One group of the WMS tree."""

    navn: str
    titel: str
    resume: str


@dataclass(frozen=True)
class Tjenestelag:
    """One published layer.

    `rolle` is that of the layer of the project whose look and rows it has, '' where it is not drawn; `wfs` whether it
    can be fetched as data under its name.
    """

    navn: str
    titel: str
    resume: str
    tabelnavn: str
    geometri: str | None
    felter: tuple[Tjenestefelt, ...]
    rolle: str = ""
    gruppe: str = ""
    wfs: bool = True

    @property
    def id(self) -> str:
        """The same in every publication. QGIS throws ids of less than 11 characters away."""
        return f"tjeneste_{self.navn}"

    @property
    def wms(self) -> bool:
        """Whether it is drawn."""
        return bool(self.rolle)

    @property
    def filter(self) -> str:
        """The rows of the table that it shows, as SQL; '' for all."""
        return LAG_AF_ROLLE[self.rolle].filter if self.rolle else ""


# Columns ----------------------------------------------------------------------------------------------

#: Where the help of the form speaks to who fills it in.
_BETYDNING = {
    "gyldig_til": "Den dag mødestedet sluttede.",
    "formaal_k": "Hvorfor mødes man?",
    "faciliteter_k": "Det, man kan regne med inde og ude.",
    "adgangsvej": "Bus, parkering, sti, indgang.",
    "handicap_k": "Egnet for personer med handicap?",
    "lang_beskr": "Længere beskrivelse.",
    "postnr": "Fx 4800.",
    "by": "Postdistriktets navn.",
    "adr_id": "Adressens id i Danmarks Adresseregister.",
    "telefon": "Telefon til mødestedet.",
    "kontakt": "Funktionspostkasse eller hovednummer.",
    "tjekket_dato": "Den dag oplysningerne sidst blev gået efter.",
    "kontakt_rolle": "Fx Formand, Friluftskoordinator.",
    "type_k": "Hvilken slags?",
    "facil_ty_k": "Hvad er det?",
    "rute_ty_k": "Hvad er det for en rute?",
    "statuskode": "Altid Gældende: andet udgives ikke.",
    "udstyr_status_k": "Altid Opsat: andet udgives ikke.",
    "note": "Bemærkning til alle.",
    "tilgaeng_opl": "Oplysninger om tilgængelighed for typen, som JSON.",
    "kvalitetstjekket_k": "Det år, data er gået efter.",
    "svaerhed_k": "Sværhedsgrad.",
    "belaegn_k": "Det meste af ruten.",
    "danmarksnaturstier": "Godkendt som en af Danmarks Naturstier.",
    "indhold": "Hvad der er med.",
    "rolle_k": "Hvad det er for mødestedet.",
    "objekt_lag": "moedested, facilitet_punkt, facilitet_flade eller rute.",
    "foto.objekt_id": "Id på det, fotoet viser.",
    "sti": "Billedets adresse på nettet.",
    "billedtekst": "Hvad billedet viser.",
    "ophav": "Skal nævnes, når billedet bruges.",
    "organisation.navn": "Den forening eller myndighed, der står bag.",
}


def _hjaelp(tabel: Tabel, felt: Felt) -> str:
    generel = _BETYDNING.get(felt.navn, felt.hjaelp)
    return _BETYDNING.get(f"{tabel.navn}.{felt.navn}", generel)


def _felt(visning: Visning, kolonne: Kolonne) -> Tjenestefelt:
    if kolonne.art is Kolonneart.MEDVIRKENDE:
        return Tjenestefelt(
            kolonne.navn, kolonne.alias, Art.TEKSTER, "Organisationer, der er med til at drive det."
        )
    af_organisation = kolonne.art in (Kolonneart.ORGANISATION, Kolonneart.ORGANISATION_KODE_TEKST)
    tabel = ORGANISATION if af_organisation else visning.tabel
    felt = tabel.felt(kolonne.felt)
    liste = kolonne.kodeliste or felt.kodeliste or ""
    if kolonne.art is Kolonneart.KODER_TEKST:
        return Tjenestefelt(kolonne.navn, kolonne.alias, Art.TEKSTER, _hjaelp(tabel, felt), liste)
    if kolonne.art in (Kolonneart.KODE_TEKST, Kolonneart.ORGANISATION_KODE_TEKST):
        return Tjenestefelt(kolonne.navn, kolonne.alias, Art.TEKST, _hjaelp(tabel, felt), liste)
    if felt.kodeliste is not None:
        # the text has the plain alias: two columns called the same would be one in GeoJSON
        return Tjenestefelt(
            kolonne.navn,
            f"{kolonne.alias} (kode)",
            Art.KODE,
            "Koden bag teksten.",
            liste,
            teknisk=True,
        )
    if felt.type is Type.UUID and felt.henviser is not None:
        return Tjenestefelt(
            kolonne.navn,
            f"{kolonne.alias} (id)",
            Art.TEKST,
            f"Id i {_mod(felt.henviser.tabel)}.",
            teknisk=True,
        )
    return Tjenestefelt(
        kolonne.navn,
        kolonne.alias,
        _ARTER.get(felt.type, Art.TEKST),
        _hjaelp(tabel, felt),
        teknisk=felt.type in (Type.UUID, Type.OBJEKT),
    )


def _mod(tabel: str) -> str:
    navne = [publiceret.navn for publiceret in TABELLER if publiceret.kilde == tabel]
    return " eller ".join(f"laget {navn}" for navn in navne) or "kommunens register"


_UDGIVELSE_FELTER = (
    Tjenestefelt("version", "Version", Art.TEKST, "Udgivelsens nummer, begynder med tidspunktet (UTC)."),
    Tjenestefelt("tid", "Udgivet", Art.TEKST, "Tidspunktet for udgivelsen (ISO 8601, UTC)."),
    Tjenestefelt("kommune", "Kommune", Art.TEKST, "Kommunens navn."),
    Tjenestefelt("kommunekode", "Kommunekode", Art.HELTAL, "Fx 376."),
)  # fmt: skip

# Layers -----------------------------------------------------------------------------------------------

GRUPPER = {
    Gruppe.MOEDESTEDER: Tjenestegruppe(
        "moedesteder", "Mødesteder", "Steder, hvor man kan mødes, og deres markører."
    ),
    Gruppe.STEDER: Tjenestegruppe("steder", "Steder", "Faciliteter og bænke."),
    Gruppe.RUTER: Tjenestegruppe("ruter", "Ruter", "Vandre-, cykel-, køre- og andre ruter."),
    Gruppe.OMRAADER: Tjenestegruppe("omraader", "Områder", "Bygninger og områder."),
}

_RESUMEER = {
    "moedested": "Steder, hvor man kan mødes om noget: formål, aktiviteter, målgruppe, adgang og kontakt.",
    "udstyr": "Markører, der er sat op ved et mødested.",
    "facilitet": "Toiletter, bålpladser, legeredskaber og andre faciliteter, men ikke bænke.",
    "baenk": "Bænke og borde med bænke.",
    "vandrerute": "Vandre-, løbe- og motionsruter og rekreative stier.",
    "cykelrute": "Cykelruter.",
    "koererute": "Ruter for biler.",
    "andenrute": "Mountainbike, ridning, sejlads og andre ruter.",
    "straekning": "Underlaget stykke for stykke langs en rute, med bredde og forhindringer.",
    "omraade": "Legepladser, parker, huse og andre flader.",
    "moedested_uden_sted": "Mødesteder uden sted på kortet: digitale fællesskaber og viden i spil. Uden geometri.",
    "facilitet_punkt": "Alle faciliteter, der er et punkt, også bænke (GeoFA 5800).",
    "facilitet_flade": "Bygninger og områder (GeoFA 5801).",
    "rute": "Alle ruter, uanset type (GeoFA 5802).",
    "aktivitet": "Aktiviteter på mødestederne, som ikke er overstået. Uden geometri.",
    "tilknytning": "Hvilke faciliteter, områder og ruter der hører til et mødested. Uden geometri.",
    "foto": "Fotos af mødesteder, faciliteter og ruter, som adresser på nettet. Uden geometri.",
    STEMPEL: "Hvilken udgivelse data hører til: én række. Uden geometri.",
}
#: Titles that the project has no layer for, or where two layers would be called the same.
_TITLER = {
    "udstyr": "Markører",
    "facilitet_punkt": "Faciliteter og bænke (data)",
    "facilitet_flade": "Bygninger og områder (data)",
    "rute": "Ruter, alle typer (data)",
}


def _lag() -> Iterator[Tjenestelag]:
    visninger = {publiceret.navn: publiceret.visning for publiceret in TABELLER}
    felter = {
        navn: tuple(_felt(visning, kolonne) for kolonne in visning.kolonner)
        for navn, visning in visninger.items()
    }
    for lag in LAG:
        if lag.gruppe in GRUPPER:
            # straight from a public view of that name, or a part of one
            yield Tjenestelag(
                lag.rolle, _TITLER.get(lag.rolle, lag.titel), _RESUMEER[lag.rolle], lag.tabelnavn,
                visninger[lag.tabelnavn].geometri, felter[lag.tabelnavn], lag.rolle,
                GRUPPER[lag.gruppe].navn, wfs=lag.rolle in visninger,
            )  # fmt: skip
    tegnet = {lag.rolle for lag in LAG if lag.gruppe in GRUPPER}
    for navn, visning in visninger.items():
        if navn not in tegnet:
            yield Tjenestelag(
                navn, _TITLER.get(navn, visning.titel), _RESUMEER[navn], navn, visning.geometri,
                felter[navn],
            )  # fmt: skip
    yield Tjenestelag(
        STEMPEL, "Udgivelse", _RESUMEER[STEMPEL], STEMPEL, None, _UDGIVELSE_FELTER,
    )  # fmt: skip


#: In the order of the layer tree: what is higher is drawn over what is lower.
TJENESTELAG = tuple(_lag())


def snitflade() -> dict[str, tuple[str, ...]]:
    """Give every published name with all that its columns are called: the interface towards others.

    GML and GeoJSON know a column by its name, QGIS Server's OGC API and a click in the map by its alias.
    """
    grupper = (ROD, *(gruppe.navn for gruppe in GRUPPER.values()))
    ud: dict[str, tuple[str, ...]] = dict.fromkeys(grupper, ())
    for lag in TJENESTELAG:
        geometri = () if lag.geometri is None else (GEOMETRI,)
        navne = (FID, *(felt.navn for felt in lag.felter), *geometri)
        ud[lag.navn] = (*navne, *(felt.alias for felt in lag.felter))
    return ud
