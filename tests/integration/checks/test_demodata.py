# SPDX-License-Identifier: GPL-2.0-or-later
"""The example data as the checks see them: no error, and what is accepted there is what a finding says today."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from moedested_plugin.checks import undtagelser
from moedested_plugin.checks.kontrol import Valg, kontroller
from moedested_plugin.domain.regler import Alvor
from moedested_plugin.project.eksempel import skriv_eksempler
from moedested_plugin.store import Kommune, opret

I_DAG = dt.date(2026, 11, 20)


def test_the_example_has_no_error_and_every_acceptance_in_it_still_holds(tmp_path: Path) -> None:
    with opret(str(tmp_path / "eksempel.gpkg"), Kommune(376, "Guldborgsund", 29188599)) as store:
        skriv_eksempler(store, "AB")
        resultat = kontroller(store, Valg(i_dag=I_DAG, gem=False))
        accepterede = {en.undtagelse_id for en in undtagelser.laes(store).enkelte.values()}
    assert [
        (p.fund.kode, p.fund.tekst) for p in resultat.poster if p.fund.alvor is Alvor.FEJL
    ] == []
    brugte = {p.undtagelse.undtagelse_id for p in resultat.poster if p.undtagelse is not None}
    assert accepterede
    assert accepterede - brugte == set()  # no longer what its finding says
    aabne = [p for p in resultat.poster if not p.accepteret and p.fund.alvor is Alvor.ADVARSEL]
    assert "links.eksempel" not in {p.fund.kode for p in aabne}
    assert 0 < len(aabne) <= 20  # those are there to be seen
