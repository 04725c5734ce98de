# SPDX-License-Identifier: GPL-2.0-or-later
"""The municipality's own on paper: name, logo, colour, contact, the address of QR codes. Kept in the store for all."""

from __future__ import annotations

import base64
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.gui import QgsColorButton, QgsDoubleSpinBox, QgsFileWidget, QgsFilterLineEdit
from qgis.PyQt.QtCore import QByteArray
from qgis.PyQt.QtGui import QColor, QImage
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import QFormLayout, QHBoxLayout, QWidget

from moedested_plugin.domain.farve import HVID, kontrast
from moedested_plugin.gui.widgets import button, wrapped
from moedested_plugin.i18n import tr
from moedested_plugin.printing.hus import LAESELIG, Hus, gem_hus, hus
from moedested_plugin.printing.qr import PLADS, moensterfejl

if TYPE_CHECKING:
    from moedested_plugin.store import Store

#: A logo lies in the store: large photos do not belong there.
_LOGO_BYTES = 1_000_000
_TAL_PX, _RAAD_PX = 120, 420
_ARTER = {".svg": "svg", ".png": "png", ".jpg": "png", ".jpeg": "png"}


class Husside(QWidget):
    """One form. Nothing is kept before `gem`; what is wrong is said under its field at once."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._foer = self._nu = hus(store)
        self.kommune = QgsFilterLineEdit()
        self.kommune.setText(self._foer.kommune)
        self.kontakt = QgsFilterLineEdit()
        self.kontakt.setText(self._foer.kontakt)
        self.kontakt.setPlaceholderText(tr("Telefon 54 73 10 00 · kommunen@eksempel.dk"))
        self.farve = QgsColorButton()
        self.farve.setColor(QColor(self._foer.farve))
        self.farve.setAllowOpacity(False)
        self.logo = QgsFileWidget()
        self.logo.setFilter(tr("Logo (*.svg *.png *.jpg *.jpeg)"))
        self.logo.lineEdit().setAccessibleName(tr("Logo"))
        self.adresse = QgsFilterLineEdit()
        self.adresse.setText(self._foer.adresse)
        self.adresse.setPlaceholderText(f"https://kommunen.dk/sted/{PLADS}")
        self.gang, self.cykel = _fart(self._foer.gang_kmt), _fart(self._foer.cykel_kmt)
        self.raad = {navn: wrapped("") for navn in ("farve", "logo", "adresse")}
        for raad in self.raad.values():  # else it asks for as many lines as in a narrow column
            raad.setMinimumWidth(_RAAD_PX)
        self._laeg_ud()
        self.farve.colorChanged.connect(lambda _farve: self._sig())
        self.adresse.textChanged.connect(lambda _tekst: self._sig())
        self.logo.fileChanged.connect(self._nyt_logo)
        self.setEnabled(store.kan_skrive)
        self._sig()

    def valgt(self) -> Hus:
        """What is chosen now."""
        return replace(
            self._nu,
            kommune=self.kommune.text().strip() or self._foer.kommune,
            kontakt=self.kontakt.text().strip(),
            farve=self.farve.color().name(),
            adresse=self.adresse.text().strip(),
            gang_kmt=self.gang.value(),
            cykel_kmt=self.cykel.value(),
        )

    def gem(self) -> bool:
        """Keep it; False when nothing was changed. An address that cannot be used is not kept."""
        nu = self.valgt()
        if nu.adresse and moensterfejl(nu.adresse):
            nu = replace(nu, adresse=self._foer.adresse)
        if nu == self._foer or not self._store.kan_skrive:
            return False
        gem_hus(self._store, nu)
        self._foer = nu
        return True

    # Parts ----------------------------------------------------------------------------------------------

    def _laeg_ud(self) -> None:
        form = QFormLayout(self)
        form.addRow(wrapped(tr("Gælder for alle, der udskriver fra de samme data.")))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("Navn på udskrifter"), self.kommune)
        form.addRow(tr("Kontakt i bunden"), self.kontakt)
        form.addRow(tr("Farve"), self.farve)
        form.addRow("", self.raad["farve"])
        logo = QHBoxLayout()
        logo.addWidget(self.logo, 1)
        self.uden_logo = button(tr("Fjern logo"), self._fjern_logo)
        logo.addWidget(self.uden_logo)
        form.addRow(tr("Logo"), logo)
        form.addRow("", self.raad["logo"])
        form.addRow(tr("Fast adresse til QR-koder"), self.adresse)
        form.addRow("", self.raad["adresse"])
        form.addRow(tr("Gangtid regnes med (km/t)"), self.gang)
        form.addRow(tr("Cykeltid regnes med (km/t)"), self.cykel)

    def _sig(self) -> None:
        """Say what is wrong, or what it means."""
        bleg = kontrast(self.farve.color().name(), HVID) < LAESELIG
        self.raad["farve"].setText(
            tr("Farven er for lys til tekst på hvidt papir. Der skrives med sort i stedet.")
            if bleg
            else ""
        )
        self.raad["farve"].setVisible(bleg)
        tekst = self.adresse.text().strip()
        uden = tr(
            "Uden adresse kan der ikke laves skilte, og ark kommer uden QR-kode. {0} bliver til mødestedets id."
        ).format(PLADS)
        fejl = moensterfejl(tekst) if tekst else uden
        self.raad["adresse"].setText(fejl or "")
        self.raad["adresse"].setVisible(bool(fejl))
        self.uden_logo.setEnabled(bool(self._nu.logo))
        if not self.raad["logo"].text():
            self.raad["logo"].setText(
                tr("Der er et logo.") if self._nu.logo else tr("Der er intet logo endnu.")
            )

    def _nyt_logo(self, sti: str) -> None:
        if not sti.strip():
            return
        logo = _laes_logo(Path(sti))
        if isinstance(logo, str):
            self.raad["logo"].setText(logo)
            return
        indhold, art = logo
        self._nu = replace(self._nu, logo=base64.b64encode(indhold).decode(), logo_art=art)
        self.raad["logo"].setText(tr("Logoet er valgt. Det gemmes med de andre indstillinger."))
        self._sig()

    def _fjern_logo(self) -> None:
        self._nu = replace(self._nu, logo="", logo_art="")
        self.raad["logo"].setText("")
        self._sig()


def _laes_logo(sti: Path) -> tuple[bytes, str] | str:
    """The file and its kind, or a sentence."""
    art = _ARTER.get(sti.suffix.lower())
    try:
        indhold = sti.read_bytes()
    except OSError:
        return tr("Logoet kan ikke læses. Vælg en anden fil.")
    if len(indhold) > _LOGO_BYTES:
        return tr("Logoet fylder over 1 MB. Vælg en mindre fil.")
    ses = (
        QSvgRenderer(QByteArray(indhold)).isValid()
        if art == "svg"
        else not QImage.fromData(indhold).isNull()
    )
    if art is None or not ses:
        return tr("Filen er ikke et billede, der kan bruges. Vælg SVG, PNG eller JPG.")
    return indhold, art


def _fart(vaerdi: float) -> QgsDoubleSpinBox:
    boks = QgsDoubleSpinBox()
    boks.setRange(1, 40)
    boks.setDecimals(1)
    boks.setShowClearButton(False)
    boks.setMaximumWidth(_TAL_PX)
    boks.setValue(vaerdi)
    return boks
