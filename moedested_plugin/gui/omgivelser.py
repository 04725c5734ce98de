# SPDX-License-Identifier: GPL-2.0-or-later
"""What every room behind the doors of `gui` works with (omgivelser): QGIS, the project, and ways to tell the user."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from moedested_plugin.settings import Settings

    from .current_project import CurrentProject
    from .messages import Messages
    from .tasks import Tasks


@dataclass(frozen=True)
class Omgivelser:
    """Parts of the shell. A room that needs more says what in a dataclass of its own upon this one."""

    iface: QgisInterface
    current: CurrentProject
    settings: Settings
    tasks: Tasks
    messages: Messages
