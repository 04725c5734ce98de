# SPDX-License-Identifier: GPL-2.0-or-later
"""Every drawing tool on one real canvas: begun, left halfway in every way, carried through, undone and redone."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, cast

from qgis.core import QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialog, QDockWidget, QLabel, QWidget

from moedested_plugin.domain.betingelse import Vaerdi
from moedested_plugin.gui.tegn.linje import TegnLinje
from moedested_plugin.gui.tegn.rute_netvaerk import Netvaerk
from moedested_plugin.gui.tegn.underlag_foelg import UnderlagFoelg
from moedested_plugin.store import Store
from tests.integration.gui import tegning
from tests.integration.gui.redigering import alle, ro
from tests.integration.gui.tegning import Iface, Tegnebord, X, Y

ROLLER = (
    "moedested", "baenk", "facilitet", "omraade", "vandrerute", "andenrute", "straekning", "tilknytning",
    "udstyr", "aktivitet", "foto",
)  # fmt: skip


class _Iface(Iface):
    def activeLayer(self) -> QgsVectorLayer | None:  # noqa: N802 - QGIS's name
        return cast("QgsVectorLayer | None", self.canvas.currentLayer())

    def openFeatureForm(self, *_: Any) -> bool:  # noqa: N802 - QGIS's name
        return True


class Vaerksted(Tegnebord):
    """Palette and toolbar together, as in the plugin."""

    def __init__(self, project: QgsProject, store: Store) -> None:
        hel, tegning.Iface = tegning.Iface, _Iface  # type: ignore[misc]
        try:
            super().__init__(project, store)
        finally:
            tegning.Iface = hel  # type: ignore[misc]
        # Drawing reads the file in threads, which a save in the journal mode of the tests must not meet.
        self.canvas.setRenderFlag(False)
        self.linje = TegnLinje(self.om)
        self.foelg = UnderlagFoelg(self.current, self.messages, lambda _: None)
        self.vis_lag()

    def vis_lag(self) -> None:
        ro()
        self.linje.vis()
        lag = [layer for r in ROLLER if (layer := self.current.layer(r)) is not None]
        self.canvas.setLayers([layer for layer in lag if layer.isSpatial()])
        self.se(X, Y)

    def luk(self) -> None:
        self.linje.close()
        self.foelg.close()
        super().luk()

    def tast(self, tast: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.canvas, tast)  # type: ignore[truthy-bool]  # None there is
        ro()

    def taend(self, klasse: str) -> Any:
        self.linje.begynd(klasse)
        ro()
        return self.linje._lavet[klasse]

    # What there is -------------------------------------------------------------------------------------

    def alt(self) -> dict[str, list[str]]:
        """Every object of every layer, as it is edited now."""
        return {
            rolle: sorted(
                f"{f.attributes()} {f.geometry().asWkt(2)}" for f in self.lag(rolle).getFeatures()
            )
            for rolle in ROLLER
        }

    def rester(self) -> list[str]:
        """What a tool has left behind: nothing may be here once it is over."""
        kort = self.canvas.mapTool()
        fundet = [] if kort in (None, self.pan) else [f"map tool {kort}"]
        fundet += [k for k, handling in self.linje.handlinger.items() if handling.isChecked()]
        if self.tegner.skabelon is not None:
            fundet.append(f"template {self.tegner.skabelon.navn}")
        fundet += [
            f"dock {dok.objectName()}"
            for dok in alle(self.iface.window, QDockWidget)
            if dok is not self.iface.cad and not dok.isHidden()
        ]
        fundet += [
            f"on the map: {ting.text() if isinstance(ting, QLabel) else ting.metaObject().className()}"
            for ting in alle(self.canvas, QWidget)
            if ting.isVisible() and ting not in self._widgets
        ]
        fundet += [
            f"window {w.objectName() or w.metaObject().className()}"
            for w in QApplication.topLevelWidgets()
            if w.isVisible() and isinstance(w, QDialog)
        ]
        if self._fanger() != self._snap:
            fundet.append("snapping")
        ting = [t for t in self.canvas.scene().items() if t.isVisible()]
        if len(ting) > self._ting:
            fundet.append(f"{len(ting) - self._ting} on the canvas: {ting}")
        return fundet

    def _fanger(self) -> tuple[object, ...]:
        fang = self.project.snappingConfig()
        return fang.enabled(), fang.mode(), fang.typeFlag(), fang.tolerance(), fang.units()

    def maal(self) -> None:
        """This is how it looks without a tool."""
        self._ting = len([t for t in self.canvas.scene().items() if t.isVisible()])
        self._snap = self._fanger()
        self._widgets = [w for w in alle(self.canvas, QWidget) if w.isVisible()]

    def rul(self) -> None:
        """Edits are given up, in every layer."""
        for layer in self.current.layers():
            if layer.isEditable():
                layer.rollBack()
        ro()


@dataclass(frozen=True)
class Redskab:
    """A tool: how it is begun and left in the middle, how it is carried through, and the layer it works in."""

    navn: str
    halvt: Callable[[Vaerksted], None]
    helt: Callable[[Vaerksted], None]
    rolle: str
    #: The layers it cannot do without.
    bruger: tuple[str, ...]
    #: What waits in the form has all it needs: our other tools finish it, so that nothing is lost.
    nok: bool = False


def _tegn(rolle: str, *steder: tuple[float, float]) -> Callable[[Vaerksted], None]:
    def halvt(v: Vaerksted) -> None:
        v.tegner.begynd_rolle(rolle, True)
        for x, y in steder:
            v.klik(X + x, Y + y)
        v.flyt(X + 33, Y - 44)

    return halvt


def _faerdig(
    rolle: str, vaerdier: dict[str, Any], *steder: tuple[float, float]
) -> Callable[[Vaerksted], None]:
    def helt(v: Vaerksted) -> None:
        _tegn(rolle, *steder)(v)
        if v.form is None:
            v.klik(X + steder[-1][0], Y + steder[-1][1], Qt.MouseButton.RightButton)
        v.tegner.formular().saet(vaerdier)
        v.form.accept()
        ro()
        v.tegner.stands()

    return helt


def _raekke(v: Vaerksted) -> None:
    v.tegner.raekke = True
    try:
        _tegn("baenk", (-90, -90))(v)
    finally:
        v.tegner.raekke = False
    v.tegner.stands()


def _raekke_halvt(v: Vaerksted) -> None:
    v.tegner.begynd_rolle("baenk", True)
    v.flyt(X - 90, Y - 90)


def vent_paa_net(netvaerk: Netvaerk) -> None:
    """Until it has been read."""
    til = time.monotonic() + 60
    while netvaerk.graf is None or netvaerk.er_paa_vej:
        assert time.monotonic() < til, "the network is not read"
        QApplication.processEvents()
        time.sleep(0.005)


def _rute_halvt(v: Vaerksted) -> None:
    tool = v.taend("RuteVaerktoej")
    vent_paa_net(tool.netvaerk)
    v.klik(X - 60, Y - 80)
    assert tool.tegning is not None
    v.flyt(X - 60, Y)


def _rute(v: Vaerksted) -> None:
    _rute_halvt(v)
    v.klik(X - 60, Y + 80)
    v.klik(X - 60, Y + 80, Qt.MouseButton.RightButton)
    assert v.form is not None, "the route waits in the form"
    v.tegner.formular().saet({"navn": "Ny langs nettet"})
    v.form.accept()
    _slut(v)


def _underlag_halvt(v: Vaerksted) -> None:
    v.taend("MalUnderlag")
    v.klik(X - 60, Y)
    v.klik(X - 60, Y - 50)
    v.flyt(X - 60, Y + 20)


def _underlag(v: Vaerksted) -> None:
    _underlag_halvt(v)
    v.klik(X - 60, Y + 50)
    _slut(v)


def _tilknyt_halvt(v: Vaerksted) -> None:
    tool = v.taend("Tilknyt")
    v.klik(X, Y)
    assert tool._kandidater


def _tilknyt(v: Vaerksted) -> None:
    _tilknyt_halvt(v)
    v.klik(X + 20, Y)
    _slut(v)


def _luk_halvt(v: Vaerksted) -> None:
    tool = v.taend("Luk")
    v.klik(X + 20, Y)
    assert tool.boble is not None
    assert tool.boble.isVisible()


def _luk(v: Vaerksted) -> None:
    _luk_halvt(v)
    QTest.mouseClick(v.linje._lavet["Luk"].boble._luk_knap, Qt.MouseButton.LeftButton)
    _slut(v)


def _oploes_halvt(v: Vaerksted) -> None:
    tool = v.taend("Oploes")
    v.klik(X, Y)
    assert tool.dialog is not None


def _oploes(v: Vaerksted) -> None:
    _oploes_halvt(v)
    QTest.mouseClick(v.linje._lavet["Oploes"].dialog.knap, Qt.MouseButton.LeftButton)
    _slut(v)


def _slut(v: Vaerksted) -> None:
    """Esc until the tool is over."""
    ro()
    for _ in range(4):
        if not any(h.isChecked() for h in v.linje.handlinger.values()):
            return
        v.canvas.setFocus()
        v.tast(Qt.Key.Key_Escape)


REDSKABER = (
    Redskab("bænk", _tegn("baenk", (90, 90)), _faerdig("baenk", {}, (90, 90)), "baenk", ("baenk",), nok=True),
    Redskab("bænke på række", _raekke_halvt, _raekke, "baenk", ("baenk",)),
    Redskab(
        "mødested", _tegn("moedested", (80, -90)),
        _faerdig("moedested", {"navn": "Nyt", "formaal_k": [1]}, (80, -90)), "moedested", ("moedested",),
    ),
    Redskab(
        "rute i hånden", _tegn("andenrute", (40, 40), (70, 40)),
        _faerdig("andenrute", {"navn": "Ny"}, (40, 40), (90, 40)), "andenrute", ("andenrute",),
    ),
    Redskab(
        "område", _tegn("omraade", (40, 60), (70, 60), (70, 80)),
        _faerdig("omraade", {"navn": "Ny", "facil_ty_k": 1111}, (40, 60), (70, 60), (70, 80)),
        "omraade", ("omraade",),
    ),
    Redskab("rute langs nettet", _rute_halvt, _rute, "vandrerute", ("vandrerute",)),
    Redskab("underlag", _underlag_halvt, _underlag, "straekning", ("straekning", "vandrerute")),
    Redskab("tilknyt", _tilknyt_halvt, _tilknyt, "tilknytning", ("tilknytning", "moedested", "facilitet")),
    Redskab("luk", _luk_halvt, _luk, "facilitet", ("facilitet", "vandrerute")),
    Redskab("opløs", _oploes_halvt, _oploes, "moedested", ("moedested", "udstyr", "aktivitet")),
)  # fmt: skip


# Ways to leave it in the middle ------------------------------------------------------------------------


def esc(v: Vaerksted, _: Redskab) -> None:
    for _nr in range(4):
        v.tast(Qt.Key.Key_Escape)
        v.canvas.setFocus()


def hoejreklik(v: Vaerksted, _: Redskab) -> None:
    v.klik(X + 33, Y - 44, Qt.MouseButton.RightButton)
    for menu in [w for w in QApplication.topLevelWidgets() if w.inherits("QMenu")]:
        menu.close()
    v.canvas.setFocus()
    esc(v, _)


def andet_qgis(v: Vaerksted, _: Redskab) -> None:
    v.canvas.setMapTool(v.pan)
    ro()
    esc(v, _)


def andet_vores(v: Vaerksted, redskab: Redskab) -> None:
    andet = "Luk" if redskab.navn != "luk" else "Tilknyt"
    v.taend(andet)
    v.taend(andet)
    v.linje.handlinger[andet].setChecked(True)
    v.linje.handlinger[andet].trigger()
    ro()
    esc(v, redskab)


def redigering_slut(v: Vaerksted, _: Redskab) -> None:
    v.rul()
    v.flyt(X + 10, Y + 10)
    v.klik(X + 12, Y + 12)
    esc(v, _)


AFBRUDT = (esc, hoejreklik, andet_qgis, andet_vores, redigering_slut)


def lag_fjernet(v: Vaerksted, redskab: Redskab) -> None:
    v.rul()  # QGIS asks first: a layer that is edited is not removed
    v.project.removeMapLayer(v.lag(redskab.rolle).id())
    ro()
    v.flyt(X + 10, Y + 10)
    v.klik(X + 12, Y + 12)
    esc(v, redskab)


def projekt_lukket(v: Vaerksted, redskab: Redskab) -> None:
    v.rul()  # and so here: after clear() in the middle of editing the group is stuck in it for ever
    v.project.clear()
    ro()
    v.flyt(X + 10, Y + 10)
    v.klik(X + 12, Y + 12)
    esc(v, redskab)


def grundlag(store: Store) -> None:
    """A moedested with a facility, a bench and a route about it."""

    def wkb(wkt: str) -> bytes:
        return bytes(QgsGeometry.fromWkt(wkt).asWkb())

    ens: dict[str, Vaerdi] = {"bruger_id": "x", "cvr_kode": 29188599}
    with store.skriv("import", "Bo") as skriver:
        skriver.indsaet(
            "moedested",
            [{"navn": "Havnen", "formaal_k": [1], "geometri": wkb(f"Point({X} {Y})")}],
        )
        skriver.indsaet(
            "facilitet_punkt",
            [
                {**ens, "navn": "Klubhuset", "facil_ty_k": 5061,
                 "geometri": wkb(f"MultiPoint(({X + 20} {Y}))")},
            ],
        )  # fmt: skip
        rute = f"MultiLineString(({X - 60} {Y - 90}, {X - 60} {Y + 90}))"
        skriver.indsaet(
            "rute",
            [{**ens, "navn": "Runden", "rute_ty_k": 5, "belaegn_k": 9, "geometri": wkb(rute)}],
        )


@contextmanager
def vaerksted(project: QgsProject, store: Store) -> Iterator[Vaerksted]:
    """One that leaves nothing behind."""
    hel, tegning.Tegnebord = tegning.Tegnebord, Vaerksted  # type: ignore[misc]
    try:
        with tegning.tegnebord(project, store) as bord:
            v = cast("Vaerksted", bord)
            v.maal()
            yield v
    finally:
        tegning.Tegnebord = hel  # type: ignore[misc]
