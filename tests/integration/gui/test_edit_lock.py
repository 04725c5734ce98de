# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from moedested_plugin.gui.current_project import CurrentProject
from moedested_plugin.gui.edit_lock import EditLock
from moedested_plugin.gui.panel_state import Remedy
from moedested_plugin.store import laas


@pytest.fixture
def lock(current: CurrentProject) -> Iterator[EditLock]:
    held = EditLock(current, lambda: "abc")
    yield held
    held.close()


@pytest.fixture
def lock_file(demo_folder: Path) -> Path:
    return laas.laasesti(str(demo_folder / "data.gpkg"))


def colleague(lock_file: Path, *, ago: dt.timedelta = dt.timedelta(minutes=1)) -> None:
    """What the plugin of a colleague on another machine writes."""
    then = (dt.datetime.now(dt.timezone.utc) - ago).isoformat(timespec="seconds")
    text = {"bruger": "Bo Bak", "konto": "bob", "maskine": "PC42", "begyndt": then, "sidst": then}
    lock_file.write_text(json.dumps(text | {"token": "fremmed"}), encoding="utf-8")


def editable(project: QgsProject, role: str) -> bool:
    layer = project.mapLayer(f"moedested_{role}")
    assert isinstance(layer, QgsVectorLayer)
    return not layer.readOnly()


def test_takes_the_lock_and_lets_go_when_the_project_closes(
    lock: EditLock, lock_file: Path, demo: QgsProject
) -> None:
    lock.follow()
    assert lock.access.can_edit
    assert json.loads(lock_file.read_text("utf-8"))["bruger"] == "abc"
    demo.clear()
    lock.follow()
    assert not lock_file.exists()


def test_a_colleague_has_it_then_all_layers_are_read_only_and_it_says_who(
    lock: EditLock, lock_file: Path, demo: QgsProject
) -> None:
    colleague(lock_file)
    lock.follow()
    assert not lock.access.can_edit
    assert "Bo Bak" in lock.access.sentence
    assert lock.access.remedy is Remedy.NONE
    assert not editable(demo, "moedested")
    assert not editable(demo, "baenk")
    lock.close()
    assert lock_file.exists(), "another's lock is left alone"
    assert editable(demo, "moedested")


def test_the_colleague_goes_and_the_project_is_opened_again(
    lock: EditLock, lock_file: Path, demo: QgsProject, demo_folder: Path
) -> None:
    colleague(lock_file)
    lock.follow()
    # Saved meanwhile: QGIS keeps read-only in the project file.
    demo.write()
    lock_file.unlink()
    demo.read(str(demo_folder / "projekt.qgz"))
    lock.follow()
    assert lock.access.can_edit
    assert editable(demo, "moedested")
    assert not editable(demo, "kilde_punkt"), "what the project has made read-only stays so"


def test_a_forgotten_lock_can_be_taken_over(
    lock: EditLock, lock_file: Path, demo: QgsProject
) -> None:
    colleague(lock_file, ago=2 * laas.FORAELDET)
    lock.follow()
    assert lock.access.remedy is Remedy.OPEN_ANYWAY
    assert not editable(demo, "moedested")
    lock.take_over()
    assert lock.access.can_edit
    assert editable(demo, "moedested")
    assert json.loads(lock_file.read_text("utf-8"))["bruger"] == "abc"


def test_notices_that_somebody_took_over(lock: EditLock, lock_file: Path, demo: QgsProject) -> None:
    told: list[str] = []
    lock.lost.connect(told.append)
    lock.follow()
    colleague(lock_file)
    lock.beat()
    assert ["Bo Bak" in sentence for sentence in told] == [True]
    assert not lock.access.can_edit
    assert not editable(demo, "moedested")


def test_more_layers_in_the_same_project_do_not_let_the_lock_go(
    lock: EditLock, lock_file: Path
) -> None:
    lock.follow()
    before = lock_file.read_text("utf-8")
    lock.follow()
    assert lock_file.read_text("utf-8") == before
