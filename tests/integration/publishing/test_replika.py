# SPDX-License-Identifier: GPL-2.0-or-later
"""Past one machine: a database with a streaming replica, and two servers with QGIS Server that read the replica, behind one nginx.

Four clients read all the while, and every answer they get must be whole and of one version. What runs is the examples in
`resources/server`, set up as docs/drift-flere-servere.md says.
"""

from __future__ import annotations

import http.client
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsFeedback

from moedested_plugin.publishing import bevis
from moedested_plugin.publishing.efterproev import Udfald, efterproev
from moedested_plugin.publishing.fejl import UdgivelsesFejl
from moedested_plugin.publishing.forbered import sted
from moedested_plugin.publishing.lokal_server import LokalServer
from moedested_plugin.publishing.maal import Maal
from moedested_plugin.publishing.udgiv import Udgivet
from moedested_plugin.publishing.ventet import ventet
from moedested_plugin.store import Store
from tests.integration.publishing.klienter import (
    KLIENTER,
    Klient,
    forkerte,
    hent,
    klienter,
)
from tests.integration.publishing.udsted import EGET, Udsted, et_sted, klar, ret, ud
from tests.postgis import VAERT, Klynge, Maskine, koerende_maskine, koerende_replika
from tests.servere import Tjener, nginx_foran, nginx_qgis

#: Swaps before anything is lost; some come after, in any case. MOEDESTED_HAMMER makes it many (make harden).
SKIFT = int(os.environ.get("MOEDESTED_HAMMER", "0"))
#: Workers on each of the two.
ARBEJDERE = 2
#: Seconds that a verification may take: many on a busy machine, and yet an end.
VENT = 180.0
_SVARER_IKKE = "Serveren bag forbindelsen service={} svarer ikke. Se efter, om netværk og VPN virker, og prøv igen."
_KUN_LAESES = "Databasen kan kun læses: det er en kopi, eller den er flyttet. Ret forbindelsen til den, der kan skrives i."


class Melder(QgsFeedback):
    """Calls when the verification has heard something."""

    def __init__(self, naar: Callable[[], None]) -> None:
        super().__init__()
        self._naar = naar

    def setProgress(self, progress: float) -> None:  # noqa: N802 - the name of QGIS
        super().setProgress(progress)
        self._naar()


