# SPDX-License-Identifier: GPL-2.0-or-later
"""What a tool (vaerktoej) of ours is: something that is switched on, works on the map, and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from moedested_plugin.gui.omgivelser import Omgivelser

if TYPE_CHECKING:
    from moedested_plugin.store import Store

    from .rute_netvaerk import Netvaerk
    from .tegner import Tegner


@dataclass(frozen=True)
class Tegneomgivelser(Omgivelser):
    """What a tool works with. `store` opens nothing by itself: None where the project has no store that can be read."""

    store: Callable[[], Store | None]
    kan_rette: Callable[[], bool]
    #: The palette, with the one form of new objects; made when first asked for.
    tegner: Callable[[], Tegner]

    @cached_property
    def netvaerk(self) -> Netvaerk:
        """The network of the project, read once for all tools."""
        from .rute_netvaerk import Netvaerk

        return Netvaerk(self)

    def close(self) -> None:
        """Let go of what was made for the tools."""
        if "netvaerk" in vars(self):
            self.netvaerk.close()


class Vaerktoej(QObject):
    """One tool. Subclasses do `begynd` and `stands`; `slut` says by itself that it is over (Esc, another tool)."""

    #: It is over: the button in the toolbar goes up.
    sluttet = pyqtSignal()

    def __init__(self, omgivelser: Tegneomgivelser) -> None:
        super().__init__()
        self.om = omgivelser

    def begynd(self) -> bool:
        """Switch it on; False, after a word in the message bar, where it cannot be."""
        raise NotImplementedError

    def stands(self) -> None:
        """Switch it off. What was drawn stays; what was half drawn goes."""

    def close(self) -> None:
        """Take everything away again."""
        self.stands()
        self.deleteLater()
