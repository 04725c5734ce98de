# SPDX-License-Identifier: GPL-2.0-or-later
"""One connection to a web service, past every cache, in the thread that asks.

Goes through QGIS's own network manager (proxy, certificates, authcfg). What is said about it names the host only: the rest of
an address may hold a password or a token.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsBlockingNetworkRequest
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

_OK, _VIDERE = 200, 300
_LOGIN = frozenset((401, 403, 407, 511))
#: A gateway that does not get through, or a server that asks for patience: nothing is said about the service.
_IKKE_NU = frozenset((408, 425, 429, 502, 503, 504))
_Fejl = QNetworkReply.NetworkError
_FOR_LAENGE = frozenset((_Fejl.OperationCanceledError, _Fejl.TimeoutError))


class IkkeNaaet(Exception):
    """The service could not be reached from here; `str(fejl)` is the sentence for the user."""


@dataclass(frozen=True)
class Svar:
    """What the service said."""

    status: int
    data: bytes


class Forbindelse:
    """Asks one thing at a time. QGIS keeps one network manager for each thread, so each thread is a connection of its own.

    Only plain values are taken out of it: PyQt loses track of network replies that die in another thread than the main one.
    """

    def __init__(self, vaert: str, authcfg: str, vent_ms: int, stop: QgsFeedback) -> None:
        self._vaert, self._authcfg, self._vent_ms, self._stop = vaert, authcfg, vent_ms, stop

    def spoerg(self, adresse: QUrl) -> Svar:
        """Give the answer; raises `IkkeNaaet`, at once when `stop` is cancelled."""
        foresp = QNetworkRequest(adresse)
        foresp.setTransferTimeout(self._vent_ms)
        videre = QNetworkRequest.RedirectPolicy.NoLessSafeRedirectPolicy
        if self._authcfg:
            # On the request itself, and not carried on: QGIS and Qt would log in wherever a redirect leads.
            videre = QNetworkRequest.RedirectPolicy.SameOriginRedirectPolicy
            if not QgsApplication.authManager().updateNetworkRequest(foresp, self._authcfg)[0]:
                raise IkkeNaaet(tr("Godkendelsen kunne ikke bruges. Vælg den igen i målet."))
        foresp.setAttribute(QNetworkRequest.Attribute.RedirectPolicyAttribute, videre)
        foresp.setAttribute(QNetworkRequest.Attribute.CacheSaveControlAttribute, False)
        foresp.setRawHeader(b"Cache-Control", b"no-cache")
        foresp.setRawHeader(b"Pragma", b"no-cache")
        blok = QgsBlockingNetworkRequest()
        blok.get(foresp, True, self._stop)
        svar = blok.reply()
        status = svar.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        return self._forstaa(
            status if isinstance(status, int) else 0, svar.error(), bytes(svar.content())
        )

    def _forstaa(self, status: int, fejl: QNetworkReply.NetworkError, data: bytes) -> Svar:
        if status in _LOGIN:
            raise IkkeNaaet(
                tr("{} kræver login (svar {}). Vælg den rigtige godkendelse i målet.").format(
                    self._vaert, status
                )
            )
        if status in _IKKE_NU:
            raise IkkeNaaet(
                tr("{} kan ikke svare lige nu (svar {}). Se, om serveren kører.").format(
                    self._vaert, status
                )
            )
        if not status or (_OK <= status < _VIDERE and fejl != _Fejl.NoError):
            raise IkkeNaaet(self._uden_forbindelse(fejl))
        # No map service says so: a login, a page about maintenance. It tells nothing of what was published.
        if status < _VIDERE and data.lstrip()[:200].lower().startswith(
            (b"<!doctype html", b"<html")
        ):
            raise IkkeNaaet(
                tr("{} svarer med en webside, måske et login. Se adressen efter.").format(
                    self._vaert
                )
            )
        return Svar(status, data)

    def _uden_forbindelse(self, fejl: QNetworkReply.NetworkError) -> str:
        if fejl in _FOR_LAENGE:
            return tr("{} svarede ikke inden for {} sekunder.").format(
                self._vaert, -(-self._vent_ms // 1000)
            )
        if fejl == _Fejl.HostNotFoundError:
            return tr("{} findes ikke på nettet herfra. Se adressen efter.").format(self._vaert)
        if fejl == _Fejl.SslHandshakeFailedError:
            return tr("Certifikatet hos {} er ikke i orden.").format(self._vaert)
        if fejl in (_Fejl.ProxyConnectionRefusedError, _Fejl.ProxyNotFoundError,
                    _Fejl.ProxyConnectionClosedError, _Fejl.ProxyTimeoutError):  # fmt: skip
            return tr("Proxyen svarer ikke. Se netværk under QGIS' indstillinger.")
        return tr("{} kan ikke nås herfra.").format(self._vaert)
