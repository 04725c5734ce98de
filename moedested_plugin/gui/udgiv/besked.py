# SPDX-License-Identifier: GPL-2.0-or-later
"""What a publication has come to, in one plain sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moedested_plugin.gui.panel_text import number
from moedested_plugin.i18n import tr
from moedested_plugin.publishing.aendringer import Art
from moedested_plugin.publishing.efterproev import Udfald
from moedested_plugin.publishing.fejl import UdgivelsesFejl
from moedested_plugin.store import StoreFejl

if TYPE_CHECKING:
    from moedested_plugin.gui.messages import Messages
    from moedested_plugin.publishing.plan import Plan
    from moedested_plugin.publishing.udgiv import Udgivet

    from .arbejde import Slut, Sted


def udgivet_tekst(sted: Sted, plan: Plan) -> str:
    """What went out."""
    tal = (number(plan.per_art[art]) for art in Art)
    return tr("Udgivet til {0}: {1} tilføjet, {2} ændret, {3} fjernet.").format(sted.navn, *tal)


def ikke_naaet(udgivet: Udgivet) -> bool:
    """Whether nobody knows if readers see it."""
    efter = udgivet.efterproevning
    return efter is not None and efter.udfald is Udfald.IKKE_NAAET


def ikke_naaet_tekst(tekst: str, udgivet: Udgivet) -> str:
    """The same, and why nobody knows."""
    efter = udgivet.efterproevning
    grund = efter.grund if efter is not None else ""
    return tr("{0} Men tjenesten kan ikke nås herfra: {1}").format(tekst, grund)


def fejltekst(messages: Messages, slut: Slut) -> str:
    """What stood in the way."""
    fejl = slut.fejl or RuntimeError()
    tekst = messages.sentence(tr("Udgivelsen"), fejl)
    uroert = isinstance(fejl, (StoreFejl, UdgivelsesFejl)) and fejl.siger_uroert
    if slut.skiftet or uroert or tekst != str(fejl):
        return tekst
    return f"{tekst} " + tr("Intet er ændret.")
