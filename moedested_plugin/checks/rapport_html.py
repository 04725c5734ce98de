# SPDX-License-Identifier: GPL-2.0-or-later
"""The report as one HTML file: headings and tables that a screen reader can use, no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QLocale

from moedested_plugin.domain.regler import Alvor
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.i18n import oversat, tr

from .tekst import alvor_flertal

if TYPE_CHECKING:
    from .rapport import Linje, Rapport, Regelafsnit

#: More findings of one check are told by their number.
HOEJST = 200

#: Read by a browser and by QTextDocument, which knows only the simplest.
_STIL = """
body { font-family: "Segoe UI", "Open Sans", Arial, sans-serif; color: #1a1a1a; background-color: #ffffff; }
h1 { font-size: 20pt; } h2 { font-size: 15pt; margin-top: 18px; } h3 { font-size: 11pt; margin-bottom: 2px; }
p { margin-top: 2px; margin-bottom: 4px; } table { border-collapse: collapse; margin-top: 4px; }
th { text-align: left; background-color: #eef2f6; } td, th { padding: 3px 8px; vertical-align: top; }
.tal { white-space: nowrap; }
"""
#: Only for the browser.
_SKAERM = """
body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.45; }
table { width: 100%; } td, th { border: 1px solid #b8c2cc; } caption { text-align: left; font-weight: bold; padding: 4px 0; }
a { color: #0b5394; } a:focus { outline: 3px solid #d55e00; } h3 { page-break-after: avoid; } tr { page-break-inside: avoid; }
@media print { nav { display: none; } body { margin: 0; max-width: none; } }
"""


def som_html(rapport: Rapport, *, til_papir: bool = False) -> str:
    """The whole document. `til_papir` leaves out what only a browser uses."""
    titel = tr("Kontrol af mødesteder, {0} Kommune").format(rapport.kommune)
    sprog = tr("da")
    dele = [
        f'<!DOCTYPE html>\n<html lang="{escape(sprog)}"><head><meta charset="utf-8">',
        "" if til_papir else '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(titel)}</title><style>{_STIL}{'' if til_papir else _SKAERM}</style></head><body>",
        f"<main><h1>{escape(titel)}</h1>",
        *_indledning(rapport),
        *(() if til_papir else _indhold(rapport)),
    ]
    for alvor, afsnit in rapport.afsnit.items():
        if afsnit:
            antal = tal(sum(len(et.linjer) for et in afsnit))
            dele.append(f'<h2 id="{alvor.value}">{escape(alvor_flertal(alvor))} ({antal})</h2>')
            for et in afsnit:
                dele += _regel(et, til_papir=til_papir)
    dele.append("</main></body></html>\n")
    return "\n".join(del_ for del_ in dele if del_)


def tal(vaerdi: int) -> str:
    """With the user's own thousands separator."""
    return QLocale().toString(vaerdi)


def _indledning(rapport: Rapport) -> Iterator[str]:
    tid = rapport.tid.astimezone()
    resultat = rapport.resultat
    raekker = sum(resultat.set_paa.values())
    yield (
        "<p>"
        + escape(
            tr("Kontrolleret {0}. {1} kontroller på {2} rækker.").format(
                f"{tid:%d.%m.%Y %H:%M}", tal(len(resultat.kontroller)), tal(raekker)
            )
        )
        + "</p>"
    )
    if not rapport.linjer:
        yield f"<p><b>{escape(tr('Der er intet at rette.'))}</b></p>"
    if rapport.accepterede:
        yield (
            "<p>"
            + escape(tr("{0} fund er accepteret og vises ikke.").format(tal(rapport.accepterede)))
            + "</p>"
        )
    if resultat.holdt:
        led = ", ".join(
            f"{oversat(tabel_af_navn(tabel).titel)} ({tal(len(noegler))})"
            for tabel, noegler in resultat.holdt.items()
        )
        yield (
            "<p>"
            + escape(tr("Holdes tilbage fra udgivelse, til fejlene er rettet: {0}.").format(led))
            + "</p>"
        )
    antal = resultat.antal
    yield (
        f"<table><caption>{escape(tr('Fund'))}</caption><thead><tr>"
        f'<th scope="col">{escape(tr("Alvor"))}</th><th scope="col">{escape(tr("Antal"))}</th></tr></thead><tbody>'
    )
    for alvor in Alvor:
        yield f'<tr><th scope="row">{escape(alvor_flertal(alvor))}</th><td>{tal(antal[alvor])}</td></tr>'
    yield "</tbody></table>"


def _indhold(rapport: Rapport) -> Iterator[str]:
    afsnit = [alvor for alvor, egne in rapport.afsnit.items() if egne]
    if not afsnit:
        return
    yield f'<nav aria-label="{escape(tr("Indhold"))}"><ul>'
    for alvor in afsnit:
        yield f'<li><a href="#{alvor.value}">{escape(alvor_flertal(alvor))}</a></li>'
    yield "</ul></nav>"


def _regel(afsnit: Regelafsnit, *, til_papir: bool) -> Iterator[str]:
    kontrol = afsnit.kontrol
    lag = oversat(tabel_af_navn(afsnit.tabel).titel)
    yield f"<h3>{escape(afsnit.titel)} · {escape(lag)} ({tal(len(afsnit.linjer))})</h3>"
    yield f"<p>{escape(oversat(kontrol.hvorfor))} <b>{escape(oversat(kontrol.raad))}</b></p>"
    if afsnit.foldet:
        yield (
            "<p>"
            + escape(tr("Rammer mere end hver tiende række i laget og er derfor ikke listet."))
            + "</p>"
        )
        return
    if len(afsnit.linjer) == 1 and not afsnit.linjer[0].post.fund.noegle:
        return
    yield from _tabel(afsnit, afsnit.linjer[:HOEJST], til_papir=til_papir)
    if len(afsnit.linjer) > HOEJST:
        yield (
            "<p>"
            + escape(
                tr("… og {0} til. De står alle i rapporten som GeoPackage eller JSON.").format(
                    tal(len(afsnit.linjer) - HOEJST)
                )
            )
            + "</p>"
        )


def _tabel(afsnit: Regelafsnit, linjer: Sequence[Linje], *, til_papir: bool) -> Iterator[str]:
    ens = len({linje.tekst for linje in afsnit.linjer}) == 1
    ramme = ' border="1" cellspacing="0" width="100%"' if til_papir else ""
    kolonner = [
        tr("Lag"),
        tr("Navn"),
        *(() if ens else (tr("Fund"),)),
        tr("Sted (øst, nord)"),
        tr("Set siden"),
    ]
    yield (
        f"<table{ramme}><thead><tr>"
        + "".join(f'<th scope="col">{escape(kolonne)}</th>' for kolonne in kolonner)
        + "</tr></thead><tbody>"
    )
    for linje in linjer:
        sted = linje.post.fund.sted
        celler = [
            linje.lag,
            linje.navn or tr("(uden navn)"),
            *(() if ens else (linje.tekst,)),
            "" if sted is None else f"{sted[0]:.0f}, {sted[1]:.0f}",
            f"{linje.post.foerst_set.astimezone():%d.%m.%Y}",
        ]
        tekster = "".join(f"<td>{escape(celle)}</td>" for celle in celler[:-2])
        tal_ = "".join(f'<td class="tal">{escape(celle)}</td>' for celle in celler[-2:])
        yield f"<tr>{tekster}{tal_}</tr>"
    yield "</tbody></table>"
