# SPDX-License-Identifier: GPL-2.0-or-later
"""What a product asks is described where the dialog and the help find it, and what is described is asked."""

from __future__ import annotations

import ast
import re
from pathlib import Path

PRINTING = Path(__file__).parents[2] / "moedested_plugin" / "printing"
_SPURGT = re.compile(r"""valg(?:\.get\(|\[)["'](\w+)["']""")
#: Asked by the conduct of a print itself, for the products that offer it.
_FOR_ALLE = {"fliser"}


def _beskrevet() -> dict[str, set[str]]:
    """Names of the questions by product, read from the source: QGIS is not there."""
    modul = ast.parse((PRINTING / "valgfelter.py").read_text("utf-8"))
    funktioner = {node.name: node for node in modul.body if isinstance(node, ast.FunctionDef)}
    tabel = next(
        node.value
        for node in modul.body
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "_FELTER"
    )
    assert isinstance(tabel, ast.Dict)
    ud: dict[str, set[str]] = {}
    for navn, lav in zip(tabel.keys, tabel.values):
        kilde = ast.unparse(funktioner[lav.id] if isinstance(lav, ast.Name) else lav)
        felter = set(re.findall(r"Valgfelt\('(\w+)'", kilde))
        ud[ast.literal_eval(navn or ast.Constant(""))] = felter | (
            {"titel"} if "_titel(" in kilde else set()
        )
    return ud


def test_every_choice_of_a_product_is_described_and_no_other() -> None:
    beskrevet = _beskrevet()
    filer = sorted((PRINTING / "produkter").glob("[a-z]*.py"))
    assert set(beskrevet) <= {fil.stem for fil in filer}, "described, and no product"
    assert any(beskrevet.values())
    for fil in filer:
        spurgt = set(_SPURGT.findall(fil.read_text("utf-8")))
        kendt = beskrevet.get(fil.stem, set())
        assert spurgt <= kendt, f"{fil.name} asks what valgfelter.py does not describe"
        assert kendt - _FOR_ALLE <= spurgt, f"{fil.name} does not ask what valgfelter.py describes"
