# SPDX-License-Identifier: GPL-2.0-or-later
"""A PostgreSQL schema that takes and refuses rows as GeoFA does, built from the facts in `resources/geofa`.

Types, lengths and lists come from `fields_*.csv` and `kodelister/`, the rest from `regler.csv` and what was found by
experiment: the database makes `versions_id` and the times itself, keeps an `objekt_id` for ever, and takes only 2D
Multi geometries in EPSG:25832.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg2
import psycopg2.extras
from osgeo import gdal, ogr

from tests.postgis import Database

FAKTA = Path(__file__).resolve().parents[1] / "resources" / "geofa"
LAG = {5800: "t_5800_fac_pkt", 5801: "t_5801_fac_fl", 5802: "t_5802_fac_li"}
#: A street of Guldborgsund, since the national register is too large to ship.
VEJKODE = 3760128
_TYPER = {"double": "double precision", "varchar": "varchar({})", "char": "char({})"}
_GEOFAS = ("versions_id", "systid_fra", "systid_til", "oprettet")

_TRIGGER = """
create function {skema}.{lag}_tg() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.objekt_id is distinct from old.objekt_id then
    raise exception 'objekt_id må ikke ændres';
  end if;
  new.objekt_id := coalesce(new.objekt_id, gen_random_uuid());
  if tg_op = 'INSERT' and exists (select 1 from {skema}.{lag} g where g.objekt_id = new.objekt_id) then
    raise exception 'Objekt with objekt_id="%" already exists', new.objekt_id;
  end if;
  new.versions_id := gen_random_uuid();
  new.systid_fra := now();
  new.systid_til := null;
  new.oprettet := case when tg_op = 'INSERT' then now() else old.oprettet end;
  return new;
end $$;
create trigger {lag}_tg before insert or update on {skema}.{lag} for each row execute function {skema}.{lag}_tg();
"""
_UPLOAD = "temakode integer not null check (temakode = {})"


def _csv(*sti: str) -> list[dict[str, str]]:
    with FAKTA.joinpath(*sti).open(encoding="utf-8-sig", newline="") as fil:
        return list(csv.DictReader(fil))


def _lister(version: str) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    for fil in sorted((FAKTA / "kodelister").glob("*.csv")):
        raekker = _csv("kodelister", fil.name)
        kendt = [r for r in raekker if version != "1.7" or r["i_openfkg_1_7"] == "1"]
        yield fil.stem, [(int(r["kode"]), r["navn"]) for r in kendt]
    yield "d_basis_postnr", [(int(r["postnr"]), r["by"]) for r in _csv("postnumre.csv")]
    yield "d_vejnavn", [(VEJKODE, "Prøvevej")]


def _kolonne(skema: str, nummer: int, felt: Mapping[str, str]) -> str:
    navn, type_ = felt["felt"], felt["type"]
    if navn == "temakode":  # the view ignores it, the upload of a template file does not
        return _UPLOAD.format(nummer)
    led = [navn, _TYPER.get(type_, type_).format(felt["laengde"])]
    if felt["not_null_i_1_7"] == "ja" and (navn != "kvalitet_k" or skema.endswith("17")):
        led.append("not null")
    if felt["kodeliste"]:
        led.append(f"references {skema}.{felt['kodeliste']} (kode)")
    led.append(_KRAV.get((nummer, navn), ""))
    return " ".join(led)


def _saeson(navn: str) -> str:
    return f"constraint {navn}_aar_skal_vaere_1_ck_{{}} check (extract(year from {navn}) = 1)"


_KRAV = {
    **{(nr, navn): _saeson(navn).format(nr) for nr in (5800, 5801) for navn in ("saeson_st", "saeson_sl")},
    **{(5802, navn): f"check ({navn} ~ '^[01][0-9]-[0-3][0-9]$')" for navn in ("saeson_st", "saeson_sl")},
    **{(nr, "antal_pl"): "check (antal_pl between 0 and 9999)" for nr in (5800, 5801)},
    (5800, "facil_ty_k"): "check (facil_ty_k % 10 <> 3)",
    (5801, "facil_ty_k"): "check (facil_ty_k % 10 <> 2)",
    (5802, "laengde"): "check (laengde between 0.1 and 500.99)",
    **{
        (nr, "geometri"): "check (not st_isempty(geometri) and st_within(st_envelope(geometri),"
        f" st_makeenvelope(441000, 6049000, 894000, 6403000, 25832)){mere})"
        for nr, mere in (
            (5800, ""), (5801, " and st_isvalid(geometri) and st_area(geometri) >= 10"),
            (5802, " and st_length(geometri) >= 1"),
        )
    },
    **{
        (nr, "tilgaeng_opl"): "check (jsonb_typeof(tilgaeng_opl) = 'object')" for nr in (5800, 5801, 5802)
    },
}  # fmt: skip


@dataclass(frozen=True)
class GeofaDatabase:
    """The schema `geofa304` or `geofa17` in a database of the tests."""

    database: Database
    skema: str

    def indsaet(self, lag: str, raekke: Mapping[str, Any]) -> None:
        """Put in one row, as GeoFA's upload does: only what is filled. Raises what PostgreSQL says."""
        with self.database.forbundet() as forbindelse:
            _indsaet(forbindelse.cursor(), self.skema, lag, raekke)

    def indlaes(self, fil: Path) -> dict[str, list[str]]:
        """Put in every row of an exported file, one by one; gives what was refused, by layer.

        Columns that GeoFA does not have are not looked at, as in its upload.
        """
        ud: dict[str, list[str]] = {}
        with self.database.forbundet() as forbindelse, forbindelse.cursor() as markoer:
            for lag, raekker in laes(fil).items():
                ud[lag] = []
                markoer.execute(f"select * from {self.skema}.{lag} limit 0")
                kendte = {kolonne.name for kolonne in markoer.description}
                for raekke in raekker:
                    try:
                        _indsaet(
                            markoer,
                            self.skema,
                            lag,
                            {n: v for n, v in raekke.items() if n in kendte},
                        )
                    except psycopg2.Error as fejl:
                        ud[lag].append(f"{fejl.pgcode} {fejl.diag.message_primary}")
        return ud

    def raekker(self, lag: str) -> list[dict[str, Any]]:
        """What GeoFA gives out: every column, the geometry as WKB, times and dates as text."""
        with self.database.forbundet() as forbindelse:
            markoer = forbindelse.cursor(cursor_factory=psycopg2.extras.RealDictCursor)
            markoer.execute(
                f"select to_jsonb(g) - 'geometri' as raekke, st_asbinary(geometri) as wkb from {self.skema}.{lag} g order by oprettet"
            )
            return [{**dict(r["raekke"]), "geometri": bytes(r["wkb"])} for r in markoer.fetchall()]

    def tilfoej_felt(self, lag: str, navn: str, type_: str) -> None:
        """A field of a version that we do not know."""
        self.database.udfoer(f'alter table {self.skema}.{lag} add column "{navn}" {type_}')


