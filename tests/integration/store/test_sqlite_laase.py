# SPDX-License-Identifier: GPL-2.0-or-later
"""Whatever else of the plugin looks at a file that QGIS is saving in, the file stays locked for other programs."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from moedested_plugin.sources import slags
from moedested_plugin.sources.laes import laes
from moedested_plugin.sources.laest import Kilde
from moedested_plugin.store import Store, aabn, sqlite_fil
from moedested_plugin.store.ogr_sql import Forbindelse

ANDEN = """
import sqlite3, sys
con = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)
try:
    con.execute("BEGIN IMMEDIATE")
except sqlite3.OperationalError as fejl:
    print(fejl)
else:
    print("fik lov")
"""


def en_anden_vil_skrive(sti: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", ANDEN, str(sti)], check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def aabn_og_luk(sti: Path) -> None:
    with sti.open("rb") as fil:  # what the plugin must not do
        fil.read(1)


@pytest.mark.skipif(sys.platform == "win32", reason="there a lock belongs to a handle")
@pytest.mark.parametrize(
    ("kig", "laast"),
    [
        (lambda sti: aabn(str(sti)).luk(), True),
        (slags.kend, True),
        (lambda sti: laes(Kilde(str(sti), lag="moedested")), True),
        (aabn_og_luk, False),  # or the others prove nothing
    ],
    ids=["aabn", "kend", "laes", "open"],
)
def test_no_other_program_gets_in_while_it_is_written(
    gpkg_store: Store, kig: Callable[[Path], object], laast: bool
) -> None:
    sti = Path(gpkg_store.adresse)
    gpkg_store.luk()
    skriver = Forbindelse.aabn(str(sti), skriv=True)
    try:
        with skriver.transaktion():
            skriver.udfoer("UPDATE indstilling SET vaerdi = vaerdi")
            assert en_anden_vil_skrive(sti) == "database is locked"
            kig(sti)
            assert (en_anden_vil_skrive(sti) == "database is locked") is laast
    finally:
        skriver.luk()


@pytest.mark.parametrize(
    ("sti", "uri"),
    [
        (PurePosixPath("/data/møde ?#%.gpkg"), "file:///data/m%C3%B8de%20%3F%23%25.gpkg?mode=ro"),
        (PureWindowsPath(r"G:\data\a.gpkg"), "file:///G:/data/a.gpkg?mode=ro"),
        (PureWindowsPath(r"\\server\data\a.gpkg"), "file:////server/data/a.gpkg?mode=ro"),
    ],
)
def test_sqlite_understands_every_kind_of_path(sti: PurePosixPath, uri: str) -> None:
    assert sqlite_fil.uri(sti, "mode=ro") == uri


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
def test_a_copy_has_what_was_saved_last(tmp_path: Path, journal: str) -> None:
    fra, til = tmp_path / "møde %.gpkg", tmp_path / "kopi.gpkg"
    with closing(sqlite3.connect(fra)) as con:
        con.execute(f"PRAGMA journal_mode = {journal}")
        con.execute("CREATE TABLE t (a)")
        con.execute("INSERT INTO t VALUES (7)")
        con.commit()
        sqlite_fil.kopier(fra, til)
    with closing(sqlite3.connect(til)) as kopi:
        assert kopi.execute("SELECT a FROM t").fetchall() == [(7,)]
    assert sorted(fil.name for fil in tmp_path.iterdir()) == ["kopi.gpkg", fra.name]


def test_looking_whether_it_can_be_written_changes_nothing(gpkg_store: Store) -> None:
    sti = Path(gpkg_store.adresse)
    gpkg_store.luk()
    foer = sti.read_bytes(), sti.stat().st_mtime_ns, sorted(sti.parent.iterdir())
    assert sqlite_fil.kan_skrives(sti)
    assert (sti.read_bytes(), sti.stat().st_mtime_ns, sorted(sti.parent.iterdir())) == foer


def test_whose_file_it_is(tmp_path: Path) -> None:
    tom, tekst, kort = (tmp_path / navn for navn in ("tom", "tekst", "kort"))
    tom.touch()
    tekst.write_text("Kære alle\n" * 500, encoding="utf-8")
    kort.write_bytes(b"SQLite format 3\0")
    assert [sqlite_fil.kendemaerke(fil) for fil in (tom, tekst, kort)] == [None] * 3
