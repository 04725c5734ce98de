# SPDX-License-Identifier: GPL-2.0-or-later
"""`mst gedser` in QGIS's locator (Ctrl+K): fly to a mødested, a facility or a route."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsFeedback, QgsLocatorContext, QgsLocatorFilter, QgsLocatorResult
from qgis.PyQt.QtGui import QIcon

from moedested_plugin.i18n import tr

from .widgets import icon

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .current_project import CurrentProject
    from .locator_search import Match, Source

PREFIX = "mst"
AT_MOST = 30
#: Without the prefix QGIS asks at every letter; shorter words find too much.
LEAST_WITHOUT_PREFIX = 3
OPEN_FORM = 1


class MoedestedLocatorFilter(QgsLocatorFilter):
    """Searches the open project's layers. QGIS makes a `clone` per search: `prepare` runs on the main thread."""

    def __init__(self, current: CurrentProject, iface: QgisInterface) -> None:
        super().__init__()
        self._current = current
        self._iface = iface
        self._sources: list[Source] = []
        self._icon = QIcon()

    def clone(self) -> MoedestedLocatorFilter:
        """One more, for one search."""
        return MoedestedLocatorFilter(self._current, self._iface)

    def name(self) -> str:
        """Its fixed name in settings."""
        return "moedested"

    def displayName(self) -> str:
        """Its name in the list of filters."""
        return tr("Mødesteder, faciliteter og ruter")

    def prefix(self) -> str:
        """What limits a search to this filter."""
        return PREFIX

    def priority(self) -> QgsLocatorFilter.Priority:
        """Asked with the quick ones."""
        return QgsLocatorFilter.Priority.Medium

    def prepare(self, string: str, context: QgsLocatorContext) -> list[str]:
        """Take what the thread may read."""
        from .locator_search import sources

        enough = len(string.strip()) >= (1 if context.usingPrefix else LEAST_WITHOUT_PREFIX)
        self._sources = sources(self._current) if enough else []
        self._icon = icon("moedested")
        return []

    def fetchResults(self, string: str, context: QgsLocatorContext, feedback: QgsFeedback) -> None:  # noqa: ARG002
        """Search; not on the main thread."""
        from .locator_search import matches

        left = AT_MOST
        for source in self._sources:
            for match in matches(source, string, feedback)[:left]:
                self.resultFetched.emit(self._result(match))
                left -= 1

    def triggerResult(self, result: QgsLocatorResult) -> None:
        """Fly to the place and flash it; what has no place opens its form."""
        self._go(result, form=False)

    def triggerResultFromAction(self, result: QgsLocatorResult, actionId: int) -> None:  # noqa: N802, N803 (QGIS's name)
        """Open the form."""
        self._go(result, form=actionId == OPEN_FORM)

    def _result(self, match: Match) -> QgsLocatorResult:
        result = QgsLocatorResult()
        result.filter = self
        result.displayString = match.name
        result.description = match.beside
        result.group = match.source.title
        result.groupScore = -match.source.rank
        result.score = match.score
        result.icon = self._icon
        result.setUserData([match.source.role, match.fid])
        result.actions = [QgsLocatorResult.ResultAction(OPEN_FORM, tr("Åbn formularen"))]
        return result

    def _go(self, result: QgsLocatorResult, *, form: bool) -> None:
        from .locator_search import found_row
        from .show import open_form, show_feature

        role, fid = result.userData  # type: ignore[attr-defined]  # not in the stubs
        layer, feature = found_row(self._current, role, int(fid))
        if layer is None:
            return
        if not show_feature(self._iface.mapCanvas(), layer, feature) or form:
            open_form(self._iface, layer, feature)
