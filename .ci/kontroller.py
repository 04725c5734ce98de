# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes docs/kontroller.md, the list of the checks, from the model and the examples of the tests (`make docs`)."""

from __future__ import annotations

import datetime as dt
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from moedested_plugin.domain.kontrol import Kontrol  # noqa: E402
from moedested_plugin.domain.kontroller import alle_kontroller, grupper  # noqa: E402
from moedested_plugin.domain.skema import tabel  # noqa: E402
from tests.kontroller.eksempel import Eksempel, Raekker  # noqa: E402

DOKUMENT = ROOT / "docs" / "kontroller.md"
_ORD_VIST = 12


def _eksempler() -> dict[str, Eksempel]:
    """One for each code; the first where there are several."""
    ud: dict[str, Eksempel] = {}
    for fil in sorted((ROOT / "tests" / "kontroller").glob("eksempler_*.py")):
        for eksempel in importlib.import_module(f"tests.kontroller.{fil.stem}").EKSEMPLER:
            ud.setdefault(eksempel.kode, eksempel)
    return ud


def _vaerdi(vaerdi: object) -> str:
    if isinstance(vaerdi, dt.date):
        return vaerdi.isoformat()
    if isinstance(vaerdi, bool):
        return "ja" if vaerdi else "nej"
    tekst = "tom" if vaerdi is None else str(vaerdi)
    if tekst.endswith("-0000-4000-8000-000000000000"):
        return f"nr. {int(tekst[:8])}"
    return tekst if len(tekst) <= 90 else tekst[:90] + " …"


def _raekker(raekker: Raekker) -> str:
    led = []
    for navn, egne in raekker.items():
        for raekke in egne:
            felter = ", ".join(
                f"{'før: ' if felt == '_foer' else felt + ' = '}{_vaerdi(vaerdi)}"
                for felt, vaerdi in raekke.items()
            )
            led.append(f"{navn} ({felter})" if felter else f"{navn} ()")
    return "; ".join(led).replace("|", "\\|").replace("\n", "⏎").replace("\t", "⇥")


def _kontrol(kontrol: Kontrol, eksempel: Eksempel | None) -> Iterator[str]:
    yield f"#### `{kontrol.kode}`"
    yield ""
    titler = ", ".join(tabel(navn).titel for navn in kontrol.tabeller)
    yield f"**{kontrol.alvor.value}** · {titler}"
    yield ""
    yield f"> {kontrol.besked}"
    yield ""
    yield f"- *Hvorfor:* {kontrol.hvorfor}"
    yield f"- *Gør:* {kontrol.raad}"
    for graense in kontrol.graenser:
        tal = f"{graense.standard:g} {graense.enhed}".rstrip()
        yield f"- *Grænse:* {graense.titel}: {tal} (`{graense.navn}`)"
    for ordliste in kontrol.ordlister:
        ord_ = ", ".join(ordliste.standard[:_ORD_VIST])
        flere = " …" if len(ordliste.standard) > _ORD_VIST else ""
        yield f"- *Ordliste:* {ordliste.titel} (`{ordliste.navn}`): {ord_}{flere}"
    if kontrol.rettelse is not None:
        yield f"- *Rettes med:* {kontrol.rettelse.value}"
    if kontrol.paa_opfordring:
        yield "- Kører kun, når der bliver bedt om det."
    if not kontrol.kan_accepteres:
        yield "- Kan ikke accepteres; skal rettes."
    if eksempel is not None:
        yield f"- *Findes:* {_raekker(eksempel.forkert)}"
        yield f"- *Findes ikke:* {_raekker(eksempel.rigtig)}"
        if eksempel.note:
            yield f"- {eksempel.note}"
    yield ""


def _haarde() -> Iterator[str]:
    """What the database refuses, as one table."""
    yield "| kode | besked | gør |"
    yield "| --- | --- | --- |"
    for kontrol in alle_kontroller().values():
        if kontrol.haard:
            yield f"| `{kontrol.kode}` | {kontrol.besked} | {kontrol.raad} |"


def skriv() -> str:
    """The text of the document."""
    eksempler = _eksempler()
    bloede = [kontrol for kontrol in alle_kontroller().values() if not kontrol.haard]
    linjer = [
        "# Kontroller",
        "",
        "Dannet af modellen i `moedested_plugin/domain` og eksemplerne i `tests/kontroller` med `make docs`; ret ikke her.",
        "",
        (
            f"{len(bloede)} kontroller, og {len(alle_kontroller()) - len(bloede)} krav, som databasen selv holder. "
            "**fejl** holder rækken tilbage fra udgivelse, **advarsel** vil have et svar, **anbefaling** er et råd. "
            "Kommunen kan slå hver kontrol fra og ændre grænser og ordlister; det gemmes i datalageret. "
            "Hvert eksempel er en prøve, der køres på både GeoPackage og PostGIS, gemt og under redigering."
        ),
        "",
    ]
    for gruppe, egne in grupper():
        if any(not kontrol.haard for kontrol in egne):
            linjer += [f"## {gruppe.value}", ""]
            for kontrol in egne:
                if not kontrol.haard:
                    linjer += _kontrol(kontrol, eksempler.get(kontrol.kode))
    linjer += [
        "## Det, databasen afviser", "",
        "Kan ikke gemmes, heller ikke fra andre programmer. Kontrolleres alligevel, mens der redigeres, og i en fuld kontrol.",
        "", *_haarde(),
    ]  # fmt: skip
    return "\n".join(linjer) + "\n"


if __name__ == "__main__":
    DOKUMENT.write_text(skriv(), encoding="utf-8")
