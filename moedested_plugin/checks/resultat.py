# SPDX-License-Identifier: GPL-2.0-or-later
"""What a run found, as it is kept in the table `fund`: with when it was first seen, and whether it is accepted."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from moedested_plugin.domain.kontrol import Kontrol
from moedested_plugin.domain.regler import Alvor

from .fund import Fund
from .undtagelser import Undtagelse

#: A rule that hits more of a layer is shown as one line.
FOLDES_OVER = 0.10
#: Fewer findings are never folded: of five rows, one is a fifth.
FOLDES_MINDST = 10


@dataclass(frozen=True)
class Post:
    """One finding of the list."""

    fund: Fund
    fund_id: str
    foerst_set: dt.datetime
    #: Not in the list before this run.
    ny: bool = False
    undtagelse: Undtagelse | None = None
    #: `kilde_k` of the row, for *accept for this source*; None where the table has none.
    kilde: int | None = None

    @property
    def accepteret(self) -> bool:
        """Left out of the counts."""
        return self.undtagelse is not None


@dataclass(frozen=True)
class Resultat:
    """The findings, and what was looked at."""

    poster: tuple[Post, ...]
    #: Rows per table.
    set_paa: Mapping[str, int] = field(default_factory=dict)
    kontroller: tuple[Kontrol, ...] = ()
    tidspunkt: dt.datetime | None = None
    koersel_id: str = ""
    afbrudt: bool = False
    #: Public rows that stay at home, by table.
    holdt: Mapping[str, Collection[str]] = field(default_factory=dict)

    @cached_property
    def antal(self) -> Mapping[Alvor, int]:
        """Findings by severity, without those accepted."""
        talt = Counter(post.fund.alvor for post in self.poster if not post.accepteret)
        return {alvor: talt[alvor] for alvor in Alvor}

    @cached_property
    def per_regel(self) -> Mapping[tuple[str, str], int]:
        """(code, table) → findings that are not accepted."""
        return Counter(
            (post.fund.kode, post.fund.tabel) for post in self.poster if not post.accepteret
        )

    @cached_property
    def foldede(self) -> frozenset[tuple[str, str]]:
        """(code, table) of the rules that hit more than a tenth of a layer: shown as one line with a count."""
        return frozenset(
            (kode, tabel)
            for (kode, tabel), antal in self.per_regel.items()
            if antal >= FOLDES_MINDST and antal > FOLDES_OVER * self.set_paa.get(tabel, 0)
        )
