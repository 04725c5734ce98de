# SPDX-License-Identifier: GPL-2.0-or-later
"""The fields of the target as a table: which column each comes from, what else it gets, how sure that is."""

from __future__ import annotations

from typing import Any, Union

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
    pyqtSignal,
)
from qgis.PyQt.QtGui import QFont, QIcon

from moedested_plugin.domain.felt import Fane, Felt
from moedested_plugin.gui.widgets import shaded
from moedested_plugin.i18n import oversat, tr

from .kortlaeg_koder import Kodetekster
from .kortlaeg_udkast import Tilstand, Udkast

FELT, KOLONNE, ELLERS, HVORDAN, VORES = range(5)
#: Where the delegate finds the field, and the proxy what it filters by.
FELT_ROLLE = Qt.ItemDataRole.UserRole
_UDFYLDT = (Tilstand.SIKKER, Tilstand.USIKKER, Tilstand.VALGT, Tilstand.FAST, Tilstand.MANGLER)
_IKONER = {
    Tilstand.MANGLER: "/mIconCritical.svg",
    Tilstand.FORSVUNDET: "/mIconWarning.svg",
    Tilstand.USIKKER: "/mIconWarning.svg",
    Tilstand.SIKKER: "/mIconSuccess.svg",
    Tilstand.VALGT: "/mActionToggleEditing.svg",
    Tilstand.FAST: "/mIconInfo.svg",
    Tilstand.SELV: "/mIconInfo.svg",
}
_Raekke = Union[Fane, Felt]


