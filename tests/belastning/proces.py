# SPDX-License-Identifier: GPL-2.0-or-later
"""What processes cost, as Linux tells it: seconds of the processor, memory, open files, threads."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.postgis import Klynge

PROC = Path("/proc")
_TIKS = os.sysconf("SC_CLK_TCK")
_MB = 1024
#: Seconds between two looks at the memory of a server.
_BLIK = 0.2


def felter(pid: int) -> dict[str, int]:
    """The numbers of /proc/<pid>/status; memory in kB. Empty when it is gone."""
    try:
        linjer = (PROC / str(pid) / "status").read_text().splitlines()
    except OSError:
        return {}
    dele = (linje.split() for linje in linjer)
    return {led[0].rstrip(":"): int(led[1]) for led in dele if len(led) > 1 and led[1].isdecimal()}


def aabne_filer(pid: int) -> int:
    """How many file descriptors it has; 0 when it is gone."""
    try:
        return len(os.listdir(PROC / str(pid) / "fd"))  # noqa: PTH208 - one call, no objects
    except OSError:
        return 0


def egen_mb(pid: int) -> float:
    """Memory of its own: what it shares with others (libraries, the database's buffers) is left out."""
    return felter(pid).get("RssAnon", 0) / _MB


def boern(pid: int) -> list[int]:
    """Its children."""
    try:
        opgaver = [*(PROC / str(pid) / "task").iterdir()]
        return [int(barn) for en in opgaver for barn in (en / "children").read_text().split()]
    except OSError:
        return []


def sekunder(pid: int) -> float:
    """Of the processor, its own and its children's, also those that are no more."""
    try:
        led = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, led[11:15])) / _TIKS + sum(_egne_sekunder(barn) for barn in boern(pid))


def _egne_sekunder(pid: int) -> float:
    try:
        led = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, led[11:13])) / _TIKS


def postmester(klynge: Klynge) -> int:
    """The process of the database server that all its others come from."""
    with klynge.forbundet("postgres") as forbindelse:
        return felter(forbindelse.get_backend_pid())["PPid"]


@dataclass
class Forbrug:
    """What a block cost. `mb`: the most that one process of a server had."""

    vaeg: float = 0.0
    cpu: float = 0.0
    mb: float = 0.0


@contextmanager
def betjent(servere: Iterable[int]) -> Iterator[Forbrug]:
    """Measure what these servers and their children use while the block lasts."""
    pider = [*servere]
    ud, slut = Forbrug(), threading.Event()

    def foelg() -> None:
        while pider:
            for pid in pider:
                ud.mb = max(ud.mb, *(egen_mb(en) for en in (pid, *boern(pid))))
            if slut.wait(_BLIK):
                return

    traad = threading.Thread(target=foelg, daemon=True)
    foer, start = sum(map(sekunder, pider)), time.perf_counter()
    traad.start()
    try:
        yield ud
    finally:
        slut.set()
        traad.join()
        ud.vaeg, ud.cpu = time.perf_counter() - start, sum(map(sekunder, pider)) - foer


def maalt(goer: Callable[[], object]) -> dict[str, float]:
    """Run it in this process: seconds, and how much the memory grew at the most (not below what it was)."""
    (PROC / "self" / "clear_refs").write_text("5")  # the peak begins anew
    foer, cpu, start = felter(os.getpid())["VmRSS"], os.times(), time.perf_counter()
    goer()
    efter = os.times()
    return {
        "vaeg": time.perf_counter() - start,
        "cpu": sum(efter[:4]) - sum(cpu[:4]),
        "mb": (felter(os.getpid())["VmHWM"] - foer) / _MB,
    }
