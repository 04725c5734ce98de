# SPDX-License-Identifier: GPL-2.0-or-later
"""Places of other authorities in the forms: what is theirs is locked, and the form says whose it is."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorTextElement,
    QgsEditFormConfig,
    QgsExpression,
    QgsOptionalExpression,
    QgsProperty,
    QgsPropertyCollection,
)

from moedested_plugin.domain.ejerskab import EJER, ejerens_felter, kan_vaere_andres

from .lag import Lag
from .udtryk import EGET

#: Read in the form of every municipality, so it is Danish like the labels around it.
TEKST = (
    f'<b>Ejes af [% represent_value("{EJER}") %]. Rettes hos dem.</b><br>'
    # Short lines: the label does not break them.
    "I kan selv rette underlag, lukning, tilstand,<br>intern note og stedets mødesteder."
)
#: The owner as saved: in the form itself one may be choosing another.
_SOM_GEMT = f"coalesce(attribute(get_feature_by_id(@layer, $id), '{EJER}') = to_int(@cvr), true)"


def fortael_ejer(blad: QgsAttributeEditorContainer, lag: Lag) -> None:
    """Put the sentence at the top of the tab; it shows only where another authority owns the place."""
    if not kan_vaere_andres(lag.tabel) or lag.kun_laes:
        return
    ramme = QgsAttributeEditorContainer("", blad)
    ramme.setType(Qgis.AttributeEditorContainerType.Row)
    ramme.setShowLabel(False)
    ramme.setVisibilityExpression(QgsOptionalExpression(QgsExpression(f"NOT {EGET}")))
    element = QgsAttributeEditorTextElement("Ejer", ramme)
    element.setShowLabel(False)
    element.setText(TEKST)
    ramme.addChildElement(element)
    blad.addChildElement(ramme)


def laas_ejerens(form: QgsEditFormConfig, lag: Lag) -> None:
    """Let the owner's fields be edited only in the municipality's own places."""
    if lag.kun_laes:
        return
    for navn in ejerens_felter(lag.tabel):
        udtryk = _SOM_GEMT if navn == EJER else EGET
        egenskaber = QgsPropertyCollection()
        egenskaber.setProperty(
            QgsEditFormConfig.DataDefinedProperty.Editable, QgsProperty.fromExpression(udtryk)
        )
        form.setDataDefinedFieldProperties(navn, egenskaber)
