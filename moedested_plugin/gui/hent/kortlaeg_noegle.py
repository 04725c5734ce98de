# SPDX-License-Identifier: GPL-2.0-or-later
"""By what a row is known again (*nøgle*), which lines are one route, and what the profile is called."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.gui.widgets import wrapped
from moedested_plugin.i18n import tr
from moedested_plugin.sources.laest import KildeFelt

from .kortlaeg_udkast import Udkast

_LINJER_VIST = 5
_LINJER = ("MultiLineString", "Geometry")


class Kolonneliste(QListWidget):
    """Columns of the source with ticks; those ticked first, in the order of the profile."""

    def __init__(self, felter: Sequence[KildeFelt], navn: str) -> None:
        super().__init__()
        self._felter = felter
        self.setAccessibleName(navn)
        self.setMinimumHeight(2 * self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        """As high as the first few columns."""
        linjer = max(2, min(self.count(), _LINJER_VIST))
        return QSize(super().sizeHint().width(), linjer * (self.fontMetrics().height() + 4) + 4)

    def vis(self, valgte: Sequence[str]) -> None:
        """Tick these. One that the source lacks is shown, so that it can be taken away."""
        if self.count() and tuple(valgte) == self.valgte():
            return  # also while one of the rows is telling that it was ticked
        raekke, rul = self.currentRow(), self.verticalScrollBar().value()
        self.blockSignals(True)
        self.clear()
        kendte = {navn.casefold() for navn in valgte}
        for navn in (
            *valgte,
            *(felt.navn for felt in self._felter if felt.navn.casefold() not in kendte),
        ):
            led = QListWidgetItem(navn, self)
            led.setFlags(led.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            er_valgt = navn.casefold() in kendte
            led.setCheckState(Qt.CheckState.Checked if er_valgt else Qt.CheckState.Unchecked)
        self.setCurrentRow(raekke)
        self.verticalScrollBar().setValue(rul)
        self.blockSignals(False)

    def valgte(self) -> tuple[str, ...]:
        """The columns ticked."""
        led = (self.item(nr) for nr in range(self.count()))
        return tuple(et.text() for et in led if et.checkState() == Qt.CheckState.Checked)


class NoeglePanel(QWidget):
    """Key, joining, and whether the drawing is ours."""

    def __init__(self, udkast: Udkast, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._udkast = udkast
        self._forklaring = wrapped("")
        self.noegle = Kolonneliste(udkast.laest.felter, tr("Kolonner, der er nøgle"))
        self.noegle.itemChanged.connect(lambda _: udkast.saet(noegle=self.noegle.valgte()))
        self._saml_tekst = wrapped(tr("Saml stykker, der er ens i:"))
        self.saml = Kolonneliste(udkast.laest.felter, tr("Kolonner, som stykker samles efter"))
        self.saml.itemChanged.connect(lambda _: udkast.saet(saml=self.saml.valgte()))
        self.tegning = QCheckBox(tr("Importen retter aldrig tegningen"))
        self.tegning.toggled.connect(lambda ja: udkast.saet_lokal(GEOMETRI, lokal=ja))
        layout = QVBoxLayout(self)
        for del_ in (self._forklaring, self.noegle, self._saml_tekst, self.saml, self.tegning):
            layout.addWidget(del_)
        udkast.aendret.connect(self._vis)
        self._vis()

    def _vis(self) -> None:
        profil = self._udkast.profil
        self._forklaring.setText(
            tr("Rækken kendes igen på {}.").format(", ".join(profil.noegle))
            if profil.noegle
            else tr("Rækken kendes igen på type og sted.")
        )
        self.noegle.vis(profil.noegle)
        kan_samles = profil.beskrevet.geometri in _LINJER
        for del_ in (self._saml_tekst, self.saml):
            del_.setVisible(kan_samles)
        if kan_samles:
            self.saml.vis(profil.saml)
        self.tegning.setVisible(profil.beskrevet.geometri is not None)
        self.tegning.blockSignals(True)
        self.tegning.setChecked(GEOMETRI in profil.lokale)
        self.tegning.blockSignals(False)


class NavnPanel(QWidget):
    """What the profile is called, and who the rows come from."""

    def __init__(self, udkast: Udkast, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._udkast = udkast
        self.navn, self.kilde, self.bemaerkning = QLineEdit(), QLineEdit(), QLineEdit()
        self.navn.setMaxLength(80)
        self.husk = QCheckBox(tr("Husk profilen til næste gang"))
        self.husk.setChecked(True)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(tr("Profilens navn"), self.navn)
        form.addRow(tr("Hvem rækkerne kommer fra"), self.kilde)
        form.addRow(tr("Bemærkning"), self.bemaerkning)
        self._genkendes = wrapped("")
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.husk)
        layout.addWidget(self._genkendes)
        layout.addStretch(1)
        for felt, navne in (
            (self.navn, ("navn", "titel")),
            (self.kilde, ("kilde",)),
            (self.bemaerkning, ("bemaerkning",)),
        ):
            felt.editingFinished.connect(self._tager(felt, navne))
        udkast.aendret.connect(self._vis)
        self._vis()

    def _tager(self, felt: QLineEdit, navne: tuple[str, ...]) -> Callable[[], None]:
        """What a line does when it has been written in; a profile cannot be without name or source."""

        def tag() -> None:
            tekst = felt.text().strip()
            if tekst != getattr(self._udkast.profil, navne[0]):
                if tekst or "bemaerkning" in navne:
                    self._udkast.saet(**dict.fromkeys(navne, tekst))
                else:
                    self._vis()

        return tag

    def _vis(self) -> None:
        profil = self._udkast.profil
        for felt, tekst in (
            (self.navn, profil.navn),
            (self.kilde, profil.kilde),
            (self.bemaerkning, profil.bemaerkning),
        ):
            if felt.text() != tekst:
                felt.setText(tekst)
                felt.setCursorPosition(0)
        lag = ", ".join(profil.genkendes.lag) or tr("alle lag")
        antal = len(profil.genkendes.felter)
        self._genkendes.setText(
            tr(
                "Profilen vælges af sig selv, når laget hedder {} og har de samme {} kolonner."
            ).format(lag, antal)
        )
