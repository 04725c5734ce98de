# SPDX-License-Identifier: GPL-2.0-or-later
"""Findings as people read them, in the user's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from moedested_plugin.domain.regler import Alvor
from moedested_plugin.i18n import oversat, tr

if TYPE_CHECKING:
    from moedested_plugin.domain.kontrol import Kontrol

    from .fund import Fund

#: What fills a sentence with a word of the model, which has a translation; the rest are the municipality's own data.
_MODELLENS = frozenset({"felt", "tabel"})
_PLADS = re.compile(r"\{[^{}]*\}")


def fundtekst(fund: Fund) -> str:
    """The sentence of one finding."""
    vaerdier = {
        navn: oversat(vaerdi) if navn in _MODELLENS and isinstance(vaerdi, str) else vaerdi
        for navn, vaerdi in fund.vaerdier.items()
    }
    try:
        return oversat(fund.kontrol.besked).format(**vaerdier)
    except (KeyError, IndexError, ValueError):  # kept by another version of the plugin
        return regeltekst(fund.kontrol)


def regeltekst(kontrol: Kontrol) -> str:
    """The sentence of a check, with dots where a finding has its values."""
    return _PLADS.sub("…", oversat(kontrol.besked))


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
