# SPDX-License-Identifier: GPL-2.0-or-later
"""`plakat`: a poster on A2: a map on the front, on the back free text and all moedesteder by town.

Asks (`valg`): `titel`, `undertitel`, `tekst` (blocks with an empty line between them; a line that begins with `#` is a
heading), `fliser` (`A4` or `A3`, to print it on small paper; see `fliser`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from moedested_plugin.printing.ark import Ark
from moedested_plugin.printing.flyd import Afsnit, Kasse, flyd, jaevn_hoejde, rest_af, spalter
from moedested_plugin.printing.forklaring import placer_forklaring
from moedested_plugin.printing.kilder import kildelinje
from moedested_plugin.printing.kort import omkring, placer_kort
from moedested_plugin.printing.lag import navngiv
from moedested_plugin.printing.ramme import baand, fod_hoejde, sidefod
from moedested_plugin.printing.stil import LUFT, Skrift
from moedested_plugin.printing.udskriv import Blad
from moedested_plugin.project.kommuner import dansk_orden

if TYPE_CHECKING:
    from moedested_plugin.printing.stof import Raekke
    from moedested_plugin.printing.udskriv import Grundlag

#: Width of a column of text, and between columns; height of the legend on paper that stands (mm on an A4).
_SPALTE_MM, _MELLEM_MM, _FORKLARING_MM = 52.0, 6.0, 34.0
_SIDEN_MM = 52.0
#: How much of a moedested is said, from most to least: what fits is chosen.
_ALT, _KORT, _NAVN = range(3)
_UDELADT = "… og {} mere. Ring til kommunen, og hør om dem."


def blade(grundlag: Grundlag) -> Iterator[Blad]:
    """Give the poster: two pages."""
    valg = grundlag.bestilling.valg
    titel = valg.get("titel", "").strip() or f"Mødesteder i {grundlag.hus.kommune}"
    valgte = grundlag.valgte(grundlag.stof.moedesteder, "moedested_id")
    yield Blad(titel, lambda: _ark(grundlag, titel, valgte))


def _ark(grundlag: Grundlag, titel: str, valgte: list[Raekke]) -> Ark:
    ark = Ark(grundlag.project, titel, grundlag.bestilling.papir)
    _forside(grundlag, ark, titel, valgte)
    sidefod(grundlag, ark, 1, 2)
    ark.ny_side()
    _bagside(grundlag, ark, titel, valgte)
    sidefod(grundlag, ark, 2, 2)
    return ark


def _forside(grundlag: Grundlag, ark: Ark, titel: str, valgte: list[Raekke]) -> None:
    papir, skala = ark.papir, ark.papir.skala
    under = grundlag.bestilling.valg.get("undertitel", "").strip()
    top = baand(grundlag, ark, titel, under or "Kom, som du er. Her er der nogen at mødes med.")
    bund = papir.hoejde - papir.margen - fod_hoejde(ark) - LUFT * skala
    afstand = LUFT * skala
    navngiv(grundlag.lag)
    siden = _SIDEN_MM * skala if papir.ligger else 0.0
    nede = 0.0 if papir.ligger else _FORKLARING_MM * skala
    kort = placer_kort(
        ark, "kort", papir.margen, top, papir.indre_bredde - siden, bund - top - nede, grundlag.lag,
        omkring(grundlag, valgte), kildelinje(grundlag.lag, grundlag.hus),
        alt=f"Kort med {len(valgte)} mødesteder. De står by for by på bagsiden.",
    )  # fmt: skip
    if siden:
        x = papir.margen + papir.indre_bredde - siden + afstand
        placer_forklaring(ark, kort, grundlag.lag, x, top, siden - afstand, bund - top)
    else:
        y = bund - nede + afstand
        placer_forklaring(ark, kort, grundlag.lag, papir.margen, y, papir.indre_bredde, bund - y)


def _bagside(grundlag: Grundlag, ark: Ark, titel: str, valgte: list[Raekke]) -> None:
    papir, skala = ark.papir, ark.papir.skala
    top = baand(grundlag, ark, titel)
    bund = papir.hoejde - papir.margen - fod_hoejde(ark) - LUFT * skala
    antal = max(1, int(papir.indre_bredde // ((_SPALTE_MM + _MELLEM_MM) * skala)))
    kasser = list(
        spalter(Kasse(papir.margen, top, papir.indre_bredde, bund - top), antal, _MELLEM_MM * skala)
    )
    egne = _egen_tekst(grundlag.bestilling.valg.get("tekst", ""))
    omfang = _ALT
    afsnit = [*egne, *_by_for_by(valgte, omfang)]
    while rest_af(ark, afsnit, kasser) and omfang < _NAVN:
        omfang += 1
        afsnit = [*egne, *_by_for_by(valgte, omfang)]
    if rest_af(ark, afsnit, kasser):
        afsnit = _saa_mange_der_er_plads_til(ark, afsnit, kasser)
    else:
        hoejde = jaevn_hoejde(ark, afsnit, kasser[0].bredde, antal)
        kasser = [replace(kasse, hoejde=min(hoejde, kasse.hoejde)) for kasse in kasser]
    flyd(ark, "mødesteder", afsnit, kasser)


def _saa_mange_der_er_plads_til(
    ark: Ark, afsnit: Sequence[Afsnit], kasser: Sequence[Kasse]
) -> list[Afsnit]:
    """Leave out the last ones, and say how many: nothing is cut in silence."""
    udeladt = 0
    ud = list(afsnit)
    while ud and rest_af(ark, [*ud, _mere(udeladt)], kasser):
        # as many as do not fit, and one more for the line that says so
        for _ in range(max(1, len(rest_af(ark, [*ud, _mere(udeladt)], kasser)))):
            udeladt += ud.pop().skrift is Skrift.FED
        while ud and ud[-1].foelges:
            udeladt += ud.pop().skrift is Skrift.FED
    return [*ud, _mere(udeladt)]


def _mere(antal: int) -> Afsnit:
    return Afsnit(_UDELADT.format(antal), Skrift.FED, luft=2.0)


def _egen_tekst(tekst: str) -> list[Afsnit]:
    ud: list[Afsnit] = []
    for blok in tekst.replace("\r\n", "\n").split("\n\n"):
        for nr, linje in enumerate(filter(None, (et.strip() for et in blok.split("\n")))):
            if linje.startswith("#"):
                overskrift = linje.lstrip("# ")
                ud.append(Afsnit(overskrift, Skrift.OVERSKRIFT, luft=4.0, foelges=True))
            else:
                ud.append(Afsnit(linje, Skrift.BROED, luft=0.0 if nr else 1.6))
    return ud


def _by_for_by(valgte: list[Raekke], omfang: int) -> list[Afsnit]:
    byer: dict[str, list[Raekke]] = {}
    for raekke in valgte:
        sted = str(raekke["by"] or "").strip() if raekke.get("geometri") is not None else None
        byer.setdefault("Uden fast sted" if sted is None else sted or "Andre steder", []).append(
            raekke
        )
    ud: list[Afsnit] = []
    sidst = {"Andre steder": 1, "Uden fast sted": 2}
    for by in sorted(byer, key=lambda by: (sidst.get(by, 0), dansk_orden(by))):
        ud.append(Afsnit(by, Skrift.OVERSKRIFT, luft=5.0, foelges=True))
        for raekke in byer[by]:
            ud += _moedested(raekke, omfang)
    return ud


def _moedested(raekke: Raekke, omfang: int) -> list[Afsnit]:
    telefon = str(raekke["telefon"] or raekke["organisation_kontakt_tlf"] or "").strip()
    ring = f"Telefon {telefon}" if telefon else ""
    if omfang == _NAVN:
        led = [str(raekke["navn"])]
        return [Afsnit(", ".join([*led, ring] if ring else led), Skrift.FED, luft=0.6)]
    linjer = [str(raekke["beskrivels"] or "")] if omfang == _ALT else []
    linjer += [str(raekke["sted"] or ""), str(raekke["aabningstid"] or ""), ring]
    krop = [linje.strip() for linje in linjer if linje.strip()]
    ud = [Afsnit(str(raekke["navn"]), Skrift.FED, luft=2.2, foelges=bool(krop))]
    return [*ud, *([Afsnit("\n".join(krop), Skrift.BROED)] if krop else [])]
