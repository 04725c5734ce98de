# SPDX-License-Identifier: GPL-2.0-or-later
"""Conditions and default values of the domain as QGIS expressions.

An expression is true exactly where its condition holds, and false or NULL everywhere else; QGIS takes NULL for no.
So it can be joined by AND and OR, but not put under a NOT: ask for the opposite condition instead.
"""

from __future__ import annotations

import re
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

#: A set of characters, and the same again: the patterns of the domain know no numbers.
_GENTAGET = re.compile(r"(\[[^\]]+\])\1+")

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


def _ellers_sandt(udtryk: str) -> str:
    """Turn around: true where the expression is false, and also where it is NULL."""
    return f"({udtryk}) IS NOT 1"


def _tom(betingelse: Tom, tabel: Tabel, *, sand: bool) -> str:
    if betingelse.felt == GEOMETRI:
        return ("" if sand else "NOT ") + "is_empty_or_null(@geometry)"
    kolonne = _kolonne(betingelse.felt)
    beskrevet = tabel.felt(betingelse.felt)
    if beskrevet.er_json:
        udfyldt = f"to_json({kolonne}) NOT IN ('null', '[]', '{{}}')"
    elif beskrevet.type in _TEKSTER:
        # Not trim(): that takes away more than what the databases call blank.
        udfyldt = f"{kolonne} ~ '[^ \\\\t\\\\n\\\\r]'"
    else:
        return f"{kolonne} IS NULL" if sand else f"{kolonne} IS NOT NULL"
    return _ellers_sandt(udfyldt) if sand else udfyldt


def _laengde(betingelse: Laengde) -> str:
    tegn = f"length(regexp_replace({_kolonne(betingelse.felt)}, {_vaerdi(_UDEN_FOR_BMP)}, '_'))"
    hoejst = f"{tegn} <= {betingelse.hoejst}"
    return f"({hoejst} AND {tegn} >= {betingelse.mindst})" if betingelse.mindst > 0 else hoejst


def _ligner(betingelse: Ligner) -> str:
    regulaert = "|".join(som_regulaert(moenster) for moenster in betingelse.moenstre)
    kort = _GENTAGET.sub(lambda fundet: _gentag(fundet[1], fundet[0]), regulaert)
    return f"{_kolonne(betingelse.felt)} ~ {_vaerdi(kort)}"


def _gentag(led: str, foelge: str) -> str:
    return f"{led}{{{len(foelge) // len(led)}}}"


def _indeholder(betingelse: Indeholder) -> str:
    kolonne = _kolonne(betingelse.felt)
    led = " OR ".join(f"array_contains({kolonne}, {kode})" for kode in betingelse.koder)
    return f"({_json_begynder(betingelse.felt, '[')} AND ({led}))"


def _json_begynder(felt: str, tegn: str) -> str:
    return f"left(to_json({_kolonne(felt)}), 1) = '{tegn}'"


def _en_af(betingelse: EnAf) -> str:
    kolonne = _kolonne(betingelse.felt)
    if len(betingelse.vaerdier) == 1:
        return f"{kolonne} = {_vaerdi(betingelse.vaerdier[0])}"
    return f"{kolonne} IN ({_raekke(betingelse.vaerdier)})"


def _mellem(betingelse: Mellem) -> str:
    kolonne = _kolonne(betingelse.felt)  # not BETWEEN: that is true and not 1
    return f"({kolonne} >= {betingelse.mindst} AND {kolonne} <= {betingelse.hoejst})"


def _sidste_ciffer(betingelse: SidsteCiffer) -> str:
    kolonne = _kolonne(betingelse.felt)
    return f"({kolonne} > 0 AND {kolonne} % 10 IN ({_raekke(betingelse.cifre)}))"


def _ikke_foer(betingelse: IkkeFoer) -> str:
    return f"{_kolonne(betingelse.felt)} >= {_kolonne(betingelse.andet)}"


def _foer_dag(betingelse: FoerDag) -> str:
    dag = betingelse.dag.isoformat()
    return f"to_date({_kolonne(betingelse.felt)}) < to_date('{dag}')"


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
    """Give the condition on a row of the table as a QGIS expression: true exactly where it holds."""
    return _tekst(_forenklet(betingelse, sand=True), tabel)


