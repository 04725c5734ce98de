# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of a source as rows of ours: one statement over all of them, led by a profile.

What is of the right kind is taken as it stands; of everything else the distinct values are converted once, in Python,
and looked up. A row that has a value which cannot be understood comes along with the reason why it is refused.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.felt import Felt, Type
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.store.oversaet import SQLITE, citer

from . import kortlaeg_raekker
from .arbejde import KILDE, WKB, Arbejde
from .find_kolonne import Kolonner
from .geofa_felter import EKSTRA, VERSIONS_ID, Tema, tema
from .henvisninger import Navne
from .kortlaeg_udtryk import (
    eller,
    json_udtryk,
    konstant,
    navnenoegle,
    noegledel,
    standardvaerdi,
    typefelt,
)
from .laest import NUMMER, TABEL, KildeFelt, Laest
from .omregn import FORMEDE, KanIkke, Koder, omregner
from .profil import AFVIS, NY_FORAN, FeltKort, Profil, ProfilFejl

if TYPE_CHECKING:
    from moedested_plugin.store import Kommune

_PAR_AD_GANGEN = 60
_ARGUMENTER = 120
_SKILLETEGN = "\x1f"
#: As the reading leaves it, a value of this kind is a value of ours.
_DIREKTE = {
    (Type.TEKST, "tekst"), (Type.HELTAL, "heltal"), (Type.TAL, "tal"), (Type.TAL, "heltal"), (Type.JA_NEJ, "bool"),
    (Type.DATO, "dato"), (Type.OBJEKT, "json"), (Type.JSON, "json"), (Type.LISTE, "json"),
}  # fmt: skip


@dataclass(frozen=True)
class Kortlagt:
    """What of our fields the source fills.

    The rows lie in two tables of the work file. `ny` has all: `_nr` (as at the source), `_noegle`, `_type`, `_version`,
    `_grund` (why it is refused), `_aftryk`, `_objekt_id`, and `geometri` in its plain form. `vaerdi` has the fields of
    those that are not as they were.
    """

    lag: str
    felter: tuple[str, ...]
    har_noegle: bool
    bemaerkninger: tuple[str, ...]
    #: Source columns that nobody asked for and that are not kept.
    udeladt: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Udtryk:
    """SQL of one field: the value, the reason, and the table of conversions it needs."""

    felt: Felt
    sql: str
    grund: str | None = None
    opslag: str | None = None
    om: tuple[str, FeltKort, KildeFelt] | None = None


