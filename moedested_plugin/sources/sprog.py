# SPDX-License-Identifier: GPL-2.0-or-later
"""How many rows, as one says it."""

from __future__ import annotations

from moedested_plugin.i18n import tr


def raekker(antal: int) -> str:
    """Give "1 række" or "12 rækker"."""
    return tr("1 række") if antal == 1 else tr("{} rækker").format(antal)
