# SPDX-License-Identifier: GPL-2.0-or-later
"""The answers of the preview: for the chosen rows, for all of a kind, and for every conflict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QLocale, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from moedested_plugin.i18n import tr
from moedested_plugin.sources.plan import ARTER
from moedested_plugin.sources.plansvar import Svar, muligheder, svar_af

from .skuffe_tekst import alle_tekst, svar_tekst

if TYPE_CHECKING:
    from moedested_plugin.sources.plan import Art, Plan
    from moedested_plugin.sources.planliste import Linje

_SVAR: tuple[Svar, ...] = ("ja", "ny", "nej", "senere")


class Svarknapper(QWidget):
    """One button for each answer that makes sense for all the chosen rows."""

    svaret = pyqtSignal(str)

    def __init__(self, *, netvaerk: bool) -> None:
        super().__init__()
        self._netvaerk = netvaerk
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        self._knapper: dict[Svar, QToolButton] = {}
        for svar in _SVAR:
            knap = QToolButton()
            knap.setObjectName(f"svar_{svar}")
            knap.setCheckable(True)
            knap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            knap.clicked.connect(lambda _, svar=svar: self.svaret.emit(svar))
            self._knapper[svar] = knap
            layout.addWidget(knap)

    def vis(self, linjer: Sequence[Linje]) -> None:
        """The rows that are chosen."""
        arter = {linje.art for linje in linjer}
        givne = {svar_af(linje) for linje in linjer}
        for svar, knap in self._knapper.items():
            knap.setVisible(bool(arter) and all(svar in muligheder(art) for art in arter))
            tekster = {svar_tekst(svar, art, netvaerk=self._netvaerk) for art in arter}
            faelles = {"ja": tr("Ja"), "nej": tr("Nej")}
            knap.setText(tekster.pop() if len(tekster) == 1 else faelles.get(svar, ""))
            knap.setChecked(givne == {svar})


class Samlet(QWidget):
    """What is answered once for many."""

    alle = pyqtSignal(str, str)
    politik = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__()
        self._menu = QMenu(self)
        knap = QToolButton()
        knap.setObjectName("alle")
        knap.setText(tr("Svar for alle"))
        knap.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        knap.setMenu(self._menu)
        self._konflikter = QComboBox()
        self._konflikter.setObjectName("politik")
        self._konflikter.setAccessibleName(tr("Konflikter"))
        for tekst, politik in (
            (tr("afgør selv"), "report"),
            (tr("behold vores"), "keep"),
            (tr("tag deres"), "take"),
        ):
            self._konflikter.addItem(tekst, politik)
        self._konflikter.setToolTip(
            tr(
                "Gælder konflikter, flyttede og dem, der ligner. Med behold vores og tag deres bliver de knyttet til vores."
            )
        )
        self._konflikter.activated.connect(
            lambda _: self.politik.emit(str(self._konflikter.currentData()))
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(knap)
        layout.addStretch(1)
        self._tekst = QLabel(tr("Konflikter:"))
        layout.addWidget(self._tekst)
        layout.addWidget(self._konflikter)

    def vis(self, plan: Plan, art: Art | None) -> None:
        """Offer what there is something of: of the kind that is shown, or of each."""
        self._menu.clear()
        antal = plan.antal
        arter: tuple[Art, ...] = ARTER if art is None else (art,)
        for nr, en in enumerate(arter):
            if antal[en] and muligheder(en):
                if nr:
                    self._menu.addSeparator()
                for svar in muligheder(en):
                    hvor_mange = QLocale().toString(antal[en])
                    tekst = alle_tekst(svar, en, hvor_mange, netvaerk=plan.profil.er_netvaerk)
                    self._menu.addAction(tekst, lambda en=en, svar=svar: self.alle.emit(en, svar))
        uenige = antal["konflikt"] + antal["flyttet"] + antal["ligner"] > 0
        self._konflikter.setVisible(uenige)
        self._tekst.setVisible(uenige)
