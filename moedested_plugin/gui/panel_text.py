# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel's numbers as rich text with links. A link names a layer role and, after a colon, a code or a rule."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from qgis.PyQt.QtCore import QLocale

from moedested_plugin.domain.kodelister import LOKALE_LISTER
from moedested_plugin.domain.regler import Regel
from moedested_plugin.domain.steder import BAENK_TYPER, CYKEL_TYPER, KOERE_TYPER, VANDRE_TYPER
from moedested_plugin.i18n import oversat, tr

from .panel_state import PanelState
from .status import Findings, StoreStatus

Line = tuple[str, str, int]

#: How far the states of a mødested stand in from the margin (px).
INDENT = 14


def data_text(status: StoreStatus) -> str:
    """Counts of everything that is kept."""
    lines = [(tr("Mødesteder"), "moedested", status.moedesteder), *_livscyklus(status)]
    return _table(line for line in [*lines, *_places(status)] if line[2] or ":" not in line[1])


def _livscyklus(status: StoreStatus) -> list[Line]:
    return [
        (oversat(code.navn), f"moedested:{code.kode}", status.livscyklus.get(code.kode, 0))
        for code in LOKALE_LISTER["livscyklus"]
    ]


def _places(status: StoreStatus) -> list[Line]:
    points, routes = status.facilitet_punkt, status.ruter
    benches = sum(points.get(kind, 0) for kind in BAENK_TYPER)
    walking, cycling, driving = (
        sum(routes.get(kind, 0) for kind in kinds)
        for kinds in (VANDRE_TYPER, CYKEL_TYPER, KOERE_TYPER)
    )
    return [
        (tr("Bænke"), "baenk", benches),
        (tr("Faciliteter"), "facilitet", sum(points.values()) - benches),
        (tr("Bygninger og områder"), "omraade", status.omraader),
        (tr("Vandreruter"), "vandrerute", walking),
        (tr("Cykelruter"), "cykelrute", cycling),
        (tr("Køreruter"), "koererute", driving),
        (tr("Andre ruter"), "andenrute", sum(routes.values()) - walking - cycling - driving),
        (tr("Aktiviteter"), "aktivitet", status.aktiviteter),
    ]


def latest_text(status: StoreStatus) -> str:
    """The last change: when and by whom. No row content."""
    latest = status.latest
    if latest is None:
        return tr("Endnu ingen ændringer.")
    when = latest.tid.astimezone().strftime("%d.%m.%Y %H:%M")
    if latest.af:
        return tr("Senest ændret {0} af {1}.").format(when, latest.af)
    return tr("Senest ændret {0}.").format(when)


def unsaved_text(state: PanelState) -> str:
    """What is not yet saved; empty when all is."""
    if not state.unsaved:
        return ""
    layers = ", ".join(f"{oversat(name)} ({number(rows)})" for name, rows in state.unsaved)
    return tr("Ikke gemt: {0}.").format(layers)


def findings_text(found: Iterable[Findings]) -> str:
    """Broken rules with their counts, the most frequent first."""
    worst = sorted(found, key=lambda finding: (-finding.rows, finding.regel.kode))
    return _table(
        (oversat(finding.regel.besked), link(finding.regel), finding.rows) for finding in worst
    )


def ready_text(status: StoreStatus) -> str:
    """What would go out, and how much is held back."""
    ready = tr("Klar til udgivelse: {0} mødesteder, {1} steder, {2} ruter.").format(
        number(status.ready.get("moedested", 0)),
        number(status.ready.get("facilitet_punkt", 0) + status.ready.get("facilitet_flade", 0)),
        number(status.ready.get("rute", 0)),
    )
    held = sum(status.held.values())
    if not held:
        return ready
    return ready + "\n" + tr("Holdes tilbage, til fejlene er rettet: {0}.").format(number(held))


def link(rule: Regel) -> str:
    """Where a click on a rule leads."""
    return f"{rule.tabel}:{rule.kode}"


def number(value: int) -> str:
    """With the user's own thousands separator."""
    return QLocale().toString(value)


def _table(lines: Iterable[Line]) -> str:
    rows = "".join(
        f'<tr><td width="100%" style="padding-left: {INDENT * target.rpartition(":")[2].isdigit()}px">'
        f'<a href="{escape(target)}" style="text-decoration: none">{escape(text)}</a></td>'
        f'<td align="right">{number(rows)}</td></tr>'
        for text, target, rows in lines
    )
    return f'<table width="100%" cellspacing="0" cellpadding="1">{rows}</table>' if rows else ""
