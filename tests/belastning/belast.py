# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs the steps of `make load` at growing sizes, and judges how their time and memory grow."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import urllib.parse
import urllib.request
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.belastning import landet, proces
from tests.integration.publishing.udsted import EGET
from tests.postgis import KODEORD, OPRETTER, VAERT, Klynge
from tests.servere import nginx_qgis

TRIN = Path(__file__).with_name("trin.py")
FULD = 1_000_000
#: Ten times the rows may take ten times the time and a quarter of that more: machines are noisy.
STRAKS, MARGIN = 10.0, 1.25
#: Seconds of the processor below which a step is mostly its own start, and says nothing of growth.
FOR_LIDT = 1.0
#: What a step may take: MB whatever the size (SQLite's page cache of 256 MB, for the store and for the work file), and bytes
#: for each row. A row of the sources is 1 100 bytes as a point and 2 900 as a line, and three times that as objects of Python;
#: what a step must remember of every row is its key, its place and a number or two.
FAST_MB, BYTES_PR_RAEKKE = 512.0, 500
#: The tiles: pixels, metres of a pixel (0.28 mm) at 1:25 000, 1:100 000 and 1:1 000 000.
PIXLER, METER = 256, (7.0, 28.0, 280.0)
GPKG, POSTGIS = "GeoPackage", "PostGIS"


@dataclass(frozen=True)
class Maaling:
    """One step at one size. `mb`: how much the memory of its process grew, `server_mb`: the largest process that served it."""

    trin: str
    hvor: str
    punkter: int
    vaeg: float
    cpu: float
    mb: float
    server_mb: float
    antal: int

    @property
    def raekker(self) -> float:
        return self.punkter * (1 + landet.LINJER_PR_PUNKT)


@dataclass(frozen=True)
class Vaekst:
    """How a step grew from one size to the next."""

    trin: str
    hvor: str
    fra: int
    til: int
    tid: float
    bytes_pr_raekke: float
    grunde: tuple[str, ...] = ()


