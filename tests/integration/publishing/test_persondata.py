# SPDX-License-Identifier: GPL-2.0-or-later
"""A person's data in kept publications and in the names of photos, through the algorithm as its user runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from moedested_plugin.domain.eftersoegt import FJERNET, Eftersoegt
from moedested_plugin.processing.persondata import Persondata
from moedested_plugin.publishing.forbered import sted
from moedested_plugin.publishing.lokal_server import LokalServer
from moedested_plugin.publishing.maal import Maal, gem_maal
from moedested_plugin.publishing.persondata import Gennemgang
from moedested_plugin.store import Store
from tests.integration.publishing.udsted import Udsted, et_sted, ret, ud

MAIL = "aase.bo@eksempel.dk"
PERSON = Eftersoegt((MAIL,))


@pytest.fixture(params=["mappe", "postgis"])
def maalet(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, lager: Store) -> Maal:
    """A target by name in the store; of the service itself others have tests."""
    monkeypatch.setattr(LokalServer, "findes", staticmethod(lambda: False))
    if request.param == "mappe":
        maal: Maal = request.getfixturevalue("maal")
    else:
        udsted: Udsted = request.getfixturevalue("udsted")
        maal = udsted.maal
    gem_maal(lager, {"Kortet": maal})
    return maal


def gennemgang(lager: Store) -> Gennemgang:
    return Gennemgang(lager, PERSON, "GDPR")


def test_kept_publications_go_and_the_shown_one_with_the_next(lager: Store, maalet: Maal) -> None:
    noegle, kort = (
        str(et_sted(lager)["moedested_id"]),
        {"sted": f"Kom forbi. Skriv til {MAIL}."},
    )
    foerste = ud(lager, maalet).version
    ret(lager, noegle, **kort)
    med = ud(lager, maalet).version
    ret(lager, noegle, sted="Kom forbi.")
    ud(lager, maalet)
    ret(lager, noegle, **kort)
    vist = ud(lager, maalet).version
    steder = gennemgang(lager).find()
    assert any(noegle == fundet.noegle and fundet.felt == "sted" for fundet in steder)

    udfald = gennemgang(lager).fjern()
    tilbage = [udgave.version for udgave in sted(maalet).udgaver()]
    assert med not in tilbage
    assert {foerste, vist} <= set(tilbage)
    assert {grund for _, grund in udfald.efterladt} == {
        "Den udgivelse vises nu. Udgiv igen, og kør så dette en gang til."
    }
    # What is shown cannot come back by going back to it.
    assert (noegle, vist) in {(post.noegle, post.til) for post in sted(maalet).fjernede()}
    assert sted(maalet).gaeldende().er_hel  # type: ignore[union-attr]

    ny = ud(lager, maalet)
    assert ny.version != vist
    assert not gennemgang(lager).fjern().efterladt
    assert gennemgang(lager).find() == []
    assert [udgave.version for udgave in sted(maalet).udgaver()] == [
        ny.version,
        *tilbage[1:-1],
        foerste,
    ][: len(tilbage)]
    moedested = next(lager.raekker("moedested", noegler=[noegle]))
    assert moedested["sted"] == f"Kom forbi. Skriv til {FJERNET}."
    logget = [r for r in lager.raekker("koersel") if r["art"] == "persondata"]
    assert logget
    assert MAIL not in str(logget)


def test_who_published_goes_from_the_history_of_the_target(lager: Store, maalet: Maal) -> None:
    ud(lager, maalet)
    udgiver = Gennemgang(lager, Eftersoegt(("Åse Bo Ørsted",)), "GDPR")
    with sted(maalet).laast("AB"):
        sted_ = sted(maalet)
    with sted_.laast("AB"):
        sted_.log("udgiv", "20260101-000000", "Åse Bo Ørsted", {"antal": 1, "note": None})
    assert [fundet.tabel for fundet in udgiver.find()] == ["historik"]
    foer = sted_.historik()
    udgiver.fjern()
    assert udgiver.find() == []
    efter = sted(maalet).historik()
    assert efter == [*foer[:-1], {**foer[-1], "af": FJERNET}]


def koer(lager: Store, mappe: Path, tekst: bytes, **parametre: Any) -> dict[str, Any]:
    (mappe / "person.txt").write_bytes(tekst)
    alle = {"STORE": lager.adresse, "SEARCH": str(mappe / "person.txt"), **parametre}
    feedback = QgsProcessingFeedback(False)
    svar, gik_godt = (
        Persondata().create().run(alle, QgsProcessingContext(), feedback, catchExceptions=False)
    )
    assert gik_godt
    assert MAIL not in feedback.textLog()
    return dict(svar)


def test_the_algorithm_shows_first_and_removes_when_told(lager: Store, tmp_path: Path) -> None:
    noegle = str(et_sted(lager)["moedested_id"])
    fotos = tmp_path / "fotos"
    fotos.mkdir(exist_ok=True)
    udenfor = tmp_path.parent / "Åse Bo.jpg"
    udenfor.write_bytes(b"andres")
    for navn in ("åse_bo 1.JPG", "åse_bo løs.png", "bænk.jpg"):
        (fotos / navn).write_bytes(navn.encode())
    foto = {"objekt_lag": "moedested", "objekt_id": noegle}
    with lager.skriv("prøve", "AB") as skriver:
        skriver.ret("moedested", noegle, {"intern_note": f"Åse Bo, {MAIL}"})
        skriver.indsaet(
            "foto", [foto | {"sti": "fotos/åse_bo 1.JPG"}, foto | {"sti": f"../{udenfor.name}"}]
        )
    tekst = f"Åse Bo\r\n{MAIL}\r\n".encode("cp1252")
    rapport = tmp_path / "rapport.json"

    vist = koer(lager, tmp_path, tekst, REPORT=str(rapport))
    assert (vist["REMOVED"], vist["LEFT"]) == (0, 0)
    assert vist["FOUND"] >= 5
    assert not any(ord_ in rapport.read_text("utf-8") for ord_ in (MAIL, "Åse", "åse"))
    assert {fil.name for fil in fotos.iterdir()} >= {"åse_bo 1.JPG", "åse_bo løs.png"}

    fjernet = koer(lager, tmp_path, tekst, REMOVE=True, REPORT=str(rapport))
    assert (fjernet["FOUND"], fjernet["LEFT"]) == (vist["FOUND"], 0)
    assert koer(lager, tmp_path, tekst)["FOUND"] == 0
    sti = next(
        str(r["sti"]) for r in lager.raekker("foto") if str(r["sti"]).startswith("fotos/foto-")
    )
    assert (tmp_path / sti).read_bytes() == "åse_bo 1.JPG".encode()
    assert sorted(fil.read_bytes() for fil in fotos.iterdir() if b"_bo" in fil.read_bytes()) == [
        "åse_bo 1.JPG".encode(), "åse_bo løs.png".encode(),
    ]  # fmt: skip
    assert udenfor.read_bytes() == b"andres"  # a store from others cannot make us move a file
    assert set(json.loads(rapport.read_text("utf-8"))) == {"fundet", "fjernet", "efterladt"}


@pytest.mark.parametrize("tekst", [b"", b"\n \n", b"AB\n"])
def test_too_little_to_look_for_is_refused(lager: Store, tmp_path: Path, tekst: bytes) -> None:
    with pytest.raises(QgsProcessingException, match="mindst 3 tegn"):
        koer(lager, tmp_path, tekst, REMOVE=True)
