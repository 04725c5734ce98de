# SPDX-License-Identifier: GPL-2.0-or-later
"""Watches over every save of the project: all or nothing, and a reason in plain words.

QGIS 3.40 saves buffered groups without a word on why it could not, loses a row that could not be inserted while it
reports success, and forgets edits that it had sent before the failure. So before a save the edits are held against the
rules and tried on the database; what is refused stops the save before it has begun. And should a save fail for a reason
that nobody could know, the edits are put back from a copy.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtBoundSignal, pyqtSignal

from moedested_plugin.domain.betingelse import GEOMETRI, Vaerdi
from moedested_plugin.i18n import tr
from moedested_plugin.project.aabent import tabelnavn_af
from moedested_plugin.store import Store, StoreFejl, aabn
from moedested_plugin.store.fejl import Afvist
from moedested_plugin.store.proeve import tag_tilbage

from .forbindelser import Forbindelser
from .gem_afledt import ved_gem
from .gem_buffer import VERSION, LagBuffer, Raekke, aflaes_alle, laeg_tilbage, raekker
from .gem_gang import Gang
from .gem_kontrol import efter_databasen, efter_regler, gemt_alligevel, ikke_gemt
from .gem_laest import Laest
from .gem_signal import FoerGem
from .gem_veto import Veto, fjern_seneste
from .konflikt import Konflikt, sammenlign
from .messages import Button, Messages

#: Opens the form of a row at one of these fields.
Vis = Callable[[QgsVectorLayer, int, Sequence[str]], object]
#: A row and those of my values that gave way to a colleague's.
Tilsidesat = tuple[Raekke, dict[str, Vaerdi]]


class GemVagt(QObject):
    """Guards the saves of one project. `adresse` is STORE of the open project, '' when it is none of ours."""

    #: A save was stopped by what a colleague has saved; the user wants to see it. Carries a list of `Konflikt`.
    vis_konflikter = pyqtSignal(object)

    def __init__(
        self,
        project: QgsProject,
        adresse: Callable[[], str],
        bruger: Callable[[], str],
        bar: QgsMessageBar,
        messages: Messages,
        vis: Vis,
    ) -> None:
        super().__init__()
        self.laest = Laest()
        self._project, self._adresse, self._bruger = project, adresse, bruger
        self._bar, self._messages, self._vis = bar, messages, vis
        self._veto = Veto()
        self._gang: Gang | None = None
        self._halvt_gemt: Gang | None = None
        self._store: Store | None = None
        self._store_adresse = ""
        self._opgivet: set[tuple[str, int]] = set()
        self._tilsidesat: dict[tuple[str, int], Tilsidesat] = {}
        self._lagene = Forbindelser()
        self._efter = QTimer(self)
        self._efter.setSingleShot(True)
        self._efter.setInterval(0)
        self._efter.timeout.connect(partial(self._afslut, stille=False))
        for signal in self._projektets():
            signal.connect(self._foelg)
        self._foelg()
        self._foer = FoerGem(project, self._foer_gem)

    def close(self) -> None:
        """Let go of the project and its layers; a save that was stopped is cleaned up after."""
        self._afslut(stille=True)
        self._foer.close()
        for signal in self._projektets():
            signal.disconnect(self._foelg)
        self._lagene.slip()
        self._luk_store()
        self.deleteLater()

    @property
    def store(self) -> Store:
        """The store of the project, open. Raises `StoreFejl`."""
        return self._aaben(self._adresse())

    # What a conflict was answered by -------------------------------------------------------------------

    def godtag(self, konflikt: Konflikt) -> None:
        """The user has seen what the colleague saved: from now on that is what was read."""
        self.laest.saet(konflikt.raekke.layer, konflikt.raekke.fid, konflikt.version)

    def opgiv(self, konflikt: Konflikt) -> None:
        """The row is gone and may stay so."""
        self._opgivet.add((konflikt.raekke.layer.id(), konflikt.raekke.fid))

    def tilsidesaet(self, konflikt: Konflikt, mine: dict[str, Vaerdi]) -> None:
        """Keep my values that gave way: they go into the history when the save goes through."""
        raekke = konflikt.raekke
        plads = (raekke.layer.id(), raekke.fid)
        kendte = self._tilsidesat.get(plads, (raekke, {}))[1]
        self._tilsidesat[plads] = (raekke, {**kendte, **mine})

    # Following -----------------------------------------------------------------------------------------

    def _projektets(self) -> tuple[pyqtBoundSignal, ...]:
        project = self._project
        return (project.layersAdded, project.layersRemoved, project.readProject, project.cleared)

    def _foelg(self, *_: object) -> None:
        self._luk_store()
        self._lagene.slip()
        for layer in self._project.mapLayers().values():
            if not isinstance(layer, QgsVectorLayer):
                continue
            self._lagene.lyt(layer, layer.beforeRollBack, self._rulles_tilbage)
            if not tabelnavn_af(layer):
                continue
            self._lagene.lyt(layer, layer.afterCommitChanges, self._er_gemt)
            self._lagene.lyt(layer, layer.editingStarted, partial(self.laest.begynd, layer))
            self._lagene.lyt(layer, layer.attributeValueChanged, partial(self._roert, layer))
            self._lagene.lyt(layer, layer.geometryChanged, partial(self._roert, layer))
            self._lagene.lyt(layer, layer.raiseError, self._fejl_fra_qgis)

    def _roert(self, layer: QgsVectorLayer, fid: int, *_: object) -> None:
        self.laest.roert(layer, fid)

    def _rulles_tilbage(self) -> None:
        """The user lets the edits go."""
        self._luk_store()
        self._opgivet.clear()
        self._tilsidesat.clear()
        if self._gang is not None:
            self._efter.stop()
            self._veto.ophaev()
            self._gang.slut()
            self._gang = None

    def _er_gemt(self) -> None:
        if self._gang is not None:
            self._gang.gemt = True

    def _fejl_fra_qgis(self, tekst: str) -> None:
        if self._gang is not None:
            self._gang.hoert(tekst)

    # Before a save -------------------------------------------------------------------------------------

    def _foer_gem(self) -> None:
        """QGIS is about to save, or wants to know whether there is something to save."""
        self._afslut(stille=True)
        adresse = self._adresse()
        if adresse:
            self._afled()
        buffere = aflaes_alle(self._project) if adresse else []
        if not buffere:
            return
        self._gang = gang = Gang(self._project, self._bar, buffere)
        try:
            self._undersoeg(gang)
        except StoreFejl as fejl:
            gang.hindring = fejl
        except Exception as fejl:  # a mistake of ours must not keep anyone from saving
            self._messages.failed(tr("Kontrollen før gem"), fejl)
        if gang.afslaaet:
            self._veto.nedlaeg([buffer.layer for buffer in buffere])
        else:
            self._saet_versioner(gang)
        gang.begynd()
        self._efter.start()

    def _afled(self) -> None:
        try:
            ved_gem(self._project)
        except Exception as fejl:  # a mistake of ours must not keep anyone from saving
            self._messages.failed(tr("Afledte felter"), fejl)

    def _undersoeg(self, gang: Gang) -> None:
        self._tag_tilbage()
        alle = self._raekker(gang.buffere)
        gang.raekker = alle
        gang.fejl = efter_regler(alle)
        if gang.fejl or not alle:
            return
        self._med_store(lambda store: self._spoerg(gang, store, alle))

    def _spoerg(self, gang: Gang, store: Store, alle: Sequence[Raekke]) -> None:
        gang.sidste_linje = _sidste_linje(store)
        self._sammenlign(gang, store, alle)
        if not gang.konflikter:
            gang.fejl = efter_databasen(store, alle, self._bruger())

    def _aaben(self, adresse: str) -> Store:
        """The store, kept open while there are edits: to open it takes longer than to ask it."""
        if self._store is None or self._store_adresse != adresse:
            self._luk_store()
            # An older one is upgraded from the panel, by who has said yes to it.
            self._store, self._store_adresse = aabn(adresse, opgrader=False), adresse
        return self._store

    def _luk_store(self) -> None:
        store, self._store = self._store, None
        if store is not None:
            store.luk()

    def _raekker(self, buffere: Sequence[LagBuffer]) -> list[Raekke]:
        return [
            raekke
            for buffer in buffere
            for raekke in raekker(buffer, self.laest.kendte(buffer.layer))
            if (raekke.layer.id(), raekke.fid) not in self._opgivet
        ]

    def _sammenlign(self, gang: Gang, store: Store, alle: Sequence[Raekke]) -> None:
        if store.provider != "postgres":  # a GeoPackage has one editor at a time
            return
        laest = {
            (raekke.layer.id(), raekke.fid): version
            for raekke in alle
            for fid, (_, version) in self.laest.kendte(raekke.layer).items()
            if fid == raekke.fid
        }
        fundet = sammenlign(store, alle, laest)
        gang.konflikter = fundet.konflikter
        rettede = {(r.layer.id(), r.fid) for r in alle if r.aendring.art == "ret"}
        gang.versioner = {plads: v for plads, v in fundet.versioner.items() if plads in rettede}

    def _saet_versioner(self, gang: Gang) -> None:
        """Say which version each change was made to: the database refuses it, should that just have changed."""
        for buffer in gang.buffere:
            layer = buffer.layer
            felt = layer.fields().lookupField(VERSION)
            mine = {fid: v for (lag, fid), v in gang.versioner.items() if lag == layer.id()}
            if not mine:
                continue
            redigering = layer.editBuffer()
            redigering.blockSignals(True)
            layer.beginEditCommand(tr("Version"))
            for fid, version in mine.items():
                redigering.changeAttributeValue(fid, felt, version + 1, version)
            layer.endEditCommand()
            redigering.blockSignals(False)
            gang.versionslag.append(layer)

    # After it ------------------------------------------------------------------------------------------

    def _afslut(self, *, stille: bool) -> None:
        """Control is back: clean up, and say what there is to say.

        `stille`: QGIS asks again before it was, so the first was a question and no save, unless it left an error.
        """
        self._efter.stop()
        gang, self._gang = self._gang, None
        if gang is None:
            return
        gang.slut()
        self._veto.ophaev()
        if gang.gemt:
            self._gemt(gang)
            return
        for layer in gang.versionslag:
            if not sip.isdeleted(layer) and layer.editBuffer() is not None:
                fjern_seneste(layer)
        if gang.afslaaet:
            if gang.fejlede or not (stille or gang.spoerger):
                gang.ryd()
                self._sig_afslag(gang)
            return
        tabt = sum(laeg_tilbage(buffer) for buffer in gang.levende())
        if tabt or gang.fejlede:
            gang.ryd()
            self._halvt_gemt = gang
            try:
                self._tag_tilbage()
            except StoreFejl as fejl:
                self._luk_store()
                self._messages.error(
                    tr("Gem blev afbrudt. Dine rettelser står her endnu. {0}").format(fejl)
                )
            else:
                self._messages.error(gang.hvorfor())

    def _tag_tilbage(self) -> None:
        """All or nothing: take back what a save that failed has saved nevertheless."""
        gang = self._halvt_gemt
        if gang is not None:

            def goer(store: Store) -> None:
                mine = gemt_alligevel(store, gang.raekker)
                tag_tilbage(store, gang.sidste_linje, mine, self._bruger())

            self._med_store(goer)
            self._halvt_gemt = None

    def _med_store(self, goer: Callable[[Store], object]) -> None:
        """Ask the store; a connection that was lost since the last time is made anew."""
        kendt = self._store is not None
        try:
            goer(self.store)
        except Afvist:
            raise
        except StoreFejl:
            self._luk_store()
            if not kendt:
                raise
            goer(self.store)

    def _sig_afslag(self, gang: Gang) -> None:
        knapper: list[Button] = []
        if gang.fejl:
            foerste = gang.fejl[0]
            if foerste.raekke.aendring.art != "slet":
                raekke = foerste.raekke
                knapper = [
                    (tr("Vis"), partial(self._vis, raekke.layer, raekke.fid, foerste.felter))
                ]
        elif gang.konflikter:
            knapper = [(tr("Se forskellen"), partial(self.vis_konflikter.emit, gang.konflikter))]
        self._messages.error(gang.afslag(), *knapper)

    def _gemt(self, gang: Gang) -> None:
        for layer in (buffer.layer for buffer in gang.levende()):
            if layer.isEditable():
                self.laest.efter_gem(layer, gang.versioner)
        self._opgivet.clear()
        try:
            tabte: list[Raekke] = []
            if gang.raekker:
                self._med_store(
                    lambda store: tabte.extend(ikke_gemt(store, gang.raekker, gang.versioner))
                )
            self._efterskriv(gang)
        except StoreFejl as fejl:
            tekst = tr(
                "QGIS har gemt, men datalageret svarer ikke nu. Se efter, om alt er med. {0}"
            )
            self._messages.warning(tekst.format(fejl))
            return
        if tabte:
            self._hent_tilbage(gang, tabte)
        if not any(buffer.layer.isEditable() for buffer in gang.levende()):
            self._luk_store()

    def _hent_tilbage(self, gang: Gang, tabte: Sequence[Raekke]) -> None:
        """QGIS reports success also when rows were refused or the database rolled back: they are put back."""
        antal = 0
        for buffer in gang.levende():
            layer = buffer.layer
            mangler = {raekke.fid for raekke in tabte if raekke.layer is layer}
            if mangler and (layer.isEditable() or self._project.startEditing(layer)):
                antal += laeg_tilbage(buffer.kun(mangler))
        gang.ryd()
        tekst = tr("{0} rækker kunne ikke gemmes. De står her endnu som ugemte. {1}")
        self._messages.error(tekst.format(antal, gang.sagt or tr("Se dem efter, og gem igen.")))

    def _efterskriv(self, gang: Gang) -> None:
        """Write into the history what only the plugin knows: values that gave way, and who deleted."""
        tilsidesat, self._tilsidesat = list(self._tilsidesat.values()), {}
        slettet = any(raekke.aendring.art == "slet" for raekke in gang.raekker)
        if tilsidesat or slettet:
            self._skriv_historik(self.store, tilsidesat, gang if slettet else None)

    def _skriv_historik(
        self, store: Store, tilsidesat: Sequence[Tilsidesat], slettet: Gang | None
    ) -> None:
        for raekke, mine in tilsidesat:
            geometri = mine.get(GEOMETRI)
            store.tilsidesaet(
                raekke.tabel.navn,
                raekke.aendring.noegle,
                {felt: vaerdi for felt, vaerdi in mine.items() if felt != GEOMETRI},
                geometri if isinstance(geometri, bytes) else None,
                self._bruger(),
            )
        if slettet is not None:
            store.noter_sletning(slettet.sidste_linje, self._bruger())


def _sidste_linje(store: Store) -> int:
    linjer = store.historik(hoejst=1)
    return linjer[0].fid if linjer else 0
