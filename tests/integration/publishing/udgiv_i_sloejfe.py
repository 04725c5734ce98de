# SPDX-License-Identifier: GPL-2.0-or-later
"""Run as a program: publishes one change after another, until it is killed.

usage: udgiv_i_sloejfe.py STORE TARGET.json [STEP]     (with STEP: kills itself when it comes to that step)
"""

from __future__ import annotations

import itertools
import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

from qgis.core import QgsApplication

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))


def main(adresse: str, maalfil: str, trin: str) -> None:
    """Publish; every publication says so on standard output."""
    application = QgsApplication([], False)
    application.initQgis()
    from moedested_plugin.checks.resultat import Resultat
    from moedested_plugin.publishing.forbered import udgiver
    from moedested_plugin.publishing.holdte import forbehold
    from moedested_plugin.publishing.lokal_server import LokalServer
    from moedested_plugin.publishing.maal import laes_maal
    from moedested_plugin.publishing.plan import planlaeg
    from moedested_plugin.publishing.raekker import TABEL_AF_NAVN
    from moedested_plugin.store import aabn

    LokalServer.findes = staticmethod(lambda: False)  # type: ignore[method-assign]  # quicker, so more kills

    def ved(navn: str) -> None:
        if navn == trin:
            os.kill(os.getpid(), signal.SIGKILL)

    with aabn(adresse) as store:
        moedesteder = TABEL_AF_NAVN["moedested"]
        noegle = moedesteder.noegle(next(store.offentlige(moedesteder.visning)))
        for nummer in itertools.count():
            with store.skriv("prøve", "AB") as skriver:
                skriver.ret("moedested", noegle, {"navn": f"Navn {os.getpid()} {nummer}"})
            hvem = replace(udgiver(store, laes_maal(maalfil), "AB"), trin=ved)
            plan = planlaeg(store, hvem.sted.gaeldende(), Resultat(()), forbehold(store, "AB"))
            print(hvem.udgiv(plan).version, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], (sys.argv[3:] or [""])[0])
