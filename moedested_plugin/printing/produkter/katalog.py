# SPDX-License-Identifier: GPL-2.0-or-later
"""`katalog`: a booklet of moedesteder as ideas for others: what they do, for whom, and what it takes.

Front page, contents with page numbers, and the moedesteder town by town. An entry is not parted. Asks (`valg`):
`titel`, `undertitel`, `forord`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from moedested_plugin.domain.hvornaar import dag, hvornaar
from moedested_plugin.printing.ark import Ark
from moedested_plugin.printing.ramme import fod_hoejde, sidefod
from moedested_plugin.printing.spalter import Flow, Spalte, Stykke, samlet, tekststykker
from moedested_plugin.printing.sted import Sted, aktivitetstegn, saetninger
from moedested_plugin.printing.stil import LUFT, SVAG, Skrift
from moedested_plugin.printing.udskriv import Afbrudt, Blad
from moedested_plugin.project.kommuner import dansk_orden

if TYPE_CHECKING:
    from moedested_plugin.printing.stof import Raekke
    from moedested_plugin.printing.udskriv import Grundlag

#: So many activities of a place are shown; of the others it is said how many they are.
_AKTIVITETER = 6
#: Columns on paper that stands and that lies.
_SPALTER = {False: 2, True: 3}
_TEGN_MM, _AKTIVITETSTEGN_MM, _TITEL_MM = 9.0, 5.5, 23.0
#: Above an entry, above a town, and between the parts of an entry (mm on an A4).
_POST_LUFT, _BY_LUFT, _DEL_LUFT = 5.0, 7.0, 1.6
#: The coloured part of the front page, and its title's largest size (points).
_FORSIDE_DEL, _FORSIDE_PUNKT = 0.56, 46.0
#: Stands in the contents while they are measured: as wide as any page number.
_UKENDT_SIDE = 888
#: An entry that is higher than this part of a column may be parted.
_HOEJST_DEL = 0.97


@dataclass(frozen=True)
class _Post:
    """One entry, the pieces it is made of, and the town it stands under."""

    by: str
    sted: Sted
    stykker: list[Stykke]


def blade(grundlag: Grundlag) -> Iterator[Blad]:
    """Give the booklet, which is one piece: its contents page knows all its pages."""
    raekker = grundlag.valgte(grundlag.stof.moedesteder, "moedested_id")
    titel = (
        grundlag.bestilling.valg.get("titel", "").strip() or f"Mødesteder i {grundlag.hus.kommune}"
    )
    yield Blad(titel, partial(_ark, grundlag, titel, [Sted(grundlag, et) for et in raekker]))


def _by(sted: Sted) -> tuple[bool, str]:
    """What an entry is sorted and headed by; those without a town come last."""
    return not sted.by, dansk_orden(sted.by)


def _ark(grundlag: Grundlag, titel: str, steder: list[Sted]) -> Ark:
    ark = Ark(grundlag.project, titel, grundlag.bestilling.papir)
    _forside(grundlag, ark, titel, len(steder))
    sider = _Sider(grundlag, ark, titel)
    poster = [
        _Post(sted.by or sted.ord("Uden fast sted"), sted, _post(grundlag, sted))
        for sted in sorted(steder, key=lambda et: (*_by(et), dansk_orden(et.navn)))
    ]
    indhold = sider.flow(_indhold(poster, {}))
    foerste = 1 + sider.antal(indhold)  # counted from 0: after the front page and the contents
    krop, sidetal = sider.poster(poster, foerste)
    sider.placer(sider.flow(_indhold(poster, sidetal)), "Indhold")
    sider.placer(krop, "")
    for side in range(1, ark.sider):
        ark.gaa_til(side)
        sidefod(grundlag, ark, side + 1, ark.sider)
    return ark


class _Sider:
    """The pages between front and end: how columns stand on them."""

    def __init__(self, grundlag: Grundlag, ark: Ark, titel: str) -> None:
        self.grundlag, self.ark, self.titel = grundlag, ark, titel
        papir = ark.papir
        self.luft = LUFT * papir.skala
        self.spalter = _SPALTER[papir.ligger]
        self.bredde = (papir.indre_bredde - (self.spalter - 1) * 2.4 * self.luft) / self.spalter
        self.top = papir.margen + ark.tekst_hoejde("X", 100, Skrift.SMAA) + 2 * self.luft
        self.bund = papir.hoejde - papir.margen - fod_hoejde(ark) - self.luft
        self.overskrift = ark.tekst_hoejde("X", 100, Skrift.TITEL) + self.luft

    def flow(self, stykker: list[Stykke]) -> Flow:
        """The pieces in columns of this booklet."""
        return Flow(self.ark, stykker, self.bredde)

    def _rum(self, overskrift: str) -> list[float]:
        hoejde = self.bund - self.top
        return [*[hoejde - self.overskrift] * (self.spalter if overskrift else 0), hoejde]

    def antal(self, indhold: Flow) -> int:
        """How many pages the contents take."""
        return -(-len(indhold.fordel(self._rum("Indhold"))) // self.spalter)

    def poster(self, poster: list[_Post], foerste: int) -> tuple[Flow, dict[str, int]]:
        """The entries as one flow, and the page (from 1) that each begins on."""
        hoejde = (self.bund - self.top) * _HOEJST_DEL
        stykker: list[Stykke] = []
        begynder: dict[str, int] = {}
        by = ""
        for post in poster:
            if self.grundlag.feedback.isCanceled():
                raise Afbrudt
            egne = [replace(post.stykker[0], luft=_POST_LUFT), *post.stykker[1:]]
            if self.flow(egne).samlet_hoejde < hoejde - 2 * self.overskrift:
                egne = samlet(egne)
            if post.by != by:
                by = post.by
                stykker.append(Stykke(partial(_byskilt, self.grundlag.hus.farve, self.grundlag.hus.farve_tekst, by), _BY_LUFT, foelges=True))  # fmt: skip
                egne[0] = replace(egne[0], luft=_DEL_LUFT)
            begynder[post.sted.id] = len(stykker)
            stykker += egne
        flow = self.flow(stykker)
        side_af = {
            nummer: foerste + spalte // self.spalter + 1
            for spalte, indhold in enumerate(flow.fordel(self._rum("")))
            for nummer in indhold
        }
        return flow, {noegle: side_af[nummer] for noegle, nummer in begynder.items()}

    def placer(self, flow: Flow, overskrift: str) -> None:
        """Place columns on new pages, the first with a heading."""
        ark, papir, hus = self.ark, self.ark.papir, self.grundlag.hus
        for nummer, spalte in enumerate(flow.fordel(self._rum(overskrift))):
            side, plads = divmod(nummer, self.spalter)
            if not plads:
                ark.ny_side()
                ark.felt("baand", 0, 0, papir.bredde, papir.margen * 0.5, farve=hus.farve)
                ark.tekst("kolumnetitel", self.titel, papir.margen, papir.margen * 0.5 + self.luft, papir.indre_bredde, Skrift.SMAA, farve=SVAG)  # fmt: skip
                if overskrift and not side:
                    ark.tekst("overskrift", overskrift, papir.margen, self.top, papir.indre_bredde, Skrift.TITEL, farve=hus.farve_paa_hvid)  # fmt: skip
            top = self.top + (self.overskrift if overskrift and not side else 0)
            flow.placer(spalte, papir.margen + plads * (self.bredde + 2.4 * self.luft), top)


def _forside(grundlag: Grundlag, ark: Ark, titel: str, antal: int) -> None:
    papir, hus, valg = ark.papir, grundlag.hus, grundlag.bestilling.valg
    hoejde = papir.hoejde * _FORSIDE_DEL
    luft, bredde = 2 * papir.margen, papir.bredde - 4 * papir.margen
    ark.felt("forside: felt", 0, 0, papir.bredde, hoejde, farve=hus.farve)
    under = (
        valg.get("undertitel", "").strip()
        or "Idéer til at mødes: hvad vi gør, for hvem, og hvad det kræver"
    )
    under_hoejde = ark.tekst_hoejde(under, bredde, Skrift.OVERSKRIFT)
    rum = hoejde - 2 * luft - under_hoejde - luft / 2
    punkt = ark.passende(titel, bredde, rum, Skrift.SKILT, 18, _FORSIDE_PUNKT)
    titel_hoejde = ark.tekst_hoejde(titel, bredde, Skrift.SKILT, punkt)
    y = hoejde - luft - under_hoejde - luft / 2 - titel_hoejde
    ark.tekst("forside: titel", titel, luft, y, bredde, Skrift.SKILT, farve=hus.farve_tekst, stoerrelse=punkt)  # fmt: skip
    ark.tekst("forside: undertitel", under, luft, hoejde - luft - under_hoejde, bredde, Skrift.OVERSKRIFT, farve=hus.farve_tekst)  # fmt: skip
    steder = "1 mødested" if antal == 1 else f"{antal} mødesteder"
    spalte = Spalte(ark, luft, hoejde + luft, bredde)
    spalte.tekst("forside: antal", steder, Skrift.OVERSKRIFT)
    spalte.luft(2)
    for stykke in tekststykker("forside: forord", valg.get("forord", "").strip()):
        stykke.tegn(spalte)
        spalte.luft(1.5)
    linjer = "\n".join(et for et in (hus.kommune, hus.kontakt, dag(grundlag.i_dag)) if et)
    fod = ark.tekst_hoejde(linjer, bredde, Skrift.BROED)
    x = luft
    if hus.logo_sti:
        ark.logo(hus.logo_sti, hus.logo_art, luft, papir.hoejde - luft - fod, 3.2 * fod, fod)
        x += 3.2 * fod + luft / 2
    ark.tekst("forside: kommune", linjer, x, papir.hoejde - luft - fod, papir.bredde - luft - x, Skrift.BROED)  # fmt: skip


def _indhold(poster: list[_Post], sidetal: Mapping[str, int]) -> list[Stykke]:
    """The contents; page numbers that are not known yet take the same room."""
    stykker: list[Stykke] = []
    by = ""
    for post in poster:
        if post.by != by:
            by = post.by
            stykker.append(Stykke(partial(_tekst, "indhold: by", by, Skrift.MELLEM), 4.0, foelges=True))  # fmt: skip
        tal = str(sidetal.get(post.sted.id, _UKENDT_SIDE))
        stykker.append(Stykke(partial(_linje, post.sted.navn, tal), 0.8))
    return stykker


def _tekst(navn: str, tekst: str, skrift: Skrift, spalte: Spalte) -> None:
    spalte.tekst(navn, tekst, skrift)


def _linje(navn: str, tal: str, spalte: Spalte) -> None:
    spalte.linje("indhold", navn, tal)


def _byskilt(farve: str, farve_tekst: str, by: str, spalte: Spalte) -> None:
    spalte.boks("by", lambda indre: indre.tekst("by", by, Skrift.OVERSKRIFT, farve=farve_tekst), farve=farve)  # fmt: skip


# An entry -----------------------------------------------------------------------------------------------


def _post(grundlag: Grundlag, sted: Sted) -> list[Stykke]:
    farve = grundlag.hus.farve_paa_hvid
    tegn, tegnfarve = sted.formtegn

    def hoved(spalte: Spalte) -> None:
        spalte.streg("post: streg")
        spalte.tegnet("mødested", tegn, sted.navn, sted.adresse, _TEGN_MM, farve=tegnfarve)

    ud = [Stykke(hoved)]
    ud += tekststykker("beskrivelse", sted.kort_tekst or sted.lang_tekst, luft=_DEL_LUFT)
    ud += _oplysninger(("For hvem", sted.for_hvem), ("Åbent", sted.tekst("aabningstid")))
    aktiviteter = sted.aktiviteter
    vist = aktiviteter if len(aktiviteter) <= _AKTIVITETER + 1 else aktiviteter[:_AKTIVITETER]
    ud += [Stykke(partial(_aktivitet, grundlag, sted, et, farve), _DEL_LUFT) for et in vist]
    if len(vist) < len(aktiviteter):
        mere = f"… og {len(aktiviteter) - len(vist)} mere på kommunens hjemmeside"
        ud.append(Stykke(partial(_tekst, "flere aktiviteter", mere, Skrift.BROED), _DEL_LUFT))
    ud += _oplysninger(
        ("Det kræver", ", ".join(ord_ for _, ord_ in sted.faciliteter)),
        ("Pris", sted.pris),
        ("Adgang", sted.tekst("adgang_tekst")),
        ("Ansvarlig", sted.tekst("organisation")),
        ("Sammen med", sted.opremset("medvirkende")),
        ("Spørg", " · ".join(et for et in (sted.telefon, sted.kontakt) if et)),
    )
    return ud


def _oplysninger(*par: tuple[str, str]) -> list[Stykke]:
    kendt = [et for et in par if et[1]]
    return [
        Stykke(partial(_oplysning, titel, tekst), 0.6 if nummer else _DEL_LUFT)
        for nummer, (titel, tekst) in enumerate(kendt)
    ]


def _oplysning(titel: str, tekst: str, spalte: Spalte) -> None:
    spalte.oplysning(titel, tekst, _TITEL_MM)


def _aktivitet(
    grundlag: Grundlag, sted: Sted, aktivitet: Raekke, farve: str, spalte: Spalte
) -> None:
    navn = str(aktivitet["navn"])
    egen = str(aktivitet["maalgruppe_tekst"] or "").replace("; ", ", ")
    linjer = [
        str(aktivitet["beskrivels"] or ""),
        hvornaar(aktivitet, grundlag.i_dag),
        f"For: {egen}" if egen and egen != sted.opremset("maalgruppe_tekst") else "",
        str(aktivitet["pris"] or ""),
    ]
    tekst = saetninger(*linjer)
    spalte.tegnet("aktivitet", aktivitetstegn(aktivitet), navn, tekst, _AKTIVITETSTEGN_MM, farve=farve)  # fmt: skip
