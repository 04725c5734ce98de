# SPDX-License-Identifier: GPL-2.0-or-later
"""Publishing to a folder: what the plan says goes out, nothing else does, and it can be taken back."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsFeedback

from moedested_plugin.checks.resultat import Resultat
from moedested_plugin.domain.felt import Offentlig, Type
from moedested_plugin.publishing.aendringer import Art
from moedested_plugin.publishing.fejl import UdgivelsesFejl
from moedested_plugin.publishing.forbered import forbered, udgiver
from moedested_plugin.publishing.holdte import INDSTILLING as KRAV
from moedested_plugin.publishing.holdte import forbehold
from moedested_plugin.publishing.lokal_server import LokalServer
from moedested_plugin.publishing.maal import Maal
from moedested_plugin.publishing.mappe import Mappe
from moedested_plugin.publishing.plan import Plan, planlaeg
from moedested_plugin.publishing.raekker import TABEL_AF_NAVN
from moedested_plugin.publishing.udgave import MappeUdgave
from moedested_plugin.publishing.udgiv import Udgivet
from moedested_plugin.store import Store
from moedested_plugin.store.vaerdier import wkb

CPR = "010190-1234"


@pytest.fixture(autouse=True)
def uden_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without QGIS Server, as most are; `test_udgiv_tjeneste` has one."""
    monkeypatch.setattr(LokalServer, "findes", staticmethod(lambda: False))


def ud(lager: Store, maal: Maal) -> Udgivet:
    klar = forbered(lager, maal, "AB")
    return klar.udgiver.udgiv(klar.plan)


def ret(lager: Store, tabel: str, noegle: str, /, **vaerdier: Any) -> None:
    with lager.skriv("prøve", "CD") as skriver:
        assert skriver.ret(tabel, noegle, vaerdier)


def aktive(lager: Store) -> list[dict[str, Any]]:
    return [
        raekke
        for raekke in lager.raekker("moedested")
        if raekke["off_kode"] == 1 and raekke["livscyklus_k"] == 3 and raekke["geometri"]
    ]


def ude(maal: Maal, tabel: str = "moedested", kolonne: str = "navn") -> list[Any]:
    """A column of what is out there, by a reader that knows nothing of the plugin."""
    udgave = Mappe(maal).gaeldende()
    assert udgave is not None
    with closing(sqlite3.connect(udgave.data)) as con:
        return [v for (v,) in con.execute(f'SELECT "{kolonne}" FROM "{tabel}" ORDER BY 1')]


def uden_kontrol(lager: Store, maal: Maal) -> Plan:
    """The plan as it is when no check finds anything."""
    return planlaeg(lager, Mappe(maal).gaeldende(), Resultat(()), forbehold(lager, "AB"))


def bytes_i(mappe: Path) -> bytes:
    return b"".join(sti.read_bytes() for sti in sorted(mappe.rglob("*")) if sti.is_file())


def test_the_first_publication_and_then_only_what_changed(lager: Store, maal: Maal) -> None:
    foerste = ud(lager, maal)
    assert foerste.plan is not None
    assert foerste.plan.antal["moedested"] == len(ude(maal)) > 5
    assert forbered(lager, maal, "AB").plan.er_tom
    sted = aktive(lager)[0]
    ret(lager, "moedested", sted["moedested_id"], navn="Æblehaven", intern_note="KANARIEFUGL")
    (aendring,) = forbered(lager, maal, "AB").plan.aendringer
    assert (aendring.art, aendring.tabel, aendring.noegle) == (
        Art.AENDRET, "moedested", sted["moedested_id"],
    )  # fmt: skip
    assert [(f.kolonne, f.gammel, f.ny) for f in aendring.felter] == [
        ("navn", sted["navn"], "Æblehaven")
    ]
    anden = ud(lager, maal)
    assert "Æblehaven" in ude(maal)
    assert sted["navn"] not in ude(maal)
    assert anden.version > foerste.version
    assert ude(maal, "udgivelse", "version") == [anden.version]


def test_what_was_seen_goes_out_and_not_what_came_since(lager: Store, maal: Maal) -> None:
    ud(lager, maal)
    sted = aktive(lager)[0]
    ret(lager, "moedested", sted["moedested_id"], navn="Som det blev set")
    klar = forbered(lager, maal, "AB")
    ret(lager, "moedested", sted["moedested_id"], navn="Som det blev siden")
    klar.udgiver.udgiv(klar.plan)
    assert "Som det blev set" in ude(maal)
    assert "Som det blev siden" not in ude(maal)
    (aendring,) = forbered(lager, maal, "AB").plan.aendringer
    assert aendring.navn == "Som det blev siden"


