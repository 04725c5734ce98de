# SPDX-License-Identifier: GPL-2.0-or-later
"""The ten steps *a mødested with two benches, a route of 3 km with two surfaces, linked*, drawn in a real QGIS: with the plugin,
and in the same project without it, on both stores. What each of them costs stands in docs/tegning.md.
"""

from __future__ import annotations

import json
import re
import uuid
from pathlib import Path

import pytest
from qgis.core import (
    QgsFeature,
    QgsFeedback,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSettings

from moedested_plugin.project import opret_projekt
from moedested_plugin.store import aabn
from tests.desktop import ROOT, Result, run_qgis, staged
from tests.manus import sted
from tests.postgis import KODEORD, Database, postgis_database, postgis_klynge, postgis_plads

__all__ = ["postgis_database", "postgis_klynge", "postgis_plads"]

TABEL = ROOT / "docs" / "tegning.md"


def lav_projekt(mappe: Path, adresse: str) -> Path:
    """A project with the examples, and with the roads of the script as they would have come in from a file."""
    fil = mappe / "projekt.qgz"
    opret_projekt(376, adresse, fil, True, None, QgsFeedback())
    projekt = QgsProject()
    assert projekt.read(str(fil), QgsProject.ReadFlag.FlagDontLoadLayouts)
    net = projekt.mapLayer("moedested_netvaerk_linje")
    assert isinstance(net, QgsVectorLayer)
    veje = []
    for nr, vej in enumerate(sted.VEJE):
        en = QgsFeature(net.fields())
        punkter = [QgsPointXY(sted.X + x, sted.Y + y) for x, y in vej]
        linje = QgsGeometry.fromPolylineXY(punkter)
        if net.wkbType() != linje.wkbType():
            linje.convertToMultiType()
        en.setGeometry(linje)
        en["netvaerk_id"], en["kilde"], en["type"] = str(uuid.UUID(int=nr)), "eksempel", "sti"
        veje.append(en)
    assert net.dataProvider().addFeatures(veje)[0]
    return fil


def koer(
    tmp_path: Path, navn: str, enabled: tuple[str, ...], database: Database | None = None
) -> tuple[Result, str]:
    """One of the two scripts on a project of its own; gives what happened, and the address of the store."""
    mappe = tmp_path / "Mødested prøve"
    mappe.mkdir()
    adresse = database.qgis_forbindelse() if database else str(mappe / "data.gpkg")
    resultat = run_qgis(
        ROOT / "tests" / "manus" / f"{navn}.py",
        tmp_path / "billeder",
        plugins=staged(),
        project=lav_projekt(mappe, adresse),
        enabled=enabled,
        settings=som_gemt(adresse, tmp_path) if database else "",
        # QGIS would ask for what the project never holds.
        environment={"PGPASSWORD": KODEORD} if database else None,
    )
    assert not resultat.problem
    return resultat, adresse


def som_gemt(forbindelse: str, tmp_path: Path) -> str:
    """The connection as the profile of another QGIS keeps it."""
    fil = tmp_path / "forbindelse.ini"
    til, fra = QSettings(str(fil), QSettings.Format.IniFormat), QgsSettings()
    fra.beginGroup(f"PostgreSQL/connections/{forbindelse}")
    for noegle in fra.allKeys():
        til.setValue(f"PostgreSQL/connections/{forbindelse}/{noegle}", fra.value(noegle))
    til.sync()
    return fil.read_text("utf-8")


def tal(vaerdi: object) -> float:
    """A number of the store."""
    assert isinstance(vaerdi, (int, float))
    return vaerdi


def koster(tmp_path: Path) -> list[tuple[str, int, int]]:
    regnskab = json.loads((tmp_path / "billeder" / "regnskab.json").read_text("utf-8"))
    return [(trin["tekst"], trin["klik"], trin["taster"]) for trin in regnskab]


def i_tabellen(klik: int, taster: int) -> list[tuple[str, int, int]]:
    """The rows of the table; the numbers of these two columns. The sum is the last, and must be one."""
    linjer = re.findall(r"^\| (.+?) \|((?: \**\d+\** \|){4})$", TABEL.read_text("utf-8"), re.M)
    raekker = [(navn, [int(tal) for tal in re.findall(r"\d+", tal)]) for navn, tal in linjer]
    *trin, (_, i_alt) = raekker
    assert [sum(tal[nr] for _, tal in trin) for nr in range(4)] == i_alt
    return [(navn, tal[klik], tal[taster]) for navn, tal in trin]


@pytest.mark.slow
@pytest.mark.parametrize("lager", ["geopackage", "postgis"])
def test_ten_steps_with_the_plugin(
    lager: str, tmp_path: Path, qgis_app: object, request: pytest.FixtureRequest
) -> None:
    database = request.getfixturevalue("postgis_database") if lager == "postgis" else None
    resultat, adresse = koer(tmp_path, "med", ("moedested_plugin",), database)
    assert "ok and nothing else" in resultat.log, "one step takes back the links, and only them"
    assert koster(tmp_path) == i_tabellen(0, 1)
    store = aabn(adresse)
    try:
        (moedested,) = (r for r in store.raekker("moedested") if r["navn"] == "Kaffe ved søen")
        (rute,) = (r for r in store.raekker("rute") if r["navn"] == "Turen rundt om søen")
        stykker = [r for r in store.raekker("straekning") if r["rute_id"] == rute["objekt_id"]]
        links = [
            r
            for r in store.raekker("tilknytning")
            if r["moedested_id"] == moedested["moedested_id"]
        ]
        steder = {str(r["objekt_id"]): r for r in store.raekker("facilitet_punkt")}
    finally:
        store.luk()
    assert moedested["formaal_k"] == [1]
    assert moedested["by"], "the town was known"
    # 2,99 km by the roads, mostly fine gravel: code 3 here, 2 in GeoFA.
    assert (rute["rute_ty_k"], rute["laengde"], bool(rute["rundtur"])) == (5, 2.99, False)
    assert rute["belaegn_k"] == 2
    maalt = sorted((tal(r["fra_m"]), tal(r["til_m"]), tal(r["underlag_k"])) for r in stykker)
    assert [round(led[0], -1) for led in maalt] == [0, 1_670]
    assert [round(led[1], -1) for led in maalt] == [1_670, 2_990]
    assert [led[2] for led in maalt] == [3, 7]
    assert sorted(tal(r["rolle_k"]) for r in links) == [2, 2, 3]
    assert [r["rute_id"] for r in links if r["rute_id"]] == [rute["objekt_id"]]
    baenke = [steder[str(r["facilitet_punkt_id"])] for r in links if r["facilitet_punkt_id"]]
    assert [r["facil_ty_k"] for r in baenke] == [1371, 1371]


@pytest.mark.lang
@pytest.mark.slow
def test_the_same_without_the_plugin(tmp_path: Path, qgis_app: object) -> None:
    _, adresse = koer(tmp_path, "uden", ())
    assert koster(tmp_path) == i_tabellen(2, 3)
    store = aabn(adresse)
    try:
        (rute,) = (r for r in store.raekker("rute") if r["navn"] == "Turen rundt om søen")
        stykker = [r for r in store.raekker("straekning") if r["rute_id"] == rute["objekt_id"]]
        links = [r for r in store.raekker("tilknytning") if r["rute_id"] == rute["objekt_id"]]
    finally:
        store.luk()
    assert rute["laengde"] == 2.99
    assert len(links) == 1
    # What the page says is missing.
    assert [(r["fra_m"], r["til_m"]) for r in stykker] == [(None, None)] * 2
    assert rute["belaegn_k"] is None
