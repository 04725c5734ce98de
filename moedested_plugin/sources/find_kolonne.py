# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds the source's column for a name in a profile."""

from __future__ import annotations

from collections.abc import Sequence

from moedested_plugin.domain.navne import ens_navn

from .laest import KildeFelt


class Kolonner:
    """The source's columns by name: the exact name counts first, then one that differs in the case of its letters only.

    `som_hoert`: last one that sounds the same, without blanks, signs and accents.
    """

    def __init__(self, felter: Sequence[KildeFelt], *, som_hoert: bool) -> None:
        bagfra = felter[::-1]  # of two alike, the first counts
        #: The columns of the staging table that somebody asked for.
        self.brugt: set[str] = set()
        self._praecis = {felt.navn: felt for felt in bagfra}
        self._uden_store = {felt.navn.casefold(): felt for felt in bagfra}
        self._hoert = {ens_navn(felt.navn): felt for felt in bagfra} if som_hoert else {}

    def find(self, navne: Sequence[str]) -> KildeFelt | None:
        """The column of the first of these names that there is one for."""
        skrevet = (self._praecis.get(n) or self._uden_store.get(n.casefold()) for n in navne)
        hoert = (self._hoert.get(ens_navn(n)) for n in navne)
        fundet = next(filter(None, skrevet), None) or next(filter(None, hoert), None)
        if fundet is not None:
            self.brugt.add(fundet.kolonne)
        return fundet
