# SPDX-License-Identifier: GPL-2.0-or-later
"""The text of a code in an expression that QGIS works out in a thread: labels while a map is drawn, names in pickers.

Not represent_value(): it asks the project that is open, and QGIS falls when that changes meanwhile. So the expression
holds the texts itself, as the list says them; `gui.kodetekster` renews them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from qgis.core import QgsExpression, QgsFeature, QgsVectorLayer

from moedested_plugin.domain.felt import Tabel

from .styles.etiketter import etikettekster, ret_etiketter

if TYPE_CHECKING:
    from moedested_plugin.store import Store

#: By list and code.
Kodetekster = Mapping[str, Mapping[int, str]]

#: The fields that are needed of a code.
FELTER = ("liste", "kode", "navn")

_SPURGT = r'represent_value\("(?P<spurgt>\w+)"\)'
#: What `udtryk_for` writes, with any texts.
_SKREVET = (
    r"""map_get\(map\((?:'(?:[^'\\]|''|\\.)*'(?:, )?)*\), to_string\("(?P<skrevet>\w+)"\)\)"""
)
_ET_AF_DEM = re.compile(f"{_SPURGT}|{_SKREVET}", re.DOTALL)


def kodetekster_i(store: Store) -> Kodetekster:
    """Every list, as the municipality has it."""
    return kodetekster_af(store.raekker("kodeliste", FELTER))


def kodetekster_af(raekker: Iterable[Mapping[str, object] | QgsFeature]) -> Kodetekster:
    """Every list, from rows of the table or of a layer on it."""
    lister: dict[str, dict[int, str]] = {}
    for raekke in raekker:
        kode = raekke["kode"]
        if isinstance(kode, int):  # a row that is being written may have none
            lister.setdefault(str(raekke["liste"]), {})[kode] = str(raekke["navn"])
    return lister


def udtryk_for(felt: str, tekster: Mapping[int, str]) -> str:
    """Give the expression for the text of the field's code, from a constant map."""
    par = ", ".join(
        f"'{kode}', {QgsExpression.quotedString(navn)}" for kode, navn in sorted(tekster.items())
    )
    return f'map_get(map({par}), to_string("{felt}"))'


def med_tekster(udtryk: str, tabel: Tabel, koder: Kodetekster) -> str:
    """Give the expression with today's texts where it asks QGIS for one, or holds those of another day.

    Without its list a text stays what it was; one that is asked for is none, for QGIS shall not be asked.
    """

    def tekst(fundet: re.Match[str]) -> str:
        felt = fundet["spurgt"] or fundet["skrevet"]
        liste = tabel.felt(felt).kodeliste if tabel.har(felt) else None
        if not liste or (liste not in koder and fundet["skrevet"]):
            return fundet[0]
        return udtryk_for(felt, koder.get(liste, {}))

    return _ET_AF_DEM.sub(tekst, udtryk)


def forny_kodetekster(layer: QgsVectorLayer, tabel: Tabel, koder: Kodetekster) -> None:
    """Put today's texts into the names and labels of a layer on the table; nothing is drawn anew if they stand there."""

    def fornyet(udtryk: str) -> str:
        return med_tekster(udtryk, tabel, koder)

    navn = fornyet(layer.displayExpression())
    if navn != layer.displayExpression():
        layer.setDisplayExpression(navn)
    if any(fornyet(tekst) != tekst for tekst in etikettekster(layer)):
        ret_etiketter(layer, lambda valg: setattr(valg, "fieldName", fornyet(valg.fieldName)))
