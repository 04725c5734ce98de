# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QWizard

from moedested_plugin.gui.project_wizard import ProjectWizard
from moedested_plugin.gui.tasks import Tasks
from moedested_plugin.settings import Settings
from moedested_plugin.store import aabn


@pytest.fixture
def settings(qgis_app: object) -> Iterator[Settings]:
    made = Settings()
    for entry in (made.kommune, made.mappe, made.geofa_bruger):
        entry.remove()
    yield made
    made.close()


@pytest.fixture
def wizard(settings: Settings, qtbot: QtBot) -> Iterator[ProjectWizard]:
    tasks = Tasks()
    shown = ProjectWizard(settings, tasks, lambda: True, str)
    qtbot.addWidget(shown)
    shown.show()
    yield shown
    tasks.close()


def button(wizard: ProjectWizard, which: QWizard.WizardButton) -> bool:
    return bool(wizard.button(which).isEnabled())


def fill(wizard: ProjectWizard, folder: Path, kommune: str = "Guldborgsund") -> None:
    wizard.kommune_page.filter.setText(kommune)
    wizard.next()
    wizard.store_page.file.setFilePath(str(folder / "data.gpkg"))
    wizard.next()
    wizard.project_page.file.setFilePath(str(folder / "projekt.qgz"))


def test_no_municipality_is_chosen_for_you(wizard: ProjectWizard) -> None:
    assert wizard.kommune_page.kommune() is None
    assert not button(wizard, QWizard.WizardButton.NextButton)
    assert wizard.kommune_page.list.model().rowCount() == 98


@pytest.mark.parametrize(
    ("typed", "name"), [("ærø", "Ærø"), ("aero", "Ærø"), ("Sonderb", "Sønderborg")]
)
def test_the_list_is_searched_as_people_type(wizard: ProjectWizard, typed: str, name: str) -> None:
    wizard.kommune_page.filter.setText(typed)
    kommune = wizard.kommune_page.kommune()
    assert kommune is not None
    assert kommune.navn == name
    assert button(wizard, QWizard.WizardButton.NextButton)


def test_the_municipality_is_remembered(settings: Settings, qtbot: QtBot) -> None:
    settings.kommune.setValue(360)
    shown = ProjectWizard(settings, Tasks(), lambda: True, str)
    qtbot.addWidget(shown)
    kommune = shown.kommune_page.kommune()
    assert kommune is not None
    assert kommune.navn == "Lolland"


def test_proposes_names_that_are_free(
    wizard: ProjectWizard, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    settings.mappe.setValue(str(tmp_path))
    (tmp_path / "moedesteder_aro.gpkg").touch()
    shown = ProjectWizard(settings, Tasks(), lambda: True, str)
    qtbot.addWidget(shown)
    shown.show()
    shown.kommune_page.filter.setText("Ærø")
    shown.next()
    assert shown.store_page.address() == str(tmp_path / "moedesteder_aro_2.gpkg")


def test_examples_are_offered_only_where_they_lie(wizard: ProjectWizard, tmp_path: Path) -> None:
    fill(wizard, tmp_path, "Lolland")
    assert not wizard.project_page.examples.isVisible()
    assert not wizard.project_page.with_examples()


def test_says_at_once_what_is_wrong_and_stops_there(wizard: ProjectWizard, tmp_path: Path) -> None:
    wizard.kommune_page.filter.setText("Lolland")
    wizard.next()
    wizard.store_page.file.setFilePath(str(tmp_path / "mangler" / "data.gpkg"))
    assert "findes ikke" in wizard.store_page._problem.text()
    assert not button(wizard, QWizard.WizardButton.NextButton)
    wizard.store_page.file.setFilePath(str(tmp_path / "data.gpkg"))
    assert wizard.store_page._problem.text() == ""
    assert button(wizard, QWizard.WizardButton.NextButton)


def test_without_a_postgis_connection_it_says_where_to_make_one(wizard: ProjectWizard) -> None:
    wizard.store_page.connection.clear()
    wizard.kommune_page.filter.setText("Lolland")
    wizard.next()
    wizard.store_page.postgis.setChecked(True)
    assert "Browser" in wizard.store_page._problem.text()
    assert not button(wizard, QWizard.WizardButton.NextButton)


def test_makes_a_project_that_opens(
    wizard: ProjectWizard, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    settings.geofa_bruger.setValue("Lolland Kommune")
    fill(wizard, tmp_path, "Lolland")
    with qtbot.waitSignal(wizard.made, timeout=60_000) as got:
        wizard.button(QWizard.WizardButton.FinishButton).click()
    assert got.args == [str(tmp_path / "projekt.qgz")]
    project = QgsProject()
    assert project.read(str(tmp_path / "projekt.qgz"))
    assert all(layer.isValid() for layer in project.mapLayers().values())
    project.clear()
    with aabn(str(tmp_path / "data.gpkg")) as store:
        assert store.indstilling("geofa_bruger") == "Lolland Kommune"
    assert settings.kommune.value() == 360
    assert settings.mappe.value() == str(tmp_path)


def test_cancelled_on_the_way_it_leaves_nothing(
    wizard: ProjectWizard, tmp_path: Path, qtbot: QtBot
) -> None:
    fill(wizard, tmp_path)
    wizard.button(QWizard.WizardButton.FinishButton).click()
    assert not button(wizard, QWizard.WizardButton.FinishButton)
    wizard.button(QWizard.WizardButton.CancelButton).click()
    qtbot.waitUntil(lambda: "Afbrudt" in wizard.project_page._problem.text(), timeout=60_000)
    assert list(tmp_path.iterdir()) == []
    assert wizard.isVisible()
    assert button(wizard, QWizard.WizardButton.FinishButton), "it can be tried again"


@pytest.mark.parametrize("besked", ["_made", "_failed", "_cancelled"])
def test_the_wizard_may_be_gone_when_its_task_ends(
    settings: Settings, besked: str, qtbot: QtBot
) -> None:
    """QGIS is closed while the project is being made: the task still tells how it went."""
    gone = ProjectWizard(settings, Tasks(), lambda: True, str)
    tell = getattr(gone, besked)
    sip.delete(gone)
    tell(*([] if besked == "_cancelled" else [None]))


def test_a_failure_is_said_in_the_wizard_and_leaves_nothing(
    wizard: ProjectWizard, tmp_path: Path, qtbot: QtBot
) -> None:
    fill(wizard, tmp_path)
    boundary = tmp_path / "kommune.geojson"
    boundary.write_text("ikke en fil med grænser", encoding="utf-8")
    wizard.project_page.boundary_file.setFilePath(str(boundary))
    wizard.button(QWizard.WizardButton.FinishButton).click()
    qtbot.waitUntil(lambda: wizard._task is None, timeout=60_000)
    assert wizard.project_page._problem.text()
    assert "Opretter" not in wizard.project_page._problem.text()
    assert [path.name for path in tmp_path.iterdir()] == ["kommune.geojson"]


def test_nothing_is_made_when_the_user_stays_in_the_open_project(
    settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    shown = ProjectWizard(settings, Tasks(), lambda: False, str)
    qtbot.addWidget(shown)
    shown.show()
    fill(shown, tmp_path)
    shown.button(QWizard.WizardButton.FinishButton).click()
    assert shown.isVisible()
    assert list(tmp_path.iterdir()) == []
