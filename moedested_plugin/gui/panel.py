# SPDX-License-Identifier: GPL-2.0-or-later
"""The *Mødesteder* panel: the working day in sections, each shown only while it has something to offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from moedested_plugin.i18n import tr

from .widgets import button, icon, wrapped

if TYPE_CHECKING:
    from .panel_day import Day
    from .panel_state import PanelState

NAME = "MoedestedPanel"
WIDTH_IN_LETTERS = 42


class Panel(QgsDockWidget):
    """Draws a `PanelState`; what the user asks for goes out as signals. Its content is made when first shown."""

    new_project = pyqtSignal()
    open_project = pyqtSignal()
    open_recent = pyqtSignal()
    save_all = pyqtSignal()
    refresh = pyqtSignal()
    remedy = pyqtSignal()
    history = pyqtSignal()
    #: Run the checks; show what they have found.
    check = pyqtSignal()
    findings = pyqtSignal()
    #: Open the dialog of publishing.
    publish = pyqtSignal()
    #: Open the dialog of printing; print what the map shows.
    print_out = pyqtSignal()
    enclosure = pyqtSignal()
    #: Fetch data from a file or a service; take the last import back.
    fetch = pyqtSignal()
    undo_import = pyqtSignal()
    #: A QMenu that is about to show; whoever listens fills it with the national maps.
    offer_maps = pyqtSignal(object)
    #: A QMenu that is about to show; whoever listens fills it with the ways out of the data.
    offer_ways_out = pyqtSignal(object)
    #: The layout under the buttons that draw, when it is made; whoever listens puts the palette there.
    offer_palette = pyqtSignal(object)
    #: Role of the layer to draw in, and whether the new row gets a place on the map.
    draw = pyqtSignal(str, bool)
    #: Rows to show: a link of `panel_text`.
    show_rows = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__(tr("Mødesteder"))
        self.setObjectName(NAME)
        self.setWindowIcon(icon("moedested"))
        self._recent = ""
        self._state: PanelState | None = None
        self._content: _Content | None = None

    def show_empty(self, recent: str) -> None:
        """No Mødested project is open; `recent` names the one to offer."""
        self._state, self._recent = None, recent
        self._draw()

    def show_project(self, state: PanelState) -> None:
        """An open project."""
        self._state = state
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the content now that somebody looks."""
        super().showEvent(event)
        if self._content is None:
            self._content = _Content(self)
            self.setWidget(self._content)
            self._draw()

    def _draw(self) -> None:
        if self._content is None:
            return
        if self._state is None:
            self._content.show_empty(self._recent)
        else:
            self._content.show_day(self._state)


class _Content(QStackedWidget):
    """Either the empty state or the working day, which is made when first needed."""

    def __init__(self, panel: Panel) -> None:
        super().__init__()
        self._panel = panel
        self._empty = _Empty(panel)
        self._day: Day | None = None
        self.addWidget(self._empty)
        self.setMinimumWidth(WIDTH_IN_LETTERS * self.fontMetrics().averageCharWidth())

    def show_empty(self, recent: str) -> None:
        self._empty.show_recent(recent)
        self.setCurrentWidget(self._empty)

    def show_day(self, state: PanelState) -> None:
        if self._day is None:
            from .panel_day import Day

            self._day = Day(self._panel)
            self.addWidget(self._day)
        self._day.show_state(state)
        # What a state shows may be wider than what another did; a narrower panel would cut the scroll bar off.
        self.setMinimumWidth(max(self.minimumWidth(), self._day.minimumSizeHint().width()))
        self.setCurrentWidget(self._day)


class _Empty(QWidget):
    """What to do when no Mødested project is open."""

    def __init__(self, panel: Panel) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        picture = QLabel()
        picture.setPixmap(icon("moedested").pixmap(QSize(64, 64)))
        picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(picture)
        for sentence in (
            tr("Intet Mødested-projekt er åbent."),
            tr(
                "Et projekt samler kommunens mødesteder, bænke, faciliteter, ruter og aktiviteter på ét kort."
            ),
        ):
            text = wrapped(sentence)
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(text)
        layout.addWidget(button(tr("Nyt projekt …"), panel.new_project.emit))
        layout.addWidget(button(tr("Åbn projekt …"), panel.open_project.emit))
        self._recent = button("", panel.open_recent.emit)
        layout.addWidget(self._recent)
        layout.addStretch(2)

    def show_recent(self, recent: str) -> None:
        self._recent.setText(tr("Åbn {0}").format(recent))
        self._recent.setVisible(bool(recent))
