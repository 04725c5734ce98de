# SPDX-License-Identifier: GPL-2.0-or-later
"""The rules for IIS say the same as those for nginx, which are tried on a real server."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

SERVER = Path(__file__).resolve().parents[2] / "resources" / "server"
WFS = "SERVICE=WFS&VERSION=1.1.0&REQUEST=GetFeature&TYPENAME=moedested"
WMS = "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=kort&CRS=EPSG:25832&BBOX=1,2,3,4&WIDTH=9&HEIGHT=9&FORMAT=image/png"


def nginx() -> list[re.Pattern[str]]:
    """What makes nginx refuse a query."""
    tekst = (SERVER / "nginx-moedested.conf").read_text("utf-8")
    blok = tekst.partition("map $args $moedested_afvist {")[2].partition("\n}")[0]
    fundet = re.findall(r'^\s*"~(\*?)(.+)" 1;$', blok, re.MULTILINE)
    assert len(fundet) == len(re.findall(r"^\s*\"", blok, re.MULTILINE))
    return [re.compile(led, re.IGNORECASE if stjerne else 0) for stjerne, led in fundet]


def iis() -> list[re.Pattern[str]]:
    """What makes IIS refuse one; it ignores case unless told otherwise."""
    rod = ElementTree.parse(SERVER / "windows" / "web.config").getroot()
    (regel,) = (r for r in rod.iter("rule") if r.get("name") == "Lukkede parametre")
    assert {led.get("input") for led in regel.iter("add")} == {"{QUERY_STRING}"}
    conditions = regel.find("conditions")
    assert conditions is not None
    assert conditions.get("logicalGrouping") == "MatchAny"
    return [re.compile(str(led.get("pattern")), re.IGNORECASE) for led in regel.iter("add")]


def test_the_patterns_are_the_same() -> None:
    assert [led.pattern for led in iis()] == [led.pattern for led in nginx()]


@pytest.mark.parametrize(
    ("spoergsmaal", "afvist"),
    [
        (WFS, False),
        (WMS, False),
        ("", False),
        (f"{WFS}&FILTER=%3CFilter%3E%3CPropertyIsEqualTo/%3E%3C/Filter%3E", False),
        (f"{WFS}&map=/etc/passwd", True),
        (f"%4DAP=/etc/passwd&{WFS}", True),
        (f"{WFS}&Exp_Filter=1=1", True),
        (f"{WMS}&SLD=http://x/", True),
        (f"{WFS}&FILTER=%3CFunction%3E", True),
        (f"{WFS}&REQUEST=GetPrint", True),
        (WMS.replace("WIDTH=9", "WIDTH=99999"), True),
        (WMS.replace("LAYERS=kort", "LAYERS=EXTERNAL_WMS:a&a:url=http://x/"), True),
    ],
)
def test_both_refuse_the_same(spoergsmaal: str, afvist: bool) -> None:
    for regler in (nginx(), iis()):
        assert any(led.search(spoergsmaal) for led in regler) is afvist


def test_only_reading_is_allowed() -> None:
    rod = ElementTree.parse(SERVER / "windows" / "web.config").getroot()
    (verber,) = rod.iter("verbs")
    assert verber.get("allowUnlisted") == "false"
    assert {led.get("verb") for led in verber} == {"GET", "HEAD"}
    tekst = (SERVER / "windows" / "web.config").read_text("utf-8")
    assert "IKKE AFPRØVET" in tekst
