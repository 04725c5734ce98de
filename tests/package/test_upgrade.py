# SPDX-License-Identifier: GPL-2.0-or-later
"""Who has the first zip that was ever built gets today's by installing it: settings, project and data come along."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import package
import pytest

from moedested_plugin.domain.skema import SKEMAVERSION
from moedested_plugin.store import aabn
from tests.desktop import run_qgis
from tests.samples.foerste_udgave import pak_ud

VERSION = "SELECT vaerdi FROM indstilling WHERE noegle = 'skemaversion'"


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """The first zip, and the folder `projekt` that its user has."""
    folder = tmp_path / "Første udgave æøå"
    pak_ud(folder)
    return folder


@pytest.mark.slow
def test_todays_zip_is_installed_over_the_first(first: Path, tmp_path: Path) -> None:
    todays = package.build(tmp_path / "moedested_plugin.zip")
    files = [name.removeprefix(f"{package.NAME}/") for name in zipfile.ZipFile(todays).namelist()]
    result = run_qgis(
        Path(__file__).with_name("upgrade_zip.py"),
        tmp_path / "shots",
        plugins=first,
        enabled=(),
        environment={
            "FIRST_ZIP": str(first / "moedested_plugin.zip"),
            "TODAYS_ZIP": str(todays),
            "PROJECT": str(first / "projekt" / "projekt.qgz"),
            "FILES": "|".join(files),
        },
    )
    assert not result.problem, result.problem
    assert "done" in result.log
    assert "CRITICAL" not in result.log
    folder = first / "projekt"
    (copy,) = (folder / "sikkerhedskopier").glob("*.gpkg")
    with closing(sqlite3.connect(copy)) as before:
        assert [version for (version,) in before.execute(VERSION)] == ["1"]
    with aabn(str(folder / "lager.gpkg"), opgrader=False) as store:
        assert store.indstilling("skemaversion") == SKEMAVERSION
        (row,) = (r for r in store.raekker("moedested") if r["lokalomraade"] == "Prøvehavnen")
        assert row["navn"]
