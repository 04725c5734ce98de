# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds what looks like a private person's name in Danish text: a common first name before a surname, or after a role.

*Marie Grubbes Vej*, *Hans Jensens Legat* and *Karen Blixen Museet* are places and houses, not people.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

# The most common names of men and women of all ages in Denmark, newcomers' too; those that are everyday words at the
# beginning of a sentence (Per, Mark, Dan, Max, My) are left out.
_FORNAVNE_TEKST = """Aage Abdullah Adam Agnes Ahmad Ahmed Aksel Albert Alberte Alexander Alfred Ali Alice Alma Amalie Amanda Amina
    Anders Andrea Andreas Ane Anette Anita Anja Ann Anna Anne Annelise Annemarie Annette Annie Anni Anton Arne Arthur
    Asger Aske Asta Astrid August Aya Ayse Barbara Benjamin Bente Bent Benny Berit Bertha Betina Bettina Birger Birgit
    Birgitte Birte Birthe Bjarne Bo Bodil Brian Britt Britta Caroline Carl Carsten Casper Cecilie Charlotte Christen
    Christian Christina Christine Christoffer Claus Clara Connie Dagmar Daniel David Dennis Ditte Dorte Dorthe Ebba Ebbe
    Egon Elias Elin Elisabeth Ella Ellen Elly Else Elsebeth Emil Emilie Emily Emma Erik Erling Ernst Esben Ester Esther
    Eva Fatima Ferdinand Finn Flemming Freja Frederik Frederikke Frida Frode Georg Gerda Gert Gitte Grete Grethe Gudrun
    Gunnar Gunhild Gurli Gustav Hanna Hanne Hannah Hans Hasan Hassan Heidi Helen Helena Helene Helga Helge Helle Henning
    Henny Henriette Henrik Herdis Holger Hussein Ib Ibrahim Ida Inga Inge Ingeborg Ingelise Inger Ingrid Irene Iris
    Isabella Ivan Jack Jacob Jakob Jan Jane Janne Jannik Jens Jeppe Jesper Jette Jimmy Joakim Johan Johanne Johannes
    John Johnny Jonas Josefine Jytte Jørgen Jørn Kaj Kai Karen Karin Karina Karl Karla Karsten Kasper Katrine Kenneth
    Kent Khadija Kim Kirsten Kirstine Kjeld Klaus Knud Kristian Kristina Kristine Kristoffer Kurt Lars Lasse Laura Laurits
    Leif Lena Lene Leo Leon Lilian Lilly Lily Line Linda Lis Lisbet Lisbeth Lise Lizzi Lone Lotte Louise Lucas Lukas
    Luna Mads Magnus Maja Malene Malou Maria Mariam Mariann Marianne Marie Marina Martha Martin Martine Mathias Mathilde
    Matthias Mehmet Merete Mette Mia Michael Mikael Mikkel Minna Mogens Mohamad Mohamed Mohammad Mohammed Mona Monica
    Morten Muhammad Mustafa Nadia Nanna Nicklas Nicolai Niels Nicoline Nikolaj Nina Noah Nora Olav Ole Olga Oliver Olivia
    Omar Oscar Oskar Otto Ove Palle Patrick Peder Peer Pernille Peter Philip Pia Poul Preben Rasmus Regitze Rene René
    Richard Rikke Rita Robert Rolf Rosa Runa Rune Ruth Sabine Sanne Sara Sarah Sebastian Sigrid Signe Simon Sine Sofia
    Sofie Solveig Sonja Sophia Sophie Steen Stefan Stig Stine Storm Susan Susanne Sven Svend Søren Tage Tanja Thea Theis
    Theodor Thomas Thorkild Tilde Tim Tina Tine Tobias Tom Tommy Torben Tove Trine Troels Ulla Ulrik Valdemar Vera Verner
    Vibeke Victor Victoria Viggo Viktor Vilhelm Villads Vivi Viola Walter Werner William Winnie Yasmin Yusuf Yvonne Zahra
    Zainab Åge Åse Øjvind
    Agnieszka Aleksandra Andrei Andrzej Anil Barbora Bogdan Dmytro Dorota Edyta Elena Ewa Farah Grzegorz Halina Iryna Ionut Ivana Jan
    Jelena Jes Joanna Katarzyna Krzysztof Layla Leyla Ludmila Magdalena Malgorzata Małgorzata Marek Mihai Mykola Nadiia Natalia
    Nataliia Nguyen Oksana Oleksandr Olena Pawel Paweł Piotr Radoslaw Samira Serhii Svitlana Tetiana Tomasz Vasile Viktoriia
    Volodymyr Yuliia Zofia"""
