# SPDX-License-Identifier: GPL-2.0-or-later
"""Fixes that need no person to think: what to set in the row of a finding. Nothing is written here.

The caller puts the values into the edit buffer as one undo step, so that the user sees them before they are saved.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Union

from moedested_plugin.domain.felt import Felt, Standard, Type
from moedested_plugin.domain.kontrol import Rettelse
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.project.felter import er_flerlinjet

from . import rettelser_geometri

if TYPE_CHECKING:
    from moedested_plugin.domain.betingelse import Vaerdi

    from .fund import Fund
    from .udsnit import Raekke, Udsnit


@dataclass(frozen=True)
class Slet:
    """The row is to be deleted."""


Svar = Union[Mapping[str, "Vaerdi"], Slet, None]
Retter = Callable[["Udsnit", "Fund"], Svar]

#: Invisible, and in nobody's search: soft hyphen, zero width, byte order mark.
_USYNLIGE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_MELLEMRUM = re.compile(r"[^\S\n]+")
_TOMME_LINJER = re.compile(r"\n{3,}")
_SKEMA = re.compile(r"^(?:h?t{1,3}ps?|https?)\s*[:;]?\s*/{0,3}\s*(?=\S)", re.IGNORECASE)
#: A host with a top level and nothing that a web address cannot have: anything else is left to a person.
_ADRESSE = re.compile(
    r"^[a-z0-9æøåé](?:[\w.-]*[\w])?\.[a-z]{2,}(?::\d+)?(?:[/?#][^\s<>\"]*)?$", re.IGNORECASE
)


def ret(udsnit: Udsnit, fund: Fund) -> Svar:
    """What would mend the finding; None where a person must look."""
    rettelse = fund.kontrol.rettelse
    if rettelse is None:
        return None
    retter = _RETTERE.get(rettelse)
    if retter is not None:
        return retter(udsnit, fund)
    return rettelser_geometri.ret(udsnit, fund)


def kan_rettes(fund: Fund) -> bool:
    """Whether there is a fix to try."""
    rettelse = fund.kontrol.rettelse
    if rettelse is None or not fund.noegle:
        return False
    return rettelse in _RETTERE or rettelse in rettelser_geometri.RETTELSER


def _raekke(udsnit: Udsnit, fund: Fund, *felter: str) -> Raekke | None:
    return next(iter(udsnit.af_noegler(fund.tabel, (fund.noegle,), felter)), None)


def _felt(fund: Fund) -> Felt | None:
    beskrevet = tabel_af_navn(fund.tabel)
    navne = (fund.felt, *fund.kontrol.felter)
    return next((beskrevet.felt(navn) for navn in navne if navn and beskrevet.har(navn)), None)


def _udfyld_standard(udsnit: Udsnit, fund: Fund) -> Svar:
    felt = _felt(fund)
    raekke = None if felt is None else _raekke(udsnit, fund, felt.navn)
    if felt is None or raekke is None or raekke.get(felt.navn) not in (None, "", []):
        return None
    standard = felt.standard
    if standard is Standard.UUID:
        return {felt.navn: str(uuid.uuid4())}
    if standard in (Standard.NU, Standard.NU_VED_RETTELSE):
        nu = dt.datetime.now(dt.timezone.utc)
        return {felt.navn: udsnit.i_dag if felt.type is Type.DATO else nu}
    if standard is None or isinstance(standard, Standard):
        return None  # known to the project or to a person only
    return {felt.navn: list(standard) if isinstance(standard, tuple) else standard}


def _rens_tekst(udsnit: Udsnit, fund: Fund) -> Svar:
    felt = _felt(fund)
    raekke = None if felt is None else _raekke(udsnit, fund, felt.navn)
    vaerdi = None if felt is None or raekke is None else raekke.get(felt.navn)
    if felt is None or not isinstance(vaerdi, str):
        return None
    ny = renset(vaerdi, linjer=er_flerlinjet(felt))
    return None if ny == vaerdi else {felt.navn: ny or None}


def renset(tekst: str, *, linjer: bool) -> str:
    """The same text without what nobody can see; line breaks only where there may be some."""
    tekst = unicodedata.normalize("NFC", tekst.replace("\r\n", "\n").replace("\r", "\n"))
    tekst = tekst.translate(_USYNLIGE)
    tekst = "".join(
        tegn if tegn == "\n" or not unicodedata.category(tegn).startswith("C") else " "
        for tegn in tekst
    )
    if not linjer:
        return " ".join(tekst.split())
    hver = (_MELLEMRUM.sub(" ", linje).strip() for linje in tekst.split("\n"))
    return _TOMME_LINJER.sub("\n\n", "\n".join(hver)).strip()


def _webadresse(udsnit: Udsnit, fund: Fund) -> Svar:
    felt = _felt(fund)
    raekke = None if felt is None else _raekke(udsnit, fund, felt.navn)
    vaerdi = None if felt is None or raekke is None else raekke.get(felt.navn)
    ny = som_webadresse(vaerdi) if isinstance(vaerdi, str) else None
    if felt is None or ny is None or ny == vaerdi or len(ny) > (felt.laengde or len(ny)):
        return None
    return {felt.navn: ny}


def som_webadresse(tekst: str) -> str | None:
    """The address with its beginning put right; None where it is no address, or one of mail."""
    bar = "".join(tekst.translate(_USYNLIGE).split()).strip("<>\"'.,;")
    if len(tekst.split()) > 1 and not _SKEMA.match(tekst.strip()):
        return None  # several words
    sikker = not bar.lower().startswith("http:")
    rest = _SKEMA.sub("", bar, count=1)
    if "@" in rest.split("/")[0] or not _ADRESSE.match(rest):
        return None
    return f"http{'s' if sikker else ''}://{rest}"


def _slet(_udsnit: Udsnit, fund: Fund) -> Svar:
    return Slet() if fund.tabel == "tilknytning" else None


def _aflys(udsnit: Udsnit, fund: Fund) -> Svar:
    raekke = _raekke(udsnit, fund, "aflyst") if fund.tabel == "aktivitet" else None
    return None if raekke is None or raekke.get("aflyst") else {"aflyst": True}


_RETTERE: Mapping[Rettelse, Retter] = {
    Rettelse.UDFYLD_STANDARD: _udfyld_standard,
    Rettelse.SAMME_TEKST_RENSET: _rens_tekst,
    Rettelse.FORSLAG_TIL_ADRESSE: _webadresse,
    Rettelse.SLET_TILKNYTNING: _slet,
    Rettelse.AFLYS: _aflys,
}
