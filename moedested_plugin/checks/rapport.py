# SPDX-License-Identifier: GPL-2.0-or-later
"""A run of the checks as a file to send or to keep: JSON, HTML, PDF or GeoPackage by the suffix.

The file is written beside its place and moved there when it is whole. No report tells why a finding was accepted or by
whom: the reason may speak of people, and a report goes to others.
"""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from moedested_plugin.domain.regler import Alvor
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.paths import same_file

from .objekter import Objekt, lagtitel, objekter
from .tekst import faellestekst, fundtekst

if TYPE_CHECKING:
    from moedested_plugin.domain.kontrol import Kontrol
    from moedested_plugin.store import Store

    from .resultat import Post, Resultat

VERSION = 1
SUFFIKSER = (".html", ".pdf", ".gpkg", ".json")


class RapportFejl(OSError):
    """The report could not be written; the sentence says what to do."""


@dataclass(frozen=True)
class Linje:
    """One finding of the report."""

    post: Post
    objekt: Objekt | None

    @property
    def tekst(self) -> str:
        """The sentence."""
        return fundtekst(self.post.fund)

    @property
    def lag(self) -> str:
        """The layer."""
        return lagtitel(self.objekt, self.post.fund.tabel)

    @property
    def navn(self) -> str:
        """What the object is called."""
        return self.objekt.navn if self.objekt else ""

    @property
    def felt(self) -> str:
        """What the form calls the field."""
        beskrevet = tabel_af_navn(self.post.fund.tabel)
        felt = self.post.fund.felt
        return oversat(beskrevet.felt(felt).alias) if felt and beskrevet.har(felt) else ""

    @property
    def siden(self) -> str:
        """The day it was first seen."""
        return self.post.foerst_set.astimezone().date().isoformat()


@dataclass(frozen=True)
class Regelafsnit:
    """The findings of one check in one table. A folded one is told by its count."""

    kontrol: Kontrol
    tabel: str
    linjer: Sequence[Linje]
    foldet: bool

    @property
    def titel(self) -> str:
        """The sentence of the check, with dots where the findings differ."""
        return faellestekst(linje.post.fund for linje in self.linjer)


class Rapport:
    """What every kind of report tells."""

    def __init__(self, resultat: Resultat, store: Store) -> None:
        self.kommune = store.kommune.navn
        self.resultat = resultat
        navne = objekter(store, (post.fund for post in resultat.poster))
        self.linjer = tuple(
            Linje(post, navne.get((post.fund.tabel, post.fund.noegle)))
            for post in resultat.poster
            if not post.accepteret
        )
        self.accepterede = len(resultat.poster) - len(self.linjer)

    @property
    def tid(self) -> dt.datetime:
        """When the run ended."""
        return self.resultat.tidspunkt or dt.datetime.now(dt.timezone.utc)

    @cached_property
    def afsnit(self) -> Mapping[Alvor, Sequence[Regelafsnit]]:
        """By severity and check; the folded ones last."""
        samlet: dict[tuple[str, str], list[Linje]] = {}
        for linje in self.linjer:
            samlet.setdefault((linje.post.fund.kode, linje.post.fund.tabel), []).append(linje)
        ud: dict[Alvor, list[Regelafsnit]] = {alvor: [] for alvor in Alvor}
        for (kode, tabel), linjer in samlet.items():
            kontrol = linjer[0].post.fund.kontrol
            foldet = (kode, tabel) in self.resultat.foldede
            ud[kontrol.alvor].append(Regelafsnit(kontrol, tabel, linjer, foldet))
        for afsnit in ud.values():
            afsnit.sort(key=lambda et: (et.foldet, -len(et.linjer), et.kontrol.kode, et.tabel))
        return ud


def skriv_rapport(sti: Path, resultat: Resultat, store: Store) -> None:
    """Write the report. What lay there before stays as it was unless all went well. Raises `RapportFejl`."""
    suffiks = sti.suffix.lower()
    if suffiks not in SUFFIKSER:
        raise RapportFejl(tr("Rapporten skal ende på {0}.").format(", ".join(SUFFIKSER)))
    if not sti.parent.is_dir():
        raise RapportFejl(tr("Mappen {0} findes ikke. Vælg en anden.").format(sti.parent))
    if same_file(store.adresse, sti):
        raise RapportFejl(tr("Filen er selve mødestederne. Vælg et andet navn."))
    rapport = Rapport(resultat, store)
    ny = sti.with_name(f"~moedested-{uuid.uuid4().hex[:8]}{suffiks}")
    try:
        _skriv(ny, suffiks, rapport)
        ny.replace(sti)
    except (OSError, RuntimeError):
        raise RapportFejl(
            tr("Rapporten {0} kunne ikke skrives. Luk den, hvis den er åben, eller vælg et andet sted.").format(sti.name)
        ) from None  # fmt: skip
    finally:
        ny.unlink(missing_ok=True)


def _skriv(sti: Path, suffiks: str, rapport: Rapport) -> None:
    if suffiks == ".json":
        indhold = json.dumps(som_json(rapport), ensure_ascii=False, indent=1, default=str)
        sti.write_text(indhold + "\n", encoding="utf-8")
    elif suffiks == ".html":
        from .rapport_html import som_html

        sti.write_text(som_html(rapport), encoding="utf-8")
    elif suffiks == ".pdf":
        from .rapport_pdf import skriv_pdf

        skriv_pdf(sti, rapport)
    else:
        from .rapport_gpkg import skriv_gpkg

        skriv_gpkg(sti, rapport)


def som_json(rapport: Rapport) -> dict[str, Any]:
    """The whole run as plain values."""
    resultat = rapport.resultat
    return {
        "version": VERSION,
        "kommune": rapport.kommune,
        "tid": rapport.tid.isoformat(timespec="seconds"),
        "antal": {alvor.value: antal for alvor, antal in resultat.antal.items()},
        "accepterede": rapport.accepterede,
        "set_paa": dict(resultat.set_paa),
        "holdt_tilbage": {tabel: len(noegler) for tabel, noegler in resultat.holdt.items()},
        "kontroller": [kontrol.kode for kontrol in resultat.kontroller],
        "fund": [_fund(linje) for linje in rapport.linjer],
    }


def _fund(linje: Linje) -> dict[str, Any]:
    fund = linje.post.fund
    ud: dict[str, Any] = {
        "regel": fund.kode,
        "alvor": fund.alvor.value,
        "tekst": linje.tekst,
        "raad": oversat(fund.kontrol.raad),
        "tabel": fund.tabel,
        "noegle": fund.noegle or None,
        "navn": linje.navn or None,
        "felt": fund.felt,
        "foerst_set": linje.post.foerst_set.isoformat(timespec="seconds"),
        "sted": None if fund.sted is None else [round(tal, 2) for tal in fund.sted],
    }
    return {navn: vaerdi for navn, vaerdi in ud.items() if vaerdi is not None}
