# SPDX-License-Identifier: GPL-2.0-or-later
"""Verification of the public address: what is right, what is wrong, and what only cannot be reached."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsFeedback

from moedested_plugin.publishing.efterproev import (
    IkkeNaaet,
    Udfald,
    Ventet,
    efterproev,
    svar_fejl,
)
from tests.ows import Server, Svar, mapserver
from tests.servere import nginx_qgis

from .falsk import GAMMEL, NY, VENTET, Falsk, Spoergsmaal, basic, fejl, videre
from .servertjeneste import Kanarietjeneste

RAMME = (640000.0, 6030000.0, 740000.0, 6120000.0)
HTML = Svar(b"<!DOCTYPE html><html><body>Log ind</body></html>", type="text/html")


@pytest.fixture
def falsk(qgis_app: Any) -> Iterator[Falsk]:
    with Falsk().koerer() as tjeneste:
        yield tjeneste


# Right ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("wfs20", [False, True], ids=["som QGIS Server", "som MapServer"])
def test_twenty_right_answers_on_four_connections_past_every_cache(
    falsk: Falsk, wfs20: bool
) -> None:
    falsk.wfs20 = wfs20
    resultat = efterproev(falsk.url, VENTET, hoejst=30)
    assert (resultat.udfald, resultat.grund, resultat.svar) == (Udfald.RIGTIGT, "", 20)
    assert resultat.sekunder < 30
    for hvad in ("getcapabilities", "getfeature", "describefeaturetype", "getmap"):
        forbindelser = {spurgt.forbindelse for spurgt in falsk.spurgt if spurgt.hvad == hvad}
        assert len(forbindelser) == 4, hvad  # every connection has seen everything
    gange = [spurgt.dele["nocache"] for spurgt in falsk.spurgt]
    assert len(set(gange)) == len(gange) > 40
    assert {spurgt.hoveder["cache-control"] for spurgt in falsk.spurgt} == {"no-cache"}


def test_one_look_is_right(falsk: Falsk) -> None:
    assert svar_fejl(falsk.url, VENTET) is None


def test_old_for_a_while_then_new_is_right(falsk: Falsk) -> None:
    def foerst_gammel(spurgt: Spoergsmaal) -> None:
        if spurgt.nr == 9:
            falsk.kort = falsk.data = NY

    falsk.kort = falsk.data = GAMMEL
    falsk.i_stedet = foerst_gammel
    resultat = efterproev(falsk.url, VENTET, hoejst=30)
    assert resultat.udfald is Udfald.RIGTIGT
    assert resultat.svar > 20


def test_a_task_in_another_thread_may_ask(falsk: Falsk) -> None:
    with ThreadPoolExecutor(2) as traade:
        svar = list(traade.map(lambda _: efterproev(falsk.url, VENTET, hoejst=30).udfald, range(2)))
    assert svar == [Udfald.RIGTIGT] * 2


def test_an_address_may_have_moved(falsk: Falsk) -> None:
    def til_ny_sti(dele: dict[str, str], handler: Any) -> Svar:
        return videre(f"{falsk.url}{handler.path.lstrip('/')}")

    with Server(til_ny_sti) as foran:
        assert svar_fejl(f"{foran.adresse}?map=a", VENTET) is None
    assert {spurgt.dele["map"] for spurgt in falsk.spurgt} == {"a"}


# Answered wrongly -------------------------------------------------------------------------------------


def _til(hvad: str, svar: Svar) -> Callable[[Spoergsmaal], Svar | None]:
    return lambda spurgt: svar if spurgt.hvad == hvad else None


@pytest.mark.parametrize(
    ("tilstand", "grund"),
    [
        ({"kort": GAMMEL, "data": GAMMEL}, "Kortet hos 127.0.0.1 viser stadig en anden udgivelse."),
        ({"data": GAMMEL}, "Data hos 127.0.0.1 er stadig fra en anden udgivelse."),
        ({"kort": GAMMEL}, "Kortet hos 127.0.0.1 viser stadig en anden udgivelse."),
        ({"kort": ""}, "Kortet hos 127.0.0.1 har intet versionsmærke."),
        ({"data": "<b/>"}, "Data hos 127.0.0.1 har intet versionsmærke."),
        ({"antal": 6}, "Laget moedested hos 127.0.0.1 har 6 rækker, men skal have 7."),
        ({"felter": ("navn",)}, "Laget moedested hos 127.0.0.1 mangler felter: rettet."),
        ({"felter": ("navn", "rettet", "intern_note")},
         "Laget moedested hos 127.0.0.1 viser felter, som ikke er offentlige: intern_note."),
        ({"farver": ("transparent",)}, "Kortet hos 127.0.0.1 er tomt i laget moedested."),
        ({"farver": ("white",)}, "Kortet hos 127.0.0.1 er tomt i laget moedested."),
        ({"i_stedet": _til("getmap", fejl("LayerNotDefined"))},
         "127.0.0.1 svarer med en fejl om laget moedested (LayerNotDefined)."),
        ({"i_stedet": _til("getcapabilities", fejl("Fejl"))}, "127.0.0.1 svarer med en fejl (Fejl)."),
        ({"i_stedet": _til("getfeature", fejl("/srv/x"))}, "127.0.0.1 svarer med en fejl (?)."),
        ({"i_stedet": lambda _: fejl("Project", 500)}, "127.0.0.1 svarer med en fejl (Project)."),
        ({"i_stedet": lambda _: Svar(b"nej", 404)}, "127.0.0.1 svarer 404 på adressen. Se den efter."),
        ({"i_stedet": lambda _: HTML}, "127.0.0.1 svarer ikke som en korttjeneste. Se adressen efter."),
        ({"i_stedet": lambda _: Svar(b"<WMS_Capabilities><Service>")},
         "127.0.0.1 svarer ikke som en korttjeneste. Se adressen efter."),
        ({"i_stedet": lambda _: Svar(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')},
         "127.0.0.1 svarer ikke som en korttjeneste. Se adressen efter."),
        ({"i_stedet": _til("getmap", Svar(b"\x89PNG halv", type="image/png"))},
         "127.0.0.1 svarer ikke som en korttjeneste. Se adressen efter."),
        ({"i_stedet": lambda _: videre("/ring")}, "127.0.0.1 sender videre i ring eller til en usikker adresse."),
    ],
)  # fmt: skip
def test_a_wrong_answer_is_wrong(falsk: Falsk, tilstand: dict[str, Any], grund: str) -> None:
    for navn, vaerdi in tilstand.items():
        setattr(falsk, navn, vaerdi)
    assert svar_fejl(falsk.url, VENTET) == grund


@pytest.mark.parametrize(
    "tilstand", [{"kort": GAMMEL, "data": GAMMEL}, {"data": GAMMEL}], ids=["gammel", "blandet"]
)
def test_wrong_for_ever_is_wrong_when_the_time_is_up(
    falsk: Falsk, tilstand: dict[str, Any]
) -> None:
    for navn, vaerdi in tilstand.items():
        setattr(falsk, navn, vaerdi)
    resultat = efterproev(falsk.url, VENTET, hoejst=1.5)
    assert resultat.udfald is Udfald.FORKERT
    assert "127.0.0.1" in resultat.grund
    assert resultat.svar >= 1
    assert 1.5 <= resultat.sekunder < 30


def test_one_worker_that_stays_behind_is_found(falsk: Falsk) -> None:
    """Every fourth answer is old: never twenty right in a row."""
    svar: list[int] = []

    def nu_og_da(spurgt: Spoergsmaal) -> Svar | None:
        if spurgt.hvad != "getfeature" or spurgt.dele["typename"] != "udgivelse":
            return None
        svar.append(spurgt.nr)
        return fejl("Gammel") if len(svar) % 4 == 0 else None

    falsk.i_stedet = nu_og_da
    resultat = efterproev(falsk.url, VENTET, hoejst=2)
    assert resultat.udfald is Udfald.FORKERT
    assert resultat.grund == "127.0.0.1 svarer med en fejl (Gammel)."


def test_a_service_that_missed_the_swap_is_told_again_at_once(falsk: Falsk) -> None:
    """A worker of QGIS Server that was reading the pointer just then; long before the time is up."""
    falsk.kort = GAMMEL
    gange: list[int] = []

    def skub() -> None:
        gange.append(len(falsk.spurgt))
        falsk.kort = NY

    resultat = efterproev(falsk.url, VENTET, hoejst=6, skub=skub)
    assert resultat.udfald is Udfald.RIGTIGT, resultat.grund
    assert len(gange) == 1
    assert gange[0] > 1, "it had its time first"
    assert 2 <= resultat.sekunder < 6


def test_a_service_that_follows_or_cannot_be_reached_is_not_told_again(falsk: Falsk) -> None:
    gange: list[int] = []
    assert efterproev(falsk.url, VENTET, hoejst=30, skub=lambda: gange.append(1)).udfald is Udfald.RIGTIGT  # fmt: skip
    falsk.i_stedet = lambda _: Svar(b"", 502)
    assert efterproev(falsk.url, VENTET, hoejst=2, skub=lambda: gange.append(1)).udfald is Udfald.IKKE_NAAET  # fmt: skip
    assert gange == []


def test_one_that_never_follows_is_told_less_and_less_often(falsk: Falsk) -> None:
    falsk.kort = GAMMEL
    gange: list[float] = []
    efterproev(falsk.url, VENTET, hoejst=4, skub=lambda: gange.append(time.monotonic()))
    assert 1 <= len(gange) <= 2  # after 1.3 s and after 4 s


# Not reached ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("svar", "grund"),
    [
        (Svar(b"", 502), "127.0.0.1 kan ikke svare lige nu (svar 502). Se, om serveren kører."),
        (Svar(b"", 503), "127.0.0.1 kan ikke svare lige nu (svar 503). Se, om serveren kører."),
        (Svar(b"", 403), "127.0.0.1 kræver login (svar 403). Vælg den rigtige godkendelse i målet."),
        (Svar(b"<WMS", lov=5_000, headers=(("Connection", "close"),)), "127.0.0.1 kan ikke nås herfra."),
    ],
)  # fmt: skip
def test_no_answer_is_not_a_wrong_one(falsk: Falsk, svar: Svar, grund: str) -> None:
    falsk.i_stedet = lambda _: svar
    with pytest.raises(IkkeNaaet) as naaet:
        svar_fejl(falsk.url, VENTET)
    assert str(naaet.value) == grund


@pytest.mark.parametrize(
    ("url", "grund"),
    [
        ("http://127.0.0.1:1/?token=hemmelig", "127.0.0.1 kan ikke nås herfra."),  # nobody listens on port 1
        ("http://bruger:hemmelig@findes-ikke.invalid/", "findes-ikke.invalid findes ikke på nettet herfra. Se adressen efter."),
        ("C:\\kort\\hemmelig.qgz", "Målets adresse er ikke en webadresse. Ret den i målet."),
        ("file:///etc/hemmelig", "Målets adresse er ikke en webadresse. Ret den i målet."),
    ],
)  # fmt: skip
def test_an_address_where_nobody_is(qgis_app: Any, url: str, grund: str) -> None:
    with pytest.raises(IkkeNaaet) as naaet:
        svar_fejl(url, VENTET)
    assert str(naaet.value) == grund
    assert efterproev(url, VENTET, hoejst=0.2).udfald is Udfald.IKKE_NAAET


def test_a_login_page_elsewhere_is_not_the_service(falsk: Falsk) -> None:
    falsk.i_stedet = lambda _: HTML
    port = falsk.url.rstrip("/").rpartition(":")[2]
    with (
        Server(lambda _d, _h: videre(f"http://localhost:{port}/login")) as foran,
        pytest.raises(IkkeNaaet, match="sender videre til en side på localhost"),
    ):
        svar_fejl(foran.adresse, VENTET)


def test_a_server_that_dies_was_not_wrong(falsk: Falsk) -> None:
    falsk.i_stedet = lambda spurgt: Svar(b"", 502) if spurgt.nr > 8 else None
    resultat = efterproev(falsk.url, VENTET, hoejst=2)
    assert resultat.udfald is Udfald.IKKE_NAAET
    assert "502" in resultat.grund


def test_a_server_that_is_silent_is_not_waited_for_longer_than_said(falsk: Falsk) -> None:
    falsk.i_stedet = lambda _: falsk.haeng()
    resultat = efterproev(falsk.url, VENTET, hoejst=2)
    assert resultat.udfald is Udfald.IKKE_NAAET
    assert resultat.grund == "127.0.0.1 svarede ikke inden for 1 sekunder."
    assert 2 / 3 <= resultat.sekunder < 30


def test_nobody_is_given_up_before_the_time_is_up_and_one_who_answered_is_not(
    falsk: Falsk,
) -> None:
    falsk.i_stedet = lambda spurgt: Svar(b"", 502)
    assert 1 <= efterproev(falsk.url, VENTET, hoejst=3).sekunder < 3
    falsk.spurgt.clear()
    falsk.kort = GAMMEL
    falsk.i_stedet = lambda spurgt: Svar(b"", 502) if spurgt.nr > 3 else None
    assert efterproev(falsk.url, VENTET, hoejst=3).sekunder >= 3


def test_slow_but_right_is_not_wrong(falsk: Falsk) -> None:
    falsk.i_stedet = lambda spurgt: falsk.rigtigt(spurgt)._replace(vent=0.3)
    resultat = efterproev(falsk.url, VENTET, hoejst=1.5)
    assert resultat.udfald is Udfald.IKKE_NAAET
    assert "for langsomt" in resultat.grund


@pytest.mark.parametrize("svarer", [True, False], ids=["gammel", "tavs"])
def test_cancel_is_at_once(falsk: Falsk, svarer: bool) -> None:
    feedback = QgsFeedback()

    def afbryd(spurgt: Spoergsmaal) -> Svar | None:
        if spurgt.nr == 3:
            feedback.cancel()
        if not svarer:
            falsk.haeng()
        return None

    falsk.kort, falsk.i_stedet = GAMMEL, afbryd
    begyndt = time.monotonic()
    resultat = efterproev(falsk.url, VENTET, hoejst=600, feedback=feedback)
    assert time.monotonic() - begyndt < 30
    assert resultat.udfald is Udfald.IKKE_NAAET
    assert "afbrudt" in resultat.grund
    with pytest.raises(IkkeNaaet, match="afbrudt"):
        svar_fejl(falsk.url, VENTET, feedback=feedback)


# Secrets ----------------------------------------------------------------------------------------------


def test_what_is_secret_in_the_address_reaches_the_service_and_no_message(
    falsk: Falsk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    url = f"{falsk.url}?token=hemmelig&apikey=hemmelig"
    falsk.i_stedet = lambda spurgt: fejl(spurgt.dele["token"] + "1")
    resultat = efterproev(url, VENTET, hoejst=0.5)
    assert falsk.spurgt[0].dele["token"] == "hemmelig"
    assert resultat.udfald is Udfald.FORKERT
    assert "hemmelig" not in resultat.grund + caplog.text
    assert "token" not in resultat.grund + caplog.text


def test_a_stored_login_is_used_and_not_carried_on_to_another_host(
    falsk: Falsk, tmp_path: Path
) -> None:
    manager = QgsApplication.authManager()
    assert manager.setMasterPassword("kun til prøver", True)
    config = QgsAuthMethodConfig("Basic")
    config.setName("Prøve")
    config.setConfigMap({"username": "kort", "password": "hemmelig", "realm": ""})
    assert manager.storeAuthenticationConfig(config)[0]
    falsk.i_stedet = lambda spurgt: None if "authorization" in spurgt.hoveder else Svar(b"", 401)
    assert svar_fejl(falsk.url, VENTET, authcfg=config.id()) is None
    assert {s.hoveder["authorization"] for s in falsk.spurgt} == {basic("kort", "hemmelig")}
    port = falsk.url.rstrip("/").rpartition(":")[2]
    falsk.spurgt.clear()
    with (
        Server(lambda _d, h: videre(f"http://localhost:{port}{h.path}")) as foran,
        pytest.raises(IkkeNaaet, match="kræver login"),
    ):
        svar_fejl(foran.adresse, VENTET, authcfg=config.id())
    assert not any("authorization" in spurgt.hoveder for spurgt in falsk.spurgt)
    assert falsk.spurgt
    with pytest.raises(IkkeNaaet, match="Godkendelsen kunne ikke bruges"):
        svar_fejl(falsk.url, VENTET, authcfg="findes0")


# The real servers -------------------------------------------------------------------------------------


def test_the_real_server_before_after_and_gone(kanarier: Kanarietjeneste, tmp_path: Path) -> None:
    tjeneste = kanarier.kopi(tmp_path / "tjeneste på øen")
    foer = tjeneste.ventet
    with nginx_qgis(tjeneste.projekt) as server:
        assert svar_fejl(server.url, foer) is None
        tjeneste.udgiv()
        ny = tjeneste.ventet
        assert ny.version != foer.version
        resultat = efterproev(server.url, ny, hoejst=60)
        assert resultat.udfald is Udfald.RIGTIGT, resultat.grund
        assert "anden udgivelse" in str(svar_fejl(server.url, foer))
        for arbejder in server.arbejdere:
            arbejder.kill()
            arbejder.wait()
        resultat = efterproev(server.url, ny, hoejst=1)
        assert resultat.udfald is Udfald.IKKE_NAAET
        assert "502" in resultat.grund


MAPFIL = """MAP NAME "m" EXTENT {ramme} SIZE 10 10 PROJECTION "init=epsg:25832" END
WEB METADATA "ows_title" "M" "ows_onlineresource" "http://127.0.0.1/" "ows_srs" "EPSG:25832" "ows_enable_request" "*"
 "ows_keywordlist" "kort,version:{version}" END END
