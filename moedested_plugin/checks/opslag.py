# SPDX-License-Identifier: GPL-2.0-or-later
"""What the finders ask of other rows: the mødested of a row, the place of a link, whether it is closed, what it is called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from moedested_plugin.domain.moedesteder import STED_FELTER
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.domain.steder import IKKE_GAELDENDE

from .fund import Fund
from .krav import typens_navn

if TYPE_CHECKING:
    from moedested_plugin.domain.kontrol import Kontrol

    from .udsnit import Raekke, Udsnit

Ser = Callable[["Udsnit", "Kontrol"], Iterator[Fund]]

_MOEDESTED = ("navn", "livscyklus_k", "form_k", "off_kode", "organisation_id")
#: What is asked of a place, the type for its name included.
STED = ("navn", "statuskode", "off_kode", "lukket_fra", "lukket_til")
_TYPE = {"rute": "rute_ty_k"}


def kald(ser: Mapping[str, Ser], udsnit: Udsnit, kontroller: Sequence[Kontrol]) -> Iterator[Fund]:
    """The findings of those checks that a finder knows."""
    for kontrol in kontroller:
        if kontrol.kode in ser and not udsnit.afbrudt():
            yield from ser[kontrol.kode](udsnit, kontrol)


def noegle_af(tabel: str, raekke: Raekke) -> str:
    """The business key."""
    return str(raekke[tabel_af_navn(tabel).noegle])


def moedested_af(udsnit: Udsnit, raekke: Raekke) -> Raekke | None:
    """The mødested that the row belongs to."""
    noegle = raekke.get("moedested_id")
    if not noegle:
        return None
    return next(iter(udsnit.ved("moedested", "moedested_id", noegle, _MOEDESTED)), None)


def sted_felter(tabel: str) -> tuple[str, ...]:
    """The fields of `STED` and the type."""
    return (*STED, _TYPE.get(tabel, "facil_ty_k"))


def sted_af(udsnit: Udsnit, tilknytning: Raekke) -> tuple[str, Raekke] | None:
    """(table, row) of the place that a link points to."""
    for felt in STED_FELTER:
        henviser = tabel_af_navn("tilknytning").felt(felt).henviser
        noegle = tilknytning.get(felt)
        if noegle and henviser is not None:
            tabel = henviser.tabel
            for raekke in udsnit.ved(tabel, henviser.felt, noegle, sted_felter(tabel)):
                return tabel, raekke
    return None


def navn_paa(udsnit: Udsnit, tabel: str, raekke: Raekke) -> str:
    """The name of a place, or that of its type."""
    return str(raekke.get("navn") or "").strip() or typens_navn(udsnit, tabel, raekke)


def er_lukket(raekke: Raekke, dag: dt.date) -> bool:
    """Closed that day, for a time or for good."""
    if raekke.get("statuskode") == IKKE_GAELDENDE:
        return True
    fra, til = raekke.get("lukket_fra"), raekke.get("lukket_til")
    if not isinstance(fra, dt.date) or fra > dag:
        return False
    return not isinstance(til, dt.date) or til >= dag
