# SPDX-License-Identifier: GPL-2.0-or-later
"""A look at a print before it is made (proeve): its pages as pictures, laid out one at a time as they are asked for."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsLayoutExporter, QgsLayoutItemMap
from qgis.PyQt.QtCore import QSize

from moedested_plugin.i18n import tr

from .bestilling import UdskriftFejl
from .udskriv import lav_blade

if TYPE_CHECKING:
    from qgis.core import QgsRectangle
    from qgis.PyQt.QtGui import QImage

    from .ark import Ark
    from .udskriv import Blad, Grundlag

_LOG = logging.getLogger(__name__)
_MM_PR_TOMME = 25.4


@dataclass(frozen=True)
class Sted:
    """A place in the print: the number of the piece (`blad`), and the page in it. Both from 0."""

    blad: int = 0
    side: int = 0


class Proeve:
    """One order, looked at page by page. Only the piece that is looked at is kept. Raises `UdskriftFejl`."""

    def __init__(self, grundlag: Grundlag) -> None:
        self.grundlag = grundlag
        self.blade: list[Blad] = lav_blade(grundlag)
        self._lavet: tuple[int, Ark] | None = None

    def ark(self, blad: int) -> Ark:
        """The piece, laid out."""
        if self._lavet is None or self._lavet[0] != blad:
            self._lavet = None
            try:
                self._lavet = (blad, self.blade[blad].lav())
            except UdskriftFejl:
                raise
            except Exception as fejl:  # whatever it is, the dialog must stay
                _LOG.exception("A page of %s failed", self.grundlag.bestilling.skabelon.id)
                raise UdskriftFejl(tr("Siden kunne ikke laves. Se loggen.")) from fejl
        return self._lavet[1]

    def billede(self, sted: Sted, plads: QSize) -> QImage:
        """The page as a picture that just fits into this many pixels."""
        ark = self.ark(sted.blad)
        papir = ark.papir
        pr_mm = min(plads.width() / papir.bredde, plads.height() / papir.hoejde)
        maal = QSize(max(1, round(papir.bredde * pr_mm)), max(1, round(papir.hoejde * pr_mm)))
        return QgsLayoutExporter(ark.layout).renderPageToImage(
            sted.side, maal, pr_mm * _MM_PR_TOMME
        )

    def kortfelt(self, blad: int = 0) -> tuple[float, float] | None:
        """Width and height (mm) of the map; None for a print without one."""
        kort = self._kort(blad)
        return (kort.rect().width(), kort.rect().height()) if kort is not None else None

    def udsnit(self, blad: int = 0) -> QgsRectangle | None:
        """What the map shows."""
        kort = self._kort(blad)
        return kort.extent() if kort is not None else None

    def _kort(self, blad: int) -> QgsLayoutItemMap | None:
        item = self.ark(blad).layout.itemById("kort")
        return item if isinstance(item, QgsLayoutItemMap) else None

    def naeste(self, sted: Sted) -> Sted | None:
        """The page after; None after the last. A piece that cannot be made is a page of its own."""
        if sted.side + 1 < self._sider(sted.blad):
            return Sted(sted.blad, sted.side + 1)
        return Sted(sted.blad + 1) if sted.blad + 1 < len(self.blade) else None

    def forrige(self, sted: Sted) -> Sted | None:
        """The page before; the first of a piece's pages, so that no other has to be laid out."""
        if sted.side:
            return Sted(sted.blad, sted.side - 1)
        return Sted(sted.blad - 1) if sted.blad else None

    def _sider(self, blad: int) -> int:
        if self._lavet is not None and self._lavet[0] == blad:
            return self._lavet[1].sider
        return 1
