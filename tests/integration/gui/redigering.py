# SPDX-License-Identifier: GPL-2.0-or-later
"""A real project on a real store, edited as in QGIS: what the tests of forms, saves and conflicts share."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar, cast

import pytest
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsFeaturePickerModelBase,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsSettings,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.gui import QgsGui, QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QTextBrowser, QWidget

from moedested_plugin.gui.gem_vagt import GemVagt
from moedested_plugin.gui.messages import Messages
from moedested_plugin.project.byg import indret_projekt, nyt_lag
from moedested_plugin.project.formularer import forbind_boern
from moedested_plugin.project.lag import LAG
from moedested_plugin.project.relationer import tilfoej_relationer
from moedested_plugin.store import Kommune, Store
from moedested_plugin.store.ogr_sql import Forbindelse

Q = TypeVar("Q", bound=QObject)
KOMMUNE = Kommune(376, "Guldborgsund", 29188599)


def byg_lag(project: QgsProject, store: Store) -> None:
    """All layers with forms and relations, as `byg_projekt` makes them; no background, no file."""
    indret_projekt(project, store, KOMMUNE)
    layers = [nyt_lag(store, lag, {}) for lag in LAG]
    project.addMapLayers(layers)
    tilfoej_relationer(project)
    for layer in layers:
        forbind_boern(layer, project)


class Redigering:
    """One person at one QGIS: project, message bar, guard."""

    def __init__(self, project: QgsProject, store: Store, bruger: str) -> None:
        self.project, self.store, self.bruger = project, store, bruger
        self.bar = QgsMessageBar()
        self.messages = Messages(self.bar)
        self.vist: list[tuple[str, int, tuple[str, ...]]] = []
        self.vagt = GemVagt(
            project, lambda: store.adresse, lambda: bruger, self.bar, self.messages,
            lambda layer, fid, felter: self.vist.append((layer.id(), fid, tuple(felter))),
        )  # fmt: skip

    def luk(self) -> None:
        if not sip.isdeleted(self.vagt):
            self.vagt.close()
        self.messages.close()
        luk_formularer()
        for layer in self.project.mapLayers().values():
            if isinstance(layer, QgsVectorLayer) and layer.isEditable():
                layer.rollBack()

    def lag(self, rolle: str) -> QgsVectorLayer:
        layer = self.project.mapLayer(f"moedested_{rolle}")
        assert isinstance(layer, QgsVectorLayer)
        return layer

    def rediger(self) -> None:
        ro()
        assert self.lag("moedested").startEditing()

    def ny(self, rolle: str, vaerdier: Mapping[str, Any], wkt: str | None = None) -> int:
        """A new row as the form would add it: with the layer's default values."""
        layer = self.lag(rolle)
        felter = {layer.fields().lookupField(navn): vaerdi for navn, vaerdi in vaerdier.items()}
        geometri = QgsGeometry.fromWkt(wkt) if wkt else QgsGeometry()
        feature = QgsVectorLayerUtils.createFeature(layer, geometri, felter)
        assert layer.addFeature(feature)
        return feature.id()

    def ret(self, rolle: str, fid: int, vaerdier: Mapping[str, Any]) -> None:
        """Change single cells, as the attribute table and the field calculator do."""
        layer = self.lag(rolle)
        layer.beginEditCommand("ret")
        for navn, vaerdi in vaerdier.items():
            assert layer.changeAttributeValue(fid, layer.fields().lookupField(navn), vaerdi)
        layer.endEditCommand()

    def fid(self, rolle: str, navn: str) -> int:
        return next(f.id() for f in self.lag(rolle).getFeatures() if f["navn"] == navn)

    def feature(self, rolle: str, fid: int) -> QgsFeature:
        feature = self.lag(rolle).getFeature(fid)
        assert feature.isValid(), f"{rolle} {fid} kan ikke læses"
        return feature

    def gem(self, rolle: str = "moedested", *, slut: bool = False) -> bool:
        ro()
        gemt = bool(self.lag(rolle).commitChanges(slut))
        ro()
        return gemt

    def linjer(self) -> list[str]:
        """The texts in the message bar."""
        return [tekst_i(item) for item in self.bar.items()]

    def tryk(self, knap: str) -> None:
        """Press a button in the message bar."""
        knapper = [k for item in self.bar.items() for k in alle(item, QPushButton)]
        trykkes = [k for k in knapper if k.text() == knap]
        assert trykkes, self.linjer()
        trykkes[0].click()
        ro()


