# SPDX-License-Identifier: GPL-2.0-or-later
"""`moedested:exportgeofa`, from inside QGIS and from the command line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)

from moedested_plugin.processing.exportgeofa import ExportGeofa
from moedested_plugin.processing.provider import MoedestedProvider
from moedested_plugin.project.eksempel import skriv_eksempler
from moedested_plugin.store import Kommune, opret
from tests.geofa_database import laes

ROD = Path(__file__).resolve().parents[3]


@pytest.fixture
def lager(qgis_app: Any, tmp_path: Path) -> Path:
    sti = tmp_path / "møde sted.gpkg"
    with opret(str(sti), Kommune(376, "Guldborgsund", 29188599)) as store:
        skriv_eksempler(store, "AB")
    return sti


def koer(**parametre: Any) -> tuple[dict[str, Any], str]:
    feedback, kontekst = QgsProcessingFeedback(False), QgsProcessingContext()
    algoritme = ExportGeofa().create()
    resultat, gik_godt = algoritme.run(parametre, kontekst, feedback, catchExceptions=False)
    assert gik_godt
    return resultat, feedback.textLog()


def test_it_writes_counts_and_tells(lager: Path, tmp_path: Path) -> None:
    ud, rapport = tmp_path / "til geofa.gpkg", tmp_path / "rapport.json"
    resultat, log = koer(STORE=str(lager), OUTPUT=str(ud), REPORT=str(rapport))
    lagene = laes(ud)
    assert [*lagene] == ["t_5800_fac_pkt", "t_5801_fac_fl", "t_5802_fac_li"]
    assert resultat["OUTPUT"] == str(ud)
    assert resultat["COUNT"] == sum(map(len, lagene.values())) > 10
    fortalt = json.loads(rapport.read_text("utf-8"))
    assert (fortalt["antal"], fortalt["udeladt"]) == (resultat["COUNT"], resultat["LEFT_OUT"])
    assert (
        fortalt["udeladt"] == sum(fortalt["udeladt_pr_grund"].values()) == len(fortalt["udeladte"])
    )
    assert f"Skrevet til til geofa.gpkg (GeoFA 3.04): {resultat['COUNT']}." in log
    assert sorted(f.name for f in tmp_path.iterdir()) == [
        "møde sted.gpkg",
        "rapport.json",
        "til geofa.gpkg",
    ]


def test_the_profile_is_chosen_by_name(lager: Path, tmp_path: Path) -> None:
    ud = tmp_path / "ud.gpkg"
    koer(STORE=str(lager), OUTPUT=str(ud), PROFILE="1.7")
    assert "rundtur" not in laes(ud)["t_5802_fac_li"][0]
    koer(STORE=str(lager), OUTPUT=str(ud))
    assert "rundtur" in laes(ud)["t_5802_fac_li"][0]


@pytest.mark.parametrize(
    ("forkert", "saetning"),
    [
        ({"STORE": "findes ikke.gpkg"}, "findes ikke"),
        ({"OUTPUT": "ingen mappe/ud.gpkg"}, "Mappen"),
        ({"OUTPUT": "ud.tab"}, "skal ende på .gpkg"),
        ({"REPORT": "ingen mappe/r.json"}, "Mappen"),
        ({"REPORT": "møde sted.gpkg"}, "skal ende på .json"),
    ],
)
def test_a_failure_says_why_and_leaves_the_output_as_it_was(
    lager: Path, tmp_path: Path, forkert: dict[str, str], saetning: str
) -> None:
    ud = tmp_path / "ud.gpkg"
    ud.write_bytes(b"det gamle")
    parametre = {"STORE": str(lager), "OUTPUT": str(ud)} | {
        n: str(tmp_path / v) for n, v in forkert.items()
    }
    with pytest.raises(QgsProcessingException, match=saetning):
        koer(**parametre)
    assert ud.read_bytes() == b"det gamle"
    assert sorted(f.name for f in tmp_path.iterdir()) == ["møde sted.gpkg", "ud.gpkg"]


@pytest.fixture
def provider(qgis_app: Any) -> Iterator[MoedestedProvider]:
    ud = MoedestedProvider()
    QgsApplication.processingRegistry().addProvider(ud)
    yield ud
    QgsApplication.processingRegistry().removeProvider(ud)


def test_its_contract_is_as_promised(provider: MoedestedProvider) -> None:
    algoritme = QgsApplication.processingRegistry().algorithmById("moedested:exportgeofa")
    assert algoritme is not None
    assert [p.name() for p in algoritme.parameterDefinitions()] == [
        "STORE",
        "OUTPUT",
        "PROFILE",
        "REPORT",
    ]
    assert {u.name() for u in algoritme.outputDefinitions()} == {
        "OUTPUT",
        "COUNT",
        "LEFT_OUT",
        "REPORT",
    }
    profil: Any = algoritme.parameterDefinition("PROFILE")
    assert (profil.options(), profil.defaultValue()) == (["3.04", "1.7"], "3.04")


@pytest.mark.slow
def test_it_works_from_the_command_line(lager: Path, tmp_path: Path) -> None:
    """As a nightly job would run it, and with a return code that a job can see."""
    installeret = tmp_path / "plugins" / "moedested_plugin"
    shutil.copytree(
        ROD / "moedested_plugin", installeret, ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROD / "metadata.txt", installeret)
    (installeret / "resources").symlink_to(ROD / "resources", target_is_directory=True)
    miljoe = {
        **os.environ, "QT_QPA_PLATFORM": "offscreen", "QGIS_PLUGINPATH": str(tmp_path / "plugins"),
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profil"),
    }  # fmt: skip
    ud = tmp_path / "ud.gpkg"

    def qgis_process(*kald: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["qgis_process", *kald], env=miljoe, capture_output=True, text=True, check=False
        )

    assert qgis_process("plugins", "enable", "moedested_plugin").returncode == 0
    kald = ("--json", "run", "moedested:exportgeofa", "--", f"STORE={lager}")
    faerdig = qgis_process(*kald, f"OUTPUT={ud}")
    assert faerdig.returncode == 0, faerdig.stderr
    assert json.loads(faerdig.stdout)["results"]["COUNT"] == sum(map(len, laes(ud).values()))
    assert qgis_process(*kald, f"OUTPUT={tmp_path / 'ingen mappe' / 'ud.gpkg'}").returncode != 0
