# SPDX-License-Identifier: GPL-2.0-or-later
"""What is told of the chosen finding, check or severity, and what the buttons may do with it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QLocale

from moedested_plugin.checks.rettelser import kan_rettes
from moedested_plugin.checks.tekst import alvortekst, fundtekst
from moedested_plugin.domain.regler import Alvor
from moedested_plugin.i18n import oversat, tr

from .tider import dag, siden

if TYPE_CHECKING:
    from collections.abc import Sequence

    from moedested_plugin.checks.resultat import Post

    from .liste import Fundliste, Linje


@dataclass(frozen=True)
class Muligt:
    """What can be done with what is chosen; the buttons follow it."""

    vis: bool = False
    ret: tuple[Post, ...] = ()
    ret_alle: tuple[Post, ...] = ()
    accepter: tuple[Post, ...] = ()
    kilde: bool = False
    ophaev: tuple[Post, ...] = ()


def muligt(valgte: Sequence[Post], linje: Linje | None) -> Muligt:
    """`valgte` are the chosen findings, `linje` the one check that they belong to."""
    alle = linje.poster if linje is not None else ()
    aktive = [post for post in valgte if not post.accepteret]
    return Muligt(
        vis=len(valgte) == 1 and bool(valgte[0].fund.noegle),
        ret=tuple(post for post in aktive if kan_rettes(post.fund)),
        ret_alle=tuple(post for post in alle if not post.accepteret and kan_rettes(post.fund)),
        accepter=tuple(post for post in aktive if post.fund.kontrol.kan_accepteres),
        kilde=linje is not None
        and linje.foldet
        and linje.kontrol.kan_accepteres
        and any(not post.accepteret for post in alle),
        ophaev=tuple(post for post in valgte if post.accepteret),
    )


def detaljer(liste: Fundliste, valgte: Sequence[Post], linje: Linje | None) -> str:
    """As HTML: what is wrong, why it matters, what to do, since when, accepted by whom."""
    if linje is None:
        if not valgte:
            return _afsnit(tr("Vælg et fund for at se, hvad der er galt, og hvad du kan gøre."))
        return _afsnit(tr("{0} fund er valgt.").format(QLocale().toString(len(valgte))))
    kontrol = linje.kontrol
    en = valgte[0] if len(valgte) == 1 else None
    dele = [f"<b>{escape(fundtekst(en.fund) if en else linje.tekst)}</b>"]
    if en is not None and en.fund.noegle:
        objekt = liste.objekt(en)
        hvem = f" ({objekt.organisation})" if objekt and objekt.organisation else ""
        dele.append(escape(liste.navn(en) + hvem))
    elif len(valgte) > 1:
        dele.append(escape(tr("{0} fund er valgt.").format(QLocale().toString(len(valgte)))))
    dele.append(f"{escape(tr('Gør sådan:'))} {escape(oversat(kontrol.raad))}")
    dele.append(f"{escape(tr('Hvorfor:'))} {escape(oversat(kontrol.hvorfor))}")
    if kontrol.alvor is Alvor.FEJL:
        dele.append(escape(tr("Indtil fejlen er rettet, bliver rækken ikke udgivet.")))
    if linje.foldet:
        dele.append(escape(tr("Rammer mere end hver tiende række i laget.")))
    if en is not None:
        dele.append(escape(_alder(en)))
        if en.undtagelse is not None:
            dele.append(escape(_accepteret(en)))
    return "".join(_afsnit(del_) for del_ in dele)


def _afsnit(html: str) -> str:
    return f'<p style="margin: 0 0 4px 0">{html}</p>'


def _alder(post: Post) -> str:
    return tr("Set {0}.").format(siden(post.foerst_set))


def _accepteret(post: Post) -> str:
    undtagelse = post.undtagelse
    if undtagelse is None:
        return ""
    tekst = tr("Accepteret {0} af {1}: {2}").format(
        dag(undtagelse.dato), undtagelse.initialer, undtagelse.begrundelse
    )
    if undtagelse.kilde is not None:
        return f"{tekst} {tr('Gælder alt fra den kilde.')}"
    return f"{tekst} {tr('Fundet vender tilbage, hvis det, det handler om, ændres.')}"


def som_tekst(liste: Fundliste, poster: Sequence[Post]) -> str:
    """Tab separated, for a mail or a sheet."""
    linjer = [
        "\t".join(
            (tr("Alvor"), tr("Lag og navn"), tr("Fund"), tr("Sted (øst, nord)"), tr("Set siden"))
        )
    ]
    for post in poster:
        sted = post.fund.sted
        felter = (
            alvortekst(post.fund.alvor),
            liste.navn(post),
            fundtekst(post.fund),
            "" if sted is None else f"{sted[0]:.0f}, {sted[1]:.0f}",
            post.foerst_set.astimezone().date().isoformat(),
        )
        linjer.append("\t".join(" ".join(felt.split()) for felt in felter))
    return "\n".join(linjer)
