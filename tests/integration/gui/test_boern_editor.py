# SPDX-License-Identifier: GPL-2.0-or-later
"""What belongs to a row is edited by QGIS's own editor, made when its tab is first shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.core import QgsFeature
from qgis.gui import (
    QgsAttributeDialog,
    QgsAttributeEditorContext,
    QgsGui,
    QgsRelationEditorWidget,
)
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QTabWidget

from moedested_plugin.gui import boern_editor
from moedested_plugin.project.formularer import BOERN_EDITOR
from tests.integration.gui.redigering import Redigering, alle, bo, en, ro, widgets

__all__ = ["bo", "widgets"]


@pytest.fixture
def store(gpkg_store: object) -> object:
    return gpkg_store


@pytest.fixture
def tilmeldt() -> Iterator[None]:
    boern_editor.tilmeld()
    yield
    boern_editor.frameld()


@pytest.fixture
def torvet(bo: Redigering) -> QgsFeature:
    """A moedested with one activity, and another moedested with another."""
    bo.rediger()
    fids = {}
    for sted, aktivitet in (("Torvet", "Petanque"), ("Havnen", "Krabbefangst")):
        fids[sted] = bo.ny("moedested", {"navn": sted, "formaal_k": [1]})
        noegle = bo.feature("moedested", fids[sted])["moedested_id"]
        bo.ny("aktivitet", {"navn": aktivitet, "type_k": 4, "moedested_id": noegle})
    return bo.feature("moedested", fids["Torvet"])


def aabn(bo: Redigering, feature: QgsFeature) -> QgsAttributeDialog:
    layer = bo.lag("moedested")
    dialog = QgsAttributeDialog(layer, feature, False, None, False, QgsAttributeEditorContext())
    dialog.resize(960, 640)
    dialog.show()
    ro()
    return dialog


def vis_fane(dialog: QgsAttributeDialog, navn: str) -> None:
    faner = en(dialog, QTabWidget)
    faner.setCurrentIndex(next(nr for nr in range(faner.count()) if faner.tabText(nr) == navn))
    ro()


def aktiviteter(dialog: QgsAttributeDialog) -> list[str]:
    """What the editor of the activities lists."""
    vis_fane(dialog, "Formål og aktiviteter")
    editor = next(
        editor
        for editor in alle(dialog, QgsRelationEditorWidget)
        if editor.relation().referencingLayerId() == "moedested_aktivitet"
    )
    boern = editor.relation().getRelatedFeatures(editor.feature())
    return [barn["navn"] for barn in boern]


def test_the_editor_is_made_when_its_tab_is_shown(
    bo: Redigering, torvet: QgsFeature, tilmeldt: None
) -> None:
    dialog = aabn(bo, torvet)
    assert len(alle(dialog, boern_editor.BoernEditor)) == 6
    assert not alle(dialog, QgsRelationEditorWidget)
    assert aktiviteter(dialog) == ["Petanque"]
    assert len(alle(dialog, QgsRelationEditorWidget)) == 1
    sip.delete(dialog)


def test_it_follows_to_another_row(bo: Redigering, torvet: QgsFeature, tilmeldt: None) -> None:
    """As in the form view of the attribute table, where one form shows row after row."""
    dialog = aabn(bo, torvet)
    assert aktiviteter(dialog) == ["Petanque"]
    havnen = bo.feature("moedested", bo.fid("moedested", "Havnen"))
    dialog.attributeForm().setFeature(havnen)
    ro()
    assert aktiviteter(dialog) == ["Krabbefangst"]
    sip.delete(dialog)


def test_it_looks_like_qgis_own_and_without_the_plugin_it_is(
    bo: Redigering, torvet: QgsFeature
) -> None:
    billeder = []
    for med in (True, False):
        if med:
            boern_editor.tilmeld()
        dialog = aabn(bo, torvet)
        assert bool(alle(dialog, boern_editor.BoernEditor)) is med
        assert aktiviteter(dialog) == ["Petanque"]
        vis_fane(dialog, "Internt")
        billeder.append(dialog.grab().toImage())
        sip.delete(dialog)
        if med:
            boern_editor.frameld()
            assert BOERN_EDITOR not in QgsGui.relationWidgetRegistry().relationWidgetNames()
    assert billeder[0] == billeder[1]
