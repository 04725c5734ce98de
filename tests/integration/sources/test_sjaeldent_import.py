# SPDX-License-Identifier: GPL-2.0-or-later
"""What an import seldom meets: strange values and profiles, rows that stand twice, a stop, a place already taken."""

from __future__ import annotations

import datetime as dt
import struct
import uuid
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsFeedback, QgsGeometry

from moedested_plugin.domain.felt import Felt, Type
from moedested_plugin.domain.skema import tabel
from moedested_plugin.sources import hentning, plantekst, skrives, sted
from moedested_plugin.sources import profil as profilfil
from moedested_plugin.sources.anvend import Resultat, anvend
from moedested_plugin.sources.fejl import Annulleret, LaeseFejl
from moedested_plugin.sources.gaet import gaet_profil, navnelighed
from moedested_plugin.sources.geofa_geometri import Endepunkter
from moedested_plugin.sources.geofa_ud import UdFejl, eksporter_geofa
from moedested_plugin.sources.laes import laes
from moedested_plugin.sources.laest import Kilde
from moedested_plugin.sources.omregn import KanIkke, omregner
from moedested_plugin.sources.planliste import Planliste
from moedested_plugin.sources.profil import FeltKort, ProfilFejl, laes_profil, profil_af
from moedested_plugin.sources.profiler import find_profil
from moedested_plugin.sources.sag import koder_af
from moedested_plugin.sources.send_med import KanIkkeSendes, forslag, fortryd_send_med, send_med
from moedested_plugin.sources.trevejs import ens
from moedested_plugin.store import Store

from .kilder import BAENKE, NETVAERK, RUTER, UDEN_ID, Import, X, Y, baenk, geojson, linje
from .test_geofa_ud import en, ud
from .test_profil_geofa import ANDEN, ID, TO, geofa
from .test_send_med import _moedested

NU = "2026-01-01T10:00:00.000Z"


@pytest.fixture
def kilde(gpkg_store: Store, tmp_path: Path) -> Import:
    return Import(gpkg_store, tmp_path)


# ---- values ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("type_", "raa", "bliver"),
    [
        (Type.TAL, "00017", 17.0), (Type.UUID, " {ABC-1} ", "abc-1"), (Type.HELTAL, "1.234,0", 1234),
        (Type.TIDSPUNKT, "01-02-2026 10:00", "2026-02-01T10:00:00.000Z"), (Type.LISTE, '["2026-12-24"]', '["2026-12-24"]'),
        (Type.OBJEKT, "alt", '{"a": "ø"}'), (Type.JA_NEJ, "måske", 1),
    ],
)  # fmt: skip
def test_a_value_that_is_written_strangely(type_: Type, raa: str, bliver: object) -> None:
    kort = FeltKort("x", vaerdier={"alt": {"a": "ø"}, "måske": True})
    assert omregner(Felt("x", type_, "Felt"), kort, {})(raa) == bliver


