# SPDX-License-Identifier: GPL-2.0-or-later
"""The statements of the GeoPackage store: tables, indexes, rows, settings, upgrades. Triggers are in `geopackage_vagter`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from moedested_plugin.domain import afvisning
from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.felt import Felt, Standard, Tabel, Type
from moedested_plugin.domain.skema import EPSG, SLAAS_OP

from .base import BITS, polstret
from .oversaet import SQLITE, betingelse_sql, masker_sql, navn

if TYPE_CHECKING:
    from moedested_plugin.domain.betingelse import Betingelse

    from .base import Ramme

MAERKE = "mst_"
#: The row of `indstilling` that says, inside a transaction of the plugin, which run it is and who does it.
KOERSEL = "_koersel"
NU = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
STEMPLER = ("rettet", "rettet_af", "raekke_version")
#: Stands for a key until a trigger has made it. An expression as default would not do: QGIS takes its text for a value,
#: cut to the length of the field.
NY_NOEGLE = "ny"

_TYPER = {
    Type.HELTAL: "INTEGER",
    Type.TAL: "DOUBLE",
    Type.JA_NEJ: "BOOLEAN",
    Type.DATO: "DATE",
    Type.TIDSPUNKT: "DATETIME",
    Type.BINAER: "BLOB",
}
_EKSTRA_INDEKSER = {
    "fund": (("objekt_id",),),
    "historik": (("tabel", "noegle"),),
    "foto": (("objekt_lag", "objekt_id"),),
}


# ---- tables ---------------------------------------------------------------------------------------------------------


def standard_sql(felt: Felt, cvr: int) -> str | None:
    """The default that the database itself can give; None where only a form can know, or there is none."""
    standard = felt.standard
    faste = {
        Standard.UUID: f"'{NY_NOEGLE}'",
        Standard.NU: f"({NU})",
        Standard.NU_VED_RETTELSE: f"({NU})",
        Standard.BRUGER: "'ukendt'",
        Standard.BRUGER_VED_RETTELSE: "'ukendt'",
        Standard.KOMMUNENS_CVR: str(cvr),
        Standard.GEOFA_BRUGER: "''",
    }
    if isinstance(standard, Standard):
        return faste.get(standard)
    if isinstance(standard, tuple):
        return SQLITE.tekst(json.dumps(list(standard)))
    return None if standard is None else SQLITE.vaerdi(felt, standard)


def _kolonnetype(felt: Felt) -> str:
    if felt.laengde is not None:
        return f"TEXT({felt.laengde})"
    return _TYPER.get(felt.type, "TEXT")


def kolonne_sql(felt: Felt, cvr: int, *, tilfoejes: bool = False) -> str:
    """The column. NULL in a mandatory one becomes the default: QGIS sends every column of a new row.

    SQLite adds no column that is worked out, nor a mandatory one without default, to a table that has rows
    (`tilfoejes`): there the triggers alone see to it.
    """
    standard = standard_sql(felt, cvr)
    fast = standard is not None and not standard.startswith("(")
    dele = [navn(felt.navn), _kolonnetype(felt)]
    if felt.obligatorisk and (fast or not tilfoejes):
        dele.append("NOT NULL" if standard is None else "NOT NULL ON CONFLICT REPLACE")
    if standard is not None and (fast or not tilfoejes):
        dele.append(f"DEFAULT {standard}")
    return " ".join(dele)


def tabel_sql(tabel: Tabel, cvr: int) -> Iterator[str]:
    """The table and all that a GeoPackage has to know of it."""
    kolonner = ["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"]
    if tabel.geometri is not None:
        # No NOT NULL: GDAL would then refuse in its own words. The trigger refuses.
        kolonner.append(f"{navn(GEOMETRI)} {tabel.geometri.upper()}")
    kolonner += [kolonne_sql(felt, cvr) for felt in tabel.felter]
    yield f"CREATE TABLE {navn(tabel.navn)} ({', '.join(kolonner)})"
    art = "attributes" if tabel.geometri is None else "features"
    yield (
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES"  # nosec B608 - only names that domain has
        f" ('{tabel.navn}', '{art}', '{tabel.navn}', {SQLITE.tekst(tabel.titel)},"
        f" {EPSG if tabel.geometri else 0})"
    )
    if tabel.geometri is not None:
        yield (
            "INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m)"  # nosec B608 - only names that domain has
            f" VALUES ('{tabel.navn}', '{GEOMETRI}', '{tabel.geometri.upper()}', {EPSG}, 0, 0)"
        )
    for felt in tabel.felter:
        yield from kolonne_beskrivelse_sql(tabel, felt)


def kolonne_beskrivelse_sql(tabel: Tabel, felt: Felt) -> Iterator[str]:
    """Tell GDAL, and so QGIS, what the field is for (tooltips, from GDAL 3.7), and that a text is JSON."""
    art = SQLITE.tekst("application/json") if felt.er_json else "NULL"
    yield (
        "INSERT OR REPLACE INTO gpkg_data_columns (table_name, column_name, description, mime_type) VALUES"
        f" ('{tabel.navn}', '{felt.navn}', {SQLITE.tekst(felt.hjaelp or felt.alias)},"
        f" {art})"
    )


GRUNDLAG = (
    "CREATE TABLE IF NOT EXISTS gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT,"
    " title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT,"
    " CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name))",
    "CREATE TABLE IF NOT EXISTS gpkg_data_column_constraints (constraint_name TEXT NOT NULL,"
    " constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC,"
    " max_is_inclusive BOOLEAN, description TEXT,"
    " CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))",
    "CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,"
    " definition TEXT NOT NULL, scope TEXT NOT NULL,"
    " CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))",
    *(
        "INSERT OR IGNORE INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) VALUES"
        f" ('{tabel}', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec/#extension_schema', 'read-write')"
        for tabel in ("gpkg_data_columns", "gpkg_data_column_constraints")
    ),
)


def srs_sql(wkt: str) -> str:
    """EPSG:25832, the only reference system of a store."""
    return (
        "INSERT OR IGNORE INTO gpkg_spatial_ref_sys (srs_name, srs_id, organization, organization_coordsys_id,"
        f" definition) VALUES ('ETRS89 / UTM zone 32N', {EPSG}, 'EPSG', {EPSG}, {SQLITE.tekst(wkt)})"
    )


def indekser_sql(tabel: Tabel) -> Iterator[str]:
    """Unique combinations, references, and what the history is looked up by."""
    foerste = set()
    for felter in afvisning.noegler(tabel):
        foerste.add(felter[0])
        frie = [
            felt
            for felt in felter
            if not tabel.felt(felt).obligatorisk and tabel.felt(felt).laengde
        ]
        hvor = " AND ".join(f"{navn(felt)} <> ''" for felt in frie)
        yield _indeks(tabel, "unik", felter, hvor, unik=True)
    for felter, betingelse, _ in tabel.hoejst_en:
        yield _indeks(
            tabel, "hoejst_en", felter, betingelse_sql(betingelse, tabel, SQLITE), unik=True
        )
    for felter in _EKSTRA_INDEKSER.get(tabel.navn, ()):
        yield _indeks(tabel, "indeks", felter)
    for felt in tabel.felter:
        if felt.henviser is not None:
            yield _indeks(tabel, "indeks", (felt.navn,))
        elif felt.navn == SLAAS_OP:
            yield _indeks(tabel, "indeks", (felt.navn,), f"{navn(felt.navn)} IS NOT NULL")


def _indeks(
    tabel: Tabel, art: str, felter: Sequence[str], hvor: str = "", *, unik: bool = False
) -> str:
    # ASC, which changes nothing, keeps GDAL 3.6 from reporting a unique field: QGIS would then read every key of the
    # table for each new row.
    kolonner = ", ".join(f"{navn(felt)} ASC" for felt in felter)
    return (
        f"CREATE {'UNIQUE ' if unik else ''}INDEX IF NOT EXISTS"
        f" {navn('_'.join((MAERKE + tabel.navn, art, *felter)))} ON {navn(tabel.navn)} ({kolonner})"
        + (f" WHERE {hvor}" if hvor else "")
    )


def noegle_udtryk(tabel: Tabel, side: str = "") -> str:
    """The business key of a row as text."""
    if tabel.noegle:
        return f"{side}{navn(tabel.noegle)}"
    return " || '/' || ".join(f"{side}{navn(felt)}" for felt in tabel.unikke[0])


# ---- rows -----------------------------------------------------------------------------------------------------------


def kodeliste_sql(vaerdier: Iterable[Sequence[str]], felter: Sequence[str]) -> str:
    """Put in the codes (as literals): GeoFA's anew, the local ones where they are missing."""
    nye = ", ".join(
        f"{navn(felt)} = excluded.{navn(felt)}" for felt in felter if felt not in ("liste", "kode")
    )
    return (
        f"{indsaet_sql('kodeliste', felter, vaerdier)}"  # nosec B608 - only names that domain has
        f" ON CONFLICT (liste, kode) DO UPDATE SET {nye} WHERE excluded.geofa"
    )


