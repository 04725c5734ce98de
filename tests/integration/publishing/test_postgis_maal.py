# SPDX-License-Identifier: GPL-2.0-or-later
"""Publishing to a database: what the plan says goes out, nothing else does, and it can be taken back."""

from __future__ import annotations

import io
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
import urllib.request
import uuid
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import psycopg2
import pytest
from qgis.core import QgsFeedback

from moedested_plugin.project import opret_projekt
from moedested_plugin.publishing.aendringer import Art
from moedested_plugin.publishing.efterproev import Udfald
from moedested_plugin.publishing.fejl import UdgivelsesFejl
from moedested_plugin.publishing.forbered import forbered, udgiver
from moedested_plugin.publishing.lokal_server import LokalServer
from moedested_plugin.publishing.plan import Plan
from moedested_plugin.publishing.postgis_data import datasum
from moedested_plugin.publishing.postgis_sted import PostgisSted
from moedested_plugin.publishing.raekker import TABELLER, aftryk
from moedested_plugin.publishing.sted import BEHOLD
from moedested_plugin.publishing.tjeneste import projektfejl
from moedested_plugin.store import Store, aabn
from moedested_plugin.store.postgis import PostgisStore
from tests.integration.publishing.udsted import (
    EGET,
    Udsted,
    et_sted,
    klar,
    navne,
    ret,
    skema,
    ud,
)
from tests.ows import qgis_server
from tests.postgis import KODEORD, OPRETTER, Database, Klynge, gem_forbindelse

PROGRAM = Path(__file__).with_name("udgiv_i_sloejfe.py")
#: Kills at moments that nobody chose. MOEDESTED_DRAB makes it many (make harden).
DRAB = int(os.environ.get("MOEDESTED_DRAB", "2"))
TRIN = ["byg", "navngiv", "peger", "bevis", "skift", "efterproev", "log"]
GULDBORGSUND = 376


