# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares what comes with what was last received and with what we have: one join on the business key.

The fields of the rows that differ are then compared one by one. The answer is a plan; nothing is written to the store.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import GEOMETRI, Alle, EnAf
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.store.oversaet import citer

from . import ark_grundlag, sted
from .arbejde import KILDE, NY_UUID, Arbejde
from .ark_kolonner import BREDDEGRAD, LAENGDEGRAD
from .efterproev import Efterproevning
from .fejl import Annulleret
from .henvisninger import navne_af
from .kortlaeg import Kortlaegning
from .kortlaeg_udtryk import typefelt
from .laest import Laest
from .naboer import Raekke, flyttede
from .plan import TABEL_SQL, Maal, Plan
from .profil import Profil, ProfilFejl
from .sag import (
    BORTE_AFTRYK,
    HELE_RAEKKEN,
    Sag,
    hent_opslag,
    koder_af,
    kommune_af,
    raekke_aftryk,
    seneste_import,
)
from .sammenlign_raekker import Raekkesammenligning

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from moedested_plugin.store import Store


def forhaandsvis(
    store: Store, laest: Laest, profil: Profil, feedback: QgsFeedback | None = None
) -> Plan:
    """What an import of these rows would do. Raises `ProfilFejl`, or `Annulleret`."""
    arbejde = Arbejde()
    try:
        with arbejde.stoppes_af(feedback):
            return _Sammenligning(store, arbejde, laest, profil, feedback).plan()
    except BaseException as fejl:
        arbejde.luk()
        if feedback is not None and feedback.isCanceled():
            raise Annulleret(tr("Importen blev afbrudt. Intet er ændret.")) from fejl
        raise


