# SPDX-License-Identifier: GPL-2.0-or-later
"""The conduct of a print: what is public, what fails, what is left, and the daily enclosure."""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtGui import QImage

from moedested_plugin.printing import bestilling as bestillinger
from moedested_plugin.printing.ark import Ark
from moedested_plugin.printing.bestilling import UdskriftFejl, find_papir, find_skabelon
from moedested_plugin.printing.hus import Hus, gem_hus, hus
from moedested_plugin.printing.lag import offentlige_lag
from moedested_plugin.printing.udskriv import Afbrudt, Blad, Grundlag, udskriv
from moedested_plugin.processing.printmaps import PrintMaps
from moedested_plugin.project.aabent import lag_af_rolle

from .conftest import Pdf, Trykkeri, ens_billede
from .husets import paa_en_fast_dag

GEDSER = QgsRectangle(690000, 6048500, 696000, 6054000)


def med_blade(monkeypatch: pytest.MonkeyPatch, blade: Callable[[Grundlag], Iterator[Blad]]) -> None:
    """Let the enclosure be made of these pages."""
    monkeypatch.setattr(bestillinger.Skabelon, "blade", property(lambda _: blade))


def side(grundlag: Grundlag, tekst: str) -> Ark:
    ark = Ark(grundlag.project, tekst, grundlag.bestilling.papir)
    ark.tekst("tekst", tekst, 20, 20, 100)
    return ark


# What is asked for --------------------------------------------------------------------------------------


def test_papers_are_found_by_name_and_refused_by_one_sentence() -> None:
    skabelon = find_skabelon("KORTBILAG")
    assert find_papir("a3  LIGGENDE", skabelon).bredde == 420
    assert find_papir("", skabelon) is skabelon.standard
    with pytest.raises(
        UdskriftFejl, match=r"Kortbilag kan ikke laves på A5\. Vælg A4, A4 liggende"
    ):
        find_papir("A5", skabelon)
    with pytest.raises(UdskriftFejl, match="Der er ingen udskrift, der hedder brochure"):
        find_skabelon("brochure")


def test_a_wrong_filter_is_one_sentence(demo: Trykkeri) -> None:
    for galt in ('"by" = ', '"findes_ikke" = 1'):
        with pytest.raises(UdskriftFejl, match=r"Filteret .* kan ikke forstås"):
            demo.grundlag("moedestedsark", filter_=galt)
    with pytest.raises(UdskriftFejl, match="har ingen rækker at vælge imellem"):
        demo.grundlag("kortbilag", filter_="1 = 1")


def test_the_house_style_is_kept_and_bad_values_are_left_alone(egen: Trykkeri) -> None:
    assert hus(egen.store) == Hus("Guldborgsund Kommune")
    gem_hus(egen.store, Hus("Byens Kommune", farve="#ffee00", kontakt="5473 1000"))
    gemt = hus(egen.store)
    assert (gemt.kommune, gemt.kontakt) == ("Byens Kommune", "5473 1000")
    assert gemt.farve_tekst == "#1a1a1a", "black is read on yellow"
    assert gemt.farve_paa_hvid == "#1a1a1a"
    assert Hus("", farve="#0074bd").farve_paa_hvid == "#1a1a1a", "is read on white, not on a box"
    assert Hus("").farve_paa_hvid == Hus("").farve
    egen.store.saet_indstilling(
        "udskrift", {"farve": "rød", "gang_kmt": -1, "kommune": "", "logo": "%"}
    )
    assert hus(egen.store).farve == Hus("").farve
    assert hus(egen.store).gang_kmt == 4.0
    assert hus(egen.store).kommune == "Guldborgsund Kommune"
    assert hus(egen.store).logo_sti == ""


# What is public -----------------------------------------------------------------------------------------


def test_a_public_map_draws_only_public_rows_with_the_texts_of_codes(demo: Trykkeri) -> None:
    lag = offentlige_lag(demo.project, demo.store)
    antal = {layer.id(): layer.featureCount() for layer in lag}
    assert antal["moedested_udskrift_moedested"] == len(
        demo.grundlag("kortbilag").stof.raekker("moedested")
    )
    alle = lag_af_rolle(demo.project, "moedested")
    assert alle is not None
    assert antal["moedested_udskrift_moedested"] < alle.featureCount()
    baenke = next(layer for layer in lag if layer.id() == "moedested_udskrift_baenk")
    etiket = baenke.labeling().settings(baenke.labeling().subProviders()[0]).fieldName
    assert "represent_value" not in etiket
    assert "Bænk" in etiket
    assert lag[-1].id() == "moedested_kyst", "the land lies lowest"


