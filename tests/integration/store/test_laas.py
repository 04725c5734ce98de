# SPDX-License-Identifier: GPL-2.0-or-later
"""Who edits a GeoPackage: taken, told, let go, broken, forgotten."""

from __future__ import annotations

import datetime as dt
import getpass
import json
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from moedested_plugin.store import laas
from moedested_plugin.store.fejl import Optaget, Skrivebeskyttet

from .test_aabning import skrivebeskyttet


@pytest.fixture
def adresse(tmp_path: Path) -> str:
    return str(tmp_path / "møde steder.gpkg")


def skriv(adresse: str, **mere: str) -> None:
    """The lock of a colleague."""
    nu = dt.datetime.now(dt.timezone.utc).isoformat()
    ejer = {
        "bruger": "Hanne K",
        "konto": "hk",
        "maskine": "PC-42",
        "begyndt": nu,
        "sidst": nu,
        "token": "1",
    }
    laas.laasesti(adresse).write_text(json.dumps(ejer | mere), encoding="utf-8")


def test_it_is_taken_and_let_go(adresse: str) -> None:
    min_ = laas.tag(adresse, "AB")
    assert laas.laasesti(adresse).name == "møde steder.gpkg.laas"
    ejer = laas.ejer(adresse)
    assert ejer is not None
    assert (ejer.bruger, ejer.maskine, ejer.konto, ejer.er_mig) == (
        "AB",
        platform.node(),
        getpass.getuser(),
        True,
    )
    assert min_.er_min
    min_.slip()
    min_.slip()
    assert laas.ejer(adresse) is None
    laas.tag(adresse, "CD").slip()


def test_the_next_one_is_told_who_and_since_when(adresse: str) -> None:
    skriv(adresse, begyndt="2026-03-02T07:05:00+00:00")
    with pytest.raises(
        Optaget, match=r"redigeres af Hanne K på PC-42 siden 02-03-2026 kl\. \d\d:05"
    ) as fejl:
        laas.tag(adresse, "AB")
    assert "kan se, men ikke rette" in str(fejl.value)
    assert "uden pluginet" in str(fejl.value)


def test_my_own_session_that_was_cut_off_is_recognised(adresse: str) -> None:
    program = f"from moedested_plugin.store import laas; laas.tag({adresse!r}, 'AB'); import os; os._exit(1)"
    subprocess.run(
        [sys.executable, "-c", program], check=False, timeout=60, cwd=Path(__file__).parents[3]
    )
    with pytest.raises(Optaget, match="hos dig selv"):
        laas.tag(adresse, "AB")
    ejer = laas.ejer(adresse)
    assert ejer is not None
    assert ejer.er_mig
    laas.bryd(adresse)
    assert laas.tag(adresse, "AB").er_min


def test_a_lock_broken_by_a_colleague_is_noticed_and_theirs_left_alone(adresse: str) -> None:
    min_ = laas.tag(adresse, "AB")
    laas.bryd(adresse)
    deres = laas.tag(adresse, "CD")
    assert not min_.er_min
    assert not min_.forny()
    min_.slip()
    assert deres.er_min


def test_a_sign_of_life_keeps_it_from_being_forgotten(adresse: str) -> None:
    gammel = (
        dt.datetime.now(dt.timezone.utc) - laas.FORAELDET - dt.timedelta(minutes=1)
    ).isoformat()
    skriv(adresse, sidst=gammel)
    ejer = laas.ejer(adresse)
    assert ejer is not None
    assert ejer.er_foraeldet
    assert not ejer.er_mig
    laas.bryd(adresse)
    min_ = laas.tag(adresse, "AB")
    begyndt = min_.ejer.begyndt
    assert min_.forny()
    assert min_.ejer.begyndt == begyndt
    assert not min_.ejer.er_foraeldet


@pytest.mark.parametrize("indhold", ["", "{", "[]", '{"bruger": 1}'])
def test_a_lock_that_cannot_be_read_still_locks(
    adresse: str, indhold: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(laas, "_PAUSE", 0.001)
    laas.laasesti(adresse).write_text(indhold, encoding="utf-8")
    with pytest.raises(Optaget, match="af en anden"):
        laas.tag(adresse, "AB")


def test_only_one_of_many_gets_it(adresse: str) -> None:
    from concurrent.futures import ThreadPoolExecutor

    def proev(nr: int) -> Any:
        try:
            return laas.tag(adresse, f"nr. {nr}")
        except Optaget:
            return None

    with ThreadPoolExecutor(8) as pulje:
        taget = [laas_ for laas_ in pulje.map(proev, range(40)) if laas_]
    assert len(taget) == 1


def test_a_read_only_folder_is_said(adresse: str) -> None:
    with (
        skrivebeskyttet(Path(adresse).parent),
        pytest.raises(Skrivebeskyttet, match="kan se, men ikke rette"),
    ):
        laas.tag(adresse, "AB")
