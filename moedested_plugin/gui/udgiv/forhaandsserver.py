# SPDX-License-Identifier: GPL-2.0-or-later
"""The local server of a preview in a thread of its own: it takes about a second to start, and ends where it began."""

from __future__ import annotations

import logging
import threading
import uuid
from typing import TYPE_CHECKING

from qgis.core import QgsBlockingNetworkRequest
from qgis.PyQt.QtCore import QThread, QUrl, pyqtSignal
from qgis.PyQt.QtNetwork import QNetworkRequest

from moedested_plugin.i18n import tr
from moedested_plugin.publishing.fejl import UdgivelsesFejl
from moedested_plugin.publishing.lokal_server import LokalServer

if TYPE_CHECKING:
    from moedested_plugin.publishing.forhaandsvisning import Forhaandsvisning

_LOG = logging.getLogger(__name__)
_SE_S = 1.0


class Forhaandsserver(QThread):
    """Serves until `slut`, and leaves nothing behind."""

    #: It answers: this server, and its address.
    klar = pyqtSignal(object, str)
    #: It never did, or does no more: this server, and why.
    fejlet = pyqtSignal(object, str)

    def __init__(self, visning: Forhaandsvisning) -> None:
        super().__init__()
        self._visning = visning
        self._slut = threading.Event()

    def slut(self) -> None:
        """Stop soon; `wait` to know when."""
        self._slut.set()

    def run(self) -> None:
        """In the thread."""
        try:
            with LokalServer(self._visning.projekt) as server:
                # No earlier preview on the same port is remembered for it.
                url = f"{server.url}?visning={uuid.uuid4().hex}"
                _spoerg(url)
                if not self._slut.is_set():
                    self.klar.emit(self, url)
                while server.lever():
                    if self._slut.wait(_SE_S):
                        return
            self.fejlet.emit(self, tr("Den lokale QGIS Server er gået ned. Prøv igen."))
        except UdgivelsesFejl as fejl:
            self.fejlet.emit(self, str(fejl))
        except Exception:  # said on the main thread, whatever it is
            _LOG.exception("Forhåndsvisning")
            self.fejlet.emit(self, tr("Den lokale QGIS Server kunne ikke starte. Prøv igen."))
        finally:
            self._visning.fjern()


def _spoerg(url: str) -> None:
    """Let the server read its project here, so that the main thread need not wait for it."""
    foresp = QNetworkRequest(QUrl(f"{url}&SERVICE=WMS&REQUEST=GetCapabilities&VERSION=1.3.0"))
    kald = QgsBlockingNetworkRequest()
    if kald.get(foresp, True) != QgsBlockingNetworkRequest.ErrorCode.NoError:
        raise UdgivelsesFejl(
            tr(
                "QGIS kan ikke nå den lokale server. Undtag 127.0.0.1 fra proxyen under Indstillinger › Netværk."
            )
        )
