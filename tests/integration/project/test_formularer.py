# SPDX-License-Identifier: GPL-2.0-or-later
"""The forms: every field once, in its tab, with the widget, default and constraint that the model asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any, TypeVar, cast

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorElement,
    QgsAttributeEditorField,
    QgsAttributeEditorRelation,
    QgsFeature,
    QgsFieldConstraints,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerTools,
    QgsVectorLayerUtils,
)
from qgis.gui import (
    QgsAttributeDialog,
    QgsAttributeEditorContext,
    QgsAttributeForm,
    QgsEditorWidgetWrapper,
    QgsRelationEditorWidget,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QDialogButtonBox,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QToolButton,
    QWidget,
)

from moedested_plugin import store as stores
from moedested_plugin.domain.felt import Fane, Type
from moedested_plugin.domain.regler import Regel, regler_for
from moedested_plugin.project.felter import LANG_LISTE, feltkrav, holdes_af_formularen
from moedested_plugin.project.formularer import FANEBLADE
from moedested_plugin.project.lag import LAG, LAG_AF_ROLLE, Lag
from moedested_plugin.project.raekke import er_null

REDIGERBARE = [lag for lag in LAG if not lag.kun_laes]
pr_lag = pytest.mark.parametrize("lag", REDIGERBARE, ids=lambda lag: lag.rolle)
HARD = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthHard
SOFT = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthSoft
NOT_NULL = QgsFieldConstraints.Constraint.ConstraintNotNull
EXPRESSION = QgsFieldConstraints.Constraint.ConstraintExpression


def lag_i(project: QgsProject, rolle: str) -> QgsVectorLayer:
    layer = project.mapLayer(f"moedested_{rolle}")
    assert isinstance(layer, QgsVectorLayer)
    return layer


def faner(layer: QgsVectorLayer) -> list[QgsAttributeEditorContainer]:
    rod = layer.editFormConfig().invisibleRootContainer()
    return [del_ for del_ in rod.children() if isinstance(del_, QgsAttributeEditorContainer)]


def under(element: QgsAttributeEditorElement) -> Iterator[QgsAttributeEditorElement]:
    yield element
    if isinstance(element, QgsAttributeEditorContainer):
        for barn in element.children():
            yield from under(barn)


def felter_i(element: QgsAttributeEditorElement) -> list[str]:
    return [del_.name() for del_ in under(element) if isinstance(del_, QgsAttributeEditorField)]


@pr_lag
def test_every_field_stands_once_in_its_tab(laest: QgsProject, lag: Lag) -> None:
    layer = lag_i(laest, lag.rolle)
    assert layer.editFormConfig().layout() == Qgis.AttributeFormLayout.DragAndDrop
    blade = faner(layer)
    orden = [FANEBLADE.index(blad.name()) for blad in blade]
    assert orden == sorted(orden)
    stedet = {navn: blad.name() for blad in blade for navn in felter_i(blad)}
    alle = [navn for blad in blade for navn in felter_i(blad)]
    assert len(alle) == len(set(alle))
    kun_baenke = {"ryglaen_k", "armlaen_k"} if lag.rolle == "facilitet" else set()
    assert set(alle) == set(lag.tabel.feltnavne) - kun_baenke
    for navn, blad_navn in stedet.items():
        fane = lag.tabel.felt(navn).fane
        assert blad_navn == (Fane.INTERNT if fane is Fane.GEOFA else fane).value
    assert len(felter_i(blade[0])) <= 10
    assert all(blad.children() for blad in blade)


@pr_lag
def test_what_only_geofa_and_the_system_need_is_folded_away(laest: QgsProject, lag: Lag) -> None:
    internt = next(
        (blad for blad in faner(lag_i(laest, lag.rolle)) if blad.name() == "Internt"), None
    )
    geofa = {felt.navn for felt in lag.tabel.felter if felt.fane is Fane.GEOFA}
    laaste = {felt.navn for felt in lag.tabel.felter if felt.laast and felt.fane is Fane.INTERNT}
    if internt is None:
        assert not geofa | laaste
        return
    gruppe = internt.children()[-1]
    assert isinstance(gruppe, QgsAttributeEditorContainer)
    assert gruppe.collapsed()
    assert gruppe.name() == ("GeoFA" if geofa else "System")
    assert set(felter_i(gruppe)) == geofa | laaste


@pr_lag
def test_aliases_widgets_and_locks(laest: QgsProject, lag: Lag) -> None:
    layer = lag_i(laest, lag.rolle)
    form = layer.editFormConfig()
    for felt in lag.tabel.felter:
        index = layer.fields().indexFromName(felt.navn)
        assert layer.attributeAlias(index) == felt.alias
        assert form.readOnly(index) is felt.laast
        setup = layer.editorWidgetSetup(index)
        config: dict[str, Any] = setup.config()
        if felt.henviser is not None:
            assert setup.type() == "RelationReference"
            relation = laest.relationManager().relation(config["Relation"])
            assert relation.isValid()
            assert relation.referencedLayer().subsetString() == ""
            assert config["MapIdentification"] is relation.referencedLayer().isSpatial()
        elif felt.kodeliste is not None:
            assert setup.type() == "ValueRelation"
            assert f"\"liste\" = '{felt.kodeliste}'" in config["FilterExpression"]
            assert "current_value" not in config["FilterExpression"]
            assert (config["Key"], config["Value"], config["OrderByKey"]) == (
                "kode",
                "visning",
                True,
            )
            assert config["AllowMulti"] is (felt.type is Type.KODER)
            assert config["UseCompleter"] is (felt.kodeliste in LANG_LISTE)
        elif felt.type is Type.DATO:
            assert setup.type() == "DateTime"
            assert config["display_format"] == "dd-MM-yyyy"
            assert config["allow_null"]
        if setup.type() == "DateTime":
            # QGIS's own default is a calendar; asked for by name it makes two more, for a search.
            assert config.get("calendar_popup", True) is not felt.laast
            assert "calendar_popup" not in config or felt.laast


@pytest.mark.parametrize(
    ("rolle", "mindst_med", "uden"),
    [
        ("baenk", {1371, 1201}, {1012}),
        ("facilitet", {1012}, {1371, 1201, 1043}),
        ("omraade", {1041}, {1012}),
        ("vandrerute", {5, 2, 6, 11}, {3, 13, 4}),
        ("cykelrute", {3}, {5}),
        ("koererute", {13}, {5}),
        ("andenrute", {4, 8}, {5, 3, 13, 11}),
    ],
)
def test_the_type_is_chosen_among_those_of_the_layer(
    laest: QgsProject, rolle: str, mindst_med: set[int], uden: set[int]
) -> None:
    lag = LAG_AF_ROLLE[rolle]
    layer = lag_i(laest, rolle)
    config = layer.editorWidgetSetup(layer.fields().indexFromName(lag.typefelt)).config()
    kodeliste = lag_i(laest, "kodeliste")
    valg = {feature["kode"] for feature in kodeliste.getFeatures(config["FilterExpression"])}
    assert mindst_med <= valg
    assert not uden & valg


# Constraints -----------------------------------------------------------------------------------------


@pr_lag
def test_hard_rules_are_hard_in_the_form_and_soft_ones_are_advice(
    laest: QgsProject, lag: Lag
) -> None:
    layer = lag_i(laest, lag.rolle)
    beskeder: dict[bool, set[str]] = {True: set(), False: set()}
    for felt in lag.tabel.felter:
        index = layer.fields().indexFromName(felt.navn)
        styrker = layer.fieldConstraintsAndStrength(index)
        assert (styrker.get(NOT_NULL) == HARD) is felt.obligatorisk
        if layer.constraintExpression(index):
            assert styrker[EXPRESSION] in {HARD, SOFT}
            beskeder[styrker[EXPRESSION] == HARD].add(layer.constraintDescription(index))
    for regel in regler_for(lag.tabelnavn):
        felter = [navn for navn in regel.felter if lag.tabel.har(navn)]
        if not felter or (regel.haard and holdes_af_formularen(regel, lag)):
            continue
        assert any(regel.besked in besked for besked in beskeder[regel.haard]), regel.kode
        assert not any(regel.besked in besked for besked in beskeder[not regel.haard]), regel.kode


@pr_lag
def test_each_soft_rule_finds_a_field_of_its_own(lag: Lag) -> None:
    krav = feltkrav(lag)
    for regel in regler_for(lag.tabelnavn):
        if regel.haard or not any(lag.tabel.har(navn) for navn in regel.felter):
            continue
        (felt,) = (navn for navn, samlet in krav.items() if regel.besked in samlet.besked)
        assert felt in regel.felter
        assert not krav[felt].haard


def test_what_one_field_asks_of_many_is_said_there_once() -> None:
    krav = feltkrav(LAG_AF_ROLLE["moedested"])
    samlet = krav["livscyklus_k"]
    assert not samlet.haard
    for besked in ("Kort beskrivelse skal udfyldes", "Postnr. skal udfyldes"):
        assert besked in samlet.besked
    assert samlet.udtryk.count('"livscyklus_k" = 3') == 1
    assert not {"beskrivels", "sted", "postnr", "by"} & set(krav)
    assert (
        krav["link"].besked == "Hjemmeside ligner ikke en webadresse."
    )  # it speaks of itself only


def test_what_the_form_keeps_by_itself_needs_no_mark() -> None:
    moedested = LAG_AF_ROLLE["moedested"]

    def regel(kode: str) -> Regel:
        return next(regel for regel in regler_for("moedested") if regel.kode == f"moedested.{kode}")

    assert holdes_af_formularen(regel("navn.for_lang"), moedested)  # a single line takes no more
    assert not holdes_af_formularen(regel("lang_beskr.for_lang"), moedested)
    assert not holdes_af_formularen(regel("navn.mangler"), moedested)  # blanks are not NULL
    assert holdes_af_formularen(regel("form_k.mangler"), moedested)
    assert holdes_af_formularen(regel("postnr.form"), moedested)  # a number within bounds
    assert holdes_af_formularen(regel("formaal_k.form"), moedested)  # ticks are a list, or NULL
    assert not holdes_af_formularen(regel("periode"), moedested)


# Real forms ------------------------------------------------------------------------------------------


class Tools(QgsVectorLayerTools):
    """Adds rows as the form does, without opening one."""

    def addFeature(  # type: ignore[override]  # noqa: N802 - the stubs are behind QGIS
        self, layer: QgsVectorLayer, defaultValues: dict[int, Any] | None = None,  # noqa: N803
        defaultGeometry: QgsGeometry | None = None, feature: QgsFeature | None = None,  # noqa: N803
        *_: object, **__: object,
    ) -> tuple[bool, QgsFeature]:  # fmt: skip
        ny = QgsVectorLayerUtils.createFeature(
            layer,
            defaultGeometry or QgsGeometry(),
            defaultValues or {},
            layer.createExpressionContext(),
        )
        for navn, vaerdi in (
            ("sti", "billeder/ny.jpg"),
            ("navn", "Ny"),
            ("type_k", 4),
            ("dato_fra", "2026-05-01"),
        ):
            if layer.fields().indexFromName(navn) >= 0 and ny.fields().indexFromName(navn) >= 0:
                ny.setAttribute(navn, vaerdi)
        return layer.addFeature(ny), ny

    def startEditing(self, layer: QgsVectorLayer) -> bool:  # noqa: N802
        return QgsProject.instance().startEditing(layer)

    def stopEditing(self, layer: QgsVectorLayer, allowCancel: bool = True) -> bool:  # noqa: N802, N803
        return False

    def saveEdits(self, layer: QgsVectorLayer) -> bool:  # noqa: N802
        return False


Vis = Callable[..., QgsAttributeDialog]
W = TypeVar("W", bound=QWidget)


def alle(i: QWidget, slags: type[W], navn: str = "") -> list[W]:
    """The widgets of a kind inside another."""
    return cast("list[W]", i.findChildren(slags, navn) if navn else i.findChildren(slags))


@pytest.fixture
def vis() -> Iterator[Vis]:
    """Opens the form of a row, and closes it before the project goes."""
    tools, aabne = Tools(), []

    def aabn(layer: QgsVectorLayer, feature: QgsFeature, *, ny: bool = False) -> QgsAttributeDialog:
        context = QgsAttributeEditorContext()
        context.setVectorLayerTools(tools)
        dialog = QgsAttributeDialog(layer, feature, False, None, False, context)
        if ny:
            dialog.setMode(QgsAttributeEditorContext.Mode.AddFeatureMode)
        dialog.show()
        aabne.append(dialog)
        return dialog

    yield aabn
    for dialog in aabne:
        dialog.close()
        sip.delete(dialog)


def ok_knap(dialog: QgsAttributeDialog) -> Any:
    return alle(dialog, QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Ok)


def ny_raekke(layer: QgsVectorLayer, wkt: str = "") -> QgsFeature:
    return QgsVectorLayerUtils.createFeature(
        layer, QgsGeometry.fromWkt(wkt), {}, layer.createExpressionContext()
    )


def kryds(dialog: QgsAttributeDialog, felt: str, tekst: str) -> None:
    """Tick or untick one code, as the user does."""
    for tabel in alle(dialog.attributeForm(), QTableWidget):
        if tabel.parent().objectName() != felt:
            continue
        for raekke, spalte in product(range(tabel.rowCount()), range(tabel.columnCount())):
            celle = cast("QTableWidgetItem | None", tabel.item(raekke, spalte))
            if celle is not None and celle.text() == tekst:
                til = celle.checkState() != Qt.CheckState.Checked
                celle.setCheckState(Qt.CheckState.Checked if til else Qt.CheckState.Unchecked)
                return
    raise AssertionError(tekst)


def test_ok_waits_for_the_mandatory_fields(aabent: QgsProject, vis: Vis) -> None:
    layer = lag_i(aabent, "moedested")
    assert aabent.startEditing(layer)
    dialog = vis(layer, ny_raekke(layer, "Point(685000 6075000)"), ny=True)
    form: QgsAttributeForm = dialog.attributeForm()
    assert not ok_knap(dialog).isEnabled()
    form.changeAttribute("navn", "ab")
    kryds(dialog, "formaal_k", "Fællesskab")
    assert not ok_knap(dialog).isEnabled()  # too short
    form.changeAttribute("navn", "   ")
    assert not ok_knap(dialog).isEnabled()  # blank
    form.changeAttribute("navn", "Torvet")
    assert ok_knap(dialog).isEnabled()
    form.changeAttribute("livscyklus_k", 3)  # active: much is then needed, but can be saved without
    assert ok_knap(dialog).isEnabled()
    form.changeAttribute("gyldig_fra", "2026-05-02")
    form.changeAttribute("gyldig_til", "2026-05-01")
    assert not ok_knap(dialog).isEnabled()


def test_no_tick_at_all_is_missing_and_a_date_has_a_calendar(aabent: QgsProject, vis: Vis) -> None:
    layer = lag_i(aabent, "moedested")
    assert aabent.startEditing(layer)
    feature = next(f for f in layer.getFeatures() if f["formaal_k"] == [1, 10])
    dialog = vis(layer, feature)
    assert ok_knap(dialog).isEnabled()
    for navn in ("Fællesskab", "Mental trivsel"):
        kryds(dialog, "formaal_k", navn)
    assert not ok_knap(dialog).isEnabled()
    (dato,) = (w for w in alle(dialog, QDateTimeEdit, "gyldig_fra"))
    assert dato.calendarPopup()


def synlig(dialog: QgsAttributeDialog, felt: str) -> bool:
    form = dialog.attributeForm()
    widget = next(
        w for w in alle(form, QWidget, felt) if QgsEditorWidgetWrapper.fromWidget(w) is not None
    )
    tab = alle(dialog, QTabWidget)[0]
    for i in range(tab.count()):
        if tab.widget(i).isAncestorOf(widget):
            tab.setCurrentIndex(i)
    return bool(widget.isVisible())


def test_fields_that_do_not_apply_are_hidden_unless_they_are_filled(
    aabent: QgsProject, vis: Vis
) -> None:
    layer = lag_i(aabent, "moedested")
    assert aabent.startEditing(layer)
    dialog = vis(layer, ny_raekke(layer, "Point(685000 6075000)"), ny=True)
    form = dialog.attributeForm()
    assert synlig(dialog, "underlag_k")
    assert not synlig(dialog, "gyldig_fra")
    form.changeAttribute("form_k", 2)
    assert not synlig(dialog, "underlag_k")
    form.changeAttribute("underlag_k", 1)
    assert synlig(dialog, "underlag_k")
    form.changeAttribute("livscyklus_k", 3)
    assert synlig(dialog, "gyldig_fra")


@pytest.mark.parametrize("rolle", ["moedested", "baenk", "vandrerute"])
def test_a_photo_is_added_and_deleted_in_the_form_of_its_object(
    begge: tuple[QgsProject, str], vis: Vis, rolle: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, adresse = begge
    monkeypatch.setattr(QMessageBox, "exec", lambda *_: QMessageBox.StandardButton.Yes)
    lag = LAG_AF_ROLLE[rolle]
    layer = lag_i(project, rolle)
    foto = lag_i(project, "foto")
    assert project.startEditing(layer)
    assert foto.isEditable()
    med_foto = {f["objekt_id"] for f in foto.getFeatures()}
    feature = next(f for f in layer.getFeatures() if f[lag.tabel.noegle] not in med_foto)
    dialog = vis(layer, feature)
    editor = relationseditor(dialog, "foto")
    knap(editor, "mAddFeatureButton").click()
    nye = [f for f in foto.getFeatures() if f.id() < 0]
    assert [(f["objekt_lag"], f["objekt_id"]) for f in nye] == [
        (lag.tabelnavn, feature[lag.tabel.noegle])
    ]
    gemt, besked = project.commitChanges(False)
    assert gemt
    assert not [linje for linje in besked if "ERROR" in linje]
    with stores.aabn(adresse) as store:
        raekker = [r for r in store.raekker("foto") if r["objekt_id"] == feature[lag.tabel.noegle]]
    assert [(r["objekt_lag"], r["sti"]) for r in raekker] == [(lag.tabelnavn, "billeder/ny.jpg")]
    (gemt_foto,) = (f for f in foto.getFeatures() if f["objekt_id"] == feature[lag.tabel.noegle])
    assert foto.deleteFeature(gemt_foto.id())
    gemt, besked = project.commitChanges(True)
    assert gemt, besked
    with stores.aabn(adresse) as store:
        assert not [r for r in store.raekker("foto") if r["objekt_id"] == feature[lag.tabel.noegle]]


def relationseditor(dialog: QgsAttributeDialog, rolle: str) -> QgsRelationEditorWidget:
    tab = alle(dialog, QTabWidget)[0]
    for editor in alle(dialog, QgsRelationEditorWidget):
        if editor.relation().referencingLayerId() == f"moedested_{rolle}":
            for i in range(tab.count()):
                if tab.widget(i).isAncestorOf(editor):
                    tab.setCurrentIndex(i)
            return editor
    raise AssertionError(rolle)


def knap(editor: QgsRelationEditorWidget, navn: str) -> QToolButton:
    """QGIS names the buttons of the relation editor only by what they say."""
    tekster = {"mAddFeatureButton": ("Add child feature", "Tilføj")}[navn]
    return next(knap for knap in alle(editor, QToolButton) if knap.toolTip().startswith(tekster))


@pytest.mark.parametrize(
    ("rolle", "boern"),
    [
        ("moedested", {"aktivitet", "tilknytning", "udstyr", "medvirkende", "besoegstal", "foto"}),
        ("baenk", {"tilknytning", "foto"}),
        ("facilitet", {"tilknytning", "foto"}),
        ("omraade", {"tilknytning", "foto"}),
        ("vandrerute", {"straekning", "tilknytning", "foto"}),
        ("andenrute", {"straekning", "tilknytning", "foto"}),
    ],
)
def test_what_belongs_to_a_row_is_edited_inside_its_form(
    aabent: QgsProject, rolle: str, boern: set[str]
) -> None:
    relationer = aabent.relationManager()
    i_formen = [
        relationer.relation(del_.relation().id())
        for blad in faner(lag_i(aabent, rolle))
        for del_ in under(blad)
        if isinstance(del_, QgsAttributeEditorRelation)
    ]
    assert all(relation.isValid() for relation in i_formen)
    assert {r.referencingLayerId().removeprefix("moedested_") for r in i_formen} == boern
    assert {r.referencedLayerId() for r in i_formen} == {f"moedested_{rolle}"}


def test_multiple_codes_are_written_as_a_list(aabent: QgsProject, vis: Vis, flyttet: Any) -> None:
    layer = lag_i(aabent, "moedested")
    assert aabent.startEditing(layer)
    feature = next(f for f in layer.getFeatures() if f["formaal_k"] == [1, 10])
    dialog = vis(layer, feature)
    for navn in ("Fællesskab", "Mental trivsel", "Leg", "Andet"):  # two off, two on
        kryds(dialog, "formaal_k", navn)
    dialog.accept()
    gemt, besked = aabent.commitChanges(True)
    assert gemt, besked
    with stores.aabn(str(flyttet / "lager.gpkg")) as store:
        (raekke,) = store.raekker("moedested", ("formaal_k",), noegler=[feature["moedested_id"]])
    assert sorted(raekke["formaal_k"]) == [9, 98]  # type: ignore[arg-type]


@pytest.mark.parametrize("rolle", ["aktivitet", "straekning"])
def test_what_a_row_belongs_to_is_chosen_by_a_person(
    begge: tuple[QgsProject, str], vis: Vis, rolle: str, qtbot: QtBot
) -> None:
    project, _ = begge
    layer = lag_i(project, rolle)
    assert project.startEditing(layer)
    (felt,) = (f for f in LAG_AF_ROLLE[rolle].tabel.felter if f.henviser and f.obligatorisk)
    dialog = vis(layer, QgsVectorLayerUtils.createFeature(layer), ny=True)
    liste = next(
        boks for boks in alle(dialog, QComboBox) if boks.inherits("QgsFeatureListComboBox")
    )
    qtbot.waitUntil(lambda: liste.count() > 1)  # QGIS reads the rows in a thread
    QApplication.processEvents()
    assert er_null(dialog.attributeForm().currentFormFeature()[felt.navn])
    assert not ok_knap(dialog).isEnabled()
