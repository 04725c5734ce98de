# SPDX-License-Identifier: GPL-2.0-or-later
"""A publisher that is killed: what is out there is the old version or the new one, whole, and the next one works."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

import pytest

from moedested_plugin.checks.resultat import Resultat
from moedested_plugin.publishing.forbered import udgiver
from moedested_plugin.publishing.holdte import forbehold
from moedested_plugin.publishing.lokal_server import LokalServer
from moedested_plugin.publishing.maal import Maal
from moedested_plugin.publishing.mappe import Mappe
from moedested_plugin.publishing.plan import planlaeg
from moedested_plugin.publishing.sted import BEHOLD
from moedested_plugin.publishing.tjeneste import projektfejl
from moedested_plugin.store import Store, aabn

PROGRAM = Path(__file__).with_name("udgiv_i_sloejfe.py")
TRIN = ("byg", "navngiv", "peger", "bevis", "skift", "efterproev", "log")
#: Kills at moments that nobody chose. MOEDESTED_DRAB makes it many (make harden).
DRAB = int(os.environ.get("MOEDESTED_DRAB", "4"))


@pytest.fixture(autouse=True)
def uden_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the killed program itself: quicker, so more kills."""
    monkeypatch.setattr(LokalServer, "findes", staticmethod(lambda: False))


def start(lager: Store, maalfil: Path, *trin: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(PROGRAM), lager.adresse, str(maalfil), *trin],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip


@pytest.fixture
def maalfil(maal: Maal, tmp_path: Path) -> Path:
    sti = tmp_path / "mål.json"
    sti.write_text(json.dumps(asdict(maal)), encoding="utf-8")
    return sti


def udgiv(lager: Store, maal: Maal) -> str:
    hvem = udgiver(lager, maal, "AB")
    plan = planlaeg(lager, hvem.sted.gaeldende(), Resultat(()), forbehold(lager, "AB"))
    return hvem.udgiv(plan).version


def efterse(maal: Maal) -> str:
    """What a reader meets: one whole version, data and project of one mind."""
    udgave = Mappe(maal).gaeldende()
    assert udgave is not None
    assert udgave.er_hel
    assert projektfejl(Mappe(maal).peger, {**udgave.manifest.antal, "udgivelse": 1}) == []
    return udgave.version


def rester(maal: Maal) -> set[str]:
    return {sti.name for sti in maal.mappe.iterdir()} - {
        "data", "service.qgz", "moedesteder.html", "history.jsonl",
    }  # fmt: skip


@pytest.mark.parametrize("trin", TRIN)
def test_killed_at_every_step(lager: Store, maal: Maal, maalfil: Path, trin: str) -> None:
    foerste = udgiv(lager, maal)
    with start(lager, maalfil, trin) as proces:
        assert proces.wait(120) == -signal.SIGKILL
    nu = efterse(maal)
    assert (nu == foerste) is (trin not in ("efterproev", "log")), (
        "only the swap changes what is seen"
    )
    with aabn(lager.adresse) as igen:
        naeste = udgiv(igen, maal)
    assert efterse(maal) == naeste
    assert rester(maal) == set()
    versioner = {sti.name for sti in (maal.mappe / "data").iterdir()}
    assert versioner == {foerste, nu, naeste}
    assert {linje["version"] for linje in Mappe(maal).historik()} == versioner


def test_killed_at_any_moment(lager: Store, maal: Maal, maalfil: Path) -> None:
    tilfaeldig = random.Random(20261121)
    udgiv(lager, maal)
    lager.luk()
    for _ in range(DRAB):
        with start(lager, maalfil) as proces:
            assert proces.stdout is not None
            assert proces.stdout.readline().strip(), "it has published after the kill before"
            time.sleep(tilfaeldig.uniform(0, 1.5))
            proces.kill()
        efterse(maal)
        assert len(list((maal.mappe / "data").iterdir())) <= BEHOLD + 2
    with aabn(lager.adresse) as igen:
        assert efterse(maal) != udgiv(igen, maal)
    assert rester(maal) == set()
    assert len(list((maal.mappe / "data").iterdir())) <= BEHOLD
