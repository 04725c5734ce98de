# SPDX-License-Identifier: GPL-2.0-or-later
"""What a sheet that comes home says beside its rows: how they were when it was sent, which are gone, which have no place."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from moedested_plugin.domain.betingelse import GEOMETRI, EnAf
from moedested_plugin.domain.felt import Felt, Tabel, Type
from moedested_plugin.domain.moedesteder import BEGGE, FYSISK
from moedested_plugin.i18n import tr
from moedested_plugin.store import Store
from moedested_plugin.store.oversaet import citer

from .arbejde import KILDE, Arbejde
from .ark import husket_raekke
from .ark_laes import GRUNDLAG
from .plan import FeltAendring
from .profil import NY_FORAN
from .tekst import rens, rens_json

_FLEST_NAVNE = 12
#: A point in WKB: its length, and how it begins. Whoever has the file may have written anything.
_PUNKT, _ET_PUNKT = 21, b"\x01\x01\x00\x00\x00"


def findes(arbejde: Arbejde) -> bool:
    """Whether the source remembers its rows."""
    return bool(
        arbejde.foerste(f"SELECT count(*) FROM {KILDE}.sqlite_master WHERE name = ?", GRUNDLAG)  # nosec B608 - name of ours
    )


def hent(arbejde: Arbejde, ider: Sequence[str]) -> dict[str, dict[str, Any]]:
    """The rows as they were sent, in the form of a received row."""
    if not ider or not findes(arbejde):
        return {}
    ud = {}
    for id_, tekst in arbejde.udfoer(
        f"SELECT objekt_id, raekke FROM {KILDE}.{GRUNDLAG} WHERE objekt_id IN (SELECT value FROM json_each(?))",  # nosec B608 - names of ours
        json.dumps(list(ider)),
    ):
        raekke = husket_raekke(tekst)
        if raekke:
            # What comes home has been cleaned; so is what it is compared with.
            raekke = rens_json(raekke)
            for felt, koder in arbejde.udfoer(
                "SELECT felt, koder FROM beholdt WHERE objekt_id = ?", id_
            ):
                if isinstance(raekke.get(felt), list):
                    raekke[felt] = sorted({*_liste(raekke[felt]), *json.loads(koder)})
                elif raekke.get(felt) is None:
                    raekke[felt] = json.loads(koder)[0]
            ud[str(id_)] = {"raekke": raekke, GEOMETRI: _wkb(raekke.get(GEOMETRI))}
    return ud


def _wkb(tekst: object) -> bytes | None:
    try:
        wkb = bytes.fromhex(str(tekst)) if tekst else b""
    except ValueError:
        return None
    return wkb if len(wkb) == _PUNKT and wkb.startswith(_ET_PUNKT) else None


def uden_rensede(felter: Sequence[FeltAendring]) -> list[FeltAendring]:
    """The changes but for those that only the cleaning of texts has made on the way out and home."""
    return [
        felt
        for felt in felter
        if not isinstance(felt.vores, str) or rens(felt.vores) != rens(str(felt.deres or ""))
    ]


def behold_skjulte(arbejde: Arbejde, store: Store, tabel: Tabel, felter: Sequence[str]) -> None:
    """Codes that a sheet for others does not show are not taken away because they do not stand in it."""
    skjulte: dict[str, set[int]] = {}
    for r in store.raekker("kodeliste", ("liste", "kode"), EnAf("offentlig", (0,))):
        skjulte.setdefault(str(r["liste"]), set()).add(int(str(r["kode"])))
    arbejde.udfoer("CREATE TEMP TABLE beholdt (objekt_id, felt, koder)")
    for felt in (tabel.felt(navn) for navn in felter):
        ramte = skjulte.get(felt.kodeliste or "")
        if not ramte:
            continue
        vores = {
            str(r[tabel.noegle]): koder
            for r in store.raekker(tabel.navn, (tabel.noegle, felt.navn))
            if (koder := [kode for kode in _liste(r[felt.navn]) if kode in ramte])
        }
        sendt = hent(arbejde, list(vores))
        for id_, koder in vores.items():
            vist = _liste(sendt[id_]["raekke"].get(felt.navn)) if id_ in sendt else []
            _behold(arbejde, felt, id_, [kode for kode in koder if kode not in vist])


def _behold(arbejde: Arbejde, felt: Felt, id_: str, koder: Sequence[int]) -> None:
    if not koder:
        return
    arbejde.udfoer("INSERT INTO beholdt VALUES (?, ?, ?)", id_, felt.navn, json.dumps(koder))
    k = citer(felt.navn)
    for nr, deres in arbejde.udfoer(
        f"SELECT v._nr, v.{k} FROM vaerdi AS v JOIN ny AS n ON n._nr = v._nr WHERE n._objekt_id = ?",  # nosec B608 - name of the model
        id_,
    ).fetchall():
        if felt.type is Type.KODER:
            nye: Any = json.dumps(sorted({*json.loads(deres or "[]"), *koder}))
        else:
            nye = koder[0] if deres is None else deres
        arbejde.udfoer(f"UPDATE vaerdi SET {k} = ? WHERE _nr = ?", nye, nr)  # nosec B608 - name of the model


def _liste(vaerdi: object) -> list[int]:
    if vaerdi is None:
        return []
    return [
        led for led in (vaerdi if isinstance(vaerdi, list) else [vaerdi]) if isinstance(led, int)
    ]


def afvis_ukendte(arbejde: Arbejde, tabel: Tabel) -> None:
    """The ids are ours: one that we do not have was deleted here, or invented there."""
    arbejde.udfoer(
        f"UPDATE ny SET _grund = ? WHERE _grund IS NULL AND _noegle NOT LIKE '{NY_FORAN}%' AND (_objekt_id IS NULL"  # nosec B608 - names of the model
        f" OR _objekt_id NOT IN (SELECT {citer(tabel.noegle)} FROM vores))",
        tr(
            "{} kendes ikke; måske er rækken slettet her. Tøm feltet, hvis den skal oprettes."
        ).format(tabel.felt(tabel.noegle).alias),
    )


def borte(arbejde: Arbejde, tabel: Tabel) -> None:
    """Rows that were sent and do not come home. They stay."""
    navn = "v.navn" if tabel.har("navn") else "NULL"
    geometri = f"v.{GEOMETRI}" if tabel.geometri is not None else "NULL"
    arbejde.udfoer(
        "INSERT INTO aendring (art, noegle, objekt_id, navn, grund, geometri_vores, felter, raekke_version)"  # nosec B608 - names of the model
        f" SELECT 'borte', g.objekt_id, g.objekt_id, {navn}, ?, {geometri}, '[]', v.raekke_version"
        f" FROM {KILDE}.{GRUNDLAG} AS g JOIN vores AS v ON v.{citer(tabel.noegle)} = g.objekt_id"
        " WHERE g.objekt_id NOT IN (SELECT _noegle FROM ny)",
        tr("Står ikke længere i arket. Rækken bliver, til du siger andet."),
    )


def uden_sted(arbejde: Arbejde) -> list[str]:
    """Say of every new mødested that one goes to, and that has no point, that it must be put on the map; gives their names."""
    kolonner = {raekke[1] for raekke in arbejde.udfoer("PRAGMA table_info(vaerdi)")}
    form = "coalesce(v.form_k, 1)" if "form_k" in kolonner else "1"
    adresse = "v.sted" if "sted" in kolonner else "NULL"
    navn = "v.navn" if "navn" in kolonner else "NULL"
    fundne = arbejde.udfoer(
        f"SELECT a.nr, {navn}, {adresse} FROM aendring AS a JOIN ny AS n ON n._nr = a.raa_nr JOIN vaerdi AS v ON v._nr = n._nr"  # nosec B608 - names of the model
        f" WHERE a.art = 'ny' AND n.{GEOMETRI} IS NULL AND {form} IN (?, ?) ORDER BY a.nr",
        FYSISK, BEGGE,
    ).fetchall()  # fmt: skip
    med_adresse = tr("Uden sted: sæt den på kortet. Adressen er “{}”.")
    uden_adresse = tr("Uden sted: hverken punkt eller adresse. Sæt den på kortet.")
    arbejde.con.executemany(
        "UPDATE aendring SET grund = ? WHERE nr = ?",
        [(med_adresse.format(sted[:120]) if sted else uden_adresse, nr) for nr, _, sted in fundne],
    )
    return [str(navn_ or "?") for _, navn_, _ in fundne]


def bemaerkning(navne: Sequence[str]) -> str:
    """The unplaced, in one sentence."""
    vist = ", ".join(navne[:_FLEST_NAVNE]) + (" …" if len(navne) > _FLEST_NAVNE else "")
    return tr("Uden sted på kortet: {} ({}). De kommer ind; sæt dem på kortet bagefter.").format(
        len(navne), vist
    )
