# SPDX-License-Identifier: GPL-2.0-or-later
"""How a row is named in lists, and how the attribute table is laid out."""

from __future__ import annotations

from qgis.core import QgsAttributeTableConfig, QgsVectorLayer

from moedested_plugin.domain.felt import Type

from .lag import Lag

_DATO = "format_date({}, 'dd-MM-yyyy')"
#: What there is of the parts, with a dot between.
_PRIK = "array_to_string(array_filter(array({}), coalesce(@element, '') <> ''), ' · ')"

#: What a row is called, where that is not its type.
_NAVNE = {
    "moedested": '"navn"',
    "organisation": '"navn"',
    "kodeliste": 'concat("liste", \' \', "kode", \': \', "visning")',
    "aktivitet": _PRIK.format('"navn", ' + _DATO.format('"dato_fra"') + ', "klokken"'),
    "tilknytning": _PRIK.format(
        'represent_value("moedested_id"), represent_value("rolle_k"), '
        'CASE WHEN "facilitet_punkt_id" IS NOT NULL THEN represent_value("facilitet_punkt_id") '
        'WHEN "facilitet_flade_id" IS NOT NULL THEN represent_value("facilitet_flade_id") '
        'WHEN "rute_id" IS NOT NULL THEN represent_value("rute_id") END'
    ),
    "udstyr": _PRIK.format(
        'represent_value("type_k"), "udstyr_nr", represent_value("udstyr_status_k")'
    ),
    "medvirkende": _PRIK.format('represent_value("organisation_id"), represent_value("rolle_k")'),
    "besoegstal": _PRIK.format(
        _DATO.format('"fra"') + ", " + _DATO.format('"til"') + ", \"antal\" || ' besøg'"
    ),
    "foto": 'coalesce(nullif(trim("billedtekst"), \'\'), "sti")',
    "straekning": _PRIK.format("represent_value(\"underlag_k\"), round(length(@geometry)) || ' m'"),
    "kildepost": 'coalesce("navn", "type", "kilde_noegle")',
    "netvaerk": 'coalesce("navn", "type", "netvaerk_id")',
}
_BREDDE = {Type.TEKST: 200, Type.KODER: 160, Type.DATO: 90, Type.TIDSPUNKT: 120}


def indret_visning(layer: QgsVectorLayer, lag: Lag) -> None:
    """Give the layer its display expression and its attribute table."""
    layer.setDisplayExpression(_visningsudtryk(lag))
    table = QgsAttributeTableConfig()
    table.update(layer.fields())
    kolonner = {kolonne.name: kolonne for kolonne in table.columns()}
    felter = {felt.navn: felt for felt in lag.tabel.felter}
    for navn, kolonne in kolonner.items():
        felt = felter.get(navn)
        kolonne.hidden = kolonne.type == QgsAttributeTableConfig.Type.Action or (
            felt is None or felt.laast or (felt.type is Type.UUID and felt.henviser is None)
        )
        if felt is not None:
            kolonne.width = _BREDDE.get(felt.type, 110)
    orden = [navn for navn in felter if navn in kolonner]
    synlige = [kolonner[navn] for navn in orden if not kolonner[navn].hidden]
    resten = [kolonne for kolonne in kolonner.values() if kolonne.hidden]
    table.setColumns([*synlige, *resten])
    if "navn" in felter:
        table.setSortExpression('"navn"')
    layer.setAttributeTableConfig(table)


def _visningsudtryk(lag: Lag) -> str:
    """Give the expression that names a row of the layer: with its own name, or that of its type."""
    if lag.tabelnavn in _NAVNE:
        return _NAVNE[lag.tabelnavn]
    return f'coalesce(nullif(trim("navn"), \'\'), represent_value("{lag.typefelt}"))'
