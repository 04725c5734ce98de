# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock *Kontrol*: the tree of findings, what to do about them, and how the last run went."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import (
    QModelIndex,
    QPoint,
    Qt,
    pyqtSignal,
)
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QProgressBar,
    QPushButton,
    QShortcut,
    QSplitter,
    QStackedWidget,
    QTextBrowser,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.gui.widgets import button, icon, wrapped
from moedested_plugin.i18n import tr

from .detaljer import Muligt, detaljer, muligt
from .filtermenu import Filterlinje, Omgivelser
from .fundmodel import SIDEN, TEKST, FundModel
from .husk import Husk

if TYPE_CHECKING:
    from moedested_plugin.checks.resultat import Post

    from .liste import Fundliste, Linje

NAVN = "MoedestedKontrol"
#: More checks than that are not opened by themselves.
_AABNES = 8
#: Letters of the right column: '30. sept'.
_BOGSTAVER = 8


class KontrolDock(QgsDockWidget):
    """Draws a `Fundliste`; what the user asks for goes out as signals."""

    koer = pyqtSignal()
    #: Ask the web addresses too.
    proev_links = pyqtSignal()
    stands = pyqtSignal()
    vis_sted = pyqtSignal(object)
    aabn = pyqtSignal(object)
    #: Findings to mend.
    ret = pyqtSignal(object)
    accepter = pyqtSignal(object)
    #: A `Linje` whose check is to be accepted for a source.
    accepter_kilde = pyqtSignal(object)
    ophaev = pyqtSignal(object)
    kopier = pyqtSignal(object)
    rapport = pyqtSignal()
    indstil = pyqtSignal()
    hjaelp = pyqtSignal()

    def __init__(self, omgivelser: Omgivelser, bruger: Callable[[], str]) -> None:
        super().__init__(tr("Kontrol"))
        self.setObjectName(NAVN)
        self.setWindowIcon(icon("kontrol"))
        self._bruger = bruger
        self._liste: Fundliste | None = None
        self._tomt = ""
        self._muligt = Muligt()
        self.model = FundModel(self)
        self.filter = Filterlinje(omgivelser)
        self.filter.aendret.connect(self.tegn)
        self.trae = self._nyt_trae()
        self._husk = Husk(self.trae, self.model)
        self._lav_knapper()
        self._byg()
        self._genveje()
        self._valgt_om()

    # What is shown -------------------------------------------------------------------------------------

    def vis_liste(self, liste: Fundliste | None, status: str, tomt: str) -> None:
        """Show these findings; `status` tells of the run, `tomt` stands there when there is nothing to show."""
        self._liste, self._tomt = liste, tomt
        self.status.setText(status)
        self.status.setVisible(bool(status))
        self.tegn()

    def vis_gang(self, procent: float | None) -> None:
        """A run is under way, so far; None when none is."""
        i_gang = procent is not None
        self._fremskridt.setVisible(i_gang)
        self._stands.setVisible(i_gang)
        self._koer.setEnabled(not i_gang)
        self._links.setEnabled(not i_gang)
        if procent is not None:
            self._fremskridt.setValue(round(procent))

    def tegn(self) -> None:
        """Draw the tree anew: what was open stays open, and what was chosen stays chosen."""
        valgte, kom_fra = self._husk.valgte()
        filter_ = self.filter.filter()
        liste = self._liste
        self.model.vis(liste, liste.grene(filter_, self._bruger()) if liste is not None else [])
        self._husk.fold_ud()
        self._husk.vaelg_igen(valgte, kom_fra)
        if self.model.rowCount():
            self._sider.setCurrentIndex(0)
        else:
            begraenset = filter_.begraenser and liste is not None and bool(liste.resultat.poster)
            self._besked.setText(
                tr("Ingen fund passer til det, der vises. Tryk Vis alle.")
                if begraenset
                else self._tomt
            )
            self._vis_alle.setVisible(begraenset)
            self._sider.setCurrentIndex(1)
        self._valgt_om()

    def valgte(self) -> list[Post]:
        """The chosen findings, those below a chosen check or severity included."""
        fundne: dict[str, Post] = {}
        for _, poster in self.model.udvalg(self.trae.selectionModel().selection()):
            for post in poster:
                fundne.setdefault(post.fund_id, post)
        return list(fundne.values())

    # Building ------------------------------------------------------------------------------------------

    def _nyt_trae(self) -> QTreeView:
        trae = QTreeView()
        trae.setObjectName("fund")
        trae.setAccessibleName(tr("Fund efter alvor og kontrol"))
        trae.setModel(self.model)
        trae.setUniformRowHeights(True)  # else Qt asks for the height of every row
        trae.setHeaderHidden(True)
        trae.setAllColumnsShowFocus(True)
        trae.setIndentation(14)
        trae.setExpandsOnDoubleClick(False)
        trae.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trae.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        trae.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        trae.header().setStretchLastSection(False)
        trae.header().setSectionResizeMode(TEKST, QHeaderView.ResizeMode.Stretch)
        trae.header().setSectionResizeMode(SIDEN, QHeaderView.ResizeMode.Fixed)
        trae.header().resizeSection(SIDEN, _BOGSTAVER * trae.fontMetrics().averageCharWidth())
        trae.clicked.connect(self._klik)
        trae.activated.connect(self._klik)
        trae.doubleClicked.connect(self._dobbeltklik)
        trae.customContextMenuRequested.connect(self._menu)
        trae.selectionModel().selectionChanged.connect(lambda *_: self._valgt_om())
        return trae

    def _lav_knapper(self) -> None:
        self._koer = button(tr("&Kontrollér nu"), self.koer.emit)
        self._koer.setToolTip(tr("Se alt igennem, der er gemt"))
        self._fremskridt = QProgressBar()
        self._fremskridt.setAccessibleName(tr("Så langt er kontrollen nået"))
        self._stands = button(tr("Afbryd"), self.stands.emit)
        self._mere = QToolButton()
        self._mere.setText(tr("Mere"))
        self._mere.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._mere)
        self._links = menu.addAction(tr("&Prøv alle links på nettet"), self.proev_links.emit)
        self._links.setToolTip(
            tr("Spørger hver adresse, om den svarer. Det kan tage nogle minutter.")
        )
        menu.setToolTipsVisible(True)
        menu.addSeparator()
        menu.addAction(tr("Gem rapport …"), self.rapport.emit)
        menu.addAction(tr("Kopiér de viste fund"), self._kopier_viste)
        menu.addSeparator()
        menu.addAction(tr("Fold alt ud"), lambda: self._husk.fold_alt(aaben=True))
        menu.addAction(tr("Fold alt sammen"), lambda: self._husk.fold_alt(aaben=False))
        menu.addSeparator()
        menu.addAction(tr("Regler, grænser og ordlister …"), self.indstil.emit)
        menu.addAction(tr("Hjælp til kontrollen"), self.hjaelp.emit)
        self._mere.setMenu(menu)
        self._aabn = button(tr("Å&bn formular"), self._aabn_valgt)
        self._ret = button(tr("&Ret"), lambda: self.ret.emit(self._muligt.ret))
        self._ret_alle = button("", lambda: self.ret.emit(self._muligt.ret_alle))
        self._accepter = button(
            tr("A&cceptér …"), lambda: self.accepter.emit(self._muligt.accepter)
        )
        self._kilde = button(
            tr("Acceptér for &kilden …"), lambda: self.accepter_kilde.emit(self._linje())
        )
        self._ophaev = button(tr("&Fortryd accept"), lambda: self.ophaev.emit(self._muligt.ophaev))
        self._vis_alle = button(tr("Vis alle"), self.filter.ryd)

    def _byg(self) -> None:
        oeverst = QHBoxLayout()
        oeverst.addWidget(self._koer, 1)
        oeverst.addWidget(self._fremskridt, 1)
        oeverst.addWidget(self._stands)
        oeverst.addWidget(self._mere)
        self.tekst = QTextBrowser()
        self.tekst.setObjectName("detaljer")
        self.tekst.setAccessibleName(tr("Om det valgte fund"))
        self.tekst.setTabChangesFocus(True)
        self._knapper = QGridLayout()
        self._knapper.setContentsMargins(0, 0, 0, 0)
        self._knapper.setSpacing(4)
        nederst = QWidget()
        nedre = QVBoxLayout(nederst)
        nedre.setContentsMargins(0, 0, 0, 0)
        nedre.setSpacing(4)
        nedre.addWidget(self.tekst, 1)
        nedre.addLayout(self._knapper)
        deler = QSplitter(Qt.Orientation.Vertical)
        deler.setChildrenCollapsible(False)
        deler.addWidget(self.trae)
        deler.addWidget(nederst)
        deler.setStretchFactor(0, 3)
        deler.setStretchFactor(1, 1)
        deler.setSizes([260, 210])
        self._besked = wrapped("")
        self._besked.setObjectName("tomt")
        tom = QWidget()
        tomme = QVBoxLayout(tom)
        tomme.addWidget(self._besked)
        tomme.addWidget(self._vis_alle)
        tomme.addStretch(1)
        self._sider = QStackedWidget()
        self._sider.addWidget(deler)
        self._sider.addWidget(tom)
        self.status = wrapped("")
        self.status.setObjectName("status")
        indhold = QWidget()
        layout = QVBoxLayout(indhold)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addLayout(oeverst)
        layout.addWidget(self.filter)
        layout.addWidget(self._sider, 1)
        layout.addWidget(self.status)
        self.setWidget(indhold)
        self.vis_gang(None)
        for foerst, saa in zip(
            (self._koer, self._mere, self.filter.soeg, self.filter.knap, self.trae),
            (self._mere, self.filter.soeg, self.filter.knap, self.trae, self.tekst),
        ):
            QWidget.setTabOrder(foerst, saa)

    def _genveje(self) -> None:
        def genvej(
            taster: str | QKeySequence.StandardKey, goer: Callable[[], None], paa: QWidget
        ) -> None:
            kun = Qt.ShortcutContext.WidgetWithChildrenShortcut
            skaarn = QShortcut(QKeySequence(taster), paa)
            skaarn.setContext(kun)
            skaarn.activated.connect(goer)

        genvej(QKeySequence.StandardKey.Find, self.filter.soeg.setFocus, self)
        genvej("F2", self._aabn_valgt, self.trae)
        genvej("Ctrl+Return", self._aabn_valgt, self.trae)
        genvej(QKeySequence.StandardKey.Copy, lambda: self.kopier.emit(self.valgte()), self.trae)

    # What the user does --------------------------------------------------------------------------------

    def _linje(self) -> Linje | None:
        """The one check that everything chosen belongs to."""
        udvalg = self.model.udvalg(self.trae.selectionModel().selection())
        linjer = [linje for linje, _ in udvalg]
        noegler = {linje.noegle if linje is not None else None for linje in linjer}
        return linjer[0] if len(noegler) == 1 else None

    def _valgt_om(self) -> None:
        """Tell of what is chosen, and offer what can be done with it."""
        valgte, linje = self.valgte(), self._linje()
        if self._liste is None:
            valgte, linje = [], None
        self._muligt = kan = muligt(valgte, linje)
        self.tekst.setHtml(detaljer(self._liste, valgte, linje) if self._liste is not None else "")
        self._ret_alle.setText(tr("Ret &alle {0}").format(len(kan.ret_alle)))
        self._ophaev.setText(tr("&Fortryd accept"))
        flere_at_rette = len(kan.ret_alle) > len(kan.ret) or len(kan.ret) > 1
        self._vis_knapper(
            (self._aabn, kan.vis),
            (self._ret, len(kan.ret) == 1),
            (self._ret_alle, bool(kan.ret_alle) and flere_at_rette),
            (self._accepter, bool(kan.accepter)),
            (self._kilde, kan.kilde),
            (self._ophaev, bool(kan.ophaev)),
        )

    def _vis_knapper(self, *knapper: tuple[QPushButton, bool]) -> None:
        """Two in a row, without holes."""
        for knap, _ in knapper:
            self._knapper.removeWidget(knap)
        for knap, vises in knapper:
            knap.setParent(self.tekst.parentWidget())
            knap.setVisible(vises)
        for nr, knap in enumerate(knap for knap, vises in knapper if vises):
            self._knapper.addWidget(knap, nr // 2, nr % 2)

    def _klik(self, index: QModelIndex) -> None:
        post = self.model.post(index)
        if post is not None:
            self.vis_sted.emit(post)

    def _dobbeltklik(self, index: QModelIndex) -> None:
        post = self.model.post(index)
        if post is not None:
            self.aabn.emit(post)
        else:
            foerste = index.siblingAtColumn(TEKST)
            self.trae.setExpanded(foerste, not self.trae.isExpanded(foerste))

    def _aabn_valgt(self) -> None:
        valgte = self.valgte()
        if len(valgte) == 1 and valgte[0].fund.noegle:
            self.aabn.emit(valgte[0])

    def _kopier_viste(self) -> None:
        grene = (self.model.index(nr, 0) for nr in range(self.model.rowCount()))
        self.kopier.emit([post for gren in grene for post in self.model.poster(gren)])

    def _menu(self, hvor: QPoint) -> None:
        if not self.valgte():
            return
        menu = QMenu(self.trae)
        for knap in (
            self._aabn,
            self._ret,
            self._ret_alle,
            self._accepter,
            self._kilde,
            self._ophaev,
        ):
            if knap.isVisibleTo(self):
                menu.addAction(knap.text(), knap.click)
        menu.addSeparator()
        kopi = menu.addAction(
            QgsApplication.getThemeIcon("/mActionEditCopy.svg"), tr("Kopiér"), lambda: self.kopier.emit(self.valgte())
        )  # fmt: skip
        kopi.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.trae.viewport().mapToGlobal(hvor))
