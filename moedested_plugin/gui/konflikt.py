# SPDX-License-Identifier: GPL-2.0-or-later
"""Two people, one row: finds what a colleague has saved since the user read the rows that are now to be saved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import GEOMETRI, Vaerdi
from moedested_plugin.domain.diff import FeltKonflikt, konflikter
from moedested_plugin.i18n import oversat, tr

from .gem_buffer import VERSION, Raekke

if TYPE_CHECKING:
    from moedested_plugin.store import HistorikPost, Store

#: Lines of history that are read first: more than a row gets while somebody has it open.
_FAA = 8

#: Key and version of a row as the user has read it, by layer id and row number.
Versioner = Mapping[tuple[str, int], int]


@dataclass(frozen=True)
class Konflikt:
    """A row that both have changed, or that the one has changed and the other deleted."""

    raekke: Raekke
    hvem: str
    version: int
    felter: Sequence[FeltKonflikt] = ()
    #: The row as it stands in the database, or as it was when it was deleted.
    deres: Mapping[str, Vaerdi] = field(default_factory=dict)
    slettet: bool = False

    @property
    def navn(self) -> str:
        """What to call the row."""
        navn = self.deres.get("navn") or self.raekke.navn
        return str(navn) if navn else oversat(self.raekke.layer.name())

    @property
    def tekst(self) -> str:
        """What has happened, in one sentence."""
        if self.slettet:
            return tr("{0} har slettet {1}, siden du hentede det.").format(self.hvem, self.navn)
        return tr("{0} har rettet {1}, siden du hentede det.").format(self.hvem, self.navn)


@dataclass(frozen=True)
class Sammenligning:
    """What the rows are in the database just now."""

    konflikter: list[Konflikt]
    #: The version that each changed row has now; those that are gone are left out.
    versioner: dict[tuple[str, int], int]


def sammenlign(store: Store, raekker: Sequence[Raekke], laest: Versioner) -> Sammenligning:
    """Compare the changed and deleted rows with the database."""
    fundet = Sammenligning([], {})
    for tabel in dict.fromkeys(raekke.tabel.navn for raekke in raekker):
        mine = [r for r in raekker if r.tabel.navn == tabel and r.aendring.art != "indsaet"]
        mine = [r for r in mine if r.tabel.har(VERSION) and r.tabel.noegle]
        if not mine:
            continue
        noegler = [raekke.aendring.noegle for raekke in mine]
        nu = {str(r[mine[0].tabel.noegle]): r for r in store.raekker(tabel, noegler=noegler)}
        for raekke in mine:
            deres = nu.get(raekke.aendring.noegle)
            _sammenlign_en(store, raekke, deres, laest, fundet)
    return fundet


def _sammenlign_en(
    store: Store,
    raekke: Raekke,
    deres: Mapping[str, Vaerdi] | None,
    laest: Versioner,
    ud: Sammenligning,
) -> None:
    plads = (raekke.layer.id(), raekke.fid)
    if deres is None:
        if raekke.aendring.art == "ret":
            ud.konflikter.append(_slettet(store, raekke))
        return
    version = int(str(deres[VERSION]))
    ud.versioner[plads] = version
    if laest.get(plads, version) == version:
        return
    hvem = str(deres.get("rettet_af") or tr("En kollega"))
    if raekke.aendring.art == "slet":
        ud.konflikter.append(Konflikt(raekke, hvem, version, (), deres))
        return
    som_laest = _som_laest(store, raekke, laest[plads])
    felter = konflikter(som_laest, raekke.aendring.vaerdier, deres)
    if felter:
        ud.konflikter.append(Konflikt(raekke, hvem, version, felter, deres))


def _slettet(store: Store, raekke: Raekke) -> Konflikt:
    for post in _historik(store, raekke):
        if post.art == "slettet":
            return Konflikt(
                raekke, post.af or tr("En kollega"), 0, (), hel_raekke(post), slettet=True
            )
    return Konflikt(raekke, tr("En kollega"), 0, slettet=True)


def _som_laest(store: Store, raekke: Raekke, version: int) -> Mapping[str, Vaerdi]:
    """The row as the user read it: as it was before the first change made to that version."""
    aeldst: tuple[int, Mapping[str, Vaerdi]] | None = None
    for post in _historik(store, raekke):
        if post.art != "rettet" or post.raekke is None:
            continue
        dens = int(str(post.raekke.get(VERSION) or 0))
        if dens == version:
            return hel_raekke(post)
        if dens >= version and (aeldst is None or dens < aeldst[0]):
            aeldst = (dens, hel_raekke(post))
    return aeldst[1] if aeldst else {}


def _historik(store: Store, raekke: Raekke) -> Iterator[HistorikPost]:
    """Newest first: a few lines, and the rest to one who reads on. A row of years has hundreds, each a whole row."""
    hvor = (raekke.tabel.navn, raekke.aendring.noegle)
    yield from (nyeste := store.historik(*hvor, hoejst=_FAA))
    if len(nyeste) == _FAA:
        yield from store.historik(*hvor)[_FAA:]


def hel_raekke(post: HistorikPost) -> dict[str, Vaerdi]:
    """A line of history as a row with its geometry."""
    raekke = dict(post.raekke or {})
    if post.geometri is not None or post.art != "tilsidesat":
        raekke[GEOMETRI] = post.geometri
    return raekke
