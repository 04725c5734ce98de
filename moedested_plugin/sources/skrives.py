# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of the work file that an apply writes from: changed rows, received rows (*kildepost*)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.store.oversaet import SQLITE, citer
from moedested_plugin.store.vaerdier import som_json

from . import sted
from .arbejde import NY_UUID, Arbejde, i_sqlite
from .geofa_felter import EKSTRA, VERSION, tema
from .profil import Profil
from .trevejs import SKILLE, bredt_ud, er_ekstra, saml_ekstra, stille

if TYPE_CHECKING:
    from moedested_plugin.store import Store

_AD_GANGEN = 2_000
_PAR_AD_GANGEN = 60
POSTFELTER = (
    "kildepost_id", "kilde", "lag", "kilde_noegle", "navn", "type", "tabel", "objekt_id", "raekke", "fingeraftryk",
    GEOMETRI,
)  # fmt: skip
RETTEDE_POSTFELTER = (
    "kildepost_id", "kilde_noegle", "navn", "type", "objekt_id", "raekke", "fingeraftryk", "foer", GEOMETRI
)  # fmt: skip


def fyld_rettede(
    arbejde: Arbejde, store: Store, profil: Profil, felter: Sequence[str], hvor: str, *, alt: bool
) -> list[str]:
    """Make `rettede`: our rows with the changes that are accepted (`alt`: with all of them). Gives its fields."""
    beskrevet = profil.beskrevet
    skrives = [felt for felt in felter if felt != beskrevet.noegle]
    if profil.geofa is not None:
        skrives.append(VERSION)
    version = ("raekke_version",) if beskrevet.har("raekke_version") else ()
    kolonner = ["_nr", beskrevet.noegle, *skrives, *version, GEOMETRI]
    arbejde.udfoer("DROP TABLE IF EXISTS rettede")
    arbejde.udfoer(f"CREATE TABLE rettede ({', '.join(citer(k) for k in kolonner)})")
    raekker = arbejde.udfoer(
        f"SELECT nr, objekt_id, raa_nr, felter, raekke_version FROM aendring WHERE genopret = 0 AND {hvor} ORDER BY nr"  # nosec B608 - conditions of ours
    ).fetchall()
    indsaet = f"INSERT INTO rettede VALUES ({', '.join('?' * len(kolonner))})"  # nosec B608
    for start in range(0, len(raekker), _AD_GANGEN):
        bundt = raekker[start : start + _AD_GANGEN]
        vores = {
            str(r[beskrevet.noegle]): r
            for r in store.raekker(profil.tabel, noegler=[r[1] for r in bundt])
        }
        deres = _deres(arbejde, felter, [r[2] for r in bundt])
        arbejde.con.executemany(
            indsaet,
            (
                _rettet(profil, skrives, vores[objekt_id], deres[raa_nr], json.loads(svar), nr, objekt_id, raekke_version,
                        alt=alt, har_version=bool(version))
                for nr, objekt_id, raa_nr, svar, raekke_version in bundt
                if objekt_id in vores
            ),
        )  # fmt: skip
    return [felt for felt in skrives if felt != VERSION]


def _deres(
    arbejde: Arbejde, felter: Sequence[str], numre: Sequence[int]
) -> dict[int, dict[str, Any]]:
    kolonner = ["_nr", "_version", GEOMETRI, *felter]
    return {
        raekke[0]: dict(zip(kolonner, raekke))
        for raekke in arbejde.udfoer(
            f"SELECT {', '.join(citer(k) for k in kolonner)} FROM ny JOIN vaerdi USING (_nr)"  # nosec B608
            f" WHERE _nr IN ({', '.join('?' * len(numre))})",
            *numre,
        )
    }


def _rettet(
    profil: Profil, skrives: Sequence[str], vores: Mapping[str, Any], deres: dict[str, Any], svar: Sequence[Any], nr: int,
    objekt_id: str, raekke_version: int | None, *, alt: bool, har_version: bool,
) -> list[Any]:  # fmt: skip
    beskrevet = profil.beskrevet
    t = None if profil.geofa is None else tema(profil.geofa)
    tages = {felt["felt"] for felt in svar if alt or felt["accept"]}
    ud = {felt: i_sqlite(beskrevet.felt(felt), vores[felt]) for felt in skrives}
    for felt in tages:
        if felt in ud:
            ud[felt] = deres[felt]
    if EKSTRA in ud:
        kommer = bredt_ud({EKSTRA: deres[EKSTRA]})
        taget = {felt: kommer.get(felt) for felt in tages if er_ekstra(felt)}
        if tages:
            taget.update({felt: v for felt, v in kommer.items() if stille(felt, t)})
        ud[EKSTRA] = i_sqlite(beskrevet.felt(EKSTRA), saml_ekstra(vores[EKSTRA], taget))
    if VERSION in ud and tages:
        ud[VERSION] = deres["_version"]
    wkb = deres[GEOMETRI] if GEOMETRI in tages else vores.get(GEOMETRI)
    version = [raekke_version] if har_version else []
    return [nr, objekt_id, *ud.values(), *version, None if wkb is None else sted.enkel(wkb)]