def test_text_of_the_data_is_never_worked_out(demo: Trykkeri, tmp_path: Path) -> None:
    grundlag = demo.grundlag("kortbilag", titel="[% @project_path %] [%1+1%]")
    svar = udskriv(grundlag)
    tekst = Pdf(svar.filer[0]).tekst()
    assert "projekt.qgz" not in tekst
    assert "@project_path" in tekst


# The run ------------------------------------------------------------------------------------------------


def test_a_page_that_fails_is_named_and_the_others_are_made(
    demo: Trykkeri, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def blade(grundlag: Grundlag) -> Iterator[Blad]:
        for navn in ("Én", "To", "Tre", "Fire"):
            yield Blad(navn, partial(lav, grundlag, navn))

    def lav(grundlag: Grundlag, navn: str) -> Ark:
        if navn == "Én":
            raise UdskriftFejl("Der mangler et navn.")
        if navn == "Tre":
            raise ZeroDivisionError
        return side(grundlag, f"Side {navn}")

    med_blade(monkeypatch, blade)
    svar = demo.udskriv("kortbilag")
    assert [(et.navn, et.grund) for et in svar.fejl] == [
        ("Én", "Der mangler et navn."), ("Tre", "Siden kunne ikke laves. Se loggen."),
    ]  # fmt: skip
    pdf = Pdf(svar.filer[0])
    assert (svar.sider, pdf.sider) == (2, 2)
    assert "Side To" in pdf.tekst(1)
    assert "Side Fire" in pdf.tekst(2)
    hver_for_sig = demo.udskriv("kortbilag", en_fil=False)
    assert [fil.name for fil in hver_for_sig.filer] == ["kortbilag_to.pdf", "kortbilag_fire.pdf"]
    assert "ZeroDivisionError" in caplog.text


def test_nothing_is_left_of_a_print_that_fails_or_is_cancelled(
    demo: Trykkeri, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def blade(grundlag: Grundlag) -> Iterator[Blad]:
        yield Blad("Én", lambda: side(grundlag, "en"))
        yield Blad("To", lambda: grundlag.feedback.cancel() or side(grundlag, "to"))  # type: ignore[func-returns-value]
        yield Blad("Tre", lambda: side(grundlag, "tre"))

    med_blade(monkeypatch, blade)
    grundlag = demo.grundlag("kortbilag")
    mappe = grundlag.bestilling.mappe
    mappe.mkdir(parents=True, exist_ok=True)
    foer = sorted(mappe.iterdir())
    with pytest.raises(Afbrudt):
        udskriv(grundlag)
    assert sorted(mappe.iterdir()) == foer
    spaerret = tmp_path / "fil"
    spaerret.write_text("")
    object.__setattr__(grundlag.bestilling, "mappe", spaerret / "ud")
    with pytest.raises(UdskriftFejl, match="Der kan ikke skrives i mappen"):
        udskriv(grundlag)


@contextmanager
def drev_med_plads_til(antal: int) -> Iterator[None]:
    """No file can become larger: as on a drive that is full."""
    foer = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (antal, foer[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, foer)


def test_a_full_drive_is_said_and_leaves_nothing(demo: Trykkeri) -> None:
    """QGIS itself calls it a success."""
    grundlag = demo.grundlag("kortbilag", "A4")
    mappe = grundlag.bestilling.mappe
    object.__setattr__(grundlag.bestilling, "mappe", mappe / "ny mappe")
    with drev_med_plads_til(20_000), pytest.raises(UdskriftFejl, match="Er der plads på drevet"):
        udskriv(grundlag)
    assert not (mappe / "ny mappe").exists()


def test_of_a_series_only_the_file_that_is_open_elsewhere_is_missing(
    demo: Trykkeri, monkeypatch: pytest.MonkeyPatch
) -> None:
    def blade(grundlag: Grundlag) -> Iterator[Blad]:
        for navn in ("En", "To"):
            yield Blad(navn, lambda navn=navn: side(grundlag, navn))  # type: ignore[misc]

    med_blade(monkeypatch, blade)
    grundlag = demo.grundlag("kortbilag", en_fil=False)
    mappe = grundlag.bestilling.mappe
    laast = mappe / "kortbilag_en.pdf"
    laast.mkdir(parents=True)  # nothing can be moved to its place
    svar = udskriv(grundlag)
    assert [fil.name for fil in svar.filer] == ["kortbilag_to.pdf"]
    assert [et.navn for et in svar.fejl] == [laast.name]
    assert "Luk den" in svar.fejl[0].grund
    assert sorted(fil.name for fil in mappe.iterdir()) == [laast.name, "kortbilag_to.pdf"]


# The enclosure ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("papir", ["A4", "A4 liggende", "A3", "A2 liggende"])
def test_the_enclosure_has_what_a_case_needs(demo: Trykkeri, papir: str) -> None:
    pdf = demo.pdf(
        "kortbilag",
        papir,
        udsnit=GEDSER,
        titel="Ny bænk i Gedser",
        sagsnr="26/1234",
        forfatter="AB",
    )
    tekst = pdf.tekst()
    for led in ("Ny bænk i Gedser", "Sag 26/1234 · AB", "1:", "km" if "1:5" in tekst else "m",
                "Kyst: GSHHG", "Guldborgsund Kommune", "Data pr.", "Udskrevet"):  # fmt: skip
        assert led in tekst
    find = find_papir(papir, find_skabelon("kortbilag"))
    bredde = float(pdf.info["Page size"].split()[0])
    assert bredde == pytest.approx(find.bredde / 25.4 * 72, abs=1)
    assert pdf.billeder == 0
    assert pdf.sider == 1


def test_the_file_says_what_it_is_and_is_tagged(demo: Trykkeri) -> None:
    pdf = demo.pdf("kortbilag", titel="Ny bænk i Gedser", forfatter="AB")
    assert pdf.info["Title"] == "Ny bænk i Gedser"
    assert pdf.info["Author"] == "Guldborgsund Kommune"
    assert pdf.info["Tagged"] == "yes"
    assert b"/Lang (da)" in pdf.sti.read_bytes()
    engelsk = demo.pdf("oversigt", sprog="en")
    assert engelsk.info["Title"] == "Meeting places in Guldborgsund Kommune"
    assert b"/Lang (en)" in engelsk.sti.read_bytes()


def test_a_scale_is_kept_or_refused(demo: Trykkeri) -> None:
    assert "1:10.000" in demo.pdf("kortbilag", udsnit=GEDSER, maalestok="10.000").tekst()
    with pytest.raises(UdskriftFejl, match="Målestokken 7 kan ikke bruges"):
        demo.udskriv("kortbilag", maalestok="7")


# The door -----------------------------------------------------------------------------------------------


def koer(**parametre: object) -> dict[str, object]:
    svar, gik_godt = (
        PrintMaps()
        .create()
        .run(parametre, QgsProcessingContext(), QgsProcessingFeedback(False), catchExceptions=False)
    )
    assert gik_godt
    return dict(svar)


def test_the_algorithm_prints_a_project_that_is_not_open(lavet_demo: Path, tmp_path: Path) -> None:
    svar = koer(
        PROJECT=str(lavet_demo / "projekt.qgz"),
        TEMPLATE="kortbilag",
        PAPER="A3",
        OUTPUT=str(tmp_path / "nye ark"),
    )
    assert svar["FILES"] == [str(tmp_path / "nye ark" / "kortbilag.pdf")]
    assert "Stubbekøbing" in Pdf(tmp_path / "nye ark" / "kortbilag.pdf").tekst()


def test_the_algorithm_says_what_is_wrong(qgis_app: object, tmp_path: Path) -> None:
    galt = tmp_path / "andet.qgz"
    galt.write_bytes(b"nej")
    for sti, ord_ in ((galt, "kan ikke åbnes"), (tmp_path / "væk.qgz", "kan ikke åbnes")):
        with pytest.raises(QgsProcessingException, match=ord_):
            koer(PROJECT=str(sti), TEMPLATE="kortbilag", OUTPUT=str(tmp_path))


@pytest.mark.parametrize(
    "skabelon", ["kortbilag", "moedestedsark", "ruteark", "oversigt", "plakat"]
)
def test_a_background_that_does_not_say_whose_it_is_is_not_printed(
    egen: Trykkeri, skabelon: str
) -> None:
    paa_kortet = "\"navn\" = 'Bænken mod syd'" if skabelon == "moedestedsark" else ""
    billede = egen.mappe / "luftfoto.png"
    QImage(4, 4, QImage.Format.Format_RGB32).save(str(billede))
    layer = QgsRasterLayer(str(billede), "Luftfoto")
    layer.setCrs(egen.project.crs())
    egen.project.addMapLayer(layer)
    with pytest.raises(UdskriftFejl, match="Laget Luftfoto siger ikke, hvor det kommer fra"):
        egen.udskriv(skabelon, filter_=paa_kortet)
    maerket = layer.metadata()
    maerket.setRights(["Luftfoto: Dataforsyningen"])
    layer.setMetadata(maerket)
    assert "Luftfoto: Dataforsyningen" in egen.pdf(skabelon, filter_=paa_kortet).tekst()


def test_the_enclosure_looks_as_it_did(demo: Trykkeri, tmp_path: Path) -> None:
    pdf = paa_en_fast_dag(demo, "kortbilag", "A4", udsnit=GEDSER, titel="Ny bænk", sagsnr="26/1")
    ens_billede(pdf, "kortbilag", tmp_path)
