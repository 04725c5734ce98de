# SPDX-License-Identifier: GPL-2.0-or-later
"""The private proof: the new version is looked at by itself, before anybody else can see it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from moedested_plugin.i18n import tr

from .efterproev import IkkeNaaet, Ventet, svar_fejl
from .lokal_mapserver import bevis_mapfil
from .lokal_server import LokalServer
from .maal import Maal
from .tjeneste import projektfejl

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from .sted import SlaaOp, Udgave


@dataclass(frozen=True)
class Bevis:
    """What was found wrong, and what could not be looked at from here."""

    fejl: tuple[str, ...]
    ubevist: tuple[str, ...] = ()


def bevis(
    maal: Maal,
    peger: Path,
    udgave: Udgave,
    ventet: Ventet,
    feedback: QgsFeedback | None,
    begyndt: LokalServer | None = None,
) -> Bevis:
    """Look at the data, the pointer, and a private service on it, which may have begun to start."""
    if maal.maaltype.mapserver:
        fejl = _data(udgave)
        return Bevis(tuple(fejl)) if fejl else Bevis(*bevis_mapfil(peger, ventet, feedback))
    if not LokalServer.findes():
        fejl = _uden_server(peger, udgave, ventet)
        ubevist = tr(
            "QGIS Server findes ikke på denne maskine. Tjenesten er prøvet i QGIS selv, men ikke som WMS og WFS."
        )
        return Bevis(tuple(fejl), () if fejl else (ubevist,))
    # The server takes as long to get up and to answer as the rest to be looked at.
    with ThreadPoolExecutor(max_workers=1) as ved_siden_af:
        imens = ved_siden_af.submit(_uden_server, peger, udgave, ventet, udgave.slaa_op)
        try:
            with begyndt or LokalServer(peger) as server:
                svar = _med_server(server, ventet, feedback)
            fejl = imens.result() or svar
        except IkkeNaaet as grund:
            fejl = imens.result() or _uden_server(peger, udgave, ventet)
            return Bevis(tuple(fejl), (tr("Den private prøve svarede ikke: {}").format(grund),))
    return Bevis(tuple(fejl))


def _uden_server(
    peger: Path, udgave: Udgave, ventet: Ventet, slaa_op: SlaaOp | None = None
) -> list[str]:
    return _data(udgave) or projektfejl(peger, ventet.antal, slaa_op)


def _med_server(server: LokalServer, ventet: Ventet, feedback: QgsFeedback | None) -> list[str]:
    svar = svar_fejl(server.url, ventet, feedback=feedback)
    return [svar] if svar else []


def _data(udgave: Udgave) -> list[str]:
    if not udgave.er_som_skrevet:
        return [tr("De nye data er ikke hele. Udgiv igen.")]
    talt = udgave.taelling()
    return [
        tr("{} har {} rækker, men skulle have {}. Udgiv igen.").format(navn, talt.get(navn), antal)
        for navn, antal in udgave.manifest.antal.items()
        if talt.get(navn) != antal
    ]