def indsaet_sql(tabel: str, felter: Sequence[str], vaerdier: Iterable[Sequence[str]]) -> str:
    """INSERT of many rows; the values are literals."""
    kolonner = ", ".join(navn(felt) for felt in felter)
    raekker = ", ".join(f"({', '.join(raekke)})" for raekke in vaerdier)
    return f"INSERT INTO {navn(tabel)} ({kolonner}) VALUES {raekker}"  # nosec B608 - only names that domain has


def ret_sql(tabel: Tabel, noegle: str, vaerdier: Sequence[tuple[str, str]]) -> str:
    """UPDATE of one row by its business key; the values are literals."""
    nye = ", ".join(f"{navn(felt)} = {vaerdi}" for felt, vaerdi in vaerdier)
    return f"UPDATE {navn(tabel.navn)} SET {nye} WHERE {_er_noegle(tabel, (noegle,))}"  # nosec B608 - only names that domain has


def slet_sql(tabel: Tabel, *noegler: str) -> str:
    """DELETE of rows by their business keys."""
    return f"DELETE FROM {navn(tabel.navn)} WHERE {_er_noegle(tabel, noegler)}"  # nosec B608 - only names that domain has


def findes_sql(tabel: Tabel, noegle: str) -> str:
    """Whether there is a row with this business key."""
    return f"SELECT count(*) FROM {navn(tabel.navn)} WHERE {_er_noegle(tabel, (noegle,))}"  # nosec B608 - only names that domain has


