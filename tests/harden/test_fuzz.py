# SPDX-License-Identifier: GPL-2.0-or-later
"""Broken and hostile files end in rows or in a sentence: no crash, no leak, nothing left, in bounded time and memory.

`make test` reads a sample; `make harden` (MOEDESTED_HARDEN=2400) reads them all. Case n is always the same file.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ANTAL = int(os.environ.get("MOEDESTED_HARDEN", "160"))
PORTION = 80
BARN = Path(__file__).with_name("barn.py")


def koer(mappe: Path, foerste: int, sidste: int) -> tuple[list[dict[str, Any]], str]:
    """Read these cases in a child; gives the outcomes, and what went wrong with the child itself."""
    mappe.mkdir()
    done = subprocess.run(
        [sys.executable, str(BARN), str(mappe), str(foerste), str(sidste)],
        capture_output=True, encoding="utf-8", errors="replace", timeout=30 * PORTION, check=False,
    )  # fmt: skip
    linjer = [json.loads(linje) for linje in done.stdout.splitlines() if linje.startswith('{"')]
    galt = f"{linjer[-1:]}\n{done.stderr[-1500:]}" if done.returncode else ""
    return [linje for linje in linjer if "udfald" in linje], galt


@pytest.mark.slow
@pytest.mark.parametrize("foerste", range(0, ANTAL, PORTION))
def test_every_case_ends_in_rows_or_a_sentence(tmp_path: Path, foerste: int) -> None:
    sidste = min(ANTAL, foerste + PORTION)
    udfald, galt = koer(tmp_path / "koersel", foerste, sidste)
    assert galt == ""
    assert [sag["nr"] for sag in udfald] == list(range(foerste, sidste))
    assert {sag["udfald"] for sag in udfald} <= {"raekker", "fejl"}
    assert [
        sag
        for sag in udfald
        if sag["roert"] or sag["efterladt"] or sag["ude"] or sag["lækket"] or sag["levende"]
    ] == []
    # What could be read is written, undone, and broken off: never a half import, and the same store afterwards.
    hele_vejen = [(sag["nr"], sag["import"]) for sag in udfald if "import" in sag]
    assert [(nr, led["galt"]) for nr, led in hele_vejen if led["galt"]] == []
    assert foerste or any(led.get("nye") for _, led in hele_vejen), "nothing came to the store"
    assert [
        sag["sagt"]
        for sag in udfald
        if sag["udfald"] == "fejl" and not sag["sagt"].endswith((".", "…"))
    ] == []
    assert {"raekker", "fejl"} == {sag["udfald"] for sag in udfald}, "the cases try too little"
