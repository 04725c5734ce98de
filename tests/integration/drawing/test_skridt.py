# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.core import (
    QgsFeature,
    QgsProject,
    QgsRelation,
    QgsRelationContext,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)

from moedested_plugin.drawing.skridt import Skridt


class Bord:
    """A parent layer, its children, and one that has nothing to do with them."""

    def __init__(self) -> None:
        self.project = QgsProject()
        self.far, self.barn, self.andet = (
            QgsVectorLayer(f"NoGeometry?field=noegle:string&field={felt}:string", felt, "memory")
            for felt in ("navn", "far", "andet")
        )
        self.project.addMapLayers([self.far, self.barn, self.andet])
        relation = QgsRelation(QgsRelationContext(self.project))
        relation.setId("r")
        relation.setReferencedLayer(self.far.id())
        relation.setReferencingLayer(self.barn.id())
        relation.addFieldPair("far", "noegle")
        assert relation.isValid()
        self.project.relationManager().addRelation(relation)
        for layer in (self.far, self.barn, self.andet):
            layer.startEditing()
        self.skridt = Skridt(self.project)

    def ny(self, layer: QgsVectorLayer, noegle: str, andet: str = "") -> QgsFeature:
        raekke = QgsVectorLayerUtils.createFeature(layer)
        raekke.setAttributes([noegle, andet])
        layer.beginEditCommand(noegle)
        assert layer.addFeature(raekke)
        layer.endEditCommand()
        return raekke

    def et(self, noegle: str, *layers: QgsVectorLayer) -> None:
        with self.skridt.et([*layers], noegle):
            for layer in layers[:-1]:  # the last only carries the step
                self.ny(layer, noegle)

    def alt(self) -> str:
        return " ".join(
            ",".join(sorted(str(f["noegle"]) for f in layer.getFeatures())) or "-"
            for layer in (self.far, self.barn, self.andet)
        )


@pytest.fixture
def bord(qgis_app: object) -> Iterator[Bord]:
    bord = Bord()
    yield bord
    bord.skridt.close()
    for layer in bord.project.mapLayers().values():
        assert isinstance(layer, QgsVectorLayer)
        layer.rollBack()
    bord.project.clear()


def test_one_step_from_whichever_layer_also_several_at_once(bord: Bord) -> None:
    for nr in "abc":
        bord.et(nr, bord.far, bord.barn, bord.andet)
    assert bord.alt() == "a,b,c a,b,c -"
    for layer in (bord.far, bord.barn, bord.andet):
        layer.undoStack().undo()
        assert bord.alt() == "a,b a,b -", layer.name()
        layer.undoStack().redo()
        assert bord.alt() == "a,b,c a,b,c -", layer.name()
    bord.andet.undoStack().setIndex(0)  # the undo panel
    assert bord.alt() == "- - -"
    bord.barn.undoStack().setIndex(2)
    assert bord.alt() == "a,b a,b -"
    # What was done since is not taken back silently.
    bord.ny(bord.barn, "x")
    bord.far.undoStack().undo()
    assert bord.alt() == "a a,b,x -"


def test_an_exception_takes_all_of_it_back(bord: Bord) -> None:
    with pytest.raises(ValueError, match="nej"), bord.skridt.et([bord.far, bord.barn], "x"):
        bord.ny(bord.far, "a")
        raise ValueError("nej")
    assert bord.alt() == "- - -"


def test_a_new_object_and_its_children_are_one_however_they_came(bord: Bord) -> None:
    far = bord.ny(bord.far, "a")
    bord.skridt.foelg_ny(bord.far, far)
    bord.ny(bord.barn, "a1", "a")
    bord.ny(bord.barn, "b1", "b")
    bord.barn.undoStack().undo()
    bord.barn.undoStack().redo()
    assert bord.alt() == "a a1,b1 -", "a child is a step of its own"
    bord.far.undoStack().undo()
    assert bord.alt() == "- b1 -"
    bord.far.undoStack().redo()
    assert bord.alt() == "a a1,b1 -"
    bord.far.undoStack().undo()
    bord.barn.undoStack().undo()
    assert bord.alt() == "a a1,b1 -", "no child without its parent"
    # Something newer lies on the children's stack: it stays, and they come back all the same.
    bord.far.undoStack().undo()
    bord.ny(bord.barn, "b2", "b")
    bord.far.undoStack().redo()
    assert bord.alt() == "a a1,b1,b2 -"
    bord.far.undoStack().undo()
    assert bord.alt() == "- b1,b2 -"
    bord.far.undoStack().redo()
    # Deleted and not undone: the children go too, and come again with it.
    bord.far.beginEditCommand("slet")
    bord.far.deleteFeature(next(bord.far.getFeatures()).id())
    bord.far.endEditCommand()
    assert bord.alt() == "- b1,b2 -"
    bord.far.undoStack().undo()
    assert bord.alt() == "a a1,b1,b2 -"


def test_what_is_saved_or_gone_is_forgotten(bord: Bord) -> None:
    far = bord.ny(bord.far, "a")
    bord.skridt.foelg_ny(bord.far, far)
    bord.ny(bord.barn, "a1", "a")
    bord.et("b", bord.far, bord.barn, bord.andet)
    assert bord.far.commitChanges(False)
    assert bord.alt() == "a,b a1,b -", "saving takes no child away"
    bord.barn.undoStack().undo()
    assert bord.alt() == "a,b a1 -", "what is saved stays"
    bord.far.startEditing()
    bord.et("c", bord.far, bord.barn, bord.andet)
    bord.project.removeMapLayer(bord.andet.id())
    bord.barn.undoStack().undo()
    assert [f["noegle"] for f in bord.far.getFeatures()] == ["a", "b"]
