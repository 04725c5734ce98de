# SPDX-License-Identifier: GPL-2.0-or-later
"""A place of another authority in QGIS: its form says whose it is, and a save is stopped with a sentence."""

from __future__ import annotations

from typing import Any

from qgis.gui import QgsAttributeDialog, QgsAttributeEditorContext
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QLineEdit

from moedested_plugin.store import Store
from tests.integration.store.raekker import gyldig

from .redigering import Redigering, alle, bo, en, gpkg_store, ro, store, widgets

__all__ = ["bo", "gpkg_store", "store", "widgets"]

NATURSTYRELSEN = 33157274


def laeg(store: Store, tabel: str, **mere: Any) -> None:
    with store.skriv("import", "AB") as skriver:
        skriver.indsaet(
            tabel, [gyldig(tabel) | {"cvr_kode": NATURSTYRELSEN, "navn": "Statens", **mere}]
        )


def test_the_form_says_whose_it_is_and_locks_what_is_theirs(bo: Redigering) -> None:
    laeg(bo.store, "facilitet_punkt")
    laeg(bo.store, "facilitet_punkt", navn="Vores", cvr_kode=29188599)
    layer = bo.lag("baenk")
    bo.rediger()
    for navn, laast in (("Statens", True), ("Vores", False)):
        dialog = QgsAttributeDialog(
            layer,
            bo.feature("baenk", bo.fid("baenk", navn)),
            False,
            None,
            True,
            QgsAttributeEditorContext(),
        )
        dialog.show()
        ro()
        assert en(dialog, QLineEdit, "navn").isReadOnly() is laast
        assert en(dialog, QComboBox, "off_kode").isEnabled() is not laast
        assert en(dialog, QLineEdit, "cvr_kode").isEnabled() is not laast
        assert en(dialog, QComboBox, "underlag_k").isEnabled()
        tekster = [
            label
            for label in alle(dialog, QLabel)
            if "Ejes af Naturstyrelsen. Rettes hos dem." in label.text()
        ]
        assert [label.isVisible() for label in tekster] == ([True] if laast else [])
        dialog.close()
        dialog.deleteLater()


def test_a_save_is_stopped_and_our_own_fields_go_through(bo: Redigering) -> None:
    laeg(bo.store, "rute", rute_ty_k=5, laengde=7.5)
    bo.rediger()
    fid = bo.fid("vandrerute", "Statens")
    bo.ret("vandrerute", fid, {"navn": "Min rute"})
    assert not bo.gem()
    assert "Stedet ejes af en anden myndighed og rettes hos dem" in bo.linjer()[0]
    bo.lag("moedested").rollBack()
    bo.rediger()
    bo.ret("vandrerute", fid, {"intern_note": "Ring til dem"})  # does not measure the line anew
    assert bo.gem()
    rute = next(bo.store.raekker("rute"))
    assert (rute["intern_note"], rute["navn"], rute["laengde"]) == ("Ring til dem", "Statens", 7.5)
