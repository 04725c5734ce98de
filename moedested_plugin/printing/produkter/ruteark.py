# SPDX-License-Identifier: GPL-2.0-or-later
"""`ruteark`: a sheet per route for those who want to go it, with the track as GPX beside it.

A second page is begun only where the words do not fit beside a map of some size.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
)

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.farve import ROED
from moedested_plugin.domain.gpx import Gpxsted, gpx, web_adresse
from moedested_plugin.domain.navne import filnavn
from moedested_plugin.i18n import tr
from moedested_plugin.printing.ark import Ark
from moedested_plugin.printing.bestilling import UdskriftFejl
from moedested_plugin.printing.kilder import kildelinje
from moedested_plugin.printing.kort import FOD_MM, placer_kort
from moedested_plugin.printing.ord import Ord
from moedested_plugin.printing.ramme import baand, fod_hoejde, sidefod
from moedested_plugin.printing.rutefakta import BAENK, TOILET, Rutekilde
from moedested_plugin.printing.rutekort import med_rute, stilling, uden_eget_navn
from moedested_plugin.printing.rutetekst import (
    afstand_tekst,
    moedested_navn,
    om_adgang,
    om_afmaerkning,
    om_ansvar,
    om_baenke,
    om_dele,
    om_forhindringer,
    om_lukning,
    om_moedesteder,
    om_saeson,
    om_svaerhed,
    om_tilgaengelighed,
    om_underlag,
    rute_beskrivelse,
    rute_navn,
    tal,
    tid_tekst,
)
from moedested_plugin.printing.spalter import Spalter, Stykke
from moedested_plugin.printing.stil import FELT_FARVE, LUFT, SVAG, Skrift
from moedested_plugin.printing.strimmel import Strimmel
from moedested_plugin.printing.udskriv import Blad

if TYPE_CHECKING:
    from pathlib import Path

    from moedested_plugin.checks.tegning import Sted
    from moedested_plugin.printing.rutefakta import Rutefakta, Ved
    from moedested_plugin.printing.stof import Raekke
    from moedested_plugin.printing.udskriv import Grundlag

#: The map takes at least this much of the height between band and foot; else the words go to a page of their own.
_KORT_MINDST, _KORT_MINDST_LIGGENDE = 0.3, 0.4
#: How much of the width the map takes on paper that lies.
_KORT_BREDDE = 0.58
_FAKTA_MM, _FAKTA_LUFT = 12.5, 2.0
_SPALTER = 2


def blade(grundlag: Grundlag) -> Iterator[Blad]:
    """Give a sheet per route."""
    kilde = Rutekilde(grundlag.stof, grundlag.hus)
    uden_eget_navn(grundlag.lag)
    ord_ = Ord(grundlag.bestilling.sprog)
    taget: set[str] = set()
    for rute in grundlag.valgte(grundlag.stof.raekker("rute"), "objekt_id"):
        navn = rute_navn(rute, ord_)
        gpx_navn = _ledigt(f"rute_{filnavn(navn)}", taget)
        yield Blad(
            navn,
            partial(_ark, grundlag, kilde, rute, navn),
            partial(_gpx, grundlag, kilde, rute, navn, gpx_navn),
        )


def _ledigt(navn: str, taget: set[str]) -> str:
    valgt, gange = navn, 1
    while valgt in taget:
        gange += 1
        valgt = f"{navn}_{gange}"
    taget.add(valgt)
    return f"{valgt}.gpx"


# The sheet -------------------------------------------------------------------------------------------


def _ark(grundlag: Grundlag, kilde: Rutekilde, rute: Raekke, navn: str) -> Ark:
    fakta = kilde.fakta(rute)
    if not fakta.har_linje:
        raise UdskriftFejl(tr("Ruten har ingen linje på kortet. Tegn den."))
    side = _Side(grundlag, Ark(grundlag.project, navn, grundlag.bestilling.papir), fakta, navn)
    side.laeg()
    return side.ark


class _Side:
    """One sheet while it is laid out."""

    def __init__(self, grundlag: Grundlag, ark: Ark, fakta: Rutefakta, navn: str) -> None:
        self.grundlag, self.ark, self.fakta, self.navn = grundlag, ark, fakta, navn
        self.ord = Ord(grundlag.bestilling.sprog)
        self.papir = ark.papir
        self.skala = ark.papir.skala
        self.luft = LUFT * self.skala
        self.bund = self.papir.hoejde - self.papir.margen - fod_hoejde(ark) - self.luft / 2

    def laeg(self) -> None:
        """Lay it out: upright everything under each other, lying the words right of the map."""
        top = self._hoved()
        strimmel = Strimmel(self.ark, self.fakta, self.ord, self.papir.indre_bredde)
        self.mindst = (self.bund - top) * (
            _KORT_MINDST_LIGGENDE if self.papir.ligger else _KORT_MINDST
        )
        bund = self.bund - strimmel.hoejde - self.luft
        mere = self._liggende(top, bund) if self.papir.ligger else self._staaende(top, bund)
        strimmel.placer(self.papir.margen, self.bund - strimmel.hoejde)
        self._flere_sider(mere)

    def _hoved(self) -> float:
        rute = self.fakta.raekke
        art = self.ord(str(rute["rute_ty_tekst"] or ""))
        led = [art, str(rute["navndels"] or "").strip()]
        if str(rute["straekn_nr"] or "").strip():
            led.append(self.ord("Rute {}").format(str(rute["straekn_nr"]).strip()))
        under = " · ".join(et for et in led if et and et != self.navn)
        return baand(self.grundlag, self.ark, self.navn, under)

    def _staaende(self, top: float, bund: float) -> Spalter:
        x, bredde = self.papir.margen, self.papir.indre_bredde
        top += self._advarsel(x, top, bredde)
        top += self._indledning(x, top, bredde)
        top += self._fakta(x, top, bredde, 99)
        mellem = 2 * self.luft
        spalte = (bredde - mellem) / _SPALTER
        ord_ = Spalter(self.ark, self._stykker(), spalte, self.grundlag.hus.farve_paa_hvid)
        hoejde = ord_.hoejde(_SPALTER) + self.luft
        if bund - top - hoejde < self.mindst:  # the words go on to another page
            self._kort(x, top, bredde, bund - top)
            return ord_
        self._kort(x, top, bredde, bund - top - hoejde)
        ord_.placer([x, x + spalte + mellem], bund - hoejde + self.luft / 2, hoejde)
        return ord_

    def _liggende(self, top: float, bund: float) -> Spalter:
        x, kort = self.papir.margen, self.papir.indre_bredde * _KORT_BREDDE
        hoejde = max(bund - top, self.mindst)
        self._kort(x, top, kort, hoejde)
        x += kort + 1.5 * self.luft
        bredde = self.papir.margen + self.papir.indre_bredde - x
        y = top + self._advarsel(x, top, bredde)
        y += self._indledning(x, y, bredde)
        y += self._fakta(x, y, bredde, 3)
        ord_ = Spalter(self.ark, self._stykker(), bredde, self.grundlag.hus.farve_paa_hvid)
        ord_.placer([x], y, top + hoejde - y)
        return ord_

    def _flere_sider(self, mere: Spalter) -> None:
        """What is left of the words, on as many pages as it takes; then the feet, which know how many."""
        bredde = (self.papir.indre_bredde - 2 * self.luft) / _SPALTER
        x = self.papir.margen
        if mere:
            # measured anew: the columns of these pages may have another width
            mere = mere.med_bredde(bredde)
        while mere:
            self.ark.ny_side()
            top = baand(self.grundlag, self.ark, self.navn, self.ord("Mere om ruten"))
            hoejde = min(mere.hoejde(_SPALTER), self.bund - top)
            mere.placer([x, x + bredde + 2 * self.luft], top, hoejde)
        antal = self.ark.sider
        for nr in range(antal):
            self.ark.gaa_til(nr)
            sidefod(self.grundlag, self.ark, nr + 1, antal)

    # Parts ---------------------------------------------------------------------------------------------

    def _advarsel(self, x: float, y: float, bredde: float) -> float:
        """A box that cannot be overlooked: closed, or to be closed."""
        tekst = om_lukning(self.fakta.raekke, self.ord, self.grundlag.i_dag)
        if not tekst:
            return 0.0
        rand = 2 * self.skala
        hoejde = self.ark.tekst_hoejde(tekst, bredde - 2 * rand, Skrift.FED) + 2 * rand
        self.ark.felt("lukket: ramme", x, y, bredde, hoejde, streg=ROED, tykkelse=0.7 * self.skala)
        self.ark.tekst("lukket", tekst, x + rand, y + rand, bredde - 2 * rand, Skrift.FED)
        return hoejde + self.luft

    def _indledning(self, x: float, y: float, bredde: float) -> float:
        tekst = rute_beskrivelse(self.fakta.raekke, self.ord)
        hoejde = self.ark.tekst("beskrivelse", tekst, x, y, bredde, Skrift.MELLEM_LET)
        return hoejde + self.luft * 0.8 if hoejde else 0.0

    def _fakta(self, x: float, y: float, bredde: float, hoejst: int) -> float:
        """The facts in boxes, `hoejst` beside each other."""
        bokse = list(self._bokse())
        raekker = -(-len(bokse) // min(hoejst, len(bokse)))
        spalter = -(-len(bokse) // raekker)
        mellem = _FAKTA_LUFT * self.skala
        boks = (bredde - (spalter - 1) * mellem) / spalter
        hoejde = _FAKTA_MM * self.skala
        rand = 1.6 * self.skala
        for nr, (navn, vaerdi) in enumerate(bokse):
            venstre = x + nr % spalter * (boks + mellem)
            top = y + nr // spalter * (hoejde + mellem)
            self.ark.felt("fakta: felt", venstre, top, boks, hoejde, farve=FELT_FARVE)
            indre = boks - 2 * rand
            top += 1.1 * self.skala
            top += self.ark.tekst("fakta: navn", navn, venstre + rand, top, indre, Skrift.SMAA, farve=SVAG)
            plads = hoejde - (top - y - nr // spalter * (hoejde + mellem)) - 0.8 * self.skala
            stoerrelse = self.ark.passende(vaerdi, indre, plads, Skrift.OVERSKRIFT, 7 * self.skala)
            self.ark.tekst("fakta: værdi", vaerdi, venstre + rand, top, indre, Skrift.OVERSKRIFT, stoerrelse=stoerrelse)  # fmt: skip
        ialt = raekker * (hoejde + mellem) - mellem
        tid = self.ark.tekst("fakta: tid", self._om_tid(), x, y + ialt + 0.8 * self.skala, bredde, Skrift.SMAA, farve=SVAG)
        return ialt + tid + self.luft

    def _bokse(self) -> Iterator[tuple[str, str]]:
        fakta, ord_ = self.fakta, self.ord
        yield ord_("Længde"), afstand_tekst(fakta.laengde, ord_.sprog)
        if fakta.til_fods is not None:
            yield ord_("Til fods"), tid_tekst(fakta.til_fods, ord_)
        if fakta.paa_cykel is not None:
            yield ord_("På cykel"), tid_tekst(fakta.paa_cykel, ord_)
        if om_svaerhed(fakta.raekke, ord_):
            yield ord_("Sværhedsgrad"), om_svaerhed(fakta.raekke, ord_)
        if om_afmaerkning(fakta.raekke, ord_):
            yield ord_("Afmærket"), om_afmaerkning(fakta.raekke, ord_)
        if fakta.rund:
            yield ord_("Rundtur"), ord_("Ja")

    def _stykker(self) -> Iterator[Stykke]:
        fakta, ord_, rute = self.fakta, self.ord, self.fakta.raekke
        dansk = ord_.sprog == "da"
        obs = str(rute["obs"] or "").strip() if dansk else ""
        yield Stykke(
            ord_("Sådan er ruten"),
            (
                *((ord_("Vær opmærksom på: {}").format(obs),) if obs else ()),
                *om_underlag(fakta, ord_),
                *om_dele(fakta, ord_),
                *om_baenke(fakta, ord_),
                *om_forhindringer(fakta, ord_),
                *om_saeson(rute, ord_),
                *((str(rute["note"]).strip(),) if dansk and rute["note"] else ()),
            ),
        )
        yield Stykke(ord_("Tilgængelighed"), tuple(om_tilgaengelighed(rute, ord_)))
        yield Stykke(ord_("Mødesteder undervejs"), tuple(om_moedesteder(fakta, ord_)))
        yield Stykke(ord_("Sådan kommer du dertil"), tuple(om_adgang(fakta, ord_)))
        yield Stykke(ord_("Hvem passer ruten"), tuple(om_ansvar(rute, ord_)))

    def _om_tid(self) -> str:
        """The speeds that the times are made of."""
        hus, ord_ = self.grundlag.hus, self.ord
        gang, cykel = (tal(kmt, ord_.sprog) for kmt in (hus.gang_kmt, hus.cykel_kmt))
        if self.fakta.til_fods is not None and self.fakta.paa_cykel is not None:
            return ord_("Tiden er regnet med {} km i timen til fods og {} km i timen på cykel, uden pauser.").format(gang, cykel)  # fmt: skip
        if self.fakta.til_fods is not None:
            return ord_("Tiden er regnet med {} km i timen til fods, uden pauser.").format(gang)
        if self.fakta.paa_cykel is not None:
            return ord_("Tiden er regnet med {} km i timen på cykel, uden pauser.").format(cykel)
        return ""

    def _kort(self, x: float, y: float, bredde: float, hoejde: float) -> None:
        geometri = self.fakta.raekke[GEOMETRI]
        lag = self.grundlag.lag
        valgt = stilling(geometri, bredde, hoejde - FOD_MM * self.skala, self.skala)
        ender = (self.ord("Start og slut") if self.fakta.rund else self.ord("Start"), self.ord("Slut"))
        placer_kort(
            self.ark, "kort", x, y, bredde, hoejde,
            med_rute(lag, self.ark, geometri, self.fakta, ender),
            valgt.udsnit, kildelinje(lag, self.grundlag.hus),
            maalestok=valgt.maalestok, drejning=valgt.drejning,
        )  # fmt: skip


# The track -------------------------------------------------------------------------------------------


def _gpx(
    grundlag: Grundlag, kilde: Rutekilde, rute: Raekke, navn: str, filen: str, mappe: Path
) -> list[Path]:
    """The route as a track, and what one passes as waypoints."""
    fakta = kilde.fakta(rute)
    ord_ = Ord(grundlag.bestilling.sprog)
    crs = QgsCoordinateReferenceSystem("EPSG:25832")
    grader = QgsCoordinateTransform(
        crs, QgsCoordinateReferenceSystem("EPSG:4326"), grundlag.project.transformContext()
    )

    def til_grader(hvor: Sted) -> tuple[float, float]:
        punkt = grader.transform(QgsPointXY(*hvor))
        return punkt.x(), punkt.y()

    def punkt(ved: Ved, titel: str, art: str) -> Gpxsted:
        return Gpxsted(titel, None, None, art, False, ((til_grader(ved.hvor),),))

    steder = [
        punkt(ved, moedested_navn(ved.raekke, ord_), ord_("Mødested")) for ved in fakta.moedesteder
    ]
    for slags, art in ((TOILET, ord_("Toilet")), (BAENK, ord_("Bænk"))):
        # one that is passed twice is one place
        for ved in {ved.hvor: ved for ved in fakta.ved(slags)}.values():
            steder.append(punkt(ved, str(ved.raekke["navn"] or "").strip() or art, art))
    steder.append(
        Gpxsted(
            navn,
            rute_beskrivelse(rute, ord_) or None,
            web_adresse(rute["link"]),
            ord_(str(rute["rute_ty_tekst"] or "")) or None,
            True,
            tuple(
                tuple(til_grader(hvor) for hvor in zip(linje[::2], linje[1::2]))
                for linje in fakta.langs.linjer
            ),
        )
    )
    fil = mappe / filen
    fil.write_text(gpx(steder), "utf-8")
    return [fil]
