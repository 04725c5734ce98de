# SPDX-License-Identifier: GPL-2.0-or-later
"""From a store and a target to a plan: looks at the data, and at what is out there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from moedested_plugin.checks.kontrol import Valg, kontroller
from moedested_plugin.i18n import tr

from .fejl import UdgivelsesFejl
from .holdte import forbehold
from .maal import Maal
from .mappe import Mappe
from .plan import Plan, planlaeg
from .postgis_sted import PostgisSted
from .sted import Sted
from .udgiv import Udgiver

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from moedested_plugin.store import Store


@dataclass(frozen=True)
class Forberedt:
    """A plan, and who can carry it out."""

    udgiver: Udgiver
    plan: Plan


def udgiver(store: Store, maal: Maal, af: str, feedback: QgsFeedback | None = None) -> Udgiver:
    """Open the target."""
    return Udgiver(store, sted(maal), af, feedback)


def sted(maal: Maal) -> Sted:
    """Where the target keeps its versions."""
    return PostgisSted(maal) if maal.maaltype.database else Mappe(maal)


def forbered(store: Store, maal: Maal, af: str, feedback: QgsFeedback | None = None) -> Forberedt:
    """Check the store and work out what would change. Nothing is written at the target."""
    klar = udgiver(store, maal, af, feedback)
    fund = kontroller(store, Valg(af=af), feedback)
    if fund.afbrudt:
        raise UdgivelsesFejl(tr("Planen blev afbrudt. Intet er ændret."), siger_uroert=True)
    plan = planlaeg(store, klar.sted.gaeldende(), fund, forbehold(store, af), feedback)
    if feedback is not None and feedback.isCanceled():
        raise UdgivelsesFejl(tr("Planen blev afbrudt. Intet er ændret."), siger_uroert=True)
    return Forberedt(klar, plan)
