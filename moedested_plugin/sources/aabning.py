# SPDX-License-Identifier: GPL-2.0-or-later
"""From a file in our folder to the one layer that is to be read, or to a table that we read ourselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Union

from moedested_plugin.i18n import tr

from . import (
    ark_laes,
    ark_titel,
    csv_raekker,
    database,
    dbf,
    delvis,
    gtfs,
    ics,
    json_raekker,
    mapinfo,
    ogr_doer,
    slags,
    sprog,
    tegnsaet,
    xml_vagt,
)
from .fejl import LaeseFejl, MaaSpoerges, Valg
from .fil import Fundet
from .laest import Kilde
from .staging import Del

Raekker = Union[
    csv_raekker.Tabel, json_raekker.Objekter, ics.Kalender, gtfs.Stop, ark_titel.UnderTitel
]
_SYSTEMLAG = frozenset(("layer_styles", "qgis_projects", "qgis_settings"))
#: The points of GPX lines are read only when asked for by name.
_DELE_AF = {"track_points": "tracks", "route_points": "routes"}
_FLEST_VIST = 12
#: Stands before each object of a GeoJSON text sequence (RFC 8142).
_POST = b"\x1e"


@dataclass(frozen=True)
class Aabnet:
    """What was opened: a layer of OGR's, or rows of our own."""

    navn: str
    dele: tuple[Del, ...] = ()
    raekker: Raekker | None = None
    bemaerkninger: tuple[str, ...] = ()
    #: A complaint while reading means that the rest is missing.
    hel: bool = False
    #: Times are those of the clock on the wall.
    vaegur: bool = False
    #: A spreadsheet, which may have empty rows between the others.
    ark: bool = False
    #: A sheet that went out from here.
    maerke: ark_laes.Maerke | None = None


def aabn(fundet: Fundet, kilde: Kilde, klager: Sequence[str]) -> Aabnet:
    """Open what `fil.find` found. Raises `LaeseFejl` or `MaaSpoerges`."""
    if fundet.slags is slags.CSV:
        tabel = csv_raekker.laes(fundet.sti, kilde.tegnsaet)
        if gtfs.er_stop(tabel.navne):
            stop = gtfs.Stop(tabel)
            return Aabnet(fundet.navn, raekker=stop, bemaerkninger=stop.bemaerkninger)
        return Aabnet(fundet.navn, raekker=tabel, bemaerkninger=tabel.bemaerkninger)
    if fundet.slags is slags.ICS:
        kalender = ics.Kalender(fundet.sti, fundet.navn, kilde.tegnsaet)
        return Aabnet(fundet.navn, raekker=kalender, bemaerkninger=kalender.bemaerkninger)
    bemaerk: list[str] = []
    sti = fundet.sti
    if fundet.slags is slags.JSON:
        sti = _json(sti, kilde)
        if json_raekker.er_tabel(sti):
            return Aabnet(fundet.navn, raekker=json_raekker.Objekter(sti))
    sti, valg = _goer_klar(sti, fundet, kilde, bemaerk)
    datasaet = ogr_doer.aabn(sti, fundet.slags.drivere, valg, klager)
    if datasaet is None:
        raise LaeseFejl(
            tr(
                "{} kan ikke læses. Måske er den afkortet eller ødelagt; hent eller gem den igen."
            ).format(fundet.navn)
        )
    if fundet.slags is slags.MIF:
        mapinfo.skal_vaere_hel(sti, datasaet.GetLayer(0).GetFeatureCount(), fundet.navn)
    maerke = ark_laes.kend(datasaet, sti) if fundet.slags.pakket else None
    lag = _vaelg(datasaet, fundet.lag, fundet.navn, maerke)
    navn = fundet.navn if datasaet.GetLayerCount() == 1 else ogr_doer.navn_af(lag)
    if fundet.slags.pakket and maerke is None and ark_titel.har_titel(lag):
        under = ark_titel.UnderTitel(lag)
        return Aabnet(navn, raekker=under, bemaerkninger=under.bemaerkninger)
    bemaerk += delvis.bemaerkninger(sti, fundet.slags, datasaet)
    return Aabnet(
        navn, (Del(datasaet, lag),), None, tuple(bemaerk), fundet.slags.xml,
        vaegur=fundet.slags.vaegur, ark=fundet.slags.pakket, maerke=maerke,
    )  # fmt: skip


def _goer_klar(
    sti: Path, fundet: Fundet, kilde: Kilde, bemaerk: list[str]
) -> tuple[Path, dict[str, str]]:
    """Make our copy fit for OGR; gives where it lies now, and how it is to be opened."""
    valg = dict(fundet.slags.valg)
    if fundet.slags in {slags.SHAPE, slags.DBF}:
        valg["ENCODING"] = _shape_tegnsaet(sti, kilde, bemaerk)
    elif fundet.slags in {slags.TAB, slags.MIF}:
        bemaerk += mapinfo.giv_tegnsaet(sti, kilde.tegnsaet)
    elif fundet.slags in {slags.GPKG, slags.SQLITE}:
        database.uskadeliggoer(sti, fundet.navn)
    elif fundet.slags.xml:
        sti = _xml(sti, kilde)
    return sti, valg


