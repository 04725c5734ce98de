# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows being edited, and the world with the unsaved edits laid over what is saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, cast
from weakref import WeakKeyDictionary

from moedested_plugin.domain.betingelse import GEOMETRI, EnAf
from moedested_plugin.domain.skema import tabel as tabel_af_navn

from . import naboer
from .hele import laes_koder, med_noegle
from .indstillet import Indstillet
from .udsnit import Kode, Par, Raekke, Udsnit

if TYPE_CHECKING:
    from qgis.core import QgsFeedback, QgsGeometry

    from moedested_plugin.domain.betingelse import Betingelse, Vaerdi
    from moedested_plugin.store import Store

#: Table → business key → the values that differ from the saved row (all of them for a new one), geometry as WKB.
Rettede = Mapping[str, Mapping[str, Mapping[str, "Vaerdi"]]]

_KODER: WeakKeyDictionary[Store, Mapping[str, Mapping[int, Kode]]] = WeakKeyDictionary()


class RedigeretUdsnit(Udsnit):
    """A few rows. Whatever the size of the store, only what they touch is read."""

    alt = False

    def __init__(
        self,
        store: Store,
        rettede: Rettede,
        *,
        slettede: Mapping[str, Collection[str]] | None = None,
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
        self._rettede = rettede
        self._slettede = slettede or {}
        self._hele: dict[str, dict[str, Raekke]] = {}
        self._gemte: dict[str, dict[str, Raekke]] = {}
        self._svar: dict[tuple[object, ...], list[Raekke]] = {}
        #: Drawings of saved rows that have been read with the rows around the edited ones.
        self._laest: dict[tuple[str, str], bytes] = {}

    def _se_paa(self, tabel: str) -> dict[str, Raekke]:
        """The edited rows of the table, whole."""
        if tabel not in self._hele:
            rettede = self._rettede.get(tabel, {})
            noegle = tabel_af_navn(tabel).noegle
            gemte = {}
            if rettede:
                for raekke in self.store.raekker(tabel, noegler=list(rettede)):
                    gemte[cast("str", raekke[noegle])] = raekke
            tom: Raekke = dict.fromkeys(alle_felter(tabel))
            self._gemte[tabel] = cast("dict[str, Raekke]", gemte)
            self._hele[tabel] = {
                n: {**tom, **gemte.get(n, {}), **vaerdier, noegle: n}
                for n, vaerdier in rettede.items()
            }
        return self._hele[tabel]

    def raekker(
        self, tabel: str, felter: Sequence[str], hvor: Betingelse | None = None
    ) -> Iterator[Raekke]:
        """The edited ones."""
        del felter
        for raekke in self._se_paa(tabel).values():
            if hvor is None or hvor.holder(raekke):
                yield raekke

    def brudte(
        self, tabel: str, krav: Sequence[Betingelse]
    ) -> Iterator[tuple[str, tuple[int, ...]]]:
        """In Python: no database has seen these rows."""
        for noegle, raekke in self._se_paa(tabel).items():
            brudt = tuple(nr for nr, et in enumerate(krav) if not et.holder(raekke))
            if brudt:
                yield noegle, brudt

    def af_noegler(
        self, tabel: str, noegler: Collection[str], felter: Sequence[str]
    ) -> Iterator[Raekke]:
        """Edited or saved."""
        hele = self._se_paa(tabel)
        vaek = self._slettede.get(tabel, ())
        yield from (hele[n] for n in noegler if n in hele)
        gemte = [n for n in noegler if n not in hele and n not in vaek]
        if gemte:
            yield from self.store.raekker(tabel, med_noegle(tabel, felter), noegler=gemte)

    def geometrier(self, tabel: str) -> Iterator[tuple[str, QgsGeometry]]:
        """Those of the edited rows."""
        for noegle, wkb in self._tegninger(tabel).items():
            yield noegle, naboer.geometri_af(wkb)

    def _tegninger(self, tabel: str) -> dict[str, bytes]:
        return _tegninger(self._se_paa(tabel))

    def ved(self, tabel: str, felt: str, vaerdi: Vaerdi, felter: Sequence[str]) -> Sequence[Raekke]:
        """One indexed question of the store; edited rows by their new values."""
        spoergsmaal = (tabel, felt, vaerdi, tuple(felter))
        if spoergsmaal not in self._svar:
            hele = self._se_paa(tabel)
            noegle = tabel_af_navn(tabel).noegle
            egne = [raekke for raekke in hele.values() if raekke.get(felt) == vaerdi]
            navne = med_noegle(tabel, (*felter, felt))
            hvor = EnAf(felt, (cast("str", vaerdi),))
            gemte = (
                self.store.raekker(tabel, navne, noegler=[cast("str", vaerdi)])
                if felt == noegle
                else self.store.raekker(tabel, navne, hvor)
            )
            self._svar[spoergsmaal] = egne + [r for r in gemte if self._gaelder(tabel, r[noegle])]
        return self._svar[spoergsmaal]

    def _gaelder(self, tabel: str, noegle: object) -> bool:
        """The saved row is neither edited nor deleted."""
        return noegle not in self._se_paa(tabel) and noegle not in self._slettede.get(tabel, ())

    def geometri(self, tabel: str, noegle: str) -> QgsGeometry | None:
        """Edited or saved."""
        if (tabel, noegle) in self._laest:
            return naboer.geometri_af(self._laest[tabel, noegle])
        for raekke in self.af_noegler(tabel, (noegle,), (GEOMETRI,)):
            wkb = raekke.get(GEOMETRI)
            if isinstance(wkb, bytes):
                return naboer.geometri_af(wkb)
        return None

    def naboer(
        self,
        tabel: str,
        andre: str,
        meter: float,
        felter: Sequence[str],
        *,
        kun: Collection[str] | None = None,
    ) -> Iterator[Par]:
        """What the spatial index finds around the edited rows, measured exactly."""
        ene = naboer.udvalg(self._tegninger(tabel), kun)
        if not ene:
            return
        omkring: dict[str, Raekke] = {}
        for wkb in ene.values():
            omkring.update(self._omkring(andre, wkb, meter, felter))
        hele = self._se_paa(tabel)
        for a, b, afstand in naboer.par(ene, _tegninger(omkring), meter, samme=tabel == andre):
            yield Par(hele[a], omkring[b], afstand)

    def _omkring(
        self, tabel: str, wkb: bytes, meter: float, felter: Sequence[str]
    ) -> dict[str, Raekke]:
        beskrevet = tabel_af_navn(tabel)
        boks = naboer.geometri_af(wkb).boundingBox().buffered(meter)
        ramme = (boks.xMinimum(), boks.yMinimum(), boks.xMaximum(), boks.yMaximum())
        kendte = [felt for felt in felter if beskrevet.har(felt)]
        navne = [*med_noegle(tabel, kendte), GEOMETRI]
        fundet: dict[str, Raekke] = {
            cast("str", raekke[beskrevet.noegle]): raekke
            for raekke in self.store.inden_for(tabel, ramme, navne)
            if self._gaelder(tabel, raekke[beskrevet.noegle])
        }
        self._laest.update(((tabel, n), wkb) for n, wkb in _tegninger(fundet).items())
        return fundet | self._se_paa(tabel)

    def koder(self, liste: str) -> Mapping[int, Kode]:
        """As they were when the store was first asked: lists change seldom, rows at every key."""
        if self.store not in _KODER:
            _KODER[self.store] = laes_koder(self.store)
        return _KODER[self.store].get(liste, {})

    def skift(self, tabel: str, felt: str) -> Iterator[tuple[str, Vaerdi, Vaerdi]]:
        """From what is saved to what is edited."""
        for noegle, raekke in self._se_paa(tabel).items():
            gemt = self._gemte[tabel].get(noegle)
            if gemt is not None and gemt.get(felt) != raekke.get(felt):
                yield noegle, gemt.get(felt), raekke.get(felt)


def alle_felter(tabel: str) -> tuple[str, ...]:
    """Names of all fields, the geometry last."""
    beskrevet = tabel_af_navn(tabel)
    return (*beskrevet.feltnavne, *(() if beskrevet.geometri is None else (GEOMETRI,)))


def _tegninger(raekker: Mapping[str, Raekke]) -> dict[str, bytes]:
    """The drawings of those that have one."""
    return {
        noegle: geometri
        for noegle, raekke in raekker.items()
        if isinstance(geometri := raekke.get(GEOMETRI), bytes)
    }
