# SPDX-License-Identifier: GPL-2.0-or-later
"""The form of the code: what no other tool looks at."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from pathlib import Path, PurePosixPath

import pytest
import tomllib
from check_zip import NOT_ON_WINDOWS

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "moedested_plugin"
SPDX = "# SPDX-License-Identifier: GPL-2.0-or-later"
MOST_LINES = 400
LONGEST_PATH = 120  # a clone in a Windows user's folder must stay under 260 characters
# Methods that mean another thing, or nothing, on Windows; ruff sees only names spelt out from their module.
POSIX_METHODS = frozenset(("chmod", "hardlink_to", "lchmod", "symlink_to"))
WIDGETS = frozenset(("qgis.gui", "qgis.utils", "qgis.PyQt.QtWidgets"))

Finder = Callable[[ast.Module], Iterator[str]]


def repository_files() -> list[PurePosixPath]:
    """Give every file that is, or would be, in git."""
    done = subprocess.run(
        ["git", "-c", "core.quotePath=false", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    return [PurePosixPath(line) for line in done.stdout.splitlines() if (ROOT / line).exists()]


def modules() -> list[str]:
    """Give the modules of the package, as paths inside it."""
    return sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


@cache
def tree_of(module: str) -> ast.Module:
    return ast.parse((PACKAGE / module).read_text("utf-8"))


@lru_cache(maxsize=1)
def banned() -> dict[str, str]:
    """Give what pyproject bans: name → reason."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    table = settings["tool"]["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"]
    return {name: rule["msg"] for name, rule in table.items() if name not in WIDGETS}


def dotted(node: ast.expr) -> str:
    """Write an attribute chain as it stands: `os.path.join`."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def imported(tree: ast.Module) -> Iterator[tuple[int, str, str]]:
    """Give line, full name and name here of everything imported from outside the package."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name, alias.asname or alias.name
        elif isinstance(node, ast.ImportFrom) and not node.level:
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}", alias.asname or alias.name


def banned_names(tree: ast.Module) -> Iterator[str]:
    """Find what pyproject bans, in any spelling, and POSIX-only methods."""
    full = {here: name for _, name, here in imported(tree)}
    names = [(line, name) for line, name, _ in imported(tree)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            if node.attr in POSIX_METHODS:
                yield f"line {node.lineno}: .{node.attr} is not for Windows"
            first, _, rest = dotted(node).partition(".")
            names.append((node.lineno, f"{full.get(first, first)}.{rest}"))
    for line, name in names:
        for ban, reason in banned().items():
            if f"{name}.".startswith(f"{ban}."):
                yield f"line {line}: {name}: {reason}"


def file_names(tree: ast.Module) -> Iterator[str]:
    """Find `__file__`, which only paths.py may ask."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == "__file__":
            yield f"line {node.lineno}: ask paths.resource()"


def global_state(tree: ast.Module) -> Iterator[str]:
    """Find `QgsProject.instance()` and `iface`: a task is given what it needs."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and dotted(node) == "QgsProject.instance":
            yield f"line {node.lineno}: take the project as an argument"
        is_name = isinstance(node, ast.Name) and node.id == "iface"
        if isinstance(node, (ast.Name, ast.arg)) and (
            is_name or getattr(node, "arg", "") == "iface"
        ):
            yield f"line {node.lineno}: iface stays in gui/ and plugin.py"


def printing(tree: ast.Module) -> Iterator[str]:
    """Find print(): nobody sees it in QGIS on Windows."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and dotted(node.func) == "print":
            yield f"line {node.lineno}: use the log"


def foreign_imports(tree: ast.Module) -> Iterator[str]:
    """Find what is neither the standard library nor the package's own."""
    for line, name, _ in imported(tree):
        if name.partition(".")[0] not in sys.stdlib_module_names:
            yield f"line {line}: {name} is not in the standard library"


def findings(finder: Finder, *, but: tuple[str, ...] = (), only: str = "") -> list[str]:
    """Run a finder over the package, but for some modules or folders."""
    chosen = [
        name for name in modules() if name.startswith(only) and not name.startswith(but or ("\0",))
    ]
    assert chosen, "no module was looked at"
    return [f"{name} {finding}" for name in chosen for finding in finder(tree_of(name))]


@pytest.mark.parametrize(
    ("finder", "code"),
    [
        (banned_names, "import fcntl"),
        (banned_names, "from os import fork"),
        (banned_names, "import os as system\nsystem.symlink('a', 'b')"),
        (banned_names, "import signal\nsignal.SIGKILL"),
        (banned_names, "def f(path): path.chmod(0o600)"),
        (banned_names, "from PyQt5.QtCore import Qt"),
        (banned_names, "import PyQt6"),
        (banned_names, "from osgeo import ogr"),
        (banned_names, "from urllib import request"),
        (banned_names, "from xml.etree import ElementTree"),
        (file_names, "HERE = __file__"),
        (global_state, "QgsProject.instance().write()"),
        (global_state, "def task(iface): ..."),
        (global_state, "iface.messageBar()"),
        (printing, "print('hej')"),
        (foreign_imports, "from qgis.core import Qgis"),
        (foreign_imports, "import yaml"),
    ],
)
def test_each_finder_finds(finder: Finder, code: str) -> None:
    assert list(finder(ast.parse(code)))


def test_nothing_banned_is_used() -> None:
    assert findings(banned_names, but=("gdal.py",)) == []


def test_only_paths_asks_where_a_file_lies() -> None:
    assert findings(file_names, but=("paths.py",)) == []


def test_tasks_are_given_what_they_need() -> None:
    assert findings(global_state, but=("__init__.py", "plugin.py", "gui/")) == []


def test_nothing_is_printed() -> None:
    assert findings(printing) == []


def test_the_domain_needs_only_the_standard_library() -> None:
    assert findings(foreign_imports, only="domain/") == []


def test_every_module_is_short() -> None:
    lines = {name: len((PACKAGE / name).read_text("utf-8").splitlines()) for name in modules()}
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}


def test_every_python_file_states_its_licence_first() -> None:
    paths = [path for path in repository_files() if path.suffix == ".py"]
    assert paths
    without = [
        path for path in paths if not (ROOT / path).read_text("utf-8").startswith(f"{SPDX}\n")
    ]
    assert [str(path) for path in without] == []


def test_every_file_can_be_checked_out_on_windows() -> None:
    paths = repository_files()
    bad = [str(path) for path in paths if any(NOT_ON_WINDOWS.search(part) for part in path.parts)]
    assert bad == []
    assert [str(path) for path in paths if len(str(path)) > LONGEST_PATH] == []
    folded: dict[str, list[str]] = {}
    for path in paths:
        folded.setdefault(str(path).casefold(), []).append(str(path))
    assert [same for same in folded.values() if len(same) > 1] == []


@pytest.mark.parametrize("name", ["a:b", "con", "NUL.txt", "slut.", "hv?d", "com1.py", "tom "])
def test_names_that_windows_refuses_are_seen(name: str) -> None:
    assert NOT_ON_WINDOWS.search(name)


@pytest.mark.parametrize("name", ["console.py", "Mødested test", "__init__.py", ".gitignore"])
def test_names_that_windows_takes_are_left_alone(name: str) -> None:
    assert not NOT_ON_WINDOWS.search(name)


def test_no_text_names_this_machine() -> None:
    here = re.escape(str(ROOT))
    named = [
        str(path)
        for path in repository_files()
        if path.suffix in {".py", ".md", ".txt", ".toml", ".json", ""}
        and re.search(rf"{here}(/|\b)", (ROOT / path).read_text("utf-8", "replace"))
    ]
    assert named == []
