# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsFeedback, QgsLocatorContext, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas

from moedested_plugin.gui.current_project import CurrentProject
from moedested_plugin.gui.locator import AT_MOST, OPEN_FORM, MoedestedLocatorFilter
from moedested_plugin.gui.locator_search import found_row


class Window:
    """As much of QGIS's window as the locator touches."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self.canvas = canvas
        self.forms: list[str] = []

    def mapCanvas(self) -> QgsMapCanvas:  # noqa: N802
        return self.canvas

    def setActiveLayer(self, layer: QgsVectorLayer) -> None:  # noqa: N802
        self.active = layer

    def openFeatureForm(self, layer: QgsVectorLayer, feature: object, *_: object) -> None:  # noqa: N802
        self.forms.append(f"{layer.name()}: {feature['navn']}")  # type: ignore[index]


@pytest.fixture
def window(qgis_canvas: QgsMapCanvas) -> Window:
    return Window(qgis_canvas)


def search(
    current: CurrentProject,
    window: object,
    text: str,
    *,
    prefix: bool = True,
    feedback: QgsFeedback | None = None,
) -> list[object]:
    found = MoedestedLocatorFilter(current, window).clone()  # type: ignore[arg-type]
    results: list[object] = []
    found.resultFetched.connect(results.append)
    context = QgsLocatorContext()
    context.usingPrefix = prefix
    found.prepare(text, context)
    found.fetchResults(text, context, feedback or QgsFeedback())
    search.keep = found
    return results


def names(results: list[object]) -> list[str]:
    return [result.displayString for result in results]


def test_finds_moedesteder_by_town_first_then_facilities_and_routes(
    current: CurrentProject, window: Window
) -> None:
    results = search(current, window, "gedser")
    groups = [result.group for result in results]
    assert groups == sorted(groups, key=["Mødesteder", "Faciliteter", "Ruter"].index)
    assert set(groups) == {"Mødesteder", "Faciliteter", "Ruter"}
    assert any("Gedser" in result.description for result in results)


@pytest.mark.parametrize("typed", ["gedsre", "GEDSER", "gesder"])
def test_a_slip_of_the_finger_is_forgiven(
    current: CurrentProject, window: Window, typed: str
) -> None:
    assert names(search(current, window, typed)) == names(search(current, window, "gedser"))


def test_form_and_lifecycle_are_words_too(current: CurrentProject, window: Window) -> None:
    found = [each.description for each in search(current, window, "digitalt aktiv")]
    assert found
    for description in found:
        assert "digitalt" in description.lower()
        assert description.endswith("Aktiv")


@pytest.fixture(scope="module")
def demo(made_once: Path) -> Iterator[QgsProject]:
    """Only read here, so one for all."""
    project = QgsProject()
    assert project.read(str(made_once / "projekt.qgz"))
    yield project
    project.clear()


@pytest.fixture(scope="module")
def current(demo: QgsProject) -> Iterator[CurrentProject]:
    following = CurrentProject(demo)
    yield following
    following.close()


def test_never_more_than_thirty(current: CurrentProject, window: Window) -> None:
    everything = [feature for layer in current.layers() for feature in layer.getFeatures()]
    assert len(everything) > AT_MOST
    assert len(search(current, window, "s")) == AT_MOST


def test_without_the_prefix_short_words_are_left_to_others(
    current: CurrentProject, window: Window
) -> None:
    assert search(current, window, "ge", prefix=False) == []
    assert search(current, window, "gedser", prefix=False)


def test_a_cancelled_search_finds_nothing(current: CurrentProject, window: Window) -> None:
    feedback = QgsFeedback()
    feedback.cancel()
    assert search(current, window, "gedser", feedback=feedback) == []


def test_unsaved_rows_are_found(current: CurrentProject, window: Window) -> None:
    layer = current.layer("moedested")
    assert layer is not None
    layer.startEditing()
    fid = next(layer.getFeatures()).id()
    layer.changeAttributeValue(fid, layer.fields().indexOf("navn"), "Zebracafeen")
    assert names(search(current, window, "zebracafe")) == ["Zebracafeen"]
    layer.rollBack()


def test_flies_to_a_point_and_keeps_a_nearer_scale(
    current: CurrentProject, window: Window, demo: QgsProject
) -> None:
    window.canvas.setDestinationCrs(demo.crs())
    window.canvas.resize(400, 300)
    window.canvas.setExtent(QgsRectangle(660000, 6040000, 720000, 6100000))
    (result,) = [
        each
        for each in search(current, window, "shelter ved gedser")
        if each.displayString == "Shelter ved Gedser"
    ]
    search.keep.triggerResult(result)
    role, fid = result.userData
    layer, feature = found_row(current, role, fid)
    assert layer is not None
    assert layer.name() == "Faciliteter", "the layer where it is edited, not the one to look up in"
    assert window.canvas.center().distance(feature.geometry().centroid().asPoint()) < 1
    assert window.canvas.scale() <= 5001
    assert window.forms == []


def test_the_second_action_opens_the_form(current: CurrentProject, window: Window) -> None:
    result = search(current, window, "shelter ved gedser")[0]
    search.keep.triggerResultFromAction(result, OPEN_FORM)
    assert window.forms == ["Faciliteter: Shelter ved Gedser"]


def test_what_has_no_place_opens_its_form_at_once(current: CurrentProject, window: Window) -> None:
    layer = current.layer("moedested")
    assert layer is not None
    without = next(feature for feature in layer.getFeatures() if not feature.hasGeometry())
    result = search(current, window, without["navn"])[0]
    search.keep.triggerResult(result)
    assert window.forms == [f"Mødesteder: {without['navn']}"]


def test_without_a_project_of_ours_there_is_nothing(
    qgis_new_project: object, window: Window
) -> None:
    following = CurrentProject(QgsProject.instance())
    assert search(following, window, "gedser") == []
    following.close()
