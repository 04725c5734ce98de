# SPDX-License-Identifier: GPL-2.0-or-later
"""The check of Qt 6's names sees the ways a name can be written, here against a Qt of three names."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

import pytest
import qt6check


class Role(Enum):
    Edit = 1


class Box:
    Role = Role


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("Box.Role.Edit", None),
        ("Box.Role.Edit.value", None),
        ("Box.Edit", "Box.Edit is not in PyQt6"),
        ("Box.Role.Show", "Box.Role.Show is not in PyQt6"),
        ("role = Box.Role\nrole.Edit", None),
        ("role = Box.Role\nrole.Show", "role.Show is not in PyQt6"),
        ("class A:\n    role = Box.Role\n    x = role.Show", "role.Show is not in PyQt6"),
        ("Box().exec_()", "exec_ is gone"),
        ("from qgis.PyQt.QtWidgets import Old", "QtWidgets.Old is not in PyQt6"),
        ("from qgis.PyQt.QtCore import pyqtSignal", None),
        ("from qgis.PyQt import QtCore", "import from QtCore by name"),
        ("import qgis.PyQt.QtGui as g", "import from qgis.PyQt.QtGui by name"),
        ("from qgis.PyQt import sip", None),
    ],
)
def test_what_qt6_lacks_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, found: str | None
) -> None:
    monkeypatch.setattr(qt6check, "in_qt6", lambda _module, name: Box if name == "Box" else None)
    file = tmp_path / "new" / "module.py"  # also in a room that is new
    file.parent.mkdir()
    file.write_text(f"from qgis.PyQt.QtWidgets import Box\n{code}\n", "utf-8")
    lines = list(qt6check.findings(file))
    assert ([found] if found else []) == [found for line in lines if found and found in line]
    assert qt6check.main(tmp_path) == (1 if found else 0)


def test_an_empty_folder_is_no_answer(tmp_path: Path) -> None:
    assert qt6check.main(tmp_path) == 1
