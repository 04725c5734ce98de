# SPDX-License-Identifier: GPL-2.0-or-later
"""What the buttons of the dock do: go to a finding, mend, accept, take an acceptance back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QProgressDialog

from moedested_plugin.i18n import oversat, tr

if TYPE_CHECKING:
    from moedested_plugin.checks.resultat import Post
    from moedested_plugin.checks.undtagelser import Undtagelse
    from moedested_plugin.store import Store

    from .kontrollant import Kontrollant
    from .liste import Linje


#: More findings than that are not written one by one.
MANGE = 200
#: So often is it shown how far the fixes have come.
_AD_GANGEN = 20

# To the finding --------------------------------------------------------------------------------------


def vis_sted(rum: Kontrollant, post: Post) -> None:
    """Show the exact place on the map; a row without one is said."""
    from .sted import vis

    sted = post.fund.sted
    if sted is not None and vis(rum.iface.mapCanvas(), rum.current.project, sted):
        return
    if post.fund.noegle:
        rum.messages.info(
            tr("Fundet har ikke et sted på kortet. Dobbeltklik for at åbne formularen.")
        )


def aabn_formular(rum: Kontrollant, post: Post) -> None:
    """Open the form of the row at the field."""
    from moedested_plugin.gui.gem_vis import vis_raekke

    from .retning import fid_af

    fundet = fid_af(rum.current.layer, (post.fund.tabel, post.fund.noegle))
    if fundet is None:
        if post.fund.noegle:
            rum.messages.info(tr("Rækken findes ikke længere. Tryk Kontrollér nu."))
        return
    felter = ([post.fund.felt] if post.fund.felt else []) + list(post.fund.kontrol.felter)
    rum.iface.setActiveLayer(fundet[0])
    vis_raekke(rum.iface, *fundet, felter)


# Mend ------------------------------------------------------------------------------------------------


def ret(rum: Kontrollant, poster: Sequence[Post]) -> None:
    """Put the fixes into the edit buffers; what could not be done is said."""
    from moedested_plugin.checks.indstillet import laes
    from moedested_plugin.checks.redigeret import RedigeretUdsnit
    from moedested_plugin.project.graense import graense_af
    from moedested_plugin.project.lag import LAG
    from moedested_plugin.store import StoreFejl

    from .redigerede import ugemte_raekker
    from .retning import ret_poster

    try:
        store = rum.store()
        roller = [lag.rolle for lag in LAG if not lag.kun_laes]
        raekker = ugemte_raekker(rum.current.layer, roller)
        for post in poster:  # read together, not one by one
            raekker.setdefault(post.fund.tabel, {}).setdefault(post.fund.noegle, {})
        udsnit = RedigeretUdsnit(
            store, raekker, indstillet=laes(store),
            graense=graense_af(store),
        )  # fmt: skip
        with _vist_gang(rum, len(poster)) as gaa_paa:
            rettet = ret_poster(poster, udsnit, rum.current.layer, partial(_rediger, rum), gaa_paa)
    except StoreFejl as fejl:
        rum.messages.error(str(fejl))
        return
    if rettet.laaste:
        rum.messages.warning(
            tr("{0} kan ikke redigeres lige nu, så intet er rettet der.").format(
                ", ".join(rettet.laaste)
            )
        )
    if rettet.ikke:
        rum.messages.info(
            tr("{0} fund skal rettes i hånden. Dobbeltklik for at åbne formularen.").format(
                rettet.ikke
            )
        )
    if rettet.antal:
        rettet.naar_afgjort(
            rum.messages.success(
                tr("{0} rettet, men ikke gemt.").format(rettet.antal),
                (tr("Fortryd"), rettet.fortryd),
            )
        )


@contextmanager
def _vist_gang(rum: Kontrollant, antal: int) -> Iterator[Callable[[int], bool]]:
    """Many fixes are seen to go on, and can be stopped: QGIS takes a moment for each, and must do it itself."""
    if antal < MANGE:
        yield lambda _: True
        return
    gang = QProgressDialog(
        tr("Retter {0} fund …").format(antal), tr("Afbryd"), 0, antal, rum.iface.mainWindow()
    )
    gang.setWindowTitle(tr("Kontrol"))
    gang.setWindowModality(Qt.WindowModality.ApplicationModal)

    def gaa_paa(nr: int) -> bool:
        if not nr % _AD_GANGEN:
            gang.setValue(nr)  # draws, and listens for Stop
        return not gang.wasCanceled()

    try:
        yield gaa_paa
    finally:
        gang.close()
        gang.deleteLater()


def _rediger(rum: Kontrollant, layer: QgsVectorLayer) -> bool:
    if layer.isEditable():
        return True
    if layer.readOnly() or not layer.supportsEditing():
        return False
    return bool(rum.iface.vectorLayerTools().startEditing(layer))


# Accept ----------------------------------------------------------------------------------------------


def accepter(rum: Kontrollant, poster: Sequence[Post]) -> None:
    """Ask why, and accept these findings as they are now."""
    from moedested_plugin.checks import undtagelser
    from moedested_plugin.checks.tekst import fundtekst

    from .accept_dialog import AcceptDialog

    if rum.liste is None or not poster:
        return
    hvad = tr("{0} fund").format(len(poster))
    if len(poster) == 1:
        hvad = f"{rum.liste.navn(poster[0])}\n{fundtekst(poster[0].fund)}"

    def gem(store: Store) -> None:
        dialog = AcceptDialog(hvad, _initialer(rum), parent=rum.iface.mainWindow())
        if dialog.exec() != AcceptDialog.DialogCode.Accepted:
            return
        _husk_initialer(rum, dialog.initialer)
        fund = [post.fund for post in poster]
        nye = undtagelser.accepter(store, fund, dialog.begrundelse, dialog.initialer)
        _skift(rum, store, dict(zip((post.fund_id for post in poster), nye)))

    _i_store(rum, gem)


def accepter_kilde(rum: Kontrollant, linje: Linje | None) -> None:
    """Ask why and for which source, and accept what the check says of all its rows."""
    from moedested_plugin.checks import undtagelser

    from .accept_dialog import AcceptDialog

    if linje is None:
        return

    def gem(store: Store) -> None:
        kilder = _kilder(store, linje)
        talt = Counter(kilder.values())
        dialog = AcceptDialog(
            linje.tekst, _initialer(rum), _kildenavne(store, talt), rum.iface.mainWindow()
        )
        if dialog.exec() != AcceptDialog.DialogCode.Accepted or dialog.kilde is None:
            return
        _husk_initialer(rum, dialog.initialer)
        (ny,) = undtagelser.accepter_kilde(
            store,
            linje.kontrol.kode,
            linje.tabel,
            dialog.kilde,
            dialog.begrundelse,
            dialog.initialer,
        )
        ramte = (post for post in linje.poster if not post.accepteret)
        _skift(
            rum, store, {p.fund_id: ny for p in ramte if kilder.get(p.fund.noegle) == dialog.kilde}
        )

    _i_store(rum, gem)


def ophaev(rum: Kontrollant, poster: Sequence[Post]) -> None:
    """Take acceptances back; one of a source comes back for all its findings."""
    from moedested_plugin.checks import undtagelser

    ider = {post.undtagelse.undtagelse_id for post in poster if post.undtagelse is not None}

    def gem(store: Store) -> None:
        undtagelser.ophaev(store, sorted(ider), rum.settings.bruger)
        alle = rum.liste.resultat.poster if rum.liste is not None else ()
        ramte = (p for p in alle if p.undtagelse is not None and p.undtagelse.undtagelse_id in ider)
        _skift(rum, store, {post.fund_id: None for post in ramte})

    _i_store(rum, gem)


def _skift(rum: Kontrollant, store: Store, nye: Mapping[str, Undtagelse | None]) -> None:
    """In the list and, for colleagues, in the kept findings; very many are left to a new run."""
    if rum.liste is not None:
        rum.liste.accepter(
            lambda post: (
                replace(post, undtagelse=nye[post.fund_id]) if post.fund_id in nye else post
            )
        )
    from moedested_plugin.checks import gemte

    if len(nye) > MANGE:
        rum.koer()
        return
    ider = {fund_id: en.undtagelse_id if en is not None else None for fund_id, en in nye.items()}
    gemte.saet_undtagelser(store, ider, rum.settings.bruger)


def _i_store(rum: Kontrollant, goer: Callable[[Store], None]) -> None:
    """Do something in the store; a refusal is said, and the list drawn anew."""
    from moedested_plugin.checks.undtagelser import KanIkkeAccepteres
    from moedested_plugin.store import StoreFejl

    try:
        store = rum.store()
        if not store.kan_skrive or not rum.maa_rette():
            rum.messages.warning(
                tr("Du kan se, men ikke rette: du har ikke lov til at skrive her.")
            )
            return
        goer(store)
    except (StoreFejl, KanIkkeAccepteres) as fejl:
        rum.messages.error(str(fejl))
        return
    rum.opdater()


def _kilder(store: Store, linje: Linje) -> dict[str, int]:
    """The source of each row of the check, by key."""
    from moedested_plugin.checks.undtagelser import UDEN_KILDE
    from moedested_plugin.domain.skema import tabel

    beskrevet = tabel(linje.tabel)
    noegler = {post.fund.noegle for post in linje.poster if not post.accepteret}
    if not beskrevet.har("kilde_k"):
        return dict.fromkeys(noegler, UDEN_KILDE)
    ud = {}
    for raekke in store.raekker(linje.tabel, [beskrevet.noegle, "kilde_k"]):
        noegle, kilde = str(raekke[beskrevet.noegle]), raekke["kilde_k"]
        if noegle in noegler:
            ud[noegle] = kilde if isinstance(kilde, int) else UDEN_KILDE
    return ud


def _kildenavne(store: Store, talt: Counter[int]) -> dict[int, str]:
    navne = {
        int(str(r["kode"])): str(r["navn"])
        for r in store.raekker("kodeliste", ["liste", "kode", "navn"])
        if r["liste"] == "kilde"
    }
    return {
        kilde: tr("{0} ({1} fund)").format(oversat(navne.get(kilde, "")) or tr("Uden kilde"), antal)
        for kilde, antal in talt.most_common()
    }


def _initialer(rum: Kontrollant) -> str:
    return rum.settings.kontrol_initialer.value() or rum.settings.bruger


def _husk_initialer(rum: Kontrollant, initialer: str) -> None:
    rum.settings.kontrol_initialer.setValue(initialer)


# What the municipality has decided ---------------------------------------------------------------------


def indstil(rum: Kontrollant) -> None:
    """Choose rules, numbers and words."""
    from moedested_plugin.store import StoreFejl

    from .indstil import IndstilDialog

    if not rum.current.is_moedested:
        rum.messages.info(tr("Åbn et Mødested-projekt for at vælge regler."))
        return
    try:
        dialog = IndstilDialog(rum.store(), rum.iface.mainWindow())
        if dialog.exec() == IndstilDialog.DialogCode.Accepted and dialog.indhold.gem():
            rum.aendret.emit()  # the forms follow at once
            rum.messages.success(
                tr("Gemt. Det gælder fra næste kontrol."), (tr("Kontrollér nu"), rum.koer)
            )
    except StoreFejl as fejl:
        rum.messages.error(str(fejl))


def hjaelp(_rum: Kontrollant) -> None:
    """Open the help where it tells of the list."""
    from moedested_plugin.gui.hjaelp import vis_hjaelp

    vis_hjaelp("kontrol")
