# SPDX-License-Identifier: GPL-2.0-or-later
"""Values as people read them, without holding the store open while somebody looks."""

from __future__ import annotations

from moedested_plugin.gui.vaerdi_tekst import VaerdiTekst
from moedested_plugin.store import StoreFejl, aabn


class Vaerdier(VaerdiTekst):
    """Reads the code lists when it is made; opens the store for a moment where a key must be looked up."""

    def __init__(self, adresse: str) -> None:
        self._adresse = adresse
        with aabn(adresse, opgrader=False) as store:
            super().__init__(store)

    def _navn(self, tabel: str, noegle: str) -> str:
        if (tabel, noegle) in self._navne:
            return self._navne[tabel, noegle]
        try:
            with aabn(self._adresse, opgrader=False) as self._store:
                return super()._navn(tabel, noegle)
        except StoreFejl:
            return noegle
