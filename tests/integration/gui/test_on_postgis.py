# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel's numbers, the lock and the locator on the other kind of store."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot
from qgis.core import QgsFeedback, QgsProject

from moedested_plugin.gui.current_project import CurrentProject
from moedested_plugin.gui.edit_lock import EditLock
from moedested_plugin.gui.locator_search import matches, sources
from moedested_plugin.gui.status import read_status
from moedested_plugin.project import opret_projekt
from tests.postgis import Database

from .test_udskriv import Udskriver, pdf_tekst, widgets

__all__ = ["widgets"]


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


def test_the_dialog_of_printing_shows_and_prints_on_postgis(
    postgis_database: Database, tmp_path: Path, qtbot: QtBot, widgets: None
) -> None:
    path = tmp_path / "projekt.qgz"
    opret_projekt(376, postgis_database.qgis_forbindelse(), path, True, None, QgsFeedback())
    project = QgsProject()
    assert project.read(str(path))
    current = CurrentProject(project)
    ud = Udskriver(current, qtbot, tmp_path / "Mappe æ")
    ud.vaelg("moedestedsark")
    ud.forny()
    assert ud.ser().endswith("Aftenstuen på skærm")
    for skabelon, navn in (
        ("ruteark", "Fra Sakskøbing til Guldborg"),
        ("status", "Status på mødesteder"),
    ):
        ud.vaelg(skabelon)
        ud.forny()
        assert ud.ser().endswith(navn)
    ud.vaelg("oversigt")
    ud.forny()
    ud.dialog.udskriv_knap.click()
    assert ud.filer() == ["oversigt.pdf"]
    tekst = pdf_tekst(ud.mappe / "oversigt.pdf")
    assert "Bænken mod syd" in tekst
    assert "Kyst: GSHHG" in tekst
    ud.dialog.foej_knap.click()
    assert ud.iface.aabnet or project.layoutManager().layouts()
    ud.luk()
    current.close()
    project.clear()
