# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes `skema_<version>.gpkg`: a small store of the present schema, kept when that schema is released.

Run it once per schema version from the repository's root: `python -m tests.samples.lav_skema_proeve`. A file of a released
version is never made again: what it holds is what users have.

`skema_<version>_postgis.dump.gz` is the same rows in a database, made by the code of that version and saved by
`resources/server/drift/sikkerhedskopi.sh`.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

from moedested_plugin.domain.skema import SKEMAVERSION
from moedested_plugin.store import Kommune, opret

STED_1, STED_2, RUTE = (f"{nr}0000000-0000-4000-8000-000000000000" for nr in (1, 2, 3))
PUNKT = struct.pack("<BIdd", 1, 1, 680000.0, 6080000.0)
LINJE = struct.pack("<BIIBIIdddd", 1, 5, 1, 1, 2, 2, 680000.0, 6080000.0, 680900.0, 6080000.0)


def main() -> None:
    """Write the file; refuse where it is already."""
    sti = Path(__file__).parent / f"skema_{SKEMAVERSION}.gpkg"
    with opret(str(sti), Kommune(376, "Guldborgsund", 29188599)) as store:
        with store.skriv("eksempel", "AB") as skriver:
            skriver.indsaet(
                "moedested",
                [
                    {
                        "moedested_id": STED_1,
                        "navn": "Kaffe på torvet (eksempel)",
                        "formaal_k": [1, 15],
                        "geometri": PUNKT,
                    },
                    {
                        "moedested_id": STED_2,
                        "navn": "Gåfællesskabet",
                        "form_k": 2,
                        "formaal_k": [2],
                    },
                ],
            )
            skriver.indsaet(
                "rute",
                [
                    {
                        "objekt_id": RUTE,
                        "rute_ty_k": 5,
                        "navn": "Havnerunden",
                        "bruger_id": "eksempel",
                        "laengde": 0.9,
                        "geometri": LINJE,
                    }
                ],
            )
            skriver.indsaet(
                "tilknytning", [{"moedested_id": STED_1, "rolle_k": 3, "rute_id": RUTE}]
            )
            skriver.indsaet(
                "aktivitet",
                [
                    {
                        "moedested_id": STED_2,
                        "navn": "Gåtur",
                        "type_k": 1,
                        "dato_fra": dt.date(2026, 9, 1),
                    }
                ],
            )
        with store.skriv("eksempel", "AB") as skriver:
            skriver.ret("moedested", STED_2, {"navn": "Gåfællesskabet (eksempel)"})
    with closing(
        sqlite3.connect(sti)
    ) as forbindelse:  # small pages: the repository takes no file over 1 MB
        forbindelse.execute("PRAGMA page_size = 1024")
        forbindelse.execute("VACUUM")


if __name__ == "__main__":
    main()
