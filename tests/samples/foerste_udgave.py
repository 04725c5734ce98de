# SPDX-License-Identifier: GPL-2.0-or-later
"""What the user of the first zip has: that zip, and a folder with the project, its background and its store."""

from __future__ import annotations

import tarfile
import zipfile
from pathlib import Path

FIL = Path(__file__).with_name("foerste_udgave.tar.xz")


def pak_ud(mappe: Path) -> None:
    """Lay `moedested_plugin.zip` and the folder `projekt` into the folder."""
    (mappe / "projekt").mkdir(parents=True)
    with tarfile.open(FIL) as pakke, zipfile.ZipFile(mappe / "moedested_plugin.zip", "w") as til:
        for post in pakke:
            kilde = pakke.extractfile(post)
            if kilde is None:
                continue
            if post.name.startswith("projekt/"):
                (mappe / "projekt" / Path(post.name).name).write_bytes(kilde.read())
            else:
                til.writestr(post.name, kilde.read())
