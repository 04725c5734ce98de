# SPDX-License-Identifier: GPL-2.0-or-later
"""One field of a layer: alias, widget, default value and constraints, all from the domain's description."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    Qgis,
    QgsDefaultValue,
    QgsEditorWidgetSetup,
    QgsExpression,
    QgsFieldConstraints,
    QgsVectorLayer,
)

from moedested_plugin.domain.betingelse import Alle, Mellem, SidsteCiffer
from moedested_plugin.domain.ejerskab import er_ejerens, kan_vaere_andres
from moedested_plugin.domain.felt import Felt, Standard, Type
from moedested_plugin.domain.kodelister import UDGAAET
from moedested_plugin.domain.regler import ADRESSEFELTER, Regel, regler_for

from .lag import Lag
from .relationer import opslagsrelation
from .udtryk import EGET, betingelse_i, standard_udtryk, udtryk

#: Lists with more codes than this are searched by typing.
LANG_LISTE = frozenset({"d_5800_facilitet", "d_basis_ansvarlig_myndighed"})
#: Texts longer than this get several lines.
EN_LINJE = 254
#: Soft rules that speak of the same field are said there from so many on.
MANGE = 3
#: Check boxes of a list of codes stand in columns; where the texts are longer than here in two: the docked form is narrow.
SPALTER = {"ugedag": 4, "maaned": 4, "uge_i_maaned": 5}

#: What the forms show of a code follows from its other fields.
VISNING = f"""\"navn\" || if(\"aktiv\" = 0, '{UDGAAET}', '')"""

_HARD = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthHard
_SOFT = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthSoft
_NOT_NULL = QgsFieldConstraints.Constraint.ConstraintNotNull
#: The checks that the soft constraints of a layer leave out.
_SLAAET_FRA = "moedested/regler_slaaet_fra"
_EXPRESSION = QgsFieldConstraints.Constraint.ConstraintExpression


def er_flerlinjet(felt: Felt) -> bool:
    """Whether the text is written on several lines."""
    return (
        felt.type is Type.TEKST
        and (felt.laengde or 0) > EN_LINJE + 16
        and felt.navn not in ADRESSEFELTER
        and felt.navn != "sti"
    )


def indret_felt(layer: QgsVectorLayer, lag: Lag, felt: Felt) -> None:
    """Give the layer's field everything but its place in the form."""
    index = layer.fields().indexFromName(felt.navn)
    layer.setFieldAlias(index, felt.alias)
    type_, opsaetning = widget(lag, felt)
    layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup(type_, opsaetning))
    vaerdi, ved_rettelse = standard_udtryk(felt, lag.standardtype)
    if felt.navn == "visning":
        vaerdi, ved_rettelse = VISNING, True
    if ved_rettelse and er_ejerens(felt) and kan_vaere_andres(lag.tabel):
        vaerdi = f"if({EGET}, {vaerdi}, {QgsExpression.quotedColumnRef(felt.navn)})"
    if vaerdi:
        layer.setDefaultValueDefinition(index, QgsDefaultValue(vaerdi, ved_rettelse))
    if felt.uaendret or felt.standard is Standard.NU or felt.standard is Standard.BRUGER:
        # A row that is split or copied is a new one.
        layer.setFieldSplitPolicy(index, Qgis.FieldDomainSplitPolicy.DefaultValue)
        layer.setFieldDuplicatePolicy(index, Qgis.FieldDuplicatePolicy.DefaultValue)
    if felt.laast:
        form = layer.editFormConfig()
        form.setReadOnly(index, True)
        layer.setEditFormConfig(form)


# Widgets ---------------------------------------------------------------------------------------------


def widget(lag: Lag, felt: Felt) -> tuple[str, dict[str, Any]]:
    """Give the type and the configuration of the field's editor widget."""
    if felt.henviser is not None:
        return "RelationReference", _henvisning(lag, felt)
    if felt.kodeliste is not None:
        return "ValueRelation", _koder(lag, felt)
    if felt.navn == "sti":
        return "ExternalResource", _FIL
    if felt.type is Type.DATO:
        return "DateTime", _dato("dd-MM-yyyy", felt)
    if felt.type is Type.TIDSPUNKT:
        return "DateTime", _dato("dd-MM-yyyy HH:mm", felt)
    if felt.type is Type.JA_NEJ:
        return "CheckBox", {"AllowNullState": not felt.obligatorisk}
    graenser = _graenser(felt)
    if graenser is not None:
        mindst, hoejst = graenser
        return "Range", {
            "Min": int(mindst), "Max": int(hoejst), "Step": 1, "Style": "SpinBox",
            "AllowNull": not felt.obligatorisk,
        }  # fmt: skip
    return "TextEdit", {"IsMultiline": er_flerlinjet(felt) or felt.er_json, "UseHtml": False}


