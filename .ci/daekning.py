# SPDX-License-Identifier: GPL-2.0-or-later
"""Says how much of each room the tests reach (docs/daekning.md), from what `make cov` measured.

Fails where `domain`, `store`, `sources` or `publishing` has a line or branch that no test reaches and nobody has given a
reason for. The reason stands in the code: `# pragma: no cover - why`, or `no branch` where only a way past is untried.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
MEASURED = ROOT / "build" / "coverage" / "cov.json"
DOCUMENT = ROOT / "docs" / "daekning.md"
PACKAGE = "moedested_plugin"
#: Rooms in which every branch is tested or has its reason.
WHOLE = ("domain", "store", "sources", "publishing")
REASON = re.compile(r"# pragma: no (cover|branch) - (\S.*)")

HEAD = """\
# Hvad prøverne når

Målt af `make cov` (alle prøver, både linjer og grene), og skrevet af den. Det, der kun køres i et program for sig – QGIS på skrivebordet, QGIS Server, udgivere, der slås ihjel – tælles ikke med, så tallene er for lave, især for `gui` og `plugin`.

I `domain`, `store`, `sources` og `publishing` skal enhver linje og gren enten være nået af en prøve eller have en grund i koden (`# pragma: no cover - …`). `make cov` nævner det, der mangler, og fejler så.

"""


def room(path: str) -> str:
    """Give the room of a module; the small ones beside the rooms are `bund`."""
    parts = Path(path).parts[1:]
    return parts[0] if len(parts) > 1 else "bund"


def unreached(files: Mapping[str, Any]) -> Iterator[str]:
    """Say what no test reaches in the rooms that must be whole."""
    for path, measured in sorted(files.items()):
        if room(path) in WHOLE:
            lines = measured["missing_lines"]
            yield from (f"{path}:{line}" for line in lines)
            yield from (
                f"{path}:{fra} -> {til if til > 0 else 'exit'}"
                for fra, til in measured["missing_branches"]
                if fra not in lines and til not in lines
            )


def reasons() -> list[tuple[str, str, str]]:
    """Give module, code and reason of everything that is excused."""
    found = []
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        for line in path.read_text("utf-8").splitlines():
            match = REASON.search(line)
            if match:
                code = line.partition("#")[0].strip().replace("|", "\\|")
                found.append((path.relative_to(ROOT / PACKAGE).as_posix(), code, match[2]))
    return found


def table(files: Mapping[str, Any]) -> Iterator[str]:
    """Give the figures of each room, and of all."""
    sums: dict[str, Counter[str]] = {}
    for path, measured in files.items():
        for name in (room(path), "i alt"):
            sums.setdefault(name, Counter()).update(
                {key: value for key, value in measured["summary"].items() if isinstance(value, int)}
            )
    yield "| rum | linjer | nået | grene | nået |"
    yield "| --- | --- | --- | --- | --- |"
    for name in (*sorted(set(sums) - {"i alt"}), "i alt"):
        each = sums[name]
        yield (
            f"| {name} | {each['num_statements']} | {_percent(each['covered_lines'], each['num_statements'])} "
            f"| {each['num_branches']} | {_percent(each['covered_branches'], each['num_branches'])} |"
        )


def _percent(part: int, whole: int) -> str:
    """Give a share in percent, rounded down: 100 is all of it."""
    return f"{100 * part // whole if whole else 100} %"


def rows() -> list[str]:
    """Give what is excused as rows of the page."""
    return [f"| `{module}` | `{code}` | {reason} |" for module, code, reason in reasons()]


def write(files: Mapping[str, Any]) -> str:
    """Give the page."""
    excused = ["## Det, der har en grund", "", "| modul | kode | grund |", "| --- | --- | --- |"]
    return HEAD + "\n".join([*table(files), "", *excused, *rows(), ""])


def main() -> int:
    """Write the document, and say what is left."""
    files = json.loads(MEASURED.read_text("utf-8"))["files"]
    DOCUMENT.write_text(write(files), encoding="utf-8")
    left = list(unreached(files))
    print("\n".join([*left, f"{DOCUMENT.relative_to(ROOT)}: {len(left)} without test or reason"]))
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
