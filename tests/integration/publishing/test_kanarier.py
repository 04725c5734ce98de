# SPDX-License-Identifier: GPL-2.0-or-later
"""A canary of its own in every internal column of every table, numbers, times, JSON and bytes too: in no byte of any target."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import struct
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from moedested_plugin.domain.felt import Felt, Offentlig, Tabel, Type
from moedested_plugin.domain.offentlig import VISNINGER
from moedested_plugin.domain.skema import TABELLER
from moedested_plugin.publishing.lokal_server import LokalServer
from moedested_plugin.publishing.maal import FIL, MAALTYPER, MAPSERVER, Maal
from moedested_plugin.publishing.rapport import som_json
from moedested_plugin.store import aabn
from tests.postgis import programmer

from .servertjeneste import bytes_af
from .udsted import Udsted, et_sted, klar, ret

#: Where a row lies that is not public; nothing else lies there.
OEST, NORD = 671234.5671875, 6071234.5671875
_UDGIVES = dict.fromkeys(visning.tabel for visning in VISNINGER)
#: What decides whether a row is public, and what rows hang together by.
_BAERER = {"off_kode", "samtykke_k", "liste", "kode", "aktiv", "offentlig", "raekke_version"}


class Kanarier:
    """What was hidden, and in what forms it may turn up."""

    def __init__(self) -> None:
        self.skjult: dict[str, tuple[bytes, ...]] = {}

    def ny(self, tabel: str, felt: Felt) -> object:
        """A value that stands nowhere else."""
        nr, navn = len(self.skjult) + 1, f"{tabel}.{felt.navn}"
        former: tuple[bytes, ...]
        vaerdi: object
        if felt.type is Type.HELTAL:
            vaerdi = 70_400_000_000_000 + 97 * nr  # SQLite keeps it in six bytes
            former = (
                str(vaerdi).encode(),
                struct.pack(">q", vaerdi)[2:],
                struct.pack("<q", vaerdi)[:6],
            )
        elif felt.type is Type.TAL:
            vaerdi = 7_040_000.25 + 97 * nr
            former = (
                f"{vaerdi:.2f}".encode(),
                struct.pack(">d", vaerdi),
                struct.pack("<d", vaerdi),
            )
        elif felt.type in (Type.TIDSPUNKT, Type.DATO):
            dag = f"18{nr // 12 % 100:02}-{nr % 12 + 1:02}-17"
            vaerdi, former = (
                (dag if felt.type is Type.DATO else f"{dag}T03:04:05.000Z"),
                (dag.encode(),),
            )
        else:
            ord_ = f"Kanariefugl{nr:04}"
            vaerdi, former = (
                ord_,
                (ord_.encode(), ord_.encode("utf-16-le"), ord_.encode().hex().encode()),
            )
            if felt.type in (Type.JSON, Type.OBJEKT):
                vaerdi = json.dumps({ord_: [ord_]})
            elif felt.type is Type.BINAER:
                vaerdi = ord_.encode()
        self.skjult[navn] = former
        return vaerdi

    def fundet(self, hvor: str, indhold: bytes) -> Iterator[str]:
        """Which of them stand there."""
        for navn, former in self.skjult.items():
            if any(form in indhold for form in former):
                yield f"{navn} in {hvor}"
        for tal in (OEST, NORD):
            if (
                any(struct.pack(art, tal) in indhold for art in ("<d", ">d"))
                or str(tal)[:11].encode() in indhold
            ):
                yield f"where it lies in {hvor}"


@pytest.fixture
def fyldt(lager: Any) -> tuple[Path, Kanarier]:
    """The example, with every internal column of every table filled; and rows that are not public, filled all over."""
    sti = Path(lager.adresse)
    lager.luk()
    kanarier = Kanarier()
    forbindelse = sqlite3.connect(sti)
    forbindelse.execute("pragma ignore_check_constraints = on")
    forbindelse.execute("pragma foreign_keys = off")
    udloesere = forbindelse.execute(
        "select name, sql from sqlite_master where type = 'trigger'"
    ).fetchall()
    for navn, _ in udloesere:
        forbindelse.execute(f'drop trigger "{navn}"')
    for tabel in TABELLER:
        _en_raekke(forbindelse, tabel)
        for felt in tabel.felter:
            if felt.off & Offentlig.OFFENTLIG or felt.navn in _BAERER or felt.navn == tabel.noegle:
                continue
            if felt.kodeliste is not None or felt.henviser is not None or felt.type is Type.UUID:
                continue
            if tabel.navn == "kodeliste" and felt.navn not in ("definition", "siden"):
                continue
            if tabel.navn == "indstilling" or felt.type is Type.JA_NEJ:
                continue
            forbindelse.execute(
                f"update {tabel.navn} set {felt.navn} = ?", [kanarier.ny(tabel.navn, felt)]
            )
    for tabel in _UDGIVES:
        _skjul_en(forbindelse, tabel, kanarier)
    vaerdi = kanarier.ny("indstilling", Felt("vaerdi", Type.JSON, ""))
    forbindelse.execute("insert into indstilling (noegle, vaerdi) values ('kanarie', ?)", [vaerdi])
    for _, sql in udloesere:
        forbindelse.execute(sql)
    forbindelse.commit()
    forbindelse.close()
    return sti, kanarier


def _en_raekke(forbindelse: sqlite3.Connection, tabel: Tabel) -> None:
    """Tables that are empty get a row to hide something in."""
    if forbindelse.execute(f"select count(*) from {tabel.navn}").fetchone()[0]:
        return
    kraevede = [
        (navn, art)
        for _, navn, art, kraevet, standard, noegle in forbindelse.execute(
            f"pragma table_info({tabel.navn})"
        )
        if kraevet and standard is None and not noegle
    ]
    navne = ", ".join(navn for navn, _ in kraevede)
    pladser = ", ".join("?" * len(kraevede))
    forbindelse.execute(
        f"insert into {tabel.navn} ({navne}) values ({pladser})"
        if kraevede
        else f"insert into {tabel.navn} default values",
        [1 if "INT" in art.upper() else "x" for _, art in kraevede],
    )


def _skjul_en(forbindelse: sqlite3.Connection, tabel: Tabel, kanarier: Kanarier) -> None:
    """One public row becomes the municipality's own, with something in each of its public fields, and a place of its own."""
    visning = next(v for v in VISNINGER if v.tabel == tabel)
    offentlig = forbindelse.execute(f"select {tabel.noegle} from {visning.navn} limit 1").fetchone()
    assert offentlig, tabel.navn
    if any(felt.navn == "off_kode" for felt in tabel.felter):
        forbindelse.execute(
            f"update {tabel.navn} set off_kode = 2 where {tabel.noegle} = ?", offentlig
        )
    elif any(felt.navn == "samtykke_k" for felt in tabel.felter):
        forbindelse.execute(
            f"update {tabel.navn} set samtykke_k = 1 where {tabel.noegle} = ?", offentlig
        )
    else:  # it is public because what it belongs to is
        return
    if visning.geometri is not None:
        ((blob,),) = forbindelse.execute(
            f"select geometri from {tabel.navn} where {tabel.noegle} = ?", offentlig
        )
        forbindelse.execute(
            f"update {tabel.navn} set geometri = ? where {tabel.noegle} = ?",
            [blob[:-16] + struct.pack("<dd", OEST, NORD), *offentlig],
        )
    for felt in tabel.felter:
        skrives = felt.off & Offentlig.OFFENTLIG and felt.navn not in (*_BAERER, tabel.noegle)
        if skrives and felt.kodeliste is None and felt.henviser is None and felt.type is Type.TEKST:
            forbindelse.execute(
                f"update {tabel.navn} set {felt.navn} = ? where {tabel.noegle} = ?",
                [kanarier.ny(f"{tabel.navn} (off)", felt), *offentlig],
            )