def _json(sti: Path, kilde: Kilde) -> Path:
    """Make of a .js, a bare array or an old encoding what OGR reads."""
    kode = tegnsaet.for_fil(sti, kilde.tegnsaet)
    if kode != "utf-8":
        ny = sti.with_name("utf8.json")
        tegnsaet.skriv_utf8(sti, ny, kode)
        sti = ny
    with sti.open("rb") as fil:
        start = fil.read(1024).lstrip(b" \t\r\n")
    if not start.startswith((b"{", b"[", _POST)):
        ny = sti.with_name("uden_js.json")
        json_raekker.uden_js(sti, ny)
        sti = ny
    if json_raekker.er_features(sti):
        ny = sti.with_name("samling.json")
        json_raekker.pak_ind(sti, ny)
        sti = ny
    return sti


def _xml(sti: Path, kilde: Kilde) -> Path:
    """XML that names no encoding is UTF-8, unless the bytes or the user say otherwise."""
    with sti.open("rb") as fil:
        start = fil.read(1024)
    if xml_vagt.erklaeret(start) or tegnsaet.af_bom(start):
        return sti
    kode = tegnsaet.for_fil(sti, kilde.tegnsaet)
    if kode == "utf-8":
        return sti
    ny = sti.with_name("utf8" + sti.suffix)
    tegnsaet.skriv_utf8(sti, ny, kode)
    return ny


def _shape_tegnsaet(sti: Path, kilde: Kilde, bemaerk: list[str]) -> str:
    tabel = sti.with_suffix(".dbf")
    if not tabel.is_file():
        bemaerk.append(tr("Der er ingen .dbf ved siden af, så der er kun steder og ingen tekster."))
        return "UTF-8"
    if not sti.with_suffix(".shx").is_file() and sti.suffix == ".shp":
        bemaerk.append(tr("Der er ingen .shx ved siden af; den er regnet ud igen."))
    kode, bemaerkning = dbf.for_shape(tabel, kilde.tegnsaet)
    if bemaerkning:
        bemaerk.append(bemaerkning)
    return {"iso8859-1": "ISO-8859-1", "mac-roman": "MACINTOSH"}.get(kode, kode.upper())


def _vaelg(
    datasaet: ogr_doer.Datasaet,
    oensket: str | None,
    navn: str,
    maerke: ark_laes.Maerke | None = None,
) -> ogr_doer.Lag:
    lag = {
        ogr_doer.navn_af(et): et
        for et in (datasaet.GetLayer(i) for i in range(datasaet.GetLayerCount()))
        if et is not None and ogr_doer.navn_af(et) not in _SYSTEMLAG
    }
    if maerke is not None and not oensket:
        for andet in ark_laes.andre_ark(maerke, list(lag)):
            lag.pop(andet, None)
    if not lag:
        raise LaeseFejl(tr("Der er ingen lag i {}. Vælg en anden fil.").format(navn))
    if oensket:
        for kandidat, et in lag.items():
            if oensket.casefold() == kandidat.casefold():
                return et
        raise LaeseFejl(
            tr("Laget “{}” findes ikke i {}. Der er: {}.").format(
                oensket[:60], navn, ", ".join(list(lag)[:_FLEST_VIST])
            )
        )
    if len(lag) == 1:
        return next(iter(lag.values()))
    fyldte = {n: antal for n, et in lag.items() if (antal := et.GetFeatureCount()) > 0}
    fyldte = {n: antal for n, antal in fyldte.items() if _DELE_AF.get(n) not in fyldte}
    if len(fyldte) <= 1:
        return lag[next(iter(fyldte or lag))]
    raise MaaSpoerges(
        tr("Der er flere lag i {}. Vælg det, der skal læses.").format(navn),
        "lag",
        [
            Valg(n, f"{n} ({sprog.raekker(antal)}, {sprog.geometri(ogr_doer.art_af(lag[n]))})")
            for n, antal in fyldte.items()
        ],
    )


def aabn_sider(
    sider: Sequence[Path], navn: str, bemaerkninger: Sequence[str], klager: Sequence[str]
) -> Aabnet:
    """Open the pages of a WFS as the parts of one layer; a page without rows adds nothing."""
    dele = []
    for sti in sider:
        art = slags.JSON if sti.suffix == ".json" else slags.GML
        if art.xml:
            xml_vagt.kontroller(sti)
        datasaet = ogr_doer.aabn(sti, art.drivere, art.valg, klager)
        lag = datasaet.GetLayer(0) if datasaet is not None else None
        if lag is not None:
            dele.append(Del(datasaet, lag))
    if sider and not dele:
        raise LaeseFejl(
            tr(
                "Tjenestens svar for {} kan ikke læses. Prøv igen, eller hent laget som fil."
            ).format(navn)
        )
    return Aabnet(navn, tuple(dele), None, tuple(bemaerkninger), hel=True)
