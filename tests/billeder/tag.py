# SPDX-License-Identifier: GPL-2.0-or-later
"""Run inside QGIS by `.ci/billeder.py`: takes the pictures that it was asked for."""

from __future__ import annotations

from billeder.gang import scenes
from desktop_driver import run, shot

run(scenes(shot))
