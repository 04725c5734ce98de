# SPDX-License-Identifier: GPL-2.0-or-later
"""The generated documents follow the code."""

from __future__ import annotations

import arkitektur
import datamodel
import i18n
import kontroller
import tekster
import tjenester


def test_the_data_dictionary_is_that_of_the_model() -> None:
    assert datamodel.DOKUMENT.read_text("utf-8") == datamodel.skriv(), "kør `make docs`"


def test_the_list_of_checks_is_that_of_the_model_and_its_examples() -> None:
    assert kontroller.DOKUMENT.read_text("utf-8") == kontroller.skriv(), "kør `make docs`"


def test_the_interface_towards_others_is_that_of_the_published_layers() -> None:
    assert tjenester.DOKUMENT.read_text("utf-8") == tjenester.skriv(), "kør `make docs`"


def test_the_page_on_the_house_is_that_of_the_imports() -> None:
    tekst = arkitektur.DOKUMENT.read_text("utf-8")
    assert tekst == arkitektur.skriv(tekst), "kør `make docs`"
    assert arkitektur.BILLEDE.read_text("utf-8") == arkitektur.tegning(), "kør `make docs`"


def test_the_picture_has_every_room_and_no_arrow_up() -> None:
    hus = arkitektur.hus()
    etage = {rum: nummer for nummer, rummene in enumerate(hus.lag) for rum in rummene}
    assert set(etage) == set(arkitektur.HVAD) == set(hus.moduler)
    assert [
        (fra, til) for fra in hus.bruger for til in hus.bruger[fra] if etage[fra] >= etage[til]
    ] == []


def test_every_text_stands_in_the_row_of_texts_once() -> None:
    tekst = tekster.skriv()
    assert tekster.DOKUMENT.read_text("utf-8") == tekst, "kør `make docs`"
    raekker = [linje for linje in tekst.splitlines() if linje.startswith("| ")]
    hoveder = 2 * sum(linje.startswith("## ") for linje in tekst.splitlines())
    assert len(raekker) - hoveder == len({tekst for _, tekst in i18n.used_texts()})
