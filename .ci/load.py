# SPDX-License-Identifier: GPL-2.0-or-later
"""The load of a whole country: every step at three sizes, what it costs, and how that grows; writes build/load.md.

usage: .ci/load.py     (MOEDESTED_LOAD=0.01…1 is the part of 1 000 000 points and 200 000 lines; 1 when left out)
At full size it wants 20 GB free in the temporary folder (TMPDIR, where the user postgres may come).
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bench")]

from tests.belastning import belast  # noqa: E402
from tests.postgis import koerende_klynge  # noqa: E402


def main() -> int:
    """Run, print and write; 1 when something grows more than it may."""
    part = float(os.environ.get("MOEDESTED_LOAD", "1"))
    if not 0.001 <= part <= 1:
        sys.exit("MOEDESTED_LOAD: 0.001 to 1")
    found: list[belast.Maaling] = []
    out = ROOT / "build"
    out.mkdir(exist_ok=True)
    with koerende_klynge() as cluster:
        for size in belast.stoerrelser(part):
            with tempfile.TemporaryDirectory(prefix="load ") as folder:
                run = belast.Belastning(Path(folder), size, cluster, maalinger=found)
                run.koer()
            text = belast.tabel(found)
            (out / "load.md").write_text(text, "utf-8")  # also when it is broken off later
            (out / "load.json").write_text(belast.som_json(found), "utf-8")
            print(text, flush=True)
    over = [growth for growth in belast.vaekst(found) if growth.grunde]
    for growth in over:
        print(
            f"{growth.trin}, {growth.hvor}, {growth.fra} → {growth.til}: {', '.join(growth.grunde)}"
        )
    print(f"{len(found)} measurements, {len(over)} grow too much; {out / 'load.md'}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