FORNAVNE = frozenset(_FORNAVNE_TEKST.split())
_EFTERNAVNE_TEKST = """Andersen Andreasen Christiansen Eriksen Frederiksen Hansen Henriksen Isaksen Jacobsen Jakobsen Jensen Jeppesen
    Johnsen Jørgensen Knudsen Kristensen Kristiansen Larsen Laursen Mortensen Nielsen Nikolajsen Olsen Pedersen Simonsen
    Abdi Agerholm Ahmed Ali Bach Bak Bang Bech Beck Berg Berthelsen Bisgaard Bjerre Bjerregaard Boesen Bonde Borg Bro
    Brandt Bruun Buch Bundgaard Bæk Christensen Clausen Dahl Dalgaard Dam Damgaard Eskildsen Espersen Fischer Frandsen
    Friis Gade Gregersen Greve Hald Hansen Hassan Hedegaard Hein Hermansen Hjort Holm Holst Hussein Hvid Iversen Jespersen
    Jessen Jochumsen Johansen Juhl Juul Kaya Khan Kjær Kjærgaard Klausen Kløve Koch Kock Kofoed Krag Krog Krogh Krogsgaard
    Kruse Lange Lassen Lauridsen Lind Lorentzen Lorenzen Lund Lundgaard Madsen Meyer Mikkelsen Mohamed Mohammad Munch Munk
    Mørch Mørk Møller Nguyen Nissen Nygaard Nørgaard Olesen Overgaard Petersen Pihl Poulsen Rask Rasmussen Ravn Riis Rohde
    Rosendahl Schmidt Schou Schrøder Schultz Skov Skovgaard Smidt Smith Sommer Stage Steffensen Storm Svane Svendsen
    Sørensen Thomsen Thorsen Thygesen Toft Tran Vang Vestergaard Vinther Vogel Wagner Winther With Yde Yildiz Yilmaz
    Ørsted Østergaard Aagaard Ågaard
    Agger Balle Bay Birk Blom Bork Bredahl Brink Broe Bruus Busk Buus Bøgh Degn Duus Elkjær Fabricius Falk Fog Foged Frost Fuglsang
    Gram Grønbæk Grønborg Gøtze Hammer Hauge Haugaard Hjorth Hoff Houmann Hvidt Høeg Høgh Højer Juel Kirkegaard Koefoed Kold
    Korsgaard Kragh Leth Lindberg Linde Lykke Lyng Marcussen Monrad Nedergaard Nymann Odgaard Pagh Palm Paludan Pape Prip Quist
    Ramsing Refsgaard Roed Rosenberg Rosenkilde Rytter Schack Schiøtz Schjødt Skaarup Skou Skriver Stampe Stokholm Søgaard Tang
    Terp Thrane Torp Trolle Uhre Ulrich Vad Voss Wiese Wolff Worm Zacho"""
