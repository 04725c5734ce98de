# SPDX-License-Identifier: GPL-2.0-or-later
"""Driver: work with the first zip, install today's over it, go on working. Started by test_upgrade.py."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from desktop_driver import Step, check, forget_edits, iface, log, run, shot
from qgis import utils
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QDockWidget, QLabel, QToolBar

NAME = "moedested_plugin"
PROJECT = Path(os.environ["PROJECT"])
BACKUPS = PROJECT.with_name("sikkerhedskopier")
#: What the user of the first version had chosen.
CHOSEN = {
    "geofa_bruger": "aeoe@kommune.dk",
    "kommune": 376,
    "mappe": "C:/Data/Mødesteder",
    "panel_aabent": False,
}


def install(what: str) -> None:
    """Hand a zip to QGIS's own installer, as Plugins, Install from ZIP does."""
    import pyplugin_installer

    pyplugin_installer.instance().installFromZipFile(os.environ[what])


def shell() -> object:
    return utils.plugins[NAME].shell


def files() -> set[str]:
    top = Path(utils.pluginDirectory(NAME))
    return {
        path.relative_to(top).as_posix()
        for path in top.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


def shown() -> str:
    return " ".join(each.text() for each in shell().panel.findChildren(QLabel) if each.isVisible())


def install_first() -> int:
    check(NAME not in utils.available_plugins, "the profile is empty")
    install("FIRST_ZIP")
    return 1500


def work_with_the_first() -> int:
    check(NAME in utils.active_plugins, "the first runs")
    check("gui/kontrol/dock.py" not in files(), "and has no checks yet")
    settings = shell().settings
    for key, value in CHOSEN.items():
        getattr(settings, key).setValue(value)
    settings.egne_initialer = "ÆØ"
    iface.addProject(str(PROJECT))
    return 4000


def still_with_the_first() -> None:
    check(shell().current.is_moedested, "the first knows its project")
    shell().panel.setVisible(False)  # as chosen; it is written when the plugin stops
    shot(iface.mainWindow(), "1_the_first")


def install_todays() -> int:
    install("TODAYS_ZIP")
    return 4000


def look() -> int:
    check(NAME in utils.active_plugins, "today's runs")
    check(files() == set(os.environ["FILES"].split("|")), "the folder holds its files and no other",
          files() ^ set(os.environ["FILES"].split("|")))  # fmt: skip
    module = import_module(f"{NAME}.domain.skema")
    check(module.SKEMAVERSION > 1, "no module of the first is left in memory")
    bars = iface.mainWindow().findChildren(QToolBar, "MoedestedToolbar")
    docks = [
        d for d in iface.mainWindow().findChildren(QDockWidget) if d.windowTitle() == "Mødesteder"
    ]
    check(len(bars) == 1 and len(docks) == 1, "one toolbar, one panel", len(bars), len(docks))
    settings = shell().settings
    for key, value in CHOSEN.items():
        check(getattr(settings, key).value() == value, "kept:", key, getattr(settings, key).value())
    check(settings.bruger == "ÆØ", "kept: initials", settings.bruger)
    shell().panel.setVisible(True)
    return 1500


def older_data() -> None:
    check(QgsProject.instance().fileName() == str(PROJECT), "the project is still open")
    check("ældre udgave" in shown(), "the panel says that the data are older", shown())
    check(not BACKUPS.exists(), "and leaves them alone")
    shot(iface.mainWindow(), "2_older_data")


def nothing_is_saved_in_them() -> int:
    check(not save("Prøvehavnen"), "QGIS does not save into data that the plugin does not know")
    check(not BACKUPS.exists(), "nor does that upgrade them")
    shot(iface.mainWindow(), "3_not_saved")
    forget_edits()
    return 2000  # QGIS reads the layers anew


def upgrade() -> int:
    shell().panel.remedy.emit()
    return 10000


def upgraded() -> None:
    check(len(list(BACKUPS.glob("*.gpkg"))) == 1, "one copy", list(BACKUPS.iterdir()))
    check(shell().current.is_moedested, "the project is open again")
    check("ældre udgave" not in shown(), "the panel counts", shown())
    shot(iface.mainWindow(), "4_upgraded")


def goes_on() -> int:
    check(save("Prøvehavnen"), "what is changed in the old project's layers is saved")
    shot(iface.mainWindow(), "5_saved")
    forget_edits()
    log("done")
    return 2000


def save(text: str) -> bool:
    layer = shell().current.layer("moedested")
    check(isinstance(layer, QgsVectorLayer) and layer.startEditing(), "the layer can be edited")
    fid = min(feature.id() for feature in layer.getFeatures())
    layer.changeAttributeValue(fid, layer.fields().indexOf("lokalomraade"), text)
    iface.vectorLayerTools().saveEdits(layer)
    return not layer.isModified()


def steps() -> Iterator[Step]:
    yield from (install_first, work_with_the_first, still_with_the_first, install_todays)
    yield from (look, older_data, nothing_is_saved_in_them, upgrade, upgraded, goes_on)


run(steps())
