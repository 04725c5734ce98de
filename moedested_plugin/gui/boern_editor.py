# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows edited inside a form: QGIS's own editor of them, made when its tab is first shown.

QGIS makes an attribute table and a form for each of them as the form opens, though nobody sees them before a click on
their tab. Without the plugin QGIS does not know this editor, and takes its own.
"""

from __future__ import annotations

from typing import Any

from qgis.core import QgsFeature, QgsRelation
from qgis.gui import (
    QgsAbstractRelationEditorConfigWidget,
    QgsAbstractRelationEditorWidget,
    QgsAbstractRelationEditorWidgetFactory,
    QgsGui,
    QgsRelationEditorWidget,
)
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from moedested_plugin.i18n import tr
from moedested_plugin.project.formularer import BOERN_EDITOR


class BoernEditor(QgsAbstractRelationEditorWidget):
    """An empty place until it is shown."""

    def __init__(self, config: dict[str, Any], parent: QWidget | None) -> None:
        super().__init__(config, parent)
        self._config = config
        self._editor: QgsRelationEditorWidget | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)

    def config(self) -> dict[str, Any]:
        """Give what QGIS's own editor is set up with."""
        return self._config

    def setConfig(self, config: dict[str, Any]) -> None:  # noqa: N802 - QGIS calls it
        """Set up QGIS's own editor."""
        self._config = config
        if self._editor is not None:
            self._editor.setConfig(config)

    def beforeSetRelationFeature(self, relation: QgsRelation, feature: QgsFeature) -> None:  # noqa: N802
        """Nothing is made yet that would have to let go."""

    def afterSetRelationFeature(self) -> None:  # noqa: N802 - QGIS calls it
        """Another relation; the row is told by `updateUi`."""
        self._foelg_relationen()

    def beforeSetRelations(self, relation: QgsRelation, nm: QgsRelation) -> None:  # noqa: N802
        """Nothing is made yet that would have to let go."""

    def afterSetRelations(self) -> None:  # noqa: N802 - QGIS calls it
        """Another relation."""
        self._foelg_relationen()

    def updateUi(self) -> None:  # noqa: N802 - QGIS calls it
        """Another row."""
        self._foelg_raekken()

    def parentFormValueChanged(self, attribute: str, value: object) -> None:  # noqa: N802
        """A field of the row that the children belong to was changed."""
        if self._editor is not None:
            self._editor.parentFormValueChanged(attribute, value)

    def showEvent(self, haendelse: QShowEvent) -> None:
        """The first time: now there is somebody to see it."""
        super().showEvent(haendelse)
        if self._editor is None:
            self._editor = QgsRelationEditorWidget(self._config, self)
            self._editor.setConfig(self._config)
            self._editor.relatedFeaturesChanged.connect(self.relatedFeaturesChanged)
            self.layout().addWidget(self._editor)
            self._foelg_relationen()
            self._foelg_raekken()

    def _foelg_relationen(self) -> None:
        if self._editor is not None:
            self._editor.setEditorContext(self.editorContext())
            self._editor.setForceSuppressFormPopup(self.forceSuppressFormPopup())
            self._editor.setRelations(self.relation(), self.nmRelation())

    def _foelg_raekken(self) -> None:
        if self._editor is None:
            return
        if self.multiEditModeActive():
            self._editor.setMultiEditFeatureIds({feature.id() for feature in self.features()})
        else:
            self._editor.setFeature(self.feature(), True)


class BoernFabrik(QgsAbstractRelationEditorWidgetFactory):
    """Makes the editors."""

    def type(self) -> str:
        """The name that the project knows it by."""
        return BOERN_EDITOR

    def name(self) -> str:
        """What QGIS's list of such editors shows."""
        return tr("Rækker i formularen")

    def create(self, config: dict[str, Any], parent: QWidget | None = None) -> BoernEditor:
        """Make one."""
        return BoernEditor(config, parent)

    def configWidget(  # noqa: N802 - QGIS calls it
        self, relation: QgsRelation, parent: QWidget
    ) -> QgsAbstractRelationEditorConfigWidget:
        """As QGIS's own."""
        fabrikker = QgsGui.relationWidgetRegistry()
        return fabrikker.createConfigWidget("relation_editor", relation, parent)


def tilmeld() -> None:
    """Let QGIS make our editor in the forms that name it."""
    QgsGui.relationWidgetRegistry().addRelationWidget(BoernFabrik())


def frameld() -> None:
    """Forms opened from now on get QGIS's own again."""
    QgsGui.relationWidgetRegistry().removeRelationWidget(BOERN_EDITOR)
