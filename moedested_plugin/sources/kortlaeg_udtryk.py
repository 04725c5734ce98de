# SPDX-License-Identifier: GPL-2.0-or-later
"""The pieces of SQL that a mapping is put together from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from moedested_plugin.domain.felt import Felt, Standard
from moedested_plugin.store.oversaet import SQLITE, citer

from .laest import KildeFelt
from .profil import Profil

if TYPE_CHECKING:
    from moedested_plugin.store import Kommune


def typefelt(profil: Profil) -> str | None:
    """Our field that says what kind of thing it is."""
    kandidater = ("facil_ty_k", "rute_ty_k", "type", "type_k", "form_k")
    return next((navn for navn in kandidater if profil.beskrevet.har(navn)), None)


def standardvaerdi(
    felt: Felt, profil: Profil, kommune: Kommune, geofa_bruger: str
) -> int | str | list[int] | None:
    """What a field gets that the source leaves empty; None where it may stay empty or the store knows better."""
    vaerdi = profil.standarder.get(felt.navn)
    if vaerdi is not None or not felt.obligatorisk:
        return vaerdi
    if felt.standard is Standard.KOMMUNENS_CVR:
        return kommune.cvr
    if felt.standard is Standard.GEOFA_BRUGER:
        return geofa_bruger or kommune.navn
    return felt.standard if isinstance(felt.standard, (int, str)) else None


def konstant(vaerdi: object) -> str:
    """A value of a profile as SQL."""
    if isinstance(vaerdi, (list, dict)):
        return SQLITE.tekst(json.dumps(vaerdi, ensure_ascii=False))
    if isinstance(vaerdi, bool):
        return str(int(vaerdi))
    return repr(vaerdi) if isinstance(vaerdi, (int, float)) else SQLITE.tekst(str(vaerdi))


def eller(sql: str, standard: str | None) -> str:
    """The value, or the standard where there is none."""
    return sql if standard is None else f"coalesce({sql}, {standard})"


def noegledel(felt: KildeFelt, uuider: set[str]) -> str:
    """One column of a key, as text."""
    x = f"s.{citer(felt.kolonne)}"
    uuid = f"nullif(lower(trim({x}, '{{}} ')), '')"
    if uuid in uuider:
        return uuid
    if felt.type == "tal":
        x = f"CASE WHEN {x} = CAST({x} AS INTEGER) THEN CAST({x} AS INTEGER) ELSE {x} END"
    return f"nullif(trim(CAST({x} AS TEXT)), '')"


def navnenoegle(felter: Sequence[KildeFelt]) -> str:
    """What a row is called, as the key of one that has no id yet."""
    return " || '/' || ".join(
        f"lower(trim(coalesce(CAST(s.{citer(felt.kolonne)} AS TEXT), '')))" for felt in felter
    )


def json_udtryk(felt: KildeFelt) -> str:
    """The value of a column inside a JSON object."""
    x = f"s.{citer(felt.kolonne)}"
    return {
        "tekst": f"nullif({x}, '')",
        "tal": f"json(kort_tal({x}))",
        "bool": f"json(CASE WHEN {x} THEN 'true' WHEN {x} IS NOT NULL THEN 'false' END)",
        "json": f"json({x})",
    }.get(felt.type, x)
