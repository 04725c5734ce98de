# SPDX-License-Identifier: GPL-2.0-or-later
"""Prints as layouts of a project that is saved, opened again, worked on by hand, and brought up to date."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from qgis.core import (
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsVectorLayer,
)

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.printing.bestilling import UdskriftFejl
from moedested_plugin.printing.projektlayout import ORDRE, layouter, opdater_layout, tilfoej
from moedested_plugin.printing.udskriv import pdf_indstillinger

from .conftest import Pdf, Trykkeri


def label(layout: QgsPrintLayout, navn: str) -> QgsLayoutItemLabel:
    item = layout.itemById(navn)
    assert isinstance(item, QgsLayoutItemLabel), navn
    return item


def kort(layout: QgsPrintLayout) -> QgsLayoutItemMap:
    item = layout.itemById("kort")
    assert isinstance(item, QgsLayoutItemMap)
    return item


def private(project: QgsProject) -> dict[str, QgsVectorLayer]:
    return {
        navn: layer
        for navn, layer in project.mapLayers().items()
        if navn.startswith("moedested_udskrift_") and isinstance(layer, QgsVectorLayer)
    }


def genaabn(tryk: Trykkeri) -> None:
    """Save the project, and open it as another day."""
    sti = tryk.project.fileName()
    assert tryk.project.write()
    tryk.project.clear()
    assert tryk.project.read(sti)


def som_pdf(layout: QgsPrintLayout, sti: Path) -> Pdf:
    svar = QgsLayoutExporter(layout).exportToPdf(str(sti), pdf_indstillinger())
    assert svar == QgsLayoutExporter.ExportResult.Success
    return Pdf(sti)


def omdoeb(tryk: Trykkeri, gammelt: str, nyt: str) -> None:
    noegle = next(
        str(r["moedested_id"])
        for r in tryk.store.raekker("moedested", ["moedested_id", "navn"])
        if r["navn"] == gammelt
    )
    with tryk.store.skriv("test", "kollega") as skriver:
        assert skriver.ret("moedested", noegle, {"navn": nyt})


def test_a_layout_stays_with_the_project_on_layers_of_its_own(
    egen: Trykkeri, tmp_path: Path
) -> None:
    stort = tilfoej(egen.grundlag("oversigt", "A3 liggende")).name()
    lille = tilfoej(egen.grundlag("oversigt", "A4")).name()
    assert lille == f"{stort} (2)"
    lag = private(egen.project)
    assert {str(navn) for navn in lag} >= {
        "moedested_udskrift_moedested",
        "moedested_udskrift_baenk",
    }
    foer = som_pdf(layouter(egen.project)[0], tmp_path / "foer.pdf")
    genaabn(egen)
    igen = private(egen.project)
    assert igen.keys() == lag.keys(), "one set of layers for both layouts"
    traeet = {node.layerId() for node in egen.project.layerTreeRoot().findLayers()}
    for navn, layer in igen.items():
        assert layer.isValid()
        assert layer.readOnly()
        assert navn not in traeet
        assert layer.flags() & QgsMapLayer.LayerFlag.Private
    synlige = len(egen.grundlag("oversigt").stof.raekker("moedested"))
    assert igen["moedested_udskrift_moedested"].featureCount() == synlige, "no drafts"
    assert [et.name() for et in layouter(egen.project)] == [stort, lille]
    for layout in layouter(egen.project):
        hoved, fod = layout.itemById("forklaring"), layout.itemById("kort: målestok")
        assert isinstance(hoved, QgsLayoutItemLegend)
        assert isinstance(fod, QgsLayoutItemScaleBar)
        assert hoved.linkedMap() is fod.linkedMap() is kort(layout)
        assert None not in kort(layout).layers()
        assert kort(layout).layers()[-1].id() == "moedested_kyst"
    efter = som_pdf(layouter(egen.project)[0], tmp_path / "efter.pdf")
    assert sorted(efter.tekst().split()) == sorted(foer.tekst().split())
    assert efter.billeder == 0
    svar = opdater_layout(egen.project, egen.store, stort)
    assert (svar.noget, svar.beholdt) == (False, ()), "nothing is new, and saving changed nothing"


def test_what_was_done_by_hand_stays_and_the_rest_follows_the_data(egen: Trykkeri) -> None:
    navn = tilfoej(egen.grundlag("plakat")).name()
    layout = layouter(egen.project)[0]
    stof = egen.grundlag("plakat").stof
    steder = [r for r in stof.moedesteder if r.get(GEOMETRI) is not None]
    foerste, anden = str(steder[0]["navn"]), str(steder[1]["navn"])

    def med(tekst: str) -> QgsLayoutItemLabel:
        return next(
            i for i in layout.items() if isinstance(i, QgsLayoutItemLabel) and i.text() == tekst
        )

    # by hand: a text is rewritten, one is moved, one removed, one added, the title made larger
    rettet, flyttet = med(foerste), med(anden)
    rettet_navn, flyttet_navn = rettet.id(), flyttet.id()
    rettet.setText("Vores bedste sted")
    flyttet.attemptMove(QgsLayoutPoint(200, 300), True, False, 1)
    layout.removeLayoutItem(layout.itemById("undertitel"))
    egen_tekst = QgsLayoutItemLabel(layout)
    egen_tekst.setText("Husk kaffen")
    egen_tekst.setId("min egen")
    layout.addLayoutItem(egen_tekst)
    stort = label(layout, "titel").textFormat()
    stort.setSize(99)
    label(layout, "titel").setTextFormat(stort)
    genaabn(egen)
    layout = layouter(egen.project)[0]
    # in the data: both are called something else, and the municipality too
    omdoeb(egen, foerste, "Aa første sted")
    omdoeb(egen, anden, "Ab andet sted")
    egen.store.saet_indstilling("udskrift", {"kommune": "Byens Kommune"})
    svar = opdater_layout(egen.project, egen.store, navn)
    assert {"titel", "fod: kommune", flyttet_navn} <= set(svar.rettet)
    assert rettet_navn in svar.beholdt
    assert label(layout, rettet_navn).text() == "Vores bedste sted"
    assert label(layout, flyttet_navn).text() != anden
    assert label(layout, flyttet_navn).pagePositionWithUnits().x() == pytest.approx(200)
    assert label(layout, "titel").text() == "Mødesteder i Byens Kommune"
    assert label(layout, "titel").textFormat().size() == 99
    assert layout.itemById("undertitel") is None
    assert label(layout, "min egen").text() == "Husk kaffen"
    assert not opdater_layout(egen.project, egen.store, navn).noget, "twice changes nothing"


def test_the_map_follows_until_it_is_moved_by_hand_and_pages_come_and_go(egen: Trykkeri) -> None:
    navn = tilfoej(egen.grundlag("oversigt", filter_="\"by\" = 'Gedser'")).name()
    layout = layouter(egen.project)[0]
    ordre = json.loads(layout.customProperty(ORDRE))
    foer = kort(layout).scale()
    tegn = label(layout, "kort: målestokstal").text()
    ordre["noegler"] = None
    layout.setCustomProperty(ORDRE, json.dumps(ordre))
    svar = opdater_layout(egen.project, egen.store, navn)
    assert kort(layout).scale() > 5 * foer
    assert label(layout, "kort: målestokstal").text() != tegn
    assert svar.nye, "more names in the list"
    assert all(layout.itemById(et) is not None for et in svar.nye)
    ordre["noegler"] = json.loads(json.dumps([_gedser(egen)]))
    layout.setCustomProperty(ORDRE, json.dumps(ordre))
    kort(layout).setScale(77_000)
    svar = opdater_layout(egen.project, egen.store, navn)
    assert set(svar.fjernet)
    assert "kort" in svar.beholdt
    assert kort(layout).scale() == pytest.approx(77_000)


def _gedser(tryk: Trykkeri) -> str:
    return next(
        str(r["moedested_id"])
        for r in tryk.grundlag("oversigt").stof.raekker("moedested")
        if r["by"] == "Gedser"
    )


def test_what_cannot_be_brought_up_to_date_is_one_sentence(egen: Trykkeri) -> None:
    navn = tilfoej(egen.grundlag("oversigt", filter_="\"by\" = 'Gedser'")).name()
    with pytest.raises(UdskriftFejl, match="er ikke lavet herfra"):
        opdater_layout(egen.project, egen.store, "Min plakat")
    with egen.store.skriv("test", "kollega") as skriver:
        assert skriver.ret("moedested", _gedser(egen), {"off_kode": 2})
    with pytest.raises(UdskriftFejl, match="Der er intet at udskrive"):
        opdater_layout(egen.project, egen.store, navn)
    layouter(egen.project)[0].setCustomProperty(ORDRE, "{")
    with pytest.raises(UdskriftFejl, match="ved ikke længere, hvad det er lavet af"):
        opdater_layout(egen.project, egen.store, navn)


def test_an_enclosure_keeps_the_projects_own_layers(egen: Trykkeri) -> None:
    layout = tilfoej(egen.grundlag("kortbilag", titel="Bilag 7"))
    assert not private(egen.project)
    assert not kort(layout).keepLayerStyles()
    assert layout.name() == "Kortbilag: Bilag 7"
