# SPDX-License-Identifier: GPL-2.0-or-later
"""A small WMS and WFS that answers rightly, and wrongly in the ways it is told to; it keeps what it was asked."""

from __future__ import annotations

import base64
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QColor, QImage

from moedested_plugin.publishing.efterproev import Ventet
from tests.ows import Server, Svar

GAMMEL, NY = "20261120T120000-00000000", "20261121T164500-1a2b3c4d"
VENTET = Ventet(
    NY, {"moedested": 7}, {"moedested": ("navn", "rettet")}, (("moedested", (0, 0, 1000, 500)),)
)
FEJL = '<?xml version="1.0"?><ServiceExceptionReport><ServiceException code="{}">/srv/hemmelig.qgz token=abc</ServiceException></ServiceExceptionReport>'


@dataclass
class Spoergsmaal:
    """One request: its parameters in small letters, its headers, its connection."""

    nr: int
    dele: dict[str, str]
    hoveder: dict[str, str]
    forbindelse: int

    @property
    def hvad(self) -> str:
        return self.dele.get("request", "").lower()


@dataclass
class Falsk:
    """The state of the service."""

    kort: str = NY
    data: str = NY
    antal: int = 7
    felter: tuple[str, ...] = ("fid", "navn", "rettet")
    farver: tuple[str, ...] = ("red", "blue")
    wfs20: bool = False
    #: Asked first, with the request: what is answered instead, or None.
    i_stedet: Callable[[Spoergsmaal], Svar | None] = lambda _s: None
    url: str = ""
    spurgt: list[Spoergsmaal] = field(default_factory=list)
    #: A request that waits for this to be set hangs until the test is over.
    slut: threading.Event = field(default_factory=threading.Event)

    def haeng(self) -> None:
        """Answer nothing for as long as the test lasts."""
        self.slut.wait(60)

    @contextmanager
    def koerer(self) -> Iterator[Falsk]:
        laas = threading.Lock()

        def svar(dele: dict[str, str], handler: Any) -> Svar:
            with laas:
                spurgt = Spoergsmaal(
                    len(self.spurgt), dele, {n.lower(): v for n, v in handler.headers.items()}, handler.client_address[1]
                )  # fmt: skip
                self.spurgt.append(spurgt)
            return self.i_stedet(spurgt) or self.rigtigt(spurgt)

        with Server(svar) as server:
            # Connections that stay open, as those of a real server.
            server._server.RequestHandlerClass.protocol_version = "HTTP/1.1"
            self.url = server.adresse
            try:
                yield self
            finally:
                self.slut.set()

    def rigtigt(self, spurgt: Spoergsmaal) -> Svar:
        """What a service in this state answers."""
        dele = spurgt.dele
        if spurgt.hvad == "getmap":
            return Svar(
                billede(int(dele["width"]), int(dele["height"]), self.farver), type="image/png"
            )
        if spurgt.hvad == "getcapabilities":
            return _xml(self._wms() if dele["service"] == "WMS" else self._wfs())
        typenavn = dele["typenames" if self.wfs20 else "typename"]
        if spurgt.hvad == "describefeaturetype":
            felter = "".join(f'<element name="{navn}" type="string"/>' for navn in self.felter)
            return _xml(
                f'<schema><complexType name="t"><sequence>{felter}<element name="geometri" type="gml:PointPropertyType"/>'
                f'</sequence></complexType><element name="{typenavn}" type="t"/></schema>'
            )
        if dele.get("resulttype") == "hits":
            attribut = "numberMatched" if self.wfs20 else "numberOfFeatures"
            return _xml(f'<FeatureCollection {attribut}="{self.antal}"/>')
        return _xml(
            f"<FeatureCollection><featureMember><udgivelse><version>{self.data}</version></udgivelse>"
            "</featureMember></FeatureCollection>"
        )

    def _wms(self) -> str:
        return (
            "<WMS_Capabilities><Service><KeywordList><Keyword>mødested</Keyword>"
            f"<Keyword>version:{self.kort}</Keyword></KeywordList></Service>"
            f"<Capability><Layer><KeywordList><Keyword>version:{NY}</Keyword></KeywordList></Layer></Capability></WMS_Capabilities>"
        )

    def _wfs(self) -> str:
        return f'<WFS_Capabilities version="{"2.0.0" if self.wfs20 else "1.1.0"}"/>'


def _xml(tekst: str) -> Svar:
    return Svar(f'<?xml version="1.0" encoding="UTF-8"?>{tekst}'.encode())


def fejl(kode: str, status: int = 200) -> Svar:
    """An exception report whose text has what nobody must see."""
    return Svar(FEJL.format(kode).encode(), status)


def videre(til: str) -> Svar:
    """Send on."""
    return Svar(b"", 302, headers=(("Location", til),))


def billede(bredde: int, hoejde: int, farver: tuple[str, ...]) -> bytes:
    """A picture: one colour, with a dot of every further one."""
    tegning = QImage(bredde, hoejde, QImage.Format.Format_ARGB32)
    tegning.fill(QColor(farver[0]))
    for nr, farve in enumerate(farver[1:]):
        tegning.setPixelColor(nr + 5, 5, QColor(farve))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    tegning.save(buffer, "PNG")
    return bytes(data)


def basic(bruger: str, kodeord: str) -> str:
    """The header of a login."""
    return "Basic " + base64.b64encode(f"{bruger}:{kodeord}".encode()).decode()
