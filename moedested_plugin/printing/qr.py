# SPDX-License-Identifier: GPL-2.0-or-later
"""QR codes as pure vector, and the permanent address they lead to.

The encoder is segno's. `.ci/package.py` lays it into the plugin as `_lib/segno`; in a checkout it lies in the venv.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from moedested_plugin.domain.webadresser import delt, er_eksempel, er_intern
from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Where the id goes in the pattern.
PLADS = "{moedested_id}"
#: Modules of white around the code: what ISO/IEC 18004 asks for, inside our picture.
STILLE_ZONE = 4
#: The longest address at level M in a code of 37 modules: 0.4 mm each at 18 mm, which a telephone reads at arm's length.
LAENGSTE_ADRESSE = 84
#: A `moedested_id` is a UUID.
_ID_LAENGDE = 36

_Punkt = tuple[int, int]


def adresse(moenster: str, moedested_id: str) -> str:
    """Give the permanent address of a mødested. The pattern must be one that `moensterfejl` has no word on."""
    return moenster.strip().replace(PLADS, quote(moedested_id, safe=""))


def moensterfejl(moenster: str) -> str | None:
    """Say what is wrong with the pattern of the address, or None."""
    moenster = moenster.strip()
    uden_plads = moenster.replace(PLADS, "")
    fejl = None
    if not moenster:
        fejl = tr("Skriv den faste adresse, som QR-koderne skal føre til.")
    elif moenster.count(PLADS) != 1:
        fejl = tr("Adressen skal have {0} én gang: dér, hvor mødestedets id skal stå.").format(
            PLADS
        )
    elif "{" in uden_plads or "}" in uden_plads:
        fejl = tr("Adressen må kun have {0} i krøllede parenteser.").format(PLADS)
    elif any(tegn.isspace() for tegn in moenster):
        fejl = tr("Adressen må ikke have mellemrum.")
    elif not moenster.isascii():
        fejl = tr("Skriv adressen uden æ, ø og å, sådan som browseren viser den, når den kopieres.")
    else:
        fejl = _adressefejl(moenster)
    return fejl


def _adressefejl(moenster: str) -> str | None:
    proeve = adresse(moenster, "0" * _ID_LAENGDE)
    dele = delt(proeve)
    if not moenster.lower().startswith(("https://", "http://")):
        return tr("Adressen skal begynde med https:// eller http://.")
    if dele is None or "." not in (dele.hostname or "") or PLADS in moenster.split("/")[2]:
        return tr(
            "Adressen ser ikke rigtig ud. Skriv den som https://kommunen.dk/sted/{0}."
        ).format(PLADS)
    if er_eksempel(dele):
        return tr("Adressen er et eksempel. Skriv kommunens egen.")
    if er_intern(dele):
        return tr("Adressen kan kun åbnes inde i kommunen eller med login. Vælg en, alle kan åbne.")
    if len(proeve) > LAENGSTE_ADRESSE:
        return tr(
            "Adressen er {0} tegn for lang til en QR-kode, der er let at læse. Vælg en kortere."
        ).format(len(proeve) - LAENGSTE_ADRESSE)
    return None


def qr_svg(tekst: str, *, fejlretning: str = "M") -> str:
    """Give the QR code as SVG: one black path on white, the quiet zone inside, at least this error correction.

    Raises `ValueError` when the text is too long for any code.
    """
    kode = _encoder().encode(tekst, error=fejlretning, micro=False)
    moduler: Sequence[Sequence[int]] = kode.matrix
    side = len(moduler) + 2 * STILLE_ZONE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{side}" height="{side}"'
        ' shape-rendering="crispEdges">'
        f'<rect width="{side}" height="{side}" fill="#ffffff"/>'
        f'<path fill="#000000" fill-rule="evenodd" d="{"".join(_omrids(moduler))}"/></svg>'
    )


def _encoder() -> Any:  # noqa: ANN401  # segno gives no types for its encoder
    try:
        return import_module("moedested_plugin._lib.segno.encoder")
    except ModuleNotFoundError:
        return import_module("segno.encoder")


def _omrids(moduler: Sequence[Sequence[int]]) -> Iterator[str]:
    """Follow the outlines of the black fields: drawn field by field, a viewer shows hairlines between them."""
    kanter = _kanter(moduler)
    while kanter:
        start = nu = next(iter(kanter))
        hjoerner = [start]
        retning: _Punkt | None = None
        while True:
            naeste = kanter[nu].pop()
            if not kanter[nu]:
                del kanter[nu]
            ny_retning = (naeste[0] - nu[0], naeste[1] - nu[1])
            if ny_retning == retning:
                hjoerner[-1] = naeste
            else:
                hjoerner.append(naeste)
            nu, retning = naeste, ny_retning
            if nu == start:
                break
        (x, y), *videre = hjoerner[:-1]
        yield f"M{x} {y}" + "".join(f"L{px} {py}" for px, py in videre) + "z"


def _kanter(moduler: Sequence[Sequence[int]]) -> dict[_Punkt, list[_Punkt]]:
    """Give every edge between black and white, from corner to corner, with black on its right hand."""
    kanter: dict[_Punkt, list[_Punkt]] = {}

    def sort(raekke: int, soejle: int) -> bool:
        inde = 0 <= raekke < len(moduler) and 0 <= soejle < len(moduler)
        return inde and bool(moduler[raekke][soejle])

    for raekke in range(len(moduler)):
        for soejle in range(len(moduler)):
            if not sort(raekke, soejle):
                continue
            x, y = soejle + STILLE_ZONE, raekke + STILLE_ZONE
            for nabo, fra, til in (
                ((raekke - 1, soejle), (x, y), (x + 1, y)),
                ((raekke, soejle + 1), (x + 1, y), (x + 1, y + 1)),
                ((raekke + 1, soejle), (x + 1, y + 1), (x, y + 1)),
                ((raekke, soejle - 1), (x, y + 1), (x, y)),
            ):
                if not sort(*nabo):
                    kanter.setdefault(fra, []).append(til)
    return kanter
