# SPDX-License-Identifier: GPL-2.0-or-later
"""`moedested:publish` and `moedested:rollback`: the contract, a dry run, and what a failure leaves."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsFeedback,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)

from moedested_plugin.processing.provider import MoedestedProvider
from moedested_plugin.processing.publish import Publish, Rollback
from moedested_plugin.project import opret_projekt
from moedested_plugin.publishing.lokal_server import LokalServer
from moedested_plugin.publishing.maal import gem_maal, som_maal
from moedested_plugin.publishing.mappe import Mappe
from moedested_plugin.store import aabn


@pytest.fixture(scope="module")
def eksempel(qgis_app: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    mappe = tmp_path_factory.mktemp("eksempel")
    opret_projekt(376, str(mappe / "l.gpkg"), mappe / "p.qgz", True, None, QgsFeedback())
    return mappe / "l.gpkg"


@pytest.fixture
def sti(eksempel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The store with the example data, on a machine without QGIS Server; the target beside it."""
    monkeypatch.setattr(LokalServer, "findes", staticmethod(lambda: False))
    sti = tmp_path / "møde sted.gpkg"
    shutil.copyfile(eksempel, sti)
    beskrevet = {"type": "qgisserver-file", "folder": "ud", "service": "moedesteder"}
    (tmp_path / "mål.json").write_text(json.dumps(beskrevet), encoding="utf-8")
    return sti


def koer(algoritme: type[Publish] | type[Rollback], sti: Path, **parametre: Any) -> dict[str, Any]:
    feedback, kontekst = QgsProcessingFeedback(False), QgsProcessingContext()
    alle = {"STORE": str(sti), "TARGET": str(sti.with_name("mål.json")), **parametre}
    svar, gik_godt = algoritme().create().run(alle, kontekst, feedback, catchExceptions=False)
    assert gik_godt
    return dict(svar)


def mappe(sti: Path) -> Mappe:
    return Mappe(
        som_maal(
            {"type": "qgisserver-file", "folder": str(sti.parent / "ud"), "service": "moedesteder"}
        )
    )


def ret(sti: Path) -> str:
    """Change the name of a moedested that is public."""
    with aabn(str(sti)) as store:
        raekke = next(
            r for r in store.raekker("moedested") if r["off_kode"] == 1 and r["livscyklus_k"] == 3
        )
        with store.skriv("prøve", "AB") as skriver:
            skriver.ret("moedested", str(raekke["moedested_id"]), {"navn": "Æblehaven"})
    return str(raekke["navn"])


def test_the_contract(qgis_app: Any) -> None:
    udgiv, tilbage = Publish(), Rollback()
    udgiv.initAlgorithm()
    tilbage.initAlgorithm()
    assert [p.name() for p in udgiv.parameterDefinitions()] == [
        "STORE",
        "TARGET",
        "DRYRUN",
        "REPORT",
    ]
    assert {u.name() for u in udgiv.outputDefinitions()} == {
        "VERSION", "ADDED", "CHANGED", "REMOVED", "HELD", "REPORT",
    }  # fmt: skip
    assert [p.name() for p in tilbage.parameterDefinitions()] == ["STORE", "TARGET", "VERSION"]
    assert [u.name() for u in tilbage.outputDefinitions()] == ["VERSION"]
    provider = MoedestedProvider()
    provider.loadAlgorithms()
    assert provider.algorithm("publish") is not None
    assert provider.algorithm("rollback") is not None


def test_a_dry_run_says_and_does_nothing(sti: Path) -> None:
    rapport = sti.with_name("plan.json")
    svar = koer(Publish, sti, DRYRUN=True, REPORT=str(rapport))
    assert (svar["VERSION"], svar["CHANGED"], svar["REMOVED"]) == ("", 0, 0)
    assert svar["ADDED"] > 100
    assert not (sti.parent / "ud").exists()
    laest = json.loads(rapport.read_text(encoding="utf-8"))
    assert laest["version"] is None
    assert len(laest["aendringer"]) == svar["ADDED"]


