# SPDX-License-Identifier: GPL-2.0-or-later
"""What a click on MapServer's map answers as HTML: the name, and every filled public field under its Danish alias."""

from __future__ import annotations

from html import escape

from .tjeneste_lag import Tjenestefelt, Tjenestelag

#: MapServer reads no other file as a template.
_MAERKE = "<!-- MapServer Template -->"


def skabelon(lag: Tjenestelag) -> str:
    """Give the template of one row. MapServer replaces the five characters of HTML in every value."""
    overskrift = "navn" if any(felt.navn == "navn" for felt in lag.felter) else lag.felter[1].navn
    linjer = "\n".join(
        _linje(felt) for felt in lag.felter if not felt.teknisk and felt.navn != overskrift
    )
    return (
        f"{_MAERKE}\n<h2>{escape(lag.titel)}: [item name={overskrift} escape=html]</h2>\n{linjer}\n"
    )


def _linje(felt: Tjenestefelt) -> str:
    # what is formatted is escaped with the value, so the tags stand outside
    return f'<div>[item name={felt.navn} escape=html nullformat="" format="{felt.alias}: $value"]</div>'
