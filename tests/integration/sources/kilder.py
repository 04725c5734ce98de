# SPDX-License-Identifier: GPL-2.0-or-later
"""Small sources for the tests of mapping, comparing and merging: benches with a key, places without one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from moedested_plugin.sources.anvend import Resultat, anvend
from moedested_plugin.sources.importer import lav_plan
from moedested_plugin.sources.laest import Kilde
from moedested_plugin.sources.plan import Plan
from moedested_plugin.sources.profil import Profil, profil_af
from moedested_plugin.store import Store

X, Y = 680000.0, 6080000.0
Raekke = dict[str, Any]

BAENKE = profil_af(
    {
        "navn": "bænke", "titel": "Bænke", "kilde": "Nabo", "lag": "bænke", "tabel": "facilitet_punkt",
        "noegle": ["id"], "type": "slags",
        "felter": [
            {"felt": "facil_ty_k", "fra": ["slags"], "vaerdier": {"Bænk": 1371, "Bord": 1201}},
            {"felt": "navn", "fra": ["navn"]},
            {"felt": "beskrivels", "fra": ["tekst"]},
            {"felt": "antal_pl", "fra": ["pladser"]},
            {"felt": "link", "fra": ["web"]},
            {"felt": "statuskode", "fra": ["status"]},
        ],
        "lokale": ["statuskode"],
        "standarder": {"kilde_k": 98, "off_kode": 1},
    }
)  # fmt: skip
UDEN_ID = profil_af({**BAENKE.som_json(), "navn": "uden id", "lag": "uden id", "noegle": []})
NETVAERK = profil_af(
    {
        "navn": "net", "titel": "Net", "kilde": "Nabo", "lag": "net", "tabel": "netvaerk", "type": "slags",
        "felter": [{"felt": "type", "fra": ["slags"]}, {"felt": "navn", "fra": ["navn"]}],
    }
)  # fmt: skip
RUTER = profil_af(
    {
        "navn": "ruter", "titel": "Ruter", "kilde": "Nabo", "lag": "ruter", "tabel": "rute", "type": "slags",
        "felter": [
            {"felt": "rute_ty_k", "fra": ["slags"], "vaerdier": {"Vandrerute": 5}},
            {"felt": "navn", "fra": ["navn"]},
        ],
        "saml": ["navn"], "standarder": {"kilde_k": 98, "belaegn_k": 9},
    }
)  # fmt: skip


def baenk(id_: Any, x: float = 0, y: float = 0, **mere: Any) -> Raekke:
    """A bench so many metres from the corner; `sted` may be given instead."""
    return {
        "id": id_,
        "slags": "Bænk",
        "navn": f"Bænk {id_}",
        "tekst": "Ved stien",
        "pladser": 3,
        "sted": (x, y),
        **mere,
    }


def linje(navn: str | None, *punkter: tuple[float, float], slags: str = "Vandrerute") -> Raekke:
    """A line through these points."""
    return {"slags": slags, "navn": navn, "sted": punkter}


def geojson(sti: Path, raekker: Iterable[Raekke]) -> Path:
    """A GeoJSON in EPSG:25832. The place of a row: a point, the points of a line, or None."""
    features = []
    for raekke in raekker:
        egenskaber = {navn: vaerdi for navn, vaerdi in raekke.items() if navn != "sted"}
        features.append(
            {"type": "Feature", "properties": egenskaber, "geometry": _geometri(raekke["sted"])}
        )
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}
    sti.write_text(
        json.dumps(
            {"type": "FeatureCollection", "crs": crs, "features": features}, ensure_ascii=False
        ),
        "utf-8",
    )
    return sti


def _geometri(sted: Any) -> Any:
    if sted is None:
        return None
    if isinstance(sted[0], (int, float)):
        return {"type": "Point", "coordinates": [X + sted[0], Y + sted[1]]}
    return {"type": "LineString", "coordinates": [[X + x, Y + y] for x, y in sted]}


class Import:
    """One source file that is written and read again and again."""

    def __init__(self, store: Store, mappe: Path, profil: Profil = BAENKE) -> None:
        self.store, self.profil = store, profil
        self.fil = mappe / "kilde.geojson"

    @contextmanager
    def plan(self, *raekker: Raekke) -> Iterator[Plan]:
        """What an import of these rows would do."""
        geojson(self.fil, raekker)
        with lav_plan(self.store, Kilde(str(self.fil)), self.profil) as plan:
            yield plan

    def gem(self, *raekker: Raekke) -> Resultat:
        """Import these rows as they come."""
        with self.plan(*raekker) as plan:
            return anvend(self.store, plan, "AB")

    def antal(self, *raekker: Raekke) -> dict[str, int]:
        """How many rows of each kind, without the kinds that there are none of."""
        with self.plan(*raekker) as plan:
            return {art: antal for art, antal in plan.antal.items() if antal}

    def vores(self, felt: str = "navn") -> list[Any]:
        """The values of a field of our rows."""
        return [raekke[felt] for raekke in self.store.raekker(self.profil.tabel, (felt,))]

    def noegle(self, navn: str) -> str:
        """The id of our row of that name."""
        tabel = self.profil.beskrevet
        return next(
            str(r[tabel.noegle])
            for r in self.store.raekker(tabel.navn, (tabel.noegle, "navn"))
            if r["navn"] == navn
        )

    def ret(self, hvilken: str, /, **vaerdier: Any) -> str:
        """Edit our row of that name, as a colleague would."""
        noegle = self.noegle(hvilken)
        with self.store.skriv("prøve", "CD") as skriver:
            skriver.ret(self.profil.tabel, noegle, vaerdier)
        return noegle
