# SPDX-License-Identifier: GPL-2.0-or-later
"""Photos whose file is named after a person: the file gets a name that says nothing, and its row follows.

What is on the picture nobody can search for; what a camera writes into a file stays behind when a photo is put in.
"""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from moedested_plugin.domain.faelles import FOTOMAPPE
from moedested_plugin.i18n import tr

from .fejl import StoreFejl
from .persondata import Fjernelse, Forekomst

if TYPE_CHECKING:
    from moedested_plugin.domain.eftersoegt import Eftersoegt

    from .base import Store


def find_fotos(mappe: Path, eftersoegt: Eftersoegt) -> list[Forekomst]:
    """The files in the folder of photos, by their place in the list: the name is what must not be told."""
    return [_sted(nr) for nr, fil in enumerate(_filer(mappe), 1) if eftersoegt.staar_i(fil.name)]


@contextmanager
def flyttede_fotos(
    store: Store, mappe: Path | None, eftersoegt: Eftersoegt
) -> Iterator[tuple[dict[str, str], Fjernelse]]:
    """Lay each file under its new name; the old goes when what is done meanwhile has succeeded, else the new does.

    Gives the new path of each row's, and what will be gone.
    """
    if mappe is None:
        yield {}, Fjernelse()
        return
    nye_stier = {
        sti: f"{FOTOMAPPE}/foto-{uuid.uuid4().hex[:12]}{PurePosixPath(sti).suffix.lower()}"
        for sti in (str(raekke["sti"]) for raekke in store.raekker("foto", ["sti"]))
        if eftersoegt.staar_i(sti) and _er_projektets(mappe, sti)
    }
    loese = [fil for fil in _filer(mappe) if eftersoegt.staar_i(fil.name)]
    flyt = {mappe / sti: mappe / ny for sti, ny in nye_stier.items()}
    for fil in loese:
        flyt.setdefault(fil, fil.with_name(f"foto-{uuid.uuid4().hex[:12]}{fil.suffix.lower()}"))
    fjernet = tuple(_sted(nr) for nr, _ in enumerate(loese, 1))
    lagt = []
    try:
        for fra, til in flyt.items():
            til.parent.mkdir(exist_ok=True)
            lagt.append(til)
            shutil.copyfile(fra, til)
        yield nye_stier, Fjernelse(fjernet)
    except BaseException as fejl:
        for til in lagt:
            til.unlink(missing_ok=True)
        if isinstance(fejl, OSError):
            raise StoreFejl(
                tr("Fotoet kan ikke omdøbes i {}. Må du skrive i mappen?").format(mappe)
            ) from None
        raise
    for fra in flyt:
        fra.unlink(missing_ok=True)


def _er_projektets(mappe: Path, sti: str) -> bool:
    """A file below the folder. A store from others may name any file of the machine: those are not ours to move."""
    fil = mappe / sti
    return fil.is_file() and mappe.resolve() in fil.resolve().parents


def _filer(mappe: Path) -> list[Path]:
    fotos = mappe / FOTOMAPPE
    return sorted(fil for fil in fotos.iterdir() if fil.is_file()) if fotos.is_dir() else []


def _sted(nr: int) -> Forekomst:
    return Forekomst(FOTOMAPPE, "", str(nr), "")
