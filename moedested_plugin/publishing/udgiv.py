# SPDX-License-Identifier: GPL-2.0-or-later
"""A publication, from plan to log: build, prove, swap, verify.

Readers see the old version or the new one, whole, whatever happens here: nothing that is shown is ever changed, and
the one swap is a single replacement of a small thing. What a publisher that was cut off has left is removed by the next.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from moedested_plugin.i18n import tr
from moedested_plugin.store import StoreFejl

from . import privat
from .aendringer import Aendringer, Art
from .efterproev import Efterproevning, Udfald, efterproev
from .fejl import UdgivelsesFejl
from .hemmeligt import har_hemmeligt
from .plan import Plan
from .planlager import intet
from .raekker import TABELLER
from .sted import Manifest, Sted, Udgave
from .tjeneste_oplysninger import oplysninger
from .ventet import ventet

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from moedested_plugin.store import Store

    from .privat import Fjernet
    from .tjeneste_oplysninger import Oplysninger
    from .tjenestesvar import Ventet

Trin = Callable[[str], None]
#: What a folder, a database or the store may say no with.
_NEJ = (UdgivelsesFejl, StoreFejl, OSError)


@dataclass(frozen=True)
class Udgivet:
    """What went out."""

    version: str
    plan: Plan | None
    efterproevning: Efterproevning | None
    #: What to know: not proven, drawn simpler, not reached.
    bemaerkninger: tuple[str, ...] = ()


@dataclass(frozen=True)
class Udgiver:
    """Who publishes what where. `trin` is told of every step before it is taken."""

    store: Store
    sted: Sted
    af: str
    feedback: QgsFeedback | None = None
    trin: Trin = lambda _: None

    def udgiv(self, plan: Plan, privat_valgt: Collection[tuple[str, str]] = ()) -> Udgivet:
        """Publish what the plan says. Raises `UdgivelsesFejl`; then what was out there still is."""
        if plan.blokeringer:
            raise UdgivelsesFejl(plan.blokeringer[0])
        with self.sted.laast(self.af):
            self._ryd_op()
            foer = self.sted.gaeldende()
            if (foer.version if foer else None) != plan.fra:
                raise UdgivelsesFejl(
                    tr("Der er udgivet en anden version, siden planen blev lavet. Lav planen igen.")
                )
            self._trin("byg")
            udgave, bemaerkninger = self._byg(plan, foer)
            mister = plan.aendringer.af(Art.AENDRET, Art.FJERNET)
            fjernes = privat.af_hensyn(mister, foer.version, privat_valgt) if foer else ()
            efter = self._vis(udgave, foer, bemaerkninger, fjernes)
            self._bagefter("udgiv", udgave, plan, bemaerkninger)
        return Udgivet(udgave.version, plan, efter, tuple(bemaerkninger))

    def tilbage(self, version: str = "") -> Udgivet:
        """Show an earlier version again; without a name the one that was shown before."""
        with self.sted.laast(self.af):
            self._ryd_op()
            foer = self.sted.gaeldende()
            valgt = self.sted.udgave(version or forrige(self.sted))
            if not valgt.er_hel:
                raise UdgivelsesFejl(
                    tr("Udgivelsen {} er beskadiget. Vælg en anden.").format(valgt.version)
                )
            if foer is not None and valgt.version == foer.version:
                raise UdgivelsesFejl(
                    tr("Udgivelsen {} er den, der vises nu.").format(valgt.version)
                )
            bemaerkninger: list[str] = []
            fjernes = privat.ramte(self.sted.fjernede(), valgt)
            if fjernes:
                self._trin("byg")
                valgt, bemaerkninger = self._byg(_uden(valgt, fjernes), valgt)
                antal = sum(map(len, fjernes.values()))
                bemaerkninger.append(
                    tr("{} rækker er udeladt af hensyn til privatliv.").format(antal)
                )
            efter = self._vis(valgt, foer, bemaerkninger)
            self._bagefter("tilbage", valgt, None, bemaerkninger)
        return Udgivet(valgt.version, None, efter, tuple(bemaerkninger))

    def _ryd_op(self) -> None:
        """What a publisher that was cut off did show belongs to the history too."""
        gaeldende = self.sted.gaeldende()
        if gaeldende is not None and all(
            linje["version"] != gaeldende.version for linje in self.sted.historik()
        ):
            self.sted.log("udgiv", gaeldende.version, gaeldende.manifest.af, {"afbrudt": True})
        self.sted.ryd_op()

    def _byg(self, plan: Plan, fra: Udgave | None) -> tuple[Udgave, list[str]]:
        """Build beside the live version, and prove it."""
        nu = dt.datetime.now(dt.timezone.utc)
        # Sorts by time, also within a second, and is never given twice.
        version = f"{nu:%Y%m%dT%H%M%S}-{nu.microsecond:05x}{uuid.uuid4().hex[:3]}"
        tid = nu.isoformat(timespec="seconds")
        om = oplysninger(self.store)
        if har_hemmeligt(repr(om)):
            raise UdgivelsesFejl(
                tr(
                    "Der står en adgangskode eller nøgle i tjenestens tekster. Fjern den under Mål og krav, og udgiv igen."
                )
            )
        kommune = self.store.kommune
        stempel: dict[str, str | int] = {
            "version": version, "tid": tid, "kommune": kommune.navn,
            "kommunekode": kommune.kode,
        }  # fmt: skip
        udgave = self.sted.ny(plan, stempel, fra, om, lambda: self._trin("navngiv"))
        manifest = Manifest(
            version, tid, self.af, str(stempel["kommune"]), plan.fra, dict(plan.antal),
            {tabel.navn: tabel.kolonner for tabel in TABELLER}, tekster=plan.tekster,
        )  # fmt: skip
        try:
            return self._faerdig(udgave, manifest, plan, om)
        except BaseException:
            self.sted.smid(udgave)
            raise

    def _faerdig(
        self, udgave: Udgave, manifest: Manifest, plan: Plan, om: Oplysninger
    ) -> tuple[Udgave, list[str]]:
        """Make what will show it, and prove it."""
        self._trin("peger")
        bemaerkninger = self.sted.faerdiggoer(udgave, manifest, plan.aftryk, om)
        self._trin("bevis")
        fundet = self.sted.bevis(udgave, ventet(udgave, self.sted.maal), self.feedback)
        self._afbrudt()
        if fundet.fejl:
            raise UdgivelsesFejl(
                tr("Den nye version bestod ikke prøven og blev ikke udgivet: {}").format(
                    fundet.fejl[0]
                )
            )
        return udgave, [*bemaerkninger, *fundet.ubevist]

    def _vis(
        self,
        udgave: Udgave,
        foer: Udgave | None,
        bemaerkninger: list[str],
        fjernes: Iterable[Fjernet] = (),
    ) -> Efterproevning | None:
        maal = self.sted.maal
        try:
            rigtigt = ventet(udgave, maal) if maal.url else None
            self._trin("skift")
            # First: a publisher that is cut off after the swap must not have forgotten whom it protects.
            self.sted.fjern_ogsaa(fjernes)
            bemaerkninger += self._skift(udgave)
        except BaseException:
            with suppress(*_NEJ):  # else the next publisher does
                self.sted.ryd_op()  # a version that never was shown
            raise
        self.trin(
            "efterproev"
        )  # from here on the new version is out: what is cancelled is only the waiting
        if rigtigt is None:
            bemaerkninger.append(
                tr("Målet har ingen adresse, så den offentlige tjeneste er ikke efterprøvet.")
            )
            return None
        efter = self._efterproev(udgave, rigtigt)
        if efter.udfald is Udfald.FORKERT:
            raise UdgivelsesFejl(self._fortryd(udgave, foer, efter.grund))
        if efter.udfald is Udfald.IKKE_NAAET:
            bemaerkninger.append(
                tr(
                    "Tjenesten kan ikke nås herfra: {} Den nye version er lagt ud; se efter i en browser, eller gå tilbage."
                ).format(efter.grund)
            )
        return efter

    def _skift(self, udgave: Udgave) -> tuple[str, ...]:
        """Swap; gives what did not follow. Whatever fails when readers see the version is no more than that."""
        try:
            return self.sted.skift(udgave)
        except _NEJ as fejl:
            try:
                vist = self.sted.gaeldende()
            except _NEJ:  # cut off on the way: the swap may have been the last that it did
                raise UdgivelsesFejl(
                    tr(
                        "Målet forsvandt under skiftet. Se efter, om {} er ude, når det svarer igen. {}"
                    ).format(udgave.version, fejl)
                ) from None
            if vist is None or vist.version != udgave.version:
                raise
            return (
                tr(
                    "Versionen er lagt ud, men ikke alt fulgte med. Det gør det ved næste udgivelse. {}"
                ).format(fejl),
            )

    def _fortryd(self, udgave: Udgave, foer: Udgave | None, grund: str) -> str:
        """Show what was shown before; gives what to say."""
        try:
            if foer is not None:
                self._skift(foer)
            else:
                self.sted.vis_intet()
        except _NEJ as fejl:
            return tr(
                "Tjenesten svarede forkert, og den forrige version kunne ikke vises igen, så {0} er stadig ude: {1} {2}"
            ).format(udgave.version, grund, fejl)
        with suppress(*_NEJ):  # a version that is not in the history is not kept either
            self.sted.log("fortrudt", udgave.version, self.af, {"grund": grund})
        if foer is None:
            return tr("Tjenesten svarede forkert, så den nye version er taget ned igen: {}").format(
                grund
            )
        return tr("Tjenesten svarede forkert, så den forrige version vises igen: {}").format(grund)

    def _efterproev(self, udgave: Udgave, rigtigt: Ventet) -> Efterproevning:
        maal = self.sted.maal

        def skub() -> None:
            # A worker of QGIS Server that was reading the pointer just as it was swapped never hears of it.
            with suppress(*_NEJ):  # out of reach by now: what is said about going back says it
                self._skift(udgave)

        return efterproev(
            maal.url,
            rigtigt,
            hoejst=maal.wait,
            authcfg=maal.authcfg,
            skub=skub,
            feedback=self.feedback,
        )

    def _bagefter(
        self, art: str, udgave: Udgave, plan: Plan | None, bemaerkninger: list[str]
    ) -> None:
        """Write it down and tidy up. The version is out: what fails here is said, and undoes nothing."""
        self.trin("log")
        opgaver: tuple[tuple[Callable[[], object], str], ...] = (
            (
                partial(self._i_maalet, art, udgave, plan),
                tr(
                    "Versionen er lagt ud, men kom ikke i målets historik. Det gør den ved næste udgivelse. {}"
                ),
            ),
            (
                partial(self._i_lageret, udgave),
                tr("Versionen er lagt ud, men det kunne ikke skrives ned i mødestederne. {}"),
            ),
            (
                self.sted.ryd_op,
                tr(
                    "Versionen er lagt ud, men der er ikke ryddet op. Det bliver der ved næste udgivelse. {}"
                ),
            ),
        )
        for goer, tekst in opgaver:
            try:
                goer()
            except _NEJ as fejl:
                bemaerkninger.append(tekst.format(fejl))

    def _i_maalet(self, art: str, udgave: Udgave, plan: Plan | None) -> None:
        """For those who serve it."""
        mere: dict[str, object] = {"antal": dict(udgave.manifest.antal)}
        if plan is not None:
            mere |= {art_.name.lower(): n for art_, n in plan.per_art.items()} | {
                "holdt": len(plan.holdte)
            }
        self.sted.log(art, udgave.version, self.af, mere)

    def _i_lageret(self, udgave: Udgave) -> None:
        """For those who edit."""
        if not self.store.kan_skrive:
            return
        with self.store.skriv("udgivelse", self.af) as skriver:
            skriver.indsaet(
                "udgivelse",
                [
                    {
                        "udgivelse_id": str(uuid.uuid4()), "maal": self.sted.maal.service, "version": udgave.version,
                        "tid": dt.datetime.now(dt.timezone.utc), "af": self.af, "antal": dict(udgave.manifest.antal),
                        "koersel_id": skriver.koersel_id,
                    }
                ],
            )  # fmt: skip

    def _trin(self, navn: str) -> None:
        self.trin(navn)
        self._afbrudt()

    def _afbrudt(self) -> None:
        if self.feedback is not None and self.feedback.isCanceled():
            raise UdgivelsesFejl(tr("Udgivelsen blev afbrudt. Intet er ændret."), siger_uroert=True)


def _uden(udgave: Udgave, fjernes: Mapping[str, Mapping[str, int]]) -> Plan:
    """The version again, without these rows."""
    aftryk = {
        tabel: {n: v for n, v in raekker.items() if n not in fjernes.get(tabel, {})}
        for tabel, raekker in udgave.aftryk().items()
    }
    return Plan(
        fra=udgave.version, aendringer=Aendringer(), holdte=(), blokeringer=(), advarsler=(), brud=(),
        antal={tabel: len(raekker) for tabel, raekker in aftryk.items()}, aftryk=aftryk,
        fra_bunden=False, raekker=intet(), fjernede=fjernes,
        tekster=udgave.tekster,
    )  # fmt: skip


def forrige(sted: Sted) -> str:
    """The version that was shown before the one that is shown now."""
    gaeldende = sted.gaeldende()
    findes = {udgave.version for udgave in sted.udgaver()}
    vist = [
        str(linje["version"])
        for linje in sted.historik()
        if linje["art"] in ("udgiv", "tilbage") and linje["version"] in findes
    ]
    for version in reversed(vist):
        if gaeldende is None or version != gaeldende.version:
            return version
    raise UdgivelsesFejl(tr("Der er ingen tidligere udgivelse at gå tilbage til."))
