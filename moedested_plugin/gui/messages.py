# SPDX-License-Identifier: GPL-2.0-or-later
"""One line in QGIS's message bar per outcome, with a button where there is something to do."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable

from qgis.core import Qgis
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QPushButton

from moedested_plugin.i18n import tr

_LOG = logging.getLogger(__name__)

#: A button: its text and what it does.
Button = tuple[str, Callable[[], object]]


class Messages:
    """Writes to the message bar and takes its own lines away again when the plugin stops."""

    def __init__(self, bar: QgsMessageBar) -> None:
        self._bar = bar
        self._items: list[QgsMessageBarItem] = []

    def success(self, text: str, *buttons: Button) -> Callable[[], None]:
        """It went well. Give what takes the line away again, for one that does not stay true."""
        return self._taker(self._show(text, Qgis.MessageLevel.Success, buttons))

    def info(self, text: str, *buttons: Button) -> None:
        """Something worth knowing."""
        self._show(text, Qgis.MessageLevel.Info, buttons)

    def offer(self, text: str, *buttons: Button) -> Callable[[], None]:
        """Something to do now or never: give what takes the line away again."""
        return self._taker(self._show(text, Qgis.MessageLevel.Warning, buttons))

    def warning(self, text: str, *buttons: Button) -> None:
        """Something to act on."""
        _LOG.warning("%s", text)
        self._show(text, Qgis.MessageLevel.Warning, buttons)

    def error(self, text: str, *buttons: Button) -> None:
        """It did not go. `text` says what to do next."""
        _LOG.error("%s", text)
        self._show(text, Qgis.MessageLevel.Critical, buttons)

    def failed(self, doing: str, error: Exception) -> None:
        """`doing` ended in `error`."""
        self._show(self.sentence(doing, error), Qgis.MessageLevel.Critical, ())

    def sentence(self, doing: str, error: Exception) -> str:
        """The store's or the project's own sentence, else where to read more.

        The text of an unforeseen error is left out of the log as well: a database quotes the row in it.
        """
        from moedested_plugin.printing.bestilling import UdskriftFejl
        from moedested_plugin.project.background import BackgroundError
        from moedested_plugin.project.byg import ProjektFejl
        from moedested_plugin.publishing.fejl import UdgivelsesFejl
        from moedested_plugin.sources.anvend import KanIkkeAnvendes
        from moedested_plugin.sources.fejl import LaeseFejl
        from moedested_plugin.sources.profil import ProfilFejl
        from moedested_plugin.store import StoreFejl

        ours = (
            StoreFejl, ProjektFejl, BackgroundError, LaeseFejl, ProfilFejl, KanIkkeAnvendes,
            UdgivelsesFejl, UdskriftFejl,
        )  # fmt: skip
        if isinstance(error, ours):
            _LOG.error("%s", error)
            return str(error)
        where = "".join(traceback.format_tb(error.__traceback__))
        _LOG.error("%s: %s\n%s", doing, type(error).__name__, where)
        text = tr("{0} lykkedes ikke. Hvor det gik galt, står i loggen på fanen Mødested.")
        return text.format(doing)

    def close(self) -> None:
        """Take every line that still stands away: its buttons lead into code that is about to go."""
        for item in self._items:
            if not sip.isdeleted(item):
                self._bar.popWidget(item)
        self._items.clear()

    def _show(
        self, text: str, level: Qgis.MessageLevel, buttons: tuple[Button, ...]
    ) -> QgsMessageBarItem:
        item = QgsMessageBar.createMessage("Mødested", text)
        for label, action in buttons:
            button = QPushButton(label, item)
            button.clicked.connect(
                lambda _=False, item=item, action=action: self._press(item, action)
            )
            item.layout().addWidget(button)
        lasting = bool(buttons) or level in {
            Qgis.MessageLevel.Warning,
            Qgis.MessageLevel.Critical,
        }
        self._items = [known for known in self._items if not sip.isdeleted(known)]
        self._items.append(item)
        self._bar.pushWidget(item, level, 0 if lasting else 8)
        return item

    def _taker(self, item: QgsMessageBarItem) -> Callable[[], None]:
        def take_back() -> None:
            if not sip.isdeleted(item):
                self._bar.popWidget(item)

        return take_back

    def _press(self, item: QgsMessageBarItem, action: Callable[[], object]) -> None:
        self._bar.popWidget(item)
        action()
