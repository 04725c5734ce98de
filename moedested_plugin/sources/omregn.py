# SPDX-License-Identifier: GPL-2.0-or-later
"""One value of a source as the value of one of our fields, in the form in which SQLite keeps it; or why not."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Union

from moedested_plugin.domain.felt import Felt, Type
from moedested_plugin.domain.kodelister import UDGAAET
from moedested_plugin.domain.navne import ens_navn
from moedested_plugin.i18n import oversat, tr

from . import klokkeslaet, typer
from .geofa_felter import SAESON
from .profil import AFVIS, FeltKort

_MAANED_DAG = re.compile(r"(?:\d{4}[-/])?(\d{2})[-/](\d{2})(?:[T ].*)?\Z")
_SAND = frozenset(("1", "true", "t", "ja", "j", "yes", "sand", "x"))
_FALSK = frozenset(("0", "false", "f", "nej", "n", "no", "falsk"))
_LAENGST = 60

#: A value as SQLite keeps it.
SqlVaerdi = Union[None, int, float, str]
#: code of a name, for each list
Koder = Mapping[str, Mapping[str, int]]
#: The id that a text refers to; it raises `KanIkke`.
Henvist = Callable[[Felt, str], str]
#: Texts that come in several forms and are kept in one.
FORMEDE = frozenset((*SAESON, "klokken"))


class KanIkke(Exception):
    """The value cannot be understood; the sentence says why."""


def omregner(
    felt: Felt, kort: FeltKort, koder: Koder, henvist: Henvist | None = None
) -> Callable[[object], SqlVaerdi]:
    """The function from a source value to ours. It raises `KanIkke`."""
    kendte = {ens_navn(navn) or navn: vaerdi for navn, vaerdi in kort.vaerdier.items()}
    tomme = {str(vaerdi).strip().casefold() for vaerdi in kort.tomme}
    liste = koder.get(felt.kodeliste or "", {})

    def omregn(raa: object) -> SqlVaerdi:
        tekst = "" if raa is None else som_tekst(raa)
        if not tekst or tekst.casefold() in tomme:
            return None
        noegle = ens_navn(tekst) or tekst
        if noegle in kendte:
            return _i_sqlite(kendte[noegle])
        try:
            return henvist(felt, tekst) if henvist else _laes(felt, raa, tekst, liste)
        except KanIkke:
            if kort.ellers is AFVIS:
                raise
            return _i_sqlite(kort.ellers)

    return omregn


def som_tekst(raa: object) -> str:
    """A source value as text, as the values of a profile are written."""
    if isinstance(raa, float) and raa.is_integer():
        return str(int(raa))
    return str(raa).strip()


def _i_sqlite(vaerdi: object) -> SqlVaerdi:
    if isinstance(vaerdi, bool):
        return int(vaerdi)
    if vaerdi is None or isinstance(vaerdi, (int, float, str)):
        return vaerdi
    return json.dumps(vaerdi, ensure_ascii=False)


def _laes(felt: Felt, raa: object, tekst: str, liste: Mapping[str, int]) -> SqlVaerdi:
    if felt.kodeliste is not None:
        return _koder(felt, tekst, liste) if felt.type is Type.KODER else _kode(felt, tekst, liste)
    return _LAESERE[felt.type](felt, raa, tekst)


def _nej(felt: Felt, tekst: str, hvad: str) -> KanIkke:
    return KanIkke(tr("{}: “{}” er ikke {}.").format(oversat(felt.alias), tekst[:_LAENGST], hvad))


def _kode(felt: Felt, tekst: str, liste: Mapping[str, int]) -> int:
    tal = typer.heltal(tekst)
    if tal is not None:
        return tal
    fundet = liste.get(ens_navn(tekst.removesuffix(UDGAAET)))
    if fundet is None:
        raise KanIkke(
            tr(
                "{}: “{}” findes ikke i listen. Skriv i profilen, hvilken kode den svarer til."
            ).format(oversat(felt.alias), tekst[:_LAENGST])
        )
    return fundet


def _koder(felt: Felt, tekst: str, liste: Mapping[str, int]) -> str:
    led: list[Any]
    try:
        laest = json.loads(tekst)
        led = laest if isinstance(laest, list) else [laest]
    except ValueError:
        led = [del_ for stykke in re.split(r"[;|\n]", tekst) for del_ in _ved_komma(stykke, liste)]
    return json.dumps([_kode(felt, str(del_).strip(), liste) for del_ in led])


def _ved_komma(tekst: str, liste: Mapping[str, int]) -> list[str]:
    """Cut at commas, but not inside a name that has one itself."""
    dele = [del_ for del_ in re.split(r",(?!\d)", tekst) if del_.strip()]
    ud: list[str] = []
    while dele:
        n = next((n for n in range(len(dele), 1, -1) if ens_navn(",".join(dele[:n])) in liste), 1)
        ud.append(",".join(dele[:n]))
        dele = dele[n:]
    return ud


def _heltal(felt: Felt, _raa: object, tekst: str) -> int:
    tal = _tal(felt, _raa, tekst)
    if tal != int(tal):
        raise _nej(felt, tekst, tr("et helt tal"))
    return int(tal)


def _tal(felt: Felt, raa: object, tekst: str) -> float:
    if isinstance(raa, (int, float)):
        return float(raa)
    for laes in (typer.tal_punktum, typer.tal_komma):
        tal = laes(tekst)
        if tal is not None:
            return tal
    if tekst.lstrip("0").isdigit():
        return float(tekst)
    raise _nej(felt, tekst, tr("et tal"))


def _ja_nej(felt: Felt, _raa: object, tekst: str) -> int:
    lille = tekst.casefold()
    if lille in _SAND or lille in _FALSK:
        return int(lille in _SAND)
    raise _nej(felt, tekst, tr("ja eller nej"))


def _tekst(felt: Felt, _raa: object, tekst: str) -> str:
    if felt.navn == "klokken":
        fra_til = klokkeslaet.fra_til(tekst)
        if fra_til is None:
            raise _nej(felt, tekst, tr("skrevet med både start og slut, fx 14:00-16:00"))
        return fra_til
    if felt.navn in SAESON:
        fund = _MAANED_DAG.match(tekst)
        return f"{fund[1]}-{fund[2]}" if fund else tekst
    return tekst


def _uuid(_felt: Felt, _raa: object, tekst: str) -> str:
    return tekst.strip("{} ").lower()


def _dato(felt: Felt, _raa: object, tekst: str) -> str:
    fundet = typer.dato(tekst[:10]) or typer.dato(tekst) or typer.regnearksdato(tekst)
    if fundet is None:
        raise _nej(felt, tekst, tr("en dato"))
    return fundet


def _tidspunkt(felt: Felt, _raa: object, tekst: str) -> str:
    fundet = typer.tid(tekst)
    if fundet is None:
        raise _nej(felt, tekst, tr("et tidspunkt"))
    return f"{fundet[:19]}.000Z"


def _liste(felt: Felt, raa: object, tekst: str) -> str:
    """A list of dates, as JSON or as people write them."""
    if tekst.startswith("["):
        return _json(felt, raa, tekst)
    dage = [typer.dato(led.strip()) for led in re.split(r"[;,\n]", tekst) if led.strip()]
    if None in dage:
        raise _nej(felt, tekst, tr("datoer med semikolon imellem, fx 24-12-2026"))
    return json.dumps(dage)


def _json(felt: Felt, _raa: object, tekst: str) -> str:
    """The text itself, so that numbers and the order of names stay as they came."""
    try:
        json.loads(tekst)
    except (ValueError, RecursionError):
        raise _nej(felt, tekst, tr("gyldig JSON")) from None
    return tekst


_LAESERE: Mapping[Type, Callable[[Felt, object, str], SqlVaerdi]] = {
    Type.HELTAL: _heltal,
    Type.TAL: _tal,
    Type.JA_NEJ: _ja_nej,
    Type.TEKST: _tekst,
    Type.UUID: _uuid,
    Type.DATO: _dato,
    Type.TIDSPUNKT: _tidspunkt,
    Type.KODER: _json,
    Type.LISTE: _liste,
    Type.OBJEKT: _json,
    Type.JSON: _json,
}
