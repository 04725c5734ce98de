# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from qgis.core import (
    Qgis,
    QgsEditorWidgetSetup,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsLayoutSize,
    QgsMapRendererCustomPainterJob,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsMarkerSymbol,
    QgsNullSymbolRenderer,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QRectF, QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from qgis.PyQt.QtXml import QDomDocument

from moedested_plugin.domain.signatur import NAER, PRIK
from moedested_plugin.domain.signaturer import SIGNATURER
from moedested_plugin.project.lag import LAG_AF_ROLLE
from moedested_plugin.project.styles import apply_style

Pixels = npt.NDArray[np.int16]
LAND = "#f4f1ea"
FIELDS = [
    "navn:string",
    "form_k:int",
    "livscyklus_k:int",
    "off_kode:int",
    "statuskode:int",
    "facil_ty_k:int",
    "rute_ty_k:int",
    "underlag_k:int",
    "type_k:int",
    "udstyr_status_k:int",
    "udstyr_nr:string",
    "lukket_fra:date",
    "lukket_til:date",
    "lukket_aarsag:string",
    "forhindring_k:int",
    "beskrivels:string",
    "sted:string",
    "aabningstid:string",
    "telefon:string",
    "laengde:double",
    "belaegn_k:int",
    "bredde_m:double",
    "note:string",
]
POINTS = ("moedested", "udstyr", "baenk", "facilitet", "kilde_punkt", "netvaerk_punkt")
AREAS = ("omraade", "kilde_flade")
BASE = {"statuskode": 3, "off_kode": 1}
DPI = 300


def geometry_of(rolle: str) -> str:
    return "Point" if rolle in POINTS else "Polygon" if rolle in AREAS else "LineString"


def make_layer(rolle: str, *, offentlig: bool = False) -> QgsVectorLayer:
    fields = "".join(f"&field={field}" for field in FIELDS)
    layer = QgsVectorLayer(f"Multi{geometry_of(rolle)}?crs=EPSG:25832{fields}", rolle, "memory")
    apply_style(layer, rolle, offentlig=offentlig)
    return layer


def put(layer: QgsVectorLayer, wkt: str, values: dict[str, Any]) -> None:
    feature = QgsFeature(layer.fields())
    for name, value in values.items():
        feature[name] = value
    geometry = QgsGeometry.fromWkt(wkt)
    geometry.convertToMultiType()
    feature.setGeometry(geometry)
    assert layer.dataProvider().addFeature(feature)


def map_settings(
    layers: list[QgsVectorLayer], scale: float, mm: tuple[float, float]
) -> QgsMapSettings:
    """Give a map of what lies around 0 0, on land."""
    width, height = (round(v / 25.4 * DPI) for v in mm)
    settings = QgsMapSettings()
    settings.setOutputDpi(DPI)
    settings.setOutputSize(QSize(width, height))
    settings.setDestinationCrs(layers[0].crs())
    half = [v / 1000 * scale / 2 for v in mm]
    settings.setExtent(QgsRectangle(-half[0], -half[1], half[0], half[1]))
    settings.setBackgroundColor(QColor(LAND))
    settings.setLayers(layers)
    settings.setFlag(Qgis.MapSettingsFlag.DrawLabeling, False)
    settings.setFlag(Qgis.MapSettingsFlag.Antialiasing, True)
    return settings


def draw(layers: list[QgsVectorLayer], scale: float, mm: tuple[float, float]) -> Pixels:
    """Render the map without labels, as pixels."""
    settings = map_settings(layers, scale, mm)
    image = QImage(settings.outputSize(), QImage.Format.Format_RGB32)
    image.fill(QColor(LAND))
    painter = QPainter(image)
    job = QgsMapRendererCustomPainterJob(settings, painter)
    job.renderSynchronously()
    painter.end()
    return pixels(image)


def pixels(image: QImage) -> Pixels:
    bits = image.convertToFormat(QImage.Format.Format_RGB32).constBits()
    assert bits is not None
    bits.setsize(image.sizeInBytes())
    flat = np.frombuffer(bits.asstring(), np.uint8).reshape(image.height(), image.width(), 4)
    rgb: Pixels = flat[:, :, 2::-1].astype(np.int16)
    return rgb


def grey(picture: Pixels) -> Pixels:
    luma = picture @ np.array([0.299, 0.587, 0.114])
    return np.repeat(luma[:, :, None], 3, axis=2).astype(np.int16)


