# SPDX-License-Identifier: GPL-2.0-or-later
"""What the stretches of a route say together, and the text of a GPX file."""

from __future__ import annotations

import pytest

from moedested_plugin.domain.gpx import Gpxsted, gpx, web_adresse
from moedested_plugin.domain.underlag_langs import (
    LAAGE,
    TRAPPE,
    UKENDT,
    Stykke,
    andele,
    daarligste,
    daekkende,
    laengste_uden,
)


def test_what_no_stretch_covers_is_unknown_and_nothing_is_counted_twice() -> None:
    stykker = daekkende([Stykke(200, 500, 4), Stykke(0.4, 100, 1), Stykke(400, 450, 6)], 600.3)
    assert [(s.fra, s.til, s.underlag) for s in stykker] == [
        (0.0, 100, 1), (100, 200, UKENDT), (200, 500, 4), (500, 600.3, UKENDT),
    ]  # fmt: skip
    assert list(andele(stykker)) == [4, 1, UKENDT]
    assert sum(andele(stykker).values()) == pytest.approx(600.3)
    assert daekkende([], 50) == [Stykke(0.0, 50)]
    # the last metre that rounding left belongs to the last piece, one beyond the end does not
    assert daekkende([Stykke(0, 99.5, 1), Stykke(700, 800, 3)], 100) == [Stykke(0, 100, 1)]


@pytest.mark.parametrize(
    ("bedre", "vaerre"),
    [
        (Stykke(0, 1, 8), Stykke(0, 1, 1, forhindring=TRAPPE)),
        (Stykke(0, 1, 8), Stykke(0, 1, 1, bredde=0.89)),
        (Stykke(0, 1, 1, bredde=0.5), Stykke(0, 1, 1, forhindring=LAAGE)),
        (Stykke(0, 1, 7, bredde=0.9), Stykke(0, 1, 8)),
        *((Stykke(0, 1, a), Stykke(0, 1, b)) for a, b in zip((7, 6, 4, 2, 3, 5, 1), (8, 7, 6, 4, 2, 3, 5))),
        (Stykke(0, 100, UKENDT), Stykke(0, 1, 1)),
        (Stykke(0, 100, 98), Stykke(0, 1, 1)),
        (Stykke(0, 10, 4), Stykke(0, 11, 4)),
        # a road crossing is no worse than what one walks on
        (Stykke(0, 1, 1, forhindring=4), Stykke(0, 1, 5)),
    ],
)  # fmt: skip
def test_the_worst_is_ranked_as_the_data_model_says(bedre: Stykke, vaerre: Stykke) -> None:
    langt = 500.0
    flyttet = Stykke(
        langt, langt + vaerre.laengde, vaerre.underlag, vaerre.bredde, vaerre.forhindring
    )
    mellem = Stykke(200, langt, UKENDT)
    assert daarligste([bedre, mellem, flyttet]) == flyttet


def test_neighbours_that_are_bad_alike_are_one_and_nobody_knows_the_unknown() -> None:
    smalle = [Stykke(0, 100, 1, 0.8), Stykke(100, 300, 7, 0.6), Stykke(300, 500, 7)]
    assert daarligste(smalle) == Stykke(0, 300, UKENDT, 0.6)
    assert daarligste([Stykke(0, 100, 4), Stykke(100, 150, 4)]) == Stykke(0, 150, 4)
    assert daarligste([Stykke(0, 100, UKENDT)]) is None


def test_the_longest_way_without_something() -> None:
    assert laengste_uden([], 900) == (0.0, 900)
    assert laengste_uden([100, 850, 300], 900) == (300, 850)
    assert laengste_uden([100, 300], 900) == (300, 900)
    assert laengste_uden([100, 300], 900, rund=True) == (300, 1000)
    assert laengste_uden([400], 900, rund=True) == (400, 1300)


def test_gpx_is_escaped_and_keeps_gaps_as_gaps() -> None:
    spor = Gpxsted('Å & "<b>"\x02', "To\nlinjer", "https://x.dk/?a=1&b=<2>", "Vandrerute", True,
                   (((11.5, 54.5), (11.6, 54.6)), ((11.7, 54.7),)))  # fmt: skip
    sted = Gpxsted("Bænk", None, None, None, False, (((11.8, 54.8),), ((11.9, 54.9),)))
    tekst = gpx([spor, sted])
    assert tekst.index("<wpt") < tekst.index("<trk>")
    assert "<name>Å &amp; &quot;&lt;b&gt;&quot;</name>" in tekst
    assert 'href="https://x.dk/?a=1&amp;b=&lt;2&gt;"' in tekst
    assert tekst.count("<trkseg>") == 2
    assert "<name>Bænk (1)</name>" in tekst
    assert '<trkpt lat="54.5000000" lon="11.5000000"/>' in tekst
    assert "\x02" not in tekst
    assert web_adresse("havnen.dk") is web_adresse(None) is None
