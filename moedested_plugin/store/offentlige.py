# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of the public views as they go out: the same plain values from both stores."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.felt import Type
from moedested_plugin.domain.offentlig import type_af

from .base import OffentligVaerdi
from .oversaet import navn
from .vaerdier import som_json, wkb

if TYPE_CHECKING:
    from moedested_plugin.domain.offentlig import Visning


def sqlite_sql(visning: Visning) -> str:
    """All values that JSON can carry as one array, then fractions, then the geometry as hexadecimals.

    One text is taken out of OGR many times faster than fifty values; fractions would lose digits in it.
    """
    i_json, andre = [], []
    for kolonne in visning.kolonner:
        x, type_ = navn(kolonne.navn), type_af(visning, kolonne)
        if type_ is Type.TAL:
            andre.append(x)
        elif type_ is Type.TIDSPUNKT:
            i_json.append(f"coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', {x}), {x})")
        else:
            i_json.append(x)
    if visning.geometri is not None:
        andre.append(f"hex({navn(GEOMETRI)}) AS {navn(GEOMETRI)}")
    valgt = ", ".join((f"json_array({', '.join(i_json)}) AS j", *andre))
    return f"SELECT {valgt} FROM {navn(visning.navn)} ORDER BY {navn(visning.tabel.noegle)}"  # nosec B608 - only names that domain has


def fra_sqlite(
    visning: Visning, raekker: Iterable[tuple[Any, ...]]
) -> Iterator[tuple[OffentligVaerdi, ...]]:
    """The values of `sqlite_sql` in the order of the view's columns."""
    brudne = [n for n, k in enumerate(visning.kolonner) if type_af(visning, k) is Type.TAL]
    for tekst, *andre in raekker:
        ud = json.loads(tekst)
        for nummer, vaerdi in zip(brudne, andre):
            ud.insert(nummer, None if vaerdi is None else float(vaerdi))
        if visning.geometri is not None:
            ud.append(wkb(bytes.fromhex(andre[-1] or "")))
        yield tuple(ud)


def postgres_sql(visning: Visning, skema: str) -> str:
    """The same of a PostGIS store."""
    valgt = [navn(kolonne.navn) for kolonne in visning.kolonner]
    if visning.geometri is not None:
        valgt.append(f"st_asbinary({navn(GEOMETRI)}, 'NDR')")
    return (
        f"select {', '.join(valgt)} from {skema}.{navn(visning.navn)}"  # nosec B608 - only names that domain has
        f' order by {navn(visning.tabel.noegle)} collate "C"'
    )


def fra_postgres(raekke: Iterable[object]) -> tuple[OffentligVaerdi, ...]:
    """A row of `postgres_sql`."""
    return tuple(_vaerdi(vaerdi) for vaerdi in raekke)


def _vaerdi(vaerdi: Any) -> OffentligVaerdi:  # noqa: ANN401
    if isinstance(vaerdi, memoryview):
        return bytes(vaerdi) or None
    if isinstance(vaerdi, bool):
        return int(vaerdi)
    if isinstance(vaerdi, dt.date):
        return som_json(vaerdi).strip('"')
    if isinstance(vaerdi, (list, dict)):
        return som_json(vaerdi)
    if vaerdi is None or isinstance(vaerdi, (int, float, str)):
        return vaerdi
    return float(vaerdi)
