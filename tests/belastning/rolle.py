# SPDX-License-Identifier: GPL-2.0-or-later
"""Run as a program: one person or machine of `make soak`, until a file says stop.

usage: rolle.py WHO ARGUMENTS.json     (WHO: redaktoer, udgiver, kontrollant or laeser)
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.belastning import hovedbog  # noqa: E402
from tests.postgis import gem_forbindelse  # noqa: E402

#: Rows of his own that an editor has at the most.
EGNE = 20
#: Shares of what an editor does: change what all have in common, change a row of his own, make one, delete one.
FAELLES, EGEN, NY = 0.5, 0.7, 0.86


class Arbejdsdag:
    """What everybody knows: where to write, when to stop, how long to rest between two tasks."""

    def __init__(self, valg: Mapping[str, Any]) -> None:
        self.mappe, self.nr = Path(valg["mappe"]), int(valg["nr"])
        self.uri, self.valg = str(valg["uri"]), valg
        self.hvile = float(valg["hvile"])
        self.tilfaeldig = random.Random(self.nr)

    @property
    def slut(self) -> bool:
        return (self.mappe / "stop").exists()

    def hvil(self, sekunder: float, ro: Callable[[], object] = lambda: None) -> None:
        """Rest, and let QGIS do what it has waiting meanwhile."""
        til = time.monotonic() + sekunder
        while time.monotonic() < til and not self.slut:
            ro()
            time.sleep(0.02)

    def gange(self, ro: Callable[[], object] = lambda: None) -> Iterator[int]:
        """Task after task; a file says that the first is done."""
        nr = 0
        while not self.slut:
            yield nr
            if not nr:
                (self.mappe / f"klar {self.valg['hvem']} {self.nr}").touch()
            nr += 1
            self.hvil(self.hvile * self.tilfaeldig.uniform(0.5, 1.5), ro)


class Redaktoer:
    """An editor at his own QGIS: real layers, the plugin's own guard over every save."""

    def __init__(self, dag: Arbejdsdag) -> None:
        from qgis.core import QgsProject

        from moedested_plugin.store import aabn
        from tests.integration.gui.redigering import Redigering, byg_lag

        self.dag, self.project = dag, QgsProject.instance()
        self.store = aabn(gem_forbindelse(dag.uri))
        byg_lag(self.project, self.store)
        self.bord = Redigering(self.project, self.store, f"R{dag.nr}")
        self.bog = dag.mappe / f"hovedbog {dag.nr}"
        self.bog.touch()
        self.egne: list[str] = []
        self.tal = dict.fromkeys(("gemt", "konflikt", "opgivet", "afvist"), 0)
        self.grunde: set[str] = set()
        self._sagt: list[str] = []
        self._nr = 0

    def navn(self) -> str:
        """A text that nobody has written before."""
        self._nr += 1
        return f"Bænken ved søen {self.dag.nr}-{self._nr}"

    def arbejd(self) -> None:
        """One of the tasks, by lot; every second conflict is won, the others are given up."""
        valgt = self.dag.tilfaeldig.random()
        if valgt < FAELLES:
            self.ret("moedested", "moedested", self.dag.tilfaeldig.choice(self.dag.valg["faelles"]))
        elif valgt < EGEN and self.egne:
            self.ret("baenk", "facilitet_punkt", self.dag.tilfaeldig.choice(self.egne))
        elif (valgt < NY and len(self.egne) < EGNE) or not self.egne:
            self.ny()
        else:
            self.slet(self.egne[0])

    def ret(self, rolle: str, tabel: str, noegle: str) -> None:
        """Read, think, write, save; answer when a colleague was there first."""
        self.bord.rediger()
        feature = self._find(rolle, tabel, noegle)
        fra, til = feature["navn"], self.navn()
        self.dag.hvil(self.dag.tilfaeldig.uniform(0, self.dag.hvile), self._ro)
        self.bord.ret(rolle, feature.id(), {"navn": til})
        konflikter = self._gem(rolle)
        if konflikter:
            self.tal["konflikt"] += 1
            if self.dag.tilfaeldig.random() < 0.5:
                self.tal["opgivet"] += 1
                self._rul()
                return
            fra = self._mit_vinder(konflikter, fra)
            if self._gem(rolle):  # once more a colleague: let him have it
                self.tal["opgivet"] += 1
                self._rul()
                return
        self._noter(rolle, hovedbog.Linje("ret", tabel, noegle, fra, til))

    def ny(self) -> None:
        """Draw a bench."""
        self.bord.rediger()
        til = self.navn()
        x, y = (
            self.dag.tilfaeldig.uniform(680_000, 690_000),
            self.dag.tilfaeldig.uniform(6_075_000, 6_085_000),
        )
        fid = self.bord.ny("baenk", {"navn": til, "facil_ty_k": 1371}, f"Point({x} {y})")
        noegle = str(self.bord.feature("baenk", fid)["objekt_id"])
        self._gem("baenk")
        if self._noter("baenk", hovedbog.Linje("ny", "facilitet_punkt", noegle, None, til)):
            self.egne.append(noegle)

    def slet(self, noegle: str) -> None:
        """Take the oldest bench away."""
        self.bord.rediger()
        feature = self._find("baenk", "facilitet_punkt", noegle)
        fra, layer = feature["navn"], self.bord.lag("baenk")
        layer.deleteFeature(feature.id())
        self._gem("baenk")
        if self._noter("baenk", hovedbog.Linje("slet", "facilitet_punkt", noegle, fra, None)):
            self.egne.remove(noegle)

    def _ro(self) -> None:
        from tests.integration.gui.redigering import ro

        ro()

    def _find(self, rolle: str, tabel: str, noegle: str) -> Any:
        from qgis.core import QgsFeatureRequest

        udtryk = f"\"{hovedbog.NOEGLE[tabel]}\" = '{noegle}'"
        return next(
            self.bord.lag(rolle).getFeatures(QgsFeatureRequest().setFilterExpression(udtryk))
        )

    def _gem(self, rolle: str) -> list[Any]:
        """Save and end editing; what a colleague did meanwhile, where that stopped it."""
        gemt = self.bord.gem(rolle, slut=True)
        self._sagt = self.bord.linjer()
        if gemt:
            return []
        konflikter: list[Any] = []
        self.bord.vagt.vis_konflikter.connect(konflikter.extend)
        if any("siden du hentede det" in linje for linje in self._sagt):
            self.bord.tryk("Se forskellen")
        self.bord.vagt.vis_konflikter.disconnect(konflikter.extend)
        self.bord.bar.clearWidgets()
        return konflikter

    def _mit_vinder(self, konflikter: list[Any], fra: str) -> str:
        """Mine wins over what the colleague wrote, which I have now seen: gives that."""
        from moedested_plugin.gui.konflikt_valg import Svar, udfoer

        for konflikt in konflikter:
            udfoer(self.bord.vagt, konflikt, Svar.VALGT, [])
            fra = next((str(f.deres) for f in konflikt.felter if f.felt == "navn"), fra)
        return fra

    def _noter(self, rolle: str, linje: hovedbog.Linje) -> bool:
        """It is saved when QGIS says so and nothing was put back to be saved again."""
        gemt = not self.bord.lag(rolle).isEditable()
        if gemt:
            hovedbog.skriv(self.bog, linje)
            self.tal["gemt"] += 1
        else:
            self.tal["afvist"] += 1
            self.grunde.update(self._sagt or ["uden et ord"])
            self._rul()
        return gemt

    def _rul(self) -> None:
        for layer in self.project.mapLayers().values():
            if layer.isEditable():
                layer.rollBack()
        self.bord.bar.clearWidgets()
        self._ro()

    def luk(self) -> None:
        self.bord.luk()
        self.project.clear()
        self.store.luk()


