# SPDX-License-Identifier: GPL-2.0-or-later
"""Write the pictograms in resources/icons from the drawings below: one grid, one stroke weight.

Usage: python3 .ci/icons.py [folder]

The grid is 24 x 24. A plate fills 1..23, what stands on it keeps within 4..20, strokes are 2 wide with
round ends. On a map symbol the style chooses the colours through QGIS's parameters:

* on a plate, param(fill) is the plate and param(outline) is its rim and the drawing, so that swapping
  the two turns a filled symbol into a hollow one;
* on a mark (no plate), param(fill) is the drawing and param(outline) is the halo around it.

A drawing is a list of strokes written as 'kind path': f filled, s stroked, b stroked boldly (3),
k filled and c stroked in the colour of the plate (cut out). O(x,y,r) is a full circle.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    "<!-- SPDX-License-Identifier: CC0-1.0 - tegnet til QGIS-pluginet Moedested, "
    "dannet af .ci/icons.py -->\n"
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" '
    'fill="none" stroke-linecap="round" stroke-linejoin="round">\n'
)

PLATES = {
    "hus": "M12 1 L23 10 V23 H1 V10 Z",
    "boble": "M4 2.5 H20 A3 3 0 0 1 23 5.5 V16.5 A3 3 0 0 1 20 19.5 H14 L6 23.8 V19.5 H4 "
    "A3 3 0 0 1 1 16.5 V5.5 A3 3 0 0 1 4 2.5 Z",
    "cirkel": "O(12,12,11)",
    "husboble": "M12 0.8 L23 8 V18 H16.8 L12 23.6 L7.2 18 H1 V8 Z",
    "kvadrat": "M4 1 H20 A3 3 0 0 1 23 4 V20 A3 3 0 0 1 20 23 H4 A3 3 0 0 1 1 20 V4 A3 3 0 0 1 4 1 Z",
    "ottekant": "M7 1 H17 L23 7 V17 L17 23 H7 L1 17 V7 Z",
    "sekskant": "M6.5 1.5 H17.5 L23.5 12 L17.5 22.5 H6.5 L0.5 12 Z",
    "bue": "M1 23 V11 A11 10 0 0 1 23 11 V23 Z",
    "skrog": "M1 1 H23 V12 A11 11 0 0 1 1 12 Z",
    "rombe": "M12 0.5 L23.5 12 L12 23.5 L0.5 12 Z",
    "skilt": "M2 1 H22 V14 L14 17 V23 H10 V17 L2 14 Z",
    "kuffert": "M8 5 V1 H16 V5 H23 V22 H1 V5 Z",
    "trekant": "M12 1 L23.5 22.5 H0.5 Z",
}

WAVE = "q1.9 -2.4 3.75 0 t3.75 0 t3.75 0 t3.75 0"
DRAWINGS: dict[str, list[str]] = {
    "tom": [],
    # forms of a moedested; lifted into the middle of their plates
    "personer": [
        "f O(8.2,10.4,2.3)",
        "f M4 20 V17.5 A4.2 4 0 0 1 11.4 15.2 V20 Z",
        "f O(15.8,10.4,2.3)",
        "f M12.6 20 V15.2 A4.2 4 0 0 1 20 17.5 V20 Z",
    ],
    "traadloes": [
        "f O(12,14.5,1.7)",
        "s M8 11 A5.6 5.6 0 0 1 16 11",
        "s M5 7.6 A9.8 9.8 0 0 1 19 7.6",
    ],
    "bog": [
        "f M11.2 8 C9.4 6.5 6.8 6.2 4.4 6.6 V17 C6.8 16.6 9.4 16.9 11.2 18.3 Z",
        "f M12.8 8 C14.6 6.5 17.2 6.2 19.6 6.6 V17 C17.2 16.6 14.6 16.9 12.8 18.3 Z",
    ],
    "person_traadloes": [
        "f O(8,9,2.3)",
        "f M3.6 16.4 V15.4 A4.4 3.6 0 0 1 12.4 15.4 V16.4 Z",
        "f O(13.6,10,1.2)",
        "s M15.6 6.8 A4.4 4.4 0 0 1 15.6 13.2",
        "s M18.4 5.2 A8 8 0 0 1 18.4 14.8",
    ],
    # what one can count on at a moedested
    "koerestol": [
        "f O(10.2,5.6,1.9)",
        "s M10.2 9 V13.4 H15 L17.4 18.4",
        "s M7.6 11.6 A4.5 4.5 0 1 0 14 17.4",
    ],
    "gryde": [
        "f M5.5 11 H18.5 V16 A3 3 0 0 1 15.5 19 H8.5 A3 3 0 0 1 5.5 16 Z",
        "s M5 8.4 H19",
        "s M12 5.4 V8",
    ],
    "lyn": ["f M13.8 4 L6.4 13.2 H10.8 L9.6 20 L17.6 10.4 H12.6 Z"],
    "wifi": ["f O(12,17,1.8)", "s M8 13.4 A5.6 5.6 0 0 1 16 13.4", "s M5 10 A9.8 9.8 0 0 1 19 10"],
    "hjertestarter": [
        "f M12 19.6 L5.4 12.8 A4.3 4.3 0 0 1 12 7.4 A4.3 4.3 0 0 1 18.6 12.8 Z",
        "k M13 8.4 L9.2 13.2 H11.4 L10.8 17 L14.8 11.8 H12.6 Z",
    ],
    "oere": [
        "s M7.6 10.4 A4.5 4.5 0 1 1 15.2 13.4 Q13.2 15 13 16.6 A2.5 2.5 0 0 1 8.4 17.4",
        "s M10.6 10.6 A1.6 1.6 0 0 1 13.4 11.4",
    ],
    "elevator": ["s M6 5 H18 V19 H6 Z", "f M9 11 L12 7.4 L15 11 Z", "f M9 13 L12 16.6 L15 13 Z"],
    "pusle": [
        "f O(12,6.6,2.5)",
        "s M6.6 9.6 L12 12 L17.4 9.6",
        "b M12 12 V15",
        "s M8.6 19 L12 15.4 L15.4 19",
    ],
    "lampe": ["f O(12,9.6,4.6)", "f M9.8 12 H14.2 V16 H9.8 Z", "s M10.4 18.8 H13.6"],
    "roegfri": [
        "f M4.6 10.6 H15 V13.6 H4.6 Z",
        "f M16.2 10.6 H18.8 V13.6 H16.2 Z",
        "k M4 7 L7 4 L20 17 L17 20 Z",
        "s M6.4 6.4 L17.6 17.6",
    ],
    # lifecycle of a moedested, state of equipment
    "prikker": ["f O(6.6,13,1.8)", "f O(12,13,1.8)", "f O(17.4,13,1.8)"],
    "halv": ["s O(12,12.5,5)", "f M7 12.5 H17 A5 5 0 0 1 7 12.5 Z"],
    "fuld": ["f O(12,12.5,6)"],
    "pause": ["f M7 7.5 H10.6 V17.5 H7 Z", "f M13.4 7.5 H17 V17.5 H13.4 Z"],
    "kryds": ["b M7.5 8 L16.5 17", "b M16.5 8 L7.5 17"],
    "pil": ["b M6 12 H17", "b M12.5 7 L17.5 12 L12.5 17"],
    "hylde": ["b M6 8.5 H18", "b M6 15.5 H18"],
    "udraab": ["b M12 6 V12.5", "f O(12,17,1.9)"],
    "flag": ["s M8 5 V20", "f M8 5 H18 L15 8.5 L18 12 H8 Z"],
    "rygsaek": ["s M9 9 H15", "s M12 6 V12", "s M6 16 H18"],
    # benches
    "baenk": ["s M5 8 H19", "s M4.5 13 H19.5", "s M7 8 V18.5", "s M17 8 V18.5"],
    "bordbaenk": ["b M6.5 7.5 H17.5", "s M9.5 8 L7 18.5", "s M14.5 8 L17 18.5", "s M4 13.5 H20"],
    # practical
    "praktisk": [
        "f M6 6 H11 V11 H6 Z",
        "f M13 6 H18 V11 H13 Z",
        "f M6 13 H11 V18 H6 Z",
        "f M13 13 H18 V18 H13 Z",
    ],
    "wc": ["s M4.2 8 L6 16 L8.2 10 L10.4 16 L12.2 8", "s M19.6 9.4 A3.3 4.1 0 1 0 19.6 14.6"],
    "baal": [
        (
            "f M12.6 3.5 C13 7.5 17.5 9 17.5 13.2 A5.5 4.6 0 0 1 6.5 13.2 C6.5 10.6 8.3 9.8 8.8 7.4 "
            "C10.4 8.6 11.8 7 12.6 3.5 Z"
        ),
        "s M5.5 20 H18.5",
    ],
    "gynge": ["s M4.8 19 L8 5 H16 L19.2 19", "s M10.4 5 V14 H13.6 V5"],
    "bad": [
        "f O(16.4,7.4,2.2)",
        "s M5.5 11.5 L10.5 7.5 L14 11.5",
        f"s M4.5 15.5 {WAVE}",
        f"s M4.5 19.3 {WAVE}",
    ],
    "p": ["b M9 19 V5.5 H12.8 A3.9 3.9 0 0 1 12.8 13.3 H9"],
    "hane": [
        "b M4.8 10.5 H13 A4 4 0 0 1 17 14",
        "s M10 10 V5.5",
        "s M7 5.5 H13",
        "f O(17,18.6,1.7)",
    ],
    "info": ["f O(12,6,2)", "b M10 11 H12.3 V18.5", "s M9 18.7 H15.4"],
    "cykel": [
        "s O(7,15,3.1)",
        "s O(17,15,3.1)",
        "s M7 15 L10 8.5 H14.5 L17 15",
        "s M10 8.5 L12.4 15 L14.8 9",
    ],
    "hund": [
        (
            "f M4.5 8.5 L8 5.8 L10 8 L11.5 11 H16.5 L18.8 7.5 L20 8.5 L18.6 12.6 V19.5 H16 V15.5 H11.4 V19.5 "
            "H8.8 V12.5 L7.4 11.4 H4.5 Z"
        ),
    ],
    "tag": ["b M4.8 10 L12 5 L19.2 10", "s M7 10 V19.5", "s M17 10 V19.5", "s M10 15 H14"],
    "krans": [
        "b O(12,12,5.6)",
        "c M7.4 7.4 L9.4 9.4",
        "c M16.6 7.4 L14.6 9.4",
        "c M7.4 16.6 L9.4 14.6",
        "c M16.6 16.6 L14.6 14.6",
    ],
    "bro": [
        "s M4.5 9.5 H19.5",
        "s M6 18 A6 6 0 0 1 18 18",
        "s M12 9.5 V12",
        "s M6 9.5 V6.5",
        "s M18 9.5 V6.5",
    ],
    "vejviser": [
        "s M12 4.5 V20",
        "f M12 5 H17.5 L20 7.5 L17.5 10 H12 Z",
        "f M12 11.5 H6.5 L4 14 L6.5 16.5 H12 Z",
    ],
    "rampe": ["f M5 7 H19.5 L17 12 H8 Z", "b M4.5 19 L19.5 15"],
    "faerge": [
        "f M4 12.5 H20 L17.5 17 H6.5 Z",
        "f M7.5 7.5 H16.5 V11 H7.5 Z",
        "s M12 7.5 V4.5",
        "s M5 20 H19",
    ],
    "hestesko": ["b M8.5 18.5 C4.5 12 6.5 5.5 12 5.5 C17.5 5.5 19.5 12 15.5 18.5"],
    # nature
    "gran": ["f M12 3.5 L17 10 H14.6 L19 16.5 H5 L9.4 10 H7 Z", "s M12 16 V20.5"],
    "trae": ["f O(12,9.2,5.6)", "b M12 13 V20"],
    "oeje": ["s M3.8 12 Q12 3.6 20.2 12 Q12 20.4 3.8 12 Z", "f O(12,12,2.9)"],
    "taarn": [
        "f M7 4.5 H17 V10.5 H7 Z",
        "s M9 10.5 L7.5 20",
        "s M15 10.5 L16.5 20",
        "s M8.5 15 H15.5",
    ],
    "fisk": [
        "f M3.8 12 C7.5 6.4 13 6.4 16 11 L20.2 7.5 V16.5 L16 13 C13 17.6 7.5 17.6 3.8 12 Z",
        "k O(8,11.2,1.2)",
    ],
    "naturhus": ["f M12 4 L20 11.5 H18 V20 H6 V11.5 H4 Z", "k M12 9.5 L15.5 17 H8.5 Z"],
    "stjerne": [
        "f M12 3.6 L14.5 9.2 L20.4 9.8 L16 13.8 L17.2 19.8 L12 16.8 L6.8 19.8 L8 13.8 L3.6 9.8 L9.5 9.2 Z"
    ],
    "sloejfe": [
        "s M9.4 9.4 H14.6 V14.6 H9.4 Z",
        "s O(7.2,7.2,2.2)",
        "s O(16.8,7.2,2.2)",
        "s O(7.2,16.8,2.2)",
        "s O(16.8,16.8,2.2)",
    ],
    # overnight
    "seng": [
        "s M4.6 6.5 V18.5",
        "s M4.6 15 H19.4 V18.5",
        "f M9.6 9.4 H17 A2.5 2.5 0 0 1 19.4 12 V13 H9.6 Z",
        "f O(7.2,11.2,1.5)",
    ],
    "shelter": ["b M4.8 11.5 L19 5.8", "s M7.5 11 V18.5 H18 V7", "s M10.5 15 H15"],
    "telt": ["f M12 4.5 L20.5 19.5 H3.5 Z", "k M12 11.5 L15.4 19.8 H8.6 Z"],
    "vogn": [
        "f M4 7 H16 A4 4 0 0 1 20 11 V16 H4 Z",
        "k M7 9.5 H12.5 V12.2 H7 Z",
        "f O(10,17.4,2.3)",
    ],
    "baalhytte": [
        "b M4.8 10.5 L12 4.8 L19.2 10.5",
        (
            "f M12.4 10 C12.6 12.6 16 13.6 16 16.6 A4 3.4 0 0 1 8 16.6 C8 14.8 9.2 14.2 9.6 12.6 "
            "C10.6 13.4 11.8 12.6 12.4 10 Z"
        ),
    ],
    # sport
    "loeber": [
        "f O(14.6,5.8,2.2)",
        "s M7 10.2 L12.5 9 L11.4 14 L15.2 16 V20",
        "s M11.4 14 L9.4 17 L5.5 18",
        "s M12.8 9.4 L15 12 L18.5 11.6",
    ],
    "haandvaegt": ["b M8 12 H16", "f M4.4 8 H8.4 V16 H4.4 Z", "f M15.6 8 H19.6 V16 H15.6 Z"],
    "bold": ["s O(12,12,7)", "f M12 8.4 L15.4 10.9 L14.1 14.9 H9.9 L8.6 10.9 Z"],
    "bassin": [
        "s M7.5 14 V7.2 A2 2 0 0 1 11.5 7.2",
        "s M14 14 V7.2 A2 2 0 0 1 18 7.2",
        "s M7.5 10.5 H14",
        f"s M4.5 18 {WAVE}",
    ],
    # culture
    "tempel": [
        "f M12 4 L20 9.4 H4 Z",
        "s M7 11.5 V16.2",
        "s M12 11.5 V16.2",
        "s M17 11.5 V16.2",
        "b M5 19 H19",
    ],
    "hus": ["f M12 4 L20.5 11.6 H18 V20 H6 V11.6 H3.5 Z", "k M10.3 20 V14 H13.7 V20 Z"],
    "dysse": [
        "f M4.5 7 L17.5 5 L20 9.4 L5 11 Z",
        "f M7 12.4 L10.2 12 L10.6 19.5 H6.4 Z",
        "f M14 11.8 L17.2 11.5 L18 19.5 H13.8 Z",
    ],
    "palet": [
        (
            "f M12 5 C7 5 3.8 8.2 3.8 12.2 C3.8 16.4 7.4 19 11 19 C13.6 19 11.8 15.6 13.8 14.8 "
            "C16 14 20.2 15.6 20.2 11.6 C20.2 7.6 16.6 5 12 5 Z"
        ),
        "k O(8,11.5,1.4)",
        "k O(11.6,8.6,1.4)",
        "k O(15.8,10,1.4)",
    ],
    # water
    "anker": [
        "s O(12,6,2)",
        "s M12 8 V19.4",
        "s M8.4 11.4 H15.6",
        "s M5 14 C5.8 17.8 9 19.4 12 19.4 C15 19.4 18.2 17.8 19 14",
    ],
    "kano": [
        "f M3.6 13.4 C8 15.6 16 15.6 20.4 13.4 L17.8 18 H6.2 Z",
        "f O(12,6.2,2.2)",
        "s M12 9.5 V13",
        "s M6 8.5 L18.4 12",
    ],
    "prik": ["f O(12,12,4)"],
    # activities
    "gaaende": [
        "f O(12.6,5.4,2.2)",
        "s M12.4 9 L11.4 14 L14.6 16.4 L15.4 20",
        "s M11.4 14 L10 17 L7.5 20",
        "s M12.4 9 L8.8 10.6 L8 13.6",
        "s M12.6 9.4 L15 12 L17 12.4",
    ],
    "kop": [
        "f M5 8.5 H16 V14 A4.5 4.5 0 0 1 11.5 18.5 H9.5 A4.5 4.5 0 0 1 5 14 Z",
        "s M16 10 H18 A1.8 1.8 0 0 1 18 14.4 H16",
        "s M8.5 4.4 V6",
        "s M12.5 4.4 V6",
    ],
    "hammer": ["f M6.5 5 H14 L18 8.4 L15.6 10 L13 9.4 H6.5 Z", "b M10.3 10 V19.4"],
    "node": ["f O(8,16.8,2.9)", "f O(16.4,15,2.9)", "s M10 16.5 V6.4 L18.4 4.6 V14.8"],
    "tavle": ["s M6 6.5 H18 V13.5 H6 Z", "s M12 14 V18.8", "s M9 18.8 H15", "s M9 10 H15"],
    "terning": [
        "f M6.5 5 H17.5 A1.5 1.5 0 0 1 19 6.5 V17.5 A1.5 1.5 0 0 1 17.5 19 H6.5 A1.5 1.5 0 0 1 5 17.5 V6.5 A1.5 1.5 0 0 1 6.5 5 Z",
        "k O(8.8,8.8,1.5)",
        "k O(15.2,8.8,1.5)",
        "k O(12,12,1.5)",
        "k O(8.8,15.2,1.5)",
        "k O(15.2,15.2,1.5)",
    ],
    "snak": [
        "f M4 5.5 H15 V12.5 H9.5 L6.5 15.5 V12.5 H4 Z",
        "f M17 9 H20 V16 H18 V19 L15 16 H10 V14.4 H17 Z",
    ],
    "skaerm": ["s M6 6.5 H18 V14 H6 Z", "s M12 14 V18.4", "s M9 18.6 H15"],
    "maane": ["f M15.5 4.6 A8 8 0 1 0 19.8 16.4 A7 7 0 0 1 15.5 4.6 Z"],
    "hjerte": [
        "f M12 19.8 C5 14.8 3.8 11.6 3.8 9.2 A4.2 4.2 0 0 1 12 7.6 A4.2 4.2 0 0 1 20.2 9.2 C20.2 11.6 19 14.8 12 19.8 Z"
    ],
}

# file in kort/: (plate, drawing). The plate of a facility is that of its group.
SYMBOLS: dict[str, tuple[str, str]] = {
    "moedested_fysisk": ("hus", "personer"),
    "moedested_digitalt": ("boble", "traadloes"),
    "moedested_viden": ("cirkel", "bog"),
    "moedested_begge": ("husboble", "person_traadloes"),
    "moedested_fysisk_tom": ("hus", "tom"),
    "moedested_digitalt_tom": ("boble", "tom"),
    "moedested_viden_tom": ("cirkel", "tom"),
    "moedested_begge_tom": ("husboble", "tom"),
    "udstyr_markoer": ("skilt", "tom"),
    "udstyr_kit": ("kuffert", "tom"),
    "baenk": ("kvadrat", "baenk"),
    "bordbaenk": ("kvadrat", "bordbaenk"),
    "forhindring": ("trekant", "udraab"),
}
FACILITIES = {
    "kvadrat": "praktisk wc baal gynge bad p hane info cykel hund tag krans bro vejviser rampe faerge",
    "cirkel": "gran trae oeje taarn fisk naturhus stjerne sloejfe",
    "ottekant": "seng shelter telt vogn baalhytte",
    "sekskant": "loeber haandvaegt bold bassin hestesko",
    "bue": "tempel hus dysse palet",
    "skrog": "anker kano",
    "rombe": "prik",
}
#: What one can count on at a moedested (list mst_facilitet), where no facility of the map has the same drawing.
AMENITIES = "koerestol gryde lyn wifi hjertestarter oere elevator kop snak hammer skaerm pusle lampe roegfri trae"
ACTIVITIES = "gaaende cykel loeber kop hammer trae node tavle terning snak bad bog skaerm maane hjerte stjerne"

# marks: laid over another symbol, or alone beside a text; drawn in param(fill) with a halo of param(outline)
MARKS: dict[str, list[str]] = {
    "livscyklus_ide": DRAWINGS["prikker"],
    "livscyklus_etablering": DRAWINGS["halv"],
    "livscyklus_aktiv": DRAWINGS["fuld"],
    "livscyklus_pause": DRAWINGS["pause"],
    "livscyklus_oploest": DRAWINGS["kryds"],
    "udstyr_foreslaaet": DRAWINGS["prikker"],
    "udstyr_bestilt": DRAWINGS["pil"],
    "udstyr_lager": DRAWINGS["hylde"],
    "udstyr_opsat": DRAWINGS["fuld"],
    "udstyr_mangler": DRAWINGS["udraab"],
    "udstyr_kasseret": DRAWINGS["kryds"],
    "synlig_kommune": ["f M4 10.5 H20 V21.5 H4 Z", "b M7.5 10 V7 A4.5 4.5 0 0 1 16.5 7 V10"],
    "synlig_myndighed": [
        "f M12 2.5 L20.5 5.5 V12 C20.5 16.6 17 19.6 12 21.8 C7 19.6 3.5 16.6 3.5 12 V5.5 Z",
        "k M7.4 10 H16.6 V13 H7.4 Z",
    ],
    "lukket": ["f O(12,12,9.5)", "k M6 10 H18 V14 H6 Z"],
    "status_kladde": ["f M3.5 20.5 L5.2 14 L15.5 3.6 L20.4 8.5 L10 18.8 Z"],
    "status_forslag": ["b M6.8 8 A5.2 5 0 1 1 13.6 12.6 Q12 13.2 12 15.4", "f O(12,20.4,2.2)"],
    "status_ophoert": ["s M3 3 L21 21", "s M21 3 L3 21"],
}

# buttons of the plugin: fixed colours that hold on light and dark QGIS themes. i = ink, a = accent, w = white
INK, ACCENT, WHITE = "#56697a", "#0072b2", "#ffffff"
BUTTONS: dict[str, list[str]] = {
    "moedested": [
        "fa M12 1 C6.5 1 2.5 5 2.5 10 C2.5 15.4 8 18 12 23 C16 18 21.5 15.4 21.5 10 C21.5 5 17.5 1 12 1 Z",
        "fw O(8.6,7.6,2)",
        "fw O(15.4,7.6,2)",
        "fw M5.2 14.4 V13 A3.4 3.2 0 0 1 11.4 11.4 V14.4 Z",
        "fw M12.6 14.4 V11.4 A3.4 3.2 0 0 1 18.8 13 V14.4 Z",
    ],
    "data": [
        "fa M3.5 5.5 A8.5 3.5 0 0 1 20.5 5.5 V18.5 A8.5 3.5 0 0 1 3.5 18.5 Z",
        "sw M3.5 6 A8.5 3.5 0 0 0 20.5 6",
        "sw M3.5 12.5 A8.5 3.5 0 0 0 20.5 12.5",
    ],
    "tegn": [
        "fa M2 22 L4 15 L15.5 3.5 A1.5 1.5 0 0 1 17.6 3.5 L20.5 6.4 A1.5 1.5 0 0 1 20.5 8.5 L9 20 Z",
        "sw M13.5 6 L18 10.5",
        "si M13 22 H22",
    ],
    "underlag": [
        "bi M2 19 C6 19 7 14 11 14",
        "ba M11 14 C15 14 16 9 22 9",
        "fi O(2.8,19,2.3)",
        "fa O(21.2,9,2.3)",
        "sa M11 10 V18",
    ],
    "rute": [
        "si M4 19 H13 A4 4 0 0 0 13 11 H9 A3.5 3.5 0 0 1 9 4 H17",
        "fa O(4,19,3)",
        "fa O(20,4.5,3)",
    ],
    "tilknyt": [
        "bi M7 17 L17 7",
        "fa O(6,18,5)",
        "fa O(18,6,5)",
        "fw O(6,18,1.8)",
        "fw O(18,6,1.8)",
    ],
    "luk": ["fa O(12,12,10)", "fw M5.5 10 H18.5 V14 H5.5 Z"],
    "oploes": [
        "si M12 2 L21 9 V21 H3 V9 Z",
        "ba M8 10 L16 18",
        "ba M16 10 L8 18",
    ],
    "kontrol": ["fi M5 3 H19 V23 H5 Z", "fa M9 1 H15 V5 H9 Z", "bw M8.5 14 L11.3 17 L16 10.5"],
    "udgiv": ["fi M3 15 H7 V19 H17 V15 H21 V23 H3 Z", "fa M12 1 L19 9 H14.5 V16 H9.5 V9 H5 Z"],
    "udskriv": [
        "fi M2 9 H22 V18 H2 Z",
        "fa M6 2 H18 V9 H6 Z",
        "fw M6 14 H18 V22.5 H6 Z",
        "sa M6 14 H18 V22 H6 Z",
        "sa M9 18 H15",
    ],
    "kortbilag": [
        "fi M3 1 H21 V23 H3 Z",
        "fw M5 3 H19 V17 H5 Z",
        "sa M5 13 L9 9 L13 12 L19 6",
        "fa O(13,7,2.2)",
        "sw M6 20 H18",
    ],
    "hjaelp": [
        "fa O(12,12,11)",
        "bw M8.4 9.4 A3.7 3.6 0 1 1 13.4 12.6 Q12 13.2 12 14.8",
        "fw O(12,18.4,1.8)",
    ],
    "indstillinger": [
        "bi M3 6 H21",
        "bi M3 12 H21",
        "bi M3 18 H21",
        "fa O(8,6,3)",
        "fa O(16,12,3)",
        "fa O(7,18,3)",
    ],
    "panel": [
        "fi M2 3 H22 V21 H2 Z",
        "fw M4 6 H13 V19 H4 Z",
        "fa M15 6 H20 V9 H15 Z",
        "fa M15 11 H20 V14 H15 Z",
        "fa M15 16 H20 V19 H15 Z",
    ],
}
FILL, OUTLINE = "param(fill) #0072b2", "param(outline) #ffffff"


def _d(path: str) -> str:
    """The path with every O(x,y,r) written as two arcs."""

    def circle(found: re.Match[str]) -> str:
        x, y, r = (float(v) for v in found.groups())
        return f"M{x - r:g} {y:g} a{r:g} {r:g} 0 1 0 {2 * r:g} 0 a{r:g} {r:g} 0 1 0 {-2 * r:g} 0 Z"

    return re.sub(r"O\(([\d.]+),([\d.]+),([\d.]+)\)", circle, path)


def _draw(drawing: list[str], ink: str, cut: str) -> str:
    lines = []
    for stroke in drawing:
        kind, path = stroke.split(" ", 1)
        if kind in "fk":
            colour = ink if kind == "f" else cut
            lines.append(f'<path d="{_d(path)}" fill="{colour}"/>')
        else:
            colour, width = (cut, 2) if kind == "c" else (ink, 3 if kind == "b" else 2)
            lines.append(f'<path d="{_d(path)}" stroke="{colour}" stroke-width="{width}"/>')
    return "\n".join(lines)


def symbol(plate: str, drawing: str) -> str:
    """A plate with a drawing on it."""
    body = (
        f'<path d="{_d(PLATES[plate])}" fill="{FILL}" stroke="{OUTLINE}" '
        'stroke-width="param(outline-width) 1.5"/>\n'
    )
    return HEAD + body + _draw(DRAWINGS[drawing], OUTLINE, FILL) + "\n</svg>\n"


def mark(drawing: list[str]) -> str:
    """A drawing alone with a halo, to be laid over another symbol."""
    halo = []
    for stroke in drawing:
        kind, path = stroke.split(" ", 1)
        if kind != "k":
            width = {"f": 4, "s": 6, "b": 7}[kind]
            halo.append(f'<path d="{_d(path)}" stroke="{OUTLINE}" stroke-width="{width}"/>')
    return HEAD + "\n".join(halo) + "\n" + _draw(drawing, FILL, OUTLINE) + "\n</svg>\n"


def button(drawing: list[str]) -> str:
    """A button of the plugin in its own colours."""
    colours = {"i": INK, "a": ACCENT, "w": WHITE}
    body = [_draw([f"{s[0]} {s[3:]}"], colours[s[1]], WHITE) for s in drawing]
    return HEAD + "\n".join(body) + "\n</svg>\n"


def pictures() -> dict[str, str]:
    """Every picture: path below resources/icons -> text of the SVG."""
    out = {f"kort/{name}.svg": symbol(*parts) for name, parts in SYMBOLS.items()}
    for plate, names in FACILITIES.items():
        out.update({f"kort/facilitet_{name}.svg": symbol(plate, name) for name in names.split()})
    out.update({f"kort/sted_{name}.svg": symbol("kvadrat", name) for name in AMENITIES.split()})
    out.update(
        {f"kort/aktivitet_{name}.svg": symbol("cirkel", name) for name in ACTIVITIES.split()}
    )
    out.update({f"kort/{name}.svg": mark(drawing) for name, drawing in MARKS.items()})
    out.update({f"{name}.svg": button(drawing) for name, drawing in BUTTONS.items()})
    return out


def main() -> int:
    """Write every picture below resources/icons, or below the folder given."""
    root = Path(__file__).resolve().parent.parent / "resources" / "icons"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else root
    for name, text in pictures().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))  # the same bytes on Windows
    return 0


if __name__ == "__main__":
    sys.exit(main())
