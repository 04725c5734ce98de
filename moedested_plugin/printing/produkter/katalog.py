# SPDX-License-Identifier: GPL-2.0-or-later
"""`katalog`: a booklet of moedesteder as ideas for others: what they do, for whom, and what it takes.

Front page, contents with page numbers, and the moedesteder town by town. An entry is not parted. Asks (`valg`):
`titel`, `undertitel`, `forord`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from moedested_plugin.domain.hvornaar import dag, hvornaar
from moedested_plugin.printing.ark import Ark
from moedested_plugin.printing.flyd import Flow, Stykke, skriv, tekststykker
from moedested_plugin.printing.ramme import fod_hoejde, sidefod
from moedested_plugin.printing.spalte import Spalte
from moedested_plugin.printing.sted import Sted, aktivitetstegn, saetninger
from moedested_plugin.printing.stil import LUFT, SVAG, Skrift
from moedested_plugin.printing.udskriv import Afbrudt, Blad
from moedested_plugin.project.kommuner import dansk_orden

if TYPE_CHECKING:
    from moedested_plugin.printing.stof import Raekke
    from moedested_plugin.printing.udskriv import Grundlag

#: So many activities of a place are shown; of the others it is said how many they are.
_AKTIVITETER = 6
#: Columns of the contents on paper that stands and that lies.
_INDHOLD_SPALTER = {False: 2, True: 3}
#: An entry has what is done at the left and what it takes at the right: their parts of its width.
_VENSTRE_DEL, _HOEJRE_DEL = 0.55, 0.41
_TEGN_MM, _AKTIVITETSTEGN_MM, _TITEL_MM = 10.0, 5.5, 25.0
#: Above an entry, above a town, and between the parts of an entry (mm on an A4).
_POST_LUFT, _BY_LUFT, _DEL_LUFT = 5.0, 7.0, 1.6
#: The coloured part of the front page, and its title's largest size (points).
_FORSIDE_DEL, _FORSIDE_PUNKT = 0.56, 46.0
#: Stands in the contents while they are measured: as wide as any page number.
_UKENDT_SIDE = 888
_UDEN_BY = "Uden fast sted"
#: A booklet of no more entries is one layout; of a thicker one, each layout has so many pages.
_TYNDT, _SIDER_PR_DEL = 24, 8


@dataclass(frozen=True)
class _Post:
    """One entry, and the town it stands under."""

    by: str
    sted: Sted


def blade(grundlag: Grundlag) -> Iterator[Blad]:
    """Give the booklet: one piece, or where it is thick several, whose pages go on from each other."""
    raekker = grundlag.valgte(grundlag.stof.moedesteder, "moedested_id")
    titel = (
        grundlag.bestilling.valg.get("titel", "").strip() or f"Mødesteder i {grundlag.hus.kommune}"
    )
    haefte = _Haefte(grundlag, titel, [Sted(grundlag, et) for et in raekker])
    dele = haefte.dele if len(raekker) > _TYNDT else 1
    for nr in range(dele):
        navn = titel if nr == 0 else f"{titel}, {nr + 1}. del"
        yield Blad(navn, partial(haefte.ark, nr, sidste=nr == dele - 1))


def _by(sted: Sted) -> tuple[bool, str]:
    """What an entry is sorted and headed by; those without a town come last."""
    return not sted.by, dansk_orden(sted.by)


class _Haefte:
    """The booklet: which page everything stands on is worked out once, then each piece is laid out by itself.

    A layout with twice as many items takes QGIS four times as long.
    """

    def __init__(self, grundlag: Grundlag, titel: str, steder: list[Sted]) -> None:
        self._grundlag, self._titel = grundlag, titel
        self._poster = [
            _Post(sted.by or _UDEN_BY, sted)
            for sted in sorted(steder, key=lambda et: (*_by(et), dansk_orden(et.navn)))
        ]
        self._kladde = self._nyt()
        self._indhold = _Sider(
            grundlag, self._kladde, titel, _INDHOLD_SPALTER[self._kladde.papir.ligger], "Indhold"
        )
        self._krop = _Sider(grundlag, self._kladde, titel, 1)

    def _nyt(self) -> Ark:
        return Ark(self._grundlag.project, self._titel, self._grundlag.bestilling.papir)

    @cached_property
    def _fordelt(self) -> tuple[_Fordelt, dict[str, int]]:
        """The entries on their pages, and the page (from 0, after the contents) that each begins on."""
        stykker, begynder = _poster(self._krop, self._poster)
        fordelt = self._krop.fordel(stykker)
        side_af = {nr: side for side, spalte in enumerate(fordelt.spalter) for nr in spalte}
        return fordelt, {noegle: side_af[nr] for noegle, nr in begynder.items()}

    @cached_property
    def _foerste(self) -> int:
        """How many pages stand before the entries: the front page and the contents."""
        return 1 + self._indhold.fordel(_indhold(self._poster, {})).sider

    @property
    def dele(self) -> int:
        """How many pieces it is made in."""
        return max(1, -(-self._fordelt[0].sider // _SIDER_PR_DEL))

    def ark(self, nr: int, *, sidste: bool) -> Ark:
        """Lay out a piece; the first has the front page and the contents as well."""
        krop, begynder = self._fordelt
        ark = self._nyt()
        fra = nr * _SIDER_PR_DEL
        til = krop.sider if sidste else fra + _SIDER_PR_DEL
        if nr == 0:
            _forside(self._grundlag, ark, self._titel, len(self._poster))
            sidetal = {et: side + self._foerste + 1 for et, side in begynder.items()}
            indhold = self._indhold.fordel(_indhold(self._poster, sidetal))
            self._indhold.placer(ark, indhold, range(indhold.sider))
        self._krop.placer(ark, krop, range(fra, til), ny_side=nr == 0)
        foer = 0 if nr == 0 else self._foerste + fra
        for side in range(1 if nr == 0 else 0, ark.sider):
            ark.gaa_til(side)
            sidefod(self._grundlag, ark, foer + side + 1, self._foerste + krop.sider)
        return ark


@dataclass(frozen=True)
class _Fordelt:
    """Pieces in columns, so many to a page."""

    flow: Flow[Stykke]
    spalter: list[list[int]]
    pr_side: int

    @property
    def sider(self) -> int:
        """How many pages they take."""
        return -(-len(self.spalter) // self.pr_side)


class _Sider:
    """Pages of columns, the first with a heading where there is one."""

    def __init__(
        self, grundlag: Grundlag, ark: Ark, titel: str, spalter: int, overskrift: str = ""
    ) -> None:
        self.grundlag, self._kladde = grundlag, ark
        self._titel, self._spalter, self._overskrift = titel, spalter, overskrift
        papir = ark.papir
        luft = LUFT * papir.skala
        self._mellem = 2.4 * luft
        self._bredde = (papir.indre_bredde - (spalter - 1) * self._mellem) / spalter
        self._top = papir.margen + ark.tekst_hoejde("X", 100, Skrift.SMAA) + 2 * luft
        hoved = ark.tekst_hoejde("X", 100, Skrift.TITEL) + luft
        self._hoved = hoved if overskrift else 0.0
        self.hoejde = papir.hoejde - papir.margen - fod_hoejde(ark) - luft - self._top

    def maal(self, stykker: list[Stykke]) -> float:
        """How high the pieces are in one column."""
        return Flow(self._kladde, stykker, self._bredde).samlet_hoejde

    def fordel(self, stykker: list[Stykke]) -> _Fordelt:
        """Share the pieces out among pages."""
        flow = Flow(self._kladde, stykker, self._bredde)
        rum = [*[self.hoejde - self._hoved] * self._spalter, self.hoejde]
        return _Fordelt(flow, flow.fordel(rum), self._spalter)

    def placer(self, ark: Ark, fordelt: _Fordelt, sider: range, *, ny_side: bool = True) -> None:
        """Place these pages: on new ones, or with `ny_side` off from the present one on."""
        papir, hus = ark.papir, self.grundlag.hus
        for side in sider:
            if self.grundlag.feedback.isCanceled():
                raise Afbrudt
            if ny_side or side != sider.start:
                ark.ny_side()
            ark.felt("baand", 0, 0, papir.bredde, papir.margen * 0.5, farve=hus.farve)
            ark.tekst("kolumnetitel", self._titel, papir.margen, papir.margen * 0.5 + self._mellem / 2.4, papir.indre_bredde, Skrift.SMAA, farve=SVAG)  # fmt: skip
            if not side and self._overskrift:
                ark.tekst("overskrift", self._overskrift, papir.margen, self._top, papir.indre_bredde, Skrift.TITEL, farve=hus.farve_paa_hvid)  # fmt: skip
            top = self._top + (0 if side else self._hoved)
            spalter = fordelt.spalter[side * self._spalter : (side + 1) * self._spalter]
            for plads, spalte in enumerate(spalter):
                x = papir.margen + plads * (self._bredde + self._mellem)
                fordelt.flow.placer(spalte, x, top, ark)


def _poster(sider: _Sider, poster: list[_Post]) -> tuple[list[Stykke], dict[str, int]]:
    """The entries as pieces, and the number of the piece that each begins with."""
    stykker: list[Stykke] = []
    begynder: dict[str, int] = {}
    by = ""
    for post in poster:
        grundlag = sider.grundlag
        if grundlag.feedback.isCanceled():
            raise Afbrudt
        hus = grundlag.hus
        byskilt = Stykke(partial(_byskilt, hus.farve_paa_hvid, post.by), _BY_LUFT, foelges=True)  # fmt: skip
        foerst = post.by != by
        egne = _post(grundlag, post.sted, hel=True, foerst=foerst)
        if sider.maal([byskilt, *egne]) > sider.hoejde:
            egne = _post(grundlag, post.sted, hel=False, foerst=foerst)
        if foerst:
            by = post.by
            stykker.append(byskilt)
        begynder[post.sted.id] = len(stykker)
        stykker += egne
    return stykker, begynder


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


def _byskilt(farve: str, by: str, spalte: Spalte) -> None:
    spalte.boks("by", lambda indre: indre.tekst("by", by, Skrift.OVERSKRIFT, farve=farve))


# An entry -----------------------------------------------------------------------------------------------


def _post(grundlag: Grundlag, sted: Sted, *, hel: bool, foerst: bool) -> list[Stykke]:
    """An entry in one piece; or, where it is higher than a page, one that is parted."""
    tegn, tegnfarve = sted.formtegn
    luft = _DEL_LUFT if foerst else _POST_LUFT
    gjort, kraevet = _gjort(grundlag, sted), _kraevet(sted)

    def hoved(spalte: Spalte) -> None:
        if not foerst:
            spalte.streg("post: streg")
        spalte.tegnet("mødested", tegn, sted.navn, sted.adresse, _TEGN_MM, farve=tegnfarve, skrift=Skrift.OVERSKRIFT)  # fmt: skip
        spalte.luft(_DEL_LUFT)

    def hele(spalte: Spalte) -> None:
        hoved(spalte)
        venstre = spalte.del_(0, spalte.bredde * _VENSTRE_DEL)
        hoejre = spalte.del_(spalte.bredde * (1 - _HOEJRE_DEL), spalte.bredde * _HOEJRE_DEL)
        skriv(venstre, gjort)
        skriv(hoejre, kraevet)
        spalte.y = max(venstre.y, hoejre.y)

    if hel:
        return [Stykke(hele, luft)]
    return [Stykke(hoved, luft, foelges=True), *gjort, *kraevet]


def _gjort(grundlag: Grundlag, sted: Sted) -> list[Stykke]:
    farve = grundlag.hus.farve_paa_hvid
    aktiviteter = sted.aktiviteter
    vist = aktiviteter if len(aktiviteter) <= _AKTIVITETER + 1 else aktiviteter[:_AKTIVITETER]
    ud = tekststykker("beskrivelse", sted.kort_tekst or sted.lang_tekst, luft=_DEL_LUFT)
    ud += [Stykke(partial(_aktivitet, grundlag, sted, et, farve), _DEL_LUFT) for et in vist]
    if len(vist) < len(aktiviteter):
        mere = f"… og {len(aktiviteter) - len(vist)} mere på kommunens hjemmeside"
        ud.append(Stykke(partial(_tekst, "flere aktiviteter", mere, Skrift.BROED), _DEL_LUFT))
    return ud


def _kraevet(sted: Sted) -> list[Stykke]:
    return _oplysninger(
        ("For hvem", sted.for_hvem),
        ("Formål", sted.opremset("formaal_tekst")),
        ("Åbent", sted.tekst("aabningstid")),
        ("Det kræver", ", ".join(ord_ for _, ord_ in sted.faciliteter)),
        ("Pris", sted.pris),
        ("Adgang", sted.tekst("adgang_tekst")),
        ("Ansvarlig", sted.tekst("organisation")),
        ("Sammen med", sted.opremset("medvirkende")),
        ("Spørg", "\n".join(et for et in (sted.telefon, sted.kontakt) if et)),
    )


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
