# SPDX-License-Identifier: GPL-2.0-or-later
"""`kortbilag`: the map as it stands on the screen, as an enclosure to a case. The daily print.

Unlike the products for the public it shows the project's layers as they are, drafts and all. Asks (`valg`): `titel`,
`sagsnr`, `forfatter`, `note`, `maalestok` (1000 … 100000, '' to fit), `forklaring` ('nej' for none).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import QgsMapLayer, QgsRectangle, QgsVectorLayer

from moedested_plugin.domain.hvornaar import dag
from moedested_plugin.i18n import tr
from moedested_plugin.printing.ark import Ark
from moedested_plugin.printing.bestilling import UdskriftFejl
from moedested_plugin.printing.forklaring import placer_forklaring
from moedested_plugin.printing.kilder import kildelinje, uden_kilde, ukendt
from moedested_plugin.printing.kort import placer_kort
from moedested_plugin.printing.lag import taendte
from moedested_plugin.printing.ramme import fod_hoejde, hoved, sidefod
from moedested_plugin.printing.stil import LUFT
from moedested_plugin.printing.udskriv import Blad

if TYPE_CHECKING:
    from moedested_plugin.printing.udskriv import Grundlag

#: Scales that can be chosen.
MAALESTOKKE = (1_000, 2_000, 2_500, 5_000, 10_000, 15_000, 25_000, 50_000, 75_000, 100_000)
_FORKLARING_MM = 52.0


def blade(grundlag: Grundlag) -> Iterator[Blad]:
    """Give the one page."""
    titel = grundlag.bestilling.valg.get("titel", "").strip() or "Kortbilag"
    yield Blad(titel, lambda: _ark(grundlag, titel))


def synlige_lag(grundlag: Grundlag) -> list[QgsMapLayer]:
    """The layers that are switched on, uppermost first."""
    taendt = taendte(grundlag.project)
    return [
        layer
        for layer in grundlag.project.layerTreeRoot().layerOrder()
        if layer.id() in taendt
        and layer.isValid()
        and (not isinstance(layer, QgsVectorLayer) or layer.isSpatial())
    ]


def _ark(grundlag: Grundlag, titel: str) -> Ark:
    bestilling = grundlag.bestilling
    ark = Ark(grundlag.project, titel, bestilling.papir)
    papir, skala = ark.papir, ark.papir.skala
    lag = synlige_lag(grundlag)
    if not lag:
        raise UdskriftFejl(tr("Intet lag er tændt. Tænd det, der skal på kortet."))
    grundlag.bemaerkninger += [ukendt(navn) for navn in uden_kilde(lag)]
    top = hoved(grundlag, ark, titel, _under(grundlag))
    bund = papir.hoejde - papir.margen - fod_hoejde(ark) - LUFT * skala
    bredde = papir.indre_bredde
    viser = bestilling.valg.get("forklaring", "") != "nej"
    # beside the map on paper that lies, below it on paper that stands
    siden = _FORKLARING_MM * skala if viser and papir.ligger else 0.0
    under = min(_FORKLARING_MM * skala, (bund - top) * 0.28) if viser and not papir.ligger else 0.0
    kort = placer_kort(
        ark, "kort", papir.margen, top, bredde - siden, bund - top - under, lag,
        bestilling.udsnit or _hele(grundlag), kildelinje(lag, grundlag.hus),
        maalestok=_maalestok(grundlag), alt=f"Kort: {titel}",
    )  # fmt: skip
    if viser:
        afstand = LUFT * skala
        if siden:
            placer_forklaring(
                ark,
                kort,
                lag,
                papir.margen + bredde - siden + afstand,
                top,
                siden - afstand,
                bund - top,
            )
        else:
            placer_forklaring(
                ark,
                kort,
                lag,
                papir.margen,
                bund - under + afstand / 2,
                bredde,
                under - afstand / 2,
            )
    sidefod(grundlag, ark)
    return ark


def _under(grundlag: Grundlag) -> str:
    valg = grundlag.bestilling.valg
    led = [
        f"Sag {valg['sagsnr'].strip()}" if valg.get("sagsnr", "").strip() else "",
        valg.get("forfatter", "").strip(),
        dag(grundlag.i_dag),
    ]
    linjer = [" · ".join(et for et in led if et), valg.get("note", "").strip()]
    return "\n".join(linje for linje in linjer if linje)


def _maalestok(grundlag: Grundlag) -> float | None:
    tekst = (
        grundlag.bestilling.valg.get("maalestok", "").strip().replace(".", "").removeprefix("1:")
    )
    if not tekst:
        return None
    if not tekst.isdigit() or not MAALESTOKKE[0] <= int(tekst) <= MAALESTOKKE[-1]:
        raise UdskriftFejl(
            tr("Målestokken {} kan ikke bruges. Skriv et tal fra 1.000 til 100.000.").format(tekst)
        )
    return float(tekst)


def _hele(grundlag: Grundlag) -> QgsRectangle:
    """What the project opens on."""
    return QgsRectangle(grundlag.project.viewSettings().defaultViewExtent())
