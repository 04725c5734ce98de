# SPDX-License-Identifier: GPL-2.0-or-later
"""The private proof of a mapfile: the real MapServer answers before anybody else can see the version."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import QgsFeedback

from moedested_plugin.checks.resultat import Resultat
from moedested_plugin.publishing import lokal_mapserver, mappe
from moedested_plugin.publishing.efterproev import IkkeNaaet
from moedested_plugin.publishing.fejl import UdgivelsesFejl
from moedested_plugin.publishing.forbered import udgiver
from moedested_plugin.publishing.holdte import forbehold
from moedested_plugin.publishing.lokal_mapserver import mapfil_fejl
from moedested_plugin.publishing.maal import MAPSERVER, Maal
from moedested_plugin.publishing.mappe import Mappe
from moedested_plugin.publishing.peger import skriv_peger
from moedested_plugin.publishing.plan import planlaeg
from moedested_plugin.publishing.proev_maal import Dom, proev
from moedested_plugin.publishing.udgave import MappeUdgave
from moedested_plugin.publishing.udgiv import Udgivet
from moedested_plugin.publishing.ventet import ventet
from moedested_plugin.store import Store
from tests.ows import mapserver


def _ud(lager: Store, maal: Maal) -> Udgivet:
    hvem = udgiver(lager, maal, "AB")
    return hvem.udgiv(planlaeg(lager, hvem.sted.gaeldende(), Resultat(()), forbehold(lager, "AB")))


def _efter(ret: Callable[[str], str]) -> Callable[..., tuple[str, ...]]:
    """The pointer as it is written, and then changed."""

    def skriv(maal: Maal, sti: Path, *mere: object) -> tuple[str, ...]:
        skriv_peger(maal, sti, *mere)  # type: ignore[arg-type]  # handed on
        tekst = sti.read_text("utf-8")
        assert ret(tekst) != tekst
        sti.write_text(ret(tekst), "utf-8")
        return ()

    return skriv


def test_a_mapfile_is_proven_before_it_is_shown(
    lager: Store, maal: Maal, monkeypatch: pytest.MonkeyPatch
) -> None:
    kort = replace(maal, type=MAPSERVER)
    ud = _ud(lager, kort)
    assert not any("MapServer findes ikke" in linje for linje in ud.bemaerkninger)
    assert not any("privat" in linje for linje in ud.bemaerkninger), "nothing was left unproven"
    vist = Mappe(kort).gaeldende()
    assert isinstance(vist, MappeUdgave)
    for ret, grund in (
        (lambda t: t.replace("version:20", "version:19"), "en anden udgivelse"),
        (lambda t: t.replace('DATA "rute"', 'DATA "straekning"'), "[Ll]aget rute"),
        (lambda t: t.replace("EXTENT", "EXTEND"), "intet versionsmærke"),
    ):
        monkeypatch.setattr(mappe, "skriv_peger", _efter(ret))
        with pytest.raises(UdgivelsesFejl, match=f"bestod ikke prøven.*({grund})"):
            _ud(lager, kort)
        assert Mappe(kort).gaeldende() == vist
        assert [sti.name for sti in Mappe(kort).data.iterdir()] == [vist.version]
    with mapserver(Mappe(kort).peger) as url:
        linjer = {linje.tekst: linje.dom for linje in proev(replace(kort, url=url))}
        assert linjer["MAP= er lukket."] is Dom.OK
    feedback = QgsFeedback()
    feedback.cancel()
    with pytest.raises(IkkeNaaet):
        mapfil_fejl(Mappe(kort).peger, ventet(vist, kort), feedback)


def test_without_the_program_it_says_what_was_not_proven(
    lager: Store, maal: Maal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lokal_mapserver, "program", lambda: None)
    ud = _ud(lager, replace(maal, type=MAPSERVER))
    assert any("MapServer findes ikke på denne maskine." in linje for linje in ud.bemaerkninger)


@pytest.mark.parametrize(
    ("ud", "status", "data"),
    [
        (b"Content-Type: text/xml\r\n\r\n<a/>\r\n\r\n", 200, b"<a/>\r\n\r\n"),
        (b"Status: 404 Not Found\nContent-Type: a\n\nb", 404, b"b"),
        (b"Status: x\r\n\r\n", 500, b""),
    ],
)
def test_what_a_cgi_program_writes(ud: bytes, status: int, data: bytes) -> None:
    svar = lokal_mapserver._svar(ud)
    assert (svar.status, svar.data) == (status, data)
    with pytest.raises(IkkeNaaet):
        lokal_mapserver._svar(b"Segmentation fault")
