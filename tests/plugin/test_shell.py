# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel at work in a real QGIS (`work_in_qgis.py` does the working)."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import Qgis, QgsAction, QgsFeedback, QgsProject, QgsVectorLayer

from moedested_plugin.project import opret_projekt
from tests.desktop import run_qgis, staged

PLADS = "ok room for the layers in a new profile"
DRIVER = Path(__file__).with_name("work_in_qgis.py")


@pytest.mark.slow
def test_a_working_day_in_the_panel(tmp_path: Path, qgis_app: object) -> None:
    folder, log = en_dag(tmp_path)
    assert "the lock is let go" in log
    assert PLADS in log
    assert [path.name for path in folder.glob("*.laas")] == []


@pytest.mark.lang
@pytest.mark.slow
def test_a_working_day_in_a_project_full_of_foreign_code(tmp_path: Path, qgis_app: object) -> None:
    spor = tmp_path / "kørt"
    _, log = en_dag(tmp_path, f"open({str(spor)!r}, 'w').close()")
    assert "the lock is let go" in log
    assert not spor.exists(), "what a stranger wrote into the project was run"


def en_dag(tmp_path: Path, kode: str = "") -> tuple[Path, str]:
    folder = tmp_path / "Mødested prøve"
    folder.mkdir()
    project = folder / "projekt.qgz"
    opret_projekt(376, str(folder / "data.gpkg"), project, True, None, QgsFeedback())
    if kode:
        fyld_med_kode(project, kode)
    result = run_qgis(DRIVER, tmp_path / "billeder", plugins=staged(), project=project)
    assert not result.problem
    return folder, result.log


def fyld_med_kode(sti: Path, kode: str) -> None:
    """Macros, functions and actions by somebody we do not know. (Of a form's own code QGIS itself asks, and falls on a no.)"""
    project = QgsProject()
    assert project.read(str(sti))
    navne = ("openProject", "saveProject", "closeProject")
    makro = "\n".join(f"def {navn}():\n    {kode}" for navn in navne)
    project.writeEntry("Macros", "/pythonCode", makro)
    project.writeEntry("ExpressionFunctions", "/pythonCode", kode)
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer):
            handling = QgsAction(Qgis.AttributeActionType.GenericPython, "Vis", kode)
            handling.setActionScopes({"Canvas", "Feature", "Field", "Form", "Layer"})
            layer.actions().addAction(handling)
    assert project.write()
    project.clear()
