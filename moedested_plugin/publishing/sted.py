# SPDX-License-Identifier: GPL-2.0-or-later
"""Where versions are kept and shown, whatever it is: a folder or a database. What `Udgiver` works against."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from moedested_plugin.i18n import tr

from .fejl import UdgivelsesFejl

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from moedested_plugin.store.base import Ramme
    from moedested_plugin.store.persondata import Tekster

    from .bevis import Bevis
    from .maal import Maal
    from .nye import Aftryk
    from .plan import Plan
    from .privat import Fjernet
    from .raekker import Raekke
    from .tjeneste_oplysninger import Oplysninger
    from .tjenestesvar import Ventet

#: How many versions stay, the one that is shown among them. A worker of the server may still hold an older one.
BEHOLD = 5


@dataclass(frozen=True)
class VedAtUdgive:
    """Who holds the lock."""

    bruger: str
    maskine: str
    siden: str

    @property
    def tid(self) -> str:
        """Since when, as people say it, in local time."""
        return f"{dt.datetime.fromisoformat(self.siden).astimezone():%d-%m-%Y kl. %H:%M}"


@dataclass(frozen=True)
class Opslag:
    """What a layer's data source names: its columns, and how many rows its filter leaves; None where that is a guess."""

    kolonner: frozenset[str]
    antal: int | None


#: From a layer's data source, without opening the layer, to what it names; None of what leads nowhere.
SlaaOp = Callable[[str], Optional[Opslag]]


@dataclass(frozen=True)
class Manifest:
    """What is in a version."""

    version: str
    tid: str
    af: str
    kommune: str
    fra: str | None
    antal: Mapping[str, int]
    kolonner: Mapping[str, tuple[str, ...]]
    #: Hash of the data.
    sha256: str = ""
    #: Hash of the pointer that shows this version.
    peger: str = ""
    #: What the texts of all codes were made from; empty when that is more than one thing.
    tekster: str = ""

    def som_json(self) -> dict[str, object]:
        """For keeping."""
        return asdict(self)

    @classmethod
    def fra_json(cls, laest: Mapping[str, object]) -> Manifest:
        """As it was kept. Raises `ValueError` where it is not whole."""
        try:
            kolonner = {navn: tuple(felter) for navn, felter in laest["kolonner"].items()}  # type: ignore[attr-defined]
            return cls(**{**laest, "kolonner": kolonner})  # type: ignore[arg-type]
        except (KeyError, TypeError, AttributeError) as fejl:
            raise ValueError("manifest") from fejl


class Udgave(ABC):
    """A version: immutable data, a manifest that says what is in it, and the pointer as it was."""

    @property
    @abstractmethod
    def version(self) -> str:
        """Its name."""

    @property
    @abstractmethod
    def manifest(self) -> Manifest:
        """What is in it."""

    @property
    def kolonner(self) -> Mapping[str, tuple[str, ...]]:
        """The columns of each table."""
        return self.manifest.kolonner

    @property
    def tekster(self) -> str:
        """What the texts of all its codes were made from; empty when that is more than one thing."""
        return self.manifest.tekster

    @property
    def fil(self) -> Path | None:
        """The GeoPackage with its rows, where that is what it is."""
        return None

    @property
    def skema(self) -> str:
        """The schema with its rows, where that is what it is."""
        return ""

    @abstractmethod
    def aftryk(self) -> Aftryk:
        """What its rows look like, in short."""

    @abstractmethod
    def raekker(self, tabel: str, noegler: Collection[str]) -> dict[str, Raekke]:
        """These rows, by key, with the version's own columns."""

    @property
    @abstractmethod
    def er_hel(self) -> bool:
        """Whether everything that was written is there, unchanged."""

    @property
    def er_som_skrevet(self) -> bool:
        """Of a version that was made just now: whether it still is as it was when its hash was taken."""
        return self.er_hel

    @property
    def slaa_op(self) -> SlaaOp | None:
        """Where it is dear to open a layer: what knows its data source without that."""
        return None

    @abstractmethod
    def taelling(self) -> dict[str, int]:
        """How many rows each table has."""

    @abstractmethod
    def ramme(self) -> Ramme | None:
        """The frame around everything; None when nothing has a place."""

    @abstractmethod
    def et_sted(self, tabel: str, betingelse: str) -> bytes | None:
        """The geometry (WKB) of one row for which this SQL holds; None when there is none."""