def redaktoer(dag: Arbejdsdag) -> dict[str, Any]:
    """Edit all day."""
    en = Redaktoer(dag)
    for _ in dag.gange(en._ro):
        en.arbejd()
    en.luk()
    return {**en.tal, "grunde": sorted(en.grunde)[:20]}


def udgiver(dag: Arbejdsdag) -> dict[str, Any]:
    """Check, plan, publish and verify, again and again; the first time there is no service yet."""
    from dataclasses import replace

    from moedested_plugin.publishing.fejl import UdgivelsesFejl
    from moedested_plugin.publishing.forbered import forbered
    from moedested_plugin.publishing.lokal_server import LokalServer
    from moedested_plugin.publishing.maal import som_maal
    from moedested_plugin.store import aabn

    if not dag.valg["bevis"]:
        LokalServer.findes = staticmethod(lambda: False)  # type: ignore[method-assign]
    maal = {
        "type": "qgisserver-postgis", "connection": f"service={dag.valg['service']}", "service": "moedesteder",
    }  # fmt: skip
    adresse = gem_forbindelse(dag.uri)
    udgivne, fejl = 0, list[str]()
    for nr in dag.gange():
        egen = som_maal({**maal, **({"url": dag.valg["url"]} if nr else {})})
        try:
            with aabn(adresse) as store:
                klar = forbered(store, replace(egen, wait=600), "Udgiver")
                udgivne += bool(klar.udgiver.udgiv(klar.plan).version)
        except UdgivelsesFejl as galt:
            fejl.append(str(galt))
            if not nr:
                raise
    return {"udgivne": udgivne, "fejl": fejl}


def kontrollant(dag: Arbejdsdag) -> dict[str, Any]:
    """Check everything again and again, and keep the findings."""
    from moedested_plugin.checks.kontrol import Valg, kontroller
    from moedested_plugin.store import aabn

    adresse, fund = gem_forbindelse(dag.uri), 0
    gange = 0
    for _ in dag.gange():
        gange += 1
        with aabn(adresse) as store:
            fund = len(kontroller(store, Valg(af="Kontrollant")).poster)
    return {"gange": gange, "fund": fund}


def laeser(dag: Arbejdsdag) -> dict[str, Any]:
    """Read the whole again and again: each answer whole, and of one version."""
    import threading

    from tests.integration.publishing.klienter import Klient

    klient = Klient(dag.valg["url"], threading.Event(), dag.valg["antal"])
    for _ in dag.gange():
        klient.forsoeg()
    return {
        "svar": klient.svar, "forkerte": klient.forkerte[:20], "antal_forkerte": len(klient.forkerte),
        "set": [[version, sorted(map(str, navne))] for version, navne in klient.set],
    }  # fmt: skip


HVEM = {"redaktoer": redaktoer, "udgiver": udgiver, "kontrollant": kontrollant}


def main(hvem: str, valg: str) -> None:
    """Do it; the outcome goes into a file."""
    dag = Arbejdsdag({**json.loads(valg), "hvem": hvem})
    if hvem == "laeser":  # a browser, not QGIS
        ud = laeser(dag)
    else:
        from qgis.core import QgsApplication

        application = QgsApplication([], True)
        application.initQgis()
        ud = HVEM[hvem](dag)
        application.exitQgis()
    (dag.mappe / f"udfald {hvem} {dag.nr}").write_text(json.dumps(ud, ensure_ascii=False), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
