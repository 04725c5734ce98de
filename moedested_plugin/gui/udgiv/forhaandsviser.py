# SPDX-License-Identifier: GPL-2.0-or-later
"""Shows on the map what a publication will look like, or looks like, as WMS from a local server; one preview at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject

from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from qgis.core import QgsProject

    from moedested_plugin.publishing.forhaandsvisning import Forhaandsvisning
    from moedested_plugin.publishing.plan import Plan

    from .arbejde import Sted
    from .forhaandslag import Forhaandslag
    from .forhaandsserver import Forhaandsserver
    from .gang import Gang


class Forhaandsviser(QObject):
    """Owns the server and the layers: where the one goes, the other goes too. They outlive the dialog, not the project."""

    def __init__(self, project: QgsProject, gang: Gang) -> None:
        super().__init__()
        self._project, self._gang = project, gang
        self._plan: Plan | None = None
        self._server: Forhaandsserver | None = None
        self._lag: Forhaandslag | None = None
        #: Also those that are just stopping.
        self._servere: list[Forhaandsserver] = []
        #: Counts the projects: what was built for another must not be shown.
        self._nr = 0
        project.aboutToBeCleared.connect(self._projekt_lukkes)

    @property
    def server(self) -> Forhaandsserver | None:
        """The server of the preview that is on the map, or on its way."""
        return self._server

    def skift(self, sted: Sted) -> None:
        """Show the plan of the dialog, or without one what is out there; or take the preview away."""
        from .arbejde import byg_visning

        dialog = self._gang.dialog
        if dialog is None:
            return
        if dialog.skal_af_kortet:
            self.fjern()
            dialog.sig("")
            return
        plan = dialog.plan.plan
        self._gang.begynd(
            tr("Forhåndsvisningen"),
            partial(byg_visning, sted, plan),
            partial(self._bygget, self._nr, plan),
        )

    def fjern(self) -> None:
        """Take it off the map and stop the server."""
        if self._lag is not None:
            self._lag.fjern()
        self._stop()

    def _stop(self) -> None:
        self._lag = None
        server, self._server = self._server, None
        if server is not None:
            server.slut()
        self.tegn()

    def close(self) -> None:
        """For good: when this returns, no server of ours runs."""
        self._project.aboutToBeCleared.disconnect(self._projekt_lukkes)
        self._nr += 1
        self.fjern()
        for server in self._servere:
            server.wait()
        self._servere.clear()
        self.deleteLater()

    def _projekt_lukkes(self) -> None:
        self._nr += 1
        if self._lag is not None:
            self._lag.slip()
        self._stop()

    def _bygget(self, nr: int, plan: Plan | None, visning: Forhaandsvisning) -> None:
        from .forhaandsserver import Forhaandsserver

        if nr != self._nr:
            visning.fjern()
            return
        self.fjern()
        server = Forhaandsserver(visning)
        server.klar.connect(self._klar)
        server.fejlet.connect(self._fejlet)
        self._servere = [each for each in self._servere if each.isRunning()] + [server]
        self._server, self._plan = server, plan
        server.start()
        self.tegn()
        if self._gang.dialog is not None:
            self._gang.dialog.sig(tr("Den lokale QGIS Server starter …"))

    def _klar(self, server: Forhaandsserver, url: str) -> None:
        from .forhaandslag import Forhaandslag

        if server is not self._server:  # it was said before that one was stopped
            return
        self._lag = Forhaandslag(self._project, url, self.fjern)
        if self._gang.dialog is not None:
            tekst = (
                tr("Øverst i lagpanelet ligger nu kortet, som det er udgivet.")
                if self._plan is None
                else tr("Øverst i lagpanelet ligger nu kortet, som det bliver. Intet er lagt ud.")
            )
            self._gang.dialog.sig(tekst)

    def _fejlet(self, server: Forhaandsserver, grund: str) -> None:
        if server is not self._server:
            return
        self.fjern()
        self._gang.sig(grund)

    def tegn(self) -> None:
        """Tell the dialog, which may be a new one."""
        if self._gang.dialog is not None:
            self._gang.dialog.vis_paa_kortet(self._plan, vises=self._server is not None)
