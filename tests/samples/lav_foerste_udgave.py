# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes `foerste_udgave.tar.xz`: what a user had who installed the first zip that this repository could build.

Run it from the repository's root: `python -m tests.samples.lav_foerste_udgave`. It builds the zip of the first commit,
lets that plugin make a project with its examples, and packs both. Left out is only the plugin's background map, 1.5 MB
that no test looks at. The file is never made again: what it holds is what users have.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

from tests.samples.foerste_udgave import FIL

ROD = Path(__file__).resolve().parents[2]
UDELADT = "moedested_plugin/resources/baggrund/danmark.gpkg"
_PROJEKT = """\
import sys
from pathlib import Path
from qgis.core import QgsApplication, QgsFeedback
app = QgsApplication([], True)
app.initQgis()
from moedested_plugin.project import opret_projekt
mappe = Path(sys.argv[1])
opret_projekt(376, str(mappe / "lager.gpkg"), mappe / "projekt.qgz", True, None, QgsFeedback())
app.exitQgis()
"""


def main() -> None:
    """Write the file; refuse where it is already."""
    if FIL.exists():
        sys.exit(f"{FIL.name} findes")
    git = ["git", "-C", str(ROD)]
    foerste = subprocess.check_output([*git, "rev-list", "--max-parents=0", "HEAD"], text=True)
    with tempfile.TemporaryDirectory() as mappe:
        kode, projekt = Path(mappe, "kode"), Path(mappe, "projekt")
        projekt.mkdir()
        arkiv = subprocess.check_output([*git, "archive", "--format=zip", foerste.split()[0]])
        with zipfile.ZipFile(io.BytesIO(arkiv)) as pakke:
            pakke.extractall(kode)
        (kode / ".venv").symlink_to(Path(sys.prefix))
        subprocess.run([sys.executable, ".ci/package.py"], cwd=kode, check=True)
        miljoe = os.environ | {"PYTHONPATH": str(kode), "QT_QPA_PLATFORM": "offscreen"}
        subprocess.run(
            ["/usr/bin/python3", "-c", _PROJEKT, projekt], cwd=kode, env=miljoe, check=True
        )
        pak(kode / "dist" / "moedested_plugin.zip", projekt)


def pak(zip_sti: Path, projekt: Path) -> None:
    """Pack the files of the zip and of the project's folder."""
    with tarfile.open(FIL, "w:xz", preset=9) as pakke, zipfile.ZipFile(zip_sti) as fra:
        for navn in fra.namelist():
            if navn != UDELADT:
                _laeg(pakke, navn, fra.read(navn))
        for sti in sorted(projekt.iterdir()):
            _laeg(pakke, f"projekt/{sti.name}", _pakket_ud(sti))


def _pakket_ud(sti: Path) -> bytes:
    """Give a file; a .qgz without its own compression, for the archive's does better."""
    if sti.suffix != ".qgz":
        return sti.read_bytes()
    ud = io.BytesIO()
    with zipfile.ZipFile(sti) as fra, zipfile.ZipFile(ud, "w") as til:
        for navn in fra.namelist():
            til.writestr(zipfile.ZipInfo(navn), fra.read(navn))
    return ud.getvalue()


def _laeg(pakke: tarfile.TarFile, navn: str, indhold: bytes) -> None:
    post = tarfile.TarInfo(navn)
    post.size = len(indhold)
    pakke.addfile(post, io.BytesIO(indhold))


if __name__ == "__main__":
    main()
