# SPDX-License-Identifier: GPL-2.0-or-later
"""Unpacks a zip into a folder of ours: no path out of it, no bomb, no links, nothing encrypted."""

from __future__ import annotations

import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from moedested_plugin.i18n import tr

from .fejl import LaeseFejl

FLEST_FILER = 2_000
STOERST = 2 << 30
_FORHOLD = 200  # text shrinks 20 to 50 times; a bomb a thousand
_FRI = 32 << 20  # below this the ratio does not matter
_BLOK = 1 << 20
_OEDELAGT = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, IndexError
)  # fmt: skip


def kontroller(sti: Path) -> list[zipfile.ZipInfo]:
    """Give the files in a zip, or say why it cannot be used."""
    try:
        with zipfile.ZipFile(sti) as pakke:
            indhold = [post for post in pakke.infolist() if not post.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeError, IndexError):
        raise LaeseFejl(
            tr("Zip-filen {} er ødelagt eller afkortet. Hent den igen.").format(sti.name)
        ) from None
    if len(indhold) > FLEST_FILER:
        raise LaeseFejl(
            tr("Zip-filen {} har mere end {} filer. Pak kun det ud, der skal bruges.").format(
                sti.name, FLEST_FILER
            )
        )
    fylder = sum(post.file_size for post in indhold)
    if fylder > STOERST or fylder > max(_FRI, _FORHOLD * sti.stat().st_size):
        raise LaeseFejl(
            tr(
                "Zip-filen {} fylder {} MB udpakket, langt mere end den burde. Pak den ud selv, hvis du stoler på den."
            ).format(sti.name, fylder >> 20)
        )
    return indhold


def pak_ud(sti: Path, til: Path) -> list[tuple[str, Path]]:
    """Unpack every file; gives (name inside the zip, where it lies now)."""
    ude: list[tuple[str, Path]] = []
    tilbage = STOERST
    try:
        with zipfile.ZipFile(sti) as pakke:
            for post in kontroller(sti):
                navn = sikkert(post)
                if navn is None:
                    continue
                maal = til.joinpath(*navn.parts)
                if maal.exists():
                    continue
                maal.parent.mkdir(parents=True, exist_ok=True)
                tilbage -= _skriv(pakke, post, maal, min(tilbage, post.file_size))
                ude.append((str(navn), maal))
    except RuntimeError as fejl:
        raise LaeseFejl(
            tr("Zip-filen {} er låst med en adgangskode. Pak den ud først.").format(sti.name)
        ) from fejl
    except _OEDELAGT:
        raise LaeseFejl(
            tr("Zip-filen {} er ødelagt eller afkortet. Hent den igen.").format(sti.name)
        ) from None
    return ude


def pak_en_ud(sti: Path, navn: str, til: Path) -> Path:
    """Unpack one file of a zip that may be large as a whole."""
    try:
        with zipfile.ZipFile(sti) as pakke:
            post = pakke.getinfo(navn)
            sikker = sikkert(post)
            if sikker is None or post.file_size > max(_FRI, _FORHOLD * post.compress_size):
                raise zipfile.BadZipFile
            maal = til / sikker.name
            maal.parent.mkdir(parents=True, exist_ok=True)
            _skriv(pakke, post, maal, min(post.file_size, STOERST))
    except (*_OEDELAGT, KeyError, RuntimeError):
        raise LaeseFejl(
            tr("Zip-filen {} er ødelagt eller afkortet. Hent den igen.").format(sti.name)
        ) from None
    return maal


def sikkert(post: zipfile.ZipInfo) -> PurePosixPath | None:
    """Give a name that stays inside the folder and that Windows takes; None for what is skipped."""
    if stat.S_ISLNK(post.external_attr >> 16):
        return None
    dele = PurePosixPath(post.filename.replace("\\", "/")).parts
    if not dele or any(del_ in {"..", "/", "."} or ":" in del_ for del_ in dele):
        raise LaeseFejl(
            tr("Zip-filen har en fil, der vil ligge uden for mappen ({}). Brug den ikke.").format(
                post.filename[:60]
            )
        )
    if dele[0] == "__MACOSX":
        return None
    rene = ["".join(t if t.isalnum() or t in "._- " else "_" for t in d)[-60:] for d in dele]
    return PurePosixPath(*(navn.strip(" .") or "_" for navn in rene))


def _skriv(pakke: zipfile.ZipFile, post: zipfile.ZipInfo, maal: Path, hoejst: int) -> int:
    skrevet = 0
    with pakke.open(post) as ind, maal.open("wb") as ud:
        for blok in iter(lambda: ind.read(_BLOK), b""):
            skrevet += len(blok)
            if skrevet > hoejst:  # the list of contents lied
                raise zipfile.BadZipFile
            ud.write(blok)
    return skrevet
