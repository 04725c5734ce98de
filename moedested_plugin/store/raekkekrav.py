# SPDX-License-Identifier: GPL-2.0-or-later
"""What the database would refuse of many rows, asked at once and before anything is written.

The conditions are those of the triggers themselves, so the answer is the same.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from moedested_plugin.domain.felt import Felt, Tabel, Type
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.i18n import oversat

from .geopackage_vagter import krav
from .oversaet import SQLITE, betingelse_sql, navn


def brud_sql(tabel: str, felter: Collection[str], fra: str, noegle: str, hvor: str = "1") -> str:
    """SQL (SQLite) that gives `noegle` and the sentence, as the user reads it, of the first broken rule of each refused row of `fra`.

    Only rules on these fields are asked: the others are as the store makes them.
    """
    beskrevet = tabel_af_navn(tabel)
    led = krav(beskrevet, [felt for felt in beskrevet.felter if felt.navn in felter])
    if not led:
        return f"SELECT {noegle}, NULL FROM {fra} WHERE 0"  # nosec B608 - names of ours
    valg = " ".join(f"WHEN {sql} THEN {SQLITE.tekst(oversat(a.besked))}" for sql, a in led)
    return (
        f"SELECT nr, grund FROM (SELECT NEW.{navn(noegle)} AS nr, CASE {valg} END AS grund FROM {fra} AS NEW"  # nosec B608 - names of the model
        f" WHERE {hvor}) WHERE grund IS NOT NULL"
    )


def faa_vaerdier(tabel: str, felter: Collection[str]) -> list[str]:
    """Those of the fields that have few different values: codes, numbers, yes and no."""
    beskrevet = tabel_af_navn(tabel)
    return [
        f.navn
        for f in beskrevet.felter
        if f.navn in felter and f.type in (Type.HELTAL, Type.JA_NEJ)
    ]


def mistaenkt_sql(tabel: str, felter: Collection[str]) -> str:
    """SQL that is true of every row (NEW) that may break a rule on a field which is not one of `faa_vaerdier`.

    It costs a tenth of asking the rules themselves; an empty text is taken for a missing one.
    """
    beskrevet = tabel_af_navn(tabel)
    faa = set(faa_vaerdier(tabel, felter))
    led = []
    for felt in beskrevet.felter:
        x = f"NEW.{navn(felt.navn)}"
        if felt.navn not in felter or felt.navn in faa:
            continue
        if felt.type is Type.TEKST and felt.laengde is not None:
            led.append(f"length({x}) > {felt.laengde}")
        elif felt.type is not Type.TAL:
            led.append(f"{x} IS NOT NULL")
        if felt.type is Type.TAL and felt.krav is not None:
            brudt = f"NOT {betingelse_sql(felt.krav, beskrevet, SQLITE, 'NEW.')}"
            led.append(f"{x} IS NOT NULL AND (typeof({x}) NOT IN ('real', 'integer') OR {brudt})")
        elif felt.krav is not None or felt.henvisninger:
            led.append(f"{x} IS NOT NULL")
        if felt.obligatorisk:
            led.append(f"{x} IS NULL OR {x} = ''")
    led += [f"NEW.{navn(felter_[0])} IS NOT NULL" for felter_ in _flere(beskrevet, felter)]
    return " OR ".join(f"({del_})" for del_ in led) or "0"


def _flere(beskrevet: Tabel, felter: Collection[str]) -> list[tuple[str, ...]]:
    """The fields of the rules that look at several, unless all of them have few values."""
    faa = set(faa_vaerdier(beskrevet.navn, felter))
    samlede = [krav_.betingelse.felter() for krav_ in beskrevet.krav]
    return [led for led in samlede if set(led) <= set(felter) and not set(led) <= faa]


def henviste(tabel: str, felter: Collection[str]) -> list[tuple[str, str]]:
    """(table, field) that `brud_sql` looks up, beside the code lists and settings."""
    beskrevet: Tabel = tabel_af_navn(tabel)
    valgte: Sequence[Felt] = [felt for felt in beskrevet.felter if felt.navn in felter]
    return sorted({(til.tabel, til.felt) for felt in valgte for til in felt.henvisninger})
