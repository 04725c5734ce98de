# SPDX-License-Identifier: GPL-2.0-or-later
"""The labels of `project.styles.etiketter` in MapServer's language: same texts, scales, sizes and precedence."""

from __future__ import annotations

from collections.abc import Iterator

from moedested_plugin.domain.farve import HVID
from moedested_plugin.project.styles.etiketter import ETIKETTER, LANGS_LINJEN, Etiket
from moedested_plugin.project.styles.regler import LUKKET

from .mapfil_sprog import PIXEL_MM, Linjer, blok, farve, pixels, tal
from .mapfil_udtryk import ETIKET, LUKKET_ETIKET, LUKKET_NU

#: MapServer counts a font's size at 96 dots per inch.
_PUNKT = 25.4 / 96 / PIXEL_MM
_MAX_PRIORITET = 10
#: Half a sign in mm, so that the label stands beside it.
HALVE_TEGN = {"moedested": 3.0, "udstyr": 2.3, "baenk": 1.6}
EFTER_LIVSCYKLUS = {1: "idé", 2: "på vej", 4: "på pause", 5: "opløst"}


def etiketklasse(rolle: str) -> Linjer:
    """Give the class that carries the labels: it draws nothing and has no name, so no legend shows it."""
    linjer: Linjer = []
    for etiket in ETIKETTER.get(rolle, ()):
        for naar, tekst in _tekster(rolle, etiket):
            linjer += blok("LABEL", _label(rolle, etiket, naar, tekst))
    return blok("CLASS", linjer) if linjer else []


def _tekster(rolle: str, etiket: Etiket) -> Iterator[tuple[str, str]]:
    """Give the texts of a label, each with the condition under which it is the one."""
    if rolle == "moedested":
        koder = ",".join(str(kode) for kode in EFTER_LIVSCYKLUS)
        yield f'(NOT ([livscyklus_k] IN "{koder}"))', "[navn]"
        for kode, ord_ in EFTER_LIVSCYKLUS.items():
            yield f"([livscyklus_k] = {kode})", f"[navn]\n({ord_})"
    elif etiket.naar == LUKKET:
        yield f"([{LUKKET_NU}] = 1)", f"[{LUKKET_ETIKET}]"
    elif etiket.naar:
        yield f"([{LUKKET_NU}] = 0)", f"[{ETIKET}]"
    else:
        yield "", {"udstyr": "[udstyr_nr]", "straekning": "[forhindring_tekst]"}[rolle]


def _label(rolle: str, etiket: Etiket, naar: str, tekst: str) -> Linjer:
    return [
        *([f"EXPRESSION {naar}"] if naar else ()),
        f'TEXT "{tekst}"',
        f"MAXSCALEDENOM {etiket.til}",
        f"SIZE {tal(etiket.punkt * _PUNKT)}",
        f"COLOR {farve(etiket.farve)}",
        f"OUTLINECOLOR {farve(HVID)}",
        f"OUTLINEWIDTH {pixels(0.8)}",
        f"PRIORITY {max(1, min(etiket.plads, _MAX_PRIORITET))}",
        "PARTIALS FALSE",
        *_plads(rolle, flere_linjer="\n" in tekst or LUKKET_ETIKET in tekst),
    ]


def _plads(rolle: str, *, flere_linjer: bool) -> Linjer:
    if rolle in LANGS_LINJEN:
        return [
            "ANGLE AUTO", "POSITION UC", f"OFFSET 0 {pixels(1.2)}", f"REPEATDISTANCE {pixels(90)}"
        ]  # fmt: skip
    # MapServer wraps a text that has line breaks of its own after every word
    ombryd = [] if flere_linjer else ['WRAP " "', "MAXLENGTH 32"]
    if rolle in ("omraade", "straekning"):
        return ["POSITION CR", f"OFFSET {pixels(2.6)} 0", *ombryd]
    halvt = HALVE_TEGN.get(rolle, 2.0)
    return ["POSITION AUTO", f"OFFSET {pixels(halvt)} {pixels(0.4)}", *ombryd]
