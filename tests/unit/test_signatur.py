# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import csv
import importlib.util
import itertools
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from moedested_plugin.domain import kodelister
from moedested_plugin.domain.farve import BLAA, BRUN, GRAA, GROEN, HVID, ROED
from moedested_plugin.domain.signatur import (
    NAER,
    PRIK,
    Flade,
    Linje,
    Punkt,
    Signatur,
    Skala,
    Tegn,
    Valg,
)
from moedested_plugin.domain.signaturer import (
    AKTIVITETER,
    MST_FACILITETER,
    SIGNATURER,
    piktogram,
)

ROOT = Path(__file__).resolve().parents[2]
ICONS = ROOT / "resources" / "icons"
BACKGROUNDS = {"land": "#f4f1ea", "paper": "#ffffff", "water": "#e3edf3"}

# Colour: sRGB, CIE Lab (D65), CIEDE2000, and Machado, Oliveira, Fernandes 2009 at full severity ---------

Triple = tuple[float, float, float]
BLIND = {
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}


def linear(colour: str) -> Triple:
    r, g, b = (
        v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4
        for v in (c / 255 for c in bytes.fromhex(colour[1:]))
    )
    return r, g, b


def seen(colour: str, eyes: str) -> Triple:
    rgb = linear(colour)
    r, g, b = (min(1.0, max(0.0, sum(m * c for m, c in zip(row, rgb)))) for row in BLIND[eyes])
    return r, g, b