def fyld_nye_poster(arbejde: Arbejde, profil: Profil, felter: Sequence[str], lag: str) -> None:
    """Make `poster_nye`: what was received for the first time and is accepted (as new, or as one of ours)."""
    arbejde.udfoer("DROP VIEW IF EXISTS poster_nye")
    arbejde.udfoer(
        f"CREATE VIEW poster_nye AS SELECT {_post(profil, felter, lag, _NYES_ID)} FROM aendring AS a"  # nosec B608 - names of the model
        " JOIN ny AS n ON n._nr = a.raa_nr JOIN vaerdi AS m ON m._nr = n._nr"
        " WHERE (a.accept = 1 AND (a.art IN ('ny', 'ligner') OR a.som_ny))"
        " OR (a.kildepost_id IS NULL AND a.accept IS NOT NULL AND a.art IN ('aendret', 'konflikt')"
        " AND a.felter NOT LIKE '%\"accept\": null%')"
    )


#: Our row that a received one stands for.
_NYES_ID = "CASE WHEN a.art = 'ny' OR NOT a.som_ny THEN a.objekt_id ELSE n._objekt_id END"


def _post(profil: Profil, felter: Sequence[str], lag: str, objekt_id: str) -> str:
    """The columns of a received row, from `ny` (n) and `vaerdi` (m)."""
    navn = "substr(m.navn, 1, 254)" if "navn" in felter else "NULL"
    return (
        f"{NY_UUID} AS kildepost_id, {SQLITE.tekst(profil.kilde)} AS kilde, {SQLITE.tekst(lag)} AS lag,"
        f" substr(n._noegle, 1, 254) AS kilde_noegle, {navn} AS navn, substr(n._type, 1, 254) AS type,"
        f" {SQLITE.tekst(profil.tabel)} AS tabel, {objekt_id} AS objekt_id, {_som_json(profil, felter)} AS raekke,"
        f" n._aftryk AS fingeraftryk, n.{GEOMETRI}"
    )


def fyld_kendte(
    arbejde: Arbejde, store: Store, profil: Profil, felter: Sequence[str], lag: str
) -> None:
    """Fill `poster_kendte`: the rows that we had by their id and that do not differ. They are now received too."""
    noegle = profil.beskrevet.noegle
    arbejde.hent(store, profil.tabel, (noegle,), "vores", indeks=(noegle,))
    arbejde.udfoer(
        f"INSERT INTO poster_kendte SELECT {_post(profil, felter, lag, 'n._objekt_id')} FROM ny AS n"  # nosec B608 - names of the model
        f" JOIN vaerdi AS m ON m._nr = n._nr JOIN vores AS v ON v.{citer(noegle)} = n._objekt_id"
        " LEFT JOIN poster AS k ON k.kilde_noegle = n._noegle"
        " WHERE n._grund IS NULL AND k.kildepost_id IS NULL"
        " AND n._nr NOT IN (SELECT raa_nr FROM aendring WHERE raa_nr IS NOT NULL)"
    )


def _som_json(profil: Profil, felter: Sequence[str]) -> str:
    """The row as it is remembered, in SQL; in pieces, since a function takes at most 127 arguments."""
    par = []
    for felt in felter:
        if felt != profil.beskrevet.noegle:
            x = f"m.{citer(felt)}"
            par.append((felt, f"json({x})" if profil.beskrevet.felt(felt).er_json else x))
    udtryk = f"json_object({', '.join(f'{chr(39)}{felt}{chr(39)}, {x}' for felt, x in par[:_PAR_AD_GANGEN])})"
    for start in range(_PAR_AD_GANGEN, len(par), _PAR_AD_GANGEN):
        mere = ", ".join(f"'$.{felt}', {x}" for felt, x in par[start : start + _PAR_AD_GANGEN])
        udtryk = f"json_insert({udtryk}, {mere})"
    return udtryk