EFTERNAVNE = frozenset(_EFTERNAVNE_TEKST.split())
_BLIVER_STED = (
    r"(?:v|V)ej\w*|(?:g|G)ade\w*|(?:a|A)ll[eé]\w*|(?:p|P)lads\w*|(?:s|S)træde\w*|(?:s|S)ti\b|(?:s|S)tien|(?:b|B)oulevard\w*|"
    r"(?:t|T)orv\w*|(?:p|P)ark\w*|(?:h|H)ave\w*|(?:h|H)us\w*|(?:g|G)ård\w*|(?:m|M)inde\w*|(?:k|K)irke\w*|(?:s|S)kole\w*|"
    r"(?:m|M)use\w*|(?:f|F)ond\w*|(?:l|L)egat\w*|(?:s|S)tiftelse\w*|(?:k|K)ollegi\w*|(?:b|B)akke\w*|(?:h|H)øj\w*|"
    r"(?:k|K)ilde\w*|(?:b|B)ro(?:en)?\b|(?:h|H)al(?:len)?\b|(?:c|C)ent(?:er|ret)|(?:b|B)ænk\w*|(?:s|S)ten(?:en)?\b|"
    r"(?:e|E)ftf\w*|(?:s|S)ønner|(?:o|O)g (?:s|S)øn|(?:s|S)medje|(?:m|M)ølle|A/S|ApS|I/S|P/S|IVS|K/S|& ?(?:[Cc]o|[Ss]øn)|VVS|"
    r"(?:b|B)ageri\w*|(?:b|B)oghandel\w*|(?:k|K)øbmand\w*|(?:b|B)ibliotek\w*|(?:s|S)kov\b|(?:s|S)koven|(?:l|L)und\b"
)
_ROLLE = (
    r"(?:[Kk]ontakt(?:person(?:en)?)?|[Rr]ing(?:\s+til)?|[Ss]pørg\s+efter|[Ss]kriv\s+til|[Mm]ail\s+til|[Ss]ms\s+til|"
    r"[Ff]orma(?:nd|nden)|[Ff]orperson(?:en)?|[Kk]asserer(?:en)?|[Ff]rivillige?n?|[Tt]ovholder(?:en)?|[Vv]ært(?:en|inde|inden)?|"
    r"[Nn]abo(?:en)?|[Ii]nstruktør(?:en)?|[Uu]nderviser(?:en)?|[Ll]eder(?:en)?|[Kk]oordinator(?:en)?|[Pp]edel(?:len)?|"
    r"[Tt]ilmelding\s+(?:til|hos)|[Nn]øglen?\s+hos|(?:hentes|lånes|fås|afleveres|bestilles)\s+hos|[Aa]ftal(?:es)?\s+med|[Hh]ilsen|[Mm]vh\.?|[Hh]r\.|[Ff]ru|v/)"
)
_STORT = r"[A-ZÆØÅÉ][a-zæøåéüöäß]+"
_LED = rf"(?:{_STORT}(?:-{_STORT})?|[A-ZÆØÅ]\.?(?=\s)|van|von|de|el|al)"
_FOELGE = re.compile(
    rf"(?<![\w.-])(?P<for>{_STORT})(?:-{_STORT})?(?P<rest>(?:[ \u00a0]+{_LED}(?![\w-])){{1,4}})"
)
_LED_FOR_SIG = re.compile(_LED)
_ER_STED = re.compile(rf"(?:{_BLIVER_STED})\Z")
_STED_EFTER = re.compile(rf"\s+(?:{_STORT}\s+)?(?:{_BLIVER_STED})")
_ROLLE_FOER = re.compile(rf"{_ROLLE}[:,]?\s+\Z")
#: Fru Hansen, Familien Petersen; and the other way round: Hansen, Kirsten.
_TITEL = re.compile(
    rf"\b(?:[Ff]ru|[Ff]rk\.?|[Hh]r\.?|[Ff]amilien|[Ff]am\.)\s+(?P<navn>{_STORT})(?![\w-])"
)
_OMVENDT = re.compile(rf"(?<![\w.-])(?P<navn>{_STORT}),\s(?P<for>{_STORT})(?![\w-])")
_EFTER_ROLLE = re.compile(
    rf"{_ROLLE}[:,]?\s+(?P<navn>{_STORT})(?:\s+(?P<efter>{_STORT}))?(?![\w-])"
)
_HELLIG = re.compile(
    r"\b(?:Skt\.?|Sct\.?|St\.?|Sankt|Dronning|Kong|Prins(?:esse)?|Købmand|Slagter|Bager)\s+\Z"
)
_SEN = (
    "sen", "søn", "gaard", "gård", "holm", "lund", "bjerg", "mann", "gren", "strøm", "kvist", "feldt",
    "ski", "ska", "enko", "escu", "vić", "chuk",
)  # fmt: skip
_VERSALER = re.compile(r"\b[A-ZÆØÅ]{2,}(?:\s+[A-ZÆØÅ]{2,})+\b")
_KORTESTE_SEN = 5
#: What stands after a place's or an organisation's first name: *Karen Kirke*, *Emma Mandag*.
_IKKE_EFTERNAVNE_TEKST = """Kommune Kirke Skole By Sogn Sø Å Strand Havn Slot Mark Hus Nord Syd Øst Vest Plejecenter Bibliotek Mølle Park
    Mandag Tirsdag Onsdag Torsdag Fredag Lørdag Søndag Januar Marts April Maj Juni Juli Oktober November
    December"""
_IKKE_EFTERNAVNE = frozenset(_IKKE_EFTERNAVNE_TEKST.split())


