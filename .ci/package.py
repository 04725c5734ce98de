# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts the plugin together as QGIS wants it: code, metadata, licence and resources in one folder.

usage: .ci/package.py              builds dist/moedested_plugin.zip, the same bytes from the same files
       .ci/package.py --stage DIR  lays the same files into DIR/moedested_plugin, for a QGIS here
"""

from __future__ import annotations

import ast
import os
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import i18n

ROOT = Path(__file__).resolve().parent.parent
NAME = "moedested_plugin"
ZIP = ROOT / "dist" / f"{NAME}.zip"
#: The picture on the plugin site, by its name in metadata.txt; `make pictures` takes it.
SCREENSHOT = "resources/hovedvindue.png"
# A kind of file that is not listed has wandered in by mistake, or needs a thought about size and licence.
KINDS = frozenset(
    (
        ".py",
        ".txt",
        ".md",
        ".svg",
        ".png",
        ".qml",
        ".geojson",
        ".json",
        ".csv",
        ".gpkg",
        ".sql",
        ".conf",
        ".service",
        ".timer",
        ".cron",
        ".config",
        ".sh",
        ".cmd",
        ".ps1",
        ".map",
        ".html",
        ".qpt",
        ".css",
    )
)
BUILT = ROOT / "build" / "lib"
NOT_SHIPPED = frozenset((".ts", ".qm", ".pyc"))  # the .qm files are compiled anew
#: segno (BSD-3-Clause) makes the QR codes. Only its encoder goes along: the rest writes pictures and has a command line.
SEGNO_PARTS = ("consts.py", "encoder.py")
SEGNO_FOLDER = "_lib/segno"
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def shipped_files() -> dict[str, Path]:
    """Give the files of the plugin: path inside the plugin folder → file."""
    files = {name: ROOT / name for name in ("metadata.txt", "LICENSE", "CHANGELOG.md")}
    files |= {path.relative_to(ROOT / NAME).as_posix(): path for path in _files(ROOT / NAME)}
    files |= {path.relative_to(ROOT).as_posix(): path for path in _files(ROOT / "resources")}
    for ts in sorted((ROOT / "resources" / "i18n").glob("*.ts")):
        qm = i18n.compile_ts(ts, ROOT / "build" / "i18n")
        files[f"resources/i18n/{qm.name}"] = qm
    files |= {path.relative_to(BUILT).as_posix(): path for path in segno_files()}
    files[SCREENSHOT] = ROOT / "docs" / "billeder" / Path(SCREENSHOT).name
    return dict(sorted(files.items()))


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if hidden or not path.is_file() or path.suffix in NOT_SHIPPED:
            continue
        if path.suffix not in KINDS:
            sys.exit(f"{path}: unknown kind of file; remove it, or list it in .ci/package.py")
        yield path


def segno_files() -> Iterator[Path]:
    """Lay out the QR encoder as a package of the plugin's own; no path of Python's is touched for it."""
    pin = re.search(
        r"^segno==([\d.]+)", (ROOT / ".ci" / "requirements.txt").read_text("utf-8"), re.M
    )
    version = pin[1] if pin else ""
    found = list(ROOT.glob(f".venv/lib/python3*/site-packages/segno-{version}.dist-info"))
    if not found:
        sys.exit(f"segno {version} is not in .venv: run make venv")
    source = found[0].parent / "segno"
    folder = BUILT / SEGNO_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    texts = {name: without_asserts((source / name).read_text("utf-8")) for name in SEGNO_PARTS}
    texts["LICENSE"] = (found[0] / "licenses" / "LICENSE").read_text("utf-8")
    texts["__init__.py"] = (
        f'"""The encoder of segno {version}, without its asserts; see LICENSE."""\n'
    )
    texts["../__init__.py"] = '"""What others have made, each with its licence."""\n'
    for name, text in texts.items():
        path = (folder / name).resolve()
        if not path.exists() or path.read_text("utf-8") != text:
            new = path.with_name(f"{path.name}.{os.getpid()}")  # tests stage side by side
            new.write_text(text, "utf-8", newline="\n")
            new.replace(path)
        yield path


def without_asserts(code: str) -> str:
    """Give the code as `python -O` runs it: the plugin site refuses asserts."""
    lines = code.splitlines(keepends=True)
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Assert) and node.end_lineno:
            first = lines[node.lineno - 1]
            lines[node.lineno - 1] = first[: node.col_offset] + "pass\n"
            lines[node.lineno : node.end_lineno] = [""] * (node.end_lineno - node.lineno)
    return "".join(lines)


def build(target: Path = ZIP) -> Path:
    """Build the zip."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for inside, path in shipped_files().items():
            entry = zipfile.ZipInfo(f"{NAME}/{inside}", LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, path.read_bytes())
    return target


def stage(folder: Path) -> Path:
    """Lay the files into `folder`, touching only what differs: a QGIS may be running from there."""
    top = folder / NAME
    files = shipped_files()
    for inside, path in files.items():
        copy = top / inside
        if not copy.exists() or copy.read_bytes() != path.read_bytes():
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    for path in top.rglob("*"):
        inside = path.relative_to(top).as_posix()
        if path.is_file() and path.suffix != ".pyc" and inside not in files:
            path.unlink()
    return top


def main(arguments: list[str]) -> None:
    """Build or stage."""
    if arguments[:1] == ["--stage"] and len(arguments) == 2:
        print(stage(Path(arguments[1]).resolve()))
    elif not arguments:
        target = build()
        print(f"{target.relative_to(ROOT)}: {target.stat().st_size / 1e6:.2f} MB")
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
