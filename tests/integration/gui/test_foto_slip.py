# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import struct
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import (
    QgsExifTools,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayerUtils,
)
from qgis.gui import QgsAttributeDialog, QgsAttributeEditorContext
from qgis.PyQt.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QColor, QCursor, QDragEnterEvent, QDropEvent, QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLineEdit, QWidget

from moedested_plugin.drawing.foto import KanIkkeBruges, er_billede, gem, laes, sted_af
from moedested_plugin.gui.tegn.foto_dialog import FotoDialog
from moedested_plugin.gui.tegn.foto_slip import FotoSlip
from moedested_plugin.store import Store
from tests.integration.gui.bord import Bord, X, Y
from tests.integration.gui.redigering import Redigering, alle, bo, ro, widgets

__all__ = ["bo", "widgets"]


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


def slip_paa(bord: Bord, slip: FotoSlip, fil: Path, hvor: QPoint) -> bool:
    """As QGIS does it: the file, with the mouse still where it was let go. Then until the picture has been read."""
    QCursor.setPos(bord.canvas.viewport().mapToGlobal(hvor))
    taget = bool(bord.iface.slippere[0].handleFileDrop(str(fil)))
    vent(slip)
    return taget


def vent(slip: FotoSlip) -> int:
    """Until no picture is being read; how often QGIS came round to something else meanwhile."""
    runder, frist = 0, time.monotonic() + 60
    while slip.laeses is not None:
        assert time.monotonic() < frist, "the picture is not read"
        QApplication.processEvents()
        time.sleep(0.005)
        runder += 1
    return runder


def test_a_picture_dropped_on_a_moedested(bord: Bord, slip: FotoSlip, foto: Path) -> None:
    assert not slip_paa(bord, slip, foto.with_suffix(".gpkg"), bord.pixel(0, 0))
    assert not slip_paa(bord, slip, foto, bord.pixel(-100, 90)), "QGIS may have it"
    assert slip_paa(bord, slip, foto, bord.pixel(0, 0))
    assert isinstance(slip.dialog, FotoDialog)
    slip.dialog.reject()
    ro()
    mappe = Path(bord.bo.project.absolutePath(), "fotos")
    assert not mappe.exists()
    assert slip_paa(bord, slip, foto, bord.pixel(0, 0))
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


def _tiff() -> bytes:
    """EXIF with an owner, a maker's note, a place and a thumbnail, as telephones write it."""

    def felt(tag: int, art: int, antal: int, vaerdi: bytes) -> bytes:
        return struct.pack("<HHI", tag, art, antal) + vaerdi.ljust(4, b"\0")

    def ifd(felter: list[bytes], naeste: int = 0) -> bytes:
        return struct.pack("<H", len(felter)) + b"".join(felter) + struct.pack("<I", naeste)

    def tal(vaerdi: int) -> bytes:
        return struct.pack("<I", vaerdi)

    ejer, note, lille = (
        b"EJER Ole Hansen\0",
        b"MAKERNOTE serienr 4711\0",
        b"\xff\xd8THUMBNAIL\xff\xd9",
    )
    grader = struct.pack("<6I", 54, 1, 48, 1, 0, 1), struct.pack("<6I", 11, 1, 59, 1, 56, 1)
    foerste = 8
    exif = foerste + 2 + 3 * 12 + 4
    gps = exif + 2 + 12 + 4
    anden = gps + 2 + 4 * 12 + 4
    data = anden + 2 + 2 * 12 + 4
    pladser, hale = [], b""
    for del_ in (ejer, note, *grader, lille):
        pladser.append(data + len(hale))
        hale += del_
    return (
        b"II*\0" + tal(foerste)
        + ifd([felt(0x013B, 2, len(ejer), tal(pladser[0])), felt(0x8769, 4, 1, tal(exif)),
               felt(0x8825, 4, 1, tal(gps))], anden)
        + ifd([felt(0x927C, 7, len(note), tal(pladser[1]))])
        + ifd([felt(1, 2, 2, b"N"), felt(2, 5, 3, tal(pladser[2])),
               felt(3, 2, 2, b"E"), felt(4, 5, 3, tal(pladser[3]))])
        + ifd([felt(0x0201, 4, 1, tal(pladser[4])), felt(0x0202, 4, 1, tal(len(lille)))])
        + hale
    )  # fmt: skip


def _afsnit(maerke: int, indhold: bytes) -> bytes:
    return b"\xff" + bytes([maerke]) + struct.pack(">H", len(indhold) + 2) + indhold


