# SPDX-License-Identifier: GPL-2.0-or-later
"""The rules of a renderer from the signatures of a role; the rules are also the legend."""

from __future__ import annotations

from qgis.core import QgsRuleBasedRenderer

from moedested_plugin.domain.signatur import Saerlig, Signatur, Valg
from moedested_plugin.domain.signaturer import SIGNATURER

from .symboler import symbol

#: Short-circuits on the rows, nearly all, that have no closing dates.
LUKKET = (
    '("lukket_fra" IS NOT NULL OR "lukket_til" IS NOT NULL)'
    ' AND coalesce("lukket_fra" <= to_date(now()), TRUE)'
    ' AND coalesce("lukket_til" >= to_date(now()), TRUE)'
)

_SAERLIG = {Saerlig.LUKKET: LUKKET, Saerlig.FORHINDRING: '"forhindring_k" > 0'}


def renderer(rolle: str, *, offentlig: bool) -> QgsRuleBasedRenderer:
    """Give the renderer of a role; for a publication only with the categories that can occur there."""
    root = QgsRuleBasedRenderer.Rule(None)  # type: ignore[arg-type]  # the stubs forget that a root has none
    for signatur in SIGNATURER[rolle]:
        if signatur.offentlig or not offentlig:
            root.appendChild(_rule(signatur, rolle, offentlig=offentlig))
    return QgsRuleBasedRenderer(root)


def _rule(signatur: Signatur, path: str, *, offentlig: bool) -> QgsRuleBasedRenderer.Rule:
    tegn = None if signatur.tegn is None else symbol(signatur.tegn, offentlig=offentlig)
    rule = QgsRuleBasedRenderer.Rule(
        tegn,  # type: ignore[arg-type]  # and so have headings
        maximumScale=signatur.skala.fra,
        minimumScale=signatur.skala.til,
        filterExp=_filter(signatur),
        label=signatur.tekst,
        elseRule=signatur.ellers,
    )
    path = f"{path}/{signatur.noegle}"
    rule.setRuleKey(
        path
    )  # stable, so that a legend or a theme that hides a line still does tomorrow
    for child in signatur.under:
        if child.offentlig or not offentlig:
            rule.appendChild(_rule(child, path, offentlig=offentlig))
    return rule


def _filter(signatur: Signatur) -> str:
    if signatur.ellers:
        return ""
    if signatur.saerlig is not None:
        return _SAERLIG[signatur.saerlig]
    return " AND ".join(_valg(valg) for valg in signatur.valg)


def _valg(valg: Valg) -> str:
    if valg.interval is not None:
        return f'"{valg.felt}" BETWEEN {valg.interval[0]} AND {valg.interval[1]}'
    if len(valg.koder) == 1:
        return f'"{valg.felt}" = {valg.koder[0]}'
    return f'"{valg.felt}" IN ({", ".join(str(kode) for kode in valg.koder)})'
