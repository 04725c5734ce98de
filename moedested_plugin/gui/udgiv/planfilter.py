# SPDX-License-Identifier: GPL-2.0-or-later
"""Searches the changes of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QModelIndex, QSortFilterProxyModel, Qt

if TYPE_CHECKING:
    from moedested_plugin.publishing.aendringer import Art

    from .planmodel import Planmodel


class Planfilter(QSortFilterProxyModel):
    """Words that must all be there, and one kind or every kind."""

    def __init__(self, model: Planmodel) -> None:
        super().__init__()
        self._model = model
        self._ord: list[str] = []
        self._art: Art | None = None
        self.setSourceModel(model)
        self.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setSortLocaleAware(True)

    def saet(self, soeg: str, art: Art | None) -> None:
        """Show only these."""
        self._ord, self._art = soeg.casefold().split(), art
        self.invalidateFilter()

    def filterAcceptsRow(self, nr: int, _forael: QModelIndex) -> bool:
        """Whether the change is shown."""
        if self._art is not None and self._model.aendringer.slags(nr)[1] is not self._art:
            return False
        if not self._ord:
            return True
        tekst = self._model.soegetekst(nr)
        return all(et in tekst for et in self._ord)
