# SPDX-License-Identifier: GPL-2.0-or-later
"""What an import would do (*plan*): every row and field, what was last received, what we have, what comes, yes or no.

The plan lies in the work file, so that a hundred thousand rows can be looked through, decided on, kept and shared.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.store.oversaet import citer

from .arbejde import Arbejde
from .politik import Politik
from .profil import Profil, profil_af

Art = Literal["ny", "aendret", "borte", "konflikt", "flyttet", "ligner", "afvist"]
ARTER: tuple[Art, ...] = ("ny", "aendret", "flyttet", "konflikt", "ligner", "borte", "afvist")

TABEL_SQL = """
CREATE TABLE aendring (
  nr INTEGER PRIMARY KEY, art TEXT NOT NULL, noegle TEXT, objekt_id TEXT, kildepost_id TEXT, raa_nr INTEGER,
  navn TEXT, type TEXT, grund TEXT, felter TEXT, accept INTEGER, som_ny INTEGER NOT NULL DEFAULT 0,
  afstand REAL, raekke_version INTEGER, genopret INTEGER NOT NULL DEFAULT 0,
  geometri_sidst BLOB, geometri_vores BLOB, geometri_deres BLOB)
"""


@dataclass(frozen=True)
class FeltAendring:
    """One field: as last received, as we have it, as it comes. Of the geometry the row itself holds the three."""

    felt: str
    sidst: Any
    vores: Any
    deres: Any
    konflikt: bool
    #: Yes, no, or not decided: then it is offered again next time.
    accept: bool | None


@dataclass(frozen=True)
class Aendring:
    """One row of the plan."""

    nr: int
    art: Art
    #: The key at the source.
    noegle: str | None
    #: Our row; of a new one the id that it will get.
    objekt_id: str | None
    #: Its number at the source.
    raa_nr: int | None
    navn: str | None
    type: str | None
    #: Why it is refused, or what there is to know.
    grund: str | None
    felter: tuple[FeltAendring, ...]
    accept: bool | None
    #: Of a row that looks moved, or like one of ours: take it as a new one instead.
    som_ny: bool
    #: Metres between ours and theirs, of a row that is moved or looks like one of ours.
    afstand: float | None
    geometri_sidst: bytes | None
    geometri_vores: bytes | None
    geometri_deres: bytes | None


@dataclass(frozen=True)
class Maal:
    """What the plan is about, kept beside its rows."""

    store: str
    kilde: str
    lag: str
    tabel: str
    profil: Mapping[str, Any]
    felter: tuple[str, ...]
    #: Rows of the source that are as they were.
    uaendrede: int
    modtaget: int
    bemaerkninger: tuple[str, ...]
    #: The last import that the store knew when the plan was made.
    seneste_koersel: str | None


class Plan:
    """The plan of one import. Nothing is written before `anvend`."""

    def __init__(self, arbejde: Arbejde, maal: Maal) -> None:
        self.arbejde = arbejde
        self.maal = maal
        self.profil: Profil = profil_af(dict(maal.profil))

    # -- look ---------------------------------------------------------------------------------------------------------

    @property
    def antal(self) -> dict[Art, int]:
        """How many rows of each kind."""
        fundet = dict(
            self.arbejde.udfoer("SELECT art, count(*) FROM aendring GROUP BY art").fetchall()
        )
        return {art: int(fundet.get(art, 0)) for art in ARTER}

    @property
    def uaendrede(self) -> int:
        """How many rows of the source are as they were."""
        return self.maal.uaendrede

    def raekker(
        self, arter: Sequence[Art] | None = None, *, fra: int = 0, hoejst: int | None = None
    ) -> Iterator[Aendring]:
        """The rows of these kinds, in order of kind and number; a page of them with `fra` and `hoejst`."""
        valgte = [art for art in ARTER if arter is None or art in arter]
        rang = " ".join(f"WHEN '{art}' THEN {nr}" for nr, art in enumerate(ARTER))
        sql = (
            f"SELECT {', '.join(_KOLONNER)} FROM aendring WHERE art IN ({', '.join('?' * len(valgte))})"  # nosec B608 - names of ours
            f" ORDER BY CASE art {rang} END, nr LIMIT ? OFFSET ?"
        )
        for raekke in self.arbejde.udfoer(sql, *valgte, -1 if hoejst is None else hoejst, fra):
            yield self._aendring(raekke)

    def raekke(self, nr: int) -> Aendring:
        """One row; KeyError when there is none of that number."""
        fundet = self.arbejde.udfoer(
            f"SELECT {', '.join(_KOLONNER)} FROM aendring WHERE nr = ?",  # nosec B608 - only names that domain or `citer` has
            nr,  # nosec B608 - names of ours
        ).fetchone()
        if fundet is None:
            raise KeyError(nr)
        return self._aendring(fundet)

    def _aendring(self, raekke: Sequence[Any]) -> Aendring:
        vaerdier = dict(zip(_KOLONNER, raekke))
        raa = vaerdier.pop("felter")
        if raa is None and vaerdier["raa_nr"] is not None:
            felter, vaerdier["geometri_deres"] = self._som_modtaget(int(vaerdier["raa_nr"]))
        else:
            felter = tuple(FeltAendring(**felt) for felt in json.loads(raa or "[]"))
        vaerdier["accept"] = _ja_nej(vaerdier["accept"])
        vaerdier["som_ny"] = bool(vaerdier["som_ny"])
        return Aendring(felter=felter, **vaerdier)

    def _som_modtaget(self, raa_nr: int) -> tuple[tuple[FeltAendring, ...], bytes | None]:
        """The fields of a row that is new as a whole."""
        kolonner = ", ".join(citer(felt) for felt in (*self.maal.felter, GEOMETRI))
        fundet = self.arbejde.udfoer(
            f"SELECT {kolonner} FROM ny JOIN vaerdi USING (_nr) WHERE _nr = ?",  # nosec B608 - only names that domain or `citer` has
            raa_nr,  # nosec B608 - only names that domain or `citer` has
        ).fetchone()  # nosec B608 - names of the model
        if fundet is None:
            return (), None
        felter = tuple(
            FeltAendring(navn, None, None, vaerdi, konflikt=False, accept=True)
            for navn, vaerdi in zip(self.maal.felter, fundet)
            if vaerdi is not None
        )
        return felter, fundet[-1]

    # -- decide -------------------------------------------------------------------------------------------------------

    def accepter(self, numre: Iterable[int], *, ja: bool | None, felt: str | None = None) -> None:
        """Say yes, no or not now to rows, or to one field of them. A row that is refused stays so."""
        for nr in list(numre):
            aendring = self.raekke(nr)
            if aendring.art == "afvist":
                continue
            if felt is None:
                self._saet(nr, accept=ja, felter=[_med(f, ja) for f in aendring.felter])
            else:
                felter = [_med(f, ja) if f.felt == felt else f for f in aendring.felter]
                samlet = _samlet(felter)
                if aendring.art in (
                    "flyttet",
                    "ligner",
                ):  # being the same row does not hang on its fields
                    samlet = True if ja else aendring.accept
                self._saet(nr, accept=samlet, felter=felter)

    def accepter_alle(self, art: Art, *, ja: bool | None) -> None:
        """Say the same to every row of a kind."""
        if art == "ny":
            self.arbejde.udfoer("UPDATE aendring SET accept = ? WHERE art = 'ny'", _tal(ja))
            return
        self.accepter(
            [nr for (nr,) in self.arbejde.udfoer("SELECT nr FROM aendring WHERE art = ?", art)],
            ja=ja,
        )

    def tag_som_ny(self, nr: int, *, ja: bool = True) -> None:
        """Take a row that looks moved, or like one of ours, as a new one instead (or not, after all)."""
        self.arbejde.udfoer(
            "UPDATE aendring SET som_ny = ?, accept = CASE WHEN ? THEN 1 ELSE accept END"
            " WHERE nr = ? AND art IN ('flyttet', 'ligner')",
            int(ja), int(ja), nr,
        )  # fmt: skip

    def knyt(self, nr: int) -> None:
        """A row that looks like one of ours is it: link them. Fields stay ours where nobody said otherwise."""
        self.arbejde.udfoer(
            "UPDATE aendring SET som_ny = 0, accept = 1 WHERE nr = ? AND art = 'ligner'", nr
        )

    def afgoer(self, politik: Politik) -> None:
        """What a person would be asked, when there is none: keep ours, take theirs, or leave it for later."""
        konflikter = [nr for (nr,) in self.arbejde.udfoer(
            "SELECT nr FROM aendring WHERE art IN ('konflikt', 'ligner') OR (art = 'flyttet' AND accept IS NULL)"
        )]  # fmt: skip
        for nr in konflikter:
            aendring = self.raekke(nr)
            ja = {"keep": False, "take": True, "report": None}[politik]
            if aendring.art == "ligner":
                link = None if politik == "report" else True
                self._saet(nr, accept=link, felter=[_med(f, ja) for f in aendring.felter])
            elif politik == "report":
                self._saet(nr, accept=None, felter=[_med(f, None) for f in aendring.felter])
            elif not aendring.felter:
                self._saet(nr, accept=ja, felter=[])
            else:
                felter = [
                    _med(f, ja if self._er_i_tvivl(aendring, f) else True) for f in aendring.felter
                ]
                self._saet(nr, accept=_samlet(felter), felter=felter)

    def _er_i_tvivl(self, aendring: Aendring, felt: FeltAendring) -> bool:
        """Whether somebody must say whose it is; a row may be in conflict as a whole though none of its fields is."""
        hele = self.profil.hel_konflikt and (aendring.art == "konflikt" or felt.accept is None)
        return felt.konflikt or hele

    def _saet(self, nr: int, *, accept: bool | None, felter: Sequence[FeltAendring]) -> None:
        self.arbejde.udfoer(
            "UPDATE aendring SET accept = ?, felter = CASE WHEN felter IS NULL THEN NULL ELSE ? END WHERE nr = ?",
            _tal(accept), felter_json(felter), nr,
        )  # fmt: skip

    # -- keep ---------------------------------------------------------------------------------------------------------

    def gem(self, sti: Path) -> None:
        """Keep the plan in a file."""
        shutil.copyfile(self.arbejde.sti, sti)

    @classmethod
    def aabn(cls, sti: Path) -> Plan:
        """A plan that was kept; the file stays as it is."""
        arbejde = Arbejde(kopi_af=sti)
        try:
            maal = json.loads(arbejde.foerste("SELECT maal FROM plan"))
            for navn in ("felter", "bemaerkninger"):
                maal[navn] = tuple(maal[navn])
            return cls(arbejde, Maal(**maal))
        except BaseException:
            arbejde.luk()
            raise

    def skriv_maal(self) -> None:
        """Put what the plan is about into its file."""
        self.arbejde.udfoer("DROP TABLE IF EXISTS plan")
        self.arbejde.udfoer("CREATE TABLE plan (maal TEXT)")
        self.arbejde.udfoer(
            "INSERT INTO plan VALUES (?)", json.dumps(asdict(self.maal), ensure_ascii=False)
        )

    def luk(self) -> None:
        """Take the work file away."""
        self.arbejde.luk()

    def __enter__(self) -> Plan:
        return self

    def __exit__(self, *_: object) -> None:
        self.luk()


_KOLONNER = (
    "nr", "art", "noegle", "objekt_id", "raa_nr", "navn", "type", "grund", "felter", "accept", "som_ny", "afstand",
    "geometri_sidst", "geometri_vores", "geometri_deres",
)  # fmt: skip


def felter_json(felter: Iterable[FeltAendring]) -> str:
    """The fields as they are kept."""
    return json.dumps([asdict(felt) for felt in felter], ensure_ascii=False, default=str)


def _med(felt: FeltAendring, ja: bool | None) -> FeltAendring:
    return FeltAendring(felt.felt, felt.sidst, felt.vores, felt.deres, felt.konflikt, ja)


def _samlet(felter: Sequence[FeltAendring]) -> bool | None:
    """A row is taken when any of its fields is, declined when all are, else not decided."""
    svar = {felt.accept for felt in felter}
    if True in svar:
        return True
    return None if None in svar else False


def _ja_nej(tal: int | None) -> bool | None:
    return None if tal is None else bool(tal)


def _tal(ja: bool | None) -> int | None:
    return None if ja is None else int(ja)