class Kortlaegning:
    """The mapping of one source, in two steps: keys and fingerprints of all rows, then the values of those in question.

    The staging file must be attached to the work file meanwhile. Raises `ProfilFejl` where the source has none of what
    the profile needs.
    """

    def __init__(
        self,
        arbejde: Arbejde,
        laest: Laest,
        profil: Profil,
        kommune: Kommune,
        koder: Koder,
        geofa_bruger: str,
        henviste: Mapping[str, Navne] | None = None,
    ) -> None:
        self._henviste = henviste or {}
        self._arbejde, self._laest, self._profil = arbejde, laest, profil
        self._geofa_bruger = geofa_bruger
        self._kommune, self._koder = kommune, koder
        # GeoFA's names are exact, and what is not theirs is kept as it is.
        self._kolonner = Kolonner(laest.felter, som_hoert=profil.geofa is None)
        self._bemaerk: list[str] = []
        self._tema: Tema | None = None if profil.geofa is None else tema(profil.geofa)
        self._udtryk_ = [fundet for kort in profil.alle_felter() for fundet in self._udtryk(kort)]
        if not self._udtryk_:
            soegt = ", ".join(k.fra[0] for k in profil.alle_felter() if k.fra)
            siger = (
                tr("Profilen {} passer ikke til kilden: ingen af kolonnerne {} findes.")
                if soegt
                else tr("Profilen {} bruger ingen af kildens kolonner. Vælg mindst én.")
            )
            raise ProfilFejl(siger.format(oversat(profil.titel), soegt[:200]))
        if self._beregner_laengde():
            self._udtryk_.append(_Udtryk(profil.beskrevet.felt("laengde"), "NULL"))
        self._ekstra_ = self._ekstra()

    def noegler(self) -> Kortlagt:
        """Fill `ny`: every row with its key, kind, place and fingerprint, but without its values."""
        felter = [led.felt.navn for led in self._udtryk_]
        if self._ekstra_ is not None:
            felter.append(EKSTRA)
        self._fyld()
        if self._profil.kun_kommunen:
            kortlaeg_raekker.kun_i_kommunen(self._arbejde, self._kommune.kode, self._bemaerk)
        if self._profil.saml:
            kortlaeg_raekker.saml(
                self._arbejde, self._samlekolonner(), self._profil.saml, self._bemaerk
            )
        kortlaeg_raekker.afvis_ubrugelige(self._arbejde, self._profil)
        kortlaeg_raekker.find_gengangere(self._arbejde, self._bemaerk)
        udeladt = [
            felt.navn
            for felt in self._laest.felter
            if felt.kolonne not in self._kolonner.brugt and self._tema is None
        ]
        return Kortlagt(
            self._profil.lag or self._laest.navn,
            tuple(felter),
            bool(self._noeglekolonner()),
            tuple(self._bemaerk),
            tuple(udeladt),
        )

    def vaerdier(self) -> None:
        """Fill `vaerdi` for the rows in the table `valgt`; a row with a value that cannot be understood is refused."""
        a = self._arbejde
        felter = {led.felt.navn: led.sql for led in self._udtryk_}
        if self._ekstra_ is not None:
            felter[EKSTRA] = self._ekstra_
        for led in self._udtryk_:
            self._fyld_opslag(led)
        grunde = [led.grund for led in self._udtryk_ if led.grund]
        grund = f"coalesce({', '.join(grunde)}, NULL)" if grunde else "NULL"
        opslag = " ".join(f"LEFT JOIN {led.opslag}" for led in self._udtryk_ if led.opslag)
        a.udfoer("DROP TABLE IF EXISTS vaerdi")
        a.udfoer(
            f"CREATE TABLE vaerdi (_nr INTEGER PRIMARY KEY, {', '.join(map(citer, felter))}, _afvist)"
        )
        a.udfoer(
            f"INSERT INTO vaerdi SELECT s.{NUMMER}, {', '.join(felter.values())}, {grund}"  # nosec B608 - quoted by citer
            f" FROM valgt JOIN {KILDE}.{TABEL} AS s ON s.{NUMMER} = valgt.nr {opslag}"
        )
        if grunde:
            a.udfoer(
                "UPDATE ny SET _grund = v._afvist FROM vaerdi AS v WHERE v._nr = ny._nr AND v._afvist IS NOT NULL"
                " AND ny._grund IS NULL"
            )
        if self._beregner_laengde():
            a.udfoer(
                f"UPDATE vaerdi SET laengde = km(n.{GEOMETRI}) FROM ny AS n WHERE n._nr = vaerdi._nr"  # nosec B608
                f" AND n.{GEOMETRI} IS NOT NULL"
            )

    def grunde(self) -> Iterator[tuple[int, str, str]]:
        """Row, field and reason of every value that cannot be understood, of the rows in `valgt`."""
        for led in self._udtryk_:
            if led.grund is not None:
                for nr, grund in self._arbejde.udfoer(
                    f"SELECT s.{NUMMER}, {led.grund} FROM valgt JOIN {KILDE}.{TABEL} AS s ON s.{NUMMER} = valgt.nr"  # nosec B608 - quoted by citer
                    f" JOIN {led.opslag} WHERE {led.grund} IS NOT NULL"
                ):
                    yield nr, led.felt.navn, grund

    def _udtryk(self, kort: FeltKort) -> Iterator[_Udtryk]:
        felt = self._profil.beskrevet.felt(kort.felt)
        kilde = self._kolonner.find(kort.fra)
        if kilde is None:
            return
        x = f"s.{citer(kilde.kolonne)}"
        standard = self._standard(felt)
        if (
            not (kort.vaerdier or kort.tomme)
            and (felt.type, kilde.type) in _DIREKTE
            and felt.navn not in FORMEDE
        ):
            sql = f"nullif({x}, '')" if felt.type is Type.TEKST else x
            yield _Udtryk(felt, eller(sql, standard))
            return
        henvist = self._henviste.get(felt.navn)
        if felt.type is Type.UUID and kilde.type == "tekst" and henvist is None:
            yield _Udtryk(felt, f"nullif(lower(trim({x}, '{{}} ')), '')")
            return
        if henvist is not None and kort.ellers is AFVIS and felt.navn in self._profil.standarder:
            kort = replace(kort, ellers=self._profil.standarder[felt.navn])
        opslag = f"op_{felt.navn}"
        yield _Udtryk(
            felt,
            eller(f"{opslag}.v", standard),
            f"{opslag}.g",
            f"{opslag} ON {opslag}.r = {x}",
            (opslag, kort, kilde),
        )

    def _standard(self, felt: Felt) -> str | None:
        """What an empty value becomes, in SQL: the profile's, or the model's own where it must be filled."""
        vaerdi = standardvaerdi(felt, self._profil, self._kommune, self._geofa_bruger)
        return None if vaerdi is None else konstant(vaerdi)

    def _fyld_opslag(self, led: _Udtryk) -> None:
        """The distinct values of the rows in question, each converted once."""
        if led.om is None:
            return
        navn, kort, kilde = led.om
        henvist = self._henviste.get(led.felt.navn)
        omregn = omregner(led.felt, kort, self._koder, None if henvist is None else henvist.find)
        kolonne = f"s.{citer(kilde.kolonne)}"
        self._arbejde.udfoer(f"DROP TABLE IF EXISTS temp.{navn}")
        self._arbejde.udfoer(f"CREATE TEMP TABLE {navn} (r PRIMARY KEY, v, g) WITHOUT ROWID")
        raekker: list[tuple[Any, Any, str | None]] = []
        for (raa,) in self._arbejde.udfoer(
            f"SELECT DISTINCT {kolonne} FROM valgt JOIN {KILDE}.{TABEL} AS s ON s.{NUMMER} = valgt.nr"  # nosec B608 - quoted by citer
            f" WHERE {kolonne} IS NOT NULL"
        ):
            try:
                raekker.append((raa, omregn(raa), None))
            except KanIkke as hvorfor:
                raekker.append((raa, None, str(hvorfor)))
        self._arbejde.con.executemany(f"INSERT OR REPLACE INTO {navn} VALUES (?, ?, ?)", raekker)  # nosec B608 - name of ours

    def _ekstra(self) -> str | None:
        """What GeoFA has and we have no field for, as one JSON object without empty values."""
        if self._tema is None:
            return None
        lange = {kort.casefold(): lang for kort, lang in self._tema.korte_navne.items()}
        par, har_json = [], False
        for felt in self._laest.felter:
            navn = self._tema.navn(felt.navn)
            if navn not in self._tema.felter:
                navn = lange.get(felt.navn.casefold(), navn)
            if (
                felt.kolonne not in self._kolonner.brugt
                and navn != VERSIONS_ID
                and self._tema.gemmes(navn)
            ):
                par.append(f"{SQLITE.tekst(navn)}, {json_udtryk(felt)}")
                self._kolonner.brugt.add(felt.kolonne)
                har_json |= felt.type == "json"
        if not par:
            return None
        udtryk = "'{}'"
        for start in range(0, len(par), _PAR_AD_GANGEN):
            dele = f"json_object({', '.join(par[start : start + _PAR_AD_GANGEN])})"
            # A patch takes empty values away, also those deep inside a value.
            udtryk = f"flet({udtryk}, {dele})" if har_json else f"json_patch({udtryk}, {dele})"
        return f"nullif({udtryk}, '{{}}')"

    # -- rows ---------------------------------------------------------------------------------------------------------

    def _fyld(self) -> None:
        a = self._arbejde
        type_ = self._kolonner.find((self._profil.type,)) if self._profil.type else None
        version = self._kolonner.find((VERSIONS_ID, VERSIONS_ID[:10])) if self._tema else None
        noegle = self._noegleudtryk()
        grunde = list(self._anden_kommune())
        typeled = next(
            (led for led in self._udtryk_ if led.felt.navn == typefelt(self._profil)), None
        )
        opslag = ""
        if type_ is None and typeled is not None and typeled.opslag is not None:
            a.udfoer("DROP TABLE IF EXISTS temp.valgt")
            a.udfoer(f"CREATE TEMP TABLE valgt AS SELECT {NUMMER} AS nr FROM {KILDE}.{TABEL}")  # nosec B608
            self._fyld_opslag(typeled)
            opslag = f"LEFT JOIN {typeled.opslag}"
        a.con.create_function("raekkeaftryk", -1, self._aftryk(), deterministic=True)
        egne = {
            "_nr": f"s.{NUMMER}",
            "_noegle": noegle,
            "_type": self._typeudtryk(type_, typeled),
            "_version": "NULL"
            if version is None
            else f"lower(trim(s.{citer(version.kolonne)}, '{{}} '))",
            "_grund": grunde[0] if grunde else "NULL",
            "_aftryk": f"raekkeaftryk({self._samlet()})",
            "_objekt_id": self._objekt_id(),
            "_dublet": "NULL",
            GEOMETRI: WKB,
        }
        kolonner = ", ".join(citer(navn) for navn in egne).replace(
            citer("_nr"), "_nr INTEGER PRIMARY KEY"
        )
        a.udfoer("DROP TABLE IF EXISTS ny")
        a.udfoer(f"CREATE TABLE ny ({kolonner})")
        a.udfoer(
            f"INSERT INTO ny SELECT {', '.join(egne.values())} FROM {KILDE}.{TABEL} AS s {opslag}"  # nosec B608 - only names that domain or `citer` has
        )  # nosec B608 - quoted by citer

    def _samlet(self) -> str:
        """All that may matter of a row, as bytes; what GeoFA fills by itself at every save does not."""
        brugt = [
            felt
            for felt in self._laest.felter
            if felt.kolonne in self._kolonner.brugt and not self._stille(felt)
        ]
        dele = []
        for start in range(0, len(brugt), _ARGUMENTER):
            navne = [f"s.{citer(felt.kolonne)}" for felt in brugt[start : start + _ARGUMENTER]]
            # What has been cleaned is never empty and holds no control character, so nothing reads like its neighbour.
            form = SQLITE.tekst(f"%s{_SKILLETEGN}" * len(navne))
            dele.append(f"CAST(printf({form}, {', '.join(navne)}) AS BLOB)")
        return ", ".join(dele)

    def _stille(self, felt: KildeFelt) -> bool:
        if self._tema is None:
            return False
        lange = {kort.casefold(): lang for kort, lang in self._tema.korte_navne.items()}
        navn = felt.navn.casefold()
        kendt = self._tema.felter.get(self._tema.navn(navn)) or self._tema.felter.get(
            lange.get(navn, "")
        )
        return kendt is not None and kendt.system and kendt.navn not in self._tema.egne

    def _aftryk(self) -> Callable[..., str]:
        """A fingerprint of the row as it came; another way of mapping makes it another."""
        salt = json.dumps(self._profil.som_json(), ensure_ascii=False, sort_keys=True) + repr(
            sorted(self._kolonner.brugt)
        )
        grund = hashlib.blake2b(salt.encode(), digest_size=16).digest()

        def aftryk(*dele: bytes) -> str:
            return hashlib.blake2b(b"".join(dele), digest_size=16, key=grund).hexdigest()

        return aftryk

    def _objekt_id(self) -> str:
        """Our own key, where the source has it."""
        led = next(
            (led for led in self._udtryk_ if led.felt.navn == self._profil.beskrevet.noegle), None
        )
        return "NULL" if led is None or led.opslag is not None else led.sql

    def _typeudtryk(self, type_: KildeFelt | None, led: _Udtryk | None) -> str:
        """The kind as the source calls it, else by our code."""
        if type_ is not None:
            return f"nullif(trim(CAST(s.{citer(type_.kolonne)} AS TEXT)), '')"
        if led is not None:
            return f"nullif(CAST({led.sql} AS TEXT), '')"
        return f"nullif(CAST({konstant(self._profil.standarder.get(typefelt(self._profil) or '', ''))} AS TEXT), '')"

    def _noeglekolonner(self) -> list[KildeFelt]:
        kolonner = [self._kolonner.find((navn, navn[:10])) for navn in self._profil.noegle]
        return [felt for felt in kolonner if felt is not None] if all(kolonner) else []

    def _noegleudtryk(self) -> str:
        kolonner = self._noeglekolonner()
        if self._profil.noegle and not kolonner:
            self._bemaerk.append(
                tr("Kilden har ikke nøglen {}. Type og sted er nøgle i stedet.").format(
                    ", ".join(self._profil.noegle)
                )
            )
        uuider = {led.sql for led in self._udtryk_ if led.felt.type is Type.UUID}
        led = [noegledel(felt, uuider) for felt in kolonner]
        udtryk = " || '/' || ".join(led) if led else "NULL"
        ellers = [
            felt
            for navn in self._profil.noegle_ellers
            if (felt := self._kolonner.find((navn,))) is not None
        ]
        if not ellers:
            return udtryk
        return f"coalesce({udtryk}, {konstant(NY_FORAN)} || {navnenoegle(ellers)})"

    def _anden_kommune(self) -> Iterator[str]:
        kolonne = self._kolonner.find(self._profil.kommune)
        if kolonne is not None:
            x = f"s.{citer(kolonne.kolonne)}"
            yield (
                f"CASE WHEN CAST({x} AS INTEGER) <> {int(self._kommune.kode)} THEN"
                f" {SQLITE.tekst(tr('Ligger i en anden kommune ('))} || {x} || ').' END"
            )

    def _beregner_laengde(self) -> bool:
        """GeoFA's rows keep the length that they came with, also when that is none."""
        mappet = {kort.felt for kort in self._profil.alle_felter()}
        return self._profil.tabel == "rute" and self._tema is None and "laengde" not in mappet

    def _samlekolonner(self) -> list[str]:
        kolonner = [self._kolonner.find((navn,)) for navn in self._profil.saml]
        return [felt.kolonne for felt in kolonner if felt is not None]
