# SPDX-License-Identifier: GPL-2.0-or-later
"""A target from somebody else: what it may say, and what it may not lead to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from moedested_plugin.publishing.fejl import UdgivelsesFejl
from moedested_plugin.publishing.maal import Maaltype, laes_maal, som_maal

GODT = {"type": "qgisserver-file", "folder": "/srv/kort", "service": "moedesteder"}


@pytest.mark.parametrize(
    ("forkert", "siger"),
    [
        ({"service": "../../etc"}, "små bogstaver"),
        ({"service": "a/b"}, "små bogstaver"),
        ({"service": "con"}, "små bogstaver"),
        ({"service": "x; drop schema moedested"}, "små bogstaver"),
        ({"type": "ftp"}, "type skal være en af"),
        ({"folder": ""}, "mangler en mappe"),
        ({"type": "qgisserver-postgis", "connection": ""}, "mangler navnet"),
        ({"url": "file:///etc/passwd"}, "https://"),
        ({"url": "https://a:b@kort.dk/ows"}, "adgangskode eller nøgle"),
        ({"url": "https://kort.dk/ows?token=abc"}, "adgangskode eller nøgle"),
        ({"wait": "snart"}, "ventetid"),
        ({"efter": "rm -rf /"}, "ukendte felter: efter"),
    ],
)
def test_a_target_that_is_wrong_is_refused(
    qgis_app: Any, forkert: dict[str, str], siger: str
) -> None:
    assert som_maal(GODT).service == "moedesteder"
    with pytest.raises(UdgivelsesFejl, match=siger):
        som_maal({**GODT, **forkert})


@pytest.mark.parametrize("indhold", [b"", b"[]", b"{", b"\xff\xfe\x00", b'"x"', b"{}"])
def test_a_file_that_is_no_target_is_refused(qgis_app: Any, tmp_path: Path, indhold: bytes) -> None:
    sti = tmp_path / "mål.json"
    sti.write_bytes(indhold)
    with pytest.raises(UdgivelsesFejl):
        laes_maal(str(sti))


def test_a_kind_of_target_that_nothing_writes_is_refused() -> None:
    assert Maaltype("en", database=False, mapserver=True)
    with pytest.raises(ValueError, match="en"):
        Maaltype("en", database=True, mapserver=True)