def luk_formularer() -> None:
    """Delete the forms that are left, before their layers go.

    QGIS fills the lists of a form in threads; an answer that comes to a form whose layer is gone ends QGIS itself.
    """
    for widget in QApplication.topLevelWidgets():
        if widget.metaObject().className() in {"QgsAttributeDialog", "QgsDualView"}:
            widget.close()
            widget.deleteLater()
    ro()


def tekst_i(item: Any) -> str:
    dele = [browser.toPlainText() for browser in alle(item, QTextBrowser)]
    dele += [label.text() for label in alle(item, QLabel) if label.text()]
    return " ".join(dele)


def alle(i: QObject, type_: type[Q], navn: str = "") -> list[Q]:
    """Every part of that type (and name); the stubs of `findChildren` forget the type."""
    return cast("list[Q]", i.findChildren(type_, navn) if navn else i.findChildren(type_))


def en(i: QObject, type_: type[Q], navn: str = "") -> Q:
    """The first of them."""
    return alle(i, type_, navn)[0]


def knap(i: QObject, tekst: str) -> QPushButton:
    """The button with this text."""
    return next(k for k in alle(i, QPushButton) if k.text() == tekst)


def ro() -> None:
    """Let what waits for QGIS to be at rest happen, as a person does who sees the lists of a form fill.

    The lists are filled by threads that read the file. QGIS changes the file's journal mode when editing begins and
    ends, and a reader that opens just then finds nothing (GDAL: "unable to open database file").
    """
    for _ in range(5):
        QgsApplication.processEvents()
    for _ in range(500):
        if not any(er_ved_at_laese(liste) for liste in QApplication.allWidgets()):
            break
        time.sleep(0.01)
        QgsApplication.processEvents()
    else:
        pytest.fail("en liste i en formular blev ikke færdig")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def er_ved_at_laese(widget: QWidget) -> bool:
    """Whether it is a list of features that a thread still fills."""
    model = widget.model() if isinstance(widget, QComboBox) else None
    if model is None or model.metaObject().className() != "QgsFeatureFilterModel":
        return False
    return bool(sip.cast(model, cast("Any", QgsFeaturePickerModelBase)).isLoading())


def punkt(x: float = 690000, y: float = 6080000) -> str:
    return QgsGeometry.fromPointXY(QgsPointXY(x, y)).asWkt()


@pytest.fixture(scope="session")
def widgets(qgis_app: Any) -> None:
    """QGIS with its editors; without them attribute forms have no widgets."""
    QgsGui.editorWidgetRegistry().initEditors()


@pytest.fixture
def en_journal(qgis_app: Any) -> Iterator[None]:
    """QGIS with one journal mode for GeoPackages throughout a test, and its own again afterwards.

    Maps and the lists of a form are read by threads, and QGIS now and then opens one of their readers just while the
    file goes into the journal mode for editing: a list is then empty, or a row is not found. The plugin lets the map
    stand still meanwhile (`gui.edit_start`); tests of parts have no plugin. Tests of the plugin as a whole and of the
    store edit in QGIS's own mode.
    """
    settings = QgsSettings()
    settings.setValue("qgis/walForSqlite3", False)
    yield
    settings.remove("qgis/walForSqlite3")


@pytest.fixture(params=["geopackage", "postgis"])
def store(request: pytest.FixtureRequest) -> Store:
    navn = {"geopackage": "gpkg_store", "postgis": "postgis_store"}[request.param]
    store: Store = request.getfixturevalue(navn)
    return store


