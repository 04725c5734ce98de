# SPDX-License-Identifier: GPL-2.0-or-later
"""Values of our fields as they are chosen and read in the mapping: code texts, ja and nej, what may be written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from moedested_plugin.domain.felt import Felt, Tabel, Type
from moedested_plugin.gui.vaerdi_tekst import VaerdiTekst
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.sources.omregn import KanIkke, Koder, omregner
from moedested_plugin.sources.profil import FeltKort

if TYPE_CHECKING:
    from moedested_plugin.store import Store

Valg = list[tuple[str, Any]]


class Kodetekster:
    """Knows the code lists of one store."""

    def __init__(self, store: Store, koder: Koder) -> None:
        self._koder = koder
        self._tekst = VaerdiTekst(store)
        self._lister: dict[str, Valg] = {}
        raekker = store.raekker("kodeliste", ("liste", "kode", "visning", "aktiv", "sortering"))
        for r in sorted(
            raekker, key=lambda r: (not r["aktiv"], r["sortering"] or 0, r["kode"] or 0)
        ):
            self._lister.setdefault(str(r["liste"]), []).append(
                (str(r["visning"]), int(str(r["kode"])))
            )

    def valg(self, felt: Felt) -> Valg | None:
        """What there is to choose between, if the field has a list; of a field of several codes each alone."""
        if felt.type is Type.JA_NEJ:
            return [(tr("ja"), True), (tr("nej"), False)]
        if felt.kodeliste is None:
            return None
        liste = self._lister.get(felt.kodeliste, [])
        return (
            [(tekst, [kode]) for tekst, kode in liste] if felt.type is Type.KODER else list(liste)
        )

    def vaerdi(self, felt: Felt, vaerdi: object) -> str:
        """A value of the field as people read it; nothing where there is none."""
        if vaerdi is None or vaerdi == "":
            return ""
        if felt.er_json and isinstance(vaerdi, str):
            try:
                vaerdi = json.loads(vaerdi)
            except ValueError:
                return str(vaerdi)
        # The description of one field is enough of a table here.
        return self._tekst.vaerdi(Tabel("", "", "", (felt,), ""), felt.navn, vaerdi)

    def laes(self, felt: Felt, skrevet: object) -> Any:  # noqa: ANN401 - a value of a profile
        """What was chosen or written, as a value of the field. Raises ValueError with the sentence for the user."""
        if not isinstance(skrevet, str):
            return skrevet
        try:
            vaerdi = omregner(felt, FeltKort(felt.navn), self._koder)(skrevet)
        except KanIkke:
            raise ValueError(
                tr("“{}” kan ikke stå i {}. Skriv det om, eller vælg på listen.").format(
                    skrevet[:60], oversat(felt.alias)
                )
            ) from None
        if felt.type is Type.JA_NEJ and vaerdi is not None:
            return bool(vaerdi)
        return json.loads(vaerdi) if felt.er_json and isinstance(vaerdi, str) else vaerdi
