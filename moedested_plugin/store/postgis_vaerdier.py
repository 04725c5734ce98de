# SPDX-License-Identifier: GPL-2.0-or-later
"""Values of the model in PostgreSQL: on the way in, on the way out, and in the lines of the history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from moedested_plugin.domain.felt import Felt, Tabel, Type

if TYPE_CHECKING:
    from moedested_plugin.domain.betingelse import Vaerdi


def til_database(felt: Felt | None, vaerdi: Vaerdi) -> object:
    """What psycopg2 is given."""
    if vaerdi is None or felt is None or not felt.er_json:
        return vaerdi
    from psycopg2.extras import Json

    return Json(vaerdi)


def raekkelaeser(tabel: Tabel, navne: Sequence[str]) -> Callable[[Sequence[Any]], dict[str, Vaerdi]]:
    """What makes a row of what the database gave: only bytes are not yet as the model has them."""
    i_bytes = [n for n in navne if not tabel.har(n) or tabel.felt(n).type is Type.BINAER]

    def laes(vaerdier: Sequence[Any]) -> dict[str, Vaerdi]:
        raekke = dict(zip(navne, vaerdier))
        for navn in i_bytes:
            if raekke[navn] is not None:
                raekke[navn] = bytes(raekke[navn])
        return raekke

    return laes


def fra_json(felt: Felt, vaerdi: Vaerdi) -> Vaerdi:
    """A value of a row in the history."""
    if isinstance(vaerdi, str) and felt.type is Type.DATO:
        return dt.date.fromisoformat(vaerdi)
    if isinstance(vaerdi, str) and felt.type is Type.TIDSPUNKT:
        # PostgreSQL leaves out trailing zeros of the fraction, which Python 3.9 cannot read.
        hele, _, rest = vaerdi.replace("+00:00", "").partition(".")
        return dt.datetime.fromisoformat(f"{hele}.{rest:0<6}+00:00")
    return vaerdi


def som_json(vaerdi: object) -> str:
    """A date or time in JSON."""
    if isinstance(vaerdi, dt.datetime):
        return vaerdi.astimezone(dt.timezone.utc).isoformat()
    if isinstance(vaerdi, dt.date):
        return vaerdi.isoformat()
    raise TypeError(type(vaerdi).__name__)
