# SPDX-License-Identifier: GPL-2.0-or-later
"""A target that is a database: immutable schemas side by side, and one row that says which project is shown.

pub_<version>                       the data of a version, never changed once they are there
moedested_udgivet.qgis_projects     THE pointer: QGIS's own table of projects; QGIS Server reads the row of the service
moedested_udgivet.udgave …          what is said about the versions; only publishers may read it
pub_live                            views for other servers, which follow
<folder>/<service>                  where the target names a folder: the list for people, and the look for other servers
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsWkbTypes

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.skema import EPSG
from moedested_plugin.i18n import tr
from moedested_plugin.store.oversaet import navn
from moedested_plugin.store.persondata_postgis import PostgisTekster
from moedested_plugin.store.postgis_sql import LAESER

from . import postgis_bog, postgis_live, postgis_mappe
from .bevis import Bevis, bevis
from .fejl import UdgivelsesFejl
from .liste import liste_side
from .lokal_server import LokalServer
from .peger import DANMARK
from .postgis_adgang import Adgang
from .postgis_data import datasum, giv_laesere, skema_af, skriv_data
from .postgis_eget import EGET, LIVE, findes, opret
from .postgis_laas import Laas, Optaget
from .postgis_udgave import PostgisUdgave
from .privat import Fjernet
from .raekker import TABEL_AF_NAVN
from .sted import Manifest, Sted, Udgave, VedAtUdgive
from .tjeneste import skriv_projekt
from .udgave import filens_tekster

if TYPE_CHECKING:
    from psycopg2.extensions import cursor
    from qgis.core import QgsFeedback

    from moedested_plugin.store.persondata import Tekster

    from .maal import Maal
    from .plan import Aftryk, Plan
    from .tjeneste_oplysninger import Oplysninger
    from .tjenestesvar import Ventet

_PROJEKT = "service.qgz"
#: Written down to the end, and nobody has dropped its schema.
_HEL = "u.manifest is not null and to_regnamespace('pub_' || lower(replace(u.version, '-', '_'))) is not null"
_VIS = f"""
insert into {EGET}.qgis_projects (name, metadata, content)
select service, jsonb_build_object('last_modified_time', (clock_timestamp() at time zone 'utc')::text,
  'last_modified_user', current_user), projekt
