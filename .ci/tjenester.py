# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes docs/tjenester.md, the municipality's interface towards others, from the published layers (`make docs`)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from moedested_plugin.domain.kodelister import LOKALE_LISTER  # noqa: E402
from moedested_plugin.publishing.postgis_visning import FASTE_VISNINGER, HJAELP  # noqa: E402
from moedested_plugin.publishing.stilpakke import FORENKLET, STILPAKKE  # noqa: E402
from moedested_plugin.publishing.tjeneste_lag import (  # noqa: E402
    FID,
    GRUPPER,
    ROD,
    TJENESTELAG,
    Art,
    Tjenestefelt,
    Tjenestelag,
)

DOKUMENT = ROOT / "docs" / "tjenester.md"

_INDLEDNING = """\
# Tjenester

Dannet af de udgivne lag i `moedested_plugin/publishing/tjeneste_lag.py` med `make docs`; ret ikke her.

Dette er kommunens snitflade til andre: hvad lag og kolonner hedder, og hvordan man spørger. Navnene er faste. Forsvinder et, siger
pluginet det, *før* der udgives.

- **WMS 1.3** tegner kortet. **WFS 1.0 og 1.1** og **OGC API Features** giver data. WFS 2.0 kræver målet `mapserver`.
- Data er i EPSG:25832. Der kan spørges i EPSG:25832, EPSG:3857 og EPSG:4326.
- Tjenesterne kan kun læses.
- En kode har sin danske tekst i kolonnen ved siden af (`form_k`, `form_tekst`). Lister er tekst adskilt af semikolon ("Seniorer; Nye borgere").
- Tom er tom: en række uden sted har ingen geometri (`null`), ikke et tomt punkt.
- Hver udgivelse har et nummer. Data har det i laget `udgivelse`, WMS som nøgleordet `version:…`. Er de ens, hører svarene sammen.

## Adresser

`{adresse}` er tjenestens adresse, fx `https://kort.example.dk/moedesteder`.

| hvad | adresse |
| --- | --- |
| WMS | `{adresse}?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetCapabilities` |
| WFS | `{adresse}?SERVICE=WFS&VERSION=1.1.0&REQUEST=GetCapabilities` |
| OGC API Features | `{adresse}/wfs3` |

Eksempler:

| hvad | adresse |
| --- | --- |
| hele kortet som billede | `{adresse}?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=kort&STYLES=&CRS=EPSG:25832&BBOX=675000,6050000,705000,6090000&WIDTH=900&HEIGHT=1200&FORMAT=image/png` |
| det samme udsnit i grader: bredde før længde | `…&CRS=EPSG:4326&BBOX=54.55,11.7,54.92,12.2&…` |
| et klik i kortet, som kortets boble | `{adresse}?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetFeatureInfo&QUERY_LAYERS=moedested&LAYERS=moedested&INFO_FORMAT=text/html&WITH_MAPTIP=HTML_FI_ONLY_MAPTIP&…` |
| signaturforklaring | `{adresse}?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&LAYER=moedesteder,steder&FORMAT=image/png` |
| alle mødesteder som GeoJSON (længde, bredde) | `{adresse}?SERVICE=WFS&VERSION=1.1.0&REQUEST=GetFeature&TYPENAME=moedested&OUTPUTFORMAT=application/json` |
| det samme i EPSG:25832 | `…&SRSNAME=EPSG:25832` |
| mødesteder for seniorer | `…&FILTER=<Filter><PropertyIsLike wildCard="*" singleChar="." escape="!"><PropertyName>maalgruppe_tekst</PropertyName><Literal>*Seniorer*</Literal></PropertyIsLike></Filter>` |
| shelters | `…&TYPENAME=facilitet_punkt&FILTER=<Filter><PropertyIsEqualTo><PropertyName>facil_ty_tekst</PropertyName><Literal>Shelter</Literal></PropertyIsEqualTo></Filter>` |
| antal aktiviteter | `{adresse}?SERVICE=WFS&VERSION=1.1.0&REQUEST=GetFeature&TYPENAME=aktivitet&RESULTTYPE=hits` |
| de ti første ruter over OGC API | `{adresse}/wfs3/collections/rute/items.json?limit=10` |
| nummeret på udgivelsen | `{adresse}/wfs3/collections/udgivelse/items.json` |

WFS i GML og GeoJSON bruger kolonnens *navn*. GetFeatureInfo og QGIS Servers OGC API bruger dens *alias*; hent data over WFS, når et program skal kende kolonnerne.
Et klik i kortet viser ikke koder og id'er. I WFS er EPSG:4326 længde, bredde, men `urn:ogc:def:crs:EPSG::4326` er bredde, længde.
"""


def _celle(tekst: object) -> str:
    return str(tekst).replace("|", "\\|").replace("\n", " ")


def _raekke(*celler: object) -> str:
    return "| " + " | ".join(_celle(celle) for celle in celler) + " |"


def _trae() -> Iterator[str]:
    yield "## WMS: det, der tegnes"
    yield ""
    yield f"`{ROD}` er det hele. En gruppe kan hentes som ét lag."
    yield ""
    yield _raekke("gruppe", "lag", "titel", "indhold", "rækker fra")
    yield _raekke(*["---"] * 5)
    for gruppe in GRUPPER.values():
        yield _raekke(f"`{gruppe.navn}`", "", f"**{gruppe.titel}**", gruppe.resume, "")
        for lag in TJENESTELAG:
            if lag.wms and lag.gruppe == gruppe.navn:
                yield _raekke("", f"`{lag.navn}`", lag.titel, lag.resume, f"`{lag.tabelnavn}`")
    yield ""


