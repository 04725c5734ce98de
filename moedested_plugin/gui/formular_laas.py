# SPDX-License-Identifier: GPL-2.0-or-later
"""Greys in a form what another authority owns; the store refuses it in any case, also without the plugin.

An editable-expression on every field would do the same, but QGIS then needs half as long again to open the form.
"""

from __future__ import annotations

from typing import cast

from qgis.core import QgsExpressionContextUtils, QgsProject
from qgis.gui import QgsAttributeForm, QgsEditorWidgetWrapper
from qgis.PyQt.QtCore import Qt

from moedested_plugin.domain.ejerskab import EJER, ejerens_felter
from moedested_plugin.domain.felt import Tabel
from moedested_plugin.project.raekke import er_null


class Laas:
    """The lock on one form; it follows the form from row to row."""

    def __init__(self, form: QgsAttributeForm, tabel: Tabel, project: QgsProject) -> None:
        self._form = form
        self._felter = frozenset(ejerens_felter(tabel))
        self._project = project
        self._lukket = False

    def opdater(self, redigeres: bool) -> None:
        """Lock or open for the row in the form; QGIS opens its fields by itself whenever it sets row or mode."""
        if redigeres and self._andres():
            self._lukket = True
            self._saet(lukket=True)
        else:
            self.slip(redigeres)

    def slip(self, redigeres: bool) -> None:
        """Open what the lock has closed, as far as QGIS lets the fields be edited."""
        if self._lukket and redigeres:
            self._saet(lukket=False)
        self._lukket = False

    def _andres(self) -> bool:
        """Whether the row as saved is somebody else's: in the form itself one may be choosing another owner."""
        feature = self._form.feature()
        if not self._felter or feature.id() <= 0:
            return False
        ejer = feature.attribute(EJER)
        egen = QgsExpressionContextUtils.projectScope(self._project).variable("cvr")
        return not er_null(ejer) and not er_null(egen) and int(ejer) != int(egen)

    def _saet(self, *, lukket: bool) -> None:
        skema = self._form.layer().editFormConfig()
        felter = self._form.findChildren(
            QgsEditorWidgetWrapper, options=Qt.FindChildOption.FindDirectChildrenOnly
        )
        for felt in cast("list[QgsEditorWidgetWrapper]", felter):
            if felt.field().name() in self._felter:
                felt.setEnabled(not lukket and not skema.readOnly(felt.fieldIdx()))
