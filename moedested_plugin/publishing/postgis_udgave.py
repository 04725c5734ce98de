# SPDX-License-Identifier: GPL-2.0-or-later
"""A published version in a database."""

from __future__ import annotations

import json
from collections.abc import Collection
from functools import cached_property
from typing import TYPE_CHECKING

from qgis.core import QgsDataSourceUri

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.store.offentlige import fra_postgres
from moedested_plugin.store.oversaet import navn

from .fejl import UdgivelsesFejl
from .postgis_data import alle_fra, datasum, kolonner_i, skema_af, tal_raekker
from .postgis_eget import EGET
from .raekker import TABEL_AF_NAVN, TABELLER, Raekke
from .sted import Manifest, Opslag, SlaaOp, Udgave

if TYPE_CHECKING:
    from moedested_plugin.store.base import Ramme

    from .plan import Aftryk
    from .postgis_adgang import Adgang


class PostgisUdgave(Udgave):
    """A version as it lies in the schema `pub_<version>`. Without a manifest it is still being made."""

    def __init__(
        self, adgang: Adgang, tjeneste: str, version: str, manifest: Manifest | None = None
    ) -> None:
        self._adgang = adgang
        self._tjeneste = tjeneste
        self._version = version
        self._manifest = manifest
        self._transaktion: str | None = None

    @property
    def version(self) -> str:
        """Its name."""
        return self._version

    @property
    def skema(self) -> str:
        """Where its data lie."""
        return skema_af(self._version)

    @property
    def manifest(self) -> Manifest:
        """What is in it."""
        if self._manifest is None:
            raise ValueError(self._version)
        return self._manifest

    def skrevet_i(self, transaktion: str) -> None:
        """All of its rows come from this one transaction."""
        self._transaktion = transaktion

    def faerdig(self, manifest: Manifest) -> None:
        """It has been made."""
        self._manifest = manifest

    def aftryk(self) -> Aftryk:
        """What its rows look like, in short."""
        return self._aftryk

    @cached_property
    def _aftryk(self) -> Aftryk:
        with self._adgang.transaktion() as markoer:
            markoer.execute(
                f"select aftryk from {EGET}.udgave where service = %s and version = %s",  # nosec B608 - a constant
                [self._tjeneste, self._version],
            )
            fundet = markoer.fetchone()
        laest = json.loads(fundet[0]) if fundet else {}
        return {
            tabel: {noegle: (fid, aftryk) for noegle, (fid, aftryk) in raekker.items()}
            for tabel, raekker in laest.items()
        }

    def raekker(self, tabel: str, noegler: Collection[str]) -> dict[str, Raekke]:
        """These rows, by key, with the version's own columns."""
        if not noegler or tabel not in TABEL_AF_NAVN or tabel not in self.kolonner:
            return {}
        noegle, kolonner = TABEL_AF_NAVN[tabel].visning.tabel.noegle, self.kolonner[tabel]
        valgt = ", ".join(
            f"st_asbinary({navn(kolonne)}, 'NDR')" if kolonne == GEOMETRI else navn(kolonne)
            for kolonne in kolonner
        )
        with self._adgang.transaktion() as markoer:
            markoer.execute(
                f"select {valgt} from {navn(self.skema)}.{navn(tabel)} where {navn(noegle)} = any (%s)",  # nosec B608 - names of our own
                [[*noegler]],
            )
            raekker = [fra_postgres(raekke) for raekke in markoer]
        nr = kolonner.index(noegle)
        return {str(raekke[nr]): raekke for raekke in raekker}

    def til_listen(self, tabel: str) -> list[dict[str, object]]:
        """All rows of a table, as the list for people reads them."""
        kolonner = [k for k in TABEL_AF_NAVN[tabel].kolonner if k != GEOMETRI]
        with self._adgang.transaktion() as markoer:
            markoer.execute(
                f"select {', '.join(map(navn, kolonner))} from {navn(self.skema)}.{navn(tabel)} order by fid"  # nosec B608 - names of our own
            )
            return [dict(zip(kolonner, fra_postgres(raekke))) for raekke in markoer]

    def liste(self) -> str:
        """The list for people, as it was made with the version."""
        with self._adgang.transaktion() as markoer:
            markoer.execute(
                f"select liste from {EGET}.udgave where service = %s and version = %s",  # nosec B608 - a constant
                [self._tjeneste, self._version],
            )
            fundet = markoer.fetchone()
        return str(fundet[0]) if fundet else ""

    @property
    def er_hel(self) -> bool:
        """Whether everything that was written is there, unchanged."""
        try:
            sha256 = self.manifest.sha256
            with self._adgang.transaktion() as markoer:
                return sha256 == datasum(markoer, self.skema, sha256)
        except (UdgivelsesFejl, ValueError):
            return False

    @property
    def er_som_skrevet(self) -> bool:
        """Whether every row is still of the transaction that wrote the version: PostgreSQL marks each with its last.

        That none is missing is what the counting is for. The hash, which takes as long as to read all that there is,
        was taken of the very same rows a moment ago.
        """
        if self._transaktion is None:
            return self.er_hel
        with self._adgang.transaktion() as markoer:
            return alle_fra(markoer, self.skema, self._transaktion)

    @property
    def slaa_op(self) -> SlaaOp:
        """By SQL: every layer that QGIS opens makes a connection of its own."""
        return self._slaa_op

    def _slaa_op(self, kilde: str) -> Opslag | None:
        uri = QgsDataSourceUri(kilde)
        if (uri.service(), uri.schema()) != (self._adgang.service, self.skema):
            return None
        fuldt = f"{navn(uri.schema())}.{navn(uri.table())}"
        try:
            with self._adgang.transaktion() as markoer:
                kolonner = kolonner_i(markoer, fuldt)
                if not {uri.keyColumn(), uri.geometryColumn() or uri.keyColumn()} <= {*kolonner}:
                    return None
                markoer.execute(f"select count(*) from {fuldt} where {uri.sql() or 'true'}")  # nosec B608 - of a project of our own
                fundet = markoer.fetchone()
        except UdgivelsesFejl:
            return None
        return Opslag(frozenset(kolonner), int(fundet[0])) if fundet else None

    def taelling(self) -> dict[str, int]:
        """How many rows each table has."""
        with self._adgang.transaktion() as markoer:
            return tal_raekker(markoer, self.skema)

    def ramme(self) -> Ramme | None:
        """The frame around everything; None when nothing has a place."""
        rammer = " union all ".join(
            f"select st_extent({navn(GEOMETRI)}) r from {navn(self.skema)}.{navn(tabel.navn)}"  # nosec B608 - names of our own
            for tabel in TABELLER
            if tabel.visning.geometri is not None
        )
        with self._adgang.transaktion() as markoer:
            markoer.execute(
                f"select min(st_xmin(r)), min(st_ymin(r)), max(st_xmax(r)), max(st_ymax(r)) from ({rammer}) a"  # nosec B608 - names of our own
            )
            fundet = markoer.fetchone()
        return None if fundet is None or fundet[0] is None else tuple(fundet)

    def et_sted(self, tabel: str, betingelse: str) -> bytes | None:
        """The geometry (WKB) of one row for which this SQL holds; None when there is none."""
        with self._adgang.transaktion() as markoer:
            markoer.execute(
                f"select st_asbinary({navn(GEOMETRI)}, 'NDR') from {navn(self.skema)}.{navn(tabel)}"  # nosec B608 - names of our own
                f" where {navn(GEOMETRI)} is not null and ({betingelse or 'true'}) order by fid limit 1"
            )
            fundet = markoer.fetchone()
        return bytes(fundet[0]) if fundet else None
