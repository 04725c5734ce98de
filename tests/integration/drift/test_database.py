# SPDX-License-Identifier: GPL-2.0-or-later
"""docs/drift.md on a real PostgreSQL: roles from nothing, backup and restore, upgrade, moving, removal."""

from __future__ import annotations

import gzip
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg2
import pytest
from qgis.core import QgsFeedback, QgsProject

from moedested_plugin.domain.skema import SKEMAVERSION, TABELLER
from moedested_plugin.project import opret_projekt
from moedested_plugin.project.byg import ProjektFejl
from moedested_plugin.publishing.lokal_server import LokalServer
from moedested_plugin.publishing.maal import som_maal
from moedested_plugin.store import aabn
from moedested_plugin.store.fejl import ForGammel
from tests.integration.publishing.udsted import klar
from tests.postgis import KODEORD, VAERT, Database, koerende_klynge

from .it import It

SAMPLES = Path(__file__).parents[2] / "samples"
ROLLER = {f"moedested_{rolle}" for rolle in ("ejer", "redaktoer", "udgiver", "laeser")}
BRUGERE = {"anna_ejer": ["ejer"], "bo": ["redaktoer", "udgiver"], "kortserver": ["laeser"]}


@pytest.fixture(scope="module")
def it(qgis_app: Any) -> Iterator[It]:
    """A server of its own: roles belong to all of a server, and here they come and go."""
    with koerende_klynge() as klynge:
        yield It(klynge)


def adgang(sti: Path, it: It, database: str, brugere: dict[str, str]) -> None:
    """A pg_service.conf: entry → user."""
    sti.write_text(
        "".join(
            f"[{indgang}]\nhost={VAERT}\nport={it.klynge.port}\ndbname={database}\nuser={bruger}\npassword={KODEORD}\n"
            for indgang, bruger in brugere.items()
        ),
        "utf-8",
    )


