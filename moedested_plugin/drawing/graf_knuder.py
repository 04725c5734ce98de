# SPDX-License-Identifier: GPL-2.0-or-later
"""Noding: where lines that nobody has joined meet, and the pieces (stykker) between those places.

A line is cut where another of the same level crosses it, and where another ends at it within the tolerance. Nothing
is moved: a piece keeps the coordinates of its line, and a node only says which ends belong together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .graf_celler import Celler, Tal, klynger, projicer
from .graf_linjer import Linje

#: Vertices within a line join others only when they lie on them.
_PAA_M = 0.05
#: Pairs that are looked at in one go: bounds the memory.
_PORTION = 500_000


class Net:
    """The coordinates of all lines after one another. `mark` is metres along: each line from its own beginning."""

    def __init__(self, linjer: Sequence[Linje]) -> None:
        self.antal = len(linjer)
        laengder = np.array([len(linje.xy) for linje in linjer], dtype=np.int64)
        self.foerste = np.r_[0, np.cumsum(laengder)].astype(np.int64)
        xy = np.concatenate([linje.xy for linje in linjer]) if linjer else np.empty((0, 2))
        self.x, self.y = xy[:, 0].copy(), xy[:, 1].copy()
        af = np.repeat(np.arange(self.antal), laengder)
        niveau = np.array([linje.niveau for linje in linjer], dtype=np.int64)
        sidste = np.zeros(self.x.size, dtype=bool)
        sidste[self.foerste[1:] - 1] = True
        #: The vertex where each segment begins.
        self.segment = np.flatnonzero(~sidste)
        a, b = self.segment, self.segment + 1
        self.linje = af[a] if af.size else af
        self.niveau = niveau[self.linje] if self.linje.size else self.linje
        langt = np.hypot(self.x[b] - self.x[a], self.y[b] - self.y[a])
        trin = np.zeros(self.x.size)
        trin[b] = langt
        i_alt = np.cumsum(trin)
        #: Metres from the beginning of its own line, for each vertex.
        self.mark = i_alt - i_alt[self.foerste[:-1]][af] if self.antal else i_alt
        self.celler = Celler(self.x[a], self.y[a], self.x[b], self.y[b], 1.0)

    def sted(self, linje: int, mark: float) -> tuple[float, float]:
        """The place at `mark` on a line."""
        a, b = int(self.foerste[linje]), int(self.foerste[linje + 1])
        m = self.mark[a:b]
        return float(np.interp(mark, m, self.x[a:b])), float(np.interp(mark, m, self.y[a:b]))

    def mellem(self, linje: int, fra: float, til: float) -> list[tuple[float, float]]:
        """The line from one mark to another, backwards when `til` lies first."""
        lav, hoej = min(fra, til), max(fra, til)
        a, b = int(self.foerste[linje]), int(self.foerste[linje + 1])
        m = self.mark[a:b]
        i = a + int(np.searchsorted(m, lav + 1e-6, "right"))
        j = a + int(np.searchsorted(m, hoej - 1e-6, "left"))
        punkter = [self.sted(linje, lav)]
        punkter += zip(self.x[i:j].tolist(), self.y[i:j].tolist())
        punkter.append(self.sted(linje, hoej))
        return punkter if fra <= til else punkter[::-1]


@dataclass
class Snit:
    """Where lines are cut: line, mark, place. Each line is also cut at its ends."""

    linje: Tal
    mark: Tal
    x: Tal
    y: Tal

    def plus(self, andet: Snit) -> Snit:
        """These and others, in this order."""
        return Snit(*(np.concatenate(par) for par in zip(self._alle(), andet._alle())))

    def _alle(self) -> tuple[Tal, Tal, Tal, Tal]:
        return self.linje, self.mark, self.x, self.y


@dataclass
class Stykker:
    """The pieces: from node to node along a line, and where the nodes lie."""

    fra: Tal
    til: Tal
    linje: Tal
    mark_fra: Tal
    mark_til: Tal
    knude_x: Tal
    knude_y: Tal


def snit_af(net: Net, tolerance: float) -> Snit:
    """Where the lines meet, within the tolerance."""
    a = net.segment
    b = a + 1
    enden = np.zeros(net.x.size, dtype=bool)
    if net.antal:
        enden[net.foerste[:-1]] = enden[net.foerste[1:] - 1] = True
    ender = np.flatnonzero(enden)
    linje_af = np.searchsorted(net.foerste, ender, "right") - 1
    ud = Snit(linje_af, net.mark[ender], net.x[ender], net.y[ender])
    celler = Celler(net.x[a], net.y[a], net.x[b], net.y[b], tolerance)
    p, q = celler.par()
    naboer = (net.linje[p] == net.linje[q]) & (np.abs(p - q) == 1)
    p, q = p[~naboer], q[~naboer]
    for fra in range(0, p.size, _PORTION):
        pp, qq = p[fra : fra + _PORTION], q[fra : fra + _PORTION]
        ud = ud.plus(_krydser(net, pp, qq))
        for ens, anden in ((pp, qq), (qq, pp)):
            for hvor in (0, 1):
                ud = ud.plus(_roerer(net, enden, ens, anden, hvor, tolerance))
    noegle = np.stack([ud.linje, np.round(ud.mark * 1000).astype(np.int64)])
    _, blev = np.unique(noegle, axis=1, return_index=True)
    return Snit(ud.linje[blev], ud.mark[blev], ud.x[blev], ud.y[blev])


def _krydser(net: Net, p: Tal, q: Tal) -> Snit:
    """Where segments of the same level cross."""
    a, b, c, d = net.segment[p], net.segment[p] + 1, net.segment[q], net.segment[q] + 1
    px, py, qx, qy = (
        net.x[b] - net.x[a], net.y[b] - net.y[a], net.x[d] - net.x[c], net.y[d] - net.y[c],
    )  # fmt: skip
    kryds = px * qy - py * qx
    lp, lq = np.hypot(px, py), np.hypot(qx, qy)
    skraa = np.abs(kryds) > 1e-9 * lp * lq
    nerved = np.where(skraa, kryds, 1.0)
    rx, ry = net.x[c] - net.x[a], net.y[c] - net.y[a]
    t, u = (rx * qy - ry * qx) / nerved, (rx * py - ry * px) / nerved
    lidt_p, lidt_q = 0.001 / lp, 0.001 / lq
    moedes = (
        skraa
        & (net.niveau[p] == net.niveau[q])
        & (t >= -lidt_p) & (t <= 1 + lidt_p)
        & (u >= -lidt_q) & (u <= 1 + lidt_q)
    )  # fmt: skip
    p, q, a, c = p[moedes], q[moedes], a[moedes], c[moedes]
    t, u = np.clip(t[moedes], 0, 1), np.clip(u[moedes], 0, 1)
    x, y = net.x[a] + t * px[moedes], net.y[a] + t * py[moedes]
    return Snit(
        np.r_[net.linje[p], net.linje[q]],
        np.r_[net.mark[a] + t * lp[moedes], net.mark[c] + u * lq[moedes]],
        np.r_[x, x],
        np.r_[y, y],
    )


def _roerer(net: Net, enden: Tal, p: Tal, q: Tal, hvor: int, tolerance: float) -> Snit:
    """Where a vertex of `p` lies on, or a line's end near, the segment `q`.

    An end joins whatever the level: a bridge begins where the road on the ground ends.
    """
    v = net.segment[p] + hvor
    c, d = net.segment[q], net.segment[q] + 1
    t, langt = projicer(net.x[v], net.y[v], net.x[c], net.y[c], net.x[d], net.y[d])
    ved_ende = enden[v]
    taet = (ved_ende & (langt <= tolerance)) | (
        (langt <= _PAA_M) & (net.niveau[p] == net.niveau[q])
    )
    v, c, d, t, p, q = v[taet], c[taet], d[taet], t[taet], p[taet], q[taet]
    x, y = net.x[c] + t * (net.x[d] - net.x[c]), net.y[c] + t * (net.y[d] - net.y[c])
    langs = net.mark[c] + t * (net.mark[d] - net.mark[c])
    return Snit(
        np.r_[net.linje[p], net.linje[q]],
        np.r_[net.mark[v], langs],
        np.r_[net.x[v], x],
        np.r_[net.y[v], y],
    )


def stykker_af(snit: Snit, tolerance: float) -> tuple[Stykker, Tal]:
    """Pieces between the cuts; and for each cut its node."""
    label = klynger(snit.x, snit.y, tolerance * 1.0001)
    steder, knude = np.unique(label, return_inverse=True)
    orden = np.lexsort((snit.mark, snit.linje))
    foer, efter = orden[:-1], orden[1:]
    samme = snit.linje[foer] == snit.linje[efter]
    foer, efter = foer[samme], efter[samme]
    # What is left between two cuts of one node is a stub of the drawing, not a way.
    langt = snit.mark[efter] - snit.mark[foer]
    vej = (knude[foer] != knude[efter]) | (langt > 3 * tolerance)
    foer, efter = foer[vej], efter[vej]
    return (
        Stykker(
            knude[foer], knude[efter], snit.linje[foer], snit.mark[foer], snit.mark[efter],
            snit.x[steder], snit.y[steder],
        ),
        knude,
    )  # fmt: skip


def gentagne(net: Net, stykker: Stykker, tolerance: float) -> Tal:
    """For each piece the piece that stands for it: itself, or an earlier one along the same way."""
    if not stykker.linje.size:
        return np.arange(0)
    lav, hoej = (
        np.minimum(stykker.fra, stykker.til),
        np.maximum(stykker.fra, stykker.til),
    )
    langt = stykker.mark_til - stykker.mark_fra
    # Along all lines after one another, so that one call finds the middle of every piece.
    stoerst = float(net.mark.max()) + 1.0 if net.mark.size else 1.0
    af = np.repeat(np.arange(net.antal), np.diff(net.foerste))
    midte = stykker.linje * stoerst + (stykker.mark_fra + stykker.mark_til) / 2
    mx = np.interp(midte, af * stoerst + net.mark, net.x)
    my = np.interp(midte, af * stoerst + net.mark, net.y)
    for_ = np.arange(lav.size)
    orden = np.lexsort((for_, hoej, lav))
    gruppe: list[int] = []
    for nr in orden.tolist():
        if gruppe and (lav[nr], hoej[nr]) != (lav[gruppe[0]], hoej[gruppe[0]]):
            gruppe = []
        for kendt in gruppe:
            slup = 2 * tolerance + 0.01 * langt[kendt]
            if (
                abs(langt[nr] - langt[kendt]) <= slup
                and np.hypot(mx[nr] - mx[kendt], my[nr] - my[kendt]) <= slup
            ):
                for_[nr] = kendt
                break
        else:
            gruppe.append(nr)
    return for_
