# SPDX-License-Identifier: GPL-2.0-or-later
"""A grid of cells (celler) over many small segments: which lie near each other, and which near a point."""

from __future__ import annotations

from typing import Any

import numpy as np

#: Arrays of numpy; the stubs of QGIS's own numpy know no shapes.
Tal = Any

_MINDSTE_CELLE_M = 10.0
#: A cell is this many times as wide as a segment is long in the middle.
_CELLE_GANGE = 2.0


class Celler:
    """Segments a-b in cells. A long segment is laid out in steps, so that it lies only in cells that it passes."""

    def __init__(self, ax: Tal, ay: Tal, bx: Tal, by: Tal, luft: float) -> None:
        """`luft`: segments nearer each other than this share a cell."""
        self.ax, self.ay, self.bx, self.by = ax, ay, bx, by
        langt = np.hypot(bx - ax, by - ay)
        middel = float(np.mean(langt)) if langt.size else 0.0
        self._bred = max(_MINDSTE_CELLE_M, _CELLE_GANGE * middel, 2 * luft)
        trin = np.maximum(1, np.ceil(langt / self._bred)).astype(np.int64)
        hvem = np.repeat(np.arange(ax.size), trin)
        nr = np.arange(hvem.size) - np.repeat(np.cumsum(trin) - trin, trin)
        fra, til = nr / trin[hvem], (nr + 1) / trin[hvem]
        dx, dy = (bx - ax)[hvem], (by - ay)[hvem]
        x1, x2 = ax[hvem] + fra * dx, ax[hvem] + til * dx
        y1, y2 = ay[hvem] + fra * dy, ay[hvem] + til * dy
        self._x0 = float(np.min(ax)) - self._bred if ax.size else 0.0
        self._y0 = float(np.min(ay)) - self._bred if ax.size else 0.0
        if ax.size:
            self._x0 = min(self._x0, float(np.min(bx)) - self._bred)
            self._y0 = min(self._y0, float(np.min(by)) - self._bred)
        pude = luft / 2
        c1, c2 = self._soejle(np.minimum(x1, x2) - pude), self._soejle(np.maximum(x1, x2) + pude)
        r1, r2 = self._raekke(np.minimum(y1, y2) - pude), self._raekke(np.maximum(y1, y2) + pude)
        self._rader = int(np.max(r2)) + 2 if ax.size else 1
        noegler, segmenter = [], []
        for i in range(3):  # a step is no longer than a cell, so it lies in three columns at most
            for j in range(3):
                med = (c1 + i <= c2) & (r1 + j <= r2)
                noegler.append(((c1 + i) * self._rader + r1 + j)[med])
                segmenter.append(hvem[med])
        noegle, segment = np.concatenate(noegler), np.concatenate(segmenter)
        orden = np.lexsort((segment, noegle))
        self._noegle, self._segment = noegle[orden], segment[orden]

    def _soejle(self, x: Tal) -> Tal:
        return np.floor((x - self._x0) / self._bred).astype(np.int64)

    def _raekke(self, y: Tal) -> Tal:
        return np.floor((y - self._y0) / self._bred).astype(np.int64)

    def par(self) -> tuple[Tal, Tal]:
        """Every pair of segments that share a cell, once, the lower number first."""
        noegle, segment = self._noegle, self._segment
        if not segment.size:
            return np.empty(0, np.int64), np.empty(0, np.int64)
        begynder = np.flatnonzero(np.r_[True, noegle[1:] != noegle[:-1]])
        stoerrelse = np.diff(np.r_[begynder, noegle.size])
        plads: Tal = np.arange(noegle.size) - np.repeat(begynder, stoerrelse)
        efter = np.repeat(stoerrelse, stoerrelse) - 1 - plads
        i = np.repeat(np.arange(noegle.size), efter)
        j = i + 1 + np.arange(i.size) - np.repeat(np.cumsum(efter) - efter, efter)
        en, anden = segment[i], segment[j]
        forskellige = en != anden
        lav = np.minimum(en, anden)[forskellige]
        hoej = np.maximum(en, anden)[forskellige]
        ens = np.unique(lav * np.int64(self.ax.size) + hoej)
        return ens // self.ax.size, ens % self.ax.size

    def naer(self, x: float, y: float, afstand: float) -> tuple[Tal, Tal, Tal]:
        """Segments within `afstand` of a point: their numbers, how far along (0-1), how far away."""
        r1 = max(0, int(np.floor((y - afstand - self._y0) / self._bred)))
        r2 = min(self._rader - 1, int(np.floor((y + afstand - self._y0) / self._bred)))
        c1 = int(np.floor((x - afstand - self._x0) / self._bred))
        c2 = int(np.floor((x + afstand - self._x0) / self._bred))
        if r1 > r2 or c2 < 0:
            tom = np.empty(0)
            return tom.astype(np.int64), tom, tom
        soejler = np.arange(max(0, c1), c2 + 1) * self._rader
        fra = np.searchsorted(self._noegle, soejler + r1, "left")
        til = np.searchsorted(self._noegle, soejler + r2, "right")
        stumper = [self._segment[a:b] for a, b in zip(fra.tolist(), til.tolist()) if b > a]
        segmenter = np.unique(np.concatenate(stumper)) if stumper else np.empty(0, np.int64)
        t, langt = projicer(
            x, y, self.ax[segmenter], self.ay[segmenter], self.bx[segmenter], self.by[segmenter]
        )
        inde = langt <= afstand
        return segmenter[inde], t[inde], langt[inde]


def projicer(x: Tal, y: Tal, ax: Tal, ay: Tal, bx: Tal, by: Tal) -> tuple[Tal, Tal]:
    """How far along a-b (0-1) the nearest place to x, y lies, and how far away it is."""
    dx, dy = bx - ax, by - ay
    kvadrat = dx * dx + dy * dy
    t = ((x - ax) * dx + (y - ay) * dy) / np.where(kvadrat > 0, kvadrat, 1.0)
    t = np.clip(t, 0.0, 1.0)
    return t, np.hypot(ax + t * dx - x, ay + t * dy - y)


def klynger(x: Tal, y: Tal, afstand: float) -> Tal:
    """A label for each point: points nearer than `afstand`, also through others, have the same."""
    i, j = Celler(x, y, x, y, afstand).par()
    taet = np.hypot(x[i] - x[j], y[i] - y[j]) <= afstand
    i, j = i[taet], j[taet]
    return sammen(x.size, i, j)


def sammen(antal: int, i: Tal, j: Tal) -> Tal:
    """The parts that hang together where `i` and `j` are joined: for each the lowest number of its part."""
    label = np.arange(antal)
    while i.size:
        # Only roots are hung on lower roots, so that nothing that was joined comes apart.
        en, anden = label[i], label[j]
        np.minimum.at(label, np.maximum(en, anden), np.minimum(en, anden))
        while not np.array_equal(label, label[label]):
            label = label[label]
        aabne = label[i] != label[j]
        i, j = i[aabne], j[aabne]
    return label