def _bytes_i(database: Udsted) -> Iterator[tuple[str, bytes]]:
    """Everything that lies in the database, as it is dumped; and what is packed there unpacked."""
    klynge = database.database.klynge
    dsn = klynge.dsn(database.database.navn)
    dumpet = subprocess.run(
        [programmer() / "pg_dump", "-h", dsn["host"], "-p", str(dsn["port"]), "-U", dsn["user"], dsn["dbname"]],
        env={**os.environ, "PGPASSWORD": dsn["password"]}, capture_output=True, check=True,
    ).stdout  # fmt: skip
    assert b"pub_live" in dumpet
    yield "dump", dumpet
    for tabel, kolonne in (("qgis_projects", "content"), ("udgave", "projekt")):
        for (indhold,) in database.sql(f"select {kolonne} from moedested_udgivet.{tabel}"):
            with zipfile.ZipFile(io.BytesIO(bytes(indhold))) as pakke:
                for navn in pakke.namelist():
                    yield f"{tabel}/{navn}", pakke.read(navn)


_SPOERGSMAAL = (
    "SERVICE=WMS&REQUEST=GetCapabilities", "SERVICE=WFS&VERSION=1.1.0&REQUEST=GetCapabilities",
    "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&LAYER=kort&FORMAT=application/json",
    "SERVICE=WFS&VERSION=1.1.0&REQUEST=DescribeFeatureType&TYPENAME=moedested",
    "SERVICE=WFS&VERSION=1.1.0&REQUEST=GetFeature&TYPENAME=moedested,rute,facilitet_punkt,facilitet_flade,aktivitet,foto",
    "SERVICE=WFS&VERSION=1.1.0&REQUEST=GetFeature&TYPENAME=moedested&SORTBY=intern_note",
    "SERVICE=WFS&VERSION=1.1.0&REQUEST=GetFeature&TYPENAME=historik",
    "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetContext", "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetStyles&LAYERS=moedested",
    "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=findes_ikke", "SERVICE=FINDESIKKE",
)  # fmt: skip


