# SPDX-License-Identifier: GPL-2.0-or-later
"""*Hent hjem fra marken*: first what would happen, then for good."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QListWidget, QWidget

from moedested_plugin.gui.widgets import wrapped
from moedested_plugin.i18n import tr

from .feltkopi import projektmappe
from .opgave import Opgave, OpgaveDialog

if TYPE_CHECKING:
    from qgis.core import QgsFeedback, QgsReferencedRectangle

    from moedested_plugin.gui.current_project import CurrentProject
    from moedested_plugin.gui.messages import Messages
    from moedested_plugin.gui.tasks import Tasks
    from moedested_plugin.settings import Settings
    from moedested_plugin.sources.feltkopi_hjem import Hjemkomst
    from moedested_plugin.sources.politik import Politik

_LISTE_HOEJDE = 190


class HentHjem(OpgaveDialog):
    """Looks first (*Undersøg*); the second press brings home what was shown."""

    def __init__(
        self, current: CurrentProject, _ramme: QgsReferencedRectangle, settings: Settings, tasks: Tasks,
        messages: Messages, parent: QWidget | None,
    ) -> None:  # fmt: skip
        super().__init__(tr("Hent hjem fra marken"), tr("Undersøg"), tasks, messages, parent)
        self.setObjectName("MoedestedHentHjem")
        self._current, self._settings = current, settings
        self._set = False
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.mappe = QgsFileWidget()
        self.mappe.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.mappe.fileChanged.connect(self._forfra)
        form.addRow(tr("Mappen fra marken"), self.mappe)
        self.politik = QComboBox()
        self.politik.setObjectName("politik")
        for politik, tekst in (
            ("report", tr("Lad dem ligge, og spørg igen næste gang")),
            ("keep", tr("Behold det, der står her")),
            ("take", tr("Tag det fra marken")),
        ):
            self.politik.addItem(tekst, politik)
        self.politik.currentIndexChanged.connect(self._forfra)
        form.addRow(tr("Rettet begge steder"), self.politik)
        self.indhold.addLayout(form)
        self.forklaring = wrapped(
            tr(
                "Vælg mappen, som den kom fra telefonen. Intet bliver ændret, før du har set, hvad der kommer."
            )
        )
        self.indhold.addWidget(self.forklaring)
        self.liste = QListWidget()
        self.liste.setObjectName("liste")
        self.liste.setWordWrap(True)
        self.liste.setMinimumHeight(_LISTE_HOEJDE)
        self.indhold.addWidget(self.liste, 1)
        self.setMinimumWidth(560)

    def opgave(self) -> Opgave | None:
        """Look, or bring home."""
        if not self.mappe.filePath().strip():
            self.sig(tr("Vælg mappen fra marken."))
            return None
        ugemte = [each.layer.name() for each in self._current.unsaved()]
        if self._set and ugemte:
            self.sig(tr("Gem eller fortryd først rettelserne i {}.").format(", ".join(ugemte)))
            return None
        return partial(
            _hent, self._current.store_address, Path(self.mappe.filePath()), projektmappe(self._current),
            self._settings.bruger, self.politik.currentData(), self._set,
        )  # fmt: skip

    def slut(self, resultat: Any) -> None:  # noqa: ANN401 - a Hjemkomst
        """After the look stay, and offer to go on."""
        if self._set:
            super().slut(resultat)
            return
        hjem: Hjemkomst = resultat
        linjer = list(hjem.linjer())
        self.liste.clear()
        self.liste.addItems(linjer or [tr("Intet er ændret i marken.")])
        noget = bool(hjem.i_alt("NEW") or hjem.i_alt("CHANGED"))
        if noget:
            self.forklaring.setText(
                tr(
                    "Fra {navn}: {nye} nye og {rettede} rettede rækker kommer hjem. Bagefter kan det hele fortrydes."
                ).format(
                    navn=hjem.maerke.navn, nye=hjem.i_alt("NEW"), rettede=hjem.i_alt("CHANGED")
                )
            )
        self._saet_trin(noget)

    def _forfra(self, *_: object) -> None:
        self.liste.clear()
        self._saet_trin(False)

    def _saet_trin(self, ja: bool) -> None:
        self._set = ja
        self._udfoer.setText(tr("Hent hjem") if ja else tr("Undersøg"))


def _hent(
    adresse: str,
    sti: Path,
    hjemme: Path,
    bruger: str,
    politik: Politik,
    gem: bool,
    feedback: QgsFeedback,
) -> Hjemkomst:
    from moedested_plugin.sources.feltkopi_hjem import hent_hjem
    from moedested_plugin.store import aabn

    with aabn(adresse, opgrader=False) as store:
        return hent_hjem(store, sti, hjemme, bruger, politik, feedback, gem=gem)
