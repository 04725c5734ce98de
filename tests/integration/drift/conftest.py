# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS without a screen, made ready from the zip by the shipped script."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import package
import pytest

from tests.postgis import KODEORD, VAERT

from .it import DRIFT, It, kald

#: What a shell that runs the tests has, and an account of a server has not.
_VORES = {"VIRTUAL_ENV", "PYTHONHOME", "QGIS_PLUGINPATH", "PYTHONPATH"}


@pytest.fixture(scope="session")
def pluginzip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip that people install."""
    return package.build(tmp_path_factory.mktemp("zip") / "moedested_plugin.zip")


@pytest.fixture
def nat_profil(pluginzip: Path, tmp_path: Path) -> Callable[..., Callable[[str], dict[str, str]]]:
    """Write a pg_service.conf (entry → user) for a database; gives what makes the profile of an entry: its environment."""

    def skriv(it: It, database: str, indgange: dict[str, str]) -> Callable[[str], dict[str, str]]:
        conf = tmp_path / "pg_service.conf"
        conf.write_text(
            "".join(
                f"[{indgang}]\nhost={VAERT}\nport={it.klynge.port}\ndbname={database}\nuser={bruger}\n"
                f"password={KODEORD}\n"
                for indgang, bruger in indgange.items()
            ),
            "utf-8",
        )
        miljoe = {n: v for n, v in os.environ.items() if n not in _VORES}

        def profil(indgang: str) -> dict[str, str]:
            mappe = tmp_path / f"profil {indgang}"
            svar = kald(
                DRIFT / "klargoer-qgis.sh", pluginzip, mappe, "moedested", indgang, miljoe=miljoe
            )
            assert svar.returncode == 0, svar.stderr
            return {"QGIS_CUSTOM_CONFIG_PATH": str(mappe), "PGSERVICEFILE": str(conf)}

        return profil

    return skriv
