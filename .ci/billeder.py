# SPDX-License-Identifier: GPL-2.0-or-later
"""Photographs what a new user meets, in the real QGIS, into docs/billeder/ (`make pictures`).

usage: .ci/billeder.py [NAME…]     (only the pictures whose names begin so)

A picture is a row of `BILLEDER`. To add one: a row here, and, where no way leads there yet, a generator in tests/billeder/.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.desktop import Result

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

MAPPE = ROOT / "docs" / "billeder"
STOERRELSE = (1366, 768)
#: Of one picture, so that a pixel takes a byte.
FARVER = 256
#: A run is one QGIS on a copy of the project of its own; this one with larger letters, as many screens are set up.
STOR = "stor"
#: Printed, not photographed.
PAPIR = "papir"
#: The first day of a newcomer: one walk, from an empty profile and the zip.
DAG = "dag"
SKALA = {STOR: 1.25}
BRUGER = "anja"
#: QGIS asks its own list of plugins nothing, for a picture must not wait for the net; and the person has a name.
NY_BRUGER = (
    "[app]\nplugin_repositories\\QGIS%20Official%20Plugin%20Repository\\enabled=false\n"
    f"[variables]\nmoedested_bruger={BRUGER}\n"
)


@dataclass(frozen=True)
class Billede:
    """`vej` is the way there: module and function in tests/billeder/, and what it is told."""

    navn: str
    viser: str
    vej: str
    gang: str = "projekt"


def _formularer() -> Iterator[Billede]:
    """Every form: new, filled, and with something missing."""
    for rolle, titel, felter in FORMULARER:
        yield Billede(f"form-{rolle}-ny", f"{titel}: ny", f"formularer.ny {rolle}", "form")
        yield Billede(
            f"form-{rolle}-fyldt", f"{titel}: udfyldt", f"formularer.fyldt {rolle}", "form"
        )
        if felter:
            vej = f"formularer.mangler {rolle} {felter}"
            yield Billede(f"form-{rolle}-mangler", f"{titel}: noget mangler", vej, "form")


#: Role, title, and what is emptied or set where something is to be missing.
FORMULARER = (
    ("moedested", "Mødested", "navn telefon beskrivels"),
    ("facilitet", "Facilitet", "facil_ty_k"),
    ("baenk", "Bænk", "facil_ty_k"),
    ("omraade", "Område", "facil_ty_k"),
    ("vandrerute", "Vandrerute", "rute_ty_k"),
    ("cykelrute", "Cykelrute", "rute_ty_k"),
    ("straekning", "Underlag", ""),
    ("aktivitet", "Aktivitet", "navn"),
    ("organisation", "Organisation", "navn"),
    ("udstyr", "Markør", ""),
)
#: The other tabs of a mødested.
FANER = (
    ("beskrivelse", "Beskrivelse"), ("formaal", "Formål og aktiviteter"), ("steder", "Steder"), ("adgang", "Adgang og tilgængelighed"),
    ("kontakt", "Kontakt"), ("billeder", "Billeder"), ("synlighed", "Synlighed"), ("internt", "Internt"),
)  # fmt: skip

BILLEDER: tuple[Billede, ...] = (
    Billede("hovedvindue", "Et projekt for Guldborgsund med eksempeldata", "projekt.vindue"),
    Billede("kort-kommune", "Kortet: hele kommunen", "projekt.kort_kommune"),
    Billede("kort-by", "Kortet: en by", "projekt.kort 25000 684900 6073300"),
    Billede("kort-sted", "Kortet: et sted", "projekt.kort 4000 684400 6073000"),
    Billede("signatur-steder", "Signaturer: mødesteder og steder", "projekt.signaturer Mødesteder Steder"),
    Billede("signatur-ruter", "Signaturer: ruter og områder", "projekt.signaturer Ruter Områder"),
    Billede("panel", "Panelet", "projekt.panel"),
    Billede("panel-nederst", "Panelet, den nederste del", "projekt.panel_nederst"),
    Billede("panel-ugemt", "Panelet: noget er ikke gemt", "projekt.panel_ugemt"),
    Billede("panel-kort", "Panelet: landsdækkende kort", "projekt.panel_menu 'Landsdækkende kort'"),
    Billede("panel-ud", "Panelet: send ud og hent hjem", "projekt.panel_menu 'Send ud og hent hjem'"),
    Billede("menu", "Menuen Mødested", "projekt.menu"),
    Billede("historik", "Historikken", "projekt.historik"),
    Billede("soeg", "Søg med Ctrl+K", "projekt.soeg 'mst gedser'"),
    Billede("guide-1", "Nyt projekt: kommune", "projekt.guide 1"),
    Billede("guide-2", "Nyt projekt: data", "projekt.guide 2"),
    Billede("guide-3", "Nyt projekt: projekt", "projekt.guide 3"),
    Billede("indstillinger", "Indstillinger: bruger og nøgler", "projekt.indstillinger 0"),
    Billede("indstillinger-kontrol", "Indstillinger: kontrol", "projekt.indstillinger 1"),
    Billede("indstillinger-udskrift", "Indstillinger: udskrift", "projekt.indstillinger 2"),
    Billede("udskriv-kortbilag", "Udskriv: et kortbilag", "udskriv.dialog kortbilag", "udskriv"),
    Billede("udskriv-moedestedsark", "Udskriv: et ark for hvert mødested", "udskriv.dialog moedestedsark", "udskriv"),
    Billede("udskriv-plakat", "Udskriv: en plakat", "udskriv.dialog plakat", "udskriv"),
    Billede("udskriv-ramme", "Udskriv: udsnittet tegnes på kortet", "udskriv.ramme", "udskriv"),
    Billede("udskriv-layouter", "Udskriv: layouter i projektet", "udskriv.layouter", "layout"),
    Billede("udskriv-designer", "Et layout, der kan rettes i hånden", "udskriv.designer", "layout"),
    Billede("panel-optaget", "En kollega har filen åben", "projekt.panel_optaget", "lukket"),
    Billede("panel-tomt", "Intet projekt er åbent", "projekt.panel_tomt", "lukket"),
    *_formularer(),
    *(Billede(f"form-moedested-{kort}", f"Mødested: {fane}", f"formularer.fyldt moedested '{fane}'", "form")
      for kort, fane in FANER),
    Billede("import-kilde", "Hent data: kilden er kendt", "ind.dialog", "ind"),
    Billede("import-kortlaeg", "Hent data: en ukendt fil kortlægges", "ind.kortlaeg", "ind"),
    Billede("import", "Forhåndsvisning af en import med en konflikt på kortet", "ind.preview konflikt", "ind"),
    Billede("import-flyttet", "Forhåndsvisning: et sted, der måske er flyttet", "ind.preview flyttet", "ind"),
    Billede("import-afvist", "Forhåndsvisning: en afvist række", "ind.preview afvist", "ind"),
    Billede("import-resultat", "Importen er hentet ind og kan fortrydes", "ind.resultat", "ind"),
    Billede("kontrol", "Kontrollen", "kontrol.liste", "kontrol"),
    Billede("kontrol-ret-foer", "Et fund, før det rettes", "kontrol.fund geometri.spids 400", "kontrol"),
    Billede("kontrol-ret-efter", "Det samme, rettet med ét tryk", "kontrol.rettet geometri.spids 400", "kontrol"),
    Billede("kontrol-accepter", "Et fund accepteres med en grund", "kontrol.spoerg ruter.hul", "kontrol"),
    Billede("kontrol-accepteret", "Et accepteret fund", "kontrol.accepteret ruter.hul", "kontrol"),
    Billede("kontrol-tilbage", "Det accepterede fund er her igen: ruten er ændret", "kontrol.tilbage ruter.hul", "kontrol"),
    Billede("kontrol-regler", "Regler, grænser og ordlister", "kontrol.regler", "kontrol"),
    Billede("udgiv-uden-maal", "Udgiv: der er intet mål endnu", "udgiv.intet_maal", "udgiv"),
    Billede("udgiv-maal", "Udgiv: målet", "udgiv.maal 0", "udgiv"),
    Billede("udgiv-krav", "Udgiv: krav", "udgiv.maal 1", "udgiv"),
    Billede("udgiv-tjeneste", "Udgiv: tjenestens tekster", "udgiv.maal 2", "udgiv"),
    Billede("udgiv-plan", "Udgiv: planen for den første udgivelse", "udgiv.plan", "udgiv"),
    Billede("udgiv-forloeb", "Udgiv: forløbet", "udgiv.forloeb", "udgiv"),
    Billede("udgiv-aendret", "Udgiv: hvad der er ændret siden", "udgiv.aendret", "udgiv"),
    Billede("udgiv-historik", "Udgiv: historikken", "udgiv.historik", "udgiv"),
    Billede("udgiv-tilbage", "Udgiv: gå tilbage", "udgiv.tilbage", "udgiv"),
    Billede("udgiv-panel", "Panelet efter en udgivelse", "udgiv.panelet", "udgiv"),
    Billede("udgiv-browser", "Det samme udsnit i QGIS og som WMS i en browser", "browser.ved_siden_af 684300 6073000", "tjeneste"),
    Billede("tegn-palet", "Paletten med kommunens egne skabeloner", "tegn.palet", "tegn"),
    Billede("tegn-formular", "Et nyt mødested i den dokkede formular", "tegn.formular", "tegn"),
    Billede("tegn-raekke", "Bænke på række: klik, klik, klik", "tegn.raekke", "tegn"),
    Billede("tegn-advarsel", "Der står en bænk i forvejen", "tegn.advarsel", "tegn"),
    Billede("tegn-havet", "Stedet ligger i havet", "tegn.hav", "tegn"),
    Billede("tegn-udenfor", "Stedet ligger uden for kommunen", "tegn.udenfor", "tegn"),
    Billede("tegn-lukket", "Stedet er lukket midlertidigt", "tegn.lukket", "tegn"),
    Billede("tegn-istedet", "Knyt til den i stedet?", "tegn.i_stedet", "tegn"),
    Billede("tegn-rute", "En rute følger vejene og musen; en anden vej er næsten lige lang", "tegn.rute", "tegn"),
    Billede("tegn-frihaand", "Frihånd, hvor der ingen vej er", "tegn.frihaand", "tegn"),
    Billede("tegn-traek", "Ruten trækkes over en anden vej, mens formularen er åben", "tegn.traek", "tegn"),
    Billede("tegn-underlag", "Underlag males på ruten", "tegn.underlag", "tegn"),
    Billede("tegn-tilknyt", "Steder inden for 100 m af et mødested", "tegn.tilknyt", "tegn"),
    Billede("tegn-adgangsvej", "Nærmeste stoppested og parkering", "tegn.adgangsvej", "tegn"),
    Billede("tegn-luk", "Et sted lukkes midlertidigt", "tegn.luk", "tegn"),
    Billede("tegn-oploes", "Et mødested opløses", "tegn.oploes", "tegn"),
    Billede("tegn-foto", "Et billede er sluppet på et mødested", "tegn.foto", "tegn"),
    Billede("tegn-adresse", "En adresse søges", "tegn.adresse", "tegn"),
    Billede("form-moedested-stor-ny", "Mødested med 125 % skrift: nyt", "formularer.ny moedested", STOR),
    Billede("form-moedested-stor-fyldt", "Mødested med 125 % skrift: udfyldt", "formularer.fyldt moedested", STOR),
    Billede("form-moedested-stor-mangler", "Mødested med 125 % skrift: noget mangler",
            "formularer.mangler moedested navn telefon beskrivels", STOR),
    Billede("dag-01-zip", "Første dag: zip-filen installeres", "dag.fra_zip", DAG),
    Billede("dag-02-installeret", "Første dag: pluginet er der", "dag.installeret", DAG),
    Billede("dag-03-kommune", "Første dag: kommunen vælges", "dag.kommune", DAG),
    Billede("dag-04-data", "Første dag: hvor data skal ligge", "dag.data", DAG),
    Billede("dag-05-projekt", "Første dag: hvor projektet skal ligge", "dag.projekt", DAG),
    Billede("dag-06-tomt", "Første dag: projektet er åbent og tomt", "dag.tomt", DAG),
    Billede("dag-07-hent", "Første dag: en fil fra Naturlandet er læst", "dag.hent", DAG),
    Billede("dag-08-forskelle", "Første dag: hvad der kommer ind", "dag.forskelle", DAG),
    Billede("dag-09-hentet", "Første dag: data er hentet ind", "dag.hentet", DAG),
    Billede("dag-10-moedested", "Første dag: det første mødested", "dag.moedested", DAG),
    Billede("dag-11-baenke", "Første dag: bænke på række", "dag.baenke", DAG),
    Billede("dag-12-ti", "Første dag: ti objekter er tegnet", "dag.ti", DAG),
    Billede("dag-13-fund", "Første dag: kontrollen har fundet en fejl", "dag.fund", DAG),
    Billede("dag-14-rettes", "Første dag: formularen åbner ved feltet", "dag.rettes", DAG),
    Billede("dag-15-rettet", "Første dag: ingen fejl tilbage", "dag.rettet", DAG),
    Billede("dag-16-maal", "Første dag: hvor der udgives til", "dag.maal", DAG),
    Billede("dag-17-plan", "Første dag: hvad der lægges ud", "dag.plan", DAG),
    Billede("dag-18-udgivet", "Første dag: det er ude", "dag.udgivet", DAG),
    Billede("dag-19-udskriv", "Første dag: et ark for hvert mødested", "dag.udskriv", DAG),
    Billede("dag-20-udskrevet", "Første dag: arkene er skrevet", "dag.udskrevet", DAG),
    Billede("papir-moedestedsark", "Mødestedsark, A4", "papir.side moedestedsark A4 2", PAPIR),
    Billede("papir-moedestedsark-a5", "Mødestedsark, A5 liggende", "papir.side moedestedsark 'A5 liggende' 3", PAPIR),
    Billede("papir-ruteark", "Ruteark, A4", "papir.side ruteark A4 3", PAPIR),
    Billede("papir-ruteark-a5", "Ruteark, A5", "papir.side ruteark A5 3", PAPIR),
    Billede("papir-skilt", "Skilt, A4", "papir.side skilt A4 2", PAPIR),
    Billede("papir-skilt-a3", "Skilt, A3 liggende", "papir.side skilt 'A3 liggende' 2", PAPIR),
    Billede("papir-oversigt", "Oversigtskort, A3 liggende", "papir.side oversigt 'A3 liggende' 1", PAPIR),
    Billede("papir-oversigt-a4", "Oversigtskort, A4", "papir.side oversigt A4 1", PAPIR),
    Billede("papir-plakat", "Plakat, A2: kortet", "papir.side plakat A2 1", PAPIR),
    Billede("papir-plakat-bag", "Plakat, A2: teksten", "papir.side plakat A2 2", PAPIR),
    Billede("papir-plakat-liggende", "Plakat, A2 liggende", "papir.side plakat 'A2 liggende' 1", PAPIR),
    Billede("papir-aarshjul", "Årshjul, A3 liggende", "papir.side aarshjul 'A3 liggende' 1", PAPIR),
    Billede("papir-aarshjul-a4", "Årshjul, A4", "papir.side aarshjul A4 1", PAPIR),
    Billede("papir-status", "Status, A4", "papir.side status A4 1", PAPIR),
    Billede("papir-status-liggende", "Status, A4 liggende", "papir.side status 'A4 liggende' 1", PAPIR),
    Billede("papir-kortbilag", "Kortbilag, A4", "papir.side kortbilag A4 1", PAPIR),
    Billede("papir-kortbilag-a3", "Kortbilag, A3 liggende", "papir.side kortbilag 'A3 liggende' 1", PAPIR),
    Billede("papir-katalog", "Katalog, A4: en side", "papir.side katalog A4 3", PAPIR),
    Billede("papir-katalog-liggende", "Katalog, A4 liggende: en side", "papir.side katalog 'A4 liggende' 3", PAPIR),
)  # fmt: skip


def main(begyndelser: Sequence[str]) -> int:
    """Make the project, take the pictures run by run, and keep them."""
    valgte = [b for b in BILLEDER if not begyndelser or b.navn.startswith(tuple(begyndelser))]
    if any(b.gang == DAG for b in valgte):  # one goes on where the one before it stopped
        valgte = [b for b in BILLEDER if b in valgte or b.gang == DAG]
    fejl = []
    with tempfile.TemporaryDirectory(prefix="billeder") as midlertidig:
        # Neither this machine's folders nor its user are to be seen in a picture.
        os.environ["PATH"] = f"{_bruger(Path(midlertidig))}{os.pathsep}{os.environ['PATH']}"
        projekt = _projekt(Path(midlertidig, "projekt"))
        for gang in dict.fromkeys(billede.gang for billede in valgte):
            egne = [billede for billede in valgte if billede.gang == gang]
            if gang == PAPIR:
                _udskriv(egne, projekt, Path(midlertidig, gang))
                continue
            if gang == DAG:
                with _egen_mappe() as egen:
                    fejl += _gem(egne, foerste_dag(egen, Path(midlertidig, gang)))
                continue
            fejl += _tag(egne, projekt, Path(midlertidig, gang), SKALA.get(gang, 1.0))
    if not begyndelser:
        for fil in set(MAPPE.glob("*.png")) - {MAPPE / f"{b.navn}.png" for b in BILLEDER}:
            fil.unlink()
    print(
        f"{len(valgte)} billeder, {sum(f.stat().st_size for f in MAPPE.glob('*.png')) / 1e6:.1f} MB i {MAPPE}"
    )
    print(*fejl, sep="\n")
    return 1 if fejl else 0


def _bruger(mappe: Path) -> Path:
    """A `whoami` that names no one of this machine; QGIS asks it."""
    mappe = mappe / "bin"
    mappe.mkdir()
    whoami = mappe / "whoami"
    whoami.write_text(f"#!/bin/sh\necho {BRUGER}\n", "utf-8")
    whoami.chmod(0o755)
    return mappe


def _projekt(mappe: Path) -> Path:
    """The demo's project, as it is before its second import: with a colleague's edit that will be a conflict."""
    import subprocess

    import demo_import

    from tests.desktop import staged

    mappe.mkdir()
    lager, projekt = mappe / "guldborgsund.gpkg", mappe / "guldborgsund.qgz"
    miljoe = os.environ | {
        "QGIS_PLUGINPATH": str(staged()), "QGIS_CUSTOM_CONFIG_PATH": str(mappe / ".profil"),
        "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false", "LC_ALL": "C.UTF-8",
    }  # fmt: skip
    kilde = ROOT / "resources/demo/naturlandet/foerst/facilit_service.geojson"
    for kommando in (
        ("plugins", "enable", "moedested_plugin"),
        ("run", "moedested:createproject", "MUNICIPALITY=376", f"STORE={lager}", f"PROJECT={projekt}", "DEMO=true"),
        ("run", "moedested:importsource", f"STORE={lager}", f"INPUT={kilde}", "APPLY=true"),
    ):  # fmt: skip
        subprocess.run(
            ["qgis_process", *kommando], env=miljoe, check=True, stdout=subprocess.DEVNULL
        )
    demo_import.edit(str(lager), BRUGER)
    shutil.copy(ROOT / "resources/demo/naturlandet/nu/facilit_service.geojson", mappe)
    (mappe / "baenke_fra_vejafdelingen.geojson").write_text(json.dumps(nabo()), "utf-8")
    shutil.rmtree(mappe / ".profil")
    return projekt


def nabo() -> dict[str, object]:
    """A file that no profile knows, with columns of its own."""
    raekker = (
        ("Rådhuspladsen", "Bænk", "12-04-2019", 686020, 6073310),
        ("Åen ved broen", "Bænk", "03-06-2021", 686190, 6073020),
        ("Stationen", "Picnicbord", "", 686410, 6072780),
        ("Skolestien", "Bænk", "20-09-2016", 686700, 6073560),
    )
    return {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}},
        "features": [
            {
                "type": "Feature",
                "properties": {
                    "ID": f"VEJ-{nr}",
                    "Betegnelse": navn,
                    "Type": udstyr,
                    "Sat op": dato,
                },
                "geometry": {"type": "Point", "coordinates": [oest, nord]},
            }
            for nr, (navn, udstyr, dato, oest, nord) in enumerate(raekker, 101)
        ],
    }


@contextmanager
def _egen_mappe() -> Iterator[Path]:
    """A folder as a person would have it; the same on every machine."""
    egen = Path(tempfile.gettempdir(), "Kort")
    if egen.exists():
        sys.exit(f"Flyt {egen} først: billederne tages i en mappe, der hedder sådan.")
    try:
        yield egen
    finally:
        shutil.rmtree(egen, ignore_errors=True)


def _tag(billeder: Sequence[Billede], projekt: Path, ud: Path, skala: float) -> list[str]:
    """One run of QGIS; gives what went wrong."""
    from tests.desktop import staged

    with _egen_mappe() as egen:
        shutil.copytree(projekt.parent, egen)
        return _gem(billeder, _gaa(billeder, ud, staged(), egen / projekt.name, scale=skala))


def foerste_dag(egen: Path, ud: Path) -> Result:
    """The walk of a newcomer, who has the zip and a file from Naturlandet in a folder; pictures land in `ud`."""
    import package

    egen.mkdir()
    package.build(egen / "moedested_plugin.zip")
    shutil.copy(ROOT / "resources/demo/naturlandet/nu/facilit_service.geojson", egen)
    ud.mkdir()
    plugins = ud / "plugins"
    plugins.mkdir()
    return _gaa(
        [b for b in BILLEDER if b.gang == DAG], ud, plugins, None,
        enabled=(), environment={"HOME": str(egen), "DESKTOP_MAPPE": str(egen)}, settings=NY_BRUGER,
    )  # fmt: skip


def _gaa(
    billeder: Sequence[Billede],
    ud: Path,
    plugins: Path,
    projekt: Path | None,
    *,
    environment: dict[str, str] | None = None,
    **andet: Any,  # noqa: ANN401 - what `run_qgis` takes
) -> Result:
    """Go the ways to these pictures in one QGIS."""
    from tests.desktop import run_qgis

    return run_qgis(
        ROOT / "tests" / "billeder" / "tag.py",
        ud,
        plugins=plugins,
        project=projekt,
        size=STOERRELSE,
        timeout=180 + 20 * len(billeder),
        environment={
            "DESKTOP_BILLEDER": json.dumps([(b.navn, b.vej) for b in billeder]),
            "PYTHONFAULTHANDLER": "1",
            # QGIS marks what lies in the folder for temporary files, as a person's own data do not.
            "TMPDIR": str(ud),
            **(environment or {}),
        },
        **andet,
    )


def _gem(billeder: Sequence[Billede], resultat: Result) -> list[str]:
    """Keep what was taken; gives what is missing."""
    MAPPE.mkdir(exist_ok=True)
    for billede in billeder:
        if billede.navn in resultat.shots:
            palet(resultat.shots[billede.navn], MAPPE / f"{billede.navn}.png")
    mangler = [b.navn for b in billeder if b.navn not in resultat.shots]
    return [
        *([resultat.problem] if resultat.problem else []),
        *(f"mangler: {navn}" for navn in mangler),
    ]


def _udskriv(billeder: Sequence[Billede], projekt: Path, ud: Path) -> None:
    """Print what is to be seen."""
    from tests.billeder import papir

    ud.mkdir()
    papir.hus(projekt)
    for billede in billeder:
        _, skabelon, ark, nummer = shlex.split(billede.vej)
        palet(papir.side(projekt, ud, skabelon, ark, nummer), MAPPE / f"{billede.navn}.png")


def palet(fra: Path, til: Path) -> None:
    """Write the picture with the 256 colours that fit it best."""
    import numpy as np
    from osgeo import gdal

    gdal.UseExceptions()
    kilde = gdal.Open(str(fra))
    led = [kilde.GetRasterBand(nr).ReadAsArray().astype(np.int64) for nr in (1, 2, 3)]
    enkelte, hvor, antal = np.unique(
        led[0] << 16 | led[1] << 8 | led[2], return_inverse=True, return_counts=True
    )
    rgb = np.stack((enkelte >> 16, enkelte >> 8 & 255, enkelte & 255), axis=1)
    # One colour after another: the one that is missed most, by how far off it is and how much there is of it. So what is
    # small and of another colour, as a pictogram, keeps its colour.
    afstand = np.full(len(rgb), np.inf)
    naermest = np.zeros(len(rgb), dtype=np.uint8)
    farver = gdal.ColorTable()
    for nr in range(min(FARVER, len(rgb))):
        valgt = rgb[antal.argmax() if nr == 0 else (afstand * antal).argmax()]
        farver.SetColorEntry(nr, (*(int(del_) for del_ in valgt), 255))
        ny = ((rgb - valgt) ** 2).sum(axis=1)
        naermest[ny < afstand] = nr
        afstand = np.minimum(afstand, ny)
    billede = gdal.GetDriverByName("MEM").Create("", kilde.RasterXSize, kilde.RasterYSize, 1)
    billede.GetRasterBand(1).SetColorTable(farver)
    billede.GetRasterBand(1).WriteArray(naermest[hvor].reshape(led[0].shape))
    gdal.GetDriverByName("PNG").CreateCopy(str(til), billede, options=["ZLEVEL=9"])
    til.with_name(f"{til.name}.aux.xml").unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
