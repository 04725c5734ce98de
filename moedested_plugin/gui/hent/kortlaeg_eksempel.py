# SPDX-License-Identifier: GPL-2.0-or-later
"""Ten rows as they would come in, made anew at every change."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    Qt,
    QTimer,
    pyqtSignal,
)
from qgis.PyQt.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from moedested_plugin.domain.felt import Tabel
from moedested_plugin.gui.widgets import button, wrapped
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.sources.kortlaeg_proeve import Proeve, Proeveraekke, Side
from moedested_plugin.sources.profil import Profil, ProfilFejl, profil_af
from moedested_plugin.store import StoreFejl

from .kortlaeg_koder import Kodetekster
from .kortlaeg_udkast import Udkast

NUMMER, IND, FOERSTE = range(3)
_HOEJST_BRED = 260
_INGEN = Side((), (), (), None)


class EksempelModel(QAbstractTableModel):
    """The rows of one page: number, whether it comes in, then our fields."""

    def __init__(self, koder: Kodetekster, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._koder = koder
        self._side, self._tabel = _INGEN, Tabel("", "", "", (), "")

    def vis(self, side: Side, tabel: Tabel) -> None:
        """Show another page, or the same one mapped otherwise."""
        self.beginResetModel()
        self._side, self._tabel = side, tabel
        self.endResetModel()

    @property
    def side(self) -> Side:
        """What is shown."""
        return self._side

    def rowCount(self, foraelder: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """At most ten."""
        return 0 if foraelder.isValid() else len(self._side.raekker)

    def columnCount(self, foraelder: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Two, and one for each field that gets a value."""
        return 0 if foraelder.isValid() else FOERSTE + len(self._side.felter)

    def headerData(
        self, sektion: int, retning: Qt.Orientation, rolle: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's
        """The fields by the names that the forms use."""
        if retning != Qt.Orientation.Horizontal or rolle != Qt.ItemDataRole.DisplayRole:
            return None
        if sektion < FOERSTE:
            return (tr("Række"), tr("Kommer ind"))[sektion]
        return oversat(self._tabel.felt(self._side.felter[sektion - FOERSTE]).alias)

    def data(self, indeks: QModelIndex, rolle: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """The value, or why there is none."""
        if not indeks.isValid():
            return None
        raekke = self._side.raekker[indeks.row()]
        if rolle in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._tekst(raekke, indeks.column())
        if rolle == Qt.ItemDataRole.DecorationRole and self._er_afvist(raekke, indeks.column()):
            return QgsApplication.getThemeIcon("/mIconCritical.svg")
        return None

    def _er_afvist(self, raekke: Proeveraekke, kolonne: int) -> bool:
        if kolonne < FOERSTE:
            return kolonne == IND and raekke.grund is not None
        return self._side.felter[kolonne - FOERSTE] in raekke.grunde

    def _tekst(self, raekke: Proeveraekke, kolonne: int) -> str:
        if kolonne == NUMMER:
            return QLocale().toString(raekke.nr)
        if kolonne == IND:
            return tr("Ja") if raekke.grund is None else tr("Nej. {}").format(raekke.grund)
        navn = self._side.felter[kolonne - FOERSTE]
        return raekke.grunde.get(navn) or self._koder.vaerdi(
            self._tabel.felt(navn), raekke.vaerdier.get(navn)
        )


class EksempelPanel(QWidget):
    """The preview with its way through the rows."""

    #: Made anew: the sentence that says why it cannot be, or nothing.
    lavet = pyqtSignal(str)

    def __init__(
        self, udkast: Udkast, proeve: Proeve, koder: Kodetekster, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._udkast, self._proeve = udkast, proeve
        #: Where each page up to this one begins.
        self._begynder = [0]
        self.fejl = ""
        self._lukket = False
        self.model = EksempelModel(koder, self)
        self.tekst = wrapped("")
        self.tabel = QTableView()
        self.tabel.setObjectName("eksempel")
        self.tabel.setAccessibleName(tr("Sådan kommer rækkerne ind"))
        self.tabel.setModel(self.model)
        self.tabel.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.tabel.setTabKeyNavigation(False)
        self.tabel.setWordWrap(False)
        self.tabel.verticalHeader().hide()
        self.tabel.horizontalHeader().setMaximumSectionSize(_HOEJST_BRED)
        self.tabel.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.tabel.verticalHeader().setMinimumSectionSize(1)
        self.tabel.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 4)
        self.forrige = button(tr("Forrige 10"), self._tilbage)
        self.naeste = button(tr("Næste 10"), self._frem)
        top = QHBoxLayout()
        top.addWidget(self.tekst, 1)
        for knap in (self.forrige, self.naeste):
            knap.setAutoDefault(False)
            top.addWidget(knap)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.tabel)
        # Several changes in one go are one preview.
        self._snart = QTimer(self)
        self._snart.setSingleShot(True)
        self._snart.setInterval(0)
        self._snart.timeout.connect(self.lav)
        udkast.aendret.connect(self._snart.start)

    def lav(self) -> None:
        """Map the page by the profile as it stands."""
        self._snart.stop()
        if self._lukket:
            return  # a line that is left as the dialog closes still tells what was written
        self.fejl, side = "", _INGEN
        profil = self._udkast.profil
        if not any(self._udkast.kolonne(kort.felt) for kort in profil.alle_felter()):
            self.fejl = tr("Ingen af kildens kolonner er valgt. Vælg mindst én under Kolonne.")
        try:
            side = _INGEN if self.fejl else self._proeve.side(_efterset(profil), self._begynder[-1])
        except (ProfilFejl, StoreFejl) as fejl:
            self.fejl = str(fejl)
        self.model.vis(side, profil.beskrevet)
        self.tabel.resizeColumnsToContents()
        self.forrige.setEnabled(len(self._begynder) > 1)
        self.naeste.setEnabled(side.naeste is not None)
        self.tekst.setText(self._om(side))
        self.lavet.emit(self.fejl)

    def luk(self) -> None:
        """No more previews; take the work file away."""
        self._lukket = True
        self._snart.stop()
        self._proeve.luk()

    def _om(self, side: Side) -> str:
        if self.fejl:
            return tr("Der er ikke noget at vise endnu.")
        if not side.raekker:
            return tr("Kilden har ingen rækker.")
        afvist = sum(raekke.grund is not None for raekke in side.raekker)
        tal = QLocale()
        tekst = tr("Sådan kommer række {} til {} af {} ind.").format(
            tal.toString(side.raekker[0].nr),
            tal.toString(side.raekker[-1].nr),
            tal.toString(self._udkast.laest.antal),
        )
        if afvist:
            tekst += " " + tr("{} af de viste afvises.").format(afvist)
        if self._udkast.profil.saml:
            tekst += " " + tr("Her samles kun de ti viste stykker.")
        return tekst

    def _frem(self) -> None:
        if self.model.side.naeste is not None:
            self._begynder.append(self.model.side.naeste)
            self.lav()

    def _tilbage(self) -> None:
        if len(self._begynder) > 1:
            self._begynder.pop()
            self.lav()


def _efterset(profil: Profil) -> Profil:
    """The profile as its file would be read. Raises `ProfilFejl`."""
    return profil_af(profil.som_json())
