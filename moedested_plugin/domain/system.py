# SPDX-License-Identifier: GPL-2.0-or-later
"""The system tables: what the plugin itself remembers beside the municipality's own data (never published)."""

from __future__ import annotations

from .betingelse import EnAf
from .felt import Felt, Tabel, Type
from .genbrug import felt, tekst

_JSON = Type.JSON


def _system(
    navn: str,
    titel: str,
    beskrivelse: str,
    noegle: str,
    felter: tuple[Felt, ...],
    *,
    geometri: str | None = None,
    unikke: tuple[tuple[str, ...], ...] = (),
) -> Tabel:
    return Tabel(
        navn, titel, beskrivelse, felter, noegle, geometri=geometri, unikke=unikke, system=True
    )


KOERSEL = _system(
    "koersel", "Kørsler", "Hver import, kontrol, udgivelse og opgradering: hvornår, af hvem, med hvilket resultat.",
    "koersel_id",
    (
        tekst("koersel_id", 36, "Kørsels-id", obligatorisk=True),
        tekst("art", 20, "Art", obligatorisk=True),
        felt("begyndt", Type.TIDSPUNKT, "Begyndt", obligatorisk=True),
        felt("sluttet", Type.TIDSPUNKT, "Sluttet"),
        tekst("af", 128, "Af", obligatorisk=True),
        felt("resultat", _JSON, "Resultat"),
    ),
)  # fmt: skip

KILDEPOST = _system(
    "kildepost", "Naturlandet (som modtaget)",
    "Den seneste række modtaget fra hver kilde, så en senere import kan sammenligne tre veje.", "kildepost_id",
    (
        tekst("kildepost_id", 36, "Kildepost-id", obligatorisk=True),
        tekst("kilde", 128, "Kilde", obligatorisk=True),
        tekst("lag", 128, "Lag", obligatorisk=True),
        tekst("kilde_noegle", 254, "Nøgle hos kilden", obligatorisk=True),
        tekst("navn", 254, "Navn"),
        tekst("type", 254, "Type"),
        tekst("tabel", 30, "Vores tabel"),
        tekst("objekt_id", 36, "Vores id"),
        felt("modtaget", Type.TIDSPUNKT, "Modtaget", obligatorisk=True),
        felt("set_senest", Type.TIDSPUNKT, "Set senest", obligatorisk=True),
        felt("raekke", _JSON, "Rækken", obligatorisk=True),
        # Of the whole row as received: an equal one need not be compared field by field.
        tekst("fingeraftryk", 64, "Fingeraftryk"),
        # What stood here before the last import, for Fortryd import.
        felt("foer", _JSON, "Før seneste import"),
        tekst("koersel_id", 36, "Kørsel"),
    ),
    geometri="Geometry", unikke=(("kilde", "lag", "kilde_noegle"),),
)  # fmt: skip

AFVISNING = _system(
    "afvisning", "Afviste ændringer",
    "Ændringer fra en kilde, som brugeren har sagt nej til. De tilbydes ikke igen, før de ændrer sig.",
    "afvisning_id",
    (
        tekst("afvisning_id", 36, "Afvisnings-id", obligatorisk=True),
        tekst("kilde", 128, "Kilde", obligatorisk=True),
        tekst("lag", 128, "Lag", obligatorisk=True),
        tekst("kilde_noegle", 254, "Nøgle hos kilden", obligatorisk=True),
        tekst("felt", 60, "Felt"),
        tekst("vaerdi_hash", 64, "Værdiens fingeraftryk", obligatorisk=True),
        tekst("initialer", 128, "Af", obligatorisk=True),
        felt("dato", Type.TIDSPUNKT, "Den", obligatorisk=True),
    ),
)  # fmt: skip

UNDTAGELSE = _system(
    "undtagelse", "Accepterede fund",
    "Et fund, der er accepteret med begrundelse. Det vender tilbage, når objektet ændrer sig.", "undtagelse_id",
    (
        tekst("undtagelse_id", 36, "Undtagelses-id", obligatorisk=True),
        tekst("regel", 60, "Regel", obligatorisk=True),
        tekst("tabel", 30, "Tabel", obligatorisk=True),
        tekst("objekt_id", 36, "Objekt"),
        tekst("kilde", 128, "Kilde"),
        # Which of several findings of the rule on the object; empty for an exception of a whole source.
        tekst("maerke", 254, "Mærke"),
        tekst("vaerdi_hash", 64, "Værdiens fingeraftryk"),
        tekst("begrundelse", 500, "Begrundelse", obligatorisk=True),
        tekst("initialer", 128, "Af", obligatorisk=True),
        felt("dato", Type.TIDSPUNKT, "Den", obligatorisk=True),
    ),
)  # fmt: skip

