# SPDX-License-Identifier: GPL-2.0-or-later
"""What more than one folder of the integration tests shares: the PostgreSQL server of the test run."""

from __future__ import annotations

from tests.postgis import postgis_database, postgis_klynge, postgis_store

__all__ = ["postgis_database", "postgis_klynge", "postgis_store"]
