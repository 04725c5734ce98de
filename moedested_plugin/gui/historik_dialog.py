# SPDX-License-Identifier: GPL-2.0-or-later
"""The history of a row or of everything: search it, and bring back what was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.domain.betingelse import GEOMETRI, Vaerdi
from moedested_plugin.i18n import tr
from moedested_plugin.store import HistorikPost, Store, StoreFejl

from .historik_linjer import HOEJST, Feltaendring, Linje, aendringer, linjer, nuvaerende
from .konflikt import hel_raekke
from .vaerdi_tekst import VaerdiTekst

_TID, _HVEM, _NAVN, _HVAD = range(4)
_LINJE = Qt.ItemDataRole.UserRole


class HistorikDialog(QDialog):
    """`har_ugemte(table, key)` tells whether the row has edits that are not saved. The dialog owns the store."""

    #: A row of this table has been brought back.
    gendannet = pyqtSignal(str)

    def __init__(
        self,
        store: Store,
        bruger: str,
        har_ugemte: Callable[[str, str], bool],
        tabel: str = "",
        noegle: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._bruger, self._har_ugemte = store, bruger, har_ugemte
        self._udsnit = (tabel, noegle)
        self._tekst = VaerdiTekst(store)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._soeg = QLineEdit()
        self._soeg.setPlaceholderText(tr("Søg: navn, person, felt, dato …"))
        self._soeg.setAccessibleName(self._soeg.placeholderText())
        self._soeg.setClearButtonEnabled(True)
        self._soeg.textChanged.connect(self._filtrer)
        self._liste = self._ny_liste()
        self._besked = QLabel()
        self._besked.setObjectName("besked")
        self._besked.setWordWrap(True)
        knapper = QDialogButtonBox()
        self._gendan = knapper.addButton(tr("Gendan …"), QDialogButtonBox.ButtonRole.ActionRole)
        self._gendan.clicked.connect(self._spoerg)
        if noegle:
            alt = knapper.addButton(
                tr("Vis hele historikken"), QDialogButtonBox.ButtonRole.ActionRole
            )
            alt.clicked.connect(partial(self._vis_alt, alt))
        luk = knapper.addButton(tr("Luk"), QDialogButtonBox.ButtonRole.RejectRole)
        luk.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        for del_ in (self._soeg, self._liste, self._besked, knapper):
            layout.addWidget(del_)
        self.resize(960, 560)
        self.finished.connect(lambda _: self._store.luk())
        self.hent()

    def hent(self) -> None:
        """Read the history anew."""
        tabel, noegle = self._udsnit
        fundne = linjer(self._store, self._tekst, tabel, noegle)
        titel = tr("Historik for {0}").format(fundne[0].navn) if noegle and fundne else ""
        self.setWindowTitle(titel or tr("Historik"))
        self._liste.setColumnHidden(_NAVN, bool(noegle))  # the title says it
        self._liste.clear()
        for linje in fundne:
            self._liste.addTopLevelItem(_punkt(linje))
        if not fundne:
            self._sig(tr("Der er ingen historik endnu. Den begynder, når noget bliver rettet."))
        elif len(fundne) >= HOEJST:
            self._sig(tr("De {0} nyeste linjer vises.").format(HOEJST))
        self._filtrer()
        self._valgt_om()

    def _vis_alt(self, knap: QPushButton, _trykket: bool = False) -> None:
        knap.setEnabled(False)  # a hidden button comes back when the box is laid out anew
        self._udsnit = ("", "")
        self._sig("")
        self.hent()

    def _ny_liste(self) -> QTreeWidget:
        liste = QTreeWidget()
        liste.setObjectName("linjer")
        liste.setAccessibleName(tr("Historik, den nyeste først"))
        liste.setHeaderLabels([tr("Tid"), tr("Hvem"), tr("Hvad"), tr("Ændring")])
        liste.setRootIsDecorated(False)
        liste.setUniformRowHeights(True)
        liste.setAlternatingRowColors(True)
        liste.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        hoved = liste.header()
        hoved.setStretchLastSection(True)
        for spalte in (_TID, _HVEM):
            hoved.setSectionResizeMode(spalte, QHeaderView.ResizeMode.ResizeToContents)
        liste.setColumnWidth(_NAVN, 270)
        liste.itemSelectionChanged.connect(self._valgt_om)
        liste.itemActivated.connect(self._spoerg)
        return liste

    def _filtrer(self) -> None:
        for nummer in range(self._liste.topLevelItemCount()):
            punkt = self._liste.topLevelItem(nummer)
            punkt.setHidden(not punkt.data(0, _LINJE).passer(self._soeg.text()))

    def _valgt(self) -> Linje | None:
        valgte = [punkt for punkt in self._liste.selectedItems() if not punkt.isHidden()]
        return valgte[0].data(0, _LINJE) if valgte else None

    def _valgt_om(self) -> None:
        linje = self._valgt()
        self._gendan.setEnabled(linje is not None and linje.kan_gendannes)

    def _sig(self, tekst: str) -> None:
        self._besked.setText(tekst)

    def _spoerg(self) -> None:
        """Show what would change, and bring it back when the user agrees."""
        linje = self._valgt()
        if linje is None or not linje.kan_gendannes:
            return
        post = linje.post
        if self._har_ugemte(post.tabel, post.noegle):
            self._sig(
                tr(
                    "{0} har rettelser, der ikke er gemt. Gem eller fortryd dem, og prøv igen."
                ).format(linje.navn)
            )
            return
        nu = nuvaerende(self._store, [post]).get((post.tabel, post.noegle))
        felter = aendringer(linje.tabel, nu, _maal(post, nu), self._tekst) if nu is not None else ()
        if nu is not None and not felter:
            self._sig(tr("{0} ser allerede sådan ud.").format(linje.navn))
            return
        dialog = GendanDialog(linje, felter, slettet=nu is None, parent=self)
        if dialog.exec():
            self._bring_tilbage(linje, dialog.valgte(), hele=nu is None)

    def _bring_tilbage(self, linje: Linje, felter: list[str], *, hele: bool) -> None:
        post = linje.post if hele else udvalgt(linje.post, felter)
        try:
            self._store.gendan(post, self._bruger)
        except StoreFejl as fejl:
            self._sig(str(fejl))
            return
        self.hent()
        self._sig(
            tr("{0} er gendannet. Det står selv i historikken og kan fortrydes.").format(linje.navn)
        )
        self.gendannet.emit(post.tabel)


class GendanDialog(QDialog):
    """What the row will look like again; each field can be left out."""

    def __init__(
        self,
        linje: Linje,
        felter: tuple[Feltaendring, ...],
        *,
        slettet: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Gendan"))
        self._liste = QListWidget()
        self._liste.setObjectName("felter")
        self._liste.setAccessibleName(tr("Felter, der gendannes"))
        self._liste.setWordWrap(True)
        for felt in felter:
            punkt = QListWidgetItem(felt.tekst)
            punkt.setData(_LINJE, felt.felt)
            punkt.setFlags(punkt.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            punkt.setCheckState(Qt.CheckState.Checked)
            self._liste.addItem(punkt)
        tekst = tr(
            "{0} bliver, som det var før {1}. Fjern fluebenet ved det, der skal blive stående."
        )
        if slettet:
            tekst = tr("{0} er slettet. Det oprettes igen, som det var {1}.")
        label = QLabel(tekst.format(linje.navn, linje.tid))
        label.setWordWrap(True)
        knapper = QDialogButtonBox()
        knapper.addButton(tr("Gendan"), QDialogButtonBox.ButtonRole.AcceptRole)
        knapper.addButton(tr("Annullér"), QDialogButtonBox.ButtonRole.RejectRole)
        knapper.accepted.connect(self.accept)
        knapper.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(label)
        if felter:
            layout.addWidget(self._liste)
        layout.addWidget(knapper)
        self.resize(560, 320 if felter else 120)

    def valgte(self) -> list[str]:
        """The fields to bring back."""
        punkter = (self._liste.item(nummer) for nummer in range(self._liste.count()))
        return [p.data(_LINJE) for p in punkter if p.checkState() == Qt.CheckState.Checked]


def udvalgt(post: HistorikPost, felter: list[str]) -> HistorikPost:
    """The same line of history with these fields only; the store then leaves the others alone."""
    raekke = {felt: vaerdi for felt, vaerdi in (post.raekke or {}).items() if felt in felter}
    geometri = post.geometri if GEOMETRI in felter else None
    return replace(post, art="tilsidesat", raekke=raekke, geometri=geometri)


def _maal(post: HistorikPost, nu: Mapping[str, Vaerdi]) -> dict[str, Vaerdi]:
    """The row as it would be: fields that the line of history does not hold stay as they are."""
    return {**nu, **hel_raekke(post)}


def _punkt(linje: Linje) -> QTreeWidgetItem:
    hvad = f"{linje.navn} · {linje.titel}" if linje.navn != linje.titel else linje.navn
    punkt = QTreeWidgetItem([linje.tid, linje.hvem, hvad, linje.hvad])
    punkt.setData(0, _LINJE, linje)
    alt = "\n".join(felt.tekst for felt in linje.felter) or linje.hvad
    punkt.setToolTip(_HVAD, alt)
    punkt.setToolTip(_NAVN, hvad)
    return punkt
