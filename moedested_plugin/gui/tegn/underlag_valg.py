# SPDX-License-Identifier: GPL-2.0-or-later
"""What is painted with: a row of surfaces as the map shows them, width and obstacle, and where one has got to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from qgis.core import QgsFeatureRequest, QgsSymbolLayerUtils, QgsVectorLayer
from qgis.PyQt.QtCore import QEvent, QObject, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.domain.signatur import Linje
from moedested_plugin.domain.signaturer import SIGNATURER
from moedested_plugin.domain.underlag_langs import UKENDT, Stykke
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.project.raekke import er_null
from moedested_plugin.project.styles.symboler import symbol

_IKON = QSize(40, 22)
_KNAP = QSize(48, 44)
_BREDDE, _KANT = 530, 8
#: The surfaces that have a key of their own.
TASTER = range(1, 9)


class UnderlagValg(QFrame):
    """The small panel beside the map."""

    #: Something else was chosen.
    valgt = pyqtSignal()
    #: Take surfaces over from the network and from other routes.
    overtag = pyqtSignal()

    def __init__(self, kodeliste: QgsVectorLayer | None, kort: QWidget) -> None:
        super().__init__(kort)
        # A click beside a button is no click on the map below.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        kort.installEventFilter(self)
        self._knapper = QButtonGroup(self)
        self._knapper.setExclusive(True)
        self._navne = dict(_koder(kodeliste, "underlag"))
        raekke = QHBoxLayout()
        raekke.setSpacing(2)
        for kode, navn in self._navne.items():
            raekke.addWidget(self._knap(kode, navn))
        raekke.addStretch()
        self._navn, self._hvor, self._rute = QLabel(), QLabel(), QLabel()
        self._rute.setWordWrap(True)
        for linje in (self._navn, self._hvor, self._rute):
            linje.setTextFormat(Qt.TextFormat.PlainText)
        skrift = self._navn.font()
        skrift.setBold(True)
        self._navn.setFont(skrift)
        lodret = QVBoxLayout(self)
        lodret.setContentsMargins(6, 6, 6, 6)
        lodret.addWidget(self._navn)
        lodret.addLayout(raekke)
        self._overtag = QPushButton(tr("Overtag underlag"))
        self._overtag.setToolTip(
            tr("Hent underlag, hvor intet er malet, fra andre ruter og veje på samme sted.")
        )
        self._overtag.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._overtag.clicked.connect(lambda _: self.overtag.emit())
        tillaeg = self._tillaeg(kodeliste)
        tillaeg.addWidget(self._overtag)
        lodret.addLayout(tillaeg)
        lodret.addWidget(self._hvor)
        lodret.addWidget(self._rute)
        self._knapper.idClicked.connect(lambda _: self._skiftet())
        self.vaelg(next(iter(self._navne), UKENDT))

    def eventFilter(self, _: QObject | None, haendelse: QEvent | None) -> bool:
        """Stay in the corner at the bottom, clear of the message bar, when the map changes its size."""
        if haendelse is not None and haendelse.type() == QEvent.Type.Resize:
            self.laeg_paa_plads()
        return False

    def laeg_paa_plads(self) -> None:
        """At the bottom of the map, to the left."""
        kort = self.parentWidget()
        if kort is not None:
            self.resize(_BREDDE, self.heightForWidth(_BREDDE))
            self.move(_KANT, max(0, kort.height() - self.height() - _KANT))

    def _knap(self, kode: int, navn: str) -> QToolButton:
        knap = QToolButton()
        knap.setCheckable(True)
        knap.setIcon(_ikon(kode))
        knap.setIconSize(_IKON)
        knap.setFixedSize(_KNAP)
        knap.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        knap.setText(str(kode) if kode in TASTER else "")
        tast = tr("{0} (tast {1})").format(navn, kode) if kode in TASTER else navn
        knap.setToolTip(tr("Ukendt: tag underlaget af") if kode == UKENDT else tast)
        # The keyboard belongs to the map.
        knap.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._knapper.addButton(knap, kode)
        return knap

    def _tillaeg(self, kodeliste: QgsVectorLayer | None) -> QHBoxLayout:
        self._bredde = QDoubleSpinBox()
        self._bredde.setRange(0.0, 50.0)
        self._bredde.setDecimals(1)
        self._bredde.setSingleStep(0.1)
        self._bredde.setSuffix(" m")
        self._bredde.setSpecialValueText(tr("Ikke målt"))
        self._bredde.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._forhindring = QComboBox()
        self._forhindring.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._forhindring.addItem(tr("Ingen"), None)
        for kode, navn in _koder(kodeliste, "forhindring"):
            self._forhindring.addItem(navn, kode)
        self._bredde.valueChanged.connect(lambda _: self.valgt.emit())
        self._forhindring.currentIndexChanged.connect(lambda _: self.valgt.emit())
        linje = QHBoxLayout()
        linje.addWidget(QLabel(tr("Bredde")))
        linje.addWidget(self._bredde)
        linje.addWidget(QLabel(tr("Forhindring")))
        linje.addWidget(self._forhindring, 1)
        return linje

    @property
    def kode(self) -> int:
        """The surface that is chosen."""
        return self._knapper.checkedId()

    @property
    def farve(self) -> QColor:
        """Its colour on the map."""
        return self.farve_af(self.kode)

    @staticmethod
    def farve_af(kode: int) -> QColor:
        """The colour of a surface on the map."""
        return QColor(_linje(kode).farve)

    def vaelg(self, kode: int) -> None:
        """Choose a surface, where the list has it."""
        knap = self._knapper.button(kode)
        if knap is not None:
            knap.setChecked(True)
            self._skiftet()

    def maling(self) -> Stykke | None:
        """What to paint; None takes away. Its metres do not matter."""
        if self.kode == UKENDT:
            return None
        forhindring = self._forhindring.currentData()
        return Stykke(0.0, 0.0, self.kode, round(self._bredde.value(), 1) or None, forhindring)

    def navn(self, kode: int) -> str:
        """What the municipality calls a surface."""
        return self._navne.get(kode, str(kode))

    def sig(self, hvor: str) -> None:
        """Say where one has got to, and what to do next."""
        self._hvor.setText(hvor)

    def sig_ruten(self, tekst: str) -> None:
        """Say what the route is made of."""
        self._rute.setText(tekst)
        self._overtag.setEnabled(bool(tekst))
        self.laeg_paa_plads()

    def _skiftet(self) -> None:
        self._navn.setText(self.navn(self.kode))
        self.valgt.emit()


def _koder(kodeliste: QgsVectorLayer | None, liste: str) -> Iterator[tuple[int, str]]:
    """The active codes of a list with their names, in its order."""
    if kodeliste is None:
        return
    oensket = QgsFeatureRequest().setFilterExpression(f'"liste" = \'{liste}\' AND "aktiv" = 1')
    raekker = sorted(
        kodeliste.getFeatures(oensket),
        key=lambda r: (0 if er_null(r["sortering"]) else int(r["sortering"]), int(r["kode"])),
    )
    for raekke in raekker:
        yield int(raekke["kode"]), oversat(str(raekke["navn"]))


def _linje(kode: int) -> Linje:
    """The sign of a surface; the municipality's own look like the unknown, as on the map."""
    under = SIGNATURER["straekning"][0].under
    kendte = {valg.koder[0]: s.tegn for s in under for valg in s.valg if isinstance(s.tegn, Linje)}
    return replace(kendte.get(kode, kendte[UKENDT]), til_siden_mm=0.0)


def _ikon(kode: int) -> QIcon:
    return QgsSymbolLayerUtils.symbolPreviewIcon(symbol(_linje(kode)), _IKON)
