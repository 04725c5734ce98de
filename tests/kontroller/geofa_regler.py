# SPDX-License-Identifier: GPL-2.0-or-later
"""Which of our rules answers each line of `resources/geofa/regler.csv`."""

from __future__ import annotations

from collections.abc import Mapping

#: (kind, themes, fields) of a line → what keeps it: codes of what the database refuses, of checks here or in
#: the other lists (`privatliv.*`: any of that list); `felt:` a help text that guides, `eksport:` done by the GeoFA export.
REGEL_TIL_KODE: Mapping[tuple[str, str, str], tuple[str, ...]] = {
    ("obligatorisk", "5800,5801,5802", "cvr_kode, bruger_id, oprindkode, statuskode, off_kode, geometri"): (
        "rute.cvr_kode.mangler", "rute.bruger_id.mangler", "rute.oprindkode.mangler", "rute.statuskode.mangler",
        "rute.off_kode.mangler", "rute.geometri.mangler",
    ),
    ("obligatorisk", "5800,5801,5802", "kvalitet_k"): ("rute.kvalitet_k.mangler",),
    ("obligatorisk", "5800,5801", "facil_ty_k"): ("facilitet_punkt.facil_ty_k.mangler", "facilitet_flade.facil_ty_k.mangler"),
    ("obligatorisk", "5802", "rute_ty_k"): ("rute.rute_ty_k.mangler",),
    ("obligatorisk", "5800,5801,5802", "temakode"): ("eksport:temakode",),
    ("kodeliste", "5800,5801,5802", "alle *_k/*_kode, cvr_kode, postnr, vejkode"): (
        "rute.cvr_kode.kodeliste", "rute.statuskode.kodeliste", "facilitet_punkt.facil_ty_k.kodeliste",
    ),
    ("kodeliste", "5800,5801,5802", "alle koder"): ("geofa.udgaaet_kode",),
    ("kodeliste", "5800", "facil_ty_k"): ("facilitet_punkt.facil_ty_k.form",),
    ("kodeliste", "5801", "facil_ty_k"): ("facilitet_flade.facil_ty_k.form",),
    ("kodeliste", "5802", "svaerhed_k"): ("rute.svaerhed_k.mtb",),
    ("laengde", "5800,5801", "ansvar_org, kontak_ved"): (
        "facilitet_punkt.ansvar_org.for_lang", "facilitet_flade.kontak_ved.for_lang",
    ),
    ("laengde", "5802", "ansvar_org, kontak_ved"): ("rute.ansvar_org.for_lang", "rute.kontak_ved.for_lang"),
    ("laengde", "5800,5801,5802", "navn, beskrivels, uk_k_beskr, d_k_beskr, saeson_bem, note"): (
        "rute.navn.for_lang", "rute.beskrivels.for_lang", "rute.uk_k_beskr.for_lang", "rute.d_k_beskr.for_lang",
        "rute.saeson_bem.for_lang", "rute.note.for_lang", "rute.navn_uk.for_lang", "rute.navn_d.for_lang",
    ),
    ("laengde", "5800,5801,5802", "lang_beskr, uk_l_beskr, d_l_beskr, tilgaeng_beskriv"): (
        "rute.lang_beskr.for_lang", "rute.tilgaeng_beskriv.for_lang", "eksport:geofa_ekstra",
    ),
    ("laengde", "5800,5801,5802", "link*, foto_link*, filmlink*, folde_link, foldelink*"): (
        "rute.link.for_lang", "rute.foto_link.for_lang", "eksport:geofa_ekstra",
    ),
    ("laengde", "5800,5801", "bookinglink"): ("facilitet_punkt.bookinglink.for_lang",),
    ("laengde", "5800,5801,5802", "bruger_id, noegle"): ("rute.bruger_id.for_lang", "rute.noegle.for_lang"),
    ("laengde", "5802", "navndels, straekn_nr"): ("rute.navndels.for_lang", "rute.straekn_nr.for_lang"),
    ("laengde", "5800,5801,5802", "husnr"): ("eksport:geofa_ekstra",),
    ("interval", "5800,5801", "antal_pl"): ("facilitet_punkt.antal_pl.form", "facilitet_flade.antal_pl.form"),
    ("interval", "5802", "laengde"): ("rute.laengde.form",),
    ("interval", "5802", "startpkt_x, slutpkt_x / startpkt_y, slutpkt_y"): ("eksport:startpkt",),
    ("dato", "5800,5801", "saeson_st, saeson_sl"): ("facilitet_punkt.saeson_st.form", "facilitet_flade.saeson_sl.form"),
    ("dato", "5802", "saeson_st, saeson_sl"): ("rute.saeson_st.form", "rute.saeson_sl.form"),
    ("json", "5800,5801,5802", "tilgaeng_opl"): ("rute.tilgaeng_opl.form",),
    ("uuid", "5800,5801,5802", "objekt_id, adr_id"): ("rute.objekt_id.form", "rute.adr_id.form"),
    ("identitet", "5800,5801,5802", "objekt_id"): ("rute.objekt_id.unik", "rute.objekt_id.uaendret"),
    ("geometri", "5800", "geometri"): ("facilitet_punkt.geometri.type",),
    ("geometri", "5801", "geometri"): ("facilitet_flade.geometri.type", "geometri.for_lille", "geometri.selvkrydsning"),
    ("geometri", "5802", "geometri"): ("rute.geometri.type", "geometri.for_kort", "geometri.rute_krydser"),
    ("geometri", "5800,5801,5802", "geometri"): ("rute.geometri.mangler", "geometri.tom", "geometri.uden_for_danmark"),
    ("geofence", "5800", "geometri"): ("geometri.uden_for_kommunen",),
    ("geofence", "5801,5802", "geometri"): ("geometri.uden_for_kommunen",),
    ("adresse", "5800,5801,5802", "adr_id, vejkode"): ("geofa.adresse_og_vejkode",),
    ("persondata", "5800,5801,5802", "kontak_ved, note, beskrivels, lang_beskr"): ("privatliv.*",),
    ("url", "5800,5801,5802", "alle links"): (
        "rute.link.adresse", "rute.foto_link.adresse", "facilitet_punkt.bookinglink.adresse", "geofa.ekstra_adresse",
    ),
    ("dublet", "5800,5801,5802", "geometri, navn, type"): ("dubletter.facilitet", "dubletter.facilitet_navn", "dubletter.rute", "dubletter.flade"),
    ("redundans", "5800,5801", "geometri"): ("dubletter.punkt_og_flade",),
    ("parallelle ruter", "5802", "geometri"): ("felt:rute.rute_ty_k",),
}  # fmt: skip