def test_publish_again_and_back(sti: Path) -> None:
    foerste = koer(Publish, sti)
    gammelt = ret(sti)
    rapport = sti.with_name("udgivet.json")
    anden = koer(Publish, sti, REPORT=str(rapport))
    assert (anden["ADDED"], anden["CHANGED"], anden["REMOVED"], anden["HELD"]) == (0, 1, 0, 0)
    (aendring,) = json.loads(rapport.read_text(encoding="utf-8"))["aendringer"]
    assert {"felt": "navn", "gammel": gammelt, "ny": "Æblehaven"} in aendring["felter"]
    assert koer(Rollback, sti) == {"VERSION": foerste["VERSION"]}
    assert koer(Rollback, sti, VERSION=anden["VERSION"]) == {"VERSION": anden["VERSION"]}
    gaeldende = mappe(sti).gaeldende()
    assert gaeldende is not None
    assert gaeldende.version == anden["VERSION"]


def test_a_target_by_its_name_in_the_store(sti: Path) -> None:
    with aabn(str(sti)) as store:
        gem_maal(store, {"Kommunens server": mappe(sti).maal})
    assert koer(Publish, sti, TARGET="Kommunens server")["VERSION"]


@pytest.mark.parametrize(
    ("maal", "besked"),
    [
        ("Findes ikke", r"Der er intet mål, der hedder Findes ikke\."),
        ("findes ikke.json", r"kan ikke læses\. Se efter, om stien er rigtig\."),
        ('{"type": "ftp", "service": "a", "folder": "x"}', r"Målets type skal være en af"),
        ('{"type": "mapserver", "service": "Nul", "folder": "x"}', r"små bogstaver"),
        ('{"type": "mapserver", "service": "nul", "folder": "x"}', r"små bogstaver"),
        ('{"type": "mapserver", "service": "a"}', r"mangler en mappe"),
        ('{"type": "qgisserver-postgis", "service": "a"}', r"mangler navnet på en PostGIS-forbindelse"),
        ('{"type": "mapserver", "service": "a", "folder": "x", "url": "ftp://a"}', r"skal begynde med https"),
        ('{"type": "mapserver", "service": "a", "folder": "x", "url": "https://a/?token=1"}', r"adgangskode eller nøgle"),
        ('{"type": "mapserver", "service": "a", "folder": "x", "password": "1"}', r"ukendte felter: password"),
        ("{", r"er ikke gyldig JSON"),
    ],
)  # fmt: skip
def test_a_wrong_target_is_one_sentence(sti: Path, maal: str, besked: str) -> None:
    if maal.startswith("{"):
        sti.with_name("forkert.json").write_text(maal, encoding="utf-8")
        maal = str(sti.with_name("forkert.json"))
    for algoritme in (Publish, Rollback):
        with pytest.raises(QgsProcessingException, match=besked):
            koer(algoritme, sti, TARGET=maal)
    assert not (sti.parent / "ud").exists()


def test_nothing_to_go_back_to(sti: Path) -> None:
    with pytest.raises(QgsProcessingException, match="ingen tidligere udgivelse"):
        koer(Rollback, sti)
    koer(Publish, sti)
    with pytest.raises(QgsProcessingException, match="ingen tidligere udgivelse"):
        koer(Rollback, sti)


def test_a_folder_that_cannot_be_made(sti: Path) -> None:
    (sti.parent / "ud").write_text("in the way", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="kan ikke skrives i"):
        koer(Publish, sti)
    assert (sti.parent / "ud").read_text(encoding="utf-8") == "in the way"


def test_a_report_that_cannot_be_written_stops_before_anything_else(sti: Path) -> None:
    with pytest.raises(QgsProcessingException, match="findes ikke"):
        koer(Publish, sti, REPORT=str(sti.parent / "nej" / "r.json"))
    assert not (sti.parent / "ud").exists()
