# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks web addresses whether they answer, politely: one request per host at a time, several hosts side by side.

Runs in the thread that calls it, with an event loop of its own: call it from a task, never from the GUI thread.
"""

from __future__ import annotations

import datetime as dt
import enum
import json
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

_SIDE_OM_SIDE = 8
_FLEST_SPRING = 10
_PAUSE_MS = 250
_VENT_MS = 100
_OK, _OMDIRIGERET, _KLIENTFEJL, _SERVERFEJL = 200, 300, 400, 500
_LOGIN = frozenset((401, 403, 407, 429))
_SSL = QNetworkReply.NetworkError.SslHandshakeFailedError
_UKENDT_VAERT = QNetworkReply.NetworkError.HostNotFoundError


class Udfald(enum.Enum):
    """What came of asking."""

    VIRKER = "virker"
    FLYTTET = "flyttet"
    LOGIN = "login"
    FINDES_IKKE = "findes ikke"
    SERVERFEJL = "serverfejl"
    FOR_LANGSOM = "for langsom"
    UKENDT_VAERT = "ukendt vært"
    INGEN_FORBINDELSE = "ingen forbindelse"
    RINGER = "ringer"
    CERTIFIKAT = "certifikat"


#: Worth asking again tomorrow: it may have been the network here, or a server at rest.
_FORBIGAAENDE = frozenset(
    {Udfald.SERVERFEJL, Udfald.FOR_LANGSOM, Udfald.UKENDT_VAERT, Udfald.INGEN_FORBINDELSE}
)


@dataclass(frozen=True)
class Svar:
    """The answer of one address."""

    adresse: str
    udfald: Udfald
    dato: dt.date
    status: int = 0
    #: Where it ended, when it was sent on.
    endelig: str = ""
    husket: bool = False

    def tekst(self) -> str:
        """In words."""
        return {
            Udfald.VIRKER: tr("siden svarer"),
            Udfald.FLYTTET: tr("siden er flyttet"),
            Udfald.LOGIN: tr("siden kræver login"),
            Udfald.FINDES_IKKE: tr("siden findes ikke"),
            Udfald.SERVERFEJL: tr("serveren har en fejl"),
            Udfald.FOR_LANGSOM: tr("serveren var for længe om at svare"),
            Udfald.UKENDT_VAERT: tr("domænet findes ikke"),
            Udfald.INGEN_FORBINDELSE: tr("der er ingen forbindelse"),
            Udfald.RINGER: tr("siden sender videre i ring"),
            Udfald.CERTIFIKAT: tr("certifikatet er ikke i orden"),
        }[self.udfald]


class Hukommelse:
    """Answers of the last days, in a file of the user's profile."""

    def __init__(self, fil: Path) -> None:
        self._fil = fil
        self._kendte = self._laes()

    def _laes(self) -> dict[str, dict[str, object]]:
        try:
            laest = json.loads(self._fil.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return laest if isinstance(laest, dict) else {}

    def om(self, adresse: str, i_dag: dt.date, dage: int) -> Svar | None:
        """What it answered, when that is recent enough."""
        kendt = self._kendte.get(adresse)
        try:
            udfald = Udfald(kendt["udfald"])  # type: ignore[index]
            dato = dt.date.fromisoformat(str(kendt["dato"]))  # type: ignore[index]
            status, endelig = int(str(kendt["status"])), str(kendt["endelig"])  # type: ignore[index]
        except (TypeError, KeyError, ValueError):
            return None
        holder = min(dage, 1) if udfald in _FORBIGAAENDE else dage
        if not 0 <= (i_dag - dato).days < holder:
            return None
        return Svar(adresse, udfald, dato, status, endelig, husket=True)

    def husk(self, svar: Svar) -> None:
        """Until the next time."""
        self._kendte[svar.adresse] = {
            "udfald": svar.udfald.value,
            "dato": svar.dato.isoformat(),
            "status": svar.status,
            "endelig": svar.endelig,
        }

    def gem(self) -> None:
        """Write the file; a profile that cannot be written only means that more is asked next time."""
        try:
            self._fil.parent.mkdir(parents=True, exist_ok=True)
            ny = self._fil.with_suffix(".ny")
            ny.write_text(json.dumps(self._kendte, ensure_ascii=False, indent=0), "utf-8")
            ny.replace(self._fil)
        except OSError:
            return


def hukommelse(fil: Path | None = None) -> Hukommelse:
    """The user's own, or that of a file."""
    return Hukommelse(
        fil or Path(QgsApplication.qgisSettingsDirPath()) / "moedested" / "links.json"
    )


@dataclass
class _Opgave:
    """One address on its way."""

    adresse: str
    url: QUrl
    hoved: bool = True
    besoegt: list[str] = field(default_factory=list)

    @property
    def vaert(self) -> str:
        return f"{self.url.host()}:{self.url.port()}".lower()


def svarer(
    adresser: Iterable[str],
    feedback: QgsFeedback | None = None,
    husk: Hukommelse | None = None,
    *,
    i_dag: dt.date | None = None,
    sekunder: float = 15,
    dage: int = 7,
    pause_ms: int = _PAUSE_MS,
) -> Iterator[Svar]:
    """Ask each address once and give the answers as they come; what is remembered is not asked again."""
    dag = i_dag or dt.datetime.now().astimezone().date()
    nye = []
    for adresse in dict.fromkeys(adresser):
        kendt = husk.om(adresse, dag, dage) if husk else None
        if kendt is not None:
            yield kendt
        else:
            nye.append(adresse)
    if not nye:
        return
    runde = _Runde(feedback, dag, int(sekunder * 1000), pause_ms)
    try:
        for svar in runde.spoerg(nye):
            if husk is not None:
                husk.husk(svar)
            yield svar
    finally:
        runde.luk()
        if husk is not None:
            husk.gem()


class _Runde:
    """All requests of one run."""

    def __init__(
        self, feedback: QgsFeedback | None, dag: dt.date, timeout_ms: int, pause_ms: int
    ) -> None:
        self._feedback, self._dag = feedback, dag
        self._timeout_ms, self._pause_ms = timeout_ms, pause_ms
        self._koeer: dict[str, deque[_Opgave]] = {}
        self._i_gang: dict[str, QNetworkReply | None] = {}
        # PyQt marks the Python side of a dead C++ object by a signal queued to the main thread. By then a new reply may lie
        # at the same address in this thread, and would be marked instead. So no reply dies before the end.
        self._replies: list[QNetworkReply] = []
        self._faerdige: deque[Svar] = deque()
        self._sloejfe = QEventLoop()
        # QGIS's proxy and time-outs, but not its dialog about certificates: those are what is asked about.
        faelles = QgsNetworkAccessManager.instance()
        self._net = QgsNetworkAccessManager()
        self._net.setFallbackProxyAndExcludes(
            faelles.fallbackProxy(), faelles.excludeList(), faelles.noProxyList()
        )

    def spoerg(self, adresser: list[str]) -> Iterator[Svar]:
        """Until every address has answered, or the user wants no more."""
        for adresse in adresser:
            self._stil_i_koe(_Opgave(adresse, QUrl(adresse)))
        ur = QTimer()
        ur.timeout.connect(self._sloejfe.quit)
        ur.start(_VENT_MS)
        givet = 0
        while givet < len(adresser) and not self._afbrudt():
            self._send_af_sted()
            if not self._faerdige:
                self._sloejfe.exec()
            while self._faerdige:
                givet += 1
                yield self._faerdige.popleft()
                if self._feedback is not None:
                    self._feedback.setProgress(100 * givet / len(adresser))

    def luk(self) -> None:
        """Stop what is still under way."""
        for reply in list(self._i_gang.values()):
            if reply is not None:
                reply.abort()
        self._i_gang.clear()
        for reply in self._replies:
            reply.disconnect()
        self._net.deleteLater()
        # At once: a thread that has no event loop any more would never come to it.
        QCoreApplication.sendPostedEvents(self._net, int(QEvent.Type.DeferredDelete))
        self._replies.clear()

    def _afbrudt(self) -> bool:
        return self._feedback is not None and self._feedback.isCanceled()

    def _stil_i_koe(self, opgave: _Opgave, *, forrest: bool = False) -> None:
        koe = self._koeer.setdefault(opgave.vaert, deque())
        (koe.appendleft if forrest else koe.append)(opgave)

    def _send_af_sted(self) -> None:
        for vaert in [v for v, koe in self._koeer.items() if koe and v not in self._i_gang]:
            if len(self._i_gang) >= _SIDE_OM_SIDE:
                return
            self._send(vaert, self._koeer[vaert].popleft())

    def _send(self, vaert: str, opgave: _Opgave) -> None:
        foresp = QNetworkRequest(opgave.url)
        foresp.setTransferTimeout(self._timeout_ms)
        foresp.setAttribute(
            QNetworkRequest.Attribute.RedirectPolicyAttribute,
            QNetworkRequest.RedirectPolicy.ManualRedirectPolicy,
        )
        foresp.setAttribute(
            QNetworkRequest.Attribute.CacheLoadControlAttribute,
            QNetworkRequest.CacheLoadControl.AlwaysNetwork,
        )
        foresp.setRawHeader(b"Accept-Language", b"da,en;q=0.5")
        reply = self._net.head(foresp) if opgave.hoved else self._net.get(foresp)
        self._i_gang[vaert] = reply
        self._replies.append(reply)
        set_ = _Set()
        if not opgave.hoved:  # the head says all: the page itself is not fetched
            reply.metaDataChanged.connect(partial(self._hovedet_er_her, vaert, reply, set_))
        reply.finished.connect(partial(self._faerdig, vaert, opgave, reply, set_))

    def _hovedet_er_her(self, vaert: str, reply: QNetworkReply, set_: _Set) -> None:
        _se_hovedet(reply, set_)
        if set_.status >= _OK:
            # Not from inside the signal: Qt has not finished with the reply.
            QTimer.singleShot(0, partial(self._stands, vaert, reply))

    def _stands(self, vaert: str, reply: QNetworkReply) -> None:
        if self._i_gang.get(vaert) is reply and reply.isRunning():
            reply.abort()

    def _faerdig(self, vaert: str, opgave: _Opgave, reply: QNetworkReply, set_: _Set) -> None:
        if self._i_gang.get(vaert) is not reply:
            return
        if not set_.status:
            _se_hovedet(reply, set_)
        self._i_gang[vaert] = None
        fejl = _fejl(reply)
        QTimer.singleShot(self._pause_ms, partial(self._vaert_er_fri, vaert))
        svar = self._forstaa(opgave, set_, fejl)
        if svar is not None:
            self._faerdige.append(svar)
        self._sloejfe.quit()

    def _vaert_er_fri(self, vaert: str) -> None:
        self._i_gang.pop(vaert, None)
        self._sloejfe.quit()

    def _forstaa(
        self, opgave: _Opgave, set_: _Set, fejl: QNetworkReply.NetworkError
    ) -> Svar | None:
        """The answer, or None when there is more to ask."""
        if _OMDIRIGERET <= set_.status < _KLIENTFEJL and set_.videre:
            return self._videre(opgave, set_)
        if _OK <= set_.status < _OMDIRIGERET:
            endelig = opgave.url.toString() if opgave.besoegt else ""
            flyttet = bool(endelig) and not _samme_side(opgave.adresse, endelig)
            return self._svar(opgave, Udfald.FLYTTET if flyttet else Udfald.VIRKER, set_, endelig)
        if fejl == _SSL:
            return self._svar(opgave, Udfald.CERTIFIKAT, set_)
        if opgave.hoved and (set_.status or fejl != _UKENDT_VAERT) and not set_.for_sent:
            # Many servers know no HEAD, and say so in their own way.
            opgave.hoved = False
            self._stil_i_koe(opgave, forrest=True)
            return None
        return self._svar(opgave, _udfald(set_, fejl), set_)

    def _videre(self, opgave: _Opgave, set_: _Set) -> Svar | None:
        opgave.besoegt.append(opgave.url.toString())
        opgave.url = opgave.url.resolved(QUrl(set_.videre))
        if opgave.url.toString() in opgave.besoegt or len(opgave.besoegt) > _FLEST_SPRING:
            return self._svar(opgave, Udfald.RINGER, set_)
        if opgave.url.scheme() not in {"http", "https"}:
            return self._svar(opgave, Udfald.INGEN_FORBINDELSE, set_)
        self._stil_i_koe(opgave, forrest=True)
        return None

    def _svar(self, opgave: _Opgave, udfald: Udfald, set_: _Set, endelig: str = "") -> Svar:
        return Svar(opgave.adresse, udfald, self._dag, set_.status, endelig)


@dataclass
class _Set:
    """What the head of an answer said."""

    status: int = 0
    videre: str = ""
    for_sent: bool = False


def _fejl(reply: QNetworkReply) -> QNetworkReply.NetworkError:
    # Qt 5 has a signal of that name too.
    fejl: QNetworkReply.NetworkError = reply.error()  # type: ignore[operator]
    return fejl


def _se_hovedet(reply: QNetworkReply, set_: _Set) -> None:
    status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    set_.status = status if isinstance(status, int) else 0
    videre = reply.attribute(QNetworkRequest.Attribute.RedirectionTargetAttribute)
    set_.videre = videre.toString() if isinstance(videre, QUrl) else ""
    set_.for_sent = not set_.status and _fejl(reply) in _FOR_SENT


_FOR_SENT = frozenset(
    {
        QNetworkReply.NetworkError.OperationCanceledError,
        QNetworkReply.NetworkError.TimeoutError,
        QNetworkReply.NetworkError.ProxyTimeoutError,
    }
)


def _udfald(set_: _Set, fejl: QNetworkReply.NetworkError) -> Udfald:
    if set_.status in _LOGIN:
        return Udfald.LOGIN
    if _KLIENTFEJL <= set_.status < _SERVERFEJL:
        return Udfald.FINDES_IKKE
    if set_.status:
        return Udfald.SERVERFEJL
    if fejl == _UKENDT_VAERT:
        return Udfald.UKENDT_VAERT
    return Udfald.FOR_LANGSOM if set_.for_sent else Udfald.INGEN_FORBINDELSE


def _samme_side(gammel: str, ny: str) -> bool:
    """Only www, a final slash or a query between them: no one needs to change that."""

    def kerne(adresse: str) -> str:
        url = QUrl(adresse)
        return f"{url.host().removeprefix('www.')}{url.path().rstrip('/')}".lower()

    return kerne(gammel) == kerne(ny) and QUrl(gammel).scheme() == QUrl(ny).scheme()
