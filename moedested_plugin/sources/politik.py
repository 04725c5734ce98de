# SPDX-License-Identifier: GPL-2.0-or-later
"""What to do with conflicts when nobody is asked."""

from __future__ import annotations

from typing import Literal

Politik = Literal["keep", "take", "report"]
POLITIKKER: tuple[Politik, ...] = ("keep", "take", "report")