class _Sammenligning:
    def __init__(
        self,
        store: Store,
        arbejde: Arbejde,
        laest: Laest,
        profil: Profil,
        feedback: QgsFeedback | None,
    ) -> None:
        self._store, self._arbejde, self._laest, self._profil = store, arbejde, laest, profil
        self._feedback = feedback
        self._tabel = profil.beskrevet
        self._typefelt = typefelt(profil)
        self._uden_sted: list[str] = []

    def plan(self) -> Plan:
        seneste = seneste_import(self._store)
        a = self._arbejde
        a.udfoer(TABEL_SQL)
        kommune, bruger = (
            kommune_af(self._store),
            str(self._store.indstilling("geofa_bruger", "") or ""),
        )
        with a.tilsluttet(self._laest.staging, KILDE), a.ved_siden_af(self._store):
            kortlaegning = Kortlaegning(
                a, self._laest, self._profil, kommune, koder_af(self._store), bruger,
                navne_af(self._store, self._tabel),
            )  # fmt: skip
            self._kort = kortlaegning.noegler()
            self._sag = Sag(self._store, a, self._profil, self._kort.felter, self._kort.lag, kommune, bruger,
                            frozenset(self._sagt_nej_til()), self._feedback)  # fmt: skip
            self._mangler_noget()
            self._sag.fremdrift(30)
            self._hent()
            if self._profil.egne_id:
                ark_grundlag.afvis_ukendte(a, self._tabel)
            self._vaelg()
            kortlaegning.vaerdier()
            if self._profil.egne_id:
                ark_grundlag.behold_skjulte(a, self._store, self._tabel, self._kort.felter)
            self._fordel()
        self._sag.fremdrift(100)
        antal = {
            art: int(n) for art, n in a.udfoer("SELECT art, count(*) FROM aendring GROUP BY art")
        }
        fra_kilden = sum(n for art, n in antal.items() if art != "borte") - len(self._laest.afviste)
        plan = Plan(a, Maal(
            store=self._store.adresse, kilde=self._profil.kilde, lag=self._kort.lag, tabel=self._profil.tabel,
            profil=replace(self._profil, lag=self._kort.lag).som_json(), felter=self._kort.felter,
            uaendrede=int(a.foerste("SELECT count(*) FROM ny")) - fra_kilden, modtaget=self._laest.antal,
            bemaerkninger=(*self._uden_plads(), *self._laest.bemaerkninger, *self._kort.bemaerkninger, *self._udeladte()),
            seneste_koersel=seneste,
        ))  # fmt: skip
        plan.skriv_maal()
        return plan

    def _fordel(self) -> None:
        """Put every row that is not as it was into the plan."""
        self._afviste()
        self._sag.fremdrift(45)
        raekker, efter = Raekkesammenligning(self._sag), Efterproevning(self._sag)
        flyttet = self._flyttede()
        nye = self._nye(flyttet)
        self._sag.fremdrift(60)
        raekker.aendrede(flyttet)
        self._borte(flyttet)
        self._sag.fremdrift(80)
        if nye:
            raekker.lignende()
        self._glem_afviste_nye()
        efter.efterproev()
        if self._profil.tabel == "moedested":
            self._uden_sted = ark_grundlag.uden_sted(self._arbejde)
        efter.nye_visning()

    def _udeladte(self) -> Iterator[str]:
        brugt = {BREDDEGRAD, LAENGDEGRAD, *self._laest.stedkolonner}
        udeladt = [navn for navn in self._kort.udeladt if navn not in brugt]
        if udeladt:
            yield tr("Disse kolonner bruges ikke: {}.").format(", ".join(udeladt)[:500])

    def _uden_plads(self) -> Iterator[str]:
        """Said first: somebody must do something about it."""
        if self._uden_sted:
            yield ark_grundlag.bemaerkning(self._uden_sted)

    def _mangler_noget(self) -> None:
        for felt in self._sag.mangler():
            raise ProfilFejl(
                tr(
                    "Profilen {} udfylder ikke {}, som skal udfyldes. Vælg en kolonne eller en værdi."
                ).format(oversat(self._profil.titel), oversat(felt.alias))
            )

    # -- what we have -------------------------------------------------------------------------------------------------

    def _hent(self) -> None:
        a, noegle = self._arbejde, self._tabel.noegle
        geometri = () if self._tabel.geometri is None else (GEOMETRI,)
        a.hent(
            self._store, "kildepost",
            ("kildepost_id", "kilde_noegle", "objekt_id", "navn", "type", "fingeraftryk", GEOMETRI), "base",
            Alle((EnAf("kilde", (self._profil.kilde,)), EnAf("lag", (self._kort.lag,)))), ("kilde_noegle",),
        )  # fmt: skip
        ekstra = tuple(felt for felt in (self._typefelt, "navn") if felt and self._tabel.har(felt))
        version = ("raekke_version",) if self._tabel.har("raekke_version") else ()
        a.hent(
            self._store,
            self._profil.tabel,
            (noegle, *ekstra, *version, *geometri),
            "vores",
            indeks=(noegle,),
        )
        if self._store.provider != "ogr":
            hent_opslag(a, self._store, self._profil, self._kort.felter)

    def _sagt_nej_til(self) -> Iterator[tuple[str, str, str]]:
        hvor = Alle((EnAf("kilde", (self._profil.kilde,)), EnAf("lag", (self._kort.lag,))))
        for r in self._store.raekker("afvisning", ("kilde_noegle", "felt", "vaerdi_hash"), hvor):
            yield str(r["kilde_noegle"]), str(r["felt"] or HELE_RAEKKEN), str(r["vaerdi_hash"])

    def _vaelg(self) -> None:
        """The rows whose values are needed: all but those that are as last received."""
        a = self._arbejde
        a.udfoer("DROP TABLE IF EXISTS temp.valgt")
        a.udfoer("CREATE TEMP TABLE valgt (nr INTEGER PRIMARY KEY)")
        a.udfoer("DROP TABLE IF EXISTS temp.mangler")
        a.udfoer(
            "INSERT INTO valgt SELECT n._nr FROM ny AS n LEFT JOIN base AS b ON b.kilde_noegle = n._noegle"  # nosec B608
            " WHERE n._dublet IS NULL AND (b.kildepost_id IS NULL OR n._aftryk IS NOT b.fingeraftryk"
            f" OR (n.{GEOMETRI} IS NOT b.{GEOMETRI} AND NOT samme_sted(n.{GEOMETRI}, b.{GEOMETRI})))"
        )
        a.udfoer(
            "UPDATE ny SET _objekt_id = coalesce((SELECT b.objekt_id FROM base AS b WHERE b.kilde_noegle = ny._noegle),"
            " _objekt_id) WHERE _nr IN (SELECT nr FROM valgt)"
        )

    # -- kinds of rows ------------------------------------------------------------------------------------------------

    def _afviste(self) -> None:
        navn = "v.navn" if "navn" in self._kort.felter else "NULL"
        self._arbejde.udfoer(
            "INSERT INTO aendring (art, noegle, raa_nr, navn, type, grund, accept)"  # nosec B608 - names of ours
            f" SELECT 'afvist', n._noegle, n._nr, {navn}, n._type, n._grund, 0 FROM ny AS n"
            " LEFT JOIN vaerdi AS v ON v._nr = n._nr WHERE n._grund IS NOT NULL"
        )
        self._arbejde.con.executemany(
            "INSERT INTO aendring (art, raa_nr, grund, accept) VALUES ('afvist', ?, ?, 0)",
            [(afvist.nummer, afvist.grund) for afvist in self._laest.afviste],
        )

    def _flyttede(self) -> dict[int, tuple[str, float]]:
        """Row of the source → (key under which we know it, metres). What hardly moved simply keeps its key."""
        a = self._arbejde
        if self._profil.egne_id or not a.foerste("SELECT count(*) FROM base"):
            return {}
        borte = [
            Raekke(str(nr), type_, None, wkb)
            for nr, type_, wkb in a.udfoer(
                f"SELECT kilde_noegle, type, {GEOMETRI} FROM base WHERE {GEOMETRI} IS NOT NULL AND kilde_noegle"  # nosec B608
                " NOT IN (SELECT _noegle FROM ny)"
            )
        ]
        nye = [
            Raekke(str(nr), type_, None, wkb)
            for nr, type_, wkb in a.udfoer(
                f"SELECT _nr, _type, {GEOMETRI} FROM ny WHERE _grund IS NULL AND {GEOMETRI} IS NOT NULL"  # nosec B608
                " AND _noegle NOT IN (SELECT kilde_noegle FROM base)"
                " AND (_objekt_id IS NULL OR _objekt_id NOT IN (SELECT objekt_id FROM base WHERE objekt_id IS NOT NULL))"
            )
        ]
        ud = {}
        for par in flyttede(borte, nye):
            if par.afstand < sted.SAMME_M and not self._kort.har_noegle:
                a.udfoer(
                    "UPDATE ny SET _noegle = ?, _objekt_id = (SELECT objekt_id FROM base WHERE kilde_noegle = ?)"
                    " WHERE _nr = ?",
                    par.a.nr, par.a.nr, int(par.b.nr),
                )  # fmt: skip
            else:
                ud[int(par.b.nr)] = (par.a.nr, par.afstand)
        return ud

    def _nye(self, flyttet: dict[int, tuple[str, float]]) -> bool:
        """Rows that we have neither received before nor hold by their id."""
        a, noegle = self._arbejde, citer(self._tabel.noegle)
        navn = "m.navn" if "navn" in self._kort.felter else "NULL"
        a.udfoer("CREATE TEMP TABLE flyttet_nr (nr INTEGER PRIMARY KEY)")
        a.con.executemany("INSERT INTO flyttet_nr VALUES (?)", [(nr,) for nr in flyttet])
        a.udfoer(
            "INSERT INTO aendring (art, noegle, objekt_id, raa_nr, navn, type, accept)"  # nosec B608 - names of ours
            f" SELECT 'ny', n._noegle, coalesce(n._objekt_id, {NY_UUID}), n._nr, {navn}, n._type, 1"
            " FROM valgt JOIN ny AS n ON n._nr = valgt.nr JOIN vaerdi AS m ON m._nr = n._nr"
            " LEFT JOIN base AS b ON b.kilde_noegle = n._noegle"
            f" LEFT JOIN vores AS v ON v.{noegle} = n._objekt_id"
            f" WHERE n._grund IS NULL AND b.kildepost_id IS NULL AND v.{noegle} IS NULL"
            " AND n._nr NOT IN (SELECT nr FROM flyttet_nr) ORDER BY n._nr"
        )
        return bool(a.foerste("SELECT count(*) FROM aendring WHERE art = 'ny'"))

    def _borte(self, flyttet: dict[int, tuple[str, float]]) -> None:
        """What the source no longer has. It stays until someone says otherwise."""
        a, noegle = self._arbejde, citer(self._tabel.noegle)
        a.udfoer("CREATE TEMP TABLE flyttet_fra (n PRIMARY KEY)")
        if self._profil.egne_id and ark_grundlag.findes(a):
            ark_grundlag.borte(a, self._tabel)
            self._glem_borte()
            return
        a.con.executemany(
            "INSERT INTO flyttet_fra VALUES (?)", [(gammel,) for gammel, _ in flyttet.values()]
        )
        navn = "v.navn" if self._tabel.har("navn") else "b.navn"
        geometri = f"v.{GEOMETRI}" if self._tabel.geometri is not None else "NULL"
        version = "v.raekke_version" if self._tabel.har("raekke_version") else "NULL"
        a.udfoer(
            "INSERT INTO aendring (art, noegle, objekt_id, kildepost_id, navn, type, grund, geometri_sidst,"  # nosec B608
            f" geometri_vores, felter, raekke_version) SELECT 'borte', b.kilde_noegle, b.objekt_id, b.kildepost_id, {navn},"
            f" b.type, ?, b.{GEOMETRI}, {geometri}, '[]', {version} FROM base AS b JOIN vores AS v ON v.{noegle} = b.objekt_id"
            " WHERE b.kilde_noegle NOT IN (SELECT _noegle FROM ny) AND b.kilde_noegle NOT IN (SELECT n FROM flyttet_fra)"
            " AND b.objekt_id NOT IN (SELECT _objekt_id FROM ny WHERE _objekt_id IS NOT NULL)",
            tr("Findes ikke længere hos kilden. Rækken bliver, til du siger andet."),
        )
        self._glem_borte()

    def _glem_borte(self) -> None:
        """What someone has said may stay, though the source no longer has it."""
        sagt = [
            (n,)
            for n, felt, aftryk in self._sag.nej
            if felt == HELE_RAEKKEN and aftryk == BORTE_AFTRYK
        ]
        self._arbejde.con.executemany(
            "DELETE FROM aendring WHERE art = 'borte' AND noegle = ?", sagt
        )

    def _glem_afviste_nye(self) -> None:
        """New rows that someone said no to, as long as they are as they were then."""
        a = self._arbejde
        for noegle, felt, aftryk in self._sag.nej:
            if felt != HELE_RAEKKEN or aftryk == BORTE_AFTRYK:
                continue
            for nr, hele, wkb in a.udfoer(
                f"SELECT a.nr, n._aftryk, n.{GEOMETRI} FROM aendring AS a JOIN ny AS n ON n._nr = a.raa_nr"  # nosec B608
                " WHERE a.art IN ('ny', 'ligner') AND a.noegle = ?",
                noegle,
            ).fetchall():
                if raekke_aftryk(hele, wkb) == aftryk:
                    a.udfoer("DELETE FROM aendring WHERE nr = ?", nr)
