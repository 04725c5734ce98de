# SPDX-License-Identifier: GPL-2.0-or-later
"""How fast (tempo) people go, as the municipality says it, and how long a way then takes: on the map and on paper alike."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields

#: The setting of the store that the two are part of: a JSON object with the names below.
INDSTILLING = "udskrift"
_AFRUND_MIN = 5


@dataclass(frozen=True)
class Tempo:
    """On foot and by bicycle (km/h); what is said where the municipality says nothing."""

    gang_kmt: float = 4.0
    cykel_kmt: float = 12.0


def tempo_af(indstilling: object) -> Tempo:
    """Read the setting; what is missing, or no speed, is as for any municipality."""
    valgt = indstilling if isinstance(indstilling, Mapping) else {}
    navne = [felt.name for felt in fields(Tempo) if _er_tempo(valgt.get(felt.name))]
    return Tempo(**{navn: float(valgt[navn]) for navn in navne})


def minutter(meter: float, kmt: float) -> int:
    """How long it takes, rounded up to five minutes."""
    return math.ceil(round(meter / 1000 / kmt * 60 / _AFRUND_MIN, 6)) * _AFRUND_MIN


def _er_tempo(vaerdi: object) -> bool:
    return isinstance(vaerdi, (int, float)) and not isinstance(vaerdi, bool) and vaerdi > 0
