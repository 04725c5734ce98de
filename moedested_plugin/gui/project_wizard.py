# SPDX-License-Identifier: GPL-2.0-or-later
"""The wizard *Nyt projekt*: whose mødesteder, where the data lie, where the project lies."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProviderRegistry
from qgis.gui import QgsFileWidget
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QSortFilterProxyModel, QStandardPaths, QStringListModel, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QListView,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
    QWizard,
    QWizardPage,
)

from moedested_plugin.i18n import tr
from moedested_plugin.project.eksempel import KOMMUNEKODE as KOMMUNE_MED_EKSEMPLER
from moedested_plugin.project.kommuner import kommuner
from moedested_plugin.project.opret import Bestilling, Resultat, opret

from .search import folded
from .tasks import FunctionTask
from .widgets import wrapped
from .wizard_checks import advice, project_problem, store_problem

if TYPE_CHECKING:
    from moedested_plugin.settings import Settings
    from moedested_plugin.store import Kommune

    from .tasks import Tasks


class ProjectWizard(QWizard):
    """Three short steps, then a task. `made` gives the project file; a failure is said in the wizard and changes nothing."""

    made = pyqtSignal(str)

    def __init__(
        self,
        settings: Settings,
        tasks: Tasks,
        may_leave: Callable[[], bool],
        say: Callable[[Exception], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("MoedestedProjectWizard")
        self.setWindowTitle(tr("Nyt projekt"))
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setButtonText(QWizard.WizardButton.NextButton, tr("Næste"))
        self.setButtonText(QWizard.WizardButton.BackButton, tr("Tilbage"))
        self.setButtonText(QWizard.WizardButton.FinishButton, tr("Opret projekt"))
        self.setButtonText(QWizard.WizardButton.CancelButton, tr("Annullér"))
        self._settings = settings
        self._tasks = tasks
        self._may_leave = may_leave
        self._say = say
        self._task: FunctionTask[Resultat] | None = None
        self.kommune_page = KommunePage(settings.kommune.value())
        self.store_page = StorePage(_folder(settings))
        self.project_page = ProjectPage(self.order)
        for page in (self.kommune_page, self.store_page, self.project_page):
            self.addPage(page)
        self.currentIdChanged.connect(self._suggest)

    def order(self) -> Bestilling:
        """What is to be made, as written now."""
        kommune = self.kommune_page.kommune()
        boundary = self.project_page.boundary()
        return Bestilling(
            kommune.kode if kommune is not None else 0,
            self.store_page.address(),
            Path(self.project_page.path()),
            self.project_page.with_examples(),
            Path(boundary) if boundary else None,
            self._settings.geofa_bruger.value(),
        )

    def accept(self) -> None:
        """Make the project, in a task."""
        if self._task is not None or not self._may_leave():
            return
        kommune = self.kommune_page.kommune()
        if kommune is None:
            return
        self._remember(kommune)
        page = self.project_page
        self._task = FunctionTask(
            tr("Opretter Mødested-projekt"),
            partial(opret, self.order()),
            self._made,
            self._failed,
            self._cancelled,
        )
        self._task.progressChanged.connect(page.progress)
        self._set_working(True)
        self._tasks.start(self._task)

    def reject(self) -> None:
        """Cancel the task when one runs, else close."""
        if self._task is not None:
            self._task.cancel()
        else:
            super().reject()

    def _made(self, _result: Resultat) -> None:
        if sip.isdeleted(self):  # QGIS was closed meanwhile
            return
        self._task = None
        self.made.emit(self.project_page.path())
        super().accept()

    def _failed(self, error: Exception) -> None:
        if sip.isdeleted(self):
            return
        self._task = None
        self._set_working(False)
        self.project_page.say(self._say(error))

    def _cancelled(self) -> None:
        if sip.isdeleted(self):
            return
        self._task = None
        self._set_working(False)
        self.project_page.say(tr("Afbrudt. Der er ikke lavet noget."))

    def _set_working(self, working: bool) -> None:
        self.project_page.set_working(working)
        for which in (QWizard.WizardButton.BackButton, QWizard.WizardButton.FinishButton):
            self.button(which).setEnabled(not working)

    def _remember(self, kommune: Kommune) -> None:
        self._settings.kommune.setValue(kommune.kode)
        self._settings.mappe.setValue(str(Path(self.project_page.path()).parent))

    def _suggest(self, _page: int) -> None:
        kommune = self.kommune_page.kommune()
        if kommune is not None:
            self.store_page.suggest(kommune.navn)
            self.project_page.suggest(kommune, self.store_page.folder())


class KommunePage(QWizardPage):
    """Whose mødesteder."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.setTitle(tr("1 · Kommune"))
        self.setSubTitle(tr("Hvilken kommunes mødesteder?"))
        self._kommuner = {kommune.navn: kommune for kommune in kommuner()}
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Søg"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(tr("Søg"))
        self.list = QListView()
        self.list.setAccessibleName(tr("Kommune"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._names = _FoldedFilter(self)
        self._names.setSourceModel(QStringListModel(list(self._kommuner), self))
        self.list.setModel(self._names)
        layout = QVBoxLayout(self)
        layout.addWidget(self.filter)
        layout.addWidget(self.list)
        self.filter.textChanged.connect(self._filtered)
        self.list.selectionModel().currentChanged.connect(lambda *_: self.completeChanged.emit())
        known = next((name for name, each in self._kommuner.items() if each.kode == code), None)
        if known is not None:
            self._choose(list(self._kommuner).index(known))

    def kommune(self) -> Kommune | None:
        """The chosen one."""
        return self._kommuner.get(self.list.currentIndex().data() or "")

    def isComplete(self) -> bool:  # noqa: N802 (Qt's name)
        """One is chosen."""
        return self.kommune() is not None

    def _filtered(self, text: str) -> None:
        self._names.look_for(text)
        if self._names.rowCount() == 1 or (text and self.kommune() is None):
            self._choose(0)
        # What was found stays in sight when the search is wiped out.
        self.list.scrollTo(self.list.currentIndex(), QListView.ScrollHint.PositionAtCenter)
        self.completeChanged.emit()

    def _choose(self, row: int) -> None:
        index = self._names.index(row, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index, QListView.ScrollHint.PositionAtCenter)


class _FoldedFilter(QSortFilterProxyModel):
    """Filters names as people type them (Aero finds Ærø)."""

    _text = ""

    def look_for(self, text: str) -> None:
        self._text = folded(text.strip())
        self.invalidateFilter()

    def filterAcceptsRow(self, row: int, parent: object) -> bool:  # noqa: ARG002 (Qt hands it over)
        name = self.sourceModel().index(row, 0).data()
        return self._text in folded(name)


class StorePage(QWizardPage):
    """Where the data lie."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.setTitle(tr("2 · Data"))
        self.setSubTitle(tr("Hvor skal data ligge?"))
        self._folder = folder
        self.geopackage = QRadioButton(tr("I en GeoPackage: én fil, én redigerer ad gangen"))
        self.postgis = QRadioButton(tr("I en PostGIS-database: flere redigerer samtidig"))
        self.file = QgsFileWidget()
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setFilter("GeoPackage (*.gpkg)")
        self.file.lineEdit().setAccessibleName(self.geopackage.text())
        self.file.setConfirmOverwrite(False)
        self.connection = QComboBox()
        self.connection.addItems(sorted(_connections()))
        self.connection.setAccessibleName(self.postgis.text())
        self._problem = wrapped("")
        self._suggested = ""
        layout = QVBoxLayout(self)
        for widget in (self.geopackage, self.file, self.postgis, self.connection):
            layout.addWidget(widget)
        layout.addWidget(self._problem)
        layout.addStretch(1)
        self.geopackage.setChecked(True)
        self.geopackage.toggled.connect(self._changed)
        self.file.fileChanged.connect(self._changed)
        self.connection.currentIndexChanged.connect(self._changed)
        self._changed()

    def suggest(self, name: str) -> None:
        """Propose a file for this municipality, until the user has written another."""
        if self.file.filePath() == self._suggested:
            self._suggested = _free(Path(self._folder), f"moedesteder_{_ascii(name)}", ".gpkg")
            self.file.setFilePath(self._suggested)

    def address(self) -> str:
        """The value of STORE."""
        if self.geopackage.isChecked():
            return self.file.filePath().strip()
        return self.connection.currentText()

    def folder(self) -> str:
        """Where the project goes when nothing else is said."""
        if self.geopackage.isChecked():
            return str(Path(self.address()).parent)
        return self._folder

    def isComplete(self) -> bool:  # noqa: N802 (Qt's name)
        """A new file can be made, or a connection is chosen."""
        return not self._problem_now()

    def _problem_now(self) -> str:
        if self.geopackage.isChecked():
            return store_problem(self.address())
        if not self.connection.count():
            return tr(
                "QGIS kender ingen PostGIS-forbindelse. Lav den i panelet Browser, og begynd forfra."
            )
        return ""

    def _changed(self, *_: object) -> None:
        is_file = self.geopackage.isChecked()
        self.file.setEnabled(is_file)
        self.connection.setEnabled(not is_file)
        know = advice(self.address()) if is_file else ""
        self._problem.setText(self._problem_now() or know)
        self.completeChanged.emit()


class ProjectPage(QWizardPage):
    """Where the project lies, and what is put into it."""

    def __init__(self, order: Callable[[], Bestilling]) -> None:
        super().__init__()
        self._order = order
        self.setTitle(tr("3 · Projekt"))
        self.setSubTitle(tr("Hvor skal QGIS-projektet ligge?"))
        self.file = QgsFileWidget()
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setFilter(tr("QGIS-projekt") + " (*.qgz)")
        self.file.setConfirmOverwrite(False)
        self.boundary_file = QgsFileWidget()
        self.boundary_file.setStorageMode(QgsFileWidget.StorageMode.GetFile)
        self.boundary_file.lineEdit().setPlaceholderText(tr("Kan stå tom"))
        self.examples = QCheckBox(tr("Læg opdigtede eksempler ind, så der er noget at se på"))
        self._problem = wrapped("")
        self._progress = QProgressBar()
        self._progress.hide()
        self._suggested = ""
        layout = QVBoxLayout(self)
        self._form = QWidget()
        form = QFormLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(tr("Projektfil"), self.file)
        form.addRow(tr("Egen fil med kommunegrænsen"), self.boundary_file)
        form.addRow(self.examples)
        for widget in (self._form, self._problem, self._progress):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.file.fileChanged.connect(self._changed)
        self.boundary_file.fileChanged.connect(self._changed)

    def suggest(self, kommune: Kommune, folder: str) -> None:
        """Propose a project file, until the user has written another; examples only where they lie."""
        if self.file.filePath() == self._suggested:
            self._suggested = _free(Path(folder), f"moedesteder_{_ascii(kommune.navn)}", ".qgz")
            self.file.setFilePath(self._suggested)
        self.examples.setVisible(kommune.kode == KOMMUNE_MED_EKSEMPLER)

    def path(self) -> str:
        """The project file."""
        return self.file.filePath().strip()

    def boundary(self) -> str:
        """The municipality's own boundary file; empty for none."""
        return self.boundary_file.filePath().strip()

    def with_examples(self) -> bool:
        """Whether examples go in."""
        return self.examples.isVisibleTo(self) and self.examples.isChecked()

    def isComplete(self) -> bool:  # noqa: N802 (Qt's name)
        """Everything can be made as written."""
        return not self._problem_now()

    def progress(self, percent: float) -> None:
        """How far the task is."""
        self._progress.setValue(round(percent))

    def set_working(self, working: bool) -> None:
        """While the task runs nothing can be changed."""
        self._form.setEnabled(not working)
        self._progress.setVisible(working)
        if working:
            self._progress.setValue(0)
            self.say(tr("Opretter data og projekt …"))

    def say(self, sentence: str) -> None:
        """One sentence under the fields."""
        self._problem.setText(sentence)

    def _problem_now(self) -> str:
        return project_problem(self._order())

    def _changed(self, *_: object) -> None:
        self.say(self._problem_now() or advice(self.path()))
        self.completeChanged.emit()


def _connections() -> list[str]:
    return list(QgsProviderRegistry.instance().providerMetadata("postgres").connections(False))


def _folder(settings: Settings) -> str:
    """The folder used last, else the user's documents."""
    last = settings.mappe.value()
    if last and Path(last).is_dir():
        return str(last)
    places = QStandardPaths.StandardLocation
    documents = QStandardPaths.writableLocation(places.DocumentsLocation)
    if Path(documents).is_dir():
        return documents
    return QStandardPaths.writableLocation(places.HomeLocation)


def _ascii(name: str) -> str:
    return "".join(sign if sign.isalnum() else "_" for sign in folded(name))


def _free(folder: Path, stem: str, suffix: str) -> str:
    """A file name in the folder that is not taken."""
    path, number = folder / f"{stem}{suffix}", 2
    while path.exists():
        path, number = folder / f"{stem}_{number}{suffix}", number + 1
    return str(path)
