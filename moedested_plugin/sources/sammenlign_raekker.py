# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows that we know and that differ: field by field, three ways; and the new ones that look like ours."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from itertools import islice
from typing import Any

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.i18n import tr
from moedested_plugin.store.oversaet import citer
from moedested_plugin.store.vaerdier import fra_sqlite

from . import ark_grundlag, sted
from .arbejde import vaerdi_aftryk
from .kortlaeg_udtryk import konstant, typefelt
from .naboer import Par, Raekke, lignende
from .plan import FeltAendring, felter_json
from .sag import HELE_RAEKKEN, Sag, raekke_aftryk
from .trevejs import aendringer, flytning, rettet_her

_AD_GANGEN = 2_000


class Raekkesammenligning:
    """Fills the table `aendring` with rows that have fields to decide on."""

    def __init__(self, sag: Sag) -> None:
        self._sag = sag
        self._store, self._arbejde, self._profil = sag.store, sag.arbejde, sag.profil
        self._tabel, self._tema, self._felter = sag.tabel, sag.tema, sag.felter
        self._typefelt = typefelt(sag.profil)

    def aendrede(self, flyttet: dict[int, tuple[str, float]]) -> None:
        """The rows that are not as last received, field by field."""
        a, noegle = self._arbejde, citer(self._tabel.noegle)
        a.udfoer(
            "CREATE TEMP TABLE par (nr INTEGER PRIMARY KEY, kildepost_id, objekt_id, noegle, afstand)"
        )
        a.udfoer(
            "INSERT INTO par SELECT n._nr, b.kildepost_id, coalesce(b.objekt_id, n._objekt_id), n._noegle, NULL"  # nosec B608
            " FROM valgt JOIN ny AS n ON n._nr = valgt.nr LEFT JOIN base AS b ON b.kilde_noegle = n._noegle"
            f" LEFT JOIN vores AS v ON v.{noegle} = n._objekt_id"
            f" WHERE n._grund IS NULL AND (b.kildepost_id IS NOT NULL OR v.{noegle} IS NOT NULL)"
        )
        for nr, (gammel, afstand) in flyttet.items():
            a.udfoer(
                "INSERT INTO par SELECT ?, kildepost_id, objekt_id, ?, ? FROM base WHERE kilde_noegle = ?",
                nr, gammel, afstand, gammel,
            )  # fmt: skip
        with closing(
            a.con.execute(
                "SELECT nr, kildepost_id, objekt_id, noegle, afstand FROM par ORDER BY nr"
            )
        ) as par:
            while bundt := list(islice(par, _AD_GANGEN)):
                self._sag.stop()
                self._bundt(bundt)

    def _bundt(self, bundt: Sequence[tuple[Any, ...]]) -> None:
        sidste = {
            str(r["kildepost_id"]): r
            for r in self._store.raekker(
                "kildepost",
                ("kildepost_id", "raekke", GEOMETRI),
                noegler=[str(p[1]) for p in bundt if p[1]],
            )
        }
        vores = {
            str(r[self._tabel.noegle]): r
            for r in self._store.raekker(
                self._profil.tabel, noegler=[str(p[2]) for p in bundt if p[2]]
            )
        }
        deres = self._deres([p[0] for p in bundt])
        sendt = {}
        if self._profil.egne_id:
            sendt = ark_grundlag.hent(self._arbejde, [str(p[2]) for p in bundt if p[2]])
        raekker = []
        for nr, kildepost_id, objekt_id, noegle, afstand in bundt:
            raekke = self._raekke(
                nr, kildepost_id, objekt_id, noegle, afstand,
                sendt.get(str(objekt_id)) or sidste.get(str(kildepost_id)), vores.get(str(objekt_id)), deres[nr],
            )  # fmt: skip
            if raekke is not None:
                raekker.append(raekke)
        self._arbejde.con.executemany(
            "INSERT INTO aendring (art, noegle, objekt_id, kildepost_id, raa_nr, navn, type, grund, felter, accept,"
            " afstand, raekke_version, genopret, geometri_sidst, geometri_vores, geometri_deres)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            raekker,
        )

    def _deres(self, numre: Sequence[int]) -> dict[int, dict[str, Any]]:
        felter = self._felter
        kolonner = ", ".join(f"m.{citer(felt)}" for felt in felter)
        ud = {}
        for nr, type_, wkb, *vaerdier in self._arbejde.udfoer(
            f"SELECT n._nr, n._type, n.{GEOMETRI}, {kolonner} FROM ny AS n JOIN vaerdi AS m ON m._nr = n._nr WHERE n._nr IN ({', '.join('?' * len(numre))})",  # nosec B608
            *numre,
        ):
            ud[nr] = {
                navn: fra_sqlite(self._tabel.felt(navn), vaerdi)
                for navn, vaerdi in zip(felter, vaerdier)
            }
            ud[nr]["_type"], ud[nr]["_geometri"] = type_, wkb
        return ud

    def _raekke(
        self,
        nr: int,
        kildepost_id: str | None,
        objekt_id: str | None,
        noegle: str,
        afstand: float | None,
        sidst: dict[str, Any] | None,
        vores: dict[str, Any] | None,
        ny: dict[str, Any],
    ) -> tuple[Any, ...] | None:
        """One line of the plan; None when there is nothing to decide."""
        deres = {navn: vaerdi for navn, vaerdi in ny.items() if not navn.startswith("_")}
        deres.pop(self._tabel.noegle, None)
        wkb, type_ = ny["_geometri"], ny["_type"]
        foer = None if sidst is None else dict(sidst["raekke"] or {})
        foer_wkb = _enkel(sidst["geometri"]) if sidst else None
        navn = deres.get("navn") or (vores or {}).get("navn")
        if vores is None:
            slettet = [FeltAendring(f, (foer or {}).get(f), None, v, konflikt=True, accept=None)
                       for f, v in deres.items() if v is not None]  # fmt: skip
            if (noegle, HELE_RAEKKEN, self._raekke_aftryk(nr)) in self._sag.nej:
                return None
            return ("konflikt", noegle, objekt_id, kildepost_id, nr, navn, type_,
                    tr("Slettet hos os, men rettet hos kilden."), felter_json(slettet), None, None, None, 1,
                    foer_wkb, None, wkb)  # fmt: skip
        vores_wkb = _enkel(vores.get(GEOMETRI))
        felter = list(aendringer(foer, vores, deres, self._profil.lokale, self._tema))
        if self._profil.egne_id:
            felter = ark_grundlag.uden_rensede(felter)
        if GEOMETRI not in self._profil.lokale:
            flyttet = flytning(foer_wkb, vores_wkb, wkb, kendt=sidst is not None)
            if flyttet is not None:
                felter.append(flyttet)
        felter = [felt for felt in felter if not self._sagt_nej(noegle, felt, wkb)]
        if not felter and afstand is None:
            return None
        art, grund = "aendret", None
        if any(felt.konflikt for felt in felter):
            art = "konflikt"
        elif felter and self._er_hel_konflikt(foer, vores, foer_wkb, vores_wkb):
            art, grund = "konflikt", tr("Rettet både her og hos kilden.")
            felter = [replace(felt, accept=None) for felt in felter]
        accept: int | None = 1 if art == "aendret" else None
        if afstand is not None:
            art = "flyttet"
            grund = tr("Borte ét sted, ny {:.0f} m derfra: flyttet?").format(afstand)
        return (art, noegle, objekt_id, kildepost_id, nr, navn, type_, grund, felter_json(felter), accept, afstand,
                vores.get("raekke_version"), 0, foer_wkb, vores_wkb, wkb)  # fmt: skip

    def _er_hel_konflikt(
        self,
        foer: dict[str, Any] | None,
        vores: dict[str, Any],
        foer_wkb: bytes | None,
        vores_wkb: bytes | None,
    ) -> bool:
        if not self._profil.hel_konflikt or foer is None:
            return False
        return rettet_her(foer, vores, [*foer], self._profil.lokale) or not sted.samme(
            foer_wkb, vores_wkb
        )

    def _sagt_nej(self, noegle: str, felt: FeltAendring, wkb: bytes | None) -> bool:
        return (
            noegle,
            felt.felt,
            vaerdi_aftryk(wkb if felt.felt == GEOMETRI else felt.deres),
        ) in self._sag.nej

    def _raekke_aftryk(self, nr: int) -> str:
        aftryk, wkb = self._arbejde.udfoer(
            f"SELECT _aftryk, {GEOMETRI} FROM ny WHERE _nr = ?",  # nosec B608 - only names that domain or `citer` has
            nr,  # nosec B608 - only names that domain or `citer` has
        ).fetchone()  # nosec B608
        return raekke_aftryk(aftryk, wkb)

    def lignende(self) -> None:
        """New rows that look like one that we drew ourselves."""
        a = self._arbejde
        if self._profil.er_netvaerk or self._typefelt is None or self._tabel.geometri is None:
            return
        type_, noegle = citer(self._typefelt), citer(self._tabel.noegle)
        har_type = self._typefelt in self._felter
        deres_type = (
            f"m.{type_}" if har_type else konstant(self._profil.standarder.get(self._typefelt, ""))
        )
        deres_navn = "m.navn" if "navn" in self._felter else "NULL"
        vores = [
            Raekke(str(nr), str(art), navn, wkb)
            for nr, art, navn, wkb in a.udfoer(
                f"SELECT {noegle}, {type_}, navn, {GEOMETRI} FROM vores WHERE {GEOMETRI} IS NOT NULL AND {noegle}"  # nosec B608
                " NOT IN (SELECT objekt_id FROM base WHERE objekt_id IS NOT NULL)"
            )
        ]
        if not vores:
            return
        kommer = (
            Raekke(str(nr), str(art), navn, wkb)
            for nr, art, navn, wkb in a.udfoer(
                f"SELECT a.nr, {deres_type}, {deres_navn}, n.{GEOMETRI} FROM aendring AS a JOIN ny AS n"  # nosec B608
                f" ON n._nr = a.raa_nr JOIN vaerdi AS m ON m._nr = n._nr WHERE a.art = 'ny' AND n.{GEOMETRI} IS NOT NULL"
            ).fetchall()
        )
        fundne = lignende(vores, kommer)
        for start in range(0, len(fundne), _AD_GANGEN):
            self._skriv_lignende(fundne[start : start + _AD_GANGEN])

    def _skriv_lignende(self, fundne: Sequence[Par]) -> None:
        a = self._arbejde
        egne = {
            str(r[self._tabel.noegle]): r
            for r in self._store.raekker(self._profil.tabel, noegler=[par.a.nr for par in fundne])
        }
        numre = {
            par.b.nr: a.foerste("SELECT raa_nr FROM aendring WHERE nr = ?", int(par.b.nr))
            for par in fundne
        }
        deres = self._deres(list(numre.values()))
        for par in fundne:
            ny, vores = deres[numre[par.b.nr]], egne[par.a.nr]
            raekke = {
                navn: v
                for navn, v in ny.items()
                if not navn.startswith("_") and navn != self._tabel.noegle
            }
            felter = [
                replace(felt, accept=False)
                for felt in aendringer(None, vores, raekke, self._profil.lokale, self._tema)
            ]
            flyttet = flytning(None, _enkel(vores[GEOMETRI]), ny["_geometri"], kendt=False)
            if flyttet is not None:
                felter.append(replace(flyttet, accept=False))
            a.udfoer(
                "UPDATE aendring SET art = 'ligner', objekt_id = ?, accept = NULL, afstand = ?, felter = ?, grund = ?,"
                " raekke_version = ?, geometri_vores = ?, geometri_deres = ? WHERE nr = ?",
                par.a.nr, par.afstand, felter_json(felter),
                tr("Ligner en, vi har i forvejen, {:.0f} m derfra: den samme?").format(par.afstand),
                vores.get("raekke_version"), _enkel(vores[GEOMETRI]), ny["_geometri"], int(par.b.nr),
            )  # fmt: skip


def _enkel(wkb: object) -> bytes | None:
    return sted.enkel(wkb) if isinstance(wkb, bytes) else None
