# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole store as it is saved: attributes by one scan in the database, what others refer to by indexes in memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from moedested_plugin.domain.betingelse import GEOMETRI, EnAf
from moedested_plugin.domain.skema import tabel as tabel_af_navn

from . import naboer
from .indstillet import Indstillet
from .tegning import flad
from .tegninger import Tegninger
from .udsnit import Kode, Par, Raekke, Udsnit

if TYPE_CHECKING:
    from qgis.core import QgsFeedback, QgsGeometry

    from moedested_plugin.domain.betingelse import Betingelse, Vaerdi
    from moedested_plugin.store import Store

#: So many questions are asked of the database one by one before all is read at once.
_SPOERGSMAAL = 50
_RAEKKER_PR_SPOERGSMAAL = 100
#: So many keys are asked for in one statement.
_NOEGLER = 400
_HISTORIK = 5000
#: So often is the user's wish to stop looked at.
_TUR = 128

_Indeks = dict[object, list[Raekke]]


class HeltUdsnit(Udsnit):
    """Every row of the store. Read-only; what has been read is kept until the slice is let go of."""

    alt = True

    def __init__(
        self,
        store: Store,
        *,
        indstillet: Indstillet | None = None,
        i_dag: dt.date | None = None,
        graense: QgsGeometry | None = None,
        feedback: QgsFeedback | None = None,
    ) -> None:
        self.store = store
        self.indstillet = indstillet or Indstillet()
        self.i_dag = i_dag or dt.datetime.now().astimezone().date()
        self.graense = graense
        self.feedback = feedback
        self._koder: Mapping[str, Mapping[int, Kode]] | None = None
        self._wkb: dict[str, Tegninger] = {}
        self._indekser: dict[tuple[str, str, tuple[str, ...]], _Indeks] = {}
        self._spurgt: dict[tuple[str, str, tuple[str, ...]], int] = {}
        self._raekker_i: dict[str, int] = {}
        self._svar: dict[tuple[str, str, tuple[str, ...], object], list[Raekke]] = {}

    def raekker(
        self, tabel: str, felter: Sequence[str], hvor: Betingelse | None = None
    ) -> Iterator[Raekke]:
        """All, or those that the database finds."""
        alle = self.store.raekker(tabel, med_noegle(tabel, felter), hvor)
        for nr, raekke in enumerate(alle):
            if not nr % _TUR and self.afbrudt():
                return
            yield raekke

    def brudte(
        self, tabel: str, krav: Sequence[Betingelse]
    ) -> Iterator[tuple[str, tuple[int, ...]]]:
        """One scan."""
        return self.store.brudte(tabel, krav)

    def af_noegler(
        self, tabel: str, noegler: Collection[str], felter: Sequence[str]
    ) -> Iterator[Raekke]:
        """Few by their keys, many by reading all."""
        navne = med_noegle(tabel, felter)
        liste = list(noegler)
        if len(liste) <= _NOEGLER * 10:
            for nr in range(0, len(liste), _NOEGLER):
                yield from self.store.raekker(tabel, navne, noegler=liste[nr : nr + _NOEGLER])
            return
        oenskede, noegle = set(liste), tabel_af_navn(tabel).noegle
        for raekke in self.store.raekker(tabel, navne):
            if raekke[noegle] in oenskede:
                yield raekke

    def geometrier(self, tabel: str) -> Iterator[tuple[str, QgsGeometry]]:
        """Every drawing."""
        for noegle, wkb in self.wkb(tabel):
            yield noegle, naboer.geometri_af(wkb)

    def wkb(self, tabel: str) -> Iterator[tuple[str, bytes]]:
        """As they were read."""
        for nr, tegning in enumerate(self._tegninger(tabel).items()):
            if not nr % _TUR and self.afbrudt():
                return
            yield tegning

    def _tegninger(self, tabel: str) -> Tegninger:
        """As WKB, flat and straight: a tenth of what the objects would fill."""
        if tabel not in self._wkb:
            noegle = tabel_af_navn(tabel).noegle
            self._wkb[tabel] = Tegninger(
                (cast("str", raekke[noegle]), flad(cast("bytes", raekke[GEOMETRI])))
                for raekke in self.store.raekker(tabel, [noegle, GEOMETRI])
                if raekke[GEOMETRI] is not None
            )
        return self._wkb[tabel]

    def ved(self, tabel: str, felt: str, vaerdi: Vaerdi, felter: Sequence[str]) -> Sequence[Raekke]:
        """From memory once there have been many questions of the kind."""
        art = (tabel, felt, tuple(felter))
        if art in self._indekser:
            return self._indekser[art].get(vaerdi, ())
        self._spurgt[art] = self._spurgt.get(art, 0) + 1
        if self._spurgt[art] > _SPOERGSMAAL and self._spurgt[art] > self._saa_mange(tabel):
            return self._indeks(art).get(vaerdi, ())
        spoergsmaal = (*art, vaerdi)
        if spoergsmaal not in self._svar:
            navne = med_noegle(tabel, (*felter, felt))
            hvor = EnAf(felt, (cast("str", vaerdi),))
            self._svar[spoergsmaal] = list(self.store.raekker(tabel, navne, hvor))
        return self._svar[spoergsmaal]

    def _saa_mange(self, tabel: str) -> float:
        """So many questions cost as much as to read the table, which may be too large to keep."""
        if tabel not in self._raekker_i:
            self._raekker_i[tabel] = self.store.antal(tabel)
        return self._raekker_i[tabel] / _RAEKKER_PR_SPOERGSMAAL

    def _indeks(self, art: tuple[str, str, tuple[str, ...]]) -> _Indeks:
        tabel, felt, felter = art
        indeks: _Indeks = {}
        for raekke in self.store.raekker(tabel, med_noegle(tabel, (*felter, felt))):
            indeks.setdefault(raekke[felt], []).append(raekke)
        self._indekser[art] = indeks
        return indeks

    def geometri(self, tabel: str, noegle: str) -> QgsGeometry | None:
        """From what has been read."""
        wkb = self._tegninger(tabel).get(noegle)
        return None if wkb is None else naboer.geometri_af(wkb)

    def naboer(
        self,
        tabel: str,
        andre: str,
        meter: float,
        felter: Sequence[str],
        *,
        kun: Collection[str] | None = None,
    ) -> Iterator[Par]:
        """Keys first, then only the rows that stand in a pair."""
        ene = naboer.udvalg(self._tegninger(tabel), kun)
        fundet = []
        for et in naboer.par(ene, self._tegninger(andre), meter, samme=tabel == andre):
            if self.afbrudt():
                return
            fundet.append(et)
        a_raekker = self._efter_noegle(tabel, {a for a, _, _ in fundet}, felter)
        b_raekker = self._efter_noegle(andre, {b for _, b, _ in fundet}, felter)
        for a, b, afstand in fundet:
            yield Par(a_raekker[a], b_raekker[b], afstand)

    def _efter_noegle(
        self, tabel: str, noegler: Collection[str], felter: Sequence[str]
    ) -> Mapping[str, Raekke]:
        noegle = tabel_af_navn(tabel).noegle
        kendte = [felt for felt in felter if tabel_af_navn(tabel).har(felt)]
        return {
            cast("str", raekke[noegle]): raekke
            for raekke in self.af_noegler(tabel, noegler, kendte)
        }

    def koder(self, liste: str) -> Mapping[int, Kode]:
        """Read once."""
        if self._koder is None:
            self._koder = laes_koder(self.store)
        return self._koder.get(liste, {})

    def skift(self, tabel: str, felt: str) -> Iterator[tuple[str, Vaerdi, Vaerdi]]:
        """From the history: the row as it was before its latest change of the field."""
        noegle = tabel_af_navn(tabel).noegle
        nu = {cast("str", r[noegle]): r[felt] for r in self.raekker(tabel, [felt])}
        givet = set()
        for post in self.store.historik(tabel, hoejst=_HISTORIK):
            if post.noegle in givet or post.noegle not in nu or post.raekke is None:
                continue
            if post.art == "rettet" and felt in post.raekke:
                foer = post.raekke[felt]
                if foer != nu[post.noegle]:
                    givet.add(post.noegle)
                    yield post.noegle, foer, nu[post.noegle]


def med_noegle(tabel: str, felter: Sequence[str]) -> list[str]:
    """The fields and the business key, each once."""
    return list(dict.fromkeys((tabel_af_navn(tabel).noegle, *felter)))


def laes_koder(store: Store) -> Mapping[str, Mapping[int, Kode]]:
    """Every code list, as the municipality has them."""
    lister: dict[str, dict[int, Kode]] = {}
    for raekke in store.raekker("kodeliste", ["liste", "kode", "navn", "aktiv"]):
        liste = lister.setdefault(str(raekke["liste"]), {})
        liste[cast("int", raekke["kode"])] = Kode(str(raekke["navn"]), bool(raekke["aktiv"]))
    return lister
