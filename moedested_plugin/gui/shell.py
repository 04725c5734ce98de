# SPDX-License-Identifier: GPL-2.0-or-later
"""Everything the plugin shows, wired together. `plugin.py` adds the parts to QGIS and closes this at the end."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QMessageBox

from moedested_plugin.i18n import tr
from moedested_plugin.project.aabent import rolle_af

from .current_project import CurrentProject
from .edit_lock import EditLock
from .edit_start import EditStart
from .formular_tomme import TommeFelter
from .gem_redigering import Redigering
from .hent.hent import Hent
from .kodetekster import KodeteksterFoelger
from .kontrol.kontrollant import Kontrollant
from .locator import MoedestedLocatorFilter
from .messages import Messages
from .national_maps import NationalMaps
from .options import OPTIONS_PAGE, OptionsFactory
from .panel import Panel
from .panel_place import FirstPlace
from .tasks import FunctionTask, Tasks
from .tegn.foto_slip import FotoSlip
from .tegn.linje import TegnLinje
from .tegn.vaerktoej import Tegneomgivelser
from .ud.doere import UdDoere
from .udgiv.doer import UdgivDoer, UdOmgivelser
from .udgiv.udkig import Udkig
from .udskriv.doer import UdskrivDoer

if TYPE_CHECKING:
    from qgis.gui import QgisInterface
    from qgis.PyQt.QtWidgets import QVBoxLayout

    from moedested_plugin.settings import Settings

    from .panel_state import Access
    from .status import StoreStatus
    from .tegn.tegner import Tegner

#: Rests this long after a change before the store is counted again (ms).
CALM = 400


class Shell(QObject):
    """Holds the parts, and does what the actions and buttons ask for."""

    def __init__(self, iface: QgisInterface, settings: Settings) -> None:
        super().__init__()
        self.iface = iface
        self.settings = settings
        self.tasks = Tasks()
        self.messages = Messages(iface.messageBar())
        self.current = CurrentProject(QgsProject.instance())
        self.lock = EditLock(self.current, lambda: settings.bruger)
        self.edit_start = EditStart(self.current, iface.mapCanvas())
        self.empty_fields = TommeFelter(self.current, settings.nul_lagt_til_side)
        self.code_texts = KodeteksterFoelger(self.current)
        self.editing = Redigering(iface, self.current, self.messages, lambda: settings.bruger)
        self.checks = Kontrollant(
            iface,
            self.current,
            self.tasks,
            self.messages,
            settings,
            lambda: self.editing.store,
            lambda: self._access().can_edit,
        )
        self.maps = NationalMaps(self.current, self.tasks, self.messages, self.show_options)
        self.ud = UdDoere(
            iface,
            self.current,
            settings,
            self.tasks,
            self.messages,
            lambda: self._access().can_edit,
        )
        self.fetching = Hent(iface, self.current, self.tasks, self.messages, settings, self._access)
        self.outlook = Udkig(self.current, self.tasks)
        rum = UdOmgivelser(
            iface, self.current, settings, self.tasks, self.messages, lambda: self.editing.store, self._access, self.save_all, self.checks.vis
        )  # fmt: skip
        self.publishing = UdgivDoer(rum)
        self.printing = UdskrivDoer(rum)
        self.panel = Panel()
        self.options_factory = OptionsFactory(
            settings, self.messages.error, self.checks.store_eller_intet, self.checks.aendret.emit
        )
        self.locator_filter = MoedestedLocatorFilter(self.current, iface)
        self._status: StoreStatus | None = None
        self._problem, self._too_old = "", False
        self._surroundings = Tegneomgivelser(
            iface, self.current, settings, self.tasks, self.messages, self.checks.store_eller_intet, lambda: self._access().can_edit, lambda: self.palette)  # fmt: skip
        self.drawing = TegnLinje(self._surroundings)
        self._palette: Tegner | None = None
        self.photos = FotoSlip(self._surroundings)
        self._counting: FunctionTask[StoreStatus] | None = None
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM)
        self._connect()

    def _connect(self) -> None:
        self.current.replaced.connect(self._project_replaced)
        self.current.edited.connect(self.show_state)
        self.current.saved.connect(self._calm.start)
        self._calm.timeout.connect(self.count)
        self.lock.lost.connect(self.messages.warning)
        self.lock.changed.connect(self.show_state)
        self.lock.changed.connect(self.drawing.vis)
        panel = self.panel
        panel.new_project.connect(self.new_project)
        panel.open_project.connect(self.iface.actionOpenProject().trigger)
        panel.open_recent.connect(self.open_recent)
        panel.save_all.connect(self.save_all)
        panel.refresh.connect(self.count)
        panel.remedy.connect(self.remedy)
        panel.draw.connect(self.draw)
        panel.offer_palette.connect(self.offer_palette)
        panel.show_rows.connect(self.show_rows)
        panel.history.connect(self.editing.vis_historik_fra_panel)
        panel.check.connect(self.checks.koer)
        panel.findings.connect(self.checks.vis)
        self.checks.aendret.connect(self._calm.start)
        self.editing.skrevet.connect(self.checks.skrevet)
        panel.publish.connect(self.publishing.vis)
        panel.print_out.connect(self.printing.vis)
        panel.enclosure.connect(self.printing.kortbilag)
        self.publishing.aendret.connect(self.outlook.se)
        self.outlook.aendret.connect(self.show_state)
        panel.fetch.connect(self.fetch)
        panel.undo_import.connect(self.fetching.fortryd)
        self.fetching.aendret.connect(self._calm.start)
        panel.offer_maps.connect(self.maps.fill)
        panel.offer_ways_out.connect(self.ud.fyld)
        self.ud.aendret.connect(self._calm.start)
        panel.visibilityChanged.connect(self._panel_seen)
        self._first_place = FirstPlace(self.iface, panel, self.settings.panel_placeret)

    def remember(self) -> None:
        """Keep whether the panel is open; QGIS itself remembers where. Called while QGIS still has the panel."""
        self.settings.panel_aabent.setValue(not self.panel.isHidden())

    def close(self) -> None:
        """Stop what runs and let go of everything. The parts that QGIS holds were taken from it before."""
        self._calm.stop()
        for part in (
            self._first_place, self.tasks, self.checks, self.publishing, self.printing, self.outlook, self.fetching, self.maps, self.ud, self.photos,
            self._palette, self.drawing, self.lock, self.editing, self.code_texts, self.empty_fields, self.edit_start, self.current, self.messages,
        ):  # fmt: skip
            if part is not None:
                part.close()
        self.panel.deleteLater()
        self.deleteLater()

    # The state of the panel ----------------------------------------------------------------------------

    def show_state(self) -> None:
        """Draw the panel anew from what is known; cheap."""
        if not self.current.is_moedested:
            recent = Path(self.settings.seneste_projekt.value())
            self.panel.show_empty(recent.name if recent.is_file() else "")
            return
        from moedested_plugin.store import er_geopackage

        from .panel_state import PanelState

        address = self.current.store_address
        name = Path(address).name if er_geopackage(address) else address
        kind = "GeoPackage" if er_geopackage(address) else "PostGIS"
        drawable = {
            rolle_af(layer)
            for layer in self.current.layers()
            if layer.isValid() and not layer.readOnly() and layer.supportsEditing()
        }
        self.panel.show_project(
            PanelState(
                store=f"{kind}: {name}",
                where=address,
                access=self._access(),
                unsaved=tuple((each.layer.name(), each.rows) for each in self.current.unsaved()),
                drawable=frozenset(drawable),
                has_history=self._status is not None and self._status.latest is not None,
                status=self._status,
                published=self.outlook.ude,
            )
        )

    def _access(self) -> Access:
        """Whether the store can be edited: a problem with it goes before the lock."""
        from .panel_state import Access, Remedy

        if self._problem:
            return Access(False, self._problem, Remedy.UPGRADE if self._too_old else Remedy.NONE)
        if self.lock.access.can_edit and self._status is not None and not self._status.can_write:
            return Access(
                False, tr("Du kan se, men ikke rette: du har ikke lov til at skrive her.")
            )
        return self.lock.access

    def count(self) -> None:
        """Ask the store for its numbers, in a task."""
        self.show_state()
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None
        address = self.current.store_address
        if not address or not self.panel.isVisible():
            return
        from .status import read_status

        self._counting = self.tasks.start(
            FunctionTask(
                tr("Tæller mødesteder"),
                partial(read_status, address),
                self._counted,
                self._not_counted,
                quiet=True,
                reads_only=True,
            )
        )

    def _counted(self, status: StoreStatus) -> None:
        self._status, self._problem, self._counting = status, "", None
        self.editing.ret_krav(status.switched_off)
        self.show_state()
        self.outlook.se()

    def _not_counted(self, error: Exception) -> None:
        from moedested_plugin.store.fejl import ForGammel, StoreFejl

        self._counting = None
        self._problem = str(error) if isinstance(error, StoreFejl) else ""
        self._too_old = isinstance(error, ForGammel)
        if not self._problem:
            self.messages.failed(tr("Optælling"), error)
        self.show_state()

    def _project_replaced(self) -> None:
        self._status, self._problem, self._too_old = None, "", False
        self.lock.follow()
        if self.current.is_moedested and self.current.project.fileName():
            self.settings.seneste_projekt.setValue(self.current.project.fileName())
        self.count()

    def _panel_seen(self, visible: bool) -> None:
        if visible and self._status is None:
            self._calm.start()

    # What buttons and actions ask for ------------------------------------------------------------------

    def new_project(self, _checked: bool = False) -> None:
        """Open the wizard."""
        from .project_wizard import ProjectWizard

        wizard = ProjectWizard(
            self.settings,
            self.tasks,
            self._may_leave_project,
            partial(self.messages.sentence, tr("Nyt projekt")),
            self.iface.mainWindow(),
        )
        wizard.made.connect(self._open_made)
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wizard.open()

    def fetch(self, _checked: bool = False) -> None:
        """Fetch data from a file or a service."""
        self.fetching.vis()

    def _may_leave_project(self) -> bool:
        """Let QGIS ask about unsaved changes, as it does itself; what is open is closed when there are any."""
        edits = any(
            layer.isModified()
            for layer in self.current.project.mapLayers().values()
            if isinstance(layer, QgsVectorLayer)
        )
        if self.current.project.isDirty() or edits:
            return bool(self.iface.newProject(True))
        return True

    def _open_made(self, path: str) -> None:
        self.iface.addProject(path)
        self.messages.success(tr("Projektet er klar: {0}").format(Path(path).name))

    def open_recent(self) -> None:
        """Open the project that was open last; QGIS asks about unsaved changes."""
        self.open_project(self.settings.seneste_projekt.value())

    def open_project(self, path: str) -> None:
        """Open a project in place of the one that is open."""
        if self._may_leave_project():
            self.iface.addProject(path)

    def save_all(self) -> None:
        """Save every layer by QGIS's own tool; a refusal is shown by QGIS and leaves the edits."""
        for each in self.current.unsaved():
            if each.layer.isModified():
                self.iface.vectorLayerTools().saveEdits(each.layer)

    def remedy(self) -> None:
        """Do the one thing that can be done about a store that cannot be edited."""
        if self._too_old:
            self.upgrade()
        else:
            self.take_over()

    def upgrade(self) -> None:
        """Back the store up and upgrade it, in a task; layers are read anew by opening the project again."""
        from .status import upgrade

        self.tasks.start(
            FunctionTask(
                tr("Opgraderer mødestedsdata"),
                partial(upgrade, self.current.store_address),
                self._upgraded,
                partial(self.messages.failed, tr("Opgradering")),
            )
        )

    def _upgraded(self, _result: None) -> None:
        self.messages.success(tr("Data er opgraderet. En kopi af de gamle ligger ved siden af."))
        self.open_project(self.current.project.fileName())

    def take_over(self) -> None:
        """Open for editing although the lock says another has it. The one question: two writers lose data."""
        question = tr(
            "Er du sikker på, at ingen anden redigerer filen lige nu? Ellers kan I overskrive hinandens arbejde."
        )
        answer = QMessageBox.question(
            self.iface.mainWindow(), tr("Åbn til redigering alligevel"), question
        )
        if answer == QMessageBox.StandardButton.Yes:
            self.lock.take_over()

    def draw(self, role: str, on_map: bool) -> None:
        """Draw what a button of the panel says; the palette is loaded with the first."""
        self.palette.begynd_rolle(role, on_map)

    def offer_palette(self, layout: QVBoxLayout) -> None:
        """Put the palette under the buttons that draw."""
        from .tegn.palet import Palet

        layout.addWidget(Palet(self.palette))

    @property
    def palette(self) -> Tegner:
        """What the palette draws with."""
        from .tegn.tegner import Tegner

        if self._palette is None:
            self._palette = Tegner(self._surroundings)
            self._palette.langs_netvaerk.connect(self.drawing.langs_netvaerk)
        return self._palette

    def show_rows(self, link: str) -> None:
        """Open the rows that a number in the panel counts."""
        from .show import show_rows

        name, _, code = link.partition(":")
        layer = self.current.layer(name)
        expression = f'"livscyklus_k" = {code}' if code else ""
        if not show_rows(self.iface, [layer] if layer is not None else [], expression):
            self.messages.info(tr("Ingen rækker at vise. De er måske rettet i mellemtiden."))

    def show_options(self, _checked: bool = False) -> None:
        """Open the plugin's page in QGIS's options."""
        self.iface.showOptionsDialog(self.iface.mainWindow(), OPTIONS_PAGE)

    def show_help(self, _checked: bool = False) -> None:
        """Open the shipped help in the browser; it needs no network."""
        from .hjaelp import vis_hjaelp

        vis_hjaelp()

    def show_log(self, _checked: bool = False) -> None:
        """Open QGIS's log."""
        self.iface.openMessageLog()

    def show_about(self, _checked: bool = False) -> None:
        """Say what this is, which version, under which licence."""
        from .about import show_about

        show_about(self.iface.mainWindow())
