# SPDX-License-Identifier: GPL-2.0-or-later
"""The file in which an import is worked out: an SQLite of our own, with the store's rows beside it to compare with.

A GeoPackage is attached, read-only; of a PostGIS store the few columns that are needed are copied in. So the
comparison is written once, in one language, and nothing is held in the store while the user looks at the preview.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from moedested_plugin.domain.betingelse import GEOMETRI, Betingelse
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.store import sqlite_fil
from moedested_plugin.store.oversaet import SQLITE, betingelse_sql, citer
from moedested_plugin.store.vaerdier import som_json

from . import sted

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from moedested_plugin.domain.betingelse import Vaerdi
    from moedested_plugin.domain.felt import Felt, Tabel
    from moedested_plugin.store import Store

#: Whatever a cell of SQLite holds.
Celle = Any
LAGER, KILDE = "lager", "kilde"
_SLOER_TRIN = 1_000_000
_ENE = "IN (x'010400000001000000', x'010500000001000000', x'010600000001000000')"


def _wkb(fra: int) -> str:
    """The WKB from that byte on; of a multi of one part that part."""
    x = GEOMETRI
    return f"CASE WHEN substr({x}, {fra}, 9) {_ENE} THEN substr({x}, {fra + 9}) ELSE substr({x}, {fra}) END"


#: Little-endian WKB after a header without a box, or with one; anything else is looked at one by one.
WKB = (
    f"CASE WHEN substr({GEOMETRI}, 4, 1) = x'01' AND substr({GEOMETRI}, 9, 1) = x'01' THEN {_wkb(9)}"
    f" WHEN substr({GEOMETRI}, 4, 1) = x'03' AND substr({GEOMETRI}, 41, 1) = x'01' THEN {_wkb(41)}"
    f" ELSE enkel({GEOMETRI}) END"
)
#: A new key, made by SQLite itself.
NY_UUID = (
    "printf('%08x-%04x-4%03x-a%03x-%012x', random() & 0xffffffff, random() & 0xffff, random() & 0xfff,"
    " random() & 0xfff, random() & 0xffffffffffff)"
)


class Arbejde:
    """One work file, in a folder of its own until `luk`."""

    def __init__(self, kopi_af: Path | None = None) -> None:
        self._mappe = Path(tempfile.mkdtemp(prefix="moedested-import-"))
        self.sti = self._mappe / "plan.sqlite"
        if kopi_af is not None:
            shutil.copyfile(kopi_af, self.sti)
        self.con = sqlite3.connect(
            self.sti, uri=True, isolation_level=None, check_same_thread=False
        )
        try:
            self._indret()
        except BaseException:  # a copy may be no database
            self.luk()
            raise

    def _indret(self) -> None:
        for saetning in (
            "PRAGMA page_size = 32768",
            "PRAGMA journal_mode = OFF",
            "PRAGMA synchronous = OFF",
            "PRAGMA cache_size = -200000",
        ):
            self.con.execute(saetning)
        for navn, antal, funktion in (
            ("samme_sted", 2, sted.samme),
            ("stednoegle", 2, sted.noegle),
            ("passer", 2, lambda wkb, art: wkb is None or sted.passer(wkb, art)),
            ("sted_navn", 1, sted.navn),
            ("km", 1, sted.km),
            ("aftryk", -1, aftryk),
            ("flet", 2, _flet),
            ("kort_tal", 1, lambda tal: None if tal is None else repr(tal)),
        ):
            self.con.create_function(navn, antal, funktion)
        self.con.create_function("enkel", 1, sted.enkel_af_blob, deterministic=True)

    def udfoer(self, sql: str, *vaerdier: object) -> sqlite3.Cursor:
        """Run a statement."""
        return self.con.execute(sql, vaerdier)

    def foerste(self, sql: str, *vaerdier: object) -> Celle:
        """The first value."""
        fundet = self.con.execute(sql, vaerdier).fetchone()
        return fundet[0] if fundet else None

    @contextmanager
    def stoppes_af(self, feedback: QgsFeedback | None) -> Iterator[None]:
        """Let the user break off a long statement."""
        if feedback is None:
            yield
            return
        self.con.set_progress_handler(lambda: int(feedback.isCanceled()), _SLOER_TRIN)
        try:
            yield
        finally:
            self.con.set_progress_handler(None, 0)

    @contextmanager
    def tilsluttet(self, sti: Path, navn: str) -> Iterator[None]:
        """Another SQLite file beside ours, for reading."""
        self.con.execute(f"ATTACH ? AS {navn}", (sqlite_fil.uri(sti, "mode=ro"),))
        try:
            yield
        finally:
            self.con.execute(f"DETACH {navn}")

    @contextmanager
    def ved_siden_af(self, store: Store) -> Iterator[None]:
        """The store's rows are at hand."""
        if store.provider != "ogr":
            yield
            return
        with self.tilsluttet(Path(store.adresse), LAGER):
            yield

    def hent(
        self,
        store: Store,
        tabel: str,
        felter: Sequence[str],
        som: str,
        hvor: Betingelse | None = None,
        indeks: Sequence[str] = (),
    ) -> None:
        """Make `som` a view of these columns of a GeoPackage, or a copy of a PostGIS store's; geometry as plain WKB."""
        beskrevet = tabel_af_navn(tabel)
        self._glem(som)
        if store.provider == "ogr":
            udtryk = ", ".join(
                f"{WKB} AS {citer(felt)}" if felt == GEOMETRI else citer(felt) for felt in felter
            )
            betingelse = "1" if hvor is None else betingelse_sql(hvor, beskrevet, SQLITE)
            self.con.execute(
                f"CREATE TEMP VIEW {som} AS SELECT {udtryk} FROM {LAGER}.{citer(tabel)} WHERE {betingelse}"  # nosec B608 - names of the model
            )
            return
        self.con.execute(f"CREATE TEMP TABLE {som} ({', '.join(citer(felt) for felt in felter)})")
        self.con.executemany(
            f"INSERT INTO temp.{som} VALUES ({', '.join('?' * len(felter))})",  # nosec B608 - names of ours
            (
                [_ud(beskrevet, felt, raekke[felt]) for felt in felter]
                for raekke in store.raekker(tabel, felter, hvor)
            ),
        )
        if indeks:
            self.con.execute(
                f"CREATE INDEX temp.{som}_indeks ON {som} ({', '.join(citer(felt) for felt in indeks)})"
            )

    def _glem(self, som: str) -> None:
        for (art,) in self.con.execute(
            "SELECT type FROM sqlite_temp_master WHERE name = ? AND type IN ('table', 'view')",
            (som,),
        ).fetchall():
            self.con.execute(f"DROP {art} temp.{som}")

    def luk(self) -> None:
        """Take the file away."""
        self.con.close()
        shutil.rmtree(self._mappe, ignore_errors=True)


