# SPDX-License-Identifier: GPL-2.0-or-later
"""QR codes as they come out of a printed sheet, read by zbar."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from moedested_plugin.printing import qr
from tests.integration.printing import ark

ID = "0b8f6a52-4a0e-4f53-9a5e-6c1d7f0e2b11"
KORT = "https://sted.dk/{moedested_id}"
LANG = "https://guldborgsund.dk/moedesteder/".ljust(
    qr.LAENGSTE_ADRESSE - len(ID), "x"
) + qr.PLADS  # fmt: skip


def laest(billede: Path) -> list[str]:
    done = subprocess.run(
        ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", billede],
        capture_output=True,
        text=True,
        check=False,
    )
    return sorted(done.stdout.splitlines())


def test_a_printed_code_reads_back_and_is_vector(qgis_app: object, tmp_path: Path) -> None:
    blad = ark.Ark()
    blad.moerkt(0, 0, 210, 100)  # only the code's own white is around it
    koder = [
        qr.adresse(moenster, f"{nr}{ID[1:]}") for nr, moenster in enumerate([LANG, KORT, LANG])
    ]
    for kode, (x, maal) in zip(koder, [(10, 18), (40, 18), (80, 32)]):
        blad.svg(qr.qr_svg(kode), f"qr {x}", x, 20, maal)
    pdf = blad.pdf(tmp_path / "Mødested æøå.pdf")
    billeder = subprocess.run(
        ["pdfimages", "-list", pdf], capture_output=True, text=True, check=True
    )
    assert len(billeder.stdout.splitlines()) == 2  # the heading
    for dpi in (150, 300):
        ud = tmp_path / f"side{dpi}"
        subprocess.run(["pdftoppm", "-r", str(dpi), "-png", "-singlefile", pdf, ud], check=True)
        assert laest(ud.with_suffix(".png")) == sorted(koder), dpi


def test_the_longest_address_fits_the_code_it_is_measured_for() -> None:
    assert qr.moensterfejl(LANG) is None
    svg = qr.qr_svg(qr.adresse(LANG, ID))
    # 37 modules, and the four on each side that ISO/IEC 18004 asks for
    assert 'viewBox="0 0 45 45"' in svg
    assert svg.count("<path") == 1
    assert "<image" not in svg


def test_more_error_correction_makes_a_bigger_code() -> None:
    assert len(qr.qr_svg(KORT, fejlretning="H")) > len(qr.qr_svg(KORT, fejlretning="M"))
    with pytest.raises(ValueError, match="too large"):
        qr.qr_svg("æ" * 3000)


@pytest.mark.parametrize(
    ("moenster", "adresse"),
    [
        ("http://mit-sted.dk:8080/vis?id={moedested_id}#top", "http://mit-sted.dk:8080/vis?id=A%2F1#top"),
        (" https://guldborgsund.dk/m/{moedested_id}/kort ", "https://guldborgsund.dk/m/A%2F1/kort"),
    ],
)  # fmt: skip
def test_a_good_pattern_gives_an_address(moenster: str, adresse: str) -> None:
    assert qr.moensterfejl(moenster) is None
    assert qr.adresse(moenster, "A/1") == adresse


@pytest.mark.parametrize(
    ("moenster", "sentence"),
    [
        ("", "Skriv den faste adresse"),
        ("https://sted.dk/", "én gang"),
        ("https://sted.dk/{moedested_id}/{moedested_id}", "én gang"),
        ("https://sted.dk/{id}", "én gang"),
        ("https://sted.dk/{moedested_id}{navn}", "krøllede"),
        ("https://sted.dk/{moedested_id}}", "krøllede"),
        ("https://mit sted.dk/{moedested_id}", "mellemrum"),
        ("https://mødested.dk/{moedested_id}", "uden æ, ø og å"),
        ("ftp://sted.dk/{moedested_id}", "begynde med https://"),
        ("sted.dk/{moedested_id}", "begynde med https://"),
        ("https://{moedested_id}.sted.dk/", "ikke rigtig"),
        ("https:///{moedested_id}", "ikke rigtig"),
        ("https://sted/{moedested_id}", "ikke rigtig"),
        ("https://sted.dk:port/{moedested_id}", "ikke rigtig"),
        ("https://example.com/{moedested_id}", "et eksempel"),
        ("https://intranet.sted.dk/{moedested_id}", "inde i kommunen"),
        (LANG.replace("{", "x{"), "1 tegn for lang"),
    ],
)
def test_a_bad_pattern_is_told(moenster: str, sentence: str) -> None:
    assert sentence in (qr.moensterfejl(moenster) or "")
