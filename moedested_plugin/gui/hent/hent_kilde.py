# SPDX-License-Identifier: GPL-2.0-or-later
"""Where to fetch from: a file, a folder, the address of a WFS; and what only the user can say about it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsAuthConfigSelect, QgsProjectionSelectionWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.gui.widgets import button, wrapped
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.sources.wfs import er_adresse

if TYPE_CHECKING:
    from moedested_plugin.settings import Settings
    from moedested_plugin.sources.fejl import MaaSpoerges
    from moedested_plugin.sources.profil import Profil

_VALG = Qt.ItemDataRole.UserRole
_LINJER = 8


class Kildevalg(QWidget):
    """One line for all kinds, with buttons for a file and a folder. Takes what is dropped."""

    #: A source is chosen: read it.
    valgt = pyqtSignal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._sti = QComboBox()
        self._sti.setObjectName("kilde")
        self._sti.setEditable(True)
        self._sti.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._sti.setAccessibleName(tr("Fil, mappe eller adresse"))
        linje = self._sti.lineEdit()
        linje.setPlaceholderText(tr("Fil, mappe eller adressen på en WFS"))
        linje.returnPressed.connect(self._valgt)
        linje.textEdited.connect(lambda _: self._skrevet())
        self._sti.activated.connect(lambda _: self._valgt())
        self._login_tekst = QLabel(tr("Log ind med:"))
        self._login = QgsAuthConfigSelect()
        gitter = QGridLayout(self)
        gitter.setContentsMargins(0, 0, 0, 0)
        gitter.addWidget(QLabel(tr("Hent fra:")), 0, 0)
        gitter.addWidget(self._sti, 0, 1)
        gitter.addWidget(button(tr("Fil …"), self._vaelg_fil), 0, 2)
        gitter.addWidget(button(tr("Mappe …"), self._vaelg_mappe), 0, 3)
        gitter.addWidget(self._login_tekst, 1, 0)
        gitter.addWidget(self._login, 1, 1, 1, 3)
        gitter.setColumnStretch(1, 1)
        self._skrevet()

    def tilbyd(self, profiler: Sequence[Profil]) -> None:
        """Sources that are known by name; what is written stays."""
        skrevet = self._sti.currentText()
        for profil in profiler:
            self._sti.addItem(oversat(profil.titel), profil)
        self._sti.setCurrentIndex(-1)
        self._sti.setEditText(skrevet)

    @property
    def sti(self) -> str:
        """What is chosen."""
        profil = self.profil
        return str(profil.laes["sti"]) if profil else self._sti.currentText().strip().strip('"')

    @property
    def profil(self) -> Profil | None:
        """The profile that brings its own address, when that was chosen."""
        nr = self._sti.currentIndex()
        if nr < 0 or self._sti.itemText(nr) != self._sti.currentText():
            return None
        return self._sti.itemData(nr)  # type: ignore[no-any-return]  # a Profil, put in above

    @property
    def authcfg(self) -> str | None:
        """The login for a service."""
        return (self._login.configId() or None) if er_adresse(self.sti) else None

    def saet(self, sti: str) -> None:
        """Choose a file or an address."""
        self._sti.setCurrentIndex(-1)
        self._sti.setEditText(sti)
        self._valgt()

    def _valgt(self) -> None:
        self._skrevet()
        sti = self.sti
        if not sti:
            return
        if not er_adresse(sti):
            fil = Path(sti)
            self._settings.kildemappe.setValue(str(fil if fil.is_dir() else fil.parent))
        self.valgt.emit()

    def _skrevet(self) -> None:
        adresse = er_adresse(self.sti)
        self._login.setVisible(adresse)
        self._login_tekst.setVisible(adresse)

    def _vaelg_fil(self) -> None:
        sti, _ = QFileDialog.getOpenFileName(
            self,
            tr("Vælg en fil"),
            self._settings.kildemappe.value(),
            tr("Kort og tabeller") + f" ({_ENDELSER});;" + tr("Alle filer") + " (*)",
        )
        if sti:
            self.saet(sti)

    def _vaelg_mappe(self) -> None:
        sti = QFileDialog.getExistingDirectory(
            self, tr("Vælg en mappe"), self._settings.kildemappe.value()
        )
        if sti:
            self.saet(sti)


_ENDELSER = "*.gpkg *.geojson *.json *.shp *.zip *.tab *.mif *.gml *.xml *.kml *.kmz *.gpx *.csv *.txt *.ics *.xlsx *.ods *.dbf *.sqlite *.gdb"


def sluppet(haendelse: QDragEnterEvent | QDropEvent) -> str:
    """The file or address that is dragged; empty when it is something else."""
    data = haendelse.mimeData()
    for url in data.urls() if data.hasUrls() else ():
        return str(url.toLocalFile() if url.isLocalFile() else url.toString())
    tekst = str(data.text()).strip() if data.hasText() else ""
    return tekst if er_adresse(tekst) else ""


class Spoergsmaal(QGroupBox):
    """What the reader cannot know: which layer, which encoding, which coordinate system."""

    #: The field of `Kilde`, and the answer.
    svaret = pyqtSignal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._om = ""
        self._besked = wrapped("")
        self._besked.setObjectName("spoergsmaal")
        self._valg = QListWidget()
        self._valg.setObjectName("valg")
        self._valg.itemClicked.connect(self._svar)
        self._valg.itemActivated.connect(self._svar)
        self._andet = QgsProjectionSelectionWidget()
        self._andet.setOptionVisible(QgsProjectionSelectionWidget.CrsOption.CrsNotSet, True)
        self._andet.setNotSetText(tr("Vælg …"))
        self._andet.setCrs(QgsCoordinateReferenceSystem())
        self._andet.crsChanged.connect(self._andet_valgt)
        self._andet_tekst = QLabel(tr("Et andet:"))
        andet = QHBoxLayout()
        andet.addWidget(self._andet_tekst)
        andet.addWidget(self._andet, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(self._besked)
        layout.addWidget(self._valg)
        layout.addLayout(andet)
        self.hide()

    def stil(self, fejl: MaaSpoerges) -> None:
        """Ask."""
        self._om = fejl.om
        self.setTitle(
            {
                "lag": tr("Lag"), "crs": tr("Koordinatsystem"), "tegnsaet": tr("Tegnsæt"),
            }[fejl.om]
        )  # fmt: skip
        self._besked.setText(str(fejl))
        self._valg.clear()
        for valg in fejl.valg:
            punkt = QListWidgetItem(valg.tekst)
            punkt.setData(_VALG, valg.vaerdi)
            self._valg.addItem(punkt)
        linje = self._valg.sizeHintForRow(0) if fejl.valg else 0
        self._valg.setFixedHeight(linje * min(max(len(fejl.valg), 1), _LINJER) + 8)
        for del_ in (self._andet, self._andet_tekst):
            del_.setVisible(fejl.om == "crs")
        self.show()
        self._valg.setFocus()

    def er_besvaret(self) -> None:
        """Layers stay to choose another; the rest is answered once and for all."""
        if self._om != "lag":
            self.hide()

    def glem(self) -> None:
        """Another source."""
        self._om = ""
        self.hide()

    def _svar(self, punkt: QListWidgetItem) -> None:
        self.svaret.emit(self._om, str(punkt.data(_VALG)))

    def _andet_valgt(self) -> None:
        kode = self._andet.crs().authid()
        if self._om == "crs" and self.isVisible() and kode:
            self.svaret.emit("crs", kode)