@pytest.fixture(scope="module")
def kommunen(it: It, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database made by the scripts from nothing, filled and published by the plugin; its name."""
    assert it.roller() == set()
    navn = "kommunen"
    it.koer("roller.sh", navn)
    for bruger, roller in BRUGERE.items():
        it.bruger(bruger, *roller)
    mappe = tmp_path_factory.mktemp("kommunen på øen")
    service = f"drift_{uuid.uuid4().hex[:8]}"
    adgang(mappe / "pg_service.conf", it, navn, {service: "bo"})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PGSERVICEFILE", str(mappe / "pg_service.conf"))
        patch.setattr(LokalServer, "findes", staticmethod(lambda: False))
        patch.setattr("moedested_plugin.publishing.bevis.projektfejl", lambda *_: [])
        database = it.database(navn)
        ejer = database.qgis_forbindelse("anna_ejer")
        opret_projekt(376, ejer, mappe / "p.qgz", True, None, QgsFeedback())
        with aabn(database.qgis_forbindelse("bo")) as store:
            sted = store.raekker("moedested")
            with store.skriv("prøve", "BO") as skriver:
                skriver.ret(
                    "moedested", str(next(iter(sted))["moedested_id"]), {"intern_note": "rettet"}
                )
            maal = {
                "type": "qgisserver-postgis",
                "connection": f"service={service}",
                "service": "moedesteder",
            }
            udgiver, plan = klar(store, som_maal(maal))
            udgiver.udgiv(plan)
    return navn


def indhold(database: Database) -> dict[str, list[Any]]:
    """Every row of every table of the store, and of what is published."""
    tabeller = [f"moedested.{tabel.navn}" for tabel in TABELLER] + [
        "moedested.objektnoegle", "moedested_udgivet.udgave", "pub_live.moedested",
    ]  # fmt: skip
    return {t: sorted(database.udfoer(f"select t::text from {t} t")) for t in tabeller}


def test_roles_from_nothing_are_enough_for_the_plugin_and_no_more(it: It, kommunen: str) -> None:
    database = it.database(kommunen)
    assert it.roller() == ROLLER | set(BRUGERE)
    assert len(indhold(database)["pub_live.moedested"]) > 5
    it.koer("roller.sh", kommunen)  # again: nothing happens
    it.klynge.udfoer(
        f"create role fremmed login password '{KODEORD.replace(chr(39), chr(39) * 2)}'"
    )
    try:
        with pytest.raises(psycopg2.OperationalError, match="permission denied for database"):
            database.udfoer("select 1", bruger="fremmed")
    finally:
        it.klynge.udfoer("drop role fremmed")
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        database.udfoer("select * from moedested.moedested", bruger="kortserver")
    assert it.proev("bruger.sh", "x", "administrator").returncode == 64
    assert "x" not in it.roller()


def test_a_backup_restored_into_a_new_database_is_the_same(
    it: It, kommunen: str, tmp_path: Path
) -> None:
    foer, mappe = indhold(it.database(kommunen)), tmp_path / "sikkerheds kopi"
    kopi = it.koer("sikkerhedskopi.sh", kommunen, mappe)
    assert foer["moedested.historik"]
    assert {fil.stat().st_mode & 0o777 for fil in mappe.iterdir()} == {0o600}, "for nobody else"
    it.database(kommunen).udfoer(
        "update moedested.moedested set intern_note = 'efter kopien'", bruger="bo"
    )
    sagt = it.koer("gendan.sh", kopi, "genskabt")
    ny = it.database("genskabt")
    assert indhold(ny) == foer != indhold(it.database(kommunen))
    assert f"historik {len(foer['moedested.historik'])} " in sagt
    assert "bo udgiver" in sagt
    with aabn(
        ny.qgis_forbindelse("bo")
    ) as store:  # the plugin opens it, and its triggers write history
        antal = len(store.historik("moedested"))
        with store.skriv("prøve", "BO") as skriver:
            skriver.ret(
                "moedested",
                str(next(iter(store.raekker("moedested")))["moedested_id"]),
                {"intern_note": "ny"},
            )
        assert len(store.historik("moedested")) == antal + 1
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ny.udfoer("select * from moedested.moedested", bruger="kortserver")
    assert ny.udfoer("select count(*) > 5 from pub_live.moedested", bruger="kortserver") == [
        (True,)
    ]
    # Never over one that is there, and nothing is left of one that failed.
    over = it.proev("gendan.sh", kopi, "genskabt")
    assert (over.returncode, "findes allerede" in over.stderr) == (1, True)
    assert len(indhold(ny)["moedested.historik"]) == len(foer["moedested.historik"]) + 1
    it.klynge.slet_database("genskabt")
    oedelagt = mappe / "ødelagt.dump"
    oedelagt.write_bytes(Path(kopi).read_bytes()[:-2000])
    shutil.copy(f"{kopi}.sha256", f"{oedelagt}.sha256")
    Path(f"{oedelagt}.sha256").write_text(
        Path(f"{kopi}.sha256").read_text().replace(Path(kopi).name, oedelagt.name)
    )
    daarlig = it.proev("gendan.sh", oedelagt, "daarlig")
    assert (daarlig.returncode, "kontrolsummen" in daarlig.stderr) == (1, True)
    Path(f"{oedelagt}.sha256").unlink()
    daarlig = it.proev("gendan.sh", oedelagt, "daarlig")
    assert (daarlig.returncode, "fjernes igen" in daarlig.stderr) == (1, True)
    assert "daarlig" not in it.databaser()


def test_old_backups_go_and_a_failed_one_leaves_nothing(
    it: It, kommunen: str, tmp_path: Path
) -> None:
    for dag in ("01", "02", "03"):
        for ende in ("dump", "dump.sha256", "brugere"):
            (tmp_path / f"moedested-{kommunen}-202601{dag}T020000Z.{ende}").touch()
    (tmp_path / f"moedested-{kommunen}-2-20250101T020000Z.dump").touch()
    ny = Path(it.koer("sikkerhedskopi.sh", kommunen, tmp_path, 2))
    assert {fil.name for fil in tmp_path.glob("*.dump")} == {
        ny.name, f"moedested-{kommunen}-20260103T020000Z.dump", f"moedested-{kommunen}-2-20250101T020000Z.dump",
    }  # fmt: skip
    assert len([*tmp_path.iterdir()]) == 7
    it.koer("roller.sh", "tom")
    assert "ingen mødesteder" in it.proev("sikkerhedskopi.sh", "tom", tmp_path).stderr
    assert it.proev("sikkerhedskopi.sh", "findes_ikke", tmp_path).returncode != 0
    assert len([*tmp_path.iterdir()]) == 7
    it.klynge.slet_database("tom")


@pytest.mark.slow
def test_a_database_of_schema_1_is_upgraded_after_a_backup(
    it: It, kommunen: str, tmp_path: Path, nat_profil: Any
) -> None:
    gammel = tmp_path / "skema_1.dump"
    gammel.write_bytes(gzip.decompress((SAMPLES / "skema_1_postgis.dump.gz").read_bytes()))
    it.koer("gendan.sh", gammel, "gammel")
    gamle = it.koer("tal.sh", "gammel")
    with pytest.raises(ForGammel):
        aabn(it.database("gammel").qgis_forbindelse("bo"), opgrader=False)
    operatoer = It(it.klynge, nat_profil(it, "gammel", "bo"))
    nej = operatoer.proev("opgrader.sh", "gammel", "moedested", tmp_path / "kopier")
    assert nej.returncode == 1
    assert "moedested_ejer" in nej.stderr
    assert "skemaversion 1" in nej.stderr
    assert it.koer("tal.sh", "gammel") == gamle, "as it was"
    operatoer = It(it.klynge, nat_profil(it, "gammel", "anna_ejer"))
    sagt = operatoer.koer("opgrader.sh", "gammel", "moedested", tmp_path / "kopier")
    assert sagt.startswith(f"Skemaversion 1 er blevet til {SKEMAVERSION}.")
    with aabn(it.database("gammel").qgis_forbindelse("bo")) as store:
        assert {r["navn"] for r in store.raekker("moedested")} == {
            "Kaffe på torvet (eksempel)", "Gåfællesskabet (eksempel)",
        }  # fmt: skip
        assert len(store.historik()) == 6
    # Back to before, as the page says, from the copy that the script took.
    it.koer("gendan.sh", sagt.rpartition(" ")[2], "foer_opgradering")
    assert it.koer("tal.sh", "foer_opgradering") == gamle
    for navn in ("gammel", "foer_opgradering"):
        it.klynge.slet_database(navn)


def test_moving_to_another_server(
    it: It, kommunen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with koerende_klynge() as klynge:
        anden = It(klynge)
        tjenester = tmp_path / "admin.conf"
        tjenester.write_text(
            "".join(
                f"[{navn}]\nhost={VAERT}\nport={her.klynge.port}\nuser=postgres\npassword={KODEORD}\n"
                for navn, her in (("gammel", it), ("ny", anden))
            ),
            "utf-8",
        )
        fra = It(it.klynge, {"PGSERVICEFILE": str(tjenester)})
        fra.ekstra |= {"PGHOST": "", "PGPORT": "", "PGUSER": "", "PGPASSWORD": ""}
        foer = indhold(it.database(kommunen))
        # The new server has one of that name already: nothing is moved, and the old one goes on.
        klynge.udfoer(f'create database "{kommunen}"')
        nej = fra.proev("flyt.sh", "gammel", "ny", kommunen, tmp_path / "kopi")
        assert nej.returncode != 0
        assert "Ikke flyttet" in nej.stderr
        it.database(kommunen).udfoer(
            "update moedested.foto set billedtekst = billedtekst", bruger="bo"
        )
        klynge.slet_database(kommunen)
        fra.koer("flyt.sh", "gammel", "ny", kommunen, tmp_path / "kopi")
        assert indhold(anden.database(kommunen)) == foer
        with pytest.raises(psycopg2.errors.ReadOnlySqlTransaction):
            it.database(kommunen).udfoer("delete from moedested.moedested", bruger="bo")
        assert indhold(it.database(kommunen)) == foer
        # The same entry of pg_service.conf, another host: the connection of QGIS is the same.
        anden.bruger("bo", "redaktoer", "udgiver")
        with aabn(anden.database(kommunen).qgis_forbindelse("bo")) as store:
            assert store.kan_skrive
    it.klynge.udfoer(f'alter database "{kommunen}" reset default_transaction_read_only')


def test_another_municipality_takes_over(it: It, kommunen: str, tmp_path: Path) -> None:
    it.koer("gendan.sh", it.koer("sikkerhedskopi.sh", kommunen, tmp_path), "overtaget")
    database = it.database("overtaget")
    guldborgsund, lolland, region = 29188599, 29188572, 29190925
    assert {c for (c,) in database.udfoer("select distinct cvr_kode from moedested.rute")} == {
        guldborgsund
    }
    database.udfoer(
        "alter table moedested.rute disable trigger all;"
        f"update moedested.rute set cvr_kode = {region} where fid = (select min(fid) from moedested.rute);"
        "alter table moedested.rute enable trigger all"
    )
    historik = database.udfoer("select count(*) from moedested.historik")
    for daarlig in ("999", "Lolland"):
        assert it.proev("skift-kommune.sh", "overtaget", daarlig).returncode != 0
    assert database.udfoer("select count(*) from moedested.historik") == historik
    assert "Lolland" in it.koer("skift-kommune.sh", "overtaget", "360")
    assert {c for (c,) in database.udfoer("select distinct cvr_kode from moedested.rute")} == {
        lolland,
        region,
    }
    assert database.udfoer("select count(*) from moedested.historik") > historik
    with aabn(database.qgis_forbindelse("bo")) as store:
        assert store.indstilling("kommune") == {"kode": 360, "navn": "Lolland", "cvr": lolland}
        rute = next(r for r in store.raekker("rute") if r["cvr_kode"] == lolland)
        with store.skriv("prøve", "BO") as skriver:  # is ours to edit
            assert skriver.ret("rute", str(rute["objekt_id"]), {"navn": "Ny runde"})
    # A project for the new one, over the data that are there.
    forbindelse, projekt = database.qgis_forbindelse("bo"), tmp_path / "lolland.qgz"
    with pytest.raises(ProjektFejl, match="Guldborgsund"):
        opret_projekt(376, forbindelse, projekt, False, None, QgsFeedback(), store_findes=True)
    opret_projekt(360, forbindelse, projekt, False, None, QgsFeedback(), store_findes=True)
    aabnet = QgsProject()
    assert aabnet.read(str(projekt))
    assert aabnet.customVariables()["cvr"] == str(lolland)
    assert all(lag.isValid() for lag in aabnet.mapLayers().values())
    aabnet.clear()
    it.klynge.slet_database("overtaget")


def test_removal_leaves_nothing_of_ours_and_everything_of_others(
    it: It, kommunen: str, tmp_path: Path
) -> None:
    """Last in the file: afterwards the server is as it was before the first test."""
    kopi = it.koer("sikkerhedskopi.sh", kommunen, tmp_path)
    it.koer("gendan.sh", kopi, "nabo")
    database = it.database(kommunen)
    database.udfoer(
        "create schema pub_2020; create table pub_2020.t (x int); create table public.t (x int);"
        "create view public.ovenpaa as select navn from pub_live.moedested"
    )
    nej = it.proev("fjern-database.sh", kommunen, "fjern")
    assert (nej.returncode, "ovenpaa" in nej.stderr) == (1, True)
    database.udfoer("drop view public.ovenpaa")
    vist = it.koer("fjern-database.sh", kommunen)
    assert "pub_live" in vist
    assert "pub_2020" not in vist
    assert database.udfoer("select count(*) > 0 from moedested.moedested") == [(True,)], (
        "only shown"
    )
    assert "nabo" in it.koer("fjern-database.sh", kommunen, "fjern"), "the roles are used there"
    skemaer = {
        n for (n,) in database.udfoer("select nspname from pg_namespace where nspname !~ '^pg_'")
    }
    assert skemaer == {"public", "information_schema", "pub_2020"}
    assert it.roller() == ROLLER | set(BRUGERE)
    it.klynge.udfoer("create role husets nologin; grant husets to bo")  # bo has other work too
    it.koer("fjern-database.sh", "nabo", "fjern")
    assert it.roller() == {"bo", "husets"}
    ((rettigheder,),) = database.udfoer(
        "select datacl::text from pg_database where datname = current_database()"
    )
    assert "moedested" not in (rettigheder or "")
    assert database.udfoer("select count(*) from pub_2020.t") == [(0,)]
