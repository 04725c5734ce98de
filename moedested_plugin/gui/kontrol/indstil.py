# SPDX-License-Identifier: GPL-2.0-or-later
"""What the municipality has decided of the checks: which run, which numbers, which words. Kept in the store for all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from qgis.gui import QgsDoubleSpinBox, QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.checks.indstillet import Indstillet, gem, laes
from moedested_plugin.checks.tekst import alvortekst, regeltekst
from moedested_plugin.domain.kontroller import alle_kontroller, grupper
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.gui.widgets import button, wrapped
from moedested_plugin.i18n import oversat, tr

if TYPE_CHECKING:
    from moedested_plugin.domain.kontrol import Graense, Kontrol, Ordliste
    from moedested_plugin.store import Store

_KODE = Qt.ItemDataRole.UserRole
_TIL, _FRA = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_DECIMALER = 2


class Indstillinger(QWidget):
    """Three tabs and a way back to how the checks came. Nothing is kept before `gem`."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._foer = laes(store)
        self.regler = _Regler()
        self.graenser = _Graenser()
        self.ordlister = _Ordlister()
        self._saet(self._foer)
        faner = QTabWidget()
        faner.addTab(self.regler, tr("Regler"))
        faner.addTab(self.graenser, tr("Grænser"))
        faner.addTab(self.ordlister, tr("Ordlister"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(faner, 1)
        layout.addWidget(
            wrapped(tr("Gælder for alle, der arbejder i de samme data, fra næste kontrol."))
        )
        self.standard = button(tr("Sæt alt til standard"), lambda: self._saet(Indstillet()))
        layout.addWidget(self.standard)
        if not store.kan_skrive:
            faner.setEnabled(False)
            self.standard.setEnabled(False)

    def valgt(self) -> Indstillet:
        """What is chosen now. What is as it came is not kept, so that a better standard reaches everybody."""
        return Indstillet(self.regler.slaaet_fra(), self.graenser.egne(), self.ordlister.egne())

    def gem(self) -> bool:
        """Keep it; False when nothing was changed."""
        nu = self.valgt()
        if nu == self._foer or not self._store.kan_skrive:
            return False
        gem(self._store, nu)
        self._foer = nu
        return True

    def _saet(self, indstillet: Indstillet) -> None:
        self.regler.saet(indstillet)
        self.graenser.saet(indstillet)
        self.ordlister.saet(indstillet)


class _Regler(QWidget):
    """The checks by group, with a tick each. What the database refuses anyway is not there to be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.soeg = QgsFilterLineEdit()
        self.soeg.setShowSearchIcon(True)
        self.soeg.setPlaceholderText(tr("Søg i reglerne"))
        self.soeg.setAccessibleName(tr("Søg i reglerne"))
        self.soeg.textChanged.connect(self._filtrer)
        self.liste = QTreeWidget()
        self.liste.setAccessibleName(tr("Regler efter gruppe"))
        self.liste.setHeaderHidden(True)
        self.liste.setUniformRowHeights(True)
        self._punkter: dict[str, QTreeWidgetItem] = {}
        for gruppe, kontroller in grupper():
            egne = [kontrol for kontrol in kontroller if not kontrol.haard]
            if not egne:
                continue
            gren = QTreeWidgetItem(self.liste, [f"{oversat(gruppe.value)} ({len(egne)})"])
            gren.setFlags(
                gren.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable
            )
            for kontrol in egne:
                self._punkter[kontrol.kode] = _punkt(gren, kontrol)
        layout = QVBoxLayout(self)
        layout.addWidget(self.soeg)
        layout.addWidget(self.liste, 1)

    def saet(self, indstillet: Indstillet) -> None:
        """Tick those that run."""
        for kode, punkt in self._punkter.items():
            punkt.setCheckState(0, _FRA if kode in indstillet.slaaet_fra else _TIL)

    def slaaet_fra(self) -> frozenset[str]:
        """Codes without a tick."""
        return frozenset(
            kode for kode, punkt in self._punkter.items() if punkt.checkState(0) == _FRA
        )

    def punkt(self, kode: str) -> QTreeWidgetItem:
        """The line of a check."""
        return self._punkter[kode]

    def _filtrer(self, tekst: str) -> None:
        soegte = tekst.casefold().split()
        for nr in range(self.liste.topLevelItemCount()):
            gren = self.liste.topLevelItem(nr)
            viste = 0
            for plads in range(gren.childCount()):
                punkt = gren.child(plads)
                hele = f"{gren.text(0)} {punkt.text(0)} {punkt.toolTip(0)}".casefold()
                passer = all(ord_ in hele for ord_ in soegte)
                punkt.setHidden(not passer)
                viste += passer
            gren.setHidden(not viste)
            gren.setExpanded(bool(soegte))


def _punkt(gren: QTreeWidgetItem, kontrol: Kontrol) -> QTreeWidgetItem:
    lag = ", ".join(oversat(tabel_af_navn(tabel).titel) for tabel in kontrol.tabeller)
    punkt = QTreeWidgetItem(gren, [f"{regeltekst(kontrol)} ({alvortekst(kontrol.alvor)})"])
    punkt.setFlags(punkt.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    punkt.setData(0, _KODE, kontrol.kode)
    dele = (regeltekst(kontrol), oversat(kontrol.hvorfor), oversat(kontrol.raad), lag, kontrol.kode)
    punkt.setToolTip(0, "\n".join(dele))
    return punkt


class _Graenser(QScrollArea):
    """One number a line; the small arrow in it brings the standard back."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._felter: dict[str, tuple[Graense, QgsDoubleSpinBox]] = {}
        indhold = QWidget()
        gitter = QGridLayout(indhold)
        gitter.setColumnStretch(0, 1)
        for gruppe, kontroller in grupper():
            nye = {g.navn: g for k in kontroller for g in k.graenser if g.navn not in self._felter}
            if nye:
                gitter.addWidget(_overskrift(oversat(gruppe.value)), gitter.rowCount(), 0, 1, 2)
            for navn, graense in nye.items():
                felt = _talfelt(graense)
                etiket = wrapped(oversat(graense.titel))
                etiket.setBuddy(felt)
                raekke = gitter.rowCount()
                gitter.addWidget(etiket, raekke, 0)
                gitter.addWidget(felt, raekke, 1)
                self._felter[navn] = (graense, felt)
        gitter.setRowStretch(gitter.rowCount(), 1)
        self.setWidget(indhold)

    def saet(self, indstillet: Indstillet) -> None:
        """Show the numbers."""
        for graense, felt in self._felter.values():
            felt.setValue(indstillet.tal(graense))

    def egne(self) -> Mapping[str, float]:
        """Those that are not the standard."""
        return {
            navn: felt.value()
            for navn, (graense, felt) in self._felter.items()
            if abs(felt.value() - graense.standard) > 10**-_DECIMALER / 2
        }

    def felt(self, navn: str) -> QgsDoubleSpinBox:
        """The field of a number."""
        return self._felter[navn][1]


def _overskrift(tekst: str) -> QLabel:
    etiket = wrapped(tekst)
    font = etiket.font()
    font.setBold(True)
    etiket.setFont(font)
    return etiket


def _talfelt(graense: Graense) -> QgsDoubleSpinBox:
    felt = QgsDoubleSpinBox()
    hele = all(tal == int(tal) for tal in (graense.standard, graense.mindst))
    felt.setDecimals(0 if hele else _DECIMALER)
    felt.setRange(graense.mindst, graense.hoejst)
    felt.setClearValue(graense.standard)
    felt.setAccessibleName(oversat(graense.titel))
    if graense.enhed:
        felt.setSuffix(f" {oversat(graense.enhed)}")
    return felt


class _Ordlister(QWidget):
    """One list at a time, a word or phrase a line."""

    def __init__(self) -> None:
        super().__init__()
        self._lister: dict[str, Ordliste] = {
            liste.navn: liste
            for kontrol in alle_kontroller().values()
            for liste in kontrol.ordlister
        }
        self._ord: dict[str, tuple[str, ...]] = {}
        self._vist = ""
        self.valg = QComboBox()
        self.valg.setAccessibleName(tr("Ordliste"))
        for liste in self._lister.values():
            self.valg.addItem(oversat(liste.titel), liste.navn)
        self.tekst = QPlainTextEdit()
        self.tekst.setAccessibleName(tr("Ordene, ét på hver linje"))
        self.tekst.setTabChangesFocus(True)
        self.valg.currentIndexChanged.connect(lambda _: self._skift())
        layout = QVBoxLayout(self)
        layout.addWidget(self.valg)
        layout.addWidget(self.tekst, 1)
        layout.addWidget(
            wrapped(tr("Ét ord eller udtryk på hver linje. * til sidst står for enhver endelse."))
        )

    def saet(self, indstillet: Indstillet) -> None:
        """Take the municipality's words."""
        self._ord = {navn: indstillet.ord(liste) for navn, liste in self._lister.items()}
        self._vist = ""
        self._skift()

    def egne(self) -> Mapping[str, tuple[str, ...]]:
        """The lists that are not the standard."""
        self._husk()
        return {
            navn: ord_ for navn, ord_ in self._ord.items() if ord_ != self._lister[navn].standard
        }

    def _husk(self) -> None:
        if self._vist:
            linjer = (" ".join(linje.split()) for linje in self.tekst.toPlainText().splitlines())
            self._ord[self._vist] = tuple(dict.fromkeys(linje for linje in linjer if linje))

    def _skift(self) -> None:
        self._husk()
        self._vist = str(self.valg.currentData() or "")
        self.tekst.setPlainText("\n".join(self._ord.get(self._vist, ())))


class IndstilDialog(QDialog):
    """The same from the list of findings."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Regler, grænser og ordlister"))
        self.indhold = Indstillinger(store)
        knapper = QDialogButtonBox()
        knapper.addButton(tr("Gem"), QDialogButtonBox.ButtonRole.AcceptRole)
        knapper.addButton(tr("Annullér"), QDialogButtonBox.ButtonRole.RejectRole)
        knapper.accepted.connect(self.accept)
        knapper.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.indhold)
        layout.addWidget(knapper)
        self.resize(680, 560)
