# SPDX-License-Identifier: GPL-2.0-or-later
"""Labels follow the code lists of the municipality, in a project that is open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.core import QgsPalLayerSettings, QgsProject

from moedested_plugin.gui.current_project import CurrentProject
from moedested_plugin.gui.kodetekster import KodeteksterFoelger
from moedested_plugin.project.aabent import lag_af_rolle
from moedested_plugin.project.styles.etiketter import etikettekster, ret_etiketter


@pytest.fixture
def foelger(current: CurrentProject) -> Iterator[KodeteksterFoelger]:
    made = KodeteksterFoelger(current)
    yield made
    made.close()


def etikette(project: QgsProject) -> str:
    layer = lag_af_rolle(project, "straekning")
    assert layer is not None
    return "".join(etikettekster(layer))


@pytest.mark.usefixtures("foelger")
def test_a_code_of_the_municipalitys_own_stands_on_the_map(demo: QgsProject) -> None:
    lister = lag_af_rolle(demo, "kodeliste")
    assert lister is not None
    foerste = next(k for k in lister.getFeatures('"liste" = \'forhindring\' AND "kode" = 1'))
    assert "Trappe" in etikette(demo)
    assert lister.startEditing()
    assert lister.changeAttributeValue(
        foerste.id(), lister.fields().lookupField("navn"), "Kædetrappe"
    )
    assert "Kædetrappe" not in etikette(demo), "what is not saved is nobody else's"
    assert lister.commitChanges(), lister.commitErrors()
    assert "'1', 'Kædetrappe'" in etikette(demo)


def test_an_older_project_no_longer_asks_while_it_is_drawn(
    demo: QgsProject, current: CurrentProject
) -> None:
    layer = lag_af_rolle(demo, "straekning")
    assert layer is not None

    def som_foer(valg: QgsPalLayerSettings) -> None:
        valg.fieldName = 'upper(represent_value("forhindring_k"))'

    ret_etiketter(layer, som_foer)
    demo.setDirty(False)
    foelger = KodeteksterFoelger(current)
    assert "represent_value" not in etikette(demo)
    assert etikette(demo).startswith("upper(map_get(map('1', 'Trappe'")
    assert not demo.isDirty(), "nobody is asked to save what he has not changed"
    foelger.close()