HISTORIK = _system(
    "historik", "Historik", "Hver oprettet (kun nøglen), overskrevet eller slettet række. Intet gemt går tabt.", "",
    (
        tekst("tabel", 30, "Tabel", obligatorisk=True),
        tekst("noegle", 80, "Nøgle", obligatorisk=True),
        tekst("art", 10, "Art", obligatorisk=True,
              krav=EnAf("art", ("oprettet", "rettet", "slettet", "tilsidesat"))),
        felt("tid", Type.TIDSPUNKT, "Tid", obligatorisk=True),
        tekst("af", 128, "Af"),
        tekst("koersel_id", 36, "Kørsel"),
        felt("raekke", _JSON, "Rækken, som den var"),
        felt("geometri", Type.BINAER, "Geometrien, som den var"),
    ),
)  # fmt: skip

UDGIVELSE = _system(
    "udgivelse", "Udgivelser", "Hvad der blev udgivet hvornår, af hvem, med hvilke antal.", "udgivelse_id",
    (
        tekst("udgivelse_id", 36, "Udgivelses-id", obligatorisk=True),
        tekst("maal", 128, "Mål", obligatorisk=True),
        tekst("version", 40, "Version", obligatorisk=True),
        felt("tid", Type.TIDSPUNKT, "Tid", obligatorisk=True),
        tekst("af", 128, "Af", obligatorisk=True),
        felt("antal", _JSON, "Antal"),
        tekst("koersel_id", 36, "Kørsel"),
    ),
)  # fmt: skip

INDSTILLING = _system(
    "indstilling", "Indstillinger",
    "Kommune, skemaversion, profiler, regler, grænser, ordlister, skabeloner og mål.", "noegle",
    (
        tekst("noegle", 80, "Nøgle", obligatorisk=True),
        felt("vaerdi", _JSON, "Værdi (JSON)"),
    ),
    unikke=(("noegle",),),
)  # fmt: skip

FUND = _system(
    "fund", "Fund", "De seneste fund fra kontrollen.", "fund_id",
    (
        tekst("fund_id", 36, "Fund-id", obligatorisk=True),
        tekst("regel", 60, "Regel", obligatorisk=True),
        tekst("tabel", 30, "Tabel", obligatorisk=True),
        tekst("objekt_id", 36, "Objekt"),
        tekst("felt", 60, "Felt"),
        tekst("alvor", 12, "Alvor", obligatorisk=True),
        tekst("tekst", 1000, "Tekst", obligatorisk=True),
        # What fills the sentence, for other languages; what tells it from others of the rule on the object; of what it
        # depends on.
        felt("vaerdier", _JSON, "Værdier i teksten"),
        tekst("maerke", 254, "Mærke"),
        tekst("aftryk", 64, "Fingeraftryk"),
        tekst("undtagelse_id", 36, "Accepteret med"),
        felt("kilde_k", Type.HELTAL, "Kilde"),
        felt("foerst_set", Type.TIDSPUNKT, "Først set", obligatorisk=True),
        felt("x", Type.TAL, "x"),
        felt("y", Type.TAL, "y"),
        tekst("koersel_id", 36, "Kørsel"),
    ),
)  # fmt: skip

NETVAERK = _system(
    "netvaerk", "Netværk", "Linjer og stoppesteder til sporing og baggrund. Udgives aldrig, og er aldrig en rute.",
    "netvaerk_id",
    (
        tekst("netvaerk_id", 36, "Netværks-id", obligatorisk=True),
        tekst("kilde", 128, "Kilde", obligatorisk=True),
        tekst("kilde_noegle", 254, "Nøgle hos kilden"),
        tekst("navn", 254, "Navn"),
        tekst("type", 254, "Type"),
        felt("niveau", Type.HELTAL, "Niveau"),
        tekst("koersel_id", 36, "Kørsel"),
    ),
    geometri="Geometry",
)  # fmt: skip

SYSTEMTABELLER = (
    KOERSEL,
    KILDEPOST,
    AFVISNING,
    UNDTAGELSE,
    HISTORIK,
    UDGIVELSE,
    INDSTILLING,
    FUND,
    NETVAERK,
)
