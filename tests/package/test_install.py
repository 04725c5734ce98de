# SPDX-License-Identifier: GPL-2.0-or-later
"""The zip, installed into an empty profile of a real QGIS, gives a plugin that runs and goes again."""

from __future__ import annotations

from pathlib import Path

import package
import pytest

from tests.desktop import run_qgis


@pytest.mark.slow
def test_the_zip_installs_into_an_empty_profile(tmp_path: Path) -> None:
    folder = tmp_path / "Mødested test"
    folder.mkdir()
    zip_path = package.build(folder / "moedested_plugin.zip")
    result = run_qgis(
        Path(__file__).with_name("install_zip.py"),
        folder / "shots",
        plugins=folder,
        enabled=(),
        environment={"ZIP": str(zip_path)},
    )
    assert not result.problem, result.problem
    assert "done" in result.log
