# SPDX-License-Identifier: GPL-2.0-or-later
"""What is asked for: which product, on which paper, of which rows, in which language."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from moedested_plugin.i18n import tr

from .papir import A2, A3, A4, A5, Papir

if TYPE_CHECKING:
    from pathlib import Path

    from qgis.core import QgsGeometry, QgsRectangle

    from .udskriv import Blad, Grundlag
    from .valgfelter import Valgfelt

SPROG = ("da", "en", "de")


class UdskriftFejl(Exception):
    """It cannot be printed; the text is one sentence that says what to do."""


@dataclass(frozen=True)
class Skabelon:
    """A product (skabelon): what it is called, what it is printed of, and the papers it is made for.

    `tabel` holds the rows that are chosen among ('' where the whole municipality is printed). `modul` has the function
    `blade(grundlag) -> Iterator[Blad]`.
    """

    id: str
    tabel: str
    papirer: tuple[Papir, ...]
    standard: Papir
    modul: str
    sprog: tuple[str, ...] = ("da",)
    #: Whether an area can be chosen: `Bestilling.udsnit`.
    har_udsnit: bool = False
    #: A booklet: its pieces belong together, and are never files of their own.
    haefte: bool = False

    @property
    def titel(self) -> str:
        """What the user calls it."""
        return _titler()[self.id]

    @property
    def felter(self) -> tuple[Valgfelt, ...]:
        """What only this product asks, in the order in which it is asked."""
        from .valgfelter import valgfelter

        return valgfelter(self.id)

    @property
    def blade(self) -> Callable[[Grundlag], Iterator[Blad]]:
        """The function that makes the pages; imported when it is asked for."""
        modul = importlib.import_module(f".produkter.{self.modul}", __package__)
        return modul.blade  # type: ignore[no-any-return]  # the modules are ours


def _begge(*papirer: Papir) -> tuple[Papir, ...]:
    """Give the papers upright and lying."""
    return tuple(et for papir in papirer for et in (papir, papir.liggende))


SKABELONER: dict[str, Skabelon] = {
    skabelon.id: skabelon
    for skabelon in (
        Skabelon("moedestedsark", "moedested", _begge(A4, A5), A4, "moedestedsark", SPROG),
        Skabelon("ruteark", "rute", _begge(A4, A5), A4, "ruteark", SPROG),
        Skabelon("skilt", "moedested", _begge(A5, A4, A3), A4, "skilt", SPROG),
        Skabelon(
            "oversigt",
            "moedested",
            _begge(A4, A3, A2),
            A3.liggende,
            "oversigt",
            SPROG,
            har_udsnit=True,
        ),
        Skabelon("plakat", "moedested", _begge(A2), A2, "plakat", har_udsnit=True),
        Skabelon("aarshjul", "aktivitet", _begge(A3, A4), A3.liggende, "aarshjul"),
        Skabelon("status", "", _begge(A4), A4, "status"),
        Skabelon("kortbilag", "", _begge(A4, A3, A2), A4, "kortbilag", har_udsnit=True),
        Skabelon("katalog", "moedested", _begge(A4), A4, "katalog", haefte=True),
    )
}


def _titler() -> dict[str, str]:
    return {
        "moedestedsark": tr("Mødestedsark"),
        "ruteark": tr("Ruteark"),
        "skilt": tr("Skilte"),
        "oversigt": tr("Oversigtskort"),
        "plakat": tr("Plakat"),
        "aarshjul": tr("Årshjul"),
        "status": tr("Status til udvalget"),
        "kortbilag": tr("Kortbilag"),
        "katalog": tr("Katalog over mødesteder"),
    }


@dataclass(frozen=True)
class Bestilling:
    """One order (bestilling).

    `noegler` are the business keys of the rows to print, None for all that are public. `udsnit` is the frame (in the
    project's CRS) of the products that show an area, None for the municipality. `valg` are what only one product
    asks: title, case number, free text, scale, tiles … by the names of `Skabelon.felter`. `filnavn` (without suffix)
    is for one file that is not to be called as its product.
    """

    skabelon: Skabelon
    papir: Papir
    mappe: Path
    noegler: frozenset[str] | None = None
    udsnit: QgsRectangle | None = None
    omraade: QgsGeometry | None = None
    sprog: str = "da"
    en_fil: bool = True
    valg: Mapping[str, str] = field(default_factory=dict)
    filnavn: str = ""

    @property
    def samlet(self) -> bool:
        """Whether all pieces go into one file."""
        return self.en_fil or self.skabelon.haefte

    def __post_init__(self) -> None:
        if self.papir not in self.skabelon.papirer:
            raise UdskriftFejl(
                tr("{} kan ikke laves på {}. Vælg {}.").format(
                    self.skabelon.titel,
                    self.papir.navn,
                    ", ".join(papir.navn for papir in self.skabelon.papirer),
                )
            )
        if self.sprog not in self.skabelon.sprog:
            raise UdskriftFejl(
                tr("{} findes kun på dansk. Vælg dansk.").format(self.skabelon.titel)
            )


def find_skabelon(navn: str) -> Skabelon:
    """The product of that id; raises `UdskriftFejl`."""
    skabelon = SKABELONER.get(navn.strip().lower())
    if skabelon is None:
        raise UdskriftFejl(
            tr("Der er ingen udskrift, der hedder {}. Vælg en af disse: {}.").format(
                navn, ", ".join(SKABELONER)
            )
        )
    return skabelon


def find_papir(navn: str, skabelon: Skabelon) -> Papir:
    """The paper of that name, `A4` or `A4 liggende`; '' is the product's own. Raises `UdskriftFejl`."""
    if not navn.strip():
        return skabelon.standard
    soegt = " ".join(navn.split()).casefold()
    for papir in skabelon.papirer:
        if papir.navn.casefold() == soegt:
            return papir
    raise UdskriftFejl(
        tr("{} kan ikke laves på {}. Vælg {}.").format(
            skabelon.titel, navn.strip(), ", ".join(papir.navn for papir in skabelon.papirer)
        )
    )
