# SPDX-License-Identifier: GPL-2.0-or-later
"""What is asked when an import is to be kept: where to, and whether at all."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox, QWidget

from moedested_plugin.i18n import tr

#: What a kept plan is called.
ENDELSE = ".import"


def sti_til(
    titel: str, endelse: str, hvad: str, mappe: str, parent: QWidget | None = None
) -> Path | None:
    """A file to write, of that kind; None when the user changes their mind."""
    forslag = Path(mappe or Path.home()) / f"import{endelse}"
    navn, _ = QFileDialog.getSaveFileName(parent, titel, str(forslag), f"{hvad} (*{endelse})")
    return Path(navn).with_suffix(endelse) if navn else None


def gem_foerst(tekst: str, parent: QWidget | None = None) -> bool | None:
    """Whether to keep it before it is closed; None to stay."""
    boks = QMessageBox(parent)
    boks.setObjectName("luk_import")
    boks.setIcon(QMessageBox.Icon.Question)
    boks.setWindowTitle(tr("Luk importen"))
    boks.setText(tekst)
    gem = boks.addButton(tr("Gem til senere …"), QMessageBox.ButtonRole.AcceptRole)
    smid = boks.addButton(tr("Luk uden at gemme"), QMessageBox.ButtonRole.DestructiveRole)
    boks.addButton(tr("Bliv"), QMessageBox.ButtonRole.RejectRole)
    boks.exec()
    valgt = boks.clickedButton()
    boks.deleteLater()
    return True if valgt is gem else False if valgt is smid else None


def kan_ikke_skrives(sti: Path) -> str:
    """Say so."""
    return tr("Der kan ikke skrives i {}. Vælg et andet sted.").format(sti)
