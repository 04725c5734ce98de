# SPDX-License-Identifier: GPL-2.0-or-later
"""What only one product asks (valgfelter), described once: the dialog draws it, the help tells it.

The values are texts, by these names, in `Bestilling.valg` and in OPTIONS of `moedested:printmaps`; '' is the product's own.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass

from moedested_plugin.i18n import tr


class Art(enum.Enum):
    """How it is asked."""

    TEKST = "tekst"
    LINJER = "linjer"
    TAL = "tal"
    VALG = "valg"
    DATO = "dato"


@dataclass(frozen=True)
class Valgfelt:
    """One question: its name, how it is asked, what stands beside it.

    `muligheder` are value and text of each choice; the first is the product's own. `hjaelp` stands in the empty field.
    """

    navn: str
    art: Art
    etiket: str
    muligheder: tuple[tuple[str, str], ...] = ()
    hjaelp: str = ""


def valgfelter(skabelon: str) -> tuple[Valgfelt, ...]:
    """The questions of a product, in the order in which they are asked."""
    lav = _FELTER.get(skabelon)
    return lav() if lav is not None else ()


def _titel(hjaelp: str) -> Valgfelt:
    return Valgfelt("titel", Art.TEKST, tr("Titel"), hjaelp=hjaelp)


def _kortbilag() -> tuple[Valgfelt, ...]:
    from .produkter.kortbilag import MAALESTOKKE

    return (
        _titel(tr("Kortbilag")),
        Valgfelt("sagsnr", Art.TEKST, tr("Sagsnummer")),
        Valgfelt("forfatter", Art.TEKST, tr("Lavet af")),
        Valgfelt("note", Art.TEKST, tr("Bemærkning")),
        Valgfelt(
            "maalestok", Art.VALG, tr("Målestok"),
            (("", tr("Tilpas til udsnittet")), *((str(tal), f"1:{tal:,}".replace(",", ".")) for tal in MAALESTOKKE)),
        ),
        Valgfelt(
            "forklaring", Art.VALG, tr("Signaturforklaring"), (("", tr("Ja")), ("nej", tr("Nej")))
        ),
    )  # fmt: skip


def _skilt() -> tuple[Valgfelt, ...]:
    return (
        Valgfelt(
            "til", Art.VALG, tr("Skilte til"),
            (("", tr("Markører og mødestedskit")), ("markoer", tr("Kun markører")), ("kit", tr("Kun mødestedskit"))),
        ),
        Valgfelt(
            "pr_ark", Art.VALG, tr("Skilte på hvert ark"), tuple((tal, tal) for tal in ("1", "2", "4", "8"))
        ),
        Valgfelt(
            "skaeremaerker", Art.VALG, tr("Skæremærker"),
            (("", tr("Når der er flere på arket")), ("ja", tr("Ja")), ("nej", tr("Nej"))),
        ),
    )  # fmt: skip


def _plakat() -> tuple[Valgfelt, ...]:
    return (
        _titel(tr("Mødesteder i kommunen")),
        Valgfelt("undertitel", Art.TEKST, tr("Undertitel")),
        Valgfelt(
            "tekst", Art.LINJER, tr("Tekst på bagsiden"),
            hjaelp=tr("En tom linje skiller afsnit. En linje, der begynder med #, er en overskrift."),
        ),
        Valgfelt(
            "fliser", Art.VALG, tr("Del på mindre ark"),
            (("", tr("Nej, ét stort ark")), ("A3", tr("A3, til at lime sammen")), ("A4", tr("A4, til at lime sammen"))),
        ),
    )  # fmt: skip


def _katalog() -> tuple[Valgfelt, ...]:
    return (
        _titel(tr("Mødesteder i kommunen")),
        Valgfelt("undertitel", Art.TEKST, tr("Undertitel")),
        Valgfelt("forord", Art.LINJER, tr("Forord")),
    )


_FELTER: dict[str, Callable[[], tuple[Valgfelt, ...]]] = {
    "kortbilag": _kortbilag,
    "skilt": _skilt,
    "plakat": _plakat,
    "katalog": _katalog,
    "oversigt": lambda: (_titel(tr("Mødesteder i kommunen")),),
    "aarshjul": lambda: (
        Valgfelt("aar", Art.TAL, tr("År"), hjaelp=tr("Det år, der kommer")),
        _titel(tr("Årshjul")),
    ),
    "status": lambda: (
        Valgfelt("siden", Art.DATO, tr("Ændringer siden"), hjaelp=tr("1. januar i år")),
        _titel(tr("Status på mødesteder")),
    ),
}
