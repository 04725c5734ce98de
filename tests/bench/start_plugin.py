# SPDX-License-Identifier: GPL-2.0-or-later
"""Driver: start the plugin in a QGIS that has not seen it yet, and log the time. Started by bench_plugin_start.py."""

from __future__ import annotations

import time

from desktop_driver import check, log, run
from qgis import utils

NAME = "moedested_plugin"


def start() -> None:
    """Do what QGIS does at its start: import the package, make the plugin, call initGui."""
    utils.updateAvailablePlugins()  # type: ignore[no-untyped-call]  # QGIS's own Python
    begun = time.perf_counter()
    started = utils.loadPlugin(NAME) and utils.startPlugin(NAME)
    log("seconds", f"{time.perf_counter() - begun:.4f}")
    check(started, "the plugin starts")


run([start], start=2000)
