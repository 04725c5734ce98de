# SPDX-License-Identifier: GPL-2.0-or-later
"""Prints as layouts of the project, for hand work (projektlayout): with layers of their own, and the order remembered.

The layers of a map for the public are private layers of the project: not in the legend, shared by all layouts, without
drafts. How signs and names are drawn lies in each map, so that one set of layers serves small and large paper alike.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsPrintLayout,
    QgsRectangle,
    QgsVectorLayer,
)

from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.i18n import tr

from .bestilling import Bestilling, UdskriftFejl, find_papir, find_skabelon
from .lag import ID
from .layoutopdatering import Aendret, maerk, opdater
from .udskriv import Grundlag, lav_blade

if TYPE_CHECKING:
    from qgis.core import QgsProject

    from moedested_plugin.store import Store

    from .ark import Ark
    from .stof import Raekke
    from .udskriv import Blad

#: Custom property of a layout: the order that it was made of, as JSON.
ORDRE = "moedested/ordre"


def tilfoej(grundlag: Grundlag, nr: int = 0) -> QgsPrintLayout:
    """Add one piece of the order (the `nr`-th) to the project as a layout. Raises `UdskriftFejl`."""
    blade = lav_blade(grundlag)
    blad = blade[nr]
    ark = blad.lav()
    titel = f"{grundlag.bestilling.skabelon.titel}: {blad.navn}"
    layout = _i_projektet(grundlag.project, ark)
    layout.setName(_ledigt_navn(grundlag.project, titel))
    layout.setCustomProperty(ORDRE, json.dumps(_ordre(grundlag, blad, nr), ensure_ascii=False))
    maerk(layout)
    if not grundlag.project.layoutManager().addLayout(layout):
        raise UdskriftFejl(tr("Layoutet kan ikke føjes til projektet. Prøv igen."))
    grundlag.project.setDirty(True)
    return layout


def layouter(project: QgsProject) -> list[QgsPrintLayout]:
    """The project's layouts that were made here, by name."""
    fundet = [
        layout
        for layout in project.layoutManager().layouts()
        if isinstance(layout, QgsPrintLayout) and layout.customProperty(ORDRE)
    ]
    return sorted(fundet, key=lambda layout: layout.name())


def opdater_layout(project: QgsProject, store: Store, navn: str) -> Aendret:
    """Bring the layout of that name up to date with the data; what was done by hand stays. Raises `UdskriftFejl`."""
    layout = next((et for et in layouter(project) if et.name() == navn), None)
    if layout is None:
        raise UdskriftFejl(tr("Layoutet {} er ikke lavet herfra. Vælg et fra listen.").format(navn))
    ordre = _laest(layout)
    grundlag = Grundlag(_bestilling(project, ordre), project, store)
    blade = lav_blade(grundlag)
    blad = next((et for et in blade if et.navn == ordre["navn"]), None)
    if blad is None and len(blade) == 1:
        blad = blade[0]  # it has another name now
    if blad is None:
        raise UdskriftFejl(
            tr("{} findes ikke længere blandt det, der udskrives. Slet layoutet, eller behold det, som det er.").format(
                ordre["navn"]
            )
        )  # fmt: skip
    frisk = _i_projektet(project, blad.lav())
    aendret = opdater(layout, frisk)
    if aendret.noget:
        project.setDirty(True)
    return aendret


# The order ----------------------------------------------------------------------------------------------


def _ordre(grundlag: Grundlag, blad: Blad, nr: int) -> dict[str, Any]:
    bestilling = grundlag.bestilling
    noegler = _kun_dette(grundlag, blad, nr)
    udsnit = bestilling.udsnit
    return {
        "skabelon": bestilling.skabelon.id,
        "papir": bestilling.papir.navn,
        "noegler": sorted(noegler) if noegler is not None else None,
        "udsnit": udsnit.toRectF().getCoords() if udsnit is not None else None,
        "sprog": bestilling.sprog,
        "valg": dict(bestilling.valg),
        "navn": blad.navn,
    }


