# SPDX-License-Identifier: GPL-2.0-or-later
"""Values as people read them: code texts instead of numbers, dates, names instead of keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QLocale

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.felt import Felt, Tabel, Type
from moedested_plugin.domain.kodelister import LOKALE_LISTER, TVETYDIGE, UDGAAET
from moedested_plugin.i18n import oversat, tr

if TYPE_CHECKING:
    from moedested_plugin.store import Store


def kodetekst(liste: str, visning: str) -> str:
    """The text of a code: our own lists in the user's language, GeoFA's by their official Danish names."""
    navn = visning.removesuffix(UDGAAET)
    slut = oversat(UDGAAET) if navn != visning else ""
    if liste not in LOKALE_LISTER:
        return navn + slut
    noegle = TVETYDIGE.get((liste, navn), navn)
    fundet = oversat(noegle)
    return (navn if fundet == noegle else fundet) + slut


class VaerdiTekst:
    """Knows the code lists of one store, and looks up what keys refer to."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._koder: Mapping[tuple[str, int], str] = {
            (str(r["liste"]), int(str(r["kode"]))): str(r["visning"])
            for r in store.raekker("kodeliste", ("liste", "kode", "visning"))
        }
        self._navne: dict[tuple[str, str], str] = {}

    @staticmethod
    def alias(tabel: Tabel, felt: str) -> str:
        """What the form calls the field."""
        if felt == GEOMETRI:
            return tr("Tegningen")
        return oversat(tabel.felt(felt).alias) if tabel.har(felt) else felt

    def vaerdi(self, tabel: Tabel, felt: str, vaerdi: object) -> str:
        """The value as the form would show it."""
        if vaerdi is None or vaerdi in ("", [], {}):
            return tr("(tom)")
        if felt == GEOMETRI:
            return tr("tegningen")
        if not tabel.har(felt):
            return str(vaerdi)
        beskrevet = tabel.felt(felt)
        if isinstance(vaerdi, list):
            return ", ".join(self._en(beskrevet, led) for led in vaerdi)
        return self._en(beskrevet, vaerdi)

    def _en(self, felt: Felt, vaerdi: object) -> str:
        if felt.kodeliste is not None and isinstance(vaerdi, int):
            visning = self._koder.get((felt.kodeliste, vaerdi), str(vaerdi))
            return kodetekst(felt.kodeliste, visning)
        if felt.henviser is not None:
            return self._navn(felt.henviser.tabel, str(vaerdi))
        if felt.type is Type.JA_NEJ:
            return tr("ja") if vaerdi else tr("nej")
        if isinstance(vaerdi, dt.datetime):
            return f"{vaerdi.astimezone():%d-%m-%Y %H:%M}"
        if isinstance(vaerdi, dt.date):
            return f"{vaerdi:%d-%m-%Y}"
        if isinstance(vaerdi, float):
            return f"{vaerdi:g}".replace(".", QLocale().decimalPoint())
        return str(vaerdi)

    def _navn(self, tabel: str, noegle: str) -> str:
        """The name of the row that the key refers to; the key itself where it is gone or has none."""
        if (tabel, noegle) not in self._navne:
            fundne = self._store.raekker(tabel, ("navn",), noegler=[noegle])
            raekke = next(iter(fundne), None)
            navn = raekke.get("navn") if raekke else None
            self._navne[tabel, noegle] = str(navn) if navn else noegle
        return self._navne[tabel, noegle]