@pytest.fixture
def fuldt(tmp_path: Path) -> Path:
    """All that a picture can carry of a person, on a path with letters and spaces."""
    fil = tmp_path / "Æblehaven på Ø" / "Ole Hansen.jpg"
    fil.parent.mkdir()
    billede = QImage(64, 48, QImage.Format.Format_RGB32)
    billede.fill(QColor("#0072b2"))
    assert billede.save(str(fil), "jpg")
    raa = fil.read_bytes()
    iptc = b"\x1c\x02\x50\x00\x04IPTC"
    fil.write_bytes(
        raa[:2]
        + _afsnit(0xE1, b"Exif\0\0" + _tiff())
        + _afsnit(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>XMPDATA Ole</x:xmpmeta>")
        + _afsnit(0xED, b"Photoshop 3.0\08BIM\x04\x04\0\0" + struct.pack(">I", len(iptc)) + iptc + b"\0")
        + _afsnit(0xFE, b"COMMENT Ole")
        + raa[2:]
        + b"TRAILER motion photo"
    )  # fmt: skip
    return fil


def _afsnit_i(raa: bytes) -> set[int]:
    """The kinds of segments before the pixels."""
    fundne, her = set(), 2
    while raa[her] == 0xFF and raa[her + 1] != 0xDA:
        fundne.add(raa[her + 1])
        her += 2 + int(struct.unpack(">H", raa[her + 2 : her + 4])[0])
    return fundne


def test_the_copy_has_pixels_and_nothing_else(fuldt: Path, tmp_path: Path) -> None:
    hemmeligt = (
        b"EJER",
        b"MAKERNOTE",
        b"THUMBNAIL",
        b"XMPDATA",
        b"IPTC",
        b"COMMENT",
        b"TRAILER",
        b"Ole",
    )
    assert all(ord_ in fuldt.read_bytes() for ord_ in hemmeligt)
    assert sted_af(fuldt, QgsProject.instance().transformContext()) is not None
    projekt = tmp_path / "Mødested på netværk"
    projekt.mkdir()
    kopi = projekt / gem(laes(fuldt), projekt)
    raa = kopi.read_bytes()
    assert not [ord_ for ord_ in hemmeligt if ord_ in raa]
    assert _afsnit_i(raa) <= {0xE0, 0xDB, 0xC0, 0xC4}, "JFIF, tables, size and codes"
    assert raa.endswith(b"\xff\xd9")
    assert sted_af(kopi, QgsProject.instance().transformContext()) is None
    assert QImage(str(kopi)).pixelColor(30, 20).blue() > 150


def _png_hoved(bredde: int, hoejde: int) -> bytes:
    ihdr = b"IHDR" + struct.pack(">IIBBBBB", bredde, hoejde, 8, 2, 0, 0, 0)
    pixler, ende = b"IDAT" + zlib.compress(b""), b"IEND"
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(del_) - 4) + del_ + struct.pack(">I", zlib.crc32(del_))
        for del_ in (ihdr, pixler, ende)
    )


