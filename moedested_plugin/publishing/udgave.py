# SPDX-License-Identifier: GPL-2.0-or-later
"""A published version in a folder: immutable data, a manifest that says what is in it, and the pointer as it was."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

from .kopi import laes_kopi
from .plan import Aftryk
from .raekker import TABEL_AF_NAVN, Raekke

DATA, MANIFEST, AFTRYK = "data.gpkg", "manifest.json", "aftryk.json"


@dataclass(frozen=True)
class Manifest:
    """What is in a version."""

    version: str
    tid: str
    af: str
    kommune: str
    fra: str | None
    antal: Mapping[str, int]
    kolonner: Mapping[str, tuple[str, ...]]
    sha256: str
    #: Hash of the pointer that shows this version.
    peger: str


@dataclass(frozen=True)
class Udgave:
    """A version as it lies in the folder `sti`."""

    sti: Path

    @property
    def data(self) -> Path:
        """The public copy."""
        return self.sti / DATA

    @cached_property
    def manifest(self) -> Manifest:
        """What is in it. Raises `OSError` or `ValueError` where it is not whole."""
        laest = json.loads((self.sti / MANIFEST).read_text(encoding="utf-8"))
        try:
            kolonner = {navn: tuple(felter) for navn, felter in laest["kolonner"].items()}
            return Manifest(**{**laest, "kolonner": kolonner})
        except (KeyError, TypeError, AttributeError) as fejl:
            raise ValueError(MANIFEST) from fejl

    @property
    def version(self) -> str:
        """Its name."""
        return self.sti.name

    @property
    def kolonner(self) -> Mapping[str, tuple[str, ...]]:
        """The columns of each table."""
        return self.manifest.kolonner

    def aftryk(self) -> Aftryk:
        """What its rows look like, in short."""
        laest = json.loads((self.sti / AFTRYK).read_text(encoding="utf-8"))
        return {
            navn: {noegle: (fid, aftryk) for noegle, (fid, aftryk) in raekker.items()}
            for navn, raekker in laest.items()
        }

    def raekker(self, tabel: str, noegler: Collection[str]) -> dict[str, Raekke]:
        """These rows, by key, with the version's own columns."""
        if not noegler or tabel not in TABEL_AF_NAVN or tabel not in self.kolonner:
            return {}
        noegle = TABEL_AF_NAVN[tabel].visning.tabel.noegle
        return laes_kopi(self.data, tabel, noegle, noegler, self.kolonner[tabel])

    @property
    def er_hel(self) -> bool:
        """Whether everything that was written is there, unchanged."""
        try:
            return self.manifest.sha256 == sha256(self.data)
        except (OSError, ValueError):
            return False


def skriv_manifest(sti: Path, manifest: Manifest, aftryk: Aftryk) -> None:
    """Say what is in the version."""
    (sti / AFTRYK).write_text(json.dumps(aftryk, separators=(",", ":")), encoding="utf-8")
    tekst = json.dumps(asdict(manifest), ensure_ascii=False, indent=1)
    (sti / MANIFEST).write_text(tekst, encoding="utf-8")


def sha256(sti: Path) -> str:
    """Hash of a file."""
    ud = hashlib.sha256()
    with sti.open("rb") as fil:
        while stykke := fil.read(1 << 20):
            ud.update(stykke)
    return ud.hexdigest()
