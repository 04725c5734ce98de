# SPDX-License-Identifier: GPL-2.0-or-later
"""What a fresh store is filled with, in both kinds of store: the code lists as rows of the table `kodeliste`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from moedested_plugin.domain.kodelister import GEOFA_LISTER, LOKALE_LISTER, Kode, laes_geofa
from moedested_plugin.paths import resource

if TYPE_CHECKING:
    from moedested_plugin.domain.betingelse import Vaerdi


def koder() -> Iterator[Kode]:
    """Every code of every list: GeoFA's, then the local ones."""
    for liste in GEOFA_LISTER:
        tekst = resource("geofa", "kodelister", f"{liste}.csv").read_text(encoding="utf-8-sig")
        yield from laes_geofa(liste, tekst)
    for lokale in LOKALE_LISTER.values():
        yield from lokale


def kodeliste_raekker() -> Iterator[dict[str, Vaerdi]]:
    """The codes as rows.

    An upgrade renews GeoFA's; of the local ones it only adds those that are missing, since a municipality may have put
    other words to them.
    """
    for kode in koder():
        yield {
            "liste": kode.liste,
            "kode": kode.kode,
            "navn": kode.navn,
            "aktiv": int(kode.aktiv),
            "visning": kode.visning,
            "offentlig": int(kode.offentlig),
            "definition": kode.definition,
            "sortering": kode.sortering,
            "geofa": kode.geofa,
            "siden": kode.siden,
        }
