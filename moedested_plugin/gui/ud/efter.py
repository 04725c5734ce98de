# SPDX-License-Identifier: GPL-2.0-or-later
"""What is said and offered when the work of a door is done: a line, a button, a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtWidgets import QDialog

from moedested_plugin.gui.tasks import FunctionTask
from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from qgis.core import QgsFeedback
    from qgis.gui import QgisInterface

    from moedested_plugin.gui.current_project import CurrentProject
    from moedested_plugin.gui.messages import Button, Messages
    from moedested_plugin.gui.tasks import Tasks
    from moedested_plugin.settings import Settings
    from moedested_plugin.sources.ark import ArkResultat
    from moedested_plugin.sources.feltkopi_hjem import Hjemkomst
    from moedested_plugin.sources.feltkopi_ud import Taget
    from moedested_plugin.sources.filer_ud import Resultat
    from moedested_plugin.sources.geofa_resultat import Eksport

    from .send_med import Sendt

_ROERT = ("facilitet_punkt", "tilknytning")


class Efter:
    """The outcomes of the doors. `aendret` is called when rows of the store were made or changed."""

    def __init__(
        self, iface: QgisInterface, current: CurrentProject, settings: Settings, tasks: Tasks, messages: Messages,
        aendret: Callable[[], object], vis_liste: Callable[[QDialog], object],
    ) -> None:  # fmt: skip
        self._iface, self._current, self._settings = iface, current, settings
        self._tasks, self._messages = tasks, messages
        self._aendret, self._vis_liste = aendret, vis_liste

    def sendt(self, sendt: Sendt) -> None:
        self._hent_igen(_ROERT)
        if sendt.lavet:
            antal, navne = len(sendt.lavet), ", ".join(sendt.lavet)
            self._messages.success(
                tr(
                    "Faciliteter lavet: {antal} ({navne}). De kommer med ved næste Eksportér til GeoFA."
                ).format(antal=antal, navne=navne if antal <= 5 else "…"),
                (
                    tr("Vis"),
                    lambda: self._gaa_til("facilitet_punkt", next(iter(sendt.lavet.values()))),
                ),
                (tr("Fortryd"), partial(self._fortryd_sendt, sendt)),
            )
        for led, grund in sendt.nej:
            self._messages.warning(f"{led.navn}: {grund}")

    def _fortryd_sendt(self, sendt: Sendt) -> None:
        from .send_med import fortryd

        self.start(
            tr("Fortryd Send med til GeoFA"),
            partial(fortryd, self._current.store_address, self._settings.bruger, sendt),
            self._fortrudt,
        )

    def _fortrudt(self, bliver: list[str]) -> None:
        from moedested_plugin.sources import sprog

        self._hent_igen(_ROERT)
        if bliver:
            self._messages.warning(
                tr(
                    "{} er blevet rettet siden og bliver stående. Slet selv det, der skal væk."
                ).format(sprog.tal(len(bliver), tr("1 facilitet"), tr("{} faciliteter")))
            )
        else:
            self._messages.success(tr("Faciliteterne er fjernet igen."))

    # -- what was done --------------------------------------------------------------------------------------------------

    def taget(self, taget: Taget) -> None:
        from .opgave import aabn_mappe

        self._messages.success(
            tr(
                "{mappe} er klar med {antal} mødesteder. Kopiér mappen til telefonen, og åbn moedesteder.qgz i QField."
            ).format(mappe=taget.mappe.name, antal=taget.antal.get("moedested", 0)),
            (tr("Åbn mappen"), partial(aabn_mappe, taget.mappe)),
        )
        if taget.manglende_fotos:
            self._messages.warning(
                tr("Fotos, der ikke er der, hvor de skal være: {}.").format(
                    ", ".join(taget.manglende_fotos[:10])
                )
            )

    def hjemme(self, hjem: Hjemkomst) -> None:
        from .resultat import Gruppe, Punkt, ResultatDialog

        self._hent_igen(None)
        knapper = [(tr("Fortryd"), partial(self._fortryd_hjemkomst, hjem))] if hjem.koersler else []
        self._messages.success(
            tr("Hjemme igen: {nye} nye og {rettede} rettede rækker.").format(
                nye=hjem.i_alt("NEW"), rettede=hjem.i_alt("CHANGED")
            ),
            *knapper,
        )
        grupper = [
            Gruppe(
                titel,
                [Punkt(u.navn or u.noegle, u.grund, u.tabel, u.noegle) for u in raekker],
                len(raekker),
            )
            for titel, raekker in (
                (tr("Rettet både her og i marken: intet ændret"), hjem.konflikter),
                (tr("Slettet i marken: beholdt her"), hjem.borte),
                (tr("Afvist"), hjem.afviste),
            )
            if raekker
        ]
        if hjem.fotos_blev:
            fotos = [Punkt(foto.sti, foto.grund) for foto in hjem.fotos_blev]
            grupper.append(Gruppe(tr("Fotos, der ikke kom med"), fotos, len(fotos)))
        if grupper:
            self._vis_liste(
                ResultatDialog(
                    tr("Hent hjem fra marken"),
                    tr(
                        "Det her skal nogen se på; resten er kommet hjem. Det, der er rettet begge steder, afgør du ved at "
                        "hente hjem igen."
                    ),
                    grupper,
                    self._gaa_til,
                    (),
                    self._iface.mainWindow(),
                )
            )

    def _fortryd_hjemkomst(self, hjem: Hjemkomst) -> None:
        self.start(
            tr("Fortryd hjemkomst"),
            partial(
                _fortryd_import,
                self._current.store_address,
                self._settings.bruger,
                hjem.koersler[-1],
            ),
            self._hjemkomst_fortrudt,
            partial(self._hjemkomst_ikke_fortrudt, hjem),
        )

    def _hjemkomst_ikke_fortrudt(self, hjem: Hjemkomst, fejl: Exception) -> None:
        """Some tables may be as they were before; the same button takes back the rest."""
        from .opgave import saetning

        self._hent_igen(None)
        self._messages.error(
            saetning(self._messages, tr("Fortryd hjemkomst"), fejl),
            (tr("Fortryd"), partial(self._fortryd_hjemkomst, hjem)),
        )

    def _hjemkomst_fortrudt(self, _fortrudt: object) -> None:
        self._hent_igen(None)
        self._messages.success(tr("Hjemkomsten er fortrudt."))

    def gemt(self, resultat: Resultat) -> None:
        from .opgave import aabn_mappe

        antal = sum(resultat.antal.values())
        navne = ", ".join(
            sorted({fil.name for fil in resultat.filer if fil.suffix not in _FOELGER})[:3]
        )
        tekst = tr("Gemt: {antal} rækker i {filer}.").format(antal=antal, filer=navne)
        knapper: list[Button] = []
        if resultat.filer:
            knapper.append((tr("Åbn mappen"), partial(aabn_mappe, resultat.filer[0])))
        if not resultat.advarsler:
            self._messages.success(tekst, *knapper)
        elif len(resultat.advarsler) == 1:
            self._messages.info(f"{tekst} {resultat.advarsler[0]}", *knapper)
        else:
            knapper.append((tr("Vis bemærkninger"), partial(self._vis_bemaerkninger, resultat)))
            self._messages.info(
                tr("{gemt} Der er {antal} ting at vide om filen.").format(
                    gemt=tekst, antal=len(resultat.advarsler)
                ),
                *knapper,
            )

    def ark_skrevet(self, resultat: ArkResultat) -> None:
        from moedested_plugin.sources import sprog

        from .opgave import aabn_mappe

        hvad = (
            tr("Et tomt ark er gemt i {fil}.").format(fil=resultat.fil.name)
            if resultat.tomt
            else tr("{antal} er gemt i {fil}.").format(
                antal=sprog.raekker(resultat.antal), fil=resultat.fil.name
            )
        )
        vis = self._messages.info if resultat.advarsler else self._messages.success
        vis(
            " ".join((hvad, *resultat.advarsler)),
            (tr("Åbn mappen"), partial(aabn_mappe, resultat.fil)),
        )

    def _vis_bemaerkninger(self, resultat: Resultat) -> None:
        from .resultat import Gruppe, Punkt, ResultatDialog

        punkter = [Punkt(resultat.filer[0].name, advarsel) for advarsel in resultat.advarsler]
        gruppe = Gruppe(tr("Værd at vide"), punkter)
        self._vis_liste(
            ResultatDialog(
                tr("Gem som fil"), "", [gruppe], self._gaa_til, (), self._iface.mainWindow()
            )
        )

    def eksporteret(self, eksport: Eksport) -> None:
        from .geofa import grupper
        from .opgave import aabn_mappe
        from .resultat import ResultatDialog

        aabn = (tr("Åbn mappen"), partial(aabn_mappe, Path(eksport.fil)))
        self._messages.success(
            tr("{antal} steder er skrevet til {fil}. {udeladt} blev hjemme.").format(
                antal=eksport.antal, fil=eksport.fil.name, udeladt=len(eksport.udeladte)
            ),
            aabn,
        )
        self._vis_liste(
            ResultatDialog(
                tr("Eksportér til GeoFA"),
                "",
                grupper(eksport),
                self._gaa_til,
                (aabn,),
                self._iface.mainWindow(),
            )
        )

    # -- help -----------------------------------------------------------------------------------------------------------

    def start(
        self,
        titel: str,
        arbejde: Callable[..., Any],
        faerdig: Callable[[Any], object],
        fejlet: Callable[[Exception], object] | None = None,
    ) -> None:
        from .opgave import saetning

        self._tasks.start(
            FunctionTask(
                titel,
                arbejde,
                faerdig,
                fejlet
                or (lambda fejl: self._messages.error(saetning(self._messages, titel, fejl))),
                quiet=True,
            )
        )

    def _hent_igen(self, tabeller: Sequence[str] | None) -> None:
        """Show what has been written beside the layers."""
        from moedested_plugin.project.aabent import tabelnavn_af

        for layer in self._current.layers():
            if tabeller is None or tabelnavn_af(layer) in tabeller:
                # Not reload(): that opens the file anew under layers that share its opening.
                layer.dataProvider().dataChanged.emit()
                layer.triggerRepaint()
        self._aendret()

    def _gaa_til(self, tabel: str, noegle: str) -> None:
        from moedested_plugin.domain.skema import tabel as tabel_af_navn
        from moedested_plugin.gui.show import open_form, show_feature
        from moedested_plugin.project.lag import lag_paa

        felt = tabel_af_navn(tabel).noegle
        for lag in lag_paa(tabel):
            layer = self._current.layer(lag.rolle)
            if layer is None:
                continue
            for feature in layer.getFeatures(f"\"{felt}\" = '{noegle}'"):
                show_feature(self._iface.mapCanvas(), layer, feature)
                open_form(self._iface, layer, feature)
                return
        self._messages.info(tr("Rækken er her ikke længere."))


#: Files that only follow another.
_FOELGER = frozenset((".dbf", ".shx", ".prj", ".cpg", ".dat", ".map", ".id", ".ind"))


def _fortryd_import(adresse: str, bruger: str, koersel_id: str, feedback: QgsFeedback) -> object:
    from moedested_plugin.sources.fortryd import fortryd_import
    from moedested_plugin.store import aabn

    with aabn(adresse, opgrader=False) as store:
        return fortryd_import(store, koersel_id, bruger, feedback)