def test_the_same_row_keeps_its_number(lager: Store, maal: Maal) -> None:
    ud(lager, maal)
    foer = dict(zip(ude(maal, "rute", "objekt_id"), ude(maal, "rute", "fid")))
    rute = next(iter(foer))
    gemt = next(lager.raekker("rute", noegler=[rute]))
    ret(lager, "rute", rute, off_kode=2)
    ud(lager, maal)
    assert rute not in ude(maal, "rute", "objekt_id")
    ret(lager, "rute", rute, off_kode=gemt["off_kode"])
    ud(lager, maal)
    udgave = Mappe(maal).gaeldende()
    assert udgave is not None
    numre = {noegle: fid for noegle, (fid, _) in udgave.aftryk()["rute"].items()}
    with closing(sqlite3.connect(udgave.data)) as con:
        assert dict(con.execute("SELECT objekt_id, fid FROM rute")) == numre
    assert {n: numre[n] for n in foer if n != rute} == {
        n: nr for n, nr in _numre(maal, udgave.version).items() if n != rute
    }
    assert len(set(numre.values())) == len(foer)


def _numre(maal: Maal, version: str) -> dict[str, int]:
    with closing(sqlite3.connect(Mappe(maal).udgaver()[-1].data)) as con:
        assert Mappe(maal).udgaver()[-1].version < version
        return dict(con.execute("SELECT objekt_id, fid FROM rute"))


@pytest.mark.parametrize(
    ("felt", "vaerdi"), [("off_kode", 2), ("livscyklus_k", 1), ("livscyklus_k", 5)]
)
def test_what_is_no_longer_public_goes_with_all_that_belongs_to_it(
    lager: Store, maal: Maal, felt: str, vaerdi: int
) -> None:
    ud(lager, maal)
    noegler = set(ude(maal, "aktivitet", "moedested_id"))
    sted = next(s for s in aktive(lager) if s["moedested_id"] in noegler)
    ret(lager, "moedested", sted["moedested_id"], **{felt: vaerdi})
    plan = forbered(lager, maal, "AB").plan
    fjernet = [(a.tabel, a.navn) for a in plan.aendringer if a.art is Art.FJERNET]
    assert ("moedested", sted["navn"]) in fjernet
    assert any(tabel == "aktivitet" for tabel, _ in fjernet)
    assert not plan.blokeringer
    ud(lager, maal)
    for tabel in ("moedested", "aktivitet", "tilknytning", "udstyr"):
        assert sted["moedested_id"] not in ude(maal, tabel, "moedested_id")


def test_a_row_with_an_error_stays_as_it_was_out_there(lager: Store, maal: Maal) -> None:
    ud(lager, maal)
    sted = aktive(lager)[0]
    ret(lager, "moedested", sted["moedested_id"], beskrivels=f"Ring til cpr {CPR}", navn="Nyt navn")
    klar = forbered(lager, maal, "AB")
    (holdt,) = klar.plan.holdte
    assert (holdt.tabel, holdt.noegle, holdt.ude) == ("moedested", sted["moedested_id"], True)
    assert holdt.grunde
    assert klar.plan.er_tom
    assert sted["navn"] in ude(maal)
    assert "Nyt navn" not in ude(maal)


def test_a_new_row_with_an_error_stays_at_home(lager: Store, maal: Maal) -> None:
    sted = aktive(lager)[0]
    ret(lager, "moedested", sted["moedested_id"], beskrivels=f"Ring til cpr {CPR}")
    klar = forbered(lager, maal, "AB")
    assert [(h.noegle, h.ude) for h in klar.plan.holdte] == [(sted["moedested_id"], False)]
    klar.udgiver.udgiv(klar.plan)
    for tabel in ("moedested", "aktivitet", "tilknytning"):
        assert sted["moedested_id"] not in ude(maal, tabel, "moedested_id")


def test_what_is_taken_out_leaves_no_byte_in_the_new_version(lager: Store, maal: Maal) -> None:
    sted = aktive(lager)[0]
    hemmelig = "Kommer aldrig igen 4711"
    ret(lager, "moedested", sted["moedested_id"], beskrivels=hemmelig)
    ud(lager, maal)
    assert hemmelig.encode() in bytes_i(maal.mappe)
    ret(lager, "moedested", sted["moedested_id"], off_kode=2)
    nu = ud(lager, maal)
    assert hemmelig.encode() not in bytes_i(maal.mappe / "data" / nu.version)


