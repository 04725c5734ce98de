# SPDX-License-Identifier: GPL-2.0-or-later
"""The head of the preview: how many rows of each kind, which of them the list shows, words to find."""

from __future__ import annotations

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QLocale, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.i18n import tr
from moedested_plugin.sources.plan import ARTER, Art, Plan

from .skuffe_tekst import art_hjaelp, art_tekst

_RO = 250  # ms after the last letter
_PER_KNAP = 92
#: What needs a person.
_FOERST: tuple[Art, ...] = ("konflikt", "flyttet", "ligner")
_KNAPPER = len(ARTER) + 1


class Filtre(QWidget):
    """A button for each kind, and one for all; those of a kind that there is none of are grey."""

    #: The kinds to show, and the words.
    valgt = pyqtSignal(list, str)

    def __init__(self) -> None:
        super().__init__()
        self._gruppe = QButtonGroup(self)
        self._knapper: dict[Art | None, QToolButton] = {}
        self._gitter = QGridLayout()
        self._gitter.setSpacing(3)
        self._per_linje = 0
        for art in (None, *ARTER):
            knap = QToolButton()
            knap.setObjectName(f"filter_{art or 'alle'}")
            knap.setCheckable(True)
            knap.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            knap.setToolTip(
                tr("Alle rækker, som ikke er uændrede.") if art is None else art_hjaelp(art)
            )
            self._gruppe.addButton(knap)
            self._knapper[art] = knap
        self._gruppe.buttonClicked.connect(lambda _: self.meld())
        self._laeg(4)
        self._soeg = QgsFilterLineEdit()
        self._soeg.setObjectName("soeg")
        self._soeg.setShowSearchIcon(True)
        self._soeg.setPlaceholderText(tr("Søg: navn, type, nøgle, grund …"))
        self._soeg.setAccessibleName(self._soeg.placeholderText())
        self._vent = QTimer(self)
        self._vent.setSingleShot(True)
        self._vent.setInterval(_RO)
        self._vent.timeout.connect(self.meld)
        self._soeg.textChanged.connect(lambda _: self._vent.start())
        self._ens = QLabel()
        self._ens.setObjectName("uaendrede")
        self._ens.setToolTip(tr("Rækker hos kilden, som er uændrede siden sidst."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(self._gitter)
        linje = QHBoxLayout()
        linje.addWidget(self._soeg, 1)
        linje.addWidget(self._ens)
        layout.addLayout(linje)

    @property
    def art(self) -> Art | None:
        """The kind that is chosen; None for all."""
        return next((art for art, knap in self._knapper.items() if knap.isChecked()), None)

    def vis(self, plan: Plan) -> None:
        """Count; what needs a person is chosen first."""
        antal = plan.antal
        for art, knap in self._knapper.items():
            hvor_mange = sum(antal.values()) if art is None else antal[art]
            navn = tr("Alle") if art is None else art_tekst(art)
            knap.setText(f"{navn} {QLocale().toString(hvor_mange)}")
            knap.setEnabled(bool(hvor_mange))
        self._ens.setText(tr("{} som før").format(QLocale().toString(plan.uaendrede)))
        if self._gruppe.checkedButton() is None:
            foerst = next((art for art in _FOERST if antal[art]), None)
            self._knapper[foerst].setChecked(True)

    def meld(self) -> None:
        """Say what is chosen."""
        self._vent.stop()
        art = self.art
        self.valgt.emit(list(ARTER) if art is None else [art], self._soeg.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many buttons in a line as there is room for."""
        super().resizeEvent(event)
        self._laeg(_KNAPPER if self.width() > _KNAPPER * _PER_KNAP else _KNAPPER // 2)

    def _laeg(self, per_linje: int) -> None:
        if per_linje != self._per_linje:
            self._per_linje = per_linje
            for nr, knap in enumerate(self._knapper.values()):
                self._gitter.addWidget(knap, nr // per_linje, nr % per_linje)
