# SPDX-License-Identifier: GPL-2.0-or-later
"""Clients that read a service again and again while somebody publishes to it, and what they find wrong."""

from __future__ import annotations

import json
import os
import threading
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException

#: Swaps of the hammer. MOEDESTED_HAMMER makes it many (make harden).
HAMMER = int(os.environ.get("MOEDESTED_HAMMER", "4"))
KLIENTER = 4
#: Seconds that the verification may take: what is looked for is wrong answers, not slow ones.
VENT = 900.0
#: Seconds that a client waits: longer than nginx, which says what is too slow (75 s in the shipped examples).
TAALMOD = 120


def hent(url: str, lag: str) -> list[dict[str, object]]:
    """The rows of these layers (with commas between), in one answer."""
    spoerg = {
        "SERVICE": "WFS", "VERSION": "1.1.0", "REQUEST": "GetFeature", "TYPENAME": lag,
        "OUTPUTFORMAT": "application/json",
    }  # fmt: skip
    with urllib.request.urlopen(f"{url}?{urllib.parse.urlencode(spoerg)}", timeout=TAALMOD) as svar:
        return [f["properties"] for f in json.load(svar)["features"]]


class Klient(threading.Thread):
    """Fetches everything in one answer, again and again.

    An answer is wrong when it is not whole; `set` keeps of each which version it says it is, and all the names.
    """

    def __init__(self, url: str, stop: threading.Event, antal: int) -> None:
        super().__init__(daemon=True)
        self.url, self.stop, self.antal = url, stop, antal
        self.svar, self.forkerte = 0, list[str]()
        self.set: set[tuple[str, frozenset[object]]] = set()

    def run(self) -> None:
        while not self.stop.is_set():
            self.forsoeg()

    def forsoeg(self) -> None:
        """Fetch once, and keep what is wrong with it."""
        try:
            self.efterse()
        except (OSError, HTTPException, ValueError, LookupError) as fejl:
            self.forkerte.append(repr(fejl))
        self.svar += 1

    def efterse(self) -> None:
        raekker = hent(self.url, "udgivelse,moedested")
        (stempel,) = (raekke for raekke in raekker if "version" in raekke)
        navne = [raekke["navn"] for raekke in raekker if "moedested_id" in raekke]
        if len(navne) != self.antal:
            self.forkerte.append(f"{len(navne)} moedesteder")
        self.set.add((str(stempel["version"]), frozenset(navne)))


@contextmanager
def klienter(url: str, antal: int) -> Iterator[list[Klient]]:
    """Four of them, as long as the block lasts."""
    stop = threading.Event()
    alle = [Klient(url, stop, antal) for _ in range(KLIENTER)]
    for klient in alle:
        klient.start()
    try:
        yield alle
    finally:
        stop.set()
        for klient in alle:
            klient.join(60)


def forkerte(alle: list[Klient], udgivne: dict[str, str]) -> list[str]:
    """What they found wrong, and answers of two minds: `udgivne` is what a version called its first moedested."""
    ud = [fejl for klient in alle for fejl in klient.forkerte]
    for klient in alle:
        for version, navne in klient.set:
            rigtigt = udgivne.get(version)
            andre = navne & ({*udgivne.values()} - {rigtigt})
            if rigtigt is None or rigtigt not in navne or andre:
                ud.append(f"{version}: {rigtigt}, {andre}")
    return ud
