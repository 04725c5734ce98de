# SPDX-License-Identifier: GPL-2.0-or-later
"""The fields of one target."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsProviderRegistry
from qgis.gui import QgsAuthConfigSelect, QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QSpinBox, QWidget

from moedested_plugin.i18n import tr
from moedested_plugin.publishing.maal import FIL, MAALTYPER, VENT

_LAENGST = 3_600


class Maalform(QWidget):
    """Reads and gives a target as the plain values of its JSON, right or wrong."""

    aendret = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.navn = QLineEdit()
        self.navn.setMaxLength(60)
        self.type = QComboBox()
        for maaltype in MAALTYPER.values():
            self.type.addItem(maaltype.titel, maaltype.id)
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setDialogTitle(tr("Mappen, der udgives i"))
        self.connection = QComboBox()
        self.connection.setEditable(True)
        self.connection.addItems(_forbindelser())
        self.service = QLineEdit()
        self.service.setMaxLength(40)
        self.service.setPlaceholderText("moedesteder")
        self.url = QLineEdit()
        self.url.setPlaceholderText("https://…")
        self.authcfg = QgsAuthConfigSelect()
        self.wait = QSpinBox()
        self.wait.setRange(1, _LAENGST)
        self.wait.setSuffix(f" {tr('sekunder')}")
        self._form = form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setContentsMargins(0, 0, 0, 0)
        for titel, felt, hjaelp in self._raekker():
            etiket = QLabel(titel)
            etiket.setBuddy(felt)
            felt.setToolTip(hjaelp)
            etiket.setToolTip(hjaelp)
            felt.setAccessibleName(titel)
            form.addRow(etiket, felt)
        self._laeser = False
        for signal in (
            self.navn.textChanged, self.type.currentIndexChanged, self.folder.fileChanged,
            self.connection.currentTextChanged, self.service.textChanged, self.url.textChanged,
            self.authcfg.selectedConfigIdChanged, self.wait.valueChanged,
        ):  # fmt: skip
            signal.connect(self._rettet)
        self._vis_felter()

    def _raekker(self) -> tuple[tuple[str, QWidget, str], ...]:
        return (
            (tr("Navn"), self.navn, tr("Det, du vælger målet ved.")),
            (tr("Type"), self.type, tr("Hvad serveren kører.")),
            (tr("Mappe"), self.folder, tr("En mappe, som serveren kan læse: på denne maskine, et drev eller \\\\server\\mappe. Ved PostGIS kun til listen over mødesteder; må være tom.")),
            (tr("Forbindelse"), self.connection, tr("Navnet på en PostGIS-forbindelse i QGIS.")),
            (tr("Tjeneste"), self.service, tr("Små bogstaver a-z, tal og _. Bliver navnet på mappen og i adressen.")),
            (tr("Adresse"), self.url, tr("Den offentlige adresse, som en udgivelse efterprøves på. Tom, hvis den ikke kan nås herfra.")),
            (tr("Godkendelse"), self.authcfg, tr("Login til adressen, hvis den kræver det. Gemmes krypteret i QGIS.")),
            (tr("Vent højst"), self.wait, tr("Så længe må adressen være om at vise den nye version.")),
        )  # fmt: skip

    def vis(self, navn: str, maal: Mapping[str, object]) -> None:
        """Show a target."""
        self._laeser = True
        self.navn.setText(navn)
        self.type.setCurrentIndex(max(self.type.findData(str(maal.get("type") or FIL)), 0))
        self.folder.setFilePath(str(maal.get("folder") or ""))
        self.connection.setCurrentText(str(maal.get("connection") or ""))
        self.service.setText(str(maal.get("service") or ""))
        self.url.setText(str(maal.get("url") or ""))
        self.authcfg.setConfigId(str(maal.get("authcfg") or ""))
        try:
            self.wait.setValue(round(float(str(maal.get("wait") or VENT))))
        except ValueError:
            self.wait.setValue(round(VENT))
        self._laeser = False
        self._vis_felter()

    def maal(self) -> dict[str, object]:
        """What stands in the fields; those that the type does not use are left out."""
        postgis = MAALTYPER[str(self.type.currentData())].database
        return {
            "type": str(self.type.currentData()),
            "folder": self.folder.filePath().strip(),
            "connection": self.connection.currentText().strip() if postgis else "",
            "service": self.service.text().strip(),
            "url": self.url.text().strip(),
            "authcfg": self.authcfg.configId(),
            "wait": float(self.wait.value()),
        }

    def _rettet(self, *_: object) -> None:
        if not self._laeser:
            self._vis_felter()
            self.aendret.emit()

    def _vis_felter(self) -> None:
        postgis = MAALTYPER[str(self.type.currentData())].database
        for felt, vises in ((self.connection, postgis),):
            felt.setVisible(vises)
            etiket = self._form.labelForField(felt)
            if etiket is not None:
                etiket.setVisible(vises)


def _forbindelser() -> list[str]:
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    return ["", *sorted(metadata.connections(False))]
