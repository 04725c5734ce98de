# SPDX-License-Identifier: GPL-2.0-or-later
"""What was wished for (oenske): the choices of the dialog, kept from one time to the next, and the order they become."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from moedested_plugin.domain.hvornaar import dag
from moedested_plugin.domain.navne import filnavn
from moedested_plugin.i18n import tr
from moedested_plugin.printing.bestilling import Bestilling, Skabelon, UdskriftFejl, find_papir
from moedested_plugin.printing.valg import (
    aendret_siden,
    markerede,
    noegler_af_udtryk,
    senest_udskrevet,
)

if TYPE_CHECKING:
    from qgis.core import QgsProject, QgsRectangle

    from moedested_plugin.settings import Settings
    from moedested_plugin.store import Store

KORTBILAG = "kortbilag"
#: Which rows.
ALLE, MARKEREDE, UDTRYK, AENDRET = "alle", "markerede", "udtryk", "aendret"
#: Which area.
HELE, SYNLIGT, RAMME = "hele", "synligt", "ramme"


@dataclass
class Oenske:
    """The choices for one product. An area drawn on the map is not remembered."""

    papir: str = ""
    raekker: str = ALLE
    udtryk: str = ""
    sprog: str = "da"
    hver_for_sig: bool = False
    udsnit: str = ""
    valg: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Udsnit:
    """The areas that there are to choose between: what the map shows, and the frame that was drawn."""

    synligt: QgsRectangle | None = None
    ramme: QgsRectangle | None = None


def bestil(
    skabelon: Skabelon, oenske: Oenske, mappe: Path, project: QgsProject, store: Store, udsnit: Udsnit
) -> Bestilling:  # fmt: skip
    """Make the order. Raises `UdskriftFejl` where it cannot be."""
    return Bestilling(
        skabelon,
        find_papir(oenske.papir, skabelon),
        mappe,
        _noegler(skabelon, oenske, project, store),
        _udsnit(skabelon, oenske, udsnit),
        sprog=oenske.sprog if oenske.sprog in skabelon.sprog else "da",
        en_fil=not oenske.hver_for_sig,
        valg=oenske.valg,
    )


def valgt_udsnit(skabelon: Skabelon, oenske: Oenske) -> str:
    """The kind of area; the product's own where none was chosen."""
    return oenske.udsnit or (HELE if skabelon.tabel else SYNLIGT)


def _udsnit(skabelon: Skabelon, oenske: Oenske, udsnit: Udsnit) -> QgsRectangle | None:
    if not skabelon.har_udsnit:
        return None
    valgt = valgt_udsnit(skabelon, oenske)
    if valgt == SYNLIGT:
        return udsnit.synligt
    if valgt == RAMME and udsnit.ramme is None:
        raise UdskriftFejl(tr("Tryk Tegn på kortet, og tegn det udsnit, der skal med."))
    return udsnit.ramme if valgt == RAMME else None


def _noegler(
    skabelon: Skabelon, oenske: Oenske, project: QgsProject, store: Store
) -> frozenset[str] | None:
    if not skabelon.tabel or oenske.raekker == ALLE:
        return None
    if oenske.raekker == UDTRYK:
        return noegler_af_udtryk(project, skabelon, oenske.udtryk)
    if oenske.raekker == MARKEREDE:
        noegler = markerede(project, skabelon)
        if not noegler:
            raise UdskriftFejl(tr("Markér først det på kortet eller i tabellen, der skal med."))
        return noegler
    aendret = aendret_siden(store, skabelon)
    if aendret is not None and not aendret:
        senest = senest_udskrevet(store, skabelon)
        raise UdskriftFejl(
            tr("Intet er ændret, siden der blev udskrevet {}.").format(
                dag(senest.astimezone().date()) if senest is not None else ""
            )
        )
    return aendret


def uden_at_erstatte(bestilling: Bestilling) -> Bestilling:
    """An enclosure belongs to its case: it gets a name of its own, and never takes the place of another."""
    if bestilling.skabelon.id != KORTBILAG:
        return bestilling
    led = (KORTBILAG, bestilling.valg.get("sagsnr", ""), bestilling.valg.get("titel", ""))
    grund = "_".join(filnavn(et) for et in led if et.strip())
    navn, nr = grund, 1
    while (bestilling.mappe / f"{navn}.pdf").exists():
        nr += 1
        navn = f"{grund}_{nr}"
    return replace(bestilling, filnavn=navn)


# Kept from one time to the next -------------------------------------------------------------------------


def husket(settings: Settings) -> dict[str, Oenske]:
    """The choices of last time by product; what cannot be read is left out."""
    try:
        laest = json.loads(settings.udskriv_valg.value() or "{}")
    except ValueError:
        return {}
    kendte = {felt.name for felt in fields(Oenske)}
    ud: dict[str, Oenske] = {}
    for navn, valg in laest.items() if isinstance(laest, dict) else ():
        if isinstance(valg, dict):
            oenske = Oenske(**{n: vaerdi for n, vaerdi in valg.items() if n in kendte})
            if isinstance(oenske.valg, dict):
                ud[navn] = oenske
    return ud


def husk(settings: Settings, oensker: dict[str, Oenske]) -> None:
    """Keep the choices."""
    settings.udskriv_valg.setValue(
        json.dumps({navn: asdict(oenske) for navn, oenske in oensker.items()}, ensure_ascii=False)
    )
