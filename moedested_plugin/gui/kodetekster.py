# SPDX-License-Identifier: GPL-2.0-or-later
"""Names and labels in the open project hold the texts of codes; they follow when the municipality changes its lists."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from moedested_plugin.project.aabent import rolle_af

from .forbindelser import Forbindelser

if TYPE_CHECKING:
    from .current_project import CurrentProject


class KodeteksterFoelger(QObject):
    """Renews them when a project is opened, and when its layer of code lists is saved.

    Also in a project from before they held texts, which QGIS could fall over (`project.kodetekst`).
    """

    def __init__(self, current: CurrentProject) -> None:
        super().__init__()
        self._current = current
        self._lister = Forbindelser()
        current.replaced.connect(self._foelg)
        self._foelg()

    def close(self) -> None:
        """Let go of the project."""
        self._current.replaced.disconnect(self._foelg)
        self._lister.slip()
        self.deleteLater()

    def _foelg(self) -> None:
        self._lister.slip()
        lister = self._current.layer("kodeliste")
        if lister is not None:
            self._lister.lyt(lister, lister.afterCommitChanges, partial(self._forny, lister))
            self._forny(lister)

    def _forny(self, lister: QgsVectorLayer) -> None:
        from moedested_plugin.project.kodetekst import FELTER, forny_kodetekster, kodetekster_af
        from moedested_plugin.project.lag import LAG_AF_ROLLE

        oensket = QgsFeatureRequest().setSubsetOfAttributes(FELTER, lister.fields())
        koder = kodetekster_af(lister.getFeatures(oensket))
        if not koder:
            return  # the database does not answer: better the texts of yesterday
        snavset = self._current.project.isDirty()
        for layer in self._current.layers():
            lag = LAG_AF_ROLLE.get(rolle_af(layer))
            if lag is not None:
                forny_kodetekster(layer, lag.tabel, koder)
        self._current.project.setDirty(snavset)
