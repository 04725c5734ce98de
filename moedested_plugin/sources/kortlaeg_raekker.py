# SPDX-License-Identifier: GPL-2.0-or-later
"""What becomes of rows before they are compared: segments are joined, unfit shapes refused, repeated keys reported."""

from __future__ import annotations

from collections.abc import Sequence

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.project.background import BackgroundError, town_extent
from moedested_plugin.store.oversaet import SQLITE, citer

from . import sprog, sted
from .arbejde import KILDE, Arbejde
from .laest import NUMMER, TABEL
from .profil import Profil


def saml(
    arbejde: Arbejde, fundne: Sequence[str], kolonner: Sequence[str], bemaerk: list[str]
) -> None:
    """Segments of one route become one row: the first, with the lines of all."""
    if not fundne:
        bemaerk.append(
            tr("Stykkerne kan ikke samles: kolonnen {} findes ikke.").format(", ".join(kolonner))
        )
        return
    samles = " || '/' || ".join(f"nullif(trim(CAST(s.{citer(k)} AS TEXT)), '')" for k in fundne)
    grupper: dict[str, list[tuple[int, bytes]]] = {}
    for nr, navn, wkb in arbejde.udfoer(
        f"SELECT n._nr, {samles}, n.{GEOMETRI} FROM ny AS n JOIN {KILDE}.{TABEL} AS s ON s.{NUMMER} = n._nr"  # nosec B608 - quoted by citer
        f" WHERE n._grund IS NULL AND n.{GEOMETRI} IS NOT NULL AND {samles} IS NOT NULL ORDER BY n._nr"
    ):
        grupper.setdefault(navn, []).append((nr, wkb))
    flere = {navn: dele for navn, dele in grupper.items() if len(dele) > 1}
    for navn, dele in flere.items():
        numre = [nr for nr, _ in dele]
        arbejde.udfoer(
            f"UPDATE ny SET {GEOMETRI} = ?, _noegle = coalesce(_noegle, ?) WHERE _nr = ?",  # nosec B608
            sted.saml(wkb for _, wkb in dele), navn, numre[0],
        )  # fmt: skip
        arbejde.con.executemany("DELETE FROM ny WHERE _nr = ?", [(nr,) for nr in numre[1:]])
    if flere:
        stykker = sum(len(dele) for dele in flere.values())
        ruter = sprog.tal(len(flere), tr("1 rute"), tr("{} ruter"))
        bemaerk.append(tr("{} stykker er samlet til {}.").format(stykker, ruter))


def kun_i_kommunen(arbejde: Arbejde, kommunekode: int, bemaerk: list[str]) -> None:
    """Leave out what lies outside the box around the municipality's towns, and say how many."""
    try:
        boks = town_extent(kommunekode)
    except BackgroundError:
        bemaerk.append(tr("Kommunens sted kendes ikke; rækker fra hele filen er med."))
        return
    ude = [
        (nr,)
        for nr, wkb in arbejde.udfoer(
            f"SELECT _nr, {GEOMETRI} FROM ny WHERE _grund IS NULL AND {GEOMETRI} IS NOT NULL"  # nosec B608 - names of ours
        )
        if not boks.contains(*sted.midte(wkb))
    ]
    arbejde.con.executemany("DELETE FROM ny WHERE _nr = ?", ude)
    if ude:
        bemaerk.append(
            tr("Uden for kommunen og udeladt: {}. Grænsen er firkanten om kommunens byer.").format(
                sprog.raekker(len(ude))
            )
        )


def afvis_ubrugelige(arbejde: Arbejde, profil: Profil) -> None:
    """Rows of another shape than the table; a computed length where the source has none."""
    beskrevet = profil.beskrevet
    geometri = beskrevet.geometri
    if geometri is not None:
        forkert = tr("Tegningen er {}, men {} tegnes anderledes.").format(
            "{}", oversat(beskrevet.titel)
        )
        foran, efter = forkert.split("{}")
        arbejde.udfoer(
            f"UPDATE ny SET _grund = {SQLITE.tekst(foran)} || sted_navn({GEOMETRI}) || {SQLITE.tekst(efter)}"  # nosec B608
            f" WHERE _grund IS NULL AND NOT passer({GEOMETRI}, ?)",
            geometri,
        )
    if beskrevet.geometri_obligatorisk or profil.er_netvaerk:
        arbejde.udfoer(
            f"UPDATE ny SET _grund = ? WHERE _grund IS NULL AND {GEOMETRI} IS NULL",  # nosec B608
            tr("Der mangler en tegning på kortet."),
        )


def find_gengangere(a: Arbejde, bemaerk: list[str]) -> None:
    """Every row gets a key; of rows with the same only the first counts, and the others are reported."""
    a.udfoer(
        f"UPDATE ny SET _noegle = stednoegle(_type, {GEOMETRI}) WHERE coalesce(_noegle, '') = ''"  # nosec B608 - only names that domain or `citer` has
    )  # nosec B608
    a.udfoer("CREATE INDEX ny_noegle ON ny (_noegle)")
    a.udfoer("DROP TABLE IF EXISTS temp.foerst")
    a.udfoer("CREATE TEMP TABLE foerst AS SELECT _noegle AS n, min(_nr) AS nr, count(*) AS antal FROM ny"
             " GROUP BY _noegle HAVING count(*) > 1")  # fmt: skip
    if not a.foerste("SELECT count(*) FROM foerst"):
        return
    a.udfoer("CREATE INDEX temp.foerst_n ON foerst (n)")
    foran = tr("Står også i række {}: samme nøgle eller samme type og sted.").split("{}")
    a.udfoer(
        "UPDATE ny SET _dublet = 1, _grund = coalesce(_grund, ? ||"
        " (SELECT nr FROM foerst WHERE n = _noegle) || ?)"
        " WHERE _nr <> (SELECT nr FROM foerst WHERE n = _noegle)",
        *foran,
    )
    bemaerk.append(
        tr("Gengangere i kilden: {}. Den første af hver er med.").format(
            sprog.raekker(int(a.foerste("SELECT sum(antal - 1) FROM foerst")))
        )
    )
