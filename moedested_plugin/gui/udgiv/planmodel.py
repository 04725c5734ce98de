# SPDX-License-Identifier: GPL-2.0-or-later
"""The changes of a plan as a table; a row may be marked as taken away for somebody's privacy."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt

from moedested_plugin.i18n import tr

from .plankort import tegn
from .plantekst import arttekst, kort, lagtekst

if TYPE_CHECKING:
    from moedested_plugin.publishing.plan import Aendring

ART, LAG, NAVN, FELTER, PRIVAT = range(5)
_ROD = QModelIndex()


class Planmodel(QAbstractTableModel):
    """One line a change."""

    def __init__(self) -> None:
        super().__init__()
        self.aendringer: Sequence[Aendring] = ()
        self._privat: set[tuple[str, str]] = set()
        self._kort: dict[int, str] = {}

    def vis(self, aendringer: Sequence[Aendring]) -> None:
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
        """The fields in one line, made when first asked for."""
        if nr not in self._kort:
            self._kort[nr] = kort(self.aendringer[nr])
        return self._kort[nr]

    def soegetekst(self, nr: int) -> str:
        """All that can be searched."""
        en = self.aendringer[nr]
        dele = (arttekst(en.art), lagtekst(en.tabel), en.navn, self.felter(nr), en.noegle)
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
        en = self.aendringer[nr]
        if rolle == Qt.ItemDataRole.DisplayRole:
            return self._tekst(nr, spalte)
        if rolle == Qt.ItemDataRole.DecorationRole and spalte == ART:
            return tegn(en.art)
        if rolle == Qt.ItemDataRole.ToolTipRole:
            return _hjaelp() if spalte == PRIVAT else self._tekst(nr, spalte) or None
        if rolle == Qt.ItemDataRole.CheckStateRole and spalte == PRIVAT and _kan_vaere_privat(en):
            valgt = (en.tabel, en.noegle) in self._privat
            return Qt.CheckState.Checked if valgt else Qt.CheckState.Unchecked
        if rolle == Qt.ItemDataRole.AccessibleTextRole and spalte == PRIVAT:
            return tr("Fjernet af hensyn til privatliv")
        return None

    def _tekst(self, nr: int, spalte: int) -> str:
        en = self.aendringer[nr]
        if spalte == ART:
            return arttekst(en.art)
        if spalte == LAG:
            return lagtekst(en.tabel)
        if spalte == NAVN:
            return en.navn
        return self.felter(nr) if spalte == FELTER else ""

    def flags(self, indeks: QModelIndex) -> Any:  # noqa: ANN401 - the stubs say int
        """The mark can be set where something of the old version goes away."""
        flag = super().flags(indeks)
        if indeks.column() == PRIVAT and _kan_vaere_privat(self.aendringer[indeks.row()]):
            return flag | Qt.ItemFlag.ItemIsUserCheckable
        return flag

    def setData(self, indeks: QModelIndex, vaerdi: Any, rolle: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401 - Qt's own  # fmt: skip
        """Set or take away the mark."""
        if rolle != Qt.ItemDataRole.CheckStateRole or indeks.column() != PRIVAT:
            return False
        en = self.aendringer[indeks.row()]
        if not _kan_vaere_privat(en):
            return False
        raekke = (en.tabel, en.noegle)
        if Qt.CheckState(vaerdi) == Qt.CheckState.Checked:
            self._privat.add(raekke)
        else:
            self._privat.discard(raekke)
        self.dataChanged.emit(indeks, indeks)
        return True


def _kan_vaere_privat(aendring: Aendring) -> bool:
    return aendring.gammel is not None


def _hjaelp() -> str:
    return tr(
        "Fjernet af hensyn til privatliv: den gamle række vises aldrig mere, heller ikke ved at gå tilbage."
    )
