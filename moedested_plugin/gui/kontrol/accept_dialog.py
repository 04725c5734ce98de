# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks why a finding is accepted. The answer is kept for colleagues and never published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.domain.skema import tabel
from moedested_plugin.gui.widgets import grow, wrapped
from moedested_plugin.i18n import tr

from .tider import dag


class AcceptDialog(QDialog):
    """`hvad` says what is accepted; with `kilder` (code → name) the source is asked for too."""

    def __init__(
        self,
        hvad: str,
        initialer: str,
        kilder: Mapping[int, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Acceptér for kilden") if kilder else tr("Acceptér"))
        self._hoejst = tabel("undtagelse").felt("begrundelse").laengde or 0
        self._begrundelse = QPlainTextEdit()
        self._begrundelse.setTabChangesFocus(True)
        self._begrundelse.setPlaceholderText(
            tr("Fx: Set på stedet i maj. Bænken er fjernet med vilje.")
        )
        self._begrundelse.setFixedHeight(6 * self.fontMetrics().lineSpacing())
        self._begrundelse.textChanged.connect(self._opdater)
        self._initialer = QLineEdit(initialer)
        self._initialer.setMaxLength(tabel("undtagelse").felt("initialer").laengde or 128)
        self._initialer.textChanged.connect(lambda _: self._opdater())
        self._kilde = QComboBox()
        for kode, navn in (kilder or {}).items():
            self._kilde.addItem(navn, kode)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        if kilder:
            form.addRow(tr("&Kilde"), self._kilde)
        form.addRow(tr("&Begrundelse"), self._begrundelse)
        form.addRow(tr("&Initialer"), self._initialer)
        form.addRow(tr("Dato"), QLabel(dag(dt.datetime.now(dt.timezone.utc))))
        self._knapper = QDialogButtonBox()
        self._ok = self._knapper.addButton(tr("Acceptér"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._knapper.addButton(tr("Annullér"), QDialogButtonBox.ButtonRole.RejectRole)
        self._knapper.accepted.connect(self.accept)
        self._knapper.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(wrapped(hvad))
        layout.addLayout(form)
        layout.addWidget(wrapped(_virkning(bool(kilder))))
        layout.addWidget(self._knapper)
        self.resize(460, self.sizeHint().height())
        grow(self)  # large letters
        self._begrundelse.setFocus()
        self._opdater()

    @property
    def begrundelse(self) -> str:
        """Why."""
        return self._begrundelse.toPlainText().strip()

    @property
    def initialer(self) -> str:
        """Who."""
        return self._initialer.text().strip()

    @property
    def kilde(self) -> int | None:
        """The chosen source."""
        kode = self._kilde.currentData()
        return kode if isinstance(kode, int) else None

    def _opdater(self) -> None:
        passer = 0 < len(self.begrundelse) <= self._hoejst and bool(self.initialer)
        self._ok.setEnabled(passer)


def _virkning(hele_kilden: bool) -> str:
    """What it means."""
    if hele_kilden:
        return tr(
            "Gælder alt i laget fra den kilde, også det, der kommer senere. Skriv ikke om navngivne personer."
        )
    return tr(
        "Fundet vender tilbage, hvis det, det handler om, ændres. Kolleger kan se begrundelsen. Skriv ikke om navngivne personer."
    )
