# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks the rules of the store of every row as it would be written, so that a refused row is known beforehand."""

from __future__ import annotations

from collections.abc import Iterator

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.store.oversaet import citer
from moedested_plugin.store.raekkekrav import brud_sql, faa_vaerdier, mistaenkt_sql

from .geofa_felter import VERSION
from .kortlaeg_udtryk import konstant
from .sag import Sag
from .skrives import fyld_rettede


class Efterproevning:
    """Turns rows of the plan that the store would refuse into refused ones."""

    def __init__(self, sag: Sag) -> None:
        self._sag = sag
        self._store, self._arbejde, self._profil = sag.store, sag.arbejde, sag.profil
        self._tabel, self._tema, self._felter = sag.tabel, sag.tema, sag.felter

    def efterproev(self) -> None:
        """Ask the rules of the store of every row as it would be written."""
        a = self._arbejde
        self.find_brud()
        self._optagne()
        a.udfoer(
            "UPDATE aendring SET art = 'afvist', accept = 0, grund = (SELECT grund FROM brud WHERE brud.nr = raa_nr)"
            " WHERE art IN ('ny', 'ligner') AND raa_nr IN (SELECT nr FROM brud)"
        )
        kandidater = a.udfoer(
            "SELECT count(*) FROM aendring WHERE art IN ('aendret', 'konflikt', 'flyttet') AND felter <> '[]'"
        ).fetchone()[0]
        if not kandidater:
            return
        for nr, grund in list(self._brud_i_rettede()):
            a.udfoer(
                "UPDATE aendring SET art = 'afvist', accept = 0, grund = ? WHERE nr = ?", grund, nr
            )

    def find_brud(self) -> None:
        """Fill `brud`: the new rows that the rules refuse by what is in them, each with the reason."""
        a = self._arbejde
        self.nye_visning()
        felter = {*self._felter, *self._sag.faste()}
        a.udfoer("DROP TABLE IF EXISTS temp.brud")
        a.udfoer("CREATE TEMP TABLE brud (nr INTEGER PRIMARY KEY, grund TEXT)")
        a.udfoer(
            f"INSERT OR IGNORE INTO brud {brud_sql(self._profil.tabel, felter, 'nye_alle', '_nr', self._mistaenkte(felter))}"
        )  # nosec B608

    def _mistaenkte(self, felter: set[str]) -> str:
        """Which of the new rows the rules need be asked of: codes and numbers are asked once for each combination."""
        a, tabel = self._arbejde, self._profil.tabel
        faa = faa_vaerdier(tabel, felter)
        if not faa:
            return mistaenkt_sql(tabel, felter)
        a.udfoer("DROP TABLE IF EXISTS temp.slags")
        a.udfoer(
            f"CREATE TEMP TABLE slags AS SELECT DISTINCT {', '.join(map(citer, faa))} FROM nye_alle"  # nosec B608 - only names that domain or `citer` has
        )  # nosec B608
        a.udfoer("DROP TABLE IF EXISTS temp.daarlig")
        a.udfoer(
            f"CREATE TEMP TABLE daarlig AS SELECT * FROM slags WHERE rowid IN (SELECT nr FROM ({brud_sql(tabel, faa, 'slags', 'rowid')}))"  # nosec B608
        )
        if not a.foerste("SELECT count(*) FROM daarlig"):
            return mistaenkt_sql(tabel, felter)
        ens = " AND ".join(f"d.{citer(felt)} IS NEW.{citer(felt)}" for felt in faa)
        return (
            f"({mistaenkt_sql(tabel, felter)} OR EXISTS (SELECT 1 FROM daarlig AS d WHERE {ens}))"  # nosec B608
        )

    def _optagne(self) -> None:
        """What must occur once and is in use already, here or elsewhere in the file."""
        a = self._arbejde
        noegle = self._tabel.noegle
        unikke = [
            felter[0]
            for felter in self._tabel.unikke
            if len(felter) == 1 and felter[0] in self._felter
        ]
        for felt in unikke:
            alias = oversat(self._tabel.felt(felt).alias)
            besked = tr("{}: findes allerede. Der må kun være én.").format(alias)
            a.hent(self._store, self._profil.tabel, (felt,), "optaget")
            a.udfoer(
                f"INSERT OR IGNORE INTO brud SELECT _nr, ? FROM nye_alle WHERE {citer(felt)} IN"  # nosec B608
                f" (SELECT {citer(felt)} FROM optaget) OR _nr NOT IN (SELECT min(_nr) FROM nye_alle GROUP BY {citer(felt)})",
                besked,
            )
        if noegle != "objekt_id" or noegle not in self._felter:
            return
        besked = tr("{}: findes allerede. Der må kun være én.").format(
            oversat(self._tabel.felt(noegle).alias)
        )
        for andet in ("facilitet_punkt", "facilitet_flade", "rute"):
            if andet != self._profil.tabel:
                a.hent(self._store, andet, (noegle,), "optaget")
                a.udfoer(
                    "INSERT OR IGNORE INTO brud SELECT _nr, ? FROM nye_alle WHERE objekt_id IN (SELECT objekt_id FROM optaget)",
                    besked,
                )

    def _brud_i_rettede(self) -> Iterator[tuple[int, str]]:
        """The rows as they would be with every change taken."""
        a = self._arbejde
        felter = fyld_rettede(a, self._store, self._profil, self._felter, "art IN ('aendret', 'konflikt', 'flyttet')",
                              alt=True)  # fmt: skip
        yield from a.udfoer(brud_sql(self._profil.tabel, set(felter), "rettede", "_nr")).fetchall()
        a.udfoer("DROP TABLE rettede")

    def nye_visning(self) -> None:
        """`nye_alle`: the new rows with all that they are to have; read by the writing too."""
        a = self._arbejde
        noegle = self._tabel.noegle
        kolonner = [
            "n._nr",
            "n._noegle",
            f"CASE WHEN a.art = 'ny' THEN a.objekt_id ELSE n._objekt_id END AS {citer(noegle)}",
        ]
        kolonner += [f"m.{citer(felt)}" for felt in self._felter if felt != noegle]
        kolonner += [
            f"{konstant(vaerdi)} AS {citer(felt)}" for felt, vaerdi in self._sag.faste().items()
        ]
        if self._tema is not None:
            kolonner.append(f"n._version AS {citer(VERSION)}")
        for felt in ("kilde_id", "kilde_noegle"):
            if self._tabel.har(felt) and felt not in self._felter:
                kolonner.append(
                    f"substr(n._noegle, 1, {self._tabel.felt(felt).laengde}) AS {citer(felt)}"
                )
        a.udfoer("DROP VIEW IF EXISTS nye_alle")
        a.udfoer("CREATE INDEX IF NOT EXISTS aendring_raa ON aendring (raa_nr)")
        a.udfoer(
            f"CREATE VIEW nye_alle AS SELECT {', '.join(kolonner)}, n.{GEOMETRI}, a.accept AS _accept, a.art AS _art,"  # nosec B608
            " a.som_ny AS _som_ny, a.genopret AS _genopret FROM aendring AS a JOIN ny AS n ON n._nr = a.raa_nr"
            " JOIN vaerdi AS m ON m._nr = n._nr"
            " WHERE a.art IN ('ny', 'ligner') OR a.som_ny OR a.genopret"
        )