def projekt(store: Store, bruger: str, project: QgsProject) -> Iterator[Redigering]:
    byg_lag(project, store)
    redigering = Redigering(project, store, bruger)
    ro()
    yield redigering
    redigering.luk()
    project.clear()


@pytest.fixture
def bo(store: Store, widgets: None, qgis_new_project: None) -> Iterator[Redigering]:
    """Bo's QGIS on an empty store."""
    yield from projekt(store, "Bo", QgsProject.instance())


def steder(store: Store, navne: Sequence[str]) -> None:
    """Saved moedesteder with these names."""
    with store.skriv("prøve", "Bo") as skriver:
        skriver.indsaet("moedested", [{"navn": navn, "formaal_k": [1]} for navn in navne])


class Udefra:
    """Another program on the same data, without the plugin."""

    def __init__(
        self, store: Store, udfoer: Callable[[str], list[Any]], forbundet: Callable[[], Any]
    ) -> None:
        self._store = store
        self._forbundet = forbundet
        self.udfoer = udfoer

    def afviser(self, tabel: str, ved: str) -> None:
        """From now on the database refuses, for a reason that nobody knows of."""
        if self._store.provider == "ogr":
            self.udfoer(f"INSERT INTO indstilling (noegle, vaerdi) VALUES ('{ved} {tabel}', '1')")
            return
        self.udfoer(
            "create function moedested.fremmed() returns trigger language plpgsql as "
            "$f$ begin raise exception 'row: %', new; end $f$; "
            f"create trigger z_fremmed after {ved} on moedested.{tabel} for each row"
            " execute function moedested.fremmed()"
        )

    def afviser_ikke(self, tabel: str) -> None:
        if self._store.provider == "ogr":
            self.udfoer(f"DELETE FROM indstilling WHERE noegle LIKE '% {tabel}'")
        else:
            # Not by dropping the trigger: that waits for every reader of the table, and QGIS may read in a thread.
            self.udfoer(
                "create or replace function moedested.fremmed() returns trigger language plpgsql as "
                "$f$ begin return new; end $f$"
            )

    def klar(self, tabel: str) -> None:
        """SQLite takes a trigger only before QGIS opens the file; it sleeps until `afviser`."""
        for ved in ("INSERT", "UPDATE"):
            self.udfoer(
                f"CREATE TRIGGER fremmed_{ved} AFTER {ved} ON {tabel}"
                f" WHEN (SELECT count(*) FROM indstilling WHERE noegle = '{ved} {tabel}') > 0"
                " BEGIN SELECT RAISE(ABORT, 'row: HEMMELIGT'); END"
            )

    @contextmanager
    def laas(self) -> Iterator[None]:
        """Hold what Bo wants to write."""
        if self._store.provider == "ogr":
            forbindelse = self._forbundet()
            forbindelse.execute("BEGIN IMMEDIATE")
            try:
                yield
            finally:
                forbindelse.rollback()
                forbindelse.close()
            return
        with self._forbundet() as forbindelse, forbindelse.cursor() as markoer:
            markoer.execute("begin; lock table moedested.moedested in exclusive mode")
            try:
                yield
            finally:
                markoer.execute("rollback")

    def afbryd(self, *_: object) -> None:
        """End every other connection to the database."""
        self.udfoer(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where datname = current_database() and pid <> pg_backend_pid()"
        )


@pytest.fixture
def udefra(request: pytest.FixtureRequest, store: Store) -> Udefra:
    if store.provider == "postgres":
        database = request.getfixturevalue("postgis_database")
        return Udefra(store, database.udfoer, database.forbundet)

    def udfoer(sql: str) -> list[Any]:
        forbindelse = Forbindelse.aabn(store.adresse, skriv=True)
        try:
            return forbindelse.raekker(sql)
        finally:
            forbindelse.luk()

    def forbundet() -> sqlite3.Connection:
        return sqlite3.connect(store.adresse, isolation_level=None)

    fremmed = Udefra(store, udfoer, forbundet)
    fremmed.klar("moedested")
    return fremmed
