# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes a PDF that QGIS has written a well described document: title, language, contents, alternative texts."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timezone
from html import escape
from typing import TYPE_CHECKING

from qgis.core import Qgis
from qgis.PyQt.QtCore import qVersion

from moedested_plugin.i18n import tr

from .pdf_fil import Henvisning, Navn, PdfFil, Uforstaaet
from .pdf_maerker import FIGUR, PYNT, Side, maerk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from .pdf_fil import Ordbog

#: What made the document; shown by the reader's program.
SKABER = "Mødested"
_PUNKT_PR_MM = 72 / 25.4
_SLUT = b"%%EOF"


class PdfFejl(Exception):
    """The PDF could not be described; `str(fejl)` is the sentence for the user. The file is as it was."""


@dataclass(frozen=True)
class Dokument:
    """What a PDF says of itself. `sprog` is da, en or de; `sider` gives the list of contents and what is on each page."""

    titel: str
    sprog: str
    emne: str
    forfatter: str
    noegleord: tuple[str, ...]
    sider: tuple[Side, ...] = ()


def beskriv(sti: Path, oplysninger: Dokument) -> bool:
    """Describe the PDF; gives whether it could be tagged (text in order, figures with texts) as well.

    What is drawn stays as it was, and the file is replaced in one move. Raises `PdfFejl`.
    """
    ny = sti.with_name(f"~moedested-{uuid.uuid4().hex[:8]}.pdf")
    try:
        fil = PdfFil(sti.read_bytes())
        maerket = _skriv(fil, oplysninger)
        info = fil.trailer.get("Info")
        info = info if isinstance(info, Henvisning) else fil.ny()
        fil.skriv(info, _info(oplysninger, nu := datetime.now(timezone.utc)))
        xmp = _xmp(oplysninger, nu).encode("utf-8")
        bog = {"Type": Navn("Metadata"), "Subtype": Navn("XML")}
        fil.rod["Metadata"] = fil.skriv_stroem(bog, xmp, pak=False, over=fil.rod.get("Metadata"))
        fil.skriv(fil.trailer["Root"], fil.rod)
        ny.write_bytes(fil.faerdig(info))
        ny.replace(sti)
    except (Uforstaaet, LookupError, TypeError, ValueError):  # nothing of it is ours to trust
        raise PdfFejl(
            tr("{0} er ikke en PDF, som QGIS har skrevet, og er ladt i fred.").format(sti.name)
        ) from None
    except OSError:
        raise PdfFejl(
            tr("{0} kunne ikke skrives. Luk den, hvis den er åben, og prøv igen.").format(sti.name)
        ) from None
    finally:
        ny.unlink(missing_ok=True)
    return maerket


def er_hel(sti: Path) -> bool:
    """Whether the file was written to its end."""
    try:
        with sti.open("rb") as fil:
            fil.seek(max(0, sti.stat().st_size - 2 * len(_SLUT)))
            return fil.read().rstrip().endswith(_SLUT)
    except OSError:
        return False


def _skriv(fil: PdfFil, oplysninger: Dokument) -> bool:
    """Put language, title, contents and tags into the catalogue."""
    sider = fil.sider()
    fil.rod["Lang"] = f"({oplysninger.sprog})".encode("ascii", "ignore")
    fil.rod["ViewerPreferences"] = {"DisplayDocTitle": True}
    if len(oplysninger.sider) == len(sider) > 1:
        fil.rod["Outlines"] = _indhold(fil, sider, [side.titel for side in oplysninger.sider])
        fil.rod["PageMode"] = Navn("UseOutlines")
    return _maerk_sider(fil, sider, oplysninger.sider)


def _indhold(fil: PdfFil, sider: Sequence[Henvisning], titler: Sequence[str]) -> Henvisning:
    top = fil.ny()
    punkter = [fil.ny() for _ in titler]
    for nr, (punkt, side, titel) in enumerate(zip(punkter, sider, titler)):
        bog: Ordbog = {"Title": titel, "Parent": top, "Dest": [side, Navn("Fit")]}
        if nr:
            bog["Prev"] = punkter[nr - 1]
        if nr + 1 < len(punkter):
            bog["Next"] = punkter[nr + 1]
        fil.skriv(punkt, bog)
    bog = {"Type": Navn("Outlines"), "Count": len(punkter)}
    return fil.skriv(top, {**bog, "First": punkter[0], "Last": punkter[-1]})