def stoerrelser(del_: float) -> list[int]:
    """Points of the runs: the part of the country that was asked for, and a tenth and a hundredth of that."""
    fuld = round(FULD * del_)
    mindst = len(landet.byer()) / landet.LINJER_PR_PUNKT  # a route in every municipality
    return [antal for antal in (fuld // 100, fuld // 10, fuld) if antal >= mindst]


def vaekst(maalinger: Sequence[Maaling]) -> Iterator[Vaekst]:
    """Compare each step with itself at the size before."""
    for nu in maalinger:
        foer = [
            m
            for m in maalinger
            if (m.trin, m.hvor) == (nu.trin, nu.hvor) and m.punkter < nu.punkter
        ]
        if not foer:
            continue
        sidst = max(foer, key=lambda m: m.punkter)
        gange, flere = nu.punkter / sidst.punkter, nu.raekker - sidst.raekker
        tid = nu.cpu / sidst.cpu if sidst.cpu else 1.0
        fylder = (max(nu.mb, nu.server_mb) - max(sidst.mb, sidst.server_mb)) * 2**20 / flere
        grunde = []
        if nu.cpu > FOR_LIDT and tid > gange / 10 * STRAKS * MARGIN:
            grunde.append("tid")
        if max(nu.mb, nu.server_mb) > FAST_MB + BYTES_PR_RAEKKE * nu.raekker / 2**20:
            grunde.append("hukommelse")
        yield Vaekst(nu.trin, nu.hvor, sidst.punkter, nu.punkter, tid, fylder, tuple(grunde))


def login(klynge: Klynge, database: str, bruger: str) -> str:
    """What QGIS is told to come into a database as this user."""
    ord_ = KODEORD.replace("'", "\\'")
    return f"dbname='{database}' host={VAERT} port={klynge.port} user='{bruger}' password='{ord_}' sslmode=disable"


@dataclass
class Belastning:
    """One size, from the files of the sources to the tiles."""

    mappe: Path
    punkter: int
    klynge: Klynge
    #: A small sample: all steps in one process, no private proof, one worker, one scale.
    samlet: bool = False
    maalinger: list[Maaling] = field(default_factory=list)

    def koer(self) -> list[Maaling]:
        """Every step on a file, then every step on a database."""
        self._alle(GPKG, "", "")
        self._ryd()
        navn = self.klynge.ny_database()
        try:
            self._alle(POSTGIS, navn, f"belastning_{uuid.uuid4().hex[:8]}")
        finally:
            self.klynge.slet_database(navn)
        return self.maalinger

    def _ryd(self) -> None:
        """At full size the files fill more than ten gigabytes: only those of the sources are used again."""
        for sti in self.mappe.iterdir():
            if sti.is_dir():
                shutil.rmtree(sti)
            elif not sti.name.startswith("kilde "):
                sti.unlink()

    def _alle(self, hvor: str, database: str, service: str) -> None:
        servere = [proces.postmester(self.klynge)] if database else []
        trin = ["klargoer", "importer", "kontroller", "udgiv", *([] if database else ["udskriv"])]
        # Each in a process of its own: what one leaves in memory, the next would find.
        for nogle in [trin] if self.samlet else [[et] for et in trin]:
            self._trin(nogle, hvor, database, service, servere)
            if "importer" in nogle and database:  # as autovacuum does, which is off here
                self.klynge.udfoer("analyze", database=database)
        self._fliser(hvor, service, servere)

    def _trin(
        self, trin: list[str], hvor: str, database: str, service: str, servere: list[int]
    ) -> None:
        uri = ""
        if database:
            uri = login(self.klynge, database, OPRETTER)
            self._pg_service(database, service)
        valg = {
            "mappe": str(self.mappe), "antal": self.punkter, "uri": uri, "service": service, "servere": servere,
            "bevis": not self.samlet,
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, str(TRIN), json.dumps(valg), *trin], env=self._miljoe(), check=False,
            capture_output=True, encoding="utf-8", errors="replace",
        )  # fmt: skip
        if done.returncode:
            message = f"{trin}, {hvor}, {self.punkter}:\n{done.stderr[-3000:]}"
            raise RuntimeError(message)
        for linje in done.stdout.splitlines():
            if linje.startswith('{"trin"'):
                svar = json.loads(linje)
                if svar.pop("trin") != "klargoer":
                    self.maalinger.append(Maaling(trin.pop(0), hvor, self.punkter, **svar))
                else:
                    trin.pop(0)

    def _miljoe(self) -> Mapping[str, str]:
        profil = self.mappe / "profil"
        profil.mkdir(mode=0o700, exist_ok=True)
        return {
            **os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(profil), "XDG_RUNTIME_DIR": str(profil),
            "PGSERVICEFILE": str(self._conf), "QT_QPA_PLATFORM": "offscreen",
        }  # fmt: skip

    @property
    def _conf(self) -> Path:
        return self.mappe / "pg_service.conf"

    def _pg_service(self, database: str, service: str) -> None:
        linjer = (f"{navn}={vaerdi}" for navn, vaerdi in self.klynge.dsn(database).items())
        self._conf.write_text("\n".join([f"[{service}]", *linjer, ""]), "utf-8")

    def _fliser(self, hvor: str, service: str, servere: list[int]) -> None:
        """A tile of the town in every municipality at each scale, from the shipped example: nginx and four workers."""
        projekt: Path | str = self.mappe / "ud" / "belastning" / "service.qgz"
        conf = None
        if service:
            projekt = f"postgresql:?service={service}&schema={EGET}&project=belastning"
            conf = self._conf
        with nginx_qgis(projekt, pgservice=conf, arbejdere=1 if self.samlet else 4) as tjener:
            pider = [arbejder.pid for arbejder in tjener.arbejdere]
            for _ in range(2 * len(pider)):  # each of them opens the project once
                hent_flise(tjener.url, landet.byer()[0], METER[0])
            with proces.betjent([*pider, *servere]) as server:
                fliser = [
                    hent_flise(tjener.url, by, m)
                    for m in METER[: 1 if self.samlet else None]
                    for by in landet.byer()
                ]
        self.maalinger.append(
            Maaling(
                "fliser",
                hvor,
                self.punkter,
                server.vaeg,
                server.cpu,
                0.0,
                server.mb,
                len({*fliser}),
            )
        )


def hent_flise(url: str, by: landet.By, meter: float) -> bytes:
    """A tile of 256 pixels of the published map; raises when it is no picture."""
    halv = PIXLER / 2 * meter
    dele = {
        "SERVICE": "WMS", "VERSION": "1.3.0", "REQUEST": "GetMap", "LAYERS": "kort", "STYLES": "", "CRS": "EPSG:25832",
        "BBOX": f"{by.x - halv},{by.y - halv},{by.x + halv},{by.y + halv}", "WIDTH": PIXLER, "HEIGHT": PIXLER,
        "FORMAT": "image/png",
    }  # fmt: skip
    with urllib.request.urlopen(f"{url}?{urllib.parse.urlencode(dele)}", timeout=600) as svar:
        billede = bytes(svar.read())
    if not billede.startswith(b"\x89PNG"):
        raise RuntimeError(billede[:300])
    return billede


def tabel(maalinger: Sequence[Maaling]) -> str:
    """What was measured, and the verdict, as Markdown in Danish."""
    linjer = [
        "| trin | data | punkter | linjer | tid | processortid | hukommelse | hos serveren | gange tid | bytes pr. række | dom |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
    ]
    vokset = {(v.trin, v.hvor, v.til): v for v in vaekst(maalinger)}
    for m in sorted(maalinger, key=lambda m: (_ORDEN[m.trin], m.hvor, m.punkter)):
        v = vokset.get((m.trin, m.hvor, m.punkter))
        domme = ("–", "–", "–")
        if v is not None:
            domme = (f"{_tal(v.tid)}", f"{v.bytes_pr_raekke:.0f}", "for meget " + " og ".join(v.grunde) if v.grunde else "ok")  # fmt: skip
        dele = (
            _ORDEN_ORD[m.trin], m.hvor, _tusind(m.punkter), _tusind(round(m.punkter * landet.LINJER_PR_PUNKT)), f"{_tal(m.vaeg)} s",
            f"{_tal(m.cpu)} s", f"{m.mb:.0f} MB", f"{m.server_mb:.0f} MB" if m.server_mb else "–", *domme,
        )  # fmt: skip
        linjer.append(f"| {' | '.join(dele)} |")
    return "\n".join([*linjer, ""])


_ORDEN_ORD = {
    "importer": "import", "kontroller": "fuld kontrol", "udgiv": "udgiv", "fliser": "294 fliser",
    "udskriv": "udskriv én kommune",
}  # fmt: skip
_ORDEN = {trin: nr for nr, trin in enumerate(_ORDEN_ORD)}


def _tal(tal: float) -> str:
    return f"{tal:.1f}".replace(".", ",")


def _tusind(tal: int) -> str:
    return f"{tal:,}".replace(",", " ")


def som_json(maalinger: Sequence[Maaling]) -> str:
    """The measurements, to look at closer."""
    return json.dumps([asdict(m) for m in maalinger], indent=1)
