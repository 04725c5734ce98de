# SPDX-License-Identifier: GPL-2.0-or-later
"""Labels: what stands beside a sign, who gives way to whom, and from which scale.

Where an expression asks for the text of a code, `project.kodetekst` puts the texts in: QGIS draws in threads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsAbstractVectorLayerLabeling,
    QgsPalLayerSettings,
    QgsRuleBasedLabeling,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor, QFont

from moedested_plugin.domain.farve import HVID, SORT

from .offentligt import offentligt_udtryk
from .regler import LUKKET

#: QGIS takes the first that the machine has; a server often has only the second.
_FONTS = ["Open Sans", "DejaVu Sans", "Arial"]
_MAX_PRIORITY = 10


@dataclass(frozen=True)
class Etiket:
    """One kind of label (etiket): from 1:`til` and closer; a higher `plads` (0-10) wins where two would collide."""

    udtryk: str
    til: int
    plads: int
    punkt: float = 8.0
    fed: bool = False
    farve: str = SORT
    naar: str = ""


def _navn(felt: str) -> str:
    """Give the name, or the name of the type where there is none."""
    return f'coalesce(nullif(trim("navn"), \'\'), represent_value("{felt}"))'


def _lukket(navn: str) -> str:
    dato = "format_date({}, 'd. MMM yyyy', 'da')".format
    til, fra = dato('"lukket_til"'), dato('"lukket_fra"')
    return (
        f"{navn} || '\\n' || if(\"lukket_til\" IS NULL,"
        f" 'Lukket fra ' || {fra}, 'Lukket til og med ' || {til})"
    )


def _sted(felt: str, til: int, plads: int, *, lukket_til: int) -> tuple[Etiket, ...]:
    """Give the labels of a place: closed ones are said from further away."""
    navn = _navn(felt)
    return (
        Etiket(_lukket(navn), lukket_til, plads + 1, farve=ROED_TEKST, naar=LUKKET),
        Etiket(navn, til, plads, naar=f"NOT coalesce({LUKKET}, FALSE)"),
    )


#: Vermilion as text needs 4.5:1 on the halo.
ROED_TEKST = "#a84300"

_RUTE = _sted("rute_ty_k", 60_000, 3, lukket_til=60_000)
ETIKETTER: dict[str, tuple[Etiket, ...]] = {
    "moedested": (
        Etiket(
            '"navn" || CASE'
            " WHEN \"livscyklus_k\" = 1 THEN '\\n(idé)'"
            " WHEN \"livscyklus_k\" = 2 THEN '\\n(på vej)'"
            " WHEN \"livscyklus_k\" = 4 THEN '\\n(på pause)'"
            " WHEN \"livscyklus_k\" = 5 THEN '\\n(opløst)'"
            " ELSE '' END",
            150_000,
            _MAX_PRIORITY,
            punkt=9.5,
            fed=True,
        ),
    ),
    "facilitet": _sted("facil_ty_k", 8_000, 4, lukket_til=30_000),
    "baenk": _sted("facil_ty_k", 2_500, 1, lukket_til=8_000),
    "omraade": _sted("facil_ty_k", 12_000, 5, lukket_til=30_000),
    "udstyr": (Etiket('"udstyr_nr"', 6_000, 2),),
    "vandrerute": _RUTE,
    "cykelrute": _RUTE,
    "koererute": _RUTE,
    "andenrute": _RUTE,
    "straekning": (
        Etiket(
            'represent_value("forhindring_k")',
            6_000,
            3,
            farve=ROED_TEKST,
        ),
    ),
}
LANGS_LINJEN = frozenset({"vandrerute", "cykelrute", "koererute", "andenrute"})


def labeling(rolle: str, *, offentlig: bool = False) -> QgsAbstractVectorLayerLabeling | None:
    """Give the labels of a role, or None where it has none; `offentlig` for rows of a publication."""
    if rolle not in ETIKETTER:
        return None
    root = QgsRuleBasedLabeling.Rule(None)  # type: ignore[arg-type]  # the stubs forget that a root has none
    for label in ETIKETTER[rolle]:
        root.appendChild(
            QgsRuleBasedLabeling.Rule(
                _settings(label, rolle, offentlig=offentlig),
                minimumScale=label.til,
                filterExp=label.naar,
            )
        )
    return QgsRuleBasedLabeling(root)


def etikettekster(layer: QgsVectorLayer) -> Iterator[str]:
    """What each kind of label that the layer has says."""
    labels: QgsAbstractVectorLayerLabeling | None = layer.labeling()
    if labels is not None:
        for provider in labels.subProviders():
            yield labels.settings(provider).fieldName


def ret_etiketter(layer: QgsVectorLayer, ret: Callable[[QgsPalLayerSettings], None]) -> None:
    """Change each kind of label that the layer has."""
    if layer.labeling() is None:
        return
    nyt = layer.labeling().clone()
    for provider in nyt.subProviders():
        valg = QgsPalLayerSettings(nyt.settings(provider))
        ret(valg)
        nyt.setSettings(valg, provider)
    layer.setLabeling(nyt)


def _settings(label: Etiket, rolle: str, *, offentlig: bool) -> QgsPalLayerSettings:
    settings = QgsPalLayerSettings()
    settings.fieldName = offentligt_udtryk(label.udtryk) if offentlig else label.udtryk
    settings.isExpression = True
    settings.setFormat(_format(label))
    settings.priority = label.plads
    settings.zIndex = label.plads
    obstacle = settings.obstacleSettings()
    obstacle.setIsObstacle(rolle not in LANGS_LINJEN and rolle != "omraade")
    # 0 may be covered, 2 never: a sign is avoided, that of a moedested most of all
    obstacle.setFactor(1 + label.plads / _MAX_PRIORITY)
    settings.setObstacleSettings(obstacle)
    if rolle in LANGS_LINJEN:
        settings.placement = Qgis.LabelPlacement.Line
        lines = settings.lineSettings()
        above = Qgis.LabelLinePlacementFlags(Qgis.LabelLinePlacementFlag.AboveLine)
        lines.setPlacementFlags(above | Qgis.LabelLinePlacementFlag.BelowLine)
        lines.setMergeLines(True)
        settings.setLineSettings(lines)
        settings.dist = 1.2
        settings.repeatDistance = 90
        settings.repeatDistanceUnit = Qgis.RenderUnit.Millimeters
    elif rolle in ("omraade", "straekning"):
        settings.placement = Qgis.LabelPlacement.AroundPoint
        settings.centroidInside = True
        settings.dist = 2.6
    else:
        settings.placement = Qgis.LabelPlacement.OrderedPositionsAroundPoint
        settings.offsetType = Qgis.LabelOffsetType.FromSymbolBounds
        settings.dist = 0.4
    settings.autoWrapLength = 0 if rolle in LANGS_LINJEN else 32
    return settings


def _format(label: Etiket) -> QgsTextFormat:
    text = QgsTextFormat()
    font = QFont(_FONTS[0])
    font.setBold(label.fed)
    text.setFont(font)
    text.setFamilies(_FONTS)
    text.setForcedBold(label.fed)
    text.setSize(label.punkt)
    text.setSizeUnit(Qgis.RenderUnit.Points)
    text.setColor(QColor(label.farve))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    halo.setSizeUnit(Qgis.RenderUnit.Millimeters)
    halo.setColor(QColor(HVID))
    text.setBuffer(halo)
    return text
