# SPDX-License-Identifier: GPL-2.0-or-later
"""A photo cut to the shape of its box (beskaaret), no larger than print shows."""

from __future__ import annotations

import base64
from pathlib import Path

from qgis.PyQt.QtCore import QBuffer, QRectF, Qt
from qgis.PyQt.QtGui import QImageReader

#: Photos: what print shows, and how little a JPEG may lose.
_MM_PR_TOMME, _FOTO_DPI, _FOTO_KVALITET = 25.4, 250, 88


def beskaaret(sti: Path, bredde: float, hoejde: float) -> str:
    """The photo in the shape of the box (mm), upright, with no more pixels than paper shows; '' where it is no photo."""
    laeser = QImageReader(str(sti))
    laeser.setAutoTransform(True)
    billede = laeser.read()
    if billede.isNull():
        return ""
    side = min(billede.width(), billede.height() * bredde / hoejde)
    ud = QRectF(0, 0, side, side * hoejde / bredde).toAlignedRect() & billede.rect()
    ud.moveCenter(billede.rect().center())
    stoerst = round(bredde / _MM_PR_TOMME * _FOTO_DPI)
    billede = billede.copy(ud)
    if billede.width() > stoerst:
        billede = billede.scaledToWidth(stoerst, Qt.TransformationMode.SmoothTransformation)
    data = QBuffer()
    data.open(QBuffer.OpenModeFlag.WriteOnly)
    billede.save(data, "JPG", _FOTO_KVALITET)
    return base64.b64encode(bytes(data.data())).decode()
