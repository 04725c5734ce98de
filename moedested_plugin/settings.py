# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin remembers about its user (what belongs to the work lies in the project or the store)."""

from __future__ import annotations

from qgis.core import (
    QgsApplication,
    QgsExpressionContextUtils,
    QgsSettingsEntryBool,
    QgsSettingsEntryInteger,
    QgsSettingsEntryString,
    QgsSettingsTree,
)

NODE = "moedested"
#: QGIS variable with the user's initials: form defaults read it, so that forms give the same name as the plugin.
BRUGER_VARIABEL = "moedested_bruger"


class Settings:
    """Every setting once. Make one in `initGui` and `close` it in `unload`: a node made twice stops the second start."""

    def __init__(self) -> None:
        node = QgsSettingsTree.createPluginTreeNode(NODE)
        self.adresse_fil = QgsSettingsEntryString("adresse_fil", node, "")
        self.adresse_url = QgsSettingsEntryString("adresse_url", node, "")
        self.geofa_bruger = QgsSettingsEntryString("geofa_bruger", node, "")
        self.graense_naevnt = QgsSettingsEntryString("graense_naevnt", node, "")
        self.kildemappe = QgsSettingsEntryString("kildemappe", node, "")
        self.kommune = QgsSettingsEntryInteger("kommune", node, 0)
        self.kontrol_initialer = QgsSettingsEntryString("kontrol_initialer", node, "")
        self.mappe = QgsSettingsEntryString("mappe", node, "")
        self.nul_lagt_til_side = QgsSettingsEntryBool("nul_lagt_til_side", node, False)
        self.panel_aabent = QgsSettingsEntryBool("panel_aabent", node, True)
        self.panel_placeret = QgsSettingsEntryBool("panel_placeret", node, False)
        self.seneste_projekt = QgsSettingsEntryString("seneste_projekt", node, "")
        self.udgiv_maal = QgsSettingsEntryString("udgiv_maal", node, "")
        self.ud_ark = QgsSettingsEntryString("ud_ark", node, "")
        self.ud_format = QgsSettingsEntryString("ud_format", node, "")
        self.ud_mappe = QgsSettingsEntryString("ud_mappe", node, "")
        self.udskriv_mappe = QgsSettingsEntryString("udskriv_mappe", node, "")
        self.udskriv_skabelon = QgsSettingsEntryString("udskriv_skabelon", node, "")
        self.udskriv_valg = QgsSettingsEntryString("udskriv_valg", node, "")

    def close(self) -> None:
        """Let go of the node; what is saved stays."""
        QgsSettingsTree.unregisterPluginTreeNode(NODE)

    @property
    def bruger(self) -> str:
        """The name that the history shows: the user's own initials, else the name that QGIS knows."""
        return self.egne_initialer or self.qgis_bruger

    @property
    def qgis_bruger(self) -> str:
        """The name that QGIS knows from the system."""
        return QgsApplication.userFullName() or QgsApplication.userLoginName()

    @property
    def egne_initialer(self) -> str:
        """The initials that the user has chosen; empty when QGIS's account name is used."""
        scope = QgsExpressionContextUtils.globalScope()
        return str(scope.variable(BRUGER_VARIABEL) or "")

    @egne_initialer.setter
    def egne_initialer(self, initialer: str) -> None:
        if initialer:
            QgsExpressionContextUtils.setGlobalVariable(BRUGER_VARIABEL, initialer)
        else:
            QgsExpressionContextUtils.removeGlobalVariable(BRUGER_VARIABEL)