SYMBOL NAME "prik" TYPE ELLIPSE POINTS 1 1 END FILLED TRUE END
LAYER NAME "moedested" TYPE POINT CONNECTIONTYPE OGR CONNECTION "{data}" DATA "moedested" STATUS ON PROJECTION "init=epsg:25832" END
 METADATA "ows_title" "M" "gml_include_items" "navn,gyldig_fra" "gml_types" "auto" "gml_featureid" "moedested_id" "wfs_use_default_extent_for_getfeature" "false" END
 CLASS STYLE COLOR 255 0 0 SYMBOL "prik" SIZE 9 END END END
LAYER NAME "udgivelse" TYPE POINT CONNECTIONTYPE OGR CONNECTION "{data}" DATA "SELECT version, ST_Point(700000, 6080000) AS g FROM udgivelse"
 PROCESSING "NATIVE_SQL=YES" STATUS ON PROJECTION "init=epsg:25832" END
 METADATA "ows_title" "U" "gml_include_items" "version" "gml_featureid" "version" END END END
"""


def test_a_real_mapserver(kanarier: Kanarietjeneste, tmp_path: Path) -> None:
    alt = kanarier.ventet
    mapfil = tmp_path / "service.map"
    ramme = " ".join(map(str, RAMME))
    mapfil.write_text(
        MAPFIL.format(data=kanarier.udgave.data, version=alt.version, ramme=ramme), "utf-8"
    )
    ret = Ventet(
        alt.version, {"moedested": alt.antal["moedested"], "udgivelse": 1},
        {"moedested": ("navn", "gyldig_fra"), "udgivelse": ("version",)}, (("moedested", RAMME),),
    )  # fmt: skip
    with mapserver(mapfil) as url:
        assert svar_fejl(url, ret) is None
        galt = Ventet(ret.version, {"moedested": 1}, {}, ())
        assert "men skal have 1" in str(svar_fejl(url, galt))
        assert svar_fejl(url, Ventet(ret.version, {}, {"moedested": ("navn",)}, ())) == (
            "Laget moedested hos 127.0.0.1 viser felter, som ikke er offentlige: gyldig_fra."
        )
