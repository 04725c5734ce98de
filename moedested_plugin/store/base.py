# SPDX-License-Identifier: GPL-2.0-or-later
"""The one door to the data: what a store can do, whether it is a GeoPackage or a PostGIS schema.

Rows go in and out as plain dicts of Python values by the types of the model: `date`, aware `datetime` (UTC), `list`,
`dict`, `bool`, `int`, `float`, `str`, and the geometry as 2D WKB `bytes` under the name `geometri`.
"""

from __future__ import annotations

import abc
import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Union

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.i18n import tr

from .fejl import Afvist

if TYPE_CHECKING:
    from pathlib import Path

    from qgis.core import QgsFeedback

    from moedested_plugin.domain.betingelse import Betingelse, Vaerdi
    from moedested_plugin.domain.eftersoegt import Eftersoegt
    from moedested_plugin.domain.felt import Tabel
    from moedested_plugin.domain.offentlig import Visning

    from .masse import Masseskriver
    from .offentlige import Forskel
    from .persondata import Fjernelse, Forekomst

#: What the triggers write at every change; never brought back.
_SAETTES_AF_DATABASEN = ("rettet", "rettet_af", "raekke_version")

#: xmin, ymin, xmax, ymax in EPSG:25832.
Ramme = tuple[float, float, float, float]
#: Requirements to one number in the answer of a scan: both databases count in 64 bits.
BITS = 60
POLSTRING = 1.0

#: A value as it is published.
OffentligVaerdi = Union[None, int, float, str, bytes]

HistorikArt = Literal["oprettet", "rettet", "slettet", "tilsidesat"]


@dataclass(frozen=True)
class Kommune:
    """The municipality that a store belongs to."""

    kode: int
    navn: str
    cvr: int


@dataclass(frozen=True)
class HistorikPost:
    """One line of history: the row as it was before the change (`raekke` is None for 'oprettet')."""

    fid: int
    tabel: str
    noegle: str
    art: HistorikArt
    tid: dt.datetime
    af: str | None
    koersel_id: str | None
    raekke: Mapping[str, Vaerdi] | None
    geometri: bytes | None


class Skriver(abc.ABC):
    """Writes rows inside one transaction (see `Store.skriv`)."""

    koersel_id: str

    @abc.abstractmethod
    def indsaet(self, tabel: str, raekker: Iterable[Mapping[str, Vaerdi]]) -> int:
        """Insert rows; fields left out get the store's defaults. Returns how many. Raises `Afvist`."""

    @abc.abstractmethod
    def ret(self, tabel: str, noegle: str, vaerdier: Mapping[str, Vaerdi]) -> bool:
        """Change these fields of the row with this business key; False when there is no such row."""

    @abc.abstractmethod
    def slet(self, tabel: str, noegle: str) -> bool:
        """Delete the row with this business key; False when there is no such row."""

    @abc.abstractmethod
    def slet_mange(self, tabel: str, noegler: Sequence[str]) -> None:
        """Delete the rows with these business keys."""


