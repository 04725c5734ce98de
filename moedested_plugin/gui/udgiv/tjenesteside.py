# SPDX-License-Identifier: GPL-2.0-or-later
"""What the service says of itself."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from moedested_plugin.gui.widgets import wrapped
from moedested_plugin.i18n import tr
from moedested_plugin.publishing.tjeneste_oplysninger import NOEGLE, Oplysninger, oplysninger

if TYPE_CHECKING:
    from moedested_plugin.store import Store

_LINJER = 3


class Tjenesteside(QWidget):
    """One field each; what is not changed follows the standard."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._foer = {
            felt.name: _tekst(getattr(oplysninger(store), felt.name))
            for felt in fields(Oplysninger)
        }
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.felter: dict[str, QLineEdit | QPlainTextEdit] = {}
        titler = _titler()
        for navn, tekst in self._foer.items():
            felt: QLineEdit | QPlainTextEdit
            if navn in ("resume", "betingelser"):
                felt = QPlainTextEdit(tekst)
                felt.setTabChangesFocus(True)
                felt.setFixedHeight(felt.fontMetrics().lineSpacing() * (_LINJER + 1))
            else:
                felt = QLineEdit(tekst)
            felt.setAccessibleName(titler[navn])
            self.felter[navn] = felt
            form.addRow(titler[navn], felt)
        layout = QVBoxLayout(self)
        layout.addWidget(
            wrapped(tr("Teksterne er kommunens egne og på dansk. De gælder fra næste udgivelse."))
        )
        layout.addLayout(form)
        layout.addStretch(1)

    def valgt(self) -> dict[str, str]:
        """What stands in the fields."""
        return {
            navn: felt.text() if isinstance(felt, QLineEdit) else felt.toPlainText()
            for navn, felt in self.felter.items()
        }

    def gem(self, store: Store) -> None:
        """Keep what was changed."""
        nye: dict[str, object] = {
            navn: _ord(tekst) if navn == "noegleord" else tekst.strip()
            for navn, tekst in self.valgt().items()
            if tekst.strip() != self._foer[navn]
        }
        if nye:
            gemt = store.indstilling(NOEGLE, {})
            store.saet_indstilling(NOEGLE, {**(gemt if isinstance(gemt, dict) else {}), **nye})


def _titler() -> dict[str, str]:
    return {
        "titel": tr("Titel"),
        "resume": tr("Beskrivelse"),
        "organisation": tr("Organisation"),
        "mail": tr("Mail"),
        "telefon": tr("Telefon"),
        "noegleord": tr("Nøgleord (med komma imellem)"),
        "gebyr": tr("Pris"),
        "betingelser": tr("Vilkår for brug"),
        "metadata_url": tr("Adresse på metadata"),
        "url": tr("Tjenestens offentlige adresse"),
    }


def _tekst(vaerdi: str | tuple[str, ...]) -> str:
    return vaerdi if isinstance(vaerdi, str) else ", ".join(vaerdi)


def _ord(tekst: str) -> list[str]:
    return [ord_.strip() for ord_ in tekst.split(",") if ord_.strip()]
