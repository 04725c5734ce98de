# SPDX-License-Identifier: GPL-2.0-or-later
"""Remembers what is open and chosen in the tree of findings while it is drawn anew."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, QModelIndex
from qgis.PyQt.QtWidgets import QTreeView

from .fundmodel import SIDEN, FundModel

#: More checks than that are not opened by themselves.
_AABNES = 8
#: Stands among the findings of a check for the check itself.
_HELE = ""

Regel = tuple[str, str]
#: Check → its findings that are chosen.
Valgte = dict[Regel, set[str]]


class Husk:
    """Belongs to one tree."""

    def __init__(self, trae: QTreeView, model: FundModel) -> None:
        self._trae, self._model = trae, model
        self._aabnede: dict[tuple[str, ...], bool] = {}
        trae.expanded.connect(lambda index: self._husk(index, aaben=True))
        trae.collapsed.connect(lambda index: self._husk(index, aaben=False))

    def _noegle(self, index: QModelIndex) -> tuple[str, ...]:
        linje, gren = self._model.linje(index), self._model.gren(index)
        return (
            linje.noegle if linje is not None else (gren.alvor.value if gren is not None else "",)
        )

    def _husk(self, index: QModelIndex, *, aaben: bool) -> None:
        self._aabnede[self._noegle(index)] = aaben

    def fold_ud(self) -> None:
        """Open the severities, and the checks where there are few; what the user has folded stays so."""
        self._trae.blockSignals(True)
        mange = sum(
            self._model.rowCount(self._model.index(n, 0)) for n in range(self._model.rowCount())
        )
        for nr in range(self._model.rowCount()):
            gren = self._model.index(nr, 0)
            self._trae.setExpanded(gren, self._aabnede.get(self._noegle(gren), True))
            for raekke in range(self._model.rowCount(gren)):
                index = self._model.index(raekke, 0, gren)
                linje = self._model.linje(index)
                selv = linje is not None and not linje.foldet and mange <= _AABNES
                self._trae.setExpanded(index, self._aabnede.get(self._noegle(index), selv))
        self._trae.blockSignals(False)

    def fold_alt(self, *, aaben: bool) -> None:
        """Open or close every check."""
        for nr in range(self._model.rowCount()):
            gren = self._model.index(nr, 0)
            for raekke in range(self._model.rowCount(gren)):
                self._trae.setExpanded(self._model.index(raekke, 0, gren), aaben)

    def valgte(
        self,
    ) -> tuple[Valgte, tuple[Regel, int, int] | None]:
        """The chosen checks and findings, and where the cursor stood."""
        valgte: Valgte = {}
        for led in self._trae.selectionModel().selection():
            foraelder = led.parent()
            linje, gren = self._model.linje(foraelder), self._model.gren(foraelder)
            if linje is not None:
                fundne = linje.poster[led.top() : led.bottom() + 1]
                valgte.setdefault(linje.noegle, set()).update(post.fund_id for post in fundne)
            elif gren is not None:
                for en in gren.linjer[led.top() : led.bottom() + 1]:
                    valgte.setdefault(en.noegle, set()).add(_HELE)
        nu = self._trae.currentIndex()
        linje = self._model.linje(nu)
        if linje is None:
            return valgte, None
        er_fund = self._model.post(nu) is not None
        return valgte, (linje.noegle, self._model.nummer(linje.noegle), nu.row() if er_fund else -1)

    def vaelg_igen(
        self,
        valgte: Valgte,
        kom_fra: tuple[Regel, int, int] | None,
    ) -> None:
        """Choose the same again; where the finding has gone, the next one, so that the keys go on working."""
        pladser = [led for regel, ider in valgte.items() for led in self._pladser(regel, ider)]
        if not pladser and kom_fra is not None:
            noegle, nummer, raekke = kom_fra
            regel = self._model.plads(noegle)
            if regel.isValid() and raekke >= 0:
                regel = self._model.index(min(raekke, self._model.rowCount(regel) - 1), 0, regel)
            elif not regel.isValid():
                regel = self._model.plads_nr(nummer)
            pladser = [(regel, regel)] if regel.isValid() else []
        valg = self._trae.selectionModel()
        udvalg = QItemSelection()
        for foerste, sidste in pladser:
            udvalg.select(foerste, sidste.siblingAtColumn(SIDEN))
        valg.select(udvalg, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if pladser:
            valg.setCurrentIndex(pladser[0][0], QItemSelectionModel.SelectionFlag.NoUpdate)
            self._trae.scrollTo(pladser[0][0])

    def _pladser(self, regel: Regel, ider: set[str]) -> Iterator[tuple[QModelIndex, QModelIndex]]:
        """The places of a check and of its findings, those in a row together: first and last."""
        linje = self._model.plads(regel)
        if not linje.isValid():
            return
        if _HELE in ider:
            yield linje, linje
        poster = self._model.poster(linje)
        numre = [nr for nr, post in enumerate(poster) if post.fund_id in ider]
        for _, led in groupby(enumerate(numre), lambda par: par[1] - par[0]):
            raekke = [nr for _, nr in led]
            yield tuple(self._model.index(nr, 0, linje) for nr in (raekke[0], raekke[-1]))  # type: ignore[misc]
