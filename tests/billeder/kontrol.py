# SPDX-License-Identifier: GPL-2.0-or-later
"""Ways to the checks: the list, a fix before and after, a finding that is accepted and comes back."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING

from desktop_driver import forget_edits, iface
from qgis import utils
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QPlainTextEdit

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

    from moedested_plugin.checks.resultat import Post

shell = utils.plugins["moedested_plugin"].shell

GRUND = "Hullet er færgen over Grønsund. Set på stedet i maj."


def liste() -> Iterator[object]:
    """What a run finds."""
    yield from _koer()
    yield iface.mainWindow()


def fund(regel: str, maalestok: str) -> Iterator[object]:
    """A finding of that check, chosen and shown on the map."""
    yield from _koer()
    yield from _vaelg(regel)
    iface.mapCanvas().zoomScale(float(maalestok))
    yield 1500
    yield iface.mainWindow()


def rettet(regel: str, maalestok: str) -> Iterator[object]:
    """The same after its fix."""
    yield from _koer()
    post = yield from _vaelg(regel)
    iface.mapCanvas().zoomScale(float(maalestok))
    shell.checks.dock.ret.emit([post])
    yield 2500
    yield iface.mainWindow()


def spoerg(regel: str) -> Iterator[object]:
    """The question that an acceptance asks."""
    yield from _koer()
    post = yield from _vaelg(regel)
    QTimer.singleShot(0, lambda: shell.checks.dock.accepter.emit([post]))
    yield 900
    dialog = QApplication.activeModalWidget()
    dialog.findChild(QPlainTextEdit).setPlainText(GRUND)
    yield 400
    yield dialog


def accepteret(regel: str) -> Iterator[object]:
    """An accepted finding, which is shown when asked for. Changes the store."""
    yield from _koer()
    yield from _accepter(regel)
    shell.checks.dock.filter.accepterede.setChecked(True)
    yield 800
    yield from _vaelg(regel)
    yield iface.mainWindow()
    shell.checks.dock.filter.accepterede.setChecked(False)
    yield 300


def tilbage(regel: str) -> Iterator[object]:
    """The same finding, there again: the object has changed since. Changes the store."""
    yield from _koer()
    from qgis.core import QgsGeometry

    post = next(p for p in shell.checks.liste.resultat.poster if p.fund.kontrol.kode == regel)
    layer, fid = _raekke(post)
    layer.startEditing()
    moved = QgsGeometry(layer.getFeature(fid).geometry())
    moved.translate(3, 3)
    layer.changeGeometry(fid, moved)
    shell.save_all()
    yield 3000
    forget_edits()
    yield from _koer()
    yield from _vaelg(regel)
    yield iface.mainWindow()


def regler() -> Iterator[object]:
    """Where the municipality chooses rules, limits and words."""
    shell.checks.vis()
    yield 500
    QTimer.singleShot(0, shell.checks.dock.indstil.emit)
    yield 1500
    yield QApplication.activeModalWidget()


def _koer() -> Iterator[object]:
    if not getattr(shell, "_billeder_fejl", False):
        shell._billeder_fejl = True
        yield from _lav_fejl()
    shell.checks.vis()
    yield 600
    shell.checks.koer()
    yield 5000


def _lav_fejl() -> Iterator[object]:
    """What the examples are too good to have: a spike, a number that must not be there, an address that is wrong."""
    from qgis.core import QgsPoint

    ruter = shell.current.layer("vandrerute")
    ruter.startEditing()
    rute = next(row for row in ruter.getFeatures() if row["navn"] == "Sundby rundt")
    tegning = rute.geometry()
    her = tegning.vertexAt(3)
    tegning.insertVertex(QgsPoint(her.x(), her.y()), 4)
    tegning.insertVertex(QgsPoint(her.x() + 7, her.y() + 5), 4)
    ruter.changeGeometry(rute.id(), tegning)
    steder = shell.current.layer("moedested")
    steder.startEditing()
    felter = steder.fields()
    nye = {
        "Kaffebordet på havnen": {"foerste_gang": "Spørg efter Anna, 010190-1234, hun har nøglen."},
        "Madpakken ved broen": {"navn": "Madpakken  ved broen", "telefon": None},
        "Bænken mod syd": {"link": "htp:/kommunen,dk/gedser"},
    }
    for row in steder.getFeatures():
        for felt, vaerdi in nye.get(row["navn"], {}).items():
            nr = felter.indexOf(felt)
            if nr >= 0:
                steder.changeAttributeValue(row.id(), nr, vaerdi)
    shell.save_all()
    yield 3000
    forget_edits()


def _vaelg(regel: str) -> Generator[object, None, Post]:
    dock = shell.checks.dock
    liste = shell.checks.liste
    post = next(p for p in liste.resultat.poster if p.fund.kontrol.kode == regel)
    index = dock.model.plads((post.fund.kontrol.kode, post.fund.tabel), post.fund_id)
    dock.trae.expand(index.parent().parent())
    dock.trae.expand(index.parent())
    dock.trae.setCurrentIndex(index)
    dock.trae.scrollTo(index)
    iface.mapCanvas().zoomScale(2500)
    dock.vis_sted.emit(post)
    yield 2500
    return post


def _accepter(regel: str) -> Iterator[object]:
    post = yield from _vaelg(regel)
    QTimer.singleShot(0, lambda: shell.checks.dock.accepter.emit([post]))
    yield 900
    dialog = QApplication.activeModalWidget()
    dialog.findChild(QPlainTextEdit).setPlainText(GRUND)
    dialog.accept()
    yield 1200


def _raekke(post: Post) -> tuple[QgsVectorLayer, int]:
    from moedested_plugin.gui.kontrol.retning import fid_af

    found = fid_af(shell.current.layer, (post.fund.tabel, post.fund.noegle))
    assert found is not None
    return found
