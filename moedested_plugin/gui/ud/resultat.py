# SPDX-License-Identifier: GPL-2.0-or-later
"""A list to read after the work: groups of rows with a sentence each; a double click leads to the row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.gui.widgets import wrapped
from moedested_plugin.i18n import tr

_HVEM = Qt.ItemDataRole.UserRole
_FOLDES_UD = 12


@dataclass(frozen=True)
class Punkt:
    """One line: whom it is about, what there is to say, and the row to go to."""

    navn: str
    saetning: str
    tabel: str = ""
    noegle: str = ""


@dataclass(frozen=True)
class Gruppe:
    """Lines of the same kind."""

    titel: str
    punkter: Sequence[Punkt] = field(default_factory=list)
    antal: int | None = None


class ResultatDialog(QDialog):
    """Stays beside QGIS while the user looks into it."""

    def __init__(
        self,
        titel: str,
        forklaring: str,
        grupper: Sequence[Gruppe],
        vis: Callable[[str, str], object],
        knapper: Sequence[tuple[str, Callable[[], object]]],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("MoedestedResultat")
        self.setWindowTitle(titel)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._vis = vis
        self._grupper = grupper
        layout = QVBoxLayout(self)
        if forklaring:
            layout.addWidget(wrapped(forklaring))
        self.trae = QTreeWidget()
        self.trae.setHeaderLabels([tr("Hvad"), tr("Besked")])
        self.trae.setWordWrap(True)
        self.trae.setToolTip(tr("Dobbeltklik for at gå til rækken."))
        self.trae.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.trae.header().resizeSection(0, 320)
        for gruppe in grupper:
            self.trae.addTopLevelItem(_gren(gruppe))
        for nr, gruppe in enumerate(grupper):
            gren = self.trae.topLevelItem(nr)
            gren.setFirstColumnSpanned(True)
            gren.setExpanded(len(gruppe.punkter) <= _FOLDES_UD)
        self.trae.itemDoubleClicked.connect(self._gaa_til)
        layout.addWidget(self.trae, 1)
        boks = QDialogButtonBox()
        for tekst, goer in knapper:
            boks.addButton(tekst, QDialogButtonBox.ButtonRole.ActionRole).clicked.connect(
                lambda _=False, goer=goer: goer()
            )
        kopier = boks.addButton(tr("Kopiér listen"), QDialogButtonBox.ButtonRole.ActionRole)
        kopier.clicked.connect(lambda _=False: QApplication.clipboard().setText(self.tekst()))
        boks.addButton(tr("Luk"), QDialogButtonBox.ButtonRole.RejectRole)
        boks.rejected.connect(self.reject)
        layout.addWidget(boks)
        self.resize(760, 420)

    def tekst(self) -> str:
        """The list as plain text, to mail."""
        linjer = [self.windowTitle()]
        for gruppe in self._grupper:
            linjer.append(_titel(gruppe))
            linjer += [f"  {punkt.navn}: {punkt.saetning}" for punkt in gruppe.punkter]
        return "\n".join(linjer)

    def _gaa_til(self, punkt: QTreeWidgetItem, _kolonne: int) -> None:
        hvem = punkt.data(0, _HVEM)
        if hvem:
            self._vis(*hvem)


def _titel(gruppe: Gruppe) -> str:
    return gruppe.titel if gruppe.antal is None else f"{gruppe.titel} ({gruppe.antal})"


def _gren(gruppe: Gruppe) -> QTreeWidgetItem:
    gren = QTreeWidgetItem([_titel(gruppe)])
    skrift = gren.font(0)
    skrift.setBold(True)
    gren.setFont(0, skrift)
    for punkt in gruppe.punkter:
        blad = QTreeWidgetItem(gren, [punkt.navn, punkt.saetning])
        blad.setToolTip(1, punkt.saetning)
        if punkt.noegle:
            blad.setData(0, _HVEM, (punkt.tabel, punkt.noegle))
    return gren