@pytest.mark.parametrize(
    ("type_", "raa", "siger"),
    [
        (Type.HELTAL, "4,5", "et helt tal"), (Type.TAL, "mange", "et tal"), (Type.JA_NEJ, "måske", "ja eller nej"),
        (Type.DATO, "i går", "en dato"), (Type.TIDSPUNKT, "i går", "et tidspunkt"),
        (Type.LISTE, "24-12-2026; i går", "datoer med semikolon imellem, fx 24-12-2026"),
        (Type.LISTE, "[halv", "gyldig JSON"), (Type.OBJEKT, "{halv", "gyldig JSON"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_understood_says_what_it_is_not(
    type_: Type, raa: str, siger: str
) -> None:
    with pytest.raises(KanIkke) as fejl:
        omregner(Felt("x", type_, "Felt"), FeltKort("x"), {})(raa)
    assert str(fejl.value) == f"Felt: “{raa}” er ikke {siger}."


def test_places_and_times_in_other_forms() -> None:
    stor = struct.pack(">BIIBIdd", 0, 4, 1, 0, 1, X, Y)
    assert sted.enkel(stor) == struct.pack("<BIdd", 1, 1, X, Y)
    samling = bytes(QgsGeometry.fromWkt(f"GEOMETRYCOLLECTION (POINT ({X} {Y}))").asWkb())
    assert sted.samlede([samling]) == []
    assert ens(dt.datetime(2026, 1, 1, 10, tzinfo=dt.timezone.utc), NU)
    assert not ens(dt.datetime(2026, 1, 1, 11, tzinfo=dt.timezone.utc), NU)


# ---- profiles -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("aendring", "besked"), [
    ({"felter": {}}, "“felter” i profilen skal være en liste."),
    ({"felter": ["navn"]}, "“felter” i profilen skal være et objekt."),
    ({"felter": [{"felt": "navn", "tomme": "-"}]}, "“tomme” i profilen skal være en liste."),
    ({"felter": [{"felt": "navn", "vaerdier": []}]}, "“vaerdier” i profilen skal være et objekt."),
    ({"titel": 7}, "“titel” i profilen skal være en tekst."),
    ({"laes": []}, "“laes” i profilen skal være et objekt."),
    ({"lokale": ["geometri"], "tabel": "organisation", "felter": [{"felt": "navn"}]}, "Feltet geometri findes ikke i organisation."),
])  # fmt: skip
def test_what_is_wrong_in_a_profile_is_said(aendring: dict[str, Any], besked: str) -> None:
    with pytest.raises(ProfilFejl) as fejl:
        profil_af({**BAENKE.som_json(), "lokale": [], "standarder": {}, **aendring})
    assert str(fejl.value) == besked


def test_a_profile_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ProfilFejl, match=r"borte\.json kan ikke læses"):
        laes_profil(tmp_path / "borte.json")
    BAENKE.gem(tmp_path / "a.json")
    monkeypatch.setattr(profilfil, "_STOERST", 100)
    with pytest.raises(ProfilFejl, match="for stor"):
        laes_profil(tmp_path / "a.json")


LINJE = ((0, 0), (90, 0))


@pytest.mark.parametrize(
    ("raekker", "maal", "ventet"),
    [
        ([{"!": 1, "rute_ty_k": 5, "sted": LINJE}], None, ("rute", (), {"kilde_k": 98})),
        ([{"a": 1, "sted": LINJE}], "rute", ("rute", (), {"kilde_k": 98, "rute_ty_k": 98})),
        ([{"navn": "B", "sted": (0, 0)}], "facilitet_flade", ("facilitet_flade", (), {"kilde_k": 98, "facil_ty_k": 9981})),
        ([{"id": 1, "nr": nr, "navn": "B", "sted": (nr, 0)} for nr in (1, 2)], None,
         ("facilitet_punkt", ("nr",), {"kilde_k": 98, "facil_ty_k": 9981})),
        ([{"hvad": "sti", "sted": LINJE}], None, ("netvaerk", (), {})),
    ],
    ids=["a column says route", "route", "area", "a key that stands twice", "a line of nothing known"],
)  # fmt: skip
def test_a_guess_where_little_is_known(
    gpkg_store: Store, tmp_path: Path, raekker: Any, maal: str | None, ventet: tuple[Any, ...]
) -> None:
    with laes(Kilde(str(geojson(tmp_path / "a.geojson", raekker)))) as laest:
        forslag = gaet_profil(laest, koder_af(gpkg_store), maal)
    profil = forslag.profil
    assert (profil.tabel, profil.noegle, dict(profil.standarder)) == ventet
    if profil.er_netvaerk:
        assert [(g.kort.felt, g.kort.fra) for g in forslag.gaet] == [("navn", ("hvad",))]


def test_a_column_called_nothing_is_like_no_field() -> None:
    assert navnelighed(tabel("facilitet_punkt").felt("navn"), "!") == 0


# ---- mapping and comparing ------------------------------------------------------------------------------------------


def test_a_route_cannot_be_joined_by_a_column_that_is_not_there(
    gpkg_store: Store, tmp_path: Path
) -> None:
    profil = profil_af({**RUTER.som_json(), "saml": ["findes ikke"]})
    with Import(gpkg_store, tmp_path, profil).plan(linje("A", *LINJE)) as plan:
        assert (
            "Stykkerne kan ikke samles: kolonnen findes ikke findes ikke."
            in plan.maal.bemaerkninger
        )
        assert plan.antal["ny"] == 1


