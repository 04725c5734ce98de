# SPDX-License-Identifier: GPL-2.0-or-later
"""What the service says of itself: title, contact, terms. Set in the store, with defaults from the municipality."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from moedested_plugin.store import Store

#: Key of the setting: a JSON object with the names below.
NOEGLE = "tjeneste"


@dataclass(frozen=True)
class Oplysninger:
    """Texts of the service, in Danish whatever the language of QGIS: they are the municipality's.

    `url` is the public address, '' where the service may take the one it was asked at.
    """

    titel: str
    resume: str
    organisation: str
    mail: str
    telefon: str
    noegleord: tuple[str, ...]
    gebyr: str
    betingelser: str
    metadata_url: str
    url: str


def oplysninger(store: Store) -> Oplysninger:
    """Give the settings of the store; what is not set, or not a text, is as for any municipality."""
    valgt = store.indstilling(NOEGLE)
    standard = _standard(store.kommune.navn)
    if not isinstance(valgt, dict):
        return standard
    aendret: dict[str, str | tuple[str, ...]] = {}
    for felt in fields(Oplysninger):
        vaerdi = valgt.get(felt.name)
        if felt.name == "noegleord" and isinstance(vaerdi, (list, tuple)):
            aendret[felt.name] = tuple(str(ord_).strip() for ord_ in vaerdi if str(ord_).strip())
        elif felt.name != "noegleord" and isinstance(vaerdi, str):
            aendret[felt.name] = vaerdi.strip()
    return replace(standard, **aendret)  # type: ignore[arg-type]  # each by its own kind


def _standard(navn: str) -> Oplysninger:
    myndighed = navn if "kommune" in navn.casefold() else f"{navn} Kommune".strip()
    return Oplysninger(
        titel=f"Mødesteder i {myndighed}",
        resume=(
            f"Mødesteder i {myndighed} med aktiviteter, bænke, faciliteter og ruter. "
            "Kortet kan bruges som WMS, data som WFS og OGC API Features."
        ),
        organisation=myndighed,
        mail="",
        telefon="",
        noegleord=("mødesteder", "fællesskaber", "aktiviteter", "bænke", "ruter", myndighed),
        gebyr="Gratis",
        betingelser=f"Må bruges frit, når {myndighed} nævnes som kilde.",
        metadata_url="",
        url="",
    )