def _graenser(felt: Felt) -> tuple[float, float] | None:
    """Bounds that the widget itself can keep: whole numbers of a modest size."""
    if felt.type is not Type.HELTAL or felt.krav is None or felt.laast:
        return None
    mellem = betingelse_i(felt.krav, Mellem)
    if mellem is None or mellem.hoejst > 1_000_000:
        return None
    return mellem.mindst, mellem.hoejst


def _dato(format_: str, felt: Felt) -> dict[str, Any]:
    ud: dict[str, Any] = {
        "display_format": format_, "field_format": "yyyy-MM-dd", "field_format_overwrite": False,
        "allow_null": True, "field_iso_format": False,
    }  # fmt: skip
    if felt.laast:
        ud["calendar_popup"] = False
    # Else left unsaid: the field then gets its calendar. Said, QGIS makes two more for every date, for a search, and
    # a calendar takes as long as several fields.
    return ud


_FIL: dict[str, Any] = {
    "FileWidget": True, "FileWidgetButton": True, "FileWidgetFilter": "Billeder (*.jpg *.jpeg *.png *.webp)",
    "StorageMode": 0, "RelativeStorage": 1, "DocumentViewer": 1, "DocumentViewerHeight": 180,
    "DocumentViewerWidth": 240, "UseLink": False,
}  # fmt: skip


def _koder(lag: Lag, felt: Felt) -> dict[str, Any]:
    liste = felt.kodeliste or ""
    flere = felt.type is Type.KODER
    return {
        "Layer": "moedested_kodeliste", "LayerName": "Kodelister", "Key": "kode", "Value": "visning",
        # Constant on purpose: current_value() makes QGIS 3.40 fall over, and shows every list in multi-edit.
        "FilterExpression": _kodefilter(lag, felt, liste),
        "AllowMulti": flere, "NofColumns": SPALTER.get(liste, 2) if flere else 1,
        "AllowNull": not flere, "OrderByKey": True, "OrderByValue": False,
        "UseCompleter": liste in LANG_LISTE, "CompleterMatchFlags": 1, "Description": "",
        "DisplayGroupName": False, "Group": "",
    }  # fmt: skip


def _kodefilter(lag: Lag, felt: Felt, liste: str) -> str:
    led = [f"\"liste\" = '{liste}'"]
    if felt.navn == lag.typefelt:
        cifre = _sidste_cifre(felt)
        if cifre:
            led.append(f'"kode" % 10 IN ({cifre})')
        for ord_, koder in (("IN", lag.typer), ("NOT IN", lag.undtagen)):
            if koder:
                led.append(f'"kode" {ord_} ({", ".join(map(str, koder))})')
    return " AND ".join(led)


def _sidste_cifre(felt: Felt) -> str:
    ciffer = betingelse_i(felt.krav, SidsteCiffer) if felt.krav is not None else None
    return ", ".join(map(str, ciffer.cifre)) if ciffer is not None else ""


def _henvisning(lag: Lag, felt: Felt) -> dict[str, Any]:
    relation = opslagsrelation(lag, felt)
    maal = relation.foraelder
    return {
        "Relation": relation.id, "ReferencedLayerId": maal.id, "ReferencedLayerName": maal.titel,
        # Also where it must be filled: else QGIS itself picks the first row in the list, without a word.
        "AllowNULL": True, "ShowForm": False, "ShowOpenFormButton": not maal.opslag,
        "MapIdentification": maal.geometri is not None, "AllowAddFeatures": maal.rolle == "organisation",
        "OrderByValue": True, "ReadOnly": False, "ChainFilters": False, "FetchLimitActive": True,
        "FetchLimitNumber": 100,
    }  # fmt: skip


# Constraints -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Feltkrav:
    """The one expression that QGIS takes per field, made of one or more rules of the same hardness."""

    udtryk: str
    besked: str
    haard: bool


def indret_krav(layer: QgsVectorLayer, lag: Lag) -> None:
    """Set the constraints of all fields: the hard ones grey OK, the soft ones are advice."""
    for felt in lag.tabel.felter:
        if felt.obligatorisk:
            index = layer.fields().indexFromName(felt.navn)
            layer.setFieldConstraint(index, _NOT_NULL, _HARD)
    for navn, krav in feltkrav(lag).items():
        _saet_krav(layer, navn, krav)


