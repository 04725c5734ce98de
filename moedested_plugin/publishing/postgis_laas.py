# SPDX-License-Identifier: GPL-2.0-or-later
"""One publisher at a time in a database: a lock of the session, and a row that says who has it since when.

The lock goes when its publisher's connection does. The row holds a token that every change asks for, so that one whose
lock was broken, and who wakes up afterwards, can change nothing.
"""

from __future__ import annotations

import platform
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from moedested_plugin.i18n import tr

from .fejl import UdgivelsesFejl
from .postgis_eget import EGET
from .sted import VedAtUdgive

if TYPE_CHECKING:
    from psycopg2.extensions import cursor

    from .postgis_adgang import Adgang

#: First half of the number of a lock: ours among all advisory locks of the database. The second is of the service.
_VORES = 0x6D6F6564
#: A publisher that was just killed is gone in a moment.
_VENT = "2s"
_HOLDES = f"""
from {EGET}.laas l join pg_locks p on p.locktype = 'advisory' and p.granted and p.classid = {_VORES} and p.objid = l.nr
  and p.database = (select oid from pg_database where datname = current_database())
where l.service = %s"""  # nosec B608 - constants


class Optaget(Exception):
    """Somebody else has the lock."""


class Laas:
    """The lock of one service."""

    def __init__(self, adgang: Adgang, tjeneste: str) -> None:
        self._adgang = adgang
        self._tjeneste = tjeneste
        self._maerke = ""

    @contextmanager
    def holdt(self, af: str) -> Iterator[None]:
        """Take it, and let it go. Raises `Optaget`."""
        nr = self._tag(af)
        try:
            yield
        finally:
            with suppress(UdgivelsesFejl):  # without a connection the lock is gone already
                self._slip(nr)
            self._maerke = ""

    def _tag(self, af: str) -> int:
        import psycopg2

        token = uuid.uuid4().hex
        with self._adgang.transaktion() as markoer:
            markoer.execute(
                f"select nr from {EGET}.laas where service = %s for update",  # nosec B608 - a constant
                [self._tjeneste],
            )
            fundet = markoer.fetchone()
            nr = int(fundet[0]) if fundet else 0
            markoer.execute(f"set local lock_timeout = '{_VENT}'")
            try:
                markoer.execute("select pg_advisory_lock(%s, %s)", [_VORES, nr])
            except psycopg2.errors.LockNotAvailable:
                raise Optaget from None
            markoer.execute(
                f"update {EGET}.laas set token = %s, af = %s, maskine = %s, siden = now() where service = %s",  # nosec B608 - a constant
                [token, af, platform.node(), self._tjeneste],
            )
        self._maerke = token
        return nr

    def _slip(self, nr: int) -> None:
        with self._adgang.transaktion() as markoer:
            markoer.execute(
                f"update {EGET}.laas set token = null, af = null, maskine = null, siden = null"  # nosec B608 - a constant
                " where service = %s and token = %s",
                [self._tjeneste, self._maerke],
            )
            markoer.execute(
                "select pg_advisory_unlock(%s, %s) from pg_locks where locktype = 'advisory'"
                " and classid = %s and objid = %s and pid = pg_backend_pid()",
                [_VORES, nr, _VORES, nr],
            )

    def efterse(self, markoer: cursor) -> None:
        """Before every change, in its transaction: it is still ours, and stays so until the change is done."""
        markoer.execute(
            f"select 1 from {EGET}.laas where service = %s and token = %s for share",  # nosec B608 - a constant
            [self._tjeneste, self._maerke],
        )
        if markoer.fetchone() is None:
            raise UdgivelsesFejl(
                tr("En anden har brudt din lås og er ved at udgive. Lav planen igen.")
            )

    def bryd(self) -> None:
        """Take it from another, after a person has said so."""
        with suppress(UdgivelsesFejl), self._adgang.transaktion() as markoer:
            # One's own may be cut off; a colleague's goes on, and is refused by the token.
            markoer.execute("set local role none")
            markoer.execute(f"select pg_terminate_backend(p.pid) {_HOLDES}", [self._tjeneste])
        with self._adgang.transaktion() as markoer:
            markoer.execute(
                f"update {EGET}.laas set nr = nextval('{EGET}.laas_nr'), token = null, af = null, maskine = null,"  # nosec B608 - a constant
                " siden = null where service = %s",
                [self._tjeneste],
            )

    def ejer(self) -> VedAtUdgive | None:
        """Who has it; None when nobody has."""
        with self._adgang.transaktion() as markoer:
            markoer.execute(
                f"select l.af, l.maskine, l.siden {_HOLDES} and l.token is not null",
                [self._tjeneste],
            )
            fundet = markoer.fetchone()
        if fundet is None:
            return None
        af, maskine, siden = fundet
        return VedAtUdgive(af, maskine, siden.isoformat())