def _er_noegle(tabel: Tabel, noegler: Iterable[str]) -> str:
    return f"{noegle_udtryk(tabel)} IN ({', '.join(SQLITE.tekst(noegle) for noegle in noegler)})"


def hvor_sql(tabel: Tabel, hvor: Betingelse | None, noegler: Sequence[str] | None = None) -> str:
    """The condition, and the business keys, that rows are chosen by."""
    led = [] if hvor is None else [betingelse_sql(hvor, tabel, SQLITE)]
    if noegler is not None:
        led.append(_er_noegle(tabel, noegler))
    return " AND ".join(led) or "1"


def inden_for_sql(tabel: Tabel, ramme: Ramme) -> str:
    """The condition that a row's box in the R-tree, which has 32-bit numbers, may touch the frame."""
    x_min, y_min, x_max, y_max = polstret(ramme)
    indeks = navn(f"rtree_{tabel.navn}_{GEOMETRI}")
    return (
        f"fid IN (SELECT id FROM {indeks} WHERE maxx >= {x_min!r} AND minx <= {x_max!r}"  # nosec B608 - only names that domain has
        f" AND maxy >= {y_min!r} AND miny <= {y_max!r})"
    )


def brudte_sql(tabel: Tabel, krav: Sequence[Betingelse]) -> str:
    """Business key and masks, as a JSON array, of each row that breaks something. LIMIT: each is worked out once."""
    navne, kolonner, hvor = masker_sql(krav, tabel, SQLITE, BITS)
    return (
        f"SELECT json_array(noegle, {navne}) AS j FROM (SELECT {noegle_udtryk(tabel)} AS noegle, {kolonner}"  # nosec B608 - only names that domain has
        f" FROM {navn(tabel.navn)} LIMIT -1 OFFSET 0) WHERE {hvor}"
    )


