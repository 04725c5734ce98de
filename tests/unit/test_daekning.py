# SPDX-License-Identifier: GPL-2.0-or-later
"""What no test reaches has its reason in the code, and the page on it names each; the figures are those of `make cov`."""

from __future__ import annotations

import daekning


def test_what_is_excused_has_a_reason_and_stands_on_the_page() -> None:
    excused = [
        f"{path.name}:{number}"
        for path in (daekning.ROOT / daekning.PACKAGE).rglob("*.py")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if "pragma: no" in line and not daekning.REASON.search(line)
    ]
    assert excused == [], "write why: # pragma: no cover - why"
    page = daekning.DOCUMENT.read_text("utf-8")
    listed = [line for line in page.partition("## Det")[2].splitlines() if line.startswith("| `")]
    assert listed == daekning.rows(), "kør `make cov`, eller ret listen"


def test_what_is_left_is_said() -> None:
    summary = dict.fromkeys(
        ("num_statements", "covered_lines", "num_branches", "covered_branches"), 2
    )
    measured = {
        "missing_lines": [7],
        "missing_branches": [[5, 7], [8, 9], [9, -3]],
        "summary": summary,
    }
    files = {
        "moedested_plugin/store/a.py": measured,
        "moedested_plugin/gui/b.py": measured,
        "moedested_plugin/log.py": {**measured, "summary": {**summary, "covered_lines": 1}},
    }
    assert list(daekning.unreached(files)) == [
        "moedested_plugin/store/a.py:7",
        "moedested_plugin/store/a.py:8 -> 9",
        "moedested_plugin/store/a.py:9 -> exit",
    ]
    assert list(daekning.table(files))[2:] == [
        "| bund | 2 | 50 % | 2 | 100 % |",
        "| gui | 2 | 100 % | 2 | 100 % |",
        "| store | 2 | 100 % | 2 | 100 % |",
        "| i alt | 6 | 83 % | 6 | 100 % |",
    ]
