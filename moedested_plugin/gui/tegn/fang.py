# SPDX-License-Identifier: GPL-2.0-or-later
"""Snapping (fang) and tracing as a template wants them, and the user's own again afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from qgis.core import Qgis, QgsSnappingConfig
from qgis.gui import QgsMapCanvasTracer

if TYPE_CHECKING:
    from qgis.core import QgsProject
    from qgis.gui import QgsMapCanvas
    from qgis.PyQt.QtWidgets import QAction
    from qgis.PyQt.QtXml import QDomDocument

#: As near as a hand holds a mouse (px).
TOLERANCE = 12.0


class Fang:
    """Switched on with a tool, and off with it."""

    def __init__(self, project: QgsProject, canvas: QgsMapCanvas) -> None:
        self._project, self._canvas = project, canvas
        self._foer: QgsSnappingConfig | None = None
        self._i_gang = self._fulgte = False

    def begynd(self, *, linje: bool) -> None:
        """A line snaps to what is there and follows it. A point lies where it is put: snapped, it would lie on another."""
        self.slut()
        self._i_gang = True
        self._foer = QgsSnappingConfig(self._project.snappingConfig())
        self._project.cleared.connect(self._andet_projekt)
        self._project.writeProject.connect(self._projektet_gemmes)
        ny = QgsSnappingConfig(self._foer)
        ny.setEnabled(linje)
        ny.setMode(Qgis.SnappingMode.AllLayers)
        ny.setTypeFlag(
            Qgis.SnappingType.Vertex | Qgis.SnappingType.Segment  # type: ignore[arg-type]  # the stubs say int
        )
        ny.setTolerance(TOLERANCE)
        ny.setUnits(Qgis.MapToolUnit.Pixels)
        self._saet(ny)
        foelg = self._foelger()
        if foelg is not None:
            self._fulgte = foelg.isChecked()
            foelg.setChecked(linje)

    def slut(self) -> None:
        """As it was."""
        if not self._i_gang:
            return
        self._i_gang = False
        self._project.cleared.disconnect(self._andet_projekt)
        self._project.writeProject.disconnect(self._projektet_gemmes)
        if self._foer is not None:
            self._saet(self._foer)
        self._foer = None
        foelg = self._foelger()
        if foelg is not None:
            foelg.setChecked(self._fulgte)

    def _andet_projekt(self) -> None:
        """Another project has snapping of its own."""
        self._foer = None

    def _projektet_gemmes(self, dokument: QDomDocument) -> None:
        """What a tool wants for a while is not what the project wants."""
        if self._foer is None:
            return
        rod = dokument.documentElement()
        vores = rod.firstChildElement("snapping-settings")
        if not vores.isNull():
            rod.removeChild(vores)
        self._foer.writeProject(dokument)

    def _saet(self, opsaetning: QgsSnappingConfig) -> None:
        # Setting it marks the project as changed; a tool that comes and goes changes nothing.
        uroert = not self._project.isDirty()
        self._project.setSnappingConfig(opsaetning)
        if uroert:
            self._project.setDirty(False)

    def _foelger(self) -> QAction | None:
        """The button of QGIS that switches tracing; a canvas of another program has none."""
        sporer = cast("QgsMapCanvasTracer | None", QgsMapCanvasTracer.tracerForCanvas(self._canvas))
        return sporer.actionEnableTracing() if sporer is not None else None
