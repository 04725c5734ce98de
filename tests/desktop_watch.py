# SPDX-License-Identifier: GPL-2.0-or-later
"""Run by QGIS before it loads the plugins (PYQGIS_STARTUP): errors go to the log of the run.

QGIS would show them in a modal window, which nobody is there to close.
"""

from __future__ import annotations

import os
import traceback
from pathlib import Path
from types import TracebackType

from qgis import utils


def report(
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
    message: str | None = None,
    *_: object,
    **__: object,
) -> None:
    """Write what QGIS would show, in place of `qgis.utils.showException`."""
    text = "".join(traceback.format_exception(kind, error, trace))
    with Path(os.environ["DESKTOP_OUT"], "log.txt").open("a", encoding="utf-8") as log:
        log.write(f"FAIL {message or ''}\n{text}")


vars(utils)["showException"] = report
