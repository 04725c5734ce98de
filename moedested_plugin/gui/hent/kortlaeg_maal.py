# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a source may go, as a person would say it: *bænke* rather than a table and a code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from moedested_plugin.domain.steder import BAENK_TYPER, CYKEL_TYPER, KOERE_TYPER, VANDRE_TYPER
from moedested_plugin.i18n import tr
from moedested_plugin.sources.kortlaeg_udtryk import typefelt
from moedested_plugin.sources.profil import NETVAERK, Profil

ANDEN_RUTE = 98
#: *Andet*, where neither target nor source says the kind.
ANDET = {"facilitet_punkt": 9981, "facilitet_flade": 9981}


@dataclass(frozen=True)
class Maal:
    """One target: a table, and the kind that rows get where the source does not say."""

    navn: str
    titel: str
    tabel: str
    forklaring: str
    standarder: Mapping[str, int] = field(default_factory=dict)

    def paa(self, profil: Profil) -> Profil:
        """The profile of the same table, with the kind of this target."""
        felt = typefelt(profil) or ""
        valgt = profil.standarder.get(felt)
        uden = {navn: v for navn, v in profil.standarder.items() if navn != felt}
        if self.standarder:
            return replace(profil, standarder={**uden, **self.standarder})
        if valgt is None or all(maal.standarder.get(felt) != valgt for maal in alle_maal()):
            return profil
        # The kind of another target of this table must not stay behind.
        andet = (
            {} if profil.type is not None or self.tabel not in ANDET else {felt: ANDET[self.tabel]}
        )
        return replace(profil, standarder={**uden, **andet})


def alle_maal() -> tuple[Maal, ...]:
    """The targets, in the order of the layers."""
    rute = tr(
        "Hver linje eller samlet linje bliver en rute med navn og type, som kan rettes og udgives. Er det blot veje og stier, så vælg Netværk."
    )
    return (
        Maal("moedested", tr("Mødesteder"), "moedested",
             tr("Hver række bliver et mødested. Rækker uden sted kommer med og kan placeres bagefter.")),
        Maal("facilitet", tr("Faciliteter"), "facilitet_punkt", tr("Hvert punkt bliver en facilitet.")),
        Maal("baenk", tr("Bænke"), "facilitet_punkt",
             tr("Hvert punkt bliver en facilitet af typen Bænk, hvor kilden ikke siger andet."),
             {"facil_ty_k": BAENK_TYPER[0]}),
        Maal("omraade", tr("Bygninger og områder"), "facilitet_flade", tr("Hver flade bliver en facilitet.")),
        Maal("rute", tr("Ruter, typen står i kilden"), "rute", rute),
        Maal("vandrerute", tr("Vandreruter"), "rute", rute, {"rute_ty_k": VANDRE_TYPER[0]}),
        Maal("cykelrute", tr("Cykelruter"), "rute", rute, {"rute_ty_k": CYKEL_TYPER[0]}),
        Maal("koererute", tr("Køreruter"), "rute", rute, {"rute_ty_k": KOERE_TYPER[0]}),
        Maal("andenrute", tr("Andre ruter"), "rute", rute, {"rute_ty_k": ANDEN_RUTE}),
        Maal(NETVAERK, tr("Netværk (veje og stier)"), NETVAERK,
             tr("Linjerne kan kun læses: de bruges til at tegne ruter efter og som baggrund, og udgives aldrig. Skal de udgives, så vælg en slags ruter.")),
        Maal("aktivitet", tr("Aktiviteter"), "aktivitet", tr("Hver række bliver en aktivitet på et mødested.")),
        Maal("organisation", tr("Organisationer"), "organisation",
             tr("Hver række bliver en forening, myndighed eller anden organisation. Aldrig en privatperson.")),
    )  # fmt: skip


def maal_af(profil: Profil) -> Maal:
    """The target that a profile is for."""
    samme = [maal for maal in alle_maal() if maal.tabel == profil.tabel]
    felt = typefelt(profil) or ""
    med_type = (
        m for m in samme if m.standarder and m.standarder.get(felt) == profil.standarder.get(felt)
    )
    return next(med_type, samme[0])
