# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of what can be printed: a pictogram, a name, what it is for."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QListWidget, QListWidgetItem, QWidget

from moedested_plugin.domain.farve import BLAA, BRUN, GRAA, GROEN, HIMMEL, LILLA, ROED
from moedested_plugin.gui.widgets import pictogram
from moedested_plugin.i18n import tr
from moedested_plugin.printing.bestilling import SKABELONER, Skabelon

_TEGN_PX = 30
_ID = Qt.ItemDataRole.UserRole


class Skabelonliste(QListWidget):
    """One is always chosen. The daily print stands first."""

    valgt = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("skabeloner")
        self.setAccessibleName(tr("Udskrift"))
        self.setIconSize(QSize(_TEGN_PX, _TEGN_PX))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSpacing(2)
        for navn, (tegn, farve, beskrivelse) in _om().items():
            item = QListWidgetItem(
                pictogram(tegn, farve), f"{SKABELONER[navn].titel}\n{beskrivelse}", self
            )
            item.setData(_ID, navn)
        self.setCurrentRow(0)
        self.currentRowChanged.connect(lambda _nr: self.valgt.emit())

    @property
    def skabelon(self) -> Skabelon:
        """The chosen one."""
        return SKABELONER[str(self.currentItem().data(_ID))]

    def vaelg(self, navn: str) -> None:
        """Choose by id; an unknown one changes nothing."""
        for nr in range(self.count()):
            if self.item(nr).data(_ID) == navn:
                self.setCurrentRow(nr)


def _om() -> dict[str, tuple[str, str, str]]:
    """Pictogram, its colour, what the product is for."""
    return {
        "kortbilag": ("facilitet_vejviser", BLAA, tr("Det kort, du ser nu, til en sag")),
        "moedestedsark": ("moedested_fysisk", BLAA, tr("Et ark for hvert mødested")),
        "ruteark": ("aktivitet_gaaende", ROED, tr("Et ark for hver rute, med GPX")),
        "skilt": ("udstyr_markoer", GRAA, tr("Til markører og mødestedskit")),
        "oversigt": ("moedested_begge", GROEN, tr("Hele kommunen med navneliste")),
        "plakat": ("facilitet_info", HIMMEL, tr("A2 med kort og liste by for by")),
        "aarshjul": ("aktivitet_stjerne", LILLA, tr("Årets aktiviteter, med kalender")),
        "status": ("aktivitet_tavle", GRAA, tr("Tal og fremdrift på et par sider")),
        "katalog": ("aktivitet_bog", BRUN, tr("Et hæfte med idéer til andre")),
    }
