# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that cannot be written, told in one sentence without the row; and what is public only with what it belongs to."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from qgis.core import QgsFeedback

from moedested_plugin.sources import filer_ud
from moedested_plugin.sources.anvend import anvend
from moedested_plugin.sources.filer_formater import Format
from moedested_plugin.sources.filer_ogr import Datasaet, Kolonne, UdFejl, nye_filer, skrivning
from moedested_plugin.sources.filer_ud import Bestilling, Udvalg, skriv_filer
from moedested_plugin.sources.geofa_felter import EKSTRA, tema
from moedested_plugin.sources.geofa_ud import eksporter_geofa
from moedested_plugin.sources.importer import lav_plan
from moedested_plugin.sources.laest import Kilde
from moedested_plugin.store import Store, opret
from tests.integration.store.conftest import KOMMUNE

from .geofa_raekker import mindst, vores
from .test_filer_ud import ind, laes, lager

__all__ = ["lager"]
TEKST = Kolonne("a", "tekst")


def _ingen_mappe(mappe: Path) -> None:
    with Datasaet("GPKG", mappe / "findes ikke" / "a.gpkg"):
        pass


def _samme_lag(mappe: Path) -> None:
    with Datasaet("GPKG", mappe / "a.gpkg") as datasaet:
        for _ in range(2):
            datasaet.lag("lag", [TEKST], None)


def _samme_kolonne(mappe: Path) -> None:
    with Datasaet("GPKG", mappe / "a.gpkg") as datasaet:
        datasaet.lag("lag", [TEKST, TEKST], None)


def _ukendt_kolonne(mappe: Path) -> None:
    with Datasaet("GPX", mappe / "a.gpx") as datasaet:
        datasaet.lag("waypoints", [Kolonne("hemmelig", "tekst")], "Point")


def _ingen_tegning(mappe: Path) -> None:
    with Datasaet("GPKG", mappe / "a.gpkg") as datasaet:
        datasaet.lag("lag", [TEKST], "Point").skriv({"a": "hemmelig"}, b"ikke WKB")


def _samme_noegle(mappe: Path) -> None:
    with Datasaet("GPKG", mappe / "a.gpkg") as datasaet:
        lag = datasaet.lag("lag", [Kolonne("fid", "heltal"), TEKST], None)
        for _ in range(2):
            lag.skriv({"fid": 1, "a": "hemmelig"})


@pytest.mark.parametrize(
    "goer",
    [_ingen_mappe, _samme_lag, _samme_kolonne, _ukendt_kolonne, _ingen_tegning, _samme_noegle],
)
def test_what_gdal_refuses_is_one_sentence_without_the_row(
    qgis_app: object, tmp_path: Path, goer: Callable[[Path], None]
) -> None:
    with pytest.raises(UdFejl) as fejl, skrivning("ud æøå.gpkg"):
        goer(tmp_path)
    assert str(fejl.value) == (
        "ud æøå.gpkg kunne ikke skrives. Er der plads på disken, og må du skrive i mappen?"
    )


def test_what_has_no_value_is_empty_in_the_file(qgis_app: object, tmp_path: Path) -> None:
    with skrivning("a.gpkg"), Datasaet("GPKG", tmp_path / "a.gpkg") as datasaet:
        lag = datasaet.lag("lag", [TEKST, Kolonne("b", "heltal")], None)
        lag.skriv({"a": None, "b": 0})
        lag.skriv({"a": "", "b": None})
    assert [(r["a"], r["b"]) for r in laes(tmp_path / "a.gpkg")] == [(None, 0), ("", None)]


@pytest.mark.skipif(sys.platform != "linux", reason="a folder that not even root may write in")
def test_a_folder_that_is_not_ours_to_write_in() -> None:
    with (
        pytest.raises(UdFejl, match="Du må ikke skrive i mappen /proc"),
        nye_filer(Path("/proc"), overskriv=False),
    ):
        pass


def test_a_long_writing_says_how_far_it_is(
    lager: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filer_ud, "_MELD_PR", 1)
    feedback, hoert = QgsFeedback(), []
    feedback.progressChanged.connect(hoert.append)
    bestilling = Bestilling(
        (Udvalg("facilitet_punkt"), Udvalg("moedested")), tmp_path, "x", Format.GEOPACKAGE
    )
    skriv_filer(lager, bestilling, feedback)
    assert hoert == [25, 50, 75, 100]


def test_a_photo_of_what_is_not_public_is_not_public(lager: Store, tmp_path: Path) -> None:
    kladden = next(str(r["moedested_id"]) for r in lager.raekker("moedested") if r["navn"] == "Kladden")  # fmt: skip
    foto = {"objekt_lag": "moedested", "objekt_id": kladden, "samtykke_k": 2}
    ind(lager, "foto", {**foto, "sti": "https://x.dk/kladde.jpg"})
    bestilling = Bestilling((Udvalg("foto"),), tmp_path, "x", Format.GEOPACKAGE)
    resultat = skriv_filer(lager, bestilling)
    assert (resultat.antal, resultat.udeladt) == ({"foto": 1}, 2)
    assert [r["sti"] for r in laes(resultat.filer[0])] == ["https://x.dk/1.jpg"]


def test_a_declined_value_of_geofa_that_we_have_no_field_for_is_not_offered_again(
    gpkg_store: Store, tmp_path: Path
) -> None:
    bagved = mindst(5800)

    def sendt(tal: int, nr: int) -> Path:
        fil = tmp_path / f"fra geofa {nr}.gpkg"
        with opret(str(tmp_path / f"andre {nr}.gpkg"), KOMMUNE) as andre:
            with andre.skriv("import", "AB") as skriver:
                skriver.indsaet(
                    "facilitet_punkt", [vores(5800, {**bagved, "nyt_tal": tal}, kilde_k=3)]
                )
            assert eksporter_geofa(andre, fil).antal == 1
        return fil

    def hent(fil: Path, *, ja: bool = True) -> dict[str, int]:
        kilde = Kilde(str(fil), lag=tema(5800).lag)
        with lav_plan(gpkg_store, kilde, "geofa_5800_fil") as plan:
            for raekke in plan.raekker(["aendret"]):
                plan.accepter([raekke.nr], ja=ja, felt=f"{EKSTRA}/nyt_tal")
            anvend(gpkg_store, plan, "AB")
            return {str(art): antal for art, antal in plan.antal.items() if antal}

    syv, otte = sendt(7, 1), sendt(8, 2)
    assert hent(syv) == {"ny": 1}
    assert hent(otte, ja=False) == {"aendret": 1}
    assert [r[EKSTRA]["nyt_tal"] for r in gpkg_store.raekker("facilitet_punkt")] == [7]  # type: ignore[index]
    assert hent(otte) == {}
    assert hent(sendt(9, 3)) == {
        "konflikt": 1
    }  # but a new one is, and ours is not what they sent last
