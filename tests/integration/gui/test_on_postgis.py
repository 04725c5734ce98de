# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel's numbers, the lock and the locator on the other kind of store."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsFeedback, QgsProject

from moedested_plugin.gui.current_project import CurrentProject
from moedested_plugin.gui.edit_lock import EditLock
from moedested_plugin.gui.locator_search import matches, sources
from moedested_plugin.gui.status import read_status
from moedested_plugin.project import opret_projekt
from tests.postgis import Database


def test_panel_and_locator_work_on_postgis(postgis_database: Database, tmp_path: Path) -> None:
    connection = postgis_database.qgis_forbindelse()
    path = tmp_path / "projekt.qgz"
    opret_projekt(376, connection, path, True, None, QgsFeedback())
    project = QgsProject()
    assert project.read(str(path))
    current = CurrentProject(project)

    assert current.store_address == connection
    status = read_status(current.store_address, QgsFeedback())
    assert status.kommune == "Guldborgsund"
    assert set(status.livscyklus) == {1, 2, 3, 4, 5}

    lock = EditLock(current, lambda: "abc")
    lock.follow()
    assert lock.access.can_edit, "several may edit at once"

    places, *_, routes = sources(current)
    found = matches(places, "gedsre", QgsFeedback())
    assert found
    assert all("Gedser" in match.beside or "Gedser" in match.name for match in found)
    assert matches(routes, "gedser odde", QgsFeedback())[0].name == "Ud til Gedser Odde"

    lock.close()
    current.close()
    project.clear()