#: Internal texts whose shape or meaning the database guards.
_STYRER = frozenset({"objekt_lag", "objekt_id", "sti"})


def test_no_internal_word_in_any_byte(lager: Store, maal: Maal) -> None:
    """Every text that is not public, of every row, holds a canary."""
    skrevet = 0
    for tabel in {t.kilde: t for t in TABEL_AF_NAVN.values()}.values():
        beskrevet = tabel.visning.tabel
        interne = [
            felt.navn
            for felt in beskrevet.felter
            if felt.type is Type.TEKST and felt.kodeliste is None and not felt.laast and not felt.henviser
            and Offentlig.OFFENTLIG not in felt.off and (felt.laengde or 99) >= 20 and felt.navn not in _STYRER
        ]  # fmt: skip
        for raekke in list(lager.raekker(tabel.kilde)) if interne else ():
            noegle = str(raekke[beskrevet.noegle])
            ret(lager, tabel.kilde, noegle, **dict.fromkeys(interne, "KANARIEFUGL i felt"))
            skrevet += len(interne)
    assert skrevet > 100
    klar = forbered(lager, maal, "AB")
    klar.udgiver.udgiv(uden_kontrol(lager, maal))
    assert b"KANARIEFUGL" not in bytes_i(maal.mappe)
    with zipfile.ZipFile(maal.mappe / "service.qgz") as pakke:
        assert all(b"KANARIEFUGL" not in pakke.read(navn) for navn in pakke.namelist())


def test_the_municipality_may_demand_approval_and_a_second_pair_of_eyes(
    lager: Store, maal: Maal
) -> None:
    sted = aktive(lager)[0]["moedested_id"]
    ret(lager, "moedested", sted, godkendt_dato=None, sted="Ved åen")
    assert not forbered(lager, maal, "cd ").plan.holdte
    lager.saet_indstilling(KRAV, {"kraev_godkendt": True})
    assert sted in {h.noegle for h in forbered(lager, maal, "AB").plan.holdte}
    ret(lager, "moedested", sted, godkendt_dato=dt.date(2026, 1, 2))
    assert sted not in {h.noegle for h in forbered(lager, maal, "AB").plan.holdte}
    lager.saet_indstilling(KRAV, {"kraev_anden": True})
    assert sted in {h.noegle for h in forbered(lager, maal, "cd ").plan.holdte}
    assert sted not in {h.noegle for h in forbered(lager, maal, "AB").plan.holdte}


def test_places_of_others_can_be_left_out(lager: Store, maal: Maal) -> None:
    alle = forbered(lager, maal, "AB").plan.antal
    with lager.skriv("import", "AB") as skriver:  # an import may change whose it is
        for bord in list(lager.raekker("facilitet_punkt"))[:3]:
            skriver.ret("facilitet_punkt", str(bord["objekt_id"]), {"cvr_kode": 33157274})
    assert forbered(lager, maal, "AB").plan.antal == alle
    lager.saet_indstilling(KRAV, {"andres_steder": False})
    klar = forbered(lager, maal, "AB")
    assert klar.plan.antal["facilitet_punkt"] < alle["facilitet_punkt"]
    klar.udgiver.udgiv(klar.plan)
    assert set(ude(maal, "facilitet_punkt", "cvr_kode")) == {29188599}


def test_going_back_gives_the_very_same_bytes(lager: Store, maal: Maal) -> None:
    foerste = ud(lager, maal)
    peger, data = (maal.mappe / "service.qgz").read_bytes(), ude(maal)
    ret(lager, "moedested", aktive(lager)[0]["moedested_id"], navn="Nyt navn")
    anden = ud(lager, maal)
    assert (maal.mappe / "service.qgz").read_bytes() != peger
    assert udgiver(lager, maal, "AB").tilbage().version == foerste.version
    assert (maal.mappe / "service.qgz").read_bytes() == peger
    assert ude(maal) == data
    assert udgiver(lager, maal, "AB").tilbage().version == anden.version, "back from going back"
    with pytest.raises(UdgivelsesFejl, match="vises nu"):
        udgiver(lager, maal, "AB").tilbage(anden.version)
    with pytest.raises(UdgivelsesFejl, match="findes ikke"):
        udgiver(lager, maal, "AB").tilbage("19990101T000000-00000000")