def test_no_target_has_a_byte_of_it(
    fyldt: tuple[Path, Kanarier], udsted: Udsted, tmp_path: Path, qgis_app: Any
) -> None:
    """Published, changed, published: files, database, projects, lists, looks, history, log, report, answers."""
    sti, kanarier = fyldt
    assert len(kanarier.skjult) > 80
    assert [*kanarier.fundet("store", sti.read_bytes())], "they are there to be found"
    ud = tmp_path / "Ud på nettet"
    log: list[str] = []
    qgis_app.messageLog().messageReceived.connect(lambda *ord_: log.append(str(ord_[0])))
    alle = (
        Maal(FIL, "moedesteder", str(ud)),
        Maal(MAPSERVER, "kort", str(ud)),
        replace(udsted.maal, folder=str(ud / "database")),
    )
    assert {maal.type for maal in alle} == set(MAALTYPER), (
        "a new kind of target is tried here first"
    )
    sagt: list[str] = []
    for nr, maal in enumerate(alle):
        for navn in ("Et navn", "Et andet navn"):
            with aabn(str(sti)) as store:
                ret(store, et_sted(store)["moedested_id"], navn=f"{navn} {nr}")
                udgives, plan = klar(store, maal)
                udgivet = udgives.udgiv(plan)
            assert sum(plan.antal.values()) > 100
            sagt += ["".join(som_json(plan, udgivet)), repr((plan, [*plan.aendringer]))]
    set_ = [*bytes_af(ud), *_bytes_i(udsted), *(("said", ord_.encode()) for ord_ in (*sagt, *log))]
    for nr in range(len(alle)):
        assert any(f"Et andet navn {nr}".encode() in indhold for _, indhold in set_), "it is read"
    with LokalServer(ud / "moedesteder" / "service.qgz") as server:
        for spoerg in _SPOERGSMAAL:
            try:
                with urlopen(f"{server.url}?{spoerg}") as svar:
                    set_.append((spoerg, svar.read()))
            except HTTPError as nej:
                set_.append((spoerg, nej.read()))
        set_.append(("the server's log", server.log().encode()))
    assert [fund for hvor, indhold in set_ for fund in kanarier.fundet(hvor, indhold)] == []
