# SPDX-License-Identifier: GPL-2.0-or-later
"""Signals that are listened to for a while (forbindelser), all let go at once."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtBoundSignal


class Forbindelser:
    """Keeps what was connected. A layer that QGIS has deleted since took its signals with it."""

    def __init__(self) -> None:
        self._alle: list[tuple[QObject, pyqtBoundSignal, Callable[..., None]]] = []

    def lyt(self, fra: QObject, signal: pyqtBoundSignal, slot: Callable[..., None]) -> None:
        """Listen to a signal of `fra`."""
        signal.connect(slot)
        self._alle.append((fra, signal, slot))

    def slip(self) -> None:
        """Listen to none of them any more."""
        for fra, signal, slot in self._alle:
            if not sip.isdeleted(fra):
                signal.disconnect(slot)
        self._alle.clear()
