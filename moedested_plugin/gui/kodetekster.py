# SPDX-License-Identifier: GPL-2.0-or-later
"""Names and labels in the open project hold the texts of codes; they follow when the municipality changes its lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

if TYPE_CHECKING:
    from .current_project import CurrentProject


class KodeteksterFoelger(QObject):
    """Renews them when a project is opened, and when its layer of code lists is saved.

    Also in a project from before they held texts, which QGIS could fall over (`project.kodetekst`).
    """

    def __init__(self, current: CurrentProject) -> None:
        super().__init__()
        self._current = current
        self._lister: QgsVectorLayer | None = None
        current.replaced.connect(self._foelg)
        self._foelg()

    def close(self) -> None:
        """Let go of the project."""
        self._current.replaced.disconnect(self._foelg)
        self._slip()
        self.deleteLater()

    def _slip(self) -> None:
        if self._lister is not None and not sip.isdeleted(self._lister):
            self._lister.afterCommitChanges.disconnect(self._forny)
        self._lister = None

    def _foelg(self) -> None:
        self._slip()
        self._lister = self._current.layer("kodeliste")
        if self._lister is not None:
            self._lister.afterCommitChanges.connect(self._forny)
        self._forny()

    def _forny(self) -> None:
        if self._lister is None:
            return  # before the imports: QGIS is starting, and no project of ours is open
        from moedested_plugin.project.aabent import rolle_af
        from moedested_plugin.project.kodetekst import forny_kodetekster
        from moedested_plugin.project.lag import LAG_AF_ROLLE

        oensket = QgsFeatureRequest()
        oensket.setSubsetOfAttributes(["liste", "kode", "navn"], self._lister.fields())
        koder: dict[str, dict[int, str]] = {}
        for kode in self._lister.getFeatures(oensket):
            if isinstance(kode["kode"], int):
                koder.setdefault(str(kode["liste"]), {})[kode["kode"]] = str(kode["navn"])
        if not koder:
            return  # the database does not answer: better the texts of yesterday
        snavset = self._current.project.isDirty()
        for layer in self._current.layers():
            lag = LAG_AF_ROLLE.get(rolle_af(layer))
            if lag is not None:
                forny_kodetekster(layer, lag.tabel, koder)
        self._current.project.setDirty(snavset)
