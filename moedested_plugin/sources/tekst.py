# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes plain text of what a source calls text: no HTML, no control characters, no space around it."""

from __future__ import annotations

import html
import re
import unicodedata
from html.parser import HTMLParser
from typing import Any

_TAG = re.compile(r"<(?=[a-zA-Z/!?])")
_ENTITET = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
#: Control and direction characters, which can hide what a text says; line break and tabulator stay.
_USYNLIGE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_LINJESKIFT = re.compile("\r\n?|\x85|\u2028|\u2029")
_LOESE_ACCENTER = re.compile("[\u0300-\u036f]")
_RUNDER = 4  # texts that were encoded twice, or three times
_UDELADT = frozenset(
    (
        "script",
        "style",
        "head",
        "title",
        "iframe",
        "object",
        "embed",
        "noscript",
        "template",
        "svg",
        "math",
    )
)
_BLOK = frozenset(
    ("p", "div", "br", "hr", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6",
     "blockquote", "section", "article", "header", "footer", "pre", "dt", "dd")
)  # fmt: skip
_ADRESSE = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>\"]+\Z", re.IGNORECASE)


#: Whatever JSON holds.
Json = Any


class _Tekst(HTMLParser):
    """Collects the text of an HTML; a link keeps its address in brackets."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._dele: list[str] = []
        self._udeladt: list[str] = []
        self._link: str | None = None
        self._link_fra = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open what is left out, a block or a link."""
        if tag in _UDELADT:
            self._udeladt.append(tag)
        elif self._udeladt:
            return
        elif tag == "a":
            adresse = (dict(attrs).get("href") or "").strip()
            self._link = adresse if _ADRESSE.match(adresse) else None
            self._link_fra = len(self._dele)
        elif tag == "li":
            self._dele.append("\n– ")
        elif tag in {"td", "th"}:
            self._dele.append(" ")
        elif tag in _BLOK:
            self._dele.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take <br/> for <br>; <script/> hides nothing after it."""
        if tag not in _UDELADT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened."""
        if tag in self._udeladt:
            del self._udeladt[self._udeladt.index(tag) :]
        elif self._udeladt:
            return
        elif tag == "a" and self._link is not None:
            tekst = "".join(self._dele[self._link_fra :]).strip()
            vist = (
                self._link.partition(":")[2]
                if not self._link.lower().startswith("http")
                else self._link
            )
            if vist.rstrip("/") != tekst.rstrip("/"):
                self._dele.append(f" ({vist})" if tekst else vist)
            self._link = None
        elif tag in _BLOK and tag != "br":
            self._dele.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep text that is to be seen."""
        if not self._udeladt:
            self._dele.append(data)

    def tekst(self) -> str:
        """Give what was collected, with at most one empty line between."""
        linjer = (" ".join(linje.split()) for linje in "".join(self._dele).split("\n"))
        return re.sub(r"\n{3,}", "\n\n", "\n".join(linjer))


def _uden_html(tekst: str) -> str:
    laeser = _Tekst()
    try:
        laeser.feed(tekst)
        laeser.close()
    except (AssertionError, ValueError):  # a malformed declaration, in Python before 3.13
        return re.sub(r"<[^>]*>?", " ", tekst)
    return laeser.tekst()


def rens(tekst: str) -> str | None:
    """Give the text without HTML, control characters and space around it; None when nothing is left."""
    ren = _USYNLIGE.sub("", _LINJESKIFT.sub("\n", tekst))
    for _ in range(_RUNDER):
        foer = ren
        if _TAG.search(ren):
            ren = _uden_html(ren)
        elif _ENTITET.search(ren):
            ren = html.unescape(ren)
        else:
            break
        ren = _USYNLIGE.sub("", _LINJESKIFT.sub("\n", ren))
        if ren == foer:
            break
    # What still looks like a tag (an entity encoded five times, a comparison without spaces) must not become one.
    ren = _TAG.sub("< ", ren)
    if _LOESE_ACCENTER.search(ren):
        ren = unicodedata.normalize("NFC", ren)
    return ren.strip() or None


def rens_json(vaerdi: Json) -> Json:
    """Clean every text in a JSON value, keys too."""
    if isinstance(vaerdi, str):
        return rens(vaerdi)
    if isinstance(vaerdi, list):
        return [rens_json(led) for led in vaerdi]
    if isinstance(vaerdi, dict):
        return {rens(str(navn)) or "": rens_json(led) for navn, led in vaerdi.items()}
    return vaerdi


def har_html(tekst: str) -> bool:
    """Whether a text holds tags."""
    return bool(_TAG.search(tekst))
