# SPDX-License-Identifier: GPL-2.0-or-later
"""A GeoPackage that cannot be opened or made: one clear sentence each, and nothing changed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from osgeo import ogr
from qgis.core import Qgis

from moedested_plugin.domain.skema import SKEMAVERSION
from moedested_plugin.store import Store, aabn, geopackage_sql, opret, sqlite_fil
from moedested_plugin.store.fejl import (
    Beskadiget,
    FindesAllerede,
    FindesIkke,
    ForNy,
    IkkeVoresFil,
    Laast,
    Skrivebeskyttet,
    StoreFejl,
)
from moedested_plugin.store.geopackage_fil import ligger_paa_netvaerk, netvaerksraad

from .conftest import KOMMUNE
from .raekker import MOEDESTED, grundlag


@pytest.fixture
def sti(gpkg_store: Store) -> Path:
    with gpkg_store.skriv("prøve", "AB") as skriver:
        grundlag(skriver)
    gpkg_store.luk()
    return Path(gpkg_store.adresse)


def indstil(sti: Path, sql: str) -> None:
    forbindelse = sqlite3.connect(sti)
    forbindelse.execute(sql)
    forbindelse.commit()
    forbindelse.close()


def fremmed_geopackage(sti: Path) -> None:
    sti.unlink()
    kilde = ogr.GetDriverByName("GPKG").CreateDataSource(str(sti))
    kilde.CreateLayer("bygninger")
    del kilde


def afkort(sti: Path) -> None:
    indhold = sti.read_bytes()
    sti.write_bytes(indhold[: len(indhold) // 2])


def oedelaeg_midten(sti: Path) -> None:
    indhold = bytearray(sti.read_bytes())
    indhold[4096 : 4096 * 40] = os.urandom(4096 * 39)
    sti.write_bytes(bytes(indhold))


@pytest.mark.parametrize(
    ("goer", "fejl", "ord_"),
    [
        (lambda sti: sti.unlink(), FindesIkke, "findes ikke"),
        (lambda sti: shutil.rmtree(sti.parent), FindesIkke, "Mappen"),
        (lambda sti: sti.write_bytes(b""), Beskadiget, "sikkerhedskopier"),
        (
            lambda sti: sti.write_text("Kære alle\n" * 50, encoding="utf-8"),
            IkkeVoresFil,
            "ikke en GeoPackage",
        ),
        (lambda sti: sti.write_bytes(os.urandom(9000)), IkkeVoresFil, "ikke en GeoPackage"),
        (fremmed_geopackage, IkkeVoresFil, "ikke lavet af Mødested"),
        (afkort, Beskadiget, "beskadiget"),
        (oedelaeg_midten, Beskadiget, "beskadiget"),
        (lambda sti: indstil(sti, "DROP TABLE fund"), Beskadiget, "beskadiget"),
        (lambda sti: indstil(sti, "DELETE FROM indstilling"), IkkeVoresFil, "ikke lavet af"),
        (
            lambda sti: indstil(
                sti,
                f"UPDATE indstilling SET vaerdi = '{SKEMAVERSION + 1}' WHERE noegle = 'skemaversion'",
            ),
            ForNy,
            "Opdatér pluginet",
        ),
    ],
)
def test_what_cannot_be_opened_is_told_and_left_alone(
    sti: Path, goer: Callable[[Path], object], fejl: type[StoreFejl], ord_: str
) -> None:
    goer(sti)
    foer = sti.read_bytes() if sti.exists() else None
    naboer = sorted(sti.parent.iterdir()) if sti.parent.exists() else None
    with pytest.raises(fejl, match=ord_) as fanget:
        aabn(str(sti))
    assert "\n" not in str(fanget.value)
    assert str(fanget.value).endswith((".", "?"))
    assert (sti.read_bytes() if sti.exists() else None) == foer
    assert (sorted(sti.parent.iterdir()) if sti.parent.exists() else None) == naboer


def test_a_file_is_read_for_damage_once_until_it_changes(
    sti: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def aeldes(timer: int) -> None:
        os.utime(sti, ns=(0, time.time_ns() - timer * 3_600_000_000_000))

    aeldes(-1)
    aabn(str(sti)).luk()  # so new that it may change again and bear the same time
    monkeypatch.setattr(geopackage_sql, "HELBRED", "SELECT 'row 3 missing from index'")
    with pytest.raises(Beskadiget):
        aabn(str(sti))
    monkeypatch.undo()
    aeldes(2)
    aabn(str(sti)).luk()
    monkeypatch.setattr(geopackage_sql, "HELBRED", "SELECT 'row 3 missing from index'")
    aabn(str(sti)).luk()
    aeldes(1)
    with pytest.raises(Beskadiget):
        aabn(str(sti))


def test_another_process_holds_the_file(sti: Path) -> None:
    program = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('BEGIN EXCLUSIVE');"
        "print('klar', flush=True); sys.stdin.readline()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(sti)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as anden:
        assert anden.stdout is not None
        anden.stdout.readline()
        with pytest.raises(Laast, match="låst af et andet program"):
            aabn(str(sti))
        anden.communicate("\n")
    with aabn(str(sti)) as store:
        assert store.antal("moedested") == 1


@contextmanager
def skrivebeskyttet(hvad: Path) -> Iterator[None]:
    """Root may write anywhere, so the file system itself has to refuse: a read-only bind mount."""
    if os.geteuid() != 0:
        rettigheder = hvad.stat().st_mode
        hvad.chmod(rettigheder & 0o555)
        yield
        hvad.chmod(rettigheder)
        return
    subprocess.run(["mount", "--bind", str(hvad), str(hvad)], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", str(hvad)], check=True)
        yield
    finally:
        subprocess.run(["umount", str(hvad)], check=True)


@pytest.mark.parametrize("del_", ["fil", "mappe"])
def test_what_is_read_only_can_be_read_and_says_so_when_written(sti: Path, del_: str) -> None:
    foer = sti.read_bytes()
    with skrivebeskyttet(sti if del_ == "fil" else sti.parent), aabn(str(sti)) as store:
        assert not store.kan_skrive
        assert [raekke["moedested_id"] for raekke in store.raekker("moedested")] == [MOEDESTED]
        with pytest.raises(Skrivebeskyttet, match="skrivebeskyttet"), store.skriv("prøve", "AB"):
            pass
        with pytest.raises(Skrivebeskyttet):
            store.saet_indstilling("a", 1)
        if del_ == "mappe":
            with pytest.raises(Skrivebeskyttet):
                store.sikkerhedskopi()
    assert sti.read_bytes() == foer


@pytest.mark.parametrize("version", range(SKEMAVERSION))
def test_an_older_store_that_is_read_only_is_not_upgraded(sti: Path, version: int) -> None:
    indstil(sti, f"UPDATE indstilling SET vaerdi = '{version}' WHERE noegle = 'skemaversion'")
    foer = sti.read_bytes()
    with skrivebeskyttet(sti.parent), pytest.raises(Skrivebeskyttet, match="skal opgraderes"):
        aabn(str(sti))
    assert sti.read_bytes() == foer


def test_nothing_is_made_where_something_is_or_nothing_may_be(sti: Path) -> None:
    foer = sti.read_bytes()
    with pytest.raises(FindesAllerede, match="findes allerede"):
        opret(str(sti), KOMMUNE)
    assert sti.read_bytes() == foer
    with pytest.raises(FindesIkke, match="Mappen"):
        opret(str(sti.parent / "ingen" / "ny.gpkg"), KOMMUNE)
    with skrivebeskyttet(sti.parent), pytest.raises(Skrivebeskyttet, match="Vælg en anden mappe"):
        opret(str(sti.parent / "ny.gpkg"), KOMMUNE)
    assert [fil.name for fil in sti.parent.iterdir()] == [sti.name]


def test_what_could_not_be_finished_is_taken_away(
    tmp_path: Path, qgis_app: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(geopackage_sql, "GRUNDLAG", ("DETTE ER IKKE SQL",))
    with pytest.raises(StoreFejl):
        opret(str(tmp_path / "ny.gpkg"), KOMMUNE)
    assert [*tmp_path.iterdir()] == []


def test_a_path_of_more_than_200_characters_with_danish_letters(
    tmp_path: Path, qgis_app: Any
) -> None:
    mappe = tmp_path
    while len(str(mappe)) < 220:
        mappe /= "Æbler og pærer på Østerbro"
    mappe.mkdir(parents=True)
    with opret(str(mappe / "mødesteder.gpkg"), KOMMUNE) as store:
        with store.skriv("prøve", "AB") as skriver:
            grundlag(skriver)
        with aabn(store.sikkerhedskopi()) as kopi:
            assert kopi.antal("moedested") == 1


@pytest.mark.parametrize(
    ("adresse", "drev", "netvaerk"),
    [
        (r"\\server\data\a.gpkg", Qgis.DriveType.Unknown, True),
        ("//server/data/a.gpkg", Qgis.DriveType.Unknown, True),
        (r"G:\data\a.gpkg", Qgis.DriveType.Remote, True),
        (r"C:\data\a.gpkg", Qgis.DriveType.Fixed, False),
        ("/home/a.gpkg", Qgis.DriveType.Unknown, False),
    ],
)
def test_network_drives_are_known(adresse: str, drev: Qgis.DriveType, netvaerk: bool) -> None:
    assert ligger_paa_netvaerk(adresse, drev) is netvaerk


def test_a_network_drive_gets_a_word_of_advice() -> None:
    assert "PostGIS" in str(netvaerksraad(r"\\server\data\mødesteder.gpkg"))
    assert netvaerksraad("/tmp/mødesteder.gpkg") is None


@pytest.mark.parametrize("winerror", [32, 33])
def test_windows_says_that_another_program_has_the_file(
    sti: Path, monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    # Linux has no such lock: the error is what Windows raises, the way through the code is real.
    rigtig = Path.open

    def laast(selv: Path, maade: str = "r", *resten: Any, **mere: Any) -> Any:
        if selv == sti and "b" in maade:
            fejl = PermissionError(13, "Permission denied", str(selv))
            fejl.winerror = winerror
            raise fejl
        return rigtig(selv, maade, *resten, **mere)

    def heller_ikke(*_: Any, **__: Any) -> Any:
        raise sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr(Path, "open", laast)
    monkeypatch.setattr(sqlite_fil.sqlite3, "connect", heller_ikke)
    with pytest.raises(Laast, match="låst"):
        aabn(str(sti))
