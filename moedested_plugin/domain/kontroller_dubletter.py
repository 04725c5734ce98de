# SPDX-License-Identifier: GPL-2.0-or-later
"""What may be drawn twice: two rows of the same kind, at the same place or of the same name nearby."""

from __future__ import annotations

from .betingelse import GEOMETRI
from .kontrol import Graense, Kontrol, beskriv
from .regler import Alvor

DUBLET_M = Graense(
    "dublet_m", "To faciliteter af samme type er den samme inden for", 2.0, 0.0, 100.0, "m"
)
NAVN_M = Graense("dublet_navn_m", "To faciliteter med samme type og navn er nok den samme inden for", 50.0, 0.0, 1000.0, "m")  # fmt: skip
MOEDESTED_M = Graense("dublet_moedested_m", "To mødesteder med næsten samme navn er nok det samme inden for", 50.0, 0.0, 1000.0, "m")  # fmt: skip
ENS_M = Graense("dublet_ens_m", "To ruter eller flader er tegnet ens, når de højst ligger så langt fra hinanden", 1.0, 0.0, 50.0, "m")  # fmt: skip
REDUNDANS_M = Graense(
    "dublet_redundans_m", "Et punkt hører til fladen inden for", 2.0, 0.0, 100.0, "m"
)

_TO_GANGE = "Borgerne ser det to gange, og kun det ene bliver rettet næste gang."


def _kontrol(
    kode: str, alvor: Alvor, tabeller: tuple[str, ...], felter: tuple[str, ...], besked: str, raad: str, graense: Graense,
    hvorfor: str = _TO_GANGE,
) -> Kontrol:  # fmt: skip
    return beskriv(
        f"dubletter.{kode}",
        alvor,
        tabeller,
        (GEOMETRI, *felter),
        besked,
        hvorfor,
        raad,
        graenser=(graense,),
    )


KONTROLLER: tuple[Kontrol, ...] = (
    _kontrol(
        "facilitet", Alvor.ADVARSEL, ("facilitet_punkt",), ("facil_ty_k",),
        "Det samme er tegnet to gange: {anden} ligger {meter} m herfra og er af samme type.",
        "Behold den bedste, og slet den anden. Acceptér det, hvis der virkelig står to.", DUBLET_M,
    ),
    _kontrol(
        "facilitet_navn", Alvor.ANBEFALING, ("facilitet_punkt", "facilitet_flade"), ("navn", "facil_ty_k"),
        "{anden} har samme type og navn og ligger {meter} m herfra.",
        "Slet den ene, hvis det er den samme. Ellers giv dem hver sit navn.", NAVN_M,
    ),
    _kontrol(
        "moedested", Alvor.ADVARSEL, ("moedested",), ("navn",),
        "{anden} har næsten samme navn og ligger {meter} m herfra.",
        "Saml de to til ét mødested, eller giv dem navne, der kan kendes fra hinanden.", MOEDESTED_M,
        "Borgerne ved ikke, hvilket af de to der gælder.",
    ),
    _kontrol(
        "rute", Alvor.ADVARSEL, ("rute",), ("rute_ty_k",),
        "Den samme rute er tegnet to gange: {anden} er af samme type og ligger højst {meter} m fra.",
        "Behold den bedste, og slet den anden. En vandrerute og en cykelrute må gerne gå samme vej.", ENS_M,
    ),
    _kontrol(
        "flade", Alvor.ADVARSEL, ("facilitet_flade",), ("facil_ty_k",),
        "Den samme flade er tegnet to gange: {anden} er af samme type og ligger højst {meter} m fra.",
        "Behold den bedste, og slet den anden.", ENS_M,
    ),
    _kontrol(
        "punkt_og_flade", Alvor.ANBEFALING, ("facilitet_punkt",), ("facil_ty_k",),
        "Det samme er tegnet både som punkt og som flade: {anden} ligger {meter} m herfra.",
        "Behold fladen, hvis formen har betydning, ellers punktet.", REDUNDANS_M,
        "GeoFA fraråder, at samme facilitet findes både som punkt og flade. Borgerne ser den to gange.",
    ),
)  # fmt: skip
