# SPDX-License-Identifier: GPL-2.0-or-later
"""Sheets for those who have no QGIS: the empty one to fill in, and the filled one, both with drop-downs.

A filled sheet knows how every row was when it was sent, in a hidden sheet; so what comes home is compared three ways,
however long it was away and whatever happened here meanwhile.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from moedested_plugin.domain.betingelse import GEOMETRI, Raekke
from moedested_plugin.domain.dansk_csv import dansk_csv, uskadelig
from moedested_plugin.domain.felt import Tabel, Type
from moedested_plugin.domain.skema import tabel as tabel_af
from moedested_plugin.gdal import ogr, osr
from moedested_plugin.i18n import tr
from moedested_plugin.store import Store
from moedested_plugin.store.vaerdier import som_json

from . import crs
from .ark_kolonner import LISTER, TABELLER, Kolonne, i_ark, kolonner
from .ark_xlsx import Ark, ArkKolonne, Celle, bogstav, citer_ark, skriv_xlsx
from .filer_formater import arknavn, midte
from .filer_kolonner import Synlige, geometri_af
from .filer_ogr import Afbrudt, UdFejl, lovligt_navn, nye_filer
from .filer_ud import Udvalg

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

VEJLEDNING = "Vejledning"
#: The sheet that remembers how the rows were, and the beginning of the names that remember the columns.
HUSKER, NAVN_FORAN = "_moedested", "md_"
#: What a sheet can be saved as.
ENDELSER = (".xlsx", ".csv")
_PLADS = 2_000
_LAENGSTE = 32_000


@dataclass(frozen=True)
class ArkBestilling:
    """What to write and where. `udvalg` without keys or condition: all rows. None: the empty sheet."""

    tabel: str
    fil: Path
    udvalg: Udvalg | None = None
    internt: bool = False
    kun_offentlige: bool = True
    overskriv: bool = False


@dataclass(frozen=True)
class ArkResultat:
    """What was written, and what to know about it."""

    fil: Path
    #: The sheet was to be empty.
    tomt: bool
    antal: int
    #: Rows that were chosen and not written, since the public may not see them.
    udeladt: int
    advarsler: tuple[str, ...]


def skriv_ark(
    store: Store, bestilling: ArkBestilling, feedback: QgsFeedback | None = None
) -> ArkResultat:
    """Write the sheet, as .xlsx or .csv by its name, whole or not at all. Raises `UdFejl` with a sentence."""
    if bestilling.tabel not in TABELLER:
        raise UdFejl(tr("Tabellen {} kan ikke sendes ud som ark.").format(bestilling.tabel))
    fil = bestilling.fil
    endelse = fil.suffix.lower()
    if endelse not in ENDELSER:
        raise UdFejl(tr("Et ark gemmes som .xlsx eller .csv. Vælg et af dem."))
    navn = lovligt_navn(fil.stem) + endelse
    tabel = tabel_af(bestilling.tabel)
    valgte = kolonner(store, tabel, internt=bestilling.internt)
    _bliv_ved(feedback, 20)
    raekker, udeladt = _raekker(store, tabel, bestilling, feedback)
    _bliv_ved(feedback, 60)
    with nye_filer(fil.parent, overskriv=bestilling.overskriv) as mappe:
        try:
            if endelse == ".csv":
                _skriv_csv(mappe / navn, valgte, raekker)
            else:
                _skriv_xlsx(mappe / navn, tabel, valgte, raekker)
        except OSError:
            raise UdFejl(
                tr(
                    "{} kunne ikke skrives. Er der plads på disken, og må du skrive i mappen?"
                ).format(navn)
            ) from None
    advarsler = []
    if bestilling.internt:
        advarsler.append(
            tr("Arket indeholder interne oplysninger. Del det ikke uden for kommunen.")
        )
    if udeladt:
        advarsler.append(tr("Rækker, som ikke er offentlige, er udeladt: {}.").format(udeladt))
    tomt = bestilling.udvalg is None
    return ArkResultat(fil.with_name(navn), tomt, len(raekker), udeladt, tuple(advarsler))


def _raekker(
    store: Store, tabel: Tabel, bestilling: ArkBestilling, feedback: QgsFeedback | None
) -> tuple[list[Raekke], int]:
    udvalg = bestilling.udvalg
    if udvalg is None or (udvalg.noegler is not None and not udvalg.noegler):
        return [], 0
    if udvalg.tabel != tabel.navn:
        raise UdFejl(tr("Rækkerne er ikke fra {}. Vælg dem igen.").format(tabel.titel))
    synlige, med, udeladt = Synlige(store), [], 0
    kun_offentlige = bestilling.kun_offentlige and not bestilling.internt
    for raekke in store.raekker(tabel.navn, hvor=udvalg.hvor, noegler=udvalg.noegler):
        _bliv_ved(feedback)
        if kun_offentlige and not _offentlig(synlige, tabel, raekke):
            udeladt += 1
        else:
            med.append(raekke)
    return sorted(med, key=lambda r: (str(r["navn"]).casefold(), str(r[tabel.noegle]))), udeladt


def _bliv_ved(feedback: QgsFeedback | None, procent: float | None = None) -> None:
    if feedback is None:
        return
    if feedback.isCanceled():
        raise Afbrudt(tr("Det er afbrudt. Der er ikke lavet nogen filer."))
    if procent is not None:
        feedback.setProgress(procent)


def _offentlig(synlige: Synlige, tabel: Tabel, raekke: Raekke) -> bool:
    """An organisation has no view of its own: what is written of it is public wherever it is named."""
    return tabel.navn == "organisation" or synlige.har(tabel, raekke)


# ---- values ---------------------------------------------------------------------------------------------------------


def _celler(valgte: Sequence[Kolonne], raekke: Raekke) -> list[Celle]:
    grader = _grader(geometri_af(raekke))
    ud: list[Celle] = []
    for kolonne in valgte:
        vaerdi = grader.get(kolonne.navn) if kolonne.felt is None else raekke.get(kolonne.felt.navn)
        ud.append(None if vaerdi is None else kolonne.skriv(vaerdi))
    return ud


def _grader(wkb: bytes | None) -> Mapping[str, float]:
    if wkb is None:
        return {}
    punkt = midte(ogr.CreateGeometryFromWkb(wkb)).Clone()
    punkt.Transform(osr.CoordinateTransformation(crs.af_epsg(crs.EPSG_VORES), crs.af_epsg(4326)))
    return {"længdegrad": punkt.GetX(), "breddegrad": punkt.GetY()}


def _husket(valgte: Sequence[Kolonne], raekke: Raekke, celler: Sequence[Celle]) -> str:
    """The row as the sheet shows it, in the form in which what is received is remembered."""
    ud: dict[str, Any] = {}
    for kolonne, celle in zip(valgte, celler):
        felt = kolonne.felt
        if felt is None:
            continue
        vaerdi = raekke.get(felt.navn)
        if kolonne.flere and isinstance(vaerdi, list):
            vist = {led.strip() for led in str(celle or "").split(";")}
            vaerdi = [kode for kode in vaerdi if kolonne.skriv([kode]) in vist]
        elif celle is None:
            vaerdi = None
        ud[felt.navn] = vaerdi
    if raekke.get(GEOMETRI) is not None:
        ud[GEOMETRI] = bytes(raekke[GEOMETRI]).hex()  # type: ignore[arg-type]
    tekst = som_json(ud)
    while len(tekst) > _LAENGSTE:
        laengste = max(ud, key=lambda navn: len(str(ud[navn])))
        del ud[laengste]
        tekst = som_json(ud)
    return tekst


# ---- files ----------------------------------------------------------------------------------------------------------


def _skriv_csv(sti: Path, valgte: Sequence[Kolonne], raekker: Sequence[Raekke]) -> None:
    """The sheet as text."""
    sti.write_bytes(
        dansk_csv(
            [kolonne.overskrift for kolonne in valgte],
            ([_csv_celle(celle) for celle in _celler(valgte, raekke)] for raekke in raekker),
        )
    )


def _csv_celle(celle: Celle) -> str:
    if celle is None:
        return ""
    if isinstance(celle, float):
        return str(celle).replace(".", ",")
    if isinstance(celle, (int, str)):
        return uskadelig(celle) if isinstance(celle, str) else str(celle)
    return celle.strftime("%d-%m-%Y")


def _skriv_xlsx(
    sti: Path, tabel: Tabel, valgte: Sequence[Kolonne], raekker: Sequence[Raekke]
) -> None:
    # Two columns with the same choices share one list.
    lister: dict[tuple[str, ...], tuple[int, str]] = {}
    for kolonne in valgte:
        if kolonne.valg and not kolonne.flere and kolonne.valg not in lister:
            lister[kolonne.valg] = (len(lister), kolonne.overskrift.rstrip(" *"))
    skema = [
        i_ark(kolonne, tabel, lister[kolonne.valg][0] if kolonne.valg in lister else None)
        for kolonne in valgte
    ]
    celler = [_celler(valgte, raekke) for raekke in raekker]
    navn = arknavn(tabel.titel, ())
    data = Ark(navn, skema, celler, plads=len(celler) + _PLADS, fryst_kolonner=_navneplads(valgte))
    hoejde = max((len(valg) for valg in lister), default=0)
    valgliste = Ark(
        LISTER, [ArkKolonne(overskrift, 30) for _, overskrift in lister.values()] or [ArkKolonne("", 30)],
        [[valg[nr] if nr < len(valg) else None for valg in lister] for nr in range(hoejde)], skjult=True,
    )  # fmt: skip
    husker = Ark(
        HUSKER, [ArkKolonne("id", 40), ArkKolonne("raekke", 40)],
        [["tabel", tabel.navn]] + [[str(raekke[tabel.noegle]), _husket(valgte, raekke, led)]
                                   for raekke, led in zip(raekker, celler)], skjult=True,
    )  # fmt: skip
    navne = {
        f"{NAVN_FORAN}{'id' if kolonne.felt is not None and kolonne.felt.navn == tabel.noegle else kolonne.navn}":
        f"{citer_ark(navn)}!${bogstav(nr)}$1"
        for nr, kolonne in enumerate(valgte)
    }  # fmt: skip
    skriv_xlsx(sti, [data, _vejledning(tabel, valgte), valgliste, husker], navne)


def _navneplads(valgte: Sequence[Kolonne]) -> int:
    """The columns up to the name stay in view."""
    navne = [kolonne.navn for kolonne in valgte]
    plads = navne.index("navn") + 1 if "navn" in navne else 1
    return plads if plads <= 3 else 1


def _vejledning(tabel: Tabel, valgte: Sequence[Kolonne]) -> Ark:
    linjer: list[list[Celle]] = [
        [tr("Sådan udfylder du arket {}").format(tabel.titel)],
        [tr("Én række for hver. En ny række skriver du nederst; lad {} stå tomt.").format(valgte[0].overskrift)],
        [tr("Felter med * skal udfyldes. De er gule i overskriften.")],
        [tr("Hvor der er en liste, vælger du i den. Må der stå flere, skriver du semikolon imellem.")],
        [tr("Sletter du en række i arket, slettes intet hos kommunen. Skriv til kommunen, hvis noget skal ophøre.")],
        [tr("Skriv ikke navne på private personer.")],
        [],
        [tr("Kolonne"), tr("Hvad skal der stå?"), tr("Det kan du vælge")],
    ]  # fmt: skip
    stile: dict[int, Any] = dict.fromkeys(range(len(linjer)), "tekst")
    stile[0] = stile[len(linjer) - 1] = "fed"
    for kolonne in valgte:
        ark_kolonne = i_ark(kolonne, tabel, None)
        hjaelp = "" if ark_kolonne.gyldig is None else ark_kolonne.gyldig.hjaelp
        valg = (
            "; ".join(kolonne.valg)
            if kolonne.felt is not None and kolonne.felt.type is not Type.UUID
            else ""
        )
        linjer.append([kolonne.overskrift, hjaelp or None, valg or None])
    return Ark(
        VEJLEDNING, [ArkKolonne("", 32, "ombrudt"), ArkKolonne("", 70, "ombrudt"), ArkKolonne("", 70, "ombrudt")],
        linjer, stile, har_hoved=False,
    )  # fmt: skip


def husket_raekke(tekst: str) -> dict[str, Any]:
    """A remembered row; empty when it is none. Whoever has the file may have changed it."""
    try:
        fundet = json.loads(tekst)
    except (ValueError, RecursionError):
        return {}
    return fundet if isinstance(fundet, dict) else {}
