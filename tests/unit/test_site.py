# SPDX-License-Identifier: GPL-2.0-or-later
"""The site has every page of docs/, and no link in any of them leads nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import site_docs


def test_every_page_is_there_and_every_link_leads_somewhere(tmp_path: Path) -> None:
    written = {
        path.relative_to(site_docs.ROOT).as_posix() for path in site_docs.ROOT.glob("docs/*.md")
    }
    assert written <= set(site_docs.PAGES), "a line in .ci/site_docs.py"
    files = site_docs.build(tmp_path / "ude på nettet")
    assert {"index.html", "docs/drift.html", "docs/billeder/hovedvindue.png"} <= set(files)
    for name in files:
        page = tmp_path / "ude på nettet" / name
        if page.suffix != ".html":
            continue
        for link in re.findall(r'(?:href|src)="([^"]+)"', page.read_text("utf-8")):
            target, _, anchor = link.partition("#")
            if "://" in link or link.startswith("mailto:"):
                continue
            there = (page.parent / target) if target else page
            assert there.is_file(), f"{name}: {link}"
            assert not anchor or f'id="{anchor}"' in there.read_text("utf-8"), f"{name}: {link}"


@pytest.mark.parametrize("dead", ["docs/findes-ikke.md", "docs/drift.md#findes-ikke", "docs"])
def test_a_link_that_leads_nowhere_stops_it(
    dead: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "README.md").write_text(f"# Æ\n\n[her]({dead})\n", "utf-8")
    (tmp_path / "docs" / "drift.md").write_text("# Drift\n\n[op](../README.md#æ)\n", "utf-8")
    monkeypatch.setattr(site_docs, "ROOT", tmp_path)
    monkeypatch.setattr(site_docs, "PAGES", {"README.md": "Æ", "docs/drift.md": "Drift"})
    with pytest.raises(site_docs.DeadLinkError, match=dead):
        site_docs.build(tmp_path / "ud")
