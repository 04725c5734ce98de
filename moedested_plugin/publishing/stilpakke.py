# SPDX-License-Identifier: GPL-2.0-or-later
"""The look of the map for servers that read the views in PostgreSQL: a zip with an SLD for each, and its pictograms."""

from __future__ import annotations

import zipfile
from pathlib import Path

from .mapfil_tegn import Symboler
from .sld import sld, stilarter

#: Its name beside the list.
STILPAKKE = "stilpakke.zip"
#: The same bytes every time: no time of today.
_TID = (1980, 1, 1, 0, 0, 0)
#: What SLD cannot say, or what servers understand differently. Danish, as all that goes out.
FORENKLET = (
    "Etiketter viger for hinanden efter serverens egne regler. Lange navne brydes og ruters navne følger linjen kun i GeoServer.",
    "Tegnet i et område står, hvor serveren sætter det, oftest i tyngdepunktet.",
    "Mærket for en forhindring står midt på strækningen, hvor serveren sætter det, og ikke altid på linjen.",
    "Mærker langs en spærret rute står med den afstand, serveren giver dem.",
    "Skriften er Open Sans, hvis serveren har den, ellers serverens egen.",
    "Signaturforklaringen er en liste uden overskrifter. En linje kan stå to gange: tæt på og på afstand.",
    "Kortets boble er ikke med.",
)
_LAES_MIG = """\
Mødested: stilarter til andre korttjenester

Her er en SLD-fil til hver visning med geometri i skemaet pub_live, og de SVG-filer, som SLD-filerne bruger.

GeoServer: læg alle filer i mappen styles under arbejdsområdet. Opret en stilart for hver .sld-fil, og vælg den til laget med
samme navn. Sæt tegnsæt til UTF-8.
MapServer tegner kun én slags symbol fra en SLD. Brug målet mapserver i stedet for.
QGIS læser projektet eller WMS; SLD-filen læser det kun nogenlunde.
ArcGIS læser ikke SLD. Brug kortet som WMS, eller tegn selv efter kolonnerne.

Det kan SLD ikke vise som i QGIS:
{}
"""


def skriv_stilpakke(sti: Path) -> tuple[str, ...]:
    """Write the zip; gives what will not look quite as in QGIS."""
    symboler = Symboler("")
    filer = {f"{lag.navn}.sld": sld(lag, roller, symboler) for lag, roller in stilarter()}
    filer |= {f"{navn}.svg": svg for navn, svg in symboler.svg.items()}
    filer["LAESMIG.txt"] = _LAES_MIG.format("\n".join(f"- {linje}" for linje in FORENKLET))
    with zipfile.ZipFile(sti, "w", zipfile.ZIP_DEFLATED) as pakke:
        for navn, indhold in sorted(filer.items()):
            pakke.writestr(zipfile.ZipInfo(navn, _TID), indhold, zipfile.ZIP_DEFLATED)
    return FORENKLET
