# SPDX-License-Identifier: GPL-2.0-or-later
"""The store in a PostGIS schema: several people at once, rights by role, history that only the owner can change.

The login comes from a PostgreSQL connection that is saved in QGIS. It is read out only to connect; what goes into
projects and messages keeps `authcfg=` or `service=` and never holds a password.
"""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import TYPE_CHECKING, Any, cast

from qgis.core import Qgis, QgsCredentials, QgsDataSourceUri, QgsWkbTypes

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.felt import Felt, Tabel
from moedested_plugin.domain.offentlig import VISNINGER
from moedested_plugin.domain.skema import EPSG
from moedested_plugin.domain.skema import tabel as tabel_af_navn

from . import postgis_saetninger as dml
from . import postgis_sql as sql
from .base import HistorikArt, HistorikPost, Skriver, brudte_numre, kendte, polstret
from .masse_postgis import PostgisMasse
from .persondata import KOERES_SOM, Fjernelse, find, fjern, noter
from .persondata_postgis import PostgisTekster, kopier_af
from .postgis_forbindelse import forbind, saetninger, transaktion, uden_kodeord
from .postgis_offentlige import PostgisOffentlige
from .postgis_vaerdier import fra_json, raekkelaeser, som_json, til_database

if TYPE_CHECKING:
    from pathlib import Path

    from psycopg2.extensions import connection, cursor
    from qgis.core import QgsFeedback

    from moedested_plugin.domain.betingelse import Betingelse, Vaerdi
    from moedested_plugin.domain.eftersoegt import Eftersoegt

    from .base import Ramme
    from .masse import Masseskriver
    from .persondata import Forekomst


_RAEKKER_AD_GANGEN = 500


class _PostgisSkriver(Skriver):
    """Writes in the transaction that `PostgisStore.skriv` has begun."""

    def __init__(self, markoer: cursor, koersel_id: str, af: str) -> None:
        self.koersel_id = koersel_id
        self._markoer = markoer
        self._af = af

    @property
    def markoer(self) -> cursor:
        """The transaction itself, for rows that are written many at once."""
        return self._markoer

    @contextmanager
    def _punkt(self) -> Iterator[None]:
        """After a refusal the run can go on without that row, as in a GeoPackage."""
        import psycopg2

        with saetninger():
            self._markoer.execute(dml.NAESTE_PUNKT)
            try:
                yield
            except psycopg2.Error:
                self._markoer.execute(dml.TIL_PUNKT)
                raise

    def indsaet(self, tabel: str, raekker: Iterable[Mapping[str, Vaerdi]]) -> int:
        """Insert rows, many in one statement as long as they have the same fields."""
        from psycopg2.extras import execute_values

        beskrevet = tabel_af_navn(tabel)
        stempler: dict[str, Vaerdi] = {
            navn: self._af for navn in ("oprettet_af", "rettet_af") if beskrevet.har(navn)
        }
        antal = 0
        for felter, ens in groupby((stempler | dict(raekke) for raekke in raekker), key=tuple):
            saetning, moenster = dml.indsaet(beskrevet, kendte(beskrevet, felter))
            vaerdier = [
                [til_database(_felt(beskrevet, navn), raekke[navn]) for navn in felter]
                for raekke in ens
            ]
            with self._punkt():
                self._markoer.execute(dml.MANGE_RAEKKER)
                execute_values(
                    self._markoer, saetning, vaerdier, moenster, page_size=_RAEKKER_AD_GANGEN
                )
                self._markoer.execute(dml.EFTER_MANGE)
            antal += len(vaerdier)
        return antal

    def ret(self, tabel: str, noegle: str, vaerdier: Mapping[str, Vaerdi]) -> bool:
        """Change these fields."""
        beskrevet = tabel_af_navn(tabel)
        nye = dict(vaerdier)
        if beskrevet.har("rettet_af"):
            nye.setdefault("rettet_af", self._af)
        saetning = dml.ret(beskrevet, kendte(beskrevet, nye))
        with self._punkt():
            self._markoer.execute(
                saetning,
                [*(til_database(_felt(beskrevet, navn), nye[navn]) for navn in nye), noegle],
            )
        return self._markoer.rowcount > 0

    def slet(self, tabel: str, noegle: str) -> bool:
        """Delete the row."""
        with self._punkt():
            self._markoer.execute(dml.slet(tabel_af_navn(tabel)), (noegle,))
        return self._markoer.rowcount > 0

    def slet_mange(self, tabel: str, noegler: Sequence[str]) -> None:
        """Delete rows in one statement."""
        with self._punkt():
            self._markoer.execute(dml.slet_mange(tabel_af_navn(tabel)), (list(noegler),))


