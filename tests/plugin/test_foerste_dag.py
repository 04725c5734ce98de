# SPDX-License-Identifier: GPL-2.0-or-later
"""The day of a newcomer as docs/foerste-dag.md shows it, gone by hand in a real QGIS: from an empty profile and the zip to a
service and sheets on paper. What it leaves behind is looked at.
"""

from __future__ import annotations

import json
from pathlib import Path

import billeder
import pytest
from qgis.core import QgsVectorLayer

from moedested_plugin.store import aabn

#: Ten objects, and what Naturlandet sent.
TEGNET = {"moedested": 3, "facilitet_punkt": 4, "facilitet_flade": 1, "rute": 2}
HENTET = {"facilitet_punkt": 12}


@pytest.mark.lang
@pytest.mark.slow
def test_the_first_day(qgis_app: object, tmp_path: Path) -> None:
    mappe = tmp_path / "Årets kort"
    resultat = billeder.foerste_dag(mappe, tmp_path / "ud")
    dag = [billede.navn for billede in billeder.BILLEDER if billede.gang == billeder.DAG]
    assert not resultat.problem, resultat.problem
    assert sorted(resultat.shots) == dag

    (fil,) = mappe.glob("moedesteder_guldborgsund.gpkg")
    with aabn(str(fil), opgrader=False) as store:
        antal = {tabel: store.antal(tabel) for tabel in TEGNET}
        fejl = [fund["tekst"] for fund in store.raekker("fund") if fund["alvor"] == "fejl"]
    assert antal == {tabel: n + HENTET.get(tabel, 0) for tabel, n in TEGNET.items()}
    assert fejl == []

    tjeneste = mappe / "server" / "moedesteder"
    (udgivet,) = (tjeneste / "data").iterdir()
    ude = QgsVectorLayer(f"{udgivet / 'data.gpkg'}|layername=moedested")
    assert sorted(str(sted["navn"]) for sted in ude.getFeatures()) == [
        "Bordet i skoven",
        "Kaffe ved søen",
        "Pladsen ved diget",
    ]
    assert json.loads((udgivet / "manifest.json").read_text("utf-8"))
    assert (tjeneste / "service.qgz").is_file()
    (ark,) = mappe.rglob("*.pdf")
    assert ark.read_bytes().startswith(b"%PDF")
