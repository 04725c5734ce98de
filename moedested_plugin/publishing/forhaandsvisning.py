# SPDX-License-Identifier: GPL-2.0-or-later
"""A version to look at before anybody else can: its data and its project in a temporary folder, for a local server.

Nothing is written at the target. What is left of a QGIS that was killed is removed by the next local server.
"""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from moedested_plugin.i18n import tr

from .aendringer import Aendringer
from .efterladte import HJEM, Seddel, mappe_til_sedler
from .fejl import UdgivelsesFejl
from .kopi import ramme, skriv_kopi
from .nye import bundter, som_nu
from .peger import DANMARK
from .plan import Plan
from .planlager import NY, Indhold, Planlager, intet
from .raekker import TABELLER
from .tjeneste import skriv_projekt
from .tjeneste_oplysninger import oplysninger
from .udgave import DATA, MappeUdgave

if TYPE_CHECKING:
    from moedested_plugin.store import Store

    from .sted import Sted, Udgave

#: Stands where a published version has its name.
VERSION = "forhaandsvisning"


@dataclass(frozen=True)
class Forhaandsvisning:
    """A project that a local server can serve; `fjern` when it is looked at no more."""

    mappe: Path
    seddel: Seddel

    @property
    def projekt(self) -> Path:
        """What to serve."""
        return self.mappe / "service.qgz"

    def fjern(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.mappe, ignore_errors=True)
        self.seddel.fjern()


def byg_forhaandsvisning(store: Store, sted: Sted, plan: Plan | None) -> Forhaandsvisning:
    """Build what the plan would publish; without a plan, what is out there now. Raises `UdgivelsesFejl`."""
    ude = sted.gaeldende() if plan is None or plan.fra is None else sted.udgave(plan.fra)
    if plan is None and ude is None:
        raise UdgivelsesFejl(tr("Der er ikke udgivet noget endnu. Lav en plan først."))
    mappe = Path(tempfile.mkdtemp(prefix=HJEM))
    # The note has no program to stop, only a folder to remove, should this QGIS be killed.
    visning = Forhaandsvisning(mappe, Seddel.skriv(mappe_til_sedler(), 0, "", "", str(mappe)))
    try:
        _skriv(visning, store, plan, ude)
    except OSError:
        visning.fjern()
        raise UdgivelsesFejl(
            tr("Forhåndsvisningen kan ikke skrives i {}. Gør plads på disken.").format(mappe.parent)
        ) from None
    except BaseException:
        visning.fjern()
        raise
    return visning


def _skriv(visning: Forhaandsvisning, store: Store, plan: Plan | None, ude: Udgave | None) -> None:
    data = visning.mappe / DATA
    fra = ude.data if isinstance(ude, MappeUdgave) else None
    if plan is None:
        plan = _uaendret(ude)
    if fra is None and not plan.fra_bunden:
        plan = _hel(plan, ude)
    kommune = store.indstilling("kommune", {})
    kommune = kommune if isinstance(kommune, Mapping) else {}
    stempel: dict[str, str | int] = {
        "version": VERSION, "tid": dt.datetime.now(dt.timezone.utc).isoformat(timespec="seconds"),
        "kommune": str(kommune.get("navn", "")), "kommunekode": int(str(kommune.get("kode") or 0)),
    }  # fmt: skip
    skriv_kopi(data, plan, stempel, fra)
    # No public address: the capabilities would send QGIS there for the map.
    om = replace(oplysninger(store), url="")
    skriv_projekt(
        visning.projekt, lambda tabel: f"{data}|layername={tabel}", "ogr", om, VERSION, ramme(data) or DANMARK,
    )  # fmt: skip


def _uaendret(ude: Udgave | None) -> Plan:
    """A plan that changes nothing."""
    aftryk = ude.aftryk() if ude is not None else {}
    return Plan(
        fra=ude.version if ude is not None else None, aendringer=Aendringer(), holdte=(), blokeringer=(), advarsler=(),
        brud=(), antal={tabel: len(raekker) for tabel, raekker in aftryk.items()}, aftryk=aftryk, fra_bunden=False,
        raekker=intet(), fjernede={},
    )  # fmt: skip


def _hel(plan: Plan, ude: Udgave | None) -> Plan:
    """The plan with the rows too that stay as they are out there: there is no file to begin from."""
    lager = Planlager()
    for tabel in TABELLER:
        rettede = plan.raekker[tabel.navn]
        for bundt in bundter(n for n in plan.aftryk[tabel.navn] if n not in rettede):
            lager.skriv(NY, tabel, som_nu(ude, tabel, bundt).values())
        lager.skriv(NY, tabel, (raekke for _, raekke in rettede.items()))
    raekker = {tabel.navn: Indhold(lager, tabel, plan.aftryk[tabel.navn]) for tabel in TABELLER}
    return replace(plan, fra_bunden=True, raekker=raekker, fjernede={})
