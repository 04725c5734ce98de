# SPDX-License-Identifier: GPL-2.0-or-later
"""What going back to an earlier version would change: what would reappear, what would vanish."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moedested_plugin.i18n import tr

from . import privat
from .aendringer import Aendringer, find_aendringer
from .fejl import UdgivelsesFejl
from .nye import som_nu
from .planlager import Planlager

if TYPE_CHECKING:
    from .raekker import Raekke, Tabel
    from .sted import Sted


@dataclass(frozen=True)
class Tilbageplan:
    """`udeladt` rows of the version stay away, because they were removed to protect somebody."""

    version: str
    aendringer: Aendringer
    udeladt: int


def planlaeg_tilbage(sted: Sted, version: str) -> Tilbageplan:
    """Compare the version with what is out there. Nothing is written."""
    valgt = sted.udgave(version)
    if not valgt.er_hel:
        raise UdgivelsesFejl(tr("Udgivelsen {} er beskadiget. Vælg en anden.").format(version))
    fjernes = privat.ramte(sted.fjernede(), valgt)
    nyt = {
        tabel: {n: v for n, v in raekker.items() if n not in fjernes.get(tabel, {})}
        for tabel, raekker in valgt.aftryk().items()
    }

    def hent(tabel: Tabel, noegler: Collection[str]) -> Mapping[str, Raekke]:
        return som_nu(valgt, tabel, noegler)

    return Tilbageplan(
        version,
        find_aendringer(Planlager(), nyt, sted.gaeldende(), hent),
        sum(map(len, fjernes.values())),
    )
