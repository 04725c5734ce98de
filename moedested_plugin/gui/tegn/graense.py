# SPDX-License-Identifier: GPL-2.0-or-later
"""The municipality's border (graense) where nobody has given it: said once, and given in the options."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QFormLayout, QGroupBox

from moedested_plugin.gui.widgets import note
from moedested_plugin.i18n import tr
from moedested_plugin.project.graense import gem_graense, graense_af, tegn_graense

if TYPE_CHECKING:
    from moedested_plugin.store import Store

    from .vaerktoej import Tegneomgivelser


def naevn(om: Tegneomgivelser) -> None:
    """Say once to each user of a store that nobody is warned outside the municipality, and how that is mended."""
    store, naevnt = om.store(), om.settings.graense_naevnt
    if store is None or graense_af(store) is not None or naevnt.value() == store.adresse:
        return
    naevnt.setValue(store.adresse)
    om.messages.info(tr("Vælg kommunens grænse i Indstillinger."))


class Graenseboks(QGroupBox):
    """The file with the border. It is read when the options are applied, and kept in the store for all colleagues."""

    def __init__(self, store: Store) -> None:
        super().__init__(tr("Kommunens grænse"))
        self._store = store
        self.fil = QgsFileWidget()
        self.fil.setFilter(tr("Flader (*.gpkg *.geojson *.json *.shp *.gml);;Alle filer (*)"))
        self.fil.lineEdit().setAccessibleName(tr("Fil med kommunens grænse"))
        kendt = graense_af(store) is not None
        self.fil.lineEdit().setPlaceholderText(
            tr("Grænsen er kendt. Vælg en fil for at skifte den.")
            if kendt
            else tr("Ingen grænse endnu")
        )
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("Fil med kommunens grænse"), self.fil)
        form.addRow(
            note(
                tr(
                    "Med den siges der til, når noget tegnes, hentes eller ligger uden for kommunen. Filen må gerne have alle kommuner."
                )
            )
        )

    def gem(self, sig: Callable[[str], object]) -> bool:
        """Keep the border of the file that was chosen, and draw it; True where there was one. `sig` is told what fails."""
        from moedested_plugin.project.background import BackgroundError, own_boundary
        from moedested_plugin.store import StoreFejl

        sti = self.fil.filePath().strip()
        kommune = self._store.indstilling("kommune")
        if not sti or not isinstance(kommune, Mapping):
            return False
        kode = int(kommune["kode"])
        try:
            graense = own_boundary(Path(sti), kode)
            gem_graense(self._store, graense)
        except (BackgroundError, StoreFejl) as problem:
            sig(str(problem))
            return False
        ikke_tegnet = tegn_graense(QgsProject.instance(), graense, kode)
        if ikke_tegnet:
            sig(ikke_tegnet)
        return True
