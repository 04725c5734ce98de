# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel at work in a real QGIS (`work_in_qgis.py` does the working)."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsFeedback

from moedested_plugin.project import opret_projekt
from tests.desktop import run_qgis, staged

DRIVER = Path(__file__).with_name("work_in_qgis.py")


@pytest.mark.slow
def test_a_working_day_in_the_panel(tmp_path: Path, qgis_app: object) -> None:
    folder = tmp_path / "Mødested prøve"
    folder.mkdir()
    project = folder / "projekt.qgz"
    opret_projekt(376, str(folder / "data.gpkg"), project, True, None, QgsFeedback())
    result = run_qgis(DRIVER, tmp_path / "billeder", plugins=staged(), project=project)
    assert not result.problem
    assert "the lock is let go" in result.log
    assert [path.name for path in folder.glob("*.laas")] == []
