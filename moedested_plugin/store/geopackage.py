# SPDX-License-Identifier: GPL-2.0-or-later
"""The store in a GeoPackage: one file, no server, no account.

Everything goes through one OGR dataset, whose SQLite has the functions that a GeoPackage's own triggers need and which
works while QGIS has the layers open.
"""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.felt import Tabel
from moedested_plugin.domain.skema import tabel as tabel_af_navn

from . import geopackage_sql as sql
from .base import HistorikArt, HistorikPost, Skriver, brudte_numre, kendte
from .geopackage_fil import (
    KOPIMAPPE,
    filfejl,
    skrivebeskyttet,
    som_saetninger,
)
from .geopackage_offentlige import GeopackageOffentlige
from .masse_geopackage import GeopackageMasse, tilsluttet
from .ogr_sql import Forbindelse
from .persondata import KOERES_SOM, find, fjern, noter
from .persondata_geopackage import GeopackageTekster, find_i_kopier, fjern_udenfor
from .vaerdier import (
    fra_sqlite,
    geometri_literal,
    literal,
    omsaetter,
    raekke_fra_json,
    som_json,
    staar_som_den_er,
    wkb,
)

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from moedested_plugin.domain.betingelse import Betingelse, Vaerdi
    from moedested_plugin.domain.eftersoegt import Eftersoegt

    from .base import Ramme
    from .masse import Masseskriver
    from .persondata import Fjernelse, Forekomst


_RAEKKER_AD_GANGEN = 500
_SIDE = 5000
#: A page with drawings is one text too, and SQLite has no text of more than a gigabyte.
_SIDE_MED_BYTES = 500
#: fid, the values that JSON carries, then those that it does not
_Raa = Sequence[Any]


class _GeopackageSkriver(Skriver):
    """Writes in the transaction that `GeopackageStore.skriv` has begun."""

    def __init__(self, forbindelse: Forbindelse, sti: Path, koersel_id: str, af: str) -> None:
        self.koersel_id = koersel_id
        self._forbindelse = forbindelse
        self._sti = sti
        self._af = af

    def indsaet(self, tabel: str, raekker: Iterable[Mapping[str, Vaerdi]]) -> int:
        """Insert rows, many in one statement as long as they have the same fields."""
        beskrevet = tabel_af_navn(tabel)
        stempler = {navn: self._af for navn in ("oprettet_af", "rettet_af") if beskrevet.har(navn)}
        antal = 0
        hele: Iterator[dict[str, Vaerdi]] = ({**stempler, **raekke} for raekke in raekker)
        for felter, ens in groupby(hele, key=tuple):
            kendte(beskrevet, felter)
            while bundt := [*islice(ens, _RAEKKER_AD_GANGEN)]:
                vaerdier = [
                    [_literal(beskrevet, felt, raekke[felt]) for felt in felter] for raekke in bundt
                ]
                with som_saetninger(self._sti):
                    self._forbindelse.udfoer(sql.indsaet_sql(tabel, felter, vaerdier))
                antal += len(bundt)
        return antal

    def ret(self, tabel: str, noegle: str, vaerdier: Mapping[str, Vaerdi]) -> bool:
        """Change these fields."""
        beskrevet = tabel_af_navn(tabel)
        nye = dict(vaerdier)
        if beskrevet.har("rettet_af"):
            nye.setdefault("rettet_af", self._af)
        kendte(beskrevet, nye)
        par = [(felt, _literal(beskrevet, felt, vaerdi)) for felt, vaerdi in nye.items()]
        return self._hvis_findes(beskrevet, noegle, sql.ret_sql(beskrevet, noegle, par))

    def slet(self, tabel: str, noegle: str) -> bool:
        """Delete the row."""
        beskrevet = tabel_af_navn(tabel)
        return self._hvis_findes(beskrevet, noegle, sql.slet_sql(beskrevet, noegle))

    def slet_mange(self, tabel: str, noegler: Sequence[str]) -> None:
        """Delete rows, many in one statement."""
        for nr in range(0, len(noegler), _RAEKKER_AD_GANGEN):
            with som_saetninger(self._sti):
                self._forbindelse.udfoer(
                    sql.slet_sql(tabel_af_navn(tabel), *noegler[nr : nr + _RAEKKER_AD_GANGEN])
                )

    def _hvis_findes(self, tabel: Tabel, noegle: str, saetning: str) -> bool:
        with som_saetninger(self._sti):
            if not self._forbindelse.foerste(sql.findes_sql(tabel, noegle)):
                return False
            self._forbindelse.udfoer(saetning)
            return True


