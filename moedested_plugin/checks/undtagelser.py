# SPDX-License-Identifier: GPL-2.0-or-later
"""Findings accepted on purpose, with reason, initials and date: one finding, or a rule on all that a source brings."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from moedested_plugin.domain.kontroller import alle_kontroller
from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from moedested_plugin.domain.betingelse import Vaerdi
    from moedested_plugin.store import Store

    from .fund import Fund

ART = "accept"
#: Stands for the source of rows whose table knows none.
UDEN_KILDE = -1


class KanIkkeAccepteres(Exception):
    """The check may not be accepted, or something is missing."""


@dataclass(frozen=True)
class Undtagelse:
    """One decision. For a whole source `noegle` is '' and `kilde` is set (the code of `kilde_k`)."""

    undtagelse_id: str
    kode: str
    tabel: str
    noegle: str
    maerke: str
    aftryk: str
    kilde: int | None
    begrundelse: str
    initialer: str
    dato: dt.datetime

    def gaelder(self, fund: Fund) -> bool:
        """The same finding, on an object that has not changed since."""
        return self.aftryk == fund.aftryk


@dataclass(frozen=True)
class Undtagelser:
    """All decisions of a store."""

    enkelte: Mapping[tuple[str, str, str, str], Undtagelse]
    kilder: Mapping[tuple[str, str], Mapping[int, Undtagelse]]

    def for_fund(self, fund: Fund, kilde: int | None) -> Undtagelse | None:
        """The decision that covers the finding."""
        if not fund.kontrol.kan_accepteres:
            return None
        enkelt = self.enkelte.get(fund.noegle_i_listen)
        if enkelt is not None and enkelt.gaelder(fund):
            return enkelt
        return self.kilder.get((fund.kode, fund.tabel), {}).get(
            UDEN_KILDE if kilde is None else kilde
        )


def laes(store: Store) -> Undtagelser:
    """The decisions; of several on one finding the latest counts."""
    enkelte: dict[tuple[str, str, str, str], Undtagelse] = {}
    kilder: dict[tuple[str, str], dict[int, Undtagelse]] = {}
    for raekke in store.raekker("undtagelse"):
        en = _af_raekke(raekke)
        if en.kilde is None:
            enkelte[en.kode, en.tabel, en.noegle, en.maerke] = en
        else:
            kilder.setdefault((en.kode, en.tabel), {})[en.kilde] = en
    return Undtagelser(enkelte, kilder)


def accepter(
    store: Store, fund: Iterable[Fund], begrundelse: str, initialer: str
) -> list[Undtagelse]:
    """Accept these findings as they are now. They come back when their objects change."""
    return _gem(
        store,
        [(et.kode, et.tabel, et.noegle, et.maerke, et.aftryk, None) for et in fund],
        begrundelse,
        initialer,
    )


def accepter_kilde(
    store: Store, kode: str, tabel: str, kilde: int, begrundelse: str, initialer: str
) -> list[Undtagelse]:
    """Accept what a rule says of all rows that a source has brought, now and later."""
    return _gem(store, [(kode, tabel, "", "", "", kilde)], begrundelse, initialer)


def ophaev(store: Store, undtagelse_ider: Iterable[str], af: str) -> None:
    """Take decisions back."""
    with store.skriv(ART, af) as skriver:
        skriver.slet_mange("undtagelse", list(undtagelse_ider))


def _gem(
    store: Store,
    hvad: list[tuple[str, str, str, str, str, int | None]],
    begrundelse: str,
    initialer: str,
) -> list[Undtagelse]:
    if not begrundelse.strip():
        raise KanIkkeAccepteres(tr("Skriv en begrundelse."))
    if not initialer.strip():
        raise KanIkkeAccepteres(tr("Skriv dine initialer."))
    if not all(alle_kontroller()[kode].kan_accepteres for kode, *_ in hvad):
        raise KanIkkeAccepteres(tr("Fundet skal rettes. Det kan ikke accepteres."))
    nu = dt.datetime.now(dt.timezone.utc)
    nye = [
        Undtagelse(str(uuid.uuid4()), *led, begrundelse.strip(), initialer.strip(), nu)
        for led in hvad
    ]
    with store.skriv(ART, initialer.strip()) as skriver:
        skriver.indsaet("undtagelse", [_som_raekke(en) for en in nye])
    return nye


def _som_raekke(en: Undtagelse) -> dict[str, Vaerdi]:
    return {
        "undtagelse_id": en.undtagelse_id, "regel": en.kode, "tabel": en.tabel, "objekt_id": en.noegle or None,
        "kilde": None if en.kilde is None else str(en.kilde), "maerke": en.maerke or None,
        "vaerdi_hash": en.aftryk or None, "begrundelse": en.begrundelse, "initialer": en.initialer, "dato": en.dato,
    }  # fmt: skip


def _af_raekke(raekke: Mapping[str, Vaerdi]) -> Undtagelse:
    kilde = raekke["kilde"]
    return Undtagelse(
        str(raekke["undtagelse_id"]), str(raekke["regel"]), str(raekke["tabel"]), str(raekke["objekt_id"] or ""),
        str(raekke["maerke"] or ""), str(raekke["vaerdi_hash"] or ""),
        int(kilde) if isinstance(kilde, str) and kilde.lstrip("-").isdecimal() else None,
        str(raekke["begrundelse"]), str(raekke["initialer"]), cast("dt.datetime", raekke["dato"]),
    )  # fmt: skip
