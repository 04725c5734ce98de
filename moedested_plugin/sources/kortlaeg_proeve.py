# SPDX-License-Identifier: GPL-2.0-or-later
"""A few rows of a source as they would come in: the import's own mapping and rules, on a handful of rows.

What takes all rows to know (what is new, what was received before) is left to the comparison.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from moedested_plugin.domain.felt import Felt
from moedested_plugin.store.oversaet import citer

from .arbejde import KILDE, NY_UUID, Arbejde
from .efterproev import Efterproevning
from .kortlaeg import Kortlaegning
from .laest import NUMMER, TABEL, Laest
from .omregn import Koder
from .plan import TABEL_SQL
from .profil import Profil
from .sag import Sag, hent_opslag, koder_af, kommune_af

if TYPE_CHECKING:
    from moedested_plugin.store import Store

SIDE = 10
_HEL = "hel"


@dataclass(frozen=True)
class Proeveraekke:
    """One row as it would come in."""

    nr: int
    #: Our fields, in the form in which SQLite keeps them.
    vaerdier: Mapping[str, Any]
    #: Field → why its value cannot be understood.
    grunde: Mapping[str, str]
    #: Why the row as a whole is refused.
    grund: str | None


@dataclass(frozen=True)
class Side:
    """Some rows, and what can be said of the mapping."""

    #: Our fields that get a value, from the source or as a constant, in the order of the model.
    felter: tuple[str, ...]
    raekker: tuple[Proeveraekke, ...]
    #: Fields that must be filled and that nothing fills.
    mangler: tuple[Felt, ...]
    #: Number of the row after which the next page begins; None where this is the last.
    naeste: int | None


class Proeve:
    """Maps a page of rows again and again, while the profile changes. Close it with `luk`."""

    def __init__(self, store: Store, laest: Laest) -> None:
        self._store, self._laest = store, laest
        self.koder: Koder = koder_af(store)
        self._bruger = str(store.indstilling("geofa_bruger", "") or "")
        self._opslag: tuple[str, frozenset[str]] | None = None
        self._arbejde = Arbejde()

    def side(self, profil: Profil, efter: int = 0, hoejst: int = SIDE) -> Side:
        """The rows after that number. Raises `ProfilFejl` where the profile cannot be used on the source."""
        a = self._arbejde
        kommune = kommune_af(self._store)
        naeste = self._hent_raekker(efter, hoejst)
        try:
            with a.ved_siden_af(self._store):
                kortlaegning = Kortlaegning(
                    a, self._laest, profil, kommune, self.koder, self._bruger
                )
                kort = kortlaegning.noegler()
                sag = Sag(
                    self._store,
                    a,
                    profil,
                    kort.felter,
                    kort.lag,
                    kommune,
                    self._bruger,
                    frozenset(),
                )
                a.udfoer("DROP TABLE IF EXISTS temp.valgt")
                a.udfoer("CREATE TEMP TABLE valgt AS SELECT _nr AS nr FROM ny")
                kortlaegning.vaerdier()
                grunde: dict[int, dict[str, str]] = {}
                for nr, felt, grund in kortlaegning.grunde():
                    grunde.setdefault(nr, {})[felt] = grund
                self._brud(sag)
                faste = {felt: v for felt, v in sag.faste().items() if felt in profil.standarder}
                return Side(
                    tuple(f.navn for f in sag.tabel.felter if f.navn in {*kort.felter, *faste}),
                    tuple(self._raekker(kort.felter, grunde, faste)),
                    tuple(sag.mangler()),
                    naeste,
                )
        finally:
            a.udfoer(f"DETACH {KILDE}")

    def luk(self) -> None:
        """Take the work file away."""
        self._arbejde.luk()

    def _hent_raekker(self, efter: int, hoejst: int) -> int | None:
        """Attach a source of just these rows."""
        a = self._arbejde
        a.udfoer(f"ATTACH ':memory:' AS {KILDE}")
        with a.tilsluttet(self._laest.staging, _HEL):
            numre = [
                nr
                for (nr,) in a.udfoer(
                    f"SELECT {NUMMER} FROM {_HEL}.{TABEL} WHERE {NUMMER} > ? ORDER BY {NUMMER} LIMIT ?",  # nosec B608 - names of ours
                    efter,
                    hoejst + 1,
                )
            ]
            med = numre[:hoejst]
            a.udfoer(
                f"CREATE TABLE {KILDE}.{TABEL} AS SELECT * FROM {_HEL}.{TABEL}"  # nosec B608 - names of ours
                f" WHERE {NUMMER} BETWEEN {med[0] if med else 0} AND {med[-1] if med else -1}"
            )
        return med[-1] if len(numre) > hoejst else None

    def _brud(self, sag: Sag) -> None:
        """Refuse what the rules of the store refuse."""
        a = self._arbejde
        if self._store.provider != "ogr" and self._opslag != (
            sag.profil.tabel,
            frozenset(sag.felter),
        ):
            hent_opslag(a, self._store, sag.profil, sag.felter)
            self._opslag = (sag.profil.tabel, frozenset(sag.felter))
        a.udfoer("DROP TABLE IF EXISTS aendring")
        a.udfoer(TABEL_SQL)
        a.udfoer(
            "INSERT INTO aendring (art, noegle, objekt_id, raa_nr, accept)"  # nosec B608 - names of ours
            f" SELECT 'ny', _noegle, coalesce(_objekt_id, {NY_UUID}), _nr, 1 FROM ny WHERE _grund IS NULL"
        )
        Efterproevning(sag).find_brud()
        a.udfoer("UPDATE ny SET _grund = brud.grund FROM brud WHERE brud.nr = ny._nr")

    def _raekker(
        self,
        felter: Sequence[str],
        grunde: Mapping[int, Mapping[str, str]],
        faste: Mapping[str, Any],
    ) -> Iterator[Proeveraekke]:
        kolonner = "".join(f", v.{citer(felt)}" for felt in felter)
        for nr, grund, *vaerdier in self._arbejde.udfoer(
            f"SELECT n._nr, n._grund{kolonner} FROM ny AS n JOIN vaerdi AS v USING (_nr)"  # nosec B608 - quoted by citer
            " ORDER BY n._nr"
        ):
            yield Proeveraekke(
                nr,
                {**faste, **dict(zip(felter, vaerdier))},
                grunde.get(nr, {}),
                grund,
            )
