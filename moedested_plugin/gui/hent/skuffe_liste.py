# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of the preview: a page at a time, a mark per row, the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication, QKeyEvent, QPalette
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from moedested_plugin.domain.farve import ROED
from moedested_plugin.gui.widgets import readable
from moedested_plugin.i18n import tr
from moedested_plugin.sources.planliste import Linje, Planliste, linjer
from moedested_plugin.sources.plansvar import Svar, muligheder, svar_af

from .skuffe_tekst import hvad, svar_tekst, type_tekst

if TYPE_CHECKING:
    from moedested_plugin.gui.vaerdi_tekst import VaerdiTekst
    from moedested_plugin.sources.plan import Art, Plan

SIDE = 200
_LAVEST = 70
_NAVN, _HVAD, _TYPE = range(3)
_MAERKE: dict[Svar | None, Qt.CheckState] = {
    "ja": Qt.CheckState.Checked, "ny": Qt.CheckState.Checked, None: Qt.CheckState.Checked,
    "nej": Qt.CheckState.Unchecked, "senere": Qt.CheckState.PartiallyChecked,
}  # fmt: skip
_Rolle = Qt.ItemDataRole


class Planmodel(QAbstractTableModel):
    """The rows of a plan that were looked at so far."""

    #: Row numbers of the plan, and the answer that was given by the mark.
    svaret = pyqtSignal(list, str)

    def __init__(self, plan: Plan, tekst: VaerdiTekst) -> None:
        super().__init__()
        self._plan, self._vaerdier = plan, tekst
        self._liste = Planliste(plan, [])
        self._linjer: list[Linje] = []
        self._blandet = True
        #: While a task has the plan, nothing more is read.
        self.laast = False
        #: The plan is carried out: no answer is taken any more.
        self.afgjort = False

    def vis(self, arter: Sequence[Art], soeg: str) -> None:
        """These kinds, with these words."""
        self.beginResetModel()
        self._liste = Planliste(self._plan, arter, soeg)
        self._linjer = self._liste.side(SIDE)
        self._blandet = len(arter) > 1
        self.endResetModel()

    def linje(self, indeks: QModelIndex) -> Linje:
        """The row that stands there."""
        return self._linjer[indeks.row()]

    def genlaes(self, raekker: Sequence[int]) -> None:
        """Show the answers that these rows have now."""
        nye = linjer(self._plan, [self._linjer[raekke].nr for raekke in raekker])
        for raekke, linje in zip(raekker, nye):
            self._linjer[raekke] = linje
            self.dataChanged.emit(self.index(raekke, 0), self.index(raekke, _TYPE))

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """So many are read."""
        return 0 if parent.isValid() else len(self._linjer)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Name, what, type."""
        return 0 if parent.isValid() else 3

    def canFetchMore(self, parent: QModelIndex) -> bool:
        """Whether there may be more."""
        return not parent.isValid() and not self.laast and not self._liste.slut

    def fetchMore(self, parent: QModelIndex) -> None:
        """Read the next page."""
        if not self.canFetchMore(parent):
            return
        nye = self._liste.side(SIDE)
        if nye:
            foer = len(self._linjer)
            self.beginInsertRows(QModelIndex(), foer, foer + len(nye) - 1)
            self._linjer += nye
            self.endInsertRows()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Rolle.DisplayRole
    ) -> Any:  # noqa: ANN401 - what a view asks for
        """Titles of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == _Rolle.DisplayRole:
            return (tr("Navn"), tr("Hvad"), tr("Type"))[section]
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:  # type: ignore[override]  # the stubs know Qt 5's name
        """What can come in has a mark."""
        flag = super().flags(index)
        if index.isValid() and index.column() == _NAVN and muligheder(self.linje(index).art):
            flag |= Qt.ItemFlag.ItemIsUserCheckable
        return flag

    def data(self, index: QModelIndex, role: int = _Rolle.DisplayRole) -> Any:  # noqa: ANN401 - what a view asks for
        """What the view shows."""
        if not index.isValid():
            return None
        linje = self.linje(index)
        if role == _Rolle.DisplayRole:
            return self._tekst(linje, index.column())
        if role == _Rolle.CheckStateRole and index.column() == _NAVN and muligheder(linje.art):
            return _maerke(linje)
        if role == _Rolle.ToolTipRole:
            return self._hjaelp(linje, index.column())
        if role == _Rolle.ForegroundRole and index.column() == _HVAD and linje.art == "konflikt":
            aaben = _maerke(linje) == Qt.CheckState.PartiallyChecked
            return readable(ROED, QGuiApplication.palette()) if aaben else None
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = _Rolle.EditRole) -> bool:  # noqa: ANN401 - what a view sends
        """A mark was set or taken away."""
        if role != _Rolle.CheckStateRole or self.laast or self.afgjort:
            return False
        ja = Qt.CheckState(value) == Qt.CheckState.Checked
        self.svaret.emit([index.row()], "ja" if ja else "nej")
        return True

    def _tekst(self, linje: Linje, spalte: int) -> str:
        if spalte == _NAVN:
            return linje.navn or self._type(linje) or tr("Uden navn")
        if spalte == _TYPE:
            return self._type(linje)
        return hvad(linje, self._plan.profil.beskrevet, med_art=self._blandet)

    def _type(self, linje: Linje) -> str:
        return type_tekst(self._vaerdier, self._plan.profil, linje.type)

    def _hjaelp(self, linje: Linje, spalte: int) -> str:
        tekst = self._tekst(linje, spalte)
        if not muligheder(linje.art):
            return tekst
        netvaerk = self._plan.profil.er_netvaerk
        svar = svar_af(linje)
        valgt = (
            svar_tekst(svar, linje.art, netvaerk=netvaerk) if svar else tr("Afgjort felt for felt")
        )
        return f"{tekst}\n→ {valgt}"


