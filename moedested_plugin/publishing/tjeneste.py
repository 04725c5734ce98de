# SPDX-License-Identifier: GPL-2.0-or-later
"""What the municipality says of its service."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Oplysninger:
    """What the municipality says of its service."""

    titel: str
    resume: str
    organisation: str
    mail: str
    telefon: str
    noegleord: tuple[str, ...]
    gebyr: str
    betingelser: str
    metadata_url: str
    url: str