def slip_i(widget: QWidget, *filer: Path) -> bool:
    """A file let go over a widget, as the system tells of it; whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(fil)) for fil in filer])
    hvor, ingen = widget.rect().center(), Qt.KeyboardModifier.NoModifier
    for haendelse in (
        QDragEnterEvent(hvor, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, ingen),
        QDropEvent(QPointF(hvor), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, ingen),
    ):
        QApplication.sendEvent(widget, haendelse)
    ro()
    return haendelse.isAccepted()


def test_pictures_dropped_on_the_form_of_an_object_old_or_new(
    bord: Bord, slip: FotoSlip, foto: Path, fuldt: Path
) -> None:
    layer = bord.bo.lag("moedested")
    layer.startEditing()
    sted = next(layer.getFeatures())
    # QGIS's own window, of which its main window hears nothing.
    dialog = QgsAttributeDialog(layer, sted, False, None, True, QgsAttributeEditorContext())
    dialog.show()
    navn = next(f for f in alle(dialog, QLineEdit) if f.text() == "Havnen")
    QApplication.setActiveWindow(dialog)
    navn.setFocus()
    ro()
    assert slip_i(navn, foto, fuldt)
    vent(slip)
    assert navn.text() == "Havnen", "not the text of the path"
    assert isinstance(slip.dialog, FotoDialog)
    assert slip.dialog.samtykke.currentData() == 1, "consent is awaited until it is given"
    QTest.mouseClick(slip.dialog.knap, Qt.MouseButton.LeftButton)
    ro()
    vent(slip)
    QTest.mouseClick(slip.dialog.knap, Qt.MouseButton.LeftButton)
    ro()
    assert {f["objekt_id"] for f in bord.bo.lag("foto").getFeatures()} == {sted["moedested_id"]}
    assert bord.bo.lag("foto").featureCount() == 2
    dialog.reject()
    # A new one has no row to hang a picture on until OK.
    nyt = QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt(f"Point({X + 9} {Y})"), {})
    nyt["navn"], nyt["formaal_k"] = "Nyt", [1]
    dialog = QgsAttributeDialog(layer, nyt, False, None, True, QgsAttributeEditorContext())
    dialog.setMode(QgsAttributeEditorContext.Mode.AddFeatureMode)
    dialog.show()
    navn = next(f for f in alle(dialog, QLineEdit) if f.text() == "Nyt")
    QApplication.setActiveWindow(dialog)
    navn.setFocus()
    ro()
    assert slip_i(navn, foto)
    assert slip.dialog is None
    assert "når du har trykket OK" in bord.linjer()[0]
    dialog.accept()
    ro()
    vent(slip)
    assert isinstance(slip.dialog, FotoDialog)
    QTest.mouseClick(slip.dialog.knap, Qt.MouseButton.LeftButton)
    ro()
    noegler = {f["navn"]: f["moedested_id"] for f in layer.getFeatures()}
    assert [f["objekt_id"] for f in bord.bo.lag("foto").getFeatures()].count(noegler["Nyt"]) == 1
    dialog.deleteLater()
    ro()


def test_what_is_no_picture_is_said(tmp_path: Path) -> None:
    for endelse, indhold in (
        (".heic", b"\0\0\0\x18ftypheic"),
        (".png", b"\x89PNG\r\n\x1a\n"),
        (".gif", b""),
    ):
        fil = tmp_path / f"billede{endelse}"
        fil.write_bytes(indhold)
        assert er_billede(fil), "not a layer of the map"
        with pytest.raises(KanIkkeBruges, match="Gem det som jpg"):
            laes(fil)
    for navn, indhold in (
        ("tom.jpg", b""),
        ("referat.jpg", "Referat af mødet".encode()),
        # It could fetch other files of the machine into the picture.
        ("tegning.jpg", b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'),
    ):
        fil = tmp_path / navn
        fil.write_bytes(indhold)
        with pytest.raises(KanIkkeBruges, match=f"^{navn} kan ikke læses .* Gem det som jpg"):
            laes(fil)
    stor = tmp_path / "stor.png"
    stor.write_bytes(_png_hoved(30_000, 30_000))
    with pytest.raises(KanIkkeBruges, match="for stort"):
        laes(stor)
    falsk = tmp_path / "falsk.jpg"
    falsk.write_bytes(b"\xff\xd8\xff\xe0 not a picture")
    with pytest.raises(KanIkkeBruges, match="kan ikke læses som et billede"):
        laes(falsk)
    with pytest.raises(KanIkkeBruges, match="findes ikke"):
        laes(tmp_path / "væk.jpg")


@pytest.mark.parametrize("endelse", ["jpg", "png", "webp"])
def test_a_picture_that_was_cut_short_is_refused(tmp_path: Path, endelse: str) -> None:
    hel = tmp_path / f"hel.{endelse}"
    assert _broget(600, 400).save(str(hel))
    assert laes(hel).size().width() == 600
    raa = hel.read_bytes()
    for antal in (len(raa) // 10, len(raa) // 2, len(raa) * 9 // 10):
        fil = tmp_path / f"afbrudt på vejen.{endelse}"
        # Also as a copy that was set off in full length and never filled; in webp zeros are pixels like any.
        fyldt = [] if endelse == "webp" else [raa[:antal] + bytes(len(raa) - antal)]
        for indhold in (raa[:antal], *fyldt):
            fil.write_bytes(indhold)
            with pytest.raises(KanIkkeBruges, match=r"afbrudt på vejen.* (Hent|Gem) .*igen\.$"):
                laes(fil)


def test_a_picture_that_was_cut_short_is_said_and_nothing_is_kept(
    bord: Bord, slip: FotoSlip, foto: Path
) -> None:
    foto.write_bytes(foto.read_bytes()[:-9_000])
    assert slip_paa(bord, slip, foto, bord.pixel(0, 0)), "QGIS does not make a layer of it either"
    assert slip.dialog is None
    assert "er ikke helt" in bord.linjer()[0]
    assert "Hent billedet fra kameraet igen" in bord.linjer()[0]
    assert not Path(bord.bo.project.absolutePath(), "fotos").exists()


def test_a_very_large_picture_is_read_while_qgis_goes_on(
    bord: Bord, slip: FotoSlip, foto: Path, tmp_path: Path
) -> None:
    stor = tmp_path / "skannet plakat.png"
    flade = QImage(12_000, 9_000, QImage.Format.Format_Grayscale8)
    flade.fill(200)
    assert flade.save(str(stor), "png")
    QCursor.setPos(bord.canvas.viewport().mapToGlobal(bord.pixel(0, 0)))
    for fil in (stor, foto):
        assert bord.iface.slippere[0].handleFileDrop(str(fil))
    assert slip.dialog is None, "QGIS has the word at once"
    assert slip.laeses is not None
    assert "skannet plakat.png" in slip.laeses.description()
    assert vent(slip) > 10
    assert isinstance(slip.dialog, FotoDialog)
    slip.dialog.reject()
    ro()
    # The next one is given up in the list of tasks, and again by another project.
    assert slip.laeses is not None
    slip.laeses.cancel()
    vent(slip)
    assert slip.dialog is None
    assert bord.iface.slippere[0].handleFileDrop(str(stor))
    bord.bo.project.clear()
    ro()
    assert slip.laeses is None
    assert slip.dialog is None


def test_the_object_is_saved_or_undone_while_its_picture_is_asked_about(
    bord: Bord, slip: FotoSlip, foto: Path
) -> None:
    bo, layer = bord.bo, bord.bo.lag("moedested")
    bo.rediger()
    bo.ny("moedested", {"navn": "Nyt", "formaal_k": [1]}, f"Point({X + 90} {Y + 90})")
    assert slip_paa(bord, slip, foto, bord.pixel(90, 90))
    assert isinstance(slip.dialog, FotoDialog)
    assert bo.gem(), bo.linjer()
    slip.dialog.flyt.setChecked(True)
    QTest.mouseClick(slip.dialog.knap, Qt.MouseButton.LeftButton)
    ro()
    nyt = next(f for f in layer.getFeatures() if f["navn"] == "Nyt")
    assert [f["objekt_id"] for f in bo.lag("foto").getFeatures()] == [nyt["moedested_id"]]
    assert nyt.geometry().asPoint().x() != X + 90, "it was moved, by the number that it has now"
    layer.beginEditCommand("Andet")
    bo.ny("moedested", {"navn": "Andet", "formaal_k": [1]}, f"Point({X - 90} {Y + 90})")
    layer.endEditCommand()
    assert slip_paa(bord, slip, foto, bord.pixel(-90, 90))
    assert isinstance(slip.dialog, FotoDialog)
    layer.undoStack().undo()
    QTest.mouseClick(slip.dialog.knap, Qt.MouseButton.LeftButton)
    ro()
    assert bo.lag("foto").featureCount() == 1
    assert "Andet findes ikke længere" in bord.linjer()[0]


def test_pictures_of_every_make_come_through(tmp_path: Path, foto: Path) -> None:
    staaende = laes(foto)
    assert (staaende.width(), staaende.height()) == (1024, 2048), "turned as it was held"
    stor = tmp_path / "12 000 x 9 000.jpg"
    flade = QImage(12_000, 9_000, QImage.Format.Format_RGB32)
    flade.fill(QColor("#009e73"))
    assert flade.save(str(stor), "jpg")
    lille = laes(stor)
    assert (lille.width(), lille.height()) == (2048, 1536)
    assert lille.pixelColor(1000, 1000).green() > 140
    # As a printer's picture: four colours, each written as what is left of the white.
    tryk = tmp_path / "tryk.jpg"
    raster = gdal.GetDriverByName("MEM").Create("", 64, 48, 4)
    for nr, farve in enumerate((255, 30, 30, 255), 1):
        raster.GetRasterBand(nr).Fill(farve)
    gdal.PushErrorHandler("CPLQuietErrorHandler")  # it warns that not every reader knows them
    assert gdal.GetDriverByName("JPEG").CreateCopy(str(tryk), raster) is not None
    gdal.PopErrorHandler()
    roed = laes(tryk).pixelColor(30, 20)
    assert (roed.red() > 240, roed.green() < 60, roed.blue() < 60) == (True, True, True)


def _broget(bredde: int, hoejde: int) -> QImage:
    """No two spots alike, so that the file is as long as a photo's."""
    billede = QImage(bredde, hoejde, QImage.Format.Format_RGB32)
    for y in range(hoejde):
        for x in range(bredde):
            billede.setPixel(x, y, 0xFF000000 | (x * 7919 + y * 104729) * 2654435761 % (1 << 24))
    return billede