@dataclass
class Opstilling:
    """All of it, with versions out: `udgivne` is what each of them calls the place."""

    lager: Store
    udsted: Udsted
    primaer: Maskine
    replika: Maskine
    noegle: str
    maal: Maal
    udgivne: dict[str, str]
    noder: list[Tjener] = field(default_factory=list)
    alle: list[Klient] = field(default_factory=list)
    stakke: list[ExitStack] = field(default_factory=list)

    def udgiv(
        self, trin: Callable[[str], None] = lambda _: None, feedback: QgsFeedback | None = None
    ) -> Udgivet:
        """The next version, to the end."""
        navn = f"Navn {len(self.udgivne)}"
        ret(self.lager, self.noegle, navn=navn)
        udgiver, plan = klar(self.lager, self.maal)

        def husk(hvor: str) -> None:
            if hvor == "skift":  # readers may see it from here on, whatever comes of it
                skema = self.udsted.skemaer()[-1]
                ((version,),) = self.udsted.sql(f"select version from {skema}.udgivelse")
                self.udgivne[version] = navn
            trin(hvor)

        return replace(udgiver, feedback=feedback, trin=husk).udgiv(plan)

    def udgiv_rigtigt(self) -> str:
        """The next version, seen to be right on every server that is there."""
        ude = self.udgiv()
        assert ude.efterproevning is not None
        assert ude.efterproevning.udfald is Udfald.RIGTIGT, ude.efterproevning.grund
        assert ude.bemaerkninger[1:] == (), ude.bemaerkninger  # the first: no private proof
        return ude.version

    def start(self, nr: int) -> None:
        """A server, where it was before. It reads the replica, and the other one when the replica is away."""
        tjeneste, stak = self.udsted.service, ExitStack()
        node = stak.enter_context(
            nginx_qgis(
                f"postgresql:?service={tjeneste}&schema={EGET}&project={self.maal.service}",
                arbejdere=ARBEJDERE,
                pgservice=self._pg_service(),
                port=self.noder[nr].port if nr < len(self.noder) else None,
                bagved=True,
                QGIS_SERVER_PROJECT_CACHE_STRATEGY="periodic",
                QGIS_SERVER_PROJECT_CACHE_CHECK_INTERVAL="500",
            )
        )
        self.noder[nr : nr + 1], self.stakke[nr : nr + 1] = [node], [stak]

    def _pg_service(self) -> Path:
        sti = self.udsted.pg_service(self.udsted.laeser)
        egen, anden = self.primaer.klynge.port, self.replika.klynge.port
        tekst = sti.read_text("utf-8")
        tekst = tekst.replace(f"host={VAERT}", f"host={VAERT},{VAERT}")
        tekst = tekst.replace(f"port={egen}", f"port={anden},{egen}")
        sti.write_text(f"{tekst}connect_timeout=2\n", "utf-8")
        return sti

    def tab(self, nr: int) -> None:
        """All of a server at once."""
        for arbejder in self.noder[nr].arbejdere:
            arbejder.kill()
        self.stakke[nr].close()

    def hos_replika(self, saetning: str) -> list[Any]:
        return self.replika.klynge.udfoer(saetning)

    def indhentet(self) -> None:
        """Wait until the replica has all that the other has."""
        ((naaet,),) = self.udsted.sql("select pg_current_wal_lsn()")
        while not self.hos_replika(f"select pg_last_wal_replay_lsn() >= '{naaet}'")[0][0]:
            self.hos_replika("select pg_sleep(0.02)")

    def laest(self, antal: int = 5 * KLIENTER) -> None:
        """Wait until the clients have had so many more answers."""
        til = sum(klient.svar for klient in self.alle) + antal
        while sum(klient.svar for klient in self.alle) < til:
            self.hos_replika("select pg_sleep(0.05)")

    def forkerte(self) -> list[str]:
        """Wrong answers. One that was torn off with its server is none: whoever reads it sees that."""
        return [en for en in forkerte(self.alle, self.udgivne) if "IncompleteRead" not in en]


@pytest.fixture(scope="module")
def primaer() -> Iterator[Maskine]:
    """A server of our own: it is to be lost."""
    with koerende_maskine(synchronous_commit="local") as maskine:
        yield maskine


@pytest.fixture(scope="module")
def replika(primaer: Maskine) -> Iterator[Maskine]:
    """What follows it."""
    with koerende_replika(
        primaer, hot_standby_feedback="on", wal_retrieve_retry_interval="200ms"
    ) as maskine:
        yield maskine


@pytest.fixture(scope="module")
def postgis_klynge(primaer: Maskine) -> Klynge:
    """The databases of these tests lie there."""
    return primaer.klynge


@pytest.fixture
def opstilling(
    lager: Store,
    udsted: Udsted,
    primaer: Maskine,
    replika: Maskine,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Opstilling]:
    """A first version out, both servers up, and clients that read."""
    monkeypatch.setattr(LokalServer, "findes", staticmethod(lambda: False))  # proven elsewhere
    monkeypatch.setattr(bevis, "projektfejl", lambda *_: [])
    noegle = et_sted(lager)["moedested_id"]
    ret(lager, noegle, navn="Navn 0")
    foerste = ud(lager, udsted.maal)
    assert foerste.plan is not None
    opstilling = Opstilling(
        lager, udsted, primaer, replika, noegle, udsted.maal, {foerste.version: "Navn 0"}
    )
    opstilling.indhentet()
    try:
        for nr in range(2):
            opstilling.start(nr)
        with nginx_foran(*opstilling.noder) as foran:
            opstilling.maal = replace(udsted.maal, url=foran.url, wait=VENT)
            with klienter(foran.url, foerste.plan.antal["moedested"]) as opstilling.alle:
                yield opstilling
    finally:
        for stak in opstilling.stakke:
            stak.close()
        for maskine in (primaer, replika):  # the next test is told of what is wrong in itself only
            maskine.start()
        opstilling.hos_replika("select pg_wal_replay_resume()")


