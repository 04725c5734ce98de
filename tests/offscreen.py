# SPDX-License-Identifier: GPL-2.0-or-later
"""Loaded by pytest before anything else (`-p` in pyproject.toml): Qt needs no screen and opens no window.

A conftest.py would come too late: pytest-qgis starts Qt before it reads them.
"""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
