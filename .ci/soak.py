# SPDX-License-Identifier: GPL-2.0-or-later
"""Half an hour of everybody at work on one database; says what was lost, answered wrongly or leaked; writes build/soak.md.

usage: .ci/soak.py     (MOEDESTED_SOAK=seconds, 1800 when left out; MOEDESTED_SOAK_EDITORS=8)
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bench")]

from qgis.core import QgsApplication  # noqa: E402

from tests.belastning import soak, soak_tabel  # noqa: E402
from tests.postgis import koerende_maskine  # noqa: E402


def main() -> int:
    """Run, print and write; 1 when anything is wrong."""
    crew = soak.Hold(
        float(os.environ.get("MOEDESTED_SOAK", "1800")),
        redaktoerer=int(os.environ.get("MOEDESTED_SOAK_EDITORS", "8")),
    )
    out = ROOT / "build"
    out.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="soak "))
    profile = folder / "profil"
    profile.mkdir(mode=0o700)
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": str(profile), "XDG_RUNTIME_DIR": str(profile)}  # fmt: skip
    application = QgsApplication([], False)
    application.initQgis()
    # Autovacuum as it is where people work: without it every table only grows.
    with koerende_maskine(max_connections="150", autovacuum="on") as machine:
        outcome = soak.Soak(machine.klynge, folder, crew).koer()
    application.exitQgis()
    text = soak_tabel.tabel(outcome)
    (out / "soak.md").write_text(text, "utf-8")
    (out / "soak.json").write_text(soak_tabel.som_json(outcome), "utf-8")
    print(text)
    wrong = soak_tabel.galt(outcome)
    if wrong:
        print("\n".join(wrong[:50]), f"\nledgers and logs: {folder}")
        return 1
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
