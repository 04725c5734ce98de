# SPDX-License-Identifier: GPL-2.0-or-later
"""What services answer only seldom: halves, excuses, too much, and a note of pages that nobody can use."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsFeedback

from moedested_plugin.sources import wfs
from moedested_plugin.sources.fejl import Annulleret, LaeseFejl
from moedested_plugin.sources.laes import laes
from moedested_plugin.sources.laest import Kilde
from tests.ows import Server, Svar

from .test_wfs import ANTAL, HURTIG, Tjeneste, gml, hentet, kapabiliteter, som_altid

RAPPORT = Svar(b"<ows:ExceptionReport xmlns:ows='http://x'>Nej</ows:ExceptionReport>")


@pytest.mark.parametrize(
    ("svar", "siger"),
    [
        (b"<kml><Document/></kml>", "ikke som en WFS"),
        (b"<wfs:WFS_Capabilities xmlns:wfs='http://w' version='2.0.0'></wfs:WFS_Capabilities>", "ingen lag"),
        (kapabiliteter().krop[:-60], "svarer kun halvt"),
        (b"ingen xml", "svarer kun halvt"),
    ],
)  # fmt: skip
def test_what_is_no_service_is_one_sentence(tmp_path: Path, svar: bytes, siger: str) -> None:
    with Server(lambda *_: Svar(svar)) as server, pytest.raises(LaeseFejl, match=siger):
        wfs.hent(Kilde(server.adresse), tmp_path, None, HURTIG)


@pytest.mark.parametrize("hvor", ["GetCapabilities", "hits"])
def test_cancel_is_obeyed_from_the_first_question(tmp_path: Path, hvor: str) -> None:
    feedback = QgsFeedback()
    tjeneste = Tjeneste(som_altid)

    def svar(spoerg: dict[str, str], handler: Any) -> Svar:
        if hvor in spoerg.values():
            feedback.cancel()
        return tjeneste(spoerg, handler)

    with Server(svar) as server, pytest.raises(Annulleret):
        wfs.hent(Kilde(server.adresse), tmp_path, feedback, HURTIG)
    assert hvor in server.kald[-1].values()


@pytest.mark.parametrize("hits", [Svar(b"<!-- intet -->"), Svar(b"<a"), Svar(b""), RAPPORT])
def test_a_service_that_cannot_count_gives_its_rows_all_the_same(
    tmp_path: Path, hits: Svar
) -> None:
    tjeneste = Tjeneste(som_altid)

    def svar(spoerg: dict[str, str], handler: Any) -> Svar:
        return hits if spoerg.get("resulttype") == "hits" else tjeneste(spoerg, handler)

    with Server(svar) as server, hentet(server, tmp_path) as numre:
        assert numre == list(range(ANTAL))


def test_more_rows_than_promised_are_kept_and_told(tmp_path: Path) -> None:
    tjeneste = Tjeneste(som_altid)
    tjeneste.i_alt = "20"
    with Server(tjeneste) as server:
        gives = wfs.hent(Kilde(server.adresse), tmp_path, None, HURTIG)
    assert gives.bemaerkninger == ("Tjenesten siger, at der er 20 rækker, men gav 25.",)


def test_a_service_without_pages_may_refuse_to_give_more(tmp_path: Path) -> None:
    """A hundred rows look like a limit, so one more page is asked for."""

    def svar(spoerg: dict[str, str], _nr: int) -> Svar:
        return RAPPORT if "startindex" in spoerg else Svar(gml(0, 100, "unknown"))

    tjeneste = Tjeneste(svar, bladrer=False)
    tjeneste.i_alt = "unknown"
    with Server(tjeneste) as server:
        with hentet(server, tmp_path) as numre:
            assert numre == list(range(100))
        assert "startindex" in server.kald[-1]


def test_a_filtered_download_that_breaks_off_is_no_refusal(tmp_path: Path) -> None:
    nede = Tjeneste(lambda _, nr: Svar(b"", 500) if nr > 1 else None)
    with Server(nede) as server:
        with pytest.raises(LaeseFejl, match="svarer ikke"):
            wfs.hent(Kilde(server.adresse, filter="nr < 5"), tmp_path, None, HURTIG)
        assert all("filter" in k for k in server.kald if k["request"] == "GetFeature")


@pytest.mark.parametrize(
    "note",
    [
        "{halv", "[]", '{"tid": 1}',
        json.dumps({"kilde": "en anden", "tid": 9e12, "sider": [], "i_alt": 0}),
        json.dumps({"kilde": "", "tid": 9e12, "sider": [{"fil": "borte.gml"}], "i_alt": 1}),
    ],
    ids=["broken", "no object", "without pages", "of another layer", "of pages that are gone"],
)  # fmt: skip
def test_a_note_that_is_of_no_use_is_passed_over(tmp_path: Path, note: str) -> None:
    (tmp_path / "wfs").mkdir()
    (tmp_path / "wfs" / "sider.json").write_text(note, "utf-8")
    with Server(Tjeneste(som_altid)) as server:
        with hentet(server, tmp_path) as numre:
            assert numre == list(range(ANTAL))
        assert "0" in [kald.get("startindex") for kald in server.kald]


def test_json_of_lines_in_metres_and_a_page_that_was_cut(tmp_path: Path) -> None:
    rute = [[692000 + nr * 10, 6049000] for nr in range(3)]
    features = [
        {"type": "Feature", "id": str(nr), "properties": {"nr": nr}, "geometry": sted}
        for nr, sted in enumerate([None, {"type": "LineString", "coordinates": rute}])
    ]
    hel = json.dumps({"type": "FeatureCollection", "features": features}).encode()

    def svar(spoerg: dict[str, str], nr: int) -> Svar | None:
        return Svar(hel[: len(hel) if nr > 1 else -9], type="application/json")

    tjeneste = Tjeneste(svar, json_=True, bladrer=False)
    tjeneste.i_alt = "2"
    with Server(tjeneste) as server, laes(Kilde(server.adresse)) as laest:
        assert (laest.antal, laest.crs) == (2, "EPSG:25832")
        assert len([k for k in server.kald if "outputformat" in k]) == 2


def test_a_layer_without_rows_and_pages_that_disagree(tmp_path: Path) -> None:
    tom = Tjeneste(lambda *_: Svar(gml(0, 0, "0")))
    tom.i_alt = "0"
    with Server(tom) as server, laes(Kilde(server.adresse)) as laest:
        assert (laest.antal, laest.crs) == (0, None)
        assert "Der er ingen rækker." in laest.bemaerkninger
    sider = [(1, "a"), (1.5, 7), (2, 8)]

    def svar(spoerg: dict[str, str], _nr: int) -> Svar:
        fra = int(spoerg["startindex"])
        features = [
            {"type": "Feature", "properties": {"tal": tal, "blandet": blandet}, "geometry": None}
            for tal, blandet in sider[fra : fra + 1]
        ]
        return Svar(
            json.dumps({"type": "FeatureCollection", "features": features}).encode(),
            type="application/json",
        )

    tjeneste = Tjeneste(svar, json_=True)
    tjeneste.i_alt = "3"
    with Server(tjeneste) as server, laes(Kilde(server.adresse)) as laest:
        assert [tuple(raa.vaerdier[navn] for navn in ("tal", "blandet")) for raa in laest.raekker()] == [
            (1, "a"), (1.5, "7"), (2, "8"),
        ]  # fmt: skip
