# SPDX-License-Identifier: GPL-2.0-or-later
"""A network (graf) that a route can follow, made from lines as they are: not joined, repeated, with small gaps.

`byg` may run on any thread; a `Graf` is never changed afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .graf_celler import Tal, sammen
from .graf_knuder import Net, Snit, Stykker, gentagne, snit_af, stykker_af
from .graf_linjer import Kilde, Linje, uden_gentagne

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

#: Lines nearer each other than this are joined without a question.
TOLERANCE_M = 0.5
#: Gaps up to this are offered for a bridge.
STOERSTE_HUL_M = 30.0
#: An end is offered at most so many ways over.
_VEJE_OVER = 3

#: From a node: the node at the other end, metres, the piece (a gap is -1 and down).
Kant = tuple[int, float, int]


class GrafAfbrudt(Exception):
    """The work was cancelled."""


@dataclass(frozen=True)
class Fod:
    """A place on the network: its piece, metres along the piece's line, and how far it is from what was asked for."""

    stykke: int
    mark: float
    x: float
    y: float
    afstand: float


class Graf:
    """Pieces between nodes, ways out of each node, and what lies near a point."""

    def __init__(self, net: Net, kilder: Sequence[Kilde], stykker: Stykker, for_: Sequence[int],
                 huller: Sequence[tuple[int, int]]) -> None:  # fmt: skip
        self.net, self.kilder = net, kilder
        self.fra: list[int] = stykker.fra.tolist()
        self.til: list[int] = stykker.til.tolist()
        self.linje: list[int] = stykker.linje.tolist()
        self.mark_fra: list[float] = stykker.mark_fra.tolist()
        self.mark_til: list[float] = stykker.mark_til.tolist()
        self.knude_x: list[float] = stykker.knude_x.tolist()
        self.knude_y: list[float] = stykker.knude_y.tolist()
        self._for = list(for_)
        # The pieces lie in the order of their lines; where each line's begin.
        self._af_linje = np.searchsorted(stykker.linje, np.arange(net.antal + 1)).tolist()
        self.ud: list[list[Kant]] = [[] for _ in self.knude_x]
        self.antal = 0
        for nr, en in enumerate(self._for):
            if nr == en:
                self.antal += 1
                langt = self.mark_til[nr] - self.mark_fra[nr]
                self.ud[self.fra[nr]].append((self.til[nr], langt, nr))
                if self.fra[nr] != self.til[nr]:
                    self.ud[self.til[nr]].append((self.fra[nr], langt, nr))
        #: Where a bridge could be built, by node: only used when somebody has said yes.
        self.over: dict[int, list[Kant]] = {}
        for nr, (a, b) in enumerate(huller, 1):
            langt = float(
                np.hypot(self.knude_x[a] - self.knude_x[b], self.knude_y[a] - self.knude_y[b])
            )
            self.over.setdefault(a, []).append((b, langt, -nr))
            self.over.setdefault(b, []).append((a, langt, -nr))

    def kilde(self, stykke: int) -> Kilde:
        """Where a piece comes from."""
        return self.kilder[self.linje[stykke]]

    def naermest(self, x: float, y: float, hoejst: float) -> Fod | None:
        """The place on the network nearest to a point, no farther away than `hoejst`."""
        for radius in (hoejst / 8, hoejst):
            segmenter, t, langt = self.net.celler.naer(x, y, radius)
            for nr in np.argsort(langt, kind="stable").tolist():
                fod = self._fod(int(segmenter[nr]), float(t[nr]), x, y)
                if fod is not None:
                    return fod
        return None

    def _fod(self, segment: int, t: float, x: float, y: float) -> Fod | None:
        net = self.net
        vertex, linje = int(net.segment[segment]), int(net.linje[segment])
        mark = float(net.mark[vertex] + t * (net.mark[vertex + 1] - net.mark[vertex]))
        stykke = self._stykke(linje, mark)
        if stykke is None:
            return None
        if self._for[stykke] != stykke:  # a repeated line: stand on the one that is kept
            stykke = self._for[stykke]
            linje = self.linje[stykke]
            mark = self._projiceret(stykke, x, y)
        mark = min(max(mark, self.mark_fra[stykke]), self.mark_til[stykke])
        fx, fy = net.sted(linje, mark)
        return Fod(stykke, mark, fx, fy, float(np.hypot(fx - x, fy - y)))

    def _stykke(self, linje: int, mark: float) -> int | None:
        """The piece of a line at a mark, or the next one where a stub was left out."""
        a, b = self._af_linje[linje], self._af_linje[linje + 1]
        if a == b:
            return None
        return min(
            range(a, b),
            key=lambda nr: max(self.mark_fra[nr] - mark, mark - self.mark_til[nr], 0.0),
        )

    def _projiceret(self, stykke: int, x: float, y: float) -> float:
        from .graf_celler import projicer

        net, linje = self.net, self.linje[stykke]
        a, b = int(net.foerste[linje]), int(net.foerste[linje + 1])
        t, langt = projicer(
            x, y, net.x[a : b - 1], net.y[a : b - 1], net.x[a + 1 : b], net.y[a + 1 : b]
        )
        m = net.mark[a:b]
        marker = m[:-1] + t * np.diff(m)
        udenfor = np.maximum(
            np.maximum(self.mark_fra[stykke] - marker, marker - self.mark_til[stykke]), 0.0
        )
        return float(marker[int(np.argmin(langt + udenfor))])


