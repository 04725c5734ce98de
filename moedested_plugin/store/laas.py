# SPDX-License-Identifier: GPL-2.0-or-later
"""Who edits a GeoPackage: a file `<store>.laas` beside it tells the next one who comes.

It is an agreement between plugins, not a lock of the database: QGIS without the plugin neither writes nor obeys it.
"""

from __future__ import annotations

import datetime as dt
import getpass
import json
import platform
import time
import uuid
from dataclasses import asdict, dataclass
from pathlib import Path

from moedested_plugin.i18n import tr

from .fejl import Optaget, Skrivebeskyttet

#: How long after its last sign of life a lock is taken for forgotten. `Laas.forny` is called far more often.
FORAELDET = dt.timedelta(hours=12)
_FORSOEG, _PAUSE = 5, 0.05


@dataclass(frozen=True)
class Ejer:
    """What stands in the file."""

    bruger: str
    konto: str
    maskine: str
    begyndt: str
    sidst: str
    token: str

    @property
    def er_mig(self) -> bool:
        """The same account on the same machine: most likely a session of mine that was cut off."""
        return self.konto == getpass.getuser() and self.maskine == platform.node()

    @property
    def er_foraeldet(self) -> bool:
        """No sign of life for long."""
        return dt.datetime.now(dt.timezone.utc) - dt.datetime.fromisoformat(self.sidst) > FORAELDET

    @property
    def siden(self) -> str:
        """Since when, as people say it, in local time."""
        return f"{dt.datetime.fromisoformat(self.begyndt).astimezone():%d-%m-%Y kl. %H:%M}"


class Laas:
    """My right to edit, until it is let go."""

    def __init__(self, sti: Path, ejer: Ejer) -> None:
        self._sti = sti
        self.ejer = ejer

    @property
    def er_min(self) -> bool:
        """Whether it is still mine: a colleague may have broken it on purpose."""
        fundet = _laes(self._sti)
        return fundet is not None and fundet.token == self.ejer.token

    def forny(self) -> bool:
        """Give a sign of life; False when the lock is no longer mine."""
        if not self.er_min:
            return False
        self.ejer = Ejer(**(asdict(self.ejer) | {"sidst": _nu()}))
        self._sti.write_text(_tekst(self.ejer), encoding="utf-8")
        return True

    def slip(self) -> None:
        """Let go. Twice is once; another's lock is left alone."""
        if self.er_min:
            self._sti.unlink(missing_ok=True)


def tag(adresse: str, bruger: str) -> Laas:
    """Take the right to edit the file. Raises `Optaget`, saying who has it since when."""
    sti = laasesti(adresse)
    nu = _nu()
    ejer = Ejer(bruger, getpass.getuser(), platform.node(), nu, nu, uuid.uuid4().hex)
    try:
        with sti.open("x", encoding="utf-8") as fil:
            fil.write(_tekst(ejer))
    except FileExistsError:
        raise Optaget(_hvem(sti, adresse)) from None
    except OSError:
        raise Skrivebeskyttet(
            tr("Mappen {} er skrivebeskyttet. Du kan se, men ikke rette.").format(sti.parent)
        ) from None
    return Laas(sti, ejer)


def ejer(adresse: str) -> Ejer | None:
    """Who has the file; None when nobody has."""
    return _laes(laasesti(adresse))


def bryd(adresse: str) -> None:
    """Take away another's lock, after a person has said so."""
    laasesti(adresse).unlink(missing_ok=True)


def laasesti(adresse: str) -> Path:
    """Where the lock of a store lies."""
    sti = Path(adresse)
    return sti.with_name(sti.name + ".laas")


def _hvem(sti: Path, adresse: str) -> str:
    navn, fundet = Path(adresse).name, _laes(sti)
    if fundet is None:
        return tr("{} er åbnet til redigering af en anden. Du kan se, men ikke rette.").format(navn)
    if fundet.er_mig:
        return tr(
            "{} står åben til redigering hos dig selv siden {}. Er QGIS gået ned, kan du overtage den."
        ).format(navn, fundet.siden)
    return tr(
        "{} redigeres af {} på {} siden {}. Du kan se, men ikke rette. QGIS uden pluginet viser ikke denne besked."
    ).format(navn, fundet.bruger, fundet.maskine, fundet.siden)


def _laes(sti: Path) -> Ejer | None:
    """What stands in the file; one that is just being written is waited for."""
    for _ in range(_FORSOEG):
        try:
            return Ejer(**json.loads(sti.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError):
            time.sleep(_PAUSE)
    return None


def _tekst(ejer: Ejer) -> str:
    return json.dumps(asdict(ejer), ensure_ascii=False)


def _nu() -> str:
    return dt.datetime.now(dt.timezone.utc).isoformat(timespec="seconds")
