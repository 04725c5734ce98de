# SPDX-License-Identifier: GPL-2.0-or-later
"""Every Danish text of the model that a user is shown, read from the model itself: what there is to translate.

GeoFA's own lists are not here: their names are official and stay Danish. What is only written into databases and
projects (descriptions of tables, legends) is the municipality's data, and Danish as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from . import afvisning
from .felt import Fane
from .kodelister import LOKALE_LISTER, TVETYDIGE, UDGAAET
from .kontrol import Gruppe, Rettelse
from .kontroller import alle_kontroller
from .regler import Alvor
from .saetning import Saetning
from .skema import TABELLER


def tekster() -> list[str]:
    """Every text once: names, advice, and the patterns of the sentences with what is put into them."""
    return sorted({led for tekst in _hele() for led in _dele(tekst)})


@lru_cache(maxsize=1)
def _saetninger() -> Mapping[str, Saetning]:
    return {str(tekst): tekst for tekst in _hele() if isinstance(tekst, Saetning)}


def genkendt(tekst: str) -> str:
    """The sentence as the model made it, where a database or a file has given it back as bare text."""
    return _saetninger().get(tekst, tekst)


def _hele() -> Iterator[str]:
    for tabel in TABELLER:
        yield tabel.titel
        for felt in tabel.felter:
            yield from (felt.alias, felt.hjaelp)
    for kontrol in alle_kontroller().values():
        yield from (kontrol.besked, kontrol.hvorfor, kontrol.raad)
        yield from (led for graense in kontrol.graenser for led in (graense.titel, graense.enhed))
        yield from (ordliste.titel for ordliste in kontrol.ordlister)
    yield from (led.value for samling in (Alvor, Gruppe, Rettelse) for led in samling)
    yield from (hvad.besked for hvad in afvisning.alle())
    yield from (fane.value for fane in Fane)
    yield from (kode.navn for koder in LOKALE_LISTER.values() for kode in koder)
    yield from TVETYDIGE.values()
    yield UDGAAET


def _dele(tekst: str) -> Iterator[str]:
    if not isinstance(tekst, Saetning):
        if tekst:
            yield tekst
        return
    yield tekst.moenster
    for led in tekst.led:
        if isinstance(led, str):
            yield from _dele(led)
