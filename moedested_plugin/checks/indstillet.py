# SPDX-License-Identifier: GPL-2.0-or-later
"""What the municipality has decided of the checks: which run, which numbers, which words. Kept in the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from moedested_plugin.domain.kontrol import Graense, Kontrol, Ordliste

if TYPE_CHECKING:
    from moedested_plugin.store import Store

NOEGLE = "kontrol"


@dataclass(frozen=True)
class Indstillet:
    """Read with `laes`, changed by `dataclasses.replace`, kept with `gem`."""

    slaaet_fra: frozenset[str] = frozenset()
    graenser: Mapping[str, float] = field(default_factory=dict)
    ordlister: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def koerer(self, kontrol: Kontrol) -> bool:
        """Whether the municipality wants this check."""
        return kontrol.kode not in self.slaaet_fra

    def tal(self, graense: Graense) -> float:
        """The municipality's number, or the one that the check came with."""
        return self.graenser.get(graense.navn, graense.standard)

    def ord(self, liste: Ordliste) -> tuple[str, ...]:
        """The municipality's words, or those that the check came with."""
        return self.ordlister.get(liste.navn, liste.standard)


def laes(store: Store) -> Indstillet:
    """As kept; what cannot be understood is taken for not set."""
    gemt: Any = store.indstilling(NOEGLE)
    if not isinstance(gemt, dict):
        return Indstillet()
    fra, graenser, ordlister = (gemt.get(n) for n in ("slaaet_fra", "graenser", "ordlister"))
    return Indstillet(
        frozenset(map(str, fra)) if isinstance(fra, list) else frozenset(),
        {str(n): float(x) for n, x in graenser.items() if isinstance(x, (int, float))}
        if isinstance(graenser, dict)
        else {},
        {str(n): tuple(map(str, led)) for n, led in ordlister.items() if isinstance(led, list)}
        if isinstance(ordlister, dict)
        else {},
    )


def gem(store: Store, indstillet: Indstillet) -> None:
    """Keep for all colleagues."""
    store.saet_indstilling(
        NOEGLE,
        {
            "slaaet_fra": sorted(indstillet.slaaet_fra),
            "graenser": dict(indstillet.graenser),
            "ordlister": {navn: list(led) for navn, led in indstillet.ordlister.items()},
        },
    )
