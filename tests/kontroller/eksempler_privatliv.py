# SPDX-License-Identifier: GPL-2.0-or-later
"""The checks of privacy by example. All people, numbers and addresses are made up."""

from __future__ import annotations

from typing import Any

from .eksempel import M1, P1, Eksempel, Raekker
from .eksempler_felter import moedested

_FOTO = "https://www.havnen.dk/foto/1.jpg"
_SYNLIGT = {"objekt_id": P1, "off_kode": 1, "statuskode": 3}


def _beskrivelse(kode: str, forkert: str, rigtig: str, note: str = "") -> Eksempel:
    return Eksempel(
        kode,
        {"moedested": [{"lang_beskr": forkert}]},
        {"moedested": [{"lang_beskr": rigtig}]},
        note,
    )


def _foto(samtykke: int, sted: dict[str, Any], **mere: Any) -> Raekker:
    return {
        "facilitet_punkt": [_SYNLIGT | sted],
        "foto": [
            {
                "objekt_lag": "facilitet_punkt",
                "objekt_id": P1,
                "sti": _FOTO,
                "samtykke_k": samtykke,
                **mere,
            }
        ],
    }


EKSEMPLER: tuple[Eksempel, ...] = (
    _beskrivelse("privatliv.cpr", "Nøglen er hos 010190-1234.", "Nøglen er i kiosken."),
    moedested("privatliv.cpr", {"intern_note": "cpr 01 01 90 1234"}, {"intern_note": "Sagsnr. 24/012345"}),
    Eksempel(
        "privatliv.cpr", {"rute": [{"geofa_ekstra": {"husnr": "0101901234"}}]},
        {"rute": [{"geofa_ekstra": {"husnr": "101"}}]}, "Også i felter, som pluginet ikke har en formular til.",
    ),
    Eksempel(
        "privatliv.cpr", {"besoegstal": [{"moedested_id": M1, "note": "0101901234"}], "moedested": [{"moedested_id": M1}]},
        {"besoegstal": [{"moedested_id": M1, "note": "12 kom"}], "moedested": [{"moedested_id": M1}]},
    ),
    _beskrivelse(
        "privatliv.cpr_maaske", "Serienr. 2411901234 på skiltet.", "EAN 5798007372125, P-nr. 1003456789",
        "Ti cifre, der begynder med en dato.",
    ),
    Eksempel("privatliv.foto_samtykke", _foto(1, {}), _foto(3, {})),
    Eksempel("privatliv.foto_samtykke", _foto(4, {}), _foto(4, {"off_kode": 2}), "Kun når stedet er synligt."),
    Eksempel("privatliv.foto_adresse_samtykke", _foto(1, {"foto_link": _FOTO}), _foto(2, {"foto_link": _FOTO})),
    moedested("privatliv.privat_mail", {"kontakt": "formand@gmail.com"}, {"kontakt": "formand@havnensvenner.dk"}),
    _beskrivelse("privatliv.telefon_i_tekst", "Ring til os på 24 12 90 12.", "Åbent 10-12 og 14-16. CVR 29188599."),
    moedested("privatliv.telefon_i_tekst", {"foerste_gang": "Ring 24129012"}, {"telefon": "24 12 90 12"}),
    _beskrivelse(
        "privatliv.personnavn", "Kontakt Jens Hansen, eller spørg efter Bente.",
        "Stien begynder ved Marie Grubbes Vej og ender ved Jens Jensens Legat. Foredrag om Karen Blixen.",
    ),
    Eksempel(
        "privatliv.personnavn",
        {"moedested": [{"moedested_id": M1}], "foto": [{"objekt_lag": "moedested", "objekt_id": M1, "sti": "a.jpg", "billedtekst": "Ole Madsen ved bålet"}]},
        {"moedested": [{"moedested_id": M1}], "foto": [{"objekt_lag": "moedested", "objekt_id": M1, "sti": "a.jpg", "ophav": "Ole Madsen"}]},
        "Fotografens navn er en ret.",
    ),
    _beskrivelse("privatliv.internt_ord", "Dørkoden er 4711.", "Spørg i kiosken om koder til låsen."),
)  # fmt: skip
