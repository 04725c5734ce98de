# SPDX-License-Identifier: GPL-2.0-or-later
"""The plain list: every published moedested and activity on one page that anybody can read, print and phone from.

Danish whatever the language of QGIS; no script, no picture, nothing from elsewhere. Made from the published
tables, so that nothing stands here that is not public.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from moedested_plugin.domain.aktiviteter import AARLIG, INGEN
from moedested_plugin.domain.hvornaar import DANSK, Raekke, dag, dato, naeste
from moedested_plugin.domain.moedesteder import AKTIV, PAUSE, UNDER_ETABLERING
from moedested_plugin.gdal import gdal
from moedested_plugin.project.kommuner import dansk_orden

from .liste_ord import hvornaar, kontakt, link, liste, telefon

if TYPE_CHECKING:
    from .tjeneste import Oplysninger

_STIL = """
html { font-size: 100%; }
body { font-family: "Segoe UI", "Open Sans", Arial, sans-serif; line-height: 1.5; color: #1a1a1a; background: #ffffff;
  max-width: 46rem; margin: 0 auto; padding: 0 1rem 2rem; overflow-wrap: break-word; }
h1 { font-size: 1.8rem; line-height: 1.2; } h2 { font-size: 1.5rem; margin: 2.5rem 0 .5rem; border-bottom: 3px solid #0072b2; }
h3 { font-size: 1.25rem; margin: 2rem 0 .5rem; } h4 { font-size: 1.1rem; margin: 1.5rem 0 .25rem; }
p { margin: .25rem 0 .5rem; } ul { padding-left: 1.25rem; }
dl { margin: .25rem 0 1rem; } dt { font-weight: bold; } dd { margin: 0 0 .4rem; }
a { color: #004f7c; } a:focus { outline: 3px solid #a84300; outline-offset: 2px; }
nav li { padding: .2rem 0; } p { white-space: pre-line; }
.spring { position: absolute; left: -100rem; } .spring:focus { position: static; display: inline-block; padding: .5rem; }
.art { font-weight: bold; color: #5c2a4a; } .obs { font-weight: bold; color: #a84300; }
@media (min-width: 40rem) { dl { display: grid; grid-template-columns: 11rem 1fr; column-gap: 1rem; } }
@media print { nav, .spring { display: none; } body { max-width: none; font-size: 10.5pt; } a { color: #000000; }
  dt { break-after: avoid; } h2, h3, h4 { break-after: avoid; } a[href^="http"]::after { content: " (" attr(href) ")"; } }
"""
_INDLEDNING = (
    "Her er alle mødesteder og aktiviteter som en liste, man kan læse, printe og ringe fra."
)
_BY_FOR_BY = "Mødesteder by for by"
_UDEN_FAST_STED = "Mødesteder på nettet og uden fast sted"
_UDEN_BY = "Andre steder"
#: What is said of the stages of life that are not simply open.
_LIVSCYKLUS = {
    UNDER_ETABLERING: "Er på vej, men ikke begyndt endnu.",
    PAUSE: "Holder pause lige nu. Ring, før du tager af sted.",
}
_FORM = {
    1: "Fysisk mødested",
    2: "Digitalt mødested: man mødes på nettet eller telefonen",
    3: "Viden i spil",
    4: "Både fysisk og digitalt mødested",
}
_TEKSTER_FOER = (
    ("Sted", "sted"),
    ("Åbningstid", "aabningstid"),
    ("Adgang", "adgang_tekst"),
    ("Pris", "pris"),
    ("Første gang", "foerste_gang"),
)
_TEKSTER_EFTER = (
    ("Vejen dertil", "adgangsvej"),
    ("For hvem", "maalgruppe_tekst"),
    ("Det kan man", "aktivitetsmulighed_tekst"),
    ("På stedet er der", "faciliteter_tekst"),
    ("Tilgængelighed", "tilgaeng_beskriv"),
    ("Ansvarlig", "organisation"),
)
_TEKSTER_AKTIVITET = (
    ("Sted", "sted"),
    ("For hvem", "maalgruppe_tekst"),
    ("Pris", "pris"),
    ("Arrangør", "organisation"),
)
_UDEN_STED = {2: "Digitale mødesteder", 3: "Viden i spil", 4: "Både fysisk og digitalt"}
_UDEN_STED_ELLERS = "Stedet aftales"


def skriv_liste(sti: Path, data: Path, oplysninger: Oplysninger, version: str) -> None:
    """Write the page from the published GeoPackage."""
    sti.write_text(liste_side(partial(_raekker, data), oplysninger, version), "utf-8")


def liste_side(
    raekker: Callable[[str], Sequence[Raekke]], oplysninger: Oplysninger, version: str
) -> str:
    """Give the page from the rows of the published tables; the day it counts from is that of the version."""
    i_dag = dt.date(int(version[:4]), int(version[4:6]), int(version[6:8]))
    steder, uden_sted = raekker("moedested"), raekker("moedested_uden_sted")
    aktiviteter = raekker("aktivitet")
    ankre = {et["moedested_id"]: f"sted-{nr}" for nr, et in enumerate((*steder, *uden_sted), 1)}
    krop = [
        *_top(oplysninger, i_dag, steder, uden_sted, aktiviteter),
        '<main id="indhold">',
        *_afsnit("moedesteder", _BY_FOR_BY, steder, _by, ankre),
        *_afsnit("uden-sted", _UDEN_FAST_STED, uden_sted, _form, ankre),
        *_aktiviteter(aktiviteter, _steder(steder, uden_sted, ankre), i_dag),
        "</main>",
        *_bund(oplysninger, version, i_dag),
    ]
    hoved = (
        '<!DOCTYPE html>\n<html lang="da">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        # nothing can run or be fetched, whatever a text might hold
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f'<meta name="version" content="{escape(version)}">\n'
        f"<title>{escape(oplysninger.titel)}: liste</title>\n<style>{_STIL}</style>\n</head>\n<body>\n"
    )
    return hoved + "\n".join(krop) + "\n</body>\n</html>\n"


def _raekker(data: Path, tabel: str) -> list[dict[str, Any]]:
    datasaet = gdal.OpenEx(str(data), gdal.OF_VECTOR, allowed_drivers=["GPKG"])
    return [raekke.items() for raekke in datasaet.GetLayerByName(tabel)]


# Top and bottom -----------------------------------------------------------------------------------------


def _top(
    o: Oplysninger,
    i_dag: dt.date,
    steder: Sequence[Raekke],
    uden_sted: Sequence[Raekke],
    aktiviteter: Sequence[Raekke],
) -> Iterator[str]:
    yield '<a class="spring" href="#indhold">Spring til indholdet</a>'
    # not the abstract of the service, which speaks to those who use maps and data
    yield f"<header>\n<h1>{escape(o.titel)}</h1>\n<p>{_INDLEDNING}</p>"
    yield f"<p>Opdateret {dag(i_dag)}.</p>"
    yield '</header>\n<nav aria-label="På denne side">\n<ul>'
    for anker, tekst, antal in (
        ("moedesteder", _BY_FOR_BY, len(steder)),
        ("uden-sted", _UDEN_FAST_STED, len(uden_sted)),
        ("aktiviteter", "Aktiviteter", len(aktiviteter)),
    ):
        if antal:
            yield f'<li><a href="#{anker}">{tekst} ({antal})</a></li>'
    yield "</ul>\n</nav>"


def _bund(o: Oplysninger, version: str, i_dag: dt.date) -> Iterator[str]:
    yield "<footer>\n<h2>Kontakt</h2>\n<dl>"
    yield from _par("Ansvarlig", escape(o.organisation))
    yield from _par("Telefon", telefon(o.telefon))
    yield from _par("Mail", kontakt(o.mail))
    yield from _par("Om oplysningerne", link(o.metadata_url, "Læs om data"))
    yield from _par("Vilkår", escape(o.betingelser))
    yield from _par("Udgivelse", f"{escape(version)}, {dag(i_dag)}")
    yield "</dl>\n</footer>"


def _par(navn: str, vaerdi: str) -> Iterator[str]:
    if vaerdi:
        yield f"<dt>{navn}</dt><dd>{vaerdi}</dd>"


# Moedesteder --------------------------------------------------------------------------------------------


def _afsnit(
    anker: str,
    titel: str,
    steder: Sequence[Raekke],
    gruppe: Callable[[Raekke], str],
    ankre: Mapping[str, str],
) -> Iterator[str]:
    """Give the moedesteder in groups, both in Danish order."""
    if not steder:
        return
    yield f'<section aria-labelledby="{anker}">\n<h2 id="{anker}">{titel}</h2>'
    for navn in sorted(
        {gruppe(et) for et in steder}, key=lambda et: (et == _UDEN_BY, dansk_orden(et))
    ):
        yield f"<h3>{escape(navn)}</h3>"
        i_gruppen = (et for et in steder if gruppe(et) == navn)
        for sted in sorted(i_gruppen, key=lambda et: dansk_orden(str(et["navn"]))):
            yield from _moedested(sted, ankre[sted["moedested_id"]])
    yield "</section>"


def _by(sted: Raekke) -> str:
    return str(sted["by"] or "").strip() or _UDEN_BY


def _form(sted: Raekke) -> str:
    return _UDEN_STED.get(sted["form_k"], _UDEN_STED_ELLERS)


def _moedested(sted: Raekke, anker: str) -> Iterator[str]:
    navn = str(sted["navn"])
    yield f'<article aria-labelledby="{anker}">\n<h4 id="{anker}">{escape(navn)}</h4>'
    yield f'<p class="art">{_FORM.get(sted["form_k"], "")}</p>'
    if sted["livscyklus_k"] != AKTIV:
        yield f'<p class="obs">{_LIVSCYKLUS.get(sted["livscyklus_k"], "")}</p>'
    for felt in ("beskrivels", "lang_beskr"):
        if sted[felt]:
            yield f"<p>{escape(str(sted[felt]))}</p>"
    yield "<dl>"
    for titel, felt in _TEKSTER_FOER:
        yield from _par(titel, escape(str(sted[felt] or "")))
    yield from _par("Telefon", telefon(sted["telefon"] or sted["organisation_kontakt_tlf"]))
    yield from _par("Kontakt", kontakt(sted["kontakt"] or sted["organisation_kontakt_mail"]))
    yield from _par("Hjemmeside", link(sted["link"], f"Hjemmeside for {navn}"))
    for titel, felt in _TEKSTER_EFTER:
        yield from _par(titel, escape(str(sted[felt] or "").replace("; ", ", ")))
    tjekket = dato(sted["tjekket_dato"])
    yield from _par("Oplysninger tjekket", dag(tjekket) if tjekket else "")
    yield "</dl>\n</article>"


# Aktiviteter --------------------------------------------------------------------------------------------


def _steder(
    steder: Sequence[Raekke], uden_sted: Sequence[Raekke], ankre: Mapping[str, str]
) -> dict[str, str]:
    """Give for each moedested the link to where it stands on the page."""
    return {
        et["moedested_id"]: f'<a href="#{ankre[et["moedested_id"]]}">{escape(str(et["navn"]))}</a>'
        for et in (*steder, *uden_sted)
    }


def _aktiviteter(
    aktiviteter: Sequence[Raekke], steder: Mapping[str, str], i_dag: dt.date
) -> Iterator[str]:
    if not aktiviteter:
        return
    yield '<section aria-labelledby="aktiviteter">\n<h2 id="aktiviteter">Aktiviteter</h2>'
    paa_dage = [et for et in aktiviteter if et["gentagelse_k"] in (INGEN, AARLIG)]
    paa_dage.sort(key=lambda et: (naeste(et, i_dag), str(et["klokken"] or "")))
    grupper = [("På bestemte datoer", paa_dage)]
    gentages = [et for et in aktiviteter if et["gentagelse_k"] not in (INGEN, AARLIG)]
    gentages.sort(key=lambda et: (str(et["klokken"] or ""), dansk_orden(str(et["navn"]))))
    for ugedag in DANSK.ugedage:
        paa_dagen = [et for et in gentages if ugedag in liste(et["ugedag_tekst"])]
        grupper.append((ugedag.capitalize(), paa_dagen))
    uden_dag = [et for et in gentages if not set(DANSK.ugedage) & set(liste(et["ugedag_tekst"]))]
    for titel, i_gruppen in (*grupper, ("Andre dage", uden_dag)):
        if i_gruppen:
            yield f"<h3>{titel}</h3>"
        for aktivitet in i_gruppen:
            yield from _aktivitet(aktivitet, steder, i_dag)
    yield "</section>"


def _aktivitet(aktivitet: Raekke, steder: Mapping[str, str], i_dag: dt.date) -> Iterator[str]:
    navn = str(aktivitet["navn"])
    yield f"<article>\n<h4>{escape(navn)}</h4>"
    if aktivitet["aflyst"]:
        yield '<p class="obs">Aflyst.</p>'
    if aktivitet["beskrivels"]:
        yield f"<p>{escape(str(aktivitet['beskrivels']))}</p>"
    yield "<dl>"
    yield from _par("Hvornår", hvornaar(aktivitet, i_dag))
    yield from _par("Mødested", steder.get(aktivitet["moedested_id"], ""))
    for titel, felt in _TEKSTER_AKTIVITET:
        yield from _par(titel, escape(str(aktivitet[felt] or "").replace("; ", ", ")))
    yield from _par("Telefon", telefon(aktivitet["organisation_kontakt_tlf"]))
    yield from _par("Kontakt", kontakt(aktivitet["organisation_kontakt_mail"]))
    yield from _par("Læs mere", link(aktivitet["link"], f"Mere om {navn}"))
    yield from _par("Tilmelding", link(aktivitet["tilmelding_link"], f"Meld dig til {navn}"))
    yield "</dl>\n</article>"
