# SPDX-License-Identifier: GPL-2.0-or-later
"""*Test forbindelse*: whether we may write in the folder, the service answers, and is closed where it must be.

Runs in the thread that calls it: call it from a task. Leaves nothing behind.
"""

from __future__ import annotations

import enum
import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Union

from qgis.PyQt.QtCore import QEventLoop, QStorageInfo, QTimer, QUrl, QUrlQuery

from moedested_plugin.i18n import tr

from .fejl import UdgivelsesFejl
from .mappe import Mappe
from .netkald import Forbindelse, IkkeNaaet, Svar
from .ows_svar import WFS_11, IkkeXml, antal, kortversioner, rod
from .postgis_proev import proev_database
from .raekker import STEMPEL

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from .maal import Maal

_VENT_MS, _SE_MS = 20_000, 50
_OK, _AFVIST = 200, 400
_GB = 1 << 30
#: File systems that lie on another machine.
_NETDREV = re.compile(r"nfs|cifs|smb|sshfs|9p|davfs|afs", re.IGNORECASE)
_MAPSERVER = re.compile(rb"MapServer version ([0-9.]+)")
#: How MapServer itself refuses another mapfile.
_MAP_LUKKET = re.compile(rb"not configured for full paths|fails to validate")
_QGIS = re.compile(r"QGIS version ([^\s]+)", re.IGNORECASE)


_UDTRYK = (
    '<Filter xmlns="http://www.opengis.net/ogc"><PropertyIsEqualTo><Function name="length"><Literal>abc</Literal></Function>'
    "<Literal>{laengde}</Literal></PropertyIsEqualTo></Filter>"
)


class Dom(enum.Enum):
    """How good it is."""

    OK = "i orden"
    ADVARSEL = "advarsel"
    FEJL = "fejl"


@dataclass(frozen=True)
class Linje:
    """One thing that was looked at, in one sentence."""

    dom: Dom
    tekst: str


def proev(maal: Maal, feedback: QgsFeedback | None = None) -> list[Linje]:
    """Look at everything about the target that can be seen from here."""
    if maal.maaltype.database:
        linjer = [Linje(Dom(dom), tekst) for dom, tekst in proev_database(maal)]
    else:
        linjer = [*_mappe(maal)]
    if not maal.url:
        tekst = tr("Målet har ingen adresse. Så kan den offentlige tjeneste ikke efterprøves.")
        return [*linjer, Linje(Dom.ADVARSEL, tekst)]
    return [*linjer, *_tjeneste(maal, feedback)]


# The folder ------------------------------------------------------------------------------------------


def _mappe(maal: Maal) -> Iterator[Linje]:
    folder = Path(maal.folder)
    if not folder.is_dir():
        tekst = tr("Mappen {} findes ikke herfra. Se efter, om drevet er forbundet.")
        yield Linje(Dom.FEJL, tekst.format(folder))
        return
    sted = maal.mappe if maal.mappe.is_dir() else folder
    yield _skriv(sted)
    drev = QStorageInfo(str(sted))
    if er_netdrev(maal.folder, drev):
        yield Linje(
            Dom.ADVARSEL,
            tr(
                "Mappen ligger på et netværksdrev. Læser serveren den også derfra, skal den have QGIS_SERVER_PROJECT_CACHE_STRATEGY=periodic, ellers ser den ikke nye udgivelser."
            )
            if not maal.maaltype.mapserver
            else tr("Mappen ligger på et netværksdrev. MapServer kan læse den uden videre."),
        )
    else:
        yield Linje(Dom.OK, tr("Mappen ligger på en disk i denne maskine."))
    if 0 <= drev.bytesAvailable() < _GB:
        yield Linje(Dom.ADVARSEL, tr("Der er under 1 GB ledig plads på drevet."))
    yield from _udgivet(maal)


def _skriv(sted: Path) -> Linje:
    """Write, replace and remove for real: that is what a publication does."""
    navn = f".proeve-{uuid.uuid4().hex[:8]}"
    ny, fil = sted / f"{navn}.ny", sted / navn
    try:
        fil.write_bytes(b"1")
        ny.write_bytes(b"2")
        ny.replace(fil)
        fil.unlink()
    except OSError:
        for rest in (ny, fil):
            with suppress(OSError):
                rest.unlink()
        tekst = tr("Der kan ikke skrives, erstattes og slettes i {}. Bed om skriverettigheder.")
        return Linje(Dom.FEJL, tekst.format(sted))
    return Linje(Dom.OK, tr("Der kan skrives, erstattes og slettes i {}.").format(sted))


def er_netdrev(folder: str, drev: QStorageInfo) -> bool:
    """Whether the folder lies on another machine."""
    enhed = bytes(drev.device()).decode("utf-8", "replace")
    art = bytes(drev.fileSystemType()).decode("utf-8", "replace")
    return folder.startswith(("\\\\", "//")) or enhed.startswith(("\\\\", "//")) or (
        _NETDREV.search(art) is not None
    )  # fmt: skip


