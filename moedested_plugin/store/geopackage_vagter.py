# SPDX-License-Identifier: GPL-2.0-or-later
"""The triggers and views of the GeoPackage: what a file has to keep by itself, made anew at each upgrade.

The triggers use only what every SQLite has, so that QField, another program or plain sqlite3 meets the same rules; what
belongs to geometry is read from the bytes. For every domain table (`mst_` is our mark; the `rtree_` triggers are
GeoPackage's own):

- *foer*: before a row goes in or changes: what NOT NULL and unique indexes would refuse in words nobody understands,
  and keys that never change.
- *krav*: after it, when defaults stand in the row: types, hard rules, codes, references.
- *historik*: what was there before, and the stamps. Acts only where something but the stamps really differs, since QGIS
  with GDAL 3.6 writes every column of a row. The stamps touch none of the columns the update triggers listen to.
- *slet*: refuses, cleans up or deletes along.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from moedested_plugin.domain import afvisning, ejerskab
from moedested_plugin.domain.afvisning import Afvisning
from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.felt import Felt, Henvisning, Standard, Tabel, Type, VedSletning
from moedested_plugin.domain.kodelister import FOERSTE_EGEN_KODE, LOKALE_LISTER
from moedested_plugin.domain.offentlig import VISNINGER
from moedested_plugin.domain.regler import Regel, regler_for
from moedested_plugin.domain.skema import DOMAENETABELLER, EPSG, henvisninger_til
from moedested_plugin.domain.steder import STED_TABELLER

from .geopackage_historik import (
    AF_INDSTILLING,
    faar_noegle,
    fyld_op,
    geometrier,
    historik_gammel,
    historik_ny,
    indstilling_udtryk,
    koersel_undtaget,
    ramme,
    stempl,
    virkelig_aendret,
)
from .geopackage_sql import MAERKE, NY_NOEGLE, standard_sql
from .oversaet import SQLITE, betingelse_sql, navn
from .visninger import visning_sql

_SAETTES = ("rettet", "raekke_version")

# ---- triggers -------------------------------------------------------------------------------------------------------

_Regel = tuple[str, Afvisning]  # (SQL that is true when the row is refused, what is said)


def udloesere_sql(tabel: Tabel) -> Iterator[str]:
    """All triggers of a domain table."""
    yield _udloeser(
        tabel,
        "foer_ny",
        "BEFORE INSERT",
        _afvis([*_fid_optaget(tabel), *_mangler(tabel), *_optaget(tabel)]),
    )
    foer = [*_uaendret(tabel), *_mangler(tabel), *_optaget(tabel, rettelse=True), *_andres(tabel)]
    yield _udloeser(tabel, "foer_ret", f"BEFORE UPDATE OF {_lyttes(tabel)}", _afvis(foer))
    yield _udloeser(tabel, "krav_ny", "AFTER INSERT", _afvis(krav(tabel, tabel.felter)))
    yield _udloeser(
        tabel, "krav_ret", f"AFTER UPDATE OF {_lyttes(tabel)}", _afvis(krav(tabel, tabel.felter))
    )
    if tabel.har("raekke_version"):
        egne = [tabel.felt(felt) for felt in _SAETTES]
        stempler = ", ".join(navn(felt) for felt in _SAETTES)
        yield _udloeser(
            tabel, "krav_stempel", f"AFTER UPDATE OF {stempler}", _afvis(krav(tabel, egne))
        )
    yield _udloeser(tabel, "historik_ny", "AFTER INSERT", [*fyld_op(tabel), historik_ny(tabel)])
    yield _udloeser(
        tabel,
        "historik_ret",
        f"AFTER UPDATE OF {_lyttes(tabel)}",
        [historik_gammel(tabel, "rettet"), *stempl(tabel)],
        naar=virkelig_aendret(tabel),
    )
    slet = _afvis([*_sletning_afvises(tabel)])
    if slet:
        yield _udloeser(tabel, "foer_slet", "BEFORE DELETE", slet)
    yield _udloeser(
        tabel,
        "slet",
        "AFTER DELETE",
        [historik_gammel(tabel, "slettet"), *_sletning_foelger(tabel)],
    )


def udloesernavn(tabel: Tabel, art: str) -> str:
    """The name of one of our triggers."""
    return f"{MAERKE}{tabel.navn}_{art}"


def _udloeser(tabel: Tabel, art: str, hvornaar: str, krop: Iterable[str], naar: str = "") -> str:
    return (
        f"CREATE TRIGGER {navn(udloesernavn(tabel, art))} {hvornaar} ON {navn(tabel.navn)} FOR EACH ROW"
        f"{f' WHEN {naar}' if naar else ''} BEGIN {' '.join(f'{led};' for led in krop)} END"
    )


def _lyttes(tabel: Tabel) -> str:
    """The columns that a client writes: all but the stamps which the triggers set themselves."""
    felter = [felt for felt in tabel.feltnavne if felt not in _SAETTES]
    return ", ".join(navn(felt) for felt in ("fid", *geometrier(tabel), *felter))


def _afvis(regler: Sequence[_Regel]) -> list[str]:
    """One statement that refuses with the first rule that is broken."""
    if not regler:
        return []
    led = " ".join(f"WHEN {sql} THEN RAISE(ABORT, {SQLITE.tekst(a.tekst)})" for sql, a in regler)
    return [f"SELECT CASE {led} END"]


def _fid_optaget(tabel: Tabel) -> Iterator[_Regel]:
    """INSERT OR REPLACE would otherwise put another row in its place, unseen by the triggers."""
    yield f"EXISTS (SELECT 1 FROM {navn(tabel.navn)} WHERE fid = NEW.fid)", afvisning.fid(tabel)  # nosec B608 - only names that domain has


def _mangler(tabel: Tabel) -> Iterator[_Regel]:
    """What NOT NULL would refuse."""
    koder = {regel.kode: regel.besked for regel in regler_for(tabel.navn)}
    for felt in tabel.felter:
        if felt.obligatorisk and standard_sql(felt, 0) is None:
            kode = f"{tabel.navn}.{felt.navn}.mangler"
            yield f"NEW.{navn(felt.navn)} IS NULL", Afvisning(kode, koder[kode])


def _optaget(tabel: Tabel, *, rettelse: bool = False) -> Iterator[_Regel]:
    """What unique indexes would refuse."""
    anden = " AND r.fid <> OLD.fid" if rettelse else ""

    def findes(felter: Sequence[str], mere: str = "") -> str:
        ens = " AND ".join(
            f"r.{navn(felt)} = NEW.{navn(felt)} AND r.{navn(felt)} <> ''" for felt in felter
        )
        return f"EXISTS (SELECT 1 FROM {navn(tabel.navn)} AS r WHERE {ens}{anden}{mere})"  # nosec B608 - only names that domain has

    for felter in afvisning.noegler(tabel):
        yield findes(felter), afvisning.unik(tabel, felter)
    for felter, betingelse, besked in tabel.hoejst_en:
        ny, gammel = (betingelse_sql(betingelse, tabel, SQLITE, side) for side in ("NEW.", "r."))
        yield (
            f"{ny} AND {findes(felter, f' AND {gammel}')}",
            afvisning.hoejst_en(tabel, felter, besked),
        )
    if tabel in STED_TABELLER and not rettelse:
        for andet in STED_TABELLER:
            if andet is not tabel:
                yield (
                    f"EXISTS (SELECT 1 FROM {navn(andet.navn)} WHERE objekt_id = NEW.objekt_id)",  # nosec B608 - only names that domain has
                    afvisning.unik(tabel, ("objekt_id",)),
                )


def _uaendret(tabel: Tabel) -> Iterator[_Regel]:
    if tabel.navn == "kodeliste":
        yield "OLD.geofa", afvisning.GEOFA_RET
    for felt in tabel.felter:
        if felt.uaendret or (tabel.navn == "kodeliste" and felt.navn in ("liste", "kode", "geofa")):
            x = navn(felt.navn)
            yield f"NEW.{x} IS NOT OLD.{x}{_og_ikke_ny(felt)}", afvisning.uaendret(tabel, felt)


def _og_ikke_ny(felt: Felt) -> str:
    return f" AND OLD.{navn(felt.navn)} <> '{NY_NOEGLE}'" if faar_noegle(felt) else ""


def _andres(tabel: Tabel, *, sletning: bool = False) -> Iterator[_Regel]:
    """What another authority owns; what comes from its owner is let through."""
    if not ejerskab.kan_vaere_andres(tabel):
        return
    kommunens = "(SELECT json_extract(vaerdi, '$.cvr') FROM indstilling WHERE noegle = 'kommune')"
    led = [f"OLD.{navn(ejerskab.EJER)} <> {kommunens}"]
    if not sletning:
        led.append(virkelig_aendret(tabel, ejerskab.ejerens_felter(tabel)))
    led.append(f"NOT {koersel_undtaget(ejerskab.UNDTAGNE_KOERSLER)}")
    yield " AND ".join(led), afvisning.andres(tabel, sletning=sletning)


def krav(tabel: Tabel, felter: Sequence[Felt]) -> list[_Regel]:
    """What must hold of these fields (all of them: also of the row as a whole)."""
    navne = {felt.navn for felt in felter}
    if set(tabel.feltnavne) <= navne:
        navne.add(GEOMETRI)
    regler = [regel for felt in felter for regel in _typekrav(tabel, felt)]
    if GEOMETRI in navne and tabel.geometri is not None:
        regler.append((f"NOT {_geometri_passer(tabel)}", afvisning.geometritype(tabel)))
    regler += [
        (_brydes(tabel, regel), Afvisning(regel.kode, regel.besked))
        for regel in regler_for(tabel.navn)
        if regel.haard and navne.issuperset(regel.felter)
    ]
    for felt in felter:
        regler += _kendt_kode(tabel, felt)
        regler += _findes(tabel, felt)
    if tabel.navn == "kodeliste":
        regler += _egne_koder()
    return regler


def _brydes(tabel: Tabel, regel: Regel) -> str:
    sql = f"NOT {betingelse_sql(regel.krav, tabel, SQLITE, 'NEW.')}"
    standard = tabel.felt(regel.felt).standard if tabel.har(regel.felt) else None
    if (
        regel.kode.endswith(".mangler")
        and isinstance(standard, Standard)
        and standard in AF_INDSTILLING
    ):
        sql += f" AND coalesce({indstilling_udtryk(AF_INDSTILLING[standard])}, '') = ''"
    if standard is Standard.UUID:  # asked again when the key is there
        sql += f" AND NEW.{navn(regel.felt)} <> '{NY_NOEGLE}'"
    return sql


def _typekrav(tabel: Tabel, felt: Felt) -> Iterator[_Regel]:
    """SQLite keeps whatever it is given, so the kind of the value is asked of each."""
    x = f"NEW.{navn(felt.navn)}"
    passer = {
        Type.TEKST: f"typeof({x}) = 'text'",
        Type.UUID: f"typeof({x}) = 'text'",
        Type.HELTAL: f"typeof({x}) = 'integer'",
        Type.TAL: f"typeof({x}) IN ('real', 'integer')",
        Type.JA_NEJ: f"{x} IN (0, 1)",
        # Only a step, be it of 0 days, makes SQLite see that the 30th of February is another day.
        Type.DATO: f"date({x}, '+0 days') IS {x}",
        Type.TIDSPUNKT: f"{x} GLOB '????-??-??T??:??*Z' AND datetime({x}) IS NOT NULL",
        Type.BINAER: f"typeof({x}) = 'blob'",
    }.get(felt.type, f"json_valid({x})")
    yield f"{x} IS NOT NULL AND NOT ({passer})", afvisning.type_(tabel, felt)


_WKB = {"Point": 1, "LineString": 2, "MultiPoint": 4, "MultiLineString": 5, "MultiPolygon": 6}


def _geometri_passer(tabel: Tabel) -> str:
    """Kind, dimensions and reference system of the bytes: 'GP', version, flags, srs, envelope, then WKB."""
    x = f"NEW.{navn(GEOMETRI)}"
    kode = _WKB[str(tabel.geometri)]
    srs = ", ".join(
        f"'{fire.hex().upper()}'" for fire in (EPSG.to_bytes(4, "little"), EPSG.to_bytes(4, "big"))
    )
    return (
        f"({x} IS NULL OR (typeof({x}) = 'blob' AND hex(substr({x}, 1, 2)) = '4750'"
        f" AND hex(substr({x}, 5, 4)) IN ({srs})"
        f" AND hex(substr({x}, {ramme(x)}, 5)) IN ('01{kode:02X}000000', '00000000{kode:02X}')))"
    )


def _kendt_kode(tabel: Tabel, felt: Felt) -> Iterator[_Regel]:
    """Codes must be in the list; those no longer in use are accepted, since a round trip must be."""
    if felt.kodeliste is None:
        return
    x = f"NEW.{navn(felt.navn)}"
    i_listen = (
        f"SELECT 1 FROM kodeliste AS k WHERE k.liste = {SQLITE.tekst(felt.kodeliste)} AND k.kode ="  # nosec B608 - only names that domain has
    )
    if felt.type is Type.KODER:
        ukendt = (
            f"CASE WHEN {SQLITE.json_er(x, 'array')} THEN EXISTS (SELECT 1 FROM json_each({x}) AS j"  # nosec B608 - only names that domain has
            f" WHERE j.type <> 'integer' OR NOT EXISTS ({i_listen} j.value)) ELSE 0 END"
        )
    else:
        ukendt = f"{x} IS NOT NULL AND NOT EXISTS ({i_listen} {x})"
    yield ukendt, afvisning.kodeliste(tabel, felt)


def _findes(tabel: Tabel, felt: Felt) -> Iterator[_Regel]:
    x = f"NEW.{navn(felt.navn)}"
    for til in felt.henvisninger:
        naar = "" if til.naar is None else f"{betingelse_sql(til.naar, tabel, SQLITE, 'NEW.')} AND "
        findes = f"SELECT 1 FROM {navn(til.tabel)} AS r WHERE r.{navn(til.felt)} = {x}"  # nosec B608 - only names that domain has
        yield (
            f"{naar}NOT ({SQLITE.tom_tekst(x)}) AND NOT EXISTS ({findes})",
            afvisning.henvisning(tabel, felt),
        )


def _egne_koder() -> Iterator[_Regel]:
    """GeoFA's lists are the nation's; ours begin at 100. Those below are there before the triggers are."""
    lister = ", ".join(SQLITE.tekst(liste) for liste in LOKALE_LISTER)
    faste = ", ".join(
        SQLITE.tekst(f"{kode.liste}/{kode.kode}")
        for koder in LOKALE_LISTER.values()
        for kode in koder
    )
    yield (
        f"NEW.geofa OR NEW.liste NOT IN ({lister}) OR (NEW.kode < {FOERSTE_EGEN_KODE}"
        f" AND NEW.liste || '/' || NEW.kode NOT IN ({faste}))",
        afvisning.EGNE_KODER,
    )


def _sletning_afvises(tabel: Tabel) -> Iterator[_Regel]:
    if tabel.navn == "kodeliste":
        yield from _kode_slettes()
    yield from _andres(tabel, sletning=True)
    for kilde, felt, henviser in henvisninger_til(tabel.navn):
        if henviser.ved_sletning is VedSletning.AFVIS:
            hvor = _henviser_til_slettet(kilde, felt, henviser)
            findes = f"EXISTS (SELECT 1 FROM {navn(kilde.navn)} {hvor})"  # nosec B608 - only names that domain has
            yield findes, afvisning.i_brug(kilde, felt)


def _henviser_til_slettet(kilde: Tabel, felt: str, henviser: Henvisning) -> str:
    hvor = f"WHERE {navn(felt)} = OLD.{navn(henviser.felt)}"
    if henviser.naar is not None:
        hvor += f" AND {betingelse_sql(henviser.naar, kilde, SQLITE)}"
    return hvor


def _kode_slettes() -> Iterator[_Regel]:
    yield "OLD.geofa", afvisning.GEOFA_SLET
    for tabel in DOMAENETABELLER:
        for felt in tabel.felter:
            if felt.kodeliste is None:
                continue
            x = f"r.{navn(felt.navn)}"
            brugt = SQLITE.json_har(x, "OLD.kode") if felt.type is Type.KODER else f"{x} = OLD.kode"
            yield (
                f"OLD.liste = {SQLITE.tekst(felt.kodeliste)}"  # nosec B608 - only names that domain has
                f" AND EXISTS (SELECT 1 FROM {navn(tabel.navn)} AS r WHERE {brugt})",
                afvisning.kode_i_brug(tabel),
            )


def _sletning_foelger(tabel: Tabel) -> Iterator[str]:
    for kilde, felt, henviser in henvisninger_til(tabel.navn):
        hvor = _henviser_til_slettet(kilde, felt, henviser)
        if henviser.ved_sletning is VedSletning.SLET:
            yield f"DELETE FROM {navn(kilde.navn)} {hvor}"  # nosec B608 - only names that domain has
        elif henviser.ved_sletning is VedSletning.NULSTIL:
            yield f"UPDATE {navn(kilde.navn)} SET {navn(felt)} = NULL {hvor}"  # nosec B608 - only names that domain has


# ---- views ----------------------------------------------------------------------------------------------------------


def visninger_sql() -> Iterator[str]:
    """The public views."""
    for visning in VISNINGER:
        yield f"CREATE VIEW {navn(visning.navn)} AS {visning_sql(visning, SQLITE)}"


def afledt_sql() -> Iterator[str]:
    """All that follows from the model and is made anew at an upgrade."""
    for tabel in DOMAENETABELLER:
        yield from udloesere_sql(tabel)
    yield from visninger_sql()


#: Name and kind of what `afledt_sql` made, also that of older versions.
VORES_AFLEDTE = (
    f"SELECT type || ' ' || name FROM sqlite_master WHERE (type = 'trigger' AND name LIKE '{MAERKE}%')"  # nosec B608 - only names that domain has
    " OR (type = 'view' AND name LIKE 'off\\_%' ESCAPE '\\')"
)
