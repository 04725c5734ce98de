# SPDX-License-Identifier: GPL-2.0-or-later
"""What seldom happens, and then must end in a sentence or change nothing: drives, servers and rows that say no."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psycopg2
import pytest
from qgis.core import QgsDataSourceUri, QgsFeedback

from moedested_plugin.domain.eftersoegt import Eftersoegt
from moedested_plugin.domain.felt import Felt, Type
from moedested_plugin.domain.moedesteder import MOEDESTED
from moedested_plugin.domain.offentlig import VISNINGER, type_af
from moedested_plugin.gdal import ogr
from moedested_plugin.store import (
    HistorikPost,
    Store,
    aabn,
    geopackage_fil,
    geopackage_historik,
    masse_postgis,
    masse_rtree,
    persondata,
    persondata_geopackage,
    postgis_aabn,
    postgis_forbindelse,
    postgis_sql,
    vaerdier,
)
from moedested_plugin.store.fejl import Afvist, Laast, Skrivebeskyttet, StoreFejl
from moedested_plugin.store.geopackage import GeopackageStore
from moedested_plugin.store.ogr_sql import Forbindelse, SqlFejl, _fejl_som_undtagelse, _henter
from moedested_plugin.store.persondata_fotos import flyttede_fotos
from moedested_plugin.store.persondata_postgis import PostgisTekster
from moedested_plugin.store.postgis import PostgisStore, _PostgisSkriver
from moedested_plugin.store.postgis_vaerdier import som_json
from moedested_plugin.store.proeve import tag_tilbage
from moedested_plugin.store.raekkekrav import brud_sql
from tests.postgis import Database

from .raekker import grundlag, gyldig, ny_id, tabel

NU = dt.datetime(2026, 11, 22, 12, tzinfo=dt.timezone.utc)

SAMPLES = Path(__file__).parents[2] / "samples"
EFTERSOEGT = Eftersoegt(("Åse Bo Ørsted",))


def test_a_copy_says_how_far_it_is_and_a_failed_one_leaves_no_file(
    gpkg_store: GeopackageStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    feedback = QgsFeedback()
    kopi = Path(gpkg_store.sikkerhedskopi(feedback))
    assert (kopi.is_file(), feedback.progress()) == (True, 100)

    def halv(sti: str) -> str:
        Path(sti).write_bytes(b"half of it")
        return "SELECT * FROM findes_ikke"

    monkeypatch.setattr("moedested_plugin.store.geopackage.sql.kopi_sql", halv)
    with pytest.raises(StoreFejl):
        gpkg_store.sikkerhedskopi()
    assert [*kopi.parent.iterdir()] == [kopi]


def test_a_schema_version_that_is_no_number_is_a_damaged_file(
    qgis_app: Any, tmp_path: Path
) -> None:
    sti = tmp_path / "lager.gpkg"
    shutil.copyfile(SAMPLES / "skema_1.gpkg", sti)
    with closing(sqlite3.connect(sti)) as con, con:
        con.execute("UPDATE indstilling SET vaerdi = '\"tre\"' WHERE noegle = 'skemaversion'")
    foer = sti.read_bytes()
    with pytest.raises(StoreFejl, match=r"lager\.gpkg"):
        aabn(str(sti))
    assert sti.read_bytes() == foer


@pytest.mark.parametrize(
    ("winerror", "art"), [(32, Laast), (5, Skrivebeskyttet), (1117, StoreFejl)]
)
def test_what_windows_says_of_a_file(winerror: int, art: type[StoreFejl], tmp_path: Path) -> None:
    sti = tmp_path / "Å.gpkg"
    fejl = PermissionError() if winerror == 5 else OSError()
    fejl.winerror = winerror
    sagt = geopackage_fil.filfejl(sti, fejl)
    assert type(sagt) is art
    assert "Å.gpkg" in str(sagt)


def test_a_file_that_windows_has_locked_is_not_called_write_protected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sti = tmp_path / "lager.gpkg"
    sti.touch()
    assert geopackage_fil._afslag(sti, "rb").errno is None
    monkeypatch.setattr(geopackage_fil.sqlite_fil, "kan_skrives", lambda _: False)
    assert not geopackage_fil.kan_skrives(sti)
    laast = OSError()
    laast.winerror = 32
    monkeypatch.setattr(geopackage_fil, "_afslag", lambda *_: laast)
    with pytest.raises(Laast):
        geopackage_fil.kan_skrives(sti)


@pytest.mark.parametrize(
    ("tekst", "art", "siger"),
    [
        ("attempt to write a readonly database", Skrivebeskyttet, "skriv"),
        ("no such table: x", StoreFejl, "Intet er ændret"),
        ("database or disk is full", StoreFejl, "Disken er fuld"),
        ("UNIQUE constraint failed: indstilling.noegle", StoreFejl, ""),
    ],
)
def test_what_the_database_says(tekst: str, art: type[StoreFejl], siger: str) -> None:
    sagt = geopackage_fil.oversat(SqlFejl(tekst), Path("lager.gpkg"))
    assert isinstance(sagt, art)
    assert siger in str(sagt)
    assert tekst not in str(sagt)


def test_every_index_that_only_the_database_knows_has_its_sentence(gpkg_store: Store) -> None:
    gpkg_store.luk()
    koder = set()
    with closing(sqlite3.connect(gpkg_store.adresse)) as con:
        indekser = con.execute(
            "SELECT t.name, i.name FROM sqlite_master AS t, pragma_index_list(t.name) AS i"
            " WHERE t.type = 'table' AND i.\"unique\" AND t.name NOT LIKE 'gpkg_%'"
            " AND t.name NOT LIKE 'rtree_%'"
        ).fetchall()
        for tabelnavn, indeks in indekser:
            felter = con.execute("SELECT name FROM pragma_index_info(?)", [indeks]).fetchall()
            kolonner = ", ".join(f"{tabelnavn}.{felt}" for (felt,) in felter)
            sagt = geopackage_fil.oversat(
                SqlFejl(f"UNIQUE constraint failed: {kolonner}"), Path("x.gpkg")
            )
            assert isinstance(sagt, Afvist), kolonner
            koder.add(sagt.kode)
    assert {"organisation.navn.unik", "tilknytning.moedested_id.hoejst_en"} < koder


def test_gdal_may_raise_as_well_as_return() -> None:
    with pytest.raises(SqlFejl) as fejl, _fejl_som_undtagelse():
        raise RuntimeError("database is locked: SELECT 'Åse'")
    assert fejl.value.laast
    assert "Åse" not in str(fejl.value)
    assert _henter(ogr.OFTBinary) is ogr.Feature.GetField


def test_a_row_of_more_fields_than_json_takes_at_once_is_kept_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    felter = MOEDESTED.feltnavne
    raekke = ", ".join(f'{nr} AS "{felt}"' for nr, felt in enumerate(felter))
    with closing(sqlite3.connect(":memory:")) as con:
        for ad_gangen in (60, 25):
            monkeypatch.setattr(geopackage_historik, "_PAR_AD_GANGEN", ad_gangen)
            udtryk = geopackage_historik._som_json(MOEDESTED)
            ((laest,),) = con.execute(f'SELECT {udtryk} FROM (SELECT {raekke}) AS "OLD"')
            assert json.loads(laest) == {felt: nr for nr, felt in enumerate(felter)}


def test_rows_are_sent_a_piece_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    raekker = [(nr, None, f"Å{nr}") for nr in range(20)]
    hele = "".join(masse_postgis.stakke(raekker))
    monkeypatch.setattr(masse_postgis, "_STAK", 30)
    dele = [*masse_postgis.stakke(raekker)]
    assert len(dele) > 4
    assert "".join(dele) == hele
    assert all(del_.endswith("\n") for del_ in dele)


class Afviser(persondata.Tekster):
    """A place whose rules take no other text at all."""

    sted = "et sted"

    def kolonner(self) -> dict[str, list[str]]:
        return {"moedested": ["moedested_id", "navn"]}

    def raekker(
        self, tabel: str, kolonner: list[str], stumper: Iterable[tuple[str, bool]]
    ) -> Iterator[tuple[str, Mapping[str, object]]]:
        yield "1", {"moedested_id": "m", "navn": "{Åse Bo Ørsted"}

    def skriv(self, tabel: str, raekke: str, vaerdier: Mapping[str, str | None]) -> None:
        raise Afvist("Nej.", "x")


def test_what_a_rule_will_not_let_go_is_said() -> None:
    udfald = persondata.fjern(Afviser(), EFTERSOEGT)
    assert udfald.fjernet == ()
    ((hvor, grund),) = udfald.efterladt
    assert (hvor.felt, hvor.noegle, grund) == ("navn", "m", "Nej.")


def test_a_copy_that_cannot_be_read_is_said_and_the_others_are_cleared(
    gpkg_store: GeopackageStore,
) -> None:
    uden = Path(gpkg_store.sikkerhedskopi())
    oedelagt = uden.with_name(uden.name.replace(" 2", " 1", 1))
    oedelagt.write_bytes(b"SQLite format 3\x00" + b"x" * 4000)
    foer = uden.read_bytes()
    udfald = gpkg_store.fjern_persondata(EFTERSOEGT, "GDPR")
    assert {hvor.sted for hvor, _ in udfald.efterladt} == {f"sikkerhedskopier/{oedelagt.name}"}
    assert uden.read_bytes() == foer, "nothing was to be taken out of it"


def test_free_space_that_another_program_holds_is_said(tmp_path: Path) -> None:
    def optaget(_: str) -> None:
        raise SqlFejl("database is locked")

    forbindelse: Any = SimpleNamespace(udfoer=optaget)
    (udfald,) = persondata_geopackage._pak(forbindelse, tmp_path / "lager.gpkg")
    ((hvor, grund),) = udfald.efterladt
    assert (hvor.sted, "Luk QGIS" in grund) == ("lager.gpkg", True)


def test_without_columns_or_rules_there_is_nothing_to_ask(store: Store) -> None:
    intet: Any = None
    assert [*store.brudte("moedested", [])] == []
    assert [*PostgisTekster(intet, "x", "x").raekker("t", [], ())] == []
    uden = persondata_geopackage.GeopackageTekster(intet, Path("x"), "x")
    assert [*uden.raekker("t", [], ())] == []
    assert brud_sql("moedested", [], "fra", "nr").endswith("WHERE 0")


@pytest.mark.parametrize(
    ("kode", "siger", "uroert"),
    [
        ("25006", "kun læses", False), ("53100", "fuld", True), ("57P01", "afbrudt", True), ("XX000", "fejl XX000", True),
        ("23505", "Rækken findes allerede", False), ("42501", "ikke lov", False), ("40P01", "En kollega", False),
    ],
)  # fmt: skip
def test_what_postgresql_says(kode: str, siger: str, *, uroert: bool) -> None:
    class Falsk(psycopg2.Error):
        pgcode = kode
        diag: Any = SimpleNamespace(message_primary="Åse Bo Ørsted", constraint_name="ukendt")

    with pytest.raises(StoreFejl, match=siger) as fejl, postgis_forbindelse.saetninger():
        raise Falsk
    assert "Åse" not in str(fejl.value)
    assert fejl.value.siger_uroert is uroert


def test_a_copy_of_a_schema_says_how_far_it_is_and_who_comes_second_upgrades_nothing(
    postgis_store: PostgisStore,
) -> None:
    feedback = QgsFeedback()
    assert postgis_store.sikkerhedskopi(feedback).startswith("moedested_kopi_")
    assert feedback.progress() == 100
    foer = list(postgis_store.raekker("indstilling"))
    feedback = QgsFeedback()
    # Read as version 1, and by then upgraded by a colleague.
    postgis_aabn._opgrader(postgis_store._aaben, 1, "Kortet", feedback)
    assert 0 < feedback.progress() < 100
    assert list(postgis_store.raekker("indstilling")) == foer


def test_a_wrong_answer_to_the_question_for_a_password_is_not_kept(
    postgis_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    dsn = postgis_database.klynge.dsn(postgis_database.navn, "postgres")
    gemt: list[object] = []
    adgang = SimpleNamespace(
        get=lambda *_: (True, "en_anden", "forkert"), put=lambda *svar: gemt.append(svar)
    )
    monkeypatch.setattr(
        postgis_forbindelse, "QgsCredentials", SimpleNamespace(instance=lambda: adgang)
    )
    kilde = QgsDataSourceUri(f"host={dsn['host']} port={dsn['port']} dbname='{dsn['dbname']}'")
    assert postgis_forbindelse._forsoeg_med_svar(kilde, "Kortet", "Nej") is None
    assert gemt == []


def test_other_errors_are_not_hidden_as_the_databases() -> None:
    with pytest.raises(ValueError, match="ikke databasens"), postgis_forbindelse.saetninger():
        raise ValueError("ikke databasens")
    with pytest.raises(Afvist, match="ulovligt tegn"), postgis_forbindelse.saetninger():
        raise ValueError("A string literal cannot contain NUL (0x00) characters.")


def test_a_login_that_qgis_does_not_give_and_a_server_that_takes_nobody() -> None:
    uden_svar: Any = SimpleNamespace(connectionInfo=lambda _: "dbname='x' authcfg=abc1234")
    with pytest.raises(StoreFejl, match="hovedadgangskoden"):
        postgis_forbindelse.forbind(uden_svar, "Kortet")
    sagt = str(postgis_forbindelse._forbindelsesfejl("FATAL: the system is starting up", "Kortet"))
    assert "Kortet" in sagt
    assert "tager ikke imod" in sagt


def test_a_new_mandatory_column_without_a_default_may_be_empty_where_rows_are() -> None:
    felt = Felt("ny", Type.TEKST, "Ny", obligatorisk=True)
    (tilfoej, _) = postgis_sql.tilfoej_kolonne_sql(MOEDESTED, felt)
    assert tilfoej.endswith('add column "ny" text')
    fast = Felt("ny", Type.TEKST, "Ny", obligatorisk=True, standard="det's")
    (tilfoej, _) = postgis_sql.tilfoej_kolonne_sql(MOEDESTED, fast)
    assert tilfoej.endswith("not null default 'det''s'")


def test_values_of_the_wrong_kind_are_neither_hidden_nor_made_up() -> None:
    assert vaerdier.literal(None, b"\x01\xff") == "x'01ff'"
    assert vaerdier._fra_json("{halv") == "{halv"
    assert vaerdier._fra_json("{}") == {}
    assert vaerdier._fra_tekst(Type.DATO, "i går") == "i går"
    with pytest.raises(TypeError, match="object"):
        som_json(object())
    assert som_json(dt.date(2026, 1, 2)) == "2026-01-02"


def test_a_row_that_was_deleted_comes_back(fyldt: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    egen = gyldig("organisation") | {"organisation_id": ny_id(), "navn": "Åhavnens Venner"}
    noegle = str(egen["organisation_id"])
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.indsaet("organisation", [egen])
    siden = max(post.fid for post in fyldt.historik())
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.slet("organisation", noegle)
    laest: list[HistorikPost] = []
    rigtig = fyldt.historik

    def historik(**hvad: Any) -> list[HistorikPost]:
        poster = rigtig(**hvad)
        laest.extend(poster)
        return poster

    monkeypatch.setattr(fyldt, "historik", historik)
    assert tag_tilbage(fyldt, siden, {("organisation", noegle)}, "AB") == 1
    assert [post.art for post in laest] == ["slettet"], "of years of history only what came since"
    assert tag_tilbage(fyldt, 0, set(), "AB") == 0
    assert len(laest) == 1, "and nothing where there is nothing to take back"
    sidste = max(post.fid for post in rigtig())
    assert tag_tilbage(fyldt, sidste, {("organisation", noegle)}, "AB") == 0
    assert max(post.fid for post in rigtig()) == sidste, "no line for having done nothing"
    (raekke,) = fyldt.raekker("organisation", noegler=[noegle])
    assert raekke["navn"] == "Åhavnens Venner"


def test_no_public_column_is_a_moment() -> None:
    """The two stores write one differently, and a publication would find every row changed."""
    arter = {type_af(visning, kolonne) for visning in VISNINGER for kolonne in visning.kolonner}
    assert Type.TIDSPUNKT not in arter


@pytest.mark.parametrize("kopi", [Path("data.gpkg"), "findes_ikke"])
def test_a_copy_that_is_not_in_the_database_is_not_compared_there(
    postgis_store: PostgisStore, kopi: Path | str
) -> None:
    for visning in VISNINGER:
        siden = postgis_store.offentlige_siden(visning, kopi, visning.navn, (), samme_tekster=True)
        assert siden is None


def _fotos(store: Store, tmp_path: Path, sti: str) -> Path:
    fil = tmp_path / sti
    fil.parent.mkdir()
    fil.write_bytes(b"et billede")
    with store.skriv("prøve", "AB") as skriver:
        grundlag(skriver)
        skriver.indsaet("foto", [gyldig("foto") | {"sti": sti}])
    return fil


def test_photos_keep_their_names_where_they_cannot_be_given_new_ones(
    gpkg_store: GeopackageStore, tmp_path: Path
) -> None:
    fil = _fotos(gpkg_store, tmp_path, "billeder/Åse Bo Ørsted.jpg")
    (tmp_path / "fotos").touch()  # where the folder of photos should be
    with (
        pytest.raises(StoreFejl, match="kan ikke omdøbes"),
        flyttede_fotos(gpkg_store, tmp_path, EFTERSOEGT),
    ):
        pytest.fail("it may not come so far")
    assert fil.read_bytes() == b"et billede"
    assert (tmp_path / "fotos").read_bytes() == b""


def test_photos_keep_their_names_where_the_rows_cannot_follow(
    gpkg_store: GeopackageStore, tmp_path: Path
) -> None:
    fil = _fotos(gpkg_store, tmp_path, "fotos/Åse Bo Ørsted.jpg")
    with (
        pytest.raises(Afvist, match="Nej"),
        flyttede_fotos(gpkg_store, tmp_path, EFTERSOEGT) as (nye, _),
    ):
        assert len([*fil.parent.iterdir()]) == 2
        assert [*nye] == ["fotos/Åse Bo Ørsted.jpg"]
        raise Afvist("Nej.", "x")
    assert [*fil.parent.iterdir()] == [fil]


@pytest.mark.parametrize("hvordan", ["numre med hul", "afvist", "afvist midtvejs"])
def test_the_spatial_index_of_many_rows_is_whole_or_nothing(
    gpkg_store: GeopackageStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hvordan: str
) -> None:
    """A SQLite may guard the tables of an index: refused at once it is filled row by row, and later not at all."""
    navn = "facilitet_punkt"
    indeks = f"rtree_{navn}_geometri"
    monkeypatch.setattr(masse_rtree, "_NOK", 3)
    monkeypatch.setattr(masse_rtree, "_BOKSE_AD_GANGEN", 2)
    with gpkg_store.skriv("prøve", "AB") as skriver:
        grundlag(skriver)
        skriver.indsaet(navn, [gyldig(navn) for _ in range(7)])
    byg = masse_rtree._byg

    def afvist(forbindelse: Forbindelse, *led: Any) -> None:
        if hvordan == "afvist midtvejs":
            byg(forbindelse, *led)
        raise SqlFejl("table may not be modified")

    if hvordan != "numre med hul":
        monkeypatch.setattr(masse_rtree, "_byg", afvist)
    forbindelse = Forbindelse.aabn(gpkg_store.adresse, skriv=True)
    try:
        forbindelse.udfoer(f"DELETE FROM {indeks}")
        forbindelse.udfoer(f"UPDATE {navn} SET fid = fid + 20 WHERE fid > 4")
        forbindelse.udfoer(f"DELETE FROM {indeks}")
        if hvordan == "afvist midtvejs":
            with pytest.raises(SqlFejl):
                masse_rtree.fyld(forbindelse, tabel(navn), 0, tmp_path)
        else:
            masse_rtree.fyld(forbindelse, tabel(navn), 0, tmp_path)
            i_tabellen = forbindelse.raekker(f"SELECT fid + 0 AS nr FROM {navn} ORDER BY 1")
            assert forbindelse.raekker(f"SELECT id FROM {indeks} ORDER BY 1") == i_tabellen
            assert len(i_tabellen) == 8
            assert forbindelse.foerste(f"SELECT rtreecheck('{indeks}')") == "ok"
        masse_rtree.slip(forbindelse)
    finally:
        forbindelse.luk()


def test_many_rows_into_tables_that_were_counted_as_empty_are_not_read_from_end_to_end(
    postgis_database: Database, postgis_store: PostgisStore, tmp_path: Path
) -> None:
    """PostgreSQL plans once what the guards ask; from an empty table it would read every row for each row that comes."""
    postgis_database.udfoer("analyze")
    antal = 400
    with postgis_store.skriv("prøve", "HK") as skriver:
        skriver.indsaet(
            "fund",
            [
                {"fund_id": ny_id(), "regel": "r", "tabel": "moedested", "objekt_id": str(nr), "alvor": "fejl", "tekst": "x", "foerst_set": NU}
                for nr in range(antal)
            ],
        )  # fmt: skip
        assert isinstance(skriver, _PostgisSkriver)
        arbejde = tmp_path / "arbejde.sqlite"
        with closing(sqlite3.connect(arbejde)) as con, con:
            con.execute("create table hentet (organisation_id text, navn text, type_k integer)")
            con.executemany(
                "insert into hentet values (?, ?, 2)",
                [(ny_id(), f"Nr. {nr}") for nr in range(antal)],
            )
        ind = masse_postgis.PostgisMasse(skriver.markoer, skriver, arbejde)
        assert (
            ind.indsaet("organisation", "hentet", ["organisation_id", "navn", "type_k"], {})
            == antal
        )
        skriver.markoer.execute(
            "select relname, seq_tup_read from pg_stat_xact_user_tables where schemaname = 'moedested'"
        )
        assert [(navn, n) for navn, n in skriver.markoer.fetchall() if n > 10 * antal] == []
        skriver.markoer.execute("show enable_seqscan")
        assert skriver.markoer.fetchone() == ("on",)
