# SPDX-License-Identifier: GPL-2.0-or-later
"""Stops of a timetable become background: stations and stops in the municipality, once, and nothing else unsaid."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from moedested_plugin.sources.anvend import anvend
from moedested_plugin.sources.fejl import LaeseFejl
from moedested_plugin.sources.importer import lav_plan
from moedested_plugin.sources.laes import laes
from moedested_plugin.sources.laest import Kilde
from moedested_plugin.store import Store

STOPS = """stop_id,stop_code,stop_name,stop_lat,stop_lon,location_type,parent_station
000860001,,"Nykøbing F St., bus",54.768,11.872,1,
000860002,,Spor 1,54.7681,11.8721,0,000860001
000860003,,Indgang,54.7682,11.8722,2,000860001
000860004,,Torvet,54.766,11.873,,
000860005,,Uden forælder,54.767,11.874,0,findes_ikke
000860006,,Aarhus H,56.150,10.204,1,
000860007,,Ingen steder,,,0,
"""


def gtfs(sti: Path, stops: str = STOPS, mappe: str = "") -> Path:
    with zipfile.ZipFile(sti, "w", zipfile.ZIP_DEFLATED) as pakke:
        pakke.writestr(f"{mappe}agency.txt", "agency_id\n1\n")
        pakke.writestr(
            f"{mappe}stop_times.txt", "0" * (40 << 20)
        )  # a real one is far larger than the rest allows
        pakke.writestr(f"{mappe}stops.txt", stops.encode("utf-8-sig"))
    return sti


@pytest.mark.parametrize("i_zip", [False, True])
def test_stations_and_stops_of_the_municipality_become_background(
    store: Store, tmp_path: Path, i_zip: bool
) -> None:
    fil = tmp_path / "stops.txt"
    if i_zip:
        fil = gtfs(tmp_path / "GTFS æ.zip", mappe="data/")
    else:
        fil.write_text(STOPS, "utf-8")
    with lav_plan(store, Kilde(str(fil))) as plan:
        assert plan.profil.navn == "gtfs_stop"
        assert (plan.antal["ny"], plan.antal["afvist"]) == (3, 1)
        sagt = " ".join(plan.maal.bemaerkninger)
        assert "er udeladt: 2." in sagt
        assert "Uden for kommunen og udeladt: 1 række" in sagt
        anvend(store, plan, "AB")
    har = {str(r["navn"]): r for r in store.raekker("netvaerk")}
    assert {navn: r["type"] for navn, r in har.items()} == {
        "Nykøbing F St., bus": "Station", "Torvet": "Stoppested", "Uden forælder": "Stoppested"
    }  # fmt: skip
    assert har["Torvet"]["kilde_noegle"] == "000860004"
    x, y = struct.unpack_from("<dd", bytes(har["Torvet"]["geometri"]), 5)  # type: ignore[arg-type]
    assert (abs(x - 684900) < 500, abs(y - 6072600) < 500) == (True, True)
    with lav_plan(store, Kilde(str(fil))) as plan:
        assert (plan.antal["ny"], plan.antal["borte"], plan.uaendrede) == (0, 0, 3)
    (tmp_path / "stops.txt").write_text(
        STOPS.replace("Torvet", "Torvet vest").replace("000860005,", "9,"), "utf-8"
    )
    with lav_plan(store, Kilde(str(tmp_path / "stops.txt"))) as plan:
        antal = plan.antal
        assert (antal["aendret"], antal["flyttet"], antal["ny"], antal["borte"]) == (1, 1, 0, 0)


def test_other_zips_and_broken_ones_are_as_before(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as pakke:
        pakke.writestr("stops.txt", "navn;lat;lon\nBænk;54,7;11,8\n")
    with laes(Kilde(str(tmp_path / "a.zip"))) as laest:
        assert [felt.navn for felt in laest.felter] == ["navn", "lat", "lon"]
    god = gtfs(tmp_path / "b.zip").read_bytes()
    (tmp_path / "b.zip").write_bytes(god[: len(god) // 2])
    with pytest.raises(LaeseFejl, match="ødelagt"):
        laes(Kilde(str(tmp_path / "b.zip")))
    for stops in ("stop_id,stop_lat,stop_lon\n", "stop_id,stop_lat,stop_lon\n1,nord,øst\n"):
        with laes(Kilde(str(gtfs(tmp_path / "c.zip", stops)))) as laest:
            assert laest.antal == 0
