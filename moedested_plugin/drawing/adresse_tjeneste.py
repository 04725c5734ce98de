# SPDX-License-Identifier: GPL-2.0-or-later
"""Klimadatastyrelsens *Adressevælger* (a national service, tjeneste), asked with the user's own key.

`adresser/soeg` finds lines by text within a municipality, `adresser/{id}` tells of one; the key is the parameter `token`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from qgis.core import QgsBlockingNetworkRequest
from qgis.PyQt.QtCore import QUrl, QUrlQuery
from qgis.PyQt.QtNetwork import QNetworkRequest

from moedested_plugin.i18n import tr
from moedested_plugin.project.background_services import Provider, Service

from .adresse import HOEJST, Adresse, AdresseFejl, Adressekilde, Forslag

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

ADRESSEVAELGER = Provider("Adressevælger", "token", "https://adressevaelger.dk")
ADRESSE = "https://adressevaelger.dk"
#: An answer is waited for so long (ms); who types does not wait longer.
TAALMOD = 6_000
#: The service refuses longer texts.
LAENGST = 73
_AFVIST = frozenset({400, 401, 403})
#: Whole addresses; a house number with several of them stands for its door.
_ADRESSE, _HUSNUMMER = "adresse", "husnummer"


def tjeneste(url: str) -> Service:
    """The service as those that move keys into addresses know it."""
    return Service("adressevaelger", ADRESSEVAELGER.navn, ADRESSEVAELGER, url, "")


class Adressevaelger(Adressekilde):
    """`authcfg` names the key in QGIS's authentication manager; `kommunekode` limits the search."""

    def __init__(
        self, authcfg: str, kommunekode: int, url: str = ADRESSE, taalmod: int = TAALMOD
    ) -> None:
        self._authcfg, self._kommune = authcfg, f"{kommunekode:04}"
        self._url, self._taalmod = url.rstrip("/"), taalmod

    def soeg(self, tekst: str, feedback: QgsFeedback) -> list[Forslag]:
        """Ask for lines that sound like the text."""
        svar = self._hent(
            "adresser/soeg",
            {
                "tekst": tekst.strip()[:LAENGST],
                "kommuneKode": self._kommune,
                "maksimum": str(HOEJST),
            },
            feedback,
        )
        return list(_forslag(svar.get("fund")))[:HOEJST]

    def opslag(self, forslag: Forslag, feedback: QgsFeedback) -> Adresse:
        """Ask for the one that was chosen."""
        sti = "adresser" if forslag.slags == _ADRESSE else "husnumre"
        svar = self._hent(f"{sti}/{forslag.id}", {}, feedback)
        adresse = svar.get(_ADRESSE)
        hus = (
            adresse.get(_HUSNUMMER) if isinstance(adresse, dict) else svar.get(_HUSNUMMER, adresse)
        )
        if not isinstance(hus, dict):
            raise AdresseFejl(_uventet())
        kommune = _i(hus, "navngivenvejkommunedel", "kommune")
        if kommune and str(kommune).zfill(4) != self._kommune:
            raise AdresseFejl(
                tr("Adressen ligger i en anden kommune. Vælg en anden, eller skriv den selv.")
            )
        x, y = _punkt(hus)
        postnr = str(_i(hus, "postnummer", "postnr") or "")
        return Adresse(
            tekst=_vej_og_nummer(hus) or forslag.tekst,
            postnr=int(postnr) if postnr.isdecimal() else None,
            by=str(_i(hus, "postnummer", "navn") or ""),
            # GeoFA wants the address's own id, which a house number with several addresses has not.
            adr_id=forslag.id if forslag.slags == _ADRESSE else "",
            x=x,
            y=y,
            lokalomraade=str(_i(hus, "supplerendebynavn", "navn") or ""),
        )

    def _hent(self, sti: str, parametre: dict[str, str], feedback: QgsFeedback) -> dict[str, Any]:
        status, hel, indhold = self._send(sti, parametre, feedback)
        if status in _AFVIST:
            raise AdresseFejl(
                tr(
                    "Adressevælger afviste nøglen. Skriv den igen under Indstillinger › Mødested › Tegn."
                )
            )
        if not hel:
            raise AdresseFejl(
                tr("Adressevælger svarer ikke. Skriv adressen selv, eller prøv igen.")
            )
        return _laest(indhold)

    def _send(
        self, sti: str, parametre: dict[str, str], feedback: QgsFeedback
    ) -> tuple[object, bool, bytes]:
        """Plain values: a request that an error's frames keep alive outlives QGIS, and crashes."""
        url = QUrl(f"{self._url}/{sti}")
        spoerg = QUrlQuery()
        for navn, vaerdi in parametre.items():
            spoerg.addQueryItem(navn, bytes(QUrl.toPercentEncoding(vaerdi)).decode())
        url.setQuery(spoerg)
        foresp = QNetworkRequest(url)
        foresp.setTransferTimeout(self._taalmod)
        blok = QgsBlockingNetworkRequest()
        blok.setAuthCfg(self._authcfg)
        resultat = blok.get(foresp, False, feedback)
        svar = blok.reply()
        status = svar.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        # A request that took too long ends without an error, and without an answer.
        hel = resultat == QgsBlockingNetworkRequest.ErrorCode.NoError and status is not None
        return status, hel, bytes(svar.content())


def _laest(indhold: bytes) -> dict[str, Any]:
    try:
        svar = json.loads(indhold)
    except ValueError as fejl:
        raise AdresseFejl(_uventet()) from fejl
    if not isinstance(svar, dict) or svar.get("status", "ok") != "ok":
        raise AdresseFejl(_uventet())
    return svar


def _uventet() -> str:
    return tr("Adressevælger svarede noget, der ikke kan læses. Skriv adressen selv.")


def _forslag(fund: object) -> Iterator[Forslag]:
    for led in fund if isinstance(fund, list) else []:
        titel = led.get("titel") if isinstance(led, dict) else None
        if not isinstance(titel, str) or not titel:
            continue
        slags = str(led.get("type"))
        hel = slags in {_ADRESSE, _HUSNUMMER} and bool(led.get("id"))
        yield Forslag(titel, str(led["id"]) if hel else "", slags)


def _vej_og_nummer(hus: dict[str, Any]) -> str:
    vej = hus.get("vejnavn") or _i(hus, "navngivenvej", "vejnavn") or ""
    return f"{vej} {hus.get('husnummertekst') or ''}".strip()


def _punkt(hus: dict[str, Any]) -> tuple[float | None, float | None]:
    """The service gives EPSG:25832, in one of two ways."""
    sted = _i(hus, "adgangspunkt", "geometri", "coordinates")
    if not isinstance(sted, list):
        sted = [_i(hus, "adgangspunkt", "koordinater", navn) for navn in ("x", "y")]
    tal = [led for led in sted if isinstance(led, (int, float)) and math.isfinite(led)]
    return (float(tal[0]), float(tal[1])) if len(tal) >= len("xy") else (None, None)


def _i(led: Any, *navne: str) -> Any:  # noqa: ANN401
    """What stands that far in; None where the way ends."""
    for navn in navne:
        led = led.get(navn) if isinstance(led, dict) else None
    return led
