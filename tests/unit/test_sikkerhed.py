# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of trust borders names tests, and each of them is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PROEVE = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def mangler(tekst: str) -> list[str]:
    """The tests that the text names and nobody has written."""
    return [
        f"{sti}::{navn}" for sti, navn in _PROEVE.findall(tekst) if navn not in _proever(ROOT / sti)
    ]


def _proever(sti: Path) -> set[str]:
    if not sti.is_file():
        return set()
    traeet = ast.parse(sti.read_text("utf-8"))
    return {knude.name for knude in ast.walk(traeet) if isinstance(knude, ast.FunctionDef)}


def _graenser() -> dict[str, str]:
    tekst = (ROOT / "docs" / "sikkerhed.md").read_text("utf-8")
    graenser = tekst.split("\n## ")[1]
    return dict(del_.split("\n", 1) for del_ in graenser.split("\n### ")[1:])


def test_every_test_that_guards_a_border_is_there() -> None:
    assert mangler((ROOT / "docs" / "sikkerhed.md").read_text("utf-8")) == []
    assert mangler("`tests/unit/test_sikkerhed.py::test_ingen` `tests/unit/x.py::test_a`") == [
        "tests/unit/test_sikkerhed.py::test_ingen",
        "tests/unit/x.py::test_a",
    ]


def test_every_border_says_what_comes_what_we_do_and_who_guards_it() -> None:
    graenser = _graenser()
    assert len(graenser) >= 12
    for navn, tekst in graenser.items():
        assert "*Over grænsen:*" in tekst, navn
        assert "*Vi gør:*" in tekst, navn
        assert _PROEVE.search(tekst), navn
        linjer = [linje for linje in tekst.splitlines() if linje.startswith("- ")]
        assert all(_PROEVE.fullmatch(linje[2:]) for linje in linjer), navn
