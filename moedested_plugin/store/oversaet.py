# SPDX-License-Identifier: GPL-2.0-or-later
"""Conditions and public views of `domain` as SQL, in the two dialects of the stores.

The SQL is two-valued like the conditions themselves: every leaf gives true or false, never NULL, so that NOT means what
it says. Identifiers come from `domain` and are checked, or are quoted by `citer`; texts are quoted by `Dialekt.tekst`.
"""

from __future__ import annotations

import abc
import re
from collections.abc import Callable, Iterable, Sequence

from moedested_plugin.domain.betingelse import (
    GEOMETRI,
    Alle,
    Betingelse,
    EnAf,
    Enten,
    ErListe,
    ErObjekt,
    FoerDag,
    Ikke,
    IkkeFoer,
    Indeholder,
    Laengde,
    Ligner,
    Mellem,
    NetopEn,
    SidsteCiffer,
    Tom,
    som_regulaert,
)
from moedested_plugin.domain.felt import JSON_TYPER, Felt, Tabel, Type

_NAVN = re.compile(r"[a-z_][a-z0-9_]*")
_TEKSTTYPER = frozenset({Type.TEKST, Type.UUID})
#: A pattern without sets of characters as LIKE writes it; what means something there is written as itself.
_SOM_LIKE = str.maketrans({"*": "%", "?": "_", "%": r"\%", "_": r"\_", "\\": r"\\"})


def navn(identifikator: str) -> str:
    """The name of a table or column, quoted. Only names such as `domain` has pass."""
    if _NAVN.fullmatch(identifikator) is None:
        raise ValueError(identifikator)
    return f'"{identifikator}"'


def citer(identifikator: str) -> str:
    """The same for a name from elsewhere, whatever it may be."""
    return '"' + identifikator.replace('"', '""') + '"'


class Dialekt(abc.ABC):
    """What differs between the SQL of the two stores."""

    #: The answer of an empty condition.
    sand: str
    falsk: str
    #: The date in Denmark when the statement runs.
    i_dag: str

    @abc.abstractmethod
    def tekst(self, vaerdi: str) -> str:
        """A text literal."""

    @abc.abstractmethod
    def ja_nej(self, vaerdi: object) -> str:
        """A truth value literal."""

    @abc.abstractmethod
    def tom_tekst(self, x: str) -> str:
        """The text holds nothing but blanks."""

    @abc.abstractmethod
    def tom_json(self, x: str) -> str:
        """The JSON value is null, an empty list or an empty object."""

    @abc.abstractmethod
    def tom_geometri(self, x: str) -> str:
        """The geometry has no points."""

    @abc.abstractmethod
    def ligner(self, x: str, moenster: str) -> str:
        """The text looks like the pattern."""

    @abc.abstractmethod
    def json_er(self, x: str, art: str) -> str:
        """The JSON value is an 'array' or an 'object'."""

    @abc.abstractmethod
    def json_har(self, x: str, kode: str) -> str:
        """The JSON array, which may be missing, holds the number that the expression `kode` gives."""

    @abc.abstractmethod
    def samlet(self, kolonne: str, fra: str, orden: str) -> str:
        """Subquery: the values of the column in that order, as one text with '; ' between."""

    def vaerdi(self, felt: Felt, vaerdi: object) -> str:
        """A literal to compare the field with."""
        if felt.type is Type.JA_NEJ:
            return self.ja_nej(vaerdi)
        if isinstance(vaerdi, str):
            return self.tekst(vaerdi)
        return tal(vaerdi)


class _Sqlite(Dialekt):
    sand, falsk = "1", "0"
    i_dag = "date('now', 'localtime')"

    def tekst(self, vaerdi: str) -> str:
        return "'" + vaerdi.replace("'", "''") + "'"

    def ja_nej(self, vaerdi: object) -> str:
        return "1" if vaerdi else "0"

    def tom_tekst(self, x: str) -> str:
        return f"trim({x}, char(32, 9, 10, 13)) = ''"

    def tom_json(self, x: str) -> str:
        return (
            f"CASE WHEN json_valid({x}) THEN json({x}) IN ('null', '[]', '{{}}')"
            f" ELSE {self.tom_tekst(x)} END"
        )

    def tom_geometri(self, x: str) -> str:
        # Bit 16 of the fourth byte of a GeoPackage geometry says that it is empty; ST_IsEmpty is not everywhere.
        return f"substr(hex(substr({x}, 4, 1)), 1, 1) IN ('1', '3', '5', '7', '9', 'B', 'D', 'F')"

    def ligner(self, x: str, moenster: str) -> str:
        return f"{x} GLOB {self.tekst(moenster)}"

    def json_er(self, x: str, art: str) -> str:
        return f"CASE WHEN json_valid({x}) THEN json_type({x}) = '{art}' ELSE 0 END"

    def json_har(self, x: str, kode: str) -> str:
        return (
            f"CASE WHEN {self.json_er(x, 'array')}"  # nosec B608 - only names that domain has
            f" THEN EXISTS (SELECT 1 FROM json_each({x}) WHERE value = {kode}) ELSE 0 END"
        )

    def samlet(self, kolonne: str, fra: str, orden: str) -> str:
        ordnet = f"SELECT {kolonne} AS led {fra} ORDER BY {orden}"
        return f"(SELECT group_concat(led, '; ') FROM ({ordnet}))"  # nosec B608 - only names that domain has


