# SPDX-License-Identifier: GPL-2.0-or-later
"""A sentence that knows what it is made of, so that it can be said in another language."""

from __future__ import annotations

from typing import Union

Led = Union[str, int]


class Saetning(str):
    """A Danish text like any other: the database and the documents take it as it is.

    It remembers its pattern and the parts that were put in (`Saetning("{0} mangler.", "Navn")`), for whoever
    translates: each name and each pattern is translated once, and not every name in every sentence.
    """

    moenster: str
    led: tuple[Led, ...]

    def __new__(cls, moenster: str, *led: Led) -> Saetning:
        """Put the parts into the pattern."""
        selv = super().__new__(cls, moenster.format(*led))
        selv.moenster, selv.led = moenster, led
        return selv