class FeltModel(QAbstractTableModel):
    """One row per field, under a heading per tab of the form."""

    #: A sentence for the user: what was written cannot be used.
    afvist = pyqtSignal(str)

    def __init__(self, udkast: Udkast, koder: Kodetekster, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._udkast, self._koder = udkast, koder
        self._raekker: list[_Raekke] = []
        udkast.erstattet.connect(self._byg)
        udkast.aendret.connect(self._opfrisk)
        self._byg()

    def raekke(self, nummer: int) -> _Raekke:
        """The field or heading in a row."""
        return self._raekker[nummer]

    def nummer(self, felt: str) -> int:
        """The row of a field; -1 where it has none."""
        navne = (getattr(raekke, "navn", None) for raekke in self._raekker)
        return next((nr for nr, navn in enumerate(navne) if navn == felt), -1)

    def rowCount(self, foraelder: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Headings and fields."""
        return 0 if foraelder.isValid() else len(self._raekker)

    def columnCount(self, foraelder: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Always the same."""
        return 0 if foraelder.isValid() else 5

    def headerData(
        self, sektion: int, retning: Qt.Orientation, rolle: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's
        """What the columns are."""
        if retning != Qt.Orientation.Horizontal:
            return None
        if rolle == Qt.ItemDataRole.DisplayRole:
            return (
                tr("Felt"),
                tr("Kolonne"),
                tr("Ellers"),
                tr("Hvor sikkert"),
                tr("Vores"),
            )[sektion]
        if rolle == Qt.ItemDataRole.ToolTipRole:
            return (
                tr("Felter med * skal udfyldes."),
                tr("Den kolonne i kilden, som feltet hentes fra."),
                tr(
                    "Hvad feltet får, når kilden ikke siger noget, eller når ingen kolonne er valgt."
                ),
                tr("Om kolonnen er gættet eller valgt, og hvorfor."),
                tr("Sæt flueben, hvis senere importer aldrig må rette feltet."),
            )[sektion]
        return None

    def flags(self, indeks: QModelIndex) -> Qt.ItemFlag:  # type: ignore[override]  # Qt 6 has no other
        """Headings are only read."""
        if not indeks.isValid():
            return Qt.ItemFlag.NoItemFlags
        raekke = self._raekker[indeks.row()]
        if isinstance(raekke, Fane):
            return Qt.ItemFlag.ItemIsEnabled
        flag = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if indeks.column() in (KOLONNE, ELLERS):
            flag |= Qt.ItemFlag.ItemIsEditable
        if indeks.column() == VORES:
            flag |= Qt.ItemFlag.ItemIsUserCheckable
        return flag  # type: ignore[return-value]  # the stubs say int

    def data(self, indeks: QModelIndex, rolle: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Text, icon, help and tick of a cell."""
        if not indeks.isValid():
            return None
        raekke = self._raekker[indeks.row()]
        if rolle == FELT_ROLLE:
            return raekke
        if isinstance(raekke, Fane):
            return _overskrift(raekke, indeks.column(), rolle)
        if rolle in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._tekst(raekke, indeks.column())
        if rolle == Qt.ItemDataRole.EditRole:
            return self._tekst(raekke, indeks.column())
        if rolle == Qt.ItemDataRole.ToolTipRole:
            return (
                oversat(raekke.hjaelp)
                if indeks.column() == FELT
                else self._tekst(raekke, indeks.column())
            )
        if rolle == Qt.ItemDataRole.DecorationRole and indeks.column() == HVORDAN:
            navn = _IKONER.get(self._udkast.tilstand(raekke))
            return QgsApplication.getThemeIcon(navn) if navn else QIcon()
        if rolle == Qt.ItemDataRole.CheckStateRole and indeks.column() == VORES:
            vores = raekke.navn in self._udkast.profil.lokale
            return Qt.CheckState.Checked if vores else Qt.CheckState.Unchecked
        return None

    def setData(
        self, indeks: QModelIndex, vaerdi: object, rolle: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Take what was chosen or written."""
        felt = self._raekker[indeks.row()]
        if isinstance(felt, Fane):
            return False
        if indeks.column() == VORES and rolle == Qt.ItemDataRole.CheckStateRole:
            # A delegate hands on the bare number.
            ja = Qt.CheckState(vaerdi) == Qt.CheckState.Checked  # type: ignore[call-overload]  # a number or itself
            self._udkast.saet_lokal(felt.navn, lokal=ja)
        elif indeks.column() == KOLONNE:
            self._udkast.saet_kolonne(felt.navn, None if vaerdi is None else str(vaerdi))
        elif indeks.column() == ELLERS:
            try:
                self._udkast.saet_standard(felt.navn, self._koder.laes(felt, vaerdi))
            except ValueError as fejl:
                self.afvist.emit(str(fejl))
                return False
        return True

    def _tekst(self, felt: Felt, kolonne: int) -> str:
        if kolonne == FELT:
            alias = oversat(felt.alias)
            return f"{alias} *" if felt.obligatorisk else alias
        if kolonne == KOLONNE:
            kilde = self._udkast.kolonne(felt.navn)
            return kilde.navn if kilde else ""
        if kolonne == ELLERS:
            return self._koder.vaerdi(felt, self._udkast.profil.standarder.get(felt.navn))
        return self._hvordan(felt) if kolonne == HVORDAN else ""

    def _hvordan(self, felt: Felt) -> str:
        tilstand, gaet = self._udkast.tilstand(felt), self._udkast.gaet(felt.navn)
        if gaet is not None:
            if tilstand is Tilstand.SIKKER:
                return tr("Sikkert. {}").format(gaet.grund)
            return tr("Se efter. {}").format(gaet.grund)
        if tilstand is Tilstand.FORSVUNDET:
            kort = self._udkast.kort(felt.navn)
            return tr("Kilden har ikke {}.").format(", ".join(kort.fra[:3]) if kort else "")
        return {
            Tilstand.MANGLER: tr("Skal udfyldes. Vælg en kolonne eller en fast værdi."),
            Tilstand.VALGT: tr("Valgt."),
            Tilstand.FAST: tr("Fast værdi."),
            Tilstand.SELV: tr("Udfyldes af sig selv."),
        }.get(tilstand, "")

    def _byg(self) -> None:
        self.beginResetModel()
        felter = self._udkast.felter()
        self._raekker = []
        for fane in Fane:
            egne = [felt for felt in felter if felt.fane is fane]
            if egne:
                self._raekker += [fane, *egne]
        self.endResetModel()

    def _opfrisk(self) -> None:
        if self._raekker:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._raekker) - 1, VORES))


class FeltFilter(QSortFilterProxyModel):
    """Only the fields searched for, or only those that are filled; a heading stays while one of its fields does."""

    def __init__(self, model: FeltModel, udkast: Udkast) -> None:
        super().__init__(model)
        self._model, self._udkast = model, udkast
        self._soegt, self._kun_udfyldte = "", False
        self.setSourceModel(model)
        # Rows must not vanish under the hands of who is filling them, so it filters anew only when told.
        self.setDynamicSortFilter(False)

    def soeg(self, tekst: str) -> None:
        """Only fields, columns and help with that text."""
        self._soegt = tekst.strip().casefold()
        self.invalidateFilter()

    def kun_udfyldte(self, ja: bool) -> None:
        """Only those that get a value, and those that must have one."""
        self._kun_udfyldte = ja
        self.invalidateFilter()

    def filterAcceptsRow(self, nummer: int, _foraelder: QModelIndex) -> bool:
        """Whether the row is shown."""
        raekke = self._model.raekke(nummer)
        if isinstance(raekke, Felt):
            return self._med(raekke)
        return any(self._med(felt) for felt in self._udkast.felter() if felt.fane is raekke)

    def _med(self, felt: Felt) -> bool:
        if self._kun_udfyldte and self._udkast.tilstand(felt) not in _UDFYLDT:
            return False
        kolonne = self._udkast.kolonne(felt.navn)
        hvor = f"{oversat(felt.alias)} {felt.navn} {oversat(felt.hjaelp)} {kolonne.navn if kolonne else ''}"
        return self._soegt in hvor.casefold()


def _overskrift(fane: Fane, kolonne: int, rolle: int) -> Any:  # noqa: ANN401 - Qt's
    if rolle == Qt.ItemDataRole.DisplayRole and kolonne == FELT:
        return oversat(fane.value)
    if rolle == Qt.ItemDataRole.FontRole:
        fed = QFont()
        fed.setBold(True)
        return fed
    if rolle == Qt.ItemDataRole.BackgroundRole:
        return shaded(QgsApplication.palette())
    return None