class _Postgres(Dialekt):
    sand, falsk = "TRUE", "FALSE"
    i_dag = "(now() AT TIME ZONE 'Europe/Copenhagen')::date"

    def tekst(self, vaerdi: str) -> str:
        # E'' means the same whatever the session's standard_conforming_strings.
        ren = vaerdi.replace("'", "''")
        return "E'" + ren.replace("\\", "\\\\") + "'" if "\\" in ren else f"'{ren}'"

    def ja_nej(self, vaerdi: object) -> str:
        return "TRUE" if vaerdi else "FALSE"

    def tom_tekst(self, x: str) -> str:
        return f"btrim({x}, E' \\t\\n\\r') = ''"

    def tom_json(self, x: str) -> str:
        return f"{x} IN ('null'::jsonb, '[]'::jsonb, '{{}}'::jsonb)"

    def tom_geometri(self, x: str) -> str:
        return f"ST_IsEmpty({x})"

    def ligner(self, x: str, moenster: str) -> str:
        if "[" in moenster:
            return f"{x} ~ {self.tekst(som_regulaert(moenster))}"
        # Several times as quick, and asked of every row of a full check.
        return f"{x} LIKE {self.tekst(moenster.translate(_SOM_LIKE))}"

    def json_er(self, x: str, art: str) -> str:
        return f"coalesce(jsonb_typeof({x}) = '{art}', FALSE)"

    def json_har(self, x: str, kode: str) -> str:
        return f"({self.json_er(x, 'array')} AND {x} @> to_jsonb({kode}))"

    def samlet(self, kolonne: str, fra: str, orden: str) -> str:
        return f"(SELECT string_agg({kolonne}, '; ' ORDER BY {orden}) {fra})"


SQLITE: Dialekt = _Sqlite()
POSTGRES: Dialekt = _Postgres()


def tal(vaerdi: object) -> str:
    """A number literal that both dialects read as the same number."""
    if not isinstance(vaerdi, (int, float)):
        raise TypeError(vaerdi)
    return repr(int(vaerdi) if vaerdi == int(vaerdi) else float(vaerdi))


def og(led: Iterable[str], ellers: str) -> str:
    """Join by AND; `ellers` when there is nothing to join."""
    samlet = " AND ".join(led)
    return f"({samlet})" if samlet else ellers


def eller(led: Iterable[str], ellers: str) -> str:
    """Join by OR; `ellers` when there is nothing to join."""
    samlet = " OR ".join(led)
    return f"({samlet})" if samlet else ellers


