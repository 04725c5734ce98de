# SPDX-License-Identifier: GPL-2.0-or-later
"""One connection to a web service, past every cache, in the thread that made it and its event loop.

Goes through QGIS's own network manager (proxy, certificates, authcfg). What is said about it names the host only: the rest of
an address may hold a password or a token.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Union

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyQuery, QNetworkReply, QNetworkRequest

from moedested_plugin.i18n import tr

_FLEST_SPRING = 5
_STOERST = 64 << 20
_OK, _VIDERE = 200, 300
_LOGIN = frozenset((401, 403, 407, 511))
#: A gateway that does not get through, or a server that asks for patience: nothing is said about the service.
_IKKE_NU = frozenset((408, 425, 429, 502, 503, 504))
_HER = frozenset(("127.0.0.1", "localhost", "::1"))


class IkkeNaaet(Exception):
    """The service could not be reached from here; `str(fejl)` is the sentence for the user.

    `status` is what it answered all the same (a login, a gateway), 0 when nothing.
    """

    def __init__(self, tekst: str = "", status: int = 0) -> None:
        super().__init__(tekst)
        self.status = status


@dataclass(frozen=True)
class Svar:
    """What the service said."""

    status: int
    data: bytes
    #: What the server calls itself.
    server: str = ""


Modtager = Callable[[Union[Svar, IkkeNaaet]], None]


class Forbindelse:
    """Asks one thing at a time; `stop` at the end."""

    def __init__(self, vaert: str, authcfg: str, vent_ms: int) -> None:
        self._vaert, self._authcfg, self._vent_ms = vaert, authcfg, vent_ms
        # A manager of its own is a connection of its own. It has QGIS's proxy, but neither its cache nor its dialogs.
        faelles = QgsNetworkAccessManager.instance()
        self._net = QgsNetworkAccessManager()
        self._net.setFallbackProxyAndExcludes(
            faelles.fallbackProxy(), faelles.excludeList(), faelles.noProxyList()
        )
        if vaert in _HER:  # a proxy would look for it on its own machine
            self._net.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        self._reply: QNetworkReply | None = None
        self._ur = QTimer()
        self._ur.setSingleShot(True)
        self._ur.timeout.connect(self._for_laenge)
        self._brudt = ""
        # PyQt marks the Python side of a dead C++ object by a signal queued to the main thread. By then a new reply may lie at the
        # same address in this thread, and would be marked instead. So no reply dies before the end, and then without that signal.
        self._replies: list[QNetworkReply] = []

    def spoerg(self, adresse: QUrl, modtager: Modtager) -> None:
        """Send it; `modtager` gets the answer from the event loop."""
        self._ur.start(self._vent_ms)
        self._brudt = ""
        self._send(adresse, modtager, spring=0)

    def stop(self) -> None:
        """Let go of what is under way; nothing more is received."""
        self._ur.stop()
        reply, self._reply = self._reply, None
        if reply is not None:
            reply.abort()
        for gammel in self._replies:
            gammel.disconnect()
        self._net.deleteLater()
        # At once: a thread that has no event loop any more would never come to it.
        QCoreApplication.sendPostedEvents(self._net, int(QEvent.Type.DeferredDelete))
        self._replies.clear()

    def _send(self, adresse: QUrl, modtager: Modtager, *, spring: int) -> None:
        foresp = QNetworkRequest(adresse)
        for egenskab, vaerdi in (
            (QNetworkRequest.Attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.ManualRedirectPolicy),
            (QNetworkRequest.Attribute.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork),
            (QNetworkRequest.Attribute.CacheSaveControlAttribute, False),
        ):  # fmt: skip
            foresp.setAttribute(egenskab, vaerdi)
        foresp.setRawHeader(b"Cache-Control", b"no-cache")
        foresp.setRawHeader(b"Pragma", b"no-cache")
        # Only to the host that the login is for: a redirect must not carry it on.
        log_ind = bool(self._authcfg) and adresse.host() == self._vaert
        if log_ind and not _log_ind(foresp, self._authcfg):
            QTimer.singleShot(0, partial(modtager, IkkeNaaet(_godkendelse())))
            return
        reply = self._net.get(foresp)
        self._replies.append(reply)
        if log_ind:
            QgsApplication.authManager().updateNetworkReply(reply, self._authcfg)
        self._reply = reply
        nr = len(self._replies) - 1
        reply.downloadProgress.connect(partial(self._maal, nr))
        reply.finished.connect(partial(self._faerdig, nr, modtager, spring))

    def _maal(self, nr: int, modtaget: int, _i_alt: int) -> None:
        reply = self._reply
        if modtaget > _STOERST and reply is not None and self._replies[nr] is reply:
            self._brudt = tr("{} sender mere, end en korttjeneste skal. Se adressen efter.").format(
                self._vaert
            )
            reply.abort()

    def _for_laenge(self) -> None:
        self._brudt = tr("{} svarede ikke inden for {} sekunder.").format(
            self._vaert, -(-self._vent_ms // 1000)
        )
        if self._reply is not None:
            self._reply.abort()

    def _faerdig(self, nr: int, modtager: Modtager, spring: int) -> None:
        reply = self._reply
        if reply is None or self._replies[nr] is not reply:
            return
        self._reply = None
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        videre = reply.attribute(QNetworkRequest.Attribute.RedirectionTargetAttribute)
        if not self._brudt and isinstance(videre, QUrl) and not videre.isEmpty():
            ny = reply.url().resolved(videre)
            svaekket = reply.url().scheme() == "https" and ny.scheme() != "https"
            if spring < _FLEST_SPRING and ny.scheme() in {"http", "https"} and not svaekket:
                self._send(ny, modtager, spring=spring + 1)
                return
        self._ur.stop()
        modtager(self._forstaa(reply, status if isinstance(status, int) else 0))

    def _forstaa(self, reply: QNetworkReply, status: int) -> Svar | IkkeNaaet:
        if self._brudt:
            return IkkeNaaet(self._brudt)
        fejl: QNetworkReply.NetworkError = reply.error()  # type: ignore[operator]  # Qt 5 has a signal of that name too
        if status in _LOGIN:
            return IkkeNaaet(
                tr("{} kræver login (svar {}). Vælg den rigtige godkendelse i målet.").format(
                    self._vaert, status
                ),
                status,
            )
        if status in _IKKE_NU:
            return IkkeNaaet(
                tr("{} kan ikke svare lige nu (svar {}). Se, om serveren kører.").format(
                    self._vaert, status
                ),
                status,
            )
        if not status or (_OK <= status < _VIDERE and fejl != QNetworkReply.NetworkError.NoError):
            return IkkeNaaet(
                _uden_forbindelse(self._vaert, fejl, proxy=self._gennem_proxy(reply.url()))
            )
        data = bytes(reply.readAll())
        elsewhere = reply.url().host() != self._vaert
        if elsewhere and data.lstrip()[:200].lower().startswith((b"<!doctype html", b"<html")):
            return IkkeNaaet(
                tr("{} sender videre til en side på {}, måske et login.").format(
                    self._vaert, reply.url().host()
                )
            )
        return Svar(status, data, bytes(reply.rawHeader(b"Server")).decode("latin-1"))

    def _gennem_proxy(self, adresse: QUrl) -> bool:
        if self._vaert in _HER:
            return False
        fundne = self._net.proxyFactory().queryProxy(QNetworkProxyQuery(adresse))
        return any(proxy.hostName() for proxy in fundne[:1])


def _log_ind(foresp: QNetworkRequest, authcfg: str) -> bool:
    svar = QgsApplication.authManager().updateNetworkRequest(foresp, authcfg)
    return bool(svar[0])  # whether, and the request


def _godkendelse() -> str:
    return tr("Godkendelsen kunne ikke bruges. Vælg den igen i målet.")


def _uden_forbindelse(vaert: str, fejl: QNetworkReply.NetworkError, *, proxy: bool) -> str:
    kind = QNetworkReply.NetworkError
    proxyens = fejl in (kind.ProxyConnectionRefusedError, kind.ProxyNotFoundError,
                        kind.ProxyConnectionClosedError, kind.ProxyTimeoutError)  # fmt: skip
    # Who goes through a proxy connects to nobody else, and looks nobody else up. Qt has names for some of its faults only.
    egne = (kind.ConnectionRefusedError, kind.HostNotFoundError, kind.UnknownNetworkError)
    if proxyens or (proxy and fejl in egne):
        return tr("Proxyen svarer ikke. Se netværk under QGIS' indstillinger.")
    if fejl == kind.HostNotFoundError:
        return tr("{} findes ikke på nettet herfra. Se adressen efter.").format(vaert)
    if fejl == kind.SslHandshakeFailedError:
        return tr("Certifikatet hos {} er ikke i orden.").format(vaert)
    return tr("{} kan ikke nås herfra.").format(vaert)
