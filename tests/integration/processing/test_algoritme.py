# SPDX-License-Identifier: GPL-2.0-or-later
"""What every algorithm says of a long list, and of a report that could not be written after all."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsProcessingException

from moedested_plugin.processing.algoritme import LINJER, fortael, skriv_json


@pytest.mark.parametrize(("antal", "sidste"), [(0, None), (LINJER, f"{LINJER - 1}"), (LINJER + 7, "… og 7 mere.")])  # fmt: skip
def test_a_long_list_ends_with_how_many_more(antal: int, sidste: str | None) -> None:
    sagt: list[str] = []
    fortael(sagt.append, map(str, range(antal)), antal)
    assert sagt[-1:] == ([] if sidste is None else [sidste])
    assert len(sagt) == min(antal, LINJER + 1)


def test_a_report_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    sti = tmp_path / "røde.json"
    skriv_json(sti, {"fundet": ["Ø"]})
    assert sti.read_text("utf-8") == '{\n "fundet": [\n  "Ø"\n ]\n}\n'
    with pytest.raises(QgsProcessingException, match="Vælg et andet sted til rapporten"):
        skriv_json(tmp_path, {})
