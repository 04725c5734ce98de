# SPDX-License-Identifier: GPL-2.0-or-later
"""The operator's machine: the shipped scripts, run as the page says, against a database server that nobody prepared."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from moedested_plugin.paths import resource
from tests.postgis import ADMIN, KODEORD, VAERT, Database, Klynge

DRIFT = resource("server", "drift")


def kald(
    script: Path, *led: object, miljoe: Mapping[str, str], skrevet: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run a script; without a terminal, so that a password is read from what is written."""
    return subprocess.run(
        ["bash", str(script), *map(str, led)], env=dict(miljoe), input=skrevet, text=True, capture_output=True,
        check=False, timeout=300, start_new_session=True,
    )  # fmt: skip


@dataclass
class It:
    """The administrator of one database server."""

    klynge: Klynge
    ekstra: dict[str, str] = field(default_factory=dict)

    @property
    def miljoe(self) -> dict[str, str]:
        """What the administrator has set."""
        return {
            **os.environ, "PGHOST": VAERT, "PGPORT": str(self.klynge.port), "PGUSER": ADMIN, "PGPASSWORD": KODEORD,
            **self.ekstra,
        }  # fmt: skip

    def proev(self, navn: str, *led: object, skrevet: str = "") -> subprocess.CompletedProcess[str]:
        """Run a script, whatever it answers."""
        return kald(DRIFT / navn, *led, miljoe=self.miljoe, skrevet=skrevet)

    def koer(self, navn: str, *led: object, skrevet: str = "") -> str:
        """Run a script that must go well; what it says."""
        svar = self.proev(navn, *led, skrevet=skrevet)
        assert svar.returncode == 0, svar.stderr + svar.stdout
        return svar.stdout.strip()

    def bruger(self, navn: str, *roller: str) -> None:
        """A login with the password of the tests."""
        self.koer("bruger.sh", navn, *roller, skrevet=f"{KODEORD}\n{KODEORD}\n")

    def database(self, navn: str) -> Database:
        """To ask it."""
        return Database(self.klynge, navn)

    def databaser(self) -> set[str]:
        """Those there are."""
        return {n for (n,) in self.klynge.udfoer("select datname from pg_database")}

    def roller(self) -> set[str]:
        """Those there are, but PostgreSQL's own."""
        return {
            n
            for (n,) in self.klynge.udfoer(
                r"select rolname from pg_roles where rolname !~ '^pg_' and rolname not in ('postgres', 'gis_opretter')"
            )
        }
