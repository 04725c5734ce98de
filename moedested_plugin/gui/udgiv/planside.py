# SPDX-License-Identifier: GPL-2.0-or-later
"""The plan: how much in one line, what stands in the way, the changes, and lists of what to know."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QStackedWidget,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.domain.farve import ROED
from moedested_plugin.gui.panel_text import number
from moedested_plugin.gui.widgets import button, readable, wrapped
from moedested_plugin.i18n import tr
from moedested_plugin.publishing.aendringer import Aendringer, Art

from .aendringsside import Aendringsside
from .plantekst import lagtekst

if TYPE_CHECKING:
    from moedested_plugin.publishing.plan import Holdt, Plan

    from .plankort import Baggrund

_HOLDT = Qt.ItemDataRole.UserRole


class Planside(QWidget):
    """Empty until `vis`."""

    #: A row that is held back: its form is wanted.
    aabn = pyqtSignal(object)
    #: The list of findings is wanted.
    fund = pyqtSignal()

    def __init__(self, baggrund: Baggrund) -> None:
        super().__init__()
        self.plan: Plan | None = None
        self.tal = wrapped("")
        self.tal.setObjectName("tal")
        font = self.tal.font()
        font.setBold(True)
        self.tal.setFont(font)
        self.obs = wrapped("")
        self.obs.setObjectName("obs")
        self.obs.setStyleSheet(f"color: {readable(ROED, self.palette()).name()}")
        self.aendringer = Aendringsside(baggrund, privat=True)
        self.holdte = _ny_holdtliste()
        self.holdte.itemActivated.connect(lambda _punkt, _spalte: self._aabn())
        self.holdte.itemSelectionChanged.connect(self._holdt_valgt)
        self._form = button(tr("Åbn formularen"), self._aabn)
        self.advarsler, self.brud, self.blokeringer = (_ny_liste() for _ in range(3))
        self.faner = QTabWidget()
        self.faner.addTab(self.aendringer, "")
        self.faner.addTab(self._holdtside(), "")
        for liste in (self.advarsler, self.brud, self.blokeringer):
            self.faner.addTab(liste, "")
        vist = QWidget()
        layout = QVBoxLayout(vist)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tal)
        layout.addWidget(self.obs)
        layout.addWidget(self.faner, 1)
        self._tom = wrapped("")
        self._tom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stak = QStackedWidget()
        self._stak.addWidget(self._tom)
        self._stak.addWidget(vist)
        hele = QVBoxLayout(self)
        hele.setContentsMargins(6, 6, 6, 6)
        hele.addWidget(self._stak)
        self.vis_intet(tr("Tryk Lav plan for at se, hvad en udgivelse vil ændre."))

    @property
    def privat(self) -> Collection[tuple[str, str]]:
        """Rows marked as removed for privacy."""
        return self.aendringer.privat

    def luk(self) -> None:
        """Let go of the map."""
        self.aendringer.luk()

    def vis_intet(self, hvorfor: str) -> None:
        """No plan, and what to do about it."""
        self.plan = None
        self._tom.setText(hvorfor)
        self._stak.setCurrentIndex(0)
        self.aendringer.vis(Aendringer())

    def vis(self, plan: Plan) -> None:
        """Show a plan."""
        self.plan = plan
        self.tal.setText(taltekst(plan))
        obs = obstekst(plan)
        self.obs.setText(obs)
        self.obs.setVisible(bool(obs))
        self.aendringer.vis(plan.aendringer)
        self.holdte.clear()
        for holdt in plan.holdte:
            self.holdte.addTopLevelItem(_holdtpunkt(holdt))
        self._holdt_valgt()
        for liste, tekster in (
            (self.advarsler, plan.advarsler),
            (self.brud, plan.brud),
            (self.blokeringer, plan.blokeringer),
        ):
            liste.clear()
            liste.addItems(tekster)
        self._navngiv(plan)
        self.faner.setCurrentIndex(self.faner.count() - 1 if plan.blokeringer else 0)
        self._stak.setCurrentIndex(1)

    def _navngiv(self, plan: Plan) -> None:
        titler = (
            (tr("Ændringer ({})"), len(plan.aendringer)),
            (tr("Holdes tilbage ({})"), len(plan.holdte)),
            (tr("Advarsler ({})"), len(plan.advarsler)),
            (tr("Bryder andres kort ({})"), len(plan.brud)),
            (tr("Spærrer ({})"), len(plan.blokeringer)),
        )
        for nr, (titel, antal) in enumerate(titler):
            self.faner.setTabText(nr, titel.format(number(antal)))
            self.faner.setTabEnabled(nr, bool(antal) or nr == 0)

    def _holdtside(self) -> QWidget:
        side = QWidget()
        layout = QVBoxLayout(side)
        layout.addWidget(
            wrapped(
                tr(
                    "Disse rækker kommer ikke med, før fejlene er rettet. Er en tidligere version ude, bliver den stående."
                )
            )
        )
        layout.addWidget(self.holdte, 1)
        knapper = QHBoxLayout()
        knapper.addWidget(self._form)
        knapper.addWidget(button(tr("Vis fund"), self.fund.emit))
        knapper.addStretch(1)
        layout.addLayout(knapper)
        return side

    def _holdt_valgt(self) -> None:
        self._form.setEnabled(bool(self.holdte.selectedItems()))

    def _aabn(self) -> None:
        for punkt in self.holdte.selectedItems():
            self.aabn.emit(punkt.data(0, _HOLDT))


def taltekst(plan: Plan) -> str:
    """How much, in one line."""
    if plan.er_tom and not plan.holdte:
        return tr("Intet er ændret siden den seneste udgivelse.")
    tekst = tr("{0} tilføjes, {1} ændres, {2} fjernes.").format(
        *(number(plan.per_art[art]) for art in Art)
    )
    if plan.fra is None:
        tekst = tr("Første udgivelse: {} rækker.").format(number(plan.per_art[Art.TILFOEJET]))
    dele = [tekst]
    if plan.holdte:
        dele.append(tr("{} holdes tilbage.").format(number(len(plan.holdte))))
    if plan.advarsler:
        dele.append(tr("Advarsler: {}.").format(number(len(plan.advarsler))))
    return " ".join(dele)


def obstekst(plan: Plan) -> str:
    """What must not be overlooked."""
    linjer = []
    if plan.blokeringer:
        linjer.append(tr("Der kan ikke udgives, før det under Spærrer er rettet."))
    if plan.brud:
        linjer.append(tr("Navne, som andres kort kan bruge, forsvinder. Se Bryder andres kort."))
    if plan.faa_aktive:
        linjer.append(plan.faa_aktive)
    return "\n".join(linjer)


def _ny_holdtliste() -> QTreeWidget:
    liste = QTreeWidget()
    liste.setObjectName("holdte")
    liste.setAccessibleName(tr("Rækker, der holdes tilbage"))
    liste.setHeaderLabels([tr("Lag"), tr("Navn"), tr("Hvorfor"), tr("Ude nu")])
    liste.setRootIsDecorated(False)
    liste.setUniformRowHeights(True)
    liste.setAlternatingRowColors(True)
    liste.setColumnWidth(0, 160)
    liste.setColumnWidth(1, 220)
    liste.header().setStretchLastSection(False)
    liste.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    liste.header().setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
    return liste


def _holdtpunkt(holdt: Holdt) -> QTreeWidgetItem:
    hvorfor = " ".join(holdt.grunde)
    ude = tr("tidligere version") if holdt.ude else tr("nej")
    punkt = QTreeWidgetItem([lagtekst(holdt.tabel), holdt.navn, hvorfor, ude])
    punkt.setToolTip(2, "\n".join(holdt.grunde))
    punkt.setData(0, _HOLDT, holdt)
    return punkt


def _ny_liste() -> QListWidget:
    liste = QListWidget()
    liste.setWordWrap(True)
    liste.setAlternatingRowColors(True)
    return liste