def _data() -> Iterator[str]:
    yield "## WFS og OGC API Features: data"
    yield ""
    yield (
        f"Alle lag har desuden nøglen `{FID}` (heltal): den samme for det samme fra udgivelse til udgivelse, men brug lagets "
        "eget id som henvisning."
    )
    yield ""
    yield _raekke("lag", "titel", "geometri", "indhold")
    yield _raekke(*["---"] * 4)
    data = [lag for lag in TJENESTELAG if lag.wfs]
    for lag in data:
        yield _raekke(f"`{lag.navn}`", lag.titel, lag.geometri or "ingen", lag.resume)
    yield ""
    for lag in data:
        yield from _lag(lag)


def _lag(lag: Tjenestelag) -> Iterator[str]:
    yield f"### `{lag.navn}`"
    yield ""
    yield lag.resume
    yield ""
    ens = next(andet for andet in TJENESTELAG if andet.felter == lag.felter)
    if ens.navn != lag.navn and ens.wfs:
        yield f"Samme kolonner som `{ens.navn}`."
        yield ""
        return
    yield _raekke("kolonne", "alias", "type", "betydning")
    yield _raekke(*["---"] * 4)
    for felt in lag.felter:
        yield _raekke(f"`{felt.navn}`", felt.alias, felt.art.value, _betydning(felt))
    if lag.geometri:
        yield _raekke("`geometri`", "", lag.geometri, "I WFS hedder elementet `geometry`.")
    yield ""


def _betydning(felt: Tjenestefelt) -> str:
    if not felt.kodeliste or felt.art is Art.KODE:
        return felt.betydning
    hvor = "nedenfor" if felt.kodeliste in LOKALE_LISTER else "i GeoFA"
    return f"{felt.betydning} Liste: `{felt.kodeliste}` {hvor}.".strip()


def _lister() -> Iterator[str]:
    yield "## Værdier"
    yield ""
    yield "Teksterne i de lokale lister. Kommunen kan tilføje flere; koder, som kommunen holder for sig selv, udgives ikke."
    yield ""
    brugt = {felt.kodeliste for lag in TJENESTELAG for felt in lag.felter}
    for liste, koder in LOKALE_LISTER.items():
        if liste in brugt:
            tekster = ", ".join(f"{kode.kode} {kode.navn}" for kode in koder if kode.offentlig)
            yield f"- **`{liste}`**: {tekster}"


_ANDRE = f"""\
## Andre korttjenester: GeoServer, GC2, ArcGIS

Målet `qgisserver-postgis` laver visninger med faste navne i skemaet `pub_live` i databasen (er det ikke databasens første tjeneste:
`pub_live_<tjeneste>`). De viser altid den udgivelse, der er ude, også når der gås tilbage. De skiftes alle på én gang, lige efter
selve tjenesten; er de optaget af et langt kald, følger de med næste gang, og udgivelsen siger det. Hvilken udgivelse de viser, står i
`pub_live.udgivelse`.

- Giv korttjenestens bruger rollen `moedested_laeser`, eller `grant usage on schema pub_live` og `grant select` på de visninger, den skal
  læse. Det bliver stående, også når en kolonne kommer til eller forsvinder.
- `fid` (heltal) er nøglen. Geometriens type og EPSG:25832 står i `geometry_columns`. Kolonnernes betydning står som kommentarer i databasen.
- Brug aldrig skemaerne `pub_<version>`: de forsvinder.
- Byg ikke egne visninger oven på: så kan kolonner ikke ændres, og visningerne følger ikke med.

Kolonner som ovenfor, og desuden:

| visning | kolonne | betydning |
| --- | --- | --- |
{{hjaelp}}

*GeoServer:* datalager PostGIS med skemaet `pub_live`. Skal lagenes id'er være faste, så skriv `fid` som nøgle i `gt_pk_metadata`.
*GC2:* tilføj visningerne som lag med `fid` som nøgle. *ArcGIS:* tilføj databasen, og vælg `fid` som entydigt id og EPSG:25832.

Har målet en mappe (`folder`), ligger `{STILPAKKE}` i den ved siden af `moedesteder.html`: en SLD-fil til hver visning med geometri, og
tegnene som SVG. `LAESMIG.txt` i den siger, hvor filerne skal hen. Det kan SLD ikke vise som i QGIS:

{{forenklet}}
"""


def _andre() -> str:
    hjaelp = (
        _raekke(f"`{visning.navn}`", f"`{kolonne}`", HJAELP[kolonne])
        for visning in FASTE_VISNINGER
        for kolonne in visning.hjaelp
    )
    return _ANDRE.format(
        hjaelp="\n".join(hjaelp), forenklet="\n".join(f"- {linje}" for linje in FORENKLET)
    )


def skriv() -> str:
    """The text of the document."""
    return "\n".join([_INDLEDNING, *_trae(), *_data(), _andre(), *_lister()]) + "\n"


if __name__ == "__main__":
    DOKUMENT.write_text(skriv(), encoding="utf-8")