def differing(one: Pixels, two: Pixels) -> int:
    """Count the pixels that an eye sees as different."""
    return int((np.abs(one - two).max(axis=2) > 40).sum())


SHAPES = {
    "Point": "Point (0 0)",
    "LineString": "LineString (-400 0, 400 0)",
    "Polygon": "Polygon ((-60 -40, 60 -40, 60 40, -60 40, -60 -40))",
}


def picture_of(rolle: str, values: dict[str, Any], *, mm: float | None = None) -> Pixels:
    """Draw one row at 1:5 000; `mm` shrinks a point to that size."""
    layer = make_layer(rolle)
    if mm is not None:
        shrink(layer, mm)
    kind = geometry_of(rolle)
    put(layer, SHAPES[kind], {**BASE, **values})
    size = (8.0, 8.0) if kind == "Point" else (30.0, 20.0)
    return draw([layer], 5_000, size)


def shrink(layer: QgsVectorLayer, mm: float) -> None:
    """Make the symbols of a point layer smaller in one proportion, so that the largest is `mm`."""
    renderer = layer.renderer()
    assert isinstance(renderer, QgsRuleBasedRenderer)
    rules = renderer.rootRule().descendants()
    symbols = [s for s in (rule.symbol() for rule in rules) if isinstance(s, QgsMarkerSymbol)]
    factor = mm / max(symbol.size() for symbol in symbols)
    for symbol in symbols:
        symbol.setSize(symbol.size() * factor)  # offsets and strokes follow


def moedesteder() -> dict[str, dict[str, Any]]:
    return {
        f"form {f}, livscyklus {liv}, synlighed {off}": {
            "form_k": f,
            "livscyklus_k": liv,
            "off_kode": off,
        }
        for f, liv, off in itertools.product((1, 2, 3, 4), (1, 2, 3, 4, 5), (1, 2, 3))
    }


def leaf_values(rolle: str) -> dict[str, dict[str, Any]]:
    """Give a row for every line of the legend of a role that stands for one code."""
    layer = make_layer(rolle)  # kept: its renderer goes with it
    renderer = layer.renderer()
    assert isinstance(renderer, QgsRuleBasedRenderer)
    out = {}
    for rule in renderer.rootRule().descendants():
        found = re.fullmatch(
            r'"(facil_ty_k|rute_ty_k|underlag_k)" (?:= |IN \()(\d+).*', rule.filterExpression()
        )
        if rule.symbol() and found and rule.isScaleOK(5_000):
            out[rule.label()] = {found[1]: int(found[2])}
    return out


def udstyr() -> dict[str, dict[str, Any]]:
    return {
        f"type {t}, status {s}": {"type_k": t, "udstyr_status_k": s}
        for t, s in itertools.product((1, 2), range(1, 7))
    }


def statuses(rolle: str, field: str, kode: int) -> dict[str, dict[str, Any]]:
    closed = {"lukket_til": QDate.currentDate().addDays(5)}
    return {
        f"{status} {off} {'lukket' if shut else ''}": {
            field: kode,
            "statuskode": status,
            "off_kode": off,
            **(closed if shut else {}),
        }
        for status, off, shut in itertools.product((1, 2, 3, 4), (1, 2, 3), (False, True))
    }


FAMILIES = {
    "moedested": ("moedested", moedesteder, 3.0, 12),
    "udstyr": ("udstyr", udstyr, 3.0, 12),
    "facilitet": ("facilitet", lambda: leaf_values("facilitet"), 3.0, 25),
    "baenk": ("baenk", lambda: leaf_values("baenk"), 3.0, 25),
    "facilitet status": ("facilitet", lambda: statuses("facilitet", "facil_ty_k", 1012), None, 12),
    "baenk status": ("baenk", lambda: statuses("baenk", "facil_ty_k", 1371), None, 12),
    "omraade": ("omraade", lambda: leaf_values("omraade"), None, 25),
    "omraade status": ("omraade", lambda: statuses("omraade", "facil_ty_k", 2051), None, 12),
    "vandrerute": ("vandrerute", lambda: leaf_values("vandrerute"), None, 100),
    "rute status": ("vandrerute", lambda: statuses("vandrerute", "rute_ty_k", 5), None, 12),
    "andenrute": ("andenrute", lambda: leaf_values("andenrute"), None, 100),
    "straekning": ("straekning", lambda: leaf_values("straekning"), None, 100),
}


