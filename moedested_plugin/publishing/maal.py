# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a publication goes: a small JSON, as a file or by name in the store. It never holds a password."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from moedested_plugin.i18n import tr

from .fejl import UdgivelsesFejl

if TYPE_CHECKING:
    from moedested_plugin.store import Store

#: Setting of the store that holds the named targets.
INDSTILLING = "maal"
FIL, POSTGIS, MAPSERVER = "qgisserver-file", "qgisserver-postgis", "mapserver"
#: Part of paths, of addresses and of names in a database.
_NAVN = re.compile(r"[a-z][a-z0-9_]{0,39}")
#: Windows gives these names to devices, whatever their ending.
_OPTAGNE = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_HEMMELIGT = re.compile(r"://[^/]*:[^/]*@|[?&](token|apikey|password|passwd|key)=", re.IGNORECASE)
#: How long the public address may take to show the new version (seconds), unless the target says otherwise.
VENT = 60.0


@dataclass(frozen=True)
class Maaltype:
    """A kind of target, and all that parts it from the others. A new one is a row of `MAALTYPER`."""

    id: str
    #: Its versions are schemas of a database; else folders.
    database: bool
    #: MapServer answers; else QGIS Server.
    mapserver: bool

    def __post_init__(self) -> None:
        if self.database and self.mapserver:  # `PostgisSted` writes a QGIS project
            raise ValueError(self.id)

    @property
    def titel(self) -> str:
        """What the user calls it."""
        return {
            FIL: tr("QGIS Server, data i en mappe"),
            POSTGIS: tr("QGIS Server, data i PostGIS"),
            MAPSERVER: tr("MapServer, data i en mappe"),
        }[self.id]


MAALTYPER: Mapping[str, Maaltype] = {
    et.id: et
    for et in (
        Maaltype(FIL, database=False, mapserver=False),
        Maaltype(POSTGIS, database=True, mapserver=False),
        Maaltype(MAPSERVER, database=False, mapserver=True),
    )
}


@dataclass(frozen=True)
class Maal:
    """One target. `folder` for files, `connection` (the name of one in QGIS, or `service=`) for a database.

    A database may have a folder too: for the list, which is a file.
    """

    type: str
    service: str
    folder: str = ""
    connection: str = ""
    #: The public address to verify against; '' when it cannot be reached from here.
    url: str = ""
    authcfg: str = ""
    #: At most so long the verification waits, in seconds.
    wait: float = VENT

    @property
    def maaltype(self) -> Maaltype:
        """Its kind; KeyError for one that `som_maal` would refuse."""
        return MAALTYPER[self.type]

    @property
    def mappe(self) -> Path:
        """The folder of the service."""
        return Path(self.folder) / self.service


def laes_maal(navn: str, store: Store | None = None) -> Maal:
    """Give the target of that name in the store, or of that file."""
    kendte = navngivne(store) if store is not None else {}
    if navn in kendte:
        return kendte[navn]
    if not navn.lower().endswith(".json"):
        raise UdgivelsesFejl(
            tr("Der er intet mål, der hedder {}. Kendte mål: {}.").format(
                navn, ", ".join(kendte) or "–"
            )
        )
    sti = Path(navn)
    try:
        beskrevet = json.loads(sti.read_text(encoding="utf-8-sig"))
    except OSError:
        raise UdgivelsesFejl(
            tr("Målets fil {} kan ikke læses. Se efter, om stien er rigtig.").format(sti)
        ) from None
    except ValueError:
        raise UdgivelsesFejl(
            tr("Målets fil {} er ikke gyldig JSON. Ret den, og prøv igen.").format(sti)
        ) from None
    return som_maal(beskrevet, sti.parent)


def navngivne(store: Store) -> dict[str, Maal]:
    """Give the targets that the municipality has named."""
    gemte = store.indstilling(INDSTILLING, {})
    return (
        {str(navn): som_maal(beskrevet) for navn, beskrevet in gemte.items()}
        if isinstance(gemte, Mapping)
        else {}
    )


def gem_maal(store: Store, maal: Mapping[str, Maal]) -> None:
    """Keep these targets, each under its name, and no others."""
    nye = {navn: asdict(et) for navn, et in maal.items()}
    if nye != store.indstilling(INDSTILLING, {}):
        store.saet_indstilling(INDSTILLING, nye)


def som_maal(beskrevet: object, fra: Path | None = None) -> Maal:
    """Check what the JSON says; a folder in it is relative to the file's own."""
    if not isinstance(beskrevet, Mapping):
        raise UdgivelsesFejl(tr("Et mål er et JSON-objekt med type, service og mappe."))
    ukendte = set(beskrevet) - set(Maal.__dataclass_fields__)
    if ukendte:
        raise UdgivelsesFejl(
            tr("Målet har ukendte felter: {}. Ret stavningen, eller fjern dem.").format(
                ", ".join(sorted(map(str, ukendte)))
            )
        )
    tekster = {
        navn: str(beskrevet.get(navn) or "").strip()
        for navn in ("type", "service", "folder", "connection", "url", "authcfg")
    }
    try:
        vent = float(beskrevet.get("wait") or VENT)
    except (TypeError, ValueError):
        raise UdgivelsesFejl(tr("Målets ventetid (wait) skal være et tal i sekunder.")) from None
    maal = Maal(**tekster, wait=vent)
    _efterse(maal)
    if fra is not None and maal.folder and not Path(maal.folder).is_absolute():
        maal = Maal(**{**asdict(maal), "folder": str(fra / maal.folder)})
    return maal


def _efterse(maal: Maal) -> None:
    if maal.type not in MAALTYPER:
        raise UdgivelsesFejl(tr("Målets type skal være en af: {}.").format(", ".join(MAALTYPER)))
    if not _NAVN.fullmatch(maal.service) or _OPTAGNE.fullmatch(maal.service):
        raise UdgivelsesFejl(
            tr(
                "Tjenestens navn må kun have små bogstaver a-z, tal og _, og skal begynde med et bogstav."
            )
        )
    if maal.maaltype.database and not maal.connection:
        raise UdgivelsesFejl(tr("Målet mangler navnet på en PostGIS-forbindelse (connection)."))
    if not maal.maaltype.database and not maal.folder:
        raise UdgivelsesFejl(tr("Målet mangler en mappe (folder)."))
    if maal.url and not maal.url.lower().startswith(("http://", "https://")):
        raise UdgivelsesFejl(tr("Målets adresse (url) skal begynde med https:// eller http://."))
    if any(_HEMMELIGT.search(tekst) for tekst in (maal.url, maal.folder, maal.connection)):
        raise UdgivelsesFejl(
            tr(
                "Der står en adgangskode eller nøgle i målet. Læg den i QGIS' godkendelser, og skriv dens id i authcfg."
            )
        )