def _felt(beskrevet: Tabel, navn: str) -> Felt | None:
    return beskrevet.felt(navn) if beskrevet.har(navn) else None


class PostgisStore(PostgisOffentlige):
    """The schema `moedested` of one database."""

    provider = "postgres"

    def __init__(self, forbindelse: str, kilde: QgsDataSourceUri, aaben: connection) -> None:
        self.navn = forbindelse
        self.adresse = forbindelse
        self._kilde = kilde
        self._aaben = aaben
        self._goer_klar()

    def _goer_klar(self) -> None:
        with saetninger(), self._aaben.cursor() as markoer:
            markoer.execute(dml.POSTGIS_SKEMA)
            markoer.execute(f"set search_path = pg_catalog, {foerste(markoer)}")
        if self._kilde.password():
            # The layers hold no password, so QGIS would ask for the one it has already saved.
            omraade = uden_kodeord(self._kilde).connectionInfo(False)
            QgsCredentials.instance().put(omraade, self._kilde.username(), self._kilde.password())

    @contextmanager
    def _markoer(self) -> Iterator[cursor]:
        if self._aaben.closed:  # the network was away
            self._aaben = forbind(self._kilde, self.navn)
            self._goer_klar()
        with saetninger(), self._aaben.cursor() as markoer:
            yield markoer

    def uri(self, tabel: str, *, geometritype: str | None = None) -> str:
        """Data source for QGIS; the password stays in QGIS's own keeping."""
        visning = next((visning for visning in VISNINGER if visning.navn == tabel), None)
        beskrevet = visning.tabel if visning else tabel_af_navn(tabel)
        geometri = visning.geometri if visning else beskrevet.geometri
        art = QgsWkbTypes.parseType(geometritype or geometri or "")
        paa_kortet = art not in (
            Qgis.WkbType.Unknown,
            Qgis.WkbType.NoGeometry,
        )  # QGIS shows one kind in a layer
        kilde = uden_kodeord(self._kilde)
        noegle = beskrevet.noegle if visning else "fid"
        kilde.setDataSource(sql.SKEMA, tabel, GEOMETRI if paa_kortet else "", "", noegle)
        if paa_kortet:
            kilde.setSrid(str(EPSG))
            kilde.setWkbType(art)
        kilde.setUseEstimatedMetadata(False)
        kilde.setParam("checkPrimaryKeyUnicity", "0")
        return kilde.uri(False)

    @property
    def kan_skrive(self) -> bool:
        """Whether the role may change rows and the server is not a read-only copy."""
        with self._markoer() as markoer:
            markoer.execute(dml.MAA_SKRIVE)
            return bool(foerste(markoer))

    def raekker(
        self,
        tabel: str,
        felter: Sequence[str] | None = None,
        hvor: Betingelse | None = None,
        *,
        noegler: Sequence[str] | None = None,
    ) -> Iterator[dict[str, Vaerdi]]:
        """Rows as they stand in the database at this moment, fetched a page at a time."""
        beskrevet = tabel_af_navn(tabel)
        geometri = (GEOMETRI,) if beskrevet.geometri is not None else ()
        navne = kendte(beskrevet, (*beskrevet.feltnavne, *geometri) if felter is None else felter)
        saetning = dml.vaelg(beskrevet, navne, hvor, noegler=noegler is not None)
        yield from map(
            raekkelaeser(beskrevet, navne),
            self._sider(saetning, () if noegler is None else (list(noegler),)),
        )

    def _sider(
        self, saetning: str, vaerdier: Sequence[object] | None = None
    ) -> Iterator[tuple[Any, ...]]:
        """The answer, fetched a page at a time. With `vaerdier`, be they none, a per cent sign is written twice."""
        with self._markoer():
            # WITH HOLD: the server keeps the answer, so that reading on does not hold a transaction open.
            laeser = self._aaben.cursor(f"moedested_{uuid.uuid4().hex}", withhold=True)
        with saetninger(), laeser:
            laeser.execute(saetning, vaerdier)
            yield from laeser

    def inden_for(
        self, tabel: str, ramme: Ramme, felter: Sequence[str]
    ) -> Iterator[dict[str, Vaerdi]]:
        """By the GiST index."""
        beskrevet = tabel_af_navn(tabel)
        navne = kendte(beskrevet, felter)
        with self._markoer() as markoer:
            markoer.execute(dml.inden_for(beskrevet, navne), polstret(ramme))
            fundne = markoer.fetchall()
        yield from map(raekkelaeser(beskrevet, navne), fundne)

    def brudte(
        self, tabel: str, krav: Sequence[Betingelse]
    ) -> Iterator[tuple[str, tuple[int, ...]]]:
        """One scan in PostgreSQL."""
        if not krav:
            return
        with self._markoer() as markoer:
            markoer.execute(dml.brudte(tabel_af_navn(tabel), krav))
            fundne = markoer.fetchall()
        for noegle, *masker in fundne:
            yield noegle, brudte_numre(masker)

    def antal(self, tabel: str, hvor: Betingelse | None = None) -> int:
        """Number of rows."""
        with self._markoer() as markoer:
            markoer.execute(dml.antal(tabel_af_navn(tabel), hvor), ())
            return int(foerste(markoer))

    def optaelling(
        self, tabel: str, felt: str, hvor: Betingelse | None = None
    ) -> dict[Vaerdi, int]:
        """Number of rows per value."""
        with self._markoer() as markoer:
            markoer.execute(dml.optaelling(tabel_af_navn(tabel), felt, hvor), ())
            return dict(markoer.fetchall())

    @contextmanager
    def skriv(self, art: str, af: str) -> Iterator[Skriver]:
        """One transaction, tagged so that the history knows which run changed what."""
        koersel_id = str(uuid.uuid4())
        with self._markoer(), transaktion(self._aaben) as markoer:
            markoer.execute(dml.NY_KOERSEL, (koersel_id, art, af))
            markoer.execute(dml.MAERK_KOERSEL, (koersel_id,))
            markoer.execute(dml.GEM_PUNKT)
            yield _PostgisSkriver(markoer, koersel_id, af)
            markoer.execute(dml.SLUT_KOERSEL, (koersel_id,))

    @contextmanager
    def skriv_fra(self, arbejde: Path, art: str, af: str) -> Iterator[Masseskriver]:
        """The rows of the work file are copied to the server."""
        with self.skriv(art, af) as skriver:
            yield PostgisMasse(cast("_PostgisSkriver", skriver).markoer, skriver, arbejde)

    def indstilling(self, noegle: str, ellers: Vaerdi = None) -> Vaerdi:
        """A setting."""
        with self._markoer() as markoer:
            markoer.execute(dml.INDSTILLING, (noegle,))
            raekke = markoer.fetchone()
            return cast("Vaerdi", raekke[0]) if raekke else ellers

    def saet_indstilling(self, noegle: str, vaerdi: Vaerdi) -> None:
        """Keep a setting."""
        with self._markoer() as markoer:
            gem_indstilling(markoer, noegle, vaerdi)

    def historik(self, tabel: str | None = None, noegle: str | None = None, *, siden: int = 0, hoejst: int = 500) -> list[HistorikPost]:  # fmt: skip
        """History, newest first."""
        with self._markoer() as markoer:
            hvad = {"tabel": tabel, "noegle": noegle, "siden": siden, "hoejst": hoejst}
            markoer.execute(dml.HISTORIK, hvad)
            return [_post(raekke) for raekke in markoer.fetchall()]

    def tilsidesaet(
        self, tabel: str, noegle: str, raekke: Mapping[str, Vaerdi], geometri: bytes | None, af: str
    ) -> None:
        """Keep what lost in a save conflict."""
        from psycopg2.extras import Json

        indhold = Json(
            dict(raekke),
            dumps=lambda vaerdi: json.dumps(vaerdi, default=som_json, ensure_ascii=False),
        )
        with self._markoer() as markoer:
            markoer.execute(dml.TILSIDESAET, (tabel, noegle, indhold, geometri, af))

    def noter_sletning(self, siden: int, af: str) -> None:
        """Nothing to say: the database knows its users."""

    def ryd_historik(self, aeldre_end: dt.datetime) -> int:
        """Prune the history; where there is something to prune, a copy is made first."""
        with self._markoer() as markoer:
            markoer.execute(dml.TAEL_HISTORIK, (aeldre_end,))
            ((antal,),) = markoer.fetchall()
        if antal:
            self.sikkerhedskopi()
            with self._markoer() as markoer:
                markoer.execute(dml.RYD_HISTORIK, (aeldre_end,))
        return int(antal)

    def find_persondata(self, eftersoegt: Eftersoegt) -> list[Forekomst]:
        """In the schema and its copies, which only the owner can read."""
        with self._markoer(), transaktion(self._aaben) as markoer:
            markoer.execute(dml.SOM_EJER)
            return [
                sted
                for tekster in self._alle_tekster(markoer)
                for sted in find(tekster, eftersoegt)
            ]

    def fjern_persondata(
        self, eftersoegt: Eftersoegt, af: str, i_stedet: Mapping[str, str] | None = None
    ) -> Fjernelse:
        """In one transaction with the copies."""
        with self.skriv(KOERES_SOM, af) as skriver:
            markoer = cast("_PostgisSkriver", skriver).markoer
            markoer.execute(dml.SOM_EJER)
            alle = self._alle_tekster(markoer)
            udfald = sum((fjern(tekster, eftersoegt, i_stedet) for tekster in alle), Fjernelse())
            noter(skriver, udfald)
        return udfald

    def _alle_tekster(self, markoer: cursor) -> list[PostgisTekster]:
        return [PostgisTekster(markoer, skema, skema) for skema in (sql.SKEMA, *kopier_af(markoer))]

    def sikkerhedskopi(self, feedback: QgsFeedback | None = None) -> str:
        """A copy in a schema beside the store; gives the name of that schema."""
        with self._markoer():
            kopi = kopier(self._aaben)
        if feedback is not None:
            feedback.setProgress(100)
        return kopi

    def luk(self) -> None:
        """Let go of the connection."""
        self._aaben.close()


