# SPDX-License-Identifier: GPL-2.0-or-later
"""What there is to print (stof): the public rows of a store, read once, and the photos that may be shown.

Everything that is meant for the public comes from the public views, so that no draft and no internal text can land on
paper. Only the report to the committee reads more, and only counts (see `produkter/status`).
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsGeometry

from moedested_plugin.domain.betingelse import GEOMETRI, Betingelse
from moedested_plugin.domain.faelles import MAA_VISES
from moedested_plugin.domain.offentlig import VISNINGER, Kolonneart
from moedested_plugin.project.kommuner import dansk_orden
from moedested_plugin.store import er_geopackage
from moedested_plugin.store.visninger import visning_kolonner

if TYPE_CHECKING:
    from moedested_plugin.store import Store

#: A public row: values by the names of the view's columns, the geometry as `QgsGeometry` under `geometri`.
Raekke = Mapping[str, Any]

_VISNING = {visning.navn.removeprefix("off_"): visning for visning in VISNINGER}


@dataclass(frozen=True)
class Foto:
    """A photo that may be shown: the file on this machine, and what must stand beside it."""

    sti: Path
    tekst: str
    alt: str
    ophav: str


class Stof:
    """The public rows of a store. Each table is read when it is first asked for."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._laest: dict[str, list[Raekke]] = {}

    def raekker(self, tabel: str) -> list[Raekke]:
        """The rows of a public table (a view's name without `off_`), by name in Danish order where they have one."""
        if tabel not in self._laest:
            visning = _VISNING[tabel]
            kolonner = visning_kolonner(visning)
            raekker: list[Raekke] = []
            for vaerdier in self.store.offentlige(visning):
                raekke: dict[str, Any] = dict(zip(kolonner, vaerdier))
                if visning.geometri is not None:
                    raekke[GEOMETRI] = _geometri(raekke[GEOMETRI])
                raekker.append(raekke)
            if "navn" in kolonner:
                raekker.sort(key=lambda raekke: dansk_orden(str(raekke["navn"] or "")))
            self._laest[tabel] = raekker
        return self._laest[tabel]

    def inden_for(
        self, tabel: str, ramme: tuple[float, float, float, float], felter: Sequence[str]
    ) -> Iterator[Raekke]:
        """Public rows of a table of places whose geometry may touch the frame, by the spatial index.

        Only these public fields (codes, not their texts) and `geometri`. Few rows of a table with very many.
        """
        yield from self._kun_offentlige(
            tabel, felter, lambda alle: self.store.inden_for(tabel, ramme, alle)
        )

    def med(self, tabel: str, hvor: Betingelse, felter: Sequence[str]) -> Iterator[Raekke]:
        """Public rows of a table of places for which the condition holds; fields as for `inden_for`."""
        yield from self._kun_offentlige(
            tabel, felter, lambda alle: self.store.raekker(tabel, alle, hvor)
        )

    def _kun_offentlige(
        self,
        tabel: str,
        felter: Sequence[str],
        laes: Callable[[Sequence[str]], Iterable[Mapping[str, Any]]],
    ) -> Iterator[Raekke]:
        visning = _VISNING[tabel]
        maa = {kolonne.navn for kolonne in visning.kolonner if kolonne.art is Kolonneart.FELT}
        if (
            visning.betingelse is None
            or visning.offentlige_henvisninger
            or not maa.issuperset(felter)
        ):
            raise ValueError((tabel, felter))
        afgoer = visning.betingelse.felter()
        for raekke in laes([*dict.fromkeys((*felter, *afgoer, GEOMETRI))]):
            if visning.betingelse.holder(raekke):
                offentlig = {felt: raekke[felt] for felt in felter}
                yield {**offentlig, GEOMETRI: _geometri(raekke[GEOMETRI])}

    @cached_property
    def moedesteder(self) -> list[Raekke]:
        """All public moedesteder, with and without a place; those without have no `geometri`."""
        alle = [*self.raekker("moedested"), *self.raekker("moedested_uden_sted")]
        return sorted(alle, key=lambda raekke: dansk_orden(str(raekke["navn"] or "")))

    @cached_property
    def aktiviteter(self) -> Mapping[str, list[Raekke]]:
        """Public activities that are not past, by moedested."""
        return _samlet(self.raekker("aktivitet"), "moedested_id")

    @cached_property
    def straekninger(self) -> Mapping[str, list[Raekke]]:
        """Stretches by route, in the order along it."""
        samlet = _samlet(self.raekker("straekning"), "rute_id")
        for liste in samlet.values():
            liste.sort(key=lambda raekke: raekke["fra_m"] or 0)
        return samlet

    @cached_property
    def tilknytninger(self) -> Mapping[str, list[Raekke]]:
        """Public links by moedested."""
        return _samlet(self.raekker("tilknytning"), "moedested_id")

    @cached_property
    def steder(self) -> Mapping[str, Raekke]:
        """Every public place by its `objekt_id`; `tabel` says which table it is of."""
        return {
            raekke["objekt_id"]: {**raekke, "tabel": tabel}
            for tabel in ("facilitet_punkt", "facilitet_flade", "rute")
            for raekke in self.raekker(tabel)
        }

    @cached_property
    def udstyr(self) -> Mapping[str, list[Raekke]]:
        """Markers that are set up, by moedested."""
        return _samlet(self.raekker("udstyr"), "moedested_id")

    @cached_property
    def _fotos(self) -> Mapping[tuple[str, str], list[Foto]]:
        samlet: dict[tuple[str, str], list[Foto]] = defaultdict(list)
        felter = ["objekt_lag", "objekt_id", "sti", "billedtekst", "alt_tekst", "ophav", "primaer"]
        raekker = sorted(
            self.store.raekker("foto", felter, MAA_VISES), key=lambda raekke: not raekke["primaer"]
        )
        for raekke in raekker:
            sti = self._fil(str(raekke["sti"] or ""))
            if sti is not None:
                foto = Foto(
                    sti,
                    str(raekke["billedtekst"] or ""),
                    str(raekke["alt_tekst"] or ""),
                    str(raekke["ophav"] or ""),
                )
                samlet[str(raekke["objekt_lag"]), str(raekke["objekt_id"])].append(foto)
        return samlet

    def fotos(self, tabel: str, noegle: str) -> list[Foto]:
        """Photos of an object that may be shown and lie on this machine, the main one first."""
        return self._fotos.get((tabel, noegle), [])

    def _fil(self, sti: str) -> Path | None:
        """The file of a photo: beside the store. Nothing is fetched for a print."""
        if not sti or "://" in sti or not er_geopackage(self.store.adresse):
            return None
        fil = Path(self.store.adresse).parent / sti.replace("\\", "/")
        try:
            return fil if fil.is_file() else None
        except OSError:
            return None

    @cached_property
    def rettet(self) -> dt.date | None:
        """The day of the last change to the data; None where nothing was ever changed."""
        seneste = self.store.historik(hoejst=1)
        return seneste[0].tid.astimezone().date() if seneste else None


def _geometri(wkb: object) -> QgsGeometry | None:
    if not isinstance(wkb, bytes):
        return None
    geometri = QgsGeometry()
    geometri.fromWkb(wkb)
    return geometri


def _samlet(raekker: list[Raekke], felt: str) -> dict[str, list[Raekke]]:
    samlet: dict[str, list[Raekke]] = defaultdict(list)
    for raekke in raekker:
        samlet[str(raekke[felt])].append(raekke)
    return samlet


def liste(vaerdi: object) -> list[str]:
    """The texts of a public list column (`Alle; Unge`)."""
    return [led.strip() for led in str(vaerdi or "").split(";") if led.strip()]
