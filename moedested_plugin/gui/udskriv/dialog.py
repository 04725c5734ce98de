# SPDX-License-Identifier: GPL-2.0-or-later
"""The dialog *Udskriv*: what, how, and how it will look. It asks for everything by signals, and prints nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QHideEvent
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.gui.widgets import icon, wrapped
from moedested_plugin.i18n import tr

from .bestilform import Bestilform
from .forhaandsvisning import Forhaandsvisning
from .layoutside import Layoutside
from .skabelonliste import Skabelonliste

if TYPE_CHECKING:
    from moedested_plugin.printing.proeve import Proeve

#: Rests this long after a change before the preview is made again (ms).
_RO = 450
_STOERRELSE, _LISTE, _FORM = (1120, 640), 262, 390
#: Room for the longest word of the list and its pictogram, however large the letters.
_BOGSTAVER = 21


class UdskrivDialog(QDialog):
    """Not modal: the map can be moved and rows selected while it is open."""

    #: Another product was chosen; something of the order was changed, and has rested.
    skabelon_valgt = pyqtSignal()
    forny = pyqtSignal()
    udskriv = pyqtSignal()
    foej_til = pyqtSignal()
    skjult = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("MoedestedUdskriv")
        self.setWindowTitle(tr("Udskriv"))
        self.setWindowIcon(icon("udskriv"))
        self.skabeloner = Skabelonliste()
        self.form = Bestilform()
        self.forhaandsvisning = Forhaandsvisning()
        self.layouter = Layoutside()
        self.note = wrapped("")
        self.note.setObjectName("note")
        self.note.hide()
        self.besked = wrapped("")
        self.besked.setObjectName("besked")
        self.besked.hide()
        self._ro = QTimer(self)
        self._ro.setSingleShot(True)
        self._ro.setInterval(_RO)
        self._ro.timeout.connect(self._udhvilet)
        self.skabeloner.valgt.connect(self.skabelon_valgt)
        self.form.aendret.connect(self.aendret)
        self.faner = QTabWidget()
        self.faner.addTab(self._udskrift(), tr("Udskrift"))
        self.faner.addTab(self.layouter, tr("Layouter i projektet"))
        self.knapper = QDialogButtonBox()
        self.udskriv_knap = self.knapper.addButton(
            tr("Udskriv"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.udskriv_knap.setDefault(True)
        self.foej_knap = self.knapper.addButton(
            tr("Føj til projektet som layout"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.foej_knap.setToolTip(tr("Siden, der vises, bliver et layout, du kan rette i QGIS."))
        self.luk_knap = self.knapper.addButton(tr("Luk"), QDialogButtonBox.ButtonRole.RejectRole)
        for knap in (self.foej_knap, self.luk_knap):
            knap.setAutoDefault(False)
        self.udskriv_knap.clicked.connect(lambda _=False: self.udskriv.emit())
        self.foej_knap.clicked.connect(lambda _=False: self.foej_til.emit())
        self.knapper.rejected.connect(self.reject)
        self.faner.currentChanged.connect(lambda _nr: self._tilpas())
        layout = QVBoxLayout(self)
        layout.addWidget(self.faner, 1)
        layout.addWidget(self.besked)
        layout.addWidget(self.knapper)
        self.resize(*_STOERRELSE)

    def sig(self, tekst: str) -> None:
        """Say what came of it, or what stands in the way; '' for nothing."""
        self.besked.setText(tekst)
        self.besked.setVisible(bool(tekst))

    def aendret(self) -> None:
        """The preview is made again when nothing has changed for a moment."""
        self.sig("")
        self._ro.start()

    def bemaerk(self, linjer: list[str]) -> None:
        """Say what should be known of the page that is shown."""
        self.note.setText("\n".join(linjer))
        self.note.setVisible(bool(linjer))

    def vis_proeve(self, proeve: Proeve) -> None:
        """Show how it will look."""
        haefte = proeve.grundlag.bestilling.skabelon.haefte
        self.form.vis_antal(1 if haefte else len(proeve.blade))
        self.forhaandsvisning.vis(proeve)
        self._tilpas()

    def vis_hindring(self, tekst: str) -> None:
        """Show why it cannot be made."""
        self.bemaerk([])
        self.forhaandsvisning.sig(tekst)
        self._tilpas()

    def stop(self) -> None:
        """Make no preview now; one that is due comes with the next change."""
        self._ro.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever keeps something on the map for the dialog can take it away."""
        super().hideEvent(event)
        self.stop()
        self.skjult.emit()

    def _udskrift(self) -> QWidget:
        bogstav = self.fontMetrics().averageCharWidth()
        self.skabeloner.setFixedWidth(max(_LISTE, _BOGSTAVER * bogstav))
        midte = QWidget()
        midte_layout = QVBoxLayout(midte)
        midte_layout.setContentsMargins(6, 0, 6, 0)
        midte_layout.addWidget(self.form)
        midte_layout.addStretch(1)
        rul = _Formrulle()
        rul.setFrameShape(QFrame.Shape.NoFrame)
        rul.setWidgetResizable(True)
        rul.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rul.setWidget(midte)
        for flade in (midte, rul.viewport()):
            flade.setAutoFillBackground(False)
        side = QWidget()
        layout = QHBoxLayout(side)
        layout.addWidget(self.skabeloner)
        layout.addWidget(rul)
        ses = QVBoxLayout()
        ses.addWidget(self.forhaandsvisning, 1)
        ses.addWidget(self.note)
        layout.addLayout(ses, 1)
        return side

    def _udhvilet(self) -> None:
        if self.isVisible():
            self.forny.emit()

    def _tilpas(self) -> None:
        """Buttons that would only fail are grey."""
        kan = self.forhaandsvisning.proeve is not None and self.faner.currentIndex() == 0
        self.udskriv_knap.setEnabled(kan)
        self.foej_knap.setEnabled(kan)


class _Formrulle(QScrollArea):
    """As wide as what the product asks for, in the letters that are used: a scroll area takes no notice, and would cut it."""

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        """Qt sends what happens to the content by here."""
        if event.type() == QEvent.Type.LayoutRequest and widget is self.widget():
            streg = self.verticalScrollBar().sizeHint().width()
            self.setFixedWidth(max(_FORM, self.widget().minimumSizeHint().width() + streg))
        return bool(super().eventFilter(widget, event))
