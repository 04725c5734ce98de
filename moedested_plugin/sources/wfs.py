# SPDX-License-Identifier: GPL-2.0-or-later
"""Downloads a layer from a WFS, page by page, to files that are read like any other."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QUrl, QUrlQuery

from moedested_plugin.i18n import tr

from . import sprog, wfs_svar
from .fejl import LaeseFejl, MaaSpoerges, Valg
from .wfs_filter import filter_xml
from .wfs_net import Net, Taalmodighed
from .wfs_svar import Side, Tjeneste, WfsLag

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from .laest import Kilde

_OENSKET = "25832"
_FRISK_SEKUNDER = 3_600
_RUNDT = 100  # a number of rows that a limit, not the data, has decided
_VORES = frozenset(
    ("service", "request", "version", "typename", "typenames", "outputformat", "srsname", "count",
     "maxfeatures", "startindex", "resulttype", "acceptversions")
)  # fmt: skip


@dataclass(frozen=True)
class Hentet:
    """The pages of a layer, in order."""

    sider: tuple[Path, ...]
    navn: str
    bemaerkninger: tuple[str, ...]
    #: Said only when the pages do not say it themselves.
    crs: str | None = None


def er_adresse(sti: str) -> bool:
    """Whether a source is the address of a service."""
    return sti.removeprefix("WFS:").lower().startswith(("http://", "https://"))


def hent(
    kilde: Kilde,
    mappe: Path,
    feedback: QgsFeedback | None = None,
    taalmodighed: Taalmodighed | None = None,
) -> Hentet:
    """Download the layer of a WFS into `mappe`; goes on from the pages that lie there from a broken attempt."""
    taal = taalmodighed or Taalmodighed()
    net = Net(kilde.authcfg, taal, feedback)
    rod = QUrl(kilde.sti.removeprefix("WFS:"))
    if not rod.isValid() or not rod.host():
        raise LaeseFejl(tr("Adressen {} er ikke en webadresse. Ret den.").format(kilde.sti[:120]))
    tjeneste = _tjeneste(net, rod)
    lag = _vaelg(tjeneste, kilde.lag or _lag_i(rod), rod.host())
    filter_ = filter_xml(kilde.filter, tjeneste.version) if kilde.filter else None
    return _Hentning(net, rod, tjeneste, lag, mappe, taal, filter_).hent(feedback)


def _tjeneste(net: Net, rod: QUrl) -> Tjeneste:
    """Ask what the service can, in the newest version that both know."""
    nej: LaeseFejl | None = None
    for version in ("2.0.0", "1.1.0"):
        adresse = _adresse(rod, request="GetCapabilities", version=version)
        try:
            return net.spoerg(adresse, wfs_svar.tjeneste)[1]
        except LaeseFejl as fejl:
            nej = nej or fejl
            if type(fejl) is not LaeseFejl:
                raise
    raise nej or LaeseFejl(tr("{} svarer ikke.").format(rod.host()))


def _vaelg(tjeneste: Tjeneste, oensket: str | None, vaert: str) -> WfsLag:
    if not tjeneste.lag:
        raise LaeseFejl(tr("{} viser ingen lag. Måske skal der logges ind.").format(vaert))
    if oensket:
        for lag in tjeneste.lag:
            if oensket.casefold() in {
                lag.navn.casefold(), lag.navn.rpartition(":")[2].casefold(), lag.titel.casefold()
            }:  # fmt: skip
                return lag
        raise LaeseFejl(
            tr("Laget “{}” findes ikke hos {}. Vælg et andet.").format(oensket[:80], vaert)
        )
    if len(tjeneste.lag) == 1:
        return tjeneste.lag[0]
    raise MaaSpoerges(
        tr("{} har flere lag. Vælg det, der skal læses.").format(vaert),
        "lag",
        [Valg(lag.navn, lag.titel) for lag in tjeneste.lag],
    )


def _lag_i(rod: QUrl) -> str | None:
    """The layer that the address itself names."""
    for navn, vaerdi in QUrlQuery(rod).queryItems(QUrl.ComponentFormattingOption.FullyDecoded):
        if navn.lower() in {"typename", "typenames"} and vaerdi:
            return vaerdi
    return None


def _adresse(rod: QUrl, **dele: str) -> QUrl:
    """The service's address with our parameters, and its own that are not ours (MAP, token)."""
    full = QUrl.ComponentFormattingOption.FullyDecoded
    spoerg = QUrlQuery()
    for navn, vaerdi in [
        *(led for led in QUrlQuery(rod).queryItems(full) if led[0].lower() not in _VORES),
        ("service", "WFS"),
        *dele.items(),
    ]:
        spoerg.addQueryItem(navn, bytes(QUrl.toPercentEncoding(vaerdi, b":/,")).decode())
    adresse = QUrl(rod)
    adresse.setQuery(spoerg)
    return adresse


