# SPDX-License-Identifier: GPL-2.0-or-later
"""The tool *Luk midlertidigt*: a click on a place or route, a click on *Luk*."""

from __future__ import annotations

import datetime as dt

from qgis.core import QgsPointXY, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint

from moedested_plugin.drawing import luk
from moedested_plugin.drawing.luk import Lukning
from moedested_plugin.drawing.ramt import STEDROLLER, ramt
from moedested_plugin.drawing.visenavn import Visenavn
from moedested_plugin.i18n import tr
from moedested_plugin.project.aabent import rolle_af

from .klik import Klik
from .luk_boble import LukBoble
from .vaerktoej import Tegneomgivelser, Vaerktoej


class Luk(Vaerktoej):
    """Stays on until Esc, so that several can be closed."""

    def __init__(self, omgivelser: Tegneomgivelser) -> None:
        super().__init__(omgivelser)
        self._canvas = omgivelser.iface.mapCanvas()
        self._klik: Klik | None = None
        self.boble: LukBoble | None = None

    def begynd(self) -> bool:
        """Wait for a click."""
        self._klik = Klik(self._canvas)
        self._klik.klikket.connect(self._klikket)
        self._klik.forladt.connect(self._forladt)
        self._klik.tag()
        self._klik.deactivated.connect(self._forladt)
        self.om.messages.info(tr("Klik på det sted eller den rute, der skal lukkes. Esc slutter."))
        return True

    def stands(self) -> None:
        """Nothing half done is kept."""
        klik, self._klik = self._klik, None
        if klik is not None:
            klik.slip()
        boble, self.boble = self.boble, None
        if boble is not None and not sip.isdeleted(boble):
            boble.close()

    def _forladt(self) -> None:
        self.stands()
        self.sluttet.emit()

    def _klikket(self, punkt: QgsPointXY, paa_skaermen: QPoint) -> None:
        klik = self._klik
        if klik is None:
            return
        synlige = [
            layer
            for layer in self._canvas.layers()
            if isinstance(layer, QgsVectorLayer) and rolle_af(layer) in STEDROLLER
        ]
        ramte = ramt(synlige, klik.i_lagene(punkt))
        if ramte is None:
            return
        layer, feature = ramte
        i_dag = dt.datetime.now().astimezone().date()
        navn = Visenavn(layer).af(feature)
        nu = luk.lukning_af(layer, feature, i_dag)
        self.boble = boble = LukBoble(navn, nu, i_dag, self._canvas)
        fid = feature.id()
        boble.luk.connect(lambda lukning: self._luk(layer, fid, navn, lukning))
        boble.aabn.connect(lambda: self._aabn(layer, fid, navn))
        boble.vis_ved(paa_skaermen)

    def _luk(self, layer: QgsVectorLayer, fid: int, navn: str, lukning: Lukning) -> None:
        if self._rediger(layer) and luk.luk(layer, fid, lukning, tr("Luk {0}").format(navn)):
            self._sig(tr("{0} er lukket. Gem, når du er færdig.").format(navn), layer)

    def _aabn(self, layer: QgsVectorLayer, fid: int, navn: str) -> None:
        if self._rediger(layer) and luk.aabn(layer, fid, tr("Åbn {0}").format(navn)):
            self._sig(tr("{0} er åbent igen. Gem, når du er færdig.").format(navn), layer)

    def _sig(self, tekst: str, layer: QgsVectorLayer) -> None:
        # Ctrl+Z works on the active layer.
        self.om.iface.setActiveLayer(layer)
        layer.triggerRepaint()
        self.om.messages.success(tekst)

    def _rediger(self, layer: QgsVectorLayer) -> bool:
        return layer.isEditable() or bool(self.om.iface.vectorLayerTools().startEditing(layer))
