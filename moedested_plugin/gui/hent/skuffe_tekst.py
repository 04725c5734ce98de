# SPDX-License-Identifier: GPL-2.0-or-later
"""The words of the preview: kinds of rows, answers, and what differs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.sources.kortlaeg_udtryk import typefelt

if TYPE_CHECKING:
    from moedested_plugin.domain.felt import Tabel
    from moedested_plugin.gui.vaerdi_tekst import VaerdiTekst
    from moedested_plugin.sources.plan import Art
    from moedested_plugin.sources.planliste import Linje
    from moedested_plugin.sources.plansvar import Svar
    from moedested_plugin.sources.profil import Profil


def art_tekst(art: Art) -> str:
    """What one calls the kind, of one row and on its button."""
    return {
        "ny": tr("Ny"),
        "aendret": tr("Ændret"),
        "flyttet": tr("Flyttet?"),
        "konflikt": tr("Konflikt"),
        "ligner": tr("Ligner"),
        "borte": tr("Borte"),
        "afvist": tr("Afvist"),
    }[art]


def art_hjaelp(art: Art) -> str:
    """What the kind means."""
    return {
        "ny": tr("Rækker, vi ikke har."),
        "aendret": tr("Rettet hos kilden siden sidst, ikke hos os."),
        "flyttet": tr("Borte ét sted, ny tæt ved. Er det den samme, beholder den sin historik."),
        "konflikt": tr("Rettet både hos os og hos kilden. Vælg, hvad der skal stå."),
        "ligner": tr("Ny hos kilden, men ligner en, vi selv har tegnet."),
        "borte": tr("Findes ikke længere hos kilden. Bliver, til du siger andet."),
        "afvist": tr("Kan ikke komme ind. Grunden står ved rækken."),
    }[art]


def svar_tekst(svar: Svar, art: Art, *, netvaerk: bool) -> str:
    """What the answer means for a row of this kind."""
    egne: dict[tuple[Art, Svar], str] = {
        ("ny", "ja"): tr("Tag ind"),
        ("ny", "nej"): tr("Afvis"),
        ("aendret", "ja"): tr("Tag ændringerne"),
        ("aendret", "nej"): tr("Behold vores"),
        ("konflikt", "ja"): tr("Tag deres"),
        ("konflikt", "nej"): tr("Behold vores"),
        ("flyttet", "ja"): tr("Flyt vores"),
        ("flyttet", "nej"): tr("Afvis"),
        ("ligner", "ja"): tr("Den samme: knyt"),
        ("ligner", "nej"): tr("Afvis"),
        ("borte", "ja"): tr("Fjern") if netvaerk else tr("Sæt til ikke gældende"),
        ("borte", "nej"): tr("Behold"),
    }
    andre: dict[Svar, str] = {
        "ja": tr("Ja"),
        "nej": tr("Nej"),
        "ny": tr("En anden: tag som ny"),
        "senere": tr("Ikke nu"),
    }
    return egne.get((art, svar), andre[svar])


def type_tekst(tekst: VaerdiTekst, profil: Profil, type_: str | None) -> str:
    """The kind of the row: in the words of the source, or of the list where it is one of our codes."""
    felt = typefelt(profil)
    if profil.type is None and felt is not None and type_ is not None and type_.isdecimal():
        return tekst.vaerdi(profil.beskrevet, felt, int(type_))
    return type_ or ""


def alle_tekst(svar: Svar, art: Art, antal: str, *, netvaerk: bool) -> str:
    """The same answer to every row of the kind."""
    egne: dict[tuple[Art, Svar], str] = {
        ("ny", "ja"): tr("Tag alle {} nye ind"),
        ("ny", "nej"): tr("Afvis alle {} nye"),
        ("aendret", "ja"): tr("Tag ændringerne i alle {}"),
        ("aendret", "nej"): tr("Behold vores i alle {}"),
        ("konflikt", "ja"): tr("Tag deres i alle {} konflikter"),
        ("konflikt", "nej"): tr("Behold vores i alle {} konflikter"),
        ("flyttet", "ja"): tr("Flyt alle {}"),
        ("flyttet", "nej"): tr("Afvis alle {} flytninger"),
        ("flyttet", "ny"): tr("Tag alle {} flyttede som nye"),
        ("ligner", "ja"): tr("Knyt alle {} til vores"),
        ("ligner", "nej"): tr("Afvis alle {}, der ligner"),
        ("ligner", "ny"): tr("Tag alle {}, der ligner, som nye"),
        ("borte", "ja"): tr("Fjern alle {}, der er borte")
        if netvaerk
        else tr("Sæt alle {}, der er borte, til ikke gældende"),
        ("borte", "nej"): tr("Behold alle {}, der er borte"),
    }
    if antal == "1":
        return egne.get((art, svar), tr("Afgør ikke nu: 1 række")).format(antal)
    return egne.get((art, svar), tr("Afgør ikke nu: {} rækker")).format(antal)


def hvad(linje: Linje, tabel: Tabel, *, med_art: bool) -> str:
    """What differs, in one line; of what kind it is where the list holds several."""
    art = art_tekst(linje.art)
    mere = ", ".join(alias(tabel, felt) for felt in linje.felter)
    if linje.grund and linje.art != "borte":
        mere = linje.grund
    if not mere:
        return art
    return f"{art}: {mere}" if med_art else mere


def alias(tabel: Tabel, felt: str) -> str:
    """What the form calls the field."""
    if felt == GEOMETRI:
        return tr("Tegningen")
    return oversat(tabel.felt(felt).alias) if tabel.har(felt) else felt


def roeres_ikke(tabel: Tabel, lokale: Sequence[str]) -> list[str]:
    """The fields that are ours whatever comes."""
    return [alias(tabel, felt) for felt in lokale]
