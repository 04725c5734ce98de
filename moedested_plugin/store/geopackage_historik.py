# SPDX-License-Identifier: GPL-2.0-or-later
"""What the GeoPackage's triggers write: keys and settings that a row came without, stamps, history."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.felt import Felt, Standard, Tabel

from .geopackage_sql import KOERSEL, NU, NY_NOEGLE, STEMPLER, noegle_udtryk
from .oversaet import SQLITE, navn

#: Filled from the setting of that name, for whoever leaves it empty.
AF_INDSTILLING = {Standard.GEOFA_BRUGER: "geofa_bruger"}
#: json_object and json_insert take at most 127 arguments.
_PAR_AD_GANGEN = 60
_UUID = (
    "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-'"
    " || substr('89AB', 1 + (abs(random()) % 4), 1) || substr(hex(randomblob(2)), 2) || '-'"
    " || hex(randomblob(6)))"
)


def geometrier(tabel: Tabel) -> tuple[str, ...]:
    """Give the geometry column of the table, if it has one."""
    return () if tabel.geometri is None else (GEOMETRI,)


def faar_noegle(felt: Felt) -> bool:
    """Whether the row gets its key from a trigger."""
    return felt.standard is Standard.UUID


def indstilling_udtryk(noegle: str) -> str:
    """Give the setting as an expression."""
    return (
        f"(SELECT json_extract(vaerdi, '$') FROM indstilling WHERE noegle = {SQLITE.tekst(noegle)})"  # nosec B608 - only names that domain has
    )


def fyld_op(tabel: Tabel) -> Iterator[str]:
    """What the row gets when it came without: a key, and what the store's settings say."""
    for felt in tabel.felter:
        x, tom, fyld = navn(felt.navn), "", ""
        if faar_noegle(felt):
            tom, fyld = NY_NOEGLE, _UUID
        elif isinstance(felt.standard, Standard) and felt.standard in AF_INDSTILLING:
            fyld = indstilling_udtryk(AF_INDSTILLING[felt.standard])
        if fyld:
            yield f"UPDATE {navn(tabel.navn)} SET {x} = {fyld} WHERE fid = NEW.fid AND {x} = '{tom}'"  # nosec B608 - only names that domain has


def virkelig_aendret(tabel: Tabel, felter: Collection[str] | None = None) -> str:
    """Something but the stamps differs (of these fields, or of all). JSON is compared by what it says."""
    led = [_tegnet_om(navn(x)) for x in geometrier(tabel)]
    for felt in tabel.felter:
        if felt.navn in STEMPLER or (felter is not None and felt.navn not in felter):
            continue
        gammel, ny = (f"{side}.{navn(felt.navn)}" for side in ("OLD", "NEW"))
        if felt.er_json:
            gammel, ny = (
                f"CASE WHEN json_valid({x}) THEN json({x}) ELSE {x} END" for x in (gammel, ny)
            )
        led.append(f"{gammel} IS NOT {ny}")
    # These are only ever seen between a row's coming in and `_fyld_op`: that is no change of the row.
    fyldes = [
        f"OLD.{navn(felt.navn)} <> ''" for felt in tabel.felter if felt.standard in AF_INDSTILLING
    ]
    fyldes += [
        f"OLD.{navn(felt.navn)} <> '{NY_NOEGLE}'" for felt in tabel.felter if faar_noegle(felt)
    ]
    return " AND ".join([f"({' OR '.join(led)})", *fyldes])


def ramme(x: str) -> str:
    """Where the WKB of a GeoPackage geometry begins: after 'GP', version, flags, srs and the envelope, if any."""
    return (
        f"CASE substr(hex(substr({x}, 4, 1)), 2, 1) WHEN '0' THEN 9 WHEN '1' THEN 9 WHEN '2' THEN 41 WHEN '3' THEN 41"
        " WHEN '4' THEN 57 WHEN '5' THEN 57 WHEN '6' THEN 57 WHEN '7' THEN 57 ELSE 73 END"
    )


def _tegnet_om(x: str) -> str:
    """The drawing differs, not just its header: OGR writes an envelope that we leave out."""
    gammel, ny = (f"substr({side}{x}, {ramme(side + x)})" for side in ("OLD.", "NEW."))
    return f"(OLD.{x} IS NOT NEW.{x} AND {gammel} IS NOT {ny})"


def koersel_undtaget(arter: Collection[str]) -> str:
    """The run under way is of one of these kinds."""
    liste = ", ".join(SQLITE.tekst(art) for art in arter)
    return (
        f"EXISTS (SELECT 1 FROM koersel AS k WHERE k.koersel_id = {_koersel('koersel_id')}"  # nosec B608 - only names that domain has
        f" AND k.art IN ({liste}))"
    )


def stempl(tabel: Tabel) -> Iterator[str]:
    """When it changed, and how often."""
    if tabel.har("raekke_version"):
        yield (
            f"UPDATE {navn(tabel.navn)} SET rettet = {NU}, raekke_version = OLD.raekke_version + 1"  # nosec B608 - only names that domain has
            " WHERE fid = NEW.fid"
        )


def _koersel(del_: str) -> str:
    return f"(SELECT json_extract(vaerdi, '$.{del_}') FROM indstilling WHERE noegle = '{KOERSEL}')"  # nosec B608 - only names that domain has


_HISTORIK = (
    "INSERT INTO historik (tabel, noegle, art, tid, af, koersel_id, raekke, geometri) VALUES"
)


def historik_ny(tabel: Tabel) -> str:
    """Remember that the row was made: its key only."""
    af = "NEW.rettet_af" if tabel.har("rettet_af") else "NULL"
    noegle = f"(SELECT {noegle_udtryk(tabel)} FROM {navn(tabel.navn)} WHERE fid = NEW.fid)"  # nosec B608 - only names that domain has
    return (
        f"{_HISTORIK} ('{tabel.navn}', {noegle}, 'oprettet', {NU},"
        f" coalesce({_koersel('af')}, {af}), {_koersel('koersel_id')}, NULL, NULL)"
    )


def historik_gammel(tabel: Tabel, art: str) -> str:
    """The whole row as it was. Who deletes, a GeoPackage does not know unless the plugin says so."""
    af = "NEW.rettet_af" if art == "rettet" and tabel.har("rettet_af") else "NULL"
    geometri = f"OLD.{navn(GEOMETRI)}" if tabel.geometri is not None else "NULL"
    return (
        f"{_HISTORIK} ('{tabel.navn}', {noegle_udtryk(tabel, 'OLD.')}, '{art}', {NU},"
        f" coalesce({_koersel('af')}, {af}), {_koersel('koersel_id')}, {_som_json(tabel)}, {geometri})"
    )


def _som_json(tabel: Tabel) -> str:
    felter = tabel.feltnavne
    par = [f"'{felt}', OLD.{navn(felt)}" for felt in felter[:_PAR_AD_GANGEN]]
    udtryk = f"json_object({', '.join(par)})"
    for start in range(_PAR_AD_GANGEN, len(felter), _PAR_AD_GANGEN):
        naeste = felter[start : start + _PAR_AD_GANGEN]
        mere = ", ".join(f"'$.{felt}', OLD.{navn(felt)}" for felt in naeste)
        udtryk = f"json_insert({udtryk}, {mere})"
    return udtryk
