# SPDX-License-Identifier: GPL-2.0-or-later
"""Publishing to a database under load: four workers of QGIS Server that look for a new project twice a second."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from moedested_plugin.publishing import bevis
from moedested_plugin.publishing.efterproev import Udfald
from moedested_plugin.publishing.lokal_server import LokalServer
from moedested_plugin.store import Store
from tests.integration.publishing.klienter import VENT, forkerte, klienter
from tests.integration.publishing.udsted import EGET, Udsted, et_sted, ret, ud
from tests.servere import nginx_qgis

#: Swaps. MOEDESTED_HAMMER makes it many (make harden).
SKIFT = int(os.environ.get("MOEDESTED_HAMMER", "2"))


def test_the_hammer_on_a_database(
    lager: Store, udsted: Udsted, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Swap after swap while four clients read: not one wrong answer, and the views follow."""
    monkeypatch.setattr(LokalServer, "findes", staticmethod(lambda: False))  # proven elsewhere
    monkeypatch.setattr(bevis, "projektfejl", lambda *_: [])
    noegle = et_sted(lager)["moedested_id"]
    ret(lager, noegle, navn="Navn 0")
    foerste = ud(lager, udsted.maal)
    assert foerste.plan is not None
    udgivne = {foerste.version: "Navn 0"}
    projekt = f"postgresql:?service={udsted.service}&schema={EGET}&project={udsted.maal.service}"
    with nginx_qgis(
        projekt,
        pgservice=udsted.pg_service(udsted.laeser),
        QGIS_SERVER_PROJECT_CACHE_STRATEGY="periodic",
        QGIS_SERVER_PROJECT_CACHE_CHECK_INTERVAL="500",
    ) as tjener:
        maal = replace(udsted.maal, url=tjener.url, wait=VENT)
        with klienter(tjener.url, foerste.plan.antal["moedested"]) as alle:
            for nummer in range(1, SKIFT + 1):
                ret(lager, noegle, navn=f"Navn {nummer}")
                nu = ud(lager, maal)
                assert nu.efterproevning is not None
                assert nu.efterproevning.udfald is Udfald.RIGTIGT, nu.efterproevning.grund
                udgivne[nu.version] = f"Navn {nummer}"
        assert forkerte(alle, udgivne) == []
        assert sum(klient.svar for klient in alle) > SKIFT
    assert udsted.sql("select version from pub_live.udgivelse") == [([*udgivne][-1],)]
