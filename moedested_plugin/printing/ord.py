# SPDX-License-Identifier: GPL-2.0-or-later
"""The fixed words of a print in its own language, which is that of those who read it, not that of QGIS.

Danish is the source. `resources/udskrift/ord.json` has the others: `{"en": {"Åbningstid": "Opening hours"}, "de": …}`.
"""

from __future__ import annotations

import json
from functools import lru_cache

from moedested_plugin.paths import resource


class Ord:
    """Says fixed words in one language; a word that is not translated stays Danish."""

    def __init__(self, sprog: str) -> None:
        self.sprog = sprog
        self._ord = {} if sprog == "da" else _alle()[sprog]

    def __call__(self, dansk: str) -> str:
        """The word or sentence in this language."""
        return self._ord.get(dansk, dansk)


@lru_cache(maxsize=1)
def _alle() -> dict[str, dict[str, str]]:
    alle: dict[str, dict[str, str]] = json.loads(
        resource("udskrift", "ord.json").read_text("utf-8")
    )
    return alle
