# SPDX-License-Identifier: GPL-2.0-or-later
"""What the municipality demands of a row before it goes out; all off to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from moedested_plugin.gui.widgets import wrapped
from moedested_plugin.i18n import tr
from moedested_plugin.publishing.holdte import INDSTILLING, forbehold

if TYPE_CHECKING:
    from moedested_plugin.store import Store


class Kravside(QWidget):
    """Three ticks."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        nu = forbehold(store, "")
        self.felter = {
            "kraev_godkendt": (QCheckBox(tr("Et mødested skal have en dato for godkendelse")), nu.kraev_godkendt),
            "kraev_anden": (QCheckBox(tr("En anden end den, der rettede sidst, skal udgive")), nu.kraev_anden),
            "andres_steder": (QCheckBox(tr("Andre myndigheders steder udgives også")), nu.andres_steder),
        }  # fmt: skip
        layout = QVBoxLayout(self)
        layout.addWidget(
            wrapped(tr("Rækker med fejl holdes altid tilbage. Kommunen kan desuden kræve:"))
        )
        for felt, valgt in self.felter.values():
            felt.setChecked(valgt)
            layout.addWidget(felt)
        layout.addWidget(
            wrapped(
                tr(
                    "En række, der ikke opfylder kravene, bliver hjemme. Er en tidligere version ude, bliver den stående."
                )
            )
        )
        layout.addStretch(1)

    def gem(self, store: Store) -> None:
        """Keep what was changed."""
        if any(felt.isChecked() != foer for felt, foer in self.felter.values()):
            gemt = store.indstilling(INDSTILLING, {})
            nye = {navn: felt.isChecked() for navn, (felt, _) in self.felter.items()}
            store.saet_indstilling(INDSTILLING, {**(gemt if isinstance(gemt, dict) else {}), **nye})
