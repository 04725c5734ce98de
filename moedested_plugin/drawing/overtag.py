# SPDX-License-Identifier: GPL-2.0-or-later
"""Which values of one object may be taken over (overtages) by a new one: from a neighbour, a template, the last one drawn."""

from __future__ import annotations

from collections.abc import Mapping

from moedested_plugin.domain.betingelse import Vaerdi
from moedested_plugin.domain.felt import Felt, Standard, Tabel, Type

#: Follow from the place or the moment, and are worked out anew.
_AF_STEDET = frozenset(set(Standard) - {Standard.LAGETS_TYPE})
_TYPER = frozenset({Type.TEKST, Type.HELTAL, Type.TAL, Type.JA_NEJ, Type.KODER})
#: Belong to the one object: its names, its address, its keys elsewhere, what was found or decided about it.
_EGNE = frozenset({
    "navn", "navn_uk", "navn_d", "navndels", "straekn_nr", "sted", "lokalomraade", "adr_id", "noegle", "kilde_id",
    "kilde_k", "intern_note", "note", "godkendt_af", "kvalitetstjekket_k", "lukket_aarsag", "udstyr_nr", "foto_link",
    "geofa_version", "livscyklus_k", "aflyst", "sti",
})  # fmt: skip
#: What one person goes on choosing, row after row; the rest is looked at anew each time.
_VANER = frozenset({
    "statuskode", "off_kode", "oprindkode", "kvalitet_k", "ansvar_org", "ansva_v_k", "kontak_ved", "organisation_id",
    "underlag_k", "ryglaen_k", "armlaen_k", "antal_pl", "facil_ty_k", "rute_ty_k", "belaegn_k", "afm_rute_k",
    "finansiering_k", "moedested_id", "type_k",
})  # fmt: skip


def kan_overtages(felt: Felt) -> bool:
    """Whether a new object may begin with another's value."""
    return (
        felt.type in (_TYPER | {Type.UUID})
        and not (felt.laast or felt.uaendret or felt.standard in _AF_STEDET)
        # A key is the object's own; a reference to an organisation may be shared.
        and (felt.type is not Type.UUID or bool(felt.henvisninger))
        and felt.navn not in _EGNE
    )


def overtag(tabel: Tabel, raekke: Mapping[str, Vaerdi]) -> dict[str, Vaerdi]:
    """What a new object takes over from this one."""
    return {
        navn: vaerdi
        for navn, vaerdi in raekke.items()
        if tabel.har(navn) and kan_overtages(tabel.felt(navn)) and vaerdi not in (None, "", [])
    }


def vaner(tabel: Tabel, raekke: Mapping[str, Vaerdi]) -> dict[str, Vaerdi]:
    """What the next object begins with, after this one was drawn."""
    return {navn: vaerdi for navn, vaerdi in overtag(tabel, raekke).items() if navn in _VANER}
