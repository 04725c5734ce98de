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
from moedested_plugin.printing.flyd import Afsnit, Kasse, flyd, jaevn_hoejde, rest_af, spalter
from moedested_plugin.printing.kilder import kildelinje
from moedested_plugin.printing.kort import kortfod_hoejde, placer_kort
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
_KORT_MINDST = 0.3
#: How much of the width the map takes on paper that lies: the first that leaves room for the words.
_KORT_BREDDER = (0.58, 0.5, 0.44)
_FAKTA_MM, _FAKTA_BREDDE, _FAKTA_LUFT = 12.5, 23.0, 2.0
_SPALTER = 2
#: Fewer lines than this are not begun beside the map.
_FAA_LINJER = 3
#: Room above a heading, below it, and between lines (mm on an A4).
_FOER, _EFTER, _LINJER = 2.6, 0.5, 0.9


def blade(grundlag: Grundlag) -> Iterator[Blad]:
    """Give a sheet per route."""
    kilde = Rutekilde(grundlag.stof, grundlag.hus)
    uden_eget_navn(grundlag.lag)
    ord_ = Ord(grundlag.bestilling.sprog)
    ruter = grundlag.stof.udvalgte("rute", grundlag.bestilling.noegler)
    taget: set[str] = set()
    for rute in grundlag.valgte(ruter, "objekt_id"):
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
        self._mellem = 2 * self.luft
        self.bund = self.papir.hoejde - self.papir.margen - fod_hoejde(ark) - self.luft / 2

    def laeg(self) -> None:
        """Lay it out: upright everything under each other, lying the words right of the map."""
        top = self._hoved()
        strimmel = Strimmel(self.ark, self.fakta, self.ord, self.papir.indre_bredde)
        self.mindst = (self.bund - top) * _KORT_MINDST
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

    def _staaende(self, top: float, bund: float) -> list[Afsnit]:
        x, bredde = self.papir.margen, self.papir.indre_bredde
        top += self._advarsel(x, top, bredde)
        top += self._indledning(x, top, bredde)
        top += self._fakta(x, top, bredde, self._bokse_i(bredde))
        afsnit = self._afsnit()
        spalte = next(spalter(Kasse(x, top, bredde, 0), _SPALTER, self._mellem)).bredde
        hoejde = jaevn_hoejde(self.ark, afsnit, spalte, _SPALTER) + self.luft
        if bund - top - hoejde < self.mindst:  # the words go on to another page
            self._kort(x, top, bredde, bund - top)
            return afsnit
        self._kort(x, top, bredde, bund - top - hoejde)
        kasse = Kasse(x, bund - hoejde + self.luft / 2, bredde, hoejde)
        return flyd(self.ark, "tekst", afsnit, spalter(kasse, _SPALTER, self._mellem))

    def _liggende(self, top: float, bund: float) -> list[Afsnit]:
        afsnit = self._afsnit()
        kort = self._kortbredde(afsnit, bund - top)
        bredde = self._ved_siden(kort)
        x = self.papir.margen
        self._kort(x, top, kort, bund - top)
        x += kort + 1.5 * self.luft
        y = top + self._advarsel(x, top, bredde)
        y += self._indledning(x, y, bredde)
        y += self._fakta(x, y, bredde, self._bokse_i(bredde))
        if bund - y < self.ark.tekst_hoejde("X", bredde, Skrift.MELLEM) * _FAA_LINJER:
            return afsnit
        return flyd(self.ark, "tekst", afsnit, [Kasse(x, y, bredde, bund - y)])

    def _kortbredde(self, afsnit: list[Afsnit], hoejde: float) -> float:
        """How wide the map may be for the words to stand beside it; where they cannot, there is another page anyway."""
        mulige = [self.papir.indre_bredde * andel for andel in _KORT_BREDDER]
        for kort in mulige:
            bredde = self._ved_siden(kort)
            if not rest_af(self.ark, afsnit, [Kasse(0, 0, bredde, hoejde - self._over(bredde))]):
                return kort
        return mulige[0]

    def _ved_siden(self, kort: float) -> float:
        return self.papir.indre_bredde - kort - 1.5 * self.luft

    def _over(self, bredde: float) -> float:
        """How high what stands above the words becomes beside the map (mm)."""
        lukket = om_lukning(self.fakta.raekke, self.ord, self.grundlag.i_dag)
        indledning = rute_beskrivelse(self.fakta.raekke, self.ord)
        raekker = -(-len(list(self._bokse())) // self._bokse_i(bredde))
        ialt = raekker * (_FAKTA_MM + _FAKTA_LUFT) * self.skala + self.luft
        ialt += self.ark.tekst_hoejde(self._om_tid(), bredde, Skrift.SMAA)
        ialt += self.ark.tekst_hoejde(indledning, bredde, Skrift.MELLEM_LET) + self.luft
        if lukket:
            rand = 2 * self.skala
            ialt += (
                self.ark.tekst_hoejde(lukket, bredde - 2 * rand, Skrift.FED) + 2 * rand + self.luft
            )
        return ialt

    def _flere_sider(self, mere: list[Afsnit]) -> None:
        """What is left of the words, on as many pages as it takes; then the feet, which know how many."""
        x, bredde = self.papir.margen, self.papir.indre_bredde
        while mere:
            self.ark.ny_side()
            top = baand(self.grundlag, self.ark, self.navn, self.ord("Mere om ruten"))
            spalte = next(spalter(Kasse(x, top, bredde, 0), _SPALTER, self._mellem)).bredde
            hoejde = min(jaevn_hoejde(self.ark, mere, spalte, _SPALTER), self.bund - top)
            kasse = Kasse(x, top, bredde, hoejde)
            mere = flyd(self.ark, "tekst", mere, spalter(kasse, _SPALTER, self._mellem))
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
            top += self.ark.tekst(
                "fakta: navn", navn, venstre + rand, top, indre, Skrift.SMAA, farve=SVAG
            )
            plads = hoejde - (top - y - nr // spalter * (hoejde + mellem)) - 0.8 * self.skala
            stoerrelse = self.ark.passende(vaerdi, indre, plads, Skrift.OVERSKRIFT, 7 * self.skala)
            self.ark.tekst("fakta: værdi", vaerdi, venstre + rand, top, indre, Skrift.OVERSKRIFT, stoerrelse=stoerrelse)  # fmt: skip
        ialt = raekker * (hoejde + mellem) - mellem
        tid = self.ark.tekst(
            "fakta: tid",
            self._om_tid(),
            x,
            y + ialt + 0.8 * self.skala,
            bredde,
            Skrift.SMAA,
            farve=SVAG,
        )
        return ialt + tid + self.luft

    def _bokse_i(self, bredde: float) -> int:
        """How many facts there is room for beside each other."""
        return int(bredde / (_FAKTA_BREDDE * self.skala))

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

    def _afsnit(self) -> list[Afsnit]:
        """The words: headings with their lines."""
        ud: list[Afsnit] = []
        farve = self.grundlag.hus.farve_paa_hvid
        for titel, linjer in self._ord_om_ruten():
            for nr, linje in enumerate(linjer):
                if not nr:
                    ud.append(Afsnit(titel, Skrift.MELLEM, farve, _FOER, foelges=True))
                ud.append(Afsnit(linje, luft=_LINJER if nr else _EFTER))
        return ud

    def _ord_om_ruten(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        fakta, ord_, rute = self.fakta, self.ord, self.fakta.raekke
        dansk = ord_.sprog == "da"
        obs = str(rute["obs"] or "").strip() if dansk else ""
        note = str(rute["note"] or "").strip() if dansk else ""
        yield (
            ord_("Sådan er ruten"),
            (
                *((ord_("Vær opmærksom på: {}").format(obs),) if obs else ()),
                *om_underlag(fakta, ord_),
                *om_dele(fakta, ord_),
                *om_baenke(fakta, ord_),
                *om_forhindringer(fakta, ord_),
                *om_saeson(rute, ord_),
                *((note,) if note else ()),
            ),
        )
        yield ord_("Tilgængelighed"), tuple(om_tilgaengelighed(rute, ord_))
        yield ord_("Mødesteder undervejs"), tuple(om_moedesteder(fakta, ord_))
        yield ord_("Sådan kommer du dertil"), tuple(om_adgang(fakta, ord_))
        yield ord_("Hvem passer ruten"), tuple(om_ansvar(rute, ord_))

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
        kilde = kildelinje(lag, self.grundlag.hus)
        fod = kortfod_hoejde(self.ark, kilde, bredde)
        valgt = stilling(geometri, bredde, hoejde - fod, self.skala)
        ender = (
            self.ord("Start og slut") if self.fakta.rund else self.ord("Start"),
            self.ord("Slut"),
        )
        placer_kort(
            self.ark, "kort", x, y, bredde, hoejde,
            med_rute(lag, self.ark, geometri, self.fakta, ender),
            valgt.udsnit, kilde,
            maalestok=valgt.maalestok, drejning=valgt.drejning,
            alt=self.ord("Kort over {}").format(self.navn),
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
        steder += (
            punkt(ved, str(ved.raekke["navn"] or "").strip() or art, art)
            for ved in {ved.hvor: ved for ved in fakta.ved(slags)}.values()
        )
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
