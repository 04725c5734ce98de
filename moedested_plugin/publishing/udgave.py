# SPDX-License-Identifier: GPL-2.0-or-later
"""A published version in a folder."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.store.oversaet import navn
from moedested_plugin.store.vaerdier import wkb

from .kopi import laes_kopi, laeser, ramme, taelling
from .nye import Aftryk
from .raekker import TABEL_AF_NAVN, Raekke
from .sted import Manifest, Udgave

if TYPE_CHECKING:
    from moedested_plugin.store.base import Ramme

DATA, MANIFEST, AFTRYK = "data.gpkg", "manifest.json", "aftryk.json"


@dataclass(frozen=True)
class MappeUdgave(Udgave):
    """A version as it lies in the folder `sti`."""

    sti: Path

    @property
    def data(self) -> Path:
        """The public copy."""
        return self.sti / DATA

    @cached_property
    def manifest(self) -> Manifest:
        """What is in it. Raises `OSError` or `ValueError` where it is not whole."""
        return Manifest.fra_json(json.loads((self.sti / MANIFEST).read_text(encoding="utf-8")))

    @property
    def version(self) -> str:
        """Its name."""
        return self.sti.name

    @property
    def fil(self) -> Path:
        """Its rows are in a GeoPackage."""
        return self.data

    @cached_property
    def _aftryk(self) -> Aftryk:
        laest = json.loads((self.sti / AFTRYK).read_text(encoding="utf-8"))
        return {
            navn: dict(zip(noegler, zip(numre, aftryk)))
            for navn, (noegler, numre, aftryk) in laest.items()
        }

    def aftryk(self) -> Aftryk:
        """What its rows look like, in short."""
        return self._aftryk

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

    def taelling(self) -> dict[str, int]:
        """How many rows each table has."""
        return taelling(self.data)

    def ramme(self) -> Ramme | None:
        """The frame around everything; None when nothing has a place."""
        return ramme(self.data)

    def et_sted(self, tabel: str, betingelse: str) -> bytes | None:
        """The geometry (WKB) of one row for which this SQL holds; None when there is none."""
        with laeser(self.data) as con:
            fundet = con.execute(
                f"SELECT {navn(GEOMETRI)} FROM {navn(tabel)}"  # nosec B608 - names of our own
                f" WHERE {navn(GEOMETRI)} IS NOT NULL AND ({betingelse or '1'}) ORDER BY fid LIMIT 1"
            ).fetchone()
        return wkb(fundet[0]) if fundet else None


def skriv_manifest(sti: Path, manifest: Manifest, aftryk: Aftryk) -> None:
    """Say what is in the version."""
    # Three long lists are read and written in a fraction of the time that a list for every row takes.
    with (sti / AFTRYK).open("w", encoding="utf-8") as fil:
        for nr, (navn_, raekker) in enumerate(aftryk.items()):
            fil.write(f"{',' if nr else '{'}{json.dumps(navn_)}:")
            for nummer, soejle in enumerate(_soejler(raekker)):
                fil.write("," if nummer else "[")
                fil.write(json.dumps([*soejle], separators=(",", ":")))
            fil.write("]")
        fil.write("}" if aftryk else "{}")
    tekst = json.dumps(manifest.som_json(), ensure_ascii=False, indent=1)
    (sti / MANIFEST).write_text(tekst, encoding="utf-8")


def _soejler(raekker: Mapping[str, tuple[int, str]]) -> Iterator[Iterable[object]]:
    """Keys, numbers and hashes."""
    yield raekker
    yield (fid for fid, _ in raekker.values())
    yield (aftryk for _, aftryk in raekker.values())


def andre_filer(sti: Path) -> Iterator[tuple[str, str]]:
    """The texts of a version but for its data and the hashes of its rows."""
    for fil in sorted(sti.iterdir()):
        if fil.name not in (DATA, AFTRYK) and fil.is_file():
            yield from filens_tekster(fil.name, fil.read_bytes())


def filens_tekster(navn_: str, indhold: bytes) -> Iterator[tuple[str, str]]:
    """The texts of one file; a .qgz is a zip of them."""
    dele = [indhold]
    if zipfile.is_zipfile(io.BytesIO(indhold)):
        with zipfile.ZipFile(io.BytesIO(indhold)) as arkiv:
            dele = [arkiv.read(del_) for del_ in arkiv.namelist()]
    for del_ in dele:
        yield navn_, del_.decode("utf-8", "replace")


def sha256(sti: Path) -> str:
    """Hash of a file."""
    ud = hashlib.sha256()
    with sti.open("rb") as fil:
        while stykke := fil.read(1 << 20):
            ud.update(stykke)
    return ud.hexdigest()
