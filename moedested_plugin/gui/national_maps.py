# SPDX-License-Identifier: GPL-2.0-or-later
"""Switches the national maps on, with the key that the user has given in the options."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsRasterLayer
from qgis.PyQt.QtWidgets import QMenu

from moedested_plugin.i18n import tr
from moedested_plugin.project.background_services import (
    Service,
    kept_key,
    national_services,
    send_keys_in_address,
    service_layer,
    stop_sending,
)

from .tasks import FunctionTask

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from .current_project import CurrentProject
    from .messages import Messages
    from .tasks import Tasks


class NationalMaps:
    """Fills the menu of maps, and adds the one that is chosen to the project."""

    def __init__(
        self,
        current: CurrentProject,
        tasks: Tasks,
        messages: Messages,
        show_options: Callable[[], None],
    ) -> None:
        self._current, self._tasks, self._messages = current, tasks, messages
        self._show_options = show_options
        self._sending = send_keys_in_address(national_services())

    def close(self) -> None:
        """Send no more keys."""
        stop_sending(self._sending)

    def fill(self, menu: QMenu) -> None:
        """Offer the maps whose key is known, and where to write the others."""
        menu.clear()
        for service in national_services():
            if kept_key(service.provider) is not None:
                text = tr("{0} ({1})").format(service.navn, service.provider.navn)
                menu.addAction(text).triggered.connect(partial(self._chosen, service))
        menu.addAction(tr("Skriv din nøgle (den er gratis) …")).triggered.connect(
            lambda _checked: self._show_options()
        )

    def _chosen(self, service: Service, _checked: bool = False) -> None:
        # Asked for here: QGIS cannot ask for its master password from a task.
        if QgsApplication.authManager().setMasterPassword(True):
            self.add(service)

    def add(self, service: Service) -> None:
        """Ask the service for its map, in a task, and add it."""
        self._tasks.start(
            FunctionTask(
                tr("Henter {0}").format(service.navn),
                partial(_layer, service),
                partial(self._answered, service),
                partial(self._messages.failed, service.navn),
            )
        )

    def _answered(self, service: Service, layer: QgsRasterLayer | None) -> None:
        if layer is None or not layer.isValid():
            text = tr("{0} svarer ikke. Se efter, om der er netværk, og om nøglen er rigtig.")
            self._messages.warning(
                text.format(service.provider.navn), (tr("Indstillinger …"), self._show_options)
            )
            return
        from moedested_plugin.project.lag import Gruppe

        project = self._current.project
        project.addMapLayer(layer, False)
        root = project.layerTreeRoot()
        groups = [each for each in root.findGroups() if each.name() == Gruppe.BAGGRUND.value]
        (groups or [root])[0].addLayer(layer)


def _layer(service: Service, _feedback: QgsFeedback) -> QgsRasterLayer | None:
    layer = service_layer(service)
    if layer is not None:
        layer.moveToThread(QgsApplication.instance().thread())
    return layer
