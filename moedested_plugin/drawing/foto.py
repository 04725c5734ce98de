# SPDX-License-Identifier: GPL-2.0-or-later
"""A picture (foto) of a place: a clean copy beside the project, and its row.

What the camera wrote into the file (who, where, when, which telephone) stays behind, and so does its name: both can
name a person. The copy is new pixels in a new file.
"""

from __future__ import annotations

import re
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (  # type: ignore[attr-defined]  # QgsCsException is not in the stubs
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsExifTools,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from moedested_plugin.domain.faelles import AFVENTER, FOTOMAPPE
from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The longest side of the copy.
STOERST_PX = 2048
_KVALITET = 88
#: A file or a picture larger than this is no photo of a bench.
_STOERST_FIL, _FLEST_PIXEL = 60_000_000, 200_000_000
#: Also those that not every QGIS can read: then it is said, and the picture does not become a layer of the map.
ENDELSER = frozenset((".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif", ".gif"))
#: What may be in them, whatever they are called. A drawing (svg) could fetch other files into the picture.
_INDHOLD = frozenset((b"jpeg", b"png", b"webp", b"heic", b"heif", b"avif", b"gif"))
#: In a JPEG: where a part begins. Inside the pixels 255 is written as 255 0.
_MAERKE = re.compile(rb"\xff+([^\x00\xff])")
_SLUT, _UDEN_LAENGDE = 0xD9, frozenset((0x01, *range(0xD0, 0xD9)))


class KanIkkeBruges(Exception):
    """The picture cannot be used; `str(fejl)` says why and what to do. Nothing was written."""


def er_billede(fil: Path) -> bool:
    """Whether the name is that of a picture."""
    return fil.suffix.lower() in ENDELSER


def laes(fil: Path) -> QImage:
    """The picture the right way up, small enough, and nothing but its pixels."""
    try:
        bytes_ = fil.stat().st_size if fil.is_file() else None
    except OSError:  # a network drive that is gone
        bytes_ = None
    if bytes_ is None:
        raise KanIkkeBruges(tr("{0} findes ikke. Vælg et andet billede.").format(fil.name))
    laeser = QImageReader(str(fil))
    laeser.setDecideFormatFromContent(True)
    laeser.setAutoTransform(True)
    indhold = bytes(laeser.format())
    if indhold not in _INDHOLD:
        raise KanIkkeBruges(_kan_ikke_laese(fil))
    maal = laeser.size()
    if bytes_ > _STOERST_FIL or maal.width() * maal.height() > _FLEST_PIXEL:
        raise KanIkkeBruges(tr("{0} er for stort. Gør billedet mindre.").format(fil.name))
    if max(maal.width(), maal.height()) > STOERST_PX:
        laeser.setScaledSize(
            maal.scaled(STOERST_PX, STOERST_PX, Qt.AspectRatioMode.KeepAspectRatio)
        )
    laest = laeser.read()
    if laest.isNull():
        raise KanIkkeBruges(_kan_ikke_laese(fil))
    if indhold == b"jpeg" and _er_afbrudt(fil.read_bytes()):
        raise KanIkkeBruges(
            tr(
                "{0} er ikke helt: den sidste del af filen mangler. Hent billedet fra kameraet igen."
            ).format(fil.name)
        )
    if laest.colorSpace().isValid():
        laest.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    return _kun_pixel(laest)


def sted_af(fil: Path, context: QgsCoordinateTransformContext) -> QgsPointXY | None:
    """Where the camera says that it was, in the project's coordinates (EPSG:25832); None where it does not say."""
    punkt, fundet = QgsExifTools.getGeoTag(str(fil))
    if not fundet or (punkt.x() == 0 and punkt.y() == 0):
        return None
    omregn = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"),
        QgsCoordinateReferenceSystem("EPSG:25832"),
        context,
    )
    try:
        return omregn.transform(QgsPointXY(punkt.x(), punkt.y()))
    except QgsCsException:
        return None


def gem(billede: QImage, projektmappe: Path) -> str:
    """Write the picture beside the project; gives its path relative to it. Never overwrites."""
    sti = f"{FOTOMAPPE}/foto-{uuid.uuid4().hex[:12]}.jpg"
    fil = projektmappe / sti
    try:
        fil.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise KanIkkeBruges(_kan_ikke_skrive(projektmappe)) from None
    skriver = QImageWriter(str(fil), b"jpeg")
    skriver.setQuality(_KVALITET)
    if not skriver.write(billede):
        fil.unlink(missing_ok=True)
        raise KanIkkeBruges(_kan_ikke_skrive(projektmappe))
    return sti


def ny_raekke(
    fotolag: QgsVectorLayer, tabel: str, noegle: str, vaerdier: Mapping[str, object]
) -> int | None:
    """Put the row into the edit buffer; gives its id, None where the layer refuses. Consent awaits unless it is given."""
    raekke = QgsVectorLayerUtils.createFeature(
        fotolag, QgsGeometry(), {}, fotolag.createExpressionContext()
    )
    # Set afterwards: QGIS would alter what it takes for a key that is in use.
    raekke["objekt_lag"], raekke["objekt_id"] = tabel, noegle
    raekke["samtykke_k"] = AFVENTER
    for navn, vaerdi in vaerdier.items():
        raekke[navn] = vaerdi
    return raekke.id() if fotolag.addFeature(raekke) else None


def _er_afbrudt(raa: bytes) -> bool:
    """Whether a JPEG stops before its end; Qt reads what is missing as grey, and says nothing."""
    her = 2
    while (fundet := _MAERKE.search(raa, her)) is not None:
        maerke, her = fundet[1][0], fundet.end()
        if maerke == _SLUT:
            return False
        if maerke not in _UDEN_LAENGDE:
            her += int.from_bytes(raa[her : her + 2], "big")
    return True


def _kan_ikke_laese(fil: Path) -> str:
    return tr("{0} kan ikke læses som et billede. Gem det som jpg, og prøv igen.").format(fil.name)


def _kun_pixel(laest: QImage) -> QImage:
    rent = QImage(QSize(laest.width(), laest.height()), QImage.Format.Format_RGB32)
    rent.fill(Qt.GlobalColor.white)  # JPEG has no transparency
    maler = QPainter(rent)
    maler.drawImage(0, 0, laest)
    maler.end()
    return rent


def _kan_ikke_skrive(mappe: Path) -> str:
    return tr(
        "Billedet kan ikke gemmes i {0}. Er mappen skrivebeskyttet eller disken fuld?"
    ).format(mappe)
