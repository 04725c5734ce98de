# SPDX-License-Identifier: GPL-2.0-or-later
"""The domain's words: names, addresses, cleaned texts, sheets, and the sieve in front of the checks of language."""

from __future__ import annotations

import pytest

from moedested_plugin.domain import (
    afvisning,
    dansk_csv,
    ejerskab,
    farve,
    hvornaar,
    kontaktoplysninger,
    kontroller,
    navne,
    offentlig,
    ordsigte,
    rens,
    skema,
    tekstfelter,
    underlag_ord,
    webadresser,
)
from moedested_plugin.domain.felt import Type
from moedested_plugin.domain.ordliste import soeger
from moedested_plugin.domain.ordsigte import PRIVATLIV, SKEL, SPROG, Ordsigte
from moedested_plugin.domain.personnumre import personnumre
from moedested_plugin.domain.regler import alle_regler
from moedested_plugin.domain.underlag_langs import Stykke, daekkende


@pytest.mark.parametrize(
    ("a", "b", "ligner"),
    [
        ("Torvet", "TORVET ", True),
        ("Sundby Torv", "Sundby", True),
        ("Møllebakken", "Møllebaken", True),
        ("Torvet", "Havnen", False),
        ("Møllen", "Moellen", True),
        ("Torvet", "!", False),
        ("!", "?", False),
    ],
)
def test_names_of_the_same_place(a: str, b: str, ligner: bool) -> None:
    assert navne.ligner_navn(a, b) is ligner


@pytest.mark.parametrize(
    ("navn", "fil"),
    [("Café Ærø & Co.", "cafe-aeroe-co"), ("???", "uden-navn"), ("a" * 99, "a" * 60)],
)
def test_names_of_files(navn: str, fil: str) -> None:
    assert navne.filnavn(navn) == fil


def test_a_sheet_opens_by_a_double_click_and_calculates_nothing() -> None:
    fil = dansk_csv.dansk_csv(("navn", "antal"), [(dansk_csv.uskadelig("=1+1"), "Æ;ø")])
    assert fil == b"\xef\xbb\xbfnavn;antal\r\n'=1+1;" + '"Æ;ø"\r\n'.encode()
    assert dansk_csv.uskadelig("Torvet") == "Torvet"


def test_what_another_authority_owns() -> None:
    assert ejerskab.ejerens_felter(skema.tabel("moedested")) == ()
    felter = ejerskab.ejerens_felter(skema.tabel("rute"))
    assert {"navn", "geofa_version"} <= set(felter)
    assert not {"fid", "rettet_af"} & set(felter)
    rettes, slettes = (
        afvisning.andres(skema.tabel("rute"), sletning=sletning) for sletning in (False, True)
    )
    assert rettes.tekst == f"moedested:rute.cvr_kode.andres · {ejerskab.BESKED}"
    assert slettes.tekst == f"moedested:rute.cvr_kode.slettes · {ejerskab.SLET_BESKED}"


def test_colours_mix_and_contrast_as_the_standard_says() -> None:
    assert [farve.bland("#0072b2", "#ffffff", andel) for andel in (0, 1)] == ["#0072b2", "#ffffff"]
    assert farve.bland("#000000", "#ffffff", 0.5) == "#808080"
    assert farve.kontrast("#ffffff", "#000000") == pytest.approx(21)
    assert farve.kontrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_a_field_may_refer_to_one_table_or_to_one_of_several() -> None:
    assert [h.tabel for h in skema.tabel("aktivitet").felt("moedested_id").henvisninger] == [
        "moedested"
    ]
    assert len(skema.tabel("foto").felt("objekt_id").henvisninger) > 1
    assert skema.tabel("moedested").felt("maalgruppe_k").er_json
    assert not skema.tabel("moedested").felt("navn").er_json


@pytest.mark.parametrize(
    ("skrevet", "sagt"),
    [("04-01", "1. april"), ("2027-12-24", "24. december"), ("x", ""), (None, "")],
)
def test_the_day_of_any_year(skrevet: object, sagt: str) -> None:
    assert hvornaar.maaned_og_dag(skrevet) == sagt


def test_every_group_of_checks_has_some_and_every_check_a_group() -> None:
    grupper = dict(kontroller.grupper())
    assert all(grupper.values())
    # one that had the code of another would be lost on the way
    skrevne = len(alle_regler()) + sum(map(len, kontroller.LISTER.values()))
    assert sum(map(len, grupper.values())) == skrevne


def test_what_a_public_column_holds() -> None:
    typer = {
        kolonne.art: offentlig.type_af(visning, kolonne)
        for visning in offentlig.VISNINGER
        for kolonne in visning.kolonner
        if kolonne.art is not offentlig.Kolonneart.FELT
    }
    assert set(typer.values()) == {Type.TEKST}
    rute = next(v for v in offentlig.VISNINGER if v.tabel.navn == "rute")
    laengde = next(k for k in rute.kolonner if k.felt == "laengde")
    assert offentlig.type_af(rute, laengde) is skema.tabel("rute").felt("laengde").type


@pytest.mark.parametrize(
    ("ord_", "kode"),
    [
        ("Asfalt", 1),
        ("paving_stones", 2),
        ("fast grus", 3),
        ("GANGBRO", 5),
        ("Trampet  sti", 7),
        ("ubefæstet", None),
        ("", None),
    ],
)
def test_surfaces_by_other_names(ord_: str, kode: int | None) -> None:
    assert underlag_ord.underlag_af(ord_) == kode


