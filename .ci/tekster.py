# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes docs/tekster.md: every text of the plugin in a row, Danish and English, to be read for tone and spelling (`make docs`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import i18n

ROOT = Path(__file__).resolve().parent.parent
PAKKE = ROOT / "moedested_plugin"
DOKUMENT = ROOT / "docs" / "tekster.md"

_INDLEDNING = """\
# Tekster

Dannet af koden og `resources/i18n` med `make docs`; ret ikke her. Alt, hvad pluginet siger, i én række: så kan det læses for tone, stavning og ens ord.
En tekst står, hvor den bruges første gang. `{}` er en værdi, der sættes ind.
"""


def _steder() -> Iterator[tuple[str, list[str]]]:
    """Give each place of texts once: the modules room by room, then the model's own."""
    for sti in sorted(PAKKE.rglob("*.py")):
        yield sti.relative_to(PAKKE).as_posix(), list(i18n.module_texts(sti))
    yield "Modellen og profilerne", [tekst for _, tekst in i18n.data_texts(ROOT)]


def _celle(tekst: str) -> str:
    return (
        tekst.strip()
        .replace("&lt;", "<")
        .replace("|", "\\|")
        .replace("\n", " ⏎ ")
        .replace("<", "&lt;")
    )


def skriv() -> str:
    """The text of the document."""
    engelsk = {
        tekst: oversat
        for (_, tekst), oversat in i18n.read_ts(i18n.TS_FOLDER / "moedested_en.ts").items()
    }
    set_foer: set[str] = set()
    linjer = [_INDLEDNING]
    for sted, tekster in _steder():
        nye = [tekst for tekst in dict.fromkeys(tekster) if tekst not in set_foer]
        if nye:
            set_foer.update(nye)
            linjer += [f"## {sted}", "", "| dansk | English |", "| --- | --- |"]
            linjer += [f"| {_celle(tekst)} | {_celle(engelsk.get(tekst, ''))} |" for tekst in nye]
            linjer.append("")
    return "\n".join(linjer)


if __name__ == "__main__":
    DOKUMENT.write_text(skriv(), encoding="utf-8")
