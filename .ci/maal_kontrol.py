# SPDX-License-Identifier: GPL-2.0-or-later
"""Counts for docs/maalinger.md: how often each check says something about a store, and how well privacy is kept.

usage: .venv/bin/python .ci/maal_kontrol.py [--alle] STORE…     (--alle: also the checks that say nothing)
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

from qgis.core import QgsApplication

ROOT = Path(__file__).resolve().parent.parent


def fund(stores: list[str], *, alle: bool) -> None:
    """A table: check, severity, findings in each store (accepted ones in brackets)."""
    from moedested_plugin.checks.kontrol import Valg, kontroller
    from moedested_plugin.domain.kontroller import alle_kontroller
    from moedested_plugin.store import aabn

    talt: list[tuple[Counter[str], Counter[str]]] = []
    for adresse in stores:
        with aabn(adresse) as store:
            poster = kontroller(store, Valg(gem=False)).poster
        talt.append(
            (
                Counter(post.fund.kode for post in poster),
                Counter(post.fund.kode for post in poster if post.accepteret),
            )
        )
    print("| kontrol | alvor |", " | ".join(Path(adresse).parent.name for adresse in stores), "|")
    print("| --- | --- |" + " ---: |" * len(stores))
    for kode, kontrol in alle_kontroller().items():
        celler = [
            f"{fundne[kode]}" + (f" ({accepterede[kode]})" if accepterede[kode] else "")
            for fundne, accepterede in talt
        ]
        if any(fundne[kode] for fundne, _ in talt) or (alle and not kontrol.haard):
            print(f"| `{kode}` | {kontrol.alvor.value} |", " | ".join(celler), "|")
    haarde = [kode for kode, kontrol in alle_kontroller().items() if kontrol.haard]
    brudt = [str(sum(fundne[kode] for kode in haarde)) for fundne, _ in talt]
    print(f"| {len(haarde)} krav, som databasen selv holder | fejl |", " | ".join(brudt), "|")


def privatliv() -> None:
    """Recall and precision by kind, on the set of made-up texts."""
    from moedested_plugin.domain.personnumre import personnumre
    from moedested_plugin.domain.rens import som_laest
    from tests.unit.test_privatliv import FORMER, SAET, fundne, opfundne

    rigtige, alle, falske = Counter[str](), Counter[str](), Counter[str]()
    for et in SAET["positive"]:
        alle[et["kode"]] += 1
        rigtige[et["kode"]] += et["kode"] in fundne(et["tekst"])
    for et in SAET["negative"]:
        falske.update(fundne(et["tekst"], et.get("felt", "lang_beskr")))
    print(f"\n{len(SAET['positive'])} positive og {len(SAET['negative'])} negative tekster\n")
    print("| slags | fundet | recall | falske | præcision |\n| --- | ---: | ---: | ---: | ---: |")
    for kode in (*alle, "i alt"):
        ok, af, galt = (
            sum(c.values()) if kode == "i alt" else c[kode] for c in (rigtige, alle, falske)
        )
        tal = f"{ok}/{af} | {100 * ok / af:.1f} % | {galt} | {100 * ok / (ok + galt):.1f} %"
        print(f"| {kode} | {tal.replace('.', ',')} |")
    numre = [list(personnumre(som_laest(tekst))) for tekst, _ in opfundne(10_000)]
    fejl = sum(any(not et.tvivlsomt for et in fundet) for fundet in numre)
    advarsler = sum(bool(fundet) for fundet in numre) - fejl
    print(f"\n10000 CPR-numre i {len(FORMER)} former: {fejl} fejl, {advarsler} advarsler, "
          f"{10_000 - fejl - advarsler} overset")  # fmt: skip


def main(ord_: list[str]) -> None:
    """Both tables."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QgsApplication([], False)
    application.initQgis()
    fund([et for et in ord_ if et != "--alle"], alle="--alle" in ord_)
    privatliv()
    application.exitQgis()


if __name__ == "__main__":
    main(sys.argv[1:])