def _maerke(linje: Linje) -> Qt.CheckState:
    return _MAERKE[svar_af(linje)]


class Liste(QTreeView):
    """Arrows move, space answers the chosen rows."""

    #: The rows of the model that are chosen.
    valgt = pyqtSignal(list)

    def __init__(self, model: Planmodel) -> None:
        super().__init__()
        self.setObjectName("raekker")
        self.setAccessibleName(tr("Rækker i importen"))
        self.setModel(model)
        self._model = model
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMinimumHeight(_LAVEST)
        hoved = self.header()
        hoved.setStretchLastSection(False)
        hoved.setSectionResizeMode(_NAVN, QHeaderView.ResizeMode.Interactive)
        hoved.setSectionResizeMode(_HVAD, QHeaderView.ResizeMode.Stretch)
        hoved.resizeSection(_NAVN, 150)
        hoved.resizeSection(_TYPE, 75)
        lys = self.palette()
        for rolle in (QPalette.ColorRole.Highlight, QPalette.ColorRole.HighlightedText):
            lys.setColor(
                QPalette.ColorGroup.Inactive, rolle, lys.color(QPalette.ColorGroup.Active, rolle)
            )
        self.setPalette(lys)
        self.selectionModel().selectionChanged.connect(lambda *_: self._meld())
        model.modelReset.connect(self.vaelg_foerste)

    def raekker(self) -> list[int]:
        """The chosen rows of the model, in order."""
        return sorted(indeks.row() for indeks in self.selectionModel().selectedRows())

    def vaelg_foerste(self) -> None:
        """Choose the first row, if there is any."""
        if self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))
        else:
            self._meld()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space answers yes, or no where it was yes; all else is Qt's."""
        raekker = self.raekker()
        if event.key() != Qt.Key.Key_Space or not raekker:
            super().keyPressEvent(event)
            return
        if self._model.laast or self._model.afgjort:
            return
        foerste = self._model.index(raekker[0], _NAVN)
        ja = self._model.data(foerste, _Rolle.CheckStateRole) == Qt.CheckState.Checked
        svar: Svar = "nej" if ja else "ja"
        self._model.svaret.emit(raekker, svar)

    def _meld(self) -> None:
        self.valgt.emit(self.raekker())
