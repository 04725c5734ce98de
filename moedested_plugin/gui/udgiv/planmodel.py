# SPDX-License-Identifier: GPL-2.0-or-later
"""The changes of a plan as a table; a row may be marked as taken away for somebody's privacy."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt

from moedested_plugin.i18n import tr
from moedested_plugin.publishing.aendringer import Aendringer, Art

from .plankort import tegn
from .plantekst import arttekst, kort, lagtekst

ART, LAG, NAVN, FELTER, PRIVAT = range(5)
_ROD = QModelIndex()


class Planmodel(QAbstractTableModel):
    """One line a change."""

    def __init__(self) -> None:
        super().__init__()
        self.aendringer = Aendringer()
        self._privat: set[tuple[str, str]] = set()
        self._kort: dict[int, str] = {}

    def vis(self, aendringer: Aendringer) -> None:
        """Another plan; no mark is carried over."""
        self.beginResetModel()
        self.aendringer = aendringer
        self._privat.clear()
        self._kort.clear()
        self.endResetModel()

    @property
    def privat(self) -> Collection[tuple[str, str]]:
        """Public table and key of the rows that are marked."""
        return frozenset(self._privat)

    def felter(self, nr: int) -> str:
        """The fields in one line, made when first asked for; nothing for rows that are wholly new or gone."""
        if self.aendringer.slags(nr)[1] is not Art.AENDRET:
            return ""
        if nr not in self._kort:
            self._kort[nr] = kort(self.aendringer[nr])
        return self._kort[nr]

    def soegetekst(self, nr: int) -> str:
        """All that can be searched."""
        tabel, art, noegle = self.aendringer.slags(nr)
        dele = (arttekst(art), lagtekst(tabel), self.aendringer.navn(nr), self.felter(nr), noegle)
        return " ".join(dele).casefold()

    def rowCount(self, forael: QModelIndex = _ROD) -> int:
        """The changes."""
        return 0 if forael.isValid() else len(self.aendringer)

    def columnCount(self, forael: QModelIndex = _ROD) -> int:
        """Kind, layer, name, fields, mark."""
        return 0 if forael.isValid() else PRIVAT + 1

    def headerData(
        self, spalte: int, retning: Qt.Orientation, rolle: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own
        """Titles."""
        if retning != Qt.Orientation.Horizontal:
            return None
        if rolle == Qt.ItemDataRole.DisplayRole:
            return (tr("Art"), tr("Lag"), tr("Navn"), tr("Ændring"), tr("Privat"))[spalte]
        if rolle == Qt.ItemDataRole.ToolTipRole and spalte == PRIVAT:
            return _hjaelp()
        return None

    def data(self, indeks: QModelIndex, rolle: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        """What is seen."""
        nr, spalte = indeks.row(), indeks.column()
        tabel, art, noegle = self.aendringer.slags(nr)
        if rolle == Qt.ItemDataRole.DisplayRole:
            return self._tekst(nr, spalte)
        if rolle == Qt.ItemDataRole.DecorationRole and spalte == ART:
            return tegn(art)
        if rolle == Qt.ItemDataRole.ToolTipRole:
            return _hjaelp() if spalte == PRIVAT else self._tekst(nr, spalte) or None
        if rolle == Qt.ItemDataRole.CheckStateRole and spalte == PRIVAT and _kan_vaere_privat(art):
            valgt = (tabel, noegle) in self._privat
            return Qt.CheckState.Checked if valgt else Qt.CheckState.Unchecked
        if rolle == Qt.ItemDataRole.AccessibleTextRole and spalte == PRIVAT:
            return tr("Fjernet af hensyn til privatliv")
        return None

    def _tekst(self, nr: int, spalte: int) -> str:
        tabel, art, _ = self.aendringer.slags(nr)
        if spalte == ART:
            return arttekst(art)
        if spalte == LAG:
            return lagtekst(tabel)
        if spalte == NAVN:
            return self.aendringer.navn(nr)
        return self.felter(nr) if spalte == FELTER else ""

    def flags(self, indeks: QModelIndex) -> Any:  # noqa: ANN401 - the stubs say int
        """The mark can be set where something of the old version goes away."""
        flag = super().flags(indeks)
        if indeks.column() == PRIVAT and _kan_vaere_privat(self.aendringer.slags(indeks.row())[1]):
            return flag | Qt.ItemFlag.ItemIsUserCheckable
        return flag

    def setData(self, indeks: QModelIndex, vaerdi: Any, rolle: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401 - Qt's own  # fmt: skip
        """Set or take away the mark."""
        if rolle != Qt.ItemDataRole.CheckStateRole or indeks.column() != PRIVAT:
            return False
        tabel, art, noegle = self.aendringer.slags(indeks.row())
        if not _kan_vaere_privat(art):
            return False
        raekke = (tabel, noegle)
        if Qt.CheckState(vaerdi) == Qt.CheckState.Checked:
            self._privat.add(raekke)
        else:
            self._privat.discard(raekke)
        self.dataChanged.emit(indeks, indeks)
        return True


def _kan_vaere_privat(art: Art) -> bool:
    return art is not Art.TILFOEJET


def _hjaelp() -> str:
    return tr(
        "Fjernet af hensyn til privatliv: den gamle række vises aldrig mere, heller ikke ved at gå tilbage."
    )
