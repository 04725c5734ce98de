# SPDX-License-Identifier: GPL-2.0-or-later
"""The conditions of the domain mean the same to QGIS as to Python, on any row."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
)
from qgis.PyQt.QtCore import QMetaType

from moedested_plugin.domain.betingelse import (
    GEOMETRI,
    Alle,
    Betingelse,
    EnAf,
    Ikke,
    Laengde,
    Ligner,
    SidsteCiffer,
    Tom,
    hvis,
    udfyldt,
)
from moedested_plugin.domain.felt import Felt, Standard, Tabel, Type
from moedested_plugin.domain.regler import regler_for
from moedested_plugin.domain.skema import DOMAENETABELLER, tabel
from moedested_plugin.project.raekke import feature_af
from moedested_plugin.project.udtryk import betingelse_i, standard_udtryk, udtryk

QT_TYPER = {
    Type.HELTAL: QMetaType.Type.Int,
    Type.TAL: QMetaType.Type.Double,
    Type.JA_NEJ: QMetaType.Type.Bool,
    Type.DATO: QMetaType.Type.QDate,
    Type.TIDSPUNKT: QMetaType.Type.QDateTime,
}
TEKSTER = (
    "", " ", " \t\r\n", "\u00a0", "a", "ab", "abc", "😀", "😀a", "😀ab", "04-01", "02-30", "4-1", "14:00-16:00",
    "24:00-25:00", "http://a.b", "https://www.guldborgsund.dk/", "https://x", "ftp://a.b", "http://a.b\n",
    "62f56d95-5c93-4c14-9be4-f4268b258226", "62F56D95-5C93-4C14-9BE4-F4268B258226", "62f56d95",
    "62f56d95-5c93-4c14-9be4-f4268b258226\n", "moedested", "facilitet_punkt", "x'y\"z\\", "%", "[a]",
)  # fmt: skip
PUNKT = bytes(QgsGeometry.fromPointXY(QgsPointXY(685000, 6075000)).asWkb())
KODER = st.lists(st.sampled_from((1, 2, 5, 98, 99)), max_size=4)


def vaerdier(felt: Felt) -> st.SearchStrategy[Any]:
    if felt.type in {Type.TEKST, Type.UUID}:
        laengde = felt.laengde or 10
        # PyQt takes a byte order mark at the beginning of a text away before QGIS sees it.
        tekst = st.text(
            st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), max_size=6
        )
        graense = st.sampled_from(
            ("x" * laengde, "x" * (laengde + 1), "😀" * laengde, "😀" * (laengde + 1))
        )
        return st.one_of(st.sampled_from(TEKSTER), tekst, graense)
    if felt.type is Type.HELTAL:
        naere = (0, 1, 2, 3, 4, 5, 98, 99, 120, 121, 799, 800, 1371, 1201, 1012, 9999, -9, -1)
        return st.one_of(st.sampled_from(naere), st.integers(-20_000, 100_000_000))
    return {
        Type.TAL: st.one_of(
            st.sampled_from((0.0, 0.09, 0.1, 50.0, 500.99, 501.0)), st.floats(-1e6, 2e7)
        ),
        Type.JA_NEJ: st.booleans(),
        Type.DATO: st.dates(dt.date(2020, 1, 1), dt.date(2020, 1, 5)),
        Type.TIDSPUNKT: st.datetimes(
            dt.datetime(2020, 1, 1),  # noqa: DTZ001 - hypothesis wants bounds without a zone
            dt.datetime(2030, 1, 1),  # noqa: DTZ001
            timezones=st.just(dt.timezone.utc),
        ),
        Type.KODER: st.one_of(KODER, st.sampled_from(({}, {"a": 1}))),
        Type.LISTE: st.one_of(st.just([]), st.just(["2026-12-24"]), st.just({"a": 1})),
        Type.OBJEKT: st.sampled_from(({}, {"a": 1}, [], [1])),
    }[felt.type]


def raekker(beskrevet: Tabel) -> st.SearchStrategy[dict[str, Any]]:
    felter: dict[str, st.SearchStrategy[Any]] = {
        felt.navn: st.one_of(st.none(), vaerdier(felt)) for felt in beskrevet.felter
    }
    if beskrevet.geometri is not None:
        felter[GEOMETRI] = st.sampled_from((None, PUNKT))
    return st.fixed_dictionaries(felter)


def felter_af(beskrevet: Tabel) -> QgsFields:
    fields = QgsFields()
    for felt in beskrevet.felter:
        if felt.er_json:
            fields.append(
                QgsField(felt.navn, QMetaType.Type.QVariantMap, subType=QMetaType.Type.QString)
            )
        else:
            fields.append(QgsField(felt.navn, QT_TYPER.get(felt.type, QMetaType.Type.QString)))
    return fields


def betingelser(beskrevet: Tabel) -> list[Betingelse]:
    ud = [regel.krav for regel in regler_for(beskrevet.navn)]
    for felt in beskrevet.felter:
        ud += [b for b in (felt.kraevet_naar, felt.vis_naar) if b is not None]
        ud += [Tom(felt.navn), udfyldt(felt.navn)]
    return ud


def kontekst(fields: QgsFields) -> QgsExpressionContext:
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.globalScope())
    context.setFields(fields)
    return context


@pytest.mark.parametrize("beskrevet", DOMAENETABELLER, ids=lambda t: t.navn)
def test_qgis_and_python_agree_on_every_condition(qgis_app: Any, beskrevet: Tabel) -> None:
    fields = felter_af(beskrevet)
    context = kontekst(fields)
    par = []
    egne = betingelser(beskrevet)
    # A form joins several rules, and the panel asks for what breaks one.
    for betingelse in [*egne, *map(Ikke, egne), *(Alle(par) for par in zip(egne, egne[1:]))]:
        kompileret = QgsExpression(udtryk(betingelse, beskrevet))
        assert not kompileret.hasParserError(), kompileret.parserErrorString()
        assert kompileret.prepare(context)
        par.append((betingelse, kompileret))

    @seed(25832)
    @settings(max_examples=150, deadline=None, database=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(raekker(beskrevet))
    def enige(raekke: dict[str, Any]) -> None:
        feature = feature_af(beskrevet, raekke, QgsFeature(fields))
        context.setFeature(feature)
        for betingelse, kompileret in par:
            svar = kompileret.evaluate(context)
            assert not kompileret.hasEvalError(), kompileret.evalErrorString()
            assert bool(svar) == betingelse.holder(raekke), (betingelse, kompileret.expression())

    enige()


@pytest.mark.parametrize("beskrevet", DOMAENETABELLER, ids=lambda t: t.navn)
def test_every_default_is_an_expression_that_qgis_understands(
    qgis_app: Any, beskrevet: Tabel
) -> None:
    for felt in beskrevet.felter:
        vaerdi, _ = standard_udtryk(felt, 1371)
        if felt.standard is None:
            assert vaerdi == ""
        else:
            assert not QgsExpression(vaerdi).hasParserError(), (felt.navn, vaerdi)


def evalueret(tekst: str, wkt: str, **variable: Any) -> Any:
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.globalScope())
    for navn, vaerdi in variable.items():
        context.lastScope().setVariable(navn, vaerdi)
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt(wkt))
    context.setFeature(feature)
    expression = QgsExpression(tekst)
    svar = expression.evaluate(context)
    assert not expression.hasEvalError(), expression.evalErrorString()
    return svar


@pytest.mark.parametrize(
    ("wkt", "km"),
    [
        ("MultiLineString((0 0, 1234 0))", 1.23),
        ("MultiLineString((0 0, 1000 0), (2000 0, 2500 0))", 1.5),
        ("MultiLineString((0 0, 99 0))", 0.1),
        ("MultiLineString((0 0, 90 0))", None),
        ("MultiLineString((0 0, 500990 0))", 500.99),
        ("MultiLineString((0 0, 501000 0))", None),
    ],
)
def test_length_of_a_route_is_in_km_or_nothing(qgis_app: Any, wkt: str, km: float | None) -> None:
    vaerdi, ved_rettelse = standard_udtryk(tabel("rute").felt("laengde"), None)
    assert ved_rettelse
    svar = evalueret(vaerdi, wkt)
    assert svar == pytest.approx(km) if km is not None else not svar


@pytest.mark.parametrize(
    ("wkt", "rundt"),
    [
        ("MultiLineString((0 0, 1000 0, 1000 1000, 0 10))", True),
        ("MultiLineString((0 0, 1000 0, 1000 1000, 0 30))", False),
        ("MultiLineString((0 0, 1000 0), (1000 0, 0 5))", True),
        ("MultiLineString EMPTY", False),
    ],
)
def test_a_route_is_a_round_trip_when_it_ends_where_it_began(
    qgis_app: Any, wkt: str, rundt: bool
) -> None:
    vaerdi, ved_rettelse = standard_udtryk(tabel("rute").felt("rundtur"), None)
    assert not ved_rettelse
    assert evalueret(vaerdi, wkt) == rundt


def test_the_user_is_named_by_the_account_when_windows_knows_no_full_name(qgis_app: Any) -> None:
    vaerdi, _ = standard_udtryk(tabel("rute").felt("oprettet_af"), None)
    assert evalueret(vaerdi, "", user_full_name="Ida Jensen") == "Ida Jensen"
    assert evalueret(vaerdi, "", user_full_name="", user_account_name="ij") == "ij"


def test_the_geofa_user_is_the_municipality_until_it_is_told(qgis_app: Any) -> None:
    vaerdi, _ = standard_udtryk(tabel("rute").felt("bruger_id"), None)
    assert evalueret(vaerdi, "", geofa_bruger="gf", kommunenavn="Lolland") == "gf"
    assert evalueret(vaerdi, "", geofa_bruger="", kommunenavn="Lolland") == "Lolland"


def test_the_type_of_a_layer_is_the_default_of_its_type_field() -> None:
    felt = tabel("rute").felt("rute_ty_k")
    assert felt.standard is Standard.LAGETS_TYPE
    assert standard_udtryk(felt, 5) == ("5", False)
    assert standard_udtryk(felt, None) == ("", False)


def test_parts_of_a_condition_are_found_by_kind() -> None:
    type_ = tabel("facilitet_flade").felt("facil_ty_k")
    assert type_.krav is not None
    fundet = betingelse_i(type_.krav, SidsteCiffer)
    assert fundet is not None
    assert fundet.cifre == (1, 3)
    telefon = tabel("moedested").felt("link").kraevet_naar
    assert telefon is not None
    assert betingelse_i(telefon, EnAf) is not None
    assert betingelse_i(telefon, Ligner) is None


def test_an_expression_says_nothing_twice() -> None:
    """QGIS reads every expression anew for each field that a form fills."""
    moedested = tabel("moedested")
    fyldt, aktiv = udfyldt("gyldig_fra"), EnAf("livscyklus_k", (3,))
    lang = Laengde("navn", 3, 254)
    assert udtryk(Ikke(fyldt), moedested) == '"gyldig_fra" IS NULL'
    assert udtryk(hvis(aktiv, fyldt), moedested) == (
        '(("livscyklus_k" = 3) IS NOT 1 OR "gyldig_fra" IS NOT NULL)'
    )
    navn = udfyldt("navn")
    assert udtryk(Alle((navn, hvis(navn, lang))), moedested) == udtryk(
        Alle((navn, lang)), moedested
    )
    assert udtryk(Alle((hvis(aktiv, fyldt), hvis(aktiv, navn))), moedested) == udtryk(
        hvis(aktiv, Alle((fyldt, navn))), moedested
    )
    uuid = next(r for r in regler_for("moedested") if r.kode == "moedested.adr_id.form")
    assert "[0-9a-fA-F]{8}" in udtryk(uuid.krav, moedested)


def test_an_unknown_kind_of_condition_is_a_mistake_of_ours() -> None:
    class Fremmed(Betingelse):
        pass

    with pytest.raises(NotImplementedError, match="Fremmed"):
        udtryk(Fremmed(), tabel("moedested"))
