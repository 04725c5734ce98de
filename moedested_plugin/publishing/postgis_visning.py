# SPDX-License-Identifier: GPL-2.0-or-later
"""What the views for other servers say: their columns, two that help to draw, and what each of them means, in Danish."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.offentlig import tekstnavn
from moedested_plugin.domain.skema import EPSG
from moedested_plugin.project.lag import LAG_AF_ROLLE
from moedested_plugin.store.oversaet import navn

from .mapfil_etiketter import EFTER_LIVSCYKLUS
from .tjeneste_lag import FID, TJENESTELAG, Tjenestelag

#: Columns that only the views have, for servers that know neither today's date nor a way to choose a text.
LUKKET_NU, ETIKET = "lukket_nu", "etiket"
_FRA, _TIL = "lukket_fra", "lukket_til"
_I_DAG = "(now() at time zone 'Europe/Copenhagen')::date"
_LUKKET = (
    f"(({_FRA} is not null or {_TIL} is not null) and coalesce({_FRA} <= {_I_DAG}, true)"
    f" and coalesce({_TIL} >= {_I_DAG}, true))"
)
_MAANEDER = "jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec."


@dataclass(frozen=True)
class _Hjaelp:
    """A column that only the view has, and the columns of the table that it reads."""

    navn: str
    udtryk: str
    bruger: tuple[str, ...]


@dataclass(frozen=True)
class Fastvisning:
    """One view of a stable name (fast visning): on which table it lies, and what it gives."""

    lag: Tjenestelag

    @property
    def navn(self) -> str:
        """Its name, and that of the table."""
        return self.lag.navn

    @property
    def kolonner(self) -> tuple[str, ...]:
        """The columns that are the table's own."""
        geometri = () if self.lag.geometri is None else (GEOMETRI,)
        return (FID, *(felt.navn for felt in self.lag.felter), *geometri)

    @property
    def hjaelp(self) -> tuple[str, ...]:
        """Names of the columns that only the view has."""
        return tuple(hjaelp.navn for hjaelp in self._hjaelp())

    def sql(self, i_tabellen: Collection[str], fra: str) -> str:
        """Give what the view selects from a version that has these columns, which may be an older one."""
        valgt = [navn(kolonne) for kolonne in self.kolonner if kolonne in i_tabellen]
        valgt += [
            f"{hjaelp.udtryk} as {hjaelp.navn}"
            for hjaelp in self._hjaelp()
            if set(hjaelp.bruger) <= set(i_tabellen)
        ]
        return f"select {', '.join(valgt)} from {fra}"  # nosec B608 - names of our own

    def _hjaelp(self) -> Iterator[_Hjaelp]:
        felter = {felt.navn for felt in self.lag.felter}
        if _FRA in felter:
            typefelt = next(
                lag.typefelt for lag in LAG_AF_ROLLE.values() if lag.tabelnavn == self.navn
            )
            yield _Hjaelp(
                LUKKET_NU,
                f"case when {_LUKKET} then 1::smallint else 0::smallint end",
                (_FRA, _TIL),
            )
            typetekst = tekstnavn(typefelt)
            yield _Hjaelp(
                ETIKET,
                f"coalesce(nullif(btrim(navn), ''), {navn(typetekst)}) || case when not {_LUKKET} then ''"
                f" when {_TIL} is null then chr(10) || 'Lukket fra ' || {_dag(_FRA)}"
                f" else chr(10) || 'Lukket til og med ' || {_dag(_TIL)} end",
                ("navn", typetekst, _FRA, _TIL),
            )
        elif {"navn", "livscyklus_k"} <= felter and self.lag.geometri is not None:
            grene = " ".join(
                f"when {kode} then chr(10) || '({ord_})'" for kode, ord_ in EFTER_LIVSCYKLUS.items()
            )
            yield _Hjaelp(
                ETIKET, f"navn || case livscyklus_k {grene} else '' end", ("navn", "livscyklus_k")
            )

    def betydninger(self) -> Iterator[tuple[str, str]]:
        """Give (column, what it means) in Danish; '' is the view itself."""
        yield "", f"{self.lag.titel}. {self.lag.resume}"
        yield FID, "Nøgle: den samme for det samme fra udgivelse til udgivelse."
        for felt in self.lag.felter:
            yield felt.navn, f"{felt.alias}. {felt.betydning}".strip()
        if self.lag.geometri is not None:
            yield GEOMETRI, f"Sted på kortet: {self.lag.geometri}, EPSG:{EPSG}."
        for kolonne in self.hjaelp:
            yield kolonne, HJAELP[kolonne]


def _dag(felt: str) -> str:
    """A date as people write it, whatever the language of the database."""
    maaned = f"split_part('{_MAANEDER}', ' ', extract(month from {felt})::int)"
    return f"extract(day from {felt})::int || '. ' || {maaned} || ' ' || extract(year from {felt})::int"


HJAELP = {
    LUKKET_NU: "Midlertidigt lukket i dag: 1 er ja, 0 er nej.",
    ETIKET: "Det, der står på kortet: navnet eller typen, og om der er lukket, eller hvor langt stedet er.",
}
FASTE_VISNINGER = tuple(Fastvisning(lag) for lag in TJENESTELAG if lag.wfs)
