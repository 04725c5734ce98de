# SPDX-License-Identifier: GPL-2.0-or-later
"""Who answers a search for an address now: the national service, where there is a key; the municipality's file; nobody."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from qgis.core import QgsApplication, QgsFeedback

from moedested_plugin.drawing.adresse import Adresse, Adressekilde, Forslag
from moedested_plugin.drawing.adresse_fil import Adressefil
from moedested_plugin.drawing.adresse_tjeneste import (
    ADRESSE,
    ADRESSEVAELGER,
    Adressevaelger,
    tjeneste,
)
from moedested_plugin.gui.tasks import FunctionTask
from moedested_plugin.i18n import tr
from moedested_plugin.project.background_services import (
    kept_key,
    send_keys_in_address,
    stop_sending,
)

if TYPE_CHECKING:
    from .vaerktoej import Tegneomgivelser

_Svar = TypeVar("_Svar")


class Adresseopslag:
    """Asks in tasks; only the last question is answered."""

    def __init__(self, om: Tegneomgivelser) -> None:
        self._om = om
        self._sender: tuple[str, str] | None = None
        self._opgave: FunctionTask[Any] | None = None

    def close(self) -> None:
        """Ask no more, and send no more keys."""
        self.opgiv()
        if self._sender is not None:
            stop_sending(self._sender[1])
            self._sender = None

    def opgiv(self) -> None:
        """The answer is not wanted any more."""
        if self._opgave is not None and not self._opgave.is_over:
            self._opgave.cancel()
        self._opgave = None

    def kilde(self) -> Adressekilde | None:
        """The file goes before the service: it was chosen on purpose, and knows what the network does not."""
        store = self._om.store()
        if store is None:
            return None
        kode = store.kommune.kode
        fil = self._om.settings.adresse_fil.value()
        if fil and Path(fil).is_file():
            return Adressefil(fil, kode)
        authcfg = kept_key(ADRESSEVAELGER)
        # Asked for here: QGIS cannot ask for its master password from a task.
        if authcfg is None or not QgsApplication.authManager().setMasterPassword(True):
            return None
        url = self._om.settings.adresse_url.value() or ADRESSE
        self._send_noegler_til(url)
        return Adressevaelger(authcfg, kode, url)

    def kan(self) -> bool:
        """Whether anybody would answer; asks no one, and for no password."""
        fil = self._om.settings.adresse_fil.value()
        return bool(fil and Path(fil).is_file()) or kept_key(ADRESSEVAELGER) is not None

    def soeg(
        self, tekst: str, svar: Callable[[list[Forslag]], object], fejl: Callable[[str], object]
    ) -> None:
        """Lines that fit the text."""
        self._spoerg(tr("Søger adresse"), lambda kilde: partial(kilde.soeg, tekst), svar, fejl)

    def opslag(
        self, forslag: Forslag, svar: Callable[[Adresse], object], fejl: Callable[[str], object]
    ) -> None:
        """The address that was chosen."""
        self._spoerg(
            tr("Henter adressen"), lambda kilde: partial(kilde.opslag, forslag), svar, fejl
        )

    def _spoerg(
        self,
        titel: str,
        opgave: Callable[[Adressekilde], Callable[[QgsFeedback], _Svar]],
        svar: Callable[[_Svar], object],
        fejl: Callable[[str], object],
    ) -> None:
        self.opgiv()
        kilde = self.kilde()
        if kilde is not None:
            self._opgave = self._om.tasks.start(
                FunctionTask(
                    titel, opgave(kilde), svar, partial(_sig, fejl), quiet=True, reads_only=True
                )
            )

    def _send_noegler_til(self, url: str) -> None:
        if self._sender is not None and self._sender[0] == url:
            return
        if self._sender is not None:
            stop_sending(self._sender[1])
        self._sender = (url, send_keys_in_address([tjeneste(url)]))


def _sig(fejl: Callable[[str], object], error: Exception) -> None:
    from moedested_plugin.drawing.adresse import AdresseFejl

    fejl(
        str(error)
        if isinstance(error, AdresseFejl)
        else tr("Adressen kunne ikke slås op. Skriv den selv.")
    )
