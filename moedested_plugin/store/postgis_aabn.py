# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes, opens and upgrades a PostGIS store."""

from __future__ import annotations

import logging
from dataclasses import asdict
from typing import TYPE_CHECKING

from moedested_plugin.domain.skema import SKEMAVERSION, TABELLER
from moedested_plugin.i18n import tr

from . import postgis_saetninger as dml
from . import postgis_sql as sql
from .fejl import (
    Beskadiget,
    FindesAllerede,
    FindesIkke,
    ForNy,
    IkkeVoresFil,
    Skrivebeskyttet,
    StoreFejl,
    skal_maa_opgraderes,
)
from .frisk import kodeliste_raekker
from .postgis_forbindelse import forbind, kilde_til, saetninger, transaktion
from .postgis_vagter import vagter_sql

if TYPE_CHECKING:
    from psycopg2.extensions import connection, cursor
    from qgis.core import QgsFeedback

    from . import Kommune

from .postgis import PostgisStore, foerste, gem_indstilling, kopier

logger = logging.getLogger(__name__)


def opret_postgis(
    forbindelse: str, kommune: Kommune, feedback: QgsFeedback | None = None
) -> PostgisStore:
    """Make the schema with tables, roles, rules, code lists and settings; all of it or nothing."""
    kilde = kilde_til(forbindelse)
    aaben = forbind(kilde, forbindelse)
    try:
        with transaktion(aaben) as markoer:
            markoer.execute(dml.LAAS)
            _skal_vaere_ledigt(markoer, forbindelse)
            postgis = _sikr_postgis(markoer)
            _sikr_roller(markoer)
            for saetning in sql.skema_sql():
                markoer.execute(saetning)
            _som_ejer(markoer, postgis)
            _byg_tabeller(markoer)
            _fyld(markoer, kommune)
            _afled(markoer)
    finally:
        aaben.close()
    return aabn_postgis(forbindelse, feedback)


def _skal_vaere_ledigt(markoer: cursor, navn: str) -> None:
    markoer.execute(dml.TILSTAND)
    fundet = markoer.fetchone()
    if fundet is None:
        return
    if fundet[0] == sql.KENDEMAERKE:
        raise FindesAllerede(
            tr(
                "Der er allerede mødesteder i databasen bag forbindelsen {}. Åbn det projekt, der hører til. Er det væk, så lav et"
                " nyt i Processeringsværktøjskassen (Ctrl+Alt+T): Nyt projekt for en kommune, med flueben ved Datalageret findes."
            ).format(navn)
        )
    raise IkkeVoresFil(_fremmed_skema().format(navn))


def _fremmed_skema() -> str:
    return tr(
        "Databasen bag forbindelsen {} har et skema ved navn moedested, som ikke er lavet af Mødested. Vælg en anden"
        " database."
    )


def _sikr_postgis(markoer: cursor) -> str:
    """The schema of PostGIS; put in where it is missing and we may."""
    import psycopg2

    markoer.execute(dml.POSTGIS_SKEMA)
    fundet = markoer.fetchone()
    if fundet is None:
        try:
            markoer.execute("create extension postgis")
        except psycopg2.Error:
            raise StoreFejl(
                tr(
                    "Databasen mangler PostGIS. Bed databasens administrator om at køre: create extension postgis;"
                )
            ) from None
        markoer.execute(dml.POSTGIS_SKEMA)
        fundet = markoer.fetchone()
    return str(fundet[0]) if fundet else "public"


def _sikr_roller(markoer: cursor) -> None:
    """The four group roles, and ourselves among the owners; the roles of another database on the server are shared."""
    import psycopg2

    try:
        markoer.execute(dml.ROLLER_DER_FINDES)
        findes = {rolle for (rolle,) in markoer.fetchall()}
        for rolle, saetning in sql.roller_sql():
            if rolle not in findes:
                markoer.execute(saetning)
        markoer.execute(dml.ER_EJER)
        if not foerste(markoer):
            markoer.execute(dml.BLIV_EJER)
        markoer.execute(dml.DATABASENS_RETTIGHEDER)
        markoer.execute(dml.MAA_LAVE_SKEMAER)
        if foerste(markoer):
            return
    except psycopg2.errors.InsufficientPrivilege:
        pass
    raise Skrivebeskyttet(
        tr(
            "Din databasebruger må ikke oprette rollerne {} eller give dem adgang. Brug en bruger, der ejer databasen og"
            " må oprette roller (createrole), eller bed databasens administrator om hjælp."
        ).format(", ".join(sql.ROLLER))
    )


def _som_ejer(markoer: cursor, postgis: str) -> None:
    markoer.execute(dml.SOM_EJER)
    markoer.execute(sql.soegesti(postgis))


def _byg_tabeller(markoer: cursor) -> None:
    """Every table and column that is not there yet."""
    markoer.execute(dml.KOLONNER)
    findes: dict[str, set[str]] = {}
    for tabelnavn, kolonne in markoer.fetchall():
        findes.setdefault(tabelnavn, set()).add(kolonne)
    for saetning in sql.tabeller_sql(findes):
        markoer.execute(saetning)


