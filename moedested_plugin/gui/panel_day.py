# SPDX-License-Identifier: GPL-2.0-or-later
"""The working day in the panel: its sections, each shown only while it has something to offer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.drawing.skabelon import indbyggede
from moedested_plugin.i18n import tr

from .panel_state import PanelState, Remedy
from .panel_text import (
    checked_text,
    data_text,
    latest_text,
    out_there_text,
    ready_text,
    unsaved_text,
)
from .widgets import button, pictogram, wrapped

if TYPE_CHECKING:
    from .panel import Panel


#: Between the buttons that draw (px).
_GAP = 4


class Day(QWidget):
    """The header, which always shows, and the sections that have something to offer."""

    def __init__(self, panel: Panel) -> None:
        super().__init__()
        self._header = _Header(panel)
        draw = _Tegn(panel)
        self._sections = (_Data(panel), draw, _Kontrol(panel), _Udgiv(panel), _Udskriv(panel))
        sections = QWidget()
        column = QVBoxLayout(sections)
        column.setContentsMargins(6, 0, 6, 6)
        for section in self._sections:
            column.addWidget(section)
        column.addStretch(1)
        self._inner = sections
        self._scroll = scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(sections)
        beside = column.contentsMargins().left() + column.contentsMargins().right()
        beside += scroll.verticalScrollBar().sizeHint().width()
        scroll.setMinimumWidth(draw.width_needed() + beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._header)
        layout.addWidget(scroll, 1)

    def show_state(self, state: PanelState) -> None:
        """Draw every part anew."""
        for part in (self._header, *self._sections):
            part.show_state(state)
        # A scroll area takes no notice of how wide its content is, and would cut it.
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        self._scroll.setMinimumWidth(self._inner.minimumSizeHint().width() + bar)


class _Header(QWidget):
    """Whose data, where they lie, whether they can be edited, what is not saved."""

    def __init__(self, panel: Panel) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 2)
        top = QHBoxLayout()
        self._kommune = wrapped("")
        font = self._kommune.font()
        font.setBold(True)
        self._kommune.setFont(font)
        top.addWidget(self._kommune, 1)
        refresh = QToolButton()
        refresh.setIcon(QIcon(":/images/themes/default/mActionRefresh.svg"))
        refresh.setToolTip(tr("Tæl igen"))
        refresh.setAutoRaise(True)
        refresh.clicked.connect(panel.refresh.emit)
        top.addWidget(refresh)
        layout.addLayout(top)
        self._store = wrapped("")
        layout.addWidget(self._store)
        self._access = wrapped("")
        layout.addWidget(self._access)
        self._remedy = button("", panel.remedy.emit)
        layout.addWidget(self._remedy)
        self._unsaved = wrapped("")
        layout.addWidget(self._unsaved)
        self._save = button(tr("Gem alle"), panel.save_all.emit)
        layout.addWidget(self._save)

    def show_state(self, state: PanelState) -> None:
        status = state.status
        self._kommune.setText(tr("{0} Kommune").format(status.kommune) if status else "")
        self._store.setText(state.store)
        self._store.setToolTip(state.where)
        _say(self._access, state.access.sentence)
        remedy = {
            Remedy.OPEN_ANYWAY: tr("Åbn til redigering alligevel"),
            Remedy.UPGRADE: tr("Tag kopi og opgradér …"),
        }.get(state.access.remedy, "")
        self._remedy.setText(remedy)
        self._remedy.setVisible(bool(remedy))
        _say(self._unsaved, unsaved_text(state))
        self._save.setVisible(bool(state.unsaved))


class _Section(QgsCollapsibleGroupBox):
    """One part of the day; QGIS remembers whether it is folded."""

    def __init__(self, title: str, name: str) -> None:
        super().__init__(title)
        self.setObjectName(f"moedested_{name}")
        self.setSettingGroup("moedested")
        self.setSaveCollapsedState(True)
        self.setSaveCheckedState(False)
        fold = self.findChild(QToolButton, "collapseButton")
        if isinstance(fold, QToolButton):
            fold.setAccessibleName(title)
        # folding hides what lies directly in the box; a part that is shown later must not come out of a folded one
        inner = QWidget()
        around = QVBoxLayout(self)
        around.setContentsMargins(6, 2, 6, 6)
        around.addWidget(inner)
        self.content = QVBoxLayout(inner)
        self.content.setContentsMargins(0, 0, 0, 0)


class _Data(_Section):
    def __init__(self, panel: Panel) -> None:
        super().__init__(tr("Data"), "data")
        self._counts = _linked(panel.show_rows.emit)
        self.content.addWidget(self._counts)
        self._latest = wrapped("")
        self.content.addWidget(self._latest)
        above = QHBoxLayout()
        above.addWidget(button(tr("Hent data …"), panel.fetch.emit), 1)
        self._undo_import = button(tr("Fortryd import"), panel.undo_import.emit)
        self._undo_import.setToolTip(
            tr("Fører den seneste import tilbage. Rækker, der er rettet siden, bliver.")
        )
        above.addWidget(self._undo_import, 1)
        self.content.addLayout(above)
        self._history = button(tr("Historik …"), panel.history.emit)
        below = QHBoxLayout()
        below.addWidget(self._history)
        self._maps = QMenu(self)
        self._maps.aboutToShow.connect(lambda: panel.offer_maps.emit(self._maps))
        maps = QPushButton(tr("Landsdækkende kort"))
        maps.setMenu(self._maps)
        below.addWidget(maps, 1)
        self.content.addLayout(below)
        self._out = QMenu(self)
        self._out.aboutToShow.connect(lambda: panel.offer_ways_out.emit(self._out))
        out = QPushButton(tr("Send ud og hent hjem"))
        out.setMenu(self._out)
        self.content.addWidget(out)

    def show_state(self, state: PanelState) -> None:
        self.setVisible(state.status is not None)
        if state.status is not None:
            self._counts.setText(data_text(state.status))
            self._latest.setText(latest_text(state.status))
            self._history.setVisible(state.has_history)
            self._undo_import.setVisible(state.status.can_undo_import and state.access.can_edit)


class _Tegn(_Section):
    def __init__(self, panel: Panel) -> None:
        super().__init__(tr("Tegn"), "tegn")
        grid = QGridLayout()
        grid.setSpacing(_GAP)
        self.content.addLayout(grid)
        self._buttons: list[tuple[str, QToolButton]] = []
        for at, template in enumerate(indbyggede()):
            role, on_map = template.rolle, template.paa_kort
            tool = QToolButton()
            tool.setText(template.navn)
            tool.setIcon(pictogram(template.tegn, template.farve))
            tool.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            tool.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            tool.setToolTip(tr("Tegn på kortet") if on_map else tr("Udfyld formularen"))
            tool.clicked.connect(
                lambda _=False, role=role, on_map=on_map: panel.draw.emit(role, on_map)
            )
            grid.addWidget(tool, at // 2, at % 2)
            self._buttons.append((role, tool))
        panel.offer_palette.emit(self.content)

    def width_needed(self) -> int:
        """So that no button is cut, in any language."""
        margins = self.layout().contentsMargins()
        widest = max(tool.sizeHint().width() for _, tool in self._buttons)
        return 2 * widest + _GAP + margins.left() + margins.right()

    def show_state(self, state: PanelState) -> None:
        for role, tool in self._buttons:
            tool.setVisible(role in state.drawable)
        self.setVisible(any(role in state.drawable for role, _ in self._buttons))


class _Kontrol(_Section):
    def __init__(self, panel: Panel) -> None:
        super().__init__(tr("Kontrol"), "kontrol")
        self._checked = wrapped("")
        self.content.addWidget(self._checked)
        below = QHBoxLayout()
        below.addWidget(button(tr("Kontrollér nu"), panel.check.emit))
        self._findings = button(tr("Vis fund"), panel.findings.emit)
        below.addWidget(self._findings)
        self.content.addLayout(below)

    def show_state(self, state: PanelState) -> None:
        status = state.status
        self.setVisible(status is not None and (status.has_rows or status.checked is not None))
        if status is not None:
            self._checked.setText(checked_text(status))
            self._findings.setVisible(status.checked is not None)


class _Udgiv(_Section):
    def __init__(self, panel: Panel) -> None:
        super().__init__(tr("Udgiv"), "udgiv")
        self._ready = wrapped("")
        self.content.addWidget(self._ready)
        self._out_there = wrapped("")
        self.content.addWidget(self._out_there)
        self.content.addWidget(button(tr("Udgiv …"), panel.publish.emit))

    def show_state(self, state: PanelState) -> None:
        status = state.status
        self.setVisible(
            status is not None and (any(status.ready.values()) or any(status.held.values()))
        )
        if status is not None:
            self._ready.setText(ready_text(status))
        _say(self._out_there, out_there_text(state.published))


class _Udskriv(_Section):
    def __init__(self, panel: Panel) -> None:
        super().__init__(tr("Udskriv"), "udskriv")
        below = QHBoxLayout()
        below.addWidget(button(tr("Udskriv …"), panel.print_out.emit))
        enclosure = button(tr("Kortbilag"), panel.enclosure.emit)
        enclosure.setToolTip(tr("Laver en PDF af det, kortet viser nu, som det seneste kortbilag."))
        below.addWidget(enclosure)
        self.content.addLayout(below)

    def show_state(self, state: PanelState) -> None:
        self.setVisible(state.status is not None and state.status.has_rows)


def _linked(follow: Callable[[str], None]) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.LinksAccessibleByMouse  # type: ignore[arg-type]  # the stubs say int
        | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    )
    label.linkActivated.connect(follow)
    return label


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
