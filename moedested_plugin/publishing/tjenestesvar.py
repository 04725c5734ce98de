# SPDX-License-Identifier: GPL-2.0-or-later
"""What is asked of a published service, and what is right: a conversation that gives addresses and takes answers."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Generator, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Optional

from qgis.PyQt.QtCore import QUrl, QUrlQuery

from moedested_plugin.i18n import tr
from moedested_plugin.store.base import Ramme

from . import ows_svar
from .netkald import Svar
from .ows_svar import IkkeXml, Wfs
from .raekker import STEMPEL

#: Gives the address to ask, takes the answer; ends with what is wrong, or None.
Samtale = Generator[QUrl, Optional[Svar], Optional[str]]
Del = Callable[[], Samtale]

_VORES = frozenset(
    ("service", "request", "version", "typename", "typenames", "resulttype", "layers", "styles", "crs", "bbox",
     "width", "height", "format", "transparent", "propertyname")
)  # fmt: skip
_NOEGLE = frozenset(("fid", "ogc_fid", "geometri"))
_VERSION = re.compile(r"\d{8}T\d{6}-[0-9a-f]{8}")
_OK, _VIDERE, _KLIENTFEJL = 200, 300, 400
_SIDE, _MINDST_SIDE = 256, 32


@dataclass(frozen=True)
class Ventet:
    """What is right: the version; per WFS table its count and its public columns; WMS layers that must show something where."""

    version: str
    antal: Mapping[str, int]
    felter: Mapping[str, tuple[str, ...]]
    kort: tuple[tuple[str, Ramme], ...]


class Tjeneste:
    """One service and what is expected of it."""

    def __init__(self, adresse: QUrl, ventet: Ventet) -> None:
        self._adresse, self._ventet = adresse, ventet
        self._wfs: Wfs | None = None
        self.vaert = adresse.host()
        self.stempler: tuple[Del, ...] = (self._kortstempel, self._datastempel)
        self.resten: tuple[Del, ...] = (
            *(partial(self._antal, tabel, tal) for tabel, tal in ventet.antal.items()),
            *(partial(self._felter, tabel, navne) for tabel, navne in ventet.felter.items()),
            *(partial(self._kort, lag, ramme) for lag, ramme in ventet.kort),
        )

    @property
    def dele(self) -> tuple[Del, ...]:
        """Everything."""
        return (*self.stempler, *self.resten)

    def samtale(self, dele: Iterable[Del]) -> Samtale:
        """Ask these; ends at the first that is wrong."""
        for del_ in dele:
            try:
                forkert = yield from del_()
            except IkkeXml:
                forkert = tr("{} svarer ikke som en korttjeneste. Se adressen efter.").format(
                    self.vaert
                )
            if forkert is not None:
                return forkert
        return None

    def _kortstempel(self) -> Samtale:
        svar = yield self._wms("GetCapabilities")
        return self._afvist(svar) or self._stempel(
            ows_svar.kortversioner(_data(svar)),
            tr("Kortet hos {} viser stadig en anden udgivelse."),
            tr("Kortet hos {} har intet versionsmærke."),
        )

    def _datastempel(self) -> Samtale:
        wfs = yield from self._sprog()
        if isinstance(wfs, str):
            return wfs
        svar = yield self._wfs_adresse(wfs, "GetFeature", STEMPEL)
        return self._afvist(svar) or self._stempel(
            ows_svar.dataversioner(_data(svar)),
            tr("Data hos {} er stadig fra en anden udgivelse."),
            tr("Data hos {} har intet versionsmærke."),
        )

    def _stempel(self, fundne: list[str], anden: str, intet: str) -> str | None:
        if fundne == [self._ventet.version]:
            return None
        kendte = [version for version in fundne if _VERSION.fullmatch(version)]
        return (anden if kendte else intet).format(self.vaert)

    def _antal(self, tabel: str, ventet: int) -> Samtale:
        wfs = yield from self._sprog()
        if isinstance(wfs, str):
            return wfs
        # With all columns of all rows QGIS Server takes many times longer to give the same number.
        nogle = {"PROPERTYNAME": felter[0]} if (felter := self._ventet.felter.get(tabel)) else {}
        svar = yield self._wfs_adresse(wfs, "GetFeature", tabel, RESULTTYPE="hits", **nogle)
        afvist = self._afvist(svar, tabel)
        if afvist:
            return afvist
        fundet = ows_svar.antal(_data(svar), wfs)
        if fundet == ventet:
            return None
        if fundet is None:
            return tr("{} kan ikke sige, hvor mange rækker laget {} har.").format(self.vaert, tabel)
        return tr("Laget {} hos {} har {} rækker, men skal have {}.").format(
            tabel, self.vaert, fundet, ventet
        )

    def _felter(self, tabel: str, ventede: tuple[str, ...]) -> Samtale:
        wfs = yield from self._sprog()
        if isinstance(wfs, str):
            return wfs
        svar = yield self._wfs_adresse(wfs, "DescribeFeatureType", tabel)
        afvist = self._afvist(svar, tabel)
        if afvist:
            return afvist
        fundne = ows_svar.felter(_data(svar)) - _NOEGLE
        mangler, ekstra = set(ventede) - _NOEGLE - fundne, fundne - set(ventede)
        if ekstra:
            return tr("Laget {} hos {} viser felter, som ikke er offentlige: {}.").format(
                tabel, self.vaert, _nogle(ekstra)
            )
        if mangler:
            return tr("Laget {} hos {} mangler felter: {}.").format(
                tabel, self.vaert, _nogle(mangler)
            )
        return None

    def _kort(self, lag: str, ramme: Ramme) -> Samtale:
        bredde, hoejde = _billede(ramme)
        svar = yield self._wms(
            "GetMap", LAYERS=lag, STYLES="", CRS="EPSG:25832", BBOX=",".join(f"{tal:.2f}" for tal in ramme),
            WIDTH=str(bredde), HEIGHT=str(hoejde), FORMAT="image/png", TRANSPARENT="TRUE",
        )  # fmt: skip
        tegnet = ows_svar.er_tegnet(_data(svar), bredde, hoejde)
        if tegnet is None:
            return self._afvist(svar, lag) or tr("Laget {} hos {} giver intet kortbillede.").format(
                lag, self.vaert
            )
        return None if tegnet else tr("Kortet hos {} er tomt i laget {}.").format(self.vaert, lag)

    def _sprog(self) -> Generator[QUrl, Svar | None, Wfs | str]:
        """Which WFS it speaks; asked once."""
        if self._wfs is None:
            svar = yield self._med(
                SERVICE="WFS", REQUEST="GetCapabilities", VERSION=ows_svar.WFS_20.version
            )
            afvist = self._afvist(svar)
            if afvist:
                return afvist
            self._wfs = ows_svar.wfs_sprog(_data(svar))
        return self._wfs or tr("{} har ingen WFS.").format(self.vaert)

    def _afvist(self, svar: Svar | None, lag: str = "") -> str | None:
        """What is wrong when the answer is no answer: another status, or an exception report."""
        status = svar.status if svar else 0
        try:
            kode = ows_svar.fejlkode(_data(svar))
        except IkkeXml:
            if _OK <= status < _VIDERE:
                raise
            kode = None
        if kode is not None:
            if lag:
                return tr("{} svarer med en fejl om laget {} ({}).").format(self.vaert, lag, kode)
            return tr("{} svarer med en fejl ({}).").format(self.vaert, kode)
        if _VIDERE <= status < _KLIENTFEJL:
            return tr("{} sender videre i ring eller til en usikker adresse.").format(self.vaert)
        if status >= _KLIENTFEJL:
            return tr("{} svarer {} på adressen. Se den efter.").format(self.vaert, status)
        return None

    def _wms(self, request: str, **dele: str) -> QUrl:
        return self._med(SERVICE="WMS", REQUEST=request, VERSION="1.3.0", **dele)

    def _wfs_adresse(self, wfs: Wfs, request: str, tabel: str, **dele: str) -> QUrl:
        typenavn = {wfs.typenavn: tabel}
        if request == "DescribeFeatureType":  # of this request 2.0 has kept the name
            typenavn = {"TYPENAME": tabel} | typenavn
        return self._med(
            SERVICE="WFS", REQUEST=request, VERSION=wfs.version, **typenavn, **dele
        )  # fmt: skip

    def _med(self, **dele: str) -> QUrl:
        """The address with its own parameters (a mapfile, a token), ours, and one that no cache has seen."""
        full = QUrl.ComponentFormattingOption.FullyDecoded
        spoerg = QUrlQuery()
        for navn, vaerdi in [
            *(led for led in QUrlQuery(self._adresse).queryItems(full) if led[0].lower() not in _VORES),
            *dele.items(),
            ("nocache", uuid.uuid4().hex),
        ]:  # fmt: skip
            spoerg.addQueryItem(navn, bytes(QUrl.toPercentEncoding(vaerdi, b":/,")).decode())
        adresse = QUrl(self._adresse)
        adresse.setQuery(spoerg)
        return adresse


def _data(svar: Svar | None) -> bytes:
    return svar.data if svar else b""


def _nogle(navne: set[str]) -> str:
    """The first few names, cut short: they come from outside."""
    return ", ".join(navn[:60] for navn in sorted(navne)[:5])


def _billede(ramme: Ramme) -> tuple[int, int]:
    """The size of the picture of a frame, which is never a mere point or line."""
    xmin, ymin, xmax, ymax = ramme
    laengst = max(xmax - xmin, ymax - ymin)
    bredde = max(_MINDST_SIDE, round(_SIDE * (xmax - xmin) / laengst))
    hoejde = max(_MINDST_SIDE, round(_SIDE * (ymax - ymin) / laengst))
    return bredde, hoejde
