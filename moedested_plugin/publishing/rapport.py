# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan and its outcome as JSON, for those who read it with a machine."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .aendringer import Aendring
    from .plan import Plan
    from .udgiv import Udgivet


def som_json(plan: Plan, udgivet: Udgivet | None) -> Iterator[str]:
    """What would change or has changed, piece by piece. Geometries are left out: they are in the services."""
    efter = udgivet.efterproevning if udgivet is not None else None
    yield _tekst({
        "version": udgivet.version if udgivet is not None else None,
        "fra": plan.fra,
        "antal": dict(plan.antal),
        "aendringer": [],
    }).removesuffix("]\n}")  # fmt: skip
    for nr, aendring in enumerate(plan.aendringer):
        yield ",\n" if nr else "\n"
        yield _tekst(_aendring(aendring))
    yield "],\n"
    yield _tekst({
        "holdt": [
            {"lag": h.tabel, "id": h.noegle, "navn": h.navn, "grunde": list(h.grunde), "tidligere_version_ude": h.ude}
            for h in plan.holdte
        ],
        "blokeringer": list(plan.blokeringer),
        "advarsler": list(plan.advarsler),
        "brud": list(plan.brud),
        "bemaerkninger": list(udgivet.bemaerkninger) if udgivet is not None else [],
        "efterproevning": None if efter is None else {
            "udfald": efter.udfald.value, "grund": efter.grund, "svar": efter.svar, "sekunder": round(efter.sekunder, 1),
        },
    }).removeprefix("{\n")  # fmt: skip


def _tekst(indhold: Mapping[str, object]) -> str:
    return json.dumps(indhold, ensure_ascii=False, indent=1)


def _aendring(aendring: Aendring) -> dict[str, object]:
    return {
        "lag": aendring.tabel,
        "id": aendring.noegle,
        "art": aendring.art.value,
        "navn": aendring.navn,
        "felter": [
            {"felt": f.kolonne, "gammel": _vist(f.gammel), "ny": _vist(f.ny)}
            for f in aendring.felter
        ],
    }


def _vist(vaerdi: object) -> object:
    return "…" if isinstance(vaerdi, bytes) else vaerdi
