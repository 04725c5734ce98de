# SPDX-License-Identifier: GPL-2.0-or-later
"""`skilt`: a sign for each marker and each Mødestedskit; a moedested that has none gets one without a number.

Asks (`valg`): `pr_ark` (1, 2, 4 or 8 signs on a sheet), `skaeremaerker` (ja or nej; ja where there are several),
`til` (markoer or kit; both where it is empty).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt

from moedested_plugin.domain.moedesteder import MARKOER
from moedested_plugin.i18n import tr
from moedested_plugin.printing.ark import HOEJRE, Ark
from moedested_plugin.printing.bestilling import UdskriftFejl
from moedested_plugin.printing.qr import adresse, moensterfejl, qr_svg
from moedested_plugin.printing.sted import Sted
from moedested_plugin.printing.stil import SVAG, TEKST, Skrift
from moedested_plugin.printing.udskriv import Blad

if TYPE_CHECKING:
    from moedested_plugin.printing.papir import Papir
    from moedested_plugin.printing.udskriv import Grundlag

#: Columns and rows on paper that stands, by how many signs there are; lying paper turns them.
_GITTER = {1: (1, 1), 2: (1, 2), 4: (2, 2), 8: (2, 4)}
_STANDARD_GITTER = "1"
#: Capitals are 10 mm high at this size (points): what is read at 3 metres.
LAESES_PAA_3_M = 40.0
_NAVN_MINDST, _NAVN_STOERST = 9.0, 120.0
#: Parts of a sign in hundredths of its shorter side.
_LUFT, _BAAND, _TEGN, _FOD, _QR, _LINJE = 6.0, 21.0, 15.0, 9.0, 42.0, 6.5
#: Outdoors a code becomes dirty and scratched: a quarter of it may be lost.
_FEJLRETNING = "Q"
#: Length and width of a cut mark, and its distance from the sign (mm).
_MAERKE_MM, _MAERKE_TYKKELSE, _MAERKE_AFSTAND = 5.0, 0.2, 2.0
_MM_PR_PUNKT = 25.4 / 72
#: How much of a row's height and width its text may take.
_AF_RAEKKEN, _AF_BREDDEN = 0.62, 0.97


@dataclass(frozen=True)
class _Skilt:
    """One sign: of which place, and the number of the marker or kit, '' for none."""

    sted: Sted
    nummer: str


@dataclass(frozen=True)
class _Felt:
    """Where a sign stands (mm)."""

    x: float
    y: float
    bredde: float
    hoejde: float

    @property
    def enhed(self) -> float:
        """A hundredth of the shorter side."""
        return min(self.bredde, self.hoejde) / 100


def blade(grundlag: Grundlag) -> Iterator[Blad]:
    """Give the sheets; raises `UdskriftFejl` where there is no permanent address for the codes."""
    fejl = moensterfejl(grundlag.hus.adresse)
    if fejl:
        raise UdskriftFejl(
            tr(
                "Skilte har en QR-kode og skal derfor have en fast adresse. Skriv den under Indstillinger › Mødested › Udskrift. {}"
            ).format(fejl)
        )
    felter, maerker = _felter(grundlag)
    skilte = list(_skilte(grundlag))
    if not skilte:
        raise UdskriftFejl(
            tr("Ingen af de valgte mødesteder har det udstyr, der skal skilt på. Vælg noget andet.")
        )
    for fra in range(0, len(skilte), len(felter)):
        paa_arket = skilte[fra : fra + len(felter)]
        yield Blad(_navn(paa_arket), partial(_ark, grundlag, paa_arket, felter, maerker))


def _navn(skilte: list[_Skilt]) -> str:
    navne = [" ".join(et for et in (skilt.sted.navn, skilt.nummer) if et) for skilt in skilte]
    return navne[0] if len(navne) == 1 else f"{navne[0]} – {navne[-1]}"


def _skilte(grundlag: Grundlag) -> Iterator[_Skilt]:
    til = grundlag.bestilling.valg.get("til", "").strip().lower()
    if til not in ("", "markoer", "kit"):
        raise UdskriftFejl(tr("Skilte laves til markoer eller kit. Lad feltet stå tomt for begge."))
    for raekke in grundlag.valgte(grundlag.stof.moedesteder, "moedested_id"):
        sted = Sted(grundlag, raekke)
        numre = grundlag.stof.skiltenumre.get(sted.id, [])
        if til:
            numre = [et for et in numre if (et[0] == MARKOER) == (til == "markoer")]
        elif not numre:
            yield _Skilt(sted, "")
        for _, nummer in numre:
            yield _Skilt(sted, nummer)


# The sheet ----------------------------------------------------------------------------------------------


def _felter(grundlag: Grundlag) -> tuple[list[_Felt], bool]:
    """Where the signs stand on the paper, and whether they have cut marks."""
    valg, papir = grundlag.bestilling.valg, grundlag.bestilling.papir
    tekst = valg.get("pr_ark", "").strip() or _STANDARD_GITTER
    if not tekst.isdigit() or int(tekst) not in _GITTER:
        raise UdskriftFejl(
            tr("Der kan ikke stå {} skilte på et ark. Vælg {}.").format(
                tekst, ", ".join(map(str, _GITTER))
            )
        )
    antal = int(tekst)
    maerker = valg.get("skaeremaerker", "").strip().lower() or ("nej" if antal == 1 else "ja")
    if maerker not in ("ja", "nej"):
        raise UdskriftFejl(tr("Skæremærker er ja eller nej."))
    return _gitter(papir, antal, papir.margen if maerker == "ja" else 0.0), maerker == "ja"


def _gitter(papir: Papir, antal: int, margen: float) -> list[_Felt]:
    spalter, raekker = _GITTER[antal]
    if papir.ligger:
        spalter, raekker = raekker, spalter
    bredde = (papir.bredde - 2 * margen) / spalter
    hoejde = (papir.hoejde - 2 * margen) / raekker
    return [
        _Felt(margen + spalte * bredde, margen + raekke * hoejde, bredde, hoejde)
        for raekke in range(raekker)
        for spalte in range(spalter)
    ]


def _ark(grundlag: Grundlag, skilte: list[_Skilt], felter: list[_Felt], maerker: bool) -> Ark:
    ark = Ark(grundlag.project, _navn(skilte), grundlag.bestilling.papir)
    for skilt, felt in zip(skilte, felter):
        _placer(grundlag, ark, skilt, felt)
    if maerker:
        _skaeremaerker(ark, felter)
    return ark


def _skaeremaerker(ark: Ark, felter: list[_Felt]) -> None:
    lodrette = {et.x for et in felter} | {et.x + et.bredde for et in felter}
    vandrette = {et.y for et in felter} | {et.y + et.hoejde for et in felter}
    venstre, hoejre, top, bund = min(lodrette), max(lodrette), min(vandrette), max(vandrette)
    halv, ud = _MAERKE_TYKKELSE / 2, _MAERKE_AFSTAND + _MAERKE_MM
    for x in sorted(lodrette):
        for y in (top - ud, bund + _MAERKE_AFSTAND):
            ark.felt("skæremærke", x - halv, y, _MAERKE_TYKKELSE, _MAERKE_MM, farve=TEKST)
    for y in sorted(vandrette):
        for x in (venstre - ud, hoejre + _MAERKE_AFSTAND):
            ark.felt("skæremærke", x, y - halv, _MAERKE_MM, _MAERKE_TYKKELSE, farve=TEKST)


# The sign -----------------------------------------------------------------------------------------------


def _placer(grundlag: Grundlag, ark: Ark, skilt: _Skilt, felt: _Felt) -> None:
    hus, sted, enhed = grundlag.hus, skilt.sted, felt.enhed
    luft = _LUFT * enhed
    venstre, indre = felt.x + luft, felt.bredde - 2 * luft
    baand = _BAAND * enhed
    ark.felt("skilt: bånd", felt.x, felt.y, felt.bredde, baand, farve=hus.farve)
    tegn = _TEGN * enhed
    ark.tegning(
        "skilt: tegn", sted.formtegn[0], venstre, felt.y + (baand - tegn) / 2, tegn,
        farve=hus.farve_tekst, kant=hus.farve,
    )  # fmt: skip
    x = venstre + tegn + luft / 2
    _linje(ark, "skilt: art", sted.ord("Mødested"), x, felt.y, venstre + indre - x, baand, 9.5 * enhed, farve=hus.farve_tekst)  # fmt: skip
    bund = felt.y + felt.hoejde - luft / 2
    fod = _FOD * enhed
    ark.streg("skilt: streg", venstre, bund - fod, indre)
    nummer_bredde = min(
        ark.tekst_bredde(skilt.nummer, Skrift.TITEL, 5.2 * enhed / _MM_PR_PUNKT) * 1.1, indre / 2
    )
    logo = 0.0
    if hus.logo_sti:
        logo = 2.4 * fod
        ark.logo(hus.logo_sti, hus.logo_art, venstre, bund - fod * 0.85, logo - luft / 2, fod * 0.7)
    _linje(ark, "skilt: kommune", hus.kommune, venstre + logo, bund - fod, indre - nummer_bredde - logo, fod, 4.2 * enhed, farve=SVAG)  # fmt: skip
    _linje(ark, "skilt: nummer", skilt.nummer, venstre + indre - nummer_bredde, bund - fod, nummer_bredde, fod, 5.2 * enhed, vandret=HOEJRE)  # fmt: skip
    kode = qr_svg(adresse(hus.adresse, sted.id), fejlretning=_FEJLRETNING)
    midte = _Felt(venstre, felt.y + baand + luft, indre, bund - fod - felt.y - baand - 1.5 * luft)
    ligger = felt.bredde > felt.hoejde
    punkt = (_ved_siden if ligger else _over)(ark, sted, midte, enhed, kode)
    advarsel = tr(
        "Navnet kan ikke læses på 3 meters afstand på alle skilte. Vælg et større papir eller færre skilte på arket."
    )
    if punkt < LAESES_PAA_3_M and advarsel not in grundlag.bemaerkninger:
        grundlag.bemaerkninger.append(advarsel)


def _over(ark: Ark, sted: Sted, felt: _Felt, enhed: float, kode: str) -> float:
    """On a sign that stands: the name above, the code below with what to do beside it. Gives the size of the name."""
    side = _QR * enhed
    top = felt.y + felt.hoejde - side
    punkt = _stort(ark, sted, felt.x, felt.y, felt.bredde, top - felt.y - _LUFT * enhed)
    _kode(ark, sted, kode, felt.x + felt.bredde - side, top, side)
    _handling(ark, sted, felt.x, top, felt.bredde - side - _LUFT * enhed, side, enhed)
    return punkt


def _ved_siden(ark: Ark, sted: Sted, felt: _Felt, enhed: float, kode: str) -> float:
    """On a sign that lies: the name at the left, the code at the right with what to do under the name."""
    side = min(_QR * enhed, felt.hoejde)
    venstre = felt.bredde - side - _LUFT * enhed
    handling = 2.6 * _LINJE * enhed
    punkt = _stort(ark, sted, felt.x, felt.y, venstre, felt.hoejde - handling)
    _kode(ark, sted, kode, felt.x + felt.bredde - side, felt.y + (felt.hoejde - side) / 2, side)  # fmt: skip
    _handling(ark, sted, felt.x, felt.y + felt.hoejde - handling, venstre, handling, enhed)
    return punkt


def _kode(ark: Ark, sted: Sted, kode: str, x: float, y: float, side: float) -> None:
    ark.svg("QR-kode", kode, x, y, side, side, alt=sted.ord("QR-kode til {}").format(sted.navn))


def _stort(ark: Ark, sted: Sted, x: float, y: float, bredde: float, hoejde: float) -> float:
    """Place the name as large as it can be, and give its size in points."""
    punkt = ark.passende(sted.navn, bredde, hoejde, Skrift.SKILT, _NAVN_MINDST, _NAVN_STOERST)
    if ark.tekst_hoejde(sted.navn, bredde, Skrift.SKILT, punkt) > hoejde:
        raise UdskriftFejl(
            tr("{} er for langt et navn til så lille et skilt. Vælg færre skilte på arket.").format(
                sted.navn
            )
        )
    ark.tekst(
        "skilt: navn", sted.navn, x, y, bredde, Skrift.SKILT, stoerrelse=punkt, hoejde=hoejde,
        lodret=Qt.AlignmentFlag.AlignVCenter,
    )  # fmt: skip
    return punkt


def _handling(
    ark: Ark, sted: Sted, x: float, y: float, bredde: float, hoejde: float, enhed: float
) -> None:
    """Place what to do: scan, or ring."""
    tekst = sted.ord("Scan koden, og se, hvad der sker her.")
    ring = 1.5 * _LINJE * enhed if sted.telefon else 0.0
    stoerst = 5.0 * enhed / _MM_PR_PUNKT
    punkt = ark.passende(tekst, bredde, hoejde - ring, Skrift.BROED, 7, stoerst)
    ark.tekst(
        "skilt: scan", tekst, x, y, bredde, Skrift.BROED, stoerrelse=punkt, hoejde=hoejde - ring,
        lodret=Qt.AlignmentFlag.AlignBottom,
    )  # fmt: skip
    # the number stands on one line, whatever the width
    _linje(ark, "skilt: ring", sted.ord("Ring {}").format(sted.telefon) if ring else "", x, y + hoejde - ring, bredde, ring, _LINJE * enhed)  # fmt: skip


def _linje(
    ark: Ark,
    navn: str,
    tekst: str,
    x: float,
    y: float,
    bredde: float,
    hoejde: float,
    stoerst_mm: float,
    *,
    farve: str = TEKST,
    vandret: Qt.AlignmentFlag | None = None,
) -> None:
    """Place text on one line in the middle of a row, as large as it can be up to `stoerst_mm`."""
    punkt = min(stoerst_mm, hoejde * _AF_RAEKKEN) / _MM_PR_PUNKT
    fylder = ark.tekst_bredde(tekst, Skrift.TITEL, punkt)
    if fylder > bredde * _AF_BREDDEN:
        punkt *= bredde * _AF_BREDDEN / fylder
    ark.tekst(
        navn, tekst, x, y, bredde, Skrift.TITEL, farve=farve, stoerrelse=punkt, hoejde=hoejde,
        vandret=vandret or Qt.AlignmentFlag.AlignLeft, lodret=Qt.AlignmentFlag.AlignVCenter,
    )  # fmt: skip
