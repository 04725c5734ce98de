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

from moedested_plugin.publishing.fejl import UdgivelsesFejl
from moedested_plugin.publishing.lokal_server import LokalServer
from moedested_plugin.publishing.maal import Maal
from moedested_plugin.publishing.mappe import Mappe
from moedested_plugin.publishing.tjeneste import projektfejl
from moedested_plugin.store import Store
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
        with suppress(UdgivelsesFejl):  # a line of the history often finds room
            udgives.udgiv(plan)
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
