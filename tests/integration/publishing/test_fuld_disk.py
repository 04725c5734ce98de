# SPDX-License-Identifier: GPL-2.0-or-later
"""The disk that is published to runs full: readers keep what they had, and one sentence says why."""

from __future__ import annotations

import errno
import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from moedested_plugin.publishing.efterproev import Efterproevning, Udfald
from moedested_plugin.publishing.fejl import UdgivelsesFejl
from moedested_plugin.publishing.lokal_server import LokalServer
from moedested_plugin.publishing.maal import Maal
from moedested_plugin.publishing.mappe import Mappe
from moedested_plugin.publishing.tjeneste import projektfejl
from moedested_plugin.store import Store, aabn
from tests.integration.publishing.udsted import et_sted, klar, ret, ud

TRIN = ("", "byg", "navngiv", "peger", "bevis", "skift", "efterproev", "log")
UDE = ("efterproev", "log")


@dataclass(frozen=True)
class Disk:
    """A small disk. Only root may make one; others get a limit on how long any file may become."""

    mappe: Path
    rigtig: bool

    def fyld(self, ledig: int = 0) -> None:
        """Leave only so many bytes."""
        if not self.rigtig:
            resource.setrlimit(
                resource.RLIMIT_FSIZE, (ledig, resource.getrlimit(resource.RLIMIT_FSIZE)[1])
            )
            return
        with (self.mappe / "fyld").open("wb", buffering=0) as fil:
            with suppress(OSError):
                while fil.write(b"x" * 65_536):
                    pass
            fil.truncate(max(0, fil.tell() - ledig))

    def toem(self) -> None:
        """Make room again."""
        if self.rigtig:
            (self.mappe / "fyld").unlink(missing_ok=True)
        else:
            fri = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
            resource.setrlimit(resource.RLIMIT_FSIZE, (fri, fri))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    mappe = tmp_path / "en lille disk æøå"
    mappe.mkdir()
    rigtig = os.geteuid() == 0 and not _koer("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(mappe))  # fmt: skip
    en = Disk(mappe, rigtig)
    try:
        yield en
    finally:
        en.toem()
        if rigtig:
            _koer("umount", "-l", str(mappe))


def _koer(*ord_: str) -> int:
    return subprocess.run(ord_, check=False, capture_output=True).returncode


@pytest.fixture
def paa_disken(maal: Maal, disk: Disk, monkeypatch: pytest.MonkeyPatch) -> Maal:
    monkeypatch.setattr(LokalServer, "findes", staticmethod(lambda: False))
    return replace(maal, folder=str(disk.mappe))


def efterse(maal: Maal) -> str:
    """What readers meet is whole, and nothing lies beside it; gives its version."""
    gaeldende = Mappe(maal).gaeldende()
    assert gaeldende is not None
    assert gaeldende.er_hel
    assert projektfejl(Mappe(maal).peger, {**gaeldende.manifest.antal, "udgivelse": 1}) == []
    assert (maal.mappe / "moedesteder.html").read_text("utf-8").count(gaeldende.version) == 2
    assert {sti.name for sti in maal.mappe.iterdir()} == {
        "data", "service.qgz", "moedesteder.html", "history.jsonl",
    }  # fmt: skip
    return gaeldende.version


def versioner(maal: Maal) -> list[str]:
    return sorted(sti.name for sti in (maal.mappe / "data").iterdir())


@pytest.mark.parametrize("trin", TRIN)
def test_a_full_disk_at_every_step(lager: Store, paa_disken: Maal, disk: Disk, trin: str) -> None:
    foerste = ud(lager, paa_disken).version
    ret(lager, et_sted(lager)["moedested_id"], navn="Nyt navn")
    udgives, plan = klar(lager, paa_disken)
    udgives = replace(udgives, trin=lambda ved: disk.fyld() if ved == trin else None)
    if trin in UDE:
        udgivet = udgives.udgiv(plan)
        assert udgivet.version == Mappe(paa_disken).gaeldende().version  # type: ignore[union-attr]
        skrevet = udgivet.version in {linje["version"] for linje in Mappe(paa_disken).historik()}
        sagt = [linje for linje in udgivet.bemaerkninger if "målets historik" in linje]
        assert skrevet is not bool(sagt), "a line of the history may find room"
        assert all("er fuld. Gør plads" in linje for linje in sagt) or not disk.rigtig
    else:
        if not trin:
            disk.fyld()
        with pytest.raises(UdgivelsesFejl, match="er fuld. Gør plads" if disk.rigtig else "."):
            udgives.udgiv(plan)
    if not disk.rigtig:  # QGIS needs a file of its own to read a project
        disk.toem()
    vist = efterse(paa_disken)
    assert (vist == foerste) is (trin not in UDE)
    assert versioner(paa_disken) == [*dict.fromkeys((foerste, vist))]
    disk.toem()
    ret(lager, et_sted(lager)["moedested_id"], navn="Nyere navn")
    naeste = ud(lager, paa_disken).version
    assert efterse(paa_disken) == naeste
    assert [linje["version"] for linje in Mappe(paa_disken).historik()] == versioner(paa_disken)


def test_a_disk_that_has_some_room(lager: Store, paa_disken: Maal, disk: Disk) -> None:
    """It runs full anywhere in the middle of a file."""
    vist = ud(lager, paa_disken).version
    stoerrelse = sum(sti.stat().st_size for sti in (paa_disken.mappe / "data" / vist).iterdir())
    udfald = []
    for tiendedele in (1, 4, 7, 9, 11, 14):
        ret(lager, et_sted(lager)["moedested_id"], navn=f"Navn {tiendedele}")
        udgives, plan = klar(lager, paa_disken)
        disk.fyld(stoerrelse * tiendedele // 10)
        try:
            vist = udgives.udgiv(plan).version
            udfald.append(True)
        except UdgivelsesFejl as fejl:
            assert "er fuld" in str(fejl) or not disk.rigtig  # noqa: PT017 - it depends on the room
            udfald.append(False)
        finally:
            disk.toem()
        assert efterse(paa_disken) == vist
    assert not udfald[0]
    assert len(versioner(paa_disken)) == 1 + sum(udfald)


def test_a_wrong_answer_on_a_disk_that_is_full(
    lager: Store, paa_disken: Maal, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The version before cannot be put back: then it is said which one is out there."""
    foerste = ud(lager, paa_disken).version
    ret(lager, et_sted(lager)["moedested_id"], navn="Nyt navn")
    udgives, plan = klar(lager, replace(paa_disken, url="http://127.0.0.1:9/", wait=1.0))
    svar = Efterproevning(Udfald.FORKERT, "Der kom noget andet.", 1, 0)
    monkeypatch.setattr("moedested_plugin.publishing.udgiv.efterproev", lambda *_, **__: svar)
    udgives = replace(udgives, trin=lambda ved: disk.fyld() if ved == "efterproev" else None)
    with pytest.raises(UdgivelsesFejl, match="er stadig ude: Der kom noget andet") as fanget:
        udgives.udgiv(plan)
    disk.toem()
    vist = efterse(paa_disken)
    assert vist != foerste
    assert vist in str(fanget.value)
    naeste = ud(lager, paa_disken).version
    assert [linje["version"] for linje in Mappe(paa_disken).historik()] == [foerste, vist, naeste]


def test_a_line_of_the_history_that_was_cut_off(lager: Store, paa_disken: Maal) -> None:
    """It takes no other with it."""
    foerste = ud(lager, paa_disken).version
    historik = paa_disken.mappe / "history.jsonl"
    historik.write_bytes(historik.read_bytes()[:-1] + b'\n{"art": "udgiv", "vers')
    ret(lager, et_sted(lager)["moedested_id"], navn="Nyt navn")
    anden = ud(lager, paa_disken).version
    assert [linje["version"] for linje in Mappe(paa_disken).historik()] == [foerste, anden]


def test_what_does_not_follow_the_pointer_is_a_remark(
    lager: Store, paa_disken: Maal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list cannot be replaced (somebody reads it, on Windows): the version is out all the same."""
    ud(lager, paa_disken)
    ret(lager, et_sted(lager)["moedested_id"], navn="Nyt navn")
    egentlig = Path.replace

    def laast(fra: Path, til: Path) -> Path:
        if Path(til).name == "moedesteder.html":
            raise PermissionError(errno.EACCES, "bruges")
        return egentlig(fra, til)

    monkeypatch.setattr(Path, "replace", laast)
    monkeypatch.setattr("moedested_plugin.publishing.filskift._PAUSE", 0)
    monkeypatch.setattr("moedested_plugin.store.ogr_sql._VENT_MS", 1)
    with aabn(lager.adresse) as egen, aabn(lager.adresse) as kollega:
        udgives, plan = klar(egen, paa_disken)
        with kollega.skriv("prøve", "EF"):
            udgivet = udgives.udgiv(plan)
    monkeypatch.undo()
    gaeldende = Mappe(paa_disken).gaeldende()
    assert gaeldende is not None
    assert gaeldende.version == udgivet.version == Mappe(paa_disken).historik()[-1]["version"]
    assert any("ikke alt fulgte med" in linje for linje in udgivet.bemaerkninger)
    assert any("skrives ned i mødestederne" in linje for linje in udgivet.bemaerkninger)
    ret(lager, et_sted(lager)["moedested_id"], navn="Nyere navn")
    ud(lager, paa_disken)
    efterse(paa_disken)


def test_other_errors_are_not_called_a_full_disk(
    lager: Store, paa_disken: Maal, monkeypatch: pytest.MonkeyPatch
) -> None:
    ud(lager, paa_disken)

    def nej(*_: object) -> None:
        raise OSError(errno.EACCES, "nej")

    ret(lager, et_sted(lager)["moedested_id"], navn="Nyt navn")
    monkeypatch.setattr("moedested_plugin.publishing.mappe.skriv_manifest", nej)
    with pytest.raises(UdgivelsesFejl, match="kan ikke skrives i"):
        ud(lager, paa_disken)
    efterse(paa_disken)
