# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads a run of mutated files in a process of its own, so that a crash, a hang or a flood is seen and survived.

usage: barn.py FOLDER FIRST LAST     one line of JSON for each case on standard output
"""

from __future__ import annotations

import faulthandler
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from qgis.core import QgsApplication  # noqa: E402

from moedested_plugin.sources.fejl import LaeseFejl, MaaSpoerges  # noqa: E402
from moedested_plugin.sources.laes import laes  # noqa: E402
from moedested_plugin.sources.laest import Kilde  # noqa: E402
from tests.harden.lager import Lager  # noqa: E402
from tests.harden.mutanter import gode, mutant  # noqa: E402

SEKUNDER = 20
HUKOMMELSE = 4 << 30
HEMMELIG = "KANARIEFUGL-7f3a"
#: Every so many of those that can be read are taken all the way into a store.
HELE_VEJEN = 3


def proev(sti: Path, nr: int, lager: Lager) -> dict[str, object]:
    """Read one file as a user would who answers every question with the first choice."""
    kilde = {"sti": str(sti)}
    for _ in range(4):
        try:
            with laes(Kilde(**kilde)) as laest:  # type: ignore[arg-type]
                raekker = list(laest.raekker())
                sagt = repr((raekker, laest.afviste, laest.bemaerkninger, laest.felter))
        except MaaSpoerges as fejl:
            kilde[fejl.om] = fejl.valg[0].vaerdi
        except LaeseFejl as fejl:
            return {"udfald": "fejl", "sagt": str(fejl)}
        else:
            ud: dict[str, object] = {"udfald": "raekker", "antal": len(raekker), "sagt": sagt}
            if nr % HELE_VEJEN == 0:
                ud["import"] = lager.proev(Kilde(**kilde), nr)  # type: ignore[arg-type]
            return ud
    return {"udfald": "spoerg", "sagt": "Der spørges stadig."}


def main() -> None:
    mappe, foerste, sidste = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    faulthandler.enable()
    resource.setrlimit(resource.RLIMIT_AS, (HUKOMMELSE, HUKOMMELSE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGPROF, _for_laenge)
    hemmelig = mappe / "hemmelig.csv"
    hemmelig.write_text(f"navn;lat;lon\n{HEMMELIG};54,6;12\n", "utf-8")
    midlertidig = mappe / "midlertidig"
    midlertidig.mkdir()
    tempfile.tempdir = str(midlertidig)
    os.chdir(mappe)
    gode_filer = gode(mappe / "gode")
    qgis = QgsApplication([], False)
    qgis.initQgis()
    lager = Lager(mappe / "lager")
    for nr in range(foerste, sidste):
        sag = mappe / "sag"
        sag.mkdir()
        sti = mutant(nr, gode_filer, sag, hemmelig)
        foer = {fil.name: fil.read_bytes() for fil in sag.iterdir() if fil.is_file()}
        print(json.dumps({"nr": nr, "begynder": sti.name}), flush=True)
        start = time.process_time()
        # Of the processor, not of the clock: a busy machine is no fault of the file.
        signal.setitimer(signal.ITIMER_PROF, SEKUNDER)
        ud = proev(sti, nr, lager)
        signal.setitimer(signal.ITIMER_PROF, 0)
        ud |= {
            "nr": nr, "fil": sti.name, "sekunder": round(time.process_time() - start, 2),
            "roert": foer != {fil.name: fil.read_bytes() for fil in sag.iterdir() if fil.is_file()},
            "efterladt": sorted(fil.name for fil in midlertidig.iterdir()),
            "ude": sorted({fil.name for fil in mappe.iterdir()} - {"gode", "lager", "sag", "midlertidig", "hemmelig.csv"}),
            "lækket": HEMMELIG in str(ud["sagt"]),
            "levende": "<script" in str(ud["sagt"]).lower() or "<img" in str(ud["sagt"]).lower(),
        }  # fmt: skip
        ud["sagt"] = str(ud["sagt"])[:300]
        print(json.dumps(ud), flush=True)
        shutil.rmtree(sag)
    lager.luk()
    qgis.exitQgis()


def _for_laenge(_nummer: int, _ramme: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()
