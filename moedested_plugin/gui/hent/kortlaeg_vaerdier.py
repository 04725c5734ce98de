# SPDX-License-Identifier: GPL-2.0-or-later
"""The values of a column and the code that each becomes in our field."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsApplication, QgsFeedback
from qgis.PyQt.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHeaderView, QTableView, QVBoxLayout, QWidget

from moedested_plugin.domain.felt import Felt
from moedested_plugin.gui.tasks import FunctionTask, Tasks
from moedested_plugin.gui.widgets import wrapped
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.sources.kildevaerdier import Kildevaerdier, Oversat, kildevaerdier, oversaet
from moedested_plugin.sources.laest import KildeFelt
from moedested_plugin.sources.profil import AFVIS, FeltKort
from moedested_plugin.sources.sprog import raekker

from .kortlaeg_delegater import RUM, ValgDelegate, aabn_ved_klik
from .kortlaeg_koder import Kodetekster, Valg
from .kortlaeg_udkast import Udkast

VAERDI, ANTAL, BLIVER = range(3)
#: Chosen for a value: it means nothing was filled in.
TOM = object()
_INTET = Kildevaerdier((), 0)
#: Letters that a column and a line of the panel have room for, however large they are.
_KOLONNE, _LINJE = 9, 26


class VaerdiModel(QAbstractTableModel):
    """One row per value of the column."""

    def __init__(self, udkast: Udkast, koder: Kodetekster, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._udkast, self._koder = udkast, koder
        self.felt: Felt | None = None
        self._kilde = _INTET
        self._oversat: list[Oversat] = []

    def vis(self, felt: Felt | None, kilde: Kildevaerdier = _INTET) -> None:
        """Show the values of another column."""
        self.beginResetModel()
        self.felt, self._kilde = felt, kilde
        self._regn()
        self.endResetModel()

    def opfrisk(self) -> None:
        """The mapping of the same column has changed."""
        self._regn()
        if self._oversat:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._oversat) - 1, BLIVER))

    def ukendte(self) -> tuple[int, int]:
        """How many values are not understood, and in how many rows."""
        antal = [
            v.antal for v, o in zip(self._kilde.vaerdier, self._oversat) if o.hvordan == "ukendt"
        ]
        return len(antal), sum(antal)

    def ikke_vist(self) -> int:
        """How many values there are beyond those in the table."""
        return max(0, self._kilde.alle - len(self._kilde.vaerdier))

    def valg(self, _indeks: QModelIndex) -> Valg:
        """What a value may become."""
        valg = (self._koder.valg(self.felt) if self.felt else None) or []
        return [(tr("(som kilden siger)"), None), (tr("(tom)"), TOM), *valg]

    def rowCount(self, foraelder: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The values."""
        return 0 if foraelder.isValid() else len(self._oversat)

    def columnCount(self, foraelder: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Value, count, code."""
        return 0 if foraelder.isValid() else 3

    def headerData(
        self, sektion: int, retning: Qt.Orientation, rolle: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's
        """What the columns are."""
        if retning == Qt.Orientation.Horizontal and rolle == Qt.ItemDataRole.DisplayRole:
            return (tr("I kilden"), tr("Rækker"), tr("Bliver til"))[sektion]
        return None

    def flags(self, indeks: QModelIndex) -> Qt.ItemFlag:  # type: ignore[override]  # Qt 6 has no other
        """The code is chosen."""
        if not indeks.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if indeks.column() == BLIVER:
            flag |= Qt.ItemFlag.ItemIsEditable
        return flag  # type: ignore[return-value]  # the stubs say int

    def data(self, indeks: QModelIndex, rolle: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Text and icon."""
        if not indeks.isValid():
            return None
        vaerdi, oversat = self._kilde.vaerdier[indeks.row()], self._oversat[indeks.row()]
        if rolle == Qt.ItemDataRole.TextAlignmentRole and indeks.column() == ANTAL:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if rolle == Qt.ItemDataRole.DecorationRole and indeks.column() == BLIVER:
            return QgsApplication.getThemeIcon(
                "/mIconWarning.svg" if oversat.hvordan == "ukendt" else "/mIconSuccess.svg"
            )
        if rolle == Qt.ItemDataRole.EditRole and indeks.column() == BLIVER:
            return "" if oversat.hvordan == "ukendt" else self._bliver(oversat)
        if rolle in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (vaerdi.tekst, QLocale().toString(vaerdi.antal), self._bliver(oversat))[
                indeks.column()
            ]
        return None

    def setData(
        self, indeks: QModelIndex, vaerdi: object, _rolle: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Take the choice."""
        if self.felt is None or indeks.column() != BLIVER:
            return False
        tekst = self._kilde.vaerdier[indeks.row()].tekst
        if vaerdi is TOM:
            self._udkast.saet_tom(self.felt.navn, tekst)
        else:
            self._udkast.saet_vaerdi(self.felt.navn, tekst, vaerdi)
        return True

    def _bliver(self, oversat: Oversat) -> str:
        if oversat.hvordan == "ukendt":
            return tr("Ikke fundet")
        return (self._koder.vaerdi(self.felt, oversat.bliver) if self.felt else "") or tr("(tom)")

    def _regn(self) -> None:
        kort = self._udkast.kort(self.felt.navn) if self.felt else None
        tekster = [vaerdi.tekst for vaerdi in self._kilde.vaerdier]
        self._oversat = (
            list(oversaet(self.felt, kort, self._udkast.koder, tekster))
            if self.felt and kort
            else []
        )


class VaerdiPanel(QWidget):
    """The values of the field that is chosen, and what becomes of those that are not understood."""

    #: Values have come, or there are none to come.
    klar = pyqtSignal()

    def __init__(
        self, udkast: Udkast, koder: Kodetekster, opgaver: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._udkast, self._koder, self._opgaver = udkast, koder, opgaver
        self._laest: dict[str, Kildevaerdier] = {}
        self._paa_vej: set[str] = set()
        self._felt: Felt | None = None
        self._kolonne: KildeFelt | None = None
        self.model = VaerdiModel(udkast, koder, self)
        self.overskrift = wrapped("")
        self.overskrift.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.tabel = QTableView()
        self.tabel.setObjectName("vaerdier")
        self.tabel.setAccessibleName(tr("Kildens værdier og vores koder"))
        self.tabel.setModel(self.model)
        self.tabel.setItemDelegateForColumn(BLIVER, ValgDelegate(self.model.valg, self.tabel))
        self.tabel.setWordWrap(False)
        self.tabel.verticalHeader().hide()
        self.tabel.verticalHeader().setMinimumSectionSize(1)
        self.tabel.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + RUM)
        self.tabel.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        bogstav = self.fontMetrics().averageCharWidth()
        self.tabel.horizontalHeader().setMinimumSectionSize(_KOLONNE * bogstav)
        self.setMinimumWidth(_LINJE * bogstav)
        self.tabel.horizontalHeader().setSectionResizeMode(
            ANTAL, QHeaderView.ResizeMode.ResizeToContents
        )
        aabn_ved_klik(self.tabel)
        self.ellers = QComboBox()
        self.ellers.setObjectName("ellers")
        self.ellers.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.ellers.activated.connect(self._saet_ellers)
        self.ellers.setAccessibleName(tr("Hvad der sker med værdier, der ikke er fundet"))
        layout = QVBoxLayout(self)
        for del_ in (self.overskrift, self.tabel, self.ellers):
            layout.addWidget(del_)
        layout.setStretch(1, 1)
        udkast.aendret.connect(lambda: self.vis(self._felt))
        udkast.erstattet.connect(lambda: self.vis(None))
        self.vis(None)

    def _saet_ellers(self, nummer: int) -> None:
        if self._felt is not None:
            self._udkast.saet_ellers(self._felt.navn, self.ellers.itemData(nummer))

    def vis(self, felt: Felt | None) -> None:
        """Show another field, or the same one after a change."""
        kolonne = self._udkast.kolonne(felt.navn) if felt else None
        samme = felt == self._felt and kolonne == self._kolonne and self.model.felt == felt
        self._felt, self._kolonne = felt, kolonne
        har_valg = felt is not None and self._koder.valg(felt) is not None and kolonne is not None
        for del_ in (self.tabel, self.ellers):
            del_.setVisible(har_valg)
        if not har_valg or kolonne is None:
            self.model.vis(None)
            self.overskrift.setText(_uden_valg(felt, kolonne, self._grund(felt)))
            self.klar.emit()
        elif kolonne.kolonne not in self._laest:
            self.model.vis(None)
            self._hent(kolonne)
        else:
            if samme:
                self.model.opfrisk()
            else:
                self.model.vis(felt, self._laest[kolonne.kolonne])
            self._opdater()
            self.klar.emit()

    def _hent(self, kolonne: KildeFelt) -> None:
        """Count the values off the main thread: a column may have as many as there are rows."""
        self.overskrift.setText(tr("Tæller værdierne i {} …").format(kolonne.navn))
        if kolonne.kolonne in self._paa_vej:
            return
        self._paa_vej.add(kolonne.kolonne)
        laest = self._udkast.laest

        def taeller(_feedback: QgsFeedback) -> Kildevaerdier:
            return kildevaerdier(laest, kolonne)

        def svar(fundne: Kildevaerdier) -> None:
            self._laest[kolonne.kolonne] = fundne
            if kolonne == self._kolonne:
                self.vis(self._felt)

        def fejl(_fejl: Exception) -> None:
            self.overskrift.setText(
                tr("Værdierne i {} kan ikke tælles. Læs kilden igen.").format(kolonne.navn)
            )

        self._opgaver.start(
            FunctionTask(tr("Tæller værdier"), taeller, svar, fejl, quiet=True, reads_only=True)
        )

    def _grund(self, felt: Felt | None) -> str:
        gaet = self._udkast.gaet(felt.navn) if felt else None
        return tr("Gættet: {}").format(gaet.grund) if gaet else ""

    def _opdater(self) -> None:
        felt, kolonne = self._felt, self._kolonne
        if felt is None or kolonne is None:
            return
        antal, i_raekker = self.model.ukendte()
        tekst = tr("{} kommer fra {}.").format(oversat(felt.alias), kolonne.navn) + " "
        tekst += (
            tr("Alle værdier er fundet i listen.")
            if not antal
            else tr("1 værdi er ikke fundet. Den står i {}.").format(raekker(i_raekker))
            if antal == 1
            else tr("{} værdier er ikke fundet. De står i {}.").format(antal, raekker(i_raekker))
        )
        if self.model.ikke_vist():
            tekst += " " + tr("{} sjældnere værdier vises ikke.").format(self.model.ikke_vist())
        self.overskrift.setText(tekst)
        kort = self._udkast.kort(felt.navn) or FeltKort(felt.navn)
        self.ellers.clear()
        self.ellers.addItem(tr("Ikke fundet: afvis rækken"), AFVIS)
        standard = self._koder.vaerdi(felt, self._udkast.profil.standarder.get(felt.navn))
        self.ellers.addItem(
            tr("Ikke fundet: brug Ellers, {}").format(standard)
            if standard
            else tr("Ikke fundet: lad feltet være tomt"),
            None,
        )
        for tekst_, vaerdi in self._koder.valg(felt) or ():
            self.ellers.addItem(tr("Ikke fundet: {}").format(tekst_), vaerdi)
        data = [self.ellers.itemData(nr) for nr in range(self.ellers.count())]
        nummer = next(
            (nr for nr, v in enumerate(data) if v is kort.ellers or (nr > 1 and v == kort.ellers)),
            0,
        )
        self.ellers.setCurrentIndex(nummer)


def _uden_valg(felt: Felt | None, kolonne: KildeFelt | None, grund: str) -> str:
    if felt is None:
        return tr("Vælg et felt til venstre for at se kildens værdier.")
    if kolonne is None:
        return tr("{} har ingen kolonne. Vælg en for at se dens værdier.").format(
            oversat(felt.alias)
        )
    tekst = tr("{} har ingen liste. Værdierne i {} kommer ind, som de er.")
    return " ".join((tekst.format(oversat(felt.alias), kolonne.navn), grund)).strip()