def _tekst(betingelse: Betingelse, tabel: Tabel) -> str:
    sand = not isinstance(betingelse, Ikke)
    led = betingelse.led if isinstance(betingelse, Ikke) else betingelse
    if isinstance(led, (Alle, Enten)):
        bindeord = " AND " if isinstance(led, Alle) else " OR "
        return "(" + bindeord.join(_tekst(del_, tabel) for del_ in led.led) + ")"
    if isinstance(led, NetopEn):
        sum_ = " + ".join(f"if({udtryk(del_, tabel)}, 1, 0)" for del_ in led.led)
        return f"({sum_} {'=' if sand else '<>'} 1)"
    if isinstance(led, Tom):
        return _tom(led, tabel, sand=sand)
    if type(led) not in _BLADE:
        raise NotImplementedError(type(led).__name__)
    blad = _BLADE[type(led)](led)
    return blad if sand else _ellers_sandt(blad)


def _forenklet(betingelse: Betingelse, *, sand: bool) -> Betingelse:
    """Give the same condition (or its opposite), shorter, with NOT only before a leaf, where it mostly costs nothing.

    A form of QGIS reads every expression anew for each field it fills.
    """
    if isinstance(betingelse, Ikke):
        return _forenklet(betingelse.led, sand=not sand)
    if not isinstance(betingelse, (Alle, Enten)):
        return betingelse if sand else Ikke(betingelse)
    samler, anden = (Alle, Enten) if isinstance(betingelse, Alle) is sand else (Enten, Alle)
    led: dict[Betingelse, None] = {}
    for del_ in betingelse.led:
        kort = _forenklet(del_, sand=sand)
        led.update(dict.fromkeys(_dele(kort, samler) or (kort,)))
    modsatte = {_forenklet(del_, sand=False) for del_ in led}
    dele = dict.fromkeys(_uden(del_, modsatte, anden) for del_ in led)
    return _led(samler, _sat_udenfor(tuple(dele), samler, anden))


def _led(samler: type[Alle | Enten], led: tuple[Betingelse, ...]) -> Betingelse:
    return led[0] if len(led) == 1 else samler(led)


def _sat_udenfor(
    led: tuple[Betingelse, ...], samler: type[Alle | Enten], anden: type[Alle | Enten]
) -> tuple[Betingelse, ...]:
    """(A or B) and (A or C) is A or (B and C), and the other way about."""
    ens: dict[Betingelse, list[Betingelse]] = {}
    for del_ in led:
        if dele := _dele(del_, anden):
            ens.setdefault(dele[0], []).append(_led(anden, dele[1:]))
    ud: dict[Betingelse, None] = {}
    for del_ in led:
        faelles = del_
        dele = _dele(del_, anden)
        if dele and len(ens[dele[0]]) > 1:
            resten = _sat_udenfor(tuple(dict.fromkeys(ens[dele[0]])), samler, anden)
            faelles = anden((dele[0], _led(samler, resten)))
        ud[faelles] = None
    return tuple(ud)


def _uden(del_: Betingelse, modsatte: set[Betingelse], anden: type[Alle | Enten]) -> Betingelse:
    """A or (not A and B) is A or B; A and (not A or B) is A and B."""
    resten = tuple(led for led in _dele(del_, anden) if led not in modsatte)
    return _led(anden, resten) if resten else del_


def _dele(betingelse: Betingelse, slags: type[Alle | Enten]) -> tuple[Betingelse, ...]:
    """Give the parts of a condition that joins its parts in this way."""
    if isinstance(betingelse, (Alle, Enten)) and isinstance(betingelse, slags):
        return betingelse.led
    return ()


# Default values --------------------------------------------------------------------------------------

# The initials of the plugin's options go first; they are a QGIS variable, so they count without the plugin too.
BRUGER = (
    f"coalesce(nullif(@{BRUGER_VARIABEL}, ''), nullif(@user_full_name, ''), @user_account_name)"
)
#: The place is the municipality's own; so is one that is just being made.
EGET = 'coalesce("cvr_kode" = to_int(@cvr), true)'
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