def _ud(tabel: Tabel, felt: str, vaerdi: Vaerdi) -> Celle:
    if felt == GEOMETRI and not tabel.har(felt):
        return sted.enkel(vaerdi) if isinstance(vaerdi, bytes) else None
    return i_sqlite(tabel.felt(felt), vaerdi)


def i_sqlite(felt: Felt, vaerdi: Vaerdi) -> Celle:
    """A value of the model in the form in which SQLite keeps it."""
    if vaerdi is None or isinstance(vaerdi, (bytes, str)):
        return som_json(vaerdi) if felt.er_json and vaerdi is not None else vaerdi
    if felt.er_json:
        return som_json(vaerdi)
    return int(vaerdi) if isinstance(vaerdi, bool) else json.loads(som_json(vaerdi))


def _flet(foer: str, mere: str) -> str:
    """Two JSON objects as one, without the names that have no value."""
    begge = {**json.loads(foer), **json.loads(mere)}
    return json.dumps({navn: v for navn, v in begge.items() if v is not None}, ensure_ascii=False)


def aftryk(*vaerdier: object) -> str:
    """A fingerprint of values."""
    return hashlib.blake2b(
        repr(vaerdier).encode("utf-8", "surrogatepass"), digest_size=16
    ).hexdigest()


def vaerdi_aftryk(vaerdi: object) -> str:
    """A fingerprint of one value of a field, the same whatever form it came in."""
    if isinstance(vaerdi, bytes):
        return hashlib.blake2b(vaerdi, digest_size=16).hexdigest()
    if isinstance(vaerdi, str):
        vaerdi = vaerdi.strip()
    return aftryk(json.dumps(vaerdi, sort_keys=True, ensure_ascii=False, default=str))
