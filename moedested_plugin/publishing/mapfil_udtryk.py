# SPDX-License-Identifier: GPL-2.0-or-later
"""Conditions of the map symbols in MapServer's language, and the few things that only SQL can ask.

MapServer knows neither today's date nor a way to fall back from one field to another. Layers that need it read their
table through a fixed SELECT with helper columns; those are in no list of public columns and never answered.
"""

from __future__ import annotations

from collections.abc import Iterable

from moedested_plugin.domain.offentlig import tekstnavn
from moedested_plugin.domain.signatur import Saerlig, Signatur, Valg

LUKKET_NU = "mf_lukket"
ETIKET, LUKKET_ETIKET = "mf_etiket", "mf_lukket_etiket"

#: A missing code reads as 0, which no list has.
_SAERLIG = {Saerlig.LUKKET: f"([{LUKKET_NU}] = 1)", Saerlig.FORHINDRING: "([forhindring_k] > 0)"}
_MAANEDER = "jan. feb. mar. apr. maj  jun. jul. aug. sep. okt. nov. dec. "


def betingelse(signatur: Signatur) -> str:
    """Give when a signature holds, apart from its place in the tree; '' for always."""
    if signatur.saerlig is not None:
        return _SAERLIG[signatur.saerlig]
    return og(_valg(valg) for valg in signatur.valg)


def og(led: Iterable[str]) -> str:
    """Give the condition that all of them hold."""
    return _saml("AND", led)


def ingen_af(soestre: Iterable[Signatur]) -> str:
    """Give the condition that none of these holds."""
    samlet = _saml("OR", map(betingelse, soestre))
    return f"(NOT {samlet})" if samlet else ""


def _saml(ord_: str, led: Iterable[str]) -> str:
    dele = [et for et in led if et]
    return dele[0] if len(dele) == 1 else f"({f' {ord_} '.join(dele)})" if dele else ""


def _valg(valg: Valg) -> str:
    if valg.interval is not None:
        return f"([{valg.felt}] >= {valg.interval[0]} AND [{valg.felt}] <= {valg.interval[1]})"
    return _saml("OR", (f"([{valg.felt}] = {kode})" for kode in valg.koder))


# What only SQL can ask --------------------------------------------------------------------------------


def med_hjaelp(tabel: str, filter_: str, typefelt: str) -> str:
    """Give the rows of a place layer with its helper columns: closed today, how it says so, what it is called."""
    i_dag = "date('now', 'localtime')"
    navn = f"coalesce(nullif(trim(navn), ''), {tekstnavn(typefelt)})"
    return (
        "SELECT *,"
        " (lukket_fra IS NOT NULL OR lukket_til IS NOT NULL)"
        f" AND coalesce(lukket_fra <= {i_dag}, 1) AND coalesce(lukket_til >= {i_dag}, 1) AS {LUKKET_NU},"
        f" {navn} AS {ETIKET}, {navn} || char(10) || CASE WHEN lukket_til IS NULL"
        f" THEN 'Lukket fra ' || {_dato('lukket_fra')}"
        f" ELSE 'Lukket til og med ' || {_dato('lukket_til')} END AS {LUKKET_ETIKET}"
        f" FROM {tabel}{f' WHERE {filter_}' if filter_ else ''}"  # nosec B608 - only names that domain has
    )


def _dato(felt: str) -> str:
    maaned = f"substr({felt}, 6, 2)"
    return (
        f"ltrim(substr({felt}, 9, 2), '0') || '. ' ||"
        f" rtrim(substr('{_MAANEDER}', {maaned} * 5 - 4, 5)) || ' ' || substr({felt}, 1, 4)"
    )


def uden_geometri(tabel: str, x: float, y: float) -> str:
    """Give the rows of a table without geometry, with a place that is never answered.

    MapServer passes over every row that has none.
    """
    import struct

    punkt = b"GP\x00\x01" + struct.pack("<iBIdd", 25832, 1, 1, x, y)
    return f"SELECT *, x'{punkt.hex()}' AS geometri FROM {tabel}"  # nosec B608 - only names that domain has