def test_only_the_municipality(kilde: Import) -> None:
    kilde.profil = profil_af({**BAENKE.som_json(), "kun_kommunen": True})
    with kilde.plan(baenk(1)) as plan:
        assert (plan.antal["ny"], plan.maal.bemaerkninger) == (1, ())
    kommune = kilde.store.kommune
    kilde.store.saet_indstilling("kommune", {"kode": 999, "navn": "Intet", "cvr": kommune.cvr})
    with kilde.plan(baenk(1)) as plan:
        assert plan.antal["ny"] == 1
        assert "Kommunens sted kendes ikke; rækker fra hele filen er med." in plan.maal.bemaerkninger  # fmt: skip


def test_a_key_of_whole_numbers_with_a_decimal_point(kilde: Import) -> None:
    kilde.gem(baenk(1), baenk(2, 40))
    with kilde.plan(baenk(1.0, navn="Bænk 1"), baenk(2.5, 900)) as plan:
        assert [raekke.noegle for raekke in plan.raekker(["ny"])] == ["2.5"]
        assert (plan.uaendrede, plan.antal["borte"]) == (1, 1)


def test_geofas_own_columns_and_none_besides(gpkg_store: Store, tmp_path: Path) -> None:
    geofas = Import(gpkg_store, tmp_path, find_profil(gpkg_store, "geofa_5800_fil"))
    ukendte = ("systid_fra", "folder_k", "vejkode", "felt_fra_fremtiden")
    geofas.gem({navn: v for navn, v in geofa().items() if navn not in ukendte})
    (raekke,) = gpkg_store.raekker("facilitet_punkt")
    assert (raekke["objekt_id"], raekke["geofa_ekstra"]) == (ID, None)


def test_made_anew_by_geofa_where_we_had_moved_it_to(gpkg_store: Store, tmp_path: Path) -> None:
    geofas = Import(gpkg_store, tmp_path, find_profil(gpkg_store, "geofa_5800_fil"))
    naboen = {"objekt_id": str(uuid.uuid4()), "navn": "Naboen", "sted": (900, 0)}
    geofas.gem(geofa(), geofa(**naboen))
    geofas.ret("Bænken", geometri=struct.pack("<BIdd", 1, 1, X + 20, Y))
    with geofas.plan(
        geofa(objekt_id=ANDEN, versions_id=TO, sted=(20, 0)), geofa(**naboen, beskrivels="Ny")
    ) as plan:
        flyttet, rettet = plan.raekker(["flyttet", "aendret"])
        fundne = {raekke.art: [felt.felt for felt in raekke.felter] for raekke in (flyttet, rettet)}
        assert fundne == {"flyttet": [], "aendret": ["beskrivels"]}


def test_of_two_near_one_the_nearest_is_taken(gpkg_store: Store, tmp_path: Path) -> None:
    kilde = Import(gpkg_store, tmp_path, UDEN_ID)
    kilde.gem(baenk(1), baenk(2, 10))
    assert kilde.antal(baenk(1, 4)) == {"flyttet": 1, "borte": 1}


def test_places_that_are_ours_alone(gpkg_store: Store, tmp_path: Path) -> None:
    kilde = Import(gpkg_store, tmp_path, profil_af({**BAENKE.som_json(), "lokale": ["geometri"]}))
    kilde.gem(baenk(1))
    assert kilde.antal(baenk(1, 60)) == {}
    assert kilde.antal(baenk(1, 60, pladser=9)) == {"aendret": 1}


def test_moved_here_and_there_to_the_same_place(kilde: Import) -> None:
    """Nothing is to be decided but whether it is the same."""
    kilde.gem(baenk(1, navn="Bænk"))
    kilde.ret("Bænk", geometri=struct.pack("<BIdd", 1, 1, X + 20, Y))
    ny = baenk(7, 20, navn="Bænk")
    with kilde.plan(ny) as plan:
        (raekke,) = plan.raekker()
        assert (raekke.art, raekke.felter) == ("flyttet", ())
        plan.afgoer("take")
        anvend(kilde.store, plan, "AB")
    assert kilde.antal(ny) == {}
    assert kilde.store.antal("facilitet_punkt") == 1


