# SPDX-License-Identifier: GPL-2.0-or-later
"""The demo with a permanent address, its codes as a telephone reads them, and moedesteder that nobody expects."""

from __future__ import annotations

import datetime as dt
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

from moedested_plugin.printing.hus import gem_hus, hus
from moedested_plugin.printing.udskriv import udskriv
from tests.integration.store.raekker import gyldig

from .conftest import Pdf, Trykkeri

MOENSTER = "https://moedesteder.guldborgsund.dk/m/{moedested_id}"
LANGT_NAVN = ("Det meget lange navn på et mødested, som bare bliver ved og ved " * 4)[:200].strip()
HEMMELIGT = "kun-for-kommunens-egne-øjne"


def med_adresse(tryk: Trykkeri) -> Trykkeri:
    gem_hus(tryk.store, replace(hus(tryk.store), adresse=MOENSTER))
    return tryk


def koder(pdf: Pdf, mappe: Path, side: int = 1, dpi: int = 200) -> list[str]:
    """What the QR codes of a page say, by zbar."""
    billede = pdf.png(mappe, side, dpi)
    svar = subprocess.run(
        ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", str(billede)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip  # 4 is: none found
    return sorted(svar.stdout.split())


def paa_en_fast_dag(tryk: Trykkeri, skabelon: str, papir: str = "", **mere: Any) -> Pdf:
    """A print whose day, and what hangs on it, is the same whenever it is made."""
    grundlag = tryk.grundlag(skabelon, papir, **mere)
    grundlag.i_dag = dt.date(2026, 11, 21)
    svar = udskriv(grundlag)
    tryk.gange.append(svar)
    return Pdf(svar.filer[0])


def sted(navn: str, **felter: object) -> dict[str, Any]:
    """A public moedested in Nykøbing F with the least there must be."""
    mindst = {
        "navn": navn, "form_k": 1, "livscyklus_k": 3, "off_kode": 1, "by": "Nykøbing F", "gyldig_fra": "2026-01-01",
        "intern_note": HEMMELIGT,
    }  # fmt: skip
    return {**gyldig("moedested"), **mindst, **felter}