@pytest.mark.usefixtures("qgis_app")
@pytest.mark.parametrize("family", FAMILIES)
def test_every_category_is_another_picture_in_colour_and_in_grey(family: str) -> None:
    rolle, rows, mm, least = FAMILIES[family]
    pictures = {name: picture_of(rolle, values, mm=mm) for name, values in rows().items()}
    assert len(pictures) >= 2
    empty = np.broadcast_to(pixels_of(LAND), next(iter(pictures.values())).shape)
    for name, picture in pictures.items():
        assert differing(picture, empty) > 100, f"{name} is not drawn"
    for (n1, p1), (n2, p2) in itertools.combinations(pictures.items(), 2):
        assert differing(p1, p2) >= least, f"{n1} / {n2}"
        assert differing(grey(p1), grey(p2)) >= least, f"grey: {n1} / {n2}"


def pixels_of(colour: str) -> Pixels:
    return np.array(QColor(colour).getRgb()[:3], np.int16)


def deutan(picture: Pixels) -> Pixels:
    """Give the picture as the commonest colour-blindness sees it (Machado 2009)."""
    linear = np.where(picture <= 10, picture / 3294.6, ((picture / 255 + 0.055) / 1.055) ** 2.4)
    matrix = np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.01182, 0.04294, 0.968881],
        ]
    )
    seen = np.clip(linear @ matrix.T, 0, 1)
    return (
        np.where(seen <= 0.0031308, seen * 12.92, 1.055 * seen ** (1 / 2.4) - 0.055) * 255
    ).astype(np.int16)


@pytest.mark.usefixtures("qgis_app")
def test_a_sheet_of_all_signs_to_look_at() -> None:
    """Leave build/signaturer/*.png: every family a row of pictures, in colour, in grey, colour-blind."""
    folder = Path(__file__).resolve().parents[2] / "build" / "signaturer"
    folder.mkdir(parents=True, exist_ok=True)
    for family, (rolle, rows, mm, _) in FAMILIES.items():
        cells = [picture_of(rolle, values, mm=mm) for values in rows().values()]
        per_row = min(len(cells), 15 if geometry_of(rolle) == "Point" else 6)
        cells += [np.full_like(cells[0], 255)] * (-len(cells) % per_row)
        sheet = np.vstack(
            [np.hstack(cells[i : i + per_row]) for i in range(0, len(cells), per_row)]
        )
        for name, picture in (("farve", sheet), ("graa", grey(sheet)), ("deutan", deutan(sheet))):
            data = np.ascontiguousarray(picture.astype(np.uint8))
            height, width, _ = data.shape
            image = QImage(data.tobytes(), width, height, width * 3, QImage.Format.Format_RGB888)
            assert image.save(str(folder / f"{family.replace(' ', '_')}_{name}.png"))
    assert len(list(folder.glob("*.png"))) == 3 * len(FAMILIES)


# What stands where, and when ---------------------------------------------------------------------------


@pytest.fixture(name="benches_layer")
def benches_layer_fixture(qgis_app: Any) -> QgsVectorLayer:
    layer = make_layer("baenk")
    for x, y in itertools.product(range(8), range(5)):  # forty on a square, 6 m apart
        put(layer, f"Point ({x * 6 - 21} {y * 6 - 12})", {**BASE, "facil_ty_k": 1371})
    return layer


def test_benches_side_by_side_are_no_heap_at_50_000(benches_layer: QgsVectorLayer) -> None:
    picture = draw([benches_layer], 50_000, (10, 10))
    dark = (picture.max(axis=2) < 160).sum()
    heap = (dark / (DPI / 25.4) ** 2) ** 0.5  # side in mm of a square as large as the dark
    assert 1.0 < heap < 2.5


