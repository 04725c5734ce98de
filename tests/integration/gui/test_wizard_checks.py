# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from moedested_plugin.gui.wizard_checks import advice, project_problem, store_problem
from moedested_plugin.project.opret import LAENGSTE_STI, Bestilling


def order(folder: Path, project: str = "projekt.qgz", boundary: Path | None = None) -> Bestilling:
    path = folder / project if project else Path()
    return Bestilling(376, str(folder / "data.gpkg"), path, False, boundary)


def test_a_new_file_in_a_folder_of_ones_own_is_fine(tmp_path: Path) -> None:
    assert store_problem(str(tmp_path / "Møde sted.gpkg")) == ""
    assert project_problem(order(tmp_path)) == ""
    assert list(tmp_path.iterdir()) == [], "asking leaves no file behind"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Vælg, hvor filen skal ligge."),
        ("{folder}/data.shp", "Filnavnet skal ende på .gpkg."),
        ("{folder}/da:ta.gpkg", "et tegn, som Windows ikke kan bruge"),
        ("data.gpkg", "Skriv hele stien"),
        ("{folder}/mangler/data.gpkg", "findes ikke. Opret den først"),
        ("{folder}/findes.gpkg", "findes.gpkg findes allerede."),
        ("{folder}/{long}.gpkg", "Vælg en mappe med kortere sti"),
    ],
)
def test_says_what_to_do_about_a_store_that_cannot_be_made(
    tmp_path: Path, name: str, sentence: str
) -> None:
    (tmp_path / "findes.gpkg").touch()
    assert sentence in store_problem(name.format(folder=tmp_path, long="a" * LAENGSTE_STI))


def test_says_what_to_do_about_a_project_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "findes.qgz").touch()
    assert "findes allerede" in project_problem(order(tmp_path, "findes.qgz"))
    assert "skal ende på .qgz" in project_problem(order(tmp_path, "projekt.txt"))
    assert project_problem(order(tmp_path, "")) == "Vælg, hvor filen skal ligge."


def test_a_boundary_may_be_left_out_but_must_exist_when_named(tmp_path: Path) -> None:
    boundary = tmp_path / "kommune.geojson"
    assert "kommunegrænsen findes ikke" in project_problem(order(tmp_path, boundary=boundary))
    boundary.touch()
    assert project_problem(order(tmp_path, boundary=boundary)) == ""


def test_a_folder_that_refuses_to_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Tests may run as root, whom no folder refuses; Windows says PermissionError just so.
    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    assert str(tmp_path) in store_problem(str(tmp_path / "data.gpkg"))


def test_a_network_drive_is_mentioned(tmp_path: Path) -> None:
    assert "netværksdrev" in advice("//server/gis/data.gpkg")
    assert "netværksdrev" in advice(r"\\server\gis\data.gpkg")
    assert advice(str(tmp_path / "data.gpkg")) == ""
