# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsExifTools, QgsPointXY
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor, QCursor, QImage
from qgis.PyQt.QtTest import QTest

from moedested_plugin.drawing.foto import KanIkkeBruges, laes, sted_af
from moedested_plugin.gui.tegn.foto_dialog import FotoDialog
from moedested_plugin.gui.tegn.foto_slip import FotoSlip
from moedested_plugin.store import Store
from tests.integration.gui.bord import Bord, X, Y
from tests.integration.gui.redigering import Redigering, bo, gpkg_store, ro, widgets

__all__ = ["bo", "gpkg_store", "widgets"]


@pytest.fixture
def store(gpkg_store: Store) -> Store:
    return gpkg_store


@pytest.fixture
def foto(tmp_path: Path) -> Path:
    """As a telephone held upright takes it: lying, turned by EXIF, with who and where."""
    fil = tmp_path / "Ole Hansen på bænken.JPG"
    billede = QImage(3000, 1500, QImage.Format.Format_RGB32)
    billede.fill(QColor("#0072b2"))
    assert billede.save(str(fil), "jpg")
    for navn, vaerdi in (("Exif.Image.Artist", "Ole Hansen"), ("Exif.Image.Orientation", 6)):
        assert QgsExifTools.tagImage(str(fil), navn, vaerdi)
    assert QgsExifTools.geoTagImage(
        str(fil), QgsPointXY(11.999, 54.8), QgsExifTools.GeoTagDetails()
    )
    return fil


@pytest.fixture
def bord(bo: Redigering, tmp_path: Path) -> Iterator[Bord]:
    bo.project.setFileName(str(tmp_path / "Mødested" / "projekt.qgz"))
    bo.rediger()
    bo.ny("moedested", {"navn": "Havnen", "formaal_k": [1]}, f"Point({X} {Y})")
    assert bo.gem(slut=True)
    made = Bord(bo)
    yield made
    made.luk()


@pytest.fixture
def slip(bord: Bord) -> Iterator[FotoSlip]:
    made = FotoSlip(bord.om)
    assert bord.iface.slippere == [made.slip]
    yield made
    made.close()
    assert bord.iface.slippere == []


def slip_paa(bord: Bord, fil: Path, hvor: QPoint) -> bool:
    """As QGIS does it: the file, with the mouse still where it was let go."""
    QCursor.setPos(bord.canvas.viewport().mapToGlobal(hvor))
    return bool(bord.iface.slippere[0].handleFileDrop(str(fil)))


def test_a_picture_dropped_on_a_moedested(bord: Bord, slip: FotoSlip, foto: Path) -> None:
    assert not slip_paa(bord, foto.with_suffix(".gpkg"), bord.pixel(0, 0))
    assert not slip_paa(bord, foto, bord.pixel(-100, 90)), "QGIS may have it"
    assert slip_paa(bord, foto, bord.pixel(0, 0))
    assert isinstance(slip.dialog, FotoDialog)
    slip.dialog.reject()
    ro()
    mappe = Path(bord.bo.project.absolutePath(), "fotos")
    assert not mappe.exists()
    assert slip_paa(bord, foto, bord.pixel(0, 0))
    assert slip.dialog.samtykke.currentData() == 1
    assert "til hvor billedet er taget" in slip.dialog.flyt.text()
    slip.dialog.flyt.setChecked(True)
    slip.dialog._tekster["ophav"].setText("Kommunen")
    QTest.mouseClick(slip.dialog.knap, Qt.MouseButton.LeftButton)
    ro()
    raekke = next(bord.bo.lag("foto").getFeatures())
    sted = next(bord.bo.lag("moedested").getFeatures())
    assert (raekke["objekt_lag"], raekke["objekt_id"]) == ("moedested", sted["moedested_id"])
    assert (raekke["samtykke_k"], raekke["ophav"], raekke["alt_tekst"]) == (1, "Kommunen", None)
    kopi = mappe.parent / raekke["sti"]
    assert kopi.parent == mappe
    assert "Ole" not in kopi.name
    assert QImage(str(kopi)).size().width() == 1024, "upright, and no larger than 2048"
    assert QImage(str(kopi)).size().height() == 2048
    raa = kopi.read_bytes()
    assert b"Exif" not in raa
    assert b"Ole" not in raa
    ventet = sted_af(foto, bord.bo.project.transformContext())
    assert ventet is not None
    assert sted.geometry().asPoint().distance(ventet) < 0.01
    bord.bo.lag("foto").undoStack().undo()
    assert bord.bo.lag("foto").featureCount() == 0
    assert next(bord.bo.lag("moedested").getFeatures()).geometry().asPoint().x() == X
    bord.bo.lag("moedested").undoStack().redo()
    assert bord.bo.gem(), bord.bo.linjer()
    assert next(bord.bo.store.raekker("foto"))["sti"] == raekke["sti"]


def test_what_is_no_picture_is_said(tmp_path: Path) -> None:
    falsk = tmp_path / "falsk.jpg"
    falsk.write_bytes(b"\xff\xd8\xff\xe0 not a picture")
    with pytest.raises(KanIkkeBruges, match="kan ikke læses som et billede"):
        laes(falsk)
    with pytest.raises(KanIkkeBruges, match="findes ikke"):
        laes(tmp_path / "væk.jpg")
