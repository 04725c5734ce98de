# SPDX-License-Identifier: GPL-2.0-or-later
"""A change of a published row as people read it: codes by their texts, days as days, moves in metres."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QDate, QLocale

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.felt import Type
from moedested_plugin.domain.offentlig import Kolonneart, type_af
from moedested_plugin.gui.kontrol.tider import klokken
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.publishing.aendringer import Art
from moedested_plugin.publishing.raekker import TABEL_AF_NAVN

if TYPE_CHECKING:
    from moedested_plugin.publishing.aendringer import Aendring
    from moedested_plugin.publishing.raekker import Tabel
    from moedested_plugin.store.base import OffentligVaerdi

#: What a field looks like before and after.
Feltlinje = tuple[str, str, str]
_METER = 1_000


def arttekst(art: Art) -> str:
    """What happens to the row."""
    return {
        Art.TILFOEJET: tr("Tilføjet"),
        Art.AENDRET: tr("Ændret"),
        Art.FJERNET: tr("Fjernet"),
    }[art]


def lagtekst(tabel: str) -> str:
    """What a person calls the published table."""
    kendt = TABEL_AF_NAVN.get(tabel)
    return oversat(kendt.visning.titel) if kendt is not None else tabel


def feltlinjer(aendring: Aendring) -> list[Feltlinje]:
    """Alias, before and after of each field that changes; of a new or removed row, all that is filled."""
    tabel = TABEL_AF_NAVN[aendring.tabel]
    if aendring.art is Art.AENDRET:
        aendrede = [(f.kolonne, f.gammel, f.ny) for f in aendring.felter]
    else:
        tomme = (None,) * len(tabel.kolonner)
        foer, nu = aendring.gammel or tomme, aendring.ny or tomme
        aendrede = [
            (kolonne, gammel, ny)
            for kolonne, gammel, ny in zip(tabel.kolonner, foer, nu)
            if gammel is not None or ny is not None
        ]
    skjulte = _med_tekst(tabel, [kolonne for kolonne, _, _ in aendrede])
    return [
        (oversat(tabel.alias[kolonne]), *_par(tabel, kolonne, gammel, ny))
        for kolonne, gammel, ny in aendrede
        if kolonne not in skjulte
    ]


def kort(aendring: Aendring) -> str:
    """The same in one line."""
    return " · ".join(f"{alias}: {foer} → {nu}" for alias, foer, nu in feltlinjer(aendring))


def _med_tekst(tabel: Tabel, kolonner: Iterable[str]) -> set[str]:
    """Codes that stand there as text too."""
    valgte = set(kolonner)
    tekster = {
        k.felt
        for k in tabel.visning.kolonner
        if k.navn in valgte and k.art is Kolonneart.KODE_TEKST
    }
    return {
        k.navn
        for k in tabel.visning.kolonner
        if k.navn in valgte and k.art is Kolonneart.FELT and k.felt in tekster
    }


def _par(
    tabel: Tabel, kolonne: str, gammel: OffentligVaerdi, ny: OffentligVaerdi
) -> tuple[str, str]:
    if kolonne == GEOMETRI:
        return _sted(gammel, tr("uden sted")), _flyttet(gammel, ny)
    return _tekst(tabel, kolonne, gammel), _tekst(tabel, kolonne, ny)


def _tekst(tabel: Tabel, kolonne: str, vaerdi: OffentligVaerdi) -> str:
    if vaerdi is None:
        return "–"
    beskrevet = next(k for k in tabel.visning.kolonner if k.navn == kolonne)
    art = type_af(tabel.visning, beskrevet)
    if art is Type.JA_NEJ:
        return tr("ja") if vaerdi else tr("nej")
    if art is Type.DATO and isinstance(vaerdi, str):
        dag = QDate.fromString(vaerdi[:10], "yyyy-MM-dd")
        return dag.toString("dd.MM.yyyy") if dag.isValid() else vaerdi
    if art is Type.TIDSPUNKT and isinstance(vaerdi, str):
        try:
            return klokken(dt.datetime.fromisoformat(vaerdi.replace("Z", "+00:00")))
        except ValueError:
            return vaerdi
    if isinstance(vaerdi, float):
        return QLocale().toString(vaerdi, "g", 8)
    return str(vaerdi)


def _sted(vaerdi: OffentligVaerdi, ellers: str) -> str:
    return tr("på kortet") if vaerdi is not None else ellers


def _flyttet(gammel: OffentligVaerdi, ny: OffentligVaerdi) -> str:
    if not isinstance(gammel, bytes) or not isinstance(ny, bytes):
        return _sted(ny, tr("uden sted"))
    foer, nu = geometri_af(gammel), geometri_af(ny)
    vej = foer.hausdorffDistance(nu)
    if vej < 1:
        return tr("flyttet under 1 m")
    if vej < _METER:
        return tr("flyttet {} m").format(round(vej))
    return tr("flyttet {} km").format(QLocale().toString(vej / _METER, "f", 1))


def geometri_af(wkb: bytes) -> QgsGeometry:
    """As QGIS has it."""
    geometri = QgsGeometry()
    geometri.fromWkb(wkb)
    return geometri


def geometrier(
    aendringer: Iterable[Aendring], hoejst: int
) -> Iterator[tuple[int, Art, QgsGeometry]]:
    """Number, kind and place of those among the first that have one."""
    for nr, aendring in enumerate(islice(aendringer, hoejst)):
        wkb = aendring.geometri
        if wkb is not None:
            yield nr, aendring.art, geometri_af(wkb)
