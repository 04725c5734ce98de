# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks the web addresses whether anyone answers, when the user wants to know: in a task, never in a normal run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QLocale

from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qgis.core import QgsFeedback

    from moedested_plugin.checks.objekter import Objekt
    from moedested_plugin.checks.resultat import Resultat

    from .kontrollant import Kontrollant
    from .liste import Raekke


@dataclass(frozen=True)
class Linkgang:
    """What a task brings back."""

    resultat: Resultat
    objekter: Mapping[Raekke, Objekt]
    #: Different addresses that can be asked.
    adresser: int


def spoerg(adresse: str, af: str, gem: bool, feedback: QgsFeedback) -> Linkgang:
    """Ask every address of the store; `gem` keeps the answers there."""
    from moedested_plugin.checks.gemte import PAA_OPFORDRING
    from moedested_plugin.checks.kontrol import Valg, kontroller
    from moedested_plugin.checks.links import antal_at_spoerge
    from moedested_plugin.checks.objekter import objekter
    from moedested_plugin.store import aabn

    valg = Valg(koder=PAA_OPFORDRING, paa_opfordring=True, af=af, gem=gem)
    with aabn(adresse, feedback, opgrader=False) as store:
        resultat = kontroller(store, valg, feedback)
        kendte = objekter(store, (post.fund for post in resultat.poster))
        return Linkgang(resultat, kendte, antal_at_spoerge(store))


def tag_imod(rum: Kontrollant, gang: Linkgang) -> None:
    """Put the answers among the other findings, and say the sum."""
    from .liste import Fundliste

    if rum.liste is None:
        rum.liste = Fundliste(gang.resultat, {})
    rum.liste.erstat_kontroller({et.kode for et in gang.resultat.kontroller}, gang.resultat.poster)
    rum.liste.objekter.update(gang.objekter)
    rum.opdater()
    if not gang.adresser:
        rum.messages.info(tr("Der er ingen links på nettet at prøve."))
        return
    talt = Counter(post.fund.kode for post in gang.resultat.poster if not post.accepteret)
    dele = [
        tekst.format(QLocale().toString(talt[kode]))
        for kode, tekst in (
            ("links.svarer_ikke", tr("{0} svarer ikke")),
            ("links.certifikat", tr("{0} er ikke sikre")),
            ("links.omdirigeret", tr("{0} er flyttet")),
        )
        if talt[kode]
    ]
    antal = QLocale().toString(gang.adresser)
    if dele:
        sum_ = tr("{0} links er prøvet: {1}. De står på listen.")
        rum.messages.warning(sum_.format(antal, ", ".join(dele)))
    else:
        rum.messages.success(tr("{0} links er prøvet. Alle svarer.").format(antal))
