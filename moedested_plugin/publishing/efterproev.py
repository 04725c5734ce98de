# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks the public address whether it gives the new version, and only that, steadily.

Waits in the thread that calls it, and asks in threads of its own: call it from a task, not from the GUI thread.
"""

from __future__ import annotations

import enum
import logging
import threading
import time
from collections import deque
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Union

from qgis.core import QgsFeedback
from qgis.PyQt.QtCore import QCoreApplication, QThread, QUrl

from moedested_plugin.i18n import tr

from .netkald import Forbindelse, IkkeNaaet, Svar
from .tjenestesvar import Del, Samtale, Tjeneste, Ventet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["Efterproevning", "IkkeNaaet", "Udfald", "Ventet", "efterproev", "svar_fejl"]

logger = logging.getLogger(__name__)

_TRIN, _SLIP = 0.025, 5.0
#: Steps before asking again: after a wrong answer, and after none.
_PAUSE, _LANG_PAUSE = 10, 40
_VENT_MS, _KORTEST_VENT_MS = 30_000, 1_000
#: What came of one answer: right, wrong (why), not reached (why).
_Dom = Union[None, str, IkkeNaaet]


class Udfald(enum.Enum):
    """What came of the verification."""

    RIGTIGT = "rigtigt"
    FORKERT = "forkert"
    IKKE_NAAET = "ikke nået"


@dataclass(frozen=True)
class Efterproevning:
    """The outcome, why in one sentence (empty when right), how many answers were looked at, and how long it took."""

    udfald: Udfald
    grund: str
    svar: int
    sekunder: float


def svar_fejl(
    url: str, ventet: Ventet, *, authcfg: str = "", feedback: QgsFeedback | None = None
) -> str | None:
    """Look once at everything: None when right, else what is wrong in one sentence; raises `IkkeNaaet`."""
    tjeneste = Tjeneste(_adresse(url), ventet)
    domme: list[_Dom] = []

    def se(stop: QgsFeedback) -> None:
        forbindelse = Forbindelse(tjeneste.vaert, authcfg, _VENT_MS, stop)
        domme.append(_svar(forbindelse, tjeneste.samtale(tjeneste.dele)))

    if not _i_traade([se], feedback, None, lambda: bool(domme)):
        raise IkkeNaaet(_afbrudt())
    dom = domme[0]
    if isinstance(dom, IkkeNaaet):
        raise IkkeNaaet(str(dom))
    return dom


def efterproev(
    url: str,
    ventet: Ventet,
    *,
    hoejst: float,
    authcfg: str = "",
    i_traek: int = 20,
    forbindelser: int = 4,
    feedback: QgsFeedback | None = None,
) -> Efterproevning:
    """Ask until `i_traek` answers in a row, spread over the connections, were right; for at most `hoejst` seconds.

    An answer has both version stamps and a share of the rest; the answers of one connection together have all of it.
    """
    try:
        adresse = _adresse(url)
    except IkkeNaaet as fejl:
        return Efterproevning(Udfald.IKKE_NAAET, str(fejl), 0, 0.0)
    runde = _Runde(Tjeneste(adresse, ventet), hoejst, i_traek, forbindelser, feedback)
    resultat = runde.koer(authcfg)
    logger.info(
        "Efterprøvning: %s efter %d svar og %.1f s",
        resultat.udfald.value,
        resultat.svar,
        resultat.sekunder,
    )
    return resultat


def _adresse(url: str) -> QUrl:
    adresse = QUrl(url.strip())
    if not adresse.isValid() or not adresse.host() or adresse.scheme() not in {"http", "https"}:
        raise IkkeNaaet(tr("Målets adresse er ikke en webadresse. Ret den i målet."))
    return adresse


def _afbrudt() -> str:
    return tr("Efterprøvningen blev afbrudt, før den var færdig.")


def _svar(forbindelse: Forbindelse, samtale: Samtale) -> _Dom:
    """One answer: the whole conversation."""
    svar: Svar | None = None
    try:
        while True:
            svar = forbindelse.spoerg(samtale.send(svar))
    except StopIteration as slut:
        dom: _Dom = slut.value
        return dom
    except IkkeNaaet as fejl:
        return fejl


def _i_traade(
    arbejder: Sequence[Callable[[QgsFeedback], None]],
    feedback: QgsFeedback | None,
    frist: float | None,
    er_slut: Callable[[], bool],
) -> bool:
    """Run them side by side until it is the end, the time is up, or the user wants no more; then all are stopped at once."""
    stop = QgsFeedback()
    traade = [threading.Thread(target=arbejde, args=(stop,), daemon=True) for arbejde in arbejder]
    hoved = QCoreApplication.instance()
    i_hovedet = hoved is not None and QThread.currentThread() == hoved.thread()
    for traad in traade:
        traad.start()
    try:
        while not er_slut() and any(traad.is_alive() for traad in traade):
            if (feedback is not None and feedback.isCanceled()) or (
                frist is not None and time.monotonic() >= frist
            ):
                break
            if i_hovedet:  # a certificate or a login is asked about here
                QCoreApplication.processEvents()
            traade[0].join(_TRIN) if traade[0].is_alive() else time.sleep(_TRIN)
    finally:
        stop.cancel()
        for traad in traade:
            traad.join(_SLIP)
    return er_slut()


@dataclass
class _Bane:
    """What one connection has said."""

    i_traek: int = 0
    sidst: _Dom = None


class _Runde:
    """All connections of one verification."""

    def __init__(
        self,
        tjeneste: Tjeneste,
        hoejst: float,
        i_traek: int,
        forbindelser: int,
        feedback: QgsFeedback | None,
    ) -> None:
        self._tjeneste, self._hoejst, self._feedback = tjeneste, hoejst, feedback
        self._baner = [_Bane() for _ in range(max(1, forbindelser))]
        self._paa_hver = max(1, -(-i_traek // len(self._baner)))
        self._sidste: deque[_Dom] = deque(maxlen=self._paa_hver * len(self._baner))
        self._svar = 0
        self._laas = threading.Lock()
        self._stabilt = False

    def koer(self, authcfg: str) -> Efterproevning:
        """Until steadily right, or the time is up."""
        begyndt = time.monotonic()
        arbejder = [partial(self._arbejd, bane, authcfg) for bane in self._baner]
        _i_traade(arbejder, self._feedback, begyndt + self._hoejst, lambda: self._stabilt)
        udfald, grund = self._dom()
        return Efterproevning(udfald, grund, self._svar, time.monotonic() - begyndt)

    def _arbejd(self, bane: _Bane, authcfg: str, stop: QgsFeedback) -> None:
        # So short that a server which stops answering is noticed before the time is up.
        vent = max(_KORTEST_VENT_MS, min(_VENT_MS, int(self._hoejst * 1000 / 3)))
        forbindelse = Forbindelse(self._tjeneste.vaert, authcfg, vent, stop)
        while not stop.isCanceled():
            dom = _svar(forbindelse, self._samtale(bane.i_traek))
            if stop.isCanceled():
                return  # cut short: says nothing
            with self._laas:
                if self._stabilt:
                    return
                self._faerdig(bane, dom)
            for _ in range(0 if dom is None else _PAUSE if isinstance(dom, str) else _LANG_PAUSE):
                if not stop.isCanceled():
                    time.sleep(_TRIN)

    def _samtale(self, nr: int) -> Samtale:
        """The answer number `nr` in a row: both stamps and its share of the rest."""
        return self._tjeneste.samtale(
            (*self._tjeneste.stempler, *_andel(self._tjeneste.resten, nr, self._paa_hver))
        )

    def _faerdig(self, bane: _Bane, dom: _Dom) -> None:
        self._svar += 1
        self._sidste.append(dom)
        bane.sidst = dom
        if dom is None:
            bane.i_traek += 1
        else:
            for en in self._baner:
                en.i_traek = 0
        self._stabilt = all(en.i_traek >= self._paa_hver for en in self._baner)
        if self._feedback is not None:
            rigtige = sum(min(en.i_traek, self._paa_hver) for en in self._baner)
            self._feedback.setProgress(100 * rigtige / (self._paa_hver * len(self._baner)))

    def _dom(self) -> tuple[Udfald, str]:
        if self._stabilt:
            return Udfald.RIGTIGT, ""
        if self._feedback is not None and self._feedback.isCanceled():
            return Udfald.IKKE_NAAET, _afbrudt()
        # One worker that stays behind answers wrongly now and then: the last of all count, not the very last.
        forkerte = [dom for dom in self._sidste if isinstance(dom, str)]
        tavse = [bane.sidst for bane in self._baner if isinstance(bane.sidst, IkkeNaaet)]
        if forkerte and len(tavse) < len(self._baner):
            return Udfald.FORKERT, forkerte[-1]
        if tavse:
            return Udfald.IKKE_NAAET, str(tavse[-1])
        return Udfald.IKKE_NAAET, tr(
            "{} svarede for langsomt: kun {} rigtige svar på {} sekunder."
        ).format(self._tjeneste.vaert, self._svar, round(self._hoejst))


def _andel(dele: tuple[Del, ...], nr: int, ud_af: int) -> tuple[Del, ...]:
    """The share number `nr`; the shares of `ud_af` answers in a row are all of it."""
    return dele[nr % ud_af :: ud_af]
