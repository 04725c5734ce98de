# SPDX-License-Identifier: GPL-2.0-or-later
"""*Tag med i marken*: chosen rows with all that belongs to them as a folder that QField, or any QGIS, works on."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import uuid
from collections.abc import Collection, Mapping
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeedback, QgsProject, QgsRectangle

from moedested_plugin import store as stores
from moedested_plugin.domain.betingelse import GEOMETRI, EnAf, Raekke
from moedested_plugin.domain.faelles import FOTO_OBJEKTER
from moedested_plugin.domain.kodelister import FOERSTE_EGEN_KODE
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.domain.steder import STED_TABELLER
from moedested_plugin.i18n import tr
from moedested_plugin.project.background import Background, write_background
from moedested_plugin.project.byg import byg_projekt
from moedested_plugin.project.raekke import geometri_af
from moedested_plugin.store.vaerdier import som_json

from . import sted
from .feltkopi import (
    DATAFIL,
    FOTOMAPPE,
    KOERSEL,
    MAERKE,
    PROFIL,
    PROJEKTFIL,
    TABELLER,
    Maerke,
    glem,
    husk,
    profil_til,
)
from .feltkopi_fotos import inden_for
from .feltkopi_projekt import indret_til_marken
from .filer_ogr import Afbrudt, UdFejl, lovligt_navn, nye_filer
from .sag import kommune_af

if TYPE_CHECKING:
    from moedested_plugin.store import Store

_STEDER = tuple(beskrevet.navn for beskrevet in STED_TABELLER)
_AF_MOEDESTED = ("tilknytning", "udstyr", "medvirkende", "besoegstal", "aktivitet")
_MARGEN_M = 2_000.0
BAGGRUND = "baggrund.gpkg"


@dataclass(frozen=True)
class Feltbestilling:
    """What to take along: keys of mødesteder and places by table; with a mødested come its places and all of its own."""

    valgte: Mapping[str, Collection[str]]
    #: The new folder is made in this one.
    mappe: Path
    navn: str
    #: The folder that the paths of photos begin in: that of the project.
    projektmappe: Path
    #: The background of the project; without one the shipped background is cut out.
    baggrund: Path | None = None


@dataclass(frozen=True)
class Taget:
    """What was taken along."""

    mappe: Path
    maerke: Maerke
    #: Rows by table.
    antal: Mapping[str, int]
    #: Photos that are not where their row says.
    manglende_fotos: tuple[str, ...] = ()


@dataclass
class _Udvalg:
    """The rows by table, the keys first."""

    raekker: dict[str, list[Raekke]] = field(default_factory=dict)

    def noegler(self, tabel: str) -> list[str]:
        return [str(r[tabel_af_navn(tabel).noegle]) for r in self.raekker.get(tabel, ())]


def tag_med(store: Store, bestilling: Feltbestilling, af: str, feedback: QgsFeedback) -> Taget:
    """Make the folder, and remember what was taken. Raises `UdFejl`, `ProjektFejl` or `StoreFejl`; then there is none."""
    udvalg = _vaelg(store, bestilling.valgte)
    if not any(udvalg.raekker.get(tabel) for tabel in ("moedested", *_STEDER)):
        raise UdFejl(tr("Der er ikke valgt noget at tage med. Vælg mødesteder eller steder først."))
    navn = lovligt_navn(bestilling.navn)
    if (bestilling.mappe / navn).exists():  # said before the work, and again after it
        raise UdFejl(tr("{} findes allerede. Vælg et andet navn.").format(navn))
    nu = dt.datetime.now(dt.timezone.utc)
    maerke = Maerke(uuid.uuid4().hex[:12], navn, nu.isoformat(timespec="seconds"), af)
    with ExitStack() as fortryd:
        with nye_filer(bestilling.mappe, overskriv=False) as nye:
            mappe = nye / navn
            (mappe / FOTOMAPPE).mkdir(parents=True)
            mangler = _kopier_fotos(udvalg, bestilling.projektmappe, mappe)
            _skriv(store, udvalg, bestilling, maerke, mappe, feedback)
            fortryd.callback(_glem, store, maerke, af)
            _husk_det_tagne(store, udvalg, maerke, af, nu)
        fortryd.pop_all()
    antal = {tabel: len(raekker) for tabel, raekker in udvalg.raekker.items() if raekker}
    return Taget(bestilling.mappe / navn, maerke, antal, tuple(mangler))


# ---- which rows -----------------------------------------------------------------------------------------------------


def _vaelg(store: Store, valgte: Mapping[str, Collection[str]]) -> _Udvalg:
    udvalg = _Udvalg()
    udvalg.raekker["organisation"] = list(store.raekker("organisation"))
    moedesteder = sorted(valgte.get("moedested", ()))
    udvalg.raekker["moedested"] = _af_noegler(store, "moedested", moedesteder)
    moedesteder = udvalg.noegler("moedested")
    for tabel in _AF_MOEDESTED:
        udvalg.raekker[tabel] = _hvor(store, tabel, "moedested_id", moedesteder)
    for tabel in _STEDER:
        knyttet = {r[f"{tabel}_id"] for r in udvalg.raekker["tilknytning"]} - {None}
        noegler = sorted({*valgte.get(tabel, ()), *map(str, knyttet)})
        udvalg.raekker[tabel] = _af_noegler(store, tabel, noegler)
    udvalg.raekker["straekning"] = _hvor(store, "straekning", "rute_id", udvalg.noegler("rute"))
    udvalg.raekker["foto"] = [
        foto
        for tabel in FOTO_OBJEKTER
        for foto in _hvor(store, "foto", "objekt_id", udvalg.noegler(tabel))
        if foto["objekt_lag"] == tabel
    ]
    return udvalg


def _af_noegler(store: Store, tabel: str, noegler: Collection[str]) -> list[Raekke]:
    return list(store.raekker(tabel, noegler=list(noegler))) if noegler else []


def _hvor(store: Store, tabel: str, felt: str, vaerdier: Collection[str]) -> list[Raekke]:
    return list(store.raekker(tabel, hvor=EnAf(felt, tuple(vaerdier)))) if vaerdier else []


# ---- the folder -----------------------------------------------------------------------------------------------------


def _kopier_fotos(udvalg: _Udvalg, fra: Path, til: Path) -> list[str]:
    """The pictures, under the paths that their rows have; gives those that are not there."""
    mangler = []
    for foto in udvalg.raekker["foto"]:
        sti = str(foto["sti"])
        if sti.lower().startswith(("http://", "https://")):
            continue
        kilde, maal = inden_for(fra, sti), inden_for(til, sti)
        if kilde is None or maal is None or not kilde.is_file():
            mangler.append(sti)
        elif not maal.exists():
            maal.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(kilde, maal)
    return mangler


def _skriv(
    store: Store, udvalg: _Udvalg, bestilling: Feltbestilling, maerke: Maerke, mappe: Path, feedback: QgsFeedback
) -> None:  # fmt: skip
    kommune = kommune_af(store)
    with stores.opret(str(mappe / DATAFIL), kommune, _stille(feedback)) as kopi:
        _bliv_ved(feedback, 30)
        with kopi.skriv(KOERSEL, maerke.af) as skriver:
            skriver.indsaet("kodeliste", _egne_koder(store))
            for tabel in TABELLER:
                skriver.indsaet(tabel, [_uden_version(r) for r in udvalg.raekker[tabel]])
        kopi.saet_indstilling("geofa_bruger", store.indstilling("geofa_bruger", "") or "")
        kopi.saet_indstilling(MAERKE, asdict(maerke))
        _bliv_ved(feedback, 50)
        baggrund = _baggrund(udvalg, bestilling, mappe / BAGGRUND, kommune.kode, feedback)
        project = QgsProject()
        try:
            byg_projekt(project, kopi, mappe / PROJEKTFIL, baggrund, kommune, _stille(feedback))
            indret_til_marken(project, mappe / PROJEKTFIL, maerke)
        finally:
            project.clear()  # lets go of the files, which Windows would else not let us move
    _bliv_ved(feedback, 90)


def _egne_koder(store: Store) -> list[Raekke]:
    return [
        r
        for r in store.raekker("kodeliste")
        if not r["geofa"] and int(str(r["kode"])) >= FOERSTE_EGEN_KODE
    ]


def _uden_version(raekke: Raekke) -> dict[str, Any]:
    return {felt: vaerdi for felt, vaerdi in raekke.items() if felt != "raekke_version"}


def _baggrund(
    udvalg: _Udvalg, bestilling: Feltbestilling, maal: Path, kommunekode: int, feedback: QgsFeedback
) -> Background:
    ramme = _ramme(udvalg)
    if bestilling.baggrund is not None and bestilling.baggrund.is_file():
        shutil.copyfile(bestilling.baggrund, maal)
        if ramme is not None:
            return Background(maal, ramme)
    skrevet = write_background(maal, kommunekode, None, _stille(feedback))
    return skrevet if ramme is None else Background(maal, ramme)


def _ramme(udvalg: _Udvalg) -> QgsRectangle | None:
    """Where the rows lie, with room around."""
    samlet = QgsRectangle()
    for tabel in ("moedested", *_STEDER):
        for raekke in udvalg.raekker[tabel]:
            wkb = raekke[GEOMETRI]
            if isinstance(wkb, bytes):
                samlet.combineExtentWith(geometri_af(wkb).boundingBox())
    return None if samlet.isNull() else samlet.buffered(_MARGEN_M)


def _bliv_ved(feedback: QgsFeedback, procent: float) -> None:
    if feedback.isCanceled():
        raise Afbrudt(tr("Det er afbrudt. Der er ikke lavet nogen mappe."))
    feedback.setProgress(procent)


def _stille(feedback: QgsFeedback) -> QgsFeedback:
    """A feedback whose progress is not ours to show; what is broken off is seen between the steps."""
    trin = QgsFeedback()
    if feedback.isCanceled():
        trin.cancel()
    return trin


# ---- what was taken -------------------------------------------------------------------------------------------------


def _husk_det_tagne(
    store: Store, udvalg: _Udvalg, maerke: Maerke, af: str, nu: dt.datetime
) -> None:
    """Keep every row as *last received* from the copy."""
    with store.skriv(KOERSEL, af) as skriver:
        for tabel in TABELLER:
            felter = [kort.felt for kort in profil_til(store, tabel, maerke).alle_felter()]
            skriver.indsaet(
                "kildepost",
                [
                    _post(tabel, felter, r, maerke, nu, skriver.koersel_id)
                    for r in udvalg.raekker[tabel]
                ],
            )
    husk(store, maerke)


def _post(
    tabel: str, felter: Collection[str], raekke: Raekke, maerke: Maerke, nu: dt.datetime, koersel_id: str
) -> dict[str, Any]:  # fmt: skip
    beskrevet = tabel_af_navn(tabel)
    noegle = str(raekke[beskrevet.noegle])
    wkb = raekke.get(GEOMETRI)
    navn = raekke.get("navn")
    return {
        "kildepost_id": str(uuid.uuid4()), "kilde": PROFIL, "lag": maerke.lag(tabel), "kilde_noegle": noegle,
        "navn": navn if isinstance(navn, str) else None, "tabel": tabel, "objekt_id": noegle, "modtaget": nu,
        "set_senest": nu, "fingeraftryk": "", "koersel_id": koersel_id,
        "raekke": json.loads(som_json({felt: raekke[felt] for felt in felter if felt != beskrevet.noegle})),
        GEOMETRI: sted.enkel(wkb) if isinstance(wkb, bytes) else None,
    }  # fmt: skip


def _glem(store: Store, maerke: Maerke, af: str) -> None:
    """Take back what was remembered of a copy that never came to be."""
    hvor = EnAf("lag", tuple(maerke.lag(tabel) for tabel in TABELLER))
    poster = [str(r["kildepost_id"]) for r in store.raekker("kildepost", ("kildepost_id",), hvor)]
    with store.skriv(KOERSEL, af) as skriver:
        for post in poster:
            skriver.slet("kildepost", post)
    glem(store, maerke)