class Store(abc.ABC):
    """An opened store of the present schema version."""

    #: QGIS provider key: 'ogr' or 'postgres'.
    provider: str
    #: What to call it in a message: the file name or the connection name.
    navn: str
    #: The value of the parameter STORE that opens it again.
    adresse: str

    @abc.abstractmethod
    def uri(self, tabel: str, *, geometritype: str | None = None) -> str:
        """QGIS data source of a table. `geometritype` (Point, LineString, Polygon) splits a GEOMETRY table."""

    @property
    @abc.abstractmethod
    def kan_skrive(self) -> bool:
        """Whether rows can be changed (file and folder writable; role may write)."""

    @abc.abstractmethod
    def raekker(
        self,
        tabel: str,
        felter: Sequence[str] | None = None,
        hvor: Betingelse | None = None,
        *,
        noegler: Sequence[str] | None = None,
    ) -> Iterator[dict[str, Vaerdi]]:
        """Rows as saved, in the order of `fid`.

        `felter` None means all, with the geometry where there is one; `noegler` limits to these business keys.
        """

    @abc.abstractmethod
    def inden_for(
        self, tabel: str, ramme: Ramme, felter: Sequence[str]
    ) -> Iterator[dict[str, Vaerdi]]:
        """Rows whose geometry may touch the frame, by the spatial index: look closer yourself.

        The frame is padded by a metre, since the index of a GeoPackage rounds.
        """

    @abc.abstractmethod
    def brudte(
        self, tabel: str, krav: Sequence[Betingelse]
    ) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Business key of each row that breaks a requirement, and the numbers of those it breaks, in one scan."""

    @abc.abstractmethod
    def offentlige(
        self, visning: Visning, noegler: Collection[str] | None = None
    ) -> Iterator[tuple[OffentligVaerdi, ...]]:
        """The rows of a public view, in the order of their business keys; values as `visning_kolonner` names them.

        Dates and times are ISO text (UTC), lists and objects JSON text, yes and no 1 and 0, the geometry 2D WKB.
        `noegler` limits to these business keys.
        """

    @abc.abstractmethod
    def offentlige_siden(
        self,
        visning: Visning,
        kopi: Path | str,
        tabel: str,
        kendte: Collection[str],
        *,
        samme_tekster: bool,
    ) -> Forskel | None:
        """What the view has otherwise than the table of `kopi`, whose keys are `kendte`: a GeoPackage, or a schema of the store's own database.

        `samme_tekster`: the copy was made with the lists of codes as they are now. None where the store cannot tell by itself.
        """

    @abc.abstractmethod
    def antal(self, tabel: str, hvor: Betingelse | None = None) -> int:
        """Number of rows."""

    @abc.abstractmethod
    def optaelling(
        self, tabel: str, felt: str, hvor: Betingelse | None = None
    ) -> dict[Vaerdi, int]:
        """Number of rows per value of the field."""

    @abc.abstractmethod
    def skriv(self, art: str, af: str) -> AbstractContextManager[Skriver]:
        """One transaction, tagged in `koersel` and `historik`. An exception inside undoes all of it."""

    @abc.abstractmethod
    def skriv_fra(self, arbejde: Path, art: str, af: str) -> AbstractContextManager[Masseskriver]:
        """The same, for many rows that lie in the tables of a work file (SQLite)."""

    @abc.abstractmethod
    def indstilling(self, noegle: str, ellers: Vaerdi = None) -> Vaerdi:
        """A setting of the store."""

    @abc.abstractmethod
    def saet_indstilling(self, noegle: str, vaerdi: Vaerdi) -> None:
        """Keep a setting in the store."""

    @property
    def kommune(self) -> Kommune:
        """The municipality; without name and numbers where the store does not know it."""
        gemt = self.indstilling("kommune")
        kendt = gemt if isinstance(gemt, Mapping) else {}
        kode, cvr = (int(str(kendt.get(felt) or 0)) for felt in ("kode", "cvr"))
        return Kommune(kode, str(kendt.get("navn") or ""), cvr)

    @abc.abstractmethod
    def historik(
        self,
        tabel: str | None = None,
        noegle: str | None = None,
        *,
        siden: int = 0,
        hoejst: int = 500,
    ) -> list[HistorikPost]:
        """History after the line `siden`, newest first, of a row, a table or all."""

    def gendan(self, post: HistorikPost, af: str) -> None:
        """Bring the row back as it was in `post`, where it stands or made again: a new change, itself in the history.

        Raises `Afvist`.
        """
        if post.raekke is None:
            raise Afvist(tr("Rækken fandtes ikke før. Der er intet at gendanne."))
        beskrevet = tabel_af_navn(post.tabel)
        vaerdier = {
            navn: vaerdi
            for navn, vaerdi in post.raekke.items()
            if beskrevet.har(navn) and navn not in _SAETTES_AF_DATABASEN
        }
        if beskrevet.geometri is not None and (
            post.geometri is not None or post.art != "tilsidesat"
        ):
            vaerdier[GEOMETRI] = post.geometri
        with self.skriv("gendan", af) as skriver:
            if not skriver.ret(post.tabel, post.noegle, vaerdier):
                skriver.indsaet(post.tabel, [vaerdier])

    @abc.abstractmethod
    def tilsidesaet(
        self, tabel: str, noegle: str, raekke: Mapping[str, Vaerdi], geometri: bytes | None, af: str
    ) -> None:
        """Keep values that lost in a save conflict in the history, so that they can be brought back."""

    @abc.abstractmethod
    def noter_sletning(self, siden: int, af: str) -> None:
        """Say who deleted, in the lines of history after the line `siden` where the store could not know."""

    @abc.abstractmethod
    def ryd_historik(self, aeldre_end: dt.datetime) -> int:
        """Prune history after a backup. Returns how many lines went."""

    @abc.abstractmethod
    def find_persondata(self, eftersoegt: Eftersoegt) -> list[Forekomst]:
        """Where these texts stand: in rows, history, logs, settings, and in the copies that the plugin has made."""

    @abc.abstractmethod
    def fjern_persondata(
        self, eftersoegt: Eftersoegt, af: str, i_stedet: Mapping[str, str] | None = None
    ) -> Fjernelse:
        """Blank them there at once: the store in one transaction, then its copies. Only counts are logged.

        `i_stedet`: whole values that get another instead.
        """

    @abc.abstractmethod
    def sikkerhedskopi(self, feedback: QgsFeedback | None = None) -> str:
        """Make a safe copy while others work; returns where it lies."""

    @abc.abstractmethod
    def luk(self) -> None:
        """Let go of files and connections."""

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.luk()


def kendte(tabel: Tabel, felter: Iterable[str]) -> list[str]:
    """Names that become SQL: only those of the model."""
    navne = list(felter)
    for navn in navne:
        if not tabel.har(navn) and not (navn == GEOMETRI and tabel.geometri is not None):
            raise KeyError(navn)
    return navne


def brudte_numre(masker: Iterable[int]) -> tuple[int, ...]:
    """The numbers of the bits that are set."""
    return tuple(
        del_ * BITS + bit
        for del_, maske in enumerate(masker)
        for bit in range(BITS)
        if maske >> bit & 1
    )


def polstret(ramme: Ramme) -> Ramme:
    """The frame as wide as the R-tree of a GeoPackage needs it; both stores answer alike."""
    x_min, y_min, x_max, y_max = ramme
    return x_min - POLSTRING, y_min - POLSTRING, x_max + POLSTRING, y_max + POLSTRING
