# SPDX-License-Identifier: GPL-2.0-or-later
"""The shipped help in the browser; it needs no network."""

from __future__ import annotations

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices

from moedested_plugin.i18n import tr
from moedested_plugin.paths import resource


def vis_hjaelp(afsnit: str = "") -> None:
    """Open it, at the section with this id."""
    url = QUrl.fromLocalFile(str(resource("help", tr("hjaelp.html"))))
    if afsnit:
        url.setFragment(afsnit)
    QDesktopServices.openUrl(url)
