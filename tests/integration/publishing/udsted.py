# SPDX-License-Identifier: GPL-2.0-or-later
"""A database to publish to, and what tests do with it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from moedested_plugin.checks.resultat import Resultat
from moedested_plugin.publishing.forbered import udgiver
from moedested_plugin.publishing.holdte import forbehold
from moedested_plugin.publishing.maal import Maal, som_maal
from moedested_plugin.publishing.plan import Plan, planlaeg
from moedested_plugin.publishing.postgis_data import skema_af as skema
from moedested_plugin.publishing.postgis_eget import EGET
from moedested_plugin.publishing.udgiv import Udgiver, Udgivet
from moedested_plugin.store import Store
from tests.postgis import OPRETTER, Database

__all__ = ["EGET", "Udsted", "et_sted", "klar", "navne", "ret", "skema", "ud", "udsted"]


@dataclass(frozen=True)
class Udsted:
    """A database to publish to, and the logins of the one who publishes and of the server that reads."""

    database: Database
    udgiver: str
    laeser: str
    service: str
    mappe: Path

    @property
    def maal(self) -> Maal:
        return som_maal(
            {
                "type": "qgisserver-postgis",
                "connection": f"service={self.service}",
                "service": "moedesteder",
            }
        )

    def pg_service(self, bruger: str) -> Path:
        """A pg_service.conf with the login of this user."""
        sti = self.mappe / f"pg_service {bruger}.conf"
        dsn = self.database.klynge.dsn(self.database.navn, bruger)
        linjer = [f"{navn}={vaerdi}" for navn, vaerdi in dsn.items()]
        sti.write_text("\n".join([f"[{self.service}]", *linjer, ""]), "utf-8")
        return sti

    def sql(self, saetning: str, bruger: str = "postgres") -> list[Any]:
        return self.database.udfoer(saetning, bruger=bruger)

    def skemaer(self) -> list[str]:
        return [
            navn
            for (navn,) in self.sql(
                r"select nspname from pg_namespace where nspname ~ '^pub_\d' order by 1"
            )
        ]

    def projekt(self) -> bytes:
        ((indhold,),) = self.sql(f"select content from {EGET}.qgis_projects")
        return bytes(indhold)


@pytest.fixture
def udsted(postgis_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Udsted:
    """With the roles of a store, and a login for each that has no other right."""
    klynge = postgis_database.klynge
    for rolle in ("moedested_udgiver", "moedested_laeser"):
        if not klynge.udfoer(f"select 1 from pg_roles where rolname = '{rolle}'"):
            klynge.udfoer(f"create role {rolle}", bruger=OPRETTER)
    postgis_database.udfoer(
        f'grant create on database "{postgis_database.navn}" to moedested_udgiver'
    )
    udsted = Udsted(
        postgis_database,
        klynge.ny_bruger("moedested_udgiver"),
        klynge.ny_bruger("moedested_laeser"),
        f"proeve_{uuid.uuid4().hex[:8]}",  # QGIS keeps its connections by this name
        tmp_path,
    )
    monkeypatch.setenv("PGSERVICEFILE", str(udsted.pg_service(udsted.udgiver)))
    return udsted


def klar(lager: Store, maal: Maal) -> tuple[Udgiver, Plan]:
    """The plan as it is when no check finds anything: the checks have their own tests, and take their time."""
    udgives = udgiver(lager, maal, "AB")
    return udgives, planlaeg(lager, udgives.sted.gaeldende(), Resultat(()), forbehold(lager, "AB"))


def ud(lager: Store, maal: Maal) -> Udgivet:
    udgives, plan = klar(lager, maal)
    return udgives.udgiv(plan)


def ret(lager: Store, noegle: str, **vaerdier: Any) -> None:
    with lager.skriv("prøve", "CD") as skriver:
        assert skriver.ret("moedested", noegle, vaerdier)


def et_sted(lager: Store) -> dict[str, Any]:
    return next(
        raekke
        for raekke in lager.raekker("moedested")
        if raekke["off_kode"] == 1 and raekke["livscyklus_k"] == 3 and raekke["geometri"]
    )


def navne(udsted: Udsted, skema: str = "pub_live") -> list[str]:
    return [navn for (navn,) in udsted.sql(f"select navn from {skema}.moedested", udsted.laeser)]
