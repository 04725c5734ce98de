# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds words as people type them: without accents, without æøå, with one slip in a long word."""

from __future__ import annotations

import re
import unicodedata

#: From this length one wrong, missing, extra or swapped letter is forgiven.
LONG_WORD = 5

# Each spelling of a Danish letter becomes one and the same: væg, vaeg and vag; ø, oe and o; å, aa and a.
_SAME = str.maketrans({"æ": "a", "ø": "o", "å": "a", "ä": "a", "ö": "o", "ß": "s"})
_DOUBLE = re.compile("ae|aa|oe")


def folded(text: str) -> str:
    """The text in the spelling in which all spellings are the same."""
    plain = unicodedata.normalize("NFC", text).casefold().translate(_SAME)
    bare = "".join(
        sign for sign in unicodedata.normalize("NFD", plain) if not unicodedata.combining(sign)
    )
    return _DOUBLE.sub(lambda pair: pair[0][0], bare)


def words(text: str) -> list[str]:
    """The folded words of a text."""
    return re.findall(r"\w+", folded(text))


def score(query: list[str], text: list[str]) -> float:
    """How well every word asked for is found: 1 all begin a word, 0 when one is missing."""
    worst = 1.0
    for asked in query:
        best = max((_word_score(asked, word) for word in text), default=0.0)
        if not best:
            return 0.0
        worst = min(worst, best)
    return worst


def _word_score(asked: str, word: str) -> float:
    if word.startswith(asked):
        return 1.0
    if len(asked) >= 3 and asked in word:
        return 0.8
    if len(asked) >= LONG_WORD and any(
        _one_slip(asked, word[:length]) for length in range(len(asked) - 1, len(asked) + 2)
    ):
        return 0.6
    return 0.0


def _one_slip(a: str, b: str) -> bool:
    """Whether one letter wrong, missing, extra or two swapped make one the other."""
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest_a, rest_b = a[start:], b[start:]
    swapped = rest_a[:2] == rest_b[1::-1] and len(rest_a) >= 2 and rest_a[2:] == rest_b[2:]
    return (
        rest_a[1:] == rest_b[1:] or rest_a[1:] == rest_b or rest_a == rest_b[1:] or swapped
    ) and a != b