@pytest.mark.parametrize(
    ("vaerdi", "tekst"),
    [
        ("Kaffe", "Kaffe"),
        ('{"a": ["b", 2, true, null]}', "a\nb\n2"),
        ("[ikke json", "[ikke json"),
        (["x"], "x"),
        (None, ""),
    ],
)
def test_every_text_of_a_value(vaerdi: object, tekst: str) -> None:
    assert tekstfelter.som_tekst(vaerdi) == tekst  # type: ignore[arg-type]


def test_fields_of_text_and_their_language() -> None:
    assert "beskrivels" in tekstfelter.alle("moedested")
    assert set(tekstfelter.prosa("moedested")) < set(tekstfelter.offentlige("moedested"))
    assert "link" in tekstfelter.adresser("moedested")
    assert [tekstfelter.sprog_af(f) for f in ("navn", "navn_uk", "navn_d")] == ["da", "en", "de"]


@pytest.mark.parametrize(
    ("adresse", "rigtig"),
    [
        ("https://www.guldborgsund.dk/kultur", True),
        ("https://example.org/a", False),
        ("https://intranet.guldborgsund.dk/a", False),
        ("https://bit.ly/a", False),
        ("https://www.guldborgsund.dk/wp-admin/a", False),
        ("guldborgsund.dk", False),
    ],
)
def test_addresses_that_need_no_second_look(adresse: str, rigtig: bool) -> None:
    assert webadresser.ser_rigtig_ud(adresse) is rigtig


@pytest.mark.parametrize(
    "adresse", ["guldborgsund.dk", "https://a.dk:99999/", "https:///uden", "mailto:a@b.dk"]
)
def test_what_is_no_address_has_no_parts(adresse: str) -> None:
    assert webadresser.delt(adresse) is None


def test_what_is_wrong_with_an_address() -> None:
    dele = webadresser.delt("https://www.guldborgsund.dk/a?utm_source=x")
    assert dele is not None
    assert webadresser.har_sporing(dele)
    assert webadresser.har_mellemrum("https://a.dk https://b.dk")
    assert webadresser.har_forkert_forled("htps://a.dk")
    assert not webadresser.har_forkert_forled("https://a.dk")
    assert not webadresser.har_forkert_forled("a.dk")
    assert webadresser.er_fil(r"C:\billeder\a.jpg")
    assert not webadresser.er_fil("https://a.dk")


@pytest.mark.parametrize(
    ("tekst", "pudset"),
    [
        ("Kaffe", True),
        (" Kaffe", False),
        ("Kaffe , te", False),
        ("Kaffe\u200b", False),
        ("Alle må komme.Også du", False),
        ("Alle er velkomne. Kom og vær med her", False),
    ],
)
def test_a_text_that_looks_clean(tekst: str, pudset: bool) -> None:
    assert rens.ser_pudset_ud(tekst) is pudset


def test_what_cannot_be_read_again_is_left() -> None:
    assert rens.genlaest("Ω") == "Ω"
    assert rens.genlaest("Ã¸") == "ø"


def test_signs_get_their_space_but_not_inside_an_address() -> None:
    assert rens.pudset("Kaffe,kage hos www.havnen.dk/a,bc og te") == (
        "Kaffe, kage hos www.havnen.dk/a,bc og te"
    )


def test_a_word_that_may_be_a_telephone_number() -> None:
    assert kontaktoplysninger.muligt_telefonnummer("54731000")
    assert not kontaktoplysninger.muligt_telefonnummer("Torvet")


def test_a_hidden_number_is_found_behind_one_that_is_none() -> None:
    assert [n.tvivlsomt for n in personnumre("cpr 999999-9999 og cpr 010190-1234")] == [False]


def test_a_surface_that_reaches_just_to_the_end_is_left_alone() -> None:
    assert daekkende([Stykke(0, 100, 1)], 100) == [Stykke(0, 100, 1)]


@pytest.fixture
def sigte() -> Ordsigte:
    return Ordsigte(soeger(("fortrolig*", "bor alene")), soeger(("dummy", "indsæt tekst")))


@pytest.mark.parametrize(
    ("tekst", "dom"),
    [
        ("Kaffe og kage hver tirsdag", 0),
        ("Ring til 54 73 10 00", PRIVATLIV),
        ("Skriv til a@b.dk", PRIVATLIV | SPROG),
        ("Et fortroligt notat", PRIVATLIV),
        ("Hun bor alene her", PRIVATLIV),
        ("Hun bor her", 0),
        ("<b>Kaffe</b>", PRIVATLIV | SPROG),
        ("indsæt tekst her", SPROG),
        ("indsæt en mønt", 0),
        ("Kaffe  og kage", PRIVATLIV | SPROG),
        ("Linje et\nLinje to", 0),
    ],
)
def test_the_sieve_lets_through_what_must_be_looked_at(
    sigte: Ordsigte, tekst: str, dom: int
) -> None:
    maske = PRIVATLIV | SPROG
    assert sigte.doem(tekst) & maske == dom
    assert sigte.doem(SKEL.join([tekst, "Bænk"])) & maske == dom  # and once it is known


def test_the_sieve_tells_ends_capitals_and_numbers(sigte: Ordsigte) -> None:
    assert sigte.doem("velkommen.") & ordsigte.SLUT
    assert sigte.doem("VELKOMMEN") & ordsigte.VERSALER
    assert sigte.doem("vej 12b, 1234567") & ordsigte.TAL
    assert not sigte.doem("01234567") & ordsigte.TAL


def test_the_sieve_forgets_before_it_grows_too_large(
    sigte: Ordsigte, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ordsigte, "_HUSKES", 3)
    for ord_ in ("kaffe", "kage", "saft", "te", "fortrolige", "brød"):
        sigte.doem(ord_)
    assert not sigte.doem("kaffe") & PRIVATLIV
    assert sigte.doem("fortrolige") & PRIVATLIV
