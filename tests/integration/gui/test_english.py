# SPDX-License-Identifier: GPL-2.0-or-later
"""In an English QGIS everything the plugin says is English: also what is made of the model's own words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import i18n as tool
import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsProviderRegistry, QgsVectorLayerUtils
from qgis.gui import QgsAttributeDialog, QgsAttributeEditorContext
from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, QObject
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QTreeWidget,
    QWidget,
    QWizardPage,
)

from moedested_plugin import i18n
from moedested_plugin.domain.kodelister import LOKALE_LISTER, UDGAAET
from moedested_plugin.domain.regler import Alvor
from moedested_plugin.domain.skema import DOMAENETABELLER
from moedested_plugin.gui.current_project import CurrentProject
from moedested_plugin.gui.formular_brud import raad_om
from moedested_plugin.gui.formular_raad import FormularRaad, RaadPanel
from moedested_plugin.gui.hent.skuffe_tekst import alias
from moedested_plugin.gui.historik_dialog import HistorikDialog
from moedested_plugin.gui.locator_search import sources
from moedested_plugin.gui.options import OptionsFactory
from moedested_plugin.gui.panel import Panel
from moedested_plugin.gui.panel_state import Access, PanelState, Remedy
from moedested_plugin.gui.project_wizard import ProjectWizard
from moedested_plugin.gui.status import Checked, StoreStatus
from moedested_plugin.gui.tasks import Tasks
from moedested_plugin.gui.vaerdi_tekst import kodetekst
from moedested_plugin.i18n import oversat
from moedested_plugin.processing.provider import MoedestedProvider
from moedested_plugin.project.kommuner import kommuner
from moedested_plugin.project.lag import LAG
from moedested_plugin.settings import Settings
from moedested_plugin.sources.geofa_felter import tema
from moedested_plugin.sources.geofa_regler import afslag
from moedested_plugin.sources.profiler import profiler
from moedested_plugin.store import HistorikPost, Store, StoreFejl, aabn
from moedested_plugin.store.raekkekrav import brud_sql
from tests.integration.gui.kortlaegning import Kortlaegning
from tests.integration.gui.redigering import (
    Redigering,
    alle,
    bo,
    en,
    punkt,
    ro,
    steder,
    store,
    widgets,
)

__all__ = ["bo", "store", "widgets"]

#: What a Danish sentence can hardly do without, and an English one never has.
DANISH = re.compile(
    r"[æøå]|\b(?:af|den|der|det|eller|er|et|fra|hvad|hvem|hvis|hvor|ikke|ingen|kan|kun|med|mangler|navn|og|skal|som|"
    r"til|udfyld|ved|vises)\b",
    re.IGNORECASE,
)
#: The plugin's own name, examples of what to write in Danish, and the official names of GeoFA's codes.
NAMES = re.compile(
    r"Mødested(?!er|et|s)|Østerbro|\(?\"?Man-fre 9-16\. Tirsdage til 21\"?|Ikke gældende|Gældende|Synlig for alle|\(udgået\)|Adressevælger"
    r"|^(?:[a-z]+: [a-z_, ]+\n?)+\Z",  # the parameter OPTIONS: ids that scripts name
    re.MULTILINE,
)


@pytest.fixture(autouse=True)
def english(
    qgis_app: Any, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """As `initGui` does in an English QGIS, with the translation as it is in the source tree."""
    folder = tmp_path_factory.mktemp("qm")
    tool.compile_ts(tool.TS_FOLDER / "moedested_en.ts", folder)
    with monkeypatch.context() as patched:
        patched.setattr(i18n, "resource", lambda *parts: folder / parts[-1])
        translator = i18n.install("en_GB")
    assert translator is not None
    yield
    i18n.remove(translator)


def danish(texts: list[str], but: frozenset[str] = frozenset()) -> list[str]:
    """Those of the texts that are not English; there must be some texts to look at."""
    said = [text for text in texts if text.strip() and text not in but]
    assert said
    return sorted({text for text in said if DANISH.search(NAMES.sub("", text))})


def texts_of(top: QWidget) -> list[str]:
    """Everything a widget and its parts show or tell, shown now or not."""
    found: list[str] = []
    for part in [top, *alle(top, QObject)]:
        for name in ("text", "title", "windowTitle", "toolTip", "placeholderText", "accessibleName",
                     "accessibleDescription", "whatsThis", "statusTip", "subTitle"):  # fmt: skip
            value = part.property(name)
            if isinstance(value, str):
                found.append(re.sub("<[^>]+>", " ", value))
        model = part.model() if isinstance(part, (QComboBox, QAbstractItemView)) else None
        if model is not None:
            found += [
                str(model.index(row, column).data() or "")
                for row in range(model.rowCount())
                for column in range(model.columnCount())
            ]
        if isinstance(part, QWizardPage):
            found += [part.title(), part.subTitle()]
    return found


def test_what_is_looked_for_is_found() -> None:
    assert danish(["Fill in Name.", "Navn mangler.", "Fill in Målgruppe.", "Mødested"]) == [
        "Fill in Målgruppe.",
        "Navn mangler.",
    ]


def test_the_form_says_it_in_english(bo: Redigering) -> None:
    """Pattern, field name and tab: nothing of it stands as one text in the translation."""
    bo.rediger()
    layer = bo.lag("moedested")
    feature = QgsVectorLayerUtils.createFeature(layer)
    feature["livscyklus_k"] = 3
    dialog = QgsAttributeDialog(layer, feature, False, None, True, QgsAttributeEditorContext())
    dialog.setMode(QgsAttributeEditorContext.Mode.AddFeatureMode)
    dialog.show()
    raad = FormularRaad(bo.project)
    raad.foelg(dialog.attributeForm())
    panel = en(dialog, RaadPanel)
    lines = [line.linje for line in panel.raad]
    assert lines[0] == "Name is missing · tab The essentials"
    assert (
        "Local area must be filled in when the meeting place is active · tab Access and accessibility"
        in lines
    )
    assert panel.raad[0].raad == "Fill in Name."
    assert danish(texts_of(panel)) == []
    for table in DOMAENETABELLER:
        retired = {
            felt.kodeliste: {9999: f"Bænk{UDGAAET}"} for felt in table.felter if felt.kodeliste
        }
        row = {felt.navn: 9999 for felt in table.felter if felt.kodeliste}
        for given, codes in (({}, {}), (row, retired), ({"livscyklus_k": 5}, {})):
            panel.vis_raad(raad_om(table, given, {"livscyklus_k": 1}, codes))
            shown = [text.replace("Bænk", "") for text in texts_of(panel)]
            assert danish(shown) == [], table.navn
    raad.close()
    dialog.reject()
    ro()


def test_the_panel_is_english(qtbot: QtBot) -> None:
    panel = Panel()
    qtbot.addWidget(panel)
    panel.show()
    panel.show_empty("demo.qgz")
    assert danish(texts_of(panel)) == []
    now = dt.datetime.now(dt.timezone.utc)
    post = HistorikPost(1, "moedested", "x", "rettet", now, "Bo", None, {}, None)
    counts = dict.fromkeys(range(1, 6), 1)
    status = StoreStatus(
        "Lolland", True, counts, {1371: 1, 1012: 1}, 1, {5: 1, 3: 1, 13: 1, 4: 1}, 1,
        Checked(now, dict.fromkeys(Alvor, 1)), {"moedested": 1}, {"moedested": 1}, 1, 3, post,
    )  # fmt: skip
    unsaved = tuple((lag.titel, 2) for lag in LAG if not lag.kun_laes)
    said: list[str] = []
    for remedy in Remedy:
        panel.show_project(
            PanelState("GeoPackage: data.gpkg", "/data.gpkg", Access(remedy is Remedy.NONE, "", remedy), unsaved,
                       frozenset(lag.rolle for lag in LAG), True, status)
        )  # fmt: skip
        said = texts_of(panel)
        assert danish(said) == []
    everything = "\n".join(said)
    for expected in ("Being set up", "Surfaces of routes (2)", "Errors: 1, warnings: 1"):
        assert expected in everything


def test_options_and_wizard_are_english(qtbot: QtBot) -> None:
    settings = Settings()
    tasks = Tasks()
    wizard = ProjectWizard(settings, tasks, lambda: True, str)
    page = OptionsFactory(settings, pytest.fail).createWidget()
    try:
        connections = QgsProviderRegistry.instance().providerMetadata("postgres").connections()
        names = frozenset([*(kommune.navn for kommune in kommuner()), *connections])
        for widget in (wizard, page):
            qtbot.addWidget(widget)
            assert danish(texts_of(widget), names) == []
        wizard.show()
        wizard.kommune_page.filter.setText("Guldborgsund")
        wizard.next()
        wizard.next()
        assert danish(texts_of(wizard), names) == []
    finally:
        tasks.close()
        settings.close()


def test_the_guard_says_it_in_english(bo: Redigering) -> None:
    steder(bo.store, ["Skoven"])
    bo.rediger()
    bo.ny("moedested", {"navn": None, "formaal_k": [1]}, punkt())
    assert not bo.gem()
    assert bo.linjer() == [
        "Mødested: Nothing is saved. Name is missing in Meeting places (tab The essentials)."
    ]
    assert [source.title for source in sources(CurrentProject(bo.project))] == [
        "Meeting places",
        "Facilities",
        "Buildings and areas",
        "Routes",
    ]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"navn": "To", "formaal_k": [1]}, "Name must have at least 3 characters."),
        ({"navn": "Skoven", "formaal_k": []}, "Purpose is missing."),
        (
            {"navn": "Skoven", "formaal_k": [1], "adgang_k": 77},
            "Access: the code is not in the list. Choose one from the list.",
        ),
    ],
)
def test_what_the_database_refuses_is_said_in_english(
    store: Store, row: dict[str, Any], sentence: str
) -> None:
    """The database itself speaks Danish to everyone."""
    with pytest.raises(StoreFejl) as refused, store.skriv("prøve", "Bo") as skriver:
        skriver.indsaet("moedested", [row])
    assert str(refused.value) == sentence


def test_the_history_is_english(gpkg_store: Store, widgets: None, qtbot: QtBot) -> None:
    with gpkg_store.skriv("prøve", "Bo") as skriver:
        skriver.indsaet("moedested", [{"navn": "Torvet", "formaal_k": [1], "livscyklus_k": 1}])
    key = str(next(iter(gpkg_store.raekker("moedested")))["moedested_id"])
    with gpkg_store.skriv("prøve", "Anne") as skriver:
        skriver.ret("moedested", key, {"livscyklus_k": 2, "formaal_k": [1, 98], "off_kode": 1})
    dialog = HistorikDialog(aabn(gpkg_store.adresse), "Carl", lambda *_: False)
    qtbot.addWidget(dialog)
    newest = en(dialog, QTreeWidget, "linjer").topLevelItem(0)
    assert newest.text(2) == "Torvet · Meeting places"
    said = newest.text(3)
    assert "Lifecycle: Idea → Being set up; Purpose: Community → Community, Other" in said
    assert "Visibility: " in said, "GeoFA's own codes keep their Danish names"
    dialog.close()
    assert danish([text for text in texts_of(dialog) if "Visibility" not in text]) == []


def test_codes_in_english_but_not_those_of_the_nation() -> None:
    ours = [kodetekst(liste, kode.navn) for liste, koder in LOKALE_LISTER.items() for kode in koder]
    assert danish(ours) == []
    assert (kodetekst("uge_i_maaned", "Anden"), kodetekst("kilde", "Anden")) == ("Second", "Other")
    assert kodetekst("adgang", "Efter aftale (udgået)") == "By appointment (no longer used)"
    assert kodetekst("adgang", "Kun for naboer") == "Kun for naboer", "the municipality's own"
    assert kodetekst("d_basis_status", "Gældende") == "Gældende"


def test_the_mapping_and_the_preview_call_fields_by_their_english_names(
    gpkg_store: Store, tmp_path: Path
) -> None:
    fil = tmp_path / "baenke.csv"
    fil.write_text("ID;Art;X;Y\n1;Shelter;690000;6080000\n", "utf-8")
    kortlaegning = Kortlaegning(gpkg_store, fil, crs="EPSG:25832")
    try:
        model = kortlaegning.dialog.felter.model
        assert danish(foerste_spalte(model, QModelIndex())) == []
    finally:
        kortlaegning.luk()
    assert (
        danish([alias(tabel, felt.navn) for tabel in DOMAENETABELLER for felt in tabel.felter])
        == []
    )
    assert danish([oversat(profil.titel) for profil in profiler(gpkg_store)]) == []


def foerste_spalte(model: QAbstractItemModel, over: QModelIndex) -> list[str]:
    led = [model.index(nr, 0, over) for nr in range(model.rowCount(over))]
    return [tekst for et in led for tekst in (str(et.data()), *foerste_spalte(model, et))]


def test_import_and_export_say_it_in_english() -> None:
    assert "Name is missing." in brud_sql("moedested", {"navn"}, "ny", "nr")
    for theme in (5800, 5801, 5802):
        refusals = afslag(tema(theme), {"antal_pl": -1, "saeson_st": "99-99"}, "3.04")
        assert len(refusals) > 2
        assert danish(refusals) == []


def test_the_toolbox_is_english(qgis_app: Any) -> None:
    provider = MoedestedProvider()
    provider.refreshAlgorithms()
    texts = []
    assert len(provider.algorithms()) > 5
    for algorithm in provider.algorithms():
        texts += [
            algorithm.displayName(),
            algorithm.shortDescription(),
            algorithm.shortHelpString(),
        ]
        texts += [each.description() for each in algorithm.parameterDefinitions()]
        texts += [each.description() for each in algorithm.outputDefinitions()]
    assert danish(texts) == []
