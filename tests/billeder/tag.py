# SPDX-License-Identifier: GPL-2.0-or-later
"""Run inside QGIS by `.ci/billeder.py`: takes the pictures that it was asked for."""

from __future__ import annotations

from importlib import import_module

from desktop_driver import run, shot

run(import_module("billeder.gang").scenes(shot))
