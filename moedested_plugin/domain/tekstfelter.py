# SPDX-License-Identifier: GPL-2.0-or-later
"""Which fields hold text, and what kind of text it is: what the checks of words, privacy and addresses look at."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

from .betingelse import Vaerdi
from .felt import Felt, Offentlig, Type
from .regler import ADRESSEFELTER
from .skema import DOMAENETABELLER, tabel

_JSON = frozenset({Type.OBJEKT, Type.LISTE, Type.JSON})
#: Codes lists are no municipality's prose.
TABELLER = tuple(beskrevet.navn for beskrevet in DOMAENETABELLER if beskrevet.noegle)

#: Where a telephone number or a mailbox is at home.
KONTAKTFELTER = frozenset({"telefon", "kontakt", "kontak_ved", "kontakt_tlf", "kontakt_mail"})
#: A photographer's name is a right, not a leak; accounts and keys are not written by people.
UDEN_PERSONNAVNE = frozenset({"ophav", "bruger_id", "noegle", "objekt_lag", "sti"})
_IKKE_PROSA = frozenset(
    {"ophav", "bruger_id", "noegle", "objekt_lag", "sti", "kontakt_mail", "kontakt_tlf", "telefon",
     "saeson_st", "saeson_sl", "klokken", "udstyr_nr", "straekn_nr"}
)  # fmt: skip


@cache
def alle(navn: str) -> tuple[str, ...]:
    """Every field of the table into which text can be written, internal ones and JSON too."""
    return tuple(f.navn for f in tabel(navn).felter if f.type is Type.TEKST or f.type in _JSON)


@cache
def offentlige(navn: str) -> tuple[str, ...]:
    """The text fields that can leave the municipality: in the public map or in GeoFA."""
    return tuple(felt for felt in alle(navn) if kan_komme_ud(tabel(navn).felt(felt)))


@cache
def prosa(navn: str) -> tuple[str, ...]:
    """Public fields that people write in words: no addresses, keys or clock times."""
    return tuple(
        felt
        for felt in offentlige(navn)
        if felt not in _IKKE_PROSA
        and felt not in ADRESSEFELTER
        and tabel(navn).felt(felt).type is Type.TEKST
    )


@cache
def adresser(navn: str) -> tuple[str, ...]:
    """Fields that hold a web address."""
    return tuple(felt for felt in alle(navn) if felt in ADRESSEFELTER or felt == "sti")


def kan_komme_ud(felt: Felt) -> bool:
    """Whether the model lets the field out of the municipality."""
    return bool(felt.off & (Offentlig.OFFENTLIG | Offentlig.GEOFA))


def sprog_af(felt: str) -> str:
    """The language of a field: `en`, `de`, otherwise Danish."""
    if felt in {"navn_uk", "beskriv_uk", "uk_k_beskr"}:
        return "en"
    return "de" if felt in {"navn_d", "beskriv_d", "d_k_beskr"} else "da"


def som_tekst(vaerdi: Vaerdi) -> str:
    """The text of a value; of JSON every text and number in it, each on its own line."""
    if isinstance(vaerdi, str):
        if vaerdi[:1] not in "{[":
            return vaerdi
        try:
            vaerdi = json.loads(vaerdi)
        except ValueError:
            return str(vaerdi)
    return "\n".join(_blade(vaerdi))


def _blade(vaerdi: Vaerdi) -> Iterator[str]:
    if isinstance(vaerdi, dict):
        for noegle, led in vaerdi.items():
            yield str(noegle)
            yield from _blade(led)
    elif isinstance(vaerdi, list):
        for led in vaerdi:
            yield from _blade(led)
    elif vaerdi is not None and not isinstance(vaerdi, bool):
        yield str(vaerdi)
