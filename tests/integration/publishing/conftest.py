# SPDX-License-Identifier: GPL-2.0-or-later
"""What the tests of the publication share: the demo, published once in a run."""

from __future__ import annotations

from tests.udgivet_tjeneste import hjemme, laest, udgivet

__all__ = ["hjemme", "laest", "udgivet"]
