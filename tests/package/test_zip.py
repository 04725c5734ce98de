# SPDX-License-Identifier: GPL-2.0-or-later
"""The zip is built the same every time, and the check finds what the plugin site would refuse."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import check_zip
import package
import pytest

from moedested_plugin.printing.qr import qr_svg

TOP = package.NAME
Files = dict[str, bytes]
GONE = b"\0gone"
SMALLEST = re.compile(
    rf"^{TOP}/(__init__.py|[A-Z].*|metadata.txt|resources/icons/moedested.svg|resources/hovedvindue.png|.*_en.qm)$"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return package.build(tmp_path_factory.mktemp("Mødested test") / "moedested_plugin.zip")


@pytest.fixture
def repack(built: Path, tmp_path: Path) -> Callable[[Files], Path]:
    """Give a small plugin the site would take, with some files replaced, added or (GONE) left out."""

    def make(changes: Files) -> Path:
        target = tmp_path / "changed.zip"
        with zipfile.ZipFile(built) as old:
            files = {name: old.read(name) for name in old.namelist() if SMALLEST.search(name)}
        files |= {
            (name if name.startswith("/") else f"{TOP}/{name}"): body
            for name, body in changes.items()
        }
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
            for name, body in files.items():
                if body != GONE:
                    new.writestr(name.lstrip("/"), body)
        return target

    return make


def test_the_same_files_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    assert package.build(tmp_path / "again.zip").read_bytes() == built.read_bytes()


def test_the_site_would_take_it(built: Path) -> None:
    assert check_zip.findings(built) == []


def test_the_small_plugin_is_taken_as_it_is(repack: Callable[[Files], Path]) -> None:
    assert check_zip.findings(repack({})) == []


def test_it_holds_what_the_repository_has_beside_the_package(built: Path) -> None:
    with zipfile.ZipFile(built) as archive:
        names = set(archive.namelist())
    assert {
        f"{TOP}/__init__.py",
        f"{TOP}/metadata.txt",
        f"{TOP}/LICENSE",
        f"{TOP}/CHANGELOG.md",
        f"{TOP}/resources/i18n/moedested_en.qm",
    } <= names
    assert not [name for name in names if name.endswith((".ts", ".pyc"))]


def test_the_qr_encoder_comes_along_with_its_licence(built: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(built) as archive:
        lib = {name: archive.read(name).decode() for name in archive.namelist() if "/_lib/" in name}
        archive.extractall(tmp_path)
    assert {Path(name).name for name in lib} == {
        "__init__.py", "LICENSE", "consts.py", "encoder.py",
    }  # fmt: skip
    assert "Lars Heuer" in lib[f"{TOP}/_lib/segno/LICENSE"]
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from moedested_plugin.printing.qr import qr_svg\n"
        "print(qr_svg('https://sted.dk/1'))\n"
        "assert 'moedested_plugin._lib.segno.encoder' in sys.modules\n"
        "assert 'segno' not in sys.modules\n"
    )
    # The system's Python, as qgis_process has it: none of the tools of the venv.
    done = subprocess.run(
        ["/usr/bin/python3", "-I", "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("<svg"), done.stderr
    assert done.stdout.strip() == qr_svg("https://sted.dk/1")


def test_a_missing_or_other_encoder_stops_the_packaging(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".ci" / "requirements.txt").write_text("segno==9.9.9\n", "utf-8")
    monkeypatch.setattr(package, "ROOT", tmp_path)
    with pytest.raises(SystemExit, match=r"segno 9\.9\.9 is not in \.venv: run make venv"):
        list(package.segno_files())


def test_asserts_go_and_nothing_else() -> None:
    code = "def f(a):\n    assert (a\n            > 1)\n    return a  # æ\n"
    assert package.without_asserts(code) == "def f(a):\n    pass\n    return a  # æ\n"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"LICENSE": GONE}, "LICENSE is missing"),
        ({"__init__.py": b"x = 1\n"}, "no classFactory"),
        ({"resources/i18n/moedested_en.qm": GONE}, "no English translation"),
        ({".flake8": b""}, "hidden"),
        ({"store/.git/config": b""}, "hidden"),
        ({"/beside/readme.txt": b""}, "must lie on top"),
        ({"lib/fast.so": b"\x7fELF"}, "binary"),
        ({"lib/tool": b"MZ\x90"}, "binary"),
        ({"__pycache__/a.cpython-311.pyc": b""}, "binary"),
        ({"tests/test_a.py": b""}, "a test"),
        ({"resources/aux.svg": b""}, "not a name for Windows"),
        ({"resources/hvad?.svg": b""}, "not a name for Windows"),
        ({f"resources/{'a' * 120}.svg": b""}, "not a name for Windows"),
        ({"license": b""}, "one file on Windows"),
        ({"metadata.txt": b"[general]\nname=M\n"}, "description is missing"),
        ({"metadata.txt": b"[general]\nabout=50 % more\n"}, "cannot be read"),
        ({"metadata.txt": b"\xe6"}, "cannot be read"),
        ({"CHANGELOG.md": b"## [9.9.9] - 2026-01-01\n"}, "the newest version is not"),
        ({"bad.py": b"assert True\n"}, "bandit B101"),
        ({"bad.py": b"import subprocess\n"}, "bandit B404"),
        ({"bad.py": b"def f(:\n"}, "bandit could not read"),
        # Put together here, so that a scanner of this repository finds none.
        ({"key.py": b'key = "AKIA' + b"IOSFODNN7" + b'EXAMPLE"\n'}, "detect-secrets"),
    ],
)
def test_what_the_site_refuses_is_found(
    repack: Callable[[Files], Path], changes: Files, sentence: str
) -> None:
    found = check_zip.findings(repack(changes))
    assert any(sentence in line for line in found), found


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (b"tracker=https://", b"tracker=http://", "tracker is not a https address"),
        (b"icon=resources/", b"icon=nowhere/", "is not in the zip"),
        (b"deprecated=False", b"supportsQt6=True", "supportsQt6"),
        (b"version=", b"version=v", "is not 1.2.3"),
        (b"version=1", b"version=11", "changelog is not of 11"),
        (b"screenshot=resources/", b"screenshot=nowhere/", "the screenshot nowhere/"),
        (b"screenshot=resources/hovedvindue.png", b"screenshot=metadata.txt", "is none of .png"),
    ],
)
def test_metadata_is_read_closely(
    repack: Callable[[Files], Path], old: bytes, new: bytes, sentence: str
) -> None:
    body = (package.ROOT / "metadata.txt").read_bytes()
    assert old in body
    found = check_zip.findings(repack({"metadata.txt": body.replace(b"\n" + old, b"\n" + new)}))
    assert any(sentence in line for line in found), found


def test_a_zip_that_is_too_big_is_found(
    repack: Callable[[Files], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_zip, "MAX_BYTES", 1000)
    assert any("the site takes" in line for line in check_zip.findings(repack({})))


def test_staging_touches_only_what_differs(tmp_path: Path) -> None:
    top = package.stage(tmp_path)
    kept, changed, stray = top / "LICENSE", top / "__init__.py", top / "old.py"
    before = kept.stat().st_mtime_ns
    changed.write_text("", "utf-8")
    stray.write_text("", "utf-8")
    package.stage(tmp_path)
    assert kept.stat().st_mtime_ns == before
    assert changed.read_bytes() == (package.ROOT / TOP / "__init__.py").read_bytes()
    assert not stray.exists()
