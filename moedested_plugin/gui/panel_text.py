# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel's numbers as rich text with links. A link names a layer role and, after a colon, a code or a rule."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import zip_longest
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QLocale

from moedested_plugin.domain.kodelister import LOKALE_LISTER
from moedested_plugin.domain.regler import Alvor
from moedested_plugin.domain.steder import BAENK_TYPER, CYKEL_TYPER, KOERE_TYPER, VANDRE_TYPER
from moedested_plugin.i18n import oversat, tr

from .kontrol.tider import klokken
from .panel_state import PanelState
from .status import StoreStatus

if TYPE_CHECKING:
    from moedested_plugin.publishing.ude_nu import UdeNu

Line = tuple[str, str, int]

#: How far the states of a mødested stand in from the margin (px).
INDENT = 10
#: Between the two columns (px).
GAP = 12


def data_text(status: StoreStatus) -> str:
    """Counts of everything that is kept, side by side: what draws lies below, and is to be seen without scrolling."""
    states = [line for line in _livscyklus(status) if line[2]]
    half = (len(states) + 1) // 2
    head: Line = (tr("Mødesteder"), "moedested", status.moedesteder)
    return _table([(head, None), *zip_longest(states[:half], states[half:]), *_places(status)])


def _livscyklus(status: StoreStatus) -> list[Line]:
    return [
        (oversat(code.navn), f"moedested:{code.kode}", status.livscyklus.get(code.kode, 0))
        for code in LOKALE_LISTER["livscyklus"]
    ]


def _places(status: StoreStatus) -> list[tuple[Line, Line]]:
    points, routes = status.facilitet_punkt, status.ruter
    benches = sum(points.get(kind, 0) for kind in BAENK_TYPER)
    walking, cycling, driving = (
        sum(routes.get(kind, 0) for kind in kinds)
        for kinds in (VANDRE_TYPER, CYKEL_TYPER, KOERE_TYPER)
    )
    others = sum(routes.values()) - walking - cycling - driving
    return [
        ((tr("Bænke"), "baenk", benches), (tr("Vandreruter"), "vandrerute", walking)),
        (
            (tr("Faciliteter"), "facilitet", sum(points.values()) - benches),
            (tr("Cykelruter"), "cykelrute", cycling),
        ),
        (
            (tr("Aktiviteter"), "aktivitet", status.aktiviteter),
            (tr("Køreruter"), "koererute", driving),
        ),
        (
            (tr("Bygninger og områder"), "omraade", status.omraader),
            (tr("Andre ruter"), "andenrute", others),
        ),
    ]


def latest_text(status: StoreStatus) -> str:
    """The last change: when and by whom. No row content."""
    latest = status.latest
    if latest is None:
        return tr("Endnu ingen ændringer.")
    when = klokken(latest.tid)
    if latest.af:
        return tr("Senest ændret {0} af {1}.").format(when, latest.af)
    return tr("Senest ændret {0}.").format(when)


def unsaved_text(state: PanelState) -> str:
    """What is not yet saved; empty when all is."""
    if not state.unsaved:
        return ""
    layers = ", ".join(f"{oversat(name)} ({number(rows)})" for name, rows in state.unsaved)
    return tr("Ikke gemt: {0}.").format(layers)


def checked_text(status: StoreStatus) -> str:
    """What the last run of the checks found."""
    checked = status.checked
    if checked is None:
        return tr("Data er ikke kontrolleret endnu.")
    counts = tr("Fejl: {0}, advarsler: {1}, anbefalinger: {2}.").format(
        *(number(checked.counts[alvor]) for alvor in Alvor)
    )
    return counts + "\n" + tr("Kontrolleret {0}.").format(klokken(checked.when))


def ready_text(status: StoreStatus) -> str:
    """Whether there is enough to show, what would go out, and how much is held back."""
    lines = [
        tr("Aktive mødesteder på kortet: {0} (mindst {1}).").format(
            number(status.active), number(status.active_wanted)
        ),
        tr("Klar til udgivelse: {0} mødesteder, {1} steder, {2} ruter.").format(
            number(status.ready.get("moedested", 0)),
            number(status.ready.get("facilitet_punkt", 0) + status.ready.get("facilitet_flade", 0)),
            number(status.ready.get("rute", 0)),
        ),
    ]
    held = sum(status.held.values())
    if held:
        lines.append(tr("Holdes tilbage, til fejlene er rettet: {0}.").format(number(held)))
    if status.checked is None:
        lines.append(tr("Tallene er uden kontrol."))
    return "\n".join(lines)


def out_there_text(published: UdeNu | None) -> str:
    """How old the published data are, and whether citizens still see activities that are over."""
    if published is None:
        return ""
    days = published.dage
    lines = [
        tr("Udgivet i dag.")
        if days <= 0
        else tr("Udgivet i går.")
        if days == 1
        else tr("Udgivet for {} dage siden.").format(number(days))
    ]
    if published.udloebne:
        lines.append(
            tr("Udgivne aktiviteter, der er overstået: {}. Udgiv igen.").format(
                number(published.udloebne)
            )
        )
    return "\n".join(lines)


def number(value: int) -> str:
    """With the user's own thousands separator."""
    return QLocale().toString(value)


def _table(pairs: Iterable[tuple[Line | None, Line | None]]) -> str:
    rows = "".join(
        f'<tr>{_cells(left)}<td width="{GAP}"></td>{_cells(right)}</tr>' for left, right in pairs
    )
    return f'<table width="100%" cellspacing="0" cellpadding="1">{rows}</table>'


def _cells(line: Line | None) -> str:
    if line is None:
        return "<td></td><td></td>"
    text, target, rows = line
    inset = INDENT * target.rpartition(":")[2].isdigit()
    return (
        f'<td style="padding-left: {inset}px">'
        f'<a href="{escape(target)}" style="text-decoration: none">{escape(text)}</a></td>'
        f'<td align="right">{number(rows)}</td>'
    )
