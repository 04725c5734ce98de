# SPDX-License-Identifier: GPL-2.0-or-later
"""Places of other authorities: the form says whose they are. The plugin greys what is theirs, the store refuses it."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorTextElement,
    QgsExpression,
    QgsOptionalExpression,
)

from moedested_plugin.domain.ejerskab import EJER, kan_vaere_andres

from .lag import Lag
from .udtryk import EGET

#: Read in the form of every municipality, so it is Danish like the labels around it.
TEKST = (
    f'<b>Ejes af [% represent_value("{EJER}") %]. Rettes hos dem.</b><br>'
    # Short lines: the label does not break them.
    "I kan selv rette underlag, lukning, tilstand,<br>intern note og stedets mødesteder."
)


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
