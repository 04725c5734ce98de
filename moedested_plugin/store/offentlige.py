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
from .postgis_sql import SKEMA
from .vaerdier import som_json, wkb

if TYPE_CHECKING:
    from moedested_plugin.domain.offentlig import Visning

_SIDE = 500


def sqlite_sql(visning: Visning) -> str:
    """Many rows as one text, an array of arrays: one text is taken out of OGR many times faster than fifty values.

    Fractions would lose digits in JSON, so they go as text, and so does the geometry.
    """
    vaerdier = []
    for kolonne in visning.kolonner:
        x, type_ = navn(kolonne.navn), type_af(visning, kolonne)
        if type_ is Type.TAL:
            x = f"CASE WHEN {x} IS NOT NULL THEN printf('%!.17g', {x}) END"
        elif type_ is Type.TIDSPUNKT:
            x = f"coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', {x}), {x})"
        vaerdier.append(x)
    if visning.geometri is not None:
        vaerdier.append(f"hex({navn(GEOMETRI)})")
    noegle = navn(visning.tabel.noegle)
    return (
        f"SELECT side, json_group_array(json(raekke)) AS j FROM (SELECT json_array({', '.join(vaerdier)}) AS raekke,"  # nosec B608 - only names that domain has
        f" (row_number() OVER (ORDER BY {noegle})) / {_SIDE} AS side FROM {navn(visning.navn)}) GROUP BY side ORDER BY side"
    )


def fra_sqlite(
    visning: Visning, sider: Iterable[tuple[Any, ...]]
) -> Iterator[tuple[OffentligVaerdi, ...]]:
    """The rows in what `sqlite_sql` gives."""
    brudne = [n for n, k in enumerate(visning.kolonner) if type_af(visning, k) is Type.TAL]
    for _, tekst in sider:
        for raekke in json.loads(tekst):
            for nummer in brudne:
                if raekke[nummer] is not None:
                    raekke[nummer] = float(raekke[nummer])
            if visning.geometri is not None:
                raekke[-1] = wkb(bytes.fromhex(raekke[-1] or ""))
            yield tuple(raekke)


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


def kun_offentlige(visning: Visning, provider: str) -> str:
    """A layer's filter that leaves the rows of the view's table that stand in it; `provider` is the store's."""
    noegle = navn(visning.tabel.noegle)
    fra = navn(visning.navn) if provider == "ogr" else f"{SKEMA}.{navn(visning.navn)}"
    return f"{noegle} IN (SELECT {noegle} FROM {fra})"  # nosec B608 - only names that domain has
