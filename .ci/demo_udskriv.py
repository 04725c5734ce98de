# SPDX-License-Identifier: GPL-2.0-or-later
"""Gives the demo a house style for its prints: a contact, a logo of its own making, an invented address for QR codes.

usage: .ci/demo_udskriv.py STORE
"""

from __future__ import annotations

import base64
import sys
from dataclasses import replace
from pathlib import Path

from qgis.core import QgsApplication

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from moedested_plugin.domain.farve import BLAA
from moedested_plugin.printing.hus import gem_hus, hus
from moedested_plugin.store import aabn

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 20">'
    f'<path fill="{BLAA}" d="M2 18V9l8-7 8 7v9h-5v-6H7v6z"/>'
    '<path fill="#1a1a1a" d="M24 6h36v2H24zM24 11h28v2H24z"/></svg>'
)


def main() -> None:
    """Keep the house style in the store."""
    application = QgsApplication([], False)
    application.initQgis()
    with aabn(sys.argv[1]) as store:
        egen = replace(
            hus(store),
            kontakt="Opdigtet eksempel · telefon 54 00 00 00",
            adresse="https://guldborgsund.dk/moedested/{moedested_id}",
            logo=base64.b64encode(LOGO.encode()).decode(),
            logo_art="svg",
        )
        gem_hus(store, egen)
    application.exitQgis()


if __name__ == "__main__":
    main()
