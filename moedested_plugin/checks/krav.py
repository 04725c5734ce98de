# SPDX-License-Identifier: GPL-2.0-or-later
"""The checks of one row as conditions: those that stand in the model, and those that know today's date or the municipality's numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from moedested_plugin.domain.betingelse import (
    Alle,
    Betingelse,
    EnAf,
    Enten,
    FoerDag,
    Ikke,
    Mellem,
    Tom,
    hvis,
    tom_eller,
    udfyldt,
)
from moedested_plugin.domain.felt import Type
from moedested_plugin.domain.genbrug import er
from moedested_plugin.domain.kontrol import Kontrol
from moedested_plugin.domain.kontroller_felter import MELLEMRUM_KRAV
from moedested_plugin.domain.moedesteder import ER_AKTIV, OPLOEST, UNDER_ETABLERING
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.domain.steder import KILDE_KOMMUNEN

from .udsnit import Raekke, Udsnit

_UENDELIG = 1e9
#: Field with the type of a place, and the list of its names.
_TYPEFELT = {
    "facilitet_punkt": "facil_ty_k",
    "facilitet_flade": "facil_ty_k",
    "rute": "rute_ty_k",
}


def _intet(_: Raekke) -> Mapping[str, object]:
    return {}


def _altid(_: Raekke) -> bool:
    return True


@dataclass(frozen=True)
class Opgave:
    """One condition to ask of every row of one table."""

    kontrol: Kontrol
    tabel: str
    krav: Betingelse
    felt: str
    vaerdier: Callable[[Raekke], Mapping[str, object]] = _intet
    maerke: str = ""
    #: What the condition lets through too much of.
    ogsaa: Callable[[Raekke], bool] = _altid


Bygger = Callable[[Udsnit, Kontrol, str], Iterator[Opgave]]


def opgaver(udsnit: Udsnit, kontrol: Kontrol, tabel: str) -> Iterator[Opgave]:
    """The conditions of a check on one of its tables."""
    if kontrol.kode in BYGGERE:
        yield from BYGGERE[kontrol.kode](udsnit, kontrol, tabel)
    elif kontrol.krav is not None:
        yield Opgave(kontrol, tabel, kontrol.krav, kontrol.felter[0])


def er_raekkekontrol(kontrol: Kontrol) -> bool:
    """Whether one row alone can answer."""
    return kontrol.krav is not None or kontrol.kode in BYGGERE


def _dag(udsnit: Udsnit, kontrol: Kontrol) -> tuple[dt.date, Mapping[str, object]]:
    """The day so many days ago, and the number for the sentence."""
    dage = int(udsnit.indstillet.tal(kontrol.graenser[0]))
    return udsnit.i_dag - dt.timedelta(days=dage), {"dage": dage}


def _med_dage(
    krav: Callable[[dt.date], Betingelse],
) -> Bygger:
    def byg(udsnit: Udsnit, kontrol: Kontrol, tabel: str) -> Iterator[Opgave]:
        dag, vaerdier = _dag(udsnit, kontrol)
        yield Opgave(kontrol, tabel, krav(dag), kontrol.felter[0], lambda _: vaerdier)

    return byg


def _i_dag(krav: Callable[[dt.date], Betingelse]) -> Bygger:
    def byg(udsnit: Udsnit, kontrol: Kontrol, tabel: str) -> Iterator[Opgave]:
        yield Opgave(kontrol, tabel, krav(udsnit.i_dag), kontrol.felter[0])

    return byg


def _ikke_efter(felt: str, dag: dt.date) -> Betingelse:
    return Enten((Tom(felt), FoerDag(felt, dag + dt.timedelta(days=1))))


def overstaaet(dag: dt.date) -> Betingelse:
    """The activity ended before that day."""
    engangs = Alle((Tom("dato_til"), er("gentagelse_k", 1), FoerDag("dato_fra", dag)))
    return Enten((FoerDag("dato_til", dag), engangs))


def _kvalitetstjek(udsnit: Udsnit, kontrol: Kontrol, tabel: str) -> Iterator[Opgave]:
    aar = udsnit.i_dag.year - int(udsnit.indstillet.tal(kontrol.graenser[0]))
    koder = udsnit.koder("d_5800_kvalitetstjekket")
    gamle = {k: v.navn for k, v in koder.items() if v.navn.isdecimal() and int(v.navn) < aar}
    if gamle:
        yield Opgave(
            kontrol, tabel, Ikke(EnAf("kvalitetstjekket_k", tuple(gamle))), "kvalitetstjekket_k",
            lambda raekke: {"aar": gamle.get(_kode(raekke, "kvalitetstjekket_k"), "")},
        )  # fmt: skip


def _kode(raekke: Raekke, felt: str) -> int:
    vaerdi = raekke.get(felt)
    return vaerdi if isinstance(vaerdi, int) else -1


def typens_navn(udsnit: Udsnit, tabel: str, raekke: Raekke) -> str:
    """What the type of a place is called."""
    felt = _TYPEFELT[tabel]
    kode = udsnit.koder(str(tabel_af_navn(tabel).felt(felt).kodeliste)).get(_kode(raekke, felt))
    return kode.navn if kode else ""


def _navn_er_typen(udsnit: Udsnit, kontrol: Kontrol, tabel: str) -> Iterator[Opgave]:
    felt = _TYPEFELT[tabel]
    koder = udsnit.koder(str(tabel_af_navn(tabel).felt(felt).kodeliste)).values()
    navne = tuple(dict.fromkeys(n for k in koder for n in (k.navn, k.navn.lower())))
    if navne:
        # The field of the type is named too: the finding depends on it.
        krav = Enten((Ikke(EnAf("navn", navne)), Tom(felt)))
        yield Opgave(
            kontrol, tabel, krav, "navn", lambda raekke: {"navn": raekke["navn"]},
            ogsaa=lambda r: str(r["navn"]).lower() == typens_navn(udsnit, tabel, r).lower(),
        )  # fmt: skip


def _mellemrum(udsnit: Udsnit, kontrol: Kontrol, tabel: str) -> Iterator[Opgave]:
    del udsnit
    for felt, krav in MELLEMRUM_KRAV[tabel].items():
        vaerdier = {"felt": tabel_af_navn(tabel).felt(felt).alias}
        yield Opgave(kontrol, tabel, krav, felt, lambda _, v=vaerdier: v, felt)  # type: ignore[misc]


def _bredde(udsnit: Udsnit, kontrol: Kontrol, tabel: str) -> Iterator[Opgave]:
    mindst = udsnit.indstillet.tal(kontrol.graenser[0])
    krav = tom_eller("bredde_m", Mellem("bredde_m", mindst, _UENDELIG))
    vaerdier = {"bredde_m": f"{mindst:g}".replace(".", ",")}
    yield Opgave(kontrol, tabel, krav, "bredde_m", lambda _: vaerdier)


def _udgaaet(udsnit: Udsnit, kontrol: Kontrol, tabel: str) -> Iterator[Opgave]:
    for felt in tabel_af_navn(tabel).felter:
        if felt.kodeliste is None or felt.type is not Type.HELTAL:
            continue
        koder = udsnit.koder(felt.kodeliste)
        ude = {kode: beskrevet.navn for kode, beskrevet in koder.items() if not beskrevet.aktiv}
        if ude:

            def vaerdier(
                raekke: Raekke, navn: str = felt.navn, alias: str = felt.alias,
                ude: Mapping[int, str] = ude,
            ) -> Mapping[str, object]:  # fmt: skip
                return {"felt": alias, "kode": ude.get(_kode(raekke, navn), "")}

            krav = hvis(er("kilde_k", KILDE_KOMMUNEN), Ikke(EnAf(felt.navn, tuple(ude))))
            yield Opgave(kontrol, tabel, krav, felt.navn, vaerdier, felt.navn)


BYGGERE: Mapping[str, Bygger] = {
    "felter.tjekket_gammel": _med_dage(
        lambda dag: hvis(ER_AKTIV, Ikke(FoerDag("tjekket_dato", dag)))
    ),
    "felter.kvalitetstjek_gammelt": _kvalitetstjek,
    "felter.navn_er_typen": _navn_er_typen,
    "felter.mellemrum": _mellemrum,
    "felter.udstyr_dato_i_fremtiden": _i_dag(lambda dag: _ikke_efter("opsat_dato", dag)),
    "felter.lille_bredde": _bredde,
    "livscyklus.aktiv_foer_start": _i_dag(
        lambda dag: hvis(ER_AKTIV, _ikke_efter("gyldig_fra", dag))
    ),
    "livscyklus.aktiv_efter_slut": _i_dag(
        lambda dag: Enten((er("livscyklus_k", OPLOEST), Ikke(FoerDag("gyldig_til", dag))))
    ),
    "livscyklus.etablering_trukket_ud": _med_dage(
        lambda dag: hvis(er("livscyklus_k", UNDER_ETABLERING), Ikke(FoerDag("gyldig_fra", dag)))
    ),
    "livscyklus.aktivitet_overstaaet": _med_dage(lambda dag: Ikke(overstaaet(dag))),
    "livscyklus.lukning_overstaaet": _i_dag(lambda dag: Ikke(FoerDag("lukket_til", dag))),
    "livscyklus.lukket_laenge": _med_dage(
        lambda dag: Enten((udfyldt("lukket_til"), Ikke(FoerDag("lukket_fra", dag))))
    ),
    "geofa.udgaaet_kode": _udgaaet,
}
