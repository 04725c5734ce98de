# SPDX-License-Identifier: GPL-2.0-or-later
"""The tool *Opløs mødested*: the chosen one, or the one that is clicked; then one dialog, and one step to undo."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from qgis.core import QgsFeature, QgsPointXY, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint

from moedested_plugin.drawing.oploes import KanIkkeOploeses, Plan, Post, Valg, oploes, planlaeg
from moedested_plugin.drawing.ramt import ramt
from moedested_plugin.i18n import tr

from .klik import Klik
from .oploes_dialog import OploesDialog
from .vaerktoej import Tegneomgivelser, Vaerktoej


class Oploes(Vaerktoej):
    """Over when the dialog is."""

    def __init__(self, omgivelser: Tegneomgivelser) -> None:
        super().__init__(omgivelser)
        self._canvas = omgivelser.iface.mapCanvas()
        self._klik: Klik | None = None
        self.dialog: OploesDialog | None = None

    def begynd(self) -> bool:
        """Ask about the one that is selected; else wait for a click."""
        moedested = self.om.current.layer("moedested")
        if moedested is None:
            return False
        valgte = list(moedested.getSelectedFeatures())
        if len(valgte) == 1:
            self._spoerg(moedested, valgte[0])
            return True
        self._klik = Klik(self._canvas)
        self._klik.klikket.connect(self._klikket)
        self._klik.forladt.connect(self._forladt)
        self._klik.tag()
        self._klik.deactivated.connect(self._forladt)
        self.om.messages.info(tr("Klik på det mødested, der skal opløses. Esc slutter."))
        return True

    def stands(self) -> None:
        """Nothing is written."""
        klik, self._klik = self._klik, None
        if klik is not None:
            klik.slip()
        dialog, self.dialog = self.dialog, None
        if dialog is not None and not sip.isdeleted(dialog):
            dialog.finished.disconnect(self._forladt)
            dialog.reject()

    def _forladt(self, *_: object) -> None:
        self.stands()
        self.sluttet.emit()

    def _klikket(self, punkt: QgsPointXY, _paa_skaermen: QPoint) -> None:
        klik, moedested = self._klik, self.om.current.layer("moedested")
        if klik is None or moedested is None or self.dialog is not None:
            return
        ramte = ramt([moedested], klik.i_lagene(punkt))
        if ramte is not None:
            self._spoerg(*ramte)

    def _spoerg(self, moedested: QgsVectorLayer, feature: QgsFeature) -> None:
        i_dag = dt.datetime.now().astimezone().date()
        lag = self.om.current.layer
        plan = planlaeg(moedested, feature, lag("udstyr"), lag("aktivitet"), i_dag)
        self.dialog = OploesDialog(plan, i_dag, self.om.iface.mainWindow())
        self.dialog.oploes.connect(lambda dag, svar: self._oploes(plan, dag, svar))
        self.dialog.finished.connect(self._forladt)
        self.dialog.open()

    def _oploes(self, plan: Plan, dag: dt.date, svar: Mapping[Post, Valg]) -> None:
        lag = [plan.moedested, *(post.layer for post in plan.poster)]
        if not all(
            hvert.isEditable() or self.om.iface.vectorLayerTools().startEditing(hvert)
            for hvert in dict.fromkeys(lag)
        ):
            return
        aktivt = self.om.iface.activeLayer()
        baerere = [aktivt] if isinstance(aktivt, QgsVectorLayer) else []
        try:
            with self.om.current.skridt.et([*lag, *baerere], tr("Opløs {0}").format(plan.navn)):
                oploes(plan, dag, svar)
        except KanIkkeOploeses:
            self.om.messages.error(
                tr("{0} blev ikke opløst. Gem eller fortryd dine rettelser, og prøv igen.").format(
                    plan.navn
                )
            )
            return
        self.om.messages.success(
            tr("{0} er opløst. Gem, når du er færdig; Ctrl+Z fortryder.").format(plan.navn)
        )
