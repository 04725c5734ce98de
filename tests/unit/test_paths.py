# SPDX-License-Identifier: GPL-2.0-or-later
"""Files are found in the repository and in the installed plugin alike."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest

from moedested_plugin import paths

ROOT = Path(__file__).resolve().parents[2]


def test_in_the_repository_resources_lie_beside_the_package() -> None:
    assert paths.resource("icons").is_dir()
    assert paths.resource("icons", "x.svg") == ROOT / "resources" / "icons" / "x.svg"
    assert paths.metadata() == ROOT / "metadata.txt"


@pytest.mark.parametrize("folder", ["moedested_plugin", "Mødested test/moedested_plugin"])
def test_installed_they_lie_inside(tmp_path: Path, folder: str) -> None:
    plugin = tmp_path / folder
    plugin.mkdir(parents=True)
    shutil.copy(ROOT / "moedested_plugin" / "paths.py", plugin)
    shutil.copy(ROOT / "metadata.txt", plugin)
    spec = importlib.util.spec_from_file_location("installed_paths", plugin / "paths.py")
    assert spec
    assert spec.loader
    installed = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(installed)
    assert installed.resource("icons", "x.svg") == plugin / "resources" / "icons" / "x.svg"
    assert installed.metadata() == plugin / "metadata.txt"
