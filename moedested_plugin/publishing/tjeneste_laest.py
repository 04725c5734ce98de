# SPDX-License-Identifier: GPL-2.0-or-later
"""The proof of a written service project: read back as the server reads it, everything is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from qgis.core import Qgis, QgsProject, QgsProjectServerValidator, QgsVectorLayer

from moedested_plugin.i18n import tr
from moedested_plugin.project.aabent import KUN_LAESES

from .sted import Opslag, SlaaOp
from .tjeneste_lag import TJENESTELAG, Tjenestelag

#: Of a filter over a larger table QGIS only guesses how many rows it leaves.
_TAELLES = 50_000

#: A service has none of these; looking for them takes time.
_UDEN = (
    KUN_LAESES
    | Qgis.ProjectReadFlag.DontLoadLayouts
    | Qgis.ProjectReadFlag.DontLoad3DViews
    | Qgis.ProjectReadFlag.DontLoadProjectStyles
)


def projektfejl(sti: Path, antal: Mapping[str, int], slaa_op: SlaaOp | None = None) -> list[str]:
    """Say what is wrong with the project, in Danish; nothing when all is well.

    `antal` is how many rows each published table has. With `slaa_op` no layer is opened: that is left to the server,
    which answers nothing at all when a layer does not open.
    """
    project = QgsProject(None, Qgis.ProjectCapabilities())
    flag = _UDEN if slaa_op is None else _UDEN | Qgis.ProjectReadFlag.DontResolveLayers
    try:
        if not sti.is_file() or not project.read(str(sti), flag):
            return [tr("Projektet {fil} kan ikke læses igen. Udgiv igen.").format(fil=sti.name)]
        laest = {
            lag: _laest(project, lag, antal.get(lag.tabelnavn, 0), slaa_op) for lag in TJENESTELAG
        }
        return [
            *_lagfejl(set(project.mapLayers()), laest, antal),
            *_antalsfejl(laest, antal),
            *_navnefejl(project),
        ]
    finally:
        project.clear()


def _laest(
    project: QgsProject, lag: Tjenestelag, ventet: int, slaa_op: SlaaOp | None
) -> Opslag | None:
    """What the layer shows; None when it is not there, or does not open."""
    layer = project.mapLayer(lag.id)
    if not isinstance(layer, QgsVectorLayer):
        return None
    if slaa_op is not None:
        return slaa_op(layer.source())
    if not layer.isValid():
        return None
    gaettet = ventet > _TAELLES and bool(layer.subsetString())
    antal = None if gaettet else layer.featureCount()
    return Opslag(frozenset(layer.fields().names()), antal)


def _lagfejl(
    ider: set[str], laest: Mapping[Tjenestelag, Opslag | None], antal: Mapping[str, int]
) -> Iterator[str]:
    """Ids that QGIS did not keep, sources that do not open, columns that are not there."""
    for id_ in sorted(ider - {lag.id for lag in TJENESTELAG}):
        yield tr("Laget {lag} hører ikke til tjenesten. Udgiv igen.").format(lag=id_)
    for lag, fundet in laest.items():
        if fundet is None:
            yield tr("Laget {lag} mangler eller kan ikke åbnes i projektet. Udgiv igen.").format(
                lag=lag.navn
            )
            continue
        for felt in lag.felter:
            if felt.navn not in fundet.kolonner:
                yield tr("Kolonnen {kolonne} mangler i laget {lag}. Udgiv igen.").format(
                    kolonne=felt.navn, lag=lag.navn
                )
        if lag.tabelnavn not in antal:
            yield tr("Antallet af rækker i {tabel} er ikke talt. Udgiv igen.").format(
                tabel=lag.tabelnavn
            )


def _antalsfejl(
    laest: Mapping[Tjenestelag, Opslag | None], antal: Mapping[str, int]
) -> Iterator[str]:
    """Rows per table as data, and again as drawn: what is not drawn in one layer must be in another."""
    for tabel, ventet in antal.items():
        dele = [(lag, fundet) for lag, fundet in laest.items() if lag.tabelnavn == tabel]
        for udvalg in (
            [fundet for lag, fundet in dele if lag.wfs],
            [fundet for lag, fundet in dele if lag.wms],
        ):
            tal = [fundet.antal for fundet in udvalg if fundet is not None]
            if len(tal) < len(udvalg) or not tal or None in tal:
                continue
            fundne = sum(et for et in tal if et is not None)
            if fundne != ventet:
                yield tr(
                    "{tabel} har {fundet} rækker i projektet, men {ventet} i udgivelsen. Udgiv igen."
                ).format(tabel=tabel, fundet=fundne, ventet=ventet)


def _navnefejl(project: QgsProject) -> Iterator[str]:
    """What QGIS itself knows to be wrong for a server."""
    _, fundet = QgsProjectServerValidator.validate(project)
    for resultat in fundet:
        yield tr("QGIS Server vil ikke have {navn}: {fejl}.").format(
            navn=resultat.identifier,
            fejl=QgsProjectServerValidator.displayValidationError(resultat.error),
        )