from {EGET}.udgave where service = %s and version = %s
on conflict (name) do update set metadata = excluded.metadata, content = excluded.content"""  # nosec B608 - a constant


class PostgisSted(Sted):
    """The database of one service."""

    def __init__(self, maal: Maal) -> None:
        super().__init__(maal)
        self._tjeneste = maal.service
        self._adgang = Adgang(maal)
        self._laas = Laas(self._adgang, maal.service)
        #: Of the publication that goes on: the project that is tried, and the server that tries it.
        self._sti = Path()
        self._server: LokalServer | None = None

    # What is there -----------------------------------------------------------------------------------

    def udgaver(self) -> list[Udgave]:
        """The versions that are whole enough to be shown, newest first."""
        with self._adgang.transaktion() as markoer:
            if not findes(markoer):
                return []
            markoer.execute(
                f"select version, manifest from {EGET}.udgave u where service = %s and {_HEL} order by version desc",  # nosec B608 - constants
                [self._tjeneste],
            )
            return [self._udgave(version, manifest) for version, manifest in markoer]

    def gaeldende(self) -> Udgave | None:
        """The version that the pointer shows."""
        with self._adgang.transaktion() as markoer:
            if not findes(markoer):
                return None
            markoer.execute(
                f"select u.version, u.manifest from {EGET}.qgis_projects p left join {EGET}.udgave u"  # nosec B608 - a constant
                f" on u.service = p.name and u.projekt = p.content and {_HEL} where p.name = %s",
                [self._tjeneste],
            )
            fundet = markoer.fetchone()
        if fundet is None:
            return None
        if fundet[0] is None:
            raise UdgivelsesFejl(
                tr(
                    "Projektet {} i databasens skema {} er ikke lavet af Mødested eller er rettet siden. Omdøb det, og udgiv igen."
                ).format(self._tjeneste, EGET)
            )
        return self._udgave(*fundet)

    def historik(self) -> list[dict[str, object]]:
        """Every publication and roll back, oldest first."""
        with self._adgang.transaktion() as markoer:
            return postgis_bog.historik(markoer, self._tjeneste)

    def fjernede(self) -> set[Fjernet]:
        """Rows that were taken away to protect somebody."""
        with self._adgang.transaktion() as markoer:
            return postgis_bog.fjernede(markoer, self._tjeneste)

    def _udgave(self, version: str, manifest: Mapping[str, object]) -> PostgisUdgave:
        return PostgisUdgave(self._adgang, self._tjeneste, version, Manifest.fra_json(manifest))

    # The lock ----------------------------------------------------------------------------------------

    @contextmanager
    def laast(self, af: str) -> Iterator[None]:
        """One publisher at a time."""
        self._adgang.som_udgiver()
        with self._adgang.transaktion() as markoer:
            opret(markoer, self._tjeneste)
        with ExitStack() as stak:
            stak.callback(self._adgang.luk)  # and with it whatever the lock may have left
            self._sti = Path(stak.enter_context(_midlertidig())) / _PROJEKT
            stak.callback(self._stop_server)
            try:
                stak.enter_context(self._laas.holdt(af))
            except Optaget:
                raise self.optaget() from None
            yield

    def _begynd_server(self) -> None:
        """The private server takes as long to get up as the version to be built; it asks for the project later."""
        if LokalServer.findes():
            self._sti.touch()
            self._server = LokalServer(self._sti)
            self._server.begynd()

    def _stop_server(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            server.stop()

    def bryd_laas(self) -> None:
        """Take a forgotten lock away, after a person has said so."""
        if self.laest_af() is not None:
            self._laas.bryd()

    def laest_af(self) -> VedAtUdgive | None:
        """Who is publishing just now; None when nobody is."""
        with self._adgang.transaktion() as markoer:
            udgivet_foer = findes(markoer)
        return self._laas.ejer() if udgivet_foer else None

    @contextmanager
    def _aendring(self) -> Iterator[cursor]:
        with self._adgang.transaktion() as markoer:
            self._laas.efterse(markoer)
            yield markoer

    # Build -------------------------------------------------------------------------------------------

    def ny(
        self,
        plan: Plan,
        stempel: Mapping[str, str | int],
        fra: Udgave | None,
        om: Oplysninger,  # noqa: ARG002 - the list for people comes with the project
        foer_navn: Callable[[], None],
    ) -> Udgave:
        """Build the data of a version; nobody sees any of it before all of it is there."""
        version = str(stempel["version"])
        bygges_paa = fra.skema if isinstance(fra, PostgisUdgave) else None
        self._begynd_server()
        with self._adgang.transaktion() as markoer:
            markoer.execute(
                f"insert into {EGET}.udgave (service, version) values (%s, %s)",  # nosec B608 - a constant
                [self._tjeneste, version],
            )
            transaktion = skriv_data(markoer, skema_af(version), plan, stempel, bygges_paa)
            foer_navn()
            self._laas.efterse(
                markoer
            )  # at the end: who looks holds, and a long hold could not be broken
        udgave = PostgisUdgave(self._adgang, self._tjeneste, version)
        udgave.skrevet_i(transaktion)
        return udgave

    def faerdiggoer(
        self, udgave: Udgave, manifest: Manifest, aftryk: Aftryk, om: Oplysninger
    ) -> tuple[str, ...]:
        """Make the project that will show the version, and write down what is in it."""
        egen = _egen(udgave)
        self._adgang.efterse_service(egen.skema)
        udsnit = egen.ramme() or DANMARK
        with self._adgang.ved_siden_af() as markoer, ThreadPoolExecutor(max_workers=1) as traad:
            datas = traad.submit(datasum, markoer, egen.skema)
            with _midlertidig() as mappe:
                sti = Path(mappe) / _PROJEKT
                skriv_projekt(sti, self._kilde(egen), "postgres", om, egen.version, udsnit)
                projekt = sti.read_bytes()
            liste = liste_side(egen.til_listen, om, egen.version)
            manifest = replace(
                manifest, sha256=datas.result(), peger=hashlib.sha256(projekt).hexdigest()
            )
        with self._aendring() as markoer:
            markoer.execute(
                f"update {EGET}.udgave set manifest = %s, aftryk = %s, projekt = %s, liste = %s where service = %s and version = %s",  # nosec B608 - a constant
                [
                    json.dumps(manifest.som_json(), ensure_ascii=False), json.dumps(aftryk, separators=(",", ":")), projekt,
                    liste, self._tjeneste, egen.version,
                ],
            )  # fmt: skip
            laeses = giv_laesere(markoer, egen.skema)
        egen.faerdig(manifest)
        if laeses:
            return ()
        return (
            tr(
                "Rollen {} findes ikke i databasen. Giv selv korttjenestens bruger lov til at læse skemaerne {} og {}."
            ).format(LAESER, EGET, egen.skema),
        )

    def _kilde(self, udgave: PostgisUdgave) -> Callable[[str], str]:
        """The data source of a table, with nothing of a login in it."""

        def kilde(tabel: str) -> str:
            uri = self._adgang.kilde()
            beskrevet = TABEL_AF_NAVN.get(tabel)
            geometri = beskrevet.visning.geometri if beskrevet is not None else None
            uri.setDataSource(udgave.skema, tabel, GEOMETRI if geometri else "", "", "fid")
            if geometri:
                uri.setSrid(str(EPSG))
                uri.setWkbType(QgsWkbTypes.parseType(geometri))
            return str(uri.uri(False))

        return kilde

    def bevis(self, udgave: Udgave, ventet: Ventet, feedback: QgsFeedback | None) -> Bevis:
        """Look at the version by itself, before anybody else can see it."""
        self._sti.write_bytes(self._projekt(udgave))
        try:
            return bevis(self.maal, self._sti, udgave, ventet, feedback, self._server)
        finally:
            self._stop_server()

    def _projekt(self, udgave: Udgave) -> bytes:
        with self._adgang.transaktion() as markoer:
            markoer.execute(
                f"select projekt from {EGET}.udgave where service = %s and version = %s",  # nosec B608 - a constant
                [self._tjeneste, udgave.version],
            )
            fundet = markoer.fetchone()
        return bytes(fundet[0]) if fundet else b""

    # Show --------------------------------------------------------------------------------------------

    def skift(self, udgave: Udgave) -> tuple[str, ...]:
        """Show this version: the one moment that readers notice. The views for others, and the files, follow."""
        with self._aendring() as markoer:
            markoer.execute(_VIS, [self._tjeneste, udgave.version])
        return (*self._visninger_foelger(udgave), *postgis_mappe.foelg(self.maal, _egen(udgave)))

    def _visninger_foelger(self, udgave: Udgave) -> Iterator[str]:
        live = LIVE
        try:
            with self._aendring() as markoer:
                live = self._live(markoer)
                postgis_live.foelg(markoer, live, udgave.version)
        except UdgivelsesFejl as fejl:
            yield tr(
                "Visningerne i skemaet {} til andre servere fulgte ikke med. De gør det ved næste udgivelse: {}"
            ).format(live, fejl)

    def vis_intet(self) -> None:
        """Take the very first publication back."""
        with self._aendring() as markoer:
            markoer.execute(
                f"delete from {EGET}.qgis_projects where name = %s",  # nosec B608 - a constant
                [self._tjeneste],
            )
        with suppress(UdgivelsesFejl), self._aendring() as markoer:
            postgis_live.vis_intet(markoer, self._live(markoer))
        postgis_mappe.vis_intet(self.maal)

    def visninger(self) -> tuple[str, str | None]:
        """The schema of the views for others, and which version they show."""
        with self._adgang.transaktion() as markoer:
            live = self._live(markoer)
            return live, postgis_live.vist_version(markoer, live)

    def _live(self, markoer: cursor) -> str:
        markoer.execute(f"select live from {EGET}.laas where service = %s", [self._tjeneste])  # nosec B608 - a constant
        fundet = markoer.fetchone()
        return str(fundet[0]) if fundet else LIVE

    # Tidy up -----------------------------------------------------------------------------------------

    def smid(self, udgave: Udgave) -> None:
        """Throw away a version that never was shown."""
        with suppress(UdgivelsesFejl):  # else the next publisher does
            self._slet(udgave.version)

    def ryd_op(self) -> None:
        """Remove what a publisher that was cut off has left, and versions nobody can want any more."""
        gaeldende = self.gaeldende()
        with self._aendring() as markoer:
            vist = postgis_live.vist_version(markoer, self._live(markoer))
            markoer.execute(
                f"select version from {EGET}.udgave where service = %s",  # nosec B608 - a constant
                [self._tjeneste],
            )
            alle = [version for (version,) in markoer]
        if gaeldende is not None and vist != gaeldende.version:
            with suppress(UdgivelsesFejl), self._aendring() as markoer:
                postgis_live.foelg(markoer, self._live(markoer), gaeldende.version)
                vist = gaeldende.version
        behold = self.beholdes() | {vist}
        for version in alle:
            if version not in behold:
                with suppress(UdgivelsesFejl):  # somebody reads it still: the next time
                    self._slet(version)

    def _slet(self, version: str) -> None:
        with self._aendring() as markoer:
            markoer.execute("set local lock_timeout = '2s'")
            markoer.execute(f"drop schema if exists {navn(skema_af(version))} cascade")
            markoer.execute(
                f"delete from {EGET}.udgave where service = %s and version = %s",  # nosec B608 - a constant
                [self._tjeneste, version],
            )

    def log(self, art: str, version: str, af: str, mere: Mapping[str, object]) -> None:
        """Add a line to the history."""
        with self._aendring() as markoer:
            postgis_bog.skriv(markoer, self._tjeneste, art, version, af, mere)

    def fjern_ogsaa(self, nye: Iterable[Fjernet]) -> None:
        """Add to what was taken away to protect somebody."""
        if poster := list(nye):
            with self._aendring() as markoer:
                postgis_bog.fjern_ogsaa(markoer, self._tjeneste, poster)

    # Personal data -----------------------------------------------------------------------------------

    @contextmanager
    def tekster(self, udgave: Udgave) -> Iterator[Tekster]:
        """The texts of its schema."""
        with self._adgang.transaktion() as markoer:
            yield PostgisTekster(markoer, udgave.skema, udgave.skema)

    def om(self, udgave: Udgave) -> Iterator[tuple[str, str]]:
        """The manifest, the list for people, the project."""
        yield "manifest", json.dumps(udgave.manifest.som_json(), ensure_ascii=False)
        yield "liste", _egen(udgave).liste()
        yield from filens_tekster(_PROJEKT, self._projekt(udgave))

    def ret_historik(self, ny: Callable[[dict[str, object]], object]) -> None:
        """Change lines of it."""
        with self._aendring() as markoer:
            postgis_bog.ret(markoer, self._tjeneste, ny)


def _midlertidig() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="moedested-")


def _egen(udgave: Udgave) -> PostgisUdgave:
    if not isinstance(udgave, PostgisUdgave):
        raise TypeError(udgave)
    return udgave