def _vist(node: Tjener) -> list[object]:
    """What each of its workers shows, by chance: more than one request."""
    return [raekke["version"] for _ in range(2 * ARBEJDERE) for raekke in hent(node.url, "udgivelse")]  # fmt: skip


@pytest.mark.lang
def test_two_servers_on_a_replica_are_swapped_without_a_wrong_answer(
    opstilling: Opstilling,
) -> None:
    """Also while the replica stands still, and while one server or the replica is gone."""
    for _ in range(SKIFT):
        version = opstilling.udgiv_rigtigt()
        assert {*_vist(opstilling.noder[0]), *_vist(opstilling.noder[1])} == {version}

    # The replica stands still until the verification has heard the old version from it.
    hoert: list[str] = []

    def stands(trin: str) -> None:
        hoert.append(trin)
        if trin == "skift":
            opstilling.hos_replika("select pg_wal_replay_pause()")

    def videre() -> None:
        if hoert[-1] == "efterproev":
            hoert.append("hørt")
            opstilling.hos_replika("select pg_wal_replay_resume()")

    ude = opstilling.udgiv(stands, Melder(videre))
    assert hoert[-3:] == ["efterproev", "hørt", "log"]
    assert ude.efterproevning is not None
    assert ude.efterproevning.udfald is Udfald.RIGTIGT, ude.efterproevning.grund
    assert ude.efterproevning.svar > 20  # 20 right ones, and those that were not yet
    assert {*_vist(opstilling.noder[0]), *_vist(opstilling.noder[1])} == {ude.version}

    opstilling.tab(1)
    version = opstilling.udgiv_rigtigt()
    opstilling.start(1)
    assert {*_vist(opstilling.noder[1])} == {version}
    assert opstilling.forkerte() == []

    # In QGIS Server what is under way when its database goes is cut short. What comes after is right: from the other one.
    opstilling.replika.stop(signal.SIGQUIT)
    foer = [klient.svar for klient in opstilling.alle]
    version = opstilling.udgiv_rigtigt()
    assert all(klient.svar > svar for klient, svar in zip(opstilling.alle, foer))
    opstilling.replika.start()
    opstilling.indhentet()
    afbrudte = len(opstilling.forkerte())
    assert afbrudte <= KLIENTER, opstilling.forkerte()
    version = opstilling.udgiv_rigtigt()
    assert {*_vist(opstilling.noder[0]), *_vist(opstilling.noder[1])} == {version}
    assert len(opstilling.forkerte()) == afbrudte