class _Oversaetter:
    """Compiles conditions on rows of one table, whose columns are written with `foran` before them."""

    def __init__(self, tabel: Tabel, dialekt: Dialekt, foran: str) -> None:
        self.tabel = tabel
        self.dialekt = dialekt
        self.foran = foran
        self._blade: dict[type[Betingelse], Callable[..., str]] = {
            Tom: self._tom,
            EnAf: self._en_af,
            Mellem: self._mellem,
            SidsteCiffer: self._sidste_ciffer,
            IkkeFoer: self._ikke_foer,
            FoerDag: lambda b: self._findes(b.felt, f"{self._x(b.felt)} < '{b.dag.isoformat()}'"),
            Laengde: self._laengde,
            Ligner: self._ligner,
            Indeholder: self._indeholder,
            ErListe: lambda b: self.dialekt.json_er(self._x(b.felt), "array"),
            ErObjekt: lambda b: self.dialekt.json_er(self._x(b.felt), "object"),
            Alle: lambda b: og((self.sql(led) for led in b.led), self.dialekt.sand),
            Enten: lambda b: eller((self.sql(led) for led in b.led), self.dialekt.falsk),
            NetopEn: self._netop_en,
            Ikke: lambda b: f"(NOT {self.sql(b.led)})",
        }

    def sql(self, betingelse: Betingelse) -> str:
        """The condition in parentheses or as one expression that binds as tightly."""
        udtryk = self._blade[type(betingelse)](betingelse)
        return udtryk if udtryk.startswith("(") else f"({udtryk})"

    def _x(self, felt: str) -> str:
        return self.foran + navn(felt)

    def _findes(self, felt: str, saa: str) -> str:
        return f"({self._x(felt)} IS NOT NULL AND {saa})"

    def _tom(self, b: Tom) -> str:
        x = self._x(b.felt)
        if not self.tabel.har(b.felt):
            if b.felt != GEOMETRI or self.tabel.geometri is None:
                raise KeyError(b.felt)
            return f"({x} IS NULL OR {self.dialekt.tom_geometri(x)})"
        type_ = self.tabel.felt(b.felt).type
        if type_ in _TEKSTTYPER:
            return f"({x} IS NULL OR {self.dialekt.tom_tekst(x)})"
        if type_ in JSON_TYPER:
            return f"({x} IS NULL OR {self.dialekt.tom_json(x)})"
        return f"({x} IS NULL)"

    def _en_af(self, b: EnAf) -> str:
        felt = self.tabel.felt(b.felt)
        vaerdier = ", ".join(self.dialekt.vaerdi(felt, vaerdi) for vaerdi in b.vaerdier)
        return self._findes(b.felt, f"{self._x(b.felt)} IN ({vaerdier})")

    def _mellem(self, b: Mellem) -> str:
        return self._findes(
            b.felt, f"{self._x(b.felt)} BETWEEN {tal(b.mindst)} AND {tal(b.hoejst)}"
        )

    def _sidste_ciffer(self, b: SidsteCiffer) -> str:
        x = self._x(b.felt)
        cifre = ", ".join(tal(ciffer) for ciffer in b.cifre)
        return self._findes(b.felt, f"{x} > 0 AND {x} % 10 IN ({cifre})")

    def _ikke_foer(self, b: IkkeFoer) -> str:
        x, andet = self._x(b.felt), self._x(b.andet)
        return self._findes(b.felt, f"{andet} IS NOT NULL AND {x} >= {andet}")

    def _laengde(self, b: Laengde) -> str:
        return self._findes(b.felt, f"length({self._x(b.felt)}) BETWEEN {b.mindst} AND {b.hoejst}")

    def _ligner(self, b: Ligner) -> str:
        x = self._x(b.felt)
        return self._findes(
            b.felt,
            eller(
                (self.dialekt.ligner(x, moenster) for moenster in b.moenstre), self.dialekt.falsk
            ),
        )

    def _indeholder(self, b: Indeholder) -> str:
        x = self._x(b.felt)
        return eller((self.dialekt.json_har(x, tal(kode)) for kode in b.koder), self.dialekt.falsk)

    def _netop_en(self, b: NetopEn) -> str:
        led = (f"CASE WHEN {self.sql(led)} THEN 1 ELSE 0 END" for led in b.led)
        return f"(({' + '.join(led) or '0'}) = 1)"


def betingelse_sql(betingelse: Betingelse, tabel: Tabel, dialekt: Dialekt, foran: str = "") -> str:
    """The condition on a row of `tabel` as an SQL expression; `foran` stands before each column, e.g. 'NEW.'."""
    return _Oversaetter(tabel, dialekt, foran).sql(betingelse)


def masker_sql(
    krav: Sequence[Betingelse], tabel: Tabel, dialekt: Dialekt, bits: int, foran: str = ""
) -> tuple[str, str, str]:
    """Numbers whose bits say which of the requirements a row breaks, so many bits in each.

    As their names, as columns with those names, and as the condition that a row breaks something.
    """
    led = [
        f"CASE WHEN {betingelse_sql(et, tabel, dialekt, foran)} THEN 0 ELSE {1 << nr % bits} END"
        for nr, et in enumerate(krav)
    ]
    masker = [f"({' + '.join(led[i : i + bits])})" for i in range(0, len(led), bits)]
    navne = [f"m{nr}" for nr in range(len(masker))]
    kolonner = ", ".join(f"{maske} AS {m}" for maske, m in zip(masker, navne))
    return ", ".join(navne), kolonner, " OR ".join(f"{m} <> 0" for m in navne)
