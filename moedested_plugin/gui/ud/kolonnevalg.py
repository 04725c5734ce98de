# SPDX-License-Identifier: GPL-2.0-or-later
"""Which columns and rows go out: what all may see, or internal ones too, with a warning that names them."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtWidgets import QCheckBox, QRadioButton, QVBoxLayout, QWidget

from moedested_plugin.gui.widgets import wrapped
from moedested_plugin.i18n import tr


class Kolonnevalg(QWidget):
    """Public to begin with."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._offentligt = QRadioButton(tr("Kun det, alle må se"))
        self._offentligt.setChecked(True)
        self._raekker = QCheckBox(tr("Kun rækker, der er offentlige"))
        self._raekker.setObjectName("kun_offentlige")
        self._raekker.setChecked(True)
        self._internt = QRadioButton(tr("Også interne oplysninger"))
        self._internt.setObjectName("internt")
        self._advarsel = wrapped("")
        self._advarsel.setObjectName("advarsel")
        for del_ in (self._offentligt, self._raekker, self._internt, self._advarsel):
            layout.addWidget(del_)
        self._felter: Sequence[str] = ()
        self._har_raekker = True
        self._internt.toggled.connect(self._vis)
        self._vis()

    @property
    def internt(self) -> bool:
        """Whether internal columns go along."""
        return bool(self._internt.isChecked())

    @property
    def kun_offentlige(self) -> bool:
        """Whether rows that are not public stay at home."""
        return bool(self._raekker.isChecked())

    def vis(self, interne: Sequence[str], *, raekker: bool = True) -> None:
        """These are the internal columns; without rows there are none to leave out."""
        self._felter, self._har_raekker = interne, raekker
        self._vis()

    def _vis(self, *_: object) -> None:
        self._raekker.setEnabled(self._har_raekker and not self.internt)
        navne = self._felter if self.internt else ()
        self._advarsel.setVisible(bool(navne))
        self._advarsel.setText(
            tr(
                "Pas på: filen får disse interne felter. Del den ikke uden for kommunen.\n{}"
            ).format(", ".join(navne))
        )
