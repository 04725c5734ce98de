# SPDX-License-Identifier: GPL-2.0-or-later
"""The findings that are known now, and which of them the user wants to see. Plain values; no widgets."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from moedested_plugin.checks.objekter import Objekt, lagtitel
from moedested_plugin.checks.tekst import faellestekst, fundtekst
from moedested_plugin.domain.regler import Alvor

if TYPE_CHECKING:
    from moedested_plugin.checks.resultat import Post, Resultat
    from moedested_plugin.domain.kontrol import Kontrol

Raekke = tuple[str, str]
Regel = tuple[str, str]
#: xmin, ymin, xmax, ymax in EPSG:25832.
Ramme = tuple[float, float, float, float]


@dataclass(frozen=True)
class Filter:
    """What to show. Left alone: everything that is not accepted."""

    ord: str = ""
    mine: bool = False
    #: Role of one layer.
    rolle: str = ""
    ramme: Ramme | None = None
    nye: bool = False
    organisation: str = ""
    accepterede: bool = False

    @property
    def begraenser(self) -> bool:
        """Whether something is left out that would else be shown."""
        return bool(
            self.ord or self.mine or self.rolle or self.ramme or self.nye or self.organisation
        )


@dataclass(frozen=True)
class Linje:
    """The findings of one check in one table that are to be shown."""

    kontrol: Kontrol
    tabel: str
    tekst: str
    poster: tuple[Post, ...]
    foldet: bool

    @property
    def noegle(self) -> Regel:
        """The same from time to time."""
        return (self.kontrol.kode, self.tabel)


@dataclass(frozen=True)
class Gren:
    """One severity."""

    alvor: Alvor
    linjer: tuple[Linje, ...]

    @property
    def antal(self) -> int:
        """Findings that are shown and not accepted."""
        return sum(not post.accepteret for linje in self.linjer for post in linje.poster)


@dataclass
class Fundliste:
    """The result of a run, kept up to date row by row as the user edits."""

    resultat: Resultat
    objekter: dict[Raekke, Objekt]
    #: Rows that the user has changed since the project was opened.
    roerte: set[Raekke] = field(default_factory=set)
    _soegt: dict[str, str] = field(default_factory=dict)

    def erstat(self, raekker: Collection[Raekke], poster: Iterable[Post]) -> None:
        """Put these findings in the place of all earlier ones of the rows."""
        vaek = set(raekker)
        nye = tuple(poster)
        # An edited row may tell of another one, which is not itself looked at.
        kendte = {post.fund.noegle_i_listen for post in nye}
        blevet = []
        for post in self.resultat.poster:
            if (post.fund.tabel, post.fund.noegle) in vaek or post.fund.noegle_i_listen in kendte:
                self._soegt.pop(post.fund_id, None)
            else:
                blevet.append(post)
        self.resultat = replace(self.resultat, poster=(*blevet, *nye))

    def erstat_kontroller(self, koder: Collection[str], poster: Iterable[Post]) -> None:
        """Put these findings in the place of all earlier ones of the checks."""
        blevet = [post for post in self.resultat.poster if post.fund.kode not in koder]
        self._soegt.clear()
        self.resultat = replace(self.resultat, poster=(*blevet, *poster))

    def accepter(self, skiftet: Callable[[Post], Post]) -> None:
        """Let some findings be accepted, or not any more."""
        self.resultat = replace(
            self.resultat, poster=tuple(skiftet(post) for post in self.resultat.poster)
        )

    def objekt(self, post: Post) -> Objekt | None:
        """The object of the finding."""
        return self.objekter.get((post.fund.tabel, post.fund.noegle))

    def navn(self, post: Post) -> str:
        """Layer and name of the object, as 'Bænke · Havnen'."""
        if not post.fund.noegle:
            return lagtitel(None, post.fund.tabel)
        objekt = self.objekt(post)
        navn = " ".join(objekt.navn.split()) if objekt else ""
        lag = lagtitel(objekt, post.fund.tabel)
        return f"{lag} · {navn}" if navn else lag

    def kaldes(self, post: Post) -> str:
        """The name of the object, else that of its layer."""
        objekt = self.objekt(post)
        navn = " ".join(objekt.navn.split()) if objekt else ""
        return navn or lagtitel(objekt, post.fund.tabel)

    def organisationer(self) -> list[str]:
        """Who is responsible for something with a finding."""
        navne = {
            objekt.organisation
            for post in self.resultat.poster
            if (objekt := self.objekt(post)) is not None and objekt.organisation
        }
        return sorted(navne, key=str.casefold)

    def grene(self, filter_: Filter, bruger: str = "") -> list[Gren]:
        """What passes the filter, by severity and check: the most frequent first, folded ones last."""
        soegte = filter_.ord.casefold().split()
        samlet: dict[Regel, list[Post]] = {}
        for post in self.resultat.poster:
            if self._passer(post, filter_, soegte, bruger):
                samlet.setdefault((post.fund.kode, post.fund.tabel), []).append(post)
        pr_alvor: dict[Alvor, list[Linje]] = {}
        foldede = self.resultat.foldede
        for regel, poster in samlet.items():
            poster.sort(key=lambda post: self.kaldes(post).casefold())
            linje = Linje(
                poster[0].fund.kontrol,
                regel[1],
                faellestekst(post.fund for post in poster),
                tuple(poster),
                regel in foldede,
            )
            pr_alvor.setdefault(linje.kontrol.alvor, []).append(linje)
        for linjer in pr_alvor.values():
            linjer.sort(key=lambda linje: (linje.foldet, -len(linje.poster), linje.noegle))
        return [Gren(alvor, tuple(pr_alvor[alvor])) for alvor in Alvor if alvor in pr_alvor]

    def _passer(self, post: Post, filter_: Filter, soegte: list[str], bruger: str) -> bool:
        if post.accepteret and not filter_.accepterede:
            return False
        if filter_.nye and not post.ny:
            return False
        if filter_.ramme is not None and not _i_ramme(post, filter_.ramme):
            return False
        objekt = self.objekt(post)
        if filter_.rolle and (objekt is None or objekt.rolle != filter_.rolle):
            return False
        if filter_.organisation and (objekt is None or objekt.organisation != filter_.organisation):
            return False
        if filter_.mine and not self._er_min(post, objekt, bruger):
            return False
        return not soegte or all(ord_ in self._tekst(post) for ord_ in soegte)

    def _er_min(self, post: Post, objekt: Objekt | None, bruger: str) -> bool:
        if (post.fund.tabel, post.fund.noegle) in self.roerte:
            return True
        return bool(bruger) and objekt is not None and objekt.rettet_af == bruger

    def _tekst(self, post: Post) -> str:
        """What is searched."""
        if post.fund_id not in self._soegt:
            objekt = self.objekt(post)
            organisation = objekt.organisation if objekt else ""
            dele = (fundtekst(post.fund), self.navn(post), organisation, post.fund.kode)
            self._soegt[post.fund_id] = " ".join(dele).casefold()
        return self._soegt[post.fund_id]


def _i_ramme(post: Post, ramme: Ramme) -> bool:
    sted = post.fund.sted
    if sted is None:
        return False
    x_min, y_min, x_max, y_max = ramme
    return x_min <= sted[0] <= x_max and y_min <= sted[1] <= y_max
