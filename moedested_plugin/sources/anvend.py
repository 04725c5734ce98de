# SPDX-License-Identifier: GPL-2.0-or-later
"""Carries out a plan: a backup, then one transaction that can be broken off until its last moment."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from moedested_plugin.domain.betingelse import GEOMETRI, Alle, EnAf
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.store.oversaet import citer
from moedested_plugin.store.raekkekrav import brud_sql
from moedested_plugin.store.vaerdier import fra_sqlite

from .arbejde import NY_UUID, Arbejde, vaerdi_aftryk
from .fejl import Annulleret
from .geofa_felter import VERSION
from .plan import Art, Plan
from .sag import (
    AFVISNINGER,
    BORTE_AFTRYK,
    HELE_RAEKKEN,
    IMPORT,
    hent_opslag,
    raekke_aftryk,
    seneste_import,
)
from .skrives import (
    POSTFELTER,
    RETTEDE_POSTFELTER,
    fyld_kendte,
    fyld_nye_poster,
    fyld_rettede,
    fyld_rettede_poster,
)

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from moedested_plugin.domain.betingelse import Vaerdi
    from moedested_plugin.store import Store
    from moedested_plugin.store.masse import Masseskriver

#: statuskode of a place that is no more
_IKKE_GAELDENDE = 4


class KanIkkeAnvendes(Exception):
    """The plan cannot be carried out now; nothing was changed."""


class UgemteRettelser(KanIkkeAnvendes):
    """Layers of the store have edits that are not saved."""


class ForaeldetPlan(KanIkkeAnvendes):
    """The store is not as it was when the plan was made."""


@dataclass(frozen=True)
class Resultat:
    """What an import has done. Without `koersel_id` there was nothing to do."""

    koersel_id: str | None
    nye: int = 0
    rettede: int = 0
    linket: int = 0
    lukkede: int = 0
    afviste: tuple[tuple[int, str], ...] = ()
    sikkerhedskopi: str | None = None
    antal: dict[Art, int] = field(default_factory=dict)


def anvend(
    store: Store,
    plan: Plan,
    af: str,
    feedback: QgsFeedback | None = None,
    *,
    ugemte: Collection[str] = (),
) -> Resultat:
    """Write what is accepted. `ugemte`: names of layers with edits that are not saved; then nothing is done.

    Raises `KanIkkeAnvendes`, `Annulleret`, or `StoreFejl`; nothing was changed then.
    """
    if ugemte:
        raise UgemteRettelser(
            tr(
                "Der er rettelser, som ikke er gemt, i {}. Gem eller fortryd dem, og prøv igen."
            ).format(", ".join(sorted(map(oversat, ugemte))))
        )
    if seneste_import(store) != plan.maal.seneste_koersel:
        raise ForaeldetPlan(tr("Der er importeret noget andet imens. Lav forhåndsvisningen igen."))
    return _Anvendelse(store, plan, af, feedback).anvend()


class _Anvendelse:
    def __init__(self, store: Store, plan: Plan, af: str, feedback: QgsFeedback | None) -> None:
        self._store, self._plan, self._af, self._feedback = store, plan, af, feedback
        self._arbejde: Arbejde = plan.arbejde
        self._profil = plan.profil
        self._felter = plan.maal.felter
        self._nu = dt.datetime.now(dt.timezone.utc)
        self._afviste: list[tuple[int, str]] = []
        self._fjernede: list[dict[str, Any]] = []

    def anvend(self) -> Resultat:
        a = self._arbejde
        self._fremdrift(0)
        with a.ved_siden_af(self._store):
            self._fyld()
            afvisninger = self._afvisninger()
        opgaver = (
            "nye_valgte",
            "rettede",
            "poster_nye",
            "poster_kendte",
            "poster_rettede",
            "lukkede",
        )
        if not afvisninger and not any(
            a.foerste(f"SELECT EXISTS (SELECT 1 FROM {navn})")  # nosec B608 - only names that domain or `citer` has
            for navn in opgaver  # nosec B608 - only names that domain or `citer` has
        ):  # nosec B608
            return Resultat(None, afviste=tuple(self._afviste), antal=self._plan.antal)
        self._fremdrift(30)
        kopi = self._store.sikkerhedskopi() if self._store.provider == "ogr" else None
        self._fremdrift(40)
        with self._store.skriv_fra(a.sti, IMPORT, self._af) as masse:
            resultat = self._skriv(masse, kopi, afvisninger)
            self._fremdrift(95)
        self._meld(100)
        return resultat

    # -- tables to write from -----------------------------------------------------------------------------------------

    def _fyld(self) -> None:
        a, lag = self._arbejde, self._plan.maal.lag
        # A row that came with an id of its own keeps it: others in the source refer to it.
        a.udfoer(
            f"UPDATE ny SET _objekt_id = coalesce(_objekt_id, {NY_UUID})"  # nosec B608 - SQL of ours
            " WHERE _nr IN (SELECT raa_nr FROM aendring WHERE som_ny)"
        )
        a.udfoer("DROP VIEW IF EXISTS nye_valgte")
        a.udfoer(
            "CREATE VIEW nye_valgte AS SELECT * FROM nye_alle WHERE _accept = 1 AND (_art = 'ny' OR _som_ny OR _genopret)"
        )
        felter = fyld_rettede(a, self._store, self._profil, self._felter, _RETTES, alt=False)
        self._afvis_brud(felter)
        self._lukkede()
        self._fjernede = self._netvaerk_der_gaar()
        a.hent(
            self._store, "kildepost", ("kildepost_id", "kilde_noegle", "fingeraftryk"), "poster",
            Alle((EnAf("kilde", (self._profil.kilde,)), EnAf("lag", (lag,)))), ("kilde_noegle",),
        )  # fmt: skip
        fyld_nye_poster(a, self._profil, self._felter, lag)
        a.udfoer("DROP TABLE IF EXISTS poster_kendte")
        a.udfoer("CREATE TABLE poster_kendte AS SELECT * FROM poster_nye WHERE 0")
        if self._profil.beskrevet.noegle in self._felter:
            fyld_kendte(a, self._store, self._profil, self._felter, lag)
        fyld_rettede_poster(a, self._store, self._profil, self._felter)
        a.udfoer("DROP TABLE IF EXISTS sete")
        a.udfoer(
            "CREATE TABLE sete AS SELECT kildepost_id FROM poster WHERE kilde_noegle IN (SELECT _noegle FROM ny)"
        )

    def _afvis_brud(self, felter: list[str]) -> None:
        """What was chosen may break a rule that the whole change did not."""
        a = self._arbejde
        if a.foerste("SELECT count(*) FROM rettede"):
            if self._store.provider != "ogr":
                hent_opslag(a, self._store, self._profil, self._felter)
            for nr, grund in a.udfoer(
                brud_sql(self._profil.tabel, set(felter), "rettede", "_nr")
            ).fetchall():
                raa_nr = a.foerste("SELECT raa_nr FROM aendring WHERE nr = ?", nr)
                self._afviste.append((raa_nr, grund))
                a.udfoer(
                    "UPDATE aendring SET art = 'afvist', accept = 0, grund = ? WHERE nr = ?",
                    grund,
                    nr,
                )
                a.udfoer("DELETE FROM rettede WHERE _nr = ?", nr)

    def _lukkede(self) -> None:
        """Rows that are gone at the source and that someone has said yes to close; of the network: to remove."""
        a, noegle = self._arbejde, citer(self._profil.beskrevet.noegle)
        a.udfoer("DROP VIEW IF EXISTS lukkede")
        version = ", raekke_version" if self._profil.beskrevet.har("raekke_version") else ""
        a.udfoer(
            f"CREATE VIEW lukkede AS SELECT objekt_id AS {noegle}{version} FROM aendring WHERE art = 'borte' AND accept = 1"  # nosec B608
        )

    def _netvaerk_der_gaar(self) -> list[dict[str, Any]]:
        """Lines of the network that are to go have no history: the run itself remembers them."""
        a = self._arbejde
        a.udfoer("DROP VIEW IF EXISTS lukkede_poster")
        a.udfoer(
            "CREATE VIEW lukkede_poster AS SELECT kildepost_id FROM aendring WHERE art = 'borte' AND accept = 1"
        )
        if not self._profil.er_netvaerk:
            return []
        numre = [str(nr) for (nr,) in a.udfoer("SELECT kildepost_id FROM lukkede_poster")]
        return [
            {
                felt: vaerdi
                for felt, vaerdi in post.items()
                if felt not in (GEOMETRI, "foer", "modtaget", "set_senest")
            }
            | {GEOMETRI: _hex(post[GEOMETRI])}
            for post in (self._store.raekker("kildepost", noegler=numre) if numre else ())
        ]

    def _nye_felter(self) -> list[str]:
        kolonner = [
            raekke[0]
            for raekke in self._arbejde.udfoer("SELECT * FROM nye_valgte LIMIT 0").description
        ]
        har = self._profil.beskrevet.geometri is not None
        return [navn for navn in kolonner if not navn.startswith("_") and (har or navn != GEOMETRI)]

    # -- writing ------------------------------------------------------------------------------------------------------

    def _skriv(
        self, masse: Masseskriver, kopi: str | None, afvisninger: list[dict[str, Any]]
    ) -> Resultat:
        tabel = self._profil.beskrevet
        af = {navn: self._af for navn in ("oprettet_af", "rettet_af") if tabel.har(navn)}
        koersel = {"koersel_id": masse.koersel_id} if tabel.har("koersel_id") else {}
        nye_felter = self._nye_felter()
        nye = masse.indsaet(tabel.navn, "nye_valgte", nye_felter, {**af, **koersel})
        self._fremdrift(60)
        felter = [felt for felt in self._felter if felt != tabel.noegle]
        if tabel.geometri is not None:
            felter.append(GEOMETRI)
        if self._profil.geofa is not None:
            felter.append(VERSION)
        ret_af = {"rettet_af": self._af} if tabel.har("rettet_af") else {}
        rettede = self._ret_alle(masse, "rettede", felter, {**ret_af, **koersel})
        lukkede = self._luk(masse, ret_af)
        self._fremdrift(75)
        nu: dict[str, Vaerdi] = {
            "koersel_id": masse.koersel_id,
            "modtaget": self._nu,
            "set_senest": self._nu,
        }
        masse.indsaet("kildepost", "poster_nye", POSTFELTER, nu)
        masse.indsaet("kildepost", "poster_kendte", POSTFELTER, nu)
        masse.ret("kildepost", "poster_rettede", RETTEDE_POSTFELTER, nu)
        masse.ret("kildepost", "sete", [], {"set_senest": self._nu})
        if afvisninger:
            masse.skriver.indsaet("afvisning", afvisninger)
        linket = int(self._arbejde.foerste(
            "SELECT count(*) FROM aendring WHERE art = 'ligner' AND accept = 1 AND NOT som_ny"
        ))  # fmt: skip
        antal = self._plan.antal
        masse.skriver.ret("koersel", masse.koersel_id, {"resultat": {
            "kilde": self._profil.kilde, "lag": self._plan.maal.lag, "tabel": tabel.navn, "profil": self._profil.navn,
            "nye": nye, "rettede": rettede, "linket": linket, "lukkede": lukkede, "plan": dict(antal),
            "uaendrede": self._plan.uaendrede, "fjernede": self._fjernede,
            AFVISNINGER: [afvisning["afvisning_id"] for afvisning in afvisninger],
        }})  # fmt: skip
        return Resultat(
            masse.koersel_id, nye, rettede, linket, lukkede, tuple(self._afviste), kopi, antal
        )

    def _ret_alle(
        self, masse: Masseskriver, fra: str, felter: list[str], faste: dict[str, Any]
    ) -> int:
        """Every row, or none: one that a colleague has changed meanwhile makes the plan out of date."""
        ventet = int(self._arbejde.foerste(f"SELECT count(*) FROM {fra}"))  # nosec B608 - names of ours
        if masse.ret(self._profil.tabel, fra, felter, faste) != ventet:
            raise ForaeldetPlan(
                tr("Nogle af rækkerne er rettet, siden forhåndsvisningen blev lavet. Lav den igen.")
            )
        return ventet

    def _luk(self, masse: Masseskriver, ret_af: dict[str, Any]) -> int:
        tabel = self._profil.beskrevet
        if tabel.har("statuskode"):
            return self._ret_alle(masse, "lukkede", [], {**ret_af, "statuskode": _IKKE_GAELDENDE})
        if not self._profil.er_netvaerk:
            return 0
        masse.slet("kildepost", "lukkede_poster")
        return masse.slet(tabel.navn, "lukkede")

    # -- no, and not now ----------------------------------------------------------------------------------------------

    def _afvisninger(self) -> list[dict[str, Any]]:
        """What was declined, so that it is not offered again before it changes."""
        a = self._arbejde
        sagt: dict[tuple[str, str, str], None] = {}
        for nr, art, noegle, raa_nr, accept, som_ny in a.udfoer(
            "SELECT nr, art, noegle, raa_nr, accept, som_ny FROM aendring WHERE art <> 'afvist'"
            " AND (accept = 0 OR (art = 'borte' AND accept = 1) OR felter LIKE '%\"accept\": false%')"
        ).fetchall():
            if som_ny:
                continue
            if art == "borte" and not (accept and self._profil.er_netvaerk):
                sagt[noegle, HELE_RAEKKEN, BORTE_AFTRYK] = None
            elif (
                art != "borte"
                and accept == 0
                and (art in ("ny", "ligner") or self._plan.raekke(nr).geometri_vores is None)
            ):
                aftryk, wkb = a.udfoer(
                    f"SELECT _aftryk, {GEOMETRI} FROM ny WHERE _nr = ?",  # nosec B608 - only names that domain or `citer` has
                    raa_nr,  # nosec B608 - only names that domain or `citer` has
                ).fetchone()  # nosec B608
                sagt[noegle, HELE_RAEKKEN, raekke_aftryk(aftryk, wkb)] = None
            elif art not in ("ligner", "borte"):
                for felt in self._plan.raekke(nr).felter:
                    if felt.accept is False:
                        sagt[
                            noegle, felt.felt, self._felt_aftryk(nr, raa_nr, felt.felt, felt.deres)
                        ] = None
        return [
            {
                "afvisning_id": str(uuid.uuid4()), "kilde": self._profil.kilde, "lag": self._plan.maal.lag,
                "kilde_noegle": noegle, "felt": felt or None, "vaerdi_hash": aftryk, "initialer": self._af,
                "dato": self._nu,
            }
            for noegle, felt, aftryk in sagt
        ]  # fmt: skip

    def _felt_aftryk(self, nr: int, raa_nr: int, felt: str, deres: object) -> str:
        if felt == GEOMETRI:
            return vaerdi_aftryk(self._plan.raekke(nr).geometri_deres)
        tabel = self._profil.beskrevet
        if not tabel.har(felt):
            return vaerdi_aftryk(deres)
        raa = self._arbejde.foerste(f"SELECT {citer(felt)} FROM vaerdi WHERE _nr = ?", raa_nr)  # nosec B608
        return vaerdi_aftryk(fra_sqlite(tabel.felt(felt), raa))

    # -- progress -----------------------------------------------------------------------------------------------------

    def _fremdrift(self, procent: float) -> None:
        """Tell how far we are; a cancel that comes of being told counts too."""
        self._meld(procent)
        if self._feedback is not None and self._feedback.isCanceled():
            raise Annulleret(tr("Importen blev afbrudt. Intet er ændret."))

    def _meld(self, procent: float) -> None:
        if self._feedback is not None:
            self._feedback.setProgress(procent)


def _hex(wkb: Vaerdi) -> str | None:
    return wkb.hex() if isinstance(wkb, bytes) else None


#: Rows whose fields are to be written.
_RETTES = (
    "accept = 1 AND NOT som_ny AND felter LIKE '%\"accept\": true%'"
    " AND art IN ('aendret', 'konflikt', 'flyttet', 'ligner')"
)
