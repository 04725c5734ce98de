# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a workbook (.xlsx) with drop-downs, which OGR cannot: plain XML in a zip. Nothing in it is ever a formula."""

from __future__ import annotations

import datetime as dt
import html
import math
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Union

Celle = Union[str, int, float, dt.date, None]
Stil = Literal["almindelig", "tekst", "dato", "overskrift", "kraevet", "laast", "fed", "ombrudt"]

#: In the order of `cellXfs` below.
_STILE: tuple[Stil, ...] = (
    "almindelig", "tekst", "dato", "overskrift", "kraevet", "laast", "fed", "ombrudt",
)  # fmt: skip
_ULOVLIGE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_FLUGT = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NUL = dt.date(1899, 12, 30)
#: Before this Excel counts days otherwise.
_FOERSTE = dt.date(1900, 3, 1)
_LAENGST, _PROMPT, _TITEL = 32_767, 225, 32
_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKKE_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: The width of a letter in the unit of a column's, with room for words that do not fit.
_BOGSTAV = 1.05
#: The same bytes for the same rows, whatever the day.
_DATO = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Gyldig:
    """What may be written in a column, and what is said about it. `formel` is ours, never the user's."""

    art: Literal["alt", "liste", "dato", "heltal", "tal", "intet"] = "alt"
    #: A range of cells, or the lowest and highest value.
    graenser: tuple[str, ...] = ()
    titel: str = ""
    hjaelp: str = ""
    nej: str = ""


@dataclass(frozen=True)
class ArkKolonne:
    """One column of a sheet."""

    overskrift: str
    bredde: float
    stil: Stil = "tekst"
    hoved: Stil = "overskrift"
    gyldig: Gyldig | None = None


@dataclass(frozen=True)
class Ark:
    """One sheet: with columns, or (the explanation) with nothing but rows, each of one style."""

    navn: str
    kolonner: Sequence[ArkKolonne]
    raekker: Sequence[Sequence[Celle]]
    #: Style of a row by its number from 0, where it is not that of the columns.
    raekkestil: Mapping[int, Stil] = field(default_factory=dict)
    har_hoved: bool = True
    skjult: bool = False
    #: So many rows can be filled in.
    plads: int = 0
    fryst_kolonner: int = 0


def bogstav(nr: int) -> str:
    """The letters of a column, counted from 0."""
    ud = ""
    nr += 1
    while nr:
        nr, rest = divmod(nr - 1, 26)
        ud = chr(65 + rest) + ud
    return ud


def skriv_xlsx(sti: Path, ark: Sequence[Ark], navne: Mapping[str, str]) -> None:
    """Write the workbook; `navne` are hidden names of ranges. Raises `OSError`."""
    with zipfile.ZipFile(sti, "w", zipfile.ZIP_DEFLATED) as pakke:
        for navn, tekst in (
            ("[Content_Types].xml", _typer(len(ark))),
            ("_rels/.rels", _henvisninger([("officeDocument", "xl/workbook.xml")])),
            ("xl/workbook.xml", _bog(ark, navne)),
            ("xl/_rels/workbook.xml.rels", _henvisninger(
                [("worksheet", f"worksheets/sheet{nr}.xml") for nr in range(1, len(ark) + 1)]
                + [("styles", "styles.xml")])),
            ("xl/styles.xml", _stile()),
        ):  # fmt: skip
            _fil(pakke, navn, [tekst])
        for nr, et in enumerate(ark, 1):
            _fil(pakke, f"xl/worksheets/sheet{nr}.xml", _ark(et))


def _fil(pakke: zipfile.ZipFile, navn: str, dele: Iterator[str] | Sequence[str]) -> None:
    post = zipfile.ZipInfo(navn, _DATO)
    post.compress_type = zipfile.ZIP_DEFLATED
    with pakke.open(post, "w") as ud:
        ud.write(_XML.encode())
        for del_ in dele:
            ud.write(del_.encode("utf-8", "replace"))


def tekst_xml(tekst: str) -> str:
    """A text as it stands in XML: what XML cannot hold is left out, what Excel would take for a code is not one."""
    rent = _ULOVLIGE.sub("", tekst.replace("\r\n", "\n").replace("\r", "\n"))
    return _ren(_FLUGT.sub("_x005F_", rent[:_LAENGST]))


def _ren(tekst: str) -> str:
    return html.escape(tekst, quote=False)


