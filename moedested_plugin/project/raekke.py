# SPDX-License-Identifier: GPL-2.0-or-later
"""A row of a layer as the row that `domain` and `store` speak of, and back."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from typing import Any, Union

from qgis.core import NULL, QgsFeature, QgsGeometry, QgsUnsetAttributeValue
from qgis.PyQt.QtCore import QByteArray, QDate, QDateTime, QTime, QTimeZone, QVariant

from moedested_plugin.domain.betingelse import GEOMETRI, Vaerdi, fra_json
from moedested_plugin.domain.felt import Felt, Tabel, Type

_UTC = QTimeZone.utc()


def raekke_af(
    tabel: Tabel, feature: QgsFeature, felter: Iterable[str] | None = None
) -> dict[str, Vaerdi]:
    """The feature as a row: the fields of the table that the layer has (or only those named), and the geometry."""
    lagets = feature.fields()
    navne = tabel.feltnavne if felter is None else felter
    raekke: dict[str, Vaerdi] = {}
    for navn in navne:
        nummer = lagets.lookupField(navn) if navn != GEOMETRI else -1
        if nummer >= 0:
            raekke[navn] = domaenevaerdi(tabel.felt(navn), feature.attribute(nummer))
    if tabel.geometri is not None and (felter is None or GEOMETRI in navne):
        raekke[GEOMETRI] = wkb(feature.geometry())
    return raekke


def domaenevaerdi(felt: Felt, vaerdi: Any) -> Vaerdi:  # noqa: ANN401
    """A value of QGIS as the Python value of the field's type.

    What does not fit its type comes back as it is, so that the rules can say what is wrong with it.
    """
    if er_null(vaerdi):
        return None
    if isinstance(vaerdi, QgsUnsetAttributeValue):  # QGIS 3.44, of what the database fills in
        vaerdi = vaerdi.defaultValueClause()
    if isinstance(vaerdi, QByteArray):
        return bytes(vaerdi)
    if isinstance(vaerdi, QDateTime):
        return _dato(vaerdi.date()) if felt.type is Type.DATO else _tidspunkt(vaerdi)
    if isinstance(vaerdi, QDate):
        return _dato(vaerdi)
    if felt.er_json:
        return _fra_json(felt, vaerdi)
    return _enkel(felt, vaerdi)


def _enkel(felt: Felt, vaerdi: Any) -> Vaerdi:  # noqa: ANN401
    try:
        if felt.type is Type.HELTAL and float(vaerdi) == int(float(vaerdi)):
            return int(vaerdi)
        if felt.type is Type.TAL:
            return float(vaerdi)
    except (TypeError, ValueError, OverflowError):
        return vaerdi  # type: ignore[no-any-return]  # text in a number field: left to the rules
    if felt.type is Type.JA_NEJ:
        return bool(vaerdi)
    if felt.type in {Type.TEKST, Type.UUID}:
        return str(vaerdi)
    return vaerdi  # type: ignore[no-any-return]


def _fra_json(felt: Felt, vaerdi: Any) -> Vaerdi:  # noqa: ANN401
    laest = fra_json(vaerdi)
    if felt.type is Type.KODER and isinstance(laest, (list, tuple)):
        # QGIS reads whole numbers of a JSON list as floats in some providers.
        return [int(led) if isinstance(led, float) and led.is_integer() else led for led in laest]
    return laest


def er_null(vaerdi: Any) -> bool:  # noqa: ANN401
    """Whether QGIS means that there is no value."""
    return (
        vaerdi is None
        or vaerdi == NULL
        or (isinstance(vaerdi, QVariant) and vaerdi.isNull())
        or (isinstance(vaerdi, (QDate, QDateTime)) and not vaerdi.isValid())
    )


def _dato(dag: QDate) -> dt.date:
    return dt.date(dag.year(), dag.month(), dag.day())


def _tidspunkt(tid: QDateTime) -> dt.datetime:
    utc = tid.toUTC()
    dag, klokken = utc.date(), utc.time()
    return dt.datetime(
        dag.year(), dag.month(), dag.day(), klokken.hour(), klokken.minute(), klokken.second(),
        klokken.msec() * 1000, tzinfo=dt.timezone.utc,
    )  # fmt: skip


def wkb(geometri: QgsGeometry) -> bytes | None:
    """The geometry as 2D WKB; None when there is nothing."""
    if geometri.isNull() or geometri.isEmpty():
        return None
    abstrakt = geometri.constGet()
    if abstrakt.is3D() or abstrakt.isMeasure():
        abstrakt = abstrakt.clone()
        abstrakt.dropZValue()
        abstrakt.dropMValue()
    return bytes(abstrakt.asWkb())


#: What QGIS takes as the value of a field.
QgisVaerdi = Union[None, bool, int, float, str, QDate, QDateTime, list, dict, QByteArray]  # type: ignore[type-arg]


def qgisvaerdi(felt: Felt, vaerdi: Vaerdi) -> QgisVaerdi:
    """The value as QGIS keeps it in a layer; None for nothing."""
    if isinstance(vaerdi, dt.datetime):
        # One millisecond is as precise as QGIS is; the stores keep no more.
        utc = vaerdi.astimezone(dt.timezone.utc)
        klokken = QTime(utc.hour, utc.minute, utc.second, utc.microsecond // 1000)
        return QDateTime(QDate(utc.year, utc.month, utc.day), klokken, _UTC)
    if isinstance(vaerdi, dt.date):
        return QDate(vaerdi.year, vaerdi.month, vaerdi.day)
    if isinstance(vaerdi, bytes):
        return QByteArray(vaerdi)
    if felt.er_json and isinstance(vaerdi, str):
        return json.loads(vaerdi)  # type: ignore[no-any-return]
    return vaerdi


def geometri_af(wkb_: bytes | None) -> QgsGeometry:
    """The geometry of a row; a null geometry for None."""
    geometri = QgsGeometry()
    if wkb_:
        geometri.fromWkb(QByteArray(wkb_))
    return geometri


def feature_af(tabel: Tabel, raekke: Mapping[str, Vaerdi], feature: QgsFeature) -> QgsFeature:
    """Fill a feature, which has its fields already, with the row."""
    for navn, vaerdi in raekke.items():
        if navn == GEOMETRI:
            feature.setGeometry(geometri_af(vaerdi if isinstance(vaerdi, bytes) else None))
        elif feature.fields().lookupField(navn) >= 0:
            feature.setAttribute(
                feature.fields().lookupField(navn), qgisvaerdi(tabel.felt(navn), vaerdi)
            )
    return feature