def byg(
    linjer: Sequence[Linje],
    tolerance: float = TOLERANCE_M,
    stoerste_hul: float = STOERSTE_HUL_M,
    feedback: QgsFeedback | None = None,
) -> Graf:
    """Make the network. Raises GrafAfbrudt when the feedback is cancelled."""
    ens = uden_gentagne(linjer)
    net = Net(ens)
    _videre(feedback, 20)
    snit = snit_af(net, tolerance)
    _videre(feedback, 50)
    stykker, knude = stykker_af(snit, tolerance)
    for_ = gentagne(net, stykker, tolerance)
    _videre(feedback, 70)
    nye, af_snit = _huller(net, snit, stykker, knude, for_, tolerance, stoerste_hul)
    if af_snit:
        foer = snit.linje.size
        snit = snit.plus(nye)
        stykker, knude = stykker_af(snit, tolerance)
        for_ = gentagne(net, stykker, tolerance)
        par = {
            (min(a, b), max(a, b))
            for a, b in ((int(knude[s]), int(knude[foer + nr])) for nr, s in enumerate(af_snit))
            if a != b
        }
    else:
        par = set()
    _videre(feedback, 90)
    return Graf(net, [linje.kilde for linje in ens], stykker, for_.tolist(), sorted(par))


def _videre(feedback: QgsFeedback | None, procent: float) -> None:
    if feedback is not None:
        if feedback.isCanceled():
            raise GrafAfbrudt
        feedback.setProgress(procent)


def _huller(
    net: Net, snit: Snit, stykker: Stykker, knude: Tal, for_: Tal,
    tolerance: float, hoejst: float,
) -> tuple[Snit, list[int]]:  # fmt: skip
    """From each dead end the nearest places on other lines: the cuts to make there, and which cut each starts from."""
    selv = for_ == np.arange(for_.size)
    grad = np.bincount(np.r_[stykker.fra[selv], stykker.til[selv]], minlength=stykker.knude_x.size)
    linje: list[int] = []
    mark: list[float] = []
    sted: list[tuple[float, float]] = []
    fra: list[int] = []
    for nr in np.flatnonzero(grad[knude] == 1).tolist():
        x, y = float(snit.x[nr]), float(snit.y[nr])
        segmenter, t, langt = net.celler.naer(x, y, hoejst)
        egen, set_ = int(snit.linje[nr]), {int(snit.linje[nr])}
        for i in np.argsort(langt, kind="stable").tolist():
            segment = int(segmenter[i])
            en = int(net.linje[segment])
            if en in set_ or langt[i] <= tolerance:
                continue
            set_.add(en)
            v = int(net.segment[segment])
            linje.append(en)
            mark.append(float(net.mark[v] + t[i] * (net.mark[v + 1] - net.mark[v])))
            sted.append(net.sted(en, mark[-1]))
            fra.append(nr)
            if len(set_ - {egen}) >= _VEJE_OVER:
                break
    xy = np.array(sted).reshape(-1, 2)
    return Snit(np.array(linje, dtype=np.int64), np.array(mark), xy[:, 0], xy[:, 1]), fra


def dele(graf: Graf) -> list[int]:
    """For each node the part of the network that it belongs to: nodes of one part can reach each other."""
    par = [(a, kant[0]) for a, kanter in enumerate(graf.ud) for kant in kanter]
    ender = np.array(par, dtype=np.int64).reshape(-1, 2)
    ud: list[int] = sammen(len(graf.ud), ender[:, 0], ender[:, 1]).tolist()
    return ud
