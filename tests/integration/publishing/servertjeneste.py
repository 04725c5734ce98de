# SPDX-License-Identifier: GPL-2.0-or-later
"""A real publication to try servers on, made by the real publisher from a store that is full of canaries."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal

from moedested_plugin.domain.felt import Offentlig, Tabel, Type
from moedested_plugin.domain.offentlig import VISNINGER
from moedested_plugin.domain.skema import TABELLER
from moedested_plugin.project.eksempel import skriv_eksempler
from moedested_plugin.publishing.forbered import forbered
from moedested_plugin.publishing.lokal_server import LokalServer
from moedested_plugin.publishing.maal import FIL, Maal
from moedested_plugin.publishing.mappe import Mappe
from moedested_plugin.publishing.tjenestesvar import Ventet
from moedested_plugin.publishing.udgave import MappeUdgave
from moedested_plugin.publishing.ventet import ventet
from moedested_plugin.store import Kommune, aabn, opret

#: Stands in internal fields, in rows that are not public and in tables that never are; must stand in no answer.
KANARIE = "KANARI"


@dataclass(frozen=True)
class Kanarietjeneste:
    """A store with canaries, (table, field) of those in published tables, and the target that it is published to."""

    lager: Path
    felter: tuple[tuple[str, str], ...]
    maal: Maal

    @property
    def projekt(self) -> Path:
        """What the server serves."""
        return Mappe(self.maal).peger

    @property
    def udgave(self) -> MappeUdgave:
        """What is out now."""
        gaeldende = Mappe(self.maal).gaeldende()
        assert isinstance(gaeldende, MappeUdgave)
        return gaeldende

    @property
    def antal(self) -> Mapping[str, int]:
        """Rows of each table that is out."""
        return self.udgave.manifest.antal

    @property
    def ventet(self) -> Ventet:
        """What a right service of it answers."""
        return ventet(self.udgave, self.maal)

    def udgiv(self) -> None:
        """Publish, from the checks to the log; without the private server, which other tests are about."""
        with pytest.MonkeyPatch.context() as patch, aabn(str(self.lager)) as store:
            patch.setattr(LokalServer, "findes", staticmethod(lambda: False))
            klar = forbered(store, self.maal, "AB")
            klar.udgiver.udgiv(klar.plan)

    def som(self, **maal: Any) -> Kanarietjeneste:
        """The same store for another target."""
        return replace(self, maal=replace(self.maal, **maal))

    def kopi(self, mappe: Path) -> Kanarietjeneste:
        """The same, to publish to once more."""
        shutil.copytree(self.maal.folder, mappe)
        return self.som(folder=str(mappe))


def kanarietjeneste(mappe: Path) -> Kanarietjeneste:
    """Make the store, and publish it."""
    lager = mappe / "kommunens.gpkg"
    with opret(str(lager), Kommune(376, "Guldborgsund", 29188599)) as store:
        skriv_eksempler(store, "AB")
    ud = Kanarietjeneste(
        lager, tuple(_saet_kanarier(lager)), Maal(FIL, "moedesteder", str(mappe / "Ud på nettet"))
    )
    Path(ud.maal.folder).mkdir()
    ud.udgiv()
    return ud


def _saet_kanarier(lager: Path) -> Iterator[tuple[str, str]]:
    datasaet = gdal.OpenEx(str(lager), gdal.OF_VECTOR | gdal.OF_UPDATE)
    udgives = dict.fromkeys(visning.tabel for visning in VISNINGER)
    for tabel in udgives:  # one row of each that the municipality keeps to itself
        if any(felt.navn == "off_kode" for felt in tabel.felter):
            valgt = f"SELECT max(fid) FROM {tabel.navn} WHERE off_kode = 1"
            assert _udfoer(datasaet, f"UPDATE {tabel.navn} SET off_kode = 2 WHERE fid = ({valgt})")
    for tabel in TABELLER:
        for felt in _frie_tekster(tabel):
            skjult = Offentlig.OFFENTLIG not in felt.off
            if (
                not skjult and tabel not in udgives
            ):  # of an organisation, in the rows it answers for
                continue
            hvor = "" if skjult else f" WHERE {tabel.noegle} NOT IN ({_offentlige(tabel)})"
            # Some texts must have a certain form; the rules of the store refuse the canary there.
            sat = _udfoer(datasaet, f"UPDATE {tabel.navn} SET {felt.navn} = '{KANARIE}'{hvor}")
            if sat and skjult and tabel in udgives:
                yield tabel.navn, felt.navn
    for tabel in udgives:
        if any(felt.navn == "navn" for felt in tabel.felter):
            assert _tael(datasaet, f"SELECT * FROM {tabel.navn} WHERE navn = '{KANARIE}'"), tabel
    datasaet = None


def _offentlige(tabel: Tabel) -> str:
    return " UNION ".join(
        f"SELECT {tabel.noegle} FROM {visning.navn}"
        for visning in VISNINGER
        if visning.tabel == tabel
    )


def _frie_tekster(tabel: Tabel) -> Iterator[Any]:
    for felt in tabel.felter:
        frit = felt.type is Type.TEKST and felt.kodeliste is None and felt.henviser is None
        if frit and felt.navn != tabel.noegle:
            yield felt


def _udfoer(datasaet: gdal.Dataset, sql: str) -> bool:
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        gdal.ErrorReset()
        datasaet.ExecuteSQL(sql)
        return bool(gdal.GetLastErrorType() < gdal.CE_Failure)
    finally:
        gdal.PopErrorHandler()


def _tael(datasaet: gdal.Dataset, sql: str) -> int:
    svar = datasaet.ExecuteSQL(sql)
    antal = int(svar.GetFeatureCount())
    datasaet.ReleaseResultSet(svar)
    return antal


def bytes_af(mappe: Path) -> Iterator[tuple[str, bytes]]:
    """Everything that lies in the folder, what is packed unpacked."""
    for fil in sorted(mappe.rglob("*")):
        if not fil.is_file():
            continue
        indhold = fil.read_bytes()
        yield str(fil.relative_to(mappe)), indhold
        if zipfile.is_zipfile(fil):
            with zipfile.ZipFile(io.BytesIO(indhold)) as pakke:
                for navn in pakke.namelist():
                    yield f"{fil.relative_to(mappe)}/{navn}", pakke.read(navn)
