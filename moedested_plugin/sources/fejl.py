# SPDX-License-Identifier: GPL-2.0-or-later
"""What can stop the reading of a source, each with one Danish sentence that says what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

Spoergsmaal = Literal["lag", "crs", "tegnsaet"]


class LaeseFejl(Exception):
    """A source could not be read; `str(fejl)` is the sentence for the user. Nothing was changed."""


def oedelagt(navn: str) -> LaeseFejl:
    """What to raise where a part of the file is missing; `navn` is what the user calls it."""
    return LaeseFejl(tr("{} er ødelagt eller afkortet. Hent den igen.").format(navn))


class Annulleret(LaeseFejl):
    """The user stopped the reading."""


@dataclass(frozen=True)
class Valg:
    """One answer: the value for the field of `Kilde` that was asked for, and what the user reads."""

    vaerdi: str
    tekst: str


class MaaSpoerges(LaeseFejl):
    """Only the user can say. `om` names the field of `Kilde` to fill in; the likeliest answer stands first."""

    def __init__(self, besked: str, om: Spoergsmaal, valg: Iterable[Valg]) -> None:
        super().__init__(besked)
        self.om: Spoergsmaal = om
        self.valg = tuple(valg)
