# SPDX-License-Identifier: GPL-2.0-or-later
"""What came of `make soak`, as Markdown in Danish, and what is wrong with it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from .soak import FALD_HVER, Udfald, Vaekst, vaekst

_ORD = {"mb": "egen hukommelse (MB)", "filer": "åbne filer", "traade": "tråde", "forbindelser": "forbindelser"}  # fmt: skip
_HVEM = {"redaktoer": "redaktør", "udgiver": "udgiver", "kontrollant": "kontrollant", "laeser": "læser"}  # fmt: skip


def galt(ud: Udfald) -> list[str]:
    """All that must not be; empty when the soak is passed."""
    lak = [
        f"{v.hvem}: {_ORD[v.hvad]} voksede fra {v.midt:.1f} til {v.sidst:.1f}, højst {v.graense:.1f} mere"
        for v in vaekst(ud.blikke, ud.hold.sekunder)
        if v.for_meget
    ]
    fejl = [fejl for udgiver in ud.svar.get("udgiver", []) for fejl in udgiver["fejl"]]
    faldet = ud.faldet if len(ud.faldet) > ud.hold.sekunder / FALD_HVER else []
    return [*ud.stoppet, *faldet, *ud.uenigheder, *ud.forkerte, *lak, *fejl]


def tabel(ud: Udfald) -> str:
    """The counts, then how each kind of process grew."""
    tal: Counter[str] = Counter()
    for redaktoer in ud.svar.get("redaktoer", []):
        tal.update({navn: tal_ for navn, tal_ in redaktoer.items() if navn != "grunde"})
    grunde = sorted({g for redaktoer in ud.svar.get("redaktoer", []) for g in redaktoer["grunde"]})
    arter = Counter(linje.art for linje in ud.linjer)
    udgiver, kontrollant = (sum(en[navn] for en in ud.svar.get(hvem, [])) for hvem, navn in (("udgiver", "udgivne"), ("kontrollant", "gange")))  # fmt: skip
    laest = sum(laeser["svar"] for laeser in ud.svar.get("laeser", []))
    vokset = vaekst(ud.blikke, ud.hold.sekunder)
    return "\n".join([
        f"{ud.hold.redaktoerer} redaktører, en udgiver, {ud.hold.laesere} læsere og en kontrollant i {ud.hold.sekunder / 60:.0f} minutter.",
        "",
        "| hvad | antal |",
        "| --- | ---: |",
        f"| gemte rettelser (nye {arter['ny']}, rettede {arter['ret']}, slettede {arter['slet']}) | {tal['gemt']} |",
        f"| stoppet, fordi en kollega var først | {tal['konflikt']} |",
        f"| afvist af databasen ved selve gem | {tal['afvist']} |",
        f"| rettelser, der gik tabt eller blev skrevet over uset | {len(ud.uenigheder)} |",
        f"| udgivelser, efterprøvet | {udgiver} |",
        f"| fulde kontroller | {kontrollant} |",
        f"| svar til læserne | {laest} |",
        f"| forkerte svar | {len(ud.forkerte)} |",
        f"| arbejdere af QGIS Server, der faldt og blev startet igen | {len(ud.faldet)} |",
        "",
        f"Grunde til afvisning: {' '.join(grunde) or 'ingen.'}",
        "",
        "Median af den proces af hver slags, der voksede mest: midterste og sidste tredjedel af tiden.",
        "",
        *_vaekst(vokset),
        "",
    ])  # fmt: skip


def _vaekst(vokset: Sequence[Vaekst]) -> list[str]:
    linjer = ["| proces | hvad | midt | sidst | må vokse | dom |", "| --- | --- | ---: | ---: | ---: | --- |"]  # fmt: skip
    return linjer + [
        f"| {_HVEM.get(v.hvem, v.hvem)} | {_ORD[v.hvad]} | {_tal(v.midt)} | {_tal(v.sidst)} | {_tal(v.graense)} |"
        f" {'vokser' if v.for_meget else 'ok'} |"
        for v in vokset
    ]


def _tal(tal: float) -> str:
    return f"{tal:.1f}".replace(".", ",")


def som_json(ud: Udfald) -> str:
    """Every look at every process, to look at closer."""
    return json.dumps([blik._asdict() for blik in ud.blikke])