def test_a_row_that_we_deleted_is_declined_once(kilde: Import) -> None:
    kilde.gem(baenk(1), baenk(2, 40))
    with kilde.store.skriv("prøve", "CD") as skriver:
        skriver.slet("facilitet_punkt", kilde.noegle("Bænk 1"))
    ny = (baenk(1, pladser=9), baenk(2, 40))
    with kilde.plan(*ny) as plan:
        plan.accepter([r.nr for r in plan.raekker(["konflikt"])], ja=False)
        resultat = anvend(kilde.store, plan, "AB")
    assert plantekst.er_gjort(resultat) == "Svarene er husket. Ingen rækker er ændret."
    assert kilde.antal(*ny) == {}


def test_a_line_that_we_deleted_and_that_lost_its_name(gpkg_store: Store, tmp_path: Path) -> None:
    profil = {**NETVAERK.som_json(), "noegle": ["id"], "felter": [{"felt": "navn", "fra": ["navn"]}]}  # fmt: skip
    profil.pop("type")
    kilde = Import(gpkg_store, tmp_path, profil_af(profil))
    kilde.gem({"id": 1, **linje("A", *LINJE)}, {"id": 2, **linje("B", (0, 9), (90, 9))})
    with gpkg_store.skriv("prøve", "CD") as skriver:
        skriver.slet("netvaerk", kilde.noegle("A"))
    ny = ({"id": 1, **linje(None, *LINJE)}, {"id": 2, **linje("C", (0, 9), (90, 9))})
    with kilde.plan(*ny) as plan:
        (raekke,) = plan.raekker(["konflikt"])
        assert (raekke.felter, raekke.accept) == ((), None)
        anvend(gpkg_store, plan, "AB")
    assert kilde.vores() == ["C"]
    with kilde.plan(*ny) as plan:  # nobody has decided
        assert plan.antal["konflikt"] == 1
        plan.afgoer("keep")
        anvend(gpkg_store, plan, "AB")
    assert kilde.antal(*ny) == {}


