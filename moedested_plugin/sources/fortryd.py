# SPDX-License-Identifier: GPL-2.0-or-later
"""Takes an import back: exactly the rows that it made or changed, as the history has them, in one transaction.

What someone has edited or built on since is left alone and listed.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from moedested_plugin.domain.betingelse import GEOMETRI, EnAf
from moedested_plugin.domain.diff import STEMPELFELTER
from moedested_plugin.domain.felt import Tabel
from moedested_plugin.domain.skema import henvisninger_til
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.i18n import tr
from moedested_plugin.store.oversaet import citer

from . import sted
from .anvend import KanIkkeAnvendes, UgemteRettelser
from .arbejde import Arbejde, Celle, i_sqlite
from .fejl import Annulleret
from .profil import NETVAERK
from .sag import AFVISNINGER, FORTRYD, IMPORT, seneste_import
from .skrives import POSTFELTER, RETTEDE_POSTFELTER

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from moedested_plugin.domain.betingelse import Vaerdi
    from moedested_plugin.store import Store

#: In the result of a run: the runs before it that belong to it.
_SAMMEN = "sammen_med"
#: In the result of an undo that is one of several: the import as a whole, and the runs of it that still stand.
_DEL_AF, _MANGLER = "del_af", "mangler"
_VIST = ("kilde_noegle", "navn", "type", "objekt_id", "fingeraftryk")


@dataclass(frozen=True)
class Urort:
    """A row that was left as it is, and why."""

    tabel: str
    noegle: str
    grund: str


@dataclass(frozen=True)
class Fortrudt:
    """What was taken back."""

    koersel_id: str
    slettede: int
    tilbagefoerte: int
    uroert: tuple[Urort, ...]


def sidste_import(store: Store) -> str | None:
    """The import that can be taken back: the last one, unless it already was, in all its parts."""
    seneste = seneste_import(store)
    if seneste is None:
        return None
    koersel = next(store.raekker("koersel", ("art", "resultat"), noegler=[seneste]))
    if koersel["art"] == IMPORT:
        return seneste
    resultat = koersel["resultat"]
    if isinstance(resultat, dict) and resultat.get(_MANGLER):
        return str(resultat[_DEL_AF])
    return None


def fortryd_import(
    store: Store,
    koersel_id: str,
    af: str,
    feedback: QgsFeedback | None = None,
    *,
    ugemte: Iterable[str] = (),
) -> Fortrudt:
    """Undo the import. Raises `KanIkkeAnvendes` when it is not the last one, or while layers have unsaved edits.

    Of one that is several runs each is taken back by itself; after an error the same call takes back the rest.
    """
    aabne = sorted(ugemte)
    if aabne:
        raise UgemteRettelser(
            tr(
                "Der er rettelser, som ikke er gemt, i {}. Gem eller fortryd dem, og prøv igen."
            ).format(", ".join(aabne))
        )
    if sidste_import(store) != koersel_id:
        raise KanIkkeAnvendes(tr("Kun den seneste import kan fortrydes, og kun én gang."))
    # Children before their parents: the runs that belong together, the last first.
    staar = _staar(store, koersel_id)
    fortrudte: list[Fortrudt] = []
    for nummer, nr in enumerate(staar):
        rest = {_DEL_AF: koersel_id, _MANGLER: staar[nummer + 1 :]} if len(staar) > 1 else {}
        try:
            fortrudte.append(_fortryd_en(store, nr, af, rest, feedback))
        except Annulleret:
            if not fortrudte:
                raise
            raise Annulleret(
                tr("Afbrudt. Noget er ført tilbage. Fortryd igen for at tage resten.")
            ) from None
    return Fortrudt(
        fortrudte[0].koersel_id,
        sum(led.slettede for led in fortrudte),
        sum(led.tilbagefoerte for led in fortrudte),
        tuple(uroert for led in fortrudte for uroert in led.uroert),
    )


def saml_koersler(store: Store, koersler: Sequence[str], af: str) -> None:
    """Let these imports, one after another, be undone as one."""
    if len(koersler) < 2:
        return
    egen = _resultat(store, koersler[-1])
    with store.skriv("saml", af) as skriver:
        skriver.ret(
            "koersel", koersler[-1], {"resultat": {**egen, _SAMMEN: list(reversed(koersler[:-1]))}}
        )


def _staar(store: Store, koersel_id: str) -> list[str]:
    """The runs of the import that are not taken back yet."""
    seneste = str(seneste_import(store))
    if seneste != koersel_id:
        return [str(nr) for nr in _resultat(store, seneste)[_MANGLER]]
    return [koersel_id, *_resultat(store, koersel_id).get(_SAMMEN, ())]


def _resultat(store: Store, koersel_id: str) -> dict[str, Any]:
    resultat = next(store.raekker("koersel", ("resultat",), noegler=[koersel_id]))["resultat"]
    return resultat if isinstance(resultat, dict) else {}


def _fortryd_en(
    store: Store, koersel_id: str, af: str, rest: dict[str, Any], feedback: QgsFeedback | None
) -> Fortrudt:
    with closing(_Arbejdsfil()) as fil:
        return _Fortrydelse(store, fil.arbejde, koersel_id, af, feedback).udfoer(rest)


class _Arbejdsfil:
    def __init__(self) -> None:
        self.arbejde = Arbejde()

    def close(self) -> None:
        self.arbejde.luk()


class _Fortrydelse:
    def __init__(
        self, store: Store, arbejde: Arbejde, koersel_id: str, af: str, feedback: QgsFeedback | None
    ) -> None:
        self._store, self._arbejde, self._koersel_id, self._af = store, arbejde, koersel_id, af
        self._feedback = feedback
        self._uroert: list[Urort] = []
        self._resultat = _resultat(store, koersel_id)
        self._tabel = tabel_af_navn(str(self._resultat["tabel"]))

    def udfoer(self, rest: dict[str, Any]) -> Fortrudt:
        """`rest`: what the run must remember of those that are to follow."""
        a = self._arbejde
        felter = [*_NETVAERKSFELTER, "koersel_id", GEOMETRI]
        with a.ved_siden_af(self._store):
            if self._tabel.navn == NETVAERK:
                self._netvaerk()
            else:
                felter = self._fra_historik()
            self._poster()
            self._afvisninger()
        self._stop()
        if self._store.provider == "ogr":
            self._store.sikkerhedskopi()
        with self._store.skriv_fra(a.sti, FORTRYD, self._af) as masse:
            if self._tabel.navn == NETVAERK:
                masse.indsaet(
                    NETVAERK, "genindsaettes", ["netvaerk_id", "kilde", "kilde_noegle", *felter], {}
                )
                nu = dt.datetime.now(dt.timezone.utc)
                masse.indsaet("kildepost", "poster_genindsaettes", [*POSTFELTER, "koersel_id"],
                              {"modtaget": nu, "set_senest": nu})  # fmt: skip
            af = {"rettet_af": self._af} if self._tabel.har("rettet_af") else {}
            tilbage = masse.ret(self._tabel.navn, "tilbage", felter, af)
            slettede = masse.slet(self._tabel.navn, "slettes")
            masse.slet("afvisning", "afvisninger_slettes")
            masse.slet("kildepost", "poster_slettes")
            masse.ret("kildepost", "poster_tilbage", [f for f in RETTEDE_POSTFELTER if f != "foer"] + ["koersel_id"],
                      {"foer": None})  # fmt: skip
            masse.skriver.ret("koersel", masse.koersel_id, {"resultat": {
                "fortrudt": self._koersel_id, "tabel": self._tabel.navn, "slettede": slettede,
                "tilbagefoerte": tilbage, "uroert": len(self._uroert), **rest,
            }})  # fmt: skip
            self._stop()
        return Fortrudt(masse.koersel_id, slettede, tilbage, tuple(self._uroert))

    # -- places -------------------------------------------------------------------------------------------------------

    def _fra_historik(self) -> list[str]:
        """Fill `slettes` and `tilbage` from what the history has of the run."""
        poster = list(
            self._store.raekker(
                "historik",
                ("tabel", "noegle", "art", "raekke", GEOMETRI),
                EnAf("koersel_id", (self._koersel_id,)),
            )
        )
        egne = [post for post in poster if post["tabel"] == self._tabel.navn]
        nye = [str(post["noegle"]) for post in egne if post["art"] == "oprettet"]
        rettede = {str(post["noegle"]): post for post in reversed(egne) if post["art"] == "rettet"}
        for noegle in nye:
            rettede.pop(noegle, None)
        self._slettes(nye)
        return self._tilbage(rettede)

    def _slettes(self, nye: Sequence[str]) -> None:
        a, noegle = self._arbejde, citer(self._tabel.noegle)
        a.udfoer("CREATE TABLE lavet (n PRIMARY KEY)")
        a.con.executemany("INSERT OR IGNORE INTO lavet VALUES (?)", [(n,) for n in nye])
        a.hent(self._store, self._tabel.navn, (self._tabel.noegle, "raekke_version"), "nu")
        a.udfoer("CREATE TEMP TABLE brugt (n PRIMARY KEY)")
        for tabel, felt, _ in henvisninger_til(self._tabel.navn):
            a.hent(self._store, tabel.navn, (felt,), "henviser")
            a.udfoer(
                f"INSERT OR IGNORE INTO brugt SELECT {citer(felt)} FROM henviser WHERE {citer(felt)} IS NOT NULL"  # nosec B608 - only names that domain or `citer` has
            )  # nosec B608
        a.udfoer(f"CREATE TABLE slettes AS SELECT {noegle} FROM nu WHERE {noegle} IN (SELECT n FROM lavet)"  # nosec B608
                 f" AND raekke_version = 1 AND {noegle} NOT IN (SELECT n FROM brugt)")  # fmt: skip
        for nr, version in a.udfoer(
            f"SELECT {noegle}, raekke_version FROM nu WHERE {noegle} IN (SELECT n FROM lavet)"  # nosec B608
            f" AND {noegle} NOT IN (SELECT {noegle} FROM slettes)"
        ).fetchall():
            grund = (
                tr("Er rettet siden importen.")
                if version != 1
                else tr("Andre rækker henviser til den.")
            )
            self._uroert.append(Urort(self._tabel.navn, nr, grund))

    def _tilbage(self, rettede: dict[str, Any]) -> list[str]:
        tabel = self._tabel
        felter = [
            felt.navn
            for felt in tabel.felter
            if felt.navn != tabel.noegle and felt.navn not in STEMPELFELTER
        ]
        geometri = [GEOMETRI] if tabel.geometri is not None else []
        kolonner = [tabel.noegle, *felter, "raekke_version", *geometri]
        self._arbejde.udfoer(f"CREATE TABLE tilbage ({', '.join(citer(k) for k in kolonner)})")
        nu = dict(
            self._arbejde.udfoer(f"SELECT {citer(tabel.noegle)}, raekke_version FROM nu").fetchall()  # nosec B608 - only names that domain or `citer` has
        )  # nosec B608
        raekker = []
        for noegle, post in rettede.items():
            raekke = dict(post["raekke"])
            version = int(raekke["raekke_version"]) + 1
            if nu.get(noegle) != version:
                grund = (
                    tr("Er slettet siden importen.")
                    if noegle not in nu
                    else tr("Er rettet siden importen.")
                )
                self._uroert.append(Urort(tabel.navn, noegle, grund))
                continue
            wkb = [_wkb(post[GEOMETRI])] if geometri else []
            raekker.append(
                [
                    noegle,
                    *(_fra_json(tabel, felt, raekke.get(felt)) for felt in felter),
                    version,
                    *wkb,
                ]
            )
        self._arbejde.con.executemany(
            f"INSERT INTO tilbage VALUES ({', '.join('?' * len(kolonner))})",  # nosec B608 - only names that domain or `citer` has
            raekker,  # nosec B608
        )
        return [*felter, *geometri]

    # -- what was received --------------------------------------------------------------------------------------------

    def _poster(self) -> None:
        """Received rows as they stood before; those of rows that stay here stay received."""
        a = self._arbejde
        bliver = {led.noegle for led in self._uroert}
        kolonner = [felt for felt in RETTEDE_POSTFELTER if felt != "foer"] + ["koersel_id"]
        a.udfoer("CREATE TABLE poster_slettes (kildepost_id)")
        a.udfoer(f"CREATE TABLE poster_tilbage ({', '.join(citer(k) for k in kolonner)})")
        for post in self._store.raekker("kildepost", None, EnAf("koersel_id", (self._koersel_id,))):
            if post["objekt_id"] in bliver:
                continue
            foer = post["foer"]
            if not isinstance(foer, dict):
                a.udfoer("INSERT INTO poster_slettes VALUES (?)", post["kildepost_id"])
                continue
            wkb = bytes.fromhex(foer["geometri"]) if foer["geometri"] else None
            vaerdier = {**{felt: foer[felt] for felt in (*_VIST, "koersel_id")}, "kildepost_id": post["kildepost_id"],
                        "raekke": json.dumps(foer["raekke"], ensure_ascii=False), GEOMETRI: wkb}  # fmt: skip
            a.udfoer(
                f"INSERT INTO poster_tilbage VALUES ({', '.join('?' * len(kolonner))})",  # nosec B608
                *(vaerdier[felt] for felt in kolonner),
            )

    def _afvisninger(self) -> None:
        """What was declined is offered again."""
        self._arbejde.udfoer("CREATE TABLE afvisninger_slettes (afvisning_id)")
        self._arbejde.con.executemany(
            "INSERT INTO afvisninger_slettes VALUES (?)",
            [(nr,) for nr in self._resultat.get(AFVISNINGER, [])],
        )

    # -- the network --------------------------------------------------------------------------------------------------

    def _netvaerk(self) -> None:
        """It has no history: what was received before says how it was."""
        a = self._arbejde
        kolonner = ("netvaerk_id", *_NETVAERKSFELTER, "koersel_id", GEOMETRI)
        a.udfoer("CREATE TABLE slettes (netvaerk_id)")
        a.udfoer(f"CREATE TABLE tilbage ({', '.join(citer(k) for k in kolonner)})")
        for post in self._store.raekker("kildepost", None, EnAf("koersel_id", (self._koersel_id,))):
            foer = post["foer"]
            if not isinstance(foer, dict):
                a.udfoer("INSERT INTO slettes VALUES (?)", post["objekt_id"])
                continue
            raekke = foer["raekke"]
            wkb = bytes.fromhex(foer["geometri"]) if foer["geometri"] else None
            a.udfoer(
                f"INSERT INTO tilbage VALUES ({', '.join('?' * len(kolonner))})",  # nosec B608
                post["objekt_id"], *(raekke.get(felt) for felt in _NETVAERKSFELTER), foer["koersel_id"], wkb,
            )  # fmt: skip
        self._genindsaettes()

    def _genindsaettes(self) -> None:
        """Lines that went away come back, as the run remembers them."""
        a = self._arbejde
        kolonner = (
            "netvaerk_id",
            "kilde",
            "kilde_noegle",
            *_NETVAERKSFELTER,
            "koersel_id",
            GEOMETRI,
        )
        postfelter = (*POSTFELTER, "koersel_id")
        a.udfoer(f"CREATE TABLE genindsaettes ({', '.join(citer(k) for k in kolonner)})")
        a.udfoer(f"CREATE TABLE poster_genindsaettes ({', '.join(citer(k) for k in postfelter)})")
        for post in self._resultat.get("fjernede", []):
            raekke = post["raekke"]
            wkb = bytes.fromhex(post[GEOMETRI]) if post[GEOMETRI] else None
            egne = {
                **raekke,
                **post,
                "navn": raekke.get("navn"),
                "netvaerk_id": post["objekt_id"],
                GEOMETRI: wkb,
            }
            a.udfoer(
                f"INSERT INTO genindsaettes VALUES ({', '.join('?' * len(kolonner))})",  # nosec B608
                *(egne.get(felt) for felt in kolonner),
            )
            som_post = {**post, "raekke": json.dumps(raekke, ensure_ascii=False), GEOMETRI: wkb}
            a.udfoer(
                f"INSERT INTO poster_genindsaettes VALUES ({', '.join('?' * len(postfelter))})",  # nosec B608
                *(som_post.get(felt) for felt in postfelter),
            )

    def _stop(self) -> None:
        if self._feedback is not None and self._feedback.isCanceled():
            raise Annulleret(tr("Afbrudt. Intet er ændret."))


_NETVAERKSFELTER = ("navn", "type", "niveau")


def _fra_json(tabel: Tabel, felt: str, vaerdi: Vaerdi) -> Celle:
    """A value of the history as SQLite keeps it; a GeoPackage has JSON there as text already."""
    beskrevet = tabel.felt(felt)
    if beskrevet.er_json and isinstance(vaerdi, str):
        return vaerdi
    return i_sqlite(beskrevet, vaerdi)


def _wkb(raa: object) -> bytes | None:
    """The geometry of the history: a GeoPackage's own form, or WKB."""
    if not isinstance(raa, bytes):
        return None
    return sted.enkel_af_blob(raa) if raa[:2] == b"GP" else sted.enkel(raa)
