# SPDX-License-Identifier: GPL-2.0-or-later
"""What a publication says when it cannot go on."""

from __future__ import annotations


class UdgivelsesFejl(Exception):
    """Nothing was published, or what was is taken back; `str(fejl)` is one Danish sentence that says what to do.

    `siger_uroert`: as that of `StoreFejl`.
    """

    def __init__(self, besked: str = "", *, siger_uroert: bool = False) -> None:
        super().__init__(besked)
        self.siger_uroert = siger_uroert
