# SPDX-License-Identifier: GPL-2.0-or-later
"""The facts of a route as plain sentences, in the language of the print."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from moedested_plugin.checks.tal import dansk
from moedested_plugin.domain.underlag_langs import (
    UKENDT,
    VAERST_FOERST,
    Stykke,
    andele,
    daarligste,
)

from .ramme import dag, maaned_og_dag
from .rutefakta import BAENK, CYKLE_TYPER, GAA_TYPER, Naer

if TYPE_CHECKING:
    from .ord import Ord
    from .rutefakta import Rutefakta
    from .stof import Raekke

_KM = 1000
_JA, _BLANDET, _NEJ = 1, 2, 0
_SAESONAABENT = 2
#: Codes that say nothing to a reader.
_INTET_SVAR = (8, 9)
#: GeoFA's degrees in words of everyday.
_SVAERHED = {1: "Meget let", 2: "Let", 3: "Middel", 4: "Svær", 5: "Meget svær"}
#: Names, short and longer descriptions by language.
_NAVN = {"en": "navn_uk", "de": "navn_d"}
_BESKRIV = {"en": "uk_k_beskr", "de": "d_k_beskr"}


def tal(vaerdi: float, sprog: str, decimaler: int = 1) -> str:
    """A number as it is written in the language: 1.234,5 or 1,234.5."""
    tekst = dansk(vaerdi, decimaler)
    return tekst.translate(str.maketrans(",.", ".,")) if sprog == "en" else tekst


def afstand_tekst(meter: float, sprog: str) -> str:
    """`300 m`, `1,2 km`: no finer than one sees on the ground."""
    if meter >= _KM - 5:
        return f"{tal(meter / _KM, sprog)} km"
    trin = 10 if meter >= 100 else 5
    return f"{max(trin, round(meter / trin) * trin)} m"


def tid_tekst(minutter: int, ord_: Ord) -> str:
    """`35 min`, `1 t 5 min`."""
    timer, rest = divmod(minutter, 60)
    if not timer:
        return ord_("{} min").format(rest)
    if not rest:
        return ord_("{} t").format(timer)
    return ord_("{} t {} min").format(timer, rest)


def rute_navn(rute: Raekke, ord_: Ord) -> str:
    """Its name in the language; without one, of its kind."""
    for felt in (_NAVN.get(ord_.sprog, "navn"), "navn"):
        navn = str(rute[felt] or "").strip()
        if navn:
            return navn
    return ord_(str(rute["rute_ty_tekst"] or "Rute"))


def rute_beskrivelse(rute: Raekke, ord_: Ord) -> str:
    """Its short description, in the language or not at all."""
    return str(rute[_BESKRIV.get(ord_.sprog, "beskrivels")] or "").strip()


def underlag_navn(kode: int, fakta: Rutefakta, ord_: Ord) -> str:
    """What the surface is called."""
    if kode == UKENDT:
        return ord_("Underlag ukendt")
    return ord_(fakta.underlagsnavne.get(kode, "") or "Andet underlag")


def _lille(tekst: str, sprog: str) -> str:
    """Inside a sentence; German nouns keep their capitals."""
    return tekst if sprog == "de" else tekst[:1].lower() + tekst[1:]


# Sentences -------------------------------------------------------------------------------------------


def om_underlag(fakta: Rutefakta, ord_: Ord) -> Iterator[str]:
    """The worst stretch, and what is not known."""
    sprog = ord_.sprog
    meter = andele(fakta.stykker)
    ukendt = meter.pop(UKENDT, 0.0)
    if not meter:
        yield ord_("Underlaget er ikke beskrevet. Regn med, at der kan være dårlige stykker.")
        return
    vaerst = daarligste(fakta.stykker)
    if (
        vaerst is not None
        and not ukendt
        and vaerst.laengde >= fakta.laengde - 1
        and not vaerst.stopper
    ):
        navn = _lille(underlag_navn(vaerst.underlag, fakta, ord_), sprog)
        if vaerst.underlag != UKENDT:
            yield ord_("Hele ruten er {}.").format(navn)
        if vaerst.er_smalt:
            yield ord_("Det smalleste sted er {} m.").format(tal(vaerst.bredde or 0, sprog))
    elif vaerst is not None:
        tekst = ord_("Det dårligste stykke: {}, {}.").format(
            _stykke(vaerst, fakta, ord_), _hvor(vaerst.fra, ord_)
        )
        yield _med(tekst, vaerst.note, ord_)
    if ukendt >= 1:
        yield ord_("{} af ruten er ikke beskrevet.").format(afstand_tekst(ukendt, sprog))


def _stykke(stykke: Stykke, fakta: Rutefakta, ord_: Ord) -> str:
    sprog = ord_.sprog
    led = [afstand_tekst(stykke.laengde, sprog)]
    if stykke.underlag in VAERST_FOERST:
        led.append(_lille(underlag_navn(stykke.underlag, fakta, ord_), sprog))
    if stykke.stopper and stykke.forhindring:
        led.append(
            ord_("med {}").format(
                _lille(ord_(fakta.forhindringsnavne.get(stykke.forhindring, "")), sprog)
            )
        )
    elif stykke.er_smalt:
        led.append(ord_("kun {} m bredt").format(tal(stykke.bredde or 0, sprog)))
    return " ".join(led)


def _med(tekst: str, dansk_tekst: object, ord_: Ord) -> str:
    """With what is only written in Danish after it, where the print is."""
    mere = str(dansk_tekst or "").strip()
    if not mere or ord_.sprog != "da":
        return tekst
    return f"{tekst} {mere if mere.endswith(('.', '!', '?')) else mere + '.'}"


def _hvor(meter: float, ord_: Ord) -> str:
    if meter < 5:
        return ord_("lige ved start")
    return ord_("{} fra start").format(afstand_tekst(meter, ord_.sprog))


def om_baenke(fakta: Rutefakta, ord_: Ord) -> Iterator[str]:
    """How far one goes without a bench."""
    if fakta.raekke["rute_ty_k"] not in GAA_TYPER | CYKLE_TYPER:
        return
    if not fakta.ved(BAENK):
        yield ord_("Der er ingen bænk ved ruten.")
        return
    fra, til = fakta.uden_baenk
    sprog = ord_.sprog
    if til > fakta.laengde + 1:  # a loop, and the way goes on over its beginning
        yield ord_("Længste stykke uden en bænk: {}, forbi start.").format(
            afstand_tekst(til - fra, sprog)
        )
    else:
        yield ord_("Længste stykke uden en bænk: {}, {}.").format(
            afstand_tekst(til - fra, sprog), _hvor(fra, ord_)
        )


def om_forhindringer(fakta: Rutefakta, ord_: Ord) -> Iterator[str]:
    """Every obstacle, where it is."""
    sprog = ord_.sprog
    led = []
    for stykke in fakta.stykker:
        if stykke.forhindring:
            navn = ord_(fakta.forhindringsnavne.get(stykke.forhindring, ""))
            fra, til = (tal(meter / _KM, sprog) for meter in (stykke.fra, stykke.til))
            hvor = (
                ord_("ved {} km").format(fra)
                if fra == til
                else ord_("mellem {} og {} km").format(fra, til)
            )
            led.append(f"{navn} {hvor}")
    if led:
        yield ord_("Forhindringer: {}.").format(
            "; ".join([led[0], *(_lille(et, sprog) for et in led[1:])])
        )


def om_dele(fakta: Rutefakta, ord_: Ord) -> Iterator[str]:
    """Where the route is broken."""
    spring = fakta.langs.spring()
    if spring:
        hvor = ", ".join(afstand_tekst(mark, ord_.sprog) for mark in spring)
        yield ord_("Ruten er delt. Der mangler et stykke efter {}. Find vej på kortet.").format(
            hvor
        )


def om_adgang(fakta: Rutefakta, ord_: Ord) -> Iterator[str]:
    """Stops, car parks, and the ways that are named."""
    sprog = ord_.sprog

    def hvor(naer: Naer, hvad: str, uden_navn: str) -> str:
        langt = afstand_tekst(naer.meter, sprog)
        if not naer.navn:
            return uden_navn.format(langt)
        return hvad.format(naer.navn, langt)

    if fakta.stoppested is not None:
        yield hvor(
            fakta.stoppested, ord_("Nærmeste stoppested: {}, {} fra start i lige linje."), ord_("Nærmeste stoppested: {} fra start i lige linje."),
        )  # fmt: skip
    if fakta.parkering is not None:
        yield hvor(
            fakta.parkering, ord_("Nærmeste parkering: {}, {} fra start i lige linje."), ord_("Nærmeste parkering: {} fra start i lige linje."),
        )  # fmt: skip
    for moedested, vej in fakta.adgangsveje:
        yield ord_("Adgangsvej til {}: {}.").format(
            moedested_navn(moedested, ord_), rute_eller_sted(vej)
        )
    if fakta.adgangsvej_til:
        yield ord_("Ruten er adgangsvej til {}.").format(
            ", ".join(moedested_navn(raekke, ord_) for raekke in fakta.adgangsvej_til)
        )


def rute_eller_sted(raekke: Raekke) -> str:
    """The name of what one comes by."""
    return str(raekke["navn"] or "").strip()


def moedested_navn(moedested: Raekke, ord_: Ord) -> str:
    """Its name in the language where it has one."""
    return str(moedested[_NAVN.get(ord_.sprog, "navn")] or moedested["navn"] or "").strip()


def om_moedesteder(fakta: Rutefakta, ord_: Ord) -> Iterator[str]:
    """The moedesteder that one passes, numbered as on the strip."""
    for nr, ved in enumerate(fakta.moedesteder, 1):
        yield f"{nr}  {moedested_navn(ved.raekke, ord_)}, {_hvor(ved.meter, ord_)}"


def om_lukning(rute: Raekke, ord_: Ord, i_dag: dt.date) -> str:
    """That it is closed, or is going to be; '' when it is not."""
    fra, til = _dato(rute["lukket_fra"]), _dato(rute["lukket_til"])
    if (fra is None and til is None) or (til is not None and til < i_dag):
        return ""
    sprog = ord_.sprog
    if fra is not None and til is not None:
        tekst = ord_("Lukket fra {} til {}.").format(dag(fra, sprog), dag(til, sprog))
    elif til is not None:
        tekst = ord_("Lukket til {}.").format(dag(til, sprog))
    else:
        tekst = ord_("Lukket fra {}.").format(dag(fra or i_dag, sprog))
    return _med(tekst, rute["lukket_aarsag"], ord_)


def _dato(tekst: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(tekst)[:10]) if tekst else None
    except ValueError:
        return None


def om_saeson(rute: Raekke, ord_: Ord) -> Iterator[str]:
    """When it can be used."""
    fra, til = (maaned_og_dag(rute[felt], ord_.sprog) for felt in ("saeson_st", "saeson_sl"))
    tekst = ""
    if fra and til:
        tekst = ord_("Åben fra {} til {}.").format(fra, til)
    elif rute["saeson_k"] == _SAESONAABENT:
        tekst = ord_("Åben en del af året.")
    tekst = _med(tekst, rute["saeson_bem"], ord_).strip()
    if tekst:
        yield tekst


def om_afmaerkning(rute: Raekke, ord_: Ord) -> str:
    """Whether there are signs along the way; '' where nobody knows."""
    svar = rute["afm_rute_k"]
    if svar == _NEJ:
        return ord_("Nej")
    farve = _lille(ord_(str(rute["rutefarve_tekst"] or "")), ord_.sprog)
    if svar == _JA:
        return ord_("Ja, {}").format(farve) if farve else ord_("Ja")
    return ord_("Noget af vejen") if svar == _BLANDET else ""


def om_svaerhed(rute: Raekke, ord_: Ord) -> str:
    """How hard it is; '' where nobody knows."""
    return ord_(_SVAERHED.get(rute["svaerhed_k"], ""))


def om_tilgaengelighed(rute: Raekke, ord_: Ord) -> Iterator[str]:
    """Whether it suits those who have a hard time walking, in words."""
    tekst = ""
    if rute["handicap_k"] is not None and rute["handicap_k"] not in _INTET_SVAR:
        tekst = f"{ord_(str(rute['handicap_tekst'] or ''))}."
    tekst = _med(tekst, rute["tilgaeng_beskriv"], ord_).strip()
    if tekst:
        yield tekst


def om_ansvar(rute: Raekke, ord_: Ord) -> Iterator[str]:
    """Who looks after it, and how to reach them."""
    org, kontakt = (str(rute[felt] or "").strip() for felt in ("ansvar_org", "kontak_ved"))
    led = [f"{org}."] if org else []
    if kontakt:
        led.append(ord_("Sig til, hvis noget er galt: {}").format(kontakt))
    if led:
        yield " ".join(led)
    link = str(rute["link"] or "").strip()
    if link:
        yield link
