# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures the jobs of `tests/bench/bench_*.py` against their budgets; fails when one is over.

usage: .ci/bench.py [WORD…]     (only jobs whose name holds one of the words, or whose file is called `bench_WORD.py`)
"""

from __future__ import annotations

import importlib.util
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import benchmark
from qgis.core import QgsApplication

ROOT = Path(__file__).resolve().parent.parent


def files(words: list[str]) -> list[Path]:
    """Give the bench files to run: those that were named, else all of them."""
    found = sorted((ROOT / "tests" / "bench").glob("bench_*.py"))
    return [path for path in found if path.stem.removeprefix("bench_") in words] or found


def jobs(paths: list[Path], folder: Path) -> Iterator[benchmark.Job]:
    """Give the jobs of these files; each file gets a folder of its own under `folder`."""
    for path in paths:
        spec = importlib.util.spec_from_file_location(path.stem, path)
        if spec is None or spec.loader is None:
            sys.exit(f"{path} cannot be loaded")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        own = folder / path.stem
        own.mkdir()
        yield from module.jobs(own)


def main(words: list[str]) -> NoReturn:
    """Measure and print one line per job."""
    sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bench")]
    with tempfile.TemporaryDirectory(prefix="bench ") as scratch:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ.setdefault("XDG_RUNTIME_DIR", scratch)
        application = QgsApplication([], True, scratch)
        application.initQgis()
        over = found = 0
        print(benchmark.HEAD)
        paths = files(words)
        words = [word for word in words if f"bench_{word}" not in {path.stem for path in paths}]
        for job in jobs(paths, Path(scratch)):
            if words and not any(word in job.name for word in words):
                continue
            measurement = benchmark.measure(job)
            print(benchmark.line(measurement), flush=True)
            found += 1
            over += not measurement.within
    print(f"{found} jobs, {over} over budget", flush=True)
    # QGIS falls when Python takes it apart with layers and projects still about, and all has been said.
    os._exit(1 if over or not found else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
