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
def nat_profil(pluginzip: Path, tmp_path: Path) -> Callable[..., dict[str, str]]:
    """Give what makes a profile with the connection `moedested`, and logs it in as somebody: its environment."""
    conf, profil = tmp_path / "pg_service.conf", tmp_path / "qgis uden skærm"

    def log_ind(it: It, database: str, bruger: str) -> dict[str, str]:
        conf.write_text(
            f"[indgang]\nhost={VAERT}\nport={it.klynge.port}\ndbname={database}\nuser={bruger}\npassword={KODEORD}\n",
            "utf-8",
        )
        if not profil.exists():
            miljoe = {n: v for n, v in os.environ.items() if n not in _VORES}
            svar = kald(
                DRIFT / "klargoer-qgis.sh", pluginzip, profil, "moedested", "indgang", miljoe=miljoe
            )
            assert svar.returncode == 0, svar.stderr
        return {"QGIS_CUSTOM_CONFIG_PATH": str(profil), "PGSERVICEFILE": str(conf)}

    return log_ind
