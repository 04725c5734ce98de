# SPDX-License-Identifier: GPL-2.0-or-later
"""What QField wants to know of a project; QGIS does not mind."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

from qgis.core import Qgis, QgsAttributeEditorRelation, QgsProject, QgsVectorLayer

from moedested_plugin.i18n import tr
from moedested_plugin.project.byg import ProjektFejl
from moedested_plugin.project.lag import LAG_AF_ROLLE

from .feltkopi import FOTOMAPPE, Maerke

_QGIS_EGEN = "relation_editor"
_MAPPER = ("attachmentDirs", "dataDirs")
#: Where QField puts a new picture: an expression, for it is worked out for each.
BILLEDNAVN = (
    f"'{FOTOMAPPE}/moedested_' || format_date(now(), 'yyyyMMdd_hhmmss_zzz') || '.{{extension}}'"
)


def indret_til_marken(project: QgsProject, fil: Path, maerke: Maerke) -> None:
    """Fit the project to QField, and save it again."""
    project.setTitle(f"{project.title()} · {maerke.navn}")
    # QField saves each form by itself, and knows nothing of groups that save together.
    project.setTransactionMode(Qgis.TransactionMode.Disabled)
    for emne in _MAPPER:
        project.writeEntry("qfieldsync", f"/{emne}", [FOTOMAPPE])
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer):
            layer.setCustomProperty("QFieldSync/action", "copy" if layer.readOnly() else "offline")
            layer.setCustomProperty("QFieldSync/cloud_action", "no_action")
            _almindelige_boern(layer)
    fotos = project.mapLayer(LAG_AF_ROLLE["foto"].id)
    if isinstance(fotos, QgsVectorLayer):
        navne = json.dumps({"sti": BILLEDNAVN})
        for egenskab in ("photo_naming", "attachment_naming"):
            fotos.setCustomProperty(f"QFieldSync/{egenskab}", navne)
    project.setDirty(False)
    if not project.write(str(fil)):
        raise ProjektFejl(tr("Projektet til marken kan ikke gemmes. Vælg en anden mappe."))


def _almindelige_boern(layer: QgsVectorLayer) -> None:
    """Give relations QGIS's own editor: the only one that QField lists, and it shows photos as a gallery."""
    form = layer.editFormConfig()
    for element in form.invisibleRootContainer().findElements(Qgis.AttributeEditorType.Relation):
        cast(QgsAttributeEditorRelation, element).setRelationWidgetTypeId(_QGIS_EGEN)
    layer.setEditFormConfig(form)
