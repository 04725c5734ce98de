# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds names in the package that Qt 6 does not have. Needs PyQt6 and no QGIS.

usage: .venv6/bin/python .ci/qt6check.py FOLDER

Resolves every `Class.Enum.Member` chain that starts at a class imported from `qgis.PyQt`, or at a name given to one
(`role = Qt.ItemDataRole`), against PyQt6 itself. It sees classes, enums, static members and `exec_`; it cannot see
instance methods whose arguments changed. Whole modules of Qt may not be imported: what is taken from them goes unseen.
There are no forms of Designer (.ui) to check: .ci/package.py takes none.
"""

from __future__ import annotations

import ast
import enum
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

QT = "qgis.PyQt."
# Classes that moved between the modules, which qgis.PyQt evens out (QAction to QtGui and the like).
MOVED = ("QtGui", "QtWidgets", "QtCore")
NO_QT = frozenset({"sip", "uic"})  # modules of qgis.PyQt that hold no names of Qt
ADDED_BY_QGIS = frozenset({"NULL", "QVariant", "pyqtSignal", "pyqtSlot", "pyqtProperty"})


def imported_names(tree: ast.AST) -> Iterator[tuple[ast.ImportFrom, str, str]]:
    """Give every name taken from a module of qgis.PyQt, with the name it has here."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(QT):
            for alias in node.names:
                yield node, alias.name, alias.asname or alias.name


def in_qt6(module: str, name: str) -> object | None:
    """Give the object in PyQt6, from the same module or where it moved to."""
    for candidate in (module, *MOVED):
        try:
            found: object = getattr(importlib.import_module(f"PyQt6.{candidate}"), name, None)
        except ImportError:
            continue
        if found is not None:
            return found
    return None


def chain_of(node: ast.Attribute) -> tuple[str, list[str]]:
    """Split `Qt.ItemDataRole.DisplayRole` into its first name and the rest."""
    parts: list[str] = []
    inner: ast.expr = node
    while isinstance(inner, ast.Attribute):
        parts.insert(0, inner.attr)
        inner = inner.value
    return (inner.id if isinstance(inner, ast.Name) else ""), parts


def resolved(owner: object, parts: list[str]) -> object | None:
    """Give what a chain stands for in PyQt6."""
    for part in parts:
        owner = getattr(owner, part, None)
    return owner


def name_aliases(tree: ast.AST, known: dict[str, object]) -> None:
    """Let a name that is given to a class or an enum stand for it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Attribute):
            first, parts = chain_of(node.value)
            found = resolved(known.get(first), parts)
            if isinstance(found, type):
                known.update(
                    {each.id: found for each in node.targets if isinstance(each, ast.Name)}
                )


def whole_modules(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Give the imports that take a whole module of Qt."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == QT.rstrip("."):
            yield from ((node.lineno, each.name) for each in node.names if each.name not in NO_QT)
        if isinstance(node, ast.Import):
            yield from ((node.lineno, each.name) for each in node.names if each.name.startswith(QT))


def missing(owner: object, parts: list[str]) -> bool:
    """Tell whether the chain leaves what PyQt6 has, as far as classes go."""
    for part in parts:
        if not isinstance(owner, type) or isinstance(owner, enum.Enum):
            return False
        if not hasattr(owner, part):
            return True
        owner = getattr(owner, part)
    return False


def findings(path: Path) -> Iterator[str]:
    """Give one line for every name of the file that Qt 6 lacks."""
    tree = ast.parse(path.read_text("utf-8"))
    known: dict[str, object] = {}
    for statement, name, here in imported_names(tree):
        module = (statement.module or "").removeprefix(QT)
        found = in_qt6(module, name)
        if found is None and name not in ADDED_BY_QGIS:
            yield f"{path}:{statement.lineno}: {statement.module}.{name} is not in PyQt6"
        known[here] = found
    for line, name in whole_modules(tree):
        yield f"{path}:{line}: import from {name} by name, so that it can be checked"
    name_aliases(tree, known)
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and id(node) not in inner:
            first, parts = chain_of(node)
            if missing(known.get(first), parts):
                yield f"{path}:{node.lineno}: {first}.{'.'.join(parts)} is not in PyQt6"
        if isinstance(node, ast.Attribute) and node.attr == "exec_":
            yield f"{path}:{node.lineno}: exec_ is gone in PyQt6"


def main(folder: Path) -> int:
    """Check every file of the folder."""
    paths = sorted(folder.rglob("*.py"))
    found = [line for path in paths for line in findings(path)]
    print("\n".join([*found, f"{len(paths)} files, {len(found)} names that Qt 6 lacks"]))
    return 1 if found or not paths else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
