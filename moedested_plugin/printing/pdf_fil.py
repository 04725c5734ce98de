# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads a PDF as Qt and GDAL write it, and writes it with some objects new: the others stay byte for byte.

An incremental update would do, but a page that is marked is then in the file twice.

No library is well kept, pure Python, small, and free of what the plugin site refuses: pypdf has asserts, md5 and
`random`, pikepdf is C++. What is needed of the format is little: tables of offsets, dictionaries, deflated streams.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import Any

Ordbog = dict[str, Any]


class Uforstaaet(Exception):
    """The file is no PDF, or one of a kind that we do not touch."""


class Navn(str):
    """A name of the format, such as `/Page`, without its slash."""

    __slots__ = ()


class Ordret(bytes):
    """A number or a string, as it stands in the file."""


@dataclass(frozen=True)
class Henvisning:
    """A reference to an object of the file."""

    nummer: int


#: Real files nest five deep.
_DYBEST = 60
_FLEST_AFSNIT = 200
_HALE = 2048
_ORD = re.compile(
    rb"<<|>>|\[|\]|/[^\0\t\n\f\r <>\[\](){}/%]*|<[0-9A-Fa-f\s]*>|[^\0\t\n\f\r <>\[\](){}/%]+"
)
_MELLEMRUM = re.compile(rb"(?:[\0\t\n\f\r ]|%[^\r\n]*)*")
_HENVISNING = re.compile(rb"(\d+)\s+(\d+)\s+R(?![A-Za-z])")
_OBJEKT = re.compile(rb"\s*(\d+)\s+(\d+)\s+obj")
_AFSNIT = re.compile(rb"\s*(\d+)\s+(\d+)[ \t]*\r?\n")
_STREAM = re.compile(rb"\s*stream\r?\n")


