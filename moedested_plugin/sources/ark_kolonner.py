# SPDX-License-Identifier: GPL-2.0-or-later
"""The columns of the sheets that the social centre fills in, from the model: what may stand in them, and how it is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from moedested_plugin.domain.diff import STEMPELFELTER
from moedested_plugin.domain.felt import Felt, Offentlig, Tabel, Type
from moedested_plugin.domain.skema import tabel as tabel_af
from moedested_plugin.i18n import tr
from moedested_plugin.store import Store

from .ark_xlsx import ArkKolonne, Celle, Gyldig, bogstav, citer_ark
from .filer_kolonner import Synlige, kan_vises
from .henvisninger import Navne, navne_af

#: The tables that are filled in as sheets.
TABELLER = ("moedested", "aktivitet", "organisation")
LISTER = "Lister"
#: What only the municipality's own people need to see.
_UDELADT = frozenset(
    (*STEMPELFELTER, "kilde_id", "kilde_k", "adr_id", "ansva_v_k", "raekke_version")
)
_LANG = 200
BREDDEGRAD, LAENGDEGRAD = "Breddegrad", "Længdegrad"
_SKAL = " *"


@dataclass(frozen=True)
class Kolonne:
    """One column: its field (or the latitude or longitude), and how a value of ours is written in it."""

    navn: str
    overskrift: str
    felt: Felt | None
    skriv: Callable[[Any], Celle]
    #: What can be chosen, as it is written.
    valg: tuple[str, ...] = ()

    @property
    def flere(self) -> bool:
        """Whether several choices may stand in one cell."""
        return self.felt is not None and self.felt.type is Type.KODER


def kolonner(store: Store, tabel: Tabel, *, internt: bool) -> list[Kolonne]:
    """The columns of the table's sheet, the id first."""
    lister = _lister(store, internt=internt)
    navne = navne_af(store, tabel)
    felter = [tabel.felt(tabel.noegle)] + [
        felt for felt in tabel.felter if felt.navn != tabel.noegle and _med(felt, internt=internt)
    ]
    synlige = None if internt else Synlige(store)
    valg = {navn: _kan_vaelges(store, tabel.felt(navn), n, synlige) for navn, n in navne.items()}
    ud = [
        _henvisning(felt, navne[felt.navn], valg[felt.navn])
        if felt.navn in navne
        else _kolonne(tabel, felt, lister)
        for felt in felter
    ]
    if tabel.geometri is not None:
        ud += [
            Kolonne(navn.lower(), navn, None, lambda tal: None if tal is None else round(tal, 7))
            for navn in (BREDDEGRAD, LAENGDEGRAD)
        ]
    return ud


def interne(tabel: Tabel) -> list[str]:
    """What the columns are called that only an internal sheet has."""
    return [
        felt.alias
        for felt in tabel.felter
        if felt.navn != tabel.noegle and _med(felt, internt=True) and not _med(felt, internt=False)
    ]


def _med(felt: Felt, *, internt: bool) -> bool:
    if felt.navn in _UDELADT or felt.laast:
        return False
    # Without it nobody could ask for a row to be shown; and it decides about the row, it says nothing of anyone.
    return internt or felt.navn == "off_kode" or Offentlig.OFFENTLIG in felt.off


def _lister(store: Store, *, internt: bool) -> dict[str, dict[int, tuple[str, bool]]]:
    """The codes of each list in order: how each is shown, and whether it is still offered."""
    felter = ("liste", "kode", "visning", "aktiv", "offentlig", "sortering")
    ud: dict[str, dict[int, tuple[str, bool]]] = {}
    for r in sorted(
        store.raekker("kodeliste", felter), key=lambda r: (_tal(r["sortering"]), _tal(r["kode"]))
    ):
        if internt or r["offentlig"] == 1:
            ud.setdefault(str(r["liste"]), {})[_tal(r["kode"])] = (
                str(r["visning"]),
                r["aktiv"] == 1,
            )
    return ud


def _tal(vaerdi: object) -> int:
    return vaerdi if isinstance(vaerdi, int) else 0


def _kolonne(
    tabel: Tabel, felt: Felt, lister: Mapping[str, Mapping[int, tuple[str, bool]]]
) -> Kolonne:
    overskrift = felt.alias if felt.navn == tabel.noegle else _overskrift(felt)
    if felt.kodeliste is not None:
        liste = lister.get(felt.kodeliste, {})
        valg = tuple(visning for visning, aktiv in liste.values() if aktiv)
        if felt.type is Type.KODER:
            return Kolonne(felt.navn, overskrift, felt, lambda koder: _koder(liste, koder), valg)
        return Kolonne(
            felt.navn,
            overskrift,
            felt,
            lambda kode: liste[kode][0] if kode in liste else None,
            valg,
        )
    valg = ("Ja", "Nej") if felt.type is Type.JA_NEJ else ()
    return Kolonne(felt.navn, overskrift, felt, _vaerdi, valg)


