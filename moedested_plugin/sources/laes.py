# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads a source, whatever it is, into a staging GeoPackage: copied, cleaned, checked, in EPSG:25832.

OGR copies all rows in bulk; after that only the dirty ones are touched, found by passes that read headers and bytes.
"""

from __future__ import annotations

import logging
import shutil
import sqlite3
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from moedested_plugin.i18n import tr
from moedested_plugin.store.oversaet import citer

from . import (
    aabning,
    ark_laes,
    crs,
    fil,
    geometri_gang,
    kolonner,
    ogr_doer,
    sprog,
    staging,
    staging_gpkg,
    tekst_gang,
    vaegur,
    wfs,
)
from .fejl import Annulleret, LaeseFejl, MaaSpoerges
from .laest import NUMMER, TABEL, Afvist, Kilde, KildeFelt, Laest

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

_log = logging.getLogger(__name__)
_NOEGLER = frozenset(("objekt_id", "id", "uuid", "globalid", "gml_id", "lokalid", "id.lokalid"))
_FLEST_EKSEMPLER = 3
_SLOER_TRIN = 500_000
#: What a broken file may cause in the parts that we build on.
#: SystemError is what SWIG makes of a complaint that is no text.
_VENTEDE = (
    OSError, sqlite3.Error, RuntimeError, ValueError, MemoryError, LookupError, SystemError, OverflowError
)  # fmt: skip


def laes(kilde: Kilde, feedback: QgsFeedback | None = None, mappe: Path | None = None) -> Laest:
    """Read a source. Raises `LaeseFejl`, or `MaaSpoerges` where only the user can say.

    With `mappe` (an existing folder of the caller's) the pages of a WFS stay there, and a broken download goes on from
    its last good page next time. Without, everything lies in a temporary folder that `Laest.luk` takes away.
    """
    arbejde = Path(tempfile.mkdtemp(prefix="moedested-laes-"))
    try:
        with ogr_doer.stille() as klager:
            laest = _Laesning(kilde, feedback, arbejde, mappe, klager).laes()
    except BaseException as fejl:
        _slip(fejl)
        shutil.rmtree(arbejde, ignore_errors=True)
        if not isinstance(fejl, _VENTEDE) or isinstance(fejl, LaeseFejl):
            raise
        _log.warning("Could not read a source: %s", type(fejl).__name__, exc_info=True)
        raise LaeseFejl(
            tr("Kilden kan ikke læses. Måske er den ødelagt; hent eller gem den igen.")
        ) from fejl
    if klager:
        _log.info("OGR had %s complaints while reading.", len(klager))
    return laest


def _slip(fejl: BaseException | None) -> None:
    """Close what the frames of an error hold open: Windows deletes no open file, and OGR must not outlive QGIS."""
    while fejl is not None:
        traceback.clear_frames(fejl.__traceback__)
        fejl = fejl.__cause__ or fejl.__context__


class _Laesning:
    """One reading, step by step."""

    def __init__(
        self,
        kilde: Kilde,
        feedback: QgsFeedback | None,
        arbejde: Path,
        mappe: Path | None,
        klager: list[str],
    ) -> None:
        self._kilde, self._feedback, self._arbejde, self._mappe = kilde, feedback, arbejde, mappe
        self._klager = klager
        self._staging = arbejde / "modtaget.gpkg"
        self._bemaerk: list[str] = []
        self._stedkolonner: tuple[str, ...] = ()
        self._afviste: list[Afvist] = []
        self._gang = geometri_gang.Gang()

    def laes(self) -> Laest:
        aabnet = self._aabn()
        self._bemaerk += aabnet.bemaerkninger
        epsg = crs.angivet(self._kilde.crs) if self._kilde.crs else None
        if aabnet.raekker is not None:
            felter = self._fra_raekker(aabnet.raekker)
        else:
            felter, epsg = self._fra_ogr(aabnet, epsg)
        self._fremdrift(0.6)
        self._rens(felter, aabnet)
        if self._kilde.filter:
            fra = staging.behold(self._staging, self._kilde.filter)
            self._bemaerk.append(tr("Filteret tog {} fra.").format(sprog.raekker(fra)))
        epsg = self._steder(felter, epsg)
        with self._skriver() as con:
            antal = staging.antal(con)
            if self._gang.numre:
                self._gang.gjort["tom"] = geometri_gang.uden_sted(con)
            self._bemaerk += self._gentagne(con, felter)
        if antal == 0 and not self._afviste:
            self._bemaerk.append(tr("Der er ingen rækker."))
        self._fremdrift(1.0)
        return Laest(
            aabnet.navn,
            felter,
            antal,
            None if epsg is None or not self._gang.numre else f"EPSG:{epsg}",
            tuple(sorted(self._afviste, key=lambda afvist: afvist.nummer)),
            tuple(self._bemaerk + self._gang.bemaerkninger()),
            self._staging,
            self._stedkolonner,
            self._arbejde,
        )

    def _aabn(self) -> aabning.Aabnet:
        if wfs.er_adresse(self._kilde.sti):
            hentet = wfs.hent(self._kilde, self._mappe or self._arbejde, self._feedback)
            if hentet.crs and not self._kilde.crs:
                self._kilde = replace(self._kilde, crs=hentet.crs)
            return aabning.aabn_sider(hentet.sider, hentet.navn, hentet.bemaerkninger, self._klager)
        fundet = fil.find(self._kilde.sti, self._kilde.lag, self._arbejde)
        return aabning.aabn(fundet, self._kilde, self._klager)

    def _fra_raekker(self, raekker: aabning.Raekker) -> tuple[KildeFelt, ...]:
        felter = staging.navngiv(raekker.typer)
        staging.opret(self._staging, felter, None)
        staging.fyld_raekker(
            self._staging, felter, ((nr, None, *vaerdier) for nr, vaerdier in raekker.raekker())
        )
        self._afviste += getattr(raekker, "afviste", ())
        return felter

    def _fra_ogr(
        self, aabnet: aabning.Aabnet, epsg: int | None
    ) -> tuple[tuple[KildeFelt, ...], int | None]:
        felter = staging.felter_af(aabnet.dele)
        if aabnet.dele:
            felter = ark_laes.navngiv(aabnet.maerke, aabnet.dele[0].lag, felter)
        srs = aabnet.dele[0].lag.GetSpatialRef() if aabnet.dele else None
        if epsg is None and srs is not None:
            epsg = crs.genkend(srs)
            if epsg is not None and not srs.GetAuthorityCode(None):
                self._bemaerk.append(
                    tr("Koordinatsystemet er genkendt som {}.").format(crs.navn(epsg))
                )
        staging.opret(self._staging, felter, None if epsg is None else crs.af_epsg(epsg))
        foer = len(self._klager)

        def fremdrift(andel: float) -> bool:
            return self._fremdrift(andel * 0.6, stop=False)

        if len(aabnet.dele) != 1 or not staging_gpkg.fyld(
            self._staging, aabnet.dele[0], felter, epsg or 0, fremdrift
        ):
            staging.fyld_fra_ogr(
                self._staging, aabnet.dele, fremdrift, self._klager, hel=aabnet.hel
            )
        ark_laes.husk(self._staging, aabnet.maerke)
        if any(felt.type == "tid" for felt in felter):
            with self._skriver() as con:
                staging.fulde_tider(con, felter)
        if aabnet.vaegur:
            with self._skriver() as con:
                vaegur.ret(con, felter)
                if aabnet.ark:
                    ark_laes.uden_fejl(con, felter)
                    ark_laes.uden_tomme(con, felter)
        if len(self._klager) > foer:
            self._bemaerk.append(
                tr(
                    "Kilden er beskadiget; nogle steder eller værdier kan mangle. Se rækkerne efter."
                )
            )
        return felter, epsg

    def _rens(self, felter: tuple[KildeFelt, ...], aabnet: aabning.Aabnet) -> None:
        with self._skriver() as con:
            ark_laes.ryd(con, felter, aabnet.maerke)
            self._bemaerk += vaegur.saml(con, felter)
            self._bemaerk += tekst_gang.rens_tekster(con, felter)

    def _steder(self, felter: tuple[KildeFelt, ...], epsg: int | None) -> int | None:
        """Make the geometries fit for use, or raise; gives the CRS that they came in."""
        with self._skriver() as con:
            if not geometri_gang.findes(con):
                sted = kolonner.find(con, felter, self._kilde.koordinater)
                if sted is not None:
                    epsg = epsg or sted.epsg
                    self._afviste += kolonner.saet(con, sted, epsg or 0)
                    self._stedkolonner = tuple(felt.navn for felt in sted.kolonner)
                    self._bemaerk.append(
                        tr("Stedet er læst i {}.").format(tr(" og ").join(self._stedkolonner))
                    )
            geometri_gang.flad(con, self._gang, epsg or 0)
            geometri_gang.efterse(con, self._gang, epsg, epsg or 0)
        self._fremdrift(0.8)
        staging.omregn(self._staging, epsg or crs.EPSG_VORES, crs.EPSG_VORES)
        if epsg not in (None, crs.EPSG_VORES):
            geometri_gang.tabte(self._staging, self._gang)
            self._gang.mere_end_punkter |= self._gang.linjer
        self._fremdrift(0.9)
        with self._skriver() as con:
            geometri_gang.gyldige(con, self._gang, crs.EPSG_VORES)
        self._afviste += self._gang.afviste
        return epsg

    def _gentagne(self, con: sqlite3.Connection, felter: tuple[KildeFelt, ...]) -> list[str]:
        """Report ids that occur more than once."""
        noegle = self._kilde.noegle
        if noegle and noegle not in {felt.navn for felt in felter}:
            raise LaeseFejl(
                tr("Kolonnen “{}”, som skal være nøgle, findes ikke. Vælg en anden.").format(
                    noegle[:60]
                )
            )
        bemaerk = []
        for felt in felter:
            if felt.navn != noegle and (noegle or felt.navn.casefold() not in _NOEGLER):
                continue
            kolonne = citer(felt.kolonne)
            sql = (
                f"SELECT {kolonne}, count(*), group_concat({NUMMER}, ', ') FROM {TABEL} "  # nosec B608 - quoted by citer
                f"WHERE {kolonne} IS NOT NULL GROUP BY 1 HAVING count(*) > 1 ORDER BY min({NUMMER})"
            )
            flere = con.execute(sql).fetchall()
            if flere:
                vist = "; ".join(f"{v} ({numre[:40]})" for v, _, numre in flere[:_FLEST_EKSEMPLER])
                bemaerk.append(_gentaget(len(flere), felt.navn, vist))
        return bemaerk

    @contextmanager
    def _skriver(self) -> Iterator[sqlite3.Connection]:
        """The staging table; the user can break off in the middle of a pass."""
        with staging.skriv(self._staging) as con:
            con.set_progress_handler(lambda: int(self._er_annulleret()), _SLOER_TRIN)
            try:
                yield con
            except sqlite3.OperationalError:
                if self._er_annulleret():
                    raise Annulleret(tr("Læsningen blev afbrudt.")) from None
                raise
            con.set_progress_handler(None, 0)

    def _er_annulleret(self) -> bool:
        return self._feedback is not None and self._feedback.isCanceled()

    def _fremdrift(self, andel: float, *, stop: bool = True) -> bool:
        """Tell how far we are; False (or `Annulleret`) when the user has had enough."""
        if self._feedback is None:
            return True
        self._feedback.setProgress(andel * 100)
        if self._er_annulleret() and stop:
            raise Annulleret(tr("Læsningen blev afbrudt."))
        return not self._er_annulleret()


def _gentaget(antal: int, felt: str, vist: str) -> str:
    """An id is said to be in several rows."""
    if antal == 1:
        return tr("Én værdi i {} står i flere rækker: {}.").format(felt, vist)
    return tr("{} værdier i {} står i flere rækker, for eksempel {}.").format(antal, felt, vist)


__all__ = ["LaeseFejl", "MaaSpoerges", "laes"]
