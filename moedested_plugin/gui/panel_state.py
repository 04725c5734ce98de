# SPDX-License-Identifier: GPL-2.0-or-later
"""What the panel shows, as plain values: the shell gathers them, the panel only draws them."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from moedested_plugin.publishing.ude_nu import UdeNu

    from .status import StoreStatus


class Remedy(enum.Enum):
    """The one thing that can be done about a store that cannot be edited."""

    NONE = enum.auto()
    OPEN_ANYWAY = enum.auto()
    UPGRADE = enum.auto()


@dataclass(frozen=True)
class Access:
    """Whether the store can be edited now; `sentence` says why not, empty when it can."""

    can_edit: bool
    sentence: str = ""
    remedy: Remedy = Remedy.NONE


@dataclass(frozen=True)
class PanelState:
    """An open Mødested project. `status` is None until the store has been counted."""

    store: str
    where: str
    access: Access
    unsaved: tuple[tuple[str, int], ...]
    drawable: frozenset[str]
    has_history: bool
    status: StoreStatus | None
    #: The last publication; None where there is none, or it is not known yet.
    published: UdeNu | None = None
