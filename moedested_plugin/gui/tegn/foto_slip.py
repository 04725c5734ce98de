# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures that are dropped (slippes) on an object of the map or on its form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
)
from qgis.gui import QgsAttributeForm, QgsCustomDropHandler
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QPoint, QTimer
from qgis.PyQt.QtGui import QCursor
from qgis.PyQt.QtWidgets import QApplication

from moedested_plugin.gui.formular_felt import form_om
from moedested_plugin.gui.tasks import FunctionTask
from moedested_plugin.i18n import tr
from moedested_plugin.project.aabent import rolle_af, tabel_af, tabelnavn_af

from .foto_form import FotoForm, har_fotos

if TYPE_CHECKING:
    from qgis.PyQt.QtGui import QImage

    from .foto_dialog import FotoDialog
    from .vaerktoej import Tegneomgivelser

#: So near the place already has the position of the picture.
_ER_DER_M = 10.0


@dataclass(frozen=True)
class Ting:
    """The object that a picture was dropped on."""

    layer: QgsVectorLayer
    fid: int
    noegle: str
    navn: str


class _Slip(QgsCustomDropHandler):
    """What QGIS asks of each file that is dropped on its window; it does not say where."""

    def __init__(self, slip: FotoSlip) -> None:
        super().__init__()
        self._slip = slip

    def handleFileDrop(self, file: str) -> bool:  # noqa: N802 - QGIS calls it
        """True when it was a picture for us; else QGIS opens it as it always does."""
        return self._slip.sluppet(Path(file), QCursor.pos())


