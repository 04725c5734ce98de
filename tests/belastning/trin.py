# SPDX-License-Identifier: GPL-2.0-or-later
"""Run as a program: steps of `make load`, measured; one line of JSON for each on standard output.

usage: trin.py ARGUMENTS STEP…     (ARGUMENTS, JSON: mappe, antal, bevis, uri and service of a database or '', servere: pids)
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / ".ci"), str(ROOT / "tests" / "bench")]

from qgis.core import QgsApplication, QgsFeedback, QgsProject, QgsRectangle  # noqa: E402

from moedested_plugin.checks.kontrol import Valg, kontroller  # noqa: E402
from moedested_plugin.checks.resultat import Resultat  # noqa: E402
from moedested_plugin.printing.bestilling import Bestilling, find_skabelon  # noqa: E402
from moedested_plugin.printing.udskriv import Grundlag, udskriv  # noqa: E402
from moedested_plugin.project import opret_projekt  # noqa: E402
from moedested_plugin.publishing.forbered import udgiver  # noqa: E402
from moedested_plugin.publishing.holdte import forbehold  # noqa: E402
from moedested_plugin.publishing.lokal_server import LokalServer  # noqa: E402
from moedested_plugin.publishing.maal import som_maal  # noqa: E402
from moedested_plugin.publishing.plan import planlaeg  # noqa: E402
from moedested_plugin.sources.anvend import anvend  # noqa: E402
from moedested_plugin.sources.importer import lav_plan  # noqa: E402
from moedested_plugin.sources.laest import Kilde  # noqa: E402
from moedested_plugin.store import aabn, opret  # noqa: E402
from tests.belastning import landet, proces  # noqa: E402
from tests.postgis import gem_forbindelse  # noqa: E402

#: Metres around the town that the overview shows, and sheets of each kind.
UDSNIT_M, ARK = 5_000, 3

Arbejde = Callable[[], object]


class Sag:
    """Where everything lies."""

    def __init__(self, valg: Mapping[str, str | int]) -> None:
        self.mappe, self.antal = Path(str(valg["mappe"])), int(valg["antal"])
        self._uri, self.service, self._kaldt = str(valg["uri"]), str(valg["service"]), ""

    @property
    def store(self) -> str:
        """The database where there is one, else the file."""
        if self._uri and not self._kaldt:
            self._kaldt = gem_forbindelse(self._uri)
        return self._kaldt or str(self.mappe / "lager.gpkg")

    @property
    def projekt(self) -> Path:
        return self.mappe / "projekt.qgz"

    @property
    def maal(self) -> dict[str, str]:
        """The target: of the same kind as the store."""
        if self._uri:
            return {"type": "qgisserver-postgis", "connection": f"service={self.service}", "service": "belastning"}  # fmt: skip
        return {"type": "qgisserver-file", "folder": str(self.mappe / "ud"), "service": "belastning"}  # fmt: skip


def klargoer(sag: Sag) -> Arbejde:
    """The files of the sources, and a store that holds the moedesteder and nothing else."""
    store = sag.store

    def goer() -> int:
        if store.endswith(".gpkg"):
            kode = landet.VALGT.kode
            opret_projekt(kode, store, sag.projekt, False, None, QgsFeedback())
        else:
            opret(store, landet.VALGT).luk()
        landet.leverancer(sag.mappe, sag.antal)
        with aabn(store) as aaben:
            return landet.indsaet_moedesteder(aaben, sag.antal)

    return goer


def importer(sag: Sag) -> Arbejde:
    """Read both files, compare, and write."""
    store, filer = sag.store, landet.leverancer(sag.mappe, sag.antal)

    def goer() -> int:
        nye = 0
        for slags, fil in filer:
            with aabn(store) as aaben, lav_plan(aaben, Kilde(str(fil)), slags.profil) as plan:
                nye += anvend(aaben, plan, "belastning").nye
        return nye

    return goer


def kontroller_alt(sag: Sag) -> Arbejde:
    """Every rule, and the findings kept."""
    store = sag.store

    def goer() -> int:
        with aabn(store) as aaben:
            return len(kontroller(aaben, Valg(af="belastning")).poster)

    return goer


def udgiv(sag: Sag) -> Arbejde:
    """Everything, with its private proof; the check that goes before it is a step of its own."""
    store, maal = sag.store, som_maal(sag.maal)

    def goer() -> int:
        with aabn(store) as aaben:
            hvem = udgiver(aaben, maal, "belastning")
            plan = planlaeg(
                aaben, hvem.sted.gaeldende(), Resultat(()), forbehold(aaben, "belastning")
            )
            hvem.udgiv(plan)
        return sum(plan.antal.values())

    return goer


def udskriv_kommune(sag: Sag) -> Arbejde:
    """One municipality: an overview, and a few sheets of its moedesteder and routes."""
    by = next(by for by in landet.byer() if by.kode == landet.VALGT.kode)
    ramme = (by.x - UDSNIT_M, by.y - UDSNIT_M, by.x + UDSNIT_M, by.y + UDSNIT_M)
    steder = landet.noegler_i(by.kode, sag.antal)
    project = QgsProject.instance()
    if not project.read(str(sag.projekt)):
        raise RuntimeError(sag.projekt)

    def goer() -> int:
        filer = 0
        with aabn(sag.store) as store:
            ruter = islice(store.inden_for("rute", ramme, ["objekt_id"]), ARK)
            for navn, noegler, udsnit in (
                ("oversigt", steder, QgsRectangle(*ramme)),
                ("moedestedsark", frozenset(sorted(steder)[:ARK]), None),
                ("ruteark", frozenset(str(rute["objekt_id"]) for rute in ruter), None),
            ):
                skabelon = find_skabelon(navn)
                bestilt = Bestilling(
                    skabelon, skabelon.standard, sag.mappe / "tryk", noegler, udsnit
                )
                svar = udskriv(Grundlag(bestilt, project, store))
                if svar.fejl:
                    raise RuntimeError(svar.fejl)
                filer += len(svar.filer)
        return filer

    return goer


TRIN: Mapping[str, Callable[[Sag], Arbejde]] = {
    "klargoer": klargoer, "importer": importer, "kontroller": kontroller_alt, "udgiv": udgiv, "udskriv": udskriv_kommune,
}  # fmt: skip


def main(valgt: str, *trin: str) -> None:
    """Make ready, then measure: one step after the other."""
    valg = json.loads(valgt)
    sag = Sag(valg)
    application = QgsApplication([], True)
    application.initQgis()
    if not valg["bevis"]:
        LokalServer.findes = staticmethod(lambda: False)  # type: ignore[method-assign]
    for navn in trin:
        arbejde = TRIN[navn](sag)
        antal = []
        with proces.betjent(valg["servere"]) as server:
            egen = proces.maalt(lambda goer=arbejde, ud=antal: ud.append(goer()))  # type: ignore[misc]
        egen["cpu"] += server.cpu
        print(
            json.dumps({"trin": navn, **egen, "server_mb": server.mb, "antal": antal[0]}),
            flush=True,
        )
    QgsProject.instance().clear()
    application.exitQgis()


if __name__ == "__main__":
    main(*sys.argv[1:])
