# SPDX-License-Identifier: GPL-2.0-or-later
"""What an import will do, has done, or was taken back from, in a sentence or two."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from moedested_plugin.i18n import tr

from . import sprog
from .planliste import svar_antal, uafgjorte

if TYPE_CHECKING:
    from .anvend import Resultat
    from .fortryd import Fortrudt
    from .plan import Plan


def vil_goere(plan: Plan) -> str:
    """What *Anvend* would do with the answers as they are."""
    svar = svar_antal(plan)

    def ja(*arter: str) -> int:
        return sum(
            antal
            for (art, accept, som_ny), antal in svar.items()
            if accept and not som_ny and art in arter
        )

    som_nye = sum(antal for (_, accept, som_ny), antal in svar.items() if accept and som_ny)
    nye = ja("ny") + som_nye
    borte = tr("fjerner {}") if plan.profil.er_netvaerk else tr("sætter {} til ikke gældende")
    led = _led(
        (sprog.tal(nye, tr("henter 1 ny"), tr("henter {} nye")), nye),
        (tr("retter {}"), ja("aendret", "konflikt")),
        (tr("flytter {}"), ja("flyttet")),
        (tr("knytter {} til en af vores"), ja("ligner")),
        (borte, ja("borte")),
    )
    saetninger = [
        tr("Anvend {}.").format(_og(led)) if led else tr("Der er ikke sagt ja til noget endnu.")
    ]
    nej = sum(n for (art, accept, _), n in svar.items() if accept is False and art != "afvist")
    venter = uafgjorte(plan)
    if nej:
        saetninger.append(tr("Nej til {}.").format(sprog.raekker(nej)))
    if venter:
        saetninger.append(
            tr("{} er ikke afgjort og bliver tilbudt igen næste gang.").format(
                sprog.raekker(venter)
            )
        )
    return " ".join(saetninger)


def noget_at_goere(plan: Plan) -> bool:
    """Whether anything is answered, so that *Anvend* writes something: a no is remembered too."""
    return any(accept is not None and art != "afvist" for art, accept, _ in svar_antal(plan))


def er_gjort(resultat: Resultat) -> str:
    """What an import has done."""
    led = _led(
        (sprog.tal(resultat.nye, tr("1 ny"), tr("{} nye")), resultat.nye),
        (sprog.tal(resultat.rettede, tr("1 rettet"), tr("{} rettede")), resultat.rettede),
        (tr("{} knyttet til en af vores"), resultat.linket),
        (tr("{} sat til ikke gældende"), resultat.lukkede),
    )
    saetninger = [tr("Hentet ind: {}.").format(_og(led)) if led else tr("Intet er ændret.")]
    if resultat.koersel_id is not None and not led:
        saetninger = [tr("Svarene er husket. Ingen rækker er ændret.")]
    if resultat.afviste:
        grund = resultat.afviste[0][1]
        saetninger.append(
            tr("Databasen sagde nej til {}: {}").format(sprog.raekker(len(resultat.afviste)), grund)
        )
    return " ".join(saetninger)


def er_fortrudt(fortrudt: Fortrudt) -> str:
    """What was taken back."""
    led = _led(
        (tr("{} slettet igen"), fortrudt.slettede),
        (tr("{} ført tilbage"), fortrudt.tilbagefoerte),
    )
    saetninger = [
        tr("Importen er fortrudt: {}.").format(_og(led)) if led else tr("Importen er fortrudt.")
    ]
    if fortrudt.uroert:
        saetninger.append(
            tr("{} er rettet siden og er ladt i fred.").format(sprog.raekker(len(fortrudt.uroert)))
        )
    return " ".join(saetninger)


def _led(*par: tuple[str, int]) -> list[str]:
    return [tekst.format(antal) for tekst, antal in par if antal]


def _og(led: Iterable[str]) -> str:
    """A list as one says it."""
    *foerste, sidste = led
    return tr("{} og {}").format(", ".join(foerste), sidste) if foerste else sidste