def test_a_damaged_version_is_not_shown(lager: Store, maal: Maal) -> None:
    foerste = ud(lager, maal)
    ret(lager, "moedested", aktive(lager)[0]["moedested_id"], navn="Nyt navn")
    anden = ud(lager, maal)
    with (maal.mappe / "data" / foerste.version / "data.gpkg").open("r+b") as fil:
        fil.seek(5000)
        fil.write(b"!")
    with pytest.raises(UdgivelsesFejl, match="beskadiget"):
        udgiver(lager, maal, "AB").tilbage()
    gaeldende = Mappe(maal).gaeldende()
    assert gaeldende is not None
    assert gaeldende.version == anden.version


def test_going_back_does_not_bring_a_personal_number_back(lager: Store, maal: Maal) -> None:
    sted = aktive(lager)[0]
    ret(lager, "moedested", sted["moedested_id"], beskrivels=f"Spørg efter cpr {CPR} i kiosken")
    udgiver(lager, maal, "AB").udgiv(uden_kontrol(lager, maal))
    foerste, antal = Mappe(maal).gaeldende(), len(ude(maal))
    assert foerste is not None
    assert CPR.encode() in bytes_i(maal.mappe)
    ret(lager, "moedested", sted["moedested_id"], beskrivels="Spørg i kiosken")
    ud(lager, maal)
    tilbage = udgiver(lager, maal, "AB").tilbage(foerste.version)
    assert sted["moedested_id"] not in ude(maal, "moedested", "moedested_id")
    assert len(ude(maal)) == antal - 1
    assert any("privatliv" in linje for linje in tilbage.bemaerkninger)
    assert CPR.encode() not in bytes_i(maal.mappe / "data" / tilbage.version)


def test_a_personal_number_that_is_out_there_stops_the_next_publication(
    lager: Store, maal: Maal
) -> None:
    sted = aktive(lager)[0]
    ret(lager, "moedested", sted["moedested_id"], beskrivels=f"Spørg efter cpr {CPR} i kiosken")
    udgiver(lager, maal, "AB").udgiv(uden_kontrol(lager, maal))
    with pytest.raises(UdgivelsesFejl, match=r"er allerede offentlig\. Ret den"):
        ud(lager, maal)
    ret(lager, "moedested", sted["moedested_id"], off_kode=2)  # taken away: that may go out
    ud(lager, maal)
    assert sted["navn"] not in ude(maal)


def test_a_plan_that_is_no_longer_true_is_not_carried_out(lager: Store, maal: Maal) -> None:
    gammel = forbered(lager, maal, "AB")
    ud(lager, maal)
    with pytest.raises(UdgivelsesFejl, match="Lav planen igen"):
        gammel.udgiver.udgiv(gammel.plan)


def test_two_publishers_at_once(lager: Store, maal: Maal) -> None:
    klar = forbered(lager, maal, "AB")
    with Mappe(maal).laast("Bo"):
        with pytest.raises(UdgivelsesFejl, match="Bo er ved at udgive"):
            klar.udgiver.udgiv(klar.plan)
        Mappe(maal).bryd_laas()
        klar.udgiver.udgiv(klar.plan)
    assert ude(maal)
    assert Mappe(maal).laest_af() is None


def test_five_are_kept(lager: Store, maal: Maal) -> None:
    sted = aktive(lager)[0]["moedested_id"]
    versioner = []
    for nummer in range(7):
        ret(lager, "moedested", sted, navn=f"Navn {nummer}")
        versioner.append(ud(lager, maal).version)
    assert [u.version for u in Mappe(maal).udgaver()] == versioner[:1:-1]
    assert {sti.name for sti in (maal.mappe / "data").iterdir()} == set(versioner[2:])


def test_a_foreign_file_in_the_way_is_not_overwritten(lager: Store, maal: Maal) -> None:
    maal.mappe.mkdir(parents=True)
    (maal.mappe / "service.qgz").write_bytes(b"somebody's project")
    with pytest.raises(UdgivelsesFejl, match="ikke lavet af Mødested"):
        ud(lager, maal)
    assert (maal.mappe / "service.qgz").read_bytes() == b"somebody's project"


