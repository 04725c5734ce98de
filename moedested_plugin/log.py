# SPDX-License-Identifier: GPL-2.0-or-later
"""Takes what the modules log to the tab *Mødested* of QGIS's message log."""

from __future__ import annotations

import logging

from qgis.core import Qgis, QgsApplication

TAB = "Mødested"
_PACKAGE = __name__.rpartition(".")[0]


class QgisLogHandler(logging.Handler):
    """Writes log records to QGIS's message log, which any thread may do."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record; errors and warnings keep their rank, without a pop-up."""
        try:
            text = self.format(record)
        except Exception:  # a record with wrong arguments must not stop the user's work
            self.handleError(record)
            return
        level = Qgis.MessageLevel.Info
        if record.levelno >= logging.ERROR:
            level = Qgis.MessageLevel.Critical
        elif record.levelno >= logging.WARNING:
            level = Qgis.MessageLevel.Warning
        log = QgsApplication.messageLog()
        if log is not None:  # gone while QGIS closes
            log.logMessage(text, TAB, level, False)


def install() -> QgisLogHandler:
    """Send what this package logs, from INFO up, to QGIS. Hand the result to `remove` at unload."""
    handler = QgisLogHandler(logging.INFO)
    handler.setFormatter(logging.Formatter("%(name)s: %(message)s"))
    logger = logging.getLogger(_PACKAGE)
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    return handler


def remove(handler: QgisLogHandler) -> None:
    """Take the handler away again."""
    logger = logging.getLogger(_PACKAGE)
    logger.removeHandler(handler)
    logger.setLevel(logging.NOTSET)
    handler.close()
