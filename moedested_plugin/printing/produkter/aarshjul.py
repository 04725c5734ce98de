# SPDX-License-Identifier: GPL-2.0-or-later
"""`aarshjul`: the annual wheel of the activities, with the list of them, a calendar (ICS) and a table (CSV) beside.

On A3 the wheel has the list beside it, by type. On A4 the wheel comes first where its lanes can be told at 7 points,
with a key to the types, and the list follows month by month; else there is the list alone, and it is said. Asks
(`valg`): `aar` (the coming year from October on, before that the present), `titel`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtGui import QFont, QFontMetricsF

from moedested_plugin.i18n import tr
from moedested_plugin.printing.aarshjul_filer import skriv_filer
from moedested_plugin.printing.aarshjul_liste import efter_maaned, efter_slags, noegle
from moedested_plugin.printing.aktivitet import aktiviteter, offentlige_raekker
from moedested_plugin.printing.ark import Ark
from moedested_plugin.printing.bestilling import UdskriftFejl
from moedested_plugin.printing.flyd import Afsnit, Kasse, flyd, jaevn_hoejde, spalter
from moedested_plugin.printing.hjul import Maal, tegn
from moedested_plugin.printing.hjul_baner import Bue, Maerke, Slags, baner, maerker, ordn
from moedested_plugin.printing.papir import A3
from moedested_plugin.printing.ramme import fod_hoejde, hoved, sidefod
from moedested_plugin.printing.stil import LUFT, skrifttype
from moedested_plugin.printing.udskriv import Blad

if TYPE_CHECKING:
    from moedested_plugin.printing.aktivitet import Aktivitet
    from moedested_plugin.printing.udskriv import Grundlag

#: From this month on the wheel is of the coming year.
_NAESTE_FRA = 10
_FOERSTE_AAR, _SIDSTE_AAR = 1990, 2200
_MM_PR_PUNKT = 25.4 / 72
#: Type on the wheel (points on an A4): as large as all lanes can be told one by one, and what it may shrink to.
_RUMMELIG, _MINDST = (9.0, 8.0), 7.0
#: The wheel at most takes this share of paper that lies, and of paper that stands (with only a key below).
_LIGGER, _STAAR, _STAAR_ALENE = 0.62, 0.66, 0.8
#: Type of the list beside the wheel (points), and width of its columns in sizes of type.
_LISTE, _LISTE_MINDST = (8.0, 7.2), (8.0, 7.5)
_SPALTE_TEGN, _MELLEM_MM = 15.5, 4.0
#: Type is measured large, and told in sizes of type.
_EM = 1000


@dataclass(frozen=True)
class _Valgt:
    """What is on the wheel."""

    titel: str
    aar: int
    slags: list[Slags]

    @property
    def antal(self) -> int:
        return sum(len(en.poster) for en in self.slags)


def blade(grundlag: Grundlag) -> Iterator[Blad]:
    """Give the wheel and its lists."""
    aar = _aar(grundlag)
    alle = _aktiviteter(grundlag)
    valgt = _Valgt(
        grundlag.bestilling.valg.get("titel", "").strip() or f"Årshjul {aar}",
        aar,
        ordn(alle, aar),
    )
    if grundlag.bestilling.noegler is not None and len(alle) > valgt.antal:
        grundlag.bemaerkninger.append(
            tr("{} af de valgte aktiviteter sker ikke i {}.").format(len(alle) - valgt.antal, aar)
        )

    def bilag(mappe: Path) -> list[Path]:
        return skriv_filer(grundlag, valgt.aar, valgt.slags, mappe)

    yield Blad(valgt.titel, lambda: _ark(grundlag, valgt), bilag)


def _aar(grundlag: Grundlag) -> int:
    tekst = grundlag.bestilling.valg.get("aar", "").strip()
    if not tekst:
        return grundlag.i_dag.year + (grundlag.i_dag.month >= _NAESTE_FRA)
    if not tekst.isdecimal() or not _FOERSTE_AAR <= int(tekst) <= _SIDSTE_AAR:
        raise UdskriftFejl(tr("Året {} kan ikke bruges. Skriv et årstal som 2027.").format(tekst))
    return int(tekst)


def _aktiviteter(grundlag: Grundlag) -> list[Aktivitet]:
    """Those of the order; none at all makes an empty wheel, a choice that holds none is refused."""
    raekker = offentlige_raekker(grundlag.stof)
    if raekker or grundlag.bestilling.noegler is not None:
        raekker = grundlag.valgte(raekker, "aktivitet_id")
    return aktiviteter(grundlag.stof, raekker)


# Pages ------------------------------------------------------------------------------------------------------


def _ark(grundlag: Grundlag, valgt: _Valgt) -> Ark:
    ark = Ark(grundlag.project, valgt.titel, grundlag.bestilling.papir)
    if not valgt.antal:
        grundlag.bemaerkninger.append(
            tr("Der er ingen aktiviteter i {} på de mødesteder, der er synlige for alle.").format(valgt.aar)
        )  # fmt: skip
    kasse = _ny(grundlag, ark, valgt)
    ved_siden = ark.papir.bredde * ark.papir.hoejde >= A3.bredde * A3.hoejde
    rest = _med_hjul(ark, valgt, kasse, ved_siden=ved_siden)
    if rest is None:
        grundlag.bemaerkninger.append(
            tr("Der er for mange slags aktiviteter til et læseligt hjul på {}. Listen er lavet uden hjul. Vælg større papir eller færre aktiviteter.").format(ark.papir.navn)
        )  # fmt: skip
        rest = _flyd(ark, efter_maaned(valgt.slags, valgt.aar), kasse)
    while rest:
        ark.ny_side()
        rest = _flyd(ark, rest, _ny(grundlag, ark, valgt))
    for side in range(antal := ark.sider):
        ark.gaa_til(side)
        sidefod(grundlag, ark, side + 1, antal)
    return ark


def _ny(grundlag: Grundlag, ark: Ark, valgt: _Valgt) -> Kasse:
    """Head the present page, and give the room below."""
    papir, skala = ark.papir, ark.papir.skala
    y = hoved(grundlag, ark, valgt.titel, f"Aktiviteter på mødesteder i {grundlag.hus.kommune}")
    bund = papir.hoejde - papir.margen - fod_hoejde(ark) - LUFT * skala
    return Kasse(papir.margen, y, papir.indre_bredde, bund - y)


def _flyd(ark: Ark, afsnit: list[Afsnit], kasse: Kasse, stoerrelse: float | None = None) -> list[Afsnit]:  # fmt: skip
    """Place what the page takes; what ends here stands in columns of equal height."""
    kasser = _spalter(ark, kasse, stoerrelse)
    jaevn = jaevn_hoejde(ark, afsnit, kasser[0].bredde, len(kasser))
    if jaevn < kasse.hoejde:
        kasser = [replace(et, hoejde=jaevn) for et in kasser]
    return flyd(ark, "liste", afsnit, kasser)


def _spalter(ark: Ark, kasse: Kasse, stoerrelse: float | None = None) -> list[Kasse]:
    punkt = stoerrelse or _LISTE[0] * ark.papir.skala
    mellem = _MELLEM_MM * ark.papir.skala
    antal = int((kasse.bredde + mellem) / (_SPALTE_TEGN * punkt * _MM_PR_PUNKT + mellem))
    return list(spalter(kasse, max(1, antal), mellem))


def _med_hjul(ark: Ark, valgt: _Valgt, kasse: Kasse, *, ved_siden: bool) -> list[Afsnit] | None:  # fmt: skip
    """Place the wheel and what goes beside it, and give what is left; None where the wheel cannot be read."""
    afstand = LUFT * ark.papir.skala * 2
    if ark.papir.ligger:
        side = min(kasse.hoejde, kasse.bredde * _LIGGER)
        rest = Kasse(kasse.x + side + afstand, kasse.y, kasse.bredde - side - afstand, kasse.hoejde)
        x = kasse.x
    else:
        side = min(kasse.bredde, kasse.hoejde * (_STAAR if ved_siden else _STAAR_ALENE))
        y = kasse.y + side + afstand
        rest = Kasse(kasse.x, y, kasse.bredde, kasse.y + kasse.hoejde - y)
        x = kasse.x + (kasse.bredde - side) / 2
    hjul = _hjul(ark, valgt, side / 2)
    if hjul is None:
        return None
    antal = "1 aktivitet" if valgt.antal == 1 else f"{valgt.antal} aktiviteter"
    alt = f"Hjul over året {valgt.aar} med {antal}. Alt, hvad der står på det, står i listen."
    ark.svg("hjul", hjul, x, kasse.y, side, side, alt=alt)
    if not valgt.antal:
        tom = f"Der er endnu ingen aktiviteter i {valgt.aar}."
        return flyd(ark, "liste", [Afsnit(tom)], [rest])
    if not ved_siden:
        flyd(ark, "nøgle", noegle(valgt.slags), _spalter(ark, rest))
        return efter_maaned(valgt.slags, valgt.aar)
    for punkt in (*(nr * ark.papir.skala for nr in _LISTE), *_LISTE_MINDST):
        afsnit = efter_slags(valgt.slags, valgt.aar, punkt)
        kasser = _spalter(ark, rest, punkt)
        if jaevn_hoejde(ark, afsnit, kasser[0].bredde, len(kasser)) <= rest.hoejde:
            return flyd(ark, "liste", afsnit, kasser)
    # it goes on over the page, so it need not be small
    punkt = _LISTE[-1] * ark.papir.skala
    return _flyd(ark, efter_slags(valgt.slags, valgt.aar, punkt), rest, punkt)


# The wheel --------------------------------------------------------------------------------------------------


def _hjul(ark: Ark, valgt: _Valgt, radius: float) -> str | None:
    """The wheel with the largest type at which all of it can be told; None where that is too small."""
    prikker = maerker(valgt.slags)
    skala = ark.papir.skala
    for punkt in (*_RUMMELIG, _MINDST):
        maal = _maal(radius, punkt * skala)
        lagt = _lagt(valgt.slags, maal, prikker)
        if lagt is not None and (punkt == _MINDST or _hver_sin(lagt, valgt.slags)):
            return tegn(valgt.aar, lagt, prikker, maal)
    maal = _maal(radius, _MINDST)
    lagt = _lagt(valgt.slags, maal, prikker)
    return None if lagt is None else tegn(valgt.aar, lagt, prikker, maal)


def _lagt(slags: list[Slags], maal: Maal, prikker: list[Maerke]) -> list[list[Bue]] | None:
    return None if len(prikker) > maal.maerker(prikker) else baner(slags, maal.baner(prikker))


def _hver_sin(lagt: list[list[Bue]], slags: list[Slags]) -> bool:
    """Whether every activity has an arc of its own."""
    buer = {bue.koder for bane in lagt for bue in bane}
    return buer == {post.kode for en in slags for post in en.poster if not post.er_dage}


def _maal(radius: float, punkt: float) -> Maal:
    font = QFont(skrifttype())
    font.setPixelSize(_EM)
    font.setBold(True)
    maaler = QFontMetricsF(font)
    return Maal(
        radius,
        punkt * _MM_PR_PUNKT,
        lambda tekst: maaler.horizontalAdvance(tekst) / _EM,
        skrifttype(),
    )