def _post(raekke: tuple[Any, ...]) -> HistorikPost:
    fid, tabel, noegle, art, tid, af, koersel_id, indhold, geometri = raekke
    beskrevet = tabel_af_navn(tabel)
    vaerdier = indhold and {
        navn: fra_json(beskrevet.felt(navn), vaerdi) if beskrevet.har(navn) else vaerdi
        for navn, vaerdi in indhold.items()
    }
    return HistorikPost(
        fid, tabel, noegle, cast("HistorikArt", art), tid, af, koersel_id, vaerdier,
        None if geometri is None else bytes(geometri),
    )  # fmt: skip


def foerste(markoer: cursor) -> Any:  # noqa: ANN401
    """Give the first value of the answer; None when there is none."""
    raekke = markoer.fetchone()
    return raekke[0] if raekke else None


def gem_indstilling(markoer: cursor, noegle: str, vaerdi: Vaerdi) -> None:
    """Keep one setting."""
    from psycopg2.extras import Json

    markoer.execute(dml.RET_INDSTILLING, (Json(vaerdi), noegle))
    if not markoer.rowcount:
        markoer.execute(dml.NY_INDSTILLING, (Json(vaerdi), noegle))


def kopier(aaben: connection) -> str:
    """A copy of every row as it stands at one moment."""
    kopi = f"{sql.SKEMA}_kopi_{dt.datetime.now(dt.timezone.utc):%Y%m%d_%H%M%S_%f}"
    with transaktion(aaben) as markoer:
        markoer.execute("set transaction isolation level repeatable read")
        markoer.execute(dml.TABELNAVNE)
        tabelnavne = sorted(tabelnavn for (tabelnavn,) in markoer.fetchall())
        markoer.execute(dml.SOM_EJER)
        for saetning in dml.kopi_sql(kopi, tabelnavne):
            markoer.execute(saetning)
    return kopi
