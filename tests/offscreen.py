# SPDX-License-Identifier: GPL-2.0-or-later
"""Loaded by pytest before anything else (`-p` in pyproject.toml): Qt needs no screen, and temporary files no disk.

A conftest.py would come too late: pytest-qgis starts Qt before it reads them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

#: Files that the machine keeps in memory, and how much room (bytes) there must be.
_HUKOMMELSE, _PLADS = Path("/dev/shm"), 4 << 30


def _i_hukommelsen() -> bool:
    """Whether temporary files can lie there: thousands of stores are made, and each save of each waits for the disk."""
    if not os.access(_HUKOMMELSE, os.W_OK) or not hasattr(os, "statvfs"):
        return False
    stand = os.statvfs(_HUKOMMELSE)
    # Some tests run programs that they have written.
    return stand.f_bavail * stand.f_frsize > _PLADS and not stand.f_flag & os.ST_NOEXEC


if "TMPDIR" not in os.environ and _i_hukommelsen():
    os.environ["TMPDIR"] = str(_HUKOMMELSE)

_FORUD, _JEMALLOC = "LD_PRELOAD", "libjemalloc.so.2"
# Only a worker of xdist has it, and only for itself: QGIS, servers and PostgreSQL are started as on the users' machines.
if os.environ.get(_FORUD, "").endswith(_JEMALLOC):
    del os.environ[_FORUD]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes() -> None:
    """Let the workers take memory by jemalloc, where the machine has it.

    One process opens hundreds of projects here. By glibc's malloc each costs more than the one before, twice as much
    after twenty: the heap is in pieces. By jemalloc each costs the same.
    """
    bibliotek = next(Path("/usr/lib").glob(f"*/{_JEMALLOC}"), None)
    if bibliotek is not None:
        os.environ.setdefault(_FORUD, str(bibliotek))
