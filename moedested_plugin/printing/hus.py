# SPDX-License-Identifier: GPL-2.0-or-later
"""The municipality's own name, logo, colour and contact on everything that is printed: set once, kept in the store."""

from __future__ import annotations

import base64
import binascii
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

from moedested_plugin.domain.farve import BLAA, HVID, SORT, kontrast
from moedested_plugin.domain.tempo import INDSTILLING as NOEGLE
from moedested_plugin.domain.tempo import Tempo, tempo_af

from .stil import FELT_FARVE

if TYPE_CHECKING:
    from moedested_plugin.store import Store

#: What text needs to be read (WCAG).
LAESELIG = 4.5


@dataclass(frozen=True)
class Hus:
    """The house style (hus). `logo` is the file itself as base64, '' for none; `logo_art` is svg or png.

    `adresse` is the pattern of the permanent address that QR codes lead to, `https://…/{moedested_id}`, '' for none.
    """

    kommune: str
    farve: str = BLAA
    kontakt: str = ""
    adresse: str = ""
    logo: str = ""
    logo_art: str = ""
    gang_kmt: float = Tempo.gang_kmt
    cykel_kmt: float = Tempo.cykel_kmt

    @property
    def farve_tekst(self) -> str:
        """The colour of text that stands on the house colour: what can be read best."""
        return max((HVID, SORT), key=lambda farve: kontrast(farve, self.farve))

    @property
    def farve_paa_hvid(self) -> str:
        """The house colour for text on white and on the pale boxes; black where it is too pale to be read."""
        return self.farve if kontrast(self.farve, FELT_FARVE) >= LAESELIG else SORT

    @property
    def logo_sti(self) -> str:
        """The logo as QGIS's pictures take it; '' for none, or where what is kept is no file."""
        try:
            base64.b64decode(self.logo, validate=True)
        except (binascii.Error, ValueError):
            return ""
        return f"base64:{self.logo}" if self.logo else ""


def hus(store: Store) -> Hus:
    """Give the house style of the store; what is not set, or of a wrong kind, is as for any municipality."""
    navn = store.kommune.navn
    standard = Hus(navn if "kommune" in navn.casefold() else f"{navn} Kommune".strip())
    valgt = store.indstilling(NOEGLE)
    if not isinstance(valgt, dict):
        return standard
    aendret: dict[str, str] = {}
    for felt in fields(Hus):
        vaerdi = valgt.get(felt.name)
        er_tekst = isinstance(getattr(standard, felt.name), str)
        if er_tekst and isinstance(vaerdi, str) and (vaerdi.strip() or felt.name != "kommune"):
            aendret[felt.name] = vaerdi.strip()
    samlet = {**asdict(standard), **aendret, **asdict(tempo_af(valgt))}
    if not _er_farve(samlet["farve"]):
        samlet["farve"] = standard.farve
    return Hus(**samlet)


def gem_hus(store: Store, nyt: Hus) -> None:
    """Keep the house style in the store, for every colleague."""
    store.saet_indstilling(NOEGLE, asdict(nyt))


def _er_farve(tekst: str) -> bool:
    if len(tekst) != 7 or not tekst.startswith("#"):
        return False
    return all(tegn in "0123456789abcdefABCDEF" for tegn in tekst[1:])
