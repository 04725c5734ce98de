# SPDX-License-Identifier: GPL-2.0-or-later
"""Both stores, as the tests of the stores have them."""

from __future__ import annotations

from tests.integration.store.conftest import store

__all__ = ["store"]
