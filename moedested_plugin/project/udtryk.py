# SPDX-License-Identifier: GPL-2.0-or-later
"""Conditions and default values of the domain as QGIS expressions.

Like the conditions themselves the expressions are two-valued: a leaf on a missing value is false, never NULL, so
that NOT and OR mean what they say.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from qgis.core import QgsExpression

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
from moedested_plugin.domain.felt import Felt, Standard, Tabel, Type
from moedested_plugin.settings import BRUGER_VARIABEL

from .background import BY_EXPRESSION, POSTNR_EXPRESSION

#: QGIS counts UTF-16 units, the databases characters: an emoji is to count as one.
_UDEN_FOR_BMP = r"[\x{10000}-\x{10FFFF}]"
#: Where a line ends at most so many metres from its beginning, the route is a round trip.
RUNDTUR_METER = 25

B = TypeVar("B", bound=Betingelse)
_TEKSTER = (Type.TEKST, Type.UUID)


def _kolonne(felt: str) -> str:
    return QgsExpression.quotedColumnRef(felt)


def _vaerdi(vaerdi: int | float | str | bool) -> str:
    if isinstance(vaerdi, bool):
        return "true" if vaerdi else "false"
    if isinstance(vaerdi, str):
        return QgsExpression.quotedString(vaerdi)
    return str(vaerdi)


def _raekke(vaerdier: tuple[int | str, ...]) -> str:
    return ", ".join(_vaerdi(vaerdi) for vaerdi in vaerdier)


def _ellers_falsk(udtryk: str) -> str:
    return f"coalesce({udtryk}, false)"


def _tom(felt: str, tabel: Tabel) -> str:
    if felt == GEOMETRI:
        return "is_empty_or_null(@geometry)"
    kolonne = _kolonne(felt)
    beskrevet = tabel.felt(felt)
    if beskrevet.er_json:
        return f"coalesce(to_json({kolonne}), 'null') IN ('null', '[]', '{{}}')"
    if beskrevet.type in _TEKSTER:
        # Not trim(): that takes away more than what the databases call blank.
        return f"coalesce(regexp_match({kolonne}, '[^ \\\\t\\\\n\\\\r]'), 0) = 0"
    return f"{kolonne} IS NULL"


def _laengde(betingelse: Laengde) -> str:
    kolonne = _kolonne(betingelse.felt)
    tegn = f"length(regexp_replace({kolonne}, {_vaerdi(_UDEN_FOR_BMP)}, '_'))"
    # The plain length is never smaller, so mostly it answers at once.
    led = [f"(length({kolonne}) <= {betingelse.hoejst} OR {tegn} <= {betingelse.hoejst})"]
    if betingelse.mindst > 0:
        led.append(f"{tegn} >= {betingelse.mindst}")
    return _ellers_falsk(" AND ".join(led))


def _ligner(betingelse: Ligner) -> str:
    kolonne = _kolonne(betingelse.felt)
    led = (
        f"regexp_match({kolonne}, {_vaerdi(som_regulaert(moenster))}) > 0"
        for moenster in betingelse.moenstre
    )
    return _ellers_falsk(" OR ".join(led))


def _indeholder(betingelse: Indeholder) -> str:
    kolonne = _kolonne(betingelse.felt)
    led = " OR ".join(f"array_contains({kolonne}, {kode})" for kode in betingelse.koder)
    return f"(left(coalesce(to_json({kolonne}), ''), 1) = '[' AND ({led}))"


def _json_begynder(felt: str, tegn: str) -> str:
    return f"left(coalesce(to_json({_kolonne(felt)}), ''), 1) = '{tegn}'"


def _en_af(betingelse: EnAf) -> str:
    return _ellers_falsk(f"{_kolonne(betingelse.felt)} IN ({_raekke(betingelse.vaerdier)})")


def _mellem(betingelse: Mellem) -> str:
    kolonne = _kolonne(betingelse.felt)
    return _ellers_falsk(f"{kolonne} >= {betingelse.mindst} AND {kolonne} <= {betingelse.hoejst}")


def _sidste_ciffer(betingelse: SidsteCiffer) -> str:
    kolonne = _kolonne(betingelse.felt)
    return _ellers_falsk(f"{kolonne} > 0 AND {kolonne} % 10 IN ({_raekke(betingelse.cifre)})")


def _ikke_foer(betingelse: IkkeFoer) -> str:
    return _ellers_falsk(f"{_kolonne(betingelse.felt)} >= {_kolonne(betingelse.andet)}")


def _foer_dag(betingelse: FoerDag) -> str:
    dag = betingelse.dag.isoformat()
    return _ellers_falsk(f"to_date({_kolonne(betingelse.felt)}) < to_date('{dag}')")


_BLADE: dict[type[Betingelse], Callable[[Any], str]] = {
    EnAf: _en_af,
    Mellem: _mellem,
    SidsteCiffer: _sidste_ciffer,
    IkkeFoer: _ikke_foer,
    FoerDag: _foer_dag,
    Laengde: _laengde,
    Ligner: _ligner,
    Indeholder: _indeholder,
    ErListe: lambda liste: _json_begynder(liste.felt, "["),
    ErObjekt: lambda objekt: _json_begynder(objekt.felt, "{"),
}


def udtryk(betingelse: Betingelse, tabel: Tabel) -> str:
    """Give the condition on a row of the table as a QGIS expression that is true or false, never NULL."""
    if isinstance(betingelse, (Alle, Enten)):
        bindeord = " AND " if isinstance(betingelse, Alle) else " OR "
        return "(" + bindeord.join(udtryk(led, tabel) for led in betingelse.led) + ")"
    if isinstance(betingelse, Ikke):
        return f"NOT ({udtryk(betingelse.led, tabel)})"
    if isinstance(betingelse, NetopEn):
        led = " + ".join(f"if({udtryk(led, tabel)}, 1, 0)" for led in betingelse.led)
        return f"({led} = 1)"
    if isinstance(betingelse, Tom):
        return _tom(betingelse.felt, tabel)
    if type(betingelse) not in _BLADE:
        raise NotImplementedError(type(betingelse).__name__)
    return _BLADE[type(betingelse)](betingelse)


# Default values --------------------------------------------------------------------------------------

# The initials of the plugin's options go first; they are a QGIS variable, so they count without the plugin too.
BRUGER = (
    f"coalesce(nullif(@{BRUGER_VARIABEL}, ''), nullif(@user_full_name, ''), @user_account_name)"
)
_KM = "round(length(@geometry) / 1000, 2)"

_STANDARDER = {
    Standard.UUID: "uuid('WithoutBraces')",
    Standard.NU: "now()",
    Standard.NU_VED_RETTELSE: "now()",
    Standard.BRUGER: BRUGER,
    Standard.BRUGER_VED_RETTELSE: BRUGER,
    Standard.KOMMUNENS_CVR: "to_int(@cvr)",
    # A project that is not yet told its GeoFA user must still be able to save.
    Standard.GEOFA_BRUGER: "coalesce(nullif(@geofa_bruger, ''), @kommunenavn)",
    Standard.LAENGDE_KM: f"if({_KM} >= 0.1 AND {_KM} <= 500.99, {_KM}, NULL)",
    # A comparison gives 1 or 0, which a boolean column of PostgreSQL does not take.
    Standard.RUNDTUR: (
        "if(coalesce(distance(start_point(@geometry), end_point(@geometry))"
        f" <= {RUNDTUR_METER}, false), true, false)"
    ),
    Standard.POSTNR_AF_PUNKTET: POSTNR_EXPRESSION,
    Standard.BY_AF_PUNKTET: BY_EXPRESSION,
}

#: Worked out again whenever the row changes.
_VED_RETTELSE = (Standard.NU_VED_RETTELSE, Standard.BRUGER_VED_RETTELSE, Standard.LAENGDE_KM)


def standard_udtryk(felt: Felt, lagets_type: int | None) -> tuple[str, bool]:
    """Give the default value of a field and whether it is worked out at every change; '' where there is none."""
    standard = felt.standard
    if standard is Standard.LAGETS_TYPE:
        return ("" if lagets_type is None else str(lagets_type)), False
    if isinstance(standard, Standard):
        return _STANDARDER[standard], standard in _VED_RETTELSE
    if isinstance(standard, tuple):
        return f"array({_raekke(standard)})", False
    return ("" if standard is None else _vaerdi(standard)), False


def betingelse_i(betingelse: Betingelse, art: type[B]) -> B | None:
    """Give the first part of that kind in the condition."""
    if isinstance(betingelse, art):
        return betingelse
    dele: tuple[Betingelse, ...] = ()
    if isinstance(betingelse, (Alle, Enten, NetopEn)):
        dele = betingelse.led
    elif isinstance(betingelse, Ikke):
        dele = (betingelse.led,)
    return next((fundet for del_ in dele if (fundet := betingelse_i(del_, art)) is not None), None)
