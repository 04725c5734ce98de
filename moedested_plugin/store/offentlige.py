# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of the public views as they go out: the same plain values from both stores."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.felt import Type
from moedested_plugin.domain.offentlig import Kolonneart, type_af

from .base import OffentligVaerdi
from .oversaet import SQLITE, Dialekt, navn
from .postgis_sql import SKEMA
from .vaerdier import som_json, wkb

if TYPE_CHECKING:
    from moedested_plugin.domain.offentlig import Visning

#: Rows that are taken out of a database at a time, and held in memory: some MB.
SIDE = 2_000
#: Text of each public code, by list.
Tekster = Mapping[str, Mapping[int, str]]


@dataclass(frozen=True)
class Forskel:
    """What a public view has otherwise than a copy of it: keys of rows that differ or are new, in order, and of those that are gone."""

    noegler: list[str]
    borte: set[str]


def kodetekster(visning: Visning) -> dict[str, tuple[str, str]]:
    """Columns with the text of a code that the view shows as well: by name, the column of the code, and the list."""
    koder = {k.felt: k.navn for k in visning.kolonner if k.art is Kolonneart.FELT}
    return {
        k.navn: (koder[k.felt], k.kodeliste)
        for k in visning.kolonner
        if k.art is Kolonneart.KODE_TEKST and k.felt in koder and k.kodeliste is not None
    }


def sqlite_sql(visning: Visning, hvor: str = "", efter: OffentligVaerdi = None) -> str:
    """The first `SIDE` rows in the order of their keys, or those after a key, as one text: an array of arrays.

    One text is taken out of OGR many times faster than fifty values. Fractions would lose digits in JSON, so they go as
    text, and so does the geometry. The text of a code is left out where the code is there: looking up twenty in every
    row would take longer than all the rest.
    """
    vaerdier = []
    senere = kodetekster(visning)
    for kolonne in visning.kolonner:
        x, type_ = navn(kolonne.navn), type_af(visning, kolonne)
        if kolonne.navn in senere:
            x = "NULL"
        elif type_ is Type.TAL:
            x = f"CASE WHEN {x} IS NOT NULL THEN printf('%!.17g', {x}) END"
        vaerdier.append(x)
    if visning.geometri is not None:
        vaerdier.append(f"hex({navn(GEOMETRI)})")
    noegle = navn(visning.tabel.noegle)
    krav = [hvor or "1", *([f"{noegle} > {SQLITE.tekst(str(efter))}"] if efter is not None else [])]
    return (
        f"SELECT json_group_array(json(raekke)) AS j FROM (SELECT json_array({', '.join(vaerdier)}) AS raekke"  # nosec B608 - only names that domain has
        f" FROM {navn(visning.navn)} WHERE {' AND '.join(krav)} ORDER BY {noegle} LIMIT {SIDE})"
    )


def forskel_sql(visning: Visning, kopi: str, *, samme_tekster: bool) -> str:
    """Keys of the rows that are not in the table `kopi`, or otherwise there.

    Where the lists of codes are those that the copy was made with, the same code has the same text.
    """
    ens = kodetekster(visning) if samme_tekster else {}
    noegle = navn(visning.tabel.noegle)
    par = [
        f"n.{navn(kolonne.navn)} IS NOT k.{navn(kolonne.navn)}"
        for kolonne in visning.kolonner
        if kolonne.navn not in ens
    ]
    if visning.geometri is not None:
        par.append(f"{_wkb('n')} IS NOT {_wkb('k')}")
    return (
        f"SELECT n.{noegle} FROM {navn(visning.navn)} AS n LEFT JOIN {kopi} AS k"  # nosec B608 - only names that domain has
        f" ON k.{noegle} = n.{noegle} WHERE k.{noegle} IS NULL OR {' OR '.join(par)}"
    )


def borte_sql(visning: Visning, kopi: str) -> str:
    """Keys in the copy that the view has not."""
    noegle = navn(visning.tabel.noegle)
    return f"SELECT {noegle} FROM {kopi} WHERE {noegle} NOT IN (SELECT {noegle} FROM {navn(visning.navn)})"  # nosec B608 - only names that domain has


def _wkb(alias: str) -> str:
    """The geometry without its header, which may hold a frame or not; as `vaerdier.wkb` does it."""
    x = f"{alias}.{navn(GEOMETRI)}"
    flag = f"hex(substr({x}, 4, 1))"
    return (
        f"CASE WHEN substr({flag}, 1, 1) NOT IN ('1', '3') THEN substr({x}, CASE WHEN substr({flag}, 2, 1) < '2' THEN 9"
        f" WHEN substr({flag}, 2, 1) < '4' THEN 41 WHEN substr({flag}, 2, 1) < '8' THEN 57 ELSE 73 END) END"
    )


