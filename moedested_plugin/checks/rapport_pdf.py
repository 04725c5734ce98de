# SPDX-License-Identifier: GPL-2.0-or-later
"""The report on A4, from the same HTML; text as text, with page numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QMarginsF, QRectF, QSizeF, Qt
from qgis.PyQt.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

from moedested_plugin.i18n import tr

from .rapport_html import som_html

if TYPE_CHECKING:
    from pathlib import Path

    from .rapport import Rapport

_OPLOESNING = 300
_MARGEN_MM = 18
_MM_PR_TOMME = 25.4
#: The foot of the page (mm).
_FOD_MM = 8


def skriv_pdf(sti: Path, rapport: Rapport) -> None:
    """Write the file. Raises `OSError`."""
    skriver = QPdfWriter(str(sti))
    skriver.setResolution(_OPLOESNING)
    skriver.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    skriver.setPageMargins(
        QMarginsF(_MARGEN_MM, _MARGEN_MM, _MARGEN_MM, _MARGEN_MM), QPageLayout.Unit.Millimeter
    )
    skriver.setTitle(tr("Kontrol af mødesteder, {0} Kommune").format(rapport.kommune))
    flade = skriver.pageLayout().paintRectPixels(_OPLOESNING)
    fod = _FOD_MM * _OPLOESNING / _MM_PR_TOMME
    side = QSizeF(flade.width(), flade.height() - fod)
    dokument = QTextDocument()
    # Laid out for the paper: else the text of a high resolution screen is small on it.
    dokument.documentLayout().setPaintDevice(skriver)
    dokument.setDefaultFont(QFont("Open Sans", 9))
    dokument.setHtml(som_html(rapport, til_papir=True))
    dokument.setPageSize(side)
    maler = QPainter()
    if not maler.begin(skriver):
        raise OSError(str(sti))
    try:
        maler.setFont(QFont("Open Sans", 8))
        _sider(skriver, maler, dokument, side, fod)
    finally:
        maler.end()


def _sider(
    skriver: QPdfWriter, maler: QPainter, dokument: QTextDocument, side: QSizeF, fod: float
) -> None:
    antal = dokument.pageCount()
    for nr in range(antal):
        if nr:
            skriver.newPage()
        maler.save()
        maler.translate(0, -nr * side.height())
        dokument.drawContents(maler, QRectF(0, nr * side.height(), side.width(), side.height()))
        maler.restore()
        maler.drawText(
            QRectF(0, side.height(), side.width(), fod),
            int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom),
            tr("Side {0} af {1}").format(nr + 1, antal),
        )