@pytest.fixture(autouse=True)
def uden_bevis(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without reading the project back and trying it in a server, but in the test of a real one: quicker."""
    if "rigtig_server" not in request.fixturenames:
        monkeypatch.setattr(LokalServer, "findes", staticmethod(lambda: False))
        monkeypatch.setattr("moedested_plugin.publishing.bevis.projektfejl", lambda *_: [])


@pytest.fixture
def rigtig_server() -> None:
    """Asked for by the test that proves all of it."""


@pytest.fixture(scope="session")
def postgis_eksempel(qgis_app: Any, postgis_klynge: Klynge, tmp_path_factory: Any) -> str:
    """A database with a store with the example data, made once."""
    database = Database(postgis_klynge, postgis_klynge.ny_database())
    projekt = tmp_path_factory.mktemp("eksempel") / "projekt.qgz"
    opret_projekt(GULDBORGSUND, database.qgis_forbindelse(), projekt, True, None, QgsFeedback())
    return database.navn


def test_what_goes_out_and_back_again(lager: Store, udsted: Udsted) -> None:
    foerste = ud(lager, udsted.maal)
    projekt, sted = udsted.projekt(), et_sted(lager)
    assert not foerste.bemaerkninger[:-2], "nothing but what is not proven here"
    assert klar(lager, udsted.maal)[1].er_tom
    ret(lager, sted["moedested_id"], navn="Æblehaven 100 %", beskrivels="Linje\n\tto \\ tre")
    udgives, plan = klar(lager, udsted.maal)
    (aendring,) = plan.aendringer
    assert (aendring.art, aendring.noegle) == (Art.AENDRET, sted["moedested_id"])
    assert [(f.kolonne, f.gammel) for f in aendring.felter] == [
        ("navn", sted["navn"]), ("beskrivels", sted["beskrivels"]),
    ]  # fmt: skip
    anden = udgives.udgiv(plan)
    gaeldende = PostgisSted(udsted.maal).gaeldende()
    assert gaeldende is not None
    assert (gaeldende.version, gaeldende.er_hel) == (anden.version, True)
    for tabel in TABELLER:  # built on the first, and yet row for row what the store says
        raekker = {tabel.noegle(raekke): raekke for raekke in lager.offentlige(tabel.visning)}
        assert gaeldende.raekker(tabel.navn, [*raekker]) == raekker
        assert gaeldende.taelling()[tabel.navn] == len(raekker)
        numre = {n: fid for n, (fid, _) in gaeldende.aftryk()[tabel.navn].items()}
        noegle = tabel.visning.tabel.noegle
        assert dict(udsted.sql(f"select {noegle}, fid from pub_live.{tabel.navn}")) == numre
        assert {n: h for n, (_, h) in gaeldende.aftryk()[tabel.navn].items()} == {
            n: aftryk(raekke) for n, raekke in raekker.items()
        }
    assert "Æblehaven 100 %" in navne(udsted)
    assert sted["navn"] in navne(udsted, skema(foerste.version)), "what was shown never changes"
    assert udsted.projekt() != projekt
    assert udgiver(lager, udsted.maal, "AB").tilbage().version == foerste.version
    assert udsted.projekt() == projekt
    assert sted["navn"] in navne(udsted)
    assert [linje["art"] for linje in PostgisSted(udsted.maal).historik()] == [
        "udgiv", "udgiv", "tilbage",
    ]  # fmt: skip
    with pytest.raises(UdgivelsesFejl, match="vises nu"):
        udgiver(lager, udsted.maal, "AB").tilbage(foerste.version)


def test_a_project_that_shows_something_else_is_found_out_without_opening_its_layers(
    lager: Store, udsted: Udsted, tmp_path: Path
) -> None:
    foerste = ud(lager, udsted.maal)
    ud(lager, udsted.maal)
    udgave = PostgisSted(udsted.maal).gaeldende()
    assert udgave is not None
    antal = {**udgave.manifest.antal, "udgivelse": 1}
    sti = tmp_path / "service.qgz"
    sti.write_bytes(udsted.projekt())
    with zipfile.ZipFile(sti) as arkiv:
        (navn,) = (del_ for del_ in arkiv.namelist() if del_.endswith(".qgs"))
        xml = arkiv.read(navn).decode()
    assert projektfejl(sti, antal) == projektfejl(sti, antal, udgave.slaa_op) == []

    def fejl(fra: str, til: str) -> list[str]:
        rettet = re.sub(fra, til, xml)
        assert rettet != xml
        with zipfile.ZipFile(sti, "w") as arkiv:
            arkiv.writestr(navn, rettet)
        return projektfejl(sti, antal, udgave.slaa_op)

    ikke_aabnet = "kan ikke åbnes"
    tabel = r"(table=(?:&quot;|\")PUB(?:&quot;|\")\.(?:&quot;|\"))".replace("PUB", udgave.skema)
    assert any(ikke_aabnet in linje for linje in fejl(tabel + "rute", r"\1ruten"))
    assert any(ikke_aabnet in linje for linje in fejl(udgave.skema, skema(foerste.version)))
    assert any(
        ikke_aabnet in linje for linje in fejl(f"service='{udsted.service}'", "service='en anden'")
    )
    assert any(ikke_aabnet in linje for linje in fejl("key='fid'", "key='nr'"))
    assert any("i projektet, men" in linje for linje in fejl(" IS NULL OR ", " IS NULL AND "))
    assert any("Kolonnen" in linje for linje in fejl(tabel + "foto", r"\1tilknytning"))
    assert any("hører ikke til" in linje for linje in fejl("tjeneste_rute", "rute"))
    sti.write_bytes(udsted.projekt())
    for slaa_op in (None, udgave.slaa_op):
        som_data, som_tegnet = projektfejl(sti, {**antal, "moedested": 1}, slaa_op)
        assert som_data == som_tegnet
        assert "moedested har" in som_data


def test_a_version_of_the_first_release_is_still_known_to_be_whole(
    lager: Store, udsted: Udsted
) -> None:
    """Its hash is of rows as text."""
    ud(lager, udsted.maal)
    udgave = PostgisSted(udsted.maal).gaeldende()
    assert udgave is not None
    with udsted.database.forbundet() as forbindelse, forbindelse.cursor() as markoer:
        markoer.execute(
            "set extra_float_digits = 1; set timezone = 'UTC'; set search_path = public"
        )
        som_tekst = datasum(markoer, udgave.skema, "")
        assert datasum(markoer, udgave.skema) == udgave.manifest.sha256 != som_tekst
    udgave.faerdig(replace(udgave.manifest, sha256=som_tekst))
    assert udgave.er_hel
    udsted.database.udfoer(f"update {udgave.skema}.moedested set navn = navn || ' ' where fid = 1")
    assert not udgave.er_hel


def test_going_back_does_not_bring_back_what_was_taken_away_to_protect_somebody(
    lager: Store, udsted: Udsted
) -> None:
    foerste = ud(lager, udsted.maal)
    sted = et_sted(lager)
    ret(lager, sted["moedested_id"], off_kode=2)
    udgives, plan = klar(lager, udsted.maal)
    udgives.udgiv(plan, [("moedested", sted["moedested_id"])])
    tilbage = udgiver(lager, udsted.maal, "AB").tilbage(foerste.version)
    assert any("privatliv" in linje for linje in tilbage.bemaerkninger)
    assert sted["navn"] in navne(udsted, skema(foerste.version))
    assert sorted(navne(udsted)) == sorted(
        navn for navn in navne(udsted, skema(foerste.version)) if navn != sted["navn"]
    )


def test_a_postgis_store_publishes_into_its_own_database(
    postgis_eksempel: str, postgis_klynge: Klynge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the one who made it, and then by a colleague; with the checks."""
    database = Database(postgis_klynge, postgis_klynge.kopi_af(postgis_eksempel))
    try:
        database.udfoer(f'grant create on database "{database.navn}" to moedested_udgiver')
        service = f"proeve_{uuid.uuid4().hex[:8]}"
        kollega = postgis_klynge.ny_bruger("moedested_redaktoer", "moedested_udgiver")
        laeser = postgis_klynge.ny_bruger("moedested_laeser")
        udsted = Udsted(database, OPRETTER, laeser, service, tmp_path)
        with aabn(database.qgis_forbindelse()) as lager:
            monkeypatch.setenv("PGSERVICEFILE", str(udsted.pg_service(OPRETTER)))
            forberedt = forbered(lager, udsted.maal, "AB")
            foerste = forberedt.udgiver.udgiv(forberedt.plan)
            assert len(navne(udsted)) == forberedt.plan.antal["moedested"] > 5
            sted = et_sted(lager)
        with aabn(database.qgis_forbindelse(kollega)) as lager:
            monkeypatch.setenv("PGSERVICEFILE", str(udsted.pg_service(kollega)))
            ret(lager, sted["moedested_id"], off_kode=2)
            anden = ud(lager, udsted.maal)
        assert sted["navn"] not in navne(udsted)
        ejere = udsted.sql(
            r"select distinct nspowner::regrole::text from pg_namespace where nspname ~ '^pub_|udgivet'"
        )
        assert ejere == [("moedested_udgiver",)]
        assert udsted.skemaer() == [skema(foerste.version), skema(anden.version)]
    finally:
        postgis_klynge.slet_database(database.navn)


def test_the_database_finds_what_reading_every_row_finds(
    postgis_eksempel: str, postgis_klynge: Klynge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Store and target in one database: changed, new, gone, moved; the text of a code, the name of an organisation."""
    database = Database(postgis_klynge, postgis_klynge.kopi_af(postgis_eksempel))
    udsted = Udsted(database, "postgres", "postgres", f"proeve_{uuid.uuid4().hex[:8]}", tmp_path)
    monkeypatch.setenv("PGSERVICEFILE", str(udsted.pg_service("postgres")))
    uden_vagter = "set session_replication_role = replica; "
    laest: list[int] = []
    egentlig = PostgisStore.offentlige_siden

    def taeller(self: PostgisStore, *ord_: Any, **navne: Any) -> Any:
        forskel = egentlig(self, *ord_, **navne)
        laest.append(len(forskel.noegler) if forskel is not None else -1)
        return forskel

    monkeypatch.setattr(PostgisStore, "offentlige_siden", taeller)

    def plan() -> Plan:
        laest.clear()
        hurtig = klar(lager, udsted.maal)[1]
        assert -1 not in laest, "the database compared"
        with monkeypatch.context() as hver_raekke:
            hver_raekke.setattr(PostgisStore, "offentlige_siden", lambda *_, **__: None)
            langsom = klar(lager, udsted.maal)[1]
        assert sorted(hurtig.aendringer, key=repr) == sorted(langsom.aendringer, key=repr)
        assert (hurtig.raekker, hurtig.fjernede) == (langsom.raekker, langsom.fjernede)
        assert (hurtig.aftryk, hurtig.tekster) == (langsom.aftryk, langsom.tekster)
        return hurtig

    try:
        with aabn(database.qgis_forbindelse("postgres")) as lager:
            ud(lager, udsted.maal)
            assert plan().er_tom
            assert sum(laest) == 0, "nothing is read that has not changed"
            et, to, tre, *_ = (
                str(r["moedested_id"])
                for r in lager.raekker("moedested")
                if r["off_kode"] == 1 and r["geometri"]
            )
            ret(lager, et, navn="Æblehaven", beskrivels=None)
            ret(lager, to, off_kode=2)
            ret(lager, tre, geometri=None)
            assert len(plan().aendringer) > 3
            ud(lager, udsted.maal)
            assert plan().er_tom
            database.udfoer(
                uden_vagter
                + "update moedested.kodeliste set navn = navn || ' (ny)' where liste = 'd_basis_status'"
            )
            felter = {f.kolonne for a in plan().aendringer if a.tabel == "rute" for f in a.felter}
            assert felter == {"statuskode_tekst"}
            ud(lager, udsted.maal)
            database.udfoer(
                uden_vagter + "update moedested.rute set geometri = st_translate(geometri, 1, 0)"
            )
            assert {f.kolonne for a in plan().aendringer for f in a.felter} >= {"geometri"}
    finally:
        postgis_klynge.slet_database(database.navn)


def test_the_reader_sees_what_is_published_and_nothing_more(lager: Store, udsted: Udsted) -> None:
    sted = et_sted(lager)
    ret(lager, sted["moedested_id"], intern_note="KANARIEFUGL i felt")
    version = ud(lager, udsted.maal).version
    alt = ""
    for tabel in (*(tabel.navn for tabel in TABELLER), "udgivelse"):
        for hvor in (skema(version), "pub_live"):
            alt += str(udsted.sql(f"select t::text from {hvor}.{tabel} t", udsted.laeser))
        for saetning in (f"delete from {skema(version)}.{tabel}", f"delete from pub_live.{tabel}"):
            with pytest.raises(psycopg2.errors.InsufficientPrivilege):
                udsted.sql(saetning, udsted.laeser)
    assert sted["navn"] in alt
    assert "KANARIEFUGL" not in alt
    assert udsted.sql(f"select name from {EGET}.qgis_projects", udsted.laeser)
    for tabel in ("udgave", "historik", "laas", "fjernet"):
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            udsted.sql(f"select * from {EGET}.{tabel}", udsted.laeser)
    (visninger,) = udsted.sql(
        "select count(*) filter (where relkind = 'r'), count(*) filter (where relkind = 'r' and not exists"
        " (select from pg_index where indrelid = c.oid and indisprimary)), count(*) filter (where relkind = 'i' and"
        f" relam = (select oid from pg_am where amname = 'gist')) from pg_class c where relnamespace = '{skema(version)}'::regnamespace"
    )
    assert visninger == (
        len(TABELLER) + 1, 0, sum(tabel.visning.geometri is not None for tabel in TABELLER),
    )  # fmt: skip


def test_the_project_names_the_service_and_nobody(lager: Store, udsted: Udsted) -> None:
    ud(lager, udsted.maal)
    with zipfile.ZipFile(io.BytesIO(udsted.projekt())) as pakke:
        tekst = b"".join(pakke.read(navn) for navn in pakke.namelist()).decode("utf-8", "replace")
    assert f"service='{udsted.service}'" in tekst
    for ord_ in ("password", KODEORD, udsted.udgiver, "user=", "host=", "/tmp", str(udsted.mappe)):
        assert ord_ not in tekst
    ((metadata,),) = udsted.sql(f"select metadata from {EGET}.qgis_projects")
    assert metadata["last_modified_user"] == "moedested_udgiver"
    assert metadata["last_modified_time"]


def test_a_connection_without_a_service_is_refused(lager: Store, udsted: Udsted) -> None:
    navn = udsted.database.qgis_forbindelse(udsted.udgiver)
    with pytest.raises(UdgivelsesFejl, match=r"bruger ikke pg_service\.conf"):
        udgiver(lager, replace(udsted.maal, connection=navn), "AB")
    with pytest.raises(UdgivelsesFejl, match="findes ikke i QGIS"):
        udgiver(lager, replace(udsted.maal, connection="ukendt"), "AB")
    med_service = gem_forbindelse(f"service='{udsted.service}' user='{udsted.udgiver}'")
    ud(lager, replace(udsted.maal, connection=med_service))
    assert navne(udsted)


def test_who_may_not_publish_is_told_so(
    lager: Store, udsted: Udsted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGSERVICEFILE", str(udsted.pg_service(udsted.laeser)))
    with pytest.raises(UdgivelsesFejl, match="Bed databasens ejer om rollen moedested_udgiver"):
        ud(lager, udsted.maal)
    assert not udsted.skemaer()
    udsted.sql(f"drop role {udsted.laeser}")
    with pytest.raises(UdgivelsesFejl, match="afviste login") as fanget:
        ud(lager, udsted.maal)
    assert udsted.laeser not in str(fanget.value)


@pytest.mark.parametrize("kollega", [True, False], ids=["a colleague's", "one's own"])
def test_two_publishers_at_once(
    lager: Store, udsted: Udsted, monkeypatch: pytest.MonkeyPatch, kollega: bool
) -> None:
    monkeypatch.setattr("moedested_plugin.publishing.postgis_laas._VENT", "100ms")
    ud(lager, udsted.maal)
    projekt = udsted.projekt()
    ret(lager, et_sted(lager)["moedested_id"], navn="Nyt navn")
    udgives, plan = klar(lager, udsted.maal)
    bo = PostgisSted(udsted.maal)
    with monkeypatch.context() as bos:
        if kollega:
            bruger = udsted.database.klynge.ny_bruger("moedested_udgiver")
            bos.setenv("PGSERVICEFILE", str(udsted.pg_service(bruger)))
        gammel = bo.gaeldende()
        assert gammel is not None
    with bo.laast("Bo"):
        with pytest.raises(UdgivelsesFejl, match=r"Bo er ved at udgive fra .+ siden"):
            udgives.udgiv(plan)
        PostgisSted(udsted.maal).bryd_laas()
        anden = udgives.udgiv(plan)
        with pytest.raises(UdgivelsesFejl, match="brudt din lås"):
            bo.skift(gammel)
    assert udsted.projekt() != projekt
    assert skema(anden.version) in udsted.skemaer()
    assert PostgisSted(udsted.maal).laest_af() is None


@pytest.mark.parametrize(
    "saetning",
    [
        "update {0}.moedested set navn = navn where fid = (select min(fid) from {0}.moedested)",
        "insert into {0}.aktivitet (fid) values (99999)",
        "delete from {0}.udgivelse",
        "delete from {0}.moedested where fid = (select min(fid) from {0}.moedested)",
    ],
)
def test_data_that_somebody_touches_before_the_proof_do_not_go_out(
    lager: Store, udsted: Udsted, saetning: str
) -> None:
    udgives, plan = klar(lager, udsted.maal)

    def ret_i(navn: str) -> None:
        if navn == "bevis":
            udsted.sql(saetning.format(udsted.skemaer()[-1]))

    with pytest.raises(UdgivelsesFejl, match=r"ikke hele|skulle have"):
        replace(udgives, trin=ret_i).udgiv(plan)
    assert not udsted.skemaer()


def test_a_lock_can_be_broken_in_the_middle_of_building(
    lager: Store, udsted: Udsted, monkeypatch: pytest.MonkeyPatch
) -> None:
    udgives, plan = klar(lager, udsted.maal)
    kollega = udsted.pg_service(udsted.database.klynge.ny_bruger("moedested_udgiver"))

    def bryd(navn: str) -> None:
        if navn == "navngiv":
            with monkeypatch.context() as kollegas:
                kollegas.setenv("PGSERVICEFILE", str(kollega))
                PostgisSted(udsted.maal).bryd_laas()

    with pytest.raises(UdgivelsesFejl, match="brudt din lås"):
        replace(udgives, trin=bryd).udgiv(plan)
    assert not udsted.skemaer()
    ud(lager, udsted.maal)
    assert navne(udsted)


def test_only_so_many_are_kept(
    lager: Store, udsted: Udsted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("moedested_plugin.publishing.sted.BEHOLD", 2)
    sted, versioner = et_sted(lager)["moedested_id"], []
    for nummer in range(4):
        ret(lager, sted, navn=f"Navn {nummer}")
        versioner.append(ud(lager, udsted.maal).version)
    assert udsted.skemaer() == [skema(version) for version in versioner[-2:]]
    assert len(PostgisSted(udsted.maal).udgaver()) == 2


def start(lager: Store, udsted: Udsted, *trin: str) -> subprocess.Popen[str]:
    """A publisher in a process of its own, which kills itself when it comes to that step."""
    maalfil = udsted.mappe / "mål.json"
    maalfil.write_text(json.dumps(asdict(udsted.maal)), encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, str(PROGRAM), lager.adresse, str(maalfil), *trin],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip


@pytest.mark.parametrize("trin", TRIN if len(TRIN) < DRAB else ["navngiv", "bevis", "efterproev"])
def test_killed_at_a_step_a_whole_version_stands_and_the_next_publication_works(
    lager: Store, udsted: Udsted, trin: str
) -> None:
    foerste = ud(lager, udsted.maal).version
    projekt = udsted.projekt()
    with start(lager, udsted, trin) as proces:
        assert proces.wait(120) == -signal.SIGKILL
    vist = PostgisSted(udsted.maal).gaeldende()
    assert vist is not None
    assert vist.er_hel
    ude = trin in ("efterproev", "log")
    assert (vist.version == foerste) == (udsted.projekt() == projekt) == (not ude)
    assert len(udsted.skemaer()) == (1 if trin in ("byg", "navngiv") else 2)
    assert udsted.sql("select version from pub_live.udgivelse") == [(vist.version,)]
    with aabn(lager.adresse) as igen:
        ret(igen, et_sted(igen)["moedested_id"], navn="Nyere navn")
        naeste = ud(igen, udsted.maal).version
    historik = [linje["version"] for linje in PostgisSted(udsted.maal).historik()]
    assert historik == [*dict.fromkeys((foerste, vist.version)), naeste]
    assert udsted.skemaer() == [skema(str(version)) for version in historik]
    assert "Nyere navn" in navne(udsted)


def test_killed_at_any_moment(lager: Store, udsted: Udsted) -> None:
    tilfaeldig = random.Random(20261121)
    ud(lager, udsted.maal)
    lager.luk()
    for _ in range(DRAB):
        with start(lager, udsted) as proces:
            assert proces.stdout is not None
            assert proces.stdout.readline().strip(), "it has published after the kill before"
            time.sleep(tilfaeldig.uniform(0, 1.5))
            proces.kill()
        vist = PostgisSted(udsted.maal).gaeldende()
        assert vist is not None
        assert vist.er_hel
        assert len(udsted.skemaer()) <= BEHOLD + 2
    with aabn(lager.adresse) as igen:
        naeste = ud(igen, udsted.maal).version
    assert skema(naeste) in udsted.skemaer()
    assert len(udsted.skemaer()) <= BEHOLD
    assert udsted.sql("select version from pub_live.udgivelse") == [(naeste,)]


@pytest.mark.parametrize("trin", TRIN if len(TRIN) < DRAB else ["byg", "navngiv", "skift", "log"])
def test_the_database_goes_away_at_a_step(lager: Store, udsted: Udsted, trin: str) -> None:
    """It closes every connection and takes no new ones; after a while it is there again."""
    foerste = ud(lager, udsted.maal).version
    projekt = udsted.projekt()
    ret(lager, et_sted(lager)["moedested_id"], navn="Nyt navn")
    udgives, plan = klar(lager, udsted.maal)
    navn, klynge = udsted.database.navn, udsted.database.klynge

    def tag_vaek(ved: str) -> None:
        if ved == trin:
            klynge.udfoer(f'alter database "{navn}" allow_connections false')
            klynge.udfoer(
                f"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{navn}'"
            )

    ude = trin in ("efterproev", "log")
    try:
        udgivet = replace(udgives, trin=tag_vaek).udgiv(plan)
    except UdgivelsesFejl as fejl:
        assert not ude
        sagt = str(fejl)
    else:
        assert ude
        assert udgivet.version != foerste
        sagt = next(linje for linje in udgivet.bemaerkninger if "målets historik" in linje)
    finally:
        klynge.udfoer(f'alter database "{navn}" allow_connections true')
    assert "blev afbrudt" in sagt or "tager ikke imod" in sagt
    assert navn not in sagt
    assert (udsted.projekt() == projekt) is not ude
    vist = PostgisSted(udsted.maal).gaeldende()
    assert vist is not None
    assert vist.er_hel
    assert udsted.sql("select version from pub_live.udgivelse") == [(vist.version,)]
    assert PostgisSted(udsted.maal).laest_af() is None
    ret(lager, et_sted(lager)["moedested_id"], navn="Nyere navn")
    naeste = ud(lager, udsted.maal).version
    assert "Nyere navn" in navne(udsted)
    assert udsted.skemaer() == [skema(v) for v in dict.fromkeys((foerste, vist.version, naeste))]


def test_a_damaged_version_and_a_foreign_project_are_left_alone(
    lager: Store, udsted: Udsted
) -> None:
    foerste = ud(lager, udsted.maal)
    ret(lager, et_sted(lager)["moedested_id"], navn="Nyt navn")
    ud(lager, udsted.maal)
    udsted.sql(f"update {skema(foerste.version)}.rute set navn = 'rettet'")
    with pytest.raises(UdgivelsesFejl, match="beskadiget"):
        udgiver(lager, udsted.maal, "AB").tilbage()
    udsted.sql(f"update {EGET}.qgis_projects set content = '\\x00'")
    with pytest.raises(UdgivelsesFejl, match="ikke lavet af Mødested"):
        ud(lager, udsted.maal)
    assert udsted.projekt() == b"\0"


def test_the_views_for_others_follow_later_when_somebody_holds_them(
    lager: Store, udsted: Udsted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("moedested_plugin.publishing.postgis_live._VENT", "100ms")
    foerste = ud(lager, udsted.maal)
    udsted.sql("create role geoserver; grant select on pub_live.moedested to geoserver")
    sted = et_sted(lager)
    ret(lager, sted["moedested_id"], navn="Nyt navn")
    with udsted.database.forbundet(udsted.laeser) as laeser, laeser.cursor() as markoer:
        markoer.execute("begin; select count(*) from pub_live.moedested")
        anden = ud(lager, udsted.maal)
        markoer.execute("commit")
    assert any("fulgte ikke med" in linje for linje in anden.bemaerkninger)
    assert PostgisSted(udsted.maal).gaeldende().version == anden.version  # type: ignore[union-attr]
    assert sted["navn"] in navne(udsted)
    assert udgiver(lager, udsted.maal, "AB").tilbage().version == foerste.version
    assert udgiver(lager, udsted.maal, "AB").tilbage().version == anden.version
    assert "Nyt navn" in navne(udsted)
    assert udsted.sql(
        "select has_table_privilege('geoserver', 'pub_live.moedested', 'select')"
    ) == [(True,)]
    udsted.sql("drop owned by geoserver; drop role geoserver")


def test_a_second_service_has_its_own_versions(lager: Store, udsted: Udsted) -> None:
    ud(lager, udsted.maal)
    anden = replace(udsted.maal, service="andre")
    ud(lager, anden)
    assert len(udsted.skemaer()) == 2
    assert len(PostgisSted(anden).udgaver()) == 1
    assert navne(udsted, "pub_live_andre") == navne(udsted)


@dataclass(frozen=True)
class Tjeneste:
    """A real QGIS Server with the project in the database, read by the login that may only read."""

    url: str

    @classmethod
    @contextmanager
    def for_(cls, udsted: Udsted) -> Iterator[Tjeneste]:
        with qgis_server(
            f"postgresql:?service={udsted.service}&schema={EGET}&project={udsted.maal.service}",
            PGSERVICEFILE=str(udsted.pg_service(udsted.laeser)),
            QGIS_SERVER_PROJECT_CACHE_STRATEGY="periodic",
            QGIS_SERVER_PROJECT_CACHE_CHECK_INTERVAL="200",
        ) as url:
            yield cls(url)

    def hent(self, lag: str) -> list[dict[str, Any]]:
        spoerg = f"?SERVICE=WFS&VERSION=1.1.0&REQUEST=GetFeature&TYPENAME={lag}&OUTPUTFORMAT=application/json"
        with urllib.request.urlopen(self.url + spoerg, timeout=120) as svar:
            return [dict(f["properties"]) for f in json.loads(svar.read())["features"]]

    def viser(self, navn: str) -> tuple[str, bool]:
        """The version, and whether a moedested has that name."""
        ((udgivelse,), steder) = self.hent("udgivelse"), self.hent("moedested")
        return udgivelse["version"], navn in {sted["navn"] for sted in steder}


def test_a_real_server_shows_the_new_version_and_the_old_one_after_a_roll_back(
    lager: Store, udsted: Udsted, rigtig_server: None
) -> None:
    foerste = ud(lager, udsted.maal)
    (uden_adresse,) = foerste.bemaerkninger  # all else is proven
    assert "ingen adresse" in uden_adresse
    sted = et_sted(lager)
    with Tjeneste.for_(udsted) as tjeneste:
        maal = replace(udsted.maal, url=tjeneste.url)
        assert tjeneste.viser(sted["navn"]) == (foerste.version, True)
        ret(lager, sted["moedested_id"], navn="Æblehaven")
        anden = ud(lager, maal)
        assert anden.efterproevning is not None
        assert (anden.efterproevning.udfald, anden.bemaerkninger) == (Udfald.RIGTIGT, ())
        assert tjeneste.viser("Æblehaven") == (anden.version, True)
        tilbage = udgiver(lager, maal, "AB").tilbage()
        assert tilbage.efterproevning is not None
        assert tilbage.efterproevning.udfald is Udfald.RIGTIGT
        assert tjeneste.viser(sted["navn"]) == (foerste.version, True)
