# SPDX-License-Identifier: GPL-2.0-or-later
"""Stops XML that names entities or hides its encoding, before any parser sees it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path
from typing import IO

from moedested_plugin.i18n import tr

from .fejl import LaeseFejl

_START = 1 << 20
#: What may come before the first element: white space, the declaration, instructions and comments.
_FORAN = re.compile(rb"(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_TEGNSAET = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})")
_KENDTE = frozenset(
    ("utf-8", "utf8", "utf-16", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "windows-1252")
)


def erklaeret(start: bytes) -> str | None:
    """Give the encoding that the first line of an XML names, in small letters."""
    fund = _TEGNSAET.search(start.replace(b"\0", b"")[:400])
    return fund[1].decode("ascii").lower() if fund else None


def kontroller(sti: Path) -> None:
    """Refuse an XML file with a document type, entities, or an encoding that hides them."""
    with sti.open("rb") as fil:
        _se_igennem(fil, sti.name)


def kontroller_data(data: bytes, navn: str) -> None:
    """Refuse the same in what a service answered."""
    _se_igennem(io.BytesIO(data), navn)


def kontroller_pakke(sti: Path) -> None:
    """Refuse a spreadsheet (a zip of XML) with the same."""
    try:
        with zipfile.ZipFile(sti) as pakke:
            for navn in pakke.namelist():
                if navn.lower().endswith((".xml", ".rels")):
                    with pakke.open(navn) as fil:
                        _se_igennem(fil, sti.name)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, ValueError, zlib.error):
        raise LaeseFejl(
            tr("Regnearket {} er ødelagt eller låst. Gem det igen, og prøv igen.").format(sti.name)
        ) from None


def rod(start: bytes) -> bytes:
    """Give what comes after the prolog: the first element."""
    for bom in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        start = start[len(bom) :] if start.startswith(bom) else start
    start = start.replace(b"\0", b"")
    fund = _FORAN.match(start)
    return start[fund.end() :] if fund else start


def _se_igennem(fil: IO[bytes], navn: str) -> None:
    start = fil.read(_START)
    tegnsaet = erklaeret(start)
    if tegnsaet not in _KENDTE | {None}:
        raise LaeseFejl(
            tr("{} er XML i tegnsættet {}, som ikke bruges. Gem den som UTF-8.").format(
                navn, tegnsaet
            )
        )
    if rod(start).startswith(b"<!"):
        raise LaeseFejl(
            tr("{} har en DOCTYPE, som kan hente andre filer. Bed om filen uden.").format(navn)
        )
