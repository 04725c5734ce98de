# SPDX-License-Identifier: GPL-2.0-or-later
"""What would be refused if the unsaved rows were saved now, in words: by the rules, then by the database itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moedested_plugin.domain.diff import STEMPELFELTER
from moedested_plugin.domain.felt import Standard, Tabel
from moedested_plugin.domain.regler import Regel, alle_regler, brud
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.store.proeve import proev

from .formular_brud import sted
from .gem_buffer import VERSION, Raekke

if TYPE_CHECKING:
    from moedested_plugin.domain.betingelse import Vaerdi
    from moedested_plugin.store import Store


@dataclass(frozen=True)
class Fejl:
    """One row that cannot be saved, and why."""

    raekke: Raekke
    besked: str
    felter: tuple[str, ...] = ()

    @property
    def tekst(self) -> str:
        """The sentence with layer, row and place, as 'Navn mangler i Mødesteder (fanen …)'."""
        hvor = oversat(self.raekke.layer.name())
        if self.raekke.navn:
            hvor += f" · {self.raekke.navn}"
        besked = self.besked.rstrip(".")
        if ". " in besked:  # two sentences: the place does not fit into the second
            return f"{hvor}: {self.besked}"
        i = tr("{0} i {1}").format(besked, hvor)
        if not self.felter:
            return f"{i}."
        return f"{i} ({sted(self.raekke.tabel, self.felter[0])})."


def efter_regler(raekker: Sequence[Raekke]) -> list[Fejl]:
    """What the hard rules refuse; a second or less for thousands of rows."""
    return [fejl for raekke in raekker for fejl in _brudte(raekke)]


def _brudte(raekke: Raekke) -> Iterator[Fejl]:
    if raekke.aendring.art == "slet" or raekke.forsvundet:
        return
    for fundet in brud(raekke.tabel.navn, raekke.hele, kun_haarde=True):
        if not _udfyldes_af_lageret(raekke, fundet.regel):
            yield Fejl(raekke, oversat(fundet.regel.besked), fundet.regel.felter)


def _udfyldes_af_lageret(raekke: Raekke, regel: Regel) -> bool:
    """A field left empty in a new row, which the store fills by itself."""
    if raekke.aendring.art != "indsaet" or not regel.kode.endswith(".mangler"):
        return False
    tabel = raekke.tabel
    if not tabel.har(regel.felt):
        return False
    return tabel.felt(regel.felt).standard not in (None, Standard.LAGETS_TYPE)


def efter_databasen(store: Store, raekker: Sequence[Raekke], af: str) -> list[Fejl]:
    """What the database refuses first. Raises `StoreFejl` when it cannot be asked."""
    aendringer = {id(raekke.aendring): raekke for raekke in raekker if not raekke.forsvundet}
    fundet = proev(store, [raekke.aendring for raekke in aendringer.values()], af)
    if fundet is None:
        return []
    aendring, afvist = fundet
    raekke = aendringer[id(aendring)]
    return [Fejl(raekke, str(afvist), felter_i(raekke.tabel, afvist.kode))]


def felter_i(tabel: Tabel, kode: str | None) -> tuple[str, ...]:
    """The fields to look at, by the code of a refusal: `<table>.<field>.<kind>` or that of a rule."""
    regel = alle_regler().get(kode or "")
    if regel is not None and regel.tabel == tabel.navn:
        return regel.felter
    dele = (kode or "").split(".")
    return (dele[1],) if len(dele) == 3 and dele[0] == tabel.navn else ()


def ikke_gemt(
    store: Store, raekker: Sequence[Raekke], versioner: Mapping[tuple[str, int], int]
) -> list[Raekke]:
    """Rows that a save has not saved, whatever it said: asked of the store itself.

    PostgreSQL answers COMMIT with a rollback when a statement before it has failed, and QGIS takes that for success.
    """
    tabte = []
    for navn in dict.fromkeys(raekke.tabel.navn for raekke in raekker):
        mine = [raekke for raekke in raekker if raekke.tabel.navn == navn and not raekke.forsvundet]
        tabel = mine[0].tabel if mine else None
        if tabel is None or not tabel.noegle:
            continue
        felter = [felt for felt in (tabel.noegle, VERSION) if tabel.har(felt)]
        fundne = store.raekker(navn, felter, noegler=[raekke.aendring.noegle for raekke in mine])
        staar = {str(raekke[tabel.noegle]): raekke.get(VERSION) for raekke in fundne}
        tabte += [raekke for raekke in mine if not _er_gemt(raekke, staar, versioner)]
    return tabte


def _er_gemt(
    raekke: Raekke, staar: Mapping[str, Vaerdi], versioner: Mapping[tuple[str, int], int]
) -> bool:
    noegle = raekke.aendring.noegle
    if not noegle:  # the database gave it one: it cannot be asked for
        return True
    if raekke.aendring.art == "slet":
        return noegle not in staar
    if raekke.aendring.art == "indsaet" or noegle not in staar:
        return noegle in staar
    foer = versioner.get((raekke.layer.id(), raekke.fid))
    return foer is None or int(str(staar[noegle])) > foer


def gemt_alligevel(store: Store, raekker: Sequence[Raekke]) -> set[tuple[str, str]]:
    """Table and key of new and changed rows that stand in the store just as they were to be saved.

    A row that a colleague has saved in the same moment does not: that one is not ours to take back.
    """
    fundne = set()
    for raekke in raekker:
        aendring = raekke.aendring
        if aendring.art == "slet" or not raekke.tabel.noegle or not aendring.noegle:
            continue
        staar = next(iter(store.raekker(aendring.tabel, noegler=[aendring.noegle])), None)
        mine = {f: v for f, v in aendring.vaerdier.items() if f not in STEMPELFELTER}
        if staar is None:
            continue
        if aendring.art == "indsaet" or all(staar.get(f) == v for f, v in mine.items()):
            fundne.add((aendring.tabel, aendring.noegle))
    return fundne
