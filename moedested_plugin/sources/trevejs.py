# SPDX-License-Identifier: GPL-2.0-or-later
"""One row, three ways: what was last received, what we have, what comes. Which fields change, which are in conflict."""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from moedested_plugin.domain.betingelse import GEOMETRI

from . import sted
from .geofa_felter import EKSTRA, Tema
from .plan import FeltAendring

SKILLE = "/"
_INTET = object()
Vaerdier = Mapping[str, Any]


def ens(a: object, b: object) -> bool:
    """Whether two values say the same: blanks around text, the form of a number or a date do not matter."""
    a, b = _ren(a), _ren(b)
    if a is None or b is None:
        return a is b
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return math.isclose(a, b, rel_tol=1e-12, abs_tol=1e-12)
    if isinstance(a, (list, dict)) or isinstance(b, (list, dict)):
        return bool(a == b)
    return str(a) == str(b)


def _ren(vaerdi: object) -> object:
    if isinstance(vaerdi, str):
        return vaerdi.strip() or None
    if isinstance(vaerdi, bool):
        return int(vaerdi)
    if isinstance(vaerdi, dt.datetime):
        return vaerdi.astimezone(dt.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")[:23] + "Z"
    if isinstance(vaerdi, dt.date):
        return vaerdi.isoformat()
    return None if vaerdi in ([], {}) else vaerdi


def bredt_ud(raekke: Vaerdier) -> dict[str, Any]:
    """With every name in `geofa_ekstra` as a field of its own: 'geofa_ekstra/folder_k'."""
    ud = {felt: vaerdi for felt, vaerdi in raekke.items() if felt != EKSTRA}
    ekstra = raekke.get(EKSTRA)
    if isinstance(ekstra, str):
        ekstra = json.loads(ekstra)
    for navn, vaerdi in (ekstra or {}).items():
        ud[f"{EKSTRA}{SKILLE}{navn}"] = vaerdi
    return ud


def saml_ekstra(vores: object, taget: Mapping[str, Any]) -> dict[str, Any] | None:
    """Our `geofa_ekstra` with the named values put in; one that is None goes away."""
    ud = dict(vores) if isinstance(vores, dict) else {}
    for felt, vaerdi in taget.items():
        navn = felt.partition(SKILLE)[2]
        if vaerdi is None:
            ud.pop(navn, None)
        else:
            ud[navn] = vaerdi
    return ud or None


def er_ekstra(felt: str) -> bool:
    """Whether it is a name inside `geofa_ekstra`."""
    return felt.startswith(EKSTRA + SKILLE)


def stille(felt: str, tema: Tema | None) -> bool:
    """Filled by GeoFA at every save: follows along, but is no change by itself."""
    if tema is None or not er_ekstra(felt):
        return False
    kendt = tema.felter.get(felt.partition(SKILLE)[2])
    return kendt is not None and kendt.system


def aendringer(
    sidst: Vaerdier | None,
    vores: Vaerdier,
    deres: Vaerdier,
    lokale: Collection[str],
    tema: Tema | None = None,
) -> Iterator[FeltAendring]:
    """The fields that differ and are not ours alone. Without `sidst` nobody knows who changed: a conflict.

    A field that nobody mapped last time, and that we have not filled, is simply new.
    """
    gammel = None if sidst is None else bredt_ud(sidst)
    nu, ny = bredt_ud(vores), bredt_ud(deres)
    navne = [felt for felt in ny if felt != GEOMETRI]
    if gammel is not None and EKSTRA in deres:
        navne += [felt for felt in gammel if er_ekstra(felt) and felt not in ny]
    for felt in navne:
        if felt in lokale or stille(felt, tema):
            continue
        har, kommer = nu.get(felt), ny.get(felt)
        foer = None if gammel is None else gammel.get(felt, None if er_ekstra(felt) else _INTET)
        if ens(har, kommer) or (
            gammel is not None and ens(None if foer is _INTET else foer, kommer)
        ):
            continue
        if gammel is None:
            konflikt = _ren(har) is not None
        else:
            konflikt = _ren(har) is not None if foer is _INTET else not ens(har, foer)
        yield FeltAendring(
            felt,
            None if foer is _INTET else foer,
            har,
            kommer,
            konflikt=konflikt,
            accept=None if konflikt else True,
        )


def flytning(
    sidst: bytes | None, vores: bytes | None, deres: bytes | None, *, kendt: bool
) -> FeltAendring | None:
    """The change of place, if there is one to speak of."""
    if deres is None or sted.samme(vores, deres) or (kendt and sted.samme(sidst, deres)):
        return None
    konflikt = not (kendt and sted.samme(sidst, vores)) and vores is not None
    return FeltAendring(
        GEOMETRI, None, None, None, konflikt=konflikt, accept=None if konflikt else True
    )


def rettet_her(
    sidst: Vaerdier, vores: Vaerdier, felter: Collection[str], lokale: Collection[str]
) -> bool:
    """Whether we changed any of the fields that the source fills."""
    gammel, nu = bredt_ud(sidst), bredt_ud(vores)
    return any(
        not ens(gammel.get(felt), nu.get(felt))
        for felt in gammel
        if felt in felter and felt not in lokale
    )