def test_a_row_of_more_fields_than_json_takes_at_once_is_remembered_whole(
    kilde: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(skrives, "_PAR_AD_GANGEN", 2)
    kilde.gem(baenk(1))
    assert kilde.antal(baenk(1)) == {}
    (post,) = kilde.store.raekker("kildepost", ("raekke",))
    huskes: Any = post["raekke"]
    assert {felt: huskes[felt] for felt in ("navn", "antal_pl", "beskrivels", "facil_ty_k")} == {
        "navn": "Bænk 1", "antal_pl": 3, "beskrivels": "Ved stien", "facil_ty_k": 1371
    }  # fmt: skip


@pytest.mark.parametrize("til", [0, 30, 45, 80])
def test_broken_off_while_comparing(kilde: Import, til: float) -> None:
    kilde.gem(baenk(1))
    feedback = QgsFeedback()
    fil = geojson(kilde.fil, [baenk(1, pladser=9), baenk(2, 40)])
    with laes(Kilde(str(fil))) as laest:
        if til == 0:
            feedback.cancel()
        feedback.progressChanged.connect(lambda p: feedback.cancel() if p >= til else None)
        with pytest.raises(Annulleret, match="Intet er ændret"):
            hentning.forhaandsvis(kilde.store, laest, BAENKE, feedback)


def test_what_must_be_filled_and_is_not(kilde: Import) -> None:
    json_ = BAENKE.som_json()
    json_["felter"] = [felt for felt in json_["felter"] if felt["felt"] != "facil_ty_k"]
    kilde.profil = profil_af(json_)
    with pytest.raises(ProfilFejl, match="Profilen Bænke udfylder ikke Type"), kilde.plan(baenk(1)):
        pass


def test_a_plan_of_rows_that_are_refused(kilde: Import) -> None:
    with kilde.plan(baenk(1, slags="Vulkan")) as plan:
        (raekke,) = plan.raekker()
        plan.accepter([raekke.nr], ja=True)
        assert plan.raekke(raekke.nr).accept is False
        with pytest.raises(KeyError):
            plan.raekke(99)
        liste = Planliste(plan, ["afvist"])
        liste.side(9)
        assert liste.steder(9) == []


def test_what_the_database_would_not_take_is_told() -> None:
    resultat = Resultat("k", nye=2, afviste=((1, "Nej."),))
    assert (
        plantekst.er_gjort(resultat) == "Hentet ind: 2 nye. Databasen sagde nej til 1 række: Nej."
    )


# ---- step by step ---------------------------------------------------------------------------------------------------


def test_why_a_profile_and_what_was_read(tmp_path: Path) -> None:
    profil = profil_af({**BAENKE.som_json(), "genkendes": {"lag": ["bænke"]}})
    (tmp_path / "bænke.csv").write_text("navn;lat;lon\nA;54,7;11,8\nB;nord;12\n", "utf-8")
    with laes(Kilde(str(tmp_path / "bænke.csv"))) as laest:
        assert hentning.hvorfor(profil, laest, "bænke.csv") == "Valgt, fordi laget hedder bænke."
        assert "1 kan ikke læses" in hentning.om_laest(laest)


def test_a_profile_that_knows_a_filter_reads_once_more(gpkg_store: Store, tmp_path: Path) -> None:
    fil = geojson(tmp_path / "bænke.geojson", [baenk(1), baenk(2, 40)])
    laesning = hentning.laes_kilde(gpkg_store.adresse, Kilde(str(fil)))
    profil = profil_af({**BAENKE.som_json(), "laes": {"filter": "id = 2"}})
    with laesning.laest, hentning.sammenlign(gpkg_store.adresse, laesning, profil) as plan:
        assert [raekke.navn for raekke in plan.raekker()] == ["Bænk 2"]


def test_a_plan_of_other_data_is_not_opened(kilde: Import, tmp_path: Path) -> None:
    with kilde.plan(baenk(1)) as plan:
        plan.gem(tmp_path / "min.import")
    with pytest.raises(LaeseFejl, match="hører til andre data"):
        hentning.aabn_plan(tmp_path / "min.import", str(tmp_path / "en anden.gpkg"))


def test_data_of_no_municipality_go_nowhere(gpkg_store: Store, tmp_path: Path) -> None:
    moedested = _moedested(gpkg_store)
    gpkg_store.saet_indstilling("kommune", {"kode": 376, "navn": "Guldborgsund"})
    with pytest.raises(KanIkkeSendes, match="Opret et projekt for kommunen først"):
        send_med(gpkg_store, moedested, "AB")
    with pytest.raises(UdFejl, match="Opret et projekt for kommunen først"):
        eksporter_geofa(gpkg_store, tmp_path / "a.gpkg")
    assert list(tmp_path.glob("a.gpkg*")) == []


def test_what_somebody_has_worked_on_is_not_taken_back(gpkg_store: Store) -> None:
    ukendt = str(uuid.uuid4())
    (svar,) = forslag(gpkg_store, [ukendt])
    assert (svar.navn, "findes ikke" in svar.hindring) == (ukendt, True)
    uroert, rettet = (send_med(gpkg_store, _moedested(gpkg_store), "AB") for _ in range(2))
    with gpkg_store.skriv("prøve", "CD") as skriver:
        skriver.ret("facilitet_punkt", rettet, {"navn": "Annes navn"})
    assert fortryd_send_med(gpkg_store, [ukendt, uroert, rettet], "AB") == [rettet]
    assert [r["objekt_id"] for r in gpkg_store.raekker("facilitet_punkt")] == [rettet]


def test_yes_and_no_that_geofa_has_and_we_do_not_know(gpkg_store: Store, tmp_path: Path) -> None:
    en(gpkg_store, 5800, geofa_ekstra={"nyt": True})
    en(gpkg_store, 5800, geofa_ekstra={"nyt": False})
    eksport, lagene = ud(gpkg_store, tmp_path)
    assert eksport.ukendte_felter == ("nyt",)
    assert sorted(r["nyt"] for r in lagene["t_5800_fac_pkt"]) == [False, True]


def test_a_received_route_without_a_line_tells_nothing_of_its_ends(gpkg_store: Store) -> None:
    post: dict[str, Any] = {"kilde": "GeoFA", "lag": "x", "tabel": "rute", "modtaget": NU, "set_senest": NU, "raekke": {"navn": "x"}}  # fmt: skip
    with gpkg_store.skriv("import", "AB") as skriver:
        skriver.indsaet("kildepost", [
            {**post, "kildepost_id": str(uuid.uuid4()), "kilde_noegle": "1", "objekt_id": str(uuid.uuid4())},
        ])  # fmt: skip
    assert set(Endepunkter(gpkg_store).af({"objekt_id": "a"}).values()) == {None}
