# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts the plugin into QGIS and takes it out again, in reverse order. No rules live here."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from . import i18n, log
from .i18n import tr
from .paths import resource
from .settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.gui import QgisInterface

    from .gui.shell import Shell


class Plugin:
    """What QGIS starts and stops."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self._undo = ExitStack()
        self.shell: Shell | None = None

    def initProcessing(self) -> None:
        """Offer the algorithms; `qgis_process` calls only this."""
        from .processing.provider import MoedestedProvider

        provider = MoedestedProvider()
        QgsApplication.processingRegistry().addProvider(provider)
        self._undo.callback(QgsApplication.processingRegistry().removeProvider, provider)

    def initGui(self) -> None:
        """Add everything. When a part fails, what was added before it goes away again."""
        with ExitStack() as undo:
            self._undo = undo
            undo.callback(log.remove, log.install())
            undo.callback(i18n.remove, i18n.install())
            settings = Settings()
            undo.callback(settings.close)
            self.initProcessing()
            self._add_actions(self._add_shell(settings))
            self._undo = undo.pop_all()

    def unload(self) -> None:
        """Take everything away."""
        self._undo.close()

    def _add_shell(self, settings: Settings) -> Shell:
        from .gui.shell import Shell

        iface = self._iface
        self.shell = shell = Shell(iface, settings)
        self._undo.callback(shell.close)
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, shell.panel)
        self._undo.callback(iface.removeDockWidget, shell.panel)
        iface.mainWindow().restoreDockWidget(shell.panel)
        shell.panel.setVisible(settings.panel_aabent.value())
        iface.registerOptionsWidgetFactory(shell.options_factory)
        self._undo.callback(iface.unregisterOptionsWidgetFactory, shell.options_factory)
        iface.registerLocatorFilter(shell.locator_filter)
        self._undo.callback(iface.deregisterLocatorFilter, shell.locator_filter)
        return shell

    def _add_actions(self, shell: Shell) -> None:
        from .gui.tegn.linje import titel as tegnetitel

        iface = self._iface
        main = iface.mainWindow()
        toolbar = iface.addToolBar("Mødested")
        toolbar.setObjectName("MoedestedToolbar")
        self._undo.callback(toolbar.deleteLater)
        self._undo.callback(main.removeToolBar, toolbar)
        self._undo.callback(shell.remember)
        panel = self._action(tr("Panelet Mødesteder"), "panel.svg", None, "F8")
        panel.setCheckable(True)
        shell.panel.setToggleVisibilityAction(panel)
        new = self._action(tr("Nyt projekt …"), "moedested.svg", shell.new_project, "Ctrl+F8")
        fetch = self._action(tr("Hent data …"), "data.svg", shell.fetch, "Alt+F8")
        checks = self._action(tr("Kontrol …"), "kontrol.svg", shell.checks.vis, "Ctrl+Shift+F8")
        publish = self._action(tr("Udgiv …"), "udgiv.svg", shell.publishing.vis, "Ctrl+Alt+F8")
        print_ = self._action(
            tr("Udskriv …"), "udskriv.svg", shell.printing.vis, "Ctrl+Alt+Shift+F8"
        )
        enclosure = self._action(tr("Kortbilag"), "kortbilag.svg", shell.printing.kortbilag)
        options = self._action(tr("Indstillinger …"), "indstillinger.svg", shell.show_options)
        help_ = self._action(tr("Hjælp"), "hjaelp.svg", shell.show_help, "Shift+F8")
        log_ = self._action(tr("Log"), "", shell.show_log)
        about = self._action(tr("Om Mødested …"), "moedested.svg", shell.show_about)
        for action in (panel, new, fetch, checks, publish, print_, enclosure, help_):
            toolbar.addAction(action)
        drawing = iface.addToolBar(tegnetitel())
        drawing.setObjectName("MoedestedTegnToolbar")
        self._undo.callback(drawing.deleteLater)
        self._undo.callback(main.removeToolBar, drawing)
        shell.drawing.fyld(drawing)
        # A menu of our own: the one of `addPluginToMenu` leaves a separator behind each time.
        menu = iface.pluginMenu().addMenu("Mødested")
        self._undo.callback(menu.deleteLater)
        menu.addActions(
            [
                new,
                panel,
                fetch,
                checks,
                publish,
                print_,
                enclosure,
                *shell.ud.handlinger,
                options,
                help_,
                log_,
                about,
            ]
        )
        iface.pluginHelpMenu().addAction(help_)
        self._undo.callback(iface.pluginHelpMenu().removeAction, help_)

    def _action(
        self, text: str, icon: str, do: Callable[[bool], None] | None, shortcut: str = ""
    ) -> QAction:
        action = QAction(text, self._iface.mainWindow())
        if icon:
            action.setIcon(QIcon(str(resource("icons", icon))))
        if do is not None:
            action.triggered.connect(do)
        self._undo.callback(action.deleteLater)
        if shortcut:
            self._iface.registerMainWindowAction(action, shortcut)
            self._undo.callback(self._iface.unregisterMainWindowAction, action)
        return action
