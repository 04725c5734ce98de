# SPDX-License-Identifier: GPL-2.0-or-later
"""The public views of `domain.offentlig` as SQL, in both dialects."""

from __future__ import annotations

from moedested_plugin.domain.betingelse import GEOMETRI, Tom
from moedested_plugin.domain.faelles import FOTO_OBJEKTER, ORGANISATION
from moedested_plugin.domain.kodelister import LOKALE_LISTER
from moedested_plugin.domain.offentlig import ENGANGS, VISNINGER, Kolonne, Kolonneart, Visning
from moedested_plugin.domain.skema import tabel as tabel_af_navn

from .oversaet import Dialekt, betingelse_sql, eller, navn, og, tal


def visning_kolonner(visning: Visning) -> tuple[str, ...]:
    """Names of the columns of a public view, the geometry last."""
    return (
        *(kolonne.navn for kolonne in visning.kolonner),
        *((GEOMETRI,) if visning.geometri is not None else ()),
    )


def visning_sql(visning: Visning, dialekt: Dialekt) -> str:
    """The SELECT of a public view. Table names are not qualified: in PostGIS set `search_path` when making it."""
    kolonner = [
        f"{_kolonne(visning, kolonne, dialekt)} AS {navn(kolonne.navn)}"
        for kolonne in visning.kolonner
    ]
    if visning.geometri is not None:
        kolonner.append(f"t.{navn(GEOMETRI)} AS {navn(GEOMETRI)}")
    fra = f"FROM {navn(visning.tabel.navn)} AS t"
    henviser = visning.tabel.felt(visning.arver_fra).henviser if visning.arver_fra else None
    if henviser is not None:
        fra += (
            f" LEFT JOIN {navn(henviser.tabel)} AS f"
            f" ON f.{navn(henviser.felt)} = t.{navn(visning.arver_fra)}"
        )
    if any(kolonne.art in _AF_ORGANISATION for kolonne in visning.kolonner):
        ansvarlig = _felt(visning, "organisation_id", dialekt)
        fra += f" LEFT JOIN {navn('organisation')} AS o ON o.organisation_id = {ansvarlig}"
    return f"SELECT {', '.join(kolonner)} {fra} WHERE {_er_offentlig(visning, 't', dialekt)}"


_AF_ORGANISATION = frozenset({Kolonneart.ORGANISATION, Kolonneart.ORGANISATION_KODE_TEKST})


def _felt(visning: Visning, felt: str, dialekt: Dialekt) -> str:
    """The field of the row, or where it is empty the one that it takes over."""
    x = f"t.{navn(felt)}"
    if felt not in visning.arver:
        return x
    tom = betingelse_sql(Tom(felt), visning.tabel, dialekt, "t.")
    return f"CASE WHEN {tom} THEN f.{navn(felt)} ELSE {x} END"


def _kode(liste: str, kolonne: str, kode: str, dialekt: Dialekt) -> str:
    """Text (or number) of a code, unless the municipality keeps that code to itself."""
    return (
        f"(SELECT k.{kolonne} FROM kodeliste AS k WHERE k.liste = {dialekt.tekst(liste)}"  # nosec B608 - only names that domain has
        f" AND k.kode = {kode} AND k.offentlig = 1)"
    )


def _kolonne(visning: Visning, kolonne: Kolonne, dialekt: Dialekt) -> str:
    if kolonne.art is Kolonneart.MEDVIRKENDE:
        return _medvirkende(dialekt)
    fra_organisation = kolonne.art in _AF_ORGANISATION
    felt = (ORGANISATION if fra_organisation else visning.tabel).felt(kolonne.felt)
    x = f"o.{navn(felt.navn)}" if fra_organisation else _felt(visning, felt.navn, dialekt)
    if kolonne.art is Kolonneart.KODER_TEKST:
        return dialekt.samlet(
            "k.navn",
            f"FROM kodeliste AS k WHERE k.liste = {dialekt.tekst(str(felt.kodeliste))} AND k.offentlig = 1"
            f" AND {dialekt.json_har(x, 'k.kode')}",
            "k.sortering, k.kode",
        )
    if kolonne.art in (Kolonneart.KODE_TEKST, Kolonneart.ORGANISATION_KODE_TEKST):
        return _kode(str(felt.kodeliste), "navn", x, dialekt)
    if felt.kodeliste in LOKALE_LISTER:
        return _kode(felt.kodeliste, "kode", x, dialekt)
    return x


def _medvirkende(dialekt: Dialekt) -> str:
    return dialekt.samlet(
        "p.navn",
        "FROM organisation AS p WHERE p.organisation_id IN"
        " (SELECT v.organisation_id FROM medvirkende AS v WHERE v.moedested_id = t.moedested_id)",
        "p.navn",
    )


def _er_offentlig(visning: Visning, alias: str, dialekt: Dialekt) -> str:
    """The row `alias` stands in the view."""
    led: list[str] = []
    if visning.betingelse is not None:
        led.append(betingelse_sql(visning.betingelse, visning.tabel, dialekt, f"{alias}."))
    for felt in visning.offentlige_henvisninger:
        henviser = visning.tabel.felt(felt).henviser
        if henviser is None:  # pragma: no cover - `offentlige_henvisninger` has only such
            raise ValueError(felt)
        x = f"{alias}.{navn(felt)}"
        led.append(f"({x} IS NULL OR {_findes_offentligt(henviser.tabel, x, dialekt)})")
    if visning.ikke_overstaaet:
        slut = (
            f"coalesce({alias}.dato_til, CASE WHEN {alias}.gentagelse_k = {tal(ENGANGS)}"
            f" THEN {alias}.dato_fra END)"
        )
        led.append(f"({slut} IS NULL OR {slut} >= {dialekt.i_dag})")
    if visning.objekt_offentligt:
        led.append(
            eller(
                (
                    f"({alias}.objekt_lag = {dialekt.tekst(lag)}"
                    f" AND {_findes_offentligt(lag, f'{alias}.objekt_id', dialekt)})"
                    for lag in FOTO_OBJEKTER
                ),
                dialekt.falsk,
            )
        )
    return og(led, dialekt.sand)


def _findes_offentligt(tabel: str, noegle: str, dialekt: Dialekt) -> str:
    """The row of the table with this business key stands in one of the table's public views."""
    beskrevet = tabel_af_navn(tabel)
    offentlig = eller(
        (
            _er_offentlig(visning, "r", dialekt)
            for visning in VISNINGER
            if visning.tabel is beskrevet
        ),
        dialekt.falsk,
    )
    return (
        f"EXISTS (SELECT 1 FROM {navn(tabel)} AS r WHERE r.{navn(beskrevet.noegle)} = {noegle}"  # nosec B608 - only names that domain has
        f" AND {offentlig})"
    )