def _attribut(tekst: str) -> str:
    rent = html.escape(_ULOVLIGE.sub("", tekst)).replace("\n", "&#10;")
    return f'"{rent}"'


def _typer(antal: int) -> str:
    dele = "".join(
        f'<Override PartName="/xl/worksheets/sheet{nr}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for nr in range(1, antal + 1)
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>{dele}</Types>'
    )


def _henvisninger(maal: Sequence[tuple[str, str]]) -> str:
    dele = "".join(
        f'<Relationship Id="rId{nr}" Type="{_REL}/{art}" Target="{fil}"/>'
        for nr, (art, fil) in enumerate(maal, 1)
    )
    return f'<Relationships xmlns="{_PAKKE_REL}">{dele}</Relationships>'


def _bog(ark: Sequence[Ark], navne: Mapping[str, str]) -> str:
    skjult = {True: ' state="hidden"', False: ""}
    blade = "".join(
        f'<sheet name={_attribut(et.navn)} sheetId="{nr}"{skjult[et.skjult]} r:id="rId{nr}"/>'
        for nr, et in enumerate(ark, 1)
    )
    filtre = [
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{nr}" hidden="1">{_ren(_omraade(et))}</definedName>'
        for nr, et in enumerate(ark)
        if et.plads
    ]
    egne = [
        f'<definedName name={_attribut(navn)} hidden="1">{_ren(celle)}</definedName>'
        for navn, celle in sorted(navne.items())
    ]
    return (
        f'<workbook {_NS} xmlns:r="{_REL}"><bookViews><workbookView activeTab="0"/></bookViews>'
        f"<sheets>{blade}</sheets><definedNames>{''.join(filtre + egne)}</definedNames></workbook>"
    )


def _omraade(ark: Ark) -> str:
    return f"{citer_ark(ark.navn)}!$A$1:${bogstav(len(ark.kolonner) - 1)}${max(2, len(ark.raekker) + 1)}"


def citer_ark(navn: str) -> str:
    """The name of a sheet as it stands in a reference."""
    return "'" + navn.replace("'", "''") + "'"


def _stile() -> str:
    def xf(tal: int = 0, skrift: int = 0, fyld: int = 0, *, ombryd: bool = False) -> str:
        linje = (
            '<alignment vertical="top" wrapText="1"/>' if ombryd else '<alignment vertical="top"/>'
        )
        return (
            f'<xf numFmtId="{tal}" fontId="{skrift}" fillId="{fyld}" borderId="0" xfId="0" applyNumberFormat="1"'
            f' applyFont="1" applyFill="1" applyAlignment="1">{linje}</xf>'
        )

    def fyld(farve: str) -> str:
        return f'<fill><patternFill patternType="solid"><fgColor rgb="{farve}"/><bgColor indexed="64"/></patternFill></fill>'

    tekst = 49  # "@"
    xfs = (
        xf(), xf(tekst), xf(164), xf(tekst, 1, 2, ombryd=True), xf(tekst, 1, 3, ombryd=True), xf(tekst, 2, 4),
        xf(tekst, 1), xf(tekst, ombryd=True),
    )  # fmt: skip
    return (
        f'<styleSheet {_NS}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts>'
        '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font>'
        '<font><sz val="9"/><color rgb="FF767676"/><name val="Calibri"/></font></fonts>'
        '<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
        f"{fyld('FFDCE6F1')}{fyld('FFFFE0A3')}{fyld('FFEDEDED')}</fills>"
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(xfs)}">{"".join(xfs)}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _ark(ark: Ark) -> Iterator[str]:
    yield f"<worksheet {_NS}>"
    if not ark.har_hoved:
        yield '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
    if ark.har_hoved and not ark.skjult:
        kol = ark.fryst_kolonner
        celle = f"{bogstav(kol)}2"
        rude = "bottomRight" if kol else "bottomLeft"
        bredt = f' xSplit="{kol}"' if kol else ""
        yield (
            f'<sheetViews><sheetView workbookViewId="0"><pane{bredt} ySplit="1" topLeftCell="{celle}"'
            f' activePane="{rude}" state="frozen"/><selection pane="{rude}" activeCell="{celle}" sqref="{celle}"/>'
            "</sheetView></sheetViews>"
        )
    else:
        yield '<sheetViews><sheetView workbookViewId="0"/></sheetViews>'
    yield '<sheetFormatPr defaultRowHeight="15"/><cols>'
    for nr, kolonne in enumerate(ark.kolonner, 1):
        yield (
            f'<col min="{nr}" max="{nr}" width="{kolonne.bredde}" customWidth="1"'
            f' style="{_STILE.index(kolonne.stil)}"/>'
        )
    yield "</cols><sheetData>"
    nr = 1
    if ark.har_hoved:
        celler = "".join(
            _celle(f"{bogstav(k)}1", kolonne.overskrift, kolonne.hoved)
            for k, kolonne in enumerate(ark.kolonner)
        )
        yield f'<row r="1" ht="32" customHeight="1">{celler}</row>'
        nr = 2
    for plads, raekke in enumerate(ark.raekker):
        stil = ark.raekkestil.get(plads)
        celler = "".join(
            _celle(f"{bogstav(k)}{nr + plads}", vaerdi, stil or ark.kolonner[k].stil)
            for k, vaerdi in enumerate(raekke)
            if vaerdi is not None
        )
        hoejde = _hoejde(ark, raekke) if not ark.har_hoved and stil is None else ""
        yield f'<row r="{nr + plads}"{hoejde}>{celler}</row>'
    yield "</sheetData>"
    if ark.plads:
        filter_ = _omraade(ark).rpartition("!")[2].replace("$", "")
        yield f'<autoFilter ref="{filter_}"/>'
    yield _gyldige(ark)
    hoejde = "" if ark.har_hoved else ' fitToHeight="0"'
    yield f'<pageSetup paperSize="9" orientation="landscape"{hoejde}/>'
    yield "</worksheet>"


