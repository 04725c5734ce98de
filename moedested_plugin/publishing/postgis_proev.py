# SPDX-License-Identifier: GPL-2.0-or-later
"""*Test forbindelse* of a database: whether we may publish there, what it shows, and who can read it. Leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from moedested_plugin.i18n import tr
from moedested_plugin.store.postgis_sql import LAESER

from .fejl import UdgivelsesFejl
from .postgis_adgang import Adgang
from .postgis_sted import PostgisSted

if TYPE_CHECKING:
    from .maal import Maal

OK, ADVARSEL, FEJL = "i orden", "advarsel", "fejl"


def proev_database(maal: Maal) -> Iterator[tuple[str, str]]:
    """Give (how good it is, one sentence) for each thing that was looked at."""
    try:
        adgang = Adgang(maal)
        try:
            adgang.efterse_service("pg_catalog")
            yield (
                OK,
                tr("Indgangen {} i pg_service.conf fører til databasen.").format(adgang.service),
            )
            _skriv(adgang)
            yield OK, tr("Du må oprette skemaer i databasen.")
            yield from _laeser(adgang)
        finally:
            adgang.luk()
        yield from _udgivet(maal)
    except UdgivelsesFejl as fejl:
        yield FEJL, str(fejl)
    yield from _mappe(maal)


def _skriv(adgang: Adgang) -> None:
    """For real, and taken back: that is what a publication does."""
    with adgang.transaktion() as markoer:
        markoer.execute("create schema moedested_proeve; create table moedested_proeve.t (a int)")
        markoer.execute("rollback")


def _laeser(adgang: Adgang) -> Iterator[tuple[str, str]]:
    with adgang.transaktion() as markoer:
        markoer.execute("select exists (select from pg_roles where rolname = %s)", [LAESER])
        if not (markoer.fetchone() or (False,))[0]:
            yield ADVARSEL, tr("Rollen {} findes ikke. Giv selv korttjenestens bruger lov til at læse.").format(LAESER)  # fmt: skip


def _udgivet(maal: Maal) -> Iterator[tuple[str, str]]:
    sted = PostgisSted(maal)
    gaeldende, ejer = sted.gaeldende(), sted.laest_af()
    if gaeldende is None:
        yield OK, tr("Der er ikke udgivet noget i databasen endnu.")
        return
    yield OK, tr("Databasen viser udgivelsen {}.").format(gaeldende.version)
    live, vist = sted.visninger()
    if vist != gaeldende.version:
        yield ADVARSEL, tr("Visningerne i skemaet {} til andre servere viser {}. De følger med ved næste udgivelse.").format(live, vist or "–")  # fmt: skip
    if ejer is not None:
        yield ADVARSEL, sted.optaget().args[0]


def _mappe(maal: Maal) -> Iterator[tuple[str, str]]:
    if not maal.folder:
        yield ADVARSEL, tr("Målet har ingen mappe. Så lægges listen med mødesteder og stilarter til andre servere ikke ud.")  # fmt: skip
    elif not Path(maal.folder).is_dir():
        yield FEJL, tr("Mappen {} findes ikke herfra. Se efter, om drevet er forbundet.").format(maal.folder)  # fmt: skip
