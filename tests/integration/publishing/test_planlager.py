# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of a plan lie beside the program: as they were, found by number and by key, and no burden on the memory."""

from __future__ import annotations

import struct
import tracemalloc
import uuid
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from moedested_plugin.publishing.aendringer import Aendringer, Art, find_aendringer
from moedested_plugin.publishing.nye import Aftryk
from moedested_plugin.publishing.planlager import BUNDT, NY, UDE, Indhold, Planlager
from moedested_plugin.publishing.raekker import TABEL_AF_NAVN, TABELLER, Raekke, aftryk

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

STED = TABEL_AF_NAVN["facilitet_punkt"]
PUNKT = struct.pack("<BIdd", 1, 1, 650_000.5, 6_080_000.25)


def raekke(nr: int, **vaerdier: object) -> Raekke:
    hele = {"objekt_id": str(uuid.UUID(int=nr)), "navn": f"Bænk {nr}", "geometri": PUNKT} | vaerdier
    return tuple(hele.get(kolonne) for kolonne in STED.kolonner)  # type: ignore[misc]


def kort(raekker: Iterable[Raekke]) -> Aftryk:
    egne = {STED.noegle(r): (nr, aftryk(r)) for nr, r in enumerate(raekker, 1)}
    return {tabel.navn: {} for tabel in TABELLER} | {STED.navn: egne}


class Ude:
    """What is out there, kept in memory."""

    version, fil, skema, tekster = "1", None, "", ""
    kolonner: Mapping[str, tuple[str, ...]] = {t.navn: t.kolonner for t in TABELLER}

    def __init__(self, raekker: Iterable[Raekke]) -> None:
        self._raekker = {STED.noegle(r): r for r in raekker}

    def aftryk(self) -> Aftryk:
        return kort(self._raekker.values())

    def raekker(self, tabel: str, noegler: Collection[str]) -> dict[str, Raekke]:
        assert len(noegler) <= BUNDT, "some at a time"
        assert tabel == STED.navn or not noegler
        return {noegle: self._raekker[noegle] for noegle in noegler}


@pytest.mark.parametrize(
    "vaerdi", ["", "æ'\"\\\0\n😀", 0, -1, 2**62, 1.5, -0.0, 1e300, 3.0, None, "NULL", "1"]
)
def test_a_value_comes_out_as_it_went_in(vaerdi: object) -> None:
    lager, ind = Planlager(), raekke(1, navn=vaerdi)
    lager.skriv(NY, STED, [raekke(1, navn="the same row, before")])
    lager.skriv(NY, STED, [ind])
    ((noegle, ud),) = lager.hent(NY, STED, [STED.noegle(ind), "of nobody"])
    assert noegle == STED.noegle(ind)
    assert repr(ud) == repr(ind)
    assert [*lager.gennem(NY, STED)] == [ind]
    assert not [*lager.gennem(UDE, STED)]
    assert not [*lager.hent(UDE, STED, [noegle])]


