# SPDX-License-Identifier: GPL-2.0-or-later
"""Applies the rules of QGIS's plugin site to the built zip, so that an upload brings no surprise.

usage: .ci/check_zip.py [ZIP]

The scanners (bandit, detect-secrets) run on the unpacked zip without any configuration, as the site runs them.
"""

from __future__ import annotations

import ast
import configparser
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import package

MAX_BYTES = 25 * 1024 * 1024
MAX_SCREENSHOT_BYTES = 2 * 1024 * 1024
SCREENSHOT_KINDS = (".png", ".jpg", ".jpeg", ".gif")
REQUIRED = (
    "name", "description", "version", "qgisMinimumVersion", "author", "email", "about",
    "tracker", "repository", "homepage",
)  # fmt: skip
LINKS = ("tracker", "repository", "homepage")
BINARY_KINDS = frozenset(
    (".pyc", ".pyo", ".pyd", ".so", ".dll", ".dylib", ".exe", ".bin", ".jar", ".whl", ".zip")
)
BINARY_STARTS = (b"\x7fELF", b"MZ", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
NOT_ON_WINDOWS = re.compile(
    r'[<>:"|?*\\\x00-\x1f]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)', re.IGNORECASE
)
MAX_PATH = 120  # leaves 140 of Windows's 260 characters for the profile folder


def path_findings(archive: zipfile.ZipFile) -> Iterator[str]:
    """Look at what lies in the zip, without unpacking."""
    size = Path(archive.filename or "").stat().st_size
    if size > MAX_BYTES:
        yield f"the zip is {size / 1e6:.1f} MB; the site takes 25"
    tops = {name.partition("/")[0] for name in archive.namelist()}
    if tops != {package.NAME}:
        yield f"one folder {package.NAME} must lie on top, found {sorted(tops)}"
    folded: dict[str, str] = {}
    for name in archive.namelist():
        parts = [part for part in name.split("/") if part]
        if (
            name.startswith("/")
            or ".." in parts
            or any(part.startswith((".", "__MACOSX")) for part in parts)
        ):
            yield f"{name}: hidden or outside the folder"
        if (
            "__pycache__" in parts
            or Path(name).suffix.lower() in BINARY_KINDS
            or archive.read(name).startswith(BINARY_STARTS)
        ):
            yield f"{name}: binary"
        if "tests" in parts or parts[-1].startswith("test_"):
            yield f"{name}: a test"
        if any(NOT_ON_WINDOWS.search(part) for part in parts) or len(name) > MAX_PATH:
            yield f"{name}: not a name for Windows"
        other = folded.setdefault(name.casefold(), name)
        if other != name:
            yield f"{name} and {other} are one file on Windows"


def metadata_findings(folder: Path) -> Iterator[str]:
    """Read metadata.txt the way the site does (with interpolation, so a lone % fails here too)."""
    parser = configparser.ConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # the documented way to keep capitals
    try:
        parser.read_string((folder / "metadata.txt").read_text("utf-8"))
        general = dict(parser["general"])
    except (OSError, UnicodeError, configparser.Error, KeyError) as error:
        yield f"metadata.txt cannot be read: {error}"
        return
    for key in REQUIRED:
        if not general.get(key, "").strip():
            yield f"metadata.txt: {key} is missing"
    for key in LINKS:
        if not re.fullmatch(r"https://[^\s/]+\.[^\s]+", general.get(key, "")):
            yield f"metadata.txt: {key} is not a https address"
    version = general.get("version", "")
    if not re.fullmatch(r"\d+\.\d+\.\d+(-[a-z0-9.]+)?", version):
        yield f"metadata.txt: version {version!r} is not 1.2.3"
    if newest_version((folder / "CHANGELOG.md").read_text("utf-8")) != version:
        yield f"CHANGELOG.md: the newest version is not {version}"
    if "supportsQt6" in general:
        yield "metadata.txt: supportsQt6 is not ours to promise"
    if not general.get("changelog", version).startswith(version):
        yield f"metadata.txt: changelog is not of {version}"
    yield from picture_findings(folder, general)


def picture_findings(folder: Path, general: Mapping[str, str]) -> Iterator[str]:
    """Look at the pictures of metadata.txt as the site does."""
    for key in ("icon", "screenshot"):
        name = general.get(key)
        if name and not (folder / name).is_file():
            yield f"metadata.txt: the {key} {name} is not in the zip"
        elif name and key == "screenshot":
            yield from screenshot_findings(folder / name)


def screenshot_findings(picture: Path) -> Iterator[str]:
    """Ask of the front picture what the site does."""
    if picture.suffix.lower() not in SCREENSHOT_KINDS:
        yield f"metadata.txt: the screenshot is none of {', '.join(SCREENSHOT_KINDS)}"
    if picture.stat().st_size > MAX_SCREENSHOT_BYTES:
        yield "metadata.txt: the screenshot is over 2 MB"


def newest_version(changelog: str) -> str:
    """Give the newest numbered version of a Keep a Changelog text."""
    match = re.search(r"^## \[(\d[^\]]*)\] - \d{4}-\d\d-\d\d$", changelog, re.MULTILINE)
    return match[1] if match else ""


def content_findings(folder: Path) -> Iterator[str]:
    """Look for what the site asks of the files."""
    for name in ("LICENSE", "CHANGELOG.md", "metadata.txt", "__init__.py"):
        if not (folder / name).is_file():
            yield f"{name} is missing"
    tree = ast.parse((folder / "__init__.py").read_text("utf-8"))
    if not any(
        isinstance(node, ast.FunctionDef) and node.name == "classFactory" for node in tree.body
    ):
        yield "__init__.py has no classFactory"
    if not list(folder.glob("resources/i18n/*_en.qm")):
        yield "no English translation"


def scanner_findings(folder: Path) -> Iterator[str]:
    """Run bandit and detect-secrets with nothing but their defaults, from a folder without settings."""

    def run(*command: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=folder.parent,
            capture_output=True,
            text=True,
            check=False,
        )
        if not done.stdout.strip():
            sys.exit(f"{command[0]} did not run: {done.stderr}")
        return done.stdout

    bandit = json.loads(run("bandit", "--quiet", "--recursive", "--format", "json", folder.name))
    for finding in bandit["results"]:
        yield f"bandit {finding['test_id']} {finding['filename']}:{finding['line_number']}: {finding['issue_text']}"
    for error in bandit["errors"]:
        yield f"bandit could not read {error}"
    secrets = json.loads(run("detect_secrets", "scan", "--all-files", folder.name))
    for path, results in secrets["results"].items():
        for result in results:
            yield f"detect-secrets {path}:{result['line_number']}: {result['type']}"


def findings(zip_path: Path) -> list[str]:
    """Give everything the site would refuse."""
    with zipfile.ZipFile(zip_path) as archive, tempfile.TemporaryDirectory() as scratch:
        found = list(path_findings(archive))
        if found:
            return found
        archive.extractall(scratch)
        folder = Path(scratch) / package.NAME
        found = list(content_findings(folder))
        return found or [*metadata_findings(folder), *scanner_findings(folder)]


def main() -> int:
    """Check the zip given, or the one in dist/."""
    zip_path = Path(sys.argv[1]) if len(sys.argv) > 1 else package.ZIP
    if not zip_path.exists():
        sys.exit(f"{zip_path} is missing: run make package")
    found = findings(zip_path)
    print("\n".join([*found, f"{zip_path.name}: {len(found)} findings"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
