# SPDX-License-Identifier: GPL-2.0-or-later
"""What is said when a print is done: one line with the way to the files, and the pages that failed by name."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices

from moedested_plugin.gui.ud.opgave import aabn_mappe
from moedested_plugin.i18n import tr
from moedested_plugin.printing.valg import husk_udskrevet

from .oenske import AENDRET, ALLE

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from qgis.PyQt.QtWidgets import QWidget

    from moedested_plugin.gui.messages import Button
    from moedested_plugin.gui.udgiv.doer import UdOmgivelser
    from moedested_plugin.printing.bestilling import Bestilling
    from moedested_plugin.printing.udskriv import Fejlet, Grundlag, Resultat

    from .oenske import Oenske

_LOG = logging.getLogger(__name__)


def husk_naar(
    grundlag: Grundlag, oenske: Oenske, svar: Resultat, maa_skrive: bool, begyndt: dt.datetime
) -> None:
    """Remember when the product was last printed whole, so that the next print can be of what changed since."""
    from moedested_plugin.store import StoreFejl

    skabelon = grundlag.bestilling.skabelon
    if not maa_skrive or svar.fejl or not skabelon.tabel or oenske.raekker not in (ALLE, AENDRET):
        return
    try:
        husk_udskrevet(grundlag.store, skabelon, begyndt)
    except StoreFejl as fejl:
        _LOG.warning("%s", fejl)


def meld(
    rum: UdOmgivelser, svar: Resultat, bestilling: Bestilling, vinduer: list[QWidget]
) -> str:  # fmt: skip
    """Say it in QGIS's message bar, and give the same words."""
    tekst = antal_tekst(svar, bestilling)
    knapper: list[Button] = []
    pdf = [fil for fil in svar.filer if fil.suffix == ".pdf"]
    if len(pdf) == 1:
        knapper.append((tr("Åbn"), partial(aabn_fil, pdf[0])))
    knapper.append((tr("Åbn mappen"), partial(aabn_mappe, bestilling.mappe)))
    if svar.fejl:
        vis = partial(_vis_fejl, rum, svar.fejl, vinduer)
        rum.messages.warning(tekst, (tr("Vis hvilke"), vis), *knapper)
    elif svar.bemaerkninger:
        rum.messages.info(tekst, *knapper)
    else:
        rum.messages.success(tekst, *knapper)
    return tekst


def antal_tekst(svar: Resultat, bestilling: Bestilling) -> str:
    """How much was made, what was not, and what is to be said."""
    sider = tr("1 side") if svar.sider == 1 else tr("{} sider").format(svar.sider)
    led = [tr("{0}: {1} udskrevet.").format(bestilling.skabelon.titel, sider)]
    if svar.fejl:
        navne = ", ".join(fejlet.navn for fejlet in svar.fejl[:3])
        mere = len(svar.fejl) - 3
        navne += tr(" og {} mere").format(mere) if mere > 0 else ""
        led.append(tr("Ikke udskrevet: {}.").format(navne))
    return " ".join([*led, *dict.fromkeys(svar.bemaerkninger)])


def aabn_fil(fil: Path) -> None:
    """Show the file in the system's own viewer."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(fil)))


def _vis_fejl(rum: UdOmgivelser, fejl: tuple[Fejlet, ...], vinduer: list[QWidget]) -> None:
    from moedested_plugin.gui.ud.resultat import Gruppe, Punkt, ResultatDialog

    dialog = ResultatDialog(
        tr("Ikke udskrevet"),
        tr("De andre sider er lavet. Ret det, der mangler, og udskriv igen."),
        [Gruppe(tr("Sider, der ikke kunne laves"), [Punkt(et.navn, et.grund) for et in fejl])],
        lambda _tabel, _noegle: None,
        [],
        rum.iface.mainWindow(),
    )
    vinduer.append(dialog)
    dialog.show()
