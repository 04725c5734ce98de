# SPDX-License-Identifier: GPL-2.0-or-later
"""Sees that a file is one page of a service's answer: what is missing then is not gone at the source."""

from __future__ import annotations

import re
from pathlib import Path

from moedested_plugin.i18n import tr

from . import ogr_doer, slags, sprog

_START, _SLUT = 16 << 10, 4 << 10
#: How WFS and OGC API write how many there are in all; an ArcGIS server only says that it stopped.
_I_ALT = re.compile(rb"[\"']?(?:numberMatched|totalFeatures)[\"']?\s*[:=]\s*[\"']?(\d{1,12})\b")
_STOPPEDE = re.compile(rb"[\"']exceededTransferLimit[\"']\s*:\s*true")


def bemaerkninger(sti: Path, art: slags.Slags, datasaet: ogr_doer.Datasaet) -> list[str]:
    """What to say of a file that says itself that there is more."""
    if art not in {slags.JSON, slags.GML}:
        return []
    with sti.open("rb") as fil:
        start = fil.read(_START)
        fil.seek(max(0, sti.stat().st_size - _SLUT))
        slut = fil.read()
    har = sum(datasaet.GetLayer(nr).GetFeatureCount() for nr in range(datasaet.GetLayerCount()))
    fund = _I_ALT.search(_uden_raekker(start)) or _I_ALT.search(_uden_raekker(slut, bagfra=True))
    if fund and int(fund[1]) > har >= 0:
        return [
            tr(
                "Filen er kun en del: den har {} af {}. Hent det hele, eller brug tjenestens adresse."
            ).format(har, sprog.raekker(int(fund[1])))
        ]
    if _STOPPEDE.search(start) or _STOPPEDE.search(slut):
        return [
            tr("Filen er kun en del; tjenesten stoppede ved {}. Hent resten med.").format(
                sprog.raekker(har)
            )
        ]
    return []


def _uden_raekker(data: bytes, *, bagfra: bool = False) -> bytes:
    """What stands before the first row, or after the last: a row may have a column of that name."""
    if bagfra:
        return data[data.rfind(b"]") + 1 :]
    slut = re.search(rb"[\"']features[\"']\s*:|<(?:[\w.-]+:)?(?:member|featureMembers?)\b", data)
    return data[: slut.start()] if slut else data
