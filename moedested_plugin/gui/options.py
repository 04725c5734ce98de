# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin's page in QGIS's options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.i18n import tr

from .widgets import icon, note

if TYPE_CHECKING:
    from collections.abc import Callable

    from moedested_plugin.project.background_services import Provider
    from moedested_plugin.settings import Settings
    from moedested_plugin.store import Store

    from .kontrol.indstil import Indstillinger
    from .udskriv.hus_side import Husside

OPTIONS_PAGE = "MoedestedOptions"


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page when the options are opened."""

    def __init__(
        self,
        settings: Settings,
        on_problem: Callable[[str], object],
        store: Callable[[], Store | None] = lambda: None,
        checks_changed: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__("Mødested", icon("moedested"), "moedested")
        self._store, self._checks_changed = store, checks_changed
        self._settings = settings
        self._on_problem = on_problem

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:
        """A new page for each time the dialog opens."""
        page = OptionsPage(self._settings, self._on_problem, parent, self._store())
        page.checks_changed.connect(self._checks_changed)
        return page


class OptionsPage(QgsOptionsPageWidget):
    """Who the user is, and the keys to the national map services."""

    #: The municipality's rules, limits or words are others now.
    checks_changed = pyqtSignal()

    def __init__(
        self,
        settings: Settings,
        on_problem: Callable[[str], object],
        parent: QWidget | None = None,
        store: Store | None = None,
    ) -> None:
        super().__init__(parent)
        from moedested_plugin.project.background_services import DATAFORDELER, DATAFORSYNINGEN

        self.setObjectName(OPTIONS_PAGE)
        self._settings = settings
        self._on_problem = on_problem
        self.initials = QLineEdit(settings.egne_initialer)
        self.initials.setPlaceholderText(settings.qgis_bruger)
        self.initials.setMaxLength(128)
        self.geofa_user = QLineEdit(settings.geofa_bruger.value())
        self.geofa_user.setMaxLength(128)
        self.keys = {provider: QLineEdit() for provider in (DATAFORSYNINGEN, DATAFORDELER)}
        self.checks: Indstillinger | None = None
        self.house: Husside | None = None
        from .tegn.tegn_side import TegnSide

        self.drawing = TegnSide(settings, store)
        tabs = QTabWidget()
        tabs.addTab(self._own(), tr("Bruger og nøgler"))
        tabs.addTab(self._checks(store), tr("Kontrol"))
        tabs.addTab(self._house(store), tr("Udskrift"))
        tabs.addTab(self.drawing, tr("Tegn"))
        QVBoxLayout(self).addWidget(tabs)

    def _own(self) -> QWidget:
        """What belongs to the user of this computer."""
        own = QWidget()
        layout = QVBoxLayout(own)
        layout.addWidget(self._user_box())
        layout.addWidget(self._keys_box())
        layout.addWidget(
            note(
                tr(
                    "Pluginet taler dansk, når QGIS er på dansk, og ellers engelsk. Sproget vælges under Generelt."
                )
            )
        )
        layout.addStretch(1)
        return own

    def _checks(self, store: Store | None) -> QWidget:
        """What belongs to the municipality, and lies in its store."""
        if store is None:
            return _shut(tr("Åbn et Mødested-projekt for at vælge regler, grænser og ordlister."))
        from .kontrol.indstil import Indstillinger

        self.checks = Indstillinger(store)
        return self.checks

    def _house(self, store: Store | None) -> QWidget:
        """What the municipality's prints look like."""
        if store is None:
            return _shut(
                tr("Åbn et Mødested-projekt for at vælge navn, logo og farve på udskrifter.")
            )
        from .udskriv.hus_side import Husside

        self.house = Husside(store)
        return self.house

    def apply(self) -> None:
        """Keep what was written; an empty key leaves the earlier one alone."""
        from moedested_plugin.project.background_services import KeyNotKept, keep_key

        if self.checks is not None and self.checks.gem():
            self.checks_changed.emit()
        if self.house is not None:
            self.house.gem()
        self._settings.egne_initialer = self.initials.text().strip()
        self._settings.geofa_bruger.setValue(self.geofa_user.text().strip())
        try:
            self.drawing.gem()
        except KeyNotKept as problem:
            self._on_problem(str(problem))
        if self.drawing.graense is not None and self.drawing.graense.gem(self._on_problem):
            self.checks_changed.emit()
        for provider, edit in self.keys.items():
            if edit.text().strip():
                try:
                    keep_key(provider, edit.text())
                except KeyNotKept as problem:
                    self._on_problem(str(problem))

    def _user_box(self) -> QGroupBox:
        box = QGroupBox(tr("Bruger"))
        form = QFormLayout(box)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("Initialer"), self.initials)
        form.addRow(
            note(tr("Vises i historikken ved det, du retter. Tom: dit navn på computeren."))
        )
        form.addRow(tr("GeoFA-bruger"), self.geofa_user)
        form.addRow(
            note(tr("Kommunens fælles bruger i GeoFA, aldrig en person. Bruges i nye projekter."))
        )
        return box

    def _keys_box(self) -> QGroupBox:
        box = QGroupBox(tr("Nøgler til landsdækkende kort"))
        form = QFormLayout(box)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for provider, edit in self.keys.items():
            edit.setEchoMode(QLineEdit.EchoMode.Password)
            edit.setPlaceholderText(_key_state(provider))
            form.addRow(provider.navn, edit)
            form.addRow(note(tr("Hentes gratis på {0}.").format(provider.sign_up)))
        form.addRow(note(tr("Nøglerne gemmes krypteret i QGIS' godkendelser, aldrig i projektet.")))
        return box


def _key_state(provider: Provider) -> str:
    from moedested_plugin.project.background_services import kept_key

    return (
        tr("Gemt. Skriv her for at skifte den.") if kept_key(provider) else tr("Ingen nøgle endnu")
    )


def _shut(text: str) -> QLabel:
    label = note(text)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label
