# SPDX-License-Identifier: GPL-2.0-or-later
"""Text that is only text: HTML, entities, links and control characters."""

from __future__ import annotations

from pathlib import Path

import pytest

from moedested_plugin.sources import tekst
from moedested_plugin.sources.laes import laes
from moedested_plugin.sources.laest import Kilde


@pytest.mark.parametrize(
    ("fra", "til"),
    [
        ("Bænk & bord < 3 m", "Bænk & bord < 3 m"),
        ("Bed &amp; Breakfast", "Bed & Breakfast"),
        ("<p>Et <b>sted</b></p><p>ved&nbsp;søen</p>", "Et sted\n\nved søen"),
        ('Se <a href="https://x.dk/a">siden</a>.', "Se siden (https://x.dk/a)."),
        ('<a href="https://x.dk">https://x.dk/</a>', "https://x.dk/"),
        ('<a href="mailto:a@x.dk">Skriv</a>', "Skriv (a@x.dk)"),
        ('<a href="javascript:alert(1)">Klik</a>', "Klik"),
        ("a<script>alert(1)</script>b", "ab"),
        ("a<style>p{}</style>b<iframe src=x>c</iframe>d", "abd"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;x", "x"),
        ("&amp;lt;b&amp;gt;x&amp;lt;/b&amp;gt;", "x"),
        ("<ul><li>a</li><li>b</li></ul>", "– a\n\n– b"),
        ("a<br/>b\r\nc", "a\nb\nc"),
        ("a\x00\x07\u202eb\u200b", "ab"),
        ("A\u030angstrøm", "Ångstrøm"),
        ("=1+1", "=1+1"),
        ("<<b>script>alert(1)<</b>/script>", None),
        ("   ", None),
        ("<p></p>", None),
    ],
)
def test_what_is_left_of_a_text(fra: str, til: str | None) -> None:
    assert tekst.rens(fra) == til


@pytest.mark.parametrize("dybde", range(1, 9))
def test_no_depth_of_encoding_leaves_a_tag(dybde: int) -> None:
    import html

    ondt = "<img src=x onerror=alert(1)>"
    for _ in range(dybde):
        ondt = html.escape(ondt)
    assert "<img" not in (tekst.rens(ondt) or "")


def test_only_dirty_rows_are_changed(tmp_path: Path) -> None:
    sti = tmp_path / "a.csv"
    sti.write_text('navn;note\n" Bænk ";"<b>fin</b>"\nBord – rundt;a & b\nSten;\n', "utf-8")
    with laes(Kilde(str(sti))) as laest:
        assert [tuple(raa.vaerdier.values()) for raa in laest.raekker()] == [
            ("Bænk", "fin"), ("Bord – rundt", "a & b"), ("Sten", None)
        ]  # fmt: skip
        assert laest.bemaerkninger == ("1 række havde HTML i teksten, som er gjort til ren tekst.",)


def test_one_is_not_told_as_many(tmp_path: Path) -> None:
    fil = tmp_path / "a.csv"
    for numre, ventet in (
        ("1 1 2", "Én værdi i id står i flere rækker: 1 (1, 2)."),
        ("1 1 2 2", "2 værdier i id står i flere rækker, for eksempel 1 (1, 2); 2 (3, 4)."),
    ):
        fil.write_text("id;navn\n" + "".join(f"{nr};x\n" for nr in numre.split()), "utf-8")
        with laes(Kilde(str(fil))) as kilde:
            assert ventet in kilde.bemaerkninger
