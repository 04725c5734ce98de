# SPDX-License-Identifier: GPL-2.0-or-later
"""The private proof: the new version is looked at by itself, before anybody else can see it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from moedested_plugin.i18n import tr

from .efterproev import IkkeNaaet, Ventet, svar_fejl
from .lokal_mapserver import bevis_mapfil
from .lokal_server import LokalServer
from .maal import MAPSERVER, Maal
from .tjeneste import projektfejl

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from .sted import Udgave


@dataclass(frozen=True)
class Bevis:
    """What was found wrong, and what could not be looked at from here."""

    fejl: tuple[str, ...]
    ubevist: tuple[str, ...] = ()


def bevis(
    maal: Maal, peger: Path, udgave: Udgave, ventet: Ventet, feedback: QgsFeedback | None
) -> Bevis:
    """Look at the data, the pointer, and a private service on it."""
    fejl = _data(udgave)
    if maal.type == MAPSERVER:
        return Bevis(tuple(fejl)) if fejl else Bevis(*bevis_mapfil(peger, ventet, feedback))
    fejl += projektfejl(peger, ventet.antal)
    if fejl:
        return Bevis(tuple(fejl))
    if not LokalServer.findes():
        return Bevis(
            (),
            (
                tr(
                    "QGIS Server findes ikke på denne maskine. Tjenesten er prøvet i QGIS selv, men ikke som WMS og WFS."
                ),
            ),
        )
    with LokalServer(peger) as server:
        try:
            svar = svar_fejl(server.url, ventet, feedback=feedback)
        except IkkeNaaet as grund:
            return Bevis((), (tr("Den private prøve svarede ikke: {}").format(grund),))
    return Bevis((svar,) if svar else ())


def _data(udgave: Udgave) -> list[str]:
    if not udgave.er_hel:
        return [tr("De nye data er ikke hele. Udgiv igen.")]
    talt = udgave.taelling()
    return [
        tr("{} har {} rækker, men skulle have {}. Udgiv igen.").format(navn, talt.get(navn), antal)
        for navn, antal in udgave.manifest.antal.items()
        if talt.get(navn) != antal
    ]
