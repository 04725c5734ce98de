# SPDX-License-Identifier: GPL-2.0-or-later
"""What an import did, or would do, as a JSON file: every change from old to new, every refused row with its reason."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from moedested_plugin.domain.betingelse import GEOMETRI

from . import sted
from .anvend import Resultat
from .plan import Aendring, Plan

VERSION = 1


def taellinger(plan: Plan) -> dict[str, int]:
    """The counts under the names of the algorithm's outputs. A row that looks like one of ours asks for a person."""
    antal = plan.antal
    return {
        "NEW": antal["ny"],
        "CHANGED": antal["aendret"] + antal["flyttet"],
        "UNCHANGED": plan.uaendrede,
        "GONE": antal["borte"],
        "CONFLICT": antal["konflikt"] + antal["ligner"],
        "REJECTED": antal["afvist"],
    }


def skriv_rapport(
    sti: Path, plan: Plan, resultat: Resultat | None, taellinger_: dict[str, int]
) -> None:
    """Write the report, row by row: there may be many. Raises `OSError`."""
    hoved: dict[str, Any] = {
        "version": VERSION,
        "tid": dt.datetime.now(dt.timezone.utc).isoformat(timespec="seconds"),
        "kilde": plan.maal.kilde,
        "lag": plan.maal.lag,
        "tabel": plan.maal.tabel,
        "profil": plan.profil.navn,
        "modtaget": plan.maal.modtaget,
        "antal": taellinger_,
        "bemaerkninger": list(plan.maal.bemaerkninger),
        "udfoert": None if resultat is None else _udfoert(resultat),
    }
    with sti.open("w", encoding="utf-8", newline="\n") as fil:
        fil.write(json.dumps(hoved, ensure_ascii=False, indent=1)[:-2])
        fil.write(',\n "raekker": [')
        for nr, raekke in enumerate(raekker(plan)):
            fil.write(",\n  " if nr else "\n  ")
            fil.write(json.dumps(raekke, ensure_ascii=False, default=str))
        fil.write("\n ]\n}\n")


def raekker(plan: Plan) -> Iterator[dict[str, Any]]:
    """Each row of the plan as plain values."""
    for aendring in plan.raekker():
        yield som_json(aendring)


def som_json(aendring: Aendring) -> dict[str, Any]:
    """One row; what does not concern it is left out."""
    ud: dict[str, Any] = {
        "art": aendring.art,
        "noegle": aendring.noegle,
        "objekt_id": aendring.objekt_id,
        "raekke": aendring.raa_nr,
        "navn": aendring.navn,
        "type": aendring.type,
        "grund": aendring.grund,
        "afstand": None if aendring.afstand is None else round(aendring.afstand, 2),
    }
    ud = {navn: vaerdi for navn, vaerdi in ud.items() if vaerdi is not None}
    if aendring.art != "afvist":
        ud["accept"] = aendring.accept
        ud["felter"] = [_felt(aendring, felt.felt) for felt in aendring.felter]
        if aendring.art == "ny":
            ud["sted"] = sted.wkt(aendring.geometri_deres)
    return ud


def _felt(aendring: Aendring, navn: str) -> dict[str, Any]:
    felt = next(led for led in aendring.felter if led.felt == navn)
    sidst, vores, deres = felt.sidst, felt.vores, felt.deres
    if navn == GEOMETRI:
        sidst, vores, deres = (
            sted.wkt(wkb)
            for wkb in (aendring.geometri_sidst, aendring.geometri_vores, aendring.geometri_deres)
        )
    return {
        "felt": navn,
        "sidst": sidst,
        "fra": vores,
        "til": deres,
        "konflikt": felt.konflikt,
        "accept": felt.accept,
    }


def _udfoert(resultat: Resultat) -> dict[str, Any]:
    return {
        "koersel_id": resultat.koersel_id,
        "nye": resultat.nye,
        "rettede": resultat.rettede,
        "linket": resultat.linket,
        "lukkede": resultat.lukkede,
        "sikkerhedskopi": resultat.sikkerhedskopi,
        "afviste": [{"raekke": nr, "grund": grund} for nr, grund in resultat.afviste],
    }
