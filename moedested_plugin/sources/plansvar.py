# SPDX-License-Identifier: GPL-2.0-or-later
"""What one can answer to a row of a plan: yes, no, not now, or that it is another row than ours."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from moedested_plugin.i18n import tr

from .fejl import Annulleret

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from .plan import Aendring, Art, Plan
    from .planliste import Linje

Svar = Literal["ja", "nej", "ny", "senere"]
_JA: dict[Svar, bool | None] = {"ja": True, "nej": False, "senere": None}
_MELD = 200


def muligheder(art: Art) -> tuple[Svar, ...]:
    """The answers that make sense; none of a row that cannot come in."""
    if art == "afvist":
        return ()
    if art in ("flyttet", "ligner"):
        return ("ja", "ny", "nej", "senere")
    return ("ja", "nej", "senere")


def svar_af(linje: Linje) -> Svar | None:
    """The answer that the row has now; None where it is one for this field and another for that."""
    svar = {linje.accept}
    if (
        linje.art == "konflikt" and linje.uenige
    ):  # the other fields come in whatever is said of these
        svar = set(linje.uenige)
    if None in svar:
        return "senere"
    if len(svar) > 1:
        return None
    if False in svar:
        return "nej"
    return "ny" if linje.som_ny else "ja"


def giv(plan: Plan, nr: int, svar: Svar) -> None:
    """Answer for the row as a whole. An answer that makes no sense for it changes nothing."""
    aendring = plan.raekke(nr)
    if svar not in muligheder(aendring.art):
        return
    if svar == "ny":
        plan.tag_som_ny(nr)
        return
    if aendring.som_ny:
        plan.tag_som_ny(nr, ja=False)
    if aendring.art == "ligner" and svar == "ja":
        plan.knyt(nr)
    elif aendring.art == "konflikt" and svar == "nej" and not plan.profil.hel_konflikt:
        _behold_vores(plan, aendring)
    else:
        plan.accepter([nr], ja=_JA[svar])


def giv_alle(plan: Plan, art: Art, svar: Svar, feedback: QgsFeedback | None = None) -> None:
    """Answer the same to every row of a kind. Raises `Annulleret`; the answers given until then stay."""
    if art == "ny":
        plan.accepter_alle(art, ja=_JA[svar])
        return
    numre = [
        nr for (nr,) in plan.arbejde.udfoer("SELECT nr FROM aendring WHERE art = ?", art).fetchall()
    ]
    for gjort, nr in enumerate(numre):
        if feedback is not None and gjort % _MELD == 0:
            if feedback.isCanceled():
                raise Annulleret(tr("Afbrudt. De svar, der er givet, bliver stående."))
            feedback.setProgress(100 * gjort / len(numre))
        giv(plan, nr, svar)


def vaelg_felt(plan: Plan, numre: Iterable[int], felt: str, *, deres: bool | None) -> None:
    """Take theirs, keep ours, or leave one field for later."""
    plan.accepter(numre, ja=deres, felt=felt)


def _behold_vores(plan: Plan, aendring: Aendring) -> None:
    """What is in conflict stays ours; what only they changed comes in all the same."""
    plan.accepter([aendring.nr], ja=True)
    for felt in aendring.felter:
        if felt.konflikt:
            plan.accepter([aendring.nr], ja=False, felt=felt.felt)