class PdfFil:
    """A PDF in memory. Raises `Uforstaaet` from everything it does."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(b"%PDF-1."):
            raise Uforstaaet("no PDF 1.x")
        self._data = data
        self._steder: dict[int, int] = {}
        #: Where an object or a table starts, and so the one before it ends.
        self._graenser = {len(data)}
        self.trailer = self._laes_tabeller(self._startxref())
        if "Encrypt" in self.trailer:
            raise Uforstaaet("encrypted")
        self._naeste = max([*self._steder, 0]) + 1
        self._nye: dict[int, bytes] = {}
        self.rod = self.ordbog(self.trailer.get("Root"))

    def _startxref(self) -> int:
        sted = self._data.rfind(b"startxref", max(0, len(self._data) - _HALE))
        fundet = (
            re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z").match(self._data, sted)
            if sted >= 0
            else None
        )
        if not fundet:
            raise Uforstaaet("no end: the file was cut")
        return int(fundet[1])

    def _laes_tabeller(self, sidste: int) -> Ordbog:
        """Read every table of offsets, the newest first; the newest word on an object counts."""
        foerste: Ordbog | None = None
        sted: int | None = sidste
        set_foer: set[int] = set()
        while sted is not None:
            if sted in set_foer or len(set_foer) > _FLEST_AFSNIT:
                raise Uforstaaet("tables in a ring")
            set_foer.add(sted)
            trailer = self._laes_tabel(sted)
            foerste = foerste if foerste is not None else trailer
            sted = _heltal(trailer["Prev"]) if "Prev" in trailer else None
        return foerste or {}

    def _laes_tabel(self, sted: int) -> Ordbog:
        if not self._data.startswith(b"xref", sted):
            raise Uforstaaet("the offsets are not in a table")
        self._graenser.add(sted)
        sted += 4
        while afsnit := _AFSNIT.match(self._data, sted):
            foerste, antal = int(afsnit[1]), int(afsnit[2])
            sted = afsnit.end()
            raekker = self._data[sted : sted + 20 * antal]
            if len(raekker) != 20 * antal:
                raise Uforstaaet("a table was cut")
            for nr in range(antal):
                raekke = raekker[20 * nr : 20 * nr + 20]
                if raekke[17:18] == b"n" and raekke[:10].isdigit():
                    self._graenser.add(int(raekke[:10]))
                    self._steder.setdefault(foerste + nr, int(raekke[:10]))
            sted += 20 * antal
        hale = re.compile(rb"\s*trailer").match(self._data, sted)
        if not hale:
            raise Uforstaaet("a table without a trailer")
        trailer, _ = self._vaerdi(hale.end(), 0)
        if not isinstance(trailer, dict) or "XRefStm" in trailer:
            raise Uforstaaet("a trailer of another kind")
        return trailer

    def _vaerdi(self, sted: int, dybde: int) -> tuple[Any, int]:
        """Read one value; gives it and where it ends."""
        sted = _efter_hvidt(self._data, sted)
        if dybde > _DYBEST:
            raise Uforstaaet("nested too deep")
        if self._data.startswith(b"(", sted):
            slut = self._streng_slut(sted)
            return Ordret(self._data[sted:slut]), slut
        if henvisning := _HENVISNING.match(self._data, sted):
            return Henvisning(int(henvisning[1])), henvisning.end()
        fundet = _ORD.match(self._data, sted)
        if not fundet:
            raise Uforstaaet("a value was cut")
        ordet = fundet[0]
        if ordet == b"<<":
            return self._ordbog(fundet.end(), dybde)
        if ordet == b"[":
            return self._liste(fundet.end(), dybde)
        if ordet in {b">>", b"]"}:
            raise Uforstaaet("an end without a start")
        if ordet.startswith(b"/"):
            return Navn(ordet[1:].decode("latin-1")), fundet.end()
        return Ordret(ordet), fundet.end()

    def _ordbog(self, sted: int, dybde: int) -> tuple[Ordbog, int]:
        bog: Ordbog = {}
        while True:
            sted = _efter_hvidt(self._data, sted)
            if self._data.startswith(b">>", sted):
                return bog, sted + 2
            noegle, sted = self._vaerdi(sted, dybde + 1)
            if not isinstance(noegle, Navn):
                raise Uforstaaet("a key that is no name")
            bog[noegle], sted = self._vaerdi(sted, dybde + 1)

    def _liste(self, sted: int, dybde: int) -> tuple[list[Any], int]:
        liste: list[Any] = []
        while True:
            sted = _efter_hvidt(self._data, sted)
            if self._data.startswith(b"]", sted):
                return liste, sted + 1
            vaerdi, sted = self._vaerdi(sted, dybde + 1)
            liste.append(vaerdi)

    def _streng_slut(self, sted: int) -> int:
        aabne = 0
        for tegn in re.compile(rb"\\.|[()]", re.DOTALL).finditer(self._data, sted):
            aabne += {b"(": 1, b")": -1}.get(tegn[0], 0)
            if not aabne:
                return tegn.end()
        raise Uforstaaet("a string was cut")

    def _objekt(self, henvisning: Any) -> tuple[Any, int]:  # noqa: ANN401  # whatever stands in the file
        sted = self._steder.get(henvisning.nummer) if isinstance(henvisning, Henvisning) else None
        hoved = _OBJEKT.match(self._data, sted) if sted is not None else None
        if not hoved or int(hoved[1]) != henvisning.nummer or int(hoved[2]):
            raise Uforstaaet("a reference to nothing")
        return self._vaerdi(hoved.end(), 0)

    def ordbog(self, henvisning: object) -> Ordbog:
        """Give a copy of the dictionary that is referred to."""
        bog, _ = self._objekt(henvisning)
        if not isinstance(bog, dict):
            raise Uforstaaet("no dictionary")
        return bog

    def stroem(self, henvisning: object) -> bytes:
        """Give what the stream holds, unpacked."""
        bog, slut = self._objekt(henvisning)
        start = _STREAM.match(self._data, slut)
        if not isinstance(bog, dict) or not start or "DecodeParms" in bog:
            raise Uforstaaet("no stream that we can read")
        laengde = bog.get("Length")
        antal = _heltal(self._objekt(laengde)[0] if isinstance(laengde, Henvisning) else laengde)
        indhold = self._data[start.end() : start.end() + antal]
        if not re.compile(rb"\s*endstream").match(self._data, start.end() + antal):
            raise Uforstaaet("a stream of another length")
        if bog.get("Filter") is None:
            return indhold
        if bog["Filter"] != "FlateDecode":
            raise Uforstaaet("a stream packed in another way")
        try:
            return zlib.decompress(indhold)
        except zlib.error as fejl:
            raise Uforstaaet("a damaged stream") from fejl

    def sider(self) -> list[Henvisning]:
        """Give the pages in order."""
        fundet: list[Henvisning] = []
        vej: list[Any] = [self.rod.get("Pages")]
        besoegt = 0
        while vej:
            knude = vej.pop()
            besoegt += 1
            bog = self.ordbog(knude)
            if bog.get("Type") == "Page":
                fundet.append(knude)
            vej.extend(reversed(bog.get("Kids", [])))
            if besoegt > len(self._steder):
                raise Uforstaaet("pages in a ring")
        return fundet

    def ny(self) -> Henvisning:
        """Give the number of a new object, to be written by `skriv`."""
        self._naeste += 1
        return Henvisning(self._naeste - 1)

    def skriv(self, henvisning: Henvisning, vaerdi: object) -> Henvisning:
        """Write an object: a new one, or in place of the one of that number."""
        self._nye[henvisning.nummer] = skrevet(vaerdi)
        return henvisning

    def skriv_stroem(
        self, bog: Ordbog, indhold: bytes, *, pak: bool, over: object = None
    ) -> Henvisning:
        """Write a stream: a new one, or over one that is there."""
        if pak:
            indhold, bog = zlib.compress(indhold, 4), {**bog, "Filter": Navn("FlateDecode")}
        henvisning = over if isinstance(over, Henvisning) else self.ny()
        hoved = skrevet({**bog, "Length": len(indhold)})
        self._nye[henvisning.nummer] = hoved + b"\nstream\n" + indhold + b"\nendstream"
        return henvisning

    def faerdig(self, info: Henvisning) -> bytes:
        """Give the whole file: what it had, what is new, one table."""
        ud = bytearray(self._data[: min(self._graenser)])
        graenser = sorted(self._graenser)
        slutter = dict(zip(graenser, graenser[1:]))
        steder: dict[int, int] = {}
        for nummer, sted in sorted(self._steder.items()):
            hoved = _OBJEKT.match(self._data, sted)
            if nummer in self._nye:
                continue
            indhold = self._data[sted : slutter.get(sted, sted)].rstrip()
            if not hoved or int(hoved[1]) != nummer or not indhold.endswith(b"endobj"):
                raise Uforstaaet("an object without an end")
            steder[nummer] = len(ud)
            ud += indhold + b"\n"
        for nummer, indhold in sorted(self._nye.items()):
            steder[nummer] = len(ud)
            ud += b"%d 0 obj\n%s\nendobj\n" % (nummer, indhold)
        tabel = len(ud)
        ud += b"xref\n0 1\n0000000000 65535 f \n"
        for nummer, sted in sorted(steder.items()):
            ud += b"%d 1\n%010d 00000 n \n" % (nummer, sted)
        trailer = {navn: self.trailer[navn] for navn in ("Root", "ID") if navn in self.trailer}
        trailer |= {"Info": info, "Size": self._naeste}
        ud += b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (skrevet(trailer), tabel)
        return bytes(ud)


def skrevet(vaerdi: object) -> bytes:
    """Write a value as the format wants it; a text as UTF-16, which every reader knows."""
    if isinstance(vaerdi, dict):
        led = (
            b"/%s %s" % (str(navn).encode("latin-1"), skrevet(en)) for navn, en in vaerdi.items()
        )
        return b"<< %s >>" % b" ".join(led)
    if isinstance(vaerdi, (list, tuple)):
        return b"[%s]" % b" ".join(map(skrevet, vaerdi))
    if isinstance(vaerdi, Navn):
        return b"/" + vaerdi.encode("latin-1")
    if isinstance(vaerdi, Henvisning):
        return b"%d 0 R" % vaerdi.nummer
    if isinstance(vaerdi, bytes):
        return bytes(vaerdi)
    if isinstance(vaerdi, bool):
        return b"true" if vaerdi else b"false"
    if isinstance(vaerdi, float):
        return b"%.3f" % vaerdi
    if isinstance(vaerdi, int):
        return b"%d" % vaerdi
    tekst = str(vaerdi).encode("utf-16-be", "replace")
    return b"<FEFF%s>" % tekst.hex().upper().encode("ascii")


def _efter_hvidt(data: bytes, sted: int) -> int:
    fundet = _MELLEMRUM.match(data, sted)
    return fundet.end() if fundet else sted


def _heltal(vaerdi: object) -> int:
    if isinstance(vaerdi, bytes) and vaerdi.isdigit():
        return int(vaerdi)
    raise Uforstaaet("no number")
