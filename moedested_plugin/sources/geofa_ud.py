# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the municipality's own places as GeoFA's three layers, and says of every other row why it stayed at home."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from moedested_plugin.domain.betingelse import GEOMETRI, Raekke
from moedested_plugin.domain.steder import FORSLAG
from moedested_plugin.i18n import tr
from moedested_plugin.paths import same_file
from moedested_plugin.store import Store

from .filer_ogr import Afbrudt, Datasaet, Kolonne, KolonneType, UdFejl, nye_filer, skrivning
from .geofa_felter import GeofaFelt, Tema, temaer, til_geofa
from .geofa_fotos import Fotos
from .geofa_geometri import Endepunkter, kom_fra_geofa
from .geofa_koder import PROFILER, Profil
from .geofa_regler import afslag, raad
from .geofa_resultat import Bemaerkning, Eksport, Grund, Raekkenavn, Udeladt

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

ENDELSE = ".gpkg"
KILDE_OSM = 9
_TYPER: dict[str, KolonneType] = {
    "tekst": "tekst", "uuid": "tekst", "heltal": "heltal", "tal": "tal", "bool": "bool", "dato": "dato", "tid": "tid",
    "json": "json",
}  # fmt: skip
_UUID_LAENGDE = 36
_MELD_PR = 500
_STOERSTE = 2**63


@dataclass
class _Samling:
    """What is gathered before anything is written."""

    profil: Profil
    raekker: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    udeladte: list[Udeladt] = field(default_factory=list)
    bemaerkninger: list[Bemaerkning] = field(default_factory=list)
    ikke_sendt: Counter[str] = field(default_factory=Counter)
    ukendte: dict[str, dict[str, KolonneType]] = field(default_factory=dict)


def eksporter_geofa(
    store: Store,
    fil: Path,
    profil: Profil = "3.04",
    *,
    overskriv: bool = False,
    feedback: QgsFeedback | None = None,
) -> Eksport:
    """Write the GeoPackage that GeoFA takes. Raises `UdFejl` with a sentence, and then there is no new file."""
    if profil not in PROFILER:
        raise UdFejl(
            tr("GeoFA-profilen {} findes ikke. Vælg {}.").format(profil, " eller ".join(PROFILER))
        )
    if fil.suffix.lower() != ENDELSE:
        raise UdFejl(tr("Filen til GeoFA skal ende på .gpkg."))
    if same_file(fil, store.adresse):
        raise UdFejl(tr("Filen er selve mødestederne. Vælg et andet navn til filen til GeoFA."))
    with nye_filer(fil.parent, overskriv=overskriv) as mappe:
        samling = _saml(store, profil, feedback)
        _skriv(samling, mappe / fil.name, feedback)
    return Eksport(
        fil,
        profil,
        {tema.lag: len(samling.raekker[tema.lag]) for tema in temaer()},
        tuple(samling.udeladte),
        tuple(samling.bemaerkninger),
        dict(sorted(samling.ikke_sendt.items())),
        tuple(sorted({navn for felter in samling.ukendte.values() for navn in felter})),
    )


# ---- gather ---------------------------------------------------------------------------------------------------------


def _saml(store: Store, profil: Profil, feedback: QgsFeedback | None) -> _Samling:
    samling = _Samling(profil)
    fotos, endepunkter = Fotos(store), Endepunkter(store)
    cvr = _egen_cvr(store)
    i_alt = sum(store.antal(tema.tabel.navn) for tema in temaer())
    naaet = 0
    for tema in temaer():
        samling.raekker[tema.lag] = []
        samling.ukendte[tema.lag] = {}
        for vores in store.raekker(tema.tabel.navn):
            naaet += 1
            if naaet % _MELD_PR == 0:
                _meld(feedback, 70 * naaet / i_alt)
            grund = _bliver_hjemme(vores, cvr)
            if grund is not None:
                samling.udeladte.append(Udeladt(_navn(tema, vores), grund, (grund.tekst,)))
                continue
            geofa = til_geofa(tema.tabel.navn, vores)
            if tema.nummer == 5802:
                geofa.update(endepunkter.af(vores))
            uden_plads = fotos.udfyld(tema.tabel.navn, vores, geofa)
            _tag_med(samling, tema, vores, geofa, uden_plads)
    return samling


def _egen_cvr(store: Store) -> int:
    cvr = store.kommune.cvr
    if not cvr:
        raise UdFejl(
            tr("Mødestederne hører ikke til en kommune. Opret et projekt for kommunen først.")
        )
    return cvr


def _bliver_hjemme(vores: Raekke, cvr: int) -> Grund | None:
    if vores["cvr_kode"] != cvr:
        return Grund.ANDEN_MYNDIGHED
    if vores["kilde_k"] == KILDE_OSM:
        return Grund.OPENSTREETMAP
    status = vores["statuskode"]
    hoej = isinstance(status, int) and status >= FORSLAG
    return None if hoej or kom_fra_geofa(vores) else Grund.KLADDE


