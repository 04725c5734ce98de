# SPDX-License-Identifier: GPL-2.0-or-later
"""`moedested:createproject` makes all of it, or nothing and one sentence that says what to do."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsFeedback,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProject,
)

from moedested_plugin import store as stores
from moedested_plugin.processing.createproject import CreateProject
from moedested_plugin.processing.provider import MoedestedProvider
from moedested_plugin.project import opret_projekt
from moedested_plugin.project.byg import ProjektFejl
from moedested_plugin.project.graense import graense_af
from moedested_plugin.project.kommuner import find_kommune, kommuner
from tests.desktop import staged
from tests.postgis import Database

PLADS = "Mappe æøå"


@pytest.fixture
def mappe(tmp_path: Path) -> Path:
    ud = tmp_path / PLADS
    ud.mkdir()
    return ud


@pytest.fixture
def provider(qgis_app: Any) -> Iterator[MoedestedProvider]:
    ny = MoedestedProvider()
    assert QgsApplication.processingRegistry().addProvider(ny)
    yield ny
    QgsApplication.processingRegistry().removeProvider(ny)


def parametre(mappe: Path, **andre: Any) -> dict[str, Any]:
    return {
        "MUNICIPALITY": "376", "STORE": str(mappe / "lager.gpkg"), "PROJECT": str(mappe / "projekt.qgz"),
        "DEMO": False, **andre,
    }  # fmt: skip


def koer(**parametre: Any) -> dict[str, Any]:
    alg = CreateProject()
    alg.initAlgorithm()
    return alg.processAlgorithm(parametre, QgsProcessingContext(), QgsProcessingFeedback())


def test_the_contract(provider: MoedestedProvider) -> None:
    alg = QgsApplication.processingRegistry().algorithmById("moedested:createproject")
    assert alg is not None
    assert (provider.id(), provider.name()) == ("moedested", "Mødested")
    assert [p.name() for p in alg.parameterDefinitions()] == [
        "MUNICIPALITY", "STORE", "PROJECT", "DEMO", "BOUNDARY", "EXISTING",
    ]  # fmt: skip
    assert [p.name() for p in alg.outputDefinitions()] == ["STORE", "PROJECT"]
    assert not provider.icon().isNull()
    assert alg.shortHelpString()
    assert alg.displayName() == "Nyt projekt for en kommune"


@pytest.mark.parametrize("kommune", ["376", "0376", "Guldborgsund", " guldborgsund kommune "])
def test_a_municipality_is_known_by_code_and_name(kommune: str) -> None:
    fundet = find_kommune(kommune)
    assert fundet is not None
    assert (fundet.kode, fundet.navn, fundet.cvr) == (376, "Guldborgsund", 29188599)


def test_there_are_98_municipalities_in_danish_order() -> None:
    navne = [kommune.navn for kommune in kommuner()]
    assert len(navne) == 98
    assert "Christiansø" not in navne
    assert navne[0] == "Albertslund"
    assert navne[-3:] == ["Aabenraa", "Aalborg", "Aarhus"]
    assert navne.index("Ærø") < navne.index("Aabenraa")


def test_runs_in_a_model(provider: MoedestedProvider, mappe: Path) -> None:
    model = QgsProcessingModelAlgorithm("prøve", "test")
    barn = QgsProcessingModelChildAlgorithm("moedested:createproject")
    barn.setChildId("nyt")
    for navn, vaerdi in parametre(mappe).items():
        barn.addParameterSources(
            navn, [QgsProcessingModelChildParameterSource.fromStaticValue(vaerdi)]
        )
    model.addChildAlgorithm(barn)
    context = QgsProcessingContext()
    _, gik = model.run({}, context, QgsProcessingFeedback())
    assert gik
    assert (mappe / "projekt.qgz").is_file()


@pytest.mark.slow
def test_runs_in_qgis_process_and_fails_with_a_code_and_a_sentence(mappe: Path) -> None:
    plugins = staged()
    profil = mappe / "profil"
    miljoe = {k: v for k, v in os.environ.items() if k not in {"VIRTUAL_ENV", "PYTHONHOME"}} | {
        "QGIS_PLUGINPATH": str(plugins), "QGIS_CUSTOM_CONFIG_PATH": str(profil),
        "XDG_RUNTIME_DIR": str(mappe), "QT_QPA_PLATFORM": "offscreen",
    }  # fmt: skip

    def qgis_process(*led: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["qgis_process", *led], env=miljoe, capture_output=True, text=True, check=False
        )

    assert qgis_process("plugins", "enable", "moedested_plugin").returncode == 0
    argumenter = [f"{navn}={vaerdi}" for navn, vaerdi in parametre(mappe, DEMO="true").items()]
    koersel = qgis_process("--json", "run", "moedested:createproject", "--", *argumenter)
    assert koersel.returncode == 0, koersel.stderr
    assert json.loads(koersel.stdout)["results"] == {
        "STORE": str(mappe / "lager.gpkg"), "PROJECT": str(mappe / "projekt.qgz"),
    }  # fmt: skip
    igen = qgis_process("run", "moedested:createproject", "--", *argumenter)
    assert igen.returncode != 0
    assert "lager.gpkg findes allerede. Vælg et andet navn" in igen.stdout + igen.stderr
    with stores.aabn(str(mappe / "lager.gpkg")) as store:
        assert store.antal("moedested") >= 12


def test_a_project_that_was_lost_is_made_anew_for_the_store_that_is_there(
    qgis_app: Any, mappe: Path
) -> None:
    koer(**parametre(mappe, DEMO=True))
    lager = mappe / "lager.gpkg"
    foer = lager.read_bytes()
    for galt, grund in (
        ({"MUNICIPALITY": "360"}, "hører ikke til Lolland"),
        ({"DEMO": True}, "nyt datalager"),
    ):
        with pytest.raises(QgsProcessingException, match=grund):
            koer(**parametre(mappe, PROJECT=str(mappe / "nyt.qgz"), EXISTING=True, **galt))
        assert sorted(fil.name for fil in mappe.iterdir()) == [
            "lager.gpkg", "projekt.qgz", "projekt_baggrund.gpkg",
        ]  # fmt: skip
    with pytest.raises(QgsProcessingException, match="findes allerede"):
        koer(**parametre(mappe, EXISTING=True))  # of a project nothing is written over
    (mappe / "projekt.qgz").unlink()
    (mappe / "projekt_baggrund.gpkg").unlink()
    koer(**parametre(mappe, EXISTING=True))
    assert lager.read_bytes() == foer
    project = QgsProject()
    assert project.read(str(mappe / "projekt.qgz"))
    assert all(layer.isValid() for layer in project.mapLayers().values())
    project.clear()
    with pytest.raises(QgsProcessingException, match=r"ingen\.gpkg findes ikke"):
        koer(
            **parametre(
                mappe,
                STORE=str(mappe / "ingen.gpkg"),
                PROJECT=str(mappe / "nyt.qgz"),
                EXISTING=True,
            )
        )
    assert not (mappe / "nyt_baggrund.gpkg").exists()


def test_makes_a_store_a_background_and_a_project(qgis_app: Any, mappe: Path) -> None:
    ud = koer(**parametre(mappe, MUNICIPALITY="Lolland"))
    assert ud == {"STORE": str(mappe / "lager.gpkg"), "PROJECT": str(mappe / "projekt.qgz")}
    assert sorted(fil.name for fil in mappe.iterdir()) == [
        "lager.gpkg", "projekt.qgz", "projekt_baggrund.gpkg",
    ]  # fmt: skip
    with stores.aabn(ud["STORE"]) as store:
        assert store.indstilling("kommune") == {"kode": 360, "navn": "Lolland", "cvr": 29188572}
        assert store.antal("moedested") == 0
    project = QgsProject()
    assert project.read(ud["PROJECT"])
    assert all(layer.isValid() for layer in project.mapLayers().values())
    project.clear()


def skriv_graense(fil: Path, firkant: str) -> Path:
    punkter = [float(tal) for tal in firkant.split()]
    x0, y0, x1, y1 = punkter
    ring = [[x0, y0], [x1, y0], [x1, y1], [x0, y1], [x0, y0]]
    fil.write_text(
        json.dumps(
            {
                "type": "FeatureCollection",
                "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}},
                "features": [
                    {
                        "type": "Feature",
                        "properties": {},
                        "geometry": {"type": "Polygon", "coordinates": [ring]},
                    }
                ],
            }
        ),
        encoding="utf-8",
    )
    return fil


def test_takes_the_municipalitys_own_boundary(qgis_app: Any, mappe: Path) -> None:
    graense = skriv_graense(mappe / "grænse.geojson", "660000 6045000 710000 6095000")
    resultat = opret_projekt(
        376, str(mappe / "lager.gpkg"), mappe / "p.qgz", False, graense, QgsFeedback(), "gf-bruger"
    )
    with stores.aabn(resultat.store) as store:
        gemt = graense_af(store)
        assert gemt is not None
        assert gemt.boundingBox().toRectF().getCoords() == (660000, 6045000, 710000, 6095000)
        assert store.indstilling("geofa_bruger") == "gf-bruger"


# What goes wrong -------------------------------------------------------------------------------------


def indhold(mappe: Path) -> dict[str, bytes]:
    return {
        str(fil.relative_to(mappe)): fil.read_bytes() for fil in mappe.rglob("*") if fil.is_file()
    }


FEJL = [
    ("kommune", {"MUNICIPALITY": "Atlantis"}, "Kommunen Atlantis findes ikke. Skriv en af de 98"),
    ("christiansoe", {"MUNICIPALITY": "411"}, "Kommunen 411 findes ikke."),
    ("qgs", {"PROJECT": "{mappe}/projekt.qgs"}, "Projektets navn skal ende på .qgz."),
    ("mangler", {"PROJECT": "{mappe}/nej/p.qgz", "STORE": "{mappe}/nej/l.gpkg"}, "findes ikke. Opret den først"),
    ("anden_mappe", {"STORE": "{mappe}/../udenfor.gpkg"}, "Læg udenfor.gpkg i samme mappe som projektet"),
    ("ulovligt", {"PROJECT": "{mappe}/hvad?.qgz"}, "et tegn, som Windows ikke kan bruge"),
    ("lang", {"PROJECT": "{mappe}/" + "x" * 240 + ".qgz"}, "Vælg en mappe med kortere sti"),
    ("endelse", {"STORE": "{mappe}/lager.sqlite"}, "Datafilens navn skal ende på .gpkg."),
    ("tomt", {"STORE": " "}, "Skriv, hvor data skal ligge"),
    ("forbindelse", {"STORE": "Findes Ikke"}, "Forbindelsen Findes Ikke findes ikke i QGIS."),
    ("eksempler", {"MUNICIPALITY": "360", "DEMO": True}, "Eksemplerne ligger i Guldborgsund."),
    ("graense", {"BOUNDARY": "{mappe}/intet.geojson"}, "intet.geojson findes ikke."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("andre", "saetning"), [fejl[1:] for fejl in FEJL], ids=[fejl[0] for fejl in FEJL]
)
def test_says_what_to_do_and_leaves_nothing(
    qgis_app: Any, mappe: Path, andre: dict[str, Any], saetning: str
) -> None:
    andre = {
        navn: vaerdi.format(mappe=mappe) if isinstance(vaerdi, str) else vaerdi
        for navn, vaerdi in andre.items()
    }
    with pytest.raises(QgsProcessingException) as fejl:
        koer(**parametre(mappe, **andre))
    assert saetning in str(fejl.value)
    assert indhold(mappe.parent) == {}


@pytest.mark.parametrize("navn", ["lager.gpkg", "projekt.qgz", "projekt_baggrund.gpkg"])
def test_never_overwrites(qgis_app: Any, mappe: Path, navn: str) -> None:
    (mappe / navn).write_bytes(b"vores")
    with pytest.raises(QgsProcessingException, match=r"findes allerede\. Vælg et andet navn"):
        koer(**parametre(mappe))
    assert indhold(mappe) == {navn: b"vores"}


def test_a_folder_that_may_not_be_written(qgis_app: Any, tmp_path: Path) -> None:
    # Not by permissions: the tests may run as root. No one may write where the kernel keeps its own.
    with pytest.raises(ProjektFejl, match="Du må ikke skrive i mappen"):
        opret_projekt(
            376, "/proc/lager.gpkg", Path("/proc/projekt.qgz"), False, None, QgsFeedback()
        )
    assert indhold(tmp_path) == {}


@pytest.mark.parametrize("efter", [0, 10, 30, 45, 70, 99])
def test_stopped_on_the_way_leaves_nothing(qgis_app: Any, mappe: Path, efter: float) -> None:
    feedback = QgsFeedback()
    feedback.progressChanged.connect(lambda naaet: feedback.cancel() if naaet >= efter else None)
    if efter == 0:
        feedback.cancel()
    with pytest.raises(Exception, match="afbrød"):
        opret_projekt(376, str(mappe / "lager.gpkg"), mappe / "projekt.qgz", True, None, feedback)
    assert indhold(mappe) == {}


def test_a_failure_at_the_very_end_takes_the_schema_away_again(
    qgis_app: Any, mappe: Path, postgis_database: Database
) -> None:
    forbindelse = postgis_database.qgis_forbindelse()
    feedback = QgsFeedback()
    feedback.progressChanged.connect(lambda naaet: feedback.cancel() if naaet >= 70 else None)
    with pytest.raises(ProjektFejl, match="afbrød"):
        opret_projekt(376, forbindelse, mappe / "projekt.qgz", False, None, feedback)
    assert indhold(mappe) == {}
    skemaer = postgis_database.udfoer(
        "select nspname from pg_namespace where nspname like 'moedested%'"
    )
    assert skemaer == []
    resultat = opret_projekt(376, forbindelse, mappe / "projekt.qgz", False, None, QgsFeedback())
    assert resultat.store == forbindelse