def fyld_rettede_poster(
    arbejde: Arbejde, store: Store, profil: Profil, felter: Sequence[str]
) -> int:
    """Make `poster_rettede`: what was received before and now differs.

    A field moves on only when it is taken, or is the same with us already. So what nobody has decided on is offered
    again, and what was declined is known by the rejection.
    """
    arbejde.udfoer("DROP TABLE IF EXISTS poster_rettede")
    arbejde.udfoer(
        f"CREATE TABLE poster_rettede ({', '.join(citer(k) for k in RETTEDE_POSTFELTER)})"
    )
    with_svar = {
        nr: (raa_nr, json.loads(svar or "[]"), accept, art, kildepost_id)
        for nr, raa_nr, svar, accept, art, kildepost_id in arbejde.udfoer(
            "SELECT nr, raa_nr, felter, accept, art, kildepost_id FROM aendring WHERE kildepost_id IS NOT NULL"
            " AND raa_nr IS NOT NULL AND art IN ('aendret', 'konflikt', 'flyttet') AND NOT som_ny"
        )
    }
    svar_af_post = {str(led[4]): led for led in with_svar.values()}
    arbejde.udfoer("DROP TABLE IF EXISTS temp.ventende")
    arbejde.udfoer("CREATE TEMP TABLE ventende (kildepost_id PRIMARY KEY, raa_nr)")
    arbejde.con.executemany(
        "INSERT INTO ventende VALUES (?, ?)", [(post, led[0]) for post, led in svar_af_post.items()]
    )
    arbejde.udfoer(
        "INSERT OR IGNORE INTO ventende SELECT b.kildepost_id, n._nr FROM ny AS n JOIN poster AS b"  # nosec B608
        " ON b.kilde_noegle = n._noegle JOIN vaerdi AS m ON m._nr = n._nr"
        " WHERE n._grund IS NULL AND n._aftryk IS NOT b.fingeraftryk"
    )
    par = arbejde.udfoer("SELECT kildepost_id, raa_nr FROM ventende").fetchall()
    iter_par = iter(par)
    antal = 0
    while bundt := list(islice(iter_par, _AD_GANGEN)):
        poster = {
            str(r["kildepost_id"]): r
            for r in store.raekker("kildepost", noegler=[str(p) for p, _ in bundt])
        }
        deres = _deres_poster(arbejde, profil, felter, [nr for _, nr in bundt])
        raekker = [
            ny
            for post, nr in bundt
            for ny in _rettet_post(poster[str(post)], deres[nr], svar_af_post.get(str(post)))
        ]
        arbejde.con.executemany(
            f"INSERT INTO poster_rettede VALUES ({', '.join('?' * len(RETTEDE_POSTFELTER))})",  # nosec B608 - only names that domain or `citer` has
            raekker,  # nosec B608
        )
        antal += len(raekker)
    return antal


def _deres_poster(
    arbejde: Arbejde, profil: Profil, felter: Sequence[str], numre: Sequence[int]
) -> dict[int, dict[str, Any]]:
    ud = {}
    for nr, noegle, type_, aftryk, wkb, raekke in arbejde.udfoer(
        f"SELECT n._nr, n._noegle, n._type, n._aftryk, n.{GEOMETRI}, {_som_json(profil, felter)} FROM ny AS n"  # nosec B608
        f" JOIN vaerdi AS m ON m._nr = n._nr WHERE n._nr IN ({', '.join('?' * len(numre))})",
        *numre,
    ):
        ud[nr] = {
            "noegle": noegle,
            "type": type_,
            "aftryk": aftryk,
            "wkb": wkb,
            "raekke": json.loads(raekke),
        }
    return ud


def _rettet_post(
    post: Mapping[str, Any], deres: dict[str, Any], svar: tuple[Any, ...] | None
) -> Iterator[tuple[Any, ...]]:
    """The received row as it is to be remembered; nothing when it stays as it was."""
    _, felter, accept, art, _ = svar or (None, [], 1, "aendret", None)
    if art == "flyttet" and accept != 1:
        return
    ikke_taget = {felt["felt"] for felt in felter if not (accept and felt["accept"])}
    if accept is None and not felter:
        return
    foer = dict(post["raekke"] or {})
    gammel, ny = bredt_ud(foer), bredt_ud(deres["raekke"])
    raekke: dict[str, Any] = {}
    for felt in {**gammel, **ny}:
        vaerdi = (
            gammel.get(felt)
            if felt in ikke_taget or (felt not in ny and not er_ekstra(felt))
            else ny.get(felt)
        )
        if er_ekstra(felt):
            if vaerdi is not None:
                raekke.setdefault(EKSTRA, {})[felt.partition(SKILLE)[2]] = vaerdi
        else:
            raekke[felt] = vaerdi
    wkb = sted.enkel(post[GEOMETRI]) if post[GEOMETRI] is not None else None
    gammel_wkb = wkb
    if any(felt["felt"] == GEOMETRI for felt in felter) and GEOMETRI not in ikke_taget:
        wkb = deres["wkb"]
    aftryk = "" if ikke_taget else deres["aftryk"]
    if (
        raekke == foer
        and wkb == gammel_wkb
        and (post["fingeraftryk"] or "") == aftryk
        and art != "flyttet"
    ):
        return
    som_foer = {
        "kilde_noegle": post["kilde_noegle"], "navn": post["navn"], "type": post["type"], "raekke": foer,
        "fingeraftryk": post["fingeraftryk"], "geometri": None if gammel_wkb is None else gammel_wkb.hex(),
        "koersel_id": post["koersel_id"], "objekt_id": post["objekt_id"],
    }  # fmt: skip
    yield (
        post["kildepost_id"], deres["noegle"], raekke.get("navn") or post["navn"], deres["type"], post["objekt_id"],
        som_json(raekke), aftryk, som_json(som_foer), wkb,
    )  # fmt: skip
