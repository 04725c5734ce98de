# SPDX-License-Identifier: GPL-2.0-or-later
"""The preview on the map: what the plan would publish, as WMS from a local server, and nothing left of it afterwards."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import (
    QgsGeometry,
    QgsMapLayer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtWidgets import QPushButton

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.gui.udgiv.forhaandslag import MAERKE
from moedested_plugin.publishing.efterladte import HJEM, mappe_til_sedler
from moedested_plugin.publishing.fejl import UdgivelsesFejl
from moedested_plugin.publishing.kopi import taelling
from moedested_plugin.publishing.lokal_server import LokalServer

from .redigering import alle
from .test_udgiv import Udgiver, en, et_lag

__all__ = ["en", "et_lag"]


@pytest.fixture(autouse=True)
def intet_efterladt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    temp = tmp_path / "temp"
    temp.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temp))
    yield
    assert _rester() == set(), "a server's folder or note is left"


def _rester() -> set[Path]:
    mapper = Path(tempfile.gettempdir()).glob(f"{HJEM}*")
    return {*mapper, *mappe_til_sedler().glob("*.json")}


def _lag(project: QgsProject) -> list[QgsMapLayer]:
    return [lag for lag in project.mapLayers().values() if lag.customProperty(MAERKE)]


def _grupper(project: QgsProject) -> list[str]:
    return [gruppe.name() for gruppe in project.layerTreeRoot().findGroups(True)]


def _vis(en: Udgiver, qtbot: QtBot) -> None:
    en.tryk(en.dialog, "Vis på kortet")
    qtbot.waitUntil(lambda: bool(_lag(en.current.project)), timeout=60_000)


def _stoppet(en: Udgiver, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not any(s.isRunning() for s in en.doer.viser._servere), timeout=20_000)


def _tegnet(lag: list[QgsMapLayer], midt: Any) -> int:
    """How many pixels are drawn there."""
    kort = QgsMapSettings()
    kort.setLayers(lag)
    kort.setDestinationCrs(lag[0].crs())
    kort.setOutputSize(QSize(200, 200))
    kort.setExtent(QgsRectangle(midt.x() - 100, midt.y() - 100, midt.x() + 100, midt.y() + 100))
    job = QgsMapRendererParallelJob(kort)
    job.start()
    job.waitForFinished()
    assert not job.errors()
    billede = job.renderedImage()
    hvid = kort.backgroundColor().rgb()
    return sum(billede.pixel(x, y) != hvid for x in range(200) for y in range(200))


def test_the_plan_is_shown_before_anything_is_out_and_leaves_nothing(
    en: Udgiver, qtbot: QtBot, tmp_path: Path
) -> None:
    project = en.current.project
    project.setDirty(False)
    en.aabn()
    en.tryk(en.dialog, "Vis på kortet")
    assert en.besked() == "Der er ikke udgivet noget endnu. Lav en plan først."
    en.plan()
    _vis(en, qtbot)
    assert not project.isDirty(), "nothing that could be saved has changed"
    assert en.besked() == "Øverst i lagpanelet ligger nu kortet, som det bliver. Intet er lagt ud."
    assert en.mappe.gaeldende() is None
    lag = _lag(project)
    assert [each.name() for each in lag if not each.isValid()] == []
    raekke = next(
        r for r in en.store.raekker("moedested") if r["off_kode"] == 1 and r[GEOMETRI] is not None
    )
    sted = QgsGeometry()
    sted.fromWkb(raekke[GEOMETRI])  # type: ignore[arg-type]  # a geometry is bytes
    moedesteder = [each for each in lag if each.name() == "Mødesteder"]
    assert _tegnet(moedesteder, sted.asPoint()) > 50

    # Saved, and opened again: as if it never had been there. It stays on the map of who saved.
    fil = tmp_path / "gemt.qgz"
    assert project.write(str(fil))
    assert len(_lag(project)) == len(lag)
    assert _grupper(project) == ["Forhåndsvisning (WMS)"]
    igen = QgsProject()
    assert igen.read(str(fil))
    assert _grupper(igen) == []
    assert [each.name() for each in igen.mapLayers().values()] == ["Mødesteder"]
    qgs = tmp_path / "gemt.qgs"
    assert project.write(str(qgs))
    assert b"127.0.0.1" not in qgs.read_bytes()

    en.tryk(en.dialog, "Fjern fra kortet")
    assert _lag(project) == []
    assert _grupper(project) == []
    _stoppet(en, qtbot)
    assert en.kan("Vis på kortet")


def test_what_is_out_is_shown_without_a_plan_and_a_new_plan_takes_its_place(
    en: Udgiver, qtbot: QtBot
) -> None:
    en.aabn()
    en.udgiv()
    _vis(en, qtbot)
    assert en.besked() == "Øverst i lagpanelet ligger nu kortet, som det er udgivet."
    ude = en.mappe.gaeldende()
    server = en.doer.viser.server
    assert server is not None
    antal = taelling(server._visning.mappe / "data.gpkg")
    assert antal == taelling(ude.data)  # type: ignore[union-attr]  # it is out
    en.ret()
    en.plan()
    foerste = _lag(en.current.project)[0].id()
    en.tryk(en.dialog, "Vis på kortet")
    qtbot.waitUntil(
        lambda: [lag.id() for lag in _lag(en.current.project)][:1] not in ([], [foerste]),
        timeout=60_000,
    )
    server = en.doer.viser.server
    assert server is not None
    nye = taelling(server._visning.mappe / "data.gpkg")
    assert nye["aktivitet"] == antal["aktivitet"] - 1
    assert en.mappe.gaeldende() == ude
    # Who takes the layers out of the project by hand stops the server as well.
    en.current.project.removeMapLayers([lag.id() for lag in _lag(en.current.project)])
    qtbot.waitUntil(lambda: en.doer.viser.server is None)
    assert _grupper(en.current.project) == []
    assert en.dialog.isVisible(), "the dialog is still about the same data"
    _stoppet(en, qtbot)


@pytest.mark.parametrize("hvad", ["projektet lukkes", "pluginet stoppes", "serveren dør"])
def test_it_ends_with_what_it_belongs_to(
    en: Udgiver, qtbot: QtBot, hvad: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    startede: list[LokalServer] = []
    start = LokalServer.start

    def husk(server: LokalServer) -> None:
        startede.append(server)
        start(server)

    monkeypatch.setattr(LokalServer, "start", husk)
    en.aabn()
    en.plan()
    _vis(en, qtbot)
    project = en.current.project
    if hvad == "projektet lukkes":
        fil = tmp_path / "gemt.qgz"
        assert project.write(str(fil))
        assert project.read(str(fil))  # closed and opened again
    elif hvad == "pluginet stoppes":
        en.doer.viser.close()
        assert not any(server.isRunning() for server in en.doer.viser._servere)
        en.doer.viser = type(en.doer.viser)(project, en.doer.gang)
    else:
        os.kill(startede[0].pid, signal.SIGKILL)
        qtbot.waitUntil(lambda: en.besked().startswith("Den lokale QGIS Server er gået ned"))
    _stoppet(en, qtbot)
    assert _lag(project) == []


def test_where_there_is_no_server_the_button_says_why(
    en: Udgiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("moedested_plugin.publishing.lokal_server.program", lambda: None)
    en.aabn()
    knap = next(k for k in alle(en.dialog, QPushButton) if k.text() == "Vis på kortet")
    assert not knap.isEnabled()
    assert knap.toolTip() == (
        "Kræver QGIS Server på denne maskine (qgis_mapserver). Det gør udgivelsen ikke."
    )


def test_a_server_that_cannot_start_is_said(
    en: Udgiver, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def start(_server: LokalServer) -> None:
        raise UdgivelsesFejl("Den lokale QGIS Server kunne ikke starte. Prøv igen.")

    monkeypatch.setattr(LokalServer, "start", start)
    en.aabn()
    en.plan()
    en.tryk(en.dialog, "Vis på kortet")
    qtbot.waitUntil(lambda: "kunne ikke starte" in en.besked(), timeout=20_000)
    assert _lag(en.current.project) == []
    assert en.kan("Vis på kortet")