def _udgivet(maal: Maal) -> Iterator[Linje]:
    mappe = Mappe(maal)
    try:
        gaeldende = mappe.gaeldende()
        ejer = mappe.laest_af()
    except UdgivelsesFejl as fejl:
        yield Linje(Dom.FEJL, str(fejl))
        return
    if gaeldende is None:
        yield Linje(Dom.OK, tr("Der er ikke udgivet noget i mappen endnu."))
    else:
        yield Linje(Dom.OK, tr("Mappen viser udgivelsen {}.").format(gaeldende.version))
    if ejer is not None and not ejer.siden:
        yield Linje(Dom.ADVARSEL, str(mappe.optaget()))
    elif ejer is not None:
        tekst = tr("{} er ved at udgive fra {} siden {}. Er låsen glemt, så bryd den her.")
        yield Linje(Dom.ADVARSEL, tekst.format(ejer.bruger, ejer.maskine, ejer.tid))


# The service -----------------------------------------------------------------------------------------


def _tjeneste(maal: Maal, feedback: QgsFeedback | None) -> Iterator[Linje]:
    if QUrl(maal.url).scheme() == "http" and QUrl(maal.url).host() not in (
        "127.0.0.1",
        "localhost",
    ):
        yield Linje(Dom.ADVARSEL, tr("Adressen er uden https. Andre kan læse med undervejs."))
    with _spoerger(maal, feedback) as spoerg:
        svar = spoerg(SERVICE="WMS", REQUEST="GetCapabilities", VERSION="1.3.0")
        if isinstance(svar, IkkeNaaet):
            yield Linje(Dom.FEJL, str(svar))
            return
        if not _er_kapabiliteter(svar):
            yield _uden_tjeneste(maal, svar)
            return
        yield Linje(Dom.OK, _hvilken(svar))
        yield _viser(maal, svar)
        yield from _lukket(maal, spoerg)


_Svar = Union[Svar, IkkeNaaet]


class _Spoerger:
    """One question after the other, each waited for."""

    def __init__(self, maal: Maal, feedback: QgsFeedback | None) -> None:
        self._adresse, self._feedback = QUrl(maal.url), feedback
        self.forbindelse = Forbindelse(self._adresse.host(), maal.authcfg, _VENT_MS)

    def __call__(self, **dele: str) -> _Svar:
        """Ask with these parameters."""
        sloejfe = QEventLoop()
        svar: list[_Svar] = []

        def modtag(et: _Svar) -> None:
            svar.append(et)
            sloejfe.quit()

        def se() -> None:
            if self._feedback is not None and self._feedback.isCanceled():
                modtag(IkkeNaaet(tr("Testen blev afbrudt.")))

        ur = QTimer()
        ur.timeout.connect(se)
        ur.start(_SE_MS)
        self.forbindelse.spoerg(self._med(dele), modtag)
        if not svar:  # pragma: no branch - never to wait for what has come; Qt is later
            sloejfe.exec()
        ur.stop()
        return svar[0]

    def _med(self, dele: dict[str, str]) -> QUrl:
        adresse = QUrl(self._adresse)
        egne = QUrlQuery(adresse).query(QUrl.ComponentFormattingOption.FullyEncoded)
        nye = "&".join(
            f"{navn}={bytes(QUrl.toPercentEncoding(vaerdi)).decode()}"
            for navn, vaerdi in {**dele, "nocache": uuid.uuid4().hex}.items()
        )
        adresse.setQuery("&".join(filter(None, (egne, nye))))
        return adresse


@contextmanager
def _spoerger(maal: Maal, feedback: QgsFeedback | None) -> Iterator[_Spoerger]:
    spoerger = _Spoerger(maal, feedback)
    try:
        yield spoerger
    finally:
        spoerger.forbindelse.stop()


def _er_kapabiliteter(svar: Svar) -> bool:
    try:
        return svar.status == _OK and rod(svar.data).navn == "WMS_Capabilities"
    except IkkeXml:
        return False


def _uden_tjeneste(maal: Maal, svar: Svar) -> Linje:
    """A server that has got nothing to show yet is no fault of its own."""
    if not maal.maaltype.database and not Mappe(maal).peger.is_file():
        tekst = tr("Serveren svarer ({}), men har ingen tjeneste endnu. Udgiv, og test igen.")
        return Linje(Dom.ADVARSEL, tekst.format(svar.status))
    tekst = tr("Serveren svarer ({}), men ikke som WMS. Se adressen efter.")
    return Linje(Dom.FEJL, tekst.format(svar.status))


def _hvilken(svar: Svar) -> str:
    mapserver, qgis = _MAPSERVER.search(svar.data), _QGIS.search(svar.server)
    if mapserver is not None:
        return tr("Tjenesten svarer: MapServer {}.").format(mapserver.group(1).decode())
    if qgis is not None:
        return tr("Tjenesten svarer: QGIS Server {}.").format(qgis.group(1))
    if "QGIS" in svar.server:
        return tr("Tjenesten svarer: QGIS Server. Den siger ikke, hvilken version den er.")
    return tr("Tjenesten svarer. Serveren siger ikke, hvilken version den er.")


