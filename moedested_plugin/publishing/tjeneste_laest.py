# SPDX-License-Identifier: GPL-2.0-or-later
"""The proof of a written service project: read back as the server reads it, everything is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from qgis.core import Qgis, QgsProject, QgsProjectServerValidator, QgsVectorLayer

from moedested_plugin.i18n import tr
from moedested_plugin.project.aabent import KUN_LAESES

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


def projektfejl(sti: Path, antal: Mapping[str, int]) -> list[str]:
    """Say what is wrong with the project, in Danish; nothing when all is well.

    `antal` is how many rows each published table has.
    """
    project = QgsProject()
    try:
        if not sti.is_file() or not project.read(str(sti), _UDEN):
            return [tr("Projektet {fil} kan ikke læses igen. Udgiv igen.").format(fil=sti.name)]
        return [*_lagfejl(project, antal), *_antalsfejl(project, antal), *_navnefejl(project)]
    finally:
        project.clear()


def _laest(project: QgsProject, lag: Tjenestelag) -> QgsVectorLayer | None:
    layer = project.mapLayer(lag.id)
    return layer if isinstance(layer, QgsVectorLayer) and layer.isValid() else None


def _lagfejl(project: QgsProject, antal: Mapping[str, int]) -> Iterator[str]:
    """Ids that QGIS did not keep, sources that do not open, columns that are not there."""
    for id_ in sorted(set(project.mapLayers()) - {lag.id for lag in TJENESTELAG}):
        yield tr("Laget {lag} hører ikke til tjenesten. Udgiv igen.").format(lag=id_)
    for lag in TJENESTELAG:
        layer = _laest(project, lag)
        if layer is None:
            yield tr("Laget {lag} mangler eller kan ikke åbnes i projektet. Udgiv igen.").format(
                lag=lag.navn
            )
            continue
        navne = set(layer.fields().names())
        for felt in lag.felter:
            if felt.navn not in navne:
                yield tr("Kolonnen {kolonne} mangler i laget {lag}. Udgiv igen.").format(
                    kolonne=felt.navn, lag=lag.navn
                )
        if lag.tabelnavn not in antal:
            yield tr("Antallet af rækker i {tabel} er ikke talt. Udgiv igen.").format(
                tabel=lag.tabelnavn
            )


def _antalsfejl(project: QgsProject, antal: Mapping[str, int]) -> Iterator[str]:
    """Rows per table as data, and again as drawn: what is not drawn in one layer must be in another."""
    for tabel, ventet in antal.items():
        dele = [lag for lag in TJENESTELAG if lag.tabelnavn == tabel]
        for udvalg in (
            [lag for lag in dele if lag.wfs],
            [lag for lag in dele if lag.wms],
        ):
            layers = [layer for lag in udvalg if (layer := _laest(project, lag)) is not None]
            if ventet > _TAELLES and any(layer.subsetString() for layer in layers):
                continue
            fundet = sum(layer.featureCount() for layer in layers)
            if len(layers) == len(udvalg) and udvalg and fundet != ventet:
                yield tr(
                    "{tabel} har {fundet} rækker i projektet, men {ventet} i udgivelsen. Udgiv igen."
                ).format(tabel=tabel, fundet=fundet, ventet=ventet)


def _navnefejl(project: QgsProject) -> Iterator[str]:
    """What QGIS itself knows to be wrong for a server."""
    _, fundet = QgsProjectServerValidator.validate(project)
    for resultat in fundet:
        yield tr("QGIS Server vil ikke have {navn}: {fejl}.").format(
            navn=resultat.identifier,
            fejl=QgsProjectServerValidator.displayValidationError(resultat.error),
        )