@pytest.mark.parametrize("trin", ["byg", "navngiv", "peger", "bevis", "skift"])
def test_cancelled_before_the_swap_changes_nothing(lager: Store, maal: Maal, trin: str) -> None:
    ud(lager, maal)
    foer = bytes_i(maal.mappe)
    ret(lager, "moedested", aktive(lager)[0]["moedested_id"], navn="Nyt navn")
    klar = forbered(lager, maal, "AB")
    feedback = QgsFeedback()

    def afbryd(navn: str) -> None:
        if navn == trin:
            feedback.cancel()

    with pytest.raises(UdgivelsesFejl, match="afbrudt"):
        replace(klar.udgiver, feedback=feedback, trin=afbryd).udgiv(klar.plan)
    assert feedback.isCanceled()
    assert bytes_i(maal.mappe) == foer


def test_the_store_and_the_folder_tell_what_went_out(lager: Store, maal: Maal) -> None:
    udgivet = ud(lager, maal)
    (linje,) = lager.raekker("udgivelse")
    assert (linje["version"], linje["maal"], linje["af"]) == (udgivet.version, "moedesteder", "AB")
    (historik,) = Mappe(maal).historik()
    assert (historik["art"], historik["version"]) == ("udgiv", udgivet.version)
    sti = maal.mappe / "data" / udgivet.version / "manifest.json"
    assert dt.datetime.fromisoformat(json.loads(sti.read_text("utf-8"))["tid"]).tzinfo is not None


def test_a_moedested_that_loses_its_place_stands_in_one_layer_only(
    lager: Store, maal: Maal
) -> None:
    ud(lager, maal)
    sted = aktive(lager)[0]["moedested_id"]
    ret(lager, "moedested", sted, geometri=None)
    udgiver(lager, maal, "AB").udgiv(uden_kontrol(lager, maal))
    assert sted in ude(maal, "moedested_uden_sted", "moedested_id")
    assert sted not in ude(maal, "moedested", "moedested_id")
    assert all(holdt.ude for holdt in forbered(lager, maal, "AB").plan.holdte)


def test_a_name_that_clients_use_and_that_vanishes_is_said(lager: Store, maal: Maal) -> None:
    ud(lager, maal)
    sti = Mappe(maal).udgaver()[0].sti / "manifest.json"
    laest = json.loads(sti.read_text("utf-8"))
    laest["kolonner"]["rute"].insert(1, "gammelt_navn")
    laest["kolonner"]["forsvundet"] = ["a"]
    with closing(sqlite3.connect(sti.with_name("data.gpkg"))) as con, con:
        con.execute("ALTER TABLE rute ADD COLUMN gammelt_navn TEXT")
    sti.write_text(json.dumps(laest), "utf-8")
    plan = forbered(lager, maal, "AB").plan
    assert len(plan.brud) == 2
    assert any("gammelt_navn" in linje for linje in plan.brud)
    assert plan.fra_bunden
    assert not plan.aendringer
    assert not plan.er_tom
    udgiver(lager, maal, "AB").udgiv(plan)
    assert not forbered(lager, maal, "AB").plan.brud