@pytest.mark.usefixtures("qgis_app")
@pytest.mark.parametrize(
    ("rolle", "values", "drawn_at"),
    [
        (
            "moedested",
            {"form_k": 1, "livscyklus_k": 3},
            {5_000: 1, 25_000: 1, 50_000: 1, 100_000: 1},
        ),
        ("facilitet", {"facil_ty_k": 1012}, {5_000: 1, 25_000: 1, 50_000: 1, 100_000: 0}),
        ("omraade", {"facil_ty_k": 2051}, {5_000: 1, 25_000: 1, 100_000: 1, 200_000: 0}),
        ("vandrerute", {"rute_ty_k": 5}, {5_000: 1, 25_000: 1, 100_000: 1}),
        ("straekning", {"underlag_k": 1}, {5_000: 1, 25_000: 0, 100_000: 0}),
        ("udstyr", {"type_k": 1, "udstyr_status_k": 4}, {5_000: 1, 25_000: 1, 100_000: 0}),
    ],
)
def test_scale_bands(rolle: str, values: dict[str, Any], drawn_at: dict[int, int]) -> None:
    layer = make_layer(rolle)
    put(layer, SHAPES[geometry_of(rolle)], {**BASE, **values})
    for scale, drawn in drawn_at.items():
        picture = draw([layer], scale, (20, 20))
        assert bool(differing(picture, np.broadcast_to(pixels_of(LAND), picture.shape))) == bool(
            drawn
        ), scale


@pytest.mark.usefixtures("qgis_app")
def test_facilities_are_dots_from_afar_and_pictograms_near() -> None:
    layer = make_layer("facilitet")
    put(layer, "Point (0 0)", {**BASE, "facil_ty_k": 1012})
    land = pixels_of(LAND)
    sizes = {}
    for scale in (NAER.til - 500, PRIK.fra + 500):
        picture = draw([layer], scale, (10, 10))
        rows = (np.abs(picture - land).max(axis=2) > 60).any(axis=1)
        sizes[scale] = rows.sum() / DPI * 25.4
    assert sizes[NAER.til - 500] > 3.2
    assert 1.0 < sizes[PRIK.fra + 500] < 2.2


@pytest.mark.usefixtures("qgis_app")
@pytest.mark.parametrize("rolle", ["facilitet", "baenk", "omraade", "vandrerute"])
@pytest.mark.parametrize(
    ("fra", "til", "shut"),
    [
        (-3, 3, True),
        (-3, None, True),
        (None, 0, True),
        (1, 3, False),
        (-3, -1, False),
        (None, None, False),
    ],
    ids=["now", "open end", "last day", "later", "over", "open"],
)
def test_closed_is_shown_while_it_lasts(
    rolle: str, fra: int | None, til: int | None, shut: bool
) -> None:
    today = QDate.currentDate()
    kind = {
        "vandrerute": {"rute_ty_k": 5},
        "omraade": {"facil_ty_k": 2051},
        "baenk": {"facil_ty_k": 1371},
    }
    values = kind.get(rolle, {"facil_ty_k": 1012})
    dates = {
        "lukket_fra": None if fra is None else today.addDays(fra),
        "lukket_til": None if til is None else today.addDays(til),
    }
    changed = differing(picture_of(rolle, values), picture_of(rolle, {**values, **dates}))
    assert bool(changed) == shut


@pytest.mark.usefixtures("qgis_app")
@pytest.mark.parametrize(
    ("value", "shown"),
    [(1, True), (98, True), (None, False)],
)
def test_an_obstacle_is_marked(value: int | None, shown: bool) -> None:
    plain = picture_of("straekning", {"underlag_k": 6})
    assert (
        bool(differing(plain, picture_of("straekning", {"underlag_k": 6, "forhindring_k": value})))
        == shown
    )


@pytest.mark.usefixtures("qgis_app")
def test_a_publication_shows_only_what_can_occur_there() -> None:
    def legend(rolle: str, *, offentlig: bool) -> set[str]:
        layer = make_layer(rolle, offentlig=offentlig)
        return {item.label() for item in layer.renderer().legendSymbolItems()}

    assert {"Idé", "Opløst", "Kun for kommunen"} <= legend("moedested", offentlig=False)
    public = legend("moedested", offentlig=True)
    assert {"Fysisk mødested", "På pause", "Under etablering"} <= public
    assert not public & {"Idé", "Opløst", "Kun for kommunen", "Synlighed"}
    assert "Kladde" in legend("facilitet", offentlig=False)
    assert "Kladde" not in legend("facilitet", offentlig=True)
    assert "Midlertidigt lukket" in legend("facilitet", offentlig=True)


# Embedded, vector, well formed -------------------------------------------------------------------------


