# SPDX-License-Identifier: GPL-2.0-or-later
"""`moedested:importsource`: parameters in, counts, report and rows out; and what it leaves alone when it fails."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProject,
    QgsVectorLayer,
)

from moedested_plugin.paths import resource
from moedested_plugin.processing.importsource import ImportSource, hoerer_til
from moedested_plugin.processing.provider import MoedestedProvider
from moedested_plugin.store import Kommune, Store, aabn, opret
from tests.integration.sources.kilder import BAENKE, baenk, geojson
from tests.integration.store.conftest import store

__all__ = ["store"]

ANTAL = ("NEW", "CHANGED", "UNCHANGED", "GONE", "CONFLICT", "REJECTED")


class Koersel:
    """The algorithm with a store, a source file and a profile."""

    def __init__(self, store: Store, mappe: Path) -> None:
        self.store, self.mappe = store, mappe
        self.fil, self.profil, self.rapport = (
            mappe / "kilde.geojson",
            mappe / "profil.json",
            mappe / "rapport.json",
        )
        BAENKE.gem(self.profil)
        self.project: QgsProject | None = None
        self.log = ""

    def __call__(self, *raekker: dict[str, Any], **parametre: Any) -> dict[str, Any]:
        geojson(self.fil, raekker)
        feedback, kontekst = QgsProcessingFeedback(False), QgsProcessingContext()
        if self.project is not None:
            kontekst.setProject(self.project)
        alle = {
            "STORE": self.store.adresse, "INPUT": str(self.fil), "PROFILE": str(self.profil), "REPORT": str(self.rapport),
            **parametre,
        }  # fmt: skip
        resultat, gik_godt = (
            ImportSource().create().run(alle, kontekst, feedback, catchExceptions=False)
        )
        self.log = feedback.textLog()
        assert gik_godt
        return dict(resultat)

    def antal(self, *raekker: dict[str, Any], **parametre: Any) -> tuple[int, ...]:
        resultat = self(*raekker, **parametre)
        return tuple(resultat[navn] for navn in ANTAL)


@pytest.fixture
def koer(store: Store, tmp_path: Path) -> Koersel:
    return Koersel(store, tmp_path)


def test_the_contract() -> None:
    algoritme = ImportSource()
    algoritme.initAlgorithm()
    assert [p.name() for p in algoritme.parameterDefinitions()] == [
        "STORE", "INPUT", "LAYER", "PROFILE", "APPLY", "CONFLICTS", "REPORT",
    ]  # fmt: skip
    assert {u.name() for u in algoritme.outputDefinitions()} >= {*ANTAL, "REPORT"}
    konflikter = algoritme.parameterDefinition("CONFLICTS")
    assert isinstance(konflikter, QgsProcessingParameterEnum)
    assert konflikter.options() == ["keep", "take", "report"]
    provider = MoedestedProvider()
    provider.loadAlgorithms()
    assert provider.algorithm("importsource") is not None


def test_a_preview_counts_and_changes_nothing(koer: Koersel) -> None:
    assert koer.antal(baenk(1), baenk(2, 40), baenk(3, slags="Vulkan")) == (2, 0, 0, 0, 0, 1)
    assert (
        koer.store.antal("facilitet_punkt")
        == koer.store.antal("kildepost")
        == koer.store.antal("koersel")
        == 0
    )
    assert "Nye 2, ændrede 0, uændrede 0, borte 0, konflikter 0, afviste 1." in koer.log
    assert "Række 3: Type: “Vulkan” findes ikke i listen." in koer.log


def test_apply_writes_and_the_same_again_changes_nothing(koer: Koersel) -> None:
    assert koer.antal(baenk(1), baenk(2, 40), APPLY=True) == (2, 0, 0, 0, 0, 0)
    assert koer.store.antal("facilitet_punkt") == 2
    assert koer.antal(baenk(1), baenk(2, 40), APPLY=True) == (0, 0, 2, 0, 0, 0)


@pytest.mark.parametrize(
    ("politik", "tekst"), [("keep", "Vores"), ("take", "Deres"), ("report", "Vores")]
)
def test_conflicts_are_settled_as_asked(koer: Koersel, politik: str, tekst: str) -> None:
    koer(baenk(1), baenk(2, 40), APPLY=True)
    raekke = next(r for r in koer.store.raekker("facilitet_punkt") if r["navn"] == "Bænk 1")
    with koer.store.skriv("prøve", "CD") as skriver:
        skriver.ret("facilitet_punkt", str(raekke["objekt_id"]), {"beskrivels": "Vores"})
    nyt = (baenk(1, tekst="Deres"), baenk(3, 80))
    assert koer.antal(*nyt, APPLY=True, CONFLICTS=politik) == (1, 0, 0, 1, 1, 0)
    assert {
        r["beskrivels"] for r in koer.store.raekker("facilitet_punkt") if r["navn"] == "Bænk 1"
    } == {tekst}
    assert koer.store.antal("facilitet_punkt") == 3


def test_the_report_has_every_change_from_old_to_new(koer: Koersel) -> None:
    koer(baenk(1), baenk(2, 40), APPLY=True)
    koer(baenk(1, 3, pladser=9), baenk(3, 80), baenk(4, 120, slags="Vulkan"))
    rapport = json.loads(koer.rapport.read_text("utf-8"))
    assert rapport["antal"] == dict(zip(ANTAL, (1, 1, 0, 1, 0, 1)))
    assert (rapport["kilde"], rapport["lag"], rapport["udfoert"]) == ("Nabo", "bænke", None)
    af_art = {raekke["art"]: raekke for raekke in rapport["raekker"]}
    assert {f["felt"]: (f["fra"], f["til"]) for f in af_art["aendret"]["felter"]} == {
        "antal_pl": (3, 9), "geometri": ("Point (680000 6080000)", "Point (680003 6080000)"),
    }  # fmt: skip
    assert af_art["afvist"]["grund"].startswith("Type: “Vulkan”")
    assert (af_art["borte"]["navn"], af_art["ny"]["navn"]) == ("Bænk 2", "Bænk 3")
    resultat = koer(baenk(1), APPLY=True)
    assert json.loads(koer.rapport.read_text("utf-8"))["udfoert"] is not None
    assert resultat["REPORT"] == str(koer.rapport)


def test_a_shipped_profile_is_found_by_the_layer(koer: Koersel, tmp_path: Path) -> None:
    fil = tmp_path / "facilit_rasteplads.geojson"
    geojson(
        fil,
        [
            {"gruppe": "Supplement", "type": "Bænk", "sted": (0, 0)},
            {"gruppe": "Standard", "type": "Toilet", "sted": (9, 0)},
        ],
    )
    resultat = koer(INPUT=str(fil), PROFILE="", APPLY=True)
    assert resultat["NEW"] == 2
    assert {r["facil_ty_k"] for r in koer.store.raekker("facilitet_punkt")} == {1012, 1371}


@pytest.mark.parametrize(("parametre", "besked"), [
    ({"INPUT": "/findes/ikke.gpkg"}, "Der er ingen fil"),
    ({"PROFILE": "ukendt"}, "Profilen ukendt findes ikke."),
    ({"PROFILE": ""}, "Ingen profil kender laget"),
    ({"STORE": "/findes/ikke.gpkg"}, "findes ikke"),
    ({"REPORT": "/findes/ikke/rapport.json"}, "Mappen"),
    ({"INPUT": ""}, "Der er ikke valgt noget at importere."),
])  # fmt: skip
def test_what_cannot_be_done_is_said_in_one_sentence(
    koer: Koersel, parametre: dict[str, Any], besked: str
) -> None:
    with pytest.raises(QgsProcessingException, match=besked):
        koer(baenk(1), APPLY=True, **parametre)
    assert koer.store.antal("facilitet_punkt") == 0
    assert not koer.rapport.exists()


@pytest.fixture
def redigeret(koer: Koersel) -> Iterator[Koersel]:
    """A project in which someone has drawn something without saving it."""
    koer(baenk(1), APPLY=True)
    udbyder = koer.store.provider
    lag = QgsVectorLayer(koer.store.uri("facilitet_punkt"), "Bænke", udbyder)
    assert lag.isValid()
    koer.project = QgsProject()
    koer.project.addMapLayer(lag)
    lag.startEditing()
    lag.changeAttributeValue(
        next(lag.getFeatures()).id(), lag.fields().lookupField("navn"), "Nyt navn"
    )
    yield koer
    lag.rollBack()
    koer.project.clear()


def test_unsaved_edits_stop_it_but_not_a_preview(redigeret: Koersel) -> None:
    assert redigeret.antal(baenk(1), baenk(2, 40)) == (1, 0, 1, 0, 0, 0)
    with pytest.raises(QgsProcessingException, match="ikke er gemt, i Bænke"):
        redigeret(baenk(1), baenk(2, 40), APPLY=True)
    assert redigeret.store.antal("facilitet_punkt") == 1


def test_edits_elsewhere_do_not_stop_it(gpkg_store: Store, tmp_path: Path) -> None:
    with opret(str(tmp_path / "anden.gpkg"), Kommune(376, "Guldborgsund", 29188599)) as anden:
        assert hoerer_til(anden.uri("rute"), anden)
        assert not hoerer_til(anden.uri("rute"), gpkg_store)
    with aabn(str(tmp_path / "anden.gpkg")) as igen:
        assert not hoerer_til("Point?crs=epsg:25832", igen)


def test_the_shipped_deliveries_show_every_kind_of_row(koer: Koersel) -> None:
    """What `make demo` prints: the example source, delivered twice."""
    mappe = resource("demo") / "naturlandet"
    foerst, nu = (str(mappe / navn / "facilit_service.geojson") for navn in ("foerst", "nu"))
    foerste = koer.antal(INPUT=foerst, PROFILE="", APPLY=True)
    assert foerste == (10, 0, 0, 0, 0, 0)
    raekke = next(
        r for r in koer.store.raekker("facilitet_punkt") if r["navn"] == "Bålpladsen i lunden"
    )
    with koer.store.skriv("rettelse", "Bo") as skriver:
        skriver.ret("facilitet_punkt", str(raekke["objekt_id"]), {"navn": "Bålpladsen"})
    assert koer.antal(INPUT=nu, PROFILE="", CONFLICTS="keep", APPLY=True) == (4, 2, 5, 2, 1, 4)
    assert koer.antal(INPUT=nu, PROFILE="", CONFLICTS="keep") == (0, 0, 12, 2, 0, 4)


def test_a_whole_field_copy_comes_home(koer: Koersel, tmp_path: Path) -> None:
    from qgis.core import QgsFeedback

    from moedested_plugin.sources.feltkopi_ud import Feltbestilling, tag_med

    store, koer.project = koer.store, QgsProject()
    koer.project.setFileName(str(tmp_path / "projekt.qgz"))
    with store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("moedested", [{"navn": "Kaffe på torvet", "formaal_k": [1]}])
    (noegle,) = [str(r["moedested_id"]) for r in store.raekker("moedested")]
    bestilling = Feltbestilling({"moedested": [noegle]}, tmp_path, "tur", tmp_path)
    taget = tag_med(store, bestilling, "AB", QgsFeedback())
    with aabn(str(taget.mappe / "moedesteder.gpkg")) as kopi, kopi.skriv("prøve", "AB") as skriver:
        skriver.ret("moedested", noegle, {"navn": "Kaffe på havnen"})
        skriver.indsaet("aktivitet", [
            {"moedested_id": noegle, "navn": "Gåtur", "type_k": 1, "dato_fra": "2026-05-01", "maalgruppe_k": [1]}
        ])  # fmt: skip
    for gem in (False, True):
        ud = koer(INPUT=str(taget.mappe), PROFILE="feltkopi", APPLY=gem)
        assert {navn: ud[navn] for navn in ANTAL} == {
            "NEW": 1, "CHANGED": 1, "UNCHANGED": 0, "GONE": 0, "CONFLICT": 0, "REJECTED": 0,
        }  # fmt: skip
        assert json.loads(koer.rapport.read_text("utf-8"))["antal"]["aktivitet"]["NEW"] == 1
    assert [r["navn"] for r in store.raekker("moedested")] == ["Kaffe på havnen"]
    assert store.antal("aktivitet") == 1