def luminance(rgb: Triple) -> float:
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def lab(rgb: Triple) -> Triple:
    r, g, b = rgb
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
    )
    x, y, z = (v ** (1 / 3) if v > 216 / 24389 else (24389 / 27 * v + 16) / 116 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def delta_e(one: Triple, two: Triple) -> float:
    """Give CIEDE2000 of two Lab colours (Sharma, Wu, Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = one, two
    c7 = ((math.hypot(a1, b1) + math.hypot(a2, b2)) / 2) ** 7
    g = 0.5 * (1 - math.sqrt(c7 / (c7 + 25**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = math.degrees(math.atan2(b1, a1)) % 360, math.degrees(math.atan2(b2, a2)) % 360
    dh = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    dl, dc, big_dh = l2 - l1, c2 - c1, 2 * math.sqrt(c1 * c2) * math.sin(math.radians(dh / 2))
    lm, cm = (l1 + l2) / 2, (c1 + c2) / 2
    hm = h1 + h2 if c1 * c2 == 0 else (h1 + dh / 2) % 360
    t = (
        1
        - 0.17 * math.cos(math.radians(hm - 30))
        + 0.24 * math.cos(math.radians(2 * hm))
        + 0.32 * math.cos(math.radians(3 * hm + 6))
        - 0.20 * math.cos(math.radians(4 * hm - 63))
    )
    sl = 1 + 0.015 * (lm - 50) ** 2 / math.sqrt(20 + (lm - 50) ** 2)
    sc, sh = 1 + 0.045 * cm, 1 + 0.015 * cm * t
    rc = 2 * math.sqrt(cm**7 / (cm**7 + 25**7))
    rt = -rc * math.sin(math.radians(60 * math.exp(-(((hm - 275) / 25) ** 2))))
    return math.sqrt(
        (dl / sl) ** 2 + (dc / sc) ** 2 + (big_dh / sh) ** 2 + rt * (dc / sc) * (big_dh / sh)
    )


def contrast(one: str, two: str) -> float:
    dark, light = sorted(luminance(linear(c)) for c in (one, two))
    return (light + 0.05) / (dark + 0.05)


def blind_distance(one: str, two: str) -> float:
    return min(delta_e(lab(seen(one, eyes)), lab(seen(two, eyes))) for eyes in BLIND)


def grey_distance(one: str, two: str) -> float:
    return abs(lab(linear(one))[0] - lab(linear(two))[0])


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [  # from the test data of Sharma, Wu, Dalal
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (50.0, 0.0, -2.5), 4.3065),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_ciede2000_gives_the_published_values(one: Triple, two: Triple, expected: float) -> None:
    assert delta_e(one, two) == pytest.approx(expected, abs=1e-4)


def test_contrast_and_blindness_give_known_values() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert blind_distance("#ff0000", "#ff0000") == 0
    assert blind_distance("#808080", "#ffffff") > 30
    assert (
        blind_distance("#c0504d", "#7f8f3f")
        < 12
        < delta_e(lab(linear("#c0504d")), lab(linear("#7f8f3f")))
    )


# What is told apart by what ---------------------------------------------------------------------------


def colour_of(tegn: Tegn) -> str:
    """Give the colour that carries a sign: the plate, the line, the outline of an area."""
    if isinstance(tegn, Flade):
        return tegn.kant or (tegn.maerke or Punkt("", HVID, 0)).farve
    if isinstance(tegn, Linje) and tegn.maerke is not None:
        return tegn.maerke.farve  # what line it has is the white core that hollows out a route
    return tegn.farve


def other_dashes(one: tuple[float, ...], two: tuple[float, ...]) -> bool:
    """Whether two dash patterns look different: another rhythm, or parts of clearly other length."""
    if len(one) != len(two):
        return True
    return any(abs(a - b) >= 0.4 and max(a, b) >= 1.25 * min(a, b) for a, b in zip(one, two))


def other_shape(one: Tegn, two: Tegn) -> bool:
    if isinstance(one, Punkt) and isinstance(two, Punkt):
        return (one.piktogram, one.firkant) != (two.piktogram, two.firkant)
    if isinstance(one, Linje) and isinstance(two, Linje):
        return (
            core(one) != core(two)
            or bool(one.farve) != bool(two.farve)
            or other_dashes(one.streg, two.streg)
            or other_mark(one.maerke, two.maerke)
        )
    if isinstance(one, Flade) and isinstance(two, Flade):
        return (
            bool(one.skravering) != bool(two.skravering)
            or bool(one.kant) != bool(two.kant)
            or other_dashes(one.streg, two.streg)
            or other_mark(one.maerke, two.maerke)
        )
    return True


def core(linje: Linje) -> str:
    if not linje.kerne:
        return ""
    return "thread" if linje.kerne == linje.farve else "rails"


def other_mark(one: Punkt | None, two: Punkt | None) -> bool:
    return (one and one.piktogram) != (two and two.piktogram)


def told_apart(one: Tegn, two: Tegn) -> bool:
    if other_shape(one, two):
        return True
    a, b = colour_of(one), colour_of(two)
    return blind_distance(a, b) >= 12 and grey_distance(a, b) >= 15


def with_scale(signaturer: tuple[Signatur, ...], band: Skala) -> Iterator[tuple[Sign, Skala]]:
    for signatur in signaturer:
        own = signatur.skala
        til = min(own.til or math.inf, band.til or math.inf)
        here = Skala(max(own.fra, band.fra), 0 if til == math.inf else int(til))
        if signatur.tegn is not None:
            yield Sign(signatur.noegle, signatur.tegn, signatur.valg), here
        yield from with_scale(signatur.under, here)


@dataclass(frozen=True)
class Sign:
    """A signature that is drawn."""

    noegle: str
    tegn: Tegn
    valg: tuple[Valg, ...]


ALL = [
    (rolle, signatur, skala)
    for rolle, signaturer in SIGNATURER.items()
    for signatur, skala in with_scale(signaturer, Skala())
]
#: Laid over another sign in every layer alike, so the same mark means the same in two layers.
LAID_OVER = re.compile(r"^(status_|synlig_|lukket|livscyklus_)")


def meet(one: Skala, two: Skala) -> bool:
    return (not one.til or two.fra < one.til) and (not two.til or one.fra < two.til)


def test_every_pair_that_can_meet_is_told_apart() -> None:
    pairs, alike = 0, []
    for (r1, s1, b1), (r2, s2, b2) in itertools.combinations(ALL, 2):
        same_meaning = r1 != r2 and s1.noegle == s2.noegle and LAID_OVER.match(s1.noegle)
        if type(s1.tegn) is not type(s2.tegn) or not meet(b1, b2) or same_meaning:
            continue
        pairs += 1
        if not told_apart(s1.tegn, s2.tegn):
            alike.append(f"{r1}/{s1.noegle} looks like {r2}/{s2.noegle}")
    assert alike == []
    assert pairs > 3000


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param(Linje(ROED, 1, (2.0, 1.0)), Linje(ROED, 1, (2.1, 1.0)), id="dashes too alike"),
        pytest.param(Linje("#c0504d", 1), Linje("#7f8f3f", 1), id="red and green of one lightness"),
        pytest.param(Linje(BLAA, 1), Linje(GRAA, 1), id="one grey"),
        pytest.param(Punkt("", BRUN, 2), Punkt("", GRAA, 2), id="dots of one grey"),
        pytest.param(Flade(HVID, GROEN), Flade(HVID, ROED), id="outlines of one grey"),
    ],
)
def test_signs_that_look_alike_are_caught(one: Tegn, two: Tegn) -> None:
    assert not told_apart(one, two)


def test_every_sign_has_contrast_to_every_background() -> None:
    for rolle, signatur, _ in ALL:
        tegn = signatur.tegn
        colours = [tegn.farve, tegn.kant] if isinstance(tegn, Punkt) else [colour_of(tegn)]
        for name, background in BACKGROUNDS.items():
            best = max(contrast(c, background) for c in colours)
            assert best >= 3, f"{rolle}/{signatur.noegle} on {name}: {best:.2f}"


def points() -> Iterator[Punkt]:
    for _, signatur, _ in ALL:
        tegn = signatur.tegn
        maerke = tegn if isinstance(tegn, Punkt) else tegn.maerke
        if maerke is not None:
            yield maerke


def test_every_drawing_has_contrast_to_its_plate() -> None:
    for punkt in points():
        assert contrast(punkt.farve, punkt.kant) >= 3, punkt


def test_the_core_of_a_line_has_contrast_to_its_rails() -> None:
    cores = [s.tegn for _, s, _ in ALL if isinstance(s.tegn, Linje) and core(s.tegn) == "rails"]
    assert len(cores) == 3
    for linje in cores:
        assert contrast(linje.farve, linje.kerne) >= 3
        assert linje.kerne_mm < linje.mm


# Codes ------------------------------------------------------------------------------------------------


def codes(liste: str) -> dict[int, str]:
    path = ROOT / "resources" / "geofa" / "kodelister" / f"{liste}.csv"
    if path.exists():
        with path.open(encoding="utf-8-sig", newline="") as file:
            return {int(row["kode"]): row["navn"] for row in csv.DictReader(file)}
    return {k.kode: k.navn for k in kodelister.LOKALE_LISTER[liste]}


def has(valg: Valg, kode: int) -> bool:
    low, high = valg.interval or (1, 0)
    return kode in valg.koder or low <= kode <= high


def signs(signaturer: tuple[Signatur, ...], felt: str, kode: int) -> list[Signatur]:
    """Give the leaves a row with this code is drawn by, as the renderer picks them."""
    found = []
    for signatur in signaturer:
        about = [v for v in signatur.valg if v.felt == felt]
        if not signatur.ellers and all(has(v, kode) for v in about):
            found.append((signatur, bool(about)))
    if not any(about for _, about in found):
        found += [(s, True) for s in signaturer if s.ellers]
    out = []
    for signatur, _ in found:
        if signatur.under:
            out += signs(signatur.under, felt, kode)
        elif signatur.ellers or any(v.felt == felt for v in signatur.valg):
            out.append(signatur)
    return out


def types_of(rolle: str) -> tuple[Signatur, ...]:
    return tuple(s for s in SIGNATURER[rolle] if s.noegle != "afstand")


def test_every_facility_type_has_one_sign_where_its_geometry_belongs() -> None:
    for kode in codes("d_5800_facilitet"):
        if str(kode)[-1] in "12" and kode not in (1371, 1201):
            assert len(signs(types_of("facilitet"), "facil_ty_k", kode)) == 1, kode
        if str(kode)[-1] in "13":
            assert len(signs(types_of("omraade"), "facil_ty_k", kode)) == 1, kode
    for kode in (1371, 1201):
        assert len(signs(types_of("baenk"), "facil_ty_k", kode)) == 1, kode
    assert [s.noegle for s in signs(types_of("facilitet"), "facil_ty_k", 1012)] == ["wc"]
    assert [s.noegle for s in signs(types_of("facilitet"), "facil_ty_k", 4091)] == ["sport_andet"]
    assert [s.noegle for s in signs(types_of("facilitet"), "facil_ty_k", 9991)] == ["andet"]


def test_every_code_named_by_a_sign_is_in_its_list() -> None:
    lists = {
        "facil_ty_k": "d_5800_facilitet",
        "rute_ty_k": "d_5802_rutetype",
        "statuskode": "d_basis_status",
        "off_kode": "d_basis_offentlig",
        "form_k": "moedested_form",
        "livscyklus_k": "livscyklus",
        "underlag_k": "underlag",
        "udstyr_status_k": "udstyr_status",
        "type_k": "udstyr_type",
    }
    for _, signatur, _ in ALL:
        for valg in signatur.valg:
            assert set(valg.koder) <= set(codes(lists[valg.felt])), (signatur.noegle, valg)


def test_every_route_type_has_one_sign_in_one_layer() -> None:
    own = {"vandrerute": (2, 5, 6, 11), "cykelrute": (3,), "koererute": (13,)}
    for kode in codes("d_5802_rutetype"):
        rolle = next((r for r, koder in own.items() if kode in koder), "andenrute")
        assert len(signs(types_of(rolle), "rute_ty_k", kode)) == 1, kode


@pytest.mark.parametrize(
    ("rolle", "felt", "liste"),
    [
        ("straekning", "underlag_k", "underlag"),
        ("moedested", "form_k", "moedested_form"),
        ("moedested", "livscyklus_k", "livscyklus"),
        ("udstyr", "udstyr_status_k", "udstyr_status"),
        ("udstyr", "type_k", "udstyr_type"),
    ],
)
def test_every_code_of_a_local_list_is_drawn(rolle: str, felt: str, liste: str) -> None:
    drawn = {
        k for s in all_nodes(SIGNATURER[rolle]) for v in s.valg if v.felt == felt for k in v.koder
    }
    missing = set(codes(liste)) - drawn
    assert not missing


def all_nodes(signaturer: tuple[Signatur, ...]) -> Iterator[Signatur]:
    for signatur in signaturer:
        yield signatur
        yield from all_nodes(signatur.under)


@pytest.mark.parametrize(
    ("tegn", "liste"), [(AKTIVITETER, "aktivitetstype"), (MST_FACILITETER, "mst_facilitet")]
)
def test_every_code_has_one_pictogram(tegn: dict[str, tuple[int, ...]], liste: str) -> None:
    drawn = [kode for koder in tegn.values() for kode in koder]
    assert sorted(drawn) == sorted(codes(liste))


def test_what_a_municipality_adds_has_a_pictogram_too() -> None:
    assert piktogram(MST_FACILITETER, 1, "facilitet_praktisk") == "facilitet_wc"
    assert piktogram(MST_FACILITETER, 101, "facilitet_praktisk") == "facilitet_praktisk"


def test_a_publication_has_no_draft_and_no_lock() -> None:
    def public(signaturer: tuple[Signatur, ...]) -> Iterator[str]:
        for signatur in signaturer:
            if signatur.offentlig:
                yield signatur.noegle
                yield from public(signatur.under)

    shown = {key for signaturer in SIGNATURER.values() for key in public(signaturer)}
    assert {"fysisk", "livscyklus_pause", "lukket", "markoer", "wc"} <= shown
    for never in ("livscyklus_ide", "livscyklus_oploest", "synlig_kommune", "status_kladde", "kit"):
        assert never not in shown


def test_keys_are_unique_among_sisters_and_texts_are_there() -> None:
    def check(signaturer: tuple[Signatur, ...]) -> None:
        keys = [s.noegle for s in signaturer]
        assert len(keys) == len(set(keys)), keys
        for signatur in signaturer:
            assert signatur.tekst[0].isupper(), signatur
            assert (signatur.tegn is None) == bool(signatur.under), signatur
            check(signatur.under)

    for signaturer in SIGNATURER.values():
        check(signaturer)


def test_dots_give_way_to_pictograms_without_a_gap() -> None:
    assert PRIK.fra == NAER.til
    for rolle in ("facilitet", "baenk"):
        bands = {s.noegle: s.skala for s in SIGNATURER[rolle]}
        assert bands["prik"] == PRIK
        assert bands["typer" if rolle == "facilitet" else "baenk"] == NAER


# Pictograms -------------------------------------------------------------------------------------------


def test_every_pictogram_is_there_and_every_file_is_used() -> None:
    used = {p.piktogram for p in points() if p.piktogram} | {*AKTIVITETER, *MST_FACILITETER}
    files = {path.stem for path in (ICONS / "kort").glob("*.svg")}
    assert used - files == set()
    # a full disc says active and set up where there is no symbol to fill: in lists and panels
    assert files - used == {"livscyklus_aktiv", "udstyr_opsat"}


def test_no_two_pictograms_of_the_map_are_the_same_picture() -> None:
    seen_before: dict[str, str] = {}
    for path in sorted((ICONS / "kort").glob("*.svg")):
        # a lifecycle and the state of equipment stand in different frames
        kind = path.stem.split("_", 1)[0]
        text = kind + path.read_text(encoding="utf-8")
        assert text not in seen_before, (path.name, seen_before.get(text))
        seen_before[text] = path.name


def test_pictograms_have_one_grid_parameters_and_a_licence() -> None:
    for path in (ICONS / "kort").glob("*.svg"):
        text = path.read_text(encoding="utf-8")
        assert 'viewBox="0 0 24 24"' in text
        assert "SPDX-License-Identifier: CC0-1.0" in text
        assert "param(fill)" in text
        assert "param(outline)" in text
        assert set(re.findall(r'stroke-width="(?!param)([\d.]+)"', text)) <= {
            "2",
            "3",
            "4",
            "6",
            "7",
        }
        assert "opacity" not in text


@pytest.fixture(name="drawings")
def drawings_fixture() -> ModuleType:
    spec = importlib.util.spec_from_file_location("icons", ROOT / ".ci" / "icons.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_files_are_what_the_drawings_make(drawings: ModuleType) -> None:
    made = drawings.pictures()
    for name, text in made.items():
        assert (ICONS / name).read_bytes().decode("utf-8") == text, name
    assert {p.name for p in (ICONS / "kort").glob("*.svg")} == {
        Path(n).name for n in made if n.startswith("kort/")
    }