class _Hentning:
    """The pages of one layer, with a note of how far we are that outlives a failure."""

    def __init__(
        self,
        net: Net,
        rod: QUrl,
        tjeneste: Tjeneste,
        lag: WfsLag,
        mappe: Path,
        taal: Taalmodighed,
        filter_: str | None = None,
    ) -> None:
        self._filter = filter_
        self._net, self._rod, self._tjeneste, self._lag, self._taal = net, rod, tjeneste, lag, taal
        self._mappe = mappe / "wfs"
        self._mappe.mkdir(parents=True, exist_ok=True)
        self._note = self._mappe / "sider.json"
        self._sider: list[dict[str, Any]] = []
        self._i_alt: int | None = None
        self._bemaerk: list[str] = []

    @property
    def _antal(self) -> int:
        return sum(side["antal"] for side in self._sider)

    def hent(self, feedback: QgsFeedback | None) -> Hentet:
        """Download what is missing. Raises `LaeseFejl` when it cannot be had whole."""
        if self._filter is not None:
            filtreret = self._hent_filtreret(feedback)
            if filtreret is not None:
                return filtreret
            self._filter, self._i_alt = None, None
            self._sider.clear()
        return self._hent_alt(feedback)

    def _hent_filtreret(self, feedback: QgsFeedback | None) -> Hentet | None:
        """Let the service choose the rows; None when it will not, or finds none: then we choose among all of them."""
        try:
            hentet = self._hent_alt(feedback)
        except LaeseFejl as fejl:
            # What breaks off halfway is no refusal, and is gone on with another time.
            if type(fejl) is not LaeseFejl or self._sider:
                raise
            return None
        if not self._antal:
            return None
        return replace(
            hentet, bemaerkninger=(*hentet.bemaerkninger, tr("Filteret er sendt til tjenesten."))
        )

    def _hent_alt(self, feedback: QgsFeedback | None) -> Hentet:
        self._genoptag()
        if self._i_alt is None:
            self._i_alt = self._tael()
        if not self._bladr(feedback, bladrer=self._tjeneste.kan_bladre):
            self._sider.clear()
            if not self._bladr(feedback, bladrer=False) or self._antal == self._taal.side:
                raise LaeseFejl(
                    tr("Tjenesten giver den samme side igen og igen. Hent laget som fil i stedet.")
                )
        self._note.unlink(missing_ok=True)
        if self._i_alt is not None and self._antal < self._i_alt:
            raise LaeseFejl(
                tr("Tjenesten siger, at der er {}, men gav kun {}. Prøv igen.").format(
                    sprog.raekker(self._i_alt), self._antal
                )
            )
        if self._i_alt is not None and self._antal > self._i_alt:
            self._bemaerk.append(
                tr("Tjenesten siger, at der er {}, men gav {}.").format(
                    sprog.raekker(self._i_alt), self._antal
                )
            )
        meter = bool(self._sider) and all(side["meter"] for side in self._sider)
        return Hentet(
            tuple(self._mappe / side["fil"] for side in self._sider),
            self._lag.titel,
            tuple(self._bemaerk),
            f"EPSG:{_OENSKET}" if meter and self._srs() else None,
        )

    def _bladr(self, feedback: QgsFeedback | None, *, bladrer: bool) -> bool:
        """Fetch page after page until one is empty; False when the service repeats itself before all is had.

        What a service says of the number of rows is no reason to stop: MapServer counts only up to its own limit.
        """
        sete = {side["aftryk"] for side in self._sider}
        while len(self._sider) < self._taal.sider:
            try:
                data, side = self._net.spoerg(self._side_adresse(bladrer=bladrer), wfs_svar.side)
            except LaeseFejl as fejl:
                # Asking a service that does not page for more was worth a try, no more.
                if bladrer or not self._sider or type(fejl) is not LaeseFejl:
                    raise
                return True
            if side.antal == 0:
                return True
            if side.aftryk in sete:
                return not bladrer or (self._i_alt is not None and self._antal >= self._i_alt)
            sete.add(side.aftryk)
            self._gem(data, side)
            if feedback is not None and self._i_alt:
                feedback.setProgress(min(50.0, 50.0 * self._antal / self._i_alt))
            if not bladrer and side.antal % _RUNDT and not self._mangler():
                return True
        raise LaeseFejl(
            tr("Tjenesten bliver ved med at give nye sider. Hent laget som fil i stedet.")
        )

    def _mangler(self) -> bool:
        return self._i_alt is not None and self._antal < self._i_alt

    def _side_adresse(self, *, bladrer: bool) -> QUrl:
        ny = self._tjeneste.version.startswith("2")
        dele = {"request": "GetFeature", "version": self._tjeneste.version,
                "typeNames" if ny else "typeName": self._lag.navn}  # fmt: skip
        srs = self._srs()
        if srs:
            dele["srsName"] = srs
        if self._tjeneste.format:
            dele["outputFormat"] = self._tjeneste.format
        if self._filter is not None:
            dele["filter"] = self._filter
        if bladrer:
            dele["count" if ny else "maxFeatures"] = str(self._taal.side)
        if bladrer or self._antal:
            dele["startIndex"] = str(self._antal)
        return _adresse(self._rod, **dele)

    def _srs(self) -> str | None:
        """Our CRS in the words of the service, where it offers it."""
        return next((navn for navn in self._lag.crs if navn.endswith(_OENSKET)), None)

    def _tael(self) -> int | None:
        """Ask how many rows there are; a service need not know."""
        ny = self._tjeneste.version.startswith("2")
        valgt = {} if self._filter is None else {"filter": self._filter}
        adresse = _adresse(
            self._rod, request="GetFeature", version=self._tjeneste.version, resultType="hits",
            **{"typeNames" if ny else "typeName": self._lag.navn}, **valgt,
        )  # fmt: skip
        kort = Net(self._net.authcfg, replace(self._taal, forsoeg=1), self._net.feedback)
        try:
            return kort.spoerg(adresse, wfs_svar.antal_i_alt)[1]
        except LaeseFejl as fejl:
            if type(fejl) is not LaeseFejl:
                raise
            return None

    def _gem(self, data: bytes, side: Side) -> None:
        fil = f"side_{len(self._sider) + 1:05}{side.endelse}"
        (self._mappe / fil).write_bytes(data)
        self._sider.append(
            {"fil": fil, "antal": side.antal, "aftryk": side.aftryk, "meter": side.meter}
        )
        if side.i_alt is not None:
            self._i_alt = side.i_alt
        self._note.write_text(
            json.dumps(
                {
                    "kilde": self._kilde(),
                    "tid": time.time(),
                    "i_alt": self._i_alt,
                    "sider": self._sider,
                }
            ),
            "utf-8",
        )

    def _genoptag(self) -> None:
        """Take up the pages of a broken attempt at the same layer, if they are fresh."""
        if not self._note.is_file():
            return
        try:
            note = json.loads(self._note.read_text("utf-8"))
            frisk = time.time() - note["tid"] < _FRISK_SEKUNDER
            findes = all((self._mappe / side["fil"]).is_file() for side in note["sider"])
            if note["kilde"] == self._kilde() and frisk and findes:
                self._sider, self._i_alt = note["sider"], note["i_alt"]
        except (ValueError, KeyError, TypeError):
            return

    def _kilde(self) -> str:
        return "|".join((self._rod.toDisplayString(), self._lag.navn,
                         self._tjeneste.format or "", self._tjeneste.version, self._filter or ""))  # fmt: skip