def _overskrift(felt: Felt) -> str:
    return felt.alias + (_SKAL if felt.obligatorisk else "")


def _henvisning(felt: Felt, navne: Navne, valg: tuple[str, ...]) -> Kolonne:
    return Kolonne(
        felt.navn, _overskrift(felt), felt, lambda id_: navne.skrevet.get(id_, id_), valg
    )


def _kan_vaelges(
    store: Store, felt: Felt, navne: Navne, synlige: Synlige | None
) -> tuple[str, ...]:
    """The names to choose from; in a sheet for the public only those that the public knows."""
    ider = set(navne.skrevet)
    if synlige is not None and felt.henviser is not None and kan_vises(felt.henviser.tabel):
        tabel = tabel_af(felt.henviser.tabel)
        ider = {str(r[tabel.noegle]) for r in store.raekker(tabel.navn) if synlige.har(tabel, r)}
    return tuple(sorted((navne.skrevet[id_] for id_ in ider), key=str.casefold))


def _koder(liste: Mapping[int, tuple[str, bool]], koder: object) -> str | None:
    valgte = koder if isinstance(koder, list) else []
    return "; ".join(liste[kode][0] for kode in valgte if kode in liste) or None


def _vaerdi(vaerdi: Any) -> Celle:  # noqa: ANN401 - any value of the model
    if isinstance(vaerdi, bool):
        return "Ja" if vaerdi else "Nej"
    if isinstance(vaerdi, list):
        return "; ".join(_dansk_dato(led) for led in vaerdi) or None
    return vaerdi if isinstance(vaerdi, (int, float, dt.date)) or vaerdi is None else str(vaerdi)


def _dansk_dato(led: object) -> str:
    try:
        return dt.date.fromisoformat(str(led)).strftime("%d-%m-%Y")
    except ValueError:
        return str(led)


# ---- how it looks ---------------------------------------------------------------------------------------------------


def i_ark(kolonne: Kolonne, tabel: Tabel, liste_nr: int | None) -> ArkKolonne:
    """The column as the sheet has it; `liste_nr` is its column on the sheet of lists."""
    felt = kolonne.felt
    if felt is None:
        mellem = ("54", "58.5") if kolonne.overskrift == BREDDEGRAD else ("7", "16")
        hjaelp = tr("Kan stå tom. Ellers som på et kort på nettet, fx {}.").format(
            "54,7653" if kolonne.overskrift == BREDDEGRAD else "11,8744"
        )
        return ArkKolonne(kolonne.overskrift, 13, "almindelig", "overskrift",
                          Gyldig("tal", mellem, kolonne.overskrift, hjaelp, hjaelp))  # fmt: skip
    if felt.navn == tabel.noegle:
        hjaelp = tr(
            "Rør ikke dette felt. Lad det stå tomt i en ny række: Mødested laver selv id'et."
        )
        return ArkKolonne(
            kolonne.overskrift,
            12,
            "laast",
            "laast",
            Gyldig("intet", (), felt.alias, hjaelp, hjaelp),
        )
    hoved: Any = "kraevet" if felt.obligatorisk else "overskrift"
    stil: Any = {Type.DATO: "dato", Type.HELTAL: "almindelig", Type.TAL: "almindelig"}.get(
        felt.type, "tekst"
    )
    if kolonne.valg:
        stil = "tekst"
    return ArkKolonne(
        kolonne.overskrift, _bredde(felt), stil, hoved, _gyldig(kolonne, felt, liste_nr)
    )


def _bredde(felt: Felt) -> float:
    if felt.type in (Type.DATO, Type.JA_NEJ, Type.HELTAL, Type.TAL) and felt.kodeliste is None:
        return 13
    if felt.type is Type.TEKST and (felt.laengde or 0) > _LANG:
        return 45
    return 26


def _gyldig(kolonne: Kolonne, felt: Felt, liste_nr: int | None) -> Gyldig:
    hjaelp = felt.hjaelp
    if kolonne.flere:
        hjaelp = " ".join(
            (hjaelp, tr("Skriv flere med semikolon imellem. Ordene står på arket Vejledning."))
        )
        return Gyldig("alt", (), felt.alias, hjaelp.strip())
    if kolonne.valg and liste_nr is not None:
        kol = bogstav(liste_nr)
        omraade = f"{citer_ark(LISTER)}!${kol}$2:${kol}${len(kolonne.valg) + 1}"
        return Gyldig("liste", (omraade,), felt.alias, hjaelp, tr("Vælg i listen."))
    if felt.type is Type.DATO:
        return Gyldig(
            "dato", ("1", "109574"), felt.alias, hjaelp, tr("Skriv en dato, fx 24-12-2026.")
        )
    if felt.type is Type.HELTAL:
        return Gyldig("heltal", ("0", "99999999"), felt.alias, hjaelp, tr("Skriv et helt tal."))
    return Gyldig("alt", (), felt.alias, hjaelp)
