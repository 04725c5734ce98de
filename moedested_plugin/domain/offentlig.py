# SPDX-License-Identifier: GPL-2.0-or-later
"""What the public may see: ten views, each a fixed list of columns and a rule for its rows.

Nothing is public unless it stands here. The columns follow from the fields marked public in the model; a code column
brings its Danish text beside it (`form_k` → `form_tekst`), a list of codes goes out as text alone ("Alle; Unge",
without the codes that are not public).
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from .aktiviteter import AKTIVITET, INGEN
from .betingelse import GEOMETRI, Alle, Betingelse, Ikke, Tom, udfyldt
from .faelles import FOTO, HAR_WEBADRESSE, MAA_VISES, ORGANISATION
from .felt import Offentlig, Tabel, Type
from .genbrug import er
from .moedesteder import (
    AKTIV,
    MARKOER,
    MOEDESTED,
    OPSAT,
    PAUSE,
    TILKNYTNING,
    UDSTYR,
    UNDER_ETABLERING,
)
from .steder import ER_GAELDENDE, FACILITET_FLADE, FACILITET_PUNKT, RUTE, STRAEKNING

SYNLIG_FOR_ALLE = er("off_kode", 1)
MOEDESTED_OFFENTLIGT = Alle((SYNLIG_FOR_ALLE, er("livscyklus_k", UNDER_ETABLERING, AKTIV, PAUSE)))
STED_OFFENTLIGT = Alle((SYNLIG_FOR_ALLE, ER_GAELDENDE))


class Kolonneart(enum.Enum):
    """How a public column is made."""

    FELT = "feltet selv"
    KODE_TEKST = "kodens tekst"
    KODER_TEKST = "kodernes tekster"
    ORGANISATION = "felt fra organisationen"
    ORGANISATION_KODE_TEKST = "kodens tekst fra organisationen"
    MEDVIRKENDE = "medvirkendes navne"


@dataclass(frozen=True)
class Kolonne:
    """One column of a public view."""

    navn: str
    art: Kolonneart
    felt: str
    alias: str
    kodeliste: str | None = None


@dataclass(frozen=True)
class Visning:
    """One public view: rows of `tabel` where `betingelse` holds and every row that it refers to is public too."""

    navn: str
    tabel: Tabel
    titel: str
    geometri: str | None
    betingelse: Betingelse | None
    kolonner: tuple[Kolonne, ...]
    #: Fields whose row (by the field's `henviser`) must stand in a public view, where they are filled.
    offentlige_henvisninger: tuple[str, ...] = ()
    #: Fields that, left empty, are those of the row that `arver_fra` refers to.
    arver: tuple[str, ...] = ()
    arver_fra: str = ""
    #: Only activities whose end is not past on the day the view is read.
    ikke_overstaaet: bool = False
    #: `objekt_lag`/`objekt_id` must name a public row.
    objekt_offentligt: bool = False


def type_af(visning: Visning, kolonne: Kolonne) -> Type:
    """What the column holds: all that is made from codes or from other rows is text."""
    if kolonne.art is Kolonneart.FELT:
        return visning.tabel.felt(kolonne.felt).type
    if kolonne.art is Kolonneart.ORGANISATION:
        return ORGANISATION.felt(kolonne.felt).type
    return Type.TEKST


def tekstnavn(felt: str) -> str:
    """Name of the column that holds the text of the code in `felt`."""
    return felt.removesuffix("_k") + "_tekst"


def _kolonner(tabel: Tabel) -> tuple[Kolonne, ...]:
    ud: list[Kolonne] = []
    for felt in tabel.felter:
        if Offentlig.OFFENTLIG not in felt.off:
            if felt.navn == "kilde_k":
                ud.append(
                    Kolonne("kilde", Kolonneart.KODE_TEKST, felt.navn, felt.alias, felt.kodeliste)
                )
            continue
        if felt.type is Type.KODER:
            ud.append(
                Kolonne(
                    tekstnavn(felt.navn),
                    Kolonneart.KODER_TEKST,
                    felt.navn,
                    felt.alias,
                    felt.kodeliste,
                )
            )
            continue
        ud.append(Kolonne(felt.navn, Kolonneart.FELT, felt.navn, felt.alias))
        if felt.kodeliste == "d_basis_ansvarlig_myndighed":
            ud.append(
                Kolonne("myndighed", Kolonneart.KODE_TEKST, felt.navn, felt.alias, felt.kodeliste)
            )
        elif felt.kodeliste is not None:
            ud.append(
                Kolonne(
                    tekstnavn(felt.navn),
                    Kolonneart.KODE_TEKST,
                    felt.navn,
                    felt.alias,
                    felt.kodeliste,
                )
            )
    if tabel.har("organisation_id"):
        ud += _organisation()
    return tuple(ud)


def _organisation() -> list[Kolonne]:
    """Name and contact of the organisation that a moedested or an activity belongs to."""
    ud = [Kolonne("organisation", Kolonneart.ORGANISATION, "navn", "Ansvarlig")]
    for felt in ORGANISATION.felter:
        if Offentlig.OFFENTLIG not in felt.off or felt.navn in ("navn", "organisation_id"):
            continue
        navn = f"organisation_{felt.navn}"
        if felt.kodeliste is None:
            ud.append(Kolonne(navn, Kolonneart.ORGANISATION, felt.navn, f"Ansvarlig: {felt.alias}"))
        else:
            ud.append(
                Kolonne(
                    tekstnavn(navn),
                    Kolonneart.ORGANISATION_KODE_TEKST,
                    felt.navn,
                    f"Ansvarlig: {felt.alias}",
                    felt.kodeliste,
                )
            )
    return ud


_MOEDESTED_KOLONNER = (
    *_kolonner(MOEDESTED),
    Kolonne("medvirkende", Kolonneart.MEDVIRKENDE, "moedested_id", "Medvirkende"),
)

VISNINGER: tuple[Visning, ...] = (
    Visning(
        "off_moedested", MOEDESTED, "Mødesteder", "Point",
        Alle((MOEDESTED_OFFENTLIGT, udfyldt(GEOMETRI))), _MOEDESTED_KOLONNER,
    ),
    Visning(
        "off_moedested_uden_sted", MOEDESTED, "Mødesteder uden sted på kortet", None,
        Alle((MOEDESTED_OFFENTLIGT, Tom(GEOMETRI))), _MOEDESTED_KOLONNER,
    ),
    *(
        Visning(f"off_{tabel.navn}", tabel, tabel.titel, tabel.geometri, STED_OFFENTLIGT, _kolonner(tabel))
        for tabel in (FACILITET_PUNKT, FACILITET_FLADE, RUTE)
    ),
    Visning(
        "off_aktivitet", AKTIVITET, "Aktiviteter", None, None, _kolonner(AKTIVITET),
        offentlige_henvisninger=("moedested_id",), arver=("organisation_id", "sted"), arver_fra="moedested_id",
        ikke_overstaaet=True,
    ),
    Visning(
        "off_straekning", STRAEKNING, "Underlag på ruter", "LineString", None, _kolonner(STRAEKNING),
        offentlige_henvisninger=("rute_id",),
    ),
    Visning(
        "off_udstyr", UDSTYR, "Markører", "Point",
        Alle((er("type_k", MARKOER), er("udstyr_status_k", OPSAT), Ikke(Tom("moedested_id")))), _kolonner(UDSTYR),
        offentlige_henvisninger=("moedested_id",),
    ),
    Visning(
        "off_tilknytning", TILKNYTNING, "Tilknytninger", None, None, _kolonner(TILKNYTNING),
        offentlige_henvisninger=("moedested_id", "facilitet_punkt_id", "facilitet_flade_id", "rute_id"),
    ),
    Visning(
        "off_foto", FOTO, "Fotos", None, Alle((HAR_WEBADRESSE, MAA_VISES)), _kolonner(FOTO), objekt_offentligt=True,
    ),
)  # fmt: skip

#: An activity without an end that happens once is past after its first day.
ENGANGS = INGEN
