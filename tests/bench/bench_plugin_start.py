# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin costs QGIS at start: import and initGui, each time in a QGIS just started."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmark import Job

from tests.desktop import run_qgis, staged

DRIVER = Path(__file__).with_name("start_plugin.py")


def start_seconds(folder: Path, plugins: Path) -> float:
    """Start QGIS, let it start the plugin, and give the seconds that took."""
    result = run_qgis(DRIVER, folder, plugins=plugins, enabled=())
    match = re.search(r"seconds (\S+)", result.log)
    if result.problem or match is None:
        raise RuntimeError(result.problem or result.log)
    return float(match[1])


def jobs(folder: Path) -> Iterator[Job]:
    """Give the one job: the median of ten starts."""
    run = partial(start_seconds, folder, staged())
    yield Job("plugin start", run, budget=0.050, times=10, measures_itself=True)
