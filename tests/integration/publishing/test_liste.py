# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import datetime as dt
import html
import importlib.util
import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html  # type: ignore[import-untyped]
from osgeo import gdal, ogr

from moedested_plugin.publishing.liste import skriv_liste
from moedested_plugin.publishing.liste_ord import hvornaar, kontakt, link, telefon
from moedested_plugin.publishing.tjeneste import Oplysninger
from tests.integration.publishing.udgivet_data import (
    FJENDTLIGT,
    HEMMELIGT,
    med_hemmelighed,
)
from tests.udgivet_tjeneste import VERSION, Udgivet

OPLYSNINGER = Oplysninger(
    titel="Mødesteder i Guldborgsund Kommune", resume="Steder, hvor alle kan være med.",
    organisation="Guldborgsund Kommune", mail="gis@example.dk", telefon="54 73 10 00",
    noegleord=(), gebyr="Ingen", betingelser="CC BY 4.0", metadata_url="https://example.dk/om",
    url="",
)  # fmt: skip


def saet(fil: Path, tabel: str, **felter: object) -> None:
    """Write the same values into the first row of a table."""
    datasaet = gdal.OpenEx(str(fil), gdal.OF_VECTOR | gdal.OF_UPDATE)
    lag = datasaet.GetLayerByName(tabel)
    raekke = lag.GetNextFeature()
    for navn, vaerdi in felter.items():
        raekke[navn] = vaerdi
    assert lag.SetFeature(raekke) == ogr.OGRERR_NONE
    del raekke, lag, datasaet


