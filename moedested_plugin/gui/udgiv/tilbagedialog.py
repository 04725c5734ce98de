# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks once more before an earlier publication is shown again: with what would reappear and vanish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from moedested_plugin.gui.panel_text import number
from moedested_plugin.gui.widgets import wrapped
from moedested_plugin.i18n import tr
from moedested_plugin.publishing.aendringer import Art

from .aendringsside import Aendringsside

if TYPE_CHECKING:
    from moedested_plugin.publishing.tilbageplan import Tilbageplan

    from .plankort import Baggrund


class Tilbagedialog(QDialog):
    """Accepted: go back."""

    def __init__(
        self, plan: Tilbageplan, baggrund: Baggrund, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("tilbage")
        self.setWindowTitle(tr("Gå tilbage til udgivelsen {}").format(plan.version))
        self.plan = plan
        self._side = Aendringsside(baggrund, privat=False)
        self._side.vis(plan.aendringer)
        self.tal = wrapped(_tekst(plan))
        self.knapper = QDialogButtonBox()
        ja = self.knapper.addButton(tr("Gå tilbage"), QDialogButtonBox.ButtonRole.AcceptRole)
        ja.setAutoDefault(False)
        nej = self.knapper.addButton(tr("Annullér"), QDialogButtonBox.ButtonRole.RejectRole)
        nej.setDefault(True)
        self.knapper.accepted.connect(self.accept)
        self.knapper.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tal)
        layout.addWidget(self._side, 1)
        layout.addWidget(self.knapper)
        self.resize(1000, 560)
        self.finished.connect(lambda _: self._side.luk())


def _tekst(plan: Tilbageplan) -> str:
    talt = {art: plan.aendringer.antal(art) for art in Art}
    tekst = tr("{0} rækker kommer frem igen, {1} bliver som før, {2} forsvinder.").format(
        *(number(talt[art]) for art in Art)
    )
    if not plan.aendringer:
        tekst = tr("De to udgivelser har de samme rækker.")
    if plan.udeladt:
        tekst += " " + tr("{} rækker er udeladt af hensyn til privatliv.").format(
            number(plan.udeladt)
        )
    return tekst + "\n" + tr("Dine egne data ændres ikke. Næste udgivelse viser dem igen.")
