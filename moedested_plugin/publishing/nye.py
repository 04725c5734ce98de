# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows that would go out, known by key and hash. Those that stand as they do out there are not read at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from moedested_plugin.domain.offentlig import VISNINGER
from moedested_plugin.store import StoreFejl
from moedested_plugin.store.oversaet import SQLITE
from moedested_plugin.store.visninger import visning_sql

from .hemmeligt import hemmelig_i, kan_vaere_hemmelig
from .planlager import BUNDT, NY, Indhold, Planlager
from .raekker import TABELLER, Raekke, Tabel, aftryk, aftryk_af

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from moedested_plugin.store import Store

#: fid and hash of each row, by table and business key.
Aftryk = dict[str, dict[str, tuple[int, str]]]


class Ude(Protocol):
    """A version that has been published."""

    @property
    def version(self) -> str:
        """Its name."""

    @property
    def kolonner(self) -> Mapping[str, tuple[str, ...]]:
        """The columns of each table."""

    @property
    def fil(self) -> Path | None:
        """The GeoPackage with its rows, where that is what it is."""

    @property
    def skema(self) -> str:
        """The schema with its rows, where that is what it is."""

    @property
    def tekster(self) -> str:
        """What the texts of all its codes were made from; empty when that is more than one thing."""

    def aftryk(self) -> Aftryk:
        """What its rows look like, in short."""

    def raekker(self, tabel: str, noegler: Collection[str]) -> dict[str, Raekke]:
        """These rows of it, by key, with the version's own columns."""


def som_nu(ude: Ude | None, tabel: Tabel, noegler: Collection[str]) -> dict[str, Raekke]:
    """Rows of a published version with today's columns."""
    if ude is None:  # pragma: no cover - nobody asks for rows of it where nothing is out there
        return {}
    kolonner = ude.kolonner.get(tabel.navn, ())
    raekker = ude.raekker(tabel.navn, noegler)
    if kolonner == tabel.kolonner:
        return raekker
    return {
        noegle: tuple(dict(zip(kolonner, raekke)).get(kolonne) for kolonne in tabel.kolonner)
        for noegle, raekke in raekker.items()
    }


def kodetekster(store: Store) -> str:
    """A hash of all that the texts of codes are made from: the lists, and how the views look into them."""
    felter = ["liste", "kode", "navn", "offentlig"]
    koder = [
        tuple(raekke[felt] for felt in felter) for raekke in store.raekker("kodeliste", felter)
    ]
    return aftryk((str(koder), *(visning_sql(visning, SQLITE) for visning in VISNINGER)))


