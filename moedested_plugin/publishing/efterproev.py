# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks the public address whether it gives the new version, and only that, steadily.

Runs in the thread that calls it, with an event loop of its own: call it from a task, not from the GUI thread.
"""

from __future__ import annotations

import enum
import logging
import time
from collections import deque
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Union

from qgis.PyQt.QtCore import QEventLoop, QTimer, QUrl

from moedested_plugin.i18n import tr

from .netkald import Forbindelse, IkkeNaaet, Svar
from .tjenestesvar import Del, Samtale, Tjeneste, Ventet

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsFeedback

__all__ = ["Efterproevning", "IkkeNaaet", "Udfald", "Ventet", "efterproev", "svar_fejl"]

logger = logging.getLogger(__name__)

_TRIN_MS = 25
#: Before asking again: after a wrong answer, and after none.
_PAUSE_MS, _LANG_PAUSE_MS = 250, 1_000
_VENT_MS, _KORTEST_VENT_MS = 30_000, 1_000
#: Wrong for so long (s) before the service is told of the version again; each time twice as long. At most this share of the
#: time: after it a service that nobody has heard is believed to be out of reach, too.
_SKUB, _DEL = 10.0, 1 / 3
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


class Afbrudt(IkkeNaaet):
    """The user wants no more."""


def svar_fejl(
    url: str, ventet: Ventet, *, authcfg: str = "", feedback: QgsFeedback | None = None
) -> str | None:
    """Look once at everything: None when right, else what is wrong in one sentence; raises `IkkeNaaet`."""
    tjeneste = Tjeneste(_adresse(url), ventet)
    bane = _Bane(
        Forbindelse(tjeneste.vaert, authcfg, _VENT_MS), lambda _nr: tjeneste.samtale(tjeneste.dele)
    )
    domme: list[_Dom] = []
    vagt = _Vagt(feedback, None)

    def faerdig(_bane: _Bane, dom: _Dom) -> None:
        domme.append(dom)
        vagt.slip()

    try:
        bane.begynd(faerdig)
        vagt.hold()
    finally:
        bane.stop()
    if not domme:
        raise Afbrudt(_afbrudt())
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
    skub: Callable[[], object] = lambda: None,
    feedback: QgsFeedback | None = None,
) -> Efterproevning:
    """Ask until `i_traek` answers in a row, spread over the connections, were right; for at most `hoejst` seconds.

    An answer has both version stamps and a share of the rest; the answers of one connection together have all of it.
    `skub` tells the service of the version once more; it is called when the answers stay wrong.
    """
    try:
        adresse = _adresse(url)
    except IkkeNaaet as fejl:
        return Efterproevning(Udfald.IKKE_NAAET, str(fejl), 0, 0.0)
    runde = _Runde(Tjeneste(adresse, ventet), hoejst, i_traek, forbindelser, skub, feedback)
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


class _Vagt:
    """Waits in an event loop until it is let go, the time is up, or the user wants no more."""

    def __init__(self, feedback: QgsFeedback | None, frist: float | None) -> None:
        self._feedback, self._frist = feedback, frist
        self._sloejfe = QEventLoop()
        self._slap = False

    @property
    def afbrudt(self) -> bool:
        return self._feedback is not None and self._feedback.isCanceled()

    def slip(self) -> None:
        """Stop waiting."""
        self._slap = True
        self._sloejfe.quit()

    def hold(self) -> None:
        """Wait."""
        ur = QTimer()
        ur.timeout.connect(self._se)
        ur.start(_TRIN_MS)
        self._se()
        if not self._slap:
            self._sloejfe.exec()
        ur.stop()

    def _se(self) -> None:
        if self.afbrudt or (self._frist is not None and time.monotonic() >= self._frist):
            self.slip()


class _Bane:
    """One connection and its answers, one after the other."""

    def __init__(self, forbindelse: Forbindelse, naeste: Callable[[int], Samtale]) -> None:
        self._forbindelse, self._naeste = forbindelse, naeste
        self._meld: Callable[[_Bane, _Dom], object] | None = None
        self.i_traek = 0
        self.sidst: _Dom = None

    def begynd(self, meld: Callable[[_Bane, _Dom], object]) -> None:
        """Begin the next answer; `meld` gets what came of it."""
        self._meld = meld
        self._skridt(self._naeste(self.i_traek), None)

    def stop(self) -> None:
        """No more."""
        self._meld = None
        self._forbindelse.stop()

    def _modtag(self, samtale: Samtale, svar: Svar | IkkeNaaet) -> None:
        if isinstance(svar, IkkeNaaet):
            self._slut(svar)
        else:
            self._skridt(samtale, svar)

    def _skridt(self, samtale: Samtale, svar: Svar | None) -> None:
        try:
            adresse = samtale.send(svar)
        except StopIteration as slut:
            self._slut(slut.value)
        else:
            self._forbindelse.spoerg(adresse, partial(self._modtag, samtale))

    def _slut(self, dom: _Dom) -> None:
        if self._meld is not None:
            self._meld(self, dom)


class _Runde:
    """All connections of one verification."""

    def __init__(
        self,
        tjeneste: Tjeneste,
        hoejst: float,
        i_traek: int,
        forbindelser: int,
        skub: Callable[[], object],
        feedback: QgsFeedback | None,
    ) -> None:
        self._tjeneste, self._hoejst, self._feedback = tjeneste, hoejst, feedback
        self._skub, self._pause = skub, min(_SKUB, hoejst * _DEL)
        self._antal_baner = max(1, forbindelser)
        self._paa_hver = max(1, -(-i_traek // self._antal_baner))
        self._begyndt = self._skubbet = time.monotonic()
        self._hoert = False
        self._vagt = _Vagt(feedback, self._begyndt + hoejst)
        self._sidste: deque[_Dom] = deque(maxlen=self._paa_hver * self._antal_baner)
        self._svar = 0
        self._baner: list[_Bane] = []
        self._pauser: list[QTimer] = []

    def koer(self, authcfg: str) -> Efterproevning:
        """Until steadily right, or the time is up."""
        # So short that a server which stops answering is noticed before the time is up.
        vent = max(_KORTEST_VENT_MS, min(_VENT_MS, int(self._hoejst * 1000 / 3)))
        vaert = self._tjeneste.vaert
        self._baner = [
            _Bane(Forbindelse(vaert, authcfg, vent), self._samtale)
            for _ in range(self._antal_baner)
        ]
        try:
            for bane in self._baner:
                bane.begynd(self._faerdig)
            self._vagt.hold()
        finally:
            for pause in self._pauser:
                pause.stop()
            for bane in self._baner:
                bane.stop()
        udfald, grund = self._dom()
        return Efterproevning(udfald, grund, self._svar, time.monotonic() - self._begyndt)

    def _samtale(self, nr: int) -> Samtale:
        """The answer number `nr` in a row: both stamps and its share of the rest."""
        return self._tjeneste.samtale(
            (*self._tjeneste.stempler, *_andel(self._tjeneste.resten, nr, self._paa_hver))
        )

    @property
    def _er_stabilt(self) -> bool:
        return all(bane.i_traek >= self._paa_hver for bane in self._baner)

    def _faerdig(self, bane: _Bane, dom: _Dom) -> None:
        self._svar += 1
        self._sidste.append(dom)
        bane.sidst = dom
        self._hoert = self._hoert or not isinstance(dom, IkkeNaaet)
        if dom is None:
            bane.i_traek += 1
        else:
            for en in self._baner:
                en.i_traek = 0
        if self._feedback is not None:
            rigtige = sum(min(en.i_traek, self._paa_hver) for en in self._baner)
            self._feedback.setProgress(100 * rigtige / (self._paa_hver * self._antal_baner))
        nu = time.monotonic()
        if self._er_stabilt or (not self._hoert and nu - self._begyndt > self._hoejst * _DEL):
            self._vagt.slip()
            return
        if dom is None:
            self._igen(bane, 0)
            return
        if isinstance(dom, str) and nu - self._skubbet > self._pause:
            self._skub()
            self._skubbet, self._pause = time.monotonic(), 2 * self._pause
        self._igen(bane, _PAUSE_MS if isinstance(dom, str) else _LANG_PAUSE_MS)

    def _igen(self, bane: _Bane, pause_ms: int) -> None:
        ur = QTimer()
        ur.setSingleShot(True)
        ur.timeout.connect(lambda: bane.begynd(self._faerdig))
        self._pauser = [en for en in self._pauser if en.isActive()] + [ur]
        ur.start(pause_ms)

    def _dom(self) -> tuple[Udfald, str]:
        if self._er_stabilt:
            return Udfald.RIGTIGT, ""
        if self._vagt.afbrudt:
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