def test_readers_keep_reading_when_the_primary_is_lost(opstilling: Opstilling) -> None:
    """The one who publishes is told so, wherever in it he is; what comes after works."""
    primaer, tjeneste = opstilling.primaer, opstilling.udsted.service
    svarer_ikke = _SVARER_IKKE.format(tjeneste)

    # Before the swap: it never was out.
    def tab_ved(hvilket: str) -> Callable[[str], None]:
        return lambda trin: primaer.stop(signal.SIGQUIT) if trin == hvilket else None

    with pytest.raises(UdgivelsesFejl) as foer:
        opstilling.udgiv(tab_ved("bevis"))
    assert str(foer.value) == svarer_ikke
    with pytest.raises(UdgivelsesFejl) as plan:
        opstilling.udgiv()
    assert str(plan.value) == svarer_ikke
    opstilling.laest()
    primaer.start()

    # Just as it swaps: nobody can know whether it did.
    with pytest.raises(UdgivelsesFejl) as under:
        opstilling.udgiv(tab_ved("skift"))
    assert str(under.value) == (
        f"Målet forsvandt under skiftet. Se efter, om {[*opstilling.udgivne][-1]} er ude, når det svarer igen. {svarer_ikke}"
    )
    opstilling.laest()
    primaer.start()

    # After the swap, and before the replica has it: readers are left with the version before, and he knows that it will come.
    opstilling.maal = replace(opstilling.maal, wait=15)
    opstilling.indhentet()

    def tab_efter(trin: str) -> None:
        if trin == "skift":
            opstilling.hos_replika("select pg_wal_replay_pause()")
        elif trin == "efterproev":
            primaer.stop(signal.SIGQUIT)

    with pytest.raises(UdgivelsesFejl) as efter:
        opstilling.udgiv(tab_efter)
    ude = [*opstilling.udgivne][-1]
    assert str(efter.value).startswith(
        f"Tjenesten svarede forkert, og den forrige version kunne ikke vises igen, så {ude} er stadig ude: "
    )
    opstilling.hos_replika("select pg_wal_replay_resume()")
    primaer.start()
    gaeldende = sted(opstilling.maal).gaeldende()
    assert gaeldende is not None
    assert gaeldende.version == ude
    # It comes by itself, to every worker: one that is still reading it at the next swap would never hear of that, and could
    # not be told again by a primary that is gone.
    kommet = efterproev(opstilling.maal.url, ventet(gaeldende, opstilling.maal), hoejst=VENT)
    assert kommet.udfald is Udfald.RIGTIGT, kommet.grund
    opstilling.maal = replace(opstilling.maal, wait=VENT)

    # After the swap, and seen by readers: it is out, and what is not written down is said.
    def tab_naar_set(trin: str) -> None:
        if trin == "efterproev":
            opstilling.indhentet()
            primaer.stop(signal.SIGQUIT)

    udgivet = opstilling.udgiv(tab_naar_set)
    assert udgivet.efterproevning is not None
    assert udgivet.efterproevning.udfald is Udfald.RIGTIGT, udgivet.efterproevning.grund
    assert [b for b in udgivet.bemaerkninger if "ikke i målets historik" in b and svarer_ikke in b]
    primaer.start()
    version = opstilling.udgiv_rigtigt()
    assert {*_vist(opstilling.noder[0]), *_vist(opstilling.noder[1])} == {version}
    # All that was out, and nothing of what was cut off before it.
    assert len(opstilling.udsted.skemaer()) == 4
    assert udgivet.version in {linje["version"] for linje in sted(opstilling.maal).historik()}
    assert opstilling.forkerte() == []


def test_who_publishes_to_the_replica_is_told_so(
    lager: Store, udsted: Udsted, replika: Maskine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has all the roles, and yet nothing can be written there."""
    ud(lager, udsted.maal)
    opstilling = Opstilling(lager, udsted, replika, replika, "", udsted.maal, {})
    opstilling.indhentet()
    der = replace(udsted, database=replace(udsted.database, klynge=replika.klynge))
    monkeypatch.setenv("PGSERVICEFILE", str(der.pg_service(udsted.udgiver)))
    with pytest.raises(UdgivelsesFejl) as fejl:
        ud(lager, udsted.maal)
    assert str(fejl.value) == _KUN_LAESES


def test_each_server_knows_its_clients_apart(tmp_path: Path) -> None:
    """By what the nginx before it says, never by what a client says; and refuses what it did when it was alone."""

    def spoerg(port: int, hvad: str) -> int:
        forbindelse = http.client.HTTPConnection(VAERT, port, 30, source_address=("127.0.0.3", 0))
        forbindelse.request("GET", hvad, headers={"X-Real-IP": "127.0.0.9"})
        status = forbindelse.getresponse().status
        forbindelse.close()
        return status

    with ExitStack() as stak:  # nobody behind them: what they would have asked stands in their logs
        noder = [stak.enter_context(nginx_qgis(tmp_path, arbejdere=0, bagved=True)) for _ in "12"]
        foran = stak.enter_context(nginx_foran(*noder))
        assert spoerg(foran.port, "/moedesteder?MAP=/etc/passwd") == http.client.FORBIDDEN
        assert spoerg(foran.port, "/moedesteder?%4DAP=/etc/passwd") == http.client.FORBIDDEN
        assert spoerg(foran.port, "/andet") == http.client.NOT_FOUND
        assert spoerg(foran.port, "/moedesteder?SERVICE=WMS") == http.client.BAD_GATEWAY
        for node in noder:
            assert "client: 127.0.0.3," in node.log
            assert "client: 127.0.0.1," not in node.log
            assert "127.0.0.9" not in node.log