def test_the_database_finds_what_reading_every_row_finds(
    lager: Store, maal: Maal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Changed, new, gone; and what stands in other tables: the text of a code, the name of an organisation."""

    def plan() -> Plan:
        hurtig = uden_kontrol(lager, maal)
        with monkeypatch.context() as uden_fil:
            uden_fil.setattr(MappeUdgave, "fil", None)
            langsom = uden_kontrol(lager, maal)
        assert sorted(hurtig.aendringer, key=repr) == sorted(langsom.aendringer, key=repr)
        assert hurtig.raekker == langsom.raekker
        assert hurtig.fjernede == langsom.fjernede
        assert hurtig.aftryk == langsom.aftryk
        assert hurtig.tekster == langsom.tekster
        return hurtig

    foerste = ud(lager, maal)
    assert plan().er_tom
    assert foerste.plan is not None
    steder = aktive(lager)
    ret(lager, "moedested", steder[0]["moedested_id"], navn="Æblehaven", beskrivels=None)
    ret(lager, "moedested", steder[1]["moedested_id"], off_kode=2)
    ret(lager, "moedested", steder[2]["moedested_id"], geometri=None)
    organisation = next(r["organisation_id"] for r in steder if r["organisation_id"])
    ret(lager, "organisation", organisation, navn="Et andet navn")
    andre = {a.tabel for a in plan().aendringer}
    assert andre >= {"moedested", "moedested_uden_sted", "tilknytning"}
    with closing(sqlite3.connect(lager.adresse)) as con, con:
        navne = [v for (v,) in con.execute("SELECT name FROM sqlite_master WHERE type='trigger'")]
        for navn in navne:
            con.execute(f'DROP TRIGGER "{navn}"')
        con.execute("UPDATE kodeliste SET navn = navn || ' (ny)' WHERE liste = 'd_basis_status'")
        # As QGIS saves a line: with a frame in its header.
        for noegle, blob in con.execute("SELECT objekt_id, geometri FROM rute").fetchall():
            hoved = blob[:3] + bytes([blob[3] | 2]) + blob[4:8] + bytes(32)
            con.execute(
                "UPDATE rute SET geometri = ? WHERE objekt_id = ?",
                [hoved + (wkb(blob) or b""), noegle],
            )
    felter = {f.kolonne for a in plan().aendringer if a.tabel == "rute" for f in a.felter}
    assert felter == {"statuskode_tekst"}
    udgiver(lager, maal, "AB").udgiv(plan())
    assert plan().er_tom


@pytest.mark.parametrize(
    "link",
    [
        "https://a.dk/?x=1&token=KANARIEN",
        "https://anne:KANARIEN@a.dk/",
        "https://a.dk/?apiKey=KANARIEN",
    ],
)
def test_a_key_in_a_link_stays_at_home(lager: Store, maal: Maal, link: str) -> None:
    et, andet = aktive(lager)[:2]
    ud(lager, maal)
    ret(lager, "moedested", et["moedested_id"], link=link, navn="Nyt navn")
    ret(lager, "moedested", andet["moedested_id"], link="https://a.dk/?tokenring=1&x=a:b@c")
    udgivet = udgiver(lager, maal, "AB").udgiv(uden_kontrol(lager, maal))
    assert udgivet.plan is not None
    assert [(holdt.noegle, holdt.ude) for holdt in udgivet.plan.holdte] == [
        (et["moedested_id"], True)
    ]
    assert et["navn"] in ude(maal)
    lager.saet_indstilling("tjeneste", {"metadata_url": link})
    ret(lager, "moedested", andet["moedested_id"], navn="Et tredje navn")
    with pytest.raises(UdgivelsesFejl, match="nøgle i tjenestens tekster"):
        ud(lager, maal)
    assert b"KANARIEN" not in bytes_i(maal.mappe)


def test_whom_it_protects_is_known_before_the_swap(lager: Store, maal: Maal) -> None:
    """A publisher that is cut off right after the swap has not forgotten it."""
    sted = aktive(lager)[0]
    foerste = ud(lager, maal)
    ret(lager, "moedested", sted["moedested_id"], off_kode=2)

    def doed(trin: str) -> None:
        if trin == "efterproev":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replace(udgiver(lager, maal, "AB"), trin=doed).udgiv(
            uden_kontrol(lager, maal), [("moedested", sted["moedested_id"])]
        )
    assert sted["navn"] not in ude(maal)
    tilbage = udgiver(lager, maal, "AB").tilbage(foerste.version)
    assert any("privatliv" in linje for linje in tilbage.bemaerkninger)
    assert sted["navn"] not in ude(maal)


def test_an_activity_that_is_over_goes_with_the_night(lager: Store, maal: Maal) -> None:
    """Nobody has edited anything; the day its end lies on is past."""
    i_dag = dt.date.today()  # noqa: DTZ011 - the views ask for the day of this machine
    raekke = next(r for r in lager.raekker("aktivitet") if r["dato_til"] is None)
    with lager.skriv("prøve", "CD") as skriver:
        skriver.ret(
            "aktivitet",
            str(raekke["aktivitet_id"]),
            {"navn": "Æblesang", "dato_fra": i_dag - dt.timedelta(days=9), "dato_til": i_dag},
        )
    ud(lager, maal)
    liste = maal.mappe / "moedesteder.html"
    assert "Æblesang" in liste.read_text("utf-8")
    with closing(sqlite3.connect(lager.adresse)) as con, con:
        con.execute(
            "UPDATE aktivitet SET dato_til = date(dato_til, '-1 day') WHERE aktivitet_id = ?",
            [raekke["aktivitet_id"]],
        )
    naeste = ud(lager, maal)
    assert naeste.plan is not None
    fjernede = {(a.tabel, a.noegle) for a in naeste.plan.aendringer if a.art is Art.FJERNET}
    assert ("aktivitet", raekke["aktivitet_id"]) in fjernede
    assert "Æblesang" not in liste.read_text("utf-8")
