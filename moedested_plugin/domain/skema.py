# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole model in one place: all tables, in an order in which each refers only to those before it."""

from __future__ import annotations

from .aktiviteter import AKTIVITET
from .faelles import FOTO, KODELISTE, ORGANISATION
from .felt import Henvisning, Tabel
from .moedesteder import BESOEGSTAL, MEDVIRKENDE, MOEDESTED, TILKNYTNING, UDSTYR
from .steder import FACILITET_FLADE, FACILITET_PUNKT, RUTE, STRAEKNING
from .system import SYSTEMTABELLER

#: Raised by one whenever a table, field, constraint or trigger changes; `store` upgrades older ones.
SKEMAVERSION = 3
EPSG = 25832
#: The long text of which the checks ask who else has the same: looked up by an index, however many rows there are.
SLAAS_OP = "lang_beskr"

DOMAENETABELLER: tuple[Tabel, ...] = (
    KODELISTE,
    ORGANISATION,
    MOEDESTED,
    FACILITET_PUNKT,
    FACILITET_FLADE,
    RUTE,
    STRAEKNING,
    TILKNYTNING,
    UDSTYR,
    MEDVIRKENDE,
    BESOEGSTAL,
    AKTIVITET,
    FOTO,
)
TABELLER: tuple[Tabel, ...] = DOMAENETABELLER + SYSTEMTABELLER

_AF_NAVN = {tabel.navn: tabel for tabel in TABELLER}


def tabel(navn: str) -> Tabel:
    """The table of that name; KeyError when there is none."""
    return _AF_NAVN[navn]


def henvisninger_til(navn: str) -> list[tuple[Tabel, str, Henvisning]]:
    """Every (table, field) that refers to rows of this table, and how."""
    return [
        (kilde, felt.navn, henvisning)
        for kilde in DOMAENETABELLER
        for felt in kilde.felter
        for henvisning in felt.henvisninger
        if henvisning.tabel == navn
    ]