class FotoSlip(QObject):
    """One picture at a time: the next is asked about when the first is answered."""

    def __init__(self, omgivelser: Tegneomgivelser) -> None:
        super().__init__()
        self._om = omgivelser
        self._venter: list[tuple[Path, Ting]] = []
        #: Dropped on the form of an object that is not in its layer yet.
        self._paa_nye: list[Path] = []
        self.dialog: FotoDialog | None = None
        #: The picture that is being read.
        self.laeses: FunctionTask[QImage] | None = None
        self.slip = _Slip(self)
        self._former = FotoForm()
        self._former.sluppet.connect(self.paa_form)  # type: ignore[arg-type]  # what it returns is for others
        omgivelser.iface.registerCustomDropHandler(self.slip)
        omgivelser.current.replaced.connect(self._glem)

    def close(self) -> None:
        """Take it away from QGIS again."""
        self._glem()
        self._om.current.replaced.disconnect(self._glem)
        self._om.iface.unregisterCustomDropHandler(self.slip)
        self._former.close()
        self.deleteLater()

    def sluppet(self, fil: Path, paa_skaermen: QPoint) -> bool:
        """A file was dropped there."""
        from moedested_plugin.drawing.foto import er_billede

        if not er_billede(fil) or not self._om.current.is_moedested:
            return False
        form = form_om(QApplication.widgetAt(paa_skaermen))
        if form is not None and self.paa_form(fil, form):
            return True
        ting = self._paa_kortet(paa_skaermen)
        if ting is not None and self._kan():
            self._spoerg(fil, ting)
        return ting is not None

    def paa_form(self, fil: Path, form: QgsAttributeForm) -> bool:
        """A picture was dropped on a form; False where its objects have none. A new object waits for OK."""
        layer = form.layer()
        if not har_fotos(layer):
            return False
        if not self._kan():
            return True
        ting = self._ting(layer, form.feature())
        if ting is not None:
            self._spoerg(fil, ting)
            return True
        self._paa_nye.append(fil)
        if len(self._paa_nye) == 1:
            form.featureSaved.connect(partial(self._er_lagt, layer))
            form.destroyed.connect(self._paa_nye.clear)
        self._om.messages.info(tr("Der spørges om billedet, når du har trykket OK i formularen."))
        return True

    def _er_lagt(self, layer: QgsVectorLayer, feature: QgsFeature) -> None:
        filer, self._paa_nye[:] = list(self._paa_nye), []
        ting = self._ting(layer, feature) if filer else None
        if ting is not None:
            for fil in filer:
                # When QGIS is through with the form.
                QTimer.singleShot(0, partial(self._spoerg, fil, ting))

    def _kan(self) -> bool:
        """Whether a picture can be added at all; says so where it cannot."""
        gemt = bool(self._om.current.project.fileName())
        if gemt and self._om.kan_rette() and self._om.current.layer("foto") is not None:
            return True
        self._om.messages.warning(
            tr("Billedet er ikke tilføjet: projektet kan ikke rettes lige nu.")
        )
        return False

    def _spoerg(self, fil: Path, ting: Ting) -> None:
        self._venter.append((fil, ting))
        self._naeste()

    # Where it was dropped ------------------------------------------------------------------------------

    def _paa_kortet(self, paa_skaermen: QPoint) -> Ting | None:
        from moedested_plugin.drawing.ramt import STEDROLLER, ramt

        from .klik import Klik

        canvas = self._om.iface.mapCanvas()
        pixel = canvas.viewport().mapFromGlobal(paa_skaermen)
        if not canvas.isVisible() or not canvas.viewport().rect().contains(pixel):
            return None
        punkt = canvas.getCoordinateTransform().toMapCoordinates(pixel)
        klik = Klik(canvas)
        synlige = [
            layer
            for layer in canvas.layers()
            if isinstance(layer, QgsVectorLayer) and rolle_af(layer) in {"moedested", *STEDROLLER}
        ]
        ramte = ramt(synlige, klik.i_lagene(punkt))
        klik.deleteLater()
        return None if ramte is None else self._ting(*ramte)

    def _ting(self, layer: QgsVectorLayer, feature: QgsFeature) -> Ting | None:
        from moedested_plugin.drawing.visenavn import Visenavn

        # A new row that is still only in its form has nothing to hang a picture on.
        kendt = layer.getFeature(feature.id())
        if not har_fotos(layer) or not kendt.isValid():
            return None
        noegle = str(kendt[tabel_af(layer).noegle])
        return Ting(layer, kendt.id(), noegle, Visenavn(layer).af(kendt))

    def _igen(self, ting: Ting) -> Ting | None:
        """The object as it is now: a save gives a new one another number, an undo takes it away; that is said."""
        if sip.isdeleted(ting.layer):
            return None
        noegle = tabel_af(ting.layer).noegle
        hvor = QgsExpression.createFieldEqualityExpression(noegle, ting.noegle)
        oensket = QgsFeatureRequest().setFilterExpression(hvor).setNoAttributes()
        for feature in ting.layer.getFeatures(oensket):
            return replace(ting, fid=feature.id())
        self._om.messages.warning(
            tr("Billedet er ikke tilføjet: {0} findes ikke længere.").format(ting.navn)
        )
        return None

    # Asking and doing ----------------------------------------------------------------------------------

    def _naeste(self) -> None:
        """Read the next picture beside QGIS: a large one takes seconds."""
        from moedested_plugin.drawing.foto import laes

        if not self._venter or self.dialog is not None or self.laeses is not None:
            return
        fil, ting = self._venter.pop(0)
        self.laeses = self._om.tasks.start(
            FunctionTask(
                tr("Læser billedet {0}").format(fil.name),
                lambda _: laes(fil),
                partial(self._laest, fil, ting),
                self._ulaeselig,
                self._afbrudt,
                reads_only=True,
            )
        )

    def _laest(self, fil: Path, ting: Ting, billede: QImage) -> None:
        from moedested_plugin.drawing.foto import sted_af

        from .foto_dialog import FotoDialog

        self.laeses = None
        nu = self._igen(ting)
        if nu is None:
            self._naeste()
            return
        ting = nu
        hvor = sted_af(fil, self._om.current.project.transformContext())
        self.dialog = dialog = FotoDialog(
            ting.navn, billede, self._samtykker(), _flyt(ting, hvor),
            self._om.iface.mainWindow(),
        )  # fmt: skip
        dialog.tilfoej.connect(partial(self._tilfoej, ting, billede, hvor))
        dialog.finished.connect(self._svaret)
        dialog.show()

    def _ulaeselig(self, fejl: Exception) -> None:
        from moedested_plugin.drawing.foto import KanIkkeBruges

        if isinstance(fejl, KanIkkeBruges):
            self._om.messages.error(str(fejl))
        else:
            self._om.messages.failed(tr("Læsning af billedet"), fejl)
        self._afbrudt()

    def _afbrudt(self) -> None:
        self.laeses = None
        self._naeste()

    def _svaret(self, *_: object) -> None:
        self.dialog = None
        self._naeste()

    def _tilfoej(
        self,
        ting: Ting,
        billede: QImage,
        hvor: QgsPointXY | None,
        vaerdier: dict[str, object],
        flyt: bool,
    ) -> None:
        from moedested_plugin.drawing.foto import KanIkkeBruges, gem, ny_raekke

        fotos, nu = self._om.current.layer("foto"), self._igen(ting)
        if fotos is None or nu is None or not self._rediger(fotos, nu.layer):
            return
        ting = nu
        try:
            sti = gem(billede, Path(self._om.current.project.absolutePath()))
        except KanIkkeBruges as fejl:
            self._om.messages.error(str(fejl))
            return
        tabel = tabelnavn_af(ting.layer)
        aktivt = self._om.iface.activeLayer()
        baerere = [aktivt] if isinstance(aktivt, QgsVectorLayer) else []
        with self._om.current.skridt.et(
            [fotos, ting.layer, *baerere], tr("Billede af {0}").format(ting.navn)
        ):
            lagt = ny_raekke(fotos, tabel, ting.noegle, {**vaerdier, "sti": sti})
            if lagt is not None and flyt and hvor is not None:
                punkt = QgsGeometry.fromPointXY(hvor)
                if tabel != "moedested":
                    punkt.convertToMultiType()
                ting.layer.changeGeometry(ting.fid, punkt)
        if lagt is None:
            Path(self._om.current.project.absolutePath(), sti).unlink(missing_ok=True)
            self._om.messages.error(
                tr("Billedet blev ikke tilføjet. Gem dine rettelser, og prøv igen.")
            )
            return
        self._om.messages.success(
            tr("Billedet er tilføjet {0}. Gem, når du er færdig.").format(ting.navn)
        )

    def _rediger(self, *layers: QgsVectorLayer) -> bool:
        rettelser = self._om.iface.vectorLayerTools()
        return all(layer.isEditable() or rettelser.startEditing(layer) for layer in layers)

    def _samtykker(self) -> dict[int, str]:
        kodeliste = self._om.current.layer("kodeliste")
        if kodeliste is None:
            return {}
        hvor = QgsFeatureRequest().setFilterExpression('"liste" = \'samtykke\' AND "aktiv" = 1')
        fundne = kodeliste.getFeatures(hvor)
        return dict(sorted((int(kode["kode"]), str(kode["navn"])) for kode in fundne))

    def _glem(self) -> None:
        self._venter.clear()
        self._paa_nye.clear()
        laeses, self.laeses = self.laeses, None
        if laeses is not None:
            laeses.cancel()
        dialog, self.dialog = self.dialog, None
        if dialog is not None and not sip.isdeleted(dialog):
            dialog.finished.disconnect(self._svaret)
            dialog.close()


def _flyt(ting: Ting, hvor: QgsPointXY | None) -> str:
    """What the offer to move the object says; empty where there is nothing to offer."""
    tabel = tabelnavn_af(ting.layer)
    if hvor is None or tabel not in {"moedested", "facilitet_punkt"}:
        return ""
    her = ting.layer.getFeature(ting.fid).geometry()
    if her.isNull() or her.isEmpty():
        return tr("Sæt stedet på kortet, hvor billedet er taget")
    meter = her.distance(QgsGeometry.fromPointXY(hvor))
    if meter <= _ER_DER_M:
        return ""
    from .tilknyt_dok import afstand

    return tr("Flyt stedet {0}, til hvor billedet er taget").format(afstand(meter))
