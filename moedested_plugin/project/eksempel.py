# SPDX-License-Identifier: GPL-2.0-or-later
"""The example data: invented rows at real places, one file per table, read through the model's types."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from qgis.core import QgsGeometry

from moedested_plugin.domain.betingelse import GEOMETRI, Vaerdi
from moedested_plugin.domain.felt import Tabel, Type
from moedested_plugin.domain.skema import TABELLER
from moedested_plugin.paths import resource
from moedested_plugin.store import Store

#: The municipality whose places the examples lie at.
KOMMUNEKODE = 376


def skriv_eksempler(store: Store, af: str) -> int:
    """Write all example rows in one transaction; gives how many."""
    with store.skriv("eksempel", af) as skriver:
        return sum(
            skriver.indsaet(tabel.navn, eksempler(tabel))
            for tabel in TABELLER
            if resource("demo", f"{tabel.navn}.json").is_file()
        )


def eksempler(tabel: Tabel) -> list[dict[str, Vaerdi]]:
    """Give the example rows of one table."""
    tekst = resource("demo", f"{tabel.navn}.json").read_text(encoding="utf-8")
    return [_raekke(tabel, raekke) for raekke in json.loads(tekst)]


def _raekke(tabel: Tabel, raekke: Mapping[str, Any]) -> dict[str, Vaerdi]:
    return {navn: _vaerdi(tabel, navn, vaerdi) for navn, vaerdi in raekke.items()}


def _vaerdi(tabel: Tabel, navn: str, vaerdi: Any) -> Vaerdi:  # noqa: ANN401 - what JSON holds
    if vaerdi is None:
        return None
    if navn == GEOMETRI:
        return bytes(QgsGeometry.fromWkt(vaerdi).asWkb())
    type_ = tabel.felt(navn).type
    if type_ is Type.DATO:
        return dt.date.fromisoformat(vaerdi)
    if type_ is Type.TIDSPUNKT:
        return dt.datetime.fromisoformat(vaerdi).astimezone(dt.timezone.utc)
    return vaerdi  # type: ignore[no-any-return]
