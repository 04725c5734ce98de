# SPDX-License-Identifier: GPL-2.0-or-later
"""`moedested:validate`: counts, what is kept in the store, and when it fails."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from moedested_plugin.checks import gemte
from moedested_plugin.processing.provider import MoedestedProvider
from moedested_plugin.processing.validate import Validate
from moedested_plugin.store import Store
from tests.integration.store.conftest import store
from tests.integration.store.raekker import gyldig, ny_id, punkt

__all__ = ["store"]

DIGITALT = {"form_k": 2, "off_kode": 1, "livscyklus_k": 2}


def koer(store: Store, **parametre: Any) -> dict[str, Any]:
    feedback, kontekst = QgsProcessingFeedback(False), QgsProcessingContext()
    alle = {"STORE": store.adresse, **parametre}
    svar, gik_godt = Validate().create().run(alle, kontekst, feedback, catchExceptions=False)
    assert gik_godt
    return dict(svar)


@pytest.fixture
def med_fejl(store: Store) -> Store:
    """One without the link that a digital moedested needs, one place that is right but has no name nor surface."""
    with store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("moedested", [gyldig("moedested") | DIGITALT | {"geometri": punkt()}])
        skriver.indsaet(
            "facilitet_punkt",
            [gyldig("facilitet_punkt") | {"statuskode": 3, "off_kode": 1, "kilde_k": 2}],
        )
    return store


def test_the_contract(qgis_app: Any) -> None:
    algoritme = Validate()
    algoritme.initAlgorithm()
    assert [p.name() for p in algoritme.parameterDefinitions()] == [
        "STORE",
        "RULES",
        "EXTENT",
        "REPORT",
    ]
    assert [u.name() for u in algoritme.outputDefinitions()] == [
        "REPORT",
        "ERRORS",
        "WARNINGS",
        "NOTES",
    ]
    provider = MoedestedProvider()
    provider.loadAlgorithms()
    assert provider.algorithm("validate") is not None


def test_it_counts_by_severity_and_keeps_the_findings(med_fejl: Store) -> None:
    svar = koer(med_fejl)
    assert svar["ERRORS"] == 1
    assert "REPORT" not in svar
    seneste = gemte.seneste(med_fejl)
    assert seneste is not None
    assert (
        sum(seneste.antal.values())
        == svar["ERRORS"] + svar["WARNINGS"] + svar["NOTES"]
        == med_fejl.antal("fund")
    )
    assert {post.fund.tabel for post in seneste.poster} == {"moedested"}


def test_rules_by_code_and_by_group(med_fejl: Store) -> None:
    assert koer(med_fejl, RULES="moedested.link.kraeves")["ERRORS"] == 1
    assert koer(med_fejl, RULES="felter, livscyklus")["ERRORS"] == 0
    with pytest.raises(QgsProcessingException, match=r"hedder vrøvl\."):
        koer(med_fejl, RULES="felter, vrøvl")


def test_only_what_lies_in_the_extent(med_fejl: Store) -> None:
    x, y = 680000.25, 6080000.75
    assert koer(med_fejl, EXTENT=f"{x - 1},{x + 1},{y - 1},{y + 1} [EPSG:25832]")["ERRORS"] == 1
    assert koer(med_fejl, EXTENT=f"{x + 1},{x + 2},{y - 1},{y + 1} [EPSG:25832]")["ERRORS"] == 0


@pytest.mark.parametrize(
    ("rapport", "besked"),
    [("fund.docx", "ende på .json"), ("findes ikke/fund.json", "findes ikke")],
)
def test_a_report_that_cannot_be_written_is_said_before_anything_is_done(
    med_fejl: Store, tmp_path: Path, rapport: str, besked: str
) -> None:
    with pytest.raises(QgsProcessingException, match=besked):
        koer(med_fejl, REPORT=str(tmp_path / rapport))
    assert med_fejl.antal("fund") == 0


def test_a_store_that_is_not_there_fails_with_a_sentence(store: Store, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match=r"\.gpkg findes ikke\. Vælg en anden fil"):
        Validate().create().run(
            {"STORE": str(tmp_path / f"{ny_id()}.gpkg")}, QgsProcessingContext(), QgsProcessingFeedback(False),
            catchExceptions=False,
        )  # fmt: skip