def ret_krav(layer: QgsVectorLayer, lag: Lag, slaaet_fra: Collection[str]) -> None:
    """Let the soft constraints be those of the checks that are on; what others have written themselves is left alone."""
    kendt = str(layer.customProperty(_SLAAET_FRA, ""))
    nu = " ".join(
        sorted({r.kode for r in regler_for(lag.tabelnavn) if not r.haard}.intersection(slaaet_fra))
    )
    if nu == kendt or layer.isEditable():
        return
    foer, efter = feltkrav(lag, kendt.split()), feltkrav(lag, nu.split())
    for navn in foer.keys() | efter.keys():
        var = foer[navn].udtryk if navn in foer else ""
        index = layer.fields().indexFromName(navn)
        if foer.get(navn) != efter.get(navn) and layer.constraintExpression(index) == var:
            _saet_krav(layer, navn, efter.get(navn))
    layer.setCustomProperty(_SLAAET_FRA, nu)


def _saet_krav(layer: QgsVectorLayer, navn: str, krav: Feltkrav | None) -> None:
    index = layer.fields().indexFromName(navn)
    if krav is None:
        layer.setConstraintExpression(index, "", "")
        layer.removeFieldConstraint(index, _EXPRESSION)
    else:
        layer.setConstraintExpression(index, krav.udtryk, krav.besked)
        layer.setFieldConstraint(index, _EXPRESSION, _HARD if krav.haard else _SOFT)


def feltkrav(lag: Lag, slaaet_fra: Collection[str] = ()) -> dict[str, Feltkrav]:
    """Give the constraint expressions by field.

    A field has one expression of one hardness. Where hard and soft rules meet on a field, the soft one is put on
    another field that it speaks of. What a field such as the lifecycle asks of many others is said at that field:
    on the first tab, in one mark, and in one expression, since QGIS reads them all anew for each field it fills.
    """
    haarde: dict[str, list[Regel]] = {}
    bloede: dict[str, list[Regel]] = {}
    for regel in regler_for(lag.tabelnavn):
        felter = [navn for navn in regel.felter if lag.tabel.har(navn)]
        if regel.haard and felter and not holdes_af_formularen(regel, lag):
            haarde.setdefault(felter[0], []).append(regel)
    steder = {
        regel: [navn for navn in regel.felter if lag.tabel.har(navn) and navn not in haarde]
        for regel in regler_for(lag.tabelnavn)
        if not regel.haard
    }
    naevnt = Counter(navn for felter in steder.values() for navn in felter)
    for regel, felter in steder.items():
        if felter and regel.kode not in slaaet_fra:
            faelles = max(felter, key=naevnt.__getitem__)
            felt = faelles if naevnt[faelles] >= MANGE else felter[0]
            bloede.setdefault(felt, []).append(regel)
    return {navn: _samlet(regler, lag) for navn, regler in {**bloede, **haarde}.items()}


def _samlet(regler: list[Regel], lag: Lag) -> Feltkrav:
    led = [_kort_laengde(regel, lag) for regel in regler if _er_laengde(regel)]
    resten = tuple(regel.krav for regel in regler if not _er_laengde(regel))
    if resten:
        led.append(udtryk(Alle(resten), lag.tabel))
    return Feltkrav(" AND ".join(led), " ".join(regel.besked for regel in regler), regler[0].haard)


def _er_laengde(regel: Regel) -> bool:
    return regel.kode.endswith(".for_lang")


def _kort_laengde(regel: Regel, lag: Lag) -> str:
    """Give a length as an expression. QGIS reads every one anew for each field it fills, so the many are short.

    An emoji then counts as two, as it does where a single line of text stops by itself.
    """
    return f'coalesce(length("{regel.felt}"), 0) <= {lag.tabel.felt(regel.felt).laengde}'


def holdes_af_formularen(regel: Regel, lag: Lag) -> bool:
    """Whether the form lets nobody break this hard rule, so that it needs no expression.

    Each expression puts a mark on its label; with marks everywhere the mandatory fields could not be seen.
    """
    felt = lag.tabel.felt(regel.felt)
    art = regel.kode.rsplit(".", 1)[1]
    if len(regel.felter) > 1:
        return False
    if felt.laast:
        return True  # made by itself
    if art == "mangler":
        return felt.type is not Type.TEKST  # NOT NULL says it; only text can be blank
    if art == "for_lang":
        return not er_flerlinjet(felt)  # a single line takes no more
    return (
        felt.henviser is not None
        or felt.type is Type.KODER  # ticks are always a list, or NULL
        or widget(lag, felt)[0] == "Range"
        or felt.navn == lag.typefelt
    )
