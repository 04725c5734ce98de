# SPDX-License-Identifier: GPL-2.0-or-later
"""What paper says of one moedested (sted): its public row in the language of the print, ready to be placed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from moedested_plugin.domain.aktiviteter import AARLIG, INGEN
from moedested_plugin.domain.hvornaar import dato, naeste
from moedested_plugin.domain.moedesteder import PAUSE, UNDER_ETABLERING
from moedested_plugin.domain.signatur_moedesteder import FORMER
from moedested_plugin.domain.signaturer import AKTIVITETER, MST_FACILITETER, piktogram
from moedested_plugin.paths import resource
from moedested_plugin.project.kommuner import dansk_orden

from .ord import Ord
from .qr import adresse, moensterfejl, qr_svg
from .stof import liste

if TYPE_CHECKING:
    import datetime as dt

    from qgis.core import QgsGeometry

    from .stof import Raekke
    from .udskriv import Grundlag

#: Drawings of what a municipality has put on its lists itself.
_AKTIVITET_ELLERS, _FACILITET_ELLERS = "aktivitet_stjerne", "facilitet_praktisk"
_SPROGETS = {"en": "uk", "de": "d"}
#: Codes that say nothing to a reader.
_UKENDT_UNDERLAG, _UKENDT_HANDICAP = 99, (8, 9)
_IKKE_BEGYNDT = {
    UNDER_ETABLERING: "Er på vej, men ikke begyndt endnu.",
    PAUSE: "Holder pause lige nu.",
}


def tegnefil(navn: str) -> str:
    """The file of a pictogram."""
    return str(resource("icons", "kort", f"{navn}.svg"))


def aktivitetstegn(aktivitet: Raekke) -> str:
    """The pictogram of what an activity is."""
    return tegnefil(piktogram(AKTIVITETER, aktivitet["type_k"], _AKTIVITET_ELLERS))


def saetninger(*led: str) -> str:
    """Put texts one after the other as sentences."""
    fyldte = [et for et in led if et]
    return ". ".join([*(et.rstrip(". ") for et in fyldte[:-1]), *fyldte[-1:]])


class Sted:
    """One moedested. Texts are '' where nothing is known."""

    def __init__(self, grundlag: Grundlag, raekke: Raekke) -> None:
        self.raekke = raekke
        self.sprog = grundlag.bestilling.sprog
        self.ord = Ord(self.sprog)
        self._grundlag = grundlag

    def tekst(self, felt: str) -> str:
        """The text of a public column."""
        return str(self.raekke[felt] or "").strip()

    def _oversat(self, felt: str, sprogets: str) -> str:
        endelse = _SPROGETS.get(self.sprog)
        return (self.tekst(f"{sprogets}_{endelse}") if endelse else "") or self.tekst(felt)

    @property
    def id(self) -> str:
        """The business key."""
        return self.tekst("moedested_id")

    @property
    def navn(self) -> str:
        """The name, in the language where it has one."""
        return self._oversat("navn", "navn")

    @property
    def kort_tekst(self) -> str:
        """What it is, in a few words."""
        return self._oversat("beskrivels", "beskriv")

    @property
    def lang_tekst(self) -> str:
        """What it is, at length; not where the few words are all that is translated."""
        fremmed = self.sprog != "da" and self.kort_tekst != self.tekst("beskrivels")
        return "" if fremmed else self.tekst("lang_beskr")

    @property
    def by(self) -> str:
        """The town."""
        return self.tekst("by")

    @property
    def form(self) -> str:
        """What kind of meeting place it is."""
        return self.ord(self.tekst("form_tekst"))

    @property
    def formtegn(self) -> tuple[str, str]:
        """Pictogram of the form, and its colour."""
        navn, farve = next(
            ((navn, farve) for kode, navn, _, farve in FORMER if kode == self.raekke["form_k"]),
            (FORMER[0][1], FORMER[0][3]),
        )
        return tegnefil(f"moedested_{navn}"), farve

    @cached_property
    def qr(self) -> str:
        """The QR code of the permanent address as SVG; '' where the municipality has no pattern that holds."""
        moenster = self._grundlag.hus.adresse
        return "" if moensterfejl(moenster) else qr_svg(adresse(moenster, self.id))

    @property
    def besked(self) -> str:
        """What must be known first of a place that is not open as usual."""
        besked = self.ord(_IKKE_BEGYNDT.get(self.raekke["livscyklus_k"], ""))
        return f"{besked} {self.ord('Ring, før du tager af sted.')}" if besked and self.telefon else besked  # fmt: skip

    @property
    def punkt(self) -> QgsGeometry | None:
        """Where it is; None where it is nowhere."""
        geometri: QgsGeometry | None = self.raekke.get("geometri")
        return geometri if geometri is not None and not geometri.isEmpty() else None

    @cached_property
    def kan(self) -> list[tuple[str, str]]:
        """What one can do here: pictogram and words."""
        return self._tegnet("aktivitetsmulighed_tekst", "aktivitetstype", AKTIVITETER, _AKTIVITET_ELLERS)  # fmt: skip

    @cached_property
    def faciliteter(self) -> list[tuple[str, str]]:
        """What one can count on: pictogram and words."""
        return self._tegnet("faciliteter_tekst", "mst_facilitet", MST_FACILITETER, _FACILITET_ELLERS)  # fmt: skip

    def _tegnet(
        self, felt: str, kodeliste: str, tegn: dict[str, tuple[int, ...]], ellers: str
    ) -> list[tuple[str, str]]:
        koder = self._grundlag.stof.koder.get(kodeliste, {})
        return [
            (tegnefil(piktogram(tegn, koder.get(et), ellers)), self.ord(et))
            for et in liste(self.raekke[felt])
        ]

    def opremset(self, felt: str) -> str:
        """A public list column as one line: `Alle, Unge`."""
        return ", ".join(self.ord(et) for et in liste(self.raekke[felt]))

    @property
    def for_hvem(self) -> str:
        """Whom it is for, with their age where it is given."""
        fra, til = self.raekke["alder_fra"], self.raekke["alder_til"]
        if fra and til:
            alder = self.ord("{} til {} år").format(fra, til)
        elif fra:
            alder = self.ord("fra {} år").format(fra)
        else:
            alder = self.ord("til og med {} år").format(til) if til else ""
        return ", ".join(et for et in (self.opremset("maalgruppe_tekst"), alder) if et)

    @property
    def pris(self) -> str:
        """What it costs, in words."""
        return self.ord(self.tekst("pris")) or (
            self.ord("Gratis") if self.raekke["betaling_k"] == 0 else ""
        )

    @property
    def adresse(self) -> str:
        """Where it is, with its town where that is not said already."""
        sted = self.tekst("sted")
        by = " ".join(et for et in (self.tekst("postnr"), self.by) if et)
        return sted if self.by and self.by.casefold() in sted.casefold() else ", ".join(et for et in (sted, by) if et)  # fmt: skip

    @property
    def underlag(self) -> str:
        """What one walks on."""
        kendt = self.raekke["underlag_k"] not in (None, _UKENDT_UNDERLAG)
        return self.ord(self.tekst("underlag_tekst")) if kendt else ""

    @property
    def handicap(self) -> str:
        """Whether it is fit for the disabled, as GeoFA puts it."""
        kendt = self.raekke["handicap_k"] not in (None, *_UKENDT_HANDICAP)
        return self.ord(self.tekst("handicap_tekst")) if kendt else ""

    @property
    def telefon(self) -> str:
        """Whom one rings: the place's number, or that of those who run it."""
        return self.tekst("telefon") or self.tekst("organisation_kontakt_tlf")

    @property
    def kontakt(self) -> str:
        """Whom one writes to."""
        return self.tekst("kontakt") or self.tekst("organisation_kontakt_mail")

    @cached_property
    def aktiviteter(self) -> list[Raekke]:
        """What happens here, what comes first uppermost."""
        i_dag = self._grundlag.i_dag

        def orden(raekke: Raekke) -> tuple[dt.date, str, str]:
            if raekke["gentagelse_k"] in (INGEN, AARLIG):
                dagen = naeste(raekke, i_dag)
            else:
                dagen = max(dato(raekke["dato_fra"]) or i_dag, i_dag)
            return dagen, str(raekke["klokken"] or ""), dansk_orden(str(raekke["navn"]))

        return sorted(self._grundlag.stof.aktiviteter.get(self.id, []), key=orden)