def _viser(maal: Maal, svar: Svar) -> Linje:
    fundne = kortversioner(svar.data)
    if not fundne:
        tekst = tr("Tjenesten er ikke udgivet af Mødested: den har intet versionsstempel.")
        return Linje(Dom.ADVARSEL, tekst)
    if not maal.maaltype.database:
        try:
            gaeldende = Mappe(maal).gaeldende()
        except UdgivelsesFejl:
            gaeldende = None
        if gaeldende is None or gaeldende.version not in fundne:
            tekst = tr(
                "Tjenesten viser {}, men mappen {}. Læser serveren en anden mappe, eller mangler den QGIS_SERVER_PROJECT_CACHE_STRATEGY=periodic?"
            )
            ude = gaeldende.version if gaeldende is not None else tr("intet")
            return Linje(Dom.FEJL, tekst.format(fundne[0], ude))
    return Linje(Dom.OK, tr("Tjenesten viser udgivelsen {}.").format(fundne[0]))


def _lukket(maal: Maal, spoerg: _Spoerger) -> Iterator[Linje]:
    """What the server must refuse: see the examples for nginx that come with the plugin."""
    kapabiliteter = {"SERVICE": "WMS", "REQUEST": "GetCapabilities", "VERSION": "1.3.0"}
    # (A percent sign in the name itself cannot be tried: Qt writes it out again.)
    svar = spoerg(MAP="/findes-ikke/andet.qgz", **kapabiliteter)
    # A server that answers as before has not listened to it.
    hoerte_ikke = isinstance(svar, Svar) and (
        _er_kapabiliteter(svar) or _MAP_LUKKET.search(svar.data) is not None
    )
    if _afvist(svar) or hoerte_ikke:
        yield Linje(Dom.OK, tr("MAP= er lukket."))
    else:
        tekst = tr("MAP= er åben: andre kan få serveren til at vise andre projekter.")
        yield _aaben(svar, Dom.FEJL, tekst)
    if maal.maaltype.mapserver:
        return
    svar = spoerg(
        SERVICE="WFS", REQUEST="GetFeature", VERSION="1.1.0", TYPENAME=STEMPEL,
        MAXFEATURES="1", EXP_FILTER="1=1",
    )  # fmt: skip
    yield (
        Linje(Dom.OK, tr("EXP_FILTER er lukket."))
        if _afvist(svar)
        else _aaben(
            svar,
            Dom.FEJL,
            tr("EXP_FILTER er åben: andre kan regne på serverens filer og lag."),
        )
    )
    yield _filter(spoerg)
    for navn in ("SLD", "SLD_BODY"):
        svar = spoerg(**kapabiliteter, **{navn: "x"})
        if not _afvist(svar):
            yield _aaben(
                svar, Dom.ADVARSEL, tr("SLD er åben: andre kan få serveren til at hente filer.")
            )
            return
    yield Linje(Dom.OK, tr("SLD er lukket."))


def _filter(spoerg: _Spoerger) -> Linje:
    """FILTER is standard and must stay, but QGIS Server works out any expression that stands in it as a function."""
    svar = [
        spoerg(
            SERVICE="WFS", REQUEST="GetFeature", VERSION="1.1.0", TYPENAME=STEMPEL, RESULTTYPE="hits",
            FILTER=_UDTRYK.format(laengde=laengde),
        )
        for laengde in (3, 4)  # true, and not: who does not work it out answers both alike
    ]  # fmt: skip
    sandt, falsk = map(_antal, svar)
    if sandt == falsk and all(isinstance(et, Svar) or et.status for et in svar):
        return Linje(Dom.OK, tr("FILTER med <Function> er lukket."))
    return _aaben(
        svar[0],
        Dom.FEJL,
        tr(
            "FILTER med <Function> er åben: andre kan regne på serverens filer og lag. Afvis et FILTER med ordet Function, også når bogstaver i det er procentkodede."
        ),
    )


def _antal(svar: _Svar) -> int | None:
    try:
        return antal(svar.data, WFS_11) if isinstance(svar, Svar) and svar.status == _OK else None
    except IkkeXml:
        return None


def _afvist(svar: _Svar) -> bool:
    """Refused on purpose, by a rule: not broken, not silent, and not after the server has tried."""
    if isinstance(svar, Svar) and b"ServiceException" in svar.data:
        return False
    return _AFVIST <= svar.status < _AFVIST + 100


def _aaben(svar: _Svar, dom: Dom, tekst: str) -> Linje:
    if isinstance(svar, IkkeNaaet) and not svar.status:
        return Linje(Dom.ADVARSEL, str(svar))
    raad = tr("Luk den som i eksemplerne i pluginets mappe resources/server.")
    return Linje(dom, f"{tekst} {raad}")
