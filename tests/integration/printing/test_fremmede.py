# SPDX-License-Identifier: GPL-2.0-or-later
"""A project from somebody else: what it brings along is not run, and does not open a map for the public."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from qgis.core import (
    Qgis,
    QgsAction,
    QgsPalLayerSettings,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsProperty,
    QgsPropertyCollection,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from moedested_plugin.printing.bestilling import UdskriftFejl
from moedested_plugin.printing.lag import offentlige_lag
from moedested_plugin.processing.printmaps import PrintMaps
from moedested_plugin.project.aabent import lag_af_rolle, store_adresse
from moedested_plugin.project.lag import BAGGRUND
from moedested_plugin.store import aabn
from moedested_plugin.store.fejl import FindesIkke
from tests.ows import Server, Svar

from .conftest import Trykkeri


def lag(egen: Trykkeri, rolle: str) -> QgsVectorLayer:
    fundet = lag_af_rolle(egen.project, rolle)
    assert fundet is not None
    return fundet


def saet_etiket(
    layer: QgsVectorLayer, udtryk: str, *, stoerrelse: str = "", er_udtryk: bool = True
) -> None:
    valg = QgsPalLayerSettings()
    valg.fieldName, valg.isExpression = udtryk, er_udtryk
    if stoerrelse:
        samling = QgsPropertyCollection()
        samling.setProperty(
            QgsPalLayerSettings.Property.Size, QgsProperty.fromExpression(stoerrelse)
        )
        valg.setDataDefinedProperties(samling)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(valg))
    layer.setLabelsEnabled(True)


def test_neither_macro_nor_action_nor_function_is_run_when_it_is_printed(
    egen: Trykkeri, tmp_path: Path
) -> None:
    spor = tmp_path / "kørt"
    kode = f"open({str(spor)!r}, 'w').close()"
    makro = "\n".join(
        f"def {navn}():\n    {kode}" for navn in ("openProject", "saveProject", "closeProject")
    )
    egen.project.writeEntry("Macros", "/pythonCode", makro)
    egen.project.writeEntry("ExpressionFunctions", "/pythonCode", kode)
    handling = QgsAction(Qgis.AttributeActionType.GenericPython, "Vis", kode)
    handling.setActionScopes({"Feature", "Layer", "Form"})
    lag(egen, "moedested").actions().addAction(handling)
    form = lag(egen, "moedested").editFormConfig()
    form.setInitCode(f"{kode}\ndef start(*_):\n    {kode}")
    form.setInitFunction("start")
    form.setInitCodeSource(Qgis.AttributeFormPythonInitCodeSource.Dialog)
    lag(egen, "moedested").setEditFormConfig(form)
    sti = egen.mappe / "Mødested æ" / "fremmed.qgz"
    assert egen.project.write(str(sti))
    svar, gik_godt = PrintMaps().create().run(
        {"PROJECT": str(sti), "TEMPLATE": "oversigt", "OUTPUT": str(tmp_path / "ud")},
        QgsProcessingContext(), QgsProcessingFeedback(False), catchExceptions=False,
    )  # fmt: skip
    assert gik_godt
    assert any(Path(fil).suffix == ".pdf" for fil in svar["FILES"])
    assert not spor.exists()


def test_a_filter_cannot_open_ours(egen: Trykkeri) -> None:
    layer = lag(egen, "moedested")
    for filter_ in (
        "1=1) OR (1=1", "1=1 --", "1=1) /*", "\"navn\" = 'a') OR ('a' = 'a'", "1=1; DROP TABLE moedested",
        "'a' = 'a\\') OR (1=1'", "`a)` OR (1", "((1=1)",
    ):  # fmt: skip
        layer.setSubsetString(filter_)
        with pytest.raises(UdskriftFejl, match="Fjern filteret i QGIS"):
            offentlige_lag(egen.project, egen.store)


def test_an_honest_filter_stands_beside_ours(egen: Trykkeri) -> None:
    alle = _antal(egen)
    lag(egen, "moedested").setSubsetString("\"navn\" NOT IN ('it''s (not', ') OR (1=1 --')")
    assert _antal(egen) == alle > 0
    lag(egen, "moedested").setSubsetString('("livscyklus_k" = 3 AND "navn" LIKE \'%a%\') OR 1 = 0')
    assert _antal(egen) < alle


def _antal(egen: Trykkeri) -> int:
    lagene = offentlige_lag(egen.project, egen.store)
    return next(et.featureCount() for et in lagene if et.id() == "moedested_udskrift_moedested")


def test_labels_tell_nothing_internal(egen: Trykkeri) -> None:
    for udtryk, stoerrelse, siger in (
        ('"navn" || "intern_note"', "", "bruger intern_note"),
        ("env('HOME')", "", "bruger env"),
        ("attributes()['intern_note']", "", "attributes"),
        ('eval(\'"intern" || "_note"\')', "", "eval"),
        ("aggregate('moedested', 'concatenate', \"navn\")", "", "aggregate"),
        ('"navn"', 'length("intern_note")', "bruger intern_note"),
    ):
        saet_etiket(lag(egen, "moedested"), udtryk, stoerrelse=stoerrelse)
        with pytest.raises(UdskriftFejl, match=siger):
            offentlige_lag(egen.project, egen.store)
    saet_etiket(lag(egen, "moedested"), "intern_note", er_udtryk=False)
    with pytest.raises(UdskriftFejl, match="bruger intern_note"):
        offentlige_lag(egen.project, egen.store)
    saet_etiket(lag(egen, "moedested"), "navn", er_udtryk=False)
    assert _antal(egen)


def test_rows_come_from_the_store_and_the_background_does_not(
    egen: Trykkeri, tmp_path: Path
) -> None:
    andet = tmp_path / "andet.gpkg"
    andet.write_bytes(Path(egen.store.adresse).read_bytes())
    layer = lag(egen, "baenk")
    rigtig = layer.source()
    layer.setDataSource(rigtig.replace(egen.store.adresse, str(andet)), layer.name(), "ogr")
    assert layer.isValid()
    with pytest.raises(UdskriftFejl, match="henter ikke sine data"):
        offentlige_lag(egen.project, egen.store)
    layer.setDataSource(rigtig, layer.name(), "ogr")
    rolle = next(rolle for rolle in BAGGRUND if lag_af_rolle(egen.project, rolle) is not None)
    lag(egen, rolle).setDataSource(egen.store.uri("moedested"), "Kort", "ogr")
    with pytest.raises(UdskriftFejl, match="henter ikke sine data"):
        offentlige_lag(egen.project, egen.store)


def test_a_store_elsewhere_on_the_net_is_not_opened(lavet_demo: Path, tmp_path: Path) -> None:
    """QGIS itself may have asked for the layer; the plugin takes a store from a file or a connection of the user's own."""
    pakke = tmp_path / "x.zip"
    with zipfile.ZipFile(pakke, "w") as zip_:
        zip_.write(lavet_demo / "data.gpkg", "x.gpkg")
    with Server(lambda _dele, _handler: Svar(b"")) as server:
        for kilde, kan_tegnes in (
            (f"/vsizip/{pakke}/x.gpkg", True),
            (f"/vsicurl/{server.adresse}x.gpkg", False),
            ("//vaert/drev/x.gpkg", False),
        ):
            project = QgsProject()
            layer = QgsVectorLayer(f"{kilde}|layername=moedested", "Mødesteder", "ogr")
            assert layer.isValid() is kan_tegnes
            layer.setCustomProperty("moedested/rolle", "moedested")
            project.addMapLayer(layer)
            server.kald.clear()
            adresse = store_adresse(project)
            assert adresse
            with pytest.raises(FindesIkke):
                aabn(adresse)
            assert server.kald == []
