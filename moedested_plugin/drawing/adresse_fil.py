# SPDX-License-Identifier: GPL-2.0-or-later
"""The municipality's own address file (adressefil), in any format that OGR reads. No network, no key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsVectorLayer,
)

from moedested_plugin.domain.skema import EPSG
from moedested_plugin.i18n import tr

from .adresse import HOEJST, Adresse, AdresseFejl, Adressekilde, Forslag

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

#: What the columns are called in the files of the national register and of the municipalities, by what they mean.
_KOLONNER = {
    "vej": ("vejnavn", "adresseringsvejnavn", "vej", "street"),
    "nummer": ("husnr", "husnummertekst", "husnummer", "nr"),
    "betegnelse": ("adressebetegnelse", "adgangsadressebetegnelse", "adresse", "betegnelse"),
    "postnr": ("postnr", "postnummer", "post_nr"),
    "by": ("postnrnavn", "postdistrikt", "postnavn", "bynavn", "by"),
    "kommune": ("kommunekode", "kommune", "komkode", "kom_kode"),
    "adr_id": ("adr_id", "adresse_id", "adresseid", "id_lokalid", "id"),
    "lokal": ("supplerendebynavn", "supplerende_bynavn", "lokalomraade"),
}
#: A shorter number is a house's.
POSTNR_CIFRE = 4


class Adressefil(Adressekilde):
    """Opened anew for each question: a layer belongs to the thread that made it."""

    def __init__(self, sti: str, kommunekode: int) -> None:
        self._sti, self._kommune = sti, kommunekode

    def soeg(self, tekst: str, feedback: QgsFeedback) -> list[Forslag]:
        """Lines that have every word of the text at the beginning of one of theirs."""
        layer, kolonner = self._aabn()
        ord_ = tekst.replace(",", " ").split()
        led = ["(" + " OR ".join(self._har(ord_et, kolonner)) + ")" for ord_et in ord_ if ord_et]
        if not led:
            return []
        oensket = QgsFeatureRequest(QgsExpression(" AND ".join(led)))
        oensket.setFeedback(feedback)
        fundne: list[Forslag] = []
        for feature in layer.getFeatures(oensket):
            if feedback.isCanceled() or len(fundne) == HOEJST:
                break
            if self._i_kommunen(feature, kolonner):
                fundne.append(Forslag(_linje(feature, kolonner), str(feature.id())))
        return sorted(fundne, key=lambda forslag: forslag.tekst)

    def opslag(self, forslag: Forslag, feedback: QgsFeedback) -> Adresse:
        """The row that was chosen."""
        layer, kolonner = self._aabn()
        feature = layer.getFeature(int(forslag.id))
        if feedback.isCanceled() or not feature.isValid():
            raise AdresseFejl(tr("Adressen er ikke i filen længere. Søg igen."))
        postnr = _tekst(feature, kolonner, "postnr")
        adr_id = _tekst(feature, kolonner, "adr_id").strip("{}")
        x = y = None
        if not feature.geometry().isEmpty():
            geometri = feature.geometry()
            geometri.transform(
                QgsCoordinateTransform(
                    layer.crs(), QgsCoordinateReferenceSystem.fromEpsgId(EPSG),
                    QgsCoordinateTransformContext(),
                )
            )  # fmt: skip
            punkt = geometri.centroid().asPoint()
            x, y = punkt.x(), punkt.y()
        return Adresse(
            tekst=_vej_og_nummer(feature, kolonner),
            postnr=int(postnr) if postnr.isdecimal() else None,
            by=_tekst(feature, kolonner, "by"),
            adr_id=adr_id if len(adr_id) == len("00000000-0000-0000-0000-000000000000") else "",
            x=x,
            y=y,
            lokalomraade=_tekst(feature, kolonner, "lokal"),
        )

    def _aabn(self) -> tuple[QgsVectorLayer, dict[str, str]]:
        valg = QgsVectorLayer.LayerOptions(QgsCoordinateTransformContext())
        valg.forceReadOnly = True
        valg.loadDefaultStyle = False
        layer = QgsVectorLayer(self._sti, Path(self._sti).stem, "ogr", valg)
        if not layer.isValid():
            raise AdresseFejl(
                tr(
                    "Adressefilen kan ikke åbnes. Vælg den igen under Indstillinger › Mødested › Tegn."
                )
            )
        navne = {felt.name().casefold(): felt.name() for felt in layer.fields().toList()}
        kolonner = {
            hvad: navne[navn]
            for hvad, mulige in _KOLONNER.items()
            for navn in reversed(mulige)
            if navn in navne
        }
        if "vej" not in kolonner and "betegnelse" not in kolonner:
            raise AdresseFejl(
                tr("Adressefilen har ingen kolonne, der hedder vejnavn eller adressebetegnelse.")
            )
        return layer, kolonner

    @staticmethod
    def _har(ord_: str, kolonner: dict[str, str]) -> list[str]:
        """Each column that may begin with the word, or have it after a space."""
        sikkert = ord_.replace("\\", "").replace("%", "").replace("_", "")
        ud = []
        hvor: tuple[str, ...] = ("vej", "betegnelse", "by", "lokal")
        if sikkert[:1].isdigit():
            hvor = ("betegnelse", "postnr" if len(sikkert) >= POSTNR_CIFRE else "nummer")
        for hvad in hvor:
            if hvad in kolonner:
                felt = QgsExpression.quotedColumnRef(kolonner[hvad])
                ud += [
                    f"to_string({felt}) ILIKE {QgsExpression.quotedValue(moenster)}"
                    for moenster in (f"{sikkert}%", f"% {sikkert}%")
                ]
        return ud

    def _i_kommunen(self, feature: QgsFeature, kolonner: dict[str, str]) -> bool:
        kode = _tekst(feature, kolonner, "kommune").lstrip("0")
        return not kode.isdecimal() or int(kode) == self._kommune


def _tekst(feature: QgsFeature, kolonner: dict[str, str], hvad: str) -> str:
    vaerdi = feature[kolonner[hvad]] if hvad in kolonner else None
    if isinstance(vaerdi, float) and vaerdi.is_integer():
        vaerdi = int(vaerdi)
    return str(vaerdi).strip() if isinstance(vaerdi, (str, int)) else ""


def _vej_og_nummer(feature: QgsFeature, kolonner: dict[str, str]) -> str:
    vej = _tekst(feature, kolonner, "vej")
    if vej:
        return f"{vej} {_tekst(feature, kolonner, 'nummer')}".strip()
    return _tekst(feature, kolonner, "betegnelse").partition(",")[0]


def _linje(feature: QgsFeature, kolonner: dict[str, str]) -> str:
    hel = _tekst(feature, kolonner, "betegnelse")
    by = f"{_tekst(feature, kolonner, 'postnr')} {_tekst(feature, kolonner, 'by')}".strip()
    return hel or f"{_vej_og_nummer(feature, kolonner)}, {by}".rstrip(", ")
