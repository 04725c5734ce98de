# SPDX-License-Identifier: GPL-2.0-or-later
"""The generated documents follow the code."""

from __future__ import annotations

import datamodel
import kontroller
import tjenester


def test_the_data_dictionary_is_that_of_the_model() -> None:
    assert datamodel.DOKUMENT.read_text("utf-8") == datamodel.skriv(), "kør `make docs`"


def test_the_list_of_checks_is_that_of_the_model_and_its_examples() -> None:
    assert kontroller.DOKUMENT.read_text("utf-8") == kontroller.skriv(), "kør `make docs`"


def test_the_interface_towards_others_is_that_of_the_published_layers() -> None:
    assert tjenester.DOKUMENT.read_text("utf-8") == tjenester.skriv(), "kør `make docs`"
