# SPDX-License-Identifier: GPL-2.0-or-later
"""What is shipped in `resources/` and under which licence."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
README = RESOURCES / "README.md"
GEOFA = RESOURCES / "geofa"


def listed() -> dict[str, dict[str, str]]:
    """Give the rows of the README's table by the file or folder they speak of."""
    rows = {}
    heading = ["fil", "kilde", "dato", "licens", "kreditering"]
    for line in README.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        path = re.fullmatch(r"`([^`]+)`", cells[0])
        if path and len(cells) == len(heading):
            rows[path[1]] = dict(zip(heading, cells))
    return rows


def unlisted(root: Path, known: set[str]) -> list[str]:
    """Give the files that neither stand in the table themselves nor lie in a folder that does."""
    found = []
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        folders = {"/".join(parts[:depth]) + "/" for depth in range(1, len(parts))}
        made = path.suffix in {".qm", ".pyc"} or path.name.endswith(("-wal", "-shm"))
        named = folders & known or "/".join(parts) in known
        if path.is_file() and not made and path != root / "README.md" and not named:
            found.append("/".join(parts))
    return found


def test_each_file_is_listed() -> None:
    assert unlisted(RESOURCES, set(listed())) == []


def test_an_unlisted_file_is_found(tmp_path: Path) -> None:
    (tmp_path / "ny").mkdir()
    (tmp_path / "ny" / "kort.gpkg").write_bytes(b"")
    (tmp_path / "geofa").mkdir()
    (tmp_path / "geofa" / "regler.csv").write_bytes(b"")
    assert unlisted(tmp_path, {"geofa/"}) == ["ny/kort.gpkg"]


@pytest.mark.parametrize("path", listed())
def test_each_row_says_source_date_licence_and_credit(path: str) -> None:
    row = listed()[path]
    assert all(
        row[column] not in {"", "-", "?"} for column in ("kilde", "dato", "licens", "kreditering")
    )
    assert re.search(r"20\d\d", row["dato"])


def test_no_row_speaks_of_something_that_is_gone() -> None:
    assert [path for path in listed() if not (RESOURCES / path).exists()] == []


def rows(name: str) -> list[dict[str, str]]:
    with (GEOFA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_municipality_has_a_code_and_a_cvr_number() -> None:
    found = rows("municipalities.csv")
    codes = {int(row["kommunekode"]) for row in found}
    assert len(found) == len(codes) == 99  # 98 and Christiansø
    assert all(re.fullmatch(r"\d{8}", row["cvr_kode"]) for row in found)
    guldborgsund = next(row for row in found if row["kommunekode"] == "376")
    assert guldborgsund["cvr_kode"] == "29188599"


def test_every_code_list_of_a_field_is_shipped() -> None:
    shipped = {path.stem for path in (GEOFA / "kodelister").glob("*.csv")}
    shipped |= {"d_basis_postnr"}  # postnumre.csv
    wanted = {
        row["kodeliste"]
        for theme in (5800, 5801, 5802)
        for row in rows(f"fields_{theme}.csv")
        if re.fullmatch(r"d_\w+", row["kodeliste"])
    }
    # the streets of all Denmark are kept in GeoFA's own database only
    assert wanted - shipped == {"d_vejnavn"}


def test_codes_are_unique_in_their_list() -> None:
    for path in sorted((GEOFA / "kodelister").glob("*.csv")):
        codes = [row["kode"] for row in rows(f"kodelister/{path.name}")]
        assert len(codes) == len(set(codes)), path.name


def test_postal_codes_are_those_of_denmark() -> None:
    found = {int(row["postnr"]): row["by"] for row in rows("postnumre.csv")}
    assert found[4800] == "Nykøbing F"
    assert found[4990] == "Sakskøbing"
    assert all(0 < code <= 9999 for code in found)
