# SPDX-License-Identifier: GPL-2.0-or-later
"""Many at work for a long time on one database: editors, a publisher, readers of the real service, a checker.

At the end: no update lost, no wrong answer, and nothing that only grows.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import psycopg2

from tests.belastning import hovedbog, landet, proces
from tests.belastning.belast import login
from tests.integration.publishing.udsted import EGET
from tests.ows import ledig_port
from tests.postgis import OPRETTER, VAERT, Database, Klynge
from tests.servere import Tjener, nginx_qgis

ROLLE = Path(__file__).with_name("rolle.py")
#: Moedesteder that all editors change, and that readers read.
FAELLES = 4
#: The first part of the time warms up: caches fill, QGIS opens what it needs.
OPVARMNING = 1 / 3
#: From the middle third to the last third of the time the median of a process may grow so much: MB (or this share of what
#: it has, where that is more), open files, threads, connections. Less is what an allocator moves back and forth.
MB, ANDEL, STYK = 12.0, 0.05, 1.0
#: Fewer looks than this say nothing of growth.
MINDST_BLIKKE = 12
#: A worker of QGIS Server falls now and then of itself; systemd starts it again, and no reader may notice. Not more often than this (s).
FALD_HVER = 600.0
BEGYNDT = 300


@dataclass(frozen=True)
class Hold:
    """Who takes part, for how many seconds, and how long each rests between two tasks."""

    sekunder: float
    redaktoerer: int = 8
    laesere: int = 4
    arbejdere: int = 4
    hvile: float = 1.0
    udgiv_hver: float = 20.0
    bevis: bool = True
    blik: float = 5.0
    #: Go on, also when the time is up, until so much is saved and everybody has done something.
    mindst: int = 0


class Blik(NamedTuple):
    """One look at one process, or at the connections of one login."""

    tid: float
    hvem: str
    nr: int
    mb: float
    filer: int
    traade: int
    forbindelser: int


@dataclass
class Udfald:
    """What came of it."""

    hold: Hold
    blikke: list[Blik] = field(default_factory=list)
    sandheder: dict[str, frozenset[str]] = field(default_factory=dict)
    svar: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    linjer: list[hovedbog.Linje] = field(default_factory=list)
    uenigheder: list[str] = field(default_factory=list)
    stoppet: list[str] = field(default_factory=list)
    #: Workers of QGIS Server that fell and were started again, with what they ended in.
    faldet: list[str] = field(default_factory=list)

    @property
    def forkerte(self) -> list[str]:
        """Answers that are not whole, or not what their version says."""
        ud = [galt for laeser in self.svar.get("laeser", []) for galt in laeser["forkerte"]]
        for laeser in self.svar.get("laeser", []):
            for version, navne in laeser["set"]:
                if self.sandheder.get(version) != frozenset(navne):
                    ud.append(f"{version}: {sorted(set(navne) ^ self.sandheder.get(version, frozenset()))[:4]}")  # fmt: skip
        return ud


class Vaekst(NamedTuple):
    """The median of a kind's processes in the middle third and in the last third, of that process which grew most."""

    hvem: str
    hvad: str
    midt: float
    sidst: float
    graense: float

    @property
    def for_meget(self) -> bool:
        return self.sidst - self.midt > self.graense


def vaekst(blikke: Sequence[Blik], sekunder: float) -> list[Vaekst]:
    """The worst of each kind."""
    ud: dict[tuple[str, str], Vaekst] = {}
    for hvem, nr in sorted({(b.hvem, b.nr) for b in blikke}):
        egne = [b for b in blikke if (b.hvem, b.nr) == (hvem, nr)]
        midt = [b for b in egne if OPVARMNING <= b.tid / sekunder < 2 / 3]
        sidst = [b for b in egne if 2 / 3 <= b.tid / sekunder <= 1]
        if min(len(midt), len(sidst)) < MINDST_BLIKKE / 3:
            continue
        for hvad in ("mb", "filer", "traade", "forbindelser"):
            foer, efter = (statistics.median(getattr(b, hvad) for b in del_) for del_ in (midt, sidst))  # fmt: skip
            graense = max(MB, ANDEL * foer) if hvad == "mb" else STYK
            en = Vaekst(hvem, hvad, foer, efter, graense)
            kendt = ud.get((hvem, hvad))
            if kendt is None or efter - foer > kendt.sidst - kendt.midt:
                ud[hvem, hvad] = en
    return list(ud.values())


