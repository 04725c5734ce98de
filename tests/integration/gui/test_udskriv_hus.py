# SPDX-License-Identifier: GPL-2.0-or-later
"""The options of prints: what is kept, what is refused, what is said at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.PyQt.QtGui import QColor, QImage

from moedested_plugin.gui.udskriv.hus_side import Husside
from moedested_plugin.printing.hus import Hus, hus
from moedested_plugin.store import Store


@pytest.fixture
def side(gpkg_store: Store) -> Husside:
    return Husside(gpkg_store)


def test_nothing_is_kept_until_it_is_saved_and_then_it_is_there_for_all(
    side: Husside, gpkg_store: Store, tmp_path: Path
) -> None:
    logo = tmp_path / "våben.png"
    QImage(20, 10, QImage.Format.Format_RGB32).save(str(logo))
    side.kontakt.setText("54 73 10 00")
    side.farve.setColor(QColor("#663300"))
    side.adresse.setText("https://guldborgsund.dk/sted/{moedested_id}")
    side.logo.setFilePath(str(logo))
    side.gang.setValue(3.5)
    assert hus(gpkg_store).kontakt == ""
    assert side.gem()
    gemt = hus(gpkg_store)
    assert (gemt.kontakt, gemt.farve, gemt.gang_kmt) == ("54 73 10 00", "#663300", 3.5)
    assert gemt.adresse == "https://guldborgsund.dk/sted/{moedested_id}"
    assert gemt.logo_sti.startswith("base64:")
    assert not side.gem(), "nothing new"
    side.uden_logo.click()
    assert side.gem()
    assert hus(gpkg_store).logo_sti == ""


def test_what_cannot_be_used_is_said_and_not_kept(
    side: Husside, gpkg_store: Store, tmp_path: Path
) -> None:
    foer = hus(gpkg_store)
    assert "kan der ikke laves skilte" in side.raad["adresse"].text()
    side.adresse.setText("ftp://kommunen.dk/{moedested_id}")
    assert "https://" in side.raad["adresse"].text()
    side.farve.setColor(QColor("#ffff99"))
    assert "for lys" in side.raad["farve"].text()
    intet = tmp_path / "brev.png"
    intet.write_text("ikke et billede")
    side.logo.setFilePath(str(intet))
    assert "ikke et billede" in side.raad["logo"].text()
    assert side.gem()
    assert hus(gpkg_store) == Hus(foer.kommune, farve="#ffff99")