def fra_sqlite(
    visning: Visning, side: str, tekster: Tekster
) -> Iterator[tuple[OffentligVaerdi, ...]]:
    """The rows in what `sqlite_sql` gives, with the texts of the codes."""
    brudne = [n for n, k in enumerate(visning.kolonner) if type_af(visning, k) is Type.TAL]
    nr = {k.navn: n for n, k in enumerate(visning.kolonner)}
    slaas_op = [
        (nr[kolonne], nr[kode], tekster.get(liste, {}).get)
        for kolonne, (kode, liste) in kodetekster(visning).items()
    ]
    for raekke in json.loads(side):
        for nummer, kode_nummer, tekst_af in slaas_op:
            kode = raekke[kode_nummer]
            if kode is not None:
                raekke[nummer] = tekst_af(kode)
        for nummer in brudne:
            if raekke[nummer] is not None:
                raekke[nummer] = float(raekke[nummer])
        if visning.geometri is not None:
            raekke[-1] = wkb(bytes.fromhex(raekke[-1] or ""))
        yield tuple(raekke)


def kun_noegler(visning: Visning, noegler: Collection[str] | None, dialekt: Dialekt) -> str:
    """The condition that leaves the rows with these business keys; nothing where all are wanted."""
    if noegler is None:
        return ""
    tekster = ", ".join(dialekt.tekst(noegle) for noegle in sorted(noegler)) or "NULL"
    return f"{navn(visning.tabel.noegle)} IN ({tekster})"


def postgres_sql(visning: Visning, skema: str, hvor: str = "") -> str:
    """The rows of a PostGIS store, all or those for which this holds."""
    valgt = [f"n.{navn(kolonne.navn)}" for kolonne in visning.kolonner]
    if visning.geometri is not None:
        valgt.append(f"st_asbinary(n.{navn(GEOMETRI)}, 'NDR')")
    return (
        f"select {', '.join(valgt)} from {skema}.{navn(visning.navn)} n"  # nosec B608 - only names that domain has, and quoted keys
        f" where {hvor or 'true'}"
        f' order by n.{navn(visning.tabel.noegle)} collate "C"'
    )


def forskel_postgres_sql(visning: Visning, skema: str, kopi: str, *, samme_tekster: bool) -> str:
    """As `forskel_sql`. What only looks different is found out when it has been read."""
    ens = kodetekster(visning) if samme_tekster else {}
    noegle = navn(visning.tabel.noegle)
    par = []
    for kolonne in visning.kolonner:
        if kolonne.navn in ens:
            continue
        nyt, ude = (f"{alias}.{navn(kolonne.navn)}" for alias in "nk")
        type_ = type_af(visning, kolonne)
        if type_ is Type.TAL:
            nyt = f"{nyt}::double precision"
        elif type_ not in (Type.HELTAL, Type.JA_NEJ, Type.DATO):
            nyt = f"{nyt}::text"
        par.append(f"{nyt} is distinct from {ude}")
    if visning.geometri is not None:
        # PostGIS compares two geometries byte for byte, without unpacking them.
        par.append(f"n.{navn(GEOMETRI)} is distinct from k.{navn(GEOMETRI)}")
    return (
        f"select n.{noegle}::text from {skema}.{navn(visning.navn)} n"  # nosec B608 - only names that domain has
        f" left join {kopi} k on k.{noegle} = n.{noegle}::text"
        f" where k.{noegle} is null or {' or '.join(par)}"
    )


def borte_postgres_sql(visning: Visning, skema: str, kopi: str) -> str:
    """Keys in the copy that the view has not."""
    noegle = navn(visning.tabel.noegle)
    return f"select {noegle} from {kopi} except select {noegle}::text from {skema}.{navn(visning.navn)}"  # nosec B608 - only names that domain has


#: Nearly every value: asked about in one step.
_SOM_DE_ER = frozenset((type(None), int, float, str))


def fra_postgres(raekke: Iterable[object]) -> tuple[OffentligVaerdi, ...]:
    """A row of `postgres_sql`."""
    return tuple(v if type(v) in _SOM_DE_ER else _vaerdi(v) for v in raekke)  # type: ignore[misc]


def _vaerdi(vaerdi: Any) -> OffentligVaerdi:  # noqa: ANN401
    if isinstance(vaerdi, memoryview):
        return bytes(vaerdi) or None
    if isinstance(vaerdi, bool):
        return int(vaerdi)
    if isinstance(vaerdi, dt.date):
        return som_json(vaerdi).strip('"')
    return som_json(vaerdi)


def kun_offentlige(visning: Visning, provider: str) -> str:
    """A layer's filter that leaves the rows of the view's table that stand in it; `provider` is the store's."""
    noegle = navn(visning.tabel.noegle)
    if provider != "ogr":
        return f"{noegle} IN (SELECT {noegle} FROM {SKEMA}.{navn(visning.navn)})"  # nosec B608 - only names that domain has
    # SQLite would make a list of every public row for each map; so it looks up those that the map shows. The column has
    # another name in there, for the layer's own table is called something that only OGR knows.
    return f"EXISTS (SELECT 1 FROM (SELECT {noegle} AS ude FROM {navn(visning.navn)}) WHERE ude = {noegle})"  # nosec B608 - only names that domain has
