# SPDX-License-Identifier: GPL-2.0-or-later
"""The drawings of a table as they were read: in memory while they fill little, else in a file that goes when they go."""

from __future__ import annotations

import sqlite3
from collections.abc import ItemsView, Iterable, Iterator, Mapping, ValuesView

#: A table whose drawings fill more than this lies on the disk; an address in memory fills as much as `_HVER`.
_HOEJST = 48 * 2**20
_HVER = 200


class Tegninger(Mapping[str, bytes]):
    """Business key → WKB, in the order they came."""

    def __init__(self, alle: Iterable[tuple[str, bytes]]) -> None:
        self._her: dict[str, bytes] = {}
        self._fil: sqlite3.Connection | None = None
        fylder = 0
        for noegle, wkb in alle:
            self._her[noegle] = wkb
            fylder += len(wkb) + _HVER
            if fylder > _HOEJST:
                self._laeg_ud()
                fylder = 0
        if self._fil is not None:
            self._laeg_ud()
            self._fil.execute("create unique index efter_noegle on tegning (noegle)")

    def _laeg_ud(self) -> None:
        if self._fil is None:
            # Without a name: SQLite keeps what it must in a file of its own, which nobody else sees.
            self._fil = sqlite3.connect("", isolation_level=None, check_same_thread=False)
            self._fil.execute("create table tegning (noegle text not null, wkb blob not null)")
        self._fil.execute("begin")
        self._fil.executemany("insert into tegning values (?, ?)", self._her.items())
        self._fil.execute("commit")
        self._her.clear()

    def __del__(self) -> None:
        """The file goes, also where the memory is not tidied up at once."""
        if self._fil is not None:
            self._fil.close()

    def __getitem__(self, noegle: str) -> bytes:
        if self._fil is None:
            return self._her[noegle]
        spoergsmaal = "select wkb from tegning where noegle = ?"
        for (wkb,) in self._fil.execute(spoergsmaal, (noegle,)):
            return bytes(wkb)
        raise KeyError(noegle)

    def __iter__(self) -> Iterator[str]:
        return iter(self._her) if self._fil is None else (noegle for noegle, _ in self._alle())

    def __len__(self) -> int:
        if self._fil is None:
            return len(self._her)
        ((antal,),) = self._fil.execute("select count(*) from tegning").fetchall()
        return int(antal)

    def _alle(self) -> Iterator[tuple[str, bytes]]:
        if self._fil is None:
            yield from self._her.items()
        else:
            yield from self._fil.execute("select noegle, wkb from tegning order by rowid")

    def items(self) -> ItemsView[str, bytes]:
        """One after another."""
        return self._her.items() if self._fil is None else _Par(self)

    def values(self) -> ValuesView[bytes]:
        """The drawings alone."""
        return self._her.values() if self._fil is None else _Vaerdier(self)


class _Par(ItemsView[str, bytes]):
    """Read in one go: asked for one by one they would each be a question."""

    _mapping: Tegninger

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        return self._mapping._alle()  # noqa: SLF001 - its own view


class _Vaerdier(ValuesView[bytes]):
    _mapping: Tegninger

    def __iter__(self) -> Iterator[bytes]:
        return (wkb for _, wkb in self._mapping._alle())  # noqa: SLF001 - its own view
