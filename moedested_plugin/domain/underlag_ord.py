# SPDX-License-Identifier: GPL-2.0-or-later
"""What others call a surface: the words of Danish registers and of OpenStreetMap, and our code for each."""

from __future__ import annotations

_ORD = {
    1: "asfalt asphalt beton concrete asfalteret",
    2: "fliser flise brosten chaussésten belægningssten paving_stones sett cobblestone",
    3: "stenmel slotsgrus fast_grus compacted fine_gravel stabilgrus",
    4: "grus løst_grus sand gravel grusvej",
    5: "træ gangbro bro_af_træ plankebro wood boardwalk",
    6: "græs grass plæne",
    7: "skovbund trampet_sti jord ground dirt earth skovsti naturbund",
    8: "strand beach",
}
#: The whole word, in lower case, spaces written as underscores → our code.
UNDERLAG_AF_ORD: dict[str, int] = {
    ord_: kode for kode, alle in _ORD.items() for ord_ in alle.split()
}


def underlag_af(tekst: str) -> int | None:
    """The surface that the text names; None where it names none. 'Ubefæstet' says only what it is not."""
    return UNDERLAG_AF_ORD.get("_".join(tekst.lower().split()))
