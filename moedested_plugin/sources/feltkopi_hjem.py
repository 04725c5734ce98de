# SPDX-License-Identifier: GPL-2.0-or-later
"""*Hent hjem fra marken*: the rows of a field copy as three-way imports, parents first, photos with them.

Each table is an import like any other; together they are one to undo.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.i18n import oversat, tr

from . import sprog
from .anvend import UgemteRettelser, anvend
from .fejl import Annulleret, LaeseFejl
from .feltkopi import TABELLER, Maerke, find_datafil, kendt, profil_til
from .feltkopi_fotos import Afvistfoto, Fotoplan, fjern, planlaeg
from .fortryd import saml_koersler
from .laes import laes
from .laest import Kilde, Laest
from .politik import Politik
from .rapport import taellinger
from .sammenlign import forhaandsvis

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from moedested_plugin.store import Store

    from .plan import Aendring, Plan

_VIST = 200


@dataclass(frozen=True)
class Uafklaret:
    """A row that somebody must look at: changed both here and there, gone out there, or refused."""

    tabel: str
    noegle: str
    navn: str
    grund: str


@dataclass
class Hjemkomst:
    """What came home, or would."""

    maerke: Maerke
    #: By table, under the names of `rapport.taellinger`.
    antal: dict[str, dict[str, int]] = field(default_factory=dict)
    konflikter: list[Uafklaret] = field(default_factory=list)
    borte: list[Uafklaret] = field(default_factory=list)
    afviste: list[Uafklaret] = field(default_factory=list)
    fotos: int = 0
    fotos_blev: list[Afvistfoto] = field(default_factory=list)
    koersler: list[str] = field(default_factory=list)

    def i_alt(self, hvad: str) -> int:
        """The sum over the tables."""
        return sum(antal[hvad] for antal in self.antal.values())

    def linjer(self) -> Iterator[str]:
        """The outcome in sentences."""
        for tabel, antal in self.antal.items():
            if antal["NEW"] or antal["CHANGED"]:
                yield tr("{titel}: {nye}, {rettede}.").format(
                    titel=oversat(tabel_af_navn(tabel).titel),
                    nye=sprog.tal(antal["NEW"], tr("1 ny"), tr("{} nye")),
                    rettede=sprog.tal(antal["CHANGED"], tr("1 rettet"), tr("{} rettede")),
                )
        if self.fotos:
            yield tr("Fotos kopieret: {}.").format(self.fotos)
        for overskrift, raekker in (
            (tr("Rettet både her og i marken"), self.konflikter),
            (tr("Slettet i marken, men beholdt her"), self.borte),
            (tr("Afvist"), self.afviste),
        ):
            for raekke in raekker:
                titel = oversat(tabel_af_navn(raekke.tabel).titel)
                yield f"{overskrift}: {raekke.navn or raekke.noegle} ({titel}). {raekke.grund}".rstrip()
        for foto in self.fotos_blev:
            yield tr("Foto ikke hentet: {sti}. {grund}").format(sti=foto.sti, grund=foto.grund)


def hent_hjem(
    store: Store,
    sti: Path,
    projektmappe: Path,
    af: str,
    politik: Politik = "report",
    feedback: QgsFeedback | None = None,
    *,
    gem: bool = True,
    ugemte: Collection[str] = (),
) -> Hjemkomst:
    """Bring the copy home; with `gem` False only say what would happen.

    What is changed both here and there is left as it is (`report`) until somebody decides, or settled by `politik`. A
    row whose parent is refused is refused too. Raises `ProfilFejl`, `LaeseFejl`, `KanIkkeAnvendes` or `StoreFejl`.
    Broken off on the way, what has come home stays, and is undone like the whole.
    """
    if gem and ugemte:
        raise UgemteRettelser(
            tr(
                "Der er rettelser, som ikke er gemt, i {}. Gem eller fortryd dem, og prøv igen."
            ).format(", ".join(sorted(ugemte)))
        )
    fil = find_datafil(sti)
    hjem = Hjemkomst(kendt(store, fil))
    nye: dict[str, set[str]] = {}
    try:
        for nummer, tabel in enumerate(TABELLER):
            if feedback is not None:
                if feedback.isCanceled():
                    raise Annulleret(tr("Afbrudt. Det, der er hentet, kan fortrydes."))
                feedback.setProgress(100 * nummer / len(TABELLER))
            _en_tabel(store, fil, tabel, projektmappe, af, politik, hjem, nye, gem=gem)
    finally:
        saml_koersler(store, hjem.koersler, af)
    return hjem


def _en_tabel(
    store: Store, fil: Path, tabel: str, projektmappe: Path, af: str, politik: Politik, hjem: Hjemkomst,
    nye: dict[str, set[str]], *, gem: bool,
) -> None:  # fmt: skip
    profil = profil_til(store, tabel, hjem.maerke)
    with laes(Kilde(str(fil), lag=tabel)) as laest:
        fotos = _fotos(store, laest, fil.parent, projektmappe, hjem) if tabel == "foto" else None
        with forhaandsvis(store, laest, profil) as plan:
            _afgoer(plan, politik)
            _tael(plan, tabel, hjem, nye, gem=gem)
            if gem:
                _gem(store, plan, af, fotos, hjem)
            elif fotos is not None:
                hjem.fotos = len(fotos.kopier)


def _fotos(
    store: Store, laest: Laest, feltmappe: Path, projektmappe: Path, hjem: Hjemkomst
) -> Fotoplan:
    kendte = {str(r["foto_id"]): str(r["sti"]) for r in store.raekker("foto", ("foto_id", "sti"))}
    fotos = planlaeg(laest, kendte, feltmappe, projektmappe)
    hjem.fotos_blev += fotos.afviste
    return fotos


def _afgoer(plan: Plan, politik: Politik) -> None:
    """What was drawn in the field is new, however near it lies to something we have."""
    plan.afgoer(politik)
    for aendring in list(plan.raekker(["ligner", "flyttet"])):
        plan.tag_som_ny(aendring.nr)


def _gem(store: Store, plan: Plan, af: str, fotos: Fotoplan | None, hjem: Hjemkomst) -> None:
    try:
        kopieret = fotos.udfoer() if fotos is not None else []
    except OSError:
        raise LaeseFejl(
            tr(
                "Billederne kan ikke kopieres. Er der plads i projektets mappe, og må du skrive i den?"
            )
        ) from None
    try:
        resultat = anvend(store, plan, af)
    except BaseException:
        fjern(kopieret)
        raise
    hjem.fotos += len(kopieret)
    if resultat.koersel_id is not None:
        hjem.koersler.append(resultat.koersel_id)
    hjem.afviste += [Uafklaret(plan.profil.tabel, "", "", grund) for _, grund in resultat.afviste]


def _tael(plan: Plan, tabel: str, hjem: Hjemkomst, nye: dict[str, set[str]], *, gem: bool) -> None:
    antal = taellinger(plan)
    som_ny = plan.antal["ligner"] + plan.antal["flyttet"]
    antal["NEW"] += som_ny
    antal["CHANGED"] -= plan.antal["flyttet"]
    antal["CONFLICT"] -= plan.antal["ligner"]
    nye[tabel] = _nye_ider(plan)
    for aendring in plan.raekker(["konflikt", "borte", "afvist"], hoejst=_VIST):
        if aendring.art == "konflikt" and aendring.accept is not None:
            continue
        if (
            not gem
            and aendring.art == "afvist"
            and _venter_paa_foraelder(plan, tabel, aendring, nye)
        ):
            antal["REJECTED"] -= 1
            antal["NEW"] += 1
            continue
        liste = {"konflikt": hjem.konflikter, "borte": hjem.borte}.get(aendring.art, hjem.afviste)
        grund = aendring.grund if aendring.art == "afvist" else _felter(tabel, aendring)
        liste.append(
            Uafklaret(
                tabel, aendring.objekt_id or aendring.noegle or "", aendring.navn or "", grund or ""
            )
        )
    hjem.antal[tabel] = antal


def _nye_ider(plan: Plan) -> set[str]:
    """The ids out there; a row that only looks like one of ours has ours in the plan."""
    fundne = plan.arbejde.udfoer(
        "SELECT n._objekt_id FROM ny AS n JOIN aendring AS a ON a.raa_nr = n._nr"
        " WHERE a.art IN ('ny', 'ligner', 'flyttet')"
    )
    return {str(id_) for (id_,) in fundne}


def _venter_paa_foraelder(
    plan: Plan, tabel: str, aendring: Aendring, nye: dict[str, set[str]]
) -> bool:
    """In a preview the parent is not there yet, when it is new itself."""
    henviser = [
        (felt.navn, til.tabel) for felt in tabel_af_navn(tabel).felter for til in felt.henvisninger
    ]
    if aendring.raa_nr is None or not henviser:
        return False
    raekke = _vaerdier(plan, aendring.raa_nr)
    return any(str(raekke.get(felt)) in nye.get(til, ()) for felt, til in henviser)


def _vaerdier(plan: Plan, raa_nr: int) -> dict[str, Any]:
    svar = plan.arbejde.udfoer("SELECT * FROM vaerdi WHERE _nr = ?", raa_nr)
    navne = [led[0] for led in svar.description]
    fundet = svar.fetchone()
    return dict(zip(navne, fundet)) if fundet else {}


def _felter(tabel: str, aendring: Aendring) -> str:
    beskrevet = tabel_af_navn(tabel)
    aliaser = [
        oversat(beskrevet.felt(felt.felt).alias) if beskrevet.har(felt.felt) else tr("Tegningen")
        for felt in aendring.felter
    ]
    return ", ".join(aliaser)
