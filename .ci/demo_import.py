# SPDX-License-Identifier: GPL-2.0-or-later
"""The two steps of the demo's import that are not the plugin's: a colleague's edit, and the preview in words.

usage: .ci/demo_import.py ret STORE     (edit what the source will change as well: a conflict)
       .ci/demo_import.py vis REPORT    (print the preview that `importsource` wrote)
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

KINDS = {
    "ny": "Nye",
    "aendret": "Ændrede",
    "flyttet": "Flyttede",
    "konflikt": "Konflikter",
    "ligner": "Ligner en, vi har",
    "borte": "Borte hos kilden",
    "afvist": "Afviste",
}
NAME = "Bålpladsen i lunden"


def edit(store_path: str, by: str = "demo") -> None:
    """Change a name that the next delivery changes too."""
    from moedested_plugin.store import aabn

    with aabn(store_path) as store:
        row = next(row for row in store.raekker("facilitet_punkt") if row["navn"] == NAME)
        with store.skriv("rettelse", by) as writer:
            writer.ret("facilitet_punkt", str(row["objekt_id"]), {"navn": "Bålpladsen, Lunden 4"})


def show(report: str) -> None:
    """Each kind with its rows, as the dock shows them."""
    plan = json.loads(Path(report).read_text("utf-8"))
    print(f"Forhåndsvisning: {plan['modtaget']} rækker fra {plan['kilde']} ({plan['lag']})")
    for kind, title in KINDS.items():
        rows = [row for row in plan["raekker"] if row["art"] == kind]
        if rows:
            print(f"  {title}: {len(rows)}")
        for row in rows:
            print(f"    - {row.get('navn') or row.get('type') or 'Uden navn'}{why(row)}")
    print(f"  Uændrede: {plan['antal']['UNCHANGED']}")


def why(row: dict[str, Any]) -> str:
    """What is said of one row: its reason, or from what to what."""
    if row.get("grund"):
        return f": {row['grund']}"
    if row["art"] == "ny":
        return ""
    changes = [
        f"{field['felt']} {field['fra']} → {field['til']}"
        + (f" (sidst modtaget: {field['sidst']})" if field["konflikt"] else "")
        for field in row["felter"]
    ]
    return f": {'; '.join(changes)}"


if __name__ == "__main__":
    STEPS: dict[str, Callable[[str], None]] = {"ret": edit, "vis": show}
    STEPS[sys.argv[1]](sys.argv[2])
