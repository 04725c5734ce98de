# SPDX-License-Identifier: GPL-2.0-or-later
"""The municipality's targets: add, change, remove, and try them. Nothing is kept before the dialog is accepted."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.domain.farve import BRUN, GROEN, ROED
from moedested_plugin.gui.tasks import FunctionTask
from moedested_plugin.gui.widgets import button, readable
from moedested_plugin.i18n import tr
from moedested_plugin.publishing.fejl import UdgivelsesFejl
from moedested_plugin.publishing.forbered import sted
from moedested_plugin.publishing.maal import FIL, Maal, som_maal
from moedested_plugin.publishing.proev_maal import Dom, Linje, proev

from .laasbryd import bryd
from .maalform import Maalform

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from moedested_plugin.gui.tasks import Tasks

_MAAL = Qt.ItemDataRole.UserRole
#: So many letters of a target's name are seen, however large they are.
_BOGSTAVER = 22
_TEGN = {Dom.OK: ("✓", GROEN), Dom.ADVARSEL: ("!", BRUN), Dom.FEJL: ("✗", ROED)}


class Maalside(QWidget):
    """`maal` as the setting has it: a broken one can be mended here."""

    def __init__(self, maal: Mapping[str, Mapping[str, object]], tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._opgave: FunctionTask[tuple[list[Linje], bool]] | None = None
        self._proevet: Maal | None = None
        self.liste = QListWidget()
        self.liste.setAccessibleName(tr("Mål"))
        self.liste.setMaximumWidth(max(220, _BOGSTAVER * self.fontMetrics().averageCharWidth()))
        self.form = Maalform()
        self.form.aendret.connect(self._rettet)
        self.resultat = QListWidget()
        self.resultat.setObjectName("test")
        self.resultat.setAccessibleName(tr("Resultat af testen"))
        self.resultat.setWordWrap(True)
        self.resultat.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.ny = button(tr("Nyt mål"), self._ny)
        self.slet = button(tr("Fjern"), self._slet)
        self.test = button(tr("Test forbindelse"), self._test)
        self.bryd = button(tr("Bryd låsen …"), self._bryd)
        self.bryd.hide()
        self._laeg_ud()
        for navn, et in maal.items():
            self._tilfoej(navn, dict(et))
        self.liste.currentItemChanged.connect(lambda _nu, _foer: self._valgt())
        self.liste.setCurrentRow(0)
        self._valgt()

    def _laeg_ud(self) -> None:
        venstre = QVBoxLayout()
        venstre.addWidget(self.liste, 1)
        knapper = QHBoxLayout()
        knapper.addWidget(self.ny)
        knapper.addWidget(self.slet)
        venstre.addLayout(knapper)
        hoejre = QVBoxLayout()
        hoejre.addWidget(self.form)
        test = QHBoxLayout()
        test.addWidget(self.test)
        test.addWidget(self.bryd)
        test.addStretch(1)
        hoejre.addLayout(test)
        hoejre.addWidget(self.resultat, 1)
        layout = QHBoxLayout(self)
        layout.addLayout(venstre)
        layout.addLayout(hoejre, 1)

    # The list ------------------------------------------------------------------------------------------

    def valgte(self) -> dict[str, Maal]:
        """Every target by name. Raises `UdgivelsesFejl`."""
        ud: dict[str, Maal] = {}
        for nr in range(self.liste.count()):
            punkt = self.liste.item(nr)
            navn = punkt.text().strip()
            if not navn:
                raise UdgivelsesFejl(tr("Et mål mangler et navn."))
            if navn in ud:
                raise UdgivelsesFejl(
                    tr("To mål hedder {}. Giv det ene et andet navn.").format(navn)
                )
            try:
                ud[navn] = som_maal(punkt.data(_MAAL))
            except UdgivelsesFejl as fejl:
                self.liste.setCurrentItem(punkt)
                raise UdgivelsesFejl(f"{navn}: {fejl}") from None
        return ud

    def _tilfoej(self, navn: str, maal: Mapping[str, object]) -> QListWidgetItem:
        punkt = QListWidgetItem(navn)
        punkt.setData(_MAAL, dict(maal))
        self.liste.addItem(punkt)
        return punkt

    def _ny(self) -> None:
        maal = {"type": FIL, "service": "moedesteder"}
        kendte = {self.liste.item(nr).text() for nr in range(self.liste.count())}
        navn, nr = tr("Nyt mål"), 2
        while navn in kendte:
            navn, nr = f"{tr('Nyt mål')} {nr}", nr + 1
        self.liste.setCurrentItem(self._tilfoej(navn, maal))
        self.form.navn.setFocus()
        self.form.navn.selectAll()

    def _slet(self) -> None:
        if self.liste.currentRow() >= 0:
            self.liste.takeItem(self.liste.currentRow())

    def _valgt(self) -> None:
        self._stands()
        self.resultat.clear()
        self.bryd.hide()
        er_valgt = self.liste.currentRow() >= 0
        for del_ in (self.form, self.slet, self.test):
            del_.setEnabled(er_valgt)
        punkt = self.liste.currentItem()
        self.form.vis(*((punkt.text(), punkt.data(_MAAL)) if er_valgt else ("", {})))

    def _rettet(self) -> None:
        punkt = self.liste.currentItem()
        if punkt is not None:
            punkt.setText(self.form.navn.text())
            punkt.setData(_MAAL, self.form.maal())
        self.resultat.clear()  # it was of the target as it stood
        self.bryd.hide()

    # The test ------------------------------------------------------------------------------------------

    def _test(self) -> None:
        self._stands()
        self.resultat.clear()
        self.bryd.hide()
        try:
            maal = som_maal(self.form.maal())
        except UdgivelsesFejl as fejl:
            self._vis(Linje(Dom.FEJL, str(fejl)))
            return
        self._proevet = maal
        self.test.setEnabled(False)
        self.resultat.addItem(tr("Tester …"))
        self._opgave = self._tasks.start(
            FunctionTask(
                tr("Tester forbindelsen"),
                partial(_proev, maal),
                self._testet,
                lambda fejl: self._testet(
                    (
                        [Linje(Dom.FEJL, tr("Testen gik ikke: {}").format(type(fejl).__name__))],
                        False,
                    )
                ),
                quiet=True,
            )
        )

    def _testet(self, svar: tuple[list[Linje], bool]) -> None:
        linjer, laast = svar
        self._opgave = None
        self.test.setEnabled(True)
        self.resultat.clear()
        for linje in linjer:
            self._vis(linje)
        self.bryd.setVisible(laast)

    def _vis(self, linje: Linje) -> None:
        tegn, farve = _TEGN[linje.dom]
        punkt = QListWidgetItem(f"{tegn}  {linje.tekst}")
        if linje.dom is not Dom.OK:
            punkt.setForeground(readable(farve, self.palette()))
        self.resultat.addItem(punkt)

    def _stands(self) -> None:
        if self._opgave is not None and not self._opgave.is_over:
            self._opgave.cancel()
        self._opgave = None

    def luk(self) -> None:
        """Break a test off."""
        self._stands()

    def _bryd(self) -> None:
        if self._proevet is None:
            return
        fejl = bryd(self._proevet, self)
        if fejl:
            self._vis(Linje(Dom.FEJL, fejl))
        elif fejl is not None:
            self._test()


def _proev(maal: Maal, feedback: QgsFeedback) -> tuple[list[Linje], bool]:
    try:
        laast = sted(maal).laest_af() is not None
    except UdgivelsesFejl:  # said by the test itself
        laast = False
    return proev(maal, feedback), laast
