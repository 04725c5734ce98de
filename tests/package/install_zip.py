# SPDX-License-Identifier: GPL-2.0-or-later
"""Driver: install the zip as a user does (Plugins, Install from ZIP), look, take it away. Started by test_install.py."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path

from desktop_driver import check, iface, log, run, shot
from qgis import utils
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QToolBar

NAME = "moedested_plugin"


def install() -> int:
    """Hand the zip to QGIS's own installer."""
    import pyplugin_installer

    check(NAME not in utils.available_plugins, "the profile is empty")
    pyplugin_installer.instance().installFromZipFile(os.environ["ZIP"])
    return 1500


def look() -> int:
    """See it running, from the profile's own folder."""
    check(NAME in utils.active_plugins, "the plugin is active")
    installed = Path(utils.pluginDirectory(NAME))
    check(
        installed.is_relative_to(QgsApplication.qgisSettingsDirPath()),
        "from the profile",
        installed,
    )
    check(utils.pluginMetadata(NAME, "name") == "Mødested", "by its name")
    check(iface.mainWindow().findChild(QToolBar, "MoedestedToolbar"), "with its toolbar")
    loaded = sorted(
        name for name in (f"{NAME}.domain.skema", f"{NAME}.store") if name in sys.modules
    )
    check(not loaded, "the data model is not loaded before there is a project of ours", loaded)
    qr = import_module(f"{NAME}.printing.qr")
    check(qr.qr_svg("https://sted.dk/1").startswith("<svg"), "makes a QR code")
    encoder = sys.modules.get(f"{NAME}._lib.segno.encoder")
    check(encoder, "with the encoder of the zip")
    check("segno" not in sys.modules, "and no other")
    check(not [vej for vej in sys.path if vej.startswith(str(installed))], "sys.path as it was")
    shot(iface.mainWindow(), "installed")
    return 300


def remove() -> int:
    """Stop it, as the plugin manager does."""
    check(utils.unloadPlugin(NAME), "the plugin stops")
    return 500


def gone() -> None:
    """See nothing left."""
    toolbar = iface.mainWindow().findChild(QToolBar, "MoedestedToolbar")
    check(toolbar is None, "the toolbar is gone")
    log("done")


run([install, look, remove, gone])