def _afled(markoer: cursor) -> None:
    """All that follows from the model and is made anew at an upgrade."""
    for saetning in (*vagter_sql(), *sql.visninger_sql(), *sql.rettigheder_sql()):
        markoer.execute(saetning)


def aabn_postgis(
    forbindelse: str, feedback: QgsFeedback | None = None, *, opgrader: bool = True
) -> PostgisStore:
    """Open the store of that connection; an older one is copied and upgraded first."""
    kilde = kilde_til(forbindelse)
    aaben = forbind(kilde, forbindelse)
    try:
        with saetninger(), aaben.cursor() as markoer:
            version = _version(markoer, forbindelse)
            if version < SKEMAVERSION:
                skal_maa_opgraderes(forbindelse, opgrader=opgrader)
                _opgrader(aaben, version, forbindelse, feedback)
            _skal_vaere_hel(markoer, forbindelse)
    except BaseException:
        aaben.close()
        raise
    return PostgisStore(forbindelse, kilde, aaben)


def _version(markoer: cursor, navn: str) -> int:
    markoer.execute(dml.TILSTAND)
    fundet = markoer.fetchone()
    if fundet is None:
        raise FindesIkke(
            tr(
                "Databasen bag forbindelsen {} har ingen mødesteder. Opret dem med Nyt projekt."
            ).format(navn)
        )
    kendemaerke, har_indstilling, maa_laese, _ = fundet
    if kendemaerke != sql.KENDEMAERKE:
        raise IkkeVoresFil(_fremmed_skema().format(navn))
    if not har_indstilling:
        raise Beskadiget(_ufuldstaendig().format(navn))
    if not maa_laese:
        raise Skrivebeskyttet(
            tr("Din databasebruger må ikke redigere. Bed databasens ejer om rollen {}.").format(
                sql.REDAKTOER
            )
        )
    markoer.execute(dml.INDSTILLING, ("skemaversion",))
    version = foerste(markoer)
    if not isinstance(version, int):
        raise Beskadiget(_ufuldstaendig().format(navn))
    if version > SKEMAVERSION:
        raise ForNy(
            tr(
                "Databasen bag forbindelsen {} er lavet med en nyere udgave af Mødested. Opdatér pluginet."
            ).format(navn)
        )
    return version


def _ufuldstaendig() -> str:
    return tr(
        "Skemaet moedested bag forbindelsen {} er ufuldstændigt. Hent det fra en sikkerhedskopi."
    )


def _skal_vaere_hel(markoer: cursor, navn: str) -> None:
    markoer.execute(dml.TABELNAVNE)
    findes = {tabelnavn for (tabelnavn,) in markoer.fetchall()}
    if not findes.issuperset(beskrevet.navn for beskrevet in TABELLER):
        raise Beskadiget(_ufuldstaendig().format(navn))


def _opgrader(aaben: connection, fra: int, navn: str, feedback: QgsFeedback | None) -> None:
    """Copy first, then change everything in one transaction; when that fails, the old store stands as it was."""
    with aaben.cursor() as markoer:
        markoer.execute(dml.ER_EJER)
        if not foerste(markoer):
            raise Skrivebeskyttet(
                tr(
                    "Databasen bag forbindelsen {} skal opgraderes. Bed en med rollen {} om at åbne den først."
                ).format(navn, sql.EJER)
            )
    kopi = kopier(aaben)
    if feedback is not None:
        feedback.setProgress(50)
    with transaktion(aaben) as markoer:
        markoer.execute(dml.LAAS)
        markoer.execute(dml.INDSTILLING, ("skemaversion",))
        if foerste(markoer) != fra:  # a colleague was first
            return
        _som_ejer(markoer, _sikr_postgis(markoer))
        markoer.execute(sql.nedrivning_sql())
        for trin in range(fra, SKEMAVERSION):
            for saetning in sql.OPGRADERINGER.get(trin, ()):
                markoer.execute(saetning)
        _byg_tabeller(markoer)
        _opdater_kodelister(markoer)
        gem_indstilling(markoer, "skemaversion", SKEMAVERSION)
        _afled(markoer)
    logger.info("Opgraderet fra skemaversion %s. Sikkerhedskopi: %s", fra, kopi)


def _fyld(markoer: cursor, kommune: Kommune) -> None:
    """Code lists and settings; before the triggers are there, so nothing of it is history."""
    _opdater_kodelister(markoer)
    gem_indstilling(markoer, "skemaversion", SKEMAVERSION)
    gem_indstilling(markoer, "kommune", asdict(kommune))
    gem_indstilling(markoer, "geofa_bruger", "")


def _opdater_kodelister(markoer: cursor) -> None:
    """Renew GeoFA's codes; of the local ones only add those that are missing."""
    from psycopg2.extras import execute_values

    raekker = list(kodeliste_raekker())
    execute_values(
        markoer,
        dml.opdater_kodeliste(tuple(raekker[0])),
        [tuple(raekke.values()) for raekke in raekker],
        page_size=1000,
    )