def _kun_dette(grundlag: Grundlag, blad: Blad, nr: int) -> frozenset[str] | None:
    """The keys of the rows of this piece alone, where it is made of one row: so that it is found under another name."""
    bestilling = grundlag.bestilling
    if not bestilling.skabelon.tabel:
        return None
    noegle = tabel_af_navn(bestilling.skabelon.tabel).noegle
    tidligere = sum(et.navn == blad.navn for et in lav_blade(grundlag)[:nr])
    for raekke in _raekker(grundlag):
        if bestilling.noegler is not None and raekke[noegle] not in bestilling.noegler:
            continue
        if not any(raekke.get(felt) and str(raekke[felt]) in blad.navn for felt in _NAVNE):
            continue
        ene = frozenset({str(raekke[noegle])})
        blade = _blade_af(grundlag, ene)
        if [et.navn for et in blade] == [blad.navn]:
            if not tidligere:
                return ene
            tidligere -= 1
    return bestilling.noegler


_NAVNE = ("navn", "navn_uk", "navn_d")


def _raekker(grundlag: Grundlag) -> list[Raekke]:
    tabel = grundlag.bestilling.skabelon.tabel
    return grundlag.stof.moedesteder if tabel == "moedested" else grundlag.stof.raekker(tabel)


def _blade_af(grundlag: Grundlag, noegler: frozenset[str]) -> list[Blad]:
    b = grundlag.bestilling
    ene = Bestilling(
        b.skabelon, b.papir, b.mappe, noegler, b.udsnit, b.omraade, b.sprog, valg=b.valg
    )
    try:
        return lav_blade(Grundlag(ene, grundlag.project, grundlag.store))
    except UdskriftFejl:
        return []


def _laest(layout: QgsPrintLayout) -> dict[str, Any]:
    try:
        ordre = json.loads(str(layout.customProperty(ORDRE)))
    except ValueError:
        ordre = None
    if not isinstance(ordre, dict) or not {"skabelon", "papir", "navn"} <= ordre.keys():
        raise UdskriftFejl(
            tr("Layoutet {} ved ikke længere, hvad det er lavet af. Føj det til projektet igen.").format(
                layout.name()
            )
        )  # fmt: skip
    return ordre


def _bestilling(project: QgsProject, ordre: dict[str, Any]) -> Bestilling:
    skabelon = find_skabelon(str(ordre["skabelon"]))
    noegler, udsnit = ordre.get("noegler"), ordre.get("udsnit")
    return Bestilling(
        skabelon,
        find_papir(str(ordre["papir"]), skabelon),
        Path(project.absolutePath()),
        frozenset(noegler) if noegler is not None else None,
        QgsRectangle(*udsnit) if udsnit is not None else None,
        sprog=str(ordre.get("sprog", "da")),
        valg=ordre.get("valg") or {},
    )


# Layers -------------------------------------------------------------------------------------------------


def _i_projektet(project: QgsProject, ark: Ark) -> QgsPrintLayout:
    """The same layout, on layers of the project: a copy looks its layers up there, by their ids."""
    for item in ark.layout.items():
        if isinstance(item, QgsLayoutItemMap):
            egne = [_findes(project, layer) for layer in item.layers()]
            if not all(egne):
                item.storeCurrentLayerStyles()
                item.setKeepLayerStyles(True)
    return ark.layout.clone()


def _findes(project: QgsProject, layer: QgsMapLayer) -> bool:
    """See to it that the project has a layer of this id. Gives whether it is this very one."""
    kendt = project.mapLayer(layer.id())
    if kendt is None:
        kopi = layer.clone()
        kopi.setId(layer.id())
        kopi.setFlags(kopi.flags() | QgsMapLayer.LayerFlag.Private)
        if isinstance(kopi, QgsVectorLayer):
            kopi.setReadOnly(True)
        project.addMapLayer(kopi, False)
    elif layer.id().startswith(ID) and kendt.source() != layer.source():
        kendt.setDataSource(layer.source(), kendt.name(), layer.providerType())
    return kendt is layer


def _ledigt_navn(project: QgsProject, titel: str) -> str:
    navn, nr = titel, 1
    while project.layoutManager().layoutByName(navn) is not None:
        nr += 1
        navn = f"{titel} ({nr})"
    return navn