def vaelg_sql(tabel: Tabel, felter: Sequence[str], hvor: str, efter: int, hoejst: int) -> str:
    """A page of rows after that `fid`: fid, all values that JSON can carry as one array, then fractions.

    One text is taken out of OGR many times faster than fifty values; fractions would lose digits in it. A column that
    is just `fid` OGR takes for itself.
    """
    i_json = [felt for felt in felter if i_json_array(tabel, felt)]
    andre = [navn(felt) for felt in felter if felt not in i_json]
    kolonner = ", ".join(["fid + 0 AS nr", f"{_array(tabel, i_json)} AS j", *andre])
    return (
        f"SELECT {kolonner} FROM {navn(tabel.navn)} WHERE fid > {efter} AND {hvor}"  # nosec B608 - only names that domain has
        f" ORDER BY fid LIMIT {hoejst}"
    )


def side_sql(tabel: Tabel, felter: Sequence[str], hvor: str, efter: int, hoejst: int) -> str:
    """The same page as one text, an array of `[fid, [values]]`, when JSON carries every field."""
    egne = ", ".join(dict.fromkeys(("fid", *map(navn, felter))))
    return (
        f"SELECT 1 AS nr, json_group_array(json_array(fid, {_array(tabel, felter)})) AS j FROM"  # nosec B608 - only names that domain has
        f" (SELECT {egne} FROM {navn(tabel.navn)} WHERE fid > {efter} AND {hvor} ORDER BY fid LIMIT {hoejst})"
    )


def i_json_array(tabel: Tabel, felt: str) -> bool:
    """Whether JSON carries the value, bytes as hexadecimal digits."""
    return not tabel.har(felt) or tabel.felt(felt).type is not Type.TAL


def _array(tabel: Tabel, felter: Sequence[str]) -> str:
    udtryk = []
    for felt in felter:
        x = navn(felt)
        if er_bytes(tabel, felt):
            x = f"hex({x})"
        elif tabel.felt(felt).type is Type.TIDSPUNKT:
            x = f"coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', {x}), {x})"
        udtryk.append(x)
    return f"json_array({', '.join(udtryk)})"


def er_bytes(tabel: Tabel, felt: str) -> bool:
    """Whether the column holds bytes: a geometry, or those of the model."""
    return not tabel.har(felt) or tabel.felt(felt).type is Type.BINAER


def antal_sql(tabel: Tabel, hvor: str) -> str:
    """How many rows."""
    return f"SELECT count(*) FROM {navn(tabel.navn)} WHERE {hvor}"  # nosec B608 - only names that domain has


def optaelling_sql(tabel: Tabel, felt: str, hvor: str) -> str:
    """How many rows per value; the value in a JSON array."""
    return (
        f"SELECT {_array(tabel, (felt,))} AS j, count(*) FROM {navn(tabel.navn)} WHERE {hvor}"  # nosec B608 - only names that domain has
        f" GROUP BY {navn(felt)} ORDER BY {navn(felt)}"
    )


