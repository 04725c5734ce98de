# SPDX-License-Identifier: GPL-2.0-or-later
"""Findings as people read them, in the user's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from moedested_plugin.domain.regler import Alvor
from moedested_plugin.i18n import oversat, tr

if TYPE_CHECKING:
    from moedested_plugin.domain.kontrol import Kontrol

    from .fund import Fund

#: What fills a sentence with a word of the model, which has a translation; the rest are the municipality's own data.
_MODELLENS = frozenset({"felt", "tabel"})
_PLADS = re.compile(r"\{([^{}]*)\}")


def fundtekst(fund: Fund) -> str:
    """The sentence of one finding."""
    try:
        return oversat(fund.kontrol.besked).format(**_oversatte(fund))
    except (KeyError, IndexError, ValueError):  # kept by another version of the plugin
        return regeltekst(fund.kontrol)


def regeltekst(kontrol: Kontrol) -> str:
    """The sentence of a check, with dots where a finding has its values."""
    return _udfyldt(kontrol, {})


def faellestekst(fund: Iterable[Fund]) -> str:
    """One sentence for findings of one check: what all have in common, and dots where they differ."""
    gennem = iter(fund)
    foerste = next(gennem)
    faelles = _oversatte(foerste)
    for et in gennem:
        if et.vaerdier != foerste.vaerdier:
            egne = _oversatte(et)
            faelles = {n: v for n, v in faelles.items() if n in egne and egne[n] == v}
    return _udfyldt(foerste.kontrol, faelles)


def _oversatte(fund: Fund) -> dict[str, object]:
    return {
        navn: oversat(vaerdi) if navn in _MODELLENS and isinstance(vaerdi, str) else vaerdi
        for navn, vaerdi in fund.vaerdier.items()
    }


def _udfyldt(kontrol: Kontrol, vaerdier: Mapping[str, object]) -> str:
    """The sentence with the values there are. Dots at its end need no full stop."""
    besked = oversat(kontrol.besked)
    tekst = _PLADS.sub(lambda plads: str(vaerdier.get(plads[1], "…")), besked)
    return tekst[:-1] if tekst.endswith("….") else tekst


def alvortekst(alvor: Alvor) -> str:
    """One finding of the severity."""
    return {
        Alvor.FEJL: tr("Fejl"),
        Alvor.ADVARSEL: tr("Advarsel"),
        Alvor.ANBEFALING: tr("Anbefaling"),
    }[alvor]


def alvor_flertal(alvor: Alvor) -> str:
    """Findings of the severity."""
    return {
        Alvor.FEJL: tr("Fejl"),
        Alvor.ADVARSEL: tr("Advarsler"),
        Alvor.ANBEFALING: tr("Anbefalinger"),
    }[alvor]
