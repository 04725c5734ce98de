# SPDX-License-Identifier: GPL-2.0-or-later
"""Expressions for a published row, which has no value lists: the text of a code stands in a column beside it."""

from __future__ import annotations

import re

from moedested_plugin.domain.offentlig import tekstnavn

_KODETEKST = re.compile(r'represent_value\("(\w+)"\)')


def offentligt_udtryk(udtryk: str) -> str:
    """Give the expression with the public column that holds a code's text in place of the value list."""
    return _KODETEKST.sub(lambda fundet: f'"{tekstnavn(fundet[1])}"', udtryk)