def _literal(tabel: Tabel, felt: str, vaerdi: Vaerdi) -> str:
    return literal(tabel.felt(felt), vaerdi) if tabel.har(felt) else geometri_literal(tabel, vaerdi)


class GeopackageStore(GeopackageOffentlige):
    """One GeoPackage."""

    provider = "ogr"

    def __init__(self, sti: Path, forbindelse: Forbindelse, *, skriv: bool) -> None:
        self.navn = sti.name
        self.adresse = str(sti)
        self._sti = sti
        self._forbindelse = forbindelse
        self._skriv = skriv

    def uri(self, tabel: str, *, geometritype: str | None = None) -> str:
        """Data source for QGIS."""
        uri = f"{self.adresse}|layername={tabel_af_navn(tabel).navn}"
        return uri if geometritype is None else f"{uri}|geometrytype={geometritype}"

    @property
    def kan_skrive(self) -> bool:
        """Whether file and folder could be written when the store was opened."""
        return self._skriv

    def raekker(
        self,
        tabel: str,
        felter: Sequence[str] | None = None,
        hvor: Betingelse | None = None,
        *,
        noegler: Sequence[str] | None = None,
    ) -> Iterator[dict[str, Vaerdi]]:
        """Rows as saved, a page at a time, so that nothing in the file is held while they are used."""
        beskrevet = tabel_af_navn(tabel)
        geometri = () if beskrevet.geometri is None else (GEOMETRI,)
        navne = kendte(beskrevet, (*beskrevet.feltnavne, *geometri) if felter is None else felter)
        betingelse = sql.hvor_sql(beskrevet, hvor, noegler)
        return self._sider(beskrevet, navne, betingelse)

    def _sider(self, tabel: Tabel, felter: list[str], hvor: str) -> Iterator[dict[str, Vaerdi]]:
        andre = [felt for felt in felter if not sql.i_json_array(tabel, felt)]
        i_json = [felt for felt in felter if felt not in andre]
        omsaettes = [
            (felt, omsaetter(tabel, felt)) for felt in felter if not staar_som_den_er(tabel, felt)
        ]
        laes = self._med_andet if andre else self._kun_json
        hoejst = _SIDE_MED_BYTES if any(sql.er_bytes(tabel, felt) for felt in felter) else _SIDE
        efter = -1
        while True:
            side = laes(tabel, felter, hvor, efter, hoejst)
            for raekke in side:
                raa = dict(zip(i_json, raekke[1]))
                if andre:
                    raa.update(zip(andre, raekke[2:]))
                    raa = {felt: raa[felt] for felt in felter}
                for felt, omsat in omsaettes:
                    if raa[felt] is not None:
                        raa[felt] = omsat(raa[felt])
                yield raa
            if len(side) < hoejst:
                return
            efter = side[-1][0]

    def _med_andet(
        self, tabel: Tabel, felter: list[str], hvor: str, efter: int, hoejst: int
    ) -> list[_Raa]:
        side = self._spoerg(sql.vaelg_sql(tabel, felter, hvor, efter, hoejst))
        return [(fid, json.loads(tekst), *andre) for fid, tekst, *andre in side]

    def _kun_json(
        self, tabel: Tabel, felter: list[str], hvor: str, efter: int, hoejst: int
    ) -> list[_Raa]:
        # A row of its own for each would cost more in OGR than all the rest.
        ((_, tekst),) = self._spoerg(sql.side_sql(tabel, felter, hvor, efter, hoejst))
        side: list[_Raa] = json.loads(tekst)
        side.sort(key=itemgetter(0))
        return side

    def _spoerg(self, saetning: str) -> list[tuple[Any, ...]]:
        with som_saetninger(self._sti):
            return self._forbindelse.raekker(saetning)

    def inden_for(
        self, tabel: str, ramme: Ramme, felter: Sequence[str]
    ) -> Iterator[dict[str, Vaerdi]]:
        """By the R-tree."""
        beskrevet = tabel_af_navn(tabel)
        return self._sider(
            beskrevet, kendte(beskrevet, felter), sql.inden_for_sql(beskrevet, ramme)
        )

    def brudte(
        self, tabel: str, krav: Sequence[Betingelse]
    ) -> Iterator[tuple[str, tuple[int, ...]]]:
        """One scan in SQLite."""
        for (tekst,) in self._spoerg(sql.brudte_sql(tabel_af_navn(tabel), krav)) if krav else ():
            noegle, *masker = json.loads(tekst)
            yield noegle, brudte_numre(masker)

    def antal(self, tabel: str, hvor: Betingelse | None = None) -> int:
        """Number of rows."""
        beskrevet = tabel_af_navn(tabel)
        return int(self._spoerg(sql.antal_sql(beskrevet, sql.hvor_sql(beskrevet, hvor)))[0][0])

    def optaelling(
        self, tabel: str, felt: str, hvor: Betingelse | None = None
    ) -> dict[Vaerdi, int]:
        """Number of rows per value."""
        beskrevet = tabel_af_navn(tabel)
        fundet = self._spoerg(sql.optaelling_sql(beskrevet, felt, sql.hvor_sql(beskrevet, hvor)))
        return {
            fra_sqlite(beskrevet.felt(felt), json.loads(tekst)[0]): int(antal)
            for tekst, antal in fundet
        }

    @contextmanager
    def skriv(self, art: str, af: str) -> Iterator[Skriver]:
        """One transaction, tagged so that the history knows which run changed what."""
        koersel_id = str(uuid.uuid4())
        with self._transaktion():
            self._begynd(koersel_id, art, af)
            yield _GeopackageSkriver(self._forbindelse, self._sti, koersel_id, af)
            for saetning in sql.slut_koersel_sql(koersel_id):
                self._forbindelse.udfoer(saetning)

    @contextmanager
    def skriv_fra(self, arbejde: Path, art: str, af: str) -> Iterator[Masseskriver]:
        """The work file stands beside the store while rows are moved."""
        with (
            som_saetninger(self._sti),
            tilsluttet(self._forbindelse, arbejde),
            self.skriv(art, af) as skriver,
        ):
            yield GeopackageMasse(self._forbindelse, skriver, af)

    @contextmanager
    def _transaktion(self) -> Iterator[None]:
        if not self._skriv:
            raise skrivebeskyttet(self._sti)
        with som_saetninger(self._sti), self._forbindelse.transaktion():
            yield

    def _begynd(self, koersel_id: str, art: str, af: str) -> None:
        beskrevet = tabel_af_navn("koersel")
        vaerdier: dict[str, Vaerdi] = {
            "koersel_id": koersel_id,
            "art": art,
            "begyndt": dt.datetime.now(dt.timezone.utc),
            "af": af,
        }
        literaler = [_literal(beskrevet, felt, vaerdi) for felt, vaerdi in vaerdier.items()]
        self._forbindelse.udfoer(sql.indsaet_sql("koersel", [*vaerdier], [literaler]))
        gem_indstilling(self._forbindelse, sql.KOERSEL, {"koersel_id": koersel_id, "af": af})

    def indstilling(self, noegle: str, ellers: Vaerdi = None) -> Vaerdi:
        """A setting."""
        fundet = self._spoerg(sql.indstilling_sql(noegle))
        return cast("Vaerdi", json.loads(fundet[0][0])) if fundet else ellers

    def saet_indstilling(self, noegle: str, vaerdi: Vaerdi) -> None:
        """Keep a setting."""
        with self._transaktion():
            gem_indstilling(self._forbindelse, noegle, vaerdi)

    def historik(self, tabel: str | None = None, noegle: str | None = None, *, siden: int = 0, hoejst: int = 500) -> list[HistorikPost]:  # fmt: skip
        """History, newest first."""
        hvor = [(felt, v) for felt, v in (("tabel", tabel), ("noegle", noegle)) if v is not None]
        return [
            _post(json.loads(tekst), blob)
            for tekst, blob in self._spoerg(sql.historik_sql(hvor, siden, hoejst))
        ]

    def tilsidesaet(
        self, tabel: str, noegle: str, raekke: Mapping[str, Vaerdi], geometri: bytes | None, af: str
    ) -> None:
        """Keep what lost in a save conflict."""
        beskrevet, historik = tabel_af_navn(tabel), tabel_af_navn("historik")
        vaerdier: dict[str, Vaerdi] = {
            "tabel": tabel,
            "noegle": noegle,
            "art": "tilsidesat",
            "tid": dt.datetime.now(dt.timezone.utc),
            "af": af,
            "raekke": dict(raekke),
        }
        literaler = [_literal(historik, felt, vaerdi) for felt, vaerdi in vaerdier.items()]
        with self._transaktion():
            self._forbindelse.udfoer(
                sql.indsaet_sql(
                    "historik",
                    [*vaerdier, GEOMETRI],
                    [[*literaler, geometri_literal(beskrevet, geometri)]],
                )
            )

    def noter_sletning(self, siden: int, af: str) -> None:
        """QGIS has deleted, and the file knows no users."""
        felt = tabel_af_navn("historik").felt("af")
        with self._transaktion():
            self._forbindelse.udfoer(sql.noter_sletning_sql(siden, literal(felt, af)))

    def ryd_historik(self, aeldre_end: dt.datetime) -> int:
        """Prune the history; where there is something to prune, a copy is made first."""
        felt = tabel_af_navn("historik").felt("tid")
        tael, slet = sql.slet_historik_sql(f"tid < {literal(felt, aeldre_end)}")
        if antal := int(self._spoerg(tael)[0][0]):
            self.sikkerhedskopi()
            with self._transaktion():
                self._forbindelse.udfoer(slet)
        return antal

    def find_persondata(self, eftersoegt: Eftersoegt) -> list[Forekomst]:
        """In the file and its copies."""
        tekster = GeopackageTekster(self._forbindelse, self._sti, self.navn)
        return [*find(tekster, eftersoegt), *find_i_kopier(self._sti, eftersoegt)]

    def fjern_persondata(
        self, eftersoegt: Eftersoegt, af: str, i_stedet: Mapping[str, str] | None = None
    ) -> Fjernelse:
        """From the file's free space too."""
        tekster = GeopackageTekster(self._forbindelse, self._sti, self.navn)
        with self.skriv(KOERES_SOM, af) as skriver:
            udfald = fjern(tekster, eftersoegt, i_stedet)
            noter(skriver, udfald)
        return sum(fjern_udenfor(self._forbindelse, self._sti, eftersoegt), udfald)

    def sikkerhedskopi(self, feedback: QgsFeedback | None = None) -> str:
        """A copy in the folder `sikkerhedskopier` beside the file; gives its path."""
        with som_saetninger(self._sti):
            kopi = kopier(self._forbindelse, self._sti)
        if feedback is not None:
            feedback.setProgress(100)
        return str(kopi)

    def luk(self) -> None:
        """Let go of the file."""
        self._forbindelse.luk()