@pytest.mark.usefixtures("qgis_app")
@pytest.mark.parametrize("rolle", SIGNATURER)
def test_the_style_holds_its_pictures_and_no_path_no_opacity_no_blending(rolle: str) -> None:
    document = QDomDocument()
    layer = make_layer(rolle)
    layer.exportNamedStyle(document, QgsReadWriteContext())
    xml = document.toString()
    assert ".svg" not in xml
    assert ".png" not in xml
    if any(s in xml for s in ("SvgMarker",)):
        assert "base64:" in xml
    assert set(re.findall(r'(?:layerOpacity>|opacity="|alpha=")([\d.]+)', xml)) <= {"1"}
    assert set(re.findall(r"<blendMode>(\d+)", xml)) <= {"0"}
    # what is read back from the XML is what was written
    copy = make_layer("kilde_punkt" if geometry_of(rolle) == "Point" else rolle)
    assert copy.importNamedStyle(document)[0]
    if layer.renderer().type() == "RuleRenderer":
        count = len(layer.renderer().legendSymbolItems())
        assert len(copy.renderer().legendSymbolItems()) == count > 0


def expressions(rolle: str) -> Iterator[str]:
    layer = make_layer(rolle)
    renderer = layer.renderer()
    assert isinstance(renderer, QgsRuleBasedRenderer)
    for rule in renderer.rootRule().descendants():
        if not rule.isElse():
            yield rule.filterExpression()
        if rule.symbol():
            for part in rule.symbol().symbolLayers():
                properties = part.dataDefinedProperties()
                yield from (
                    properties.property(key).asExpression() for key in properties.propertyKeys()
                )
    labels = layer.labeling()
    if isinstance(labels, QgsRuleBasedLabeling):
        for one in labels.rootRule().descendants():
            yield one.filterExpression()
            yield one.settings().fieldName
    yield from re.findall(r"\[%(.*?)%\]", layer.mapTipTemplate(), re.DOTALL)


@pytest.mark.usefixtures("qgis_app")
@pytest.mark.parametrize("rolle", SIGNATURER)
def test_every_expression_is_understood_and_names_fields_of_the_table(rolle: str) -> None:
    names = {field.navn for field in LAG_AF_ROLLE[rolle].tabel.felter}
    for text in expressions(rolle):
        expression = QgsExpression(text)
        assert not text or not expression.hasParserError(), (text, expression.parserErrorString())
        assert expression.referencedColumns() <= names, text


@pytest.mark.usefixtures("qgis_app")
def test_a_layer_to_look_up_in_is_not_drawn_and_a_table_is_left_alone() -> None:
    layer = make_layer("facilitet")
    apply_style(layer, "opslag_punkt")
    assert isinstance(layer.renderer(), QgsNullSymbolRenderer)
    assert not layer.labelsEnabled()
    table = QgsVectorLayer("NoGeometry?field=navn:string", "aktivitet", "memory")
    apply_style(table, "aktivitet")
    assert table.mapTipTemplate() == ""


def test_a_pdf_is_all_vector(qgis_app: Any, tmp_path: Path) -> None:
    project = QgsProject()
    layers: list[QgsVectorLayer] = []
    for rolle, values in (
        ("omraade", {"facil_ty_k": 2051, "lukket_til": QDate.currentDate()}),
        ("vandrerute", {"rute_ty_k": 5, "statuskode": 1}),
        ("koererute", {"rute_ty_k": 13}),
        ("facilitet", {"facil_ty_k": 1012, "navn": "Toilet ved havnen", "off_kode": 2}),
        ("moedested", {"form_k": 1, "livscyklus_k": 3, "navn": "Forsamlingshuset"}),
    ):
        layer = make_layer(rolle)
        put(layer, SHAPES[geometry_of(rolle)], {**BASE, **values})
        project.addMapLayer(layer)
        layers.insert(0, layer)
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(100, 80))
    item = QgsLayoutItemMap(layout)
    item.attemptSetSceneRect(QRectF(0, 0, 100, 80))
    item.setLayers(layers)
    item.setCrs(layers[0].crs())
    layout.addLayoutItem(item)
    item.setExtent(QgsRectangle(-250, -200, 250, 200))
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    path = tmp_path / "kort.pdf"
    assert (
        QgsLayoutExporter(layout).exportToPdf(str(path), settings)
        == QgsLayoutExporter.ExportResult.Success
    )
    content = path.read_bytes()
    assert b"/Subtype /Image" not in content
    assert b"/Font" in content
    assert len(content) > 3_000


# Words --------------------------------------------------------------------------------------------------


