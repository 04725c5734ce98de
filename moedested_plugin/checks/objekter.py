# SPDX-License-Identifier: GPL-2.0-or-later
"""What the objects with findings are called, who is responsible for them, and in which layer they are edited."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moedested_plugin.domain.felt import Tabel
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.i18n import oversat
from moedested_plugin.project.lag import lag_paa

if TYPE_CHECKING:
    from moedested_plugin.domain.betingelse import Vaerdi
    from moedested_plugin.store import Store

    from .fund import Fund

Noegle = tuple[str, str]
#: Tables whose rows are known by the row they belong to, and the field that says which.
_OVER = (("moedested", "moedested_id"), ("rute", "rute_id"))
#: More keys than that are found by reading all rows.
_MANGE = 2000
_AD_GANGEN = 400


@dataclass(frozen=True)
class Objekt:
    """One row as a person knows it. Of an unnamed place the name of its type; no name of a person."""

    navn: str
    #: Role of the layer in which it is edited.
    rolle: str
    organisation: str = ""
    rettet_af: str = ""


def objekter(store: Store, fund: Iterable[Fund]) -> dict[Noegle, Objekt]:
    """(table, key) → the object, for those that are there."""
    return Opslag(store).alle((et.tabel, et.noegle) for et in fund if et.noegle)


class Opslag:
    """Asks a store for the names; code lists and organisations are read once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._organisationer: Mapping[str, str] | None = None
        self._typer: Mapping[tuple[str, int], str] | None = None

    def alle(self, noegler: Iterable[Noegle]) -> dict[Noegle, Objekt]:
        """The objects with these tables and keys."""
        pr_tabel: dict[str, set[str]] = {}
        for tabel, noegle in noegler:
            pr_tabel.setdefault(tabel, set()).add(noegle)
        ud = {}
        for tabel, egne in pr_tabel.items():
            beskrevet = tabel_af_navn(tabel)
            raekker = list(self._raekker(beskrevet, egne, _felter(beskrevet)))
            over = self._over(beskrevet, raekker)
            for raekke in raekker:
                ud[tabel, str(raekke[beskrevet.noegle])] = self.objekt(beskrevet, raekke, over)
        return ud

    def alene(self, tabel: Tabel, raekke: Mapping[str, Vaerdi]) -> Objekt:
        """The object of one row, which need not be saved."""
        return self.objekt(tabel, raekke, self._over(tabel, [raekke]))

    def objekt(
        self,
        tabel: Tabel,
        raekke: Mapping[str, Vaerdi],
        over: Mapping[Noegle, Objekt] | None = None,
    ) -> Objekt:
        """The object of one row."""
        lag = lag_paa(tabel.navn)
        typefelt = lag[0].typefelt if lag else ""
        kode = raekke.get(typefelt) if typefelt else None
        rolle = next(
            (en.rolle for en in lag if (kode in en.typer if en.typer else kode not in en.undtagen)),
            "",
        )
        foraelder = self._foraelder(raekke, over or {})
        navn = str(raekke.get("navn") or "") or (foraelder.navn if foraelder else "")
        if not navn and isinstance(kode, int):
            navn = self._typenavn(tabel, typefelt, kode)
        organisation = str(raekke.get("ansvar_org") or "")
        if not organisation and raekke.get("organisation_id"):
            organisation = self._organisation(str(raekke["organisation_id"]))
        return Objekt(
            navn,
            rolle,
            organisation or (foraelder.organisation if foraelder else ""),
            str(raekke.get("rettet_af") or ""),
        )

    @staticmethod
    def _foraelder(raekke: Mapping[str, Vaerdi], over: Mapping[Noegle, Objekt]) -> Objekt | None:
        return next((over[noegle] for noegle in _henviser(raekke) if noegle in over), None)

    def _over(
        self, tabel: Tabel, raekker: Iterable[Mapping[str, Vaerdi]]
    ) -> Mapping[Noegle, Objekt]:
        noegler = [
            noegle for raekke in raekker for noegle in _henviser(raekke) if noegle[0] != tabel.navn
        ]
        return self.alle(noegler) if noegler else {}

    def _raekker(
        self, tabel: Tabel, noegler: Collection[str], felter: list[str]
    ) -> Iterator[Mapping[str, Vaerdi]]:
        if len(noegler) > _MANGE:
            for raekke in self._store.raekker(tabel.navn, felter):
                if raekke[tabel.noegle] in noegler:
                    yield raekke
            return
        liste = sorted(noegler)
        for nr in range(0, len(liste), _AD_GANGEN):
            yield from self._store.raekker(tabel.navn, felter, noegler=liste[nr : nr + _AD_GANGEN])

    def _organisation(self, noegle: str) -> str:
        if self._organisationer is None:
            self._organisationer = {
                str(r["organisation_id"]): str(r["navn"] or "")
                for r in self._store.raekker("organisation", ["organisation_id", "navn"])
            }
        return self._organisationer.get(noegle, "")

    def _typenavn(self, tabel: Tabel, typefelt: str, kode: int) -> str:
        if self._typer is None:
            self._typer = {
                (str(r["liste"]), int(str(r["kode"]))): str(r["navn"])
                for r in self._store.raekker("kodeliste", ["liste", "kode", "navn"])
            }
        return self._typer.get((str(tabel.felt(typefelt).kodeliste), kode), "")


def lagtitel(objekt: Objekt | None, tabel: str) -> str:
    """What the layer is called in which the object is edited; that of its table where the object is not known."""
    lag = next((en for en in lag_paa(tabel) if objekt and en.rolle == objekt.rolle), None)
    return oversat(lag.titel if lag else tabel_af_navn(tabel).titel)


def _henviser(raekke: Mapping[str, Vaerdi]) -> Iterator[Noegle]:
    """The rows that the row belongs to."""
    for tabel, felt in _OVER:
        if raekke.get(felt):
            yield tabel, str(raekke[felt])
    if raekke.get("objekt_lag") and raekke.get("objekt_id"):  # a photo, of whatever it shows
        yield str(raekke["objekt_lag"]), str(raekke["objekt_id"])


def _felter(tabel: Tabel) -> list[str]:
    lag = lag_paa(tabel.navn)
    oenskede = [
        "navn",
        "organisation_id",
        "ansvar_org",
        "rettet_af",
        "objekt_lag",
        "objekt_id",
        *(felt for _, felt in _OVER),
    ]
    if lag and lag[0].typefelt:
        oenskede.append(lag[0].typefelt)
    return list(dict.fromkeys([tabel.noegle, *(felt for felt in oenskede if tabel.har(felt))]))