def historik_sql(hvor: Sequence[tuple[str, str]], siden: int, hoejst: int) -> str:
    """The history after a line, newest first."""
    led = [f"fid > {int(siden)}", *(f"{navn(felt)} = {SQLITE.tekst(v)}" for felt, v in hvor)]
    return (
        f"SELECT json_array(fid, tabel, noegle, art, tid, af, koersel_id, raekke) AS j, hex(geometri) AS g"  # nosec B608 - only names that domain has
        f" FROM historik WHERE {' AND '.join(led)} ORDER BY fid DESC LIMIT {int(hoejst)}"
    )


def slet_historik_sql(hvor: str) -> Sequence[str]:
    """Count lines of the history, then remove them."""
    return f"SELECT count(*) FROM historik WHERE {hvor}", f"DELETE FROM historik WHERE {hvor}"  # nosec B608 - only names that domain has


def noter_sletning_sql(siden: int, af: str) -> str:
    """Who deleted; `af` is a literal."""
    return (
        f"UPDATE historik SET af = {af} WHERE fid > {int(siden)} AND art = 'slettet' AND af IS NULL"  # nosec B608 - only names that domain has
    )


def indstilling_sql(noegle: str) -> str:
    """A setting, as JSON text."""
    return f"SELECT vaerdi FROM indstilling WHERE noegle = {SQLITE.tekst(noegle)}"  # nosec B608 - only names that domain has


def saet_indstilling_sql(noegle: str, vaerdi: str) -> str:
    """Keep a setting, given as JSON text."""
    return (
        f"INSERT INTO indstilling (noegle, vaerdi) VALUES ({SQLITE.tekst(noegle)}, {SQLITE.tekst(vaerdi)})"  # nosec B608 - only names that domain has
        " ON CONFLICT (noegle) DO UPDATE SET vaerdi = excluded.vaerdi"
    )


def slut_koersel_sql(koersel_id: str) -> Sequence[str]:
    """The run is over."""
    return (
        f"UPDATE koersel SET sluttet = {NU} WHERE koersel_id = {SQLITE.tekst(koersel_id)}",  # nosec B608 - only names that domain has
        f"DELETE FROM indstilling WHERE noegle = '{KOERSEL}'",  # nosec B608 - only names that domain has
    )


def kopi_sql(sti: str) -> str:
    """A copy of the whole file, as it stands at one moment."""
    return f"VACUUM INTO {SQLITE.tekst(sti)}"


# ---- upgrades -------------------------------------------------------------------------------------------------------

#: Statements that bring a store from a version to the next, where the model alone does not say it.
OPGRADERINGER: Mapping[int, tuple[str, ...]] = {
    1: ("DROP TABLE fund",)
}  # its findings lack their severity: made anew


def tilfoej_kolonne_sql(tabel: Tabel, felt: Felt, cvr: int) -> Iterator[str]:
    """A column of the model that the table has not yet."""
    yield f"ALTER TABLE {navn(tabel.navn)} ADD COLUMN {kolonne_sql(felt, cvr, tilfoejes=True)}"
    standard = standard_sql(felt, cvr)
    if felt.obligatorisk and standard is not None:
        x = navn(felt.navn)
        yield f"UPDATE {navn(tabel.navn)} SET {x} = {standard} WHERE {x} IS NULL"  # nosec B608 - only names that domain has
    yield from kolonne_beskrivelse_sql(tabel, felt)


def kolonner_sql(tabel: Tabel) -> str:
    """Names of the columns that the table has."""
    return f"SELECT name FROM pragma_table_info('{tabel.navn}')"  # nosec B608 - only names that domain has


HELBRED = "PRAGMA quick_check(1)"
TABELNAVNE = "SELECT name FROM sqlite_master WHERE type = 'table'"


def rumligt_indeks_sql(tabel: Tabel) -> str:
    """R-tree with its triggers, by GDAL."""
    return f"SELECT CreateSpatialIndex('{tabel.navn}', '{GEOMETRI}')"