def _hoejde(ark: Ark, raekke: Sequence[Celle]) -> str:
    """Room for texts that are broken into lines; not every program finds out by itself."""
    linjer = max(
        (math.ceil(len(str(celle)) * _BOGSTAV / kolonne.bredde) for celle, kolonne in zip(raekke, ark.kolonner) if celle),
        default=1,
    )  # fmt: skip
    return f' ht="{15 * max(1, linjer)}" customHeight="1"'


def _celle(sted: str, vaerdi: Celle, stil: Stil) -> str:
    if isinstance(vaerdi, dt.date):
        vaerdi = vaerdi.strftime("%d-%m-%Y") if vaerdi < _FOERSTE else (vaerdi - _NUL).days
    if isinstance(vaerdi, (int, float)):
        return f'<c r="{sted}" s="{_STILE.index(stil)}"><v>{vaerdi!r}</v></c>'
    return (
        f'<c r="{sted}" s="{_STILE.index(stil)}" t="inlineStr"><is><t xml:space="preserve">'
        f"{tekst_xml(vaerdi or '')}</t></is></c>"
    )


def _gyldige(ark: Ark) -> str:
    """The drop-downs, limits and help texts of the columns."""
    dele = [
        _gyldig(kolonne.gyldig, f"{bogstav(nr)}2:{bogstav(nr)}{ark.plads + 1}")
        for nr, kolonne in enumerate(ark.kolonner)
        if kolonne.gyldig is not None and ark.plads
    ]
    return f'<dataValidations count="{len(dele)}">{"".join(dele)}</dataValidations>' if dele else ""


def _gyldig(gyldig: Gyldig, omraade: str) -> str:
    hvad = {
        "alt": "", "liste": ' type="list"', "dato": ' type="date" operator="between"',
        "heltal": ' type="whole" operator="between"', "tal": ' type="decimal" operator="between"',
        "intet": ' type="custom"',
    }[gyldig.art]  # fmt: skip
    besked = f' showInputMessage="1" promptTitle={_attribut(gyldig.titel[:_TITEL])} prompt={_attribut(_kort(gyldig.hjaelp))}'
    if gyldig.art != "alt":
        besked += f' showErrorMessage="1" errorTitle={_attribut(gyldig.titel[:_TITEL])} error={_attribut(_kort(gyldig.nej))}'
    graenser = ("FALSE",) if gyldig.art == "intet" else gyldig.graenser
    formler = "".join(
        f"<formula{nr}>{_ren(graense)}</formula{nr}>" for nr, graense in enumerate(graenser, 1)
    )
    return (
        f'<dataValidation{hvad} allowBlank="1"{besked} sqref="{omraade}">{formler}</dataValidation>'
    )


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _PROMPT else tekst[: _PROMPT - 1] + "…"
