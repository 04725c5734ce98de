# SPDX-License-Identifier: GPL-2.0-or-later
"""Every window of the plugin in a real QGIS with letters of twice the size, on QGIS's dark theme, on the smallest screen of the
town hall: all is reached by Tab, has a name that a screen reader says, can be read, and nothing is cut.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import billeder
import pytest
from qgis.core import QgsFeedback

from moedested_plugin.paths import resource
from moedested_plugin.project import opret_projekt
from tests.desktop import run_qgis, staged

VEJE = (
    ("panel", "projekt.panel"),
    ("guide-1", "projekt.guide 1"),
    ("guide-2", "projekt.guide 2"),
    ("guide-3", "projekt.guide 3"),
    ("indstillinger-kontrol", "projekt.indstillinger 1"),
    ("indstillinger-udskrift", "projekt.indstillinger 2"),
    ("historik", "projekt.historik"),
    ("indstillinger-bruger", "projekt.indstillinger 0"),
    ("indstillinger-tegn", "projekt.indstillinger 3"),
    ("form", "formularer.ny baenk"),
    ("form-moedested", "formularer.ny moedested"),
    ("import", "ind.dialog"),
    ("kortlaeg", "ind.kortlaeg"),
    ("kontrol", "kontrol.liste"),
    ("regler", "kontrol.regler"),
    ("maal", "udgiv.maal 0"),
    ("krav", "udgiv.maal 1"),
    ("plan", "udgiv.plan"),
    ("tjeneste", "udgiv.maal 2"),
    ("udskriv", "udskriv.dialog kortbilag"),
    ("udskriv-plakat", "udskriv.dialog plakat"),
    ("udskriv-skilt", "udskriv.dialog skilt"),
)
#: As a person would have chosen them under Settings, Options, General: letters of 20 points instead of 10.
DARK_AND_LARGE = "[app]\nfontPointSize=20\n[UI]\nUITheme=Night Mapping\n"
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.lang
@pytest.mark.slow
def test_every_window_without_a_mouse_with_large_letters_in_the_dark(
    qgis_app: object, tmp_path: Path
) -> None:
    mappe = tmp_path / "Årets kort"
    mappe.mkdir()
    projekt = mappe / "projekt.qgz"
    opret_projekt(376, str(mappe / "data.gpkg"), projekt, True, None, QgsFeedback())
    shutil.copy(resource("demo", "naturlandet", "nu", "facilit_service.geojson"), mappe)
    (mappe / "baenke_fra_vejafdelingen.geojson").write_text(json.dumps(billeder.nabo()), "utf-8")
    resultat = run_qgis(
        ROOT / "tests" / "plugin" / "tilgaengelig_i_qgis.py",
        tmp_path / "ud",
        plugins=staged(),
        project=projekt,
        settings=DARK_AND_LARGE,
        timeout=420,
        environment={
            "DESKTOP_BILLEDER": json.dumps(VEJE),
            "DESKTOP_KLIP": "1",
            "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}",
        },
    )
    assert not resultat.problem, resultat.problem
    assert resultat.log.count("looked at") == len(VEJE)
