# SPDX-License-Identifier: GPL-2.0-or-later
"""Does what the dialog *Udskriv* and the button *Kortbilag* ask for.

Everything is made when it is first asked for; until then this costs nothing.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QApplication

from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer, QgsRectangle
    from qgis.PyQt.QtWidgets import QWidget

    from moedested_plugin.gui.udgiv.doer import UdOmgivelser
    from moedested_plugin.printing.bestilling import Skabelon
    from moedested_plugin.printing.udskriv import Grundlag

    from .dialog import UdskrivDialog
    from .oenske import Oenske, Udsnit
    from .tegning import Tegning

_MAPPE = "udskrifter"


class UdskrivDoer(QObject):
    """One dialog, and one print at a time."""

    def __init__(self, rum: UdOmgivelser) -> None:
        super().__init__()
        self.rum = rum
        self.dialog: UdskrivDialog | None = None
        self.vinduer: list[QWidget] = []
        self._oensker: dict[str, Oenske] = {}
        self._viste: Skabelon | None = None
        self._ramme: QgsRectangle | None = None
        self._tegning: Tegning | None = None
        self._udskriver = False
        self._adresse = ""
        rum.current.replaced.connect(self._skiftet)

    def close(self) -> None:
        """Take everything away."""
        self.rum.current.replaced.disconnect(self._skiftet)
        self._luk_dialog()
        self.deleteLater()

    # The dialog ----------------------------------------------------------------------------------------

    def vis(self, _checked: bool = False) -> None:
        """Open the dialog."""
        rum = self.rum
        if not rum.current.is_moedested:
            rum.messages.info(tr("Åbn et Mødested-projekt for at udskrive."))
            return
        if self.dialog is None:
            self.dialog = self._byg()
        dialog = self.dialog
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        self._forny()

    def _byg(self) -> UdskrivDialog:
        from .dialog import UdskrivDialog
        from .layoutdoer import Layoutdoer
        from .oenske import husket

        rum = self.rum
        self._adresse = rum.current.store_address
        self._oensker = husket(rum.settings)
        dialog = UdskrivDialog(rum.iface.mainWindow())
        dialog.skabeloner.vaelg(rum.settings.udskriv_skabelon.value())
        dialog.form.mappe.setFilePath(str(self._mappe()))
        self._vis_oenske(dialog)
        dialog.skabelon_valgt.connect(self._skabelon_valgt)
        dialog.forny.connect(self._forny)
        dialog.udskriv.connect(self.udskriv)
        dialog.foej_til.connect(self.foej_til)
        dialog.form.tegn.connect(self._tegn)
        dialog.skjult.connect(self._skjult)
        self._layouter = Layoutdoer(rum, dialog)
        rum.current.saved.connect(dialog.aendret)
        canvas = rum.iface.mapCanvas()
        canvas.extentsChanged.connect(self._kort_flyttet)
        canvas.selectionChanged.connect(self._markeret)
        return dialog

    def _skiftet(self) -> None:
        """Another project closes the dialog; other layers in the same one (a layout brings some) do not."""
        if self.dialog is None:
            return
        if self.rum.current.store_address != self._adresse:
            self._luk_dialog()
        else:
            self._laes_oenske()
            self._vis_oenske(self.dialog)

    def _luk_dialog(self) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        self.dialog, self._viste, self._ramme = None, None, None
        self.rum.current.saved.disconnect(dialog.aendret)
        canvas = self.rum.iface.mapCanvas()
        canvas.extentsChanged.disconnect(self._kort_flyttet)
        canvas.selectionChanged.disconnect(self._markeret)
        self._slip_tegning()
        for vindue in (*self.vinduer, dialog):
            vindue.close()
            vindue.deleteLater()
        self.vinduer.clear()
        dialog.vis_hindring("")

    def _skjult(self) -> None:
        self._husk()
        if self.dialog is not None:  # a page that was laid out holds layers, and they the files
            self.dialog.vis_hindring("")
        if self._tegning is not None and not self._tegning.i_gang:
            self._slip_tegning()

    def _mappe(self) -> Path:
        """The folder of last time, else one beside the project."""
        husket = Path(self.rum.settings.udskriv_mappe.value() or ".")
        if self.rum.settings.udskriv_mappe.value() and husket.is_dir():
            return husket
        return Path(self.rum.current.project.absolutePath() or Path.home()) / _MAPPE

    # What is wished for --------------------------------------------------------------------------------

    def _skabelon_valgt(self) -> None:
        if self.dialog is not None:
            self._laes_oenske()
            self._vis_oenske(self.dialog)
            self.dialog.sig("")
            self._forny()

    def _laes_oenske(self) -> None:
        if self.dialog is not None and self._viste is not None:
            self._oensker[self._viste.id] = self.dialog.form.oenske()

    def _vis_oenske(self, dialog: UdskrivDialog) -> None:
        from moedested_plugin.printing.valg import lag_med_raekker, markerede

        from .oenske import Oenske

        self._viste = skabelon = dialog.skabeloner.skabelon
        project = self.rum.current.project
        dialog.form.vis(
            skabelon,
            self._oensker.get(skabelon.id, Oenske()),
            lag_med_raekker(project, skabelon) if skabelon.tabel else [],
            len(markerede(project, skabelon)),
        )
        self._vis_senest(dialog)

    def _vis_senest(self, dialog: UdskrivDialog) -> None:
        """Say what *since the last print* means."""
        from moedested_plugin.domain.hvornaar import dag
        from moedested_plugin.printing.valg import senest_udskrevet
        from moedested_plugin.store import StoreFejl

        try:
            tid = senest_udskrevet(self.rum.store(), dialog.skabeloner.skabelon)
        except StoreFejl:
            tid = None
        dialog.form.vis_senest(dag(tid.astimezone().date()) if tid is not None else "")

    def _husk(self) -> None:
        from .oenske import husk

        if self.dialog is None:
            return
        self._laes_oenske()
        settings = self.rum.settings
        husk(settings, self._oensker)
        settings.udskriv_skabelon.setValue(self.dialog.skabeloner.skabelon.id)
        settings.udskriv_mappe.setValue(self.dialog.form.mappe.filePath())

    def _udsnit(self) -> Udsnit:
        from .oenske import Udsnit

        return Udsnit(self.rum.iface.mapCanvas().extent(), self._ramme)

    def _grundlag(self, skabelon: Skabelon, oenske: Oenske, mappe: Path) -> Grundlag:
        """Raises `UdskriftFejl` and `StoreFejl`."""
        from moedested_plugin.printing.udskriv import Grundlag

        from .oenske import bestil

        project, store = self.rum.current.project, self.rum.store()
        bestilling = bestil(skabelon, oenske, mappe, project, store, self._udsnit())
        return Grundlag(bestilling, project, store)

    # The preview ---------------------------------------------------------------------------------------

    def _forny(self) -> None:
        from moedested_plugin.printing.bestilling import UdskriftFejl
        from moedested_plugin.printing.proeve import Proeve
        from moedested_plugin.store import StoreFejl

        dialog = self.dialog
        if dialog is None or self._udskriver or not dialog.isVisible():
            return
        self._laes_oenske()
        skabelon = dialog.skabeloner.skabelon
        QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        try:
            grundlag = self._grundlag(
                skabelon, self._oensker[skabelon.id], Path(dialog.form.mappe.filePath())
            )
            dialog.vis_proeve(Proeve(grundlag))
            dialog.bemaerk([*self._ugemt(skabelon), *dict.fromkeys(grundlag.bemaerkninger)])
        except (UdskriftFejl, StoreFejl) as fejl:
            dialog.vis_hindring(str(fejl))
        except Exception as fejl:  # whatever it is, it is said where the page would be
            dialog.vis_hindring(self.rum.messages.sentence(tr("Forhåndsvisningen"), fejl))
        finally:
            QApplication.restoreOverrideCursor()

    def _ugemt(self, skabelon: Skabelon) -> list[str]:
        from .oenske import KORTBILAG

        ugemte = [each.layer.name() for each in self.rum.current.unsaved()]
        if not ugemte or skabelon.id == KORTBILAG:
            return []
        return [tr("Ugemte rettelser i {} kommer ikke med. Gem dem først.").format(", ".join(ugemte))]  # fmt: skip

    def _kort_flyttet(self) -> None:
        from .oenske import SYNLIGT

        dialog = self.dialog
        if dialog is None or not dialog.isVisible() or not dialog.skabeloner.skabelon.har_udsnit:
            return
        if dialog.form.udsnit.currentData() == SYNLIGT:
            dialog.aendret()

    def _markeret(self, _layer: QgsMapLayer | None = None) -> None:
        from moedested_plugin.printing.valg import markerede

        from .oenske import MARKEREDE

        dialog = self.dialog
        if dialog is None or not dialog.isVisible():
            return
        skabelon = dialog.skabeloner.skabelon
        dialog.form.vis_markerede(len(markerede(self.rum.current.project, skabelon)))
        if skabelon.tabel and dialog.form.raekker.currentData() == MARKEREDE:
            dialog.aendret()

    # Drawing the area ----------------------------------------------------------------------------------

    def _tegn(self) -> None:
        from moedested_plugin.printing.proeve import Proeve

        from .oenske import SYNLIGT, Oenske
        from .tegning import Tegning

        dialog = self.dialog
        if dialog is None:
            return
        self._laes_oenske()
        skabelon = dialog.skabeloner.skabelon
        oenske = self._oensker[skabelon.id]
        nu = Oenske(**{**vars(oenske), "udsnit": SYNLIGT})
        try:
            felt = Proeve(self._grundlag(skabelon, nu, self._mappe())).kortfelt()
        except Exception as fejl:  # whatever it is, it is said
            dialog.sig(self.rum.messages.sentence(tr("Tegningen"), fejl))
            return
        if felt is None:
            return
        self._slip_tegning()
        maalestok = oenske.valg.get("maalestok", "")
        self._tegning = Tegning(
            self.rum.iface.mapCanvas(), felt, float(maalestok) if maalestok else None
        )
        self._tegning.faerdig.connect(self._tegnet)
        self._tegning.begynd()
        dialog.hide()

    def _tegnet(self, ramme: QgsRectangle | None) -> None:
        from .oenske import RAMME

        dialog = self.dialog
        if dialog is None:
            return
        if ramme is not None:
            self._ramme = ramme
            dialog.form.udsnit.setCurrentIndex(dialog.form.udsnit.findData(RAMME))
        self.vis()

    def _slip_tegning(self) -> None:
        if self._tegning is not None:
            tegning, self._tegning = self._tegning, None
            tegning.slip()

    # Printing ------------------------------------------------------------------------------------------

    def udskriv(self) -> None:
        """Print what the dialog shows."""
        from moedested_plugin.gui.ud.opgave import maa_erstattes
        from moedested_plugin.printing.udskriv import filnavne, lav_blade

        from .oenske import uden_at_erstatte

        dialog = self.dialog
        if dialog is None or self._udskriver:
            return
        self._husk()
        skabelon = dialog.skabeloner.skabelon
        oenske = self._oensker[skabelon.id]
        try:
            grundlag = self._grundlag(skabelon, oenske, Path(dialog.form.mappe.filePath()))
            grundlag.bestilling = uden_at_erstatte(grundlag.bestilling)
            blade = lav_blade(grundlag)
            filer = [grundlag.bestilling.mappe / n for n in filnavne(grundlag.bestilling, blade)]
        except Exception as fejl:  # whatever it is, it is said
            dialog.sig(self.rum.messages.sentence(tr("Udskriften"), fejl))
            return
        if maa_erstattes(dialog, filer) is not None:
            grundlag.bemaerkninger.clear()
            self._koer(grundlag, oenske)

    def kortbilag(self, _checked: bool = False) -> None:
        """Print what the map shows, as the last enclosure was: no dialog."""
        from moedested_plugin.printing.bestilling import SKABELONER

        from .oenske import KORTBILAG, SYNLIGT, Oenske, husket, uden_at_erstatte

        rum = self.rum
        if self._udskriver:
            return
        if not rum.current.is_moedested:
            rum.messages.info(tr("Åbn et Mødested-projekt for at udskrive."))
            return
        self._laes_oenske()
        kendte = self._oensker or husket(rum.settings)
        oenske = Oenske(**{**vars(kendte.get(KORTBILAG, Oenske())), "udsnit": SYNLIGT})
        mappe = Path(self.dialog.form.mappe.filePath()) if self.dialog else self._mappe()
        try:
            grundlag = self._grundlag(SKABELONER[KORTBILAG], oenske, mappe)
            grundlag.bestilling = uden_at_erstatte(grundlag.bestilling)
        except Exception as fejl:  # whatever it is, it is said
            rum.messages.failed(tr("Kortbilaget"), fejl)
            return
        self._koer(grundlag, oenske)

    def _koer(self, grundlag: Grundlag, oenske: Oenske) -> None:
        from moedested_plugin.printing.udskriv import Afbrudt

        from .besked import husk_naar, meld
        from .koersel import udskriv_med_fremdrift

        rum, dialog = self.rum, self.dialog
        vindue = dialog if dialog is not None and dialog.isVisible() else rum.iface.mainWindow()
        self._udskriver = True
        begyndt = dt.datetime.now(dt.timezone.utc)
        if dialog is not None:
            dialog.stop()
        try:
            svar = udskriv_med_fremdrift(grundlag, vindue)
        except Afbrudt:
            self._sig(tr("Afbrudt. Der er intet skrevet."))
            return
        except Exception as fejl:  # whatever it is, it is said
            self._sig(rum.messages.sentence(tr("Udskriften"), fejl))
            return
        finally:
            self._udskriver = False
        husk_naar(grundlag, oenske, svar, rum.adgang().can_edit, begyndt)
        tekst = meld(rum, svar, grundlag.bestilling, self.vinduer)
        if dialog is not None and dialog.isVisible():
            self._vis_senest(dialog)
            dialog.sig(tekst)

    def _sig(self, tekst: str) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.sig(tekst)
        else:
            self.rum.messages.error(tekst)

    def foej_til(self) -> None:
        """Make the page that is shown a layout of the project."""
        dialog = self.dialog
        if dialog is not None and dialog.forhaandsvisning.proeve is not None:
            self._layouter.tilfoej(
                dialog.forhaandsvisning.proeve.grundlag, dialog.forhaandsvisning.sted.blad
            )
