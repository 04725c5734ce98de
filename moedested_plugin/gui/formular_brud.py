# SPDX-License-Identifier: GPL-2.0-or-later
"""What there is to say about the row in a form: what is missing, what is not finished, what is unusual."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from moedested_plugin.domain.betingelse import Raekke
from moedested_plugin.domain.felt import Fane, Felt, Tabel
from moedested_plugin.domain.kodelister import UDGAAET
from moedested_plugin.domain.moedesteder import er_saedvanligt_trin
from moedested_plugin.domain.regler import Alvor, brud
from moedested_plugin.i18n import oversat, tr

from .vaerdi_tekst import kodetekst

#: The checks that say the same as the advice that is no rule of one row.
SKIFT, UDGAAET_KODE = "livscyklus.usaedvanligt_skift", "geofa.udgaaet_kode"
#: Codes no longer in use: list name -> code -> the text shown.
Udgaaede = Mapping[str, Mapping[int, str]]


@dataclass(frozen=True)
class Raad:
    """One line of advice. `haard` cannot be saved; `holder_tilbage` can, but is not published."""

    tekst: str
    sted: str
    raad: str
    felter: tuple[str, ...]
    haard: bool = False
    holder_tilbage: bool = False

    @property
    def linje(self) -> str:
        """What is wrong, and where."""
        return f"{self.tekst} · {self.sted}"


def sted(tabel: Tabel, felt: str) -> str:
    """Where the field is found in the form."""
    if not tabel.har(felt):
        return tr("på kortet")
    return tr("fanen {0}").format(oversat(faneblad(tabel.felt(felt))))


def faneblad(felt: Felt) -> str:
    """The tab of the form that holds the field: GeoFA's are a group of the last one."""
    return str((Fane.INTERNT if felt.fane is Fane.GEOFA else felt.fane).value)


def raad_om(
    tabel: Tabel,
    raekke: Raekke,
    foer: Raekke,
    udgaaede: Udgaaede,
    slaaet_fra: Collection[str] = (),
) -> list[Raad]:
    """Everything to say about the row as it is now, the worst first. `foer` is the row when the form was opened.

    What the municipality has switched off is not said: it holds nothing back.
    """
    fundet = list(_brudte_regler(tabel, raekke, slaaet_fra))
    if SKIFT not in slaaet_fra:
        fundet += _trin(tabel, raekke, foer)
    if UDGAAET_KODE not in slaaet_fra:
        fundet += _udgaaede_koder(tabel, raekke, foer, udgaaede)
    return sorted(fundet, key=lambda raad: (not raad.haard, not raad.holder_tilbage))


def _brudte_regler(tabel: Tabel, raekke: Raekke, slaaet_fra: Collection[str]) -> Iterator[Raad]:
    for fundet in brud(tabel.navn, raekke):
        regel = fundet.regel
        if regel.kode in slaaet_fra and not regel.haard:
            continue
        yield Raad(
            oversat(regel.besked).rstrip("."),
            sted(tabel, regel.felt),
            oversat(regel.raad),
            regel.felter,
            haard=regel.haard,
            holder_tilbage=regel.alvor is Alvor.FEJL,
        )


def _trin(tabel: Tabel, raekke: Raekke, foer: Raekke) -> Iterator[Raad]:
    """An unusual step of life is allowed, since a mistake must be mendable, but seldom meant."""
    fra, til = foer.get("livscyklus_k"), raekke.get("livscyklus_k")
    if tabel.navn != "moedested" or not isinstance(til, int):
        return
    if not er_saedvanligt_trin(fra if isinstance(fra, int) else None, til):
        yield Raad(
            tr("Livscyklus springer et trin over"),
            sted(tabel, "livscyklus_k"),
            tr("Det kan godt gemmes. Se efter, om det er det trin, du mener."),
            ("livscyklus_k",),
        )


def _udgaaede_koder(
    tabel: Tabel, raekke: Raekke, foer: Raekke, udgaaede: Udgaaede
) -> Iterator[Raad]:
    for felt in tabel.felter:
        navne = udgaaede.get(felt.kodeliste or "")
        if not navne:
            continue
        for kode in sorted(_koder(raekke.get(felt.navn)) - _koder(foer.get(felt.navn))):
            if kode in navne:
                yield Raad(
                    tr("{0}: {1} bruges ikke længere").format(
                        oversat(felt.alias),
                        kodetekst(str(felt.kodeliste), navne[kode].removesuffix(UDGAAET)),
                    ),
                    sted(tabel, felt.navn),
                    tr("Vælg en anden fra listen."),
                    (felt.navn,),
                )


def _koder(vaerdi: object) -> set[int]:
    led = vaerdi if isinstance(vaerdi, list) else [vaerdi]
    return {kode for kode in led if isinstance(kode, int)}
