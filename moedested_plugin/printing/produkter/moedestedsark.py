# SPDX-License-Identifier: GPL-2.0-or-later
"""`moedestedsark`: a sheet for each moedested, in the order in which somebody who is alone needs it.

What it is, when, where, whom to call and what happens the first time; then the rest. The type becomes larger where
there is room. What does not fit goes to the next page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from moedested_plugin.printing.ark import Ark
from moedested_plugin.printing.flyd import Flow, Stykke, tekststykker
from moedested_plugin.printing.kontaktfelt import Kontaktfelt
from moedested_plugin.printing.ramme import baand, baand_hoejde, fod_hoejde, sidefod
from moedested_plugin.printing.spalte import Spalte
from moedested_plugin.printing.sted import Sted
from moedested_plugin.printing.stedsindhold import indhold
from moedested_plugin.printing.stedskort import navn_uden_om, placer_stedskort
from moedested_plugin.printing.stil import LUFT, SVAG, Skrift
from moedested_plugin.printing.udskriv import Blad

if TYPE_CHECKING:
    from moedested_plugin.printing.stof import Foto
    from moedested_plugin.printing.udskriv import Grundlag

#: How much larger the type may be than usual, tried in turn; with the photo moved beside the map it may be smaller.
_STOERRE = (1.1, 1.2, 1.3)
_FOTO_VED_KORT = (1.1, 1.0, 0.95)
_TEKST_FORAN = (1.15, 1.07, 1.0)
_PAA_TO_SIDER = (1.15, 1.0, 0.95, 0.88)
_FOR_OG_BAG = 2
#: The map is at least so high where it stands below the text, and at least this share of what is between band and foot.
_KORT_MM, _KORT_DEL = 50.0, 0.2
#: Share of the width that the map takes where it stands beside the text, and that a photo takes beside the first lines.
_SIDE_DEL, _FOTO_DEL = 0.42, 0.32
#: Width of a photo to its height, and how much of the height it may take: beside the text, and above the map.
_FOTO_FORM, _FOTO_HOEJST = 1.5, {False: 0.22, True: 0.3}

#: The lowest photo above a map (mm on an A4).
_FOTO_MINDST_MM = 26.0
#: Text beside a photo may become so much higher than it.
_VED_FOTO = 1.3


def blade(grundlag: Grundlag) -> Iterator[Blad]:
    """Give a sheet for each moedested of the order."""
    navn_uden_om(grundlag.lag)
    for raekke in grundlag.valgte(grundlag.stof.moedesteder, "moedested_id"):
        sted = Sted(grundlag, raekke)
        yield Blad(sted.navn, partial(_ark, grundlag, sted))


def _ark(grundlag: Grundlag, sted: Sted) -> Ark:
    opsat = _bedst(grundlag, sted)
    opsat.placer()
    return opsat.ark


def _bedst(grundlag: Grundlag, sted: Sted) -> _Opsat:
    """The sheet with the largest type that stands on one page; else one of several pages."""
    papir = grundlag.bestilling.papir

    def opsat(gange: float, *, foto_ved_kort: bool = False, kort_bagpaa: bool = False) -> _Opsat:
        ark = Ark(grundlag.project, sted.navn, replace(papir, skala=papir.skala * gange))
        return _Opsat(grundlag, ark, sted, foto_ved_kort=foto_ved_kort, kort_bagpaa=kort_bagpaa)

    bedst = opsat(1.0)
    if bedst.er_hel:
        for gange in _STOERRE:
            stoerre = opsat(gange)
            if not stoerre.er_hel:
                break
            bedst = stoerre
        return bedst
    # two pages: best with all the text in front, and the map as large as the back
    proever: tuple[tuple[Callable[[float], _Opsat], Sequence[float], Callable[[_Opsat], bool]], ...] = (
        (partial(opsat, foto_ved_kort=True), _FOTO_VED_KORT, lambda et: et.er_hel),
        (partial(opsat, kort_bagpaa=True), _TEKST_FORAN, lambda et: et.har_tekst_foran),
        (partial(opsat, kort_bagpaa=True), _PAA_TO_SIDER, lambda et: et.sider <= _FOR_OG_BAG),
    )  # fmt: skip
    for lav, gange_, er_god in proever:
        for gange in gange_:
            bedst = lav(gange)
            if er_god(bedst):
                return bedst
    return opsat(1.0, kort_bagpaa=True)


@dataclass(frozen=True)
class _Rum:
    """Room for text on a page (mm)."""

    x: float
    y: float
    bredde: float
    bund: float


class _Opsat:
    """A sheet whose parts are measured on one paper, with one size of type."""

    def __init__(
        self,
        grundlag: Grundlag,
        ark: Ark,
        sted: Sted,
        *,
        foto_ved_kort: bool = False,
        kort_bagpaa: bool = False,
    ) -> None:
        self.grundlag, self.ark, self.sted = grundlag, ark, sted
        papir = ark.papir
        self.luft = LUFT * papir.skala
        self.top = baand_hoejde(ark, sted.navn, _undertitel(sted))
        # the foot is as on any other sheet, whatever the type
        self.almindeligt = grundlag.bestilling.papir
        fod = fod_hoejde(ark) * self.almindeligt.skala / papir.skala
        self.bund = papir.hoejde - papir.margen - fod - 0.6 * self.luft
        self.foto = next(iter(grundlag.stof.fotos("moedested", sted.id)), None)
        self.foto_ved_kort = foto_ved_kort and sted.punkt is not None and not papir.ligger
        kan_staa_ved_siden = papir.ligger and not (kort_bagpaa and sted.punkt is not None)
        self.ved_siden = kan_staa_ved_siden and (sted.punkt is not None or self.foto is not None)
        side = papir.indre_bredde * _SIDE_DEL if self.ved_siden else 0.0
        self.side = _Rum(papir.margen + papir.indre_bredde - side, self.top, side, self.bund)
        self.tekst = _Rum(
            papir.margen, self.top,
            papir.indre_bredde - side - (1.5 * self.luft if side else 0), self.bund,
        )  # fmt: skip
        self.kontakt = Kontaktfelt(
            grundlag, ark, sted, (side and self.side.bredde) or self.tekst.bredde
        )
        self.kontakt_ved_siden = self.ved_siden and self._rum_til_kort() >= _KORT_MM * papir.skala
        if self.ved_siden and not self.kontakt_ved_siden:
            self.kontakt = Kontaktfelt(grundlag, ark, sted, self.tekst.bredde)
        self.antal = 3 if papir.ligger and not self.ved_siden else 2
        self._inde, resten = self._beskrivelse()
        spalte = self._spalte()
        self.flow = Flow(ark, [*resten, *indhold(grundlag, sted, spalte / papir.skala)], spalte)
        self.indledning = self._indledning(maaler=True)
        kort = max(_KORT_MM * papir.skala, (self.bund - self.top) * _KORT_DEL)
        self.under = kort if sted.punkt is not None and not self.ved_siden else 0.0
        under_teksten = self.kontakt.hoejde and not self.kontakt_ved_siden
        kontakt = self.kontakt.hoejde + 1.5 * self.luft if under_teksten else 0.0
        # what the columns may take at most, with the map below them and without
        self.rum_uden_kort = self.bund - self.indledning - kontakt
        self.rum = self.rum_uden_kort - (self.under + self.luft if self.under else 0.0)
        self.hoejde = self.flow.afstemt(self.antal, self.rum)

    @property
    def er_hel(self) -> bool:
        """Whether all stands on one page."""
        return self.hoejde is not None

    def _spalte(self, antal: int | None = None, bredde: float | None = None) -> float:
        antal = antal or self.antal
        return ((bredde or self.tekst.bredde) - (antal - 1) * 2 * self.luft) / antal

    def placer(self) -> None:
        """Place everything, on as many pages as it takes."""
        ark = self.ark
        baand(self.grundlag, ark, self.sted.navn, _undertitel(self.sted))
        self._indledning()
        if self.ved_siden:
            self._kort_ved_siden()
        hel = self.hoejde is not None
        y = self._placer_spalter(self.flow, self._foerste_spalter, self.indledning)
        if self.kontakt.hoejde and not self.kontakt_ved_siden:
            y = (
                y + 1.5 * self.luft
                if hel and not self.ved_siden
                else self.bund - self.kontakt.hoejde
            )
            self.kontakt.placer(self.tekst.x, y)
            y += self.kontakt.hoejde
        if hel and self.under:
            self._kort_under(y + self.luft)
        if not hel:
            self._flere_sider()
        ark.papir = self.almindeligt
        for side in range(ark.sider):
            ark.gaa_til(side)
            sidefod(self.grundlag, ark, side + 1, ark.sider)

    def _rum_til_kort(self) -> float:
        """What is left for a map beside the text when whom to call stands under it, and a photo above it."""
        rum = self.bund - self.top - self.kontakt.hoejde - self.luft
        if self.foto is None:
            return rum
        foto = (
            self._billedtekst(self.foto, self.side.bredde) + _FOTO_MINDST_MM * self.ark.papir.skala
        )
        return rum - foto - self.luft

    def _kort_ved_siden(self) -> None:
        """Beside the text: the photo, the map, and at the foot whom to call."""
        side, y, bund = self.side, self.side.y, self.bund
        if self.kontakt.hoejde and self.kontakt_ved_siden:
            bund -= self.kontakt.hoejde
            self.kontakt.placer(side.x, bund)
            bund -= self.luft
        if self.foto is not None:
            alene = self.sted.punkt is None
            rum = bund - y - self._billedtekst(self.foto, side.bredde) - self.luft
            if alene:
                hoejde = min(side.bredde / _FOTO_FORM, rum)
            else:
                # the map comes first; a strip of a photo is still a photo
                kort = _KORT_MM * self.ark.papir.skala
                hoejde = max(
                    min(self._foto_hoejde(side.bredde), rum - kort),
                    _FOTO_MINDST_MM * self.ark.papir.skala,
                )
            y += self._foto(self.foto, side, hoejde) + self.luft
        placer_stedskort(self.grundlag, self.ark, self.sted, side.x, y, side.bredde, bund - y)

    def _kort_under(self, y: float) -> None:
        """The map below the text, with the photo beside it where that did not find room above."""
        bredde = self.tekst.bredde
        if self.foto is not None and self.foto_ved_kort:
            foto_bredde = bredde * _FOTO_DEL
            felt = _Rum(self.tekst.x + bredde - foto_bredde, y, foto_bredde, self.bund)
            self._foto(self.foto, felt, self.bund - y - self._billedtekst(self.foto, foto_bredde))
            bredde -= foto_bredde + self.luft
        placer_stedskort(self.grundlag, self.ark, self.sted, self.tekst.x, y, bredde, self.bund - y)

    def _flere_sider(self, *, maaler: bool = False) -> int:
        """Place the pages after the first, or count them: what is left of the text, and the map below it."""
        ark, papir = self.ark, self.ark.papir
        resten = self.flow.rest(self._foerste_spalter)
        kort = self.under
        antal = 3 if papir.ligger else 2
        sider = 0
        while resten or kort:
            sider += 1
            if not maaler:
                ark.ny_side()
            y = self._fortsat(maaler=maaler)
            flow = Flow(ark, resten, self._spalte(antal, papir.indre_bredde))
            hoejde = flow.afstemt(antal, self.bund - y - (kort + self.luft if kort else 0))
            spalter = flow.fordel([hoejde if hoejde is not None else self.bund - y])[:antal]
            resten = flow.rest(spalter)
            if not maaler:
                y = self._placer_spalter(flow, spalter, y)
            if kort and hoejde is not None:
                if not maaler:
                    y += self.luft if spalter[0] else 0
                    placer_stedskort(self.grundlag, ark, self.sted, papir.margen, y, papir.indre_bredde, self.bund - y)  # fmt: skip
                kort = 0.0
        return sider

    @property
    def sider(self) -> int:
        """How many pages it takes."""
        return 1 if self.er_hel else 1 + self._flere_sider(maaler=True)

    @property
    def har_tekst_foran(self) -> bool:
        """Whether only the map is left for the second page."""
        return bool(self.under) and not self.flow.rest(self._foerste_spalter)

    @property
    def _foerste_spalter(self) -> list[list[int]]:
        """What stands in the columns of the first page."""
        rum = self.hoejde if self.hoejde is not None else self.rum_uden_kort
        naeste = self.bund - self._fortsat(maaler=True)
        return self.flow.fordel([*[rum] * self.antal, naeste])[: self.antal]

    def _fortsat(self, *, maaler: bool = False) -> float:
        """Place the small heading of a later page, or measure it; gives where what comes begins."""
        papir, navn = self.ark.papir, self.sted.navn
        bredde = papir.indre_bredde
        kort = self.ark.tekst_bredde(navn, Skrift.OVERSKRIFT) <= bredde
        skrift = Skrift.OVERSKRIFT if kort else Skrift.FED
        y = papir.margen * 0.5 + self.luft
        if not maaler:
            self.ark.felt("baand", 0, 0, papir.bredde, papir.margen * 0.5, farve=self.grundlag.hus.farve)  # fmt: skip
            self.ark.tekst("fortsat", navn, papir.margen, y, bredde, skrift)
        return y + self.ark.tekst_hoejde(navn, bredde, skrift) + self.luft

    def _placer_spalter(self, flow: Flow[Stykke], spalter: list[list[int]], y: float) -> float:
        ender = [
            flow.placer(spalte, self.tekst.x + nummer * (flow.bredde + 2 * self.luft), y)
            for nummer, spalte in enumerate(spalter)
        ]
        return max(ender, default=y)

    # The first lines, with the photo beside them where it is not above the map ---------------------------

    def _beskrivelse(self) -> tuple[list[Stykke], list[Stykke]]:
        """The long description: what stands beside a photo, and what stands in the columns."""
        stykker = tekststykker("beskrivelse", self.sted.lang_tekst)
        if not self._foto_ved_teksten:
            return [], stykker
        skriver = Spalte(self.ark, 0, 0, self._foer_foto, maaler=True)
        self._foerste(skriver)
        skriver.luft(1.5)
        for nummer, stykke in enumerate(stykker):
            stykke.tegn(skriver)
            if skriver.y > _VED_FOTO * self._foto_hoejde(self.tekst.bredde * _FOTO_DEL):
                return stykker[:nummer], stykker[nummer:]
        return stykker, []

    @property
    def _foto_ved_teksten(self) -> bool:
        return self.foto is not None and not self.ved_siden and not self.foto_ved_kort

    @property
    def _foer_foto(self) -> float:
        """Width of the text beside the photo."""
        return self.tekst.bredde * (1 - _FOTO_DEL) - 1.5 * self.luft

    def _foerste(self, spalte: Spalte) -> None:
        spalte.tekst("besked", self.sted.besked, Skrift.MELLEM)
        if self.sted.besked:
            spalte.luft(1.5)
        spalte.tekst("kort beskrivelse", self.sted.kort_tekst, Skrift.MELLEM)

    def _indledning(self, *, maaler: bool = False) -> float:
        """Place the first lines, or measure them; gives where what comes begins."""
        rum = self.tekst
        bredde = self._foer_foto if self._foto_ved_teksten else rum.bredde
        spalte = Spalte(self.ark, rum.x, rum.y, bredde, maaler=maaler)
        self._foerste(spalte)
        for nummer, stykke in enumerate(self._inde):
            spalte.luft(stykke.luft if nummer else 1.5)
            stykke.tegn(spalte)
        y = spalte.y
        if self._foto_ved_teksten and self.foto is not None:
            foto_bredde = rum.bredde * _FOTO_DEL
            hoejde = self._foto_hoejde(foto_bredde)
            y = max(y, rum.y + hoejde + self._billedtekst(self.foto, foto_bredde))
            if not maaler:
                felt = _Rum(rum.x + rum.bredde - foto_bredde, rum.y, foto_bredde, self.bund)
                self._foto(self.foto, felt, hoejde)
        return y + (1.5 * self.luft if y > rum.y else 0.0)

    def _foto_hoejde(self, bredde: float) -> float:
        return min(bredde / _FOTO_FORM, (self.bund - self.top) * _FOTO_HOEJST[self.ved_siden])  # fmt: skip

    def _fotolinje(self, foto: Foto) -> str:
        ophav = self.sted.ord("Foto: {}").format(foto.ophav) if foto.ophav else ""
        return ". ".join(et for et in (foto.tekst.rstrip("."), ophav) if et)

    def _billedtekst(self, foto: Foto, bredde: float) -> float:
        return (
            self.ark.tekst_hoejde(self._fotolinje(foto), bredde, Skrift.NOTE)
            + 0.3
            + 0.3 * self.luft
        )

    def _foto(self, foto: Foto, felt: _Rum, hoejde: float) -> float:
        """Place the photo with its credit, and give how high they are."""
        self.ark.foto("foto", foto.sti, felt.x, felt.y, felt.bredde, hoejde, alt=foto.alt)
        linje = felt.y + hoejde + 0.3 * self.luft
        self.ark.tekst("foto: ophav", self._fotolinje(foto), felt.x, linje, felt.bredde, Skrift.NOTE, farve=SVAG)  # fmt: skip
        return hoejde + self._billedtekst(foto, felt.bredde)


def _undertitel(sted: Sted) -> str:
    return " · ".join(et for et in (sted.form, sted.by) if et)
