# SPDX-License-Identifier: GPL-2.0-or-later
"""The public views of a GeoPackage: all rows, or only those that a public copy has otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import offentlige
from .base import OffentligVaerdi, Store
from .offentlige import Forskel
from .oversaet import SQLITE, navn

if TYPE_CHECKING:
    from moedested_plugin.domain.offentlig import Visning

    from .ogr_sql import Forbindelse

#: What SQLite calls the copy.
_KOPI = "udgivet"
_TEKSTER = "SELECT liste, kode, navn FROM kodeliste WHERE offentlig = 1 ORDER BY fid DESC"


class GeopackageOffentlige(Store):
    """The part of `GeopackageStore` that reads what is public."""

    _forbindelse: Forbindelse

    def _spoerg(self, saetning: str) -> list[tuple[Any, ...]]:
        raise NotImplementedError

    def offentlige(
        self, visning: Visning, noegler: Collection[str] | None = None
    ) -> Iterator[tuple[OffentligVaerdi, ...]]:
        """One scan of the view."""
        return self._offentlige(visning, offentlige.kun_noegler(visning, noegler, SQLITE))

    def offentlige_siden(
        self,
        visning: Visning,
        kopi: Path | str,
        tabel: str,
        kendte: Collection[str],
        *,
        samme_tekster: bool,
    ) -> Forskel | None:
        """SQLite compares; only what differs is taken out of it."""
        if not isinstance(kopi, Path):
            return None
        with self._ved_siden_af(kopi):
            ude = f"{_KOPI}.{navn(tabel)}"
            sql = offentlige.forskel_sql(visning, ude, samme_tekster=samme_tekster)
            noegler = sorted(str(noegle) for (noegle,) in self._spoerg(sql))
            nye = sum(noegle not in kendte for noegle in noegler)
            ((antal,),) = self._spoerg(f"SELECT count(*) FROM {navn(visning.navn)}")  # nosec B608 - a name of our own
            # Looking for keys that are gone takes as long as the rest, and mostly none is.
            if antal == len(kendte) + nye:
                return Forskel(noegler, set())
            borte = self._spoerg(offentlige.borte_sql(visning, ude))
            return Forskel(noegler, {str(noegle) for (noegle,) in borte})

    def _offentlige(self, visning: Visning, hvor: str) -> Iterator[tuple[OffentligVaerdi, ...]]:
        tekster: dict[str, dict[int, str]] = {}
        for liste, kode, tekst in self._spoerg(_TEKSTER):
            tekster.setdefault(liste, {})[kode] = tekst
        nr = [kolonne.navn for kolonne in visning.kolonner].index(visning.tabel.noegle)
        sidst: OffentligVaerdi = None
        while True:
            ((tekst,),) = self._spoerg(offentlige.sqlite_sql(visning, hvor, sidst))
            side = [*offentlige.fra_sqlite(visning, tekst, tekster)]
            yield from side
            if len(side) < offentlige.SIDE:
                return
            sidst = side[-1][nr]

    @contextmanager
    def _ved_siden_af(self, kopi: Path) -> Iterator[None]:
        self._spoerg(f"ATTACH {SQLITE.tekst(str(kopi))} AS {_KOPI}")
        try:
            yield
        finally:
            self._spoerg(f"DETACH {_KOPI}")
