# SPDX-License-Identifier: GPL-2.0-or-later
"""The box *Om Mødested*."""

from __future__ import annotations

from configparser import ConfigParser

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from moedested_plugin.i18n import tr
from moedested_plugin.paths import metadata

from .widgets import icon


def show_about(parent: QWidget) -> None:
    """Open the box; it does not hold up QGIS."""
    general = _general()
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(tr("Om Mødested"))
    box.setIconPixmap(icon("moedested").pixmap(QSize(64, 64)))
    box.setText(tr("Mødested {0}").format(general["version"]))
    box.setInformativeText(
        tr(
            "Kommunens mødesteder: tegn, kontrollér, udgiv og udskriv.\nFri software under licensen GPL-2.0 eller nyere."
        )
    )
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.open()


def _general() -> dict[str, str]:
    parser = ConfigParser(interpolation=None)
    parser.read(metadata(), "utf-8")
    return dict(parser["general"])
