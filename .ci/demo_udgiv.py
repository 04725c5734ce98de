# SPDX-License-Identifier: GPL-2.0-or-later
"""The demo's publication, served: asks a local QGIS Server as a citizen's map would.

usage: .ci/demo_udgiv.py maal FOLDER [URL]     (write the target file FOLDER/maal.json)
       .ci/demo_udgiv.py ret FOLDER            (correct a moedested, so that there is something to publish)
       .ci/demo_udgiv.py server FOLDER -- COMMAND…   (serve FOLDER/ud, run the command with the address as $URL, then ask)
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.parse
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

SERVICE = "moedesteder"
#: The island, in EPSG:25832.
FRAME = "655000,6045000,715000,6095000"


def write_target(folder: Path, url: str = "") -> None:
    """Write the target of the demo."""
    target = {"type": "qgisserver-file", "folder": "ud", "service": SERVICE, "url": url}
    (folder / "maal.json").write_text(json.dumps(target, indent=1), encoding="utf-8")


def edit(folder: Path) -> None:
    """Say the opening hours of one moedested in another way."""
    from moedested_plugin.store import aabn

    with aabn(str(folder / "guldborgsund.gpkg")) as store:
        row = next(
            row
            for row in store.raekker("moedested")
            if row["off_kode"] == 1 and row["livscyklus_k"] == 3
        )
        with store.skriv("rettelse", "demo") as writer:
            writer.ret("moedested", str(row["moedested_id"]), {"aabningstid": "Hver dag kl. 10-16"})


def ask(url: str, **parameters: str) -> bytes:
    """One request of the service."""
    address = f"{url}?{urllib.parse.urlencode(parameters)}"
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310  # nosec B310 - our own server
        return bytes(answer.read())


def serve(folder: Path, command: list[str]) -> None:
    """Serve what is out there, publish once more meanwhile, and look at the answers."""
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    from moedested_plugin.publishing.lokal_server import LokalServer

    with LokalServer(folder / "ud" / SERVICE / "service.qgz") as server:
        write_target(folder, server.url)
        subprocess.run(command, check=True, env={**os.environ, "URL": server.url})
        capabilities = ask(server.url, SERVICE="WMS", VERSION="1.3.0", REQUEST="GetCapabilities")
        picture = ask(
            server.url, SERVICE="WMS", VERSION="1.3.0", REQUEST="GetMap", LAYERS="kort", STYLES="", CRS="EPSG:25832",
            BBOX=FRAME, WIDTH="1200", HEIGHT="1000", FORMAT="image/png",
        )  # fmt: skip
        answer = ask(
            server.url, SERVICE="WFS", VERSION="1.1.0", REQUEST="GetFeature", TYPENAME="moedested",
            OUTPUTFORMAT="application/json",
        )  # fmt: skip
    features = json.loads(answer)
    (folder / "tjeneste.xml").write_bytes(capabilities)
    (folder / "tjeneste.png").write_bytes(picture)
    report = json.loads((folder / "udgivelse.json").read_text("utf-8"))
    verified = report["efterproevning"] or {}
    print(
        f"Udgivelse {report['version']}: {len(report['aendringer'])} ændring, {len(report['holdt'])} holdt tilbage,"
        f" efterprøvet {verified.get('svar', 0)} gange: {verified.get('udfald', '–')}\n"
        f"  WMS med {capabilities.count(b'<Layer queryable')} lag, WFS med {len(features['features'])} mødesteder på kortet"
    )
    application.exitQgis()


if __name__ == "__main__":
    if sys.argv[1] == "maal":
        write_target(Path(sys.argv[2]), *sys.argv[3:])
    elif sys.argv[1] == "ret":
        edit(Path(sys.argv[2]))
    else:
        serve(Path(sys.argv[2]), sys.argv[4:])
