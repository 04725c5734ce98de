# SPDX-License-Identifier: GPL-2.0-or-later
"""A finding: which check, which row, what to say, and the exact place."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from moedested_plugin.domain.kontrol import Kontrol
from moedested_plugin.domain.regler import Alvor


def aftryk_af(*dele: object) -> str:
    """A short hash of the values, for `Fund.aftryk`."""
    return hashlib.sha256(repr(dele).encode("utf-8")).hexdigest()[:16]


@dataclass(frozen=True)
class Fund:
    """One finding on one row (or on the store as a whole: `noegle` is '')."""

    kontrol: Kontrol
    tabel: str
    noegle: str
    #: Fills `{…}` in the check's sentence.
    vaerdier: Mapping[str, object] = field(default_factory=dict)
    felt: str | None = None
    #: Where exactly, EPSG:25832; None where the row has no place.
    sted: tuple[float, float] | None = None
    #: What tells two findings of the same check on the same row apart (a place, another row's key, a word).
    maerke: str = ""
    #: Of what the finding depends on. An accepted finding comes back when this changes.
    aftryk: str = ""

    @property
    def kode(self) -> str:
        """The check's code."""
        return self.kontrol.kode

    @property
    def alvor(self) -> Alvor:
        """How bad."""
        return self.kontrol.alvor

    @property
    def tekst(self) -> str:
        """The sentence."""
        return self.kontrol.besked.format(**self.vaerdier)

    @property
    def noegle_i_listen(self) -> tuple[str, str, str, str]:
        """Equal for the same finding from run to run."""
        return (self.kode, self.tabel, self.noegle, self.maerke)
