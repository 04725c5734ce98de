# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures of prints: printed by `qgis_process` as anybody would, and drawn off the PDF."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: The longer side of a picture (pixels).
LAENGDE = 900


def side(projekt: Path, ud: Path, skabelon: str, papir: str, nummer: str) -> Path:
    """One page of a product."""
    mappe = ud / f"{skabelon} {papir}"
    pdf = mappe / f"{skabelon}.pdf"
    if not pdf.is_file():
        _koer(projekt, mappe, skabelon, papir)
    billede = ud / f"{skabelon} {papir} {nummer}"
    subprocess.run(
        ["pdftoppm", "-png", "-singlefile", "-scale-to", str(LAENGDE), "-f", nummer, str(pdf), str(billede)],
        check=True,
    )  # fmt: skip
    return billede.with_suffix(".png")


def hus(projekt: Path) -> None:
    """The demo's house style."""
    lager = projekt.with_suffix(".gpkg")
    subprocess.run(
        [sys.executable, ROOT / ".ci" / "demo_udskriv.py", lager], env=_miljoe(projekt), check=True
    )


def _koer(projekt: Path, mappe: Path, skabelon: str, papir: str) -> None:
    led = [f"PROJECT={projekt}", f"TEMPLATE={skabelon}", f"PAPER={papir}", f"OUTPUT={mappe}"]
    if skabelon == "kortbilag":
        led.append("EXTENT=683500,686500,6071500,6074500 [EPSG:25832]")
    subprocess.run(
        ["qgis_process", "run", "moedested:printmaps", *led],
        env=_miljoe(projekt), check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip


def _miljoe(projekt: Path) -> dict[str, str]:
    from tests.desktop import staged

    profil = projekt.parent / ".profil"
    miljoe = os.environ | {
        "QGIS_PLUGINPATH": str(staged()), "QGIS_CUSTOM_CONFIG_PATH": str(profil),
        "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false", "LC_ALL": "C.UTF-8",
    }  # fmt: skip
    if not profil.exists():
        subprocess.run(
            ["qgis_process", "plugins", "enable", "moedested_plugin"],
            env=miljoe, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
    return miljoe
