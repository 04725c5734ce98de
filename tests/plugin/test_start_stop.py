# SPDX-License-Identifier: GPL-2.0-or-later
"""Starting, stopping and reloading in a real QGIS leaves nothing behind (`restart_in_qgis.py` does the looking)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.desktop import Result, run_qgis, staged

DRIVER = Path(__file__).with_name("restart_in_qgis.py")


@pytest.fixture(scope="module")
def restarted(tmp_path_factory: pytest.TempPathFactory) -> Result:
    return run_qgis(DRIVER, tmp_path_factory.mktemp("restart"), plugins=staged())


@pytest.mark.slow
def test_nothing_is_left_behind_after_five_rounds_of_start_stop_and_reload(
    restarted: Result,
) -> None:
    assert not restarted.problem
    for step in ("started", "start 4", "stop 4", "there after reload 4"):
        assert re.search(rf"ok .*{step}", restarted.log), restarted.log


@pytest.mark.slow
def test_no_shortcut_is_used_twice(restarted: Result) -> None:
    assert re.search("ok shortcuts", restarted.log), restarted.log