def test_changes_are_found_by_number_over_pages_and_kinds() -> None:
    """Gone, changed, changed in nothing but its hash, the same, and new; the pages are not in step with the kinds."""
    n = BUNDT - 3
    foer = [raekke(nr) for nr in range(4 * n)]
    efter = [
        *(raekke(nr, navn=f"Ny bænk {nr}", geometri=None) for nr in range(n, 2 * n)),
        *(raekke(nr) for nr in range(2 * n, 4 * n)),
        *(raekke(nr, navn=None) for nr in range(4 * n, 5 * n)),
    ]
    nyt, ude = kort(efter), Ude(foer)
    for nr in range(2 * n, 3 * n):
        nyt[STED.navn][str(uuid.UUID(int=nr))] = (nr, "made in another way")
    lager = Planlager()
    lager.skriv(NY, STED, efter)
    alle = find_aendringer(lager, nyt, ude)
    assert [alle.antal(art) for art in Art] == [n, n, n]
    hele = [*alle]
    assert [a.art for a in hele] == [Art.TILFOEJET] * n + [Art.AENDRET] * n + [Art.FJERNET] * n
    for nr in (0, n - 1, n, 2 * n - 1, 2 * n, 3 * n - 1, -1):
        assert alle[nr] == hele[nr]
        assert alle.slags(nr) == (hele[nr].tabel, hele[nr].noegle and hele[nr].art, hele[nr].noegle)
        assert alle.navn(nr) == hele[nr].navn
    assert alle[n - 1 : n + 1] == hele[n - 1 : n + 1]
    assert [alle.navn(nr) for nr in range(len(alle))] == [a.navn for a in hele]
    ny, rettet, borte = hele[0], hele[n], hele[-1]
    assert ny.navn.startswith(f"{STED.visning.titel} 0000"), "it has no name"
    assert (ny.gammel, ny.ny) == (None, raekke(4 * n, navn=None))
    assert [(f.kolonne, f.gammel, f.ny) for f in rettet.felter] == [
        ("navn", f"Bænk {n}", f"Ny bænk {n}"),
        ("geometri", PUNKT, None),
    ]
    assert (borte.gammel, borte.ny, borte.geometri) == (raekke(n - 1), None, PUNKT)
    assert [*alle.af(Art.FJERNET)] == hele[2 * n :]
    for forkert in (3 * n, -3 * n - 1):
        with pytest.raises(IndexError):
            alle[forkert]
    assert (len(Aendringer()), [*Aendringer()]) == (0, [])


def test_contents_look_like_a_dictionary() -> None:
    lager, begge = Planlager(), [raekke(1), raekke(2)]
    lager.skriv(NY, STED, begge)
    valgt = STED.noegle(begge[1])
    indhold = Indhold(lager, STED, {valgt: None})
    assert (len(indhold), [*indhold], dict(indhold.items())) == (1, [valgt], {valgt: begge[1]})
    assert indhold == {valgt: begge[1]}
    assert indhold[valgt] == begge[1]
    assert STED.noegle(begge[0]) not in indhold
    with pytest.raises(KeyError):
        indhold[STED.noegle(begge[0])]


def test_a_plan_is_read_in_one_thread_while_another_goes_through_it() -> None:
    lager = Planlager()
    lager.skriv(NY, STED, (raekke(nr) for nr in range(3 * BUNDT)))
    noegler = {str(uuid.UUID(int=nr)): None for nr in range(3 * BUNDT)}

    def gaa_igennem() -> int:
        return sum(1 for _ in Indhold(lager, STED, noegler).items())

    def slaa_op() -> int:
        return sum(len([*lager.hent(NY, STED, [noegle])]) for noegle in noegler)

    with ThreadPoolExecutor(2) as traade:
        opgaver = [traade.submit(goer) for goer in (gaa_igennem, slaa_op)]
        assert [opgave.result() for opgave in opgaver] == [3 * BUNDT] * 2


def test_a_row_more_costs_its_key_and_not_itself(tmp_path: Path) -> None:
    antal, tekst = 20_000, "x" * 4_000

    def mange() -> Iterator[Raekke]:
        return (raekke(nr, navn=f"{nr} {tekst}") for nr in range(antal))

    nyt = kort(mange())
    lager = Planlager()
    tracemalloc.start()
    try:
        lager.skriv(NY, STED, mange())
        alle = find_aendringer(lager, nyt, None)
        with (tmp_path / "alle").open("w", encoding="utf-8") as fil:
            fil.writelines(aendring.navn for aendring in alle)
        assert alle[antal - 1].navn.endswith(tekst)
        assert sum(1 for _ in Indhold(lager, STED, nyt[STED.navn]).items()) == antal
        assert (tmp_path / "alle").stat().st_size > antal * len(tekst)
        _, hoejst = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert hoejst < antal * 1_000, "a quarter of what the rows are"
