# SPDX-License-Identifier: GPL-2.0-or-later
"""Fixes that need no person to think: what to set in the row of a finding. Nothing is written here.

The caller puts the values into the edit buffer as one undo step, so that the user sees them before they are saved.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Union

from moedested_plugin.domain import rens, webadresser
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


def _tekst(udsnit: Udsnit, fund: Fund) -> tuple[Felt, str] | None:
    """The field and its text, as it is now."""
    felt = _felt(fund)
    raekke = None if felt is None else _raekke(udsnit, fund, felt.navn)
    vaerdi = None if felt is None or raekke is None else raekke.get(felt.navn)
    return (felt, vaerdi) if felt is not None and isinstance(vaerdi, str) else None


def _rens_tekst(udsnit: Udsnit, fund: Fund) -> Svar:
    fundet = _tekst(udsnit, fund)
    if fundet is None:
        return None
    felt, tekst = fundet
    ny = rens.renset(tekst) if er_flerlinjet(felt) else _en_linje(tekst)
    return None if ny == tekst or _for_lang(felt, ny) else {felt.navn: ny or None}


def _en_linje(tekst: str) -> str:
    """A name takes no line breaks, and gets no full stop."""
    if rens.er_forlaest(tekst):
        tekst = rens.genlaest(tekst)
    if rens.har_html(tekst):
        tekst = rens.uden_html(tekst)
    return " ".join(rens.uden_usynlige(tekst).split())


def _for_lang(felt: Felt, tekst: str) -> bool:
    return felt.laengde is not None and len(tekst) > felt.laengde


def _webadresse(udsnit: Udsnit, fund: Fund) -> Svar:
    fundet = _tekst(udsnit, fund)
    ny = None if fundet is None else webadresser.rettet(fundet[1])
    if fundet is None or ny is None or _for_lang(fundet[0], ny):
        return None
    return {fundet[0].navn: ny}


def _ny_adresse(udsnit: Udsnit, fund: Fund) -> Svar:
    """Where the old one led when it was asked."""
    fundet, ny = _tekst(udsnit, fund), fund.vaerdier.get("ny")
    if fundet is None or not isinstance(ny, str) or webadresser.delt(ny) is None:
        return None
    return None if ny == fundet[1] or _for_lang(fundet[0], ny) else {fundet[0].navn: ny}


def _slet(_udsnit: Udsnit, fund: Fund) -> Svar:
    return Slet() if fund.tabel == "tilknytning" else None


def _aflys(udsnit: Udsnit, fund: Fund) -> Svar:
    raekke = _raekke(udsnit, fund, "aflyst") if fund.tabel == "aktivitet" else None
    return None if raekke is None or raekke.get("aflyst") else {"aflyst": True}


_RETTERE: Mapping[Rettelse, Retter] = {
    Rettelse.UDFYLD_STANDARD: _udfyld_standard,
    Rettelse.SAMME_TEKST_RENSET: _rens_tekst,
    Rettelse.FORSLAG_TIL_ADRESSE: _webadresse,
    Rettelse.RENSET_ADRESSE: _webadresse,
    Rettelse.FOELG_OMDIRIGERING: _ny_adresse,
    Rettelse.SLET_TILKNYTNING: _slet,
    Rettelse.AFLYS: _aflys,
}