def _maerk_sider(fil: PdfFil, sider: Sequence[Henvisning], navne: Sequence[Side]) -> bool:
    """Tag all pages or none: a document that says it is tagged must be so all through."""
    if len(navne) != len(sider) or not any(side.elementer for side in navne):
        return False
    if "StructTreeRoot" in fil.rod:
        return True
    boeger = [fil.ordbog(side) for side in sider]
    if len(
        {bog.get("Contents") for bog in boeger if isinstance(bog.get("Contents"), Henvisning)}
    ) != len(boeger):
        return False
    maerkede = []
    for bog, navn in zip(boeger, navne):
        svar = maerk(fil.stroem(bog["Contents"]), navn)
        if svar is None:
            return False
        maerkede.append(svar)
    rod, dokument = fil.ny(), fil.ny()
    afsnit: list[Henvisning] = []
    foraeldre: list[object] = []
    for nr, (bog, navn, (indhold, par)) in enumerate(zip(boeger, navne, maerkede)):
        bog |= {
            "Contents": fil.skriv_stroem({}, indhold, pak=True, over=bog["Contents"]),
            "StructParents": nr,
            "Tabs": Navn("S"),
        }
        fil.skriv(sider[nr], bog)
        hoejde = float(bog["MediaBox"][3])
        del_af, ejere = _afsnit(fil, dokument, sider[nr], hoejde, navn, par)
        afsnit.append(del_af)
        foraeldre += [nr, ejere]
    fil.skriv(dokument, _knude("Document", rod, afsnit))
    fil.skriv(
        rod,
        {
            "Type": Navn("StructTreeRoot"),
            "K": [dokument],
            "ParentTree": {"Nums": foraeldre},
            "ParentTreeNextKey": len(sider),
        },
    )
    fil.rod |= {"StructTreeRoot": rod, "MarkInfo": {"Marked": True}}
    return True


def _afsnit(
    fil: PdfFil, over: Henvisning, pdf_side: Henvisning, hoejde: float, side: Side,
    par: Sequence[tuple[int, int]],
) -> tuple[Henvisning, list[Henvisning]]:  # fmt: skip
    """Write what is on one page, in reading order; gives it, and whose each of the page's marks is."""
    afsnit = fil.ny()
    knuder: dict[int, Henvisning] = {}
    for nr, element in enumerate(side.elementer):
        maerker = [maerke for ejer, maerke in par if ejer == nr]
        if element.rolle == PYNT or not maerker:
            continue
        bog = {**_knude(element.rolle, afsnit, maerker), "Pg": pdf_side}
        if element.rolle == FIGUR:
            x, y, bredde, hoejde_mm = (_PUNKT_PR_MM * tal for tal in element.kasse)
            kasse = [x, hoejde - y - hoejde_mm, x + bredde, hoejde - y]
            bog |= {
                "Alt": element.tekst,
                "A": {"O": Navn("Layout"), "BBox": kasse, "Placement": Navn("Block")},
            }
        elif element.tekst:
            # As drawn, a text has no space where its line breaks.
            bog["ActualText"] = element.tekst
        knuder[nr] = fil.skriv(fil.ny(), bog)
    fil.skriv(afsnit, {**_knude("Sect", over, [*knuder.values()]), "T": side.titel})
    return afsnit, [knuder[ejer] for ejer, _ in par]


def _knude(rolle: str, over: Henvisning, boern: Sequence[object]) -> Ordbog:
    return {"Type": Navn("StructElem"), "S": Navn(rolle), "P": over, "K": boern}


def _info(oplysninger: Dokument, nu: datetime) -> Ordbog:
    tid = nu.strftime("(D:%Y%m%d%H%M%SZ)").encode("ascii")
    return {
        "Title": oplysninger.titel,
        "Author": oplysninger.forfatter,
        "Subject": oplysninger.emne,
        "Keywords": ", ".join(oplysninger.noegleord),
        "Creator": SKABER,
        "Producer": _programmer(),
        "CreationDate": tid,
        "ModDate": tid,
    }


def _programmer() -> str:
    return f"QGIS {Qgis.version()}, Qt {qVersion()}"


def _xmp(oplysninger: Dokument, nu: datetime) -> str:
    """Say the same as `_info`, for the programs that read XMP."""

    def sprogtekst(navn: str, tekst: str) -> str:
        li = f'<rdf:li xml:lang="x-default">{_ren(tekst)}</rdf:li>'
        return f"<dc:{navn}><rdf:Alt>{li}</rdf:Alt></dc:{navn}>"

    def raekke(navn: str, slags: str, tekster: Sequence[str]) -> str:
        led = "".join(f"<rdf:li>{_ren(tekst)}</rdf:li>" for tekst in tekster)
        return f"<dc:{navn}><rdf:{slags}>{led}</rdf:{slags}></dc:{navn}>"

    tid = nu.strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">'
        "<dc:format>application/pdf</dc:format>"
        f"{sprogtekst('title', oplysninger.titel)}{sprogtekst('description', oplysninger.emne)}"
        f"{raekke('creator', 'Seq', [oplysninger.forfatter])}"
        f"{raekke('subject', 'Bag', oplysninger.noegleord)}{raekke('language', 'Bag', [oplysninger.sprog])}"
        f"<pdf:Keywords>{_ren(', '.join(oplysninger.noegleord))}</pdf:Keywords>"
        f"<pdf:Producer>{_ren(_programmer())}</pdf:Producer><xmp:CreatorTool>{SKABER}</xmp:CreatorTool>"
        f"<xmp:CreateDate>{tid}</xmp:CreateDate><xmp:ModifyDate>{tid}</xmp:ModifyDate>"
        f"<xmp:MetadataDate>{tid}</xmp:MetadataDate>"
        '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    )


def _ren(tekst: str) -> str:
    """Give the text as XML takes it: no control characters."""
    return escape("".join(tegn if tegn.isprintable() else " " for tegn in tekst))