class Personnavn(NamedTuple):
    """Where the name stands, and as much of it as may be repeated."""

    fra: int
    til: int
    vist: str


_KENDTE = FORNAVNE | EFTERNAVNE
_PROEVES = _KENDTE | {navn.upper() for navn in _KENDTE}


def muligt_navn(ord_: list[str]) -> bool:
    """Cheap: whether any of the words is a known name; one in small letters is none: bro, skov, dam."""
    return not _PROEVES.isdisjoint(ord_)


def personnavne(tekst: str, maa_staa: Collection[str] = ()) -> Iterator[Personnavn]:
    """What looks like people's names; `maa_staa` are names that the municipality allows (in small letters)."""
    tekst = _VERSALER.sub(lambda m: m[0].title(), tekst)
    fundne: list[Personnavn] = []
    fra = 0
    while (fundet := _FOELGE.search(tekst, fra)) is not None:
        navn = _laest(tekst, fundet)
        fra = navn.til if navn else fundet.end("for")
        if navn:
            fundne.append(navn)
    for fundet in _EFTER_ROLLE.finditer(tekst):
        fra = fundet.start("navn")
        kendt = fundet["navn"] in FORNAVNE and not _STED_EFTER.match(tekst, fundet.end("navn"))
        if kendt and not any(et.fra <= fra < et.til for et in fundne):
            fundne.append(Personnavn(fra, fundet.end("navn"), fundet["navn"]))
    fundne += [
        et
        for et in _kun_efternavn(tekst)
        if not any(f.fra < et.til and et.fra < f.til for f in fundne)
    ]
    for navn in sorted(fundne):
        if tekst[navn.fra : navn.til].casefold() not in maa_staa:
            yield navn


def _kun_efternavn(tekst: str) -> Iterator[Personnavn]:
    """A surname after a title, and one before a comma and a first name."""
    for moenster in (_TITEL, _OMVENDT):
        for fundet in moenster.finditer(tekst):
            efternavn = fundet["navn"]
            omvendt = moenster is _OMVENDT
            sikkert = (
                efternavn.endswith("sen")
                if omvendt
                else _er_efternavn(efternavn, ukendt_ogsaa=False)
            )
            if (
                sikkert
                and not (omvendt and fundet["for"] not in FORNAVNE)
                and not _STED_EFTER.match(tekst, fundet.end())
            ):
                yield Personnavn(
                    fundet.start(),
                    fundet.end(),
                    f"{fundet[0].split()[0].rstrip(',')} {efternavn[:1]}.",
                )


def _laest(tekst: str, fundet: re.Match[str]) -> Personnavn | None:
    """The name in a run of words with capitals, when it begins with a first name and has a surname."""
    foer = tekst[: fundet.start()]
    efter_rolle = bool(_ROLLE_FOER.search(foer))
    if fundet["for"] not in FORNAVNE and not efter_rolle:
        return None
    led = [
        (fundet.start("rest") + et.start(), et[0]) for et in _LED_FOR_SIG.finditer(fundet["rest"])
    ]
    # Hans Jensens Vej, Karen Blixen Museet, Ida Mark Skov
    if _HELLIG.search(foer) or (not efter_rolle and any(_ER_STED.match(ord_) for _, ord_ in led)):
        return None
    for start, ord_ in reversed(led):
        slut = start + len(ord_)
        if _er_efternavn(ord_, ukendt_ogsaa=efter_rolle and fundet["for"] in FORNAVNE):
            ejer_et_sted = ord_.endswith("s") and _STED_EFTER.match(tekst, slut)
            er_et_sted = re.match(rf"\s+(?:{_BLIVER_STED})", tekst[slut:])
            if ejer_et_sted or er_et_sted:
                return None
            return Personnavn(fundet.start(), slut, f"{fundet['for']} {ord_[:1]}.")
    return None


def _er_efternavn(ord_: str, *, ukendt_ogsaa: bool) -> bool:
    if ord_ in _IKKE_EFTERNAVNE or not ord_[0].isupper() or len(ord_) <= len("X."):
        return False
    uden_s = ord_.removesuffix("s")
    return (
        ukendt_ogsaa
        or not EFTERNAVNE.isdisjoint((ord_, uden_s, ord_.rpartition("-")[2]))
        or (len(uden_s) >= _KORTESTE_SEN and uden_s.endswith(_SEN))
    )
