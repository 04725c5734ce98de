# SPDX-License-Identifier: GPL-2.0-or-later
"""The checks of web addresses by example. The last three are asked of a server of the tests' own."""

from __future__ import annotations

from .eksempel import M1, Eksempel, Raekker
from .eksempler_felter import moedested

_RIGTIG = {"link": "https://www.havnen.dk/kaffe?side=2"}


def _foto(sti: str) -> Raekker:
    foto = {"objekt_lag": "moedested", "objekt_id": M1, "sti": sti}
    return {"moedested": [{"moedested_id": M1}], "foto": [foto]}


EKSEMPLER: tuple[Eksempel, ...] = (
    *(
        moedested(kode, {"link": link}, _RIGTIG)
        for kode, link in (
            ("links.forled", "http://https://www.havnen.dk"),
            ("links.forled", "https//www.havnen.dk"),
            ("links.mellemrum", "https://www.havnen.dk/ kaffe"),
            ("links.mellemrum", "https://www.havnen.dk, https://www.byen.dk"),
            ("links.fil", "P:\\Kultur\\kaffe.docx"),
            ("links.intern", "https://intranet.havnen.dk/kaffe"),
            ("links.intern", "https://www.havnen.dk/umbraco/login"),
            ("links.eksempel", "https://www.example.dk/kaffe"),
            ("links.sporing", "https://www.havnen.dk/kaffe?fbclid=abc&side=2"),
            ("links.forkortet", "https://bit.ly/kaffe"),
            ("links.svarer_ikke", "https://www.havnen.dk/findes-ikke"),
            ("links.certifikat", "https://gammel.havnen.dk"),
            ("links.omdirigeret", "http://www.havnen.dk/gammel-side"),
        )
    ),
    Eksempel("links.fil", _foto("C:\\Users\\ab\\Pictures\\kaffe.jpg"), _foto("fotos/kaffe.jpg")),
)  # fmt: skip