class Sted(ABC):
    """The versions of one service, and the one small thing that says which of them is shown."""

    def __init__(self, maal: Maal) -> None:
        self.maal = maal

    @abstractmethod
    def udgaver(self) -> list[Udgave]:
        """The versions that are whole enough to be shown, newest first."""

    def udgave(self, version: str) -> Udgave:
        """The version of that name."""
        for udgave in self.udgaver():
            if udgave.version == version:
                return udgave
        raise UdgivelsesFejl(
            tr("Udgivelsen {} findes ikke længere. De fem seneste bliver gemt.").format(version)
        )

    @abstractmethod
    def gaeldende(self) -> Udgave | None:
        """The version that the pointer shows."""

    @abstractmethod
    def laast(self, af: str) -> AbstractContextManager[None]:
        """One publisher at a time."""

    @abstractmethod
    def bryd_laas(self) -> None:
        """Take a forgotten lock away, after a person has said so."""

    @abstractmethod
    def laest_af(self) -> VedAtUdgive | None:
        """Who is publishing just now; None when nobody is."""

    def optaget(self) -> UdgivelsesFejl:
        """Say who is publishing."""
        hvem = self.laest_af()
        if hvem is None or not hvem.siden:
            return UdgivelsesFejl(tr("En anden er ved at udgive. Prøv igen om lidt."))
        return UdgivelsesFejl(
            tr(
                "{} er ved at udgive fra {} siden {}. Prøv igen om lidt. Er det en glemt lås, så bryd den."
            ).format(hvem.bruger, hvem.maskine, hvem.tid)
        )

    @abstractmethod
    def ny(
        self,
        plan: Plan,
        stempel: Mapping[str, str | int],
        fra: Udgave | None,
        om: Oplysninger,
        foer_navn: Callable[[], None],
    ) -> Udgave:
        """Build the data of a version out of sight; it takes its name when all of it is there.

        `foer_navn` is called just before, and may stop it by raising.
        """

    @abstractmethod
    def faerdiggoer(
        self, udgave: Udgave, manifest: Manifest, aftryk: Aftryk, om: Oplysninger
    ) -> tuple[str, ...]:
        """Make the pointer that will show the version, and write down what is in it; gives what is shown simpler."""

    @abstractmethod
    def bevis(self, udgave: Udgave, ventet: Ventet, feedback: QgsFeedback | None) -> Bevis:
        """Look at the version by itself, before anybody else can see it."""

    @abstractmethod
    def skift(self, udgave: Udgave) -> tuple[str, ...]:
        """Show this version: the one moment that readers notice; gives what did not follow."""

    @abstractmethod
    def vis_intet(self) -> None:
        """Take the very first publication back."""

    @abstractmethod
    def smid(self, udgave: Udgave) -> None:
        """Throw away a version that never was shown."""

    @abstractmethod
    def ryd_op(self) -> None:
        """Remove what a publisher that was cut off has left, and versions nobody can want any more."""

    def beholdes(self) -> set[str]:
        """The versions that stay: the newest that have been shown, and the one that is."""
        gaeldende = self.gaeldende()
        vist = {linje["version"] for linje in self.historik()}
        behold = {u.version for u in [u for u in self.udgaver() if u.version in vist][:BEHOLD]}
        return behold if gaeldende is None else behold | {gaeldende.version}

    @abstractmethod
    def historik(self) -> list[dict[str, object]]:
        """Every publication and roll back, oldest first."""

    @abstractmethod
    def log(self, art: str, version: str, af: str, mere: Mapping[str, object]) -> None:
        """Add a line to the history."""

    @abstractmethod
    def fjernede(self) -> set[Fjernet]:
        """Rows that were taken away to protect somebody."""

    @abstractmethod
    def fjern_ogsaa(self, nye: Iterable[Fjernet]) -> None:
        """Add to them."""

    # Personal data -----------------------------------------------------------------------------------

    @abstractmethod
    def tekster(self, udgave: Udgave) -> AbstractContextManager[Tekster]:
        """The texts of the rows of a version."""

    @abstractmethod
    def om(self, udgave: Udgave) -> Iterator[tuple[str, str]]:
        """What else is kept with a version: a name, and the text."""

    @abstractmethod
    def ret_historik(self, ny: Callable[[dict[str, object]], object]) -> None:
        """Change lines of the history, which otherwise only grows."""
