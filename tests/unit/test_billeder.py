# SPDX-License-Identifier: GPL-2.0-or-later
"""The pictures of the documentation are those of the table that `make pictures` takes them from."""

from __future__ import annotations

import ast
import re
import shlex
from pathlib import Path

import billeder

ROOT = Path(__file__).resolve().parents[2]
VEJE = ROOT / "tests" / "billeder"
#: The twenty of the first day are half a megabyte of it.
MEST = 6_500_000
PALET = 3  # colour type in the header of a PNG


def funktioner(modul: str) -> set[str]:
    """What a way can lead to in that module."""
    traae = ast.parse((VEJE / f"{modul}.py").read_text("utf-8"))
    return {node.name for node in traae.body if isinstance(node, ast.FunctionDef)}


def test_each_picture_is_in_the_table_and_each_row_has_its_picture() -> None:
    navne = [billede.navn for billede in billeder.BILLEDER]
    assert len(navne) == len(set(navne))
    assert sorted(fil.stem for fil in billeder.MAPPE.iterdir()) == sorted(navne), "make pictures"


def test_each_way_leads_somewhere_and_is_told_what_it_shows() -> None:
    for billede in billeder.BILLEDER:
        modul, _, funktion = shlex.split(billede.vej)[0].partition(".")
        assert funktion in funktioner(modul), billede.vej
        assert billede.viser


def test_the_pictures_are_small() -> None:
    filer = list(billeder.MAPPE.glob("*.png"))
    assert len(filer) == len(billeder.BILLEDER)
    assert sum(fil.stat().st_size for fil in filer) <= MEST
    assert [fil.name for fil in filer if fil.read_bytes()[25] != PALET] == []


def test_each_picture_that_is_shown_exists_and_is_described() -> None:
    vist = []
    for fil in (ROOT / "README.md", *ROOT.glob("docs/*.md")):
        for tekst, sti in re.findall(r"!\[([^]]*)\]\(([^)]+)\)", fil.read_text("utf-8")):
            assert tekst, f"{fil.name}: {sti}"
            assert (fil.parent / sti).is_file(), f"{fil.name}: {sti}"
            vist.append(sti)
    assert len(vist) >= 5