def _post(vaerdier: list[Any], blob: str | None) -> HistorikPost:
    fid, tabel, noegle, art, tid, af, koersel_id, raekke = vaerdier
    beskrevet = tabel_af_navn(tabel)
    tidspunkt = fra_sqlite(tabel_af_navn("historik").felt("tid"), tid)
    return HistorikPost(
        fid, tabel, noegle, cast("HistorikArt", art), cast("dt.datetime", tidspunkt), af, koersel_id,
        raekke_fra_json(beskrevet, raekke), wkb(bytes.fromhex(blob or "")),
    )  # fmt: skip


def gem_indstilling(forbindelse: Forbindelse, noegle: str, vaerdi: Vaerdi) -> None:
    """Keep one setting."""
    forbindelse.udfoer(sql.saet_indstilling_sql(noegle, som_json(vaerdi)))


def kopier(forbindelse: Forbindelse, sti: Path) -> Path:
    """A copy in a folder beside the store, with the time in its name (no colon: Windows)."""
    mappe = sti.parent / KOPIMAPPE
    nu = dt.datetime.now().astimezone()
    try:
        mappe.mkdir(exist_ok=True)
    except OSError as fejl:
        raise filfejl(sti, fejl) from None
    kopi = mappe / f"{sti.stem} {nu:%Y-%m-%d %H%M%S}.{nu.microsecond // 1000:03d}{sti.suffix}"
    try:
        forbindelse.udfoer(sql.kopi_sql(str(kopi)))
    except BaseException:
        kopi.unlink(missing_ok=True)
        raise
    return kopi
