# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks, field by field, whose value is to stay where a colleague has saved the row in the meantime."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.diff import FeltKonflikt
from moedested_plugin.domain.farve import GRAA
from moedested_plugin.i18n import tr

from .konflikt import Konflikt
from .konflikt_valg import Svar
from .vaerdi_tekst import VaerdiTekst
from .widgets import readable

if TYPE_CHECKING:
    from collections.abc import Callable

_FELT, _LAEST, _MIN, _DERES = range(4)


class KonfliktDialog(QDialog):
    """One row: what I read, what I have, what they have saved. The answer is in `svar` afterwards."""

    def __init__(
        self,
        konflikt: Konflikt,
        tekst: VaerdiTekst,
        vis_paa_kort: Callable[[bytes | None], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._konflikt = konflikt
        self._tekst = tekst
        self._vis_paa_kort = vis_paa_kort
        self._mine: dict[str, QRadioButton] = {}
        self.svar = Svar.LUK
        self.setWindowTitle(tr("To har rettet det samme"))
        layout = QVBoxLayout(self)
        layout.addWidget(self._indledning())
        if konflikt.felter:
            layout.addWidget(self._tabel(konflikt.felter))
        layout.addWidget(self._knapper())
        self.resize(860, min(560, 200 + 62 * len(konflikt.felter)) if konflikt.felter else 170)

    def valgt_deres(self) -> list[FeltKonflikt]:
        """The fields where the colleague's value is to stay."""
        return [felt for felt in self._konflikt.felter if not self._mine[felt.felt].isChecked()]

    def _indledning(self) -> QLabel:
        konflikt = self._konflikt
        if konflikt.slettet:
            raad = tr("Du har rettet i det. Vil du oprette det igen med dine rettelser?")
        elif konflikt.raekke.aendring.art == "slet":
            raad = tr(
                "Du er ved at slette det. Vil du slette det alligevel? Ellers fortryd sletningen med Ctrl+Z."
            )
        else:
            raad = tr(
                "Vælg for hvert felt, hvad der skal stå. Det, der ikke bliver valgt, kan hentes i historikken."
            )
        label = QLabel(f"<b>{_ren(konflikt.tekst)}</b><br>{raad}")
        label.setWordWrap(True)
        return label

    def _tabel(self, felter: Sequence[FeltKonflikt]) -> QTableWidget:
        tabel = QTableWidget(len(felter), 4, self)
        tabel.setTabKeyNavigation(False)
        tabel.setObjectName("felter")
        tabel.setAccessibleName(tr("Felter, som begge har rettet"))
        tabel.setHorizontalHeaderLabels(
            [tr("Felt"), tr("Da du hentede det"), tr("Behold min"), tr("Tag deres")]
        )
        tabel.verticalHeader().hide()
        tabel.setWordWrap(True)
        tabel.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        tabel.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        tabel.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        tabel.horizontalHeader().setSectionResizeMode(
            _FELT, QHeaderView.ResizeMode.ResizeToContents
        )
        for raekke, felt in enumerate(felter):
            self._fyld(tabel, raekke, felt)
        tabel.horizontalHeader().sectionResized.connect(tabel.resizeRowsToContents)
        return tabel

    def _fyld(self, tabel: QTableWidget, nummer: int, felt: FeltKonflikt) -> None:
        navn = self._tekst.alias(self._konflikt.raekke.tabel, felt.felt)
        tabel.setItem(nummer, _FELT, QTableWidgetItem(navn))
        laest = QTableWidgetItem(self._som_tekst(felt.felt, felt.laest))
        laest.setForeground(readable(GRAA, self.palette()))
        tabel.setItem(nummer, _LAEST, laest)
        gruppe = QButtonGroup(tabel)
        for spalte, vaerdi, hvis in (
            (_MIN, felt.min, tr("min")),
            (_DERES, felt.deres, tr("deres")),
        ):
            tekst = self._som_tekst(felt.felt, vaerdi)
            knap = QRadioButton()
            knap.setAccessibleName(f"{navn}, {hvis}: {tekst}")
            knap.setToolTip(tekst)
            gruppe.addButton(knap)
            # The item lies under the widget and gives the row the height that the text needs.
            tabel.setItem(nummer, spalte, QTableWidgetItem(tekst))
            tabel.setCellWidget(nummer, spalte, self._celle(knap, tekst, felt.felt, vaerdi))
            if spalte == _MIN:
                knap.setChecked(True)
                self._mine[felt.felt] = knap

    def _celle(self, knap: QRadioButton, tekst: str, felt: str, vaerdi: object) -> QWidget:
        celle = QWidget()
        celle.setAutoFillBackground(True)
        layout = QHBoxLayout(celle)
        layout.setContentsMargins(6, 2, 6, 2)
        layout.addWidget(knap)
        if felt == GEOMETRI and isinstance(vaerdi, bytes):
            vis = QPushButton(tr("Vis på kortet"))
            vis.clicked.connect(lambda: self._vis_paa_kort(vaerdi))
            layout.addWidget(vis)
            layout.addStretch(1)
        else:
            layout.addWidget(_Tekst(tekst, knap), 1)
        return celle

    def _som_tekst(self, felt: str, vaerdi: object) -> str:
        return self._tekst.vaerdi(self._konflikt.raekke.tabel, felt, vaerdi)

    def _knapper(self) -> QDialogButtonBox:
        knapper = QDialogButtonBox(self)
        konflikt = self._konflikt
        accept, afvis = (
            QDialogButtonBox.ButtonRole.AcceptRole,
            QDialogButtonBox.ButtonRole.RejectRole,
        )
        andet = QDialogButtonBox.ButtonRole.DestructiveRole
        if konflikt.slettet:
            self._knap(knapper, tr("Opret igen"), accept, Svar.OPRET)
            self._knap(knapper, tr("Lad det være slettet"), andet, Svar.OPGIV)
        elif konflikt.raekke.aendring.art == "slet":
            self._knap(knapper, tr("Slet alligevel"), andet, Svar.VALGT)
        else:
            self._knap(knapper, tr("Gem"), accept, Svar.VALGT).setDefault(True)
            self._knap(knapper, tr("Fortryd min rettelse"), andet, Svar.FORTRYD)
        self._knap(knapper, tr("Luk uden at gemme"), afvis, Svar.LUK)
        return knapper

    def _knap(
        self, knapper: QDialogButtonBox, tekst: str, rolle: QDialogButtonBox.ButtonRole, svar: Svar
    ) -> QPushButton:
        knap = knapper.addButton(tekst, rolle)
        knap.clicked.connect(lambda: self._svar(svar))
        return knap

    def _svar(self, svar: Svar) -> None:
        self.svar = svar
        self.done(int(svar is not Svar.LUK))


class _Tekst(QLabel):
    """A text of several lines; a click on it is a click on its button."""

    def __init__(self, tekst: str, knap: QRadioButton) -> None:
        super().__init__(tekst)
        self._knap = knap
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMinimumWidth(40)

    def sizeHint(self) -> QSize:
        """Small: the item under it knows what height the text needs."""
        return QSize(40, self.fontMetrics().height())

    def mousePressEvent(self, haendelse: QMouseEvent) -> None:
        """Choose."""
        super().mousePressEvent(haendelse)
        self._knap.click()


def _ren(tekst: str) -> str:
    return tekst.replace("&", "&amp;").replace("<", "&lt;")
