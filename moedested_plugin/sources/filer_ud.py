# SPDX-License-Identifier: GPL-2.0-or-later
"""Chosen rows out as files for others: GeoPackage, MapInfo, Shape, Excel, CSV, GeoJSON, GPX."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import Betingelse, Raekke
from moedested_plugin.domain.felt import Tabel
from moedested_plugin.domain.skema import DOMAENETABELLER
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.paths import same_file
from moedested_plugin.store import Store

from . import sprog
from .filer_formater import OPSKRIFTER, Format, Tilpasning, arknavn, i_graenserne, xy, xy_kolonner
from .filer_gpx import Gpx
from .filer_kolonner import Synlige, Vaerdier, geometri_af, kan_vises, kolonner
from .filer_ogr import Afbrudt, Datasaet, UdFejl, lovligt_navn, nye_filer, skrivning

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

_AF_NAVN = {tabel.navn: tabel for tabel in DOMAENETABELLER}
_MELD_PR = 500


@dataclass(frozen=True)
class Udvalg:
    """Chosen rows of one table: those with these business keys, those for which the condition holds, or all."""

    tabel: str
    noegler: Sequence[str] | None = None
    hvor: Betingelse | None = None


@dataclass(frozen=True)
class Bestilling:
    """What to write and where. Internal columns are asked for on purpose; so are rows that are not public."""

    udvalg: tuple[Udvalg, ...]
    mappe: Path
    navn: str
    format: Format
    internt: bool = False
    kun_offentlige: bool = True
    overskriv: bool = False


@dataclass(frozen=True)
class Resultat:
    """What was written, and what to know about it."""

    filer: tuple[Path, ...]
    #: Rows by table.
    antal: Mapping[str, int]
    #: Rows that were chosen and not written.
    udeladt: int
    advarsler: tuple[str, ...]
    #: By table: our name of each column → its name in the file.
    feltnavne: Mapping[str, Mapping[str, str]]


@dataclass
class _Gang:
    """What is noted on the way."""

    bestilling: Bestilling
    store: Store
    synlige: Synlige
    fremdrift: Callable[[], None]
    antal: dict[str, int] = field(default_factory=dict)
    ikke_offentlige: int = 0
    uden_sted: int = 0
    uden_for: int = 0
    tilpasninger: list[Tilpasning] = field(default_factory=list)


def skriv_filer(
    store: Store, bestilling: Bestilling, feedback: QgsFeedback | None = None
) -> Resultat:
    """Write the files, all of them or none. Raises `UdFejl` with a sentence."""
    tabeller = [_tabel(bestilling, udvalg) for udvalg in bestilling.udvalg]
    if not tabeller or len({tabel.navn for tabel in tabeller}) < len(tabeller):
        raise UdFejl(tr("Vælg rækker i mindst ét lag, og hvert lag kun én gang."))
    if any(
        same_file(bestilling.mappe / _filnavn(bestilling, tabel), store.adresse)
        for tabel in (None, *tabeller)
    ):
        raise UdFejl(tr("Filen er selve mødestederne. Vælg et andet navn."))
    gang = _Gang(bestilling, store, Synlige(store), _fremdrift(store, bestilling, feedback))
    with nye_filer(bestilling.mappe, overskriv=bestilling.overskriv) as mappe:
        if bestilling.format is Format.GPX:
            _skriv_gpx(gang, mappe, tabeller)
        else:
            _skriv_ogr(gang, mappe, tabeller)
        filer = tuple(bestilling.mappe / fil.name for fil in sorted(mappe.iterdir()))
    return Resultat(
        filer,
        gang.antal,
        gang.uden_sted + (gang.ikke_offentlige if _kun_offentlige(bestilling) else 0),
        tuple(_advarsler(gang)),
        {t.tabel: t.navne for t in gang.tilpasninger},
    )


def _tabel(bestilling: Bestilling, udvalg: Udvalg) -> Tabel:
    tabel = _AF_NAVN.get(udvalg.tabel)
    if tabel is None:
        raise UdFejl(tr("Tabellen {} kan ikke sendes ud som fil.").format(udvalg.tabel))
    if not bestilling.internt and not kan_vises(tabel.navn):
        raise UdFejl(
            tr("{} er kun til internt brug. Vælg interne kolonner for at sende dem ud.").format(
                oversat(tabel.titel)
            )
        )
    return tabel


def _kun_offentlige(bestilling: Bestilling) -> bool:
    return bestilling.kun_offentlige and not bestilling.internt


# ---- rows -----------------------------------------------------------------------------------------------------------


def _raekker(gang: _Gang, tabel: Tabel) -> Iterator[Raekke]:
    """The chosen rows of the table that may be written."""
    udvalg = next(u for u in gang.bestilling.udvalg if u.tabel == tabel.navn)
    gang.antal[tabel.navn] = 0
    for raekke in _valgte(gang.store, udvalg):
        gang.fremdrift()
        if kan_vises(tabel.navn) and not gang.synlige.har(tabel, raekke):
            gang.ikke_offentlige += 1
            if _kun_offentlige(gang.bestilling):
                continue
        if gang.bestilling.format is Format.GPX and geometri_af(raekke) is None:
            gang.uden_sted += 1
            continue
        gang.antal[tabel.navn] += 1
        yield raekke


def _valgte(store: Store, udvalg: Udvalg) -> Iterator[Raekke]:
    if udvalg.noegler is not None and not udvalg.noegler:
        return iter(())
    return store.raekker(udvalg.tabel, hvor=udvalg.hvor, noegler=udvalg.noegler)


def _fremdrift(
    store: Store, bestilling: Bestilling, feedback: QgsFeedback | None
) -> Callable[[], None]:
    i_alt = sum(
        store.antal(u.tabel, u.hvor) if u.noegler is None else len(u.noegler)
        for u in bestilling.udvalg
        if u.tabel in _AF_NAVN
    )
    naaet = 0

    def videre() -> None:
        nonlocal naaet
        naaet += 1
        if feedback is None or naaet % _MELD_PR:
            return
        if feedback.isCanceled():
            raise Afbrudt(tr("Det er afbrudt. Der er ikke lavet nogen filer."))
        feedback.setProgress(100 * min(1, naaet / max(1, i_alt)))

    return videre


# ---- files ----------------------------------------------------------------------------------------------------------


def _filnavn(bestilling: Bestilling, tabel: Tabel | None) -> str:
    navn = lovligt_navn(bestilling.navn)
    if tabel is None or len(bestilling.udvalg) == 1:
        return navn + bestilling.format.endelse
    return f"{navn}_{tabel.navn}{bestilling.format.endelse}"


def _skriv_gpx(gang: _Gang, mappe: Path, tabeller: Sequence[Tabel]) -> None:
    fil = _filnavn(gang.bestilling, None)
    gpx = Gpx()
    with skrivning(fil):
        for tabel in tabeller:
            # the columns of a GPX are fixed, and none of them is for the municipality alone
            valgte = kolonner(tabel, internt=False) if kan_vises(tabel.navn) else []
            vaerdier = Vaerdier(gang.store, tabel, valgte, internt=False)
            for raekke in _raekker(gang, tabel):
                gpx.tilfoej(tabel, vaerdier.af(raekke), geometri_af(raekke) or b"")
        gpx.skriv(mappe / fil)


def _skriv_ogr(gang: _Gang, mappe: Path, tabeller: Sequence[Tabel]) -> None:
    bestilling = gang.bestilling
    opskrift = OPSKRIFTER[bestilling.format]
    grupper = [list(tabeller)] if bestilling.format.en_fil else [[tabel] for tabel in tabeller]
    for gruppe in grupper:
        fil = _filnavn(bestilling, None if bestilling.format.en_fil else gruppe[0])
        with skrivning(fil), Datasaet(opskrift.driver, mappe / fil) as datasaet:
            lagnavne: list[str] = []
            for tabel in gruppe:
                lagnavne.append(_lagnavn(bestilling, tabel, fil, lagnavne))
                _skriv_lag(gang, datasaet, tabel, lagnavne[-1])


def _lagnavn(bestilling: Bestilling, tabel: Tabel, fil: str, taget: Sequence[str]) -> str:
    if bestilling.format is Format.EXCEL:
        return arknavn(tabel.titel, taget)
    return tabel.navn if bestilling.format.en_fil else Path(fil).stem


def _skriv_lag(gang: _Gang, datasaet: Datasaet, tabel: Tabel, lagnavn: str) -> None:
    bestilling = gang.bestilling
    opskrift = OPSKRIFTER[bestilling.format]
    valgte = kolonner(tabel, internt=bestilling.internt)
    tilpasning = Tilpasning(bestilling.format, tabel.navn)
    gang.tilpasninger.append(tilpasning)
    skrevne = tilpasning.kolonner(valgte)
    som_tal = tabel.geometri is not None and not opskrift.har_geometri
    lag = datasaet.lag(
        lagnavn,
        [*skrevne, *(xy_kolonner(bestilling.format) if som_tal else ())],
        tabel.geometri if opskrift.har_geometri else None,
        valg=opskrift.valg,
    )
    vaerdier = Vaerdier(gang.store, tabel, valgte, internt=bestilling.internt)
    for raekke in _raekker(gang, tabel):
        wkb = geometri_af(raekke)
        felter = tilpasning.vaerdier(vaerdier.af(raekke))
        if som_tal:
            felter |= xy(bestilling.format, wkb)
        lag.skriv(felter, _tegning(gang, wkb) if opskrift.har_geometri else None)


def _tegning(gang: _Gang, wkb: bytes | None) -> bytes | None:
    """The drawing, unless MapInfo would bend it to its bounds."""
    if wkb is None or gang.bestilling.format is not Format.MAPINFO or i_graenserne(wkb):
        return wkb
    gang.uden_for += 1
    return None


# ---- what to know ---------------------------------------------------------------------------------------------------


def _advarsler(gang: _Gang) -> Iterator[str]:
    titel = gang.bestilling.format.titel
    if gang.bestilling.internt:
        yield tr("Filen indeholder interne oplysninger. Del den ikke uden for kommunen.")
    if gang.ikke_offentlige and _kun_offentlige(gang.bestilling):
        yield tr("Udeladt, fordi de ikke er offentlige: {}.").format(gang.ikke_offentlige)
    elif gang.ikke_offentlige:
        yield tr("Rækker i filen, der ikke er offentlige: {}.").format(gang.ikke_offentlige)
    if gang.uden_sted:
        yield tr("Udeladt, fordi de ikke har en plads på kortet: {}.").format(gang.uden_sted)
    if gang.uden_for:
        yield tr("Tegninger langt uden for Danmark, som MapInfo ikke kan gemme: {}.").format(
            gang.uden_for
        )
    if gang.bestilling.format is Format.MAPINFO:
        yield tr("MapInfo kan ikke gemme tomme tal. Tal, der må være tomme, er skrevet som tekst.")
    for tilpasning in gang.tilpasninger:
        for felt, antal in (+tilpasning.afkortet).items():
            yield tr("{felt}: for lang til {format} og afkortet i {antal}.").format(
                felt=felt, antal=sprog.raekker(antal), format=titel
            )
        for felt, antal in (+tilpasning.erstattet).items():
            yield tr(
                "{felt}: tegn, som {format} ikke kan gemme, er blevet til ? i {antal}."
            ).format(felt=felt, antal=sprog.raekker(antal), format=titel)