@pytest.fixture(scope="module", name="data")
def data_fixture(udgivet: Udgivet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return med_hemmelighed(udgivet.data, tmp_path_factory.mktemp("Liste æøå") / "data.gpkg")


@pytest.fixture(scope="module", name="fjendtlig")
def fjendtlig_fixture(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of rows that hold HTML, scripts and bad addresses in every text."""
    fil = tmp_path_factory.mktemp("fjendtlig") / "data.gpkg"
    shutil.copy(data, fil)
    for tabel in ("moedested", "moedested_uden_sted", "aktivitet"):
        datasaet = gdal.OpenEx(str(fil), gdal.OF_VECTOR)
        definition = datasaet.GetLayerByName(tabel).GetLayerDefn()
        felter = [definition.GetFieldDefn(nr) for nr in range(definition.GetFieldCount())]
        tekster = [et.GetName() for et in felter if et.GetType() == ogr.OFTString]
        del felter, definition, datasaet
        vaerdier = {navn: FJENDTLIGT for navn in tekster if not navn.endswith("_id")}
        saet(fil, tabel, **{**vaerdier, "link": "javascript:alert(1)"})
    side = fil.with_name("liste.html")
    onde = replace(OPLYSNINGER, titel=FJENDTLIGT, resume=FJENDTLIGT, organisation=FJENDTLIGT,
                   mail=FJENDTLIGT, telefon=FJENDTLIGT, betingelser=FJENDTLIGT,
                   metadata_url="javascript:alert(1)")  # fmt: skip
    skriv_liste(side, fil, onde, VERSION)
    return side


@pytest.fixture(scope="module", name="side")
def side_fixture(data: Path) -> Path:
    side = data.with_name("liste.html")
    skriv_liste(side, data, OPLYSNINGER, VERSION)
    return side


def raekker(fil: Path, tabel: str) -> list[dict[str, Any]]:
    datasaet = gdal.OpenEx(str(fil), gdal.OF_VECTOR)
    return [raekke.items() for raekke in datasaet.GetLayerByName(tabel)]


def test_every_moedested_and_activity_stands_there(side: Path, data: Path) -> None:
    dokument = lxml_html.parse(str(side)).getroot()
    overskrifter = [et.text_content() for et in dokument.iter("h4")]
    for tabel in ("moedested", "moedested_uden_sted", "aktivitet"):
        for raekke in raekker(data, tabel):
            assert raekke["navn"] in overskrifter
    tekst = dokument.text_content()
    byer = [et.text for et in dokument.xpath("//main/section[1]/h3")]
    assert byer[:3] == ["Gedser", "Guldborg", "Idestrup"]
    assert byer[-1] == "Væggerløse"  # æ after z
    assert {"Mandag", "Søndag", "På bestemte datoer"} <= {et.text for et in dokument.iter("h3")}
    assert "Digitalt mødested" in tekst
    for vist in (VERSION, "21. november 2026", "gis@example.dk", "54 73 10 00"):
        assert vist in tekst
    assert HEMMELIGT not in tekst


def test_the_page_is_whole_without_looks_and_scripts(side: Path) -> None:
    dokument = lxml_html.parse(str(side)).getroot()
    assert dokument.get("lang") == "da"
    assert dokument.xpath("string(//meta[@name='viewport']/@content)").startswith("width=device")
    niveauer = [int(et.tag[1]) for et in dokument.xpath("//h1|//h2|//h3|//h4")]
    assert niveauer[0] == 1
    assert niveauer.count(1) == 1
    assert all(efter <= foer + 1 for foer, efter in zip(niveauer, niveauer[1:]))
    foerste = dokument.xpath("//a")[0]
    assert dokument.get_element_by_id(foerste.get("href")[1:]).tag == "main"
    for henvisning in dokument.xpath("//a/@href"):
        assert re.match(r"#|https?://|mailto:|tel:\+\d{8,}\Z", henvisning), henvisning
        if henvisning.startswith("#"):
            assert dokument.get_element_by_id(henvisning[1:]) is not None
    ider = dokument.xpath("//@id")
    assert len(ider) == len(set(ider))
    assert dokument.xpath("//script|//img|//link|//iframe|//form") == []
    assert "tel:+4554000012" in dokument.xpath("//a/@href")


def test_no_text_becomes_html(fjendtlig: Path) -> None:
    tekst = fjendtlig.read_text("utf-8")
    assert "<script" not in tekst.lower()
    assert "javascript:" not in tekst
    dokument = lxml_html.fromstring(tekst)
    assert dokument.xpath("//h1")[0].text == FJENDTLIGT
    assert FJENDTLIGT in [et.text for et in dokument.iter("h4")]
    for attributter in dokument.xpath("//@*"):
        assert "alert" not in attributter


def axe(side: Path, bredde: int) -> dict[str, Any]:
    """Run axe-core on the page in Chromium; the copy lets scripts run, the page does not."""
    fundet = importlib.util.find_spec("axe_core_python")
    assert fundet, "axe-core-python mangler. Kør make venv."
    assert fundet.origin
    motor = Path(fundet.origin).with_name("axe.min.js").read_text("utf-8")
    maal = (
        'axe.run(document, {resultTypes: ["violations"]}).then(svar => {'
        'const pre = document.createElement("pre"); pre.id = "axe";'
        "pre.textContent = JSON.stringify({bestaaet: svar.passes.length, fejl: svar.violations});"
        "document.documentElement.replaceChildren(pre); })"
    )
    tekst = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", side.read_text("utf-8"))
    kopi = side.with_name(f"axe_{bredde}.html")
    motor = motor.replace("</script", "<\\/script")
    kopi.write_text(
        tekst.replace("</body>", f"<script>{motor}</script><script>{maal}</script></body>"), "utf-8"
    )
    program = shutil.which("chromium")
    assert program, "chromium mangler. Kør .ci/install test."
    ud = subprocess.run(
        [program, "--headless", "--no-sandbox", "--disable-gpu", f"--window-size={bredde},900",
         f"--user-data-dir={side.parent / f'chromium_{bredde}'}", "--virtual-time-budget=60000",
         "--dump-dom", kopi.as_uri()],
        capture_output=True, check=True, timeout=120,
    ).stdout.decode()  # fmt: skip
    svar = re.search(r'<pre id="axe">(.*?)</pre>', ud, re.DOTALL)
    assert svar, ud[:500]
    return json.loads(html.unescape(svar[1]))


@pytest.mark.parametrize(("navn", "bredde"), [("side", 320), ("fjendtlig", 1280)])
def test_axe_finds_no_fault(request: pytest.FixtureRequest, navn: str, bredde: int) -> None:
    svar = axe(request.getfixturevalue(navn), bredde)
    assert svar["bestaaet"] > 20
    assert [(et["id"], et["impact"]) for et in svar["fejl"]] == []


def test_axe_is_axe(side: Path) -> None:
    """It finds what is wrong with the same page when somebody has spoiled it."""
    god = side.read_text("utf-8")
    daarlig = side.with_name("daarlig.html")
    daarlig.write_text(
        god.replace('<html lang="da"', "<html").replace(
            "</h1>", '</h1><img src="x.png"><p style="color:#bbb">for lyst</p>', 1
        ),
        "utf-8",
    )
    assert "for lyst" in daarlig.read_text("utf-8")
    fundet = {(et["id"], et["impact"]) for et in axe(daarlig, 640)["fejl"]}
    assert fundet >= {
        ("html-has-lang", "serious"),
        ("image-alt", "critical"),
        ("color-contrast", "serious"),
    }


# Words --------------------------------------------------------------------------------------------------


def test_when_is_said_in_words_and_escaped() -> None:
    raekke = dict.fromkeys(
        ("dato_til", "uge_i_maaned_tekst", "maaned_tekst", "undtaget", "ferielukket")
    )
    raekke |= {
        "gentagelse_k": 2,
        "dato_fra": "2024-02-06",
        "ugedag_tekst": "<b>; Torsdag",
        "klokken": "13:00",
    }
    assert hvornaar(raekke, dt.date(2026, 11, 21)) == "Hver &lt;b&gt; og torsdag kl. 13.00."


@pytest.mark.parametrize(
    ("skrevet", "vist"),
    [
        ("54 00 00 12", '<a href="tel:+4554000012">54 00 00 12</a>'),
        ("+45 54000012", '<a href="tel:+4554000012">+45 54000012</a>'),
        ("+49 30 1234567", '<a href="tel:+49301234567">+49 30 1234567</a>'),
        ("spørg på <b>", "spørg på &lt;b&gt;"),
        ("112", "112"),
    ],
)
def test_a_number_can_be_pressed(skrevet: str, vist: str) -> None:
    assert telefon(skrevet) == vist


@pytest.mark.parametrize(
    ("skrevet", "vist"),
    [
        ("kør@example.dk", '<a href="mailto:k%C3%B8r@example.dk">kør@example.dk</a>'),
        ("a@b.dk?bcc=c@d.dk", "a@b.dk?bcc=c@d.dk"),
        ("54000012", '<a href="tel:+4554000012">54000012</a>'),
    ],
)
def test_a_mail_address_can_be_pressed(skrevet: str, vist: str) -> None:
    assert kontakt(skrevet) == vist


@pytest.mark.parametrize(
    "adresse",
    ["javascript:alert(1)", "//ond.dk", "www.a.dk", "http://", "https://a.dk/ b", "http://[", "data:text/html,x",
     "https://a.dk/\njavascript:x", "file:///c:/x", None],
)  # fmt: skip
def test_only_pages_of_the_web_are_linked_to(adresse: str | None) -> None:
    assert link(adresse, "x") == ""
    assert link('HTTPS://a.dk/?a=1&b="2"', "<b>") == (
        '<a href="HTTPS://a.dk/?a=1&amp;b=&quot;2&quot;" rel="noopener noreferrer">&lt;b&gt;</a>'
    )
