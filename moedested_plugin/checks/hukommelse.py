# SPDX-License-Identifier: GPL-2.0-or-later
"""Lets a run make its millions of small objects without Python looking through all of them for rings again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uden_oprydning() -> Iterator[None]:
    """Pause the collector of rings of objects, if it is on. What nothing points to is let go of as always.

    The switch is the whole program's: of two runs side by side the one that turned it turns it back.
    """
    var_slaaet_til = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if var_slaaet_til:
            gc.enable()
