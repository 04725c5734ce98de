# SPDX-License-Identifier: GPL-2.0-or-later
"""The tree of findings as a Qt model: severity, check, finding. Nothing is made per finding until it is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qgis.PyQt.QtCore import QAbstractItemModel, QItemSelection, QLocale, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QFont, QIcon
from qgis.PyQt.QtWidgets import QApplication, QStyle

from moedested_plugin.checks.objekter import lagtitel
from moedested_plugin.checks.resultat import Post
from moedested_plugin.checks.tekst import alvor_flertal, fundtekst
from moedested_plugin.domain.regler import Alvor
from moedested_plugin.i18n import tr

from .liste import Fundliste, Gren, Linje
from .tider import kort_siden

TEKST, SIDEN = range(2)
#: A severity is known by its number, a check by its number from here, a finding by that of its check from there.
_LINJER, _POSTER = 1_000, 1_000_000
_IKONER = {
    Alvor.FEJL: QStyle.StandardPixmap.SP_MessageBoxCritical,
    Alvor.ADVARSEL: QStyle.StandardPixmap.SP_MessageBoxWarning,
    Alvor.ANBEFALING: QStyle.StandardPixmap.SP_MessageBoxInformation,
}
_INTET = QModelIndex()


class FundModel(QAbstractItemModel):
    """Shows branches of a `Fundliste`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._liste: Fundliste | None = None
        self._grene: list[Gren] = []
        #: All checks in order, with the number of their severity and their row in it.
        self._linjer: list[tuple[Linje, int, int]] = []
        self._ikoner: dict[Alvor, QIcon] = {}

    def vis(self, liste: Fundliste | None, grene: list[Gren]) -> None:
        """Show these."""
        self.beginResetModel()
        self._liste, self._grene = liste, grene
        self._linjer = [
            (linje, nr, raekke)
            for nr, gren in enumerate(grene)
            for raekke, linje in enumerate(gren.linjer)
        ]
        self.endResetModel()

    # What an index is ----------------------------------------------------------------------------------

    def gren(self, index: QModelIndex) -> Gren | None:
        """The severity that the index is."""
        nr = index.internalId()
        return self._grene[nr] if index.isValid() and nr < _LINJER else None

    def linje(self, index: QModelIndex) -> Linje | None:
        """The check that the index is, or that its finding belongs to."""
        nr = index.internalId()
        return (
            self._linjer[nr % _POSTER - _LINJER][0] if index.isValid() and nr >= _LINJER else None
        )

    def post(self, index: QModelIndex) -> Post | None:
        """The finding that the index is."""
        if not index.isValid() or index.internalId() < _POSTER:
            return None
        linje = self.linje(index)
        return linje.poster[index.row()] if linje is not None else None

    def poster(self, index: QModelIndex) -> tuple[Post, ...]:
        """The finding, or those below the index."""
        post = self.post(index)
        if post is not None:
            return (post,)
        linje = self.linje(index)
        if linje is not None:
            return linje.poster
        gren = self.gren(index)
        return tuple(p for en in gren.linjer for p in en.poster) if gren is not None else ()

    def udvalg(self, valg: QItemSelection) -> Iterator[tuple[Linje | None, tuple[Post, ...]]]:
        """What is selected, range by range: ten thousand rows are a few of them. A severity has no check of its own."""
        for led in valg:
            over, under = led.top(), led.bottom() + 1
            foraelder = led.parent()
            linje, gren = self.linje(foraelder), self.gren(foraelder)
            if linje is not None:
                yield linje, linje.poster[over:under]
            elif gren is not None:
                yield from ((en, en.poster) for en in gren.linjer[over:under])
            else:
                for en in self._grene[over:under]:
                    yield None, tuple(p for linje_ in en.linjer for p in linje_.poster)

    def nummer(self, regel: tuple[str, str]) -> int:
        """Where the check stands among all that are shown; -1 when it is not."""
        return next((nr for nr, (en, _, _) in enumerate(self._linjer) if en.noegle == regel), -1)

    def plads_nr(self, nr: int) -> QModelIndex:
        """The check that stands there, else the last one; none when none is shown."""
        if not self._linjer:
            return QModelIndex()
        nr = min(nr, len(self._linjer) - 1)
        return self.createIndex(self._linjer[nr][2], 0, _LINJER + nr)

    def plads(self, regel: tuple[str, str], fund_id: str = "") -> QModelIndex:
        """The index of a check, or of one finding of it; none when it is not shown."""
        for nr, (linje, _, raekke) in enumerate(self._linjer):
            if linje.noegle == regel:
                if not fund_id:
                    return self.createIndex(raekke, 0, _LINJER + nr)
                for plads, post in enumerate(linje.poster):
                    if post.fund_id == fund_id:
                        return self.createIndex(plads, 0, _POSTER + _LINJER + nr)
        return QModelIndex()

    # What Qt asks --------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: QModelIndex = _INTET) -> QModelIndex:
        """A place in the tree."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, row)
        nr = parent.internalId()
        if nr < _LINJER:
            foer = sum(len(gren.linjer) for gren in self._grene[:nr])
            return self.createIndex(row, column, _LINJER + foer + row)
        return self.createIndex(row, column, _POSTER + nr)

    def parent(self, index: QModelIndex) -> QModelIndex:  # type: ignore[override]  # the stubs know QObject's only
        """What the index lies below."""
        nr = index.internalId()
        if not index.isValid() or nr < _LINJER:
            return QModelIndex()
        _, gren, raekke = self._linjer[nr % _POSTER - _LINJER]
        if nr < _POSTER:
            return self.createIndex(gren, 0, gren)
        return self.createIndex(raekke, 0, nr - _POSTER)

    def rowCount(self, parent: QModelIndex = _INTET) -> int:
        """How many lie below."""
        if not parent.isValid():
            return len(self._grene)
        nr = parent.internalId()
        if parent.column() > 0 or nr >= _POSTER:
            return 0
        if nr < _LINJER:
            return len(self._grene[nr].linjer)
        return len(self._linjer[nr - _LINJER][0].poster)

    def columnCount(self, parent: QModelIndex = _INTET) -> int:
        """Text, and since when."""
        del parent
        return 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own
        """What the columns hold."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("Fund"), tr("Antal eller alder"))[section]
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        """What to draw."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._vist(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hele(index)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == TEKST:
            gren = self.gren(index)
            return self._ikon(gren.alvor) if gren is not None else None
        if role == Qt.ItemDataRole.FontRole:
            return self._skrift(index)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == SIDEN:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._hele(index)} {self._vist(index.siblingAtColumn(SIDEN))}"
        return None

    def _vist(self, index: QModelIndex) -> str:
        post, linje, gren = self.post(index), self.linje(index), self.gren(index)
        if post is not None and linje is not None:
            return (
                kort_siden(post.foerst_set)
                if index.column() == SIDEN
                else self._posttekst(post, linje)
            )
        if linje is not None:
            if index.column() == SIDEN:
                return QLocale().toString(len(linje.poster))
            return f"{linje.tekst} · {lagtitel(None, linje.tabel)}"
        if gren is not None:
            if index.column() == SIDEN:
                return QLocale().toString(gren.antal)
            return alvor_flertal(gren.alvor)
        return ""

    def _posttekst(self, post: Post, linje: Linje) -> str:
        navn = self._liste.kaldes(post) if self._liste is not None else ""
        tekst = fundtekst(post.fund)
        if not post.fund.noegle:
            navn = tekst
        elif tekst != linje.tekst:
            navn = f"{navn}: {tekst}"
        return tr("{0} (accepteret)").format(navn) if post.accepteret else navn

    def _hele(self, index: QModelIndex) -> str:
        post = self.post(index)
        if post is None or self._liste is None:
            return self._vist(index.siblingAtColumn(TEKST))
        return f"{self._liste.navn(post)}\n{fundtekst(post.fund)}"

    def _skrift(self, index: QModelIndex) -> QFont | None:
        post = self.post(index)
        font = QFont()
        if post is None and self.linje(index) is None:
            font.setBold(True)
            return font
        if post is not None and post.accepteret:
            font.setItalic(True)
            return font
        return None

    def _ikon(self, alvor: Alvor) -> QIcon:
        if alvor not in self._ikoner:
            self._ikoner[alvor] = QApplication.style().standardIcon(_IKONER[alvor])
        return self._ikoner[alvor]
