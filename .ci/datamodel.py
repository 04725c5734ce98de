# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes docs/datamodel.md, the data dictionary, from the model itself (`make docs`)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from moedested_plugin.domain import offentlig, skema  # noqa: E402
from moedested_plugin.domain.felt import Felt, Offentlig, Standard, Tabel  # noqa: E402
from moedested_plugin.domain.kodelister import LOKALE_LISTER  # noqa: E402
from moedested_plugin.domain.regler import regler_for  # noqa: E402

DOKUMENT = ROOT / "docs" / "datamodel.md"


def _celle(tekst: object) -> str:
    return str(tekst).replace("|", "\\|").replace("\n", " ")


def _raekke(*celler: object) -> str:
    return "| " + " | ".join(_celle(celle) for celle in celler) + " |"


def _type(felt: Felt) -> str:
    return f"{felt.type.value} {felt.laengde}" if felt.laengde else felt.type.value


def _obligatorisk(felt: Felt) -> str:
    if felt.obligatorisk:
        return "ja"
    return "(ja)" if felt.kraevet_naar is not None else ""


def _off(felt: Felt) -> str:
    bogstaver = {Offentlig.OFFENTLIG: "O", Offentlig.GEOFA: "G", Offentlig.FILTER: "filter"}
    return " ".join(tekst for flag, tekst in bogstaver.items() if flag in felt.off) or "I"


def _standard(felt: Felt) -> str:
    if felt.standard is None:
        return ""
    if isinstance(felt.standard, Standard):
        return felt.standard.value
    if isinstance(felt.standard, bool):
        return "ja" if felt.standard else "nej"
    return str(list(felt.standard)) if isinstance(felt.standard, tuple) else str(felt.standard)


def _tabel(tabel: Tabel) -> Iterator[str]:
    geometri = f"{tabel.geometri}, EPSG:{skema.EPSG}" if tabel.geometri else "uden geometri"
    yield f"### `{tabel.navn}` – {tabel.titel} ({geometri})"
    yield ""
    yield tabel.beskrivelse
    yield ""
    if tabel.system:
        yield _raekke("felt", "type", "obl.", "indhold")
        yield _raekke("---", "---", "---", "---")
        for felt in tabel.felter:
            yield _raekke(f"`{felt.navn}`", _type(felt), _obligatorisk(felt), felt.alias)
        yield ""
        return
    yield _raekke("felt", "alias", "type", "obl.", "kodeliste", "standard", "off.", "fane", "hjælp")
    yield _raekke(*["---"] * 9)
    for felt in tabel.felter:
        yield _raekke(f"`{felt.navn}`", felt.alias, _type(felt), _obligatorisk(felt), felt.kodeliste or "",
                      _standard(felt), _off(felt), felt.fane.value, felt.hjaelp)  # fmt: skip
    yield ""
    yield from _krav(tabel)


def _krav(tabel: Tabel) -> Iterator[str]:
    """The rules that are more than mandatory, length and shape of one field."""
    saerlige = [r for r in regler_for(tabel.navn) if not r.kode.endswith((".mangler", ".for_lang"))]
    if not saerlige:
        return
    yield _raekke("regel", "alvor", "databasen afviser", "besked")
    yield _raekke("---", "---", "---", "---")
    for regel in saerlige:
        yield _raekke(
            f"`{regel.kode}`", regel.alvor.value, "ja" if regel.haard else "", regel.besked
        )
    yield ""


def _visninger() -> Iterator[str]:
    for visning in offentlig.VISNINGER:
        kolonner = ", ".join(f"`{kolonne.navn}`" for kolonne in visning.kolonner)
        yield f"- **`{visning.navn}`** ({visning.titel}, {visning.geometri or 'uden geometri'}): {kolonner}"
    yield ""


def skriv() -> str:
    """The text of the document."""
    linjer = [
        "# Datamodel",
        "",
        f"Skemaversion {skema.SKEMAVERSION}. Dannet af modellen i `moedested_plugin/domain` med `make docs`; ret ikke her.",
        "",
        (
            "**obl.**: ja = databasen kræver det; (ja) = kræves, før rækken kan udgives. "
            "**off.**: O offentlig i WMS/WFS, G også i GeoFA-eksport, filter = afgør, om rækken er offentlig, I = internt."
        ),
        "",
        "## Domænetabeller",
        "",
    ]
    for tabel in skema.DOMAENETABELLER:
        linjer += _tabel(tabel)
    linjer += ["## Systemtabeller", "", "Det, programmet selv husker. Udgives aldrig.", ""]
    for tabel in skema.TABELLER:
        if tabel.system:
            linjer += _tabel(tabel)
    linjer += ["## Offentlige visninger", "", "Intet er offentligt, uden at det står her.", ""]
    linjer += _visninger()
    linjer += ["## Lokale kodelister", "", "Kommunen kan tilføje egne koder fra 100.", ""]
    for liste, koder in LOKALE_LISTER.items():
        linjer.append(
            f"- **`{liste}`**: " + ", ".join(f"{kode.kode} {kode.navn}" for kode in koder)
        )
    return "\n".join(linjer) + "\n"


if __name__ == "__main__":
    DOKUMENT.parent.mkdir(exist_ok=True)
    DOKUMENT.write_text(skriv(), encoding="utf-8")
