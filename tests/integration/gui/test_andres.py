# SPDX-License-Identifier: GPL-2.0-or-later
"""A place of another authority in QGIS: its form says whose it is, and a save is stopped with a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from qgis.gui import QgsAttributeDialog, QgsAttributeEditorContext, QgsAttributeForm
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QLineEdit

from moedested_plugin.gui.formular_raad import RO, FormularRaad
from moedested_plugin.store import Store
from tests.integration.store.raekker import gyldig

from .redigering import Redigering, alle, bo, en, ro, store, widgets

__all__ = ["bo", "store", "widgets"]

NATURSTYRELSEN = 33157274


def laeg(store: Store, tabel: str, **mere: Any) -> None:
    with store.skriv("import", "AB") as skriver:
        skriver.indsaet(
            tabel, [gyldig(tabel) | {"cvr_kode": NATURSTYRELSEN, "navn": "Statens", **mere}]
        )


@pytest.fixture
def raad(bo: Redigering) -> Iterator[FormularRaad]:
    raad = FormularRaad(bo.project)
    yield raad
    raad.close()


def vis(bo: Redigering, raad: FormularRaad, navn: str) -> QgsAttributeDialog:
    """Open the form of that bench, and enter it."""
    layer, fid = bo.lag("baenk"), bo.fid("baenk", navn)
    context = QgsAttributeEditorContext()
    dialog = QgsAttributeDialog(layer, bo.feature("baenk", fid), False, None, True, context)
    dialog.show()
    raad.foelg(dialog.attributeForm())
    ro()
    return dialog


def aabne(i: QObject) -> dict[str, bool]:
    """Whether the owner's name, kind and number and our surface can be edited."""
    return {
        "navn": not en(i, QLineEdit, "navn").isReadOnly(),
        "off_kode": en(i, QComboBox, "off_kode").isEnabled(),
        "cvr_kode": en(i, QLineEdit, "cvr_kode").isEnabled(),
        "underlag_k": en(i, QComboBox, "underlag_k").isEnabled(),
    }


def er(i: QObject, ventet: dict[str, bool]) -> bool:
    return aabne(i) == ventet


VORES = dict.fromkeys(("navn", "off_kode", "cvr_kode", "underlag_k"), True)
DERES = VORES | dict.fromkeys(("navn", "off_kode", "cvr_kode"), False)


def test_the_form_says_whose_it_is_and_locks_what_is_theirs(
    bo: Redigering, raad: FormularRaad
) -> None:
    laeg(bo.store, "facilitet_punkt")
    laeg(bo.store, "facilitet_punkt", navn="Vores", cvr_kode=29188599)
    bo.rediger()
    for navn, laast in (("Statens", True), ("Vores", False)):
        dialog = vis(bo, raad, navn)
        assert aabne(dialog) == (DERES if laast else VORES)
        tekster = [
            label
            for label in alle(dialog, QLabel)
            if "Ejes af Naturstyrelsen. Rettes hos dem." in label.text()
        ]
        assert [label.isVisible() for label in tekster] == ([True] if laast else [])
        dialog.close()
        dialog.deleteLater()


def test_the_lock_follows_the_form_from_row_to_row(
    bo: Redigering, raad: FormularRaad, qtbot: Any
) -> None:
    laeg(bo.store, "facilitet_punkt")
    laeg(bo.store, "facilitet_punkt", navn="Vores", cvr_kode=29188599)
    bo.rediger()
    dialog = vis(bo, raad, "Statens")
    form: QgsAttributeForm = dialog.attributeForm()
    for navn, ventet in (("Vores", VORES), ("Statens", DERES), ("Vores", VORES)):
        form.setFeature(bo.feature("baenk", bo.fid("baenk", navn)))
        qtbot.waitUntil(partial(er, dialog, ventet))


def test_the_lock_outlasts_a_save_and_goes_with_the_plugin(bo: Redigering, qtbot: Any) -> None:
    laeg(bo.store, "facilitet_punkt")
    bo.rediger()
    raad = FormularRaad(bo.project)
    dialog = vis(bo, raad, "Statens")
    dialog.attributeForm().changeAttribute("intern_note", "Ring til dem")
    assert dialog.attributeForm().save()
    qtbot.wait(2 * RO)
    assert er(dialog, DERES)
    raad.close()
    assert er(dialog, VORES)


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
