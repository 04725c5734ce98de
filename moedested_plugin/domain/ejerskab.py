# SPDX-License-Identifier: GPL-2.0-or-later
"""Places that another authority owns (*andres steder*): what is theirs is corrected with them, what is ours stays open.

What goes to GeoFA is the owner's; what GeoFA does not have (surface, closing, condition, internal note, links to a
moedested) is the municipality's own, whoever owns the place.
"""

from __future__ import annotations

from .felt import Felt, Offentlig, Tabel
from .steder import STED_TABELLER

EJER = "cvr_kode"
#: Runs that may change what others own: what comes from its owner, and taking exactly that back.
UNDTAGNE_KOERSLER = ("import", "fortryd import", "fortryd")
KODE = "andres"
BESKED = "Stedet ejes af en anden myndighed og rettes hos dem."
SLET_BESKED = "Stedet ejes af en anden myndighed og kan ikke slettes her."

#: No field of GeoFA, but it says which version of theirs we have.
_FOELGER_MED = ("geofa_version",)


def kan_vaere_andres(beskrevet: Tabel) -> bool:
    """Whether rows of the table have an owner."""
    return beskrevet in STED_TABELLER


def er_ejerens(felt: Felt) -> bool:
    """Whether the field belongs to the owner of the place, and is locked when that is somebody else."""
    return felt.geofa is not None or Offentlig.GEOFA in felt.off or felt.navn in _FOELGER_MED


def ejerens_felter(beskrevet: Tabel) -> tuple[str, ...]:
    """The fields of a place that are locked when another authority owns it; the geometry is too."""
    if not kan_vaere_andres(beskrevet):
        return ()
    return tuple(felt.navn for felt in beskrevet.felter if er_ejerens(felt))