class Nye:
    """By table and business key: the hash of the row, which lies in `lager`; None is a row as it is out there."""

    def __init__(self, store: Store, ude: Ude | None, feedback: QgsFeedback | None) -> None:
        self._store, self._ude, self._feedback = store, ude, feedback
        self.lager = Planlager()
        self.gamle: Aftryk = ude.aftryk() if ude is not None else {}
        self.fra_bunden = ude is None or any(
            ude.kolonner.get(tabel.navn) != tabel.kolonner for tabel in TABELLER
        )
        self.tekster = kodetekster(store)
        #: Whether some row went since, so that what refers to it may have to go too.
        self.nogen_borte = False
        #: Table and key of rows that were read, and hold a password or a key.
        self.hemmelige: list[tuple[Tabel, str]] = []
        self.raekker = {tabel.navn: self._laes(tabel) for tabel in TABELLER}
        if kodetekster(store) != self.tekster:  # somebody changed a list just now
            self.tekster = ""

    def _laes(self, tabel: Tabel) -> dict[str, str | None]:
        if self._afbrudt:
            return {}
        ude = self._ude
        kopi = (ude.fil or ude.skema) if ude is not None else None
        if ude is not None and kopi and not self.fra_bunden:
            ens = self._siden(tabel, ude, kopi)
            if ens is not None:
                return ens
        self.nogen_borte = True
        return self._gem(tabel, self._store.offentlige(tabel.visning))

    @property
    def _afbrudt(self) -> bool:
        return self._feedback is not None and self._feedback.isCanceled()

    def _gem(self, tabel: Tabel, raekker: Iterable[Raekke]) -> dict[str, str | None]:
        """Put rows that have been read aside; gives their hashes."""
        ud: dict[str, str | None] = {}
        hemmelig = hemmelig_i(tabel)

        def laest() -> Iterator[Raekke]:
            for nr, raekke in enumerate(raekker):
                if nr % BUNDT == 0 and self._afbrudt:
                    return
                noegle, tekst = tabel.noegle(raekke), repr(raekke)
                ud[noegle] = aftryk_af(tekst)
                if kan_vaere_hemmelig(tekst) and hemmelig(raekke):
                    self.hemmelige.append((tabel, noegle))
                yield raekke

        self.lager.skriv(NY, tabel, laest())
        return ud

    def _siden(self, tabel: Tabel, ude: Ude, kopi: Path | str) -> dict[str, str | None] | None:
        """Only what differs is read."""
        gamle = self.gamle.get(tabel.navn, {})
        samme = bool(self.tekster) and ude.tekster == self.tekster
        try:
            forskel = self._store.offentlige_siden(
                tabel.visning, kopi, tabel.navn, gamle, samme_tekster=samme
            )
        except StoreFejl:  # it cannot be opened there: row by row, then
            return None
        if forskel is None:
            return None
        ud: dict[str, str | None] = dict.fromkeys(gamle)
        for noegle in forskel.borte:
            ud.pop(noegle, None)
        for bundt in bundter(forskel.noegler):
            laest = self._gem(tabel, self._store.offentlige(tabel.visning, bundt))
            for noegle in set(bundt).difference(laest):  # somebody took it away just now
                ud.pop(noegle, None)
            ud.update(laest)
        self.nogen_borte = self.nogen_borte or not gamle.keys() <= ud.keys()
        return ud

    def som_ude(self, tabel: Tabel, noegle: str) -> None:
        """Let the row stay as it is out there."""
        if self.fra_bunden:
            for raekke in som_nu(self._ude, tabel, [noegle]).values():
                self.raekker[tabel.navn][noegle] = aftryk(raekke)
                self.lager.skriv(NY, tabel, [raekke])
        else:
            self.raekker[tabel.navn][noegle] = None

    def hele(self, tabel: Tabel, noegler: Iterable[str]) -> Iterator[tuple[str, Raekke]]:
        """Key and row of these, where they would go out; those not read yet are read from out there."""
        alle = self.raekker[tabel.navn]
        for bundt in bundter(noegle for noegle in noegler if noegle in alle):
            ulaeste = [noegle for noegle in bundt if alle[noegle] is None]
            fundne = dict(self.lager.hent(NY, tabel, set(bundt).difference(ulaeste)))
            if ulaeste:
                fundne.update(som_nu(self._ude, tabel, ulaeste))
            yield from ((noegle, fundne[noegle]) for noegle in bundt if noegle in fundne)

    def laeste(self, tabel: Tabel) -> list[str]:
        """Keys of the rows that had to be read."""
        raekker = self.raekker[tabel.navn]
        return [noegle for noegle, aftryk_ in raekker.items() if aftryk_ is not None]

    def fjern(self, tabel: Tabel, noegler: Collection[str]) -> None:
        """Leave these at home."""
        for noegle in noegler:
            del self.raekker[tabel.navn][noegle]
        self.nogen_borte = self.nogen_borte or bool(noegler)

    def aftryk(self) -> Aftryk:
        """The same row keeps its number from version to version; new rows never take one that was used."""
        ud: Aftryk = {}
        for navn, raekker in self.raekker.items():
            gammel = self.gamle.get(navn, {})
            naeste = max((fid for fid, _ in gammel.values()), default=0)
            nyt = ud[navn] = {}
            for noegle, aftryk_ in raekker.items():
                if aftryk_ is None:
                    nyt[noegle] = gammel[noegle]
                    continue
                if noegle in gammel:
                    fid = gammel[noegle][0]
                else:
                    fid = naeste = naeste + 1
                nyt[noegle] = (fid, aftryk_)
        return ud

    def indhold(self, nyt: Aftryk) -> dict[str, Indhold]:
        """What is to be written: all of it, or what is otherwise than out there."""
        ud = {}
        for tabel in TABELLER:
            gammel, ny = self.gamle.get(tabel.navn, {}), nyt[tabel.navn]
            noegler: Collection[str] = ny
            if not self.fra_bunden:
                noegler = {n: None for n in self.laeste(tabel) if gammel.get(n) != ny[n]}
            ud[tabel.navn] = Indhold(self.lager, tabel, noegler)
        return ud


def bundter(noegler: Iterable[str]) -> Iterator[list[str]]:
    """The keys, some at a time."""
    alle = iter(noegler)
    while bundt := [*islice(alle, BUNDT)]:
        yield bundt