class Soak:
    """The whole arrangement in one folder."""

    def __init__(self, klynge: Klynge, mappe: Path, hold: Hold) -> None:
        self.klynge, self.mappe, self.hold = klynge, mappe, hold
        self.database = Database(klynge, klynge.ny_database())
        self.service = f"soak_{uuid.uuid4().hex[:8]}"
        self.port = ledig_port()
        self.ud = Udfald(hold)
        self.pider: list[tuple[str, int, int]] = []
        self._bruger: dict[str, str] = {}

    def koer(self) -> Udfald:
        """Everybody to work, until the time is up."""
        self._forbered()
        with ExitStack() as stak:
            udgiver = self._start(stak, "udgiver", 0, self._bruger["ejer"], self.hold.udgiv_hver)
            self._vent("udgiver", 1, [udgiver])
            self._sandheder()
            tjener = stak.enter_context(self._tjeneste())
            alle = [udgiver, self._start(stak, "kontrollant", 0, self._bruger["ejer"], 5 * self.hold.hvile)]  # fmt: skip
            alle += [self._start(stak, "redaktoer", nr, self._bruger[f"r{nr}"], self.hold.hvile) for nr in range(self.hold.redaktoerer)]  # fmt: skip
            alle += [self._start(stak, "laeser", nr, self._bruger["ejer"], 0.0) for nr in range(self.hold.laesere)]  # fmt: skip
            self._vent("redaktoer", self.hold.redaktoerer, alle)
            self._pas_paa(alle, tjener)
            (self.mappe / "stop").touch()
            for proces_ in alle:
                proces_.wait(600)
        self._saml(alle)
        return self.ud

    def luk(self) -> None:
        """Drop the database."""
        self.klynge.slet_database(self.database.navn)

    # before ---------------------------------------------------------------------------------------------

    def _forbered(self) -> None:
        from moedested_plugin.store import opret

        with opret(self.database.qgis_forbindelse(), landet.VALGT) as store:
            landet.indsaet_moedesteder(store, 0)
            alle = [str(r["moedested_id"]) for r in store.raekker("moedested", ["moedested_id"])]
        self.faelles = alle[:FAELLES]
        self._bruger["ejer"] = OPRETTER
        for nr in range(self.hold.redaktoerer):
            self._bruger[f"r{nr}"] = self.klynge.ny_bruger("moedested_redaktoer")
        self._laeser = self.klynge.ny_bruger("moedested_laeser")
        self._antal = len(alle)
        for navn, bruger in (("udgiver", OPRETTER), ("server", self._laeser)):
            dsn = self.klynge.dsn(self.database.navn, bruger)
            linjer = (f"{felt}={vaerdi}" for felt, vaerdi in dsn.items())
            (self.mappe / f"{navn}.conf").write_text("\n".join([f"[{self.service}]", *linjer, ""]), "utf-8")  # fmt: skip

    @contextmanager
    def _tjeneste(self) -> Iterator[Tjener]:
        with nginx_qgis(
            f"postgresql:?service={self.service}&schema={EGET}&project=moedesteder",
            arbejdere=self.hold.arbejdere, pgservice=self.mappe / "server.conf", port=self.port,
            QGIS_SERVER_PROJECT_CACHE_STRATEGY="periodic", QGIS_SERVER_PROJECT_CACHE_CHECK_INTERVAL="1000",
        ) as tjener:  # fmt: skip
            self.pider += [("QGIS Server", nr, a.pid) for nr, a in enumerate(tjener.arbejdere)]
            yield tjener

    def _start(self, stak: ExitStack, hvem: str, nr: int, bruger: str, hvile: float) -> subprocess.Popen[bytes]:  # fmt: skip
        profil = self.mappe / f"profil {hvem} {nr}"
        profil.mkdir(mode=0o700)
        uri = login(self.klynge, self.database.navn, bruger)
        valg = {
            "mappe": str(self.mappe), "nr": nr, "uri": uri, "hvile": hvile, "faelles": self.faelles,
            "service": self.service, "url": f"http://{VAERT}:{self.port}/moedesteder", "antal": self._antal,
            "bevis": self.hold.bevis,
        }  # fmt: skip
        with (self.mappe / f"log {hvem} {nr}").open("wb") as log:
            ud = subprocess.Popen(
                [sys.executable, str(ROLLE), hvem, json.dumps(valg)], stdout=log, stderr=log,
                env={
                    **os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(profil), "XDG_RUNTIME_DIR": str(profil),
                    "QT_QPA_PLATFORM": "offscreen", "PGSERVICEFILE": str(self.mappe / "udgiver.conf"),
                },
            )  # fmt: skip
        stak.callback(_slut, ud)
        self.pider.append((hvem, nr, ud.pid))
        return ud

    def _vent(self, hvem: str, antal: int, alle: Iterable[subprocess.Popen[bytes]]) -> None:
        """Until they have done their first task."""
        frist = time.monotonic() + BEGYNDT
        while len([*self.mappe.glob(f"klar {hvem} *")]) < antal:
            if time.monotonic() > frist or any(en.poll() is not None for en in alle):
                raise RuntimeError(self._logge())
            time.sleep(0.05)

    def _logge(self) -> str:
        return "\n".join(f"{fil.name}: {fil.read_text('utf-8', 'replace')[-1500:]}" for fil in self.mappe.glob("log *"))  # fmt: skip

    # meanwhile ------------------------------------------------------------------------------------------

    def _pas_paa(self, alle: list[subprocess.Popen[bytes]], tjener: Tjener) -> None:
        """Look at everybody, and at what is out, until the time is up."""
        self.pider.append(("PostgreSQL", 0, proces.postmester(self.klynge)))
        start = time.monotonic()
        while (tid := time.monotonic() - start) < self.hold.sekunder or not self._nok(tid):
            self._kig(tid)
            self._sandheder()
            for en, (hvem, nr) in zip(alle, self._hvem(alle)):
                if en.poll() is not None:
                    raise RuntimeError(f"{hvem} {nr} er stoppet ({en.returncode})\n{self._logge()}\n{tjener.log[-2000:]}")  # fmt: skip
            for nr, arbejder in enumerate(tjener.arbejdere):
                if arbejder.poll() is not None:
                    self.ud.faldet.append(f"QGIS Server {nr} faldt ({arbejder.returncode})")
                    ny = nr + len(tjener.arbejdere) * len(self.ud.faldet)
                    self.pider.append(("QGIS Server", ny, tjener.genstart(nr).pid))
            time.sleep(self.hold.blik)
        self._sandheder()

    def _nok(self, tid: float) -> bool:
        """Whether a short run has shown anything."""
        if tid > self.hold.sekunder + BEGYNDT:
            raise RuntimeError(self._logge())
        gemt = sum(len(bog.read_bytes().splitlines()) for bog in self.mappe.glob("hovedbog *"))
        alle = self.hold.redaktoerer + self.hold.laesere + 2
        return gemt >= self.hold.mindst and len([*self.mappe.glob("klar *")]) == alle

    def _hvem(self, alle: list[subprocess.Popen[bytes]]) -> list[tuple[str, int]]:
        navne = {pid: (hvem, nr) for hvem, nr, pid in self.pider}
        return [navne[en.pid] for en in alle]

    def _kig(self, tid: float) -> None:
        forbindelser: dict[str, int] = dict(
            self.database.udfoer(
                "select usename, count(*) from pg_stat_activity where datname = current_database() group by 1"
            )
        )
        for hvem, nr, pid in self.pider:
            status = proces.felter(pid)
            if "RssAnon" not in status:  # ended, and not yet taken away
                continue
            egne = forbindelser.get(self._login(hvem, nr), 0) if hvem != "PostgreSQL" else sum(forbindelser.values())  # fmt: skip
            mb = status["RssAnon"] / 1024
            if hvem == "PostgreSQL":
                mb = max(proces.egen_mb(barn) for barn in (pid, *proces.boern(pid)))
            self.ud.blikke.append(Blik(tid, hvem, nr, mb, proces.aabne_filer(pid), status["Threads"], egne))  # fmt: skip

    def _login(self, hvem: str, nr: int) -> str:
        if hvem == "redaktoer":
            return self._bruger[f"r{nr}"]
        return {"QGIS Server": self._laeser, "laeser": ""}.get(hvem, OPRETTER)

    def _sandheder(self) -> None:
        """What each version that is out says, as its own schema has it; a version never changes."""
        for (skema,) in self.database.udfoer(r"select nspname from pg_namespace where nspname ~ '^pub_\d'"):  # fmt: skip
            try:
                ((version,),) = self.database.udfoer(f"select version from {skema}.udgivelse")
                if version not in self.ud.sandheder:
                    navne = self.database.udfoer(f"select navn from {skema}.moedested")
                    self.ud.sandheder[version] = frozenset(navn for (navn,) in navne)
            except (psycopg2.errors.UndefinedTable, psycopg2.errors.InvalidSchemaName):
                continue  # pruned just now

    # afterwards -----------------------------------------------------------------------------------------

    def _saml(self, alle: list[subprocess.Popen[bytes]]) -> None:
        self.ud.stoppet = [f"proces {en.pid}: {en.returncode}" for en in alle if en.returncode]  # fmt: skip
        if self.ud.stoppet:
            self.ud.stoppet.append(self._logge())
        for hvem in ("redaktoer", "udgiver", "kontrollant", "laeser"):
            filer = sorted(self.mappe.glob(f"udfald {hvem} *"))
            self.ud.svar[hvem] = [json.loads(fil.read_text("utf-8")) for fil in filer]
        self.ud.linjer = hovedbog.laes(sorted(self.mappe.glob("hovedbog *")))
        foedt = {(linje.tabel, linje.noegle) for linje in self.ud.linjer if linje.art == "ny"}
        kaeder = hovedbog.kaeder(self.database)
        egne = {raekke: kaede for raekke, kaede in kaeder.items() if raekke in foedt or raekke[0] == "moedested" or not kaede.lever}  # fmt: skip
        self.ud.uenigheder = hovedbog.uenigheder(self.ud.linjer, egne)


def _slut(proces_: subprocess.Popen[bytes]) -> None:
    if proces_.poll() is None:
        proces_.kill()
    proces_.wait()