def _tag_med(
    samling: _Samling, tema: Tema, vores: Raekke, geofa: dict[str, Any], uden_plads: int
) -> None:
    """Fit the row to the profile, and keep it if GeoFA would take it."""
    navn = _navn(tema, vores)
    kendte = {felt.navn for felt in _felter(tema, samling.profil)}
    fyldte = {n: v for n, v in geofa.items() if v is not None}
    nyere: list[str] = []
    if samling.profil == "1.7":
        nyere = [n for n in fyldte if n not in kendte and n != GEOMETRI]
    for felt in nyere:
        fyldte.pop(felt)
    saetninger = afslag(tema, fyldte, samling.profil)
    if saetninger:
        samling.udeladte.append(Udeladt(navn, Grund.AFVISES, tuple(saetninger)))
        return
    samling.ikke_sendt.update(nyere)
    for sammenfald in _note_ukendte(samling.ukendte[tema.lag], kendte, fyldte):
        fyldte.pop(sammenfald)
        samling.bemaerkninger.append(
            Bemaerkning(
                navn,
                tr("{felt} er ikke sendt: et andet felt hedder næsten det samme.").format(
                    felt=sammenfald
                ),
            )
        )
    samling.raekker[tema.lag].append(fyldte)
    if uden_plads:
        samling.bemaerkninger.append(
            Bemaerkning(
                navn, tr("Fotos, der ikke er plads til i GeoFA: {antal}.").format(antal=uden_plads)
            )
        )
    samling.bemaerkninger += [
        Bemaerkning(navn, saetning) for saetning in raad(tema, fyldte, ny=not kom_fra_geofa(vores))
    ]


def _felter(tema: Tema, profil: Profil) -> list[GeofaFelt]:
    return [felt for felt in tema.sendte if felt.i_1_7 or profil != "1.7"]


def _note_ukendte(
    ukendte: dict[str, KolonneType], kendte: Iterable[str], fyldte: Mapping[str, Any]
) -> list[str]:
    """Note name and type of each unknown field; gives those that no file can hold beside another (case apart)."""
    taget = {navn.lower(): navn for navn in (*kendte, *ukendte)}
    for_meget = []
    for navn, vaerdi in fyldte.items():
        if navn == GEOMETRI or navn in kendte:
            continue
        if taget.setdefault(navn.lower(), navn) != navn:
            for_meget.append(navn)
        else:
            ukendte[navn] = _faelles_type(ukendte.get(navn), vaerdi)
    return for_meget


def _faelles_type(foer: KolonneType | None, vaerdi: object) -> KolonneType:
    """The narrowest column type that holds what was seen so far and this value."""
    nu: KolonneType = "tekst"
    if isinstance(vaerdi, bool):
        nu = "bool"
    elif isinstance(vaerdi, int):
        nu = "stort" if abs(vaerdi) < _STOERSTE else "json"
    elif isinstance(vaerdi, float):
        nu = "tal"
    elif isinstance(vaerdi, (dict, list)):
        nu = "json"
    if foer is None or foer == nu:
        return nu
    return "tal" if {foer, nu} == {"stort", "tal"} else "json"


def _navn(tema: Tema, vores: Raekke) -> Raekkenavn:
    navn = vores["navn"]
    return Raekkenavn(
        tema.tabel.navn, str(vores["objekt_id"]), navn if isinstance(navn, str) else None
    )


# ---- write ----------------------------------------------------------------------------------------------------------


def _skriv(samling: _Samling, fil: Path, feedback: QgsFeedback | None) -> None:
    i_alt = sum(len(raekker) for raekker in samling.raekker.values())
    naaet = 0
    with skrivning(fil.name), Datasaet("GPKG", fil) as datasaet:
        for tema in temaer():
            kolonner = [_kolonne(tema, felt) for felt in _felter(tema, samling.profil)]
            kolonner += [Kolonne(navn, type_) for navn, type_ in samling.ukendte[tema.lag].items()]
            lag = datasaet.lag(
                tema.lag, kolonner, tema.tabel.geometri, valg=[f"GEOMETRY_NAME={GEOMETRI}"]
            )
            for raekke in samling.raekker[tema.lag]:
                geometri = raekke.pop(GEOMETRI)
                lag.skriv(raekke, geometri)
                naaet += 1
                if naaet % _MELD_PR == 0:
                    _meld(feedback, 70 + 30 * naaet / i_alt)
    _meld(feedback, 100)


def _kolonne(tema: Tema, felt: GeofaFelt) -> Kolonne:
    laengde = _UUID_LAENGDE if felt.type == "uuid" else felt.laengde
    alias = tema.egne[felt.navn].alias if felt.navn in tema.egne else None
    return Kolonne(felt.navn, _TYPER[felt.type], laengde, alias)


def _meld(feedback: QgsFeedback | None, procent: float) -> None:
    if feedback is None:
        return
    if feedback.isCanceled():
        raise Afbrudt(tr("Eksporten er afbrudt. Der er ikke lavet nogen fil."))
    feedback.setProgress(procent)