def label_texts(layer: QgsVectorLayer, scale: float) -> list[str]:
    """Give the texts that the label rules choose for the rows at a scale."""
    out = []
    labels = layer.labeling()
    assert isinstance(labels, QgsRuleBasedLabeling)
    for feature in layer.getFeatures():
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        context.setFeature(feature)
        for rule in labels.rootRule().children():
            chosen = not rule.filterExpression() or QgsExpression(rule.filterExpression()).evaluate(
                context
            )
            if chosen and scale <= rule.minimumScale():
                out.append(QgsExpression(rule.settings().fieldName).evaluate(context))
    return out


@pytest.mark.usefixtures("qgis_app")
def test_a_closed_place_says_until_when_in_danish() -> None:
    layer = make_layer("facilitet")
    year = QDate.currentDate().year() + 1
    put(
        layer,
        "Point (0 0)",
        {**BASE, "facil_ty_k": 1012, "navn": "Havnens toilet", "lukket_til": QDate(year, 5, 1)},
    )
    put(layer, "Point (0 0)", {**BASE, "facil_ty_k": 1012, "navn": "Åbent toilet"})
    assert label_texts(layer, 25_000) == [f"Havnens toilet\nLukket til og med 1. maj {year}"]
    assert label_texts(layer, 5_000)[1:] == ["Åbent toilet"]


@pytest.mark.usefixtures("qgis_app")
def test_a_moedested_on_pause_says_so_and_a_nameless_place_gives_its_type() -> None:
    layer = make_layer("moedested")
    put(layer, "Point (0 0)", {**BASE, "navn": "Værkstedet", "form_k": 1, "livscyklus_k": 4})
    put(layer, "Point (0 0)", {**BASE, "navn": "Caféen", "form_k": 1, "livscyklus_k": 3})
    assert label_texts(layer, 100_000) == ["Værkstedet\n(på pause)", "Caféen"]
    place = make_layer("facilitet")
    put(place, "Point (0 0)", {**BASE, "navn": " ", "facil_ty_k": 1012})
    names = QgsEditorWidgetSetup("ValueMap", {"map": [{"Toilet": 1012}]})
    place.setEditorWidgetSetup(place.fields().indexOf("facil_ty_k"), names)
    assert label_texts(place, 5_000) == ["Toilet"]


@pytest.mark.usefixtures("qgis_app")
def test_labels_do_not_collide_and_a_moedested_wins() -> None:
    place, moedested = make_layer("facilitet"), make_layer("moedested")
    for x, y in itertools.product(range(-4, 5), range(-6, 7)):
        put(
            place,
            f"Point ({x * 30} {y * 16})",
            {**BASE, "facil_ty_k": 1012, "navn": "Et langt navn"},
        )
    put(moedested, "Point (0 0)", {**BASE, "navn": "Mødestedet", "form_k": 1, "livscyklus_k": 3})
    settings = map_settings([moedested, place], 5_000, (60, 60))
    settings.setFlag(Qgis.MapSettingsFlag.DrawLabeling, True)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    results = job.takeLabelingResults()
    assert results is not None
    placed = [label for label in results.allLabels() if not label.isUnplaced]
    texts = [label.labelText for label in placed]
    assert texts.count("Mødestedet") == 1
    assert 5 < texts.count("Et langt navn") < 117  # those that found room
    for one, two in itertools.combinations(placed, 2):
        assert not one.labelRect.intersects(two.labelRect)


@pytest.mark.usefixtures("qgis_app")
@pytest.mark.parametrize("rolle", ["moedested", "facilitet", "vandrerute", "straekning"])
def test_text_from_the_data_is_never_html(rolle: str) -> None:
    evil = "<script>alert('x')</script>&<b onclick=\"y\">"
    layer = make_layer(rolle)
    put(
        layer,
        SHAPES[geometry_of(rolle)],
        {**BASE, "navn": evil, "beskrivels": evil, "note": evil, "sted": evil},
    )
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(layer.getFeatures()))
    html = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert (
        "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&lt;b onclick=&quot;y&quot;&gt;"
        in html
    )
    assert set(re.findall(r"<(/?\w+)", html)) <= {"div", "/div", "b", "/b", "br"}


@pytest.mark.usefixtures("qgis_app")
def test_a_map_tip_leaves_out_what_is_empty() -> None:
    layer = make_layer("moedested")
    put(layer, "Point (0 0)", {"navn": "Caféen", "telefon": "54 73 10 00"})
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(layer.getFeatures()))
    html = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert html == '<div style="max-width:320px"><b>Caféen</b><br>Telefon: 54 73 10 00</div>'
