# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks a web service through QGIS's network manager, patiently: time-out, new attempts, pauses, cancel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from qgis.core import QgsBlockingNetworkRequest
from qgis.PyQt.QtCore import Qt, QThread, QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from moedested_plugin.i18n import tr

from .fejl import Annulleret, LaeseFejl
from .wfs_svar import Ufuldstaendigt

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

T = TypeVar("T")
_TRIN_MS = 50
_LOGIN = frozenset((401, 403, 407))
_PROEV_IGEN = frozenset((408, 425, 429))
_KLIENTFEJL, _SERVERFEJL = 400, 500


@dataclass(frozen=True)
class Taalmodighed:
    """How long to wait and how much to take."""

    side: int = 2_000
    sider: int = 5_000
    forsoeg: int = 4
    pause_ms: int = 500
    timeout_ms: int = 60_000
    stoerst: int = 512 << 20


class _Svar(NamedTuple):
    """What came back: whether whole, the status (0: none), the body, and whether we cut it."""

    hel: bool
    status: int
    data: bytes
    for_stort: bool


class _Maalt:
    """Stops a download that is too large."""

    def __init__(self, stoerst: int, stop: Callable[[], None]) -> None:
        self._stoerst = stoerst
        self.stop: Callable[[], None] | None = stop
        self.for_stort = False

    def se(  # pragma: no cover - in the network's own thread: test_an_answer_without_end_is_cut
        self, modtaget: int, _i_alt: int
    ) -> None:
        """Look at how much has come."""
        if modtaget > self._stoerst and self.stop is not None:
            self.for_stort = True
            self.stop()


class Net:
    """One conversation with one service."""

    def __init__(
        self, authcfg: str | None, taalmodighed: Taalmodighed, feedback: QgsFeedback | None
    ) -> None:
        self.authcfg, self._taal, self.feedback = authcfg, taalmodighed, feedback

    def spoerg(self, adresse: QUrl, forstaa: Callable[[bytes], T]) -> tuple[bytes, T]:
        """Ask until the answer is understood; gives it with what it means. Raises `LaeseFejl`."""
        for forsoeg in range(self._taal.forsoeg):
            self._vent(self._taal.pause_ms * (2 ** (forsoeg - 1)) if forsoeg else 0)
            data = self._hent(adresse)
            if data is None:
                continue
            try:
                return data, forstaa(data)
            except Ufuldstaendigt:
                continue
        raise LaeseFejl(
            tr(
                "{} svarer ikke, eller svarer kun halvt. Prøv igen senere; det, der er hentet, hentes ikke igen."
            ).format(adresse.host())
        )

    def _hent(self, adresse: QUrl) -> bytes | None:
        """One attempt; None when it is worth another."""
        svar = self._send(adresse)
        self._stop()
        if svar.for_stort:
            raise LaeseFejl(
                tr("Svaret fra {} er for stort. Hent laget som fil.").format(adresse.host())
            )
        if svar.hel:
            return svar.data
        if svar.status in _LOGIN:
            raise LaeseFejl(
                tr("{} kræver et login (svar {}). Vælg en godkendelse, eller se den efter.").format(
                    adresse.host(), svar.status
                )
            )
        if _KLIENTFEJL <= svar.status < _SERVERFEJL and svar.status not in _PROEV_IGEN:
            if b"ExceptionReport" in svar.data[:2_000]:
                return svar.data  # its own words say more than the number
            raise LaeseFejl(
                tr("{} svarer {} på adressen. Se den efter.").format(adresse.host(), svar.status)
            )
        return None

    def _send(self, adresse: QUrl) -> _Svar:
        """Send the request and give plain values: a request that an error's frames keep alive outlives QGIS, and crashes."""
        foresp = QNetworkRequest(adresse)
        foresp.setTransferTimeout(self._taal.timeout_ms)
        blok = QgsBlockingNetworkRequest()
        if self.authcfg:
            blok.setAuthCfg(self.authcfg)
        maalt = _Maalt(self._taal.stoerst, blok.abort)
        # Direct: a queued call would come from the network's thread after `blok` is gone, and take QGIS with it.
        blok.downloadProgress.connect(  # type: ignore[call-arg]  # the stub leaves the kind out
            maalt.se, Qt.ConnectionType.DirectConnection
        )
        resultat = blok.get(foresp, True, self.feedback)
        blok.downloadProgress.disconnect(maalt.se)
        maalt.stop = None
        svar = blok.reply()
        status = svar.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        return _Svar(
            resultat == QgsBlockingNetworkRequest.ErrorCode.NoError,
            status if isinstance(status, int) else 0,
            bytes(svar.content()),
            maalt.for_stort,
        )

    def _vent(self, ms: int) -> None:
        for _ in range(0, ms, _TRIN_MS):
            self._stop()
            QThread.msleep(_TRIN_MS)
        self._stop()

    def _stop(self) -> None:
        if self.feedback is not None and self.feedback.isCanceled():
            raise Annulleret(tr("Læsningen blev afbrudt."))