def _indsaet(markoer: Any, skema: str, lag: str, raekke: Mapping[str, Any]) -> None:
    kolonner = [navn for navn, vaerdi in raekke.items() if vaerdi is not None]
    pladser = ["st_geomfromwkb(%s, 25832)" if navn == "geometri" else "%s" for navn in kolonner]
    vaerdier = [_sql(raekke[navn]) for navn in kolonner]
    navne = ", ".join(f'"{navn}"' for navn in kolonner)
    markoer.execute(f"insert into {skema}.{lag} ({navne}) values ({', '.join(pladser)})", vaerdier)


def _sql(vaerdi: Any) -> Any:
    if isinstance(vaerdi, (dict, list)):
        return json.dumps(vaerdi, ensure_ascii=False)
    return psycopg2.Binary(vaerdi) if isinstance(vaerdi, bytes) else vaerdi


def byg(database: Database, version: str = "3.04") -> GeofaDatabase:
    """Make the schema."""
    skema = "geofa" + version.replace(".", "")
    dele = [f"create schema {skema};"]
    for liste, koder in _lister(version):
        dele.append(f"create table {skema}.{liste} (kode integer primary key, navn text);")
        with database.forbundet() as forbindelse, forbindelse.cursor() as markoer:
            vaerdier = ", ".join(markoer.mogrify("(%s, %s)", kode).decode() for kode in koder)
        dele.append(f"insert into {skema}.{liste} values {vaerdier};" if koder else "")
    for nummer, lag in LAG.items():
        felter = [
            f
            for f in _csv(f"fields_{nummer}.csv")
            if version != "1.7" or f["siden_version"] == "<=1.7"
        ]
        kolonner = ", ".join(_kolonne(skema, nummer, felt) for felt in felter)
        dele.append(f"create table {skema}.{lag} ({kolonner});")
        dele.append(_TRIGGER.format(skema=skema, lag=lag))
    database.udfoer("\n".join(dele))
    return GeofaDatabase(database, skema)


def laes(fil: Path) -> dict[str, list[dict[str, Any]]]:
    """Every row of every layer of an exported file: Python values, the geometry as WKB, dates as ISO text."""
    datasaet = gdal.OpenEx(str(fil), gdal.OF_VECTOR | gdal.OF_READONLY)
    assert datasaet is not None, fil
    ud: dict[str, list[dict[str, Any]]] = {}
    for nr in range(datasaet.GetLayerCount()):
        lag = datasaet.GetLayer(nr)
        ud[lag.GetName()] = [_laest(objekt) for objekt in lag]
    return dict(sorted(ud.items()))


def kolonner(fil: Path, lag: str) -> Sequence[tuple[str, str, int]]:
    """Name, type and width of each column of a layer."""
    datasaet = gdal.OpenEx(str(fil), gdal.OF_VECTOR | gdal.OF_READONLY)
    defn = datasaet.GetLayerByName(lag).GetLayerDefn()
    felter = [defn.GetFieldDefn(nr) for nr in range(defn.GetFieldCount())]
    return [(felt.GetName(), felt.GetTypeName(), felt.GetWidth()) for felt in felter]


def _laest(objekt: Any) -> dict[str, Any]:
    ud: dict[str, Any] = {}
    for nr in range(objekt.GetFieldCount()):
        felt = objekt.GetFieldDefnRef(nr)
        ud[felt.GetName()] = _vaerdi(objekt, nr, felt) if objekt.IsFieldSetAndNotNull(nr) else None
    geometri = objekt.GetGeometryRef()
    ud["geometri"] = None if geometri is None else bytes(geometri.ExportToIsoWkb(ogr.wkbNDR))
    return ud


def _vaerdi(objekt: Any, nr: int, felt: Any) -> Any:
    if felt.GetType() == ogr.OFTDate:
        aar, maaned, dag, *_ = objekt.GetFieldAsDateTime(nr)
        return f"{aar:04}-{maaned:02}-{dag:02}"
    if felt.GetSubType() == ogr.OFSTJSON:
        return json.loads(objekt.GetFieldAsString(nr))
    if felt.GetSubType() == ogr.OFSTBoolean:
        return bool(objekt.GetFieldAsInteger(nr))
    return objekt.GetField(nr)
