# SPDX-License-Identifier: GPL-2.0-or-later
"""Copies taken to the field, made once for each store, and what the field does to them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsFeature,
    QgsFeedback,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.project.eksempel import skriv_eksempler
from moedested_plugin.sources.feltkopi import DATAFIL, PROJEKTFIL, TABELLER
from moedested_plugin.sources.feltkopi_hjem import Hjemkomst, hent_hjem
from moedested_plugin.sources.feltkopi_ud import Feltbestilling, Taget, tag_med
from moedested_plugin.store import Kommune, Store, aabn, opret
from tests.postgis import Database, Klynge

KOMMUNE = Kommune(376, "Guldborgsund", 29188599)
#: The store before and after something was taken from it.
FOER, EFTER = "foer æø.gpkg", "efter æø.gpkg"
BILLEDE = b"\xff\xd8\xff\xe0 et billede"


@dataclass(frozen=True)
class Lavet:
    """A store with the examples and a copy taken from it; each test has copies of its own."""

    mappe: Path
    taget: Taget
    database: str = ""


@pytest.fixture(scope="session")
def lavet_geopackage(qgis_app: object, tmp_path_factory: pytest.TempPathFactory) -> Lavet:
    mappe = tmp_path_factory.mktemp("lavet")
    with opret(str(mappe / FOER), KOMMUNE) as store:
        skriv_eksempler(store, "AB")
    shutil.copyfile(mappe / FOER, mappe / EFTER)
    with aabn(str(mappe / EFTER)) as store:
        return Lavet(mappe, ud(store, mappe, mappe))


@pytest.fixture(scope="session")
def lavet_postgis(
    qgis_app: object, postgis_klynge: Klynge, tmp_path_factory: pytest.TempPathFactory
) -> Lavet:
    mappe = tmp_path_factory.mktemp("lavet_postgis")
    database = Database(postgis_klynge, postgis_klynge.ny_database())
    with opret(database.qgis_forbindelse(), KOMMUNE) as store:
        skriv_eksempler(store, "AB")
        return Lavet(mappe, ud(store, mappe, mappe), database.navn)


@pytest.fixture
def eksempler(lavet_geopackage: Lavet, tmp_path: Path) -> Iterator[Store]:
    """Nothing is taken from it yet."""
    sti = shutil.copyfile(lavet_geopackage.mappe / FOER, tmp_path / FOER)
    with aabn(str(sti)) as store:
        yield store


@pytest.fixture(params=["geopackage", "postgis"])
def lavet(request: pytest.FixtureRequest) -> Lavet:
    lavet: Lavet = request.getfixturevalue(f"lavet_{request.param}")
    return lavet


@pytest.fixture
def lager(request: pytest.FixtureRequest, lavet: Lavet, tmp_path: Path) -> Iterator[Store]:
    if not lavet.database:
        with aabn(str(shutil.copyfile(lavet.mappe / EFTER, tmp_path / EFTER))) as store:
            yield store
        return
    klynge: Klynge = request.getfixturevalue("postgis_klynge")
    database = Database(klynge, klynge.kopi_af(lavet.database))
    with aabn(database.qgis_forbindelse()) as store:
        yield store
    klynge.slet_database(database.navn)


@pytest.fixture
def taget(lavet: Lavet, tmp_path: Path) -> Taget:
    mappe = shutil.copytree(lavet.taget.mappe, tmp_path / lavet.taget.mappe.name)
    return replace(lavet.taget, mappe=Path(mappe))


@pytest.fixture
def projektmappe(tmp_path: Path) -> Path:
    mappe = tmp_path / "projekt æø"
    (mappe / "fotos").mkdir(parents=True)
    return mappe


def ud(store: Store, tmp_path: Path, projektmappe: Path, antal: int = 2) -> Taget:
    alle = sorted(
        str(r["moedested_id"]) for r in store.raekker("moedested") if r[GEOMETRI] is not None
    )
    bestilling = Feltbestilling(
        {"moedested": alle[:antal]}, tmp_path, "Tur på Lolland", projektmappe
    )
    return tag_med(store, bestilling, "AB", QgsFeedback())


def hjem(store: Store, taget: Taget, projektmappe: Path, **mere: Any) -> Hjemkomst:
    return hent_hjem(store, taget.mappe, projektmappe, "CD", **mere)


@pytest.fixture
def marken(taget: Taget) -> Iterator[QgsProject]:
    """The copy, opened in plain QGIS."""
    project = QgsProject.instance()
    assert project.read(str(taget.mappe / PROJEKTFIL))
    yield project
    project.clear()


@pytest.fixture
def filen(taget: Taget) -> Iterator[QgsProject]:
    """Only its rows, as any program edits them; quicker than the whole project."""
    project = QgsProject()
    for tabel in ("moedested", "aktivitet"):
        layer = QgsVectorLayer(f"{taget.mappe / DATAFIL}|layername={tabel}", tabel, "ogr")
        assert layer.setId(f"moedested_{tabel}")
        project.addMapLayer(layer)
    yield project
    project.clear()


def lag(project: QgsProject, rolle: str) -> QgsVectorLayer:
    layer = project.mapLayer(f"moedested_{rolle}")
    assert isinstance(layer, QgsVectorLayer)
    assert layer.isValid()
    return layer


def tegn(project: QgsProject, rolle: str, wkt: str | None, **felter: Any) -> QgsFeature:
    """A new row with the layer's own defaults, as QField makes it."""
    layer = lag(project, rolle)
    vaerdier = {layer.fields().lookupField(navn): vaerdi for navn, vaerdi in felter.items()}
    feature = QgsVectorLayerUtils.createFeature(
        layer,
        QgsGeometry.fromWkt(wkt) if wkt else QgsGeometry(),
        vaerdier,
        layer.createExpressionContext(),
    )
    assert layer.startEditing()
    assert layer.addFeature(feature)
    assert layer.commitChanges(), layer.commitErrors()
    return feature


def ret(project: QgsProject, rolle: str, noegle: str, **felter: Any) -> None:
    layer = lag(project, rolle)
    felt = layer.fields().at(1).name()
    feature = next(f for f in layer.getFeatures() if f[felt] == noegle)
    assert layer.startEditing()
    for navn, vaerdi in felter.items():
        assert layer.changeAttributeValue(feature.id(), layer.fields().lookupField(navn), vaerdi)
    assert layer.commitChanges(), layer.commitErrors()


class Midtvejs(QgsFeedback):
    """Somebody has had enough after it was asked so many times."""

    def __init__(self, antal: int) -> None:
        super().__init__()
        self._antal = antal

    def isCanceled(self) -> bool:  # noqa: N802 - as QGIS names it
        self._antal -= 1
        return self._antal < 0


def hele(store: Store) -> dict[str, list[dict[str, Any]]]:
    ud = {}
    for tabel in TABELLER:
        raekker = [{k: v for k, v in r.items() if k not in ("raekke_version", "rettet", "rettet_af")}
                   for r in store.raekker(tabel)]  # fmt: skip
        ud[tabel] = sorted(raekker, key=str)
    return ud
